"""The commands that show a run again: ``report`` in any form, and ``diff`` of two runs."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from flows.exits import UsageError, errors_are_told, say

if TYPE_CHECKING:
    from flows.exporting import Exported
    from flows.history import History
    from flows.records import RunRow
    from flows.settings import Settings

EXAMPLES = (
    "Examples:\n\n"
    "  corpus-health report --open --lang zh\n\n"
    "  corpus-health report --format junit --output health.xml\n\n"
    "  corpus-health report --run 20261126T020000Z --format findings.csv > findings.csv"
)


class Form(StrEnum):
    """What a run is shown as."""

    html = "html"
    terminal = "terminal"
    markdown = "markdown"
    junit = "junit"
    prometheus = "prometheus"
    findings_jsonl = "findings.jsonl"
    findings_csv = "findings.csv"
    findings_parquet = "findings.parquet"
    health_jsonl = "health.jsonl"
    health_csv = "health.csv"
    health_parquet = "health.parquet"


class Lang(StrEnum):
    """The languages of the report."""

    en = "en"
    zh = "zh"


def report(
    config: Annotated[
        Path | None,
        typer.Argument(help="corpus.toml; else ./corpus.toml, else ./seeds/corpus.toml", show_default=False),
    ] = None,
    run_id: Annotated[str, typer.Option("--run", help="id of a run; the newest without one")] = "",
    form: Annotated[
        Form, typer.Option("--format", help="html draws the pages again; the others are written out")
    ] = Form.html,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="file to write; standard output without one")
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="language, instead of that of corpus.toml")] = None,
    open_it: Annotated[bool, typer.Option("--open", help="open the page in the browser")] = False,
) -> None:
    """Show a run again, from history, without its sources: as pages, as tables for programs, in the terminal.

    The columns of the tables are documented in the README.
    """
    from flows.opened import opened

    with errors_are_told(), opened(config) as (settings, history):
        run = _run(settings, history, run_id)
        language = lang.value if lang else settings.language
        if form is Form.html:
            if output:
                raise UsageError(
                    "--output: the pages have their place in the folder of reports; leave it out"
                )
            _pages(settings, history, run, language, open_it=open_it)
        else:
            _written_out(settings, history, run, form, output, language)


def diff(
    before: Annotated[str, typer.Argument(help="id of a run, latest or previous")] = "previous",
    after: Annotated[str, typer.Argument(help="id of a run, latest or previous")] = "latest",
    config: Annotated[Path | None, typer.Option("--config", help="corpus.toml")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print one object for a program")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="print Markdown for a chat")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="exit 1 if something is new or worse")
    ] = False,
    lang: Annotated[Lang | None, typer.Option(help="language, instead of that of corpus.toml")] = None,
) -> None:
    """Tell what changed between two runs: numbers, problems, sources, checks and settings."""
    from flows.diff import as_object, difference, is_worse
    from flows.opened import opened
    from reports.diff import diff_markdown, diff_text

    with errors_are_told(), opened(config) as (settings, history):
        runs = [_run(settings, history, name) for name in (before, after)]
        found = difference(history, *runs, checks=settings.checks)
        language = lang.value if lang else settings.language
        if as_json:
            typer.echo(as_object(found))
        else:
            typer.echo((diff_markdown if markdown else diff_text)(found, language), nl=False)
    raise typer.Exit(1 if exit_code and is_worse(found) else 0)


def _run(settings: Settings, history: History, name: str) -> RunRow:
    """The run that is meant. Raises UsageError for one that is not there, saying which are."""
    newest = history.runs(settings.corpus, 5)
    if name in ("", "latest", "previous"):
        wanted = newest[1:2] if name == "previous" else newest[:1]
        if not wanted:
            raise UsageError(
                f"{settings.history_name()} holds no {name or 'latest'} run of {settings.corpus}"
            )
        return wanted[0]
    run = history.run(name, settings.corpus)
    if run is None:
        known = ", ".join(row.id for row in newest) or "none"
        raise UsageError(f"{settings.history_name()} holds no run {name!a}; the newest are: {known}")
    return run


def _pages(settings: Settings, history: History, run: RunRow, language: str, *, open_it: bool) -> None:
    from flows.draw import draw_run

    path = draw_run(settings, history, run.id, language)
    typer.echo(str(path))
    if open_it:
        typer.launch(str(path))


def _written_out(
    settings: Settings, history: History, run: RunRow, form: Form, output: Path | None, language: str
) -> None:
    if form in (Form.terminal, Form.markdown):
        _write_text(_for_readers(settings, history, run, form, language), output)
        return
    from flows.exporting import exported

    given = exported(history, run)
    if form.value.startswith("findings") and not given.whole:
        say(
            f"the folder of run {run.id} is gone: these are the findings that history kept, at most 200 a class and source"
        )
    if form in (Form.findings_parquet, Form.health_parquet):
        _write_parquet(given, form, output)
    else:
        _write_table(given, form, output)


def _for_readers(settings: Settings, history: History, run: RunRow, form: Form, language: str) -> str:
    from flows.draw import run_report
    from reports.export import health_markdown
    from reports.terminal import health_text

    shown = run_report(settings, history, run.id)
    return health_markdown(shown, language) if form is Form.markdown else health_text(shown, language)


def _write_parquet(given: Exported, form: Form, output: Path | None) -> None:
    from reports.exports.schemas import FINDINGS, HEALTH
    from reports.exports.tables import write_parquet

    if output is None:
        raise UsageError(f"--format {form.value} needs --output FILE: a table in Parquet is no text")
    of_findings = form is Form.findings_parquet
    with _whole(output) as beside:
        write_parquet(
            given.findings if of_findings else given.health, FINDINGS if of_findings else HEALTH, beside
        )


def _write_table(given: Exported, form: Form, output: Path | None) -> None:
    from reports.exports.junit import junit_xml
    from reports.exports.prometheus import prometheus_text
    from reports.exports.schemas import FINDINGS, HEALTH
    from reports.exports.tables import write_csv, write_jsonl

    run = given.run
    if form is Form.junit:
        _write_text(junit_xml(run.corpus, run.id, run.finished_at, given.health), output)
    elif form is Form.prometheus:
        _write_text(prometheus_text(given.facts, given.health), output)
    else:
        write: Callable[..., None] = write_csv if form.value.endswith("csv") else write_jsonl
        of_findings = form.value.startswith("findings")
        with _stream(output) as stream:
            write(
                given.findings if of_findings else given.health, FINDINGS if of_findings else HEALTH, stream
            )


def _write_text(text: str, output: Path | None) -> None:
    with _stream(output) as stream:
        stream.write(text)


@contextmanager
def _stream(output: Path | None) -> Iterator[IO[str]]:
    """Standard output in UTF-8, or a file that is there only when it is whole."""
    if output is None:
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
        yield stream
        stream.detach()
        return
    with _whole(output) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def _whole(output: Path) -> Iterator[Path]:
    """A file beside its place, which takes it when it is whole. Raises UsageError where that cannot be."""
    beside = output.with_name(f"{output.name}.tmp")
    try:
        yield beside
        beside.replace(output)
    except OSError as error:
        raise UsageError(f"--output {output}: {error.strerror or error}") from None
    finally:
        beside.unlink(missing_ok=True)
