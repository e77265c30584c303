"""The words of the trades that set their search terms into the pages of others, and what else speaks of a trade.

The words come from the lists of titles, of private contacts and of insertions. Everything is folded.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from checks.evidence.search_terms import LURES, NOUNS
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

LURED = frozenset(word for word, theme in _HALF.items() if theme in {"betting", "nets"})
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

SHARP = usages(GROUPS["sharp"])
"""Words from which a query is looked for though they tell nothing by themselves."""

GOODS = usages({*GROUPS["papers"], *GROUPS["goods"]})
"""What the trades deal in."""

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
        folded = self.outside(places)
        return any(_STEMS[theme].search(folded) for theme in themes)

    def repeats(self, words: Sequence[str], places: Sequence[tuple[int, int]]) -> bool:
        """Say whether one of these words stands outside of the places."""
        folded = self.outside(places)
        return any(word in folded for word in words)

    def places_of(self, passages: Iterable[str]) -> list[tuple[int, int]]:
        """Where these folded passages stand."""
        found = (match for passage in passages for match in re.finditer(re.escape(passage), self._folded))
        return [match.span() for match in found]

    def sides_of(self, passage: str, width: int) -> list[tuple[str, str]]:
        """So many letters before and behind each place of a folded passage."""
        folded = self._folded
        places = self.places_of([passage])
        return [(folded[max(a - width, 0) : a], folded[b : b + width]) for a, b in places]

    def outside(self, places: Sequence[tuple[int, int]]) -> str:
        """The folded text with the places blotted out."""
        folded = self._folded
        for start, end in places:
            folded = folded[:start] + "\n" * len(folded[start:end]) + folded[end:]
        return folded
