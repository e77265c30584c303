"""Measure one shard: read each document once, keep its numbers and the places that were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any

import pyarrow as pa

from checks.run import Examiner, Measured
from checks.schemas import assert_documents
from flows.engine.facts import facts_tables, sorted_keys
from flows.engine.shard import Shard, ShardFolder
from flows.engine.shards import RunFolder
from flows.engine.tables import DOCUMENTS
from flows.engine.told import no_signals_of, signals_of, told_of
from flows.ingest import Ingested, Source, SourceUnreadable, read_pieces
from flows.records import Reject

PART_BYTES = 8_000_000  # of texts held at once; with all that is told of them they take about 400 MB
PART_DOCUMENTS = 5_000
TAIL = 120
KEPT_REJECTS = 1_000


@dataclass(slots=True)
class ShardResult:
    """What measuring a shard gave besides its tables, as it is kept with them.

    ``failure``: why the source cannot be read. ``lost``: why its documents could not be examined.
    ``met``: how many of its documents have an id of an earlier shard.
    """

    digest: str
    parts: int = 0
    documents: int = 0
    rejects: list[tuple[str, str]] = field(default_factory=list)
    rejected: int = 0
    met: int = 0
    seconds: float = 0.0
    check_seconds: dict[str, float] = field(default_factory=dict)
    crashes: dict[str, str] = field(default_factory=dict)
    failure: str = ""
    lost: str = ""


def measure_pieces(
    folder: RunFolder,
    source: Source,
    shard: Shard,
    examiner: Examiner,
    *,
    max_document_bytes: int,
    lost: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Read and measure a shard. What cannot be read is said, not raised.

    ``lost``: why its documents are not to be examined, only read. ``progress`` is told of documents.
    """
    started, planned, met = perf_counter(), folder.plan(shard), folder.met(shard)
    result = ShardResult(planned.digest, met=len(met), lost=lost)
    marks = set(met)
    items = read_pieces(source, planned.pieces, max_document_bytes=max_document_bytes, met=marks)
    with folder.writing(shard) as place:
        try:
            for batch in _batches(_admitted(items, result)):
                measured = None if lost else _measure_shard(batch, examiner, result)
                _write(place, result.parts, batch, measured, examiner)
                result.parts += 1
                progress(len(batch))
        except SourceUnreadable as error:
            result.failure = str(error)
        result.seconds = perf_counter() - started
        place.write_marks(marks - met)
        place.write_result(asdict(result))


def write_failure(folder: RunFolder, shard: Shard, failure: str) -> None:
    """Note that a shard cannot even be read, and so that its source cannot."""
    with folder.writing(shard) as place:
        place.write_result(asdict(ShardResult(folder.plan(shard).digest, failure=failure)))


def _admitted(items: Iterable[Ingested | Reject], result: ShardResult) -> Iterator[Ingested]:
    """Pass documents on and note the rejects."""
    for item in items:
        if isinstance(item, Ingested):
            result.documents += 1
            yield item
            continue
        result.rejected += 1
        if len(result.rejects) < KEPT_REJECTS:
            result.rejects.append((item.location, item.reason))


def _batches(items: Iterable[Ingested]) -> Iterator[list[Ingested]]:
    batch: list[Ingested] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item.size
        if size >= PART_BYTES or len(batch) >= PART_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _measure_shard(batch: Sequence[Ingested], examiner: Examiner, result: ShardResult) -> list[Measured]:
    """Examine documents; notes how long each check took, and which crashed."""
    measured = examiner.measure_many([item.document for item in batch])
    seconds = Counter(result.check_seconds)
    for each in measured:
        seconds.update(each.seconds)
        for name, error in each.crashed.items():
            result.crashes.setdefault(name, f"{error}, first on document {each.document.id!a}")
    result.check_seconds = dict(seconds)
    return measured


def _write(
    place: ShardFolder,
    part: int,
    batch: Sequence[Ingested],
    measured: Sequence[Measured] | None,
    examiner: Examiner,
) -> None:
    documents = _documents(batch)
    assert_documents(documents.to_pandas())
    place.write(part, "documents", documents)
    if measured is None:
        place.write(part, "signals", no_signals_of(documents, examiner))
    else:
        place.write(part, "signals", signals_of(measured, examiner))
    place.write(part, "told", told_of(measured or (), examiner))
    facts = examiner.facts(measured or ())
    for name, table in facts_tables(facts):
        place.write(part, name, table)
    for kind, column in sorted_keys(facts):
        place.write_array(part, kind, column)


def _documents(batch: Sequence[Ingested]) -> pa.Table:
    documents = [item.document for item in batch]
    columns: dict[str, list[Any]] = {
        "source": [document.source for document in documents],
        "id": [document.id for document in documents],
        "location": [item.location for item in batch],
        "url": [document.url for document in documents],
        "title": [document.title for document in documents],
        "fetched_at": [document.fetched_at for document in documents],
        "content_hash": [document.content_hash for document in documents],
        "characters": [len(document.text) for document in documents],
        "bytes": [item.size for item in batch],
        "tail": [document.text[-TAIL:] for document in documents],
    }
    return pa.table(columns, schema=DOCUMENTS)
