"""One pass over a text for the phrases of all checks.

The phrases are written in simplified script and half width; here they are expanded to the forms
that scraped text holds (traditional, Taiwan and Hong Kong usage, full width, letter case) and
compiled into one automaton, so that no text is ever folded as a whole. ``checks.automaton`` says by which engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import opencc

from checks.automaton import Automaton
from checks.model import Candidate, Check, Field
from checks.readings import LITERALS
from checks.text import later

READINGS = "readings"
"""The name under which ``scan`` tells that readings in brackets may be there at all."""

_CONVERSIONS = ("s2t", "s2tw", "s2hk")
_PARTED = "\x1f"
_WIDE = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_HALF_WIDE = later("[!-~]")
_Owner = tuple[tuple[str, str], ...]
"""The names of the checks that look for a form, each with its phrase."""
_WIDE_MARKS = {code: wide for code, wide in _WIDE.items() if not chr(code).isalnum()}


class Scanner:
    """The compiled phrases of a set of checks.

    >>> from checks.model import Check
    >>> wall = Check("wall", "", (), lambda text, candidates: (), phrases=frozenset({"登录"}))
    >>> Scanner([wall]).scan("請先登錄，再閱讀")["wall"]
    [Candidate(phrase='登录', start=2, end=4, field='text')]
    """

    def __init__(self, checks: Iterable[Check]) -> None:
        owners: dict[str, _Owner] = {}
        for literal in LITERALS:
            owners |= dict.fromkeys((literal, literal.translate(_WIDE_MARKS)), ((READINGS, literal),))
        asking: dict[str, list[str]] = defaultdict(list)
        for check in sorted(checks, key=lambda check: check.name):
            for phrase in check.phrases:
                asking[phrase].append(check.name)
        phrases = sorted(asking)
        for phrase, forms in zip(phrases, _all_forms(phrases), strict=True):
            owner = tuple((name, phrase) for name in asking[phrase])
            for form in forms:
                owners[form] = _joined(owners[form], owner) if form in owners else owner
        self._owners = list(owners.values())
        self._automaton = Automaton(list(owners))
        edges = [form for form in owners if form[:1] == "\n" or form[-1:] == "\n"]
        self._edge = max(map(len, edges), default=0)

    def scan(self, passage: str, field: Field = "text") -> Mapping[str, Sequence[Candidate]]:
        """Return per name of a check the places of its phrases, in order of their end.

        A line break in front of a phrase is there at the beginning of a passage too, one behind it at the end.

        >>> from checks.model import Check
        >>> wall = Check("wall", "", (), lambda text, candidates: (), phrases=frozenset({"\\n登录"}))
        >>> Scanner([wall]).scan("登录后再读")["wall"]
        [Candidate(phrase='\\n登录', start=0, end=2, field='text')]
        """
        found: dict[str, list[Candidate]] = defaultdict(list)
        for index, start, end in self._automaton.matches(passage):
            for name, phrase in self._owners[index]:
                found[name].append(Candidate(phrase, start, end, field))
        for index, start, end in self._at_edges(passage):
            for name, phrase in self._owners[index]:
                found[name].append(Candidate(phrase, start, end, field))
                found[name].sort(key=lambda candidate: candidate.end)
        return found

    def _at_edges(self, passage: str) -> Iterator[tuple[int, int, int]]:
        """Phrases with a line break at one end, where the passage itself begins or ends."""
        if not self._edge or not passage:
            return
        size, first, last = len(passage), passage[: self._edge], passage[-self._edge :]
        for index, start, end in self._automaton.matches("\n" + first):
            if start == 0 and end > 1:
                yield index, 0, end - 1
        for index, start, end in self._automaton.matches(last + "\n"):
            if end > len(last) and start < len(last):
                yield index, size - len(last) + start, size


def _joined(owner: _Owner, other: _Owner) -> _Owner:
    """Both, in order; the list of phrases may hold what is another's form, too."""
    return tuple(sorted({*owner, *other}))


@cache
def forms_of(phrase: str) -> frozenset[str]:
    """All written forms of a phrase that the automaton looks for.

    >>> sorted(forms_of("分享到:"))
    ['分享到:', '分享到：']
    >>> "當前位置" in forms_of("当前位置")
    True
    """
    return next(_all_forms([phrase]))


def _all_forms(phrases: Sequence[str]) -> Iterator[frozenset[str]]:
    """The forms of each phrase; converted together, because OpenCC takes 6 µs to be asked at all."""
    for scripts in zip(phrases, *(_converted(phrases, name) for name in _CONVERSIONS), strict=True):
        phrase, written = scripts[0], frozenset(scripts)
        if _HALF_WIDE.search(phrase) or phrase.lower() != phrase.upper():  # few do
            written = frozenset(form for script in written for form in _widths_and_cases(script))
        yield written


def _widths_and_cases(phrase: str) -> Iterable[str]:
    cased = {phrase, phrase.lower(), phrase.upper(), phrase.title(), phrase.capitalize()}
    return {form for c in cased for form in (c, c.translate(_WIDE_MARKS), c.translate(_WIDE))}


def _converted(phrases: Sequence[str], name: str) -> list[str]:
    """Each phrase by itself: no entry of OpenCC reaches over what parts them."""
    together: str = _converter(name).convert(_PARTED.join(phrases))
    return together.split(_PARTED) if phrases else []


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)
