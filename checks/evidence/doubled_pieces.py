"""Pieces of a query set into sentences, each doubled: 一位水城水城朋友渠怎渠怎来到了修较好修较好河边.

Farms cut their query into pieces, double each, and strew them over an article, so that its words come often enough. What
writers double is a word (研究研究, 一步一步) or a sound, and it stands there once. Everything looks at the view as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from checks.evidence.characters import CALLS, SIGHS
from checks.evidence.lexicon import words
from checks.signs import Flags, Laid
from checks.text import Text, fold, is_han, later

# By judgement: three pages met had 3 to 5 pieces, 2 to 4 of them no words, in 8 to 30 places. No novel, song or broadcast
# of the bench has two such pieces that are no words.
PIECES = 3  # different pieces
STRANGE = 2  # of them no words
TIMES = 2  # places of each
PLACES = 8  # of all of them together
AMID = 0.4  # of the places stand between two characters, the others behind a mark
WIDTHS = (2, 3, 4)  # letters of a piece

_DOUBLED = later(r"(?=(?P<piece>[㐀-鿿]{2,4}?)(?P=piece))")
_SOUNDS = CALLS | SIGHS | frozenset("啊哈呵呀吧啦哩咚咕叮当铛滴答嘟噜轰隆咔嚓哗咣噼啪叽喳呜吱嗡咯")


@dataclass(frozen=True, slots=True)
class Doubled:
    """Pairs to fours of letters that stand twice in a row, ``least`` of them.

    >>> Doubled(2).met(Laid(["水城水城的渠怎渠怎好", "水城水城的渠怎好", "哈哈哈哈哈哈"])).tolist()
    [True, False, False]
    """

    least: int

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it holds so many."""
        codes = texts.codes
        found = np.zeros(len(codes), dtype=bool)
        for width in (w for w in WIDTHS if len(codes) > 2 * w):
            again = codes[width:] == codes[:-width]
            again &= codes[width:] >= 0x3400
            twice = again[: len(again) - width + 1].copy()
            for step in range(1, width):
                twice &= again[step : len(again) - width + 1 + step]
            found[: len(twice)] |= twice & (codes[: len(twice)] != codes[1 : len(twice) + 1])
        return texts.counts(np.flatnonzero(found)) >= self.least


def pieces_in(text: Text) -> list[tuple[int, int]]:
    """The places of such pieces, in order; none in a text in which few are doubled, or words alone."""
    places = _doubled(text.view)
    kept = {piece: found for piece, found in places.items() if len(found) >= TIMES}
    everywhere = sorted(at for found in kept.values() for at in found)
    strange = sum(fold(piece) not in words() for piece in kept)
    if len(kept) < PIECES or strange < STRANGE or len(everywhere) < PLACES:
        return []
    amid = sum(_is_amid(text.view, *place) for place in everywhere)
    return everywhere if amid >= AMID * len(everywhere) else []


def _doubled(view: str) -> Mapping[str, list[tuple[int, int]]]:
    """Per piece the places where it stands twice; of pieces that overlap the first."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    end = 0
    for match in _DOUBLED.finditer(view):
        piece = match["piece"]
        if match.start() >= end and len(set(piece)) > 1 and _SOUNDS.isdisjoint(fold(piece)):
            end = match.start() + 2 * len(piece)
            places[piece].append((match.start(), end))
    return places


def _is_amid(view: str, start: int, end: int) -> bool:
    return start > 0 and is_han(view[start - 1]) and re.match("[㐀-鿿]", view[end : end + 1]) is not None
