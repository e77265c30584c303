"""The words of the trades that set their search terms into the pages of others, and what else speaks of a trade.

The words come from the lists of titles, of private contacts and of insertions. Everything is folded.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from checks.evidence.search_terms import KEYS, LURES, NOUNS
from checks.evidence.usage import usages
from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of

GROUPS = phrase_groups("insertions")
_THEMES = {
    "betting": ("alone: gambling", "alone: casinos in Latin letters", "brands", "illicit: gambling"),
    "videos": (
        *("alone: quality labels", "alone: kinds of video", "alone: persons and acts", "alone: jingles"),
        *("alone: companions", "telling: company", "illicit: company and films"),
    ),
    "papers": ("alone: forged papers", "illicit: papers and invoices"),
    "money": ("alone: money", "illicit: money"),
    "goods": (
        *("alone: drugs and replicas", "alone: medicines", "alone: copies and cheap brands in Latin letters"),
        *("alone: Japanese shops", "illicit: drugs, weapons, copies", "telling: drugs"),
    ),
    "nets": (
        *("alone: private game servers", "alone: hacking and cracked software", "alone: search services"),
        "illicit: games and nets",
    ),
    "essays": ("alone: written to order", "illicit: written to order"),
    "work": (),
}
"""The trades, each with the lists of words that only it uses."""


def _themes() -> dict[str, str]:
    """Telling word -> its trade."""
    lists = {**phrase_groups("spam_title"), **phrase_groups("contact_spam"), **GROUPS}
    found: dict[str, str] = {}
    for theme, names in _THEMES.items():
        words = [word for name in (*names, f"telling: {theme}") for word in lists.get(name, ())]
        words = [word for word in words if word not in GROUPS["honest, too"]]
        found |= dict.fromkeys(usages(words), theme)
    for group, words in _pairs("telling"):
        found |= dict.fromkeys(usages(words), group)
    return found


def _parts() -> dict[str, dict[str, str]]:
    """Either half of the telling pairs -> the name of each pair it belongs to -> which half it is."""
    found: dict[str, dict[str, str]] = {}
    for name, words in phrase_groups("trade_pairs").items():
        pair, half = name.split(": ")
        for word in usages(words) if pair.startswith("telling") else ():
            found.setdefault(word, {})[pair] = half
    return found


def _pairs(grade: str) -> Iterator[tuple[str, list[str]]]:
    """The trade and the terms of every pair of lists of this grade."""
    lists = phrase_groups("trade_pairs")
    for name, firsts in lists.items():
        if name.startswith(grade) and name.endswith(": first"):
            seconds = lists[name.removesuffix("first") + "second"]
            yield name.split(":")[0].split()[1], [first + second for first in firsts for second in seconds]


_THEME_OF = _themes()
TELLING = frozenset(_THEME_OF)
"""Words that only the trades use."""

_HALF = {word: theme for theme, words in _pairs("half") for word in usages(words)}
NAMES = (usages({*NOUNS, *GROUPS["half"]}) | frozenset(_HALF)) - TELLING
"""Names of games, of betting sites, and half queries for films: they tell with a way in behind them."""

LURED = frozenset(word for word, theme in _HALF.items() if theme == "betting")
"""Names with the way in."""

SHARED = frozenset(GROUPS["shared"])
"""Names among these that other things have, too."""

TRADED = TELLING | NAMES
"""Words without one of which nothing is told."""

TOLD = TELLING | (usages(NOUNS) - SHARED)
"""Words that need nothing beside them in an anchor or a list."""

OFFERS = usages({*LURES, *GROUPS["offers"]}) - TRADED
"""What is promised, and the way in."""

ILLICIT = TELLING | usages(
    word
    for name, words in phrase_groups("contact_spam").items()
    if name.startswith("illicit")
    for word in words
)
"""Words that beside a private channel tell of a trade; some of them honest by themselves."""

_PARTS = _parts()
SHARP = usages(GROUPS["sharp"])
"""Words from which a query is looked for though they tell nothing by themselves."""

GOODS = usages({*GROUPS["papers"], *GROUPS["goods"]})
"""What the trades deal in."""

_QUERY = [word for word in phrase_groups("spam_title")["words"] if word.isascii()]
_ALL = (
    TRADED
    | KEYS
    | OFFERS
    | ILLICIT
    | GOODS
    | SHARP
    | frozenset(w for w in _PARTS if len(w) > 1)
    | usages(_QUERY)
    | usages(GROUPS["filling"])
)
_NUMBER = re.compile(r"\d[\d.,]{0,8}(?:元|万|倍|%|天|小时|分钟|块|折)?")


def _lengths() -> dict[str, tuple[int, ...]]:
    """First letter -> the lengths of the words that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for word in _ALL:
        found.setdefault(word[0], set()).add(len(word))
    return {letter: tuple(sorted(sizes, reverse=True)) for letter, sizes in found.items()}


