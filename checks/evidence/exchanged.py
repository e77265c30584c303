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
from checks.text import Text, any_of, fold

_GROUPS = phrase_groups("spun_text")
RARE_SHADES = frozenset(_GROUPS["rare shades"])
"""Words that such a table prefers and writers do not; many of them at once need no phrase beside them."""
_SHADES = RARE_SHADES | frozenset(_GROUPS["shades"])
ENTRIES: Mapping[str, str] = MappingProxyType(
    {phrase: name for name, phrases in _GROUPS.items() if "shades" not in name for phrase in phrases}
)
"""Each phrase with the entry of the table that makes it."""

# By judgement. The phrases were chosen on twelve million characters of broadcasts, statutes, a newspaper and comments on
# goods: those that stood there were dropped, so that none is left says nothing of other texts. A thousand letters of these
# (8,900 pieces) held six shades at most, a broadcast or statute of ten thousand seven. One labelled spun page was at hand:
# fourteen shades in twelve hundred letters. Ten, and ten for each further thousand letters, are enough by themselves.
LEAST = 3  # entries of the table
EACH, ENOUGH = 500, 12  # letters for which there must be one more phrase, up to so many phrases
# Entries, shades beside them, letters for which there must be one more shade; a text too short says nothing by shades alone.
FEWER = ((2, 5, 200), (1, 7, 130), (0, 10, 100))
LONG = 350
MOST = 30  # shades that are asked for

_SHADE = any_of(_SHADES)
_ABOUT = any_of(
    ("伪原创", "洗稿", "同义词", "近义词", "错别字", "病句", "造句", "搭配不当", "机器翻译", "查重", "降重")
)
_OPEN, _CLOSE = "“‘「『\"'《【[", "”’」』\"'》】]"


class Exchanged(NamedTuple):
    """What was exchanged in a text: places in the view, and the phrases that stand there, each once.

    ``by_phrases``: phrases alone tell it; otherwise the places are those of the shades, too.
    """

    places: tuple[tuple[int, int], ...]
    phrases: tuple[str, ...]
    by_phrases: bool


def exchanged_in(text: Text, candidates: Sequence[Candidate]) -> Exchanged | None:
    """The phrases, if there are so many of so many entries that the whole text went through such a tool."""
    in_text = [c for c in candidates if c.field == "text"]
    found = _longest([c for c in in_text if c.phrase in ENTRIES and _is_in_prose(text.view, c)])
    phrases = tuple(dict.fromkeys(candidate.phrase for candidate in found))
    entries = len({ENTRIES[phrase] for phrase in phrases})
    if not in_text:
        return None
    folded = fold(text.view)
    shades = list(_SHADE.finditer(folded))
    words = tuple(dict.fromkeys(match[0] for match in shades))
    by_phrases = _is_enough(text, entries, len(phrases))
    if not (by_phrases or _is_shaded(text, entries, len(words))) or _ABOUT.search(folded):
        return None
    places = [(c.start, c.end) for c in found]
    if not by_phrases:
        places = _apart([*places, *(match.span() for match in shades)])
    return Exchanged(tuple(places), phrases or words, by_phrases)


def _is_enough(text: Text, entries: int, phrases: int) -> bool:
    """Phrases of several entries, and one for so many letters."""
    return entries >= LEAST and phrases >= min(max(LEAST, text.visible_length // EACH), ENOUGH)


def _is_shaded(text: Text, entries: int, shades: int) -> bool:
    """Fewer phrases or none, among words of which no writer uses so many at once."""
    return any(
        entries >= least
        and shades >= min(max(few, text.visible_length // each), MOST)
        and (least or text.visible_length >= LONG)
        for least, few, each in FEWER
    )


def _longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, the longest where several begin."""
    kept = set(_apart([(candidate.start, candidate.end) for candidate in candidates]))
    return [candidate for candidate in candidates if (candidate.start, candidate.end) in kept]


def _apart(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that do not overlap, the longest where several begin."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_in_prose(view: str, candidate: Candidate) -> bool:
    """A sentence goes on at one side at least, and no marks of quotation stand around."""
    before, after = view[candidate.start - 1 : candidate.start], view[candidate.end : candidate.end + 1]
    quoted = bool(before) and before in _OPEN and bool(after) and after in _CLOSE
    return not quoted and any(map(str.isalpha, before + after))
