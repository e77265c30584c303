"""The command line. Every command imports what it needs when it runs, so that ``check`` starts fast."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.evaluate import EXAMPLES, evaluate
from flows.exits import FAILED, OK, USAGE, UsageError, errors_are_told, say
from flows.opened import opened
from flows.report_command import EXAMPLES as REPORT_EXAMPLES
from flows.report_command import diff, report
from flows.run_command import EXAMPLES as RUN_EXAMPLES
from flows.run_command import run

if TYPE_CHECKING:
    from checks import Finding

app = typer.Typer(
    name="corpus-health",
    help="A scheduled quality monitor for corpora of scraped text, Chinese first.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

Config = Annotated[
    Path | None,
    typer.Argument(help="corpus.toml; else ./corpus.toml, else ./seeds/corpus.toml", show_default=False),
]


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    jsonl = "jsonl"


def main() -> None:
    """Run the command line."""
    app()


@app.command(
    epilog="Examples:\n\n"
    "  corpus-health check page.txt\n\n"
    "  corpus-health check --format jsonl crawl.jsonl > findings.jsonl\n\n"
    "  cat page.txt | corpus-health check -"
)
def check(
    files: Annotated[
        list[str], typer.Argument(help=".txt, .jsonl or .jsonl.gz files; - reads standard input")
    ],
    format: Annotated[Format, typer.Option(help="one object per finding, or lines to read")] = Format.text,  # noqa: A002
    encoding: Annotated[str, typer.Option(help="encoding of the texts")] = "utf-8",
    workers: Annotated[int, typer.Option(min=1, help="processes to use")] = 1,
) -> None:
    """Check texts now, without sources, history or report.

    Exit code 0: nothing at error or above; 1: something; 2: a file could not be read.
    """
    from checks.model import Proof, Severity
    from flows.check_files import check_files
    from flows.terminal import watched
    from reports.export import json_line

    problems: list[str] = []
    with errors_are_told():
        if encoding != "utf-8":
            _assert_encoding(encoding)
        with watched() as progress:
            findings = check_files(
                files, encoding=encoding, workers=workers, complain=problems.append, progress=progress
            )
        if format is Format.jsonl:
            sys.stdout.writelines(json_line(finding) + "\n" for finding in findings)
        else:
            _print_findings(findings)
    for problem in problems:
        say(problem)
    failed = any(f.severity >= Severity.ERROR and f.proof >= Proof.STRONG for f in findings)
    raise typer.Exit(USAGE if problems else FAILED if failed else OK)


app.command("run", epilog=RUN_EXAMPLES)(run)


@app.command()
def serve(
    config: Config = None,
    port: Annotated[int, typer.Option(help="port of the local Prefect server, if one is started")] = 4200,
) -> None:
    """Run on the schedule of corpus.toml until stopped, with Prefect's window onto the runs.

    Starts a local Prefect server unless PREFECT_API_URL names one.
    """
    from flows.settings import find_config

    with errors_are_told():
        from flows.serve import serve_schedule

        serve_schedule(find_config(config, Path.cwd()), port=port)


app.command("report", epilog=REPORT_EXAMPLES)(report)
app.command("diff")(diff)


@app.command()
def checks(
    name: Annotated[str, typer.Argument(help="a check or a class; all checks without one")] = "",
    config: Annotated[
        Path | None, typer.Option("--config", help="corpus.toml whose own checks are wanted, too")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="write all of it as one HTML page instead")] = None,
    language: Annotated[Literal["en", "zh"], typer.Option(help="language of that page")] = "en",
) -> None:
    """Print the catalogue: what each check finds, why it matters, how it is told, how well."""
    from checks.registry import all_checks
    from reports.catalogue import catalogue_text

    with errors_are_told():
        found = all_checks(_checks_folder(config))
        if html:
            from reports.catalogue_page import render_catalogue

            html.write_text(render_catalogue(found, language), encoding="utf-8", newline="\n")
        else:
            typer.echo(catalogue_text(found, name or None))


app.command("evaluate", epilog=EXAMPLES)(evaluate)


@app.command()
def cases(
    config: Config = None,
    every: Annotated[bool, typer.Option("--all", help="fixed and gone cases, too")] = False,
) -> None:
    """List the open cases: what is wrong, since when, and who answers for it."""
    from flows.summary import print_cases

    with errors_are_told(), opened(config) as (settings, history):
        print_cases(history.cases(settings.corpus, None if every else "open"))


case = typer.Typer(help="Acknowledge or waive a case.", no_args_is_help=True)
app.add_typer(case, name="case")

CaseId = Annotated[str, typer.Argument(help="id of the case, as `corpus-health cases` lists it")]
Until = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="last day it holds, YYYY-MM-DD")]
Reason = Annotated[str, typer.Option(help="why, for those who read the report")]


@case.command("ack")
def acknowledge(case_id: CaseId, until: Until, reason: Reason, config: Config = None) -> None:
    """Say that a case is known and worked on: no alert until that day unless it gets worse."""
    with errors_are_told(), opened(config) as (_, history):
        _assert_agreeable(until, reason)
        history.acknowledge(case_id, until.date(), reason)
    typer.echo(f"{case_id} is acknowledged until {until:%Y-%m-%d}")


@case.command("waive")
def waive(case_id: CaseId, until: Until, reason: Reason, config: Config = None) -> None:
    """Accept a case as it is until that day."""
    with errors_are_told(), opened(config) as (_, history):
        _assert_agreeable(until, reason)
        history.waive(case_id, until.date(), reason)
    typer.echo(f"{case_id} is waived until {until:%Y-%m-%d}")


def _assert_encoding(encoding: str) -> None:
    from flows.settings.values import text_encoding

    try:
        text_encoding(encoding)
    except ValueError as error:
        raise UsageError(f"--encoding {encoding}: {error}") from None


def _assert_agreeable(until: datetime, reason: str) -> None:
    if until.date() < datetime.now().astimezone().date():
        raise UsageError(f"--until {until:%Y-%m-%d} is over; name the last day on which it shall hold")
    if not reason.strip():
        raise UsageError("--reason is empty; say why, for those who read the report")


def _checks_folder(config: Path | None) -> Path | None:
    from flows.settings import load_settings

    return load_settings(config).checks if config else None


def _print_findings(findings: list[Finding]) -> None:
    from flows.terminal import finding_lines, shown

    document = None
    for finding in findings:
        if finding.doc_id != document:
            document = finding.doc_id
            typer.echo(shown(document))
        typer.echo("\n".join(f"  {line}" for line in finding_lines(finding)))
