"""Measure one source: read each document once, keep its numbers and the places that were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from checks.run import Examiner, Measured
from checks.schemas import assert_documents
from flows.engine.facts import write_facts
from flows.engine.shards import DOCUMENTS, RunFolder, table_of
from flows.engine.told import signals_of, told_of
from flows.ingest import Ingested, SourceUnreadable, read_source
from flows.records import Reject
from flows.settings import Source
from flows.terminal import Progress

SHARD_BYTES = 16_000_000  # a shard and its tables stay under 200 MB; more gains no speed
SHARD_DOCUMENTS = 5_000
TAIL = 120
KEPT_REJECTS = 1_000


@dataclass(frozen=True, slots=True)
class MeasuredSource:
    """What measuring one source gave besides its shards. ``failure`` is "" when it was read."""

    source: str
    documents: int
    rejects: tuple[Reject, ...]
    rejected: int
    failure: str
    seconds: float
    check_seconds: Mapping[str, float] = field(default_factory=dict)
    crashes: Mapping[str, str] = field(default_factory=dict)


def measure_source(
    source: Source,
    examiner: Examiner,
    folder: RunFolder,
    *,
    max_document_bytes: int,
    progress: Progress | None = None,
) -> MeasuredSource:
    """Read and measure a source into shards. What cannot be read is said, not raised."""
    folder.forget(source.id)
    tally = _Tally(source.id, progress)
    try:
        items = read_source(source, max_document_bytes=max_document_bytes)
        for number, shard in enumerate(_sharded(items, tally)):
            _measure_shard(folder, source.id, number, shard, examiner, tally)
    except SourceUnreadable as error:
        tally.failure = str(error)
        folder.forget(source.id)
    return tally.result()


def _sharded(items: Iterable[Ingested | Reject], tally: _Tally) -> Iterator[list[Ingested]]:
    shard: list[Ingested] = []
    size = 0
    for item in items:
        if isinstance(item, Reject):
            tally.reject(item)
            continue
        shard.append(item)
        size += item.size
        if size >= SHARD_BYTES or len(shard) >= SHARD_DOCUMENTS:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _measure_shard(
    folder: RunFolder, source: str, number: int, shard: Sequence[Ingested], examiner: Examiner, tally: _Tally
) -> None:
    documents = table_of([_document_row(item) for item in shard], DOCUMENTS)
    assert_documents(documents.to_pandas())
    measured: list[Measured] = []
    for item in shard:
        measured.append(examiner.measure(item.document))
        tally.count(measured[-1])
    folder.write(source, number, "documents", documents)
    folder.write(source, number, "signals", signals_of(measured, examiner))
    folder.write(source, number, "told", told_of(measured, examiner))
    write_facts(folder, source, number, examiner.facts(measured))


def _document_row(item: Ingested) -> dict[str, Any]:
    document = item.document
    return {
        "source": document.source,
        "id": document.id,
        "location": item.location,
        "url": document.url,
        "title": document.title,
        "fetched_at": document.fetched_at,
        "content_hash": document.content_hash,
        "characters": len(document.text),
        "bytes": item.size,
        "tail": document.text[-TAIL:],
    }


class _Tally:
    """What is counted while a source is read."""

    def __init__(self, source: str, progress: Progress | None) -> None:
        self.source, self.failure, self.documents, self.rejected = source, "", 0, 0
        self.rejects: list[Reject] = []
        self.seconds: Counter[str] = Counter()
        self.crashes: dict[str, str] = {}
        self._progress, self._started = progress, perf_counter()

    def reject(self, reject: Reject) -> None:
        self.rejected += 1
        if len(self.rejects) < KEPT_REJECTS:
            self.rejects.append(reject)

    def count(self, measured: Measured) -> None:
        self.documents += 1
        self.seconds.update(measured.seconds)
        for name, error in measured.crashed.items():
            self.crashes.setdefault(name, f"{error}, first on document {measured.document.id!a}")
        if self._progress:
            self._progress(self.source, self.documents)

    def result(self) -> MeasuredSource:
        if not (self.documents or self.rejected or self.failure):
            self.failure = "the source holds no documents"
        elif not (self.documents or self.failure):
            self.failure = f"none of its {self.rejected} documents could be read"
        return MeasuredSource(
            self.source,
            0 if self.failure else self.documents,
            tuple(self.rejects),
            self.rejected,
            self.failure,
            perf_counter() - self._started,
            dict(self.seconds),
            dict(self.crashes),
        )
