"""Which checks are called on which text: those whose signs it holds, told for many texts at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from checks.model import Check, Document
from checks.signs import Laid, signs_in

LAID = 200_000  # code points laid end to end at once; of 25,000 to a million the fastest


class Calls:
    """The signs of a set of checks, compiled.

    >>> from checks.signs import Sign
    >>> doubled = Check("doubled", "", (), signs={"marks": Sign("，", "，")})
    >>> Calls([doubled]).of([Document("a", "好，，的"), Document("b", "好，的")])
    [{('doubled', 'marks')}, set()]
    """

    def __init__(self, checks: Iterable[Check]) -> None:
        self._conditions = [((check.name, name), c) for check in checks for name, c in check.signs.items()]
        self._signs = tuple(dict.fromkeys(sign for _, c in self._conditions for sign in signs_in(c)))

    def of(self, documents: Sequence[Document]) -> list[set[tuple[str, str]]]:
        """Per document the checks, and the names of their signs, that its text or title shows."""
        shown: list[set[tuple[str, str]]] = [set() for _ in documents]
        passages = [(row, text) for row, d in enumerate(documents) for text in (d.text, d.title) if text]
        for batch in _batches(passages):
            laid = Laid([text for _, text in batch], self._signs)
            for name, condition in self._conditions:
                for place in np.flatnonzero(condition.met(laid)).tolist():
                    shown[batch[place][0]].add(name)
        return shown


def _batches(passages: Sequence[tuple[int, str]]) -> Iterator[Sequence[tuple[int, str]]]:
    """Cut into parts of about ``LAID`` code points each."""
    first = size = 0
    for place, (_, text) in enumerate(passages):
        size += len(text)
        if size >= LAID:
            yield passages[first : place + 1]
            first, size = place + 1, 0
    if first < len(passages):
        yield passages[first:]
