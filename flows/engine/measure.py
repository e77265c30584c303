"""Measure one shard: read each document once, keep its numbers and the places that were told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from time import perf_counter

from checks.run import Examiner
from flows.engine.batch import Batch, Item
from flows.engine.kept import Kept, fingerprint_of, is_as_planned
from flows.engine.shard import Shard, ShardResult
from flows.engine.shards import RunFolder
from flows.ingest import Asked, Ingested, Recognised, Source, SourceUnreadable, read_pieces
from flows.records import Reject

PART_BYTES = 8_000_000  # of texts held at once; with all that is told of them they take about 400 MB
PART_DOCUMENTS = 5_000
KEPT_REJECTS = 1_000


def measure_pieces(
    folder: RunFolder,
    source: Source,
    shard: Shard,
    examiner: Examiner,
    *,
    max_document_bytes: int,
    kept: Kept | None = None,
    lost: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Read and measure a shard. What cannot be read is said, not raised.

    ``kept``: what an earlier run measured; only what is not among it is measured. ``lost``: why its documents
    are not to be examined, only read. ``progress`` is told of documents.
    """
    started, planned, met = perf_counter(), folder.plan(shard), folder.met(shard)
    fingerprint = "" if lost or met else fingerprint_of(planned)
    result = ShardResult(planned.digest, planned.ground, folder.versions(), met=len(met), lost=lost)
    marks = set(met)
    known = kept.lines(source.id, planned.ground, result.versions) if kept and not lost else None
    items = read_pieces(
        source, planned.pieces, max_document_bytes=max_document_bytes, met=marks, asked=Asked(known=known)
    )
    with folder.writing(shard) as place:
        try:
            for batch in _batches(_admitted(items, result)):
                Batch(source.id, batch, examiner, result, kept, known).write(place)
                result.parts += 1
                progress(len(batch))
        except SourceUnreadable as error:
            result.failure = str(error)
        result.fingerprint = fingerprint if is_as_planned(planned) else ""
        result.seconds = perf_counter() - started
        place.write_marks(marks - met)
        place.write_result(asdict(result))


def take_over(folder: RunFolder, shard: Shard, kept: Kept) -> bool:
    """Take over what an earlier run measured of a shard whose bytes are the same, without parsing them.

    False where they are not.
    """
    started, planned = perf_counter(), folder.plan(shard)
    fingerprint = fingerprint_of(planned) if kept.holds(shard.source) else ""
    same = kept.shard_like(shard.source, fingerprint) if fingerprint else None
    if same is None:
        return False
    place, measured = same
    result = ShardResult(**measured)
    result.digest, result.check_seconds, result.taken = planned.digest, {}, result.documents
    with folder.writing(shard) as written:
        written.take(place)
        result.seconds = perf_counter() - started
        written.write_result(asdict(result))
    return True


def write_failure(folder: RunFolder, shard: Shard, failure: str) -> None:
    """Note that a shard cannot even be read, and so that its source cannot."""
    with folder.writing(shard) as place:
        place.write_result(asdict(ShardResult(folder.plan(shard).digest, failure=failure)))


def _admitted(items: Iterable[Ingested | Recognised | Reject], result: ShardResult) -> Iterator[Item]:
    """Pass documents on and note the rejects."""
    for item in items:
        if not isinstance(item, Reject):
            result.documents += 1
            yield item
            continue
        result.rejected += 1
        if len(result.rejects) < KEPT_REJECTS:
            result.rejects.append((item.location, item.reason))


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item.size
        if size >= PART_BYTES or len(batch) >= PART_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
