"""What ``run`` prints: the verdict, the checks that did not pass, and where the report lies."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.draw import run_report
from flows.history import History
from flows.overview.changes import note_on
from flows.records import Case
from flows.settings import load_settings
from flows.steps import Outcome
from flows.terminal import shown
from reports.terminal import print_health

WIDE = 200


def as_object(outcome: Outcome) -> dict[str, Any]:
    """Return the object that ``run --json`` prints."""
    run = outcome.run
    return {
        "run_id": run.id,
        "status": run.status,
        "documents": run.documents,
        "clean": run.clean,
        "warned": run.warned,
        "failed": run.failed,
        "not_assessed": run.not_assessed,
        "rejects": run.rejects,
        "report": run.report,
        "findings": run.findings,
    }


def print_outcome(outcome: Outcome, config: Path) -> None:
    """Print a run for a reader; plain text where the output is no terminal."""
    run, settings = outcome.run, load_settings(config)
    console = _console()
    with History.open(settings.history_url()) as history:
        report = run_report(settings, history, run.id)
    print_health(report, console, settings.language)
    console.print(Text(_counts(outcome)))
    for line in troubles(outcome):
        console.print(Text(f"! {shown(line)}", style="red"))
    if not outcome.trouble:
        console.print(Text(f"report    {run.report}"))
    console.print(Text(f"findings  {run.findings}"))


def troubles(outcome: Outcome) -> list[str]:
    """What went wrong around a run, one line each."""
    undelivered = (f"not delivered: {line}" for line in outcome.undelivered)
    return [*outcome.run.reasons, *outcome.trouble, *undelivered]


def _console() -> Console:
    """A console as wide as its lines need where no terminal sets its width."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=WIDE)


def _counts(outcome: Outcome) -> str:
    run = outcome.run
    return (
        f"{run.documents:,} documents: {run.clean:,} clean, {run.warned:,} warned, {run.failed:,} failed, "
        f"{run.not_assessed:,} not assessed; {run.rejects:,} rejected"
    )


def print_cases(cases: Sequence[Case]) -> None:
    """Print cases as a table, worst first."""
    console = _console()
    table = Table(box=None, pad_edge=False)
    for name in ("case", "status", "severity", "source", "fault", "documents", "since", "owner", "note"):
        table.add_column(name, no_wrap=True, justify="right" if name == "documents" else "left")
    for case in sorted(cases, key=lambda c: (c.status, -int(c.severity), -c.documents, c.source, c.cls)):
        table.add_row(
            *(
                Text(shown(cell))
                for cell in (case.id, case.status, case.severity.word, case.source, case.cls)
            ),
            f"{case.documents:,}",
            *(Text(shown(cell)) for cell in (case.opened_at[:10], case.owner, note_on(case).en)),
        )
    console.print(table if cases else Text("no open cases"))
