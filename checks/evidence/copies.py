"""Runs of sentences that stand elsewhere too: shared by the checks of duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checks.facts import Passages

SENTENCE = 25  # folded characters; headlines in a list are shorter


class Run(NamedTuple):
    """Sentences that follow each other in a document and in what they repeat.

    ``start`` and ``end`` are raw offsets, ``size`` folded characters, ``rows`` the first and last row
    of the sentences in the facts.
    """

    start: int
    end: int
    size: int
    rows: tuple[int, int]


def runs_of(sentences: Passages, pairs: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Merge pairs ``(row, what it repeats)`` that go on together; both count by one from row to row.

    What is repeated may be a row of the same document, or the number of another document: then it
    stays the same along a run.
    """
    first: tuple[int, int] | None = None
    last = (-2, -2)
    for row, source in pairs:
        if first is not None and row == last[0] + 1 and source in (last[1], last[1] + 1):
            last = (row, source)
            continue
        if first is not None:
            yield _run(sentences, first[0], last[0])
        first = last = (row, source)
    if first is not None:
        yield _run(sentences, first[0], last[0])


def is_prose(sentences: Passages, run: Run) -> bool:
    """Say whether a run is mostly Han and one of its sentences is closed by a mark, or long: no headlines."""
    rows = slice(run.rows[0], run.rows[1] + 1)
    closed = bool(sentences.closed[rows].any()) or int(sentences.size[rows].max()) >= SENTENCE
    return closed and 2 * int(sentences.han[rows].sum()) >= run.size


def _run(sentences: Passages, first: int, last: int) -> Run:
    size = int(sentences.size[first : last + 1].sum())
    return Run(int(sentences.start[first]), int(sentences.end[last]), size, (first, last))
