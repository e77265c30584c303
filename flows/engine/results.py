"""The tables of a finished run read back as rows, a batch at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from checks.model import Severity
from flows.causes import Origin
from flows.records import DocumentRow, FindingRow

SNIPPET = 60
_BATCH = 2_000
_RANKED = ["source", "class", "proof", "severity", "n", "doc_id"]

Key = tuple[str, str]
NOWHERE = Origin("", 0)
"""The origin of a document that is not known, or that nothing counts against."""


def document_rows(folder: Path, ids: Collection[str] | None = None) -> Iterator[DocumentRow]:
    """Every document of a run, or those that have one of these ids in any source."""
    names = [field.name for field in fields(DocumentRow)]
    wanted = pa.array(sorted(ids), pa.string()) if ids is not None else None
    for batch in _batches(folder / "documents.parquet", names):
        if wanted is not None:
            batch = batch.filter(pc.is_in(batch.column("id"), wanted))
        yield from map(DocumentRow, *(batch.column(name).to_pylist() for name in names))


def finding_rows(folder: Path) -> Iterator[FindingRow]:
    """Every finding of a run, by source, shard, document and class."""
    for batch in _batches(folder / "findings.parquet"):
        yield from map(_finding_row, batch.to_pylist())


def gravest_rows(folder: Path, most: int, spans: int) -> Iterator[FindingRow]:
    """At most so many findings of each source and class: what counts before hints, then the worst, then by document.

    They come in the order of the run, with so many of their ``spans`` at most. Only they are read whole.
    """
    path = folder / "findings.parquet"
    if not len(rows := _gravest(pq.read_table(path, columns=_RANKED), most)):
        return
    first = 0
    for batch in _batches(path):
        low, high = np.searchsorted(rows, (first, first + len(batch)))
        if low < high:
            some = batch.take(pa.array(rows[low:high] - first))
            place = some.schema.get_field_index("spans")
            few = pc.list_slice(some.column(place), 0, spans)
            yield from map(_finding_row, some.set_column(place, "spans", few).to_pylist())
        first += len(batch)


def _gravest(findings: pa.Table, most: int) -> np.typing.NDArray[np.int64]:
    """The numbers of these rows, in order."""
    words = pa.array([severity.word for severity in sorted(Severity)])
    group = pc.binary_join_element_wise(findings["source"], findings["class"], "\0")
    ranked = pa.table(
        {
            "group": group.combine_chunks().dictionary_encode().indices,
            "hint": pc.equal(findings["proof"], "hint"),
            "severity": pc.index_in(findings["severity"], value_set=words),
            "n": findings["n"],
            "doc_id": findings["doc_id"],
        }
    )
    descending = ("severity", "n")
    keys = [(name, "descending" if name in descending else "ascending") for name in ranked.column_names]
    order = pc.sort_indices(ranked, sort_keys=keys).to_numpy().astype(np.int64)
    groups = ranked["group"].to_numpy()[order]
    begins = np.flatnonzero(np.diff(groups, prepend=-1))
    place = np.arange(len(groups)) - np.repeat(begins, np.diff([*begins, len(groups)]))
    return np.sort(order[place < most])


class Origins:
    """Where the documents with a counting finding came from.

    They are walked through once if they are asked for in the order of the run, in which findings come.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._walk = self._begin()
        self._at: Key | None = None
        self._origin = NOWHERE

    def get(self, key: Key, default: Origin = NOWHERE) -> Origin:
        """Where the document ``(source, id)`` came from; walks on, and then once more from the first."""
        if key != self._at and not (self._find(key) or self._again(key)):
            return default
        return self._origin

    def _again(self, key: Key) -> bool:
        self._walk = self._begin()
        return self._find(key)

    def _find(self, key: Key) -> bool:
        for source, name, url, characters in self._walk:
            if (source, name) == key:
                self._at, self._origin = key, Origin(_host(url), characters)
                return True
        return False

    def _begin(self) -> Iterator[tuple[str, str, str, int]]:
        columns = ["source", "id", "url", "characters", "verdict"]
        for batch in _batches(self._folder / "documents.parquet", columns):
            counts = pc.is_in(batch.column("verdict"), pa.array(["warned", "failed"]))
            urls = pc.if_else(counts, batch.column("url"), "")
            sizes = pc.if_else(counts, batch.column("characters"), 0)
            names = (batch.column(name) for name in ("source", "id"))
            yield from zip(*(column.to_pylist() for column in (*names, urls, sizes)), strict=True)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets out of place: a scraped address may be anything
        return ""


def snippets_of(findings: Iterable[FindingRow]) -> dict[Key, str]:
    """Per source and class the first quote of its worst finding: severity, then number of spans."""
    worst: dict[Key, FindingRow] = {}
    for row in findings:
        known = worst.get((row.source, row.cls))
        if row.spans and (known is None or (row.severity, row.n) > (known.severity, known.n)):
            worst[row.source, row.cls] = row
    return {key: str(row.spans[0]["quote"])[:SNIPPET] for key, row in worst.items()}


def _batches(path: Path, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(_BATCH, columns=columns)


def _finding_row(row: Mapping[str, Any]) -> FindingRow:
    return FindingRow(
        doc_id=row["doc_id"],
        source=row["source"],
        check=row["check"],
        cls=row["class"],
        family=row["family"],
        severity=Severity[row["severity"].upper()],
        proof=row["proof"],
        message_en=row["message_en"],
        message_zh=row["message_zh"],
        n=row["n"],
        share=row["share"],
        spans=tuple(row["spans"]),
    )
