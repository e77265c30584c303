"""The text-free facts of documents: hashes of sentences, lines and character windows, with places.

Everything that needs other documents is told from these numbers alone, so they can be kept while the
texts are not. They are computed over a batch of texts at once, by table lookups and prefix sums of
numpy (``checks.hashing``), about as fast as the texts were read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from checks.charmap import codes_of
from checks.hashing import Batch, Flags, Hashes, Numbers, one_of
from checks.text import Text

SENTENCE_MIN = 8  # folded characters; shorter sentences ("他说。") repeat everywhere and say nothing
LINE_MAX = 300  # folded characters; of 40 footers looked at none was longer, paragraphs mostly are
HEAD = 16  # folded characters; after an equal sentence, no two documents begin so much alike by chance
WINDOW = 8  # folded characters; with 5 % of them edited two thirds of the windows survive, of 13 only half
BATCH = 150_000  # code points hashed at once; of 40,000 to a million the fastest

OF_SOURCE = "source "  # begins the name of a group that has no host; no host holds a space

_SENTENCE_ENDS = "\n。！？!?"
_NUMBERED = "第一二三四五六七八九十(（0123456789①②③④⑤"


class Passages(NamedTuple):
    """Parts of documents in order: ``[start, end)`` of the raw text of the document in this row.

    ``size`` counts folded characters, ``key`` hashes them, ``han`` counts the Han among them.
    ``numbered``: begins as a heading or an article of a statute does; ``closed``: ends in a mark.
    """

    document: Numbers
    start: Numbers
    end: Numbers
    size: Numbers
    key: Hashes
    han: Numbers
    numbered: Flags
    closed: Flags

    def of(self, documents: Numbers) -> Passages:
        """The passages of these documents, given in ascending order."""
        first = np.searchsorted(self.document, documents)
        sizes = np.searchsorted(self.document, documents, side="right") - first
        before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        return self.where(np.arange(before[-1]) + np.repeat(first - before[:-1], sizes))

    def where(self, rows: Flags | Numbers) -> Passages:
        """The passages of these rows."""
        columns: list[Any] = [column[rows] for column in self]
        return Passages(*columns)


class Echoes(NamedTuple):
    """Sampled windows that stand in a document a second time: ``[start, end)`` of the raw text.

    ``first``: where the window before with the same characters starts.
    """

    document: Numbers
    first: Numbers
    start: Numbers
    end: Numbers


class Prints(NamedTuple):
    """Sampled hashes of character windows: the fingerprint of a document, each hash once."""

    document: Numbers
    key: Hashes


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept of a batch of documents; the arrays of ``Passages`` and ``Prints`` refer to rows.

    ``groups`` say whose lines are counted together: the host of the address, else the source.
    ``sizes`` count folded characters, ``characters`` code points of the raw text. ``heads`` hash the
    first ``HEAD`` characters of each sentence, 0 if it is shorter. ``tails`` say where an unfinished last
    sentence starts in the raw text, -1 for a finished one; ``tail_rows`` its row in ``sentences``, -1 for
    none. ``first``: how many documents of the corpus stand before these, known once all are surveyed.
    """

    ids: tuple[str, ...]
    groups: tuple[str, ...]
    characters: Numbers
    sizes: Numbers
    tails: Numbers
    tail_rows: Numbers
    sentences: Passages
    heads: Hashes
    lines: Passages
    prints: Prints
    echoes: Echoes
    first: int = 0


def facts_of(texts: Sequence[Text], groups: Sequence[str], tails: Sequence[int]) -> Facts:
    """Compute the facts of texts; ``groups`` and ``tails`` have one item a text."""
    batches = list(_batches(texts))
    parts = [_hashed(texts[first:last], first) for first, last in batches] or [_hashed((), 0)]
    sentences = Passages(*_joined([part.sentences for part in parts]))
    where = np.array(tails, dtype=np.int64)
    return Facts(
        ids=tuple(text.document.id for text in texts),
        groups=tuple(groups),
        characters=np.array([len(text.raw) for text in texts], dtype=np.int64),
        sizes=np.concatenate([part.sizes for part in parts]),
        tails=where,
        tail_rows=_tail_rows(sentences, where),
        sentences=sentences,
        heads=np.concatenate([part.heads for part in parts]),
        lines=Passages(*_joined([part.lines for part in parts])),
        prints=Prints(*_joined([part.prints for part in parts])),
        echoes=Echoes(*_joined([part.echoes for part in parts])),
    )


def gathered(parts: Sequence[Facts], places: Sequence[Numbers]) -> Facts:
    """Put documents of several parts into one: ``places`` say per part where each of its documents goes.

    A document whose place is -1 is left out; the others fill the places from 0 on.
    """
    kept = [np.flatnonzero(place >= 0) for place in places]
    order = np.argsort(np.concatenate([place[rows] for place, rows in zip(places, kept, strict=True)]))

    def column(of: Callable[[Facts], Numbers]) -> Numbers:
        values: Numbers = np.concatenate([of(p)[rows] for p, rows in zip(parts, kept, strict=True)])[order]
        return values

    def words(of: Callable[[Facts], tuple[str, ...]]) -> tuple[str, ...]:
        values = [of(part)[row] for part, rows in zip(parts, kept, strict=True) for row in rows.tolist()]
        return tuple(values[row] for row in order.tolist())

    def rows_of(tables: Sequence[Sequence[Any]]) -> list[Any]:
        """Tables whose first column names the document, put together in the order of the documents."""
        moved = []
        for table, place in zip(tables, places, strict=True):
            document = place[table[0]]
            rows = np.flatnonzero(document >= 0)
            moved.append([document[rows], *(column[rows] for column in table[1:])])
        joined = _joined(moved)
        by_document = np.argsort(joined[0], kind="stable")
        return [column[by_document] for column in joined]

    *sentences, heads = rows_of([(*part.sentences, part.heads) for part in parts])
    passages, tails = Passages(*sentences), column(lambda facts: facts.tails)
    return Facts(
        ids=words(lambda facts: facts.ids),
        groups=words(lambda facts: facts.groups),
        characters=column(lambda facts: facts.characters),
        sizes=column(lambda facts: facts.sizes),
        tails=tails,
        tail_rows=_tail_rows(passages, tails),
        sentences=passages,
        heads=heads,
        lines=Passages(*rows_of([part.lines for part in parts])),
        prints=Prints(*rows_of([part.prints for part in parts])),
        echoes=Echoes(*rows_of([part.echoes for part in parts])),
    )