_LENGTHS = _lengths()


class Word(NamedTuple):
    """A word of such a query and its place in a passage."""

    start: int
    end: int
    text: str


def words_in(folded: str) -> list[Word]:
    """The words of such queries in a short passage, numbers with them, the longest first, none twice.

    >>> [word.text for word in words_in("免费看新葡京赌场app下载, apple")]
    ['免费看', '新葡京赌场', 'app', '下载']
    """
    found, place = [], 0
    while place < len(folded):
        word = _word_at(folded, place)
        if word:
            found.append(Word(place, place + len(word), word))
        place += len(word) or 1
    return found


def _word_at(folded: str, place: int) -> str:
    letter = folded[place]
    if letter.isdigit() and (number := _NUMBER.match(folded, place)):
        return number[0]
    for size in _LENGTHS.get(letter, ()):
        word = folded[place : place + size]
        if word in _ALL and not _is_cut(folded, place, place + len(word)):
            return word
    return ""


def _is_cut(folded: str, start: int, end: int) -> bool:
    """A word in Latin letters that is part of a longer one."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    return (_is_latin(folded[start]) and _is_latin(before)) or (
        _is_latin(folded[end - 1]) and _is_latin(after)
    )


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def pairs_in(words: Sequence[str]) -> list[str]:
    """The trades of which two halves of a telling pair stand in one query, at most two words apart.

    >>> pairs_in(["代开", "医院", "病假条"]), pairs_in(["医院", "病假条"])
    (['papers'], [])
    """
    found = []
    for here, word in enumerate(words):
        for other in words[here + 1 : here + 4]:
            mine, theirs = _PARTS.get(word, {}), _PARTS.get(other, {})
            shared = [pair for pair in mine if pair in theirs and mine[pair] != theirs[pair]]
            found += [pair.split()[1] for pair in shared[:1]]
    return found


def told_in(folded: str) -> list[str]:
    """The words of a short passage that only the trades use, names of games with them.

    >>> told_in("百家乐与皇冠")
    ['百家乐']
    """
    return [word.text for word in words_in(folded) if word.text in TOLD]


REPORTED = any_of(usages(GROUPS["reporting"]))
"""Words of sentences that report such an offer."""

_STEMS = {theme: any_of(usages(GROUPS[f"theme: {theme}"])) for theme in _THEMES}
_READ = 20_000  # letters of a text that are searched for the theme


def theme_of(word: str) -> str:
    """The trade of a word of ``TRADED``."""
    return _THEME_OF.get(word) or _HALF.get(word, "betting")


class Rest:
    """What a text speaks of outside of some places."""

    def __init__(self, text: Text, candidates: Sequence[Candidate]) -> None:
        self._text = text
        self._told = [
            (candidate.start, theme_of(candidate.phrase))
            for candidate in candidates
            if candidate.field == "text" and candidate.phrase in TOLD and len(candidate.phrase) > 2
        ]

    @cached_property
    def _folded(self) -> str:
        return self._text.folded(0, _READ)

    def speaks_of(self, themes: Collection[str], places: Sequence[tuple[int, int]]) -> bool:
        """Say whether a telling word or a stem of one of these trades stands outside of the places."""
        if any(theme in themes and not any(a <= start < b for a, b in places) for start, theme in self._told):
            return True
        folded = self._outside(places)
        return any(_STEMS[theme].search(folded) for theme in themes)

    def repeats(self, words: Sequence[str], places: Sequence[tuple[int, int]]) -> bool:
        """Say whether one of these words stands outside of the places."""
        folded = self._outside(places)
        return any(word in folded for word in words)

    def _outside(self, places: Sequence[tuple[int, int]]) -> str:
        folded = self._folded
        for start, end in places:
            folded = folded[:start] + "\n" * len(folded[start:end]) + folded[end:]
        return folded
