"""What settling changes of a part, laid over what measuring it told; its order stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from checks.run import Examiner, Measured
from flows.engine.shard import Part
from flows.engine.shards import RunFolder
from flows.engine.tables import TOLD, table_of
from flows.engine.told import signals_of, told_of

Families = frozenset[str]


@lru_cache(maxsize=64)
def of_families(examiner: Examiner, families: Families) -> Examiner:
    """The checks that have a class in these families."""
    return Examiner([c for c in examiner.checks if any(cls.family in families for cls in c.classes)])


def renewed(
    signals: pa.Table, measured: Sequence[Measured], examiner: Examiner, families: Families
) -> pa.Table:
    """Signals with the columns of these families as they were measured again, for all of their rows, in order."""
    fresh = signals_of(measured, of_families(examiner, families))
    names = [name for name, cls in examiner.classes.items() if cls.family in families]
    again = [f"{name}_{number}" for name in names for number in ("n", "share")]
    again += [f"{family}_family_share" for family in families]
    columns = {name: fresh[name] if name in again else signals[name] for name in _columns(examiner)}
    return pa.table(columns)


@lru_cache(maxsize=8)
def _columns(examiner: Examiner) -> tuple[str, ...]:
    return tuple(signals_of((), examiner).column_names)


def overlay(
    folder: RunFolder, part: Part, again: Mapping[Examiner, tuple[Families, Sequence[Measured]]]
) -> None:
    """Put what was told again of documents in the place of what the part holds of these families.

    ``again``: documents by the checks that measured them again, with the families meant.
    """
    told, signals = folder.read(part, "told"), folder.read(part, "signals")
    for examiner, (families, measured) in again.items():
        ids = pa.array([each.document.id for each in measured], pa.string())
        new = told_of(measured, examiner)
        kept = told.filter(pc.invert(told_of_families(told, ids, families)))
        told = pa.concat_tables([kept, new.filter(told_of_families(new, ids, families))])
        rows = pc.index_in(ids, value_set=signals["id"].combine_chunks()).to_numpy()
        fresh = signals_of(measured, examiner)
        names = [name for name, cls in examiner.classes.items() if cls.family in families]
        columns = [f"{name}_{number}" for name in names for number in ("n", "share")]
        for column in (*columns, *(f"{family}_family_share" for family in families)):
            signals = _with(signals, column, rows, fresh[column])
    folder.settle(part, "told", told)
    folder.settle(part, "signals", signals)


def leave_open(folder: RunFolder, part: Part, unanswered: Mapping[str, set[str]]) -> None:
    """Set the signals of these documents and classes to "not assessed"."""
    if not unanswered:
        return
    signals = folder.read(part, "signals")
    ids = signals["id"].to_pylist()
    for cls in sorted(set().union(*unanswered.values())):
        rows = np.array([row for row, id_ in enumerate(ids) if cls in unanswered.get(id_, ())])
        for column in (f"{cls}_n", f"{cls}_share"):
            signals = _with(
                signals, column, rows, pa.chunked_array([pa.nulls(len(rows), signals[column].type)])
            )
    folder.settle(part, "signals", signals)
    told = folder.read(part, "told").to_pylist()
    kept = [row for row in told if row["class"] not in unanswered.get(row["doc_id"], ())]
    folder.settle(part, "told", table_of(kept, TOLD))


def told_of_families(told: pa.Table, ids: pa.Array, families: Families) -> pa.ChunkedArray:
    """Which rows are of these documents and families."""
    of_ids = pc.is_in(told["doc_id"], value_set=ids)
    return pc.and_(of_ids, pc.is_in(told["family"], value_set=pa.array(sorted(families), pa.string())))


def _with(
    signals: pa.Table, column: str, rows: np.typing.NDArray[np.int64], new: pa.ChunkedArray
) -> pa.Table:
    """The same with other numbers in some rows of a column."""
    place = signals.schema.get_field_index(column)
    order = np.arange(len(signals))
    order[rows] = len(signals) + np.arange(len(rows))
    both = pa.chunked_array([*signals[column].chunks, *new.chunks], type=signals[column].type)
    return signals.set_column(place, signals.schema.field(place), both.take(pa.array(order)))
