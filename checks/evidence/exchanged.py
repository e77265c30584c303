"""Words that a tool exchanged after a fixed table: phrases that no writer makes, of many entries of the table at once.

于是以在 for 正在, 沦为一名 for 成为一名: each is the trace of one entry. A slip of a writer leaves one such phrase, a tool
leaves those of many entries; an article about such tools names them in quotation marks or speaks of the trade.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold, is_han

_GROUPS = phrase_groups("spun_text")
ENTRIES: Mapping[str, str] = MappingProxyType(
    {phrase: name for name, phrases in _GROUPS.items() if name != "shades" for phrase in phrases}
)
"""Each phrase with the entry of the table that makes it."""

# By judgement. The phrases were chosen on twelve million characters of broadcasts, statutes, a newspaper and comments on
# goods: those that stood there were dropped, so that none is left says nothing of other texts. A thousand letters of these
# held eight shades at most, of a somewhat longer list. One labelled spun page was at hand: eight entries, fourteen shades.
LEAST = 3  # entries of the table
EACH, ENOUGH = 500, 12  # letters for which there must be one more phrase, up to so many phrases
# Entries, shades beside them, letters for which there must be one more shade.
FEWER = ((2, 5, 200), (1, 12, 80))
MOST = 30  # shades that are asked for

_SHADE = any_of(_GROUPS["shades"])
_ABOUT = any_of(
    ("伪原创", "洗稿", "同义词", "近义词", "错别字", "病句", "造句", "搭配不当", "机器翻译", "查重", "降重")
)
_OPEN, _CLOSE = "“‘「『\"'《【[", "”’」』\"'》】]"


class Exchanged(NamedTuple):
    """What was exchanged in a text: places in the view with the phrases, and how many entries of the table made them."""

    places: tuple[tuple[int, int], ...]
    phrases: tuple[str, ...]
    entries: int


def exchanged_in(text: Text, candidates: Sequence[Candidate]) -> Exchanged | None:
    """The phrases, if there are so many of so many entries that the whole text went through such a tool."""
    found = _longest([c for c in candidates if c.field == "text" and _is_in_prose(text.view, c)])
    phrases = tuple(dict.fromkeys(candidate.phrase for candidate in found))
    entries = len({ENTRIES[phrase] for phrase in phrases})
    if not entries:
        return None
    folded = fold(text.view)
    if not (_is_enough(text, entries, len(phrases)) or _is_shaded(text, entries, folded)) or _ABOUT.search(
        folded
    ):
        return None
    return Exchanged(tuple((c.start, c.end) for c in found), phrases, entries)


def _is_enough(text: Text, entries: int, phrases: int) -> bool:
    """Phrases of several entries, and one for so many letters."""
    return entries >= LEAST and phrases >= min(max(LEAST, text.visible_length // EACH), ENOUGH)


def _is_shaded(text: Text, entries: int, folded: str) -> bool:
    """Fewer phrases, among words of which no writer uses so many at once."""
    shades = len({match[0] for match in _SHADE.finditer(folded)})
    return any(
        entries >= least and shades >= min(max(few, text.visible_length // each), MOST)
        for least, few, each in FEWER
    )


def _longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, the longest where several begin."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _is_in_prose(view: str, candidate: Candidate) -> bool:
    """A sentence goes on at one side at least, and no marks of quotation stand around."""
    before, after = view[candidate.start - 1 : candidate.start], view[candidate.end : candidate.end + 1]
    quoted = bool(before) and before in _OPEN and bool(after) and after in _CLOSE
    return not quoted and any(map(is_han, before + after))
