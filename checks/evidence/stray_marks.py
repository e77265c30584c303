"""Marks strewn into running text: 打，造 首，发: they stand inside words, where no writer sets one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.evidence.lexicon import dictionary
from checks.text import Text, fold, later

_GATE = later(
    "[，,、。；][的们們着著过過式化者性](?=[一-鿿])|[一-鿿](?:[在为為把被从從与與和及])[，,、。；](?=[一-鿿])"
)
FEW = 2  # marks before a suffix or behind a preposition from which on each mark is looked at
_MARK = later("[，,。；](?<=[一-鿿]{2}.)(?=[一-鿿]{2})")  # the mark first: re skips to it
BROKEN = 4  # different words cut by a mark: of 2,323 clean texts none holds three with such gates
SHARE = 0.05  # of the marks between characters


def strewn_in(text: Text) -> Iterator[tuple[int, int]]:
    """The marks that cut a word, if there are several and no small part of all."""
    marks = [found.span() for found in _MARK.finditer(text.view)]
    cut = [place for place in marks if _cuts_word(text, *place)]
    different = {text.view[start - 1] + text.view[end] for start, end in cut}
    if len(different) < BROKEN or len(cut) < SHARE * len(marks):
        return
    gates = list(_GATE.finditer(text.view))
    if len(gates) >= FEW:
        yield from sorted({*cut, *map(_mark_in, gates)})


def _mark_in(found: re.Match[str]) -> tuple[int, int]:
    at = next(k for k, c in enumerate(found[0]) if c in "，,、。；")
    return found.start() + at, found.start() + at + 1


def _cuts_word(text: Text, start: int, end: int) -> bool:
    """A word runs through it, and neither side ends or begins one."""
    if fold(text.view[start - 1] + text.view[end]) not in dictionary():
        return False
    left, right = text.folded(start - 2, start), text.folded(end, end + 2)
    return left not in dictionary() and right not in dictionary()
