"""Everything a report shows, counted, compared and ordered from the rows of history. Pure.

Read nothing but rows here and a run's report can be rebuilt at any time, without its sources.
"""

from __future__ import annotations

from collections.abc import Mapping

from checks.model import FaultClass
from flows.intake import INTAKE
from flows.overview.changes import changes_of, open_cases
from flows.overview.evidence import documents_of
from flows.overview.figures import figures_of
from flows.overview.health import check_lines, limits_of, matrix_of
from flows.overview.rows import Labels, Rows
from flows.overview.sources import source_reports
from flows.overview.standing import causes_of, moments_of, scores_of, trends_of, waivers_of
from flows.records import SourceRow
from flows.verdict import run_lamp, text_lamp, verdict
from reports.model import RejectLine, RunReport, SourceLine

__all__ = ["Rows", "report_of", "source_reports"]


def report_of(rows: Rows, classes: Mapping[str, FaultClass]) -> RunReport:
    """Put together the report of one run; ``classes`` give the labels."""
    labels = Labels(classes)
    run, shown = rows.run, documents_of(rows, labels)
    return RunReport(
        run_id=run.id,
        corpus=run.corpus,
        status=run.status,
        verdict=verdict(run, rows.events),
        run_lamp=run_lamp(run),
        run_well=run.status not in ("partial", "not_assessed"),
        text_lamp=text_lamp(run),
        text_status=_text_status(rows),
        started_at=run.started_at,
        finished_at=run.finished_at,
        figures=figures_of(rows),
        changes=changes_of(rows, classes),
        checks=check_lines(rows, labels),
        matrix=matrix_of(rows),
        documents=shown,
        documents_with_findings=run.warned + run.failed,
        sources=tuple(_source_line(source) for source in rows.sources),
        rejects=tuple(RejectLine(r.source, r.location, r.reason) for r in rows.rejects),
        rejects_total=run.rejects,
        cases=open_cases(rows, classes),
        undelivered=tuple(f"{d.route}: {d.title} ({d.error or d.state})" for d in rows.undelivered),
        limits=limits_of(rows, classes),
        settings_hash=run.settings_hash,
        version=run.version,
        findings_file=run.findings,
        causes=causes_of(rows, labels),
        causes_total=len(rows.causes),
        trends=trends_of(rows, classes),
        trend_runs=moments_of(rows),
        waivers=waivers_of(rows, labels),
        scores=scores_of(rows),
    )


def _text_status(rows: Rows) -> str:
    """The worst verdict on the texts themselves, whatever became of the run."""
    if not rows.run.clean + rows.run.warned + rows.run.failed:
        return "not_assessed"
    content = [row.verdict for row in rows.health if row.cls not in INTAKE]
    return next((word for word in ("failed", "warned") if word in content), "passed")


def _source_line(row: SourceRow) -> SourceLine:
    return SourceLine(
        source=row.source,
        owner=row.owner,
        documents=row.documents,
        clean=row.clean,
        warned=row.warned,
        failed=row.failed,
        not_assessed=row.not_assessed,
        new=row.new,
        changed=row.changed,
        unchanged=row.unchanged,
        gone=row.gone,
        rejects=row.rejects,
        failure=row.failure,
        seconds=row.seconds,
    )
