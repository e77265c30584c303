"""The command that runs once over all sources. It imports what it needs when it runs."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.exits import errors_are_told, exit_code, say

if TYPE_CHECKING:
    from flows.steps import Outcome
    from flows.terminal import Progress

EXAMPLES = (
    "Examples:\n\n"
    "  corpus-health run\n\n"
    "  corpus-health run archive/corpus.toml --strict --workers 4\n\n"
    "  corpus-health run --json | jq .status"
)


class EngineChoice(StrEnum):
    """What measures."""

    in_process = "in-process"
    processes = "processes"
    dask = "dask"


def run(
    config: Annotated[
        Path | None,
        typer.Argument(help="corpus.toml; else ./corpus.toml, else ./seeds/corpus.toml", show_default=False),
    ] = None,
    run_id: Annotated[
        str, typer.Option(help="id of the run; the newest run repeats itself under its id")
    ] = "",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="exit 0 where checks failed (not for 2, 3, 4)")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="exit 1 for warnings, too")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print one object for a program")] = False,
    prefect: Annotated[
        bool, typer.Option("--prefect", help="run as a flow even if no server is named")
    ] = False,
    engine: Annotated[
        EngineChoice | None, typer.Option(help="what measures, instead of [run] in corpus.toml")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="processes that measure; all the cores by default")
    ] = None,
) -> None:
    """Run once over all sources: measure, judge, remember, report, tell.

    Goes through the server that PREFECT_API_URL names, directly without one. Exit code 0: passed, or
    only warnings; 1: a check failed; 2: usage or settings; 3: the run failed or was partial; 4: an
    alert could not be delivered; of several the highest. A run that was killed is taken up where it was
    when it is started again under its id.
    """
    from flows.settings import find_config
    from flows.steps import new_run_id, utc_now
    from flows.summary import as_object, print_outcome, troubles
    from flows.terminal import watched

    with errors_are_told():
        path = find_config(config, Path.cwd())
        with watched(quiet=as_json) as progress:
            outcome = _night(
                path,
                run_id or new_run_id(utc_now()),
                progress,
                (engine.value if engine else None, workers),
                as_flow=prefect,
            )
        if as_json:
            typer.echo(json.dumps(as_object(outcome), ensure_ascii=False))
            for line in troubles(outcome):
                say(line)
        else:
            print_outcome(outcome, path)
    raise typer.Exit(exit_code(outcome, strict=strict, exit_zero=exit_zero))


def _night(
    config: Path,
    run_id: str,
    progress: Progress | None,
    engine: tuple[str | None, int | None],
    *,
    as_flow: bool,
) -> Outcome:
    from flows.settings import load_settings

    settings = load_settings(config)
    settings = replace(settings, engine=settings.engine.instead(*engine))
    if as_flow or os.environ.get("PREFECT_API_URL") or settings.engine.name == "dask":
        from flows.monitor import run_as_flow

        return run_as_flow(config, run_id, *engine)
    from flows.steps import local_engine, night
    from flows.terminal import nobody_told

    return night(config, run_id, progress=progress or nobody_told, engine=local_engine(settings, run_id))
