"""Draw what a run leaves to be read, from history alone: its page, those of its sources, the index, the catalogue.

A run's page never changes once another run has come. The index is drawn a page at a time, and the pages
of sources only where the run moved something, so that a quiet night costs the same however long the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from checks.model import Check
from checks.registry import all_checks, classes_of, version_of
from flows import shelf as places
from flows.history import History, RunSummary
from flows.overview import Rows, report_of, source_reports
from flows.records import clean_share
from flows.settings import Settings
from flows.shelf import CATALOGUE, LATEST, RUNS, Shelf, shelves, way
from flows.verdict import verdict_of
from reports.catalogue_page import render_check, render_check_index
from reports.frame import stamp
from reports.model import Links, RunReport
from reports.page import render
from reports.runs_page import RUNS as RUNS_ON_A_PAGE
from reports.runs_page import RunLine, RunsPage, render_runs
from reports.source_page import SourceReport, render_source

EXPORTS = ("findings.parquet", "health.parquet", "health.jsonl")  # beside findings.jsonl, in the run's folder


def draw_run(settings: Settings, history: History, run_id: str, language: str = "") -> Path:
    """Write the page of a run and all that goes with it; returns the page in ``language``, else the corpus's own.

    Raises OSError where a page cannot be written; an earlier one is then as it was.
    """
    rows = rows_of(settings, history, run_id)
    checks = all_checks(settings.checks)
    report = report_of(rows, classes_of(checks))
    newest = history.latest(settings.corpus)
    is_newest = newest is not None and newest.id == run_id
    for shelf in shelves(settings.out / "reports", settings.language):
        _draw_run_page(shelf, report, rows, [LATEST] if is_newest else [])
        if is_newest:
            _draw_sources(shelf, source_reports(rows, report))
        _draw_index(shelf, history, settings.corpus, run_id)
        _draw_catalogue(shelf, checks)
    wanted = language or settings.language
    chosen = next(s for s in shelves(settings.out / "reports", settings.language) if s.language == wanted)
    return chosen.path(places.run_page(run_id))


def run_report(settings: Settings, history: History, run_id: str) -> RunReport:
    """What the page of a run shows, for other forms of it. Raises LookupError for an unknown run."""
    return report_of(rows_of(settings, history, run_id), classes_of(all_checks(settings.checks)))


def redraw(settings: Settings, history: History, run_id: str = "", language: str = "") -> Path:
    """Build the page of any run again; of the newest without an id. Raises LookupError."""
    newest = history.latest(settings.corpus)
    return draw_run(settings, history, run_id or (newest.id if newest else ""), language)


def rows_of(settings: Settings, history: History, run_id: str) -> Rows:
    """Read everything that a report of one run shows. Raises LookupError for an unknown run."""
    corpus = settings.corpus
    run = history.run(run_id, corpus)
    if run is None:
        raise LookupError(f"{settings.history_name()} holds no run {run_id}".rstrip())
    previous = history.previous_run(corpus, run_id)
    return Rows(
        run=run,
        sources=history.sources(run_id, corpus),
        health=history.health(run_id, corpus),
        findings=history.findings(run_id, corpus),
        rejects=history.rejects(run_id, corpus),
        events=history.events(run_id, corpus),
        cases=history.cases_as_of(run_id, corpus),
        undelivered=history.undelivered(run_id, corpus),
        past=history.past(corpus, run_id),
        health_before=history.health(previous.id, corpus) if previous else (),
        causes=history.causes(run_id, corpus),
        documents=history.documents(run_id, corpus),
        versions_before=history.versions_before(run_id, corpus),
    )


def _draw_run_page(shelf: Shelf, report: RunReport, rows: Rows, also: Iterable[str]) -> None:
    """The page of the run, and the same under other names."""
    page = places.run_page(report.run_id)
    folder = Path(rows.run.findings).parent
    links = Links(
        runs=RUNS,
        checks=CATALOGUE,
        language=shelf.to_other(page),
        exports=tuple(shelf.to_file(page, folder / name) for name in EXPORTS),
        before=places.run_page(rows.past[-1].run.id) if rows.past else "",
    )
    scores = tuple(replace(score, page=places.source_page(score.source)) for score in report.scores)
    findings = shelf.to_file(page, Path(report.findings_file))
    html = render(replace(report, findings_file=findings, links=links, scores=scores), shelf.language)
    for name in (page, *also):
        _write(shelf.path(name), html)


def _draw_sources(shelf: Shelf, reports: Iterable[SourceReport]) -> None:
    """The pages of the sources that the run moved, or that have none yet."""
    for report in reports:
        page = places.source_page(report.ledger.source)
        if _moved(report) or not shelf.path(page).exists():
            run, runs = way(page, places.run_page(report.run_id)), way(page, RUNS)
            linked = replace(report, run=run, runs=runs, language=shelf.to_other(page))
            _write(shelf.path(page), render_source(linked, shelf.language))


def _moved(report: SourceReport) -> bool:
    ledger = report.ledger
    counted = ledger.new or ledger.changed or ledger.gone or ledger.rejects or ledger.failure
    return bool(counted) or any(line.change for line in report.lines)


def _draw_index(shelf: Shelf, history: History, corpus: str, run_id: str) -> None:
    """The page of the index that holds a run: ``index.html`` if it is the newest page, else one of the earlier."""
    total = history.number_of_runs(corpus)
    number = (history.number_of_runs(corpus, run_id) - 1) // RUNS_ON_A_PAGE
    last = (total - 1) // RUNS_ON_A_PAGE
    lines = history.summaries(corpus, number * RUNS_ON_A_PAGE, RUNS_ON_A_PAGE)
    page = _index_page(number, last)
    drawn = RunsPage(
        corpus=corpus,
        lines=[_run_line(run) for run in lines],
        total=total,
        earlier=_index_page(number - 1, last) if number else "",
        later=_index_page(number + 1, last) if number < last else "",
        language=shelf.to_other(page),
    )
    _write(shelf.path(page), render_runs(drawn, shelf.language))
    if number and len(lines) == 1:  # the first of its page: until now the one before was the newest
        _draw_index(shelf, history, corpus, history.summaries(corpus, number * RUNS_ON_A_PAGE - 1, 1)[0].id)


def _run_line(run: RunSummary) -> RunLine:
    return RunLine(
        run_id=run.id,
        page=places.run_page(run.id),
        status=run.status,
        verdict=verdict_of(run.status, run.events),
        finished_at=run.finished_at,
        documents=run.documents,
        clean=clean_share(run),
        rejects=run.rejects,
    )


def _index_page(number: int, last: int) -> str:
    return RUNS if number == last else places.runs_page(number + 1)


def _draw_catalogue(shelf: Shelf, checks: Sequence[Check]) -> None:
    """The catalogue and a page a check, unless what lies there was drawn of the same."""
    known = stamp([version("corpus-health"), *(f"{check.name} {version_of(check)}" for check in checks)])
    if _holds(shelf.path(CATALOGUE), known):
        return
    for check in checks:
        page = places.check_page(check.name)
        _write(shelf.path(page), render_check(check, shelf.language, shelf.to_other(page)))
    index = render_check_index(checks, shelf.language, shelf.to_other(CATALOGUE), known)
    _write(shelf.path(CATALOGUE), index)


def _holds(page: Path, known: str) -> bool:
    return page.is_file() and known in page.read_text(encoding="utf-8", errors="replace")[:20_000]


def _write(path: Path, page: str) -> None:
    """Write beside the place and rename, so that a reader never meets half a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.tmp")
    try:
        beside.write_text(page, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
