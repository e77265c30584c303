"""Draw the report of a run from history alone: one immutable page a run, and ``latest.html``."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from checks.registry import all_checks, classes_of
from flows.history import History
from flows.overview import Rows, report_of
from flows.settings import Settings
from reports.catalogue_page import render_catalogue
from reports.model import Links
from reports.page import render

CATALOGUE = "checks.html"  # beside the reports, drawn anew with each of them
RUNS_DRAWN = 30  # how far back the sparklines look


def draw_run(settings: Settings, history: History, run_id: str) -> Path:
    """Write the page of a run, ``latest.html`` if it is the newest, and the catalogue; returns the page.

    Raises OSError where the page cannot be written; an earlier page is then as it was.
    """
    rows = rows_of(settings, history, run_id)
    folder = settings.out / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    checks = all_checks(settings.checks)
    report = report_of(rows, classes_of(checks))
    findings = Path(os.path.relpath(rows.run.findings, folder)).as_posix()
    page = render(replace(report, findings_file=findings, links=Links(checks=CATALOGUE)), settings.language)
    newest = history.latest(settings.corpus)
    names = [f"{run_id}.html", *(["latest.html"] if newest and newest.id == run_id else [])]
    for name in names:
        _write(folder / name, page)
    _write(folder / CATALOGUE, render_catalogue(checks, settings.language))
    return folder / names[0]


def redraw(settings: Settings, history: History, run_id: str = "") -> Path:
    """Build the page of any run again; of the newest without an id. Raises LookupError."""
    newest = history.latest(settings.corpus)
    return draw_run(settings, history, run_id or (newest.id if newest else ""))


def rows_of(settings: Settings, history: History, run_id: str) -> Rows:
    """Read everything that a report of one run shows. Raises NotInHistory for an unknown run."""
    corpus = settings.corpus
    run = history.run(run_id, corpus)
    if run is None:
        raise LookupError(f"{settings.history_name()} holds no run {run_id}".rstrip())
    return Rows(
        run=run,
        sources=history.sources(run_id, corpus),
        health=history.health(run_id, corpus),
        findings=history.findings(run_id, corpus),
        rejects=history.rejects(run_id, corpus),
        events=history.events(run_id, corpus),
        cases=history.cases_as_of(run_id, corpus),
        undelivered=history.undelivered(run_id, corpus),
        past=history.health_history(corpus, run_id, RUNS_DRAWN - 1),
        documents=history.documents(run_id, corpus),
        versions_before=history.versions_before(run_id, corpus),
    )


def _write(path: Path, page: str) -> None:
    """Write beside the place and rename, so that a reader never meets half a page."""
    beside = path.with_name(f"{path.name}.tmp")
    try:
        beside.write_text(page, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
