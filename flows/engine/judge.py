"""Judge a measured run: limits on the signals make findings, tolerances on shares make health.

Works shard by shard; what is kept of a shard is counted, not collected.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from checks.model import FaultClass, Proof, Severity
from checks.run import verdict_at
from checks.schemas import Signals, health_verdicts
from flows.engine.shards import RunFolder
from flows.engine.tables import DOCUMENTS, FINDINGS
from flows.records import HealthRow, Verdict
from reports.export import escaped_json

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


def judge_run(
    folder: RunFolder, sources: Sequence[str], classes: Mapping[str, FaultClass]
) -> dict[str, SourceCounts]:
    """Turn the shards of a run into its findings and verdicts; returns the counts per source.

    Writes ``documents``, ``signals`` and ``findings`` as Parquet and the findings as JSONL into the
    run's folder: by source as in the settings, by shard as read, there by document and class.
    """
    schema = Signals(classes.values())
    counts = {source: _Counter() for source in sources}
    with _Writers(folder.work) as writers:
        for part in folder.parts(sources):
            documents = folder.read(part, "documents")
            signals = folder.read(part, "signals")
            frame = signals.to_pandas(types_mapper=_nullable)
            findings = _findings(folder.read(part, "told"), frame, schema.levels(frame))
            verdicts = _verdicts(frame, findings, classes)
            writers.write("documents", documents.append_column("verdict", pa.array(verdicts, pa.string())))
            writers.write("signals", signals)
            writers.write("findings", pa.Table.from_pylist(findings, schema=FINDINGS))
            counts[part.shard.source].add(frame, findings, verdicts, classes)
    return {source: counter.result() for source, counter in counts.items()}


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


def _findings(told: pa.Table, signals: pd.DataFrame, levels: pd.DataFrame) -> list[dict[str, Any]]:
    """The told rows that are findings: above a limit, or hints, which never count.

    Sorted by document and class; a class of the level 0 with strong spans is within its limits.
    """
    place = {doc: row for row, doc in enumerate(signals["id"])}
    found = []
    for row in told.to_pylist():
        strong = row["proof"] in STRONG
        level = int(cast("int", levels.at[place[row["doc_id"]], row["class"]])) if strong else Severity.INFO
        if level:
            found.append({**row, "severity": WORDS[level]})
    return sorted(found, key=lambda row: (row["doc_id"], row["class"]))


def _verdicts(
    signals: pd.DataFrame, findings: Iterable[Mapping[str, Any]], classes: Mapping[str, FaultClass]
) -> list[str]:
    """The verdict on each document, in the order of the frame."""
    worst: dict[str, int] = defaultdict(int)
    for row in findings:
        if row["proof"] in STRONG:
            worst[row["doc_id"]] = max(worst[row["doc_id"]], Severity[row["severity"].upper()])
    unknown = signals[[f"{name}_n" for name in classes]].isna().any(axis=1)
    return [
        "not_assessed" if missing else verdict_at(worst[doc])
        for doc, missing in zip(signals["id"], unknown, strict=True)
    ]


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

    def add(
        self,
        signals: pd.DataFrame,
        findings: Iterable[Mapping[str, Any]],
        verdicts: Sequence[str],
        classes: Mapping[str, FaultClass],
    ) -> None:
        self.documents += len(signals)
        self.verdicts.update(verdicts)
        self.assessed.update({name: int(signals[f"{name}_n"].notna().sum()) for name in classes})
        for row in findings:
            severity = Severity[row["severity"].upper()]
            if row["proof"] in STRONG and severity >= Severity.WARNING:
                self.flagged[row["class"]] += 1
                self.worst[row["class"]] = max(severity, self.worst.get(row["class"], severity))

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
