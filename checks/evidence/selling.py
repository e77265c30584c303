"""What speaks for an offer, by kinds: who writes to whom, what it costs, why to trust it, how to buy.

A kind is told by phrases and by forms (both in ``offers.toml``): a salutation on a line of its own, a question to the reader,
labels of a block of contacts or of a course, amounts. No kind proves anything; each has a weight, and what they weigh
together says how much more such a passage is like a letter that sells than like its look-alikes. The words of any
trade count little: letters on anything are carried by how they speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from types import MappingProxyType
from typing import NamedTuple

from checks.evidence.channels import channels_in
from checks.phrases import forms_of, phrase_groups
from checks.text import Text, any_of, later

GROUPS, _FORMS = phrase_groups("offers"), forms_of("offers")

# Kind -> (how many different words of it count, what each weighs in a letter and in a note, in tenths of log-odds). Fitted by
# `python -m tests.letters` to letters, to notes set into articles and to the look-alikes of both, in our own words; the signs
# are given, the sizes are found.
WEIGHTS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "addressed": (2, 2, 3), "you": (3, 4, 0), "asked": (2, 9, 1), "sender": (2, 3, 2), "unasked": (2, 9, 3), "offered": (3, 6, 10), "goods": (3, 8, 0),
        "price": (3, 3, 0), "amounts": (3, 5, 1), "bargain": (4, 5, 8), "persuasion": (4, 5, 0), "gain": (3, 7, 4), "promise": (4, 10, 13), "boast": (2, 7, 1),
        "urgency": (3, 3, 3), "scheme": (5, 7, 0), "call": (4, 0, 3), "welcome": (3, 13, 12), "farewell": (1, 4, 5), "channel": (3, 15, 15), "label": (4, 6, 4),
        "address": (1, 10, 8), "person": (1, 8, 7), "course": (4, 4, 5), "rows": (3, 6, 5), "told of": (3, -16, -6), "public": (2, -18, -12), "setting": (2, -14, -13),
        "site": (3, 11, 4), "pitch": (4, 9, 7), "private": (3, -10, -10), "lived": (4, -1, -11), "reporting": (2, -16, -12),
    }
)  # fmt: skip
NEEDED = (
    ("channel", "address", "scheme"),
    ("offered", "goods", "price", "amounts", "bargain", "unasked"),
    ("call", "welcome", "persuasion", "promise", "gain", "urgency", "label", "site"),
)
"""Of each group every offer has one kind, or else a scheme: it can be reached, sells something or excuses itself, asks for it to be bought."""
_OTHERS = tuple(kind for kind in WEIGHTS if not any(kind in group for group in NEEDED))
_PLACE = {kind: place for place, kind in enumerate((*(k for k in WEIGHTS if k != "channel"), "channel"))}
AGAINST = frozenset({"told of", "public", "setting", "private", "lived", "reporting"})
"""Kinds that speak against an offer."""
# The odds of a passage without evidence, and what is taken off for each doubling beyond a hundred letters.
BASE, NOTE_BASE, SIZE = -64, -64, 6

NOTE = 220
"""Letters of the longest passage that is weighed as a note set into an article."""
LEAST = 40
"""Letters of the shortest passage that is weighed by its length."""


class Evidence(NamedTuple):
    """One word of an offer: its kind and its place in the view."""

    kind: str
    start: int
    end: int
    word: str


def _pattern(kind: str) -> re.Pattern[str]:
    phrases = any_of(GROUPS[kind]).pattern if GROUPS[kind] else ""
    return later("|".join(part for part in (phrases, *_FORMS[kind]) if part))


PATTERNS = {kind: _pattern(kind) for kind in WEIGHTS if kind != "channel"}
"""What each kind is told by, for folded text."""


def evidence_in(text: Text, start: int, end: int) -> list[Evidence]:
    """All evidence in a window of the view, in order."""
    folded = text.folded(start, end)
    return _in_order(each for kind in WEIGHTS for each in _of_kind(kind, folded, start))


def evidence_of_offers(text: Text, start: int, end: int) -> list[Evidence]:
    """The same; nothing where the window lacks what every offer has, which is looked for first."""
    folded = text.folded(start, end)
    found: list[Evidence] = []
    for group in NEEDED:
        found += [each for kind in group for each in _of_kind(kind, folded, start)]
        if not any(each.kind in group or each.kind == "scheme" for each in found):
            return []
    return _in_order([*found, *(each for kind in _OTHERS for each in _of_kind(kind, folded, start))])


def _in_order(found: Iterable[Evidence]) -> list[Evidence]:
    return sorted(found, key=lambda evidence: (evidence.start, _PLACE[evidence.kind]))


def _of_kind(kind: str, folded: str, start: int) -> Iterator[Evidence]:
    if kind == "channel":
        yield from (Evidence(kind, start + c.start, start + c.end, c.kind) for c in channels_in(folded))
        return
    for match in PATTERNS[kind].finditer(folded):
        yield Evidence(kind, start + match.start(), start + match.end(), _word(kind, match[0]))


def _word(kind: str, said: str) -> str:
    """What makes evidence different from other evidence of its kind: labels by their letters alone."""
    return "".join(said.split())[:4].rstrip(":】])(/") if kind == "label" else said.strip()


def counts_of(found: Iterable[Evidence]) -> dict[str, int]:
    """Different words of each kind, up to the most that count."""
    words: dict[str, set[str]] = {}
    for evidence in found:
        words.setdefault(evidence.kind, set()).add(evidence.word)
    return {kind: min(len(said), WEIGHTS[kind][0]) for kind, said in words.items()}


def odds_of(counts: Mapping[str, int], size: int, *, note: bool = False) -> int:
    """Tenths of log-odds that a passage of so many visible letters sells; above nought it does.

    A short one that may be a ``note`` is weighed as both, and the better reading holds.
    """
    letter = BASE + sum(WEIGHTS[kind][1] * n for kind, n in counts.items())
    short = NOTE_BASE + sum(WEIGHTS[kind][2] * n for kind, n in counts.items())
    return round((max(letter, short) if note else letter) - SIZE * doublings(size))


def doublings(size: int) -> float:
    """How often a hundred letters fit into a passage, as a power of two."""
    return log2(max(size, LEAST) / 100)
