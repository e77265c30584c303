"""Lines and sentences that consist of the words of a trade: queries in a row, lists of its services, its praise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence.queries import words_in
from checks.evidence.search_terms import Segment, segments_of
from checks.evidence.trades import REPORTED, SHARED, TELLING, TRADED, Rest, theme_of
from checks.text import Text, later

LEAST = 3  # queries in a row, and different terms that ordinary texts do not hold: as for titles
SHARE = 0.6  # of the queries of a run hold a term: as for titles
WORDS, TOLD = 3, 2  # different words of the trades, and of these such as only they use
FILLED, FILLED_MORE = 0.5, 0.8  # of its letters; more where the text speaks of the trade elsewhere
_VISIBLE = later(r"[^\s,，、。|/·_:;!?-]")
QUERY = 20  # letters of a query in a list
LINE = 3_000  # letters of a line that are read
_SENTENCE = later(r"[^。!?\n]+[。!?]*")


class Pitch(NamedTuple):
    """A line or a sentence that consists of the words of a trade."""

    start: int
    end: int
    words: tuple[str, ...]


def pitches_in(text: Text, number: int, rest: Rest) -> list[Pitch]:
    """The line, if it is one pitch; else those of its sentences that are."""
    line = text.line(number)
    folded = text.folded(line.start, min(line.end, line.start + LINE))
    pitches = [pitch for match in _SENTENCE.finditer(folded) if (pitch := _pitch(line.start, match, rest))]
    if not pitches or sum(pitch.end - pitch.start for pitch in pitches) < FILLED * len(line.stripped):
        return pitches
    return [Pitch(*line.inner, pitches[0].words)]


def _pitch(offset: int, sentence: re.Match[str], rest: Rest) -> Pitch | None:
    said = sentence[0].strip()
    words = [word.text for word in words_in(said)]
    told = tuple(dict.fromkeys(word for word in words if word in TRADED))
    sure = sum(word in TELLING for word in told)
    foreign = said.isascii()  # in English two are as many
    unsure = sure < TOLD and len([word for word in told if word not in SHARED]) <= WORDS
    if len(told) < WORDS - foreign or REPORTED.search(said) or unsure:
        return None
    filled = sum(len(_VISIBLE.findall(word)) for word in words) / len(_VISIBLE.findall(said))
    start = offset + sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
    spoken_of = rest.speaks_of({theme_of(word) for word in told}, [(start, start + len(said))])
    if spoken_of and sure < TOLD:
        return None
    least = FILLED_MORE if spoken_of else FILLED
    return Pitch(start, start + len(said), told[:3]) if filled >= least else None


class Run(NamedTuple):
    """Queries in a row: their place in the line, their number, the terms that tell."""

    start: int
    end: int
    queries: int
    words: tuple[str, ...]


def runs_in(folded: str) -> Iterator[Run]:
    """The runs of queries in a line: from the first to the last with a telling term, by sentence."""
    offset = 0
    for sentence in re.split(r"(?<=[。!?;])", folded):
        hits = segments_of(sentence.rstrip("。!?;"))
        telling = [i for i, segment in enumerate(hits) if segment.told]
        if len(telling) > 1 and _is_run(run := hits[telling[0] : telling[-1] + 1]):
            first, last = _edges(hits, telling[0], telling[-1])
            told = tuple(dict.fromkeys(term for segment in run for term in segment.told))
            yield Run(offset + hits[first].start, offset + hits[last].end, last - first + 1, told)
        offset += len(sentence)


def _is_run(run: Sequence[Segment]) -> bool:
    hits = [segment for segment in run if segment.terms]
    told = {term for segment in run for term in segment.told}
    mostly = sum(segment.filled > 0.4 for segment in hits) >= SHARE * len(
        run
    )  # prose holds a term in twenty letters
    return len(hits) >= LEAST and len(told) >= LEAST and len(hits) >= SHARE * len(run) and mostly


def _edges(hits: Sequence[Segment], first: int, last: int) -> tuple[int, int]:
    """Take in the neighbours that are search queries too, and all of a list that is half made of such queries."""
    while first and hits[first - 1].terms and hits[first - 1].filled > SHARE:
        first -= 1
    while last + 1 < len(hits) and hits[last + 1].terms and hits[last + 1].filled > SHARE:
        last += 1
    if 2 * (last - first + 1) >= len(hits) and all(hit.end - hit.start <= QUERY for hit in hits):
        return 0, len(hits) - 1
    return first, last
