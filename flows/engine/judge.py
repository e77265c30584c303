"""Judge a measured run: limits on the signals make findings, tolerances on shares make health.

Works some parts at a time; what is kept of them is counted, not collected.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from checks.model import FaultClass, Proof, Severity
from checks.run import verdict_at
from checks.schemas import Signals, health_verdicts
from flows.engine.shard import Part
from flows.engine.shards import RunFolder
from flows.engine.tables import DOCUMENTS, FINDINGS, Table
from flows.records import HealthRow, Verdict
from reports.export import escaped_json

JUDGED = 20_000  # documents judged at once: their signals take 30 MB
_TABLES: tuple[Table, ...] = ("documents", "signals", "told")
STRONG = frozenset(proof.word for proof in Proof if proof >= Proof.STRONG)
SIGNALS_OF_NOTHING = pa.schema([("source", pa.string()), ("id", pa.string())])
WORDS = {int(severity): severity.word for severity in Severity}


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """What judging one source counted. ``flagged`` and ``assessed`` are per class."""

    documents: int
    verdicts: Mapping[str, int]
    flagged: Mapping[str, int]
    worst: Mapping[str, Severity]
    assessed: Mapping[str, int]

    @classmethod
    def read(cls, counts: Mapping[str, Any]) -> SourceCounts:
        """Build it from what ``asdict`` gave, written as JSON and read back."""
        return cls(**{**counts, "worst": {name: Severity(n) for name, n in counts["worst"].items()}})


def judge_run(
    folder: RunFolder, sources: Sequence[str], classes: Mapping[str, FaultClass], kept: Path | None = None
) -> dict[str, SourceCounts]:
    """Turn the shards of a run into its findings and verdicts; returns the counts per source.

    Writes ``documents``, ``signals`` and ``findings`` as Parquet and the findings as JSONL into the
    run's folder: by source as in the settings, document as read, and class, however that was sharded.
    ``kept``: the folder of an earlier run, whose tables are taken over if it judged the same by the same limits.
    """
    stamp = _stamp(folder, sources, classes)
    if kept and stamp and (same := folder.judged_like(kept, stamp)):
        folder.write_judged({**same, "same_as": same["run"]})
        return {source: SourceCounts.read(counts) for source, counts in same["counts"].items()}
    schema = Signals(classes.values())
    counts = {source: _Counter() for source in sources}
    with _Writers(folder.work) as writers:
        for parts in _groups(folder, folder.parts(sources)):
            documents, signals, told = (_joined(folder, parts, name) for name in _TABLES)
            sheet = _Sheet(signals, told, schema, classes)
            verdicts = sheet.verdicts()
            writers.write("documents", documents.append_column("verdict", verdicts))
            writers.write("signals", signals)
            writers.write("findings", sheet.findings())
            for source in pc.unique(signals["source"]).to_pylist():
                counts[source].add(sheet, source, verdicts)
    result = {source: counter.result() for source, counter in counts.items()}
    folder.write_judged(
        {"stamp": stamp, "counts": {source: asdict(counted) for source, counted in result.items()}}
    )
    return result


def _stamp(folder: RunFolder, sources: Sequence[str], classes: Mapping[str, FaultClass]) -> str:
    """Stand for all that was told of all documents, and the limits; "" where it cannot be vouched for."""
    settled = folder.settled_stamp()
    limits = {name: repr(cls) for name, cls in classes.items()}
    told = json.dumps([version("corpus-health"), settled, list(sources), limits], sort_keys=True)
    return blake2b(told.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest() if settled else ""


def _groups(folder: RunFolder, parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Parts that are judged at once: a schema takes as long to look at few documents as at thousands."""
    group: list[Part] = []
    documents = 0
    for part in parts:
        group.append(part)
        documents += folder.rows(part, "documents")
        if documents >= JUDGED:
            yield group
            group, documents = [], 0
    if group:
        yield group


def _joined(folder: RunFolder, parts: Sequence[Part], table: Table) -> pa.Table:
    return pa.concat_tables([folder.read(part, table) for part in parts])


def judge_health(rows: Iterable[HealthRow]) -> tuple[HealthRow, ...]:
    """Give every row its verdict through the Health schema."""
    rows = tuple(rows)
    frame = pd.DataFrame(
        {
            "severity": pd.array([int(row.severity) for row in rows], dtype="int64"),
            "share": pd.array([row.share for row in rows], dtype="Float64"),
            "tolerated": pd.array([row.tolerated for row in rows], dtype="float64"),
        }
    )
    verdicts = health_verdicts(frame)
    return tuple(replace(row, verdict=cast("Verdict", v)) for row, v in zip(rows, verdicts, strict=True))


