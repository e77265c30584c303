"""A run given to other programs: its findings and its health as rows, and the files it leaves of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.engine.results import finding_rows
from flows.history import History
from flows.records import FindingRow, HealthRow, RunRow
from reports.exports.prometheus import RunFacts
from reports.exports.schemas import FORM, HEALTH
from reports.exports.tables import write_jsonl, write_parquet

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """What there is of a run to be given away. ``whole``: all its findings, not only those that history kept."""

    run: RunRow
    health: list[Row]
    findings: Iterator[Row]
    facts: RunFacts
    whole: bool


def exported(history: History, run: RunRow) -> Exported:
    """Gather a run: findings from its folder if that is still there, else those that history kept."""
    owners = {source.source: source.owner for source in history.sources(run.id, run.corpus)}
    folder = Path(run.findings).parent
    whole = (folder / "findings.parquet").is_file()
    findings = finding_rows(folder) if whole else iter(history.findings(run.id, run.corpus))
    severities = Counter(
        case.severity.word for case in history.cases_as_of(run.id, run.corpus) if case.status == "open"
    )
    facts = RunFacts(
        corpus=run.corpus,
        run_id=run.id,
        status=run.status,
        version=run.version,
        finished_at=run.finished_at,
        documents={name: getattr(run, name) for name in ("clean", "warned", "failed", "not_assessed")},
        rejects=run.rejects,
        open_cases={name: severities[name] for name in ("critical", "error", "warning", "info")},
    )
    health = list(health_table(run, history.health(run.id, run.corpus), owners))
    return Exported(run, health, findings_table(run, findings), facts, whole)


def health_table(run: RunRow, health: Iterable[HealthRow], owners: Mapping[str, str]) -> Iterator[Row]:
    """Health as the documented table has it."""
    for row in health:
        yield {
            **_of_run(run, row.source),
            **_of_class(row),
            "owner": owners.get(row.source, ""),
            "documents": row.documents,
            "assessed": row.assessed,
            "flagged": row.flagged,
            "share": row.share,
            "tolerated": row.tolerated,
            "verdict": row.verdict,
        }


def findings_table(run: RunRow, findings: Iterable[FindingRow]) -> Iterator[Row]:
    """Findings as the documented table has them."""
    for row in findings:
        yield {
            **_of_run(run, row.source),
            "doc_id": row.doc_id,
            **_of_class(row),
            "proof": row.proof,
            "n": row.n,
            "share": row.share,
            "message_en": row.message_en,
            "message_zh": row.message_zh,
            "places": [{"field": "text", "original": None, **span} for span in row.spans],
        }


def leave_health(folder: Path, run: RunRow, health: Iterable[HealthRow], owners: Mapping[str, str]) -> None:
    """Write the health of a run into its folder, beside its findings, as Parquet and as JSON lines."""
    rows = list(health_table(run, sorted(health, key=lambda row: (row.source, row.cls)), owners))
    write_parquet(rows, HEALTH, folder / "health.parquet")
    with (folder / "health.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
        write_jsonl(rows, HEALTH, stream)


def _of_run(run: RunRow, source: str) -> Row:
    return {"form": FORM, "corpus": run.corpus, "run": run.id, "source": source}


def _of_class(row: HealthRow | FindingRow) -> Row:
    return {"class": row.cls, "check": row.check, "family": row.family, "severity": row.severity.word}
