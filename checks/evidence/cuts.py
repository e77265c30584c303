"""Cuts: which passages say that the text they stand in is not all here.

Everything here looks at one folded passage (simplified, half width, lower case) that stands apart;
where it stands is told by ``checks.evidence.notices``. Shared by the rules on declared cuts and on unfinished
tails.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from checks.evidence.barriers import barrier_of, goes_on_in_app
from checks.evidence.declared import is_cut_short
from checks.evidence.feet import follows_text
from checks.evidence.notices import (
    CODE,
    LETTER,
    SENTENCE_BREAK,
    Place,
    longest_part,
    places_at,
    with_numbers,
    wording_of,
)
from checks.evidence.omissions import says_cut, says_rest
from checks.evidence.walls import WORDS as WALL_WORDS
from checks.evidence.walls import named, wall_of
from checks.phrases import phrase_groups
from checks.text import TERMINALS, Text, any_of, later

_GROUPS = phrase_groups("truncation_declared")
_CUT, _HUNG_ON, _WALLED = (with_numbers(_GROUPS[name]) for name in ("cut", "hung_on", "walled"))
_REST = with_numbers(phrase for phrase in _GROUPS["hung_on"] if "N" in phrase[1:])
WORDS = with_numbers(chain.from_iterable(_GROUPS.values()))
_PROSE = frozenset(_GROUPS["prose"])

_QUOTED = later(r"[“\"「『].{7,80}?[”\"」』]|《[^《》]{1,40}》")  # said or named, not meant
_CLAUSE_BREAK = later(rf"{SENTENCE_BREAK.pattern}|[,:(（)）]")
_LATIN = later(r"[a-z]")

# What else a notice may hold: letters, share of its letters, the same in English. Swept over 277 notices and 462
# look-alikes of our own: 256 and 5 at these; 253 and 4 at 4 and 0.2; from 8 letters and 0.4 (in English 0.3) on
# prose comes in and nothing is gained.
SPARE, SPARE_SHARE, SPARE_SHARE_EN = 6, 0.3, 0.1
SIGNS_OF_NOTICES = phrase_groups("truncated_tail")["sign"]
_SIGNS = any_of(SIGNS_OF_NOTICES)
_LINKS = frozenset(phrase_groups("teaser")["whole"])
ROUND = " []()【】<>»→-….:"
"""What is set round the words of a link."""

NEAR, SIGNS = 500, 12  # characters of a tail, signs looked at: walls stand at the end, before a foot
GOES_ON = 2  # sentences behind a passage that no foot of a page has
SHORT = 4  # a name or a greeting that stands before the notice as a sentence of its own


def is_notice(passage: str) -> bool:
    """Say whether a passage is made of the words of such notices, or is a wall."""
    return bool(wall_of(passage)) if _WALLED.search(passage) else not _is_prose(passage)


def is_worded(text: Text, place: Place, passage: str) -> bool:
    """Say whether a passage has a wording that means a cut where it stands.

    Of a wall, which is a class of its own, the wording must give the rest that is kept back.
    """
    said = _QUOTED.sub(" ", passage)
    if _CUT.search(said) or says_cut(said) or (_REST.search(said) and _WALLED.search(said)):
        return True
    if _WALLED.search(said):
        return False
    if (_HUNG_ON.search(said) or says_rest(said)) and (
        place.by_ellipsis or (place.kind == "bracket" and place.last)
    ):
        return True
    bare = place.kind == "bracket" and "".join(LETTER.findall(passage)) == "未完"
    before = text.view[max(place.start - 20, 0) : place.start].rstrip()
    return bare and (place.by_ellipsis or before[-1:] not in TERMINALS)


@lru_cache(maxsize=1024)
def _is_prose(passage: str) -> bool:
    """More stands here than the words of such notices, or another thing is spoken of."""
    size, spare = _letters(passage)
    if spare > SPARE or CODE.search(passage) or not _PROSE.isdisjoint(WORDS.findall(passage)):
        return True
    share = SPARE_SHARE_EN if 2 * len(_LATIN.findall(passage)) > size else SPARE_SHARE
    parts = map(_letters, _CLAUSE_BREAK.split(passage))
    return (
        spare > share * size
        or any(2 * strange > length > SHORT for length, strange in parts)  # a sentence of the text before it
    )


def _letters(passage: str) -> tuple[int, int]:
    """Letters of a passage, and those that no word of a notice explains."""
    return len(LETTER.findall(passage)), len(LETTER.findall(WORDS.sub(" ", passage)))


def literals() -> Iterator[str]:
    """What the scanner looks for: a wording, or the longest part of it that holds no number."""
    phrases = chain.from_iterable(_GROUPS[group] for group in ("cut", "hung_on", "unfinished", "framed"))
    yield from (part for part in map(longest_part, phrases) if len(part) > 1)
    yield from _GROUPS["sign"]


def notices_near_end(text: Text) -> Iterator[int]:
    """Where walls, declared cuts and links to the whole text begin in the tail, a few at most."""
    low = max(len(text.view) - NEAR, 0)
    tail = text.view[low:]
    signs = [(low + match.start(), match[0]) for match in islice(_SIGNS.finditer(tail), SIGNS)]
    for at, sign in signs:
        for place in places_at(text, at, at + len(sign), WALL_WORDS):
            if place.kind != "prose" and _tells(text, place) and not _text_follows(text, place):
                yield place.start


def _text_follows(text: Text, place: Place) -> bool:
    """The article goes on behind the passage: sentences that are neither of a foot nor of a wall."""
    sentences = 0
    for line in text.view[place.end :].split("\n"):
        if not _SIGNS.search(line) and not follows_text(line.strip()):
            sentences += line.count("。")
    return sentences >= GOES_ON


def _tells(text: Text, place: Place) -> bool:
    passage = named(text, wording_of(text, place))
    link = place.kind == "line" and passage.strip(ROUND) in _LINKS
    if place.kind in ("line", "bracket") and (is_cut_short(passage) or barrier_of(passage)):
        return True
    if place.kind == "line" and goes_on_in_app(passage):
        return True
    return link or bool(wall_of(passage)) or (is_notice(passage) and is_worded(text, place, passage))
