"""Some parts of a run laid before the limits at once: what was told of their documents, and how grave it is.

A validation takes as long for a few documents as for thousands, and only documents that something was told of,
or that were not assessed, can break a limit: no limit is below nothing. So of each part only these are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from checks.hashing import Numbers
from checks.model import FaultClass, Proof, Severity
from checks.run import verdict_at
from checks.schemas import Signals
from flows.engine.shard import Part
from flows.engine.tables import FINDINGS

STRONG = frozenset(proof.word for proof in Proof if proof >= Proof.STRONG)
WORDS = {int(severity): severity.word for severity in Severity}

Flags = np.typing.NDArray[np.bool_]


class SeenPart:
    """What the limits are asked about of one part.

    ``place``: the row of the document that each told row is about; ``shown``: the rows that are laid before the
    limits, in order, and ``signals`` theirs; ``unknown``: per class that was not assessed everywhere, where not.
    """

    def __init__(
        self, part: Part, signals: pa.Table, told: pa.Table, classes: Mapping[str, FaultClass]
    ) -> None:
        self.part, self.size, self.told = part, len(signals), told
        ids = signals["id"].combine_chunks()
        self.place: Numbers = np.asarray(
            pc.index_in(told["doc_id"], value_set=ids).to_numpy(), dtype=np.int64
        )
        self.unknown: dict[str, Flags] = {
            name: signals[f"{name}_n"].is_null().to_numpy()
            for name in classes
            if signals[f"{name}_n"].null_count
        }
        self.missing: Flags = np.logical_or.reduce([np.zeros(self.size, np.bool_), *self.unknown.values()])
        self.shown: Numbers = np.union1d(self.place, np.flatnonzero(self.missing))
        self.signals = signals.take(pa.array(self.shown))


class OfSource(NamedTuple):
    """The documents of a sheet that are of one source: their verdicts, where they were not assessed, what counts of them."""

    source: str
    verdicts: pa.Array
    unknown: Mapping[str, int]
    flagged: pd.Series[int]


class Sheet:
    """The documents of some parts with what was told of them, judged."""

    def __init__(self, seen: Sequence[SeenPart], schema: Signals) -> None:
        self._seen = seen
        self._first = np.cumsum([0, *(part.size for part in seen)])
        self._told = pa.concat_tables([part.told for part in seen])
        self._place = self._over(part.place for part in seen)
        self._missing = np.concatenate([part.missing for part in seen])
        frame = pa.concat_tables([part.signals for part in seen]).to_pandas(types_mapper=_nullable)
        levels = schema.levels(frame)
        columns = levels.columns.get_indexer(self._told["class"].to_pandas())
        self._strong: Flags = pc.is_in(self._told["proof"], value_set=pa.array(sorted(STRONG))).to_numpy()
        self._level = np.full(len(self._told), int(Severity.INFO), dtype=np.int8)
        if len(self._told):
            rows = np.searchsorted(self._over(part.shown for part in seen), self._place)
            self._level = np.where(self._strong, levels.to_numpy()[rows, columns], self._level)
        self._words = self._verdicts()

    def findings(self) -> pa.Table:
        """The told rows that are findings: above a limit, or hints, which never count."""
        order = pa.array(np.lexsort((self._told["class"].to_pandas(), self._place)))
        words = pa.array([WORDS.get(level, "") for level in self._level.tolist()], pa.string())
        rows = self._told.add_column(5, FINDINGS.field(5), words).take(order)
        return rows.filter(pc.not_equal(rows["severity"], ""))

    def verdicts(self) -> Iterator[tuple[Part, pa.Array]]:
        """The verdicts on the documents of each part."""
        for number, seen in enumerate(self._seen):
            yield seen.part, self._words.slice(self._first[number], seen.size)

    def by_source(self) -> Iterator[OfSource]:
        """The same by source, with what counts: the level of each told row above a limit, by class."""
        counting = self._strong & (self._level >= Severity.WARNING)
        names = self._told["class"].to_pandas().to_numpy()
        numbers = groupby(range(len(self._seen)), key=lambda number: self._seen[number].part.shard.source)
        for source, group in numbers:
            of_source = list(group)
            begin, end = self._first[of_source[0]], self._first[of_source[-1] + 1]
            own = counting & (self._place >= begin) & (self._place < end)
            unknown: dict[str, int] = {}
            for number in of_source:
                for name, rows in self._seen[number].unknown.items():
                    unknown[name] = unknown.get(name, 0) + int(rows.sum())
            flagged = pd.Series(self._level[own], index=names[own])
            yield OfSource(source, self._words.slice(begin, end - begin), unknown, flagged)

    def _over(self, rows: Iterable[Numbers]) -> Numbers:
        """Rows of the parts as rows of the sheet."""
        moved = [of_part + first for of_part, first in zip(rows, self._first, strict=False)]
        return np.concatenate([np.zeros(0, dtype=np.int64), *moved])

    def _verdicts(self) -> pa.Array:
        worst = np.zeros(self._first[-1], dtype=np.int8)
        np.maximum.at(worst, self._place[self._strong], self._level[self._strong])
        words = np.array([verdict_at(level) for level in range(max(Severity) + 1)], dtype=object)[worst]
        words[self._missing] = "not_assessed"
        return pa.array(words, pa.string())


def _nullable(kind: pa.DataType) -> Any:  # noqa: ANN401 - pandas' extension types have no common base
    return {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}.get(
        kind
    )
