"""Documents held at once: what an earlier run measured of them is kept, the rest is measured."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from checks.facts import Facts, gathered
from checks.hashing import Hashes, Numbers
from checks.run import Examiner, Measured
from checks.schemas import assert_documents
from flows.engine.facts import facts_tables, sorted_keys
from flows.engine.kept import KEYS, LINES, Kept, KeptLines, Place, keys_of_documents
from flows.engine.overlay import Families, of_families, renewed, told_of_families
from flows.engine.shard import Part, ShardFolder, ShardResult
from flows.engine.tables import DOCUMENTS, Table
from flows.engine.told import no_signals_of, signals_of, told_of
from flows.ingest import Ingested, Recognised
from flows.ingest.kind import mark_of

TAIL = 120
Item = Ingested | Recognised


class _Again(NamedTuple):
    """Documents of a batch that are kept, and the families whose checks changed since, with what they tell now."""

    place: Place
    families: Families
    measured: Sequence[Measured]

    def told(self, kept: pa.Table, ids: pa.Array, examiner: Examiner) -> Iterator[pa.Table]:
        """What is told of them, kept and now."""
        kept = kept.filter(pc.is_in(kept["doc_id"], value_set=ids))
        yield kept.filter(pc.invert(told_of_families(kept, ids, self.families)))
        if self.families:
            new = told_of(self.measured, of_families(examiner, self.families))
            yield new.filter(told_of_families(new, ids, self.families))


class Batch:
    """Documents held at once: those that an earlier run measured keep its results, the others are measured."""

    def __init__(
        self,
        source: str,
        items: Sequence[Item],
        examiner: Examiner,
        result: ShardResult,
        kept: Kept | None,
        known: KeptLines | None = None,
    ) -> None:
        self._items = items
        self._examiner, self._result, self._kept = examiner, result, kept
        self._read = {row: item for row, item in enumerate(items) if isinstance(item, Ingested)}
        self._known = list(_recognised(items, known.parts)) if known else []
        self._keys = np.zeros(len(items), dtype=np.uint64)
        self._keys[list(self._read)] = keys_of_documents([item.document for item in self._read.values()])
        for part, here, there in self._known:
            self._keys[here] = self._of_kept.keys(part)[there]
        usable = kept if not result.lost else None
        places = usable.places(source, result.ground, self._keys) if usable else []
        stale = [(place, self._stale(place)) for place in places]
        self._places = [(place, families) for place, families in stale if families is not None]
        new = np.ones(len(items), dtype=np.bool_)
        for place, families in self._places:
            new[place.here] = False
            result.taken += len(place.here) if not families else 0
        self._new = np.flatnonzero(new) if not result.lost else np.zeros(0, dtype=np.int64)

    def write(self, place: ShardFolder) -> None:
        """Write all tables of the batch."""
        part, documents = self._result.parts, self._documents()
        assert_documents(documents.to_pandas())
        place.write(part, "documents", documents)
        place.write_array(part, KEYS, self._keys)
        place.write_array(part, LINES, self._lines())
        measured = self._measured(self._examiner, self._new)
        again = [_Again(kept, families, self._again(kept, families)) for kept, families in self._places]
        place.write(part, "signals", self._signals(measured, again, documents))
        place.write(part, "told", self._told(measured, again, documents["id"].combine_chunks()))
        facts = self._facts(measured)
        for name, table in facts_tables(facts):
            place.write(part, name, table)
        for kind, column in sorted_keys(facts):
            place.write_array(part, kind, column)

    def _stale(self, place: Place) -> Families | None:
        """The families of the checks that changed since these documents were kept; None where one is gone."""
        now, then = self._result.versions, self._of_kept.versions(place)
        if then.keys() - now.keys():
            return None
        changed = {name for name, version in now.items() if then.get(name) != version}
        return frozenset(
            cls.family for check in self._examiner.checks if check.name in changed for cls in check.classes
        )

    def _again(self, place: Place, families: Families) -> Sequence[Measured]:
        """Ask the checks of these families again."""
        return self._measured(of_families(self._examiner, families), place.here) if families else ()

    def _measured(self, examiner: Examiner, rows: Numbers) -> list[Measured]:
        """Examine documents; notes how long each check took, and which crashed."""
        if not len(rows):
            return []
        measured = examiner.measure_many([self._read[row].document for row in rows.tolist()])
        seconds = Counter(self._result.check_seconds)
        for each in measured:
            seconds.update(each.seconds)
            for name, error in each.crashed.items():
                crash = f"{error}, first on document {each.document.id!a}"
                self._result.crashes.setdefault(name, crash)
        self._result.check_seconds = dict(seconds)
        return measured

    def _signals(
        self, measured: Sequence[Measured], again: Sequence[_Again], documents: pa.Table
    ) -> pa.Table:
        if self._result.lost:
            return no_signals_of(documents, self._examiner)
        if not again:
            return signals_of(measured, self._examiner)
        kept = []
        for place, families, told_now in again:
            table = self._of(place, "signals").take(pa.array(place.there))
            kept.append(renewed(table, told_now, self._examiner, families) if families else table)
        new = [signals_of(measured, self._examiner).cast(kept[0].schema)] if measured else []
        rows = np.concatenate([*(each.place.here for each in again), self._new])
        tables = [kept[0], *(table.cast(kept[0].schema) for table in kept[1:]), *new]
        return pa.concat_tables(tables).take(pa.array(np.argsort(rows)))

    def _told(self, measured: Sequence[Measured], again: Sequence[_Again], ids: pa.Array) -> pa.Table:
        tables = [told_of(measured, self._examiner)]
        for each in again:
            of_place = ids.take(pa.array(each.place.here))
            tables += each.told(self._of(each.place, "told"), of_place, self._examiner)
        return pa.concat_tables(tables)

    def _facts(self, measured: Sequence[Measured]) -> Facts:
        new = self._examiner.facts(measured)
        if not self._places or self._kept is None:
            return new
        parts, goes = [new], [self._new]
        for place, _ in self._places:
            facts = self._kept.facts(place)
            where = np.full(len(facts.ids), -1, dtype=np.int64)
            where[place.there] = place.here
            parts.append(facts)
            goes.append(where)
        return gathered(parts, goes)

    def _of(self, place: Place, table: Table) -> pa.Table:
        return self._of_kept.table(place, table)

    @property
    def _of_kept(self) -> Kept:
        assert self._kept is not None, "places are known of what is kept"
        return self._kept

    def _documents(self) -> pa.Table:
        """The table of documents: those that were read, and those known again, at the place they now have."""
        tables, rows = [_documents(list(self._read.values()))], [np.array(list(self._read), dtype=np.int64)]
        column = DOCUMENTS.get_field_index("location")
        for place in self._known:
            locations = pa.array([self._items[row].location for row in place.here.tolist()], pa.string())
            kept = self._of(place, "documents").take(pa.array(place.there))
            tables.append(kept.set_column(column, DOCUMENTS.field(column), locations))
            rows.append(place.here)
        return pa.concat_tables(tables).take(pa.array(np.argsort(np.concatenate(rows)))).combine_chunks()

    def _lines(self) -> Hashes:
        """What each line is known again by, 0 for none, with the mark of its id and the bytes of its text."""
        lines = np.zeros((3, len(self._items)), dtype=np.uint64)
        for row, item in self._read.items():
            if item.line:
                lines[:, row] = item.line, mark_of(item.document.id), item.size
        for part, here, there in self._known:
            lines[:, here] = self._of_kept.lines_of(part)[:, there]
        return lines


def _recognised(items: Sequence[Item], parts: Sequence[Part]) -> Iterator[Place]:
    """Where the documents that were not read again are kept."""
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for here, item in enumerate(items):
        if isinstance(item, Recognised):
            rows[item.part].append((here, item.row))
    for number, places in rows.items():
        here, there = np.array(places).T
        yield Place(parts[number], here, there)


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
