"""Lines and sentences that consist of the words of a trade: lists of its services, or its praise."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.evidence.trades import REPORTED, TELLING, TRADED, Rest, theme_of, words_in
from checks.text import Text

WORDS, TOLD = 3, 2  # different words of the trades, and of these such as only they use
FILLED, FILLED_MORE = 0.6, 0.8  # of its letters; more where the text speaks of the trade elsewhere
_VISIBLE = re.compile(r"[^\s,，、。|/·_:;!?-]")
LINE = 3_000  # letters of a line that are read
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]*")


class Pitch(NamedTuple):
    """A line or a sentence that consists of the words of a trade."""

    start: int
    end: int
    words: tuple[str, ...]


def pitches_in(text: Text, number: int, rest: Rest) -> list[Pitch]:
    """The line, if it is one pitch; else those of its sentences that are."""
    line = text.lines[number]
    folded = text.folded(line.start, min(line.end, line.start + LINE))
    pitches = [pitch for match in _SENTENCE.finditer(folded) if (pitch := _pitch(line.start, match, rest))]
    if not pitches or sum(pitch.end - pitch.start for pitch in pitches) < FILLED * len(line.stripped):
        return pitches
    return [Pitch(*line.inner, pitches[0].words)]


def _pitch(offset: int, sentence: re.Match[str], rest: Rest) -> Pitch | None:
    said = sentence[0].strip()
    words = [word.text for word in words_in(said)]
    told = tuple(dict.fromkeys(word for word in words if word in TRADED))
    if len(told) < WORDS or sum(word in TELLING for word in told) < TOLD or REPORTED.search(said):
        return None
    filled = sum(len(_VISIBLE.findall(word)) for word in words) / len(_VISIBLE.findall(said))
    start = offset + sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
    spoken_of = rest.speaks_of({theme_of(word) for word in told}, [(start, start + len(said))])
    least = FILLED_MORE if spoken_of else FILLED
    return Pitch(start, start + len(said), told[:3]) if filled >= least else None