class _Sheet:
    """The documents of some parts, of one source or several, with what was told of them.

    Only those that something was told of, or that were not assessed, are laid before the schema: no
    limit is below nothing.
    """

    def __init__(
        self, signals: pa.Table, told: pa.Table, schema: Signals, classes: Mapping[str, FaultClass]
    ) -> None:
        self.size, self.told = len(signals), told
        self.source = signals["source"].to_numpy()
        self.place = _places(_keys(told, "doc_id"), _keys(signals, "id"))
        self.unknown = {
            name: signals[f"{name}_n"].is_null().to_numpy()
            for name in classes
            if signals[f"{name}_n"].null_count
        }
        self.classes = tuple(classes)
        open_ = list(self.unknown.values())
        self.missing = np.logical_or.reduce(open_) if open_ else np.zeros(self.size, dtype=np.bool_)
        shown = np.union1d(self.place, np.flatnonzero(self.missing))
        frame = signals.take(pa.array(shown)).to_pandas(types_mapper=_nullable)
        levels = schema.levels(frame)
        columns = levels.columns.get_indexer(told["class"].to_pandas())
        self.strong = pc.is_in(told["proof"], value_set=pa.array(sorted(STRONG))).to_numpy()
        self.level = np.full(len(told), int(Severity.INFO), dtype=np.int8)
        if len(told):
            of_row = levels.to_numpy()[np.searchsorted(shown, self.place), columns]
            self.level = np.where(self.strong, of_row, self.level)

    def findings(self) -> pa.Table:
        """The told rows that are findings: above a limit, or hints, which never count."""
        order = pa.array(np.lexsort((self.told["class"].to_pandas(), self.place)))
        words = pa.array([WORDS.get(level, "") for level in self.level.tolist()], pa.string())
        rows = self.told.add_column(5, FINDINGS.field(5), words).take(order)
        return rows.filter(pc.not_equal(rows["severity"], ""))

    def verdicts(self) -> pa.Array:
        """The verdict on each document."""
        worst = np.zeros(self.size, dtype=np.int8)
        np.maximum.at(worst, self.place[self.strong], self.level[self.strong])
        words = np.array([verdict_at(level) for level in range(max(Severity) + 1)], dtype=object)[worst]
        words[self.missing] = "not_assessed"
        return pa.array(words, pa.string())


def _keys(table: pa.Table, name: str) -> pa.ChunkedArray:
    """What tells a document of one source from one of another with the same id."""
    return pc.binary_join_element_wise(table["source"], table[name], "\0")


def _places(ids: pa.ChunkedArray, among: pa.ChunkedArray) -> np.typing.NDArray[np.int64]:
    """Where each id stands."""
    return np.asarray(pc.index_in(ids, value_set=among.combine_chunks()).to_numpy(), dtype=np.int64)


def _nullable(kind: pa.DataType) -> Any:  # noqa: ANN401 - pandas' extension types have no common base
    return {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}.get(
        kind
    )


class _Counter:
    """Counts of one source over its shards."""

    def __init__(self) -> None:
        self.documents = 0
        self.verdicts: Counter[str] = Counter()
        self.flagged: Counter[str] = Counter()
        self.assessed: Counter[str] = Counter()
        self.worst: dict[str, Severity] = {}

    def add(self, sheet: _Sheet, source: str, verdicts: pa.Array) -> None:
        own = sheet.source == source
        size = int(own.sum())
        self.documents += size
        found = verdicts.filter(pa.array(own)).value_counts().to_pylist()
        self.verdicts.update({each["values"]: each["counts"] for each in found})
        unknown = {name: int((rows & own).sum()) for name, rows in sheet.unknown.items()}
        self.assessed.update({name: size - unknown.get(name, 0) for name in sheet.classes})
        counting = sheet.strong & (sheet.level >= Severity.WARNING) & own[sheet.place]
        names = sheet.told["class"].to_pandas()[counting]
        self.flagged.update(names.value_counts().to_dict())
        for name, level in pd.Series(sheet.level[counting]).groupby(names.to_numpy()).max().items():
            self.worst[str(name)] = max(Severity(level), self.worst.get(str(name), Severity.INFO))

    def result(self) -> SourceCounts:
        return SourceCounts(
            self.documents, dict(self.verdicts), dict(self.flagged), self.worst, dict(self.assessed)
        )


class _Writers:
    """The whole-run tables, appended shard by shard, and the findings as JSON lines."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._tables: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> Self:
        path = self._folder / "findings.jsonl"
        self._lines: IO[str] = self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        self._open("findings", FINDINGS)
        self._open("documents", DOCUMENTS.append(pa.field("verdict", pa.string())))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "signals" not in self._tables and kind is None:  # no document at all: the table is there, empty
            self._open("signals", SIGNALS_OF_NOTHING)
        self._stack.close()

    def write(self, name: str, table: pa.Table) -> None:
        if name not in self._tables:
            self._open(name, table.schema)
        self._tables[name].write_table(table)
        if name == "findings":
            self._lines.writelines(_lines(table))

    def _open(self, name: str, schema: pa.Schema) -> None:
        path = self._folder / f"{name}.parquet"
        self._tables[name] = self._stack.enter_context(pq.ParquetWriter(path, schema, compression="zstd"))


def _lines(findings: pa.Table) -> Iterator[str]:
    """The objects that ``check --format jsonl`` prints, with the source in front."""
    for row in findings.to_pylist():
        message = row.pop("message_en")
        del row["message_zh"]
        for span in row["spans"]:
            if span["field"] == "text":
                del span["field"]
        yield escaped_json({**row, "message": message}) + "\n"
