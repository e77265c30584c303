"""Measure one shard: read each document once, keep its numbers and the places that were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from checks.facts import Facts, gathered
from checks.run import Examiner, Measured
from checks.schemas import assert_documents
from flows.engine.facts import facts_tables, sorted_keys
from flows.engine.kept import KEYS, Kept, Place, fingerprint_of, is_as_planned, keys_of_documents
from flows.engine.shard import Shard, ShardFolder
from flows.engine.shards import RunFolder
from flows.engine.tables import DOCUMENTS, Table
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
    ``met``: how many of its documents have an id of an earlier shard. ``basis``: what measuring it rests on
    besides its documents; ``fingerprint``: that and its bytes, "" where they cannot be vouched for.
    ``taken``: how many of its documents have the results of an earlier run.
    """

    digest: str
    basis: str = ""
    fingerprint: str = ""
    taken: int = 0
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
    result = ShardResult(planned.digest, planned.basis, met=len(met), lost=lost)
    marks = set(met)
    items = read_pieces(source, planned.pieces, max_document_bytes=max_document_bytes, met=marks)
    with folder.writing(shard) as place:
        try:
            for batch in _batches(_admitted(items, result)):
                _Batch(batch, examiner, result, kept).write(place)
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


class _Batch:
    """Documents held at once: those that an earlier run measured keep its results, the others are measured."""

    def __init__(
        self, items: Sequence[Ingested], examiner: Examiner, result: ShardResult, kept: Kept | None
    ) -> None:
        self._items, self._examiner, self._result, self._kept = items, examiner, result, kept
        self._keys = keys_of_documents([item.document for item in items])
        source = items[0].document.source
        usable = kept if not result.lost else None
        self._places = usable.places(source, result.basis, self._keys) if usable else []
        new = np.ones(len(items), dtype=np.bool_)
        for place in self._places:
            new[place.here] = False
        self._new = np.flatnonzero(new) if not result.lost else np.zeros(0, dtype=np.int64)
        result.taken += len(items) - len(self._new) if not result.lost else 0

    def write(self, place: ShardFolder) -> None:
        """Write all tables of the batch."""
        part, documents = self._result.parts, _documents(self._items)
        assert_documents(documents.to_pandas())
        place.write(part, "documents", documents)
        place.write_array(part, KEYS, self._keys)
        measured = self._measured()
        place.write(part, "signals", self._signals(measured, documents))
        place.write(part, "told", self._told(measured))
        facts = self._facts(measured)
        for name, table in facts_tables(facts):
            place.write(part, name, table)
        for kind, column in sorted_keys(facts):
            place.write_array(part, kind, column)

    def _measured(self) -> list[Measured]:
        """Examine the new documents; notes how long each check took, and which crashed."""
        if not len(self._new):
            return []
        measured = self._examiner.measure_many([self._items[row].document for row in self._new.tolist()])
        seconds = Counter(self._result.check_seconds)
        for each in measured:
            seconds.update(each.seconds)
            for name, error in each.crashed.items():
                crash = f"{error}, first on document {each.document.id!a}"
                self._result.crashes.setdefault(name, crash)
        self._result.check_seconds = dict(seconds)
        return measured

    def _signals(self, measured: Sequence[Measured], documents: pa.Table) -> pa.Table:
        if self._result.lost:
            return no_signals_of(documents, self._examiner)
        if not self._places:
            return signals_of(measured, self._examiner)
        kept = [self._of(place, "signals").take(pa.array(place.there)) for place in self._places]
        new = [signals_of(measured, self._examiner).cast(kept[0].schema)] if measured else []
        rows = np.concatenate([*(place.here for place in self._places), self._new])
        return pa.concat_tables([*kept, *new]).take(pa.array(np.argsort(rows)))

    def _told(self, measured: Sequence[Measured]) -> pa.Table:
        new = told_of(measured, self._examiner)
        ids = [pa.array([self._items[row].document.id for row in p.here.tolist()]) for p in self._places]
        kept = [self._of(place, "told") for place in self._places]
        return pa.concat_tables(
            [new, *(t.filter(pc.is_in(t["doc_id"], value_set=i)) for t, i in zip(kept, ids, strict=True))]
        )

    def _facts(self, measured: Sequence[Measured]) -> Facts:
        new = self._examiner.facts(measured)
        if not self._places or self._kept is None:
            return new
        parts, goes = [new], [self._new]
        for place in self._places:
            facts = self._kept.facts(place)
            where = np.full(len(facts.ids), -1, dtype=np.int64)
            where[place.there] = place.here
            parts.append(facts)
            goes.append(where)
        return gathered(parts, goes)

    def _of(self, place: Place, table: Table) -> pa.Table:
        assert self._kept is not None, "places are known of what is kept"
        return self._kept.table(place, table)


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
