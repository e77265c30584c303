"""What the page of one source shows: the run's report, narrowed to it, with its own line a class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checks.measured import accuracy_of
from flows.history import Hits
from flows.overview.health import RANK, interval_of
from flows.overview.rows import Rows
from flows.records import HealthRow
from reports.model import CheckLine, RunReport, ShownDocument
from reports.source_page import SourceReport


def source_reports(rows: Rows, report: RunReport) -> Iterator[SourceReport]:
    """One report a source of the run, in its order."""
    health: dict[str, list[HealthRow]] = defaultdict(list)
    for row in rows.health:
        health[row.source].append(row)
    documents: dict[str, list[ShownDocument]] = defaultdict(list)
    for document in report.documents:
        documents[document.source].append(document)
    labels = {line.cls: line for line in report.checks}
    before = {(row.source, row.cls): row for row in rows.health_before}
    scores = {score.source: score for score in report.scores}
    for ledger in report.sources:
        name = ledger.source
        lines = [_line(row, labels[row.cls], before.get((name, row.cls))) for row in health[name]]
        yield SourceReport(
            corpus=report.corpus,
            run_id=report.run_id,
            finished_at=report.finished_at,
            ledger=ledger,
            score=scores[name],
            lines=sorted((line for line in lines if _worth(line)), key=_badness),
            causes=[cause for cause in report.causes if name in cause.sources],
            cases=[case for case in report.cases if case.source == name],
            documents=documents[name],
        )


def _worth(line: CheckLine) -> bool:
    return bool(line.hit or line.change) or line.verdict in ("warned", "failed")


def _badness(line: CheckLine) -> tuple[int, int, int, str]:
    return -RANK[line.verdict], -int(line.severity), -line.hit, line.cls


def _line(row: HealthRow, whole: CheckLine, before: HealthRow | None) -> CheckLine:
    return CheckLine(
        cls=row.cls,
        check=row.check,
        family=row.family,
        label=whole.label,
        severity=row.severity,
        verdict=row.verdict,
        hit=row.flagged,
        assessed=row.assessed,
        not_assessed=row.documents - row.assessed,
        share=row.share,
        change=None if before is None else row.flagged - before.flagged,
        tolerated=row.tolerated,
        history=(before.share, row.share) if before else (),
        interval=interval_of(Hits(row.flagged, row.assessed)),
        accuracy=accuracy_of(row.cls),
    )
