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

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from checks.model import FaultClass, Severity
from checks.schemas import Signals, health_verdicts
from flows.engine.shard import Part
from flows.engine.shards import RunFolder
from flows.engine.sheet import OfSource, SeenPart, Sheet
from flows.engine.tables import DOCUMENTS, FINDINGS
from flows.records import HealthRow, Verdict
from reports.export import escaped_json

# Documents laid before the limits at once: a validation takes 2 s however few they are, and what was told of so many takes
# 60 MB on made pages, in Parquet's layout.
JUDGED = 3_000
_LINES = 1_000  # findings held as rows while they are written as JSON
SIGNALS_OF_NOTHING = pa.schema([("source", pa.string()), ("id", pa.string())])


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
        for sheet in _sheets(_seen(folder, folder.parts(sources), classes, writers), schema):
            for part, verdicts in sheet.verdicts():
                writers.write("documents", folder.read(part, "documents").append_column("verdict", verdicts))
            writers.write("findings", sheet.findings())
            for each in sheet.by_source():
                counts[each.source].add(each, classes)
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


def _seen(
    folder: RunFolder, parts: Iterable[Part], classes: Mapping[str, FaultClass], writers: _Writers
) -> Iterator[SeenPart]:
    """The parts down to what the limits are asked about; all their signals are written on the way."""
    for part in parts:
        signals = folder.read(part, "signals")
        writers.write("signals", signals)
        yield SeenPart(part, signals, folder.read(part, "told"), classes)


def _sheets(parts: Iterable[SeenPart], schema: Signals) -> Iterator[Sheet]:
    """Parts that are judged at once."""
    group: list[SeenPart] = []
    for part in parts:
        group.append(part)
        if sum(len(seen.shown) for seen in group) >= JUDGED:
            yield Sheet(group, schema)
            group = []
    if group:
        yield Sheet(group, schema)


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


class _Counter:
    """Counts of one source over its shards."""

    def __init__(self) -> None:
        self.documents = 0
        self.verdicts: Counter[str] = Counter()
        self.flagged: Counter[str] = Counter()
        self.assessed: Counter[str] = Counter()
        self.worst: dict[str, Severity] = {}

    def add(self, judged: OfSource, classes: Iterable[str]) -> None:
        self.documents += len(judged.verdicts)
        self.verdicts.update(
            {each["values"]: each["counts"] for each in judged.verdicts.value_counts().to_pylist()}
        )
        self.assessed.update({name: len(judged.verdicts) - judged.unknown.get(name, 0) for name in classes})
        self.flagged.update({str(name): n for name, n in judged.flagged.index.value_counts().items()})
        for name, level in judged.flagged.groupby(level=0).max().items():
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
    rows = (row for batch in findings.to_batches(max_chunksize=_LINES) for row in batch.to_pylist())
    for row in rows:
        message = row.pop("message_en")
        del row["message_zh"]
        for span in row["spans"]:
            if span["field"] == "text":
                del span["field"]
        yield escaped_json({**row, "message": message}) + "\n"
