"""Hashes of any part of many texts at once, as a reader would compare them.

Texts are laid end to end and hashed without white space, punctuation and readings in brackets, in
simplified script, half width and lower case. The hash of ``[s, e)`` is the polynomial hash
``sum(value(c[i]) * B ** (i - s))`` modulo 2**64 (Karp and Rabin 1987), taken from one prefix sum by the
inverse powers of B, then mixed (the finalizer of MurmurHash3). No Python loop touches a character.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from unicodedata import category

import numpy as np
import numpy.typing as npt
import opencc

from checks.charmap import codes_of
from checks.text import Text, fold_table

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SAMPLED = 8  # a power of two; one window in so many is kept, chosen by its own characters, so the same one in every document

_BASE, _MODULUS = 0x9E3779B97F4A7C15, 1 << 64
_NOT_ALL_LETTERS = (*range(0x3400), *range(0xA000, 0x20000), *range(0xE0000, 0xE0200))


class Batch:
    """Texts laid end to end, each closed by a line end, with the prefix sums of their folded form."""

    def __init__(self, texts: Sequence[Text]) -> None:
        views = [text.view for text in texts]
        self.codes = codes_of("\n".join((*views, "")))
        self.texts = texts
        self.starts = _prefix(np.array([len(view) + 1 for view in views], dtype=np.int64))
        values = _values()[self.codes]
        kept = values != 0
        self.places = np.flatnonzero(kept)
        self.folded_before = _prefix(kept.astype(np.int64))
        powers, self._inverses = _powers(len(self.places) + 1)
        self._folded = values[self.places]
        kept_codes = self.codes[self.places]
        self.han_before = _prefix(((kept_codes >= 0x3400) & (kept_codes < 0xA000)).astype(np.int64))
        terms = self._folded * powers[: len(self.places)]
        self._sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(terms, dtype=np.uint64)))

    def keys(self, start: Numbers, end: Numbers) -> Hashes:
        """Hash of the folded characters ``[start, end)``, counted over the batch."""
        return _mixed((self._sums[end] - self._sums[start]) * self._inverses[start])

    @property
    def sampled(self) -> Flags:
        """Say of each folded character whether the window that starts with it is kept: its first two say."""
        pairs: Hashes = self._folded[:-1] ^ (self._folded[1:] >> np.uint64(9))
        sampled: Flags = pairs & np.uint64(SAMPLED - 1) == 0
        return sampled

    def in_raw(self, document: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Places of the batch as offsets of the raw text of the document in this row."""
        start, end = start - self.starts[document], end - self.starts[document]
        for row, text in enumerate(self.texts):
            if text.readings:
                for k in np.flatnonzero(document == row):
                    start[k], end[k] = text.to_raw(int(start[k]), int(end[k]))
        return start, end


def _prefix(counts: Numbers) -> Numbers:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))


def _mixed(keys: Hashes) -> Hashes:
    keys = (keys ^ (keys >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    return keys ^ (keys >> np.uint64(33))


@cache
def one_of(marks: str) -> Flags:
    """A table by code point that is true for these marks, one longer than the last of them."""
    table = np.zeros(max(map(ord, marks)) + 2, dtype=np.bool_)
    table[[ord(mark) for mark in marks]] = True
    return table


@cache
def _values() -> Hashes:
    """Per code point the value it is hashed with; 0 for what is left out."""
    values = np.arange(0x110000, dtype=np.uint64)
    for code, character in (_usages() | fold_table()).items():
        values[code] = ord(character)
    values[[code for code in _NOT_ALL_LETTERS if category(chr(values[code]))[0] in "ZPCS"]] = 0
    return np.where(values > 0, _mixed(values * np.uint64(_BASE)) | np.uint64(1), np.uint64(0))


def _usages() -> dict[int, str]:
    """Characters that Taiwan and Hong Kong write for a simplified one but that are simplified, too: 著 for 着."""
    han = "\n".join(map(chr, range(0x4E00, 0xA000)))
    pairs: dict[int, str] = {}
    for usage in ("s2tw", "s2hk"):
        written = opencc.OpenCC(usage).convert(han)
        pairs |= {ord(b): a for a, b in zip(han[::2], written[::2], strict=True) if a != b}
    return pairs


@cache
def _powers_of(size: int) -> tuple[Hashes, Hashes]:
    inverse = pow(_BASE, -1, _MODULUS)
    powers = np.full(size, _BASE, dtype=np.uint64)
    inverses = np.full(size, inverse, dtype=np.uint64)
    powers[0] = inverses[0] = 1
    return np.multiply.accumulate(powers), np.multiply.accumulate(inverses)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, at least so many."""
    return _powers_of(1 << max(size - 1, 1).bit_length())