def _tail_rows(sentences: Passages, tails: Numbers) -> Numbers:
    """The sentence that holds the start of each unfinished tail."""
    first = np.searchsorted(sentences.document, np.arange(len(tails) + 1))
    rows = np.full(len(tails), -1, dtype=np.int64)
    for document in np.flatnonzero(tails >= 0):
        low, high = first[document], first[document + 1]
        row = low + np.searchsorted(sentences.end[low:high], tails[document], side="right")
        if row < high:
            rows[document] = row
    return rows


class _Hashed(NamedTuple):
    sizes: Numbers
    sentences: Passages
    heads: Hashes
    lines: Passages
    prints: Prints
    echoes: Echoes


def _hashed(texts: Sequence[Text], first: int) -> _Hashed:
    batch = Batch(texts)
    sizes = np.diff(batch.folded_before[batch.starts])
    sentences, low = _passages(batch, one_of(_SENTENCE_ENDS), first)
    lines, _ = _passages(batch, one_of("\n"), first)
    long = sentences.size >= SENTENCE_MIN
    return _Hashed(
        sizes,
        sentences.where(long),
        np.where(sentences.size >= HEAD, batch.keys(low, np.minimum(low + HEAD, len(batch.places))), 0)[long],
        lines.where((lines.size > 1) & (lines.size <= LINE_MAX)),
        *_prints(batch, first),
    )


def _passages(batch: Batch, ends: Flags, first: int) -> tuple[Passages, Numbers]:
    """Cut the batch after each of these characters; empty parts are left out.

    Beside the parts: where each begins in the folded characters of the batch.
    """
    stop = np.flatnonzero(ends[np.minimum(batch.codes, len(ends) - 1)]) + 1
    low = batch.folded_before[np.concatenate((np.zeros(1, dtype=np.int64), stop[:-1]))]
    high = batch.folded_before[stop]
    full = np.flatnonzero(high > low)
    low, high, stop = low[full], high[full], stop[full]
    start, last = batch.places[low], batch.places[high - 1] + 1
    closed = batch.codes[stop - 1] != ord("\n")
    stop = np.where(closed, stop, last)  # the full stop belongs to its sentence
    document = np.searchsorted(batch.starts, start, side="right") - 1
    start, stop = batch.in_raw(document, start, stop)
    numbered = np.isin(batch.codes[batch.places[low]], codes_of(_NUMBERED))
    han = batch.han_before[high] - batch.han_before[low]
    parts = Passages(document + first, start, stop, high - low, batch.keys(low, high), han, numbered, closed)
    return parts, low


def _prints(batch: Batch, first: int) -> tuple[Prints, Echoes]:
    """The sampled windows: each once per document, and where they come again."""
    low = np.flatnonzero(batch.sampled[: max(len(batch.places) - WINDOW + 1, 0)])
    ends = batch.folded_before[batch.starts]  # where each document ends, in folded characters
    document = np.searchsorted(ends, low, side="right") - 1
    within = low + WINDOW <= ends[document + 1]
    low, document = low[within], document[within]
    key = batch.keys(low, low + WINDOW)
    mixed = key ^ (
        document.astype(np.uint64) * np.uint64(0xD6E8FEB86659FD93)
    )  # of one document, one key each
    order = np.argsort(mixed, kind="stable")
    again = np.zeros(len(key), dtype=np.bool_)
    again[order[1:]] = mixed[order[1:]] == mixed[order[:-1]]
    previous = np.empty(len(key), dtype=np.int64)
    previous[order[1:]] = order[:-1]
    rows = np.flatnonzero(again)
    before = batch.places[low[previous[rows]]]
    start, end = batch.places[low[rows]], batch.places[low[rows] + WINDOW - 1] + 1
    start, end = batch.in_raw(document[rows], start, end)
    before, _ = batch.in_raw(document[rows], before, before)
    echoes = Echoes(document[rows] + first, before, start, end)
    return Prints(document[~again] + first, key[~again]), echoes


def _joined(parts: Sequence[Sequence[Any]]) -> list[Any]:
    """Column by column, one batch after the other."""
    return [np.concatenate(columns) for columns in zip(*parts, strict=True)]


def _batches(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Cut into ``[first, last)`` of about ``BATCH`` code points each."""
    cuts, size = [0], 0
    for row, text in enumerate(texts):
        if size >= BATCH:
            cuts.append(row)
            size = 0
        size += len(text.view)
    return list(zip(cuts, [*cuts[1:], len(texts)], strict=True))
