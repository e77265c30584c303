"""The schedule: runs the flow at the times of corpus.toml, with a Prefect server of our own if need be."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import typer

import flows.prefect_environment  # noqa: F401
from flows.local_server import local_server
from flows.settings import Settings, load_settings

if TYPE_CHECKING:
    from prefect.runner import Runner


def serve_schedule(config: Path, *, port: int) -> None:
    """Run a corpus on its schedule until stopped by SIGTERM or Ctrl-C, which end a run under way.

    ``port`` is that of the server we start when PREFECT_API_URL names none; its data go to
    ``prefect`` in the folder for results. Two runs never overlap: Prefect cancels the second, and the
    lock in the history refuses it wherever it comes from. Raises SettingsError, and OSError when the
    port is taken or no server answers.
    """
    settings = load_settings(config)
    with _server(settings, port) as window:
        _serve(settings, window)


def deployment_name(corpus: str) -> str:
    """Return what the schedule of a corpus is called in Prefect, which takes all but ``/%&<>``.

    >>> deployment_name("news/晚报")
    'nightly-news-晚报'
    """
    return f"nightly-{re.sub(r'[/%&<>]+', '-', corpus)}"


@contextmanager
def _server(settings: Settings, port: int) -> Iterator[str]:
    """Yield the address of the UI, or of the API of a server that was named."""
    named = os.environ.get("PREFECT_API_URL")
    if named:
        from flows.monitor import require_server, shown_url

        require_server()
        yield shown_url(named)
        return
    typer.echo("starting a Prefect server …")
    with local_server(settings.out / "prefect", port) as window:
        from flows.lost_runs import watch_for_lost_runs

        watch_for_lost_runs()
        yield window


def _serve(settings: Settings, window: str) -> None:
    """Register the deployment and run what falls due; returns when stopped."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.runner import Runner
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType

    from flows.monitor import monitor
    from flows.window import TAG

    name, schedule = deployment_name(settings.corpus), settings.schedule
    runner = Runner(name=name)
    runner.add_flow(
        monitor,
        name=name,
        schedule=Cron(schedule.cron, timezone=schedule.timezone),
        parameters={"config": str(settings.path)},
        tags=[settings.corpus, TAG],
        concurrency_limit=ConcurrencyLimitConfig(
            limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
        ),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    typer.echo(
        f"{settings.corpus} runs at {schedule.cron!r}, {schedule.timezone}; watch it at {window}\n"
        f"run it now: prefect deployment run {quote(f'{monitor.name}/{name}')}\nstop with Ctrl-C"
    )
    asyncio.run(_until_stopped(runner))


async def _until_stopped(runner: Runner) -> None:
    """Run what falls due until SIGTERM or Ctrl-C; a run under way ends, and says so, before the rest.

    Prefect's own way to stop leaves it running, without a server to report to.
    """
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None, "a coroutine runs in a task"

    def stop(*_: object) -> None:
        for child in multiprocessing.active_children():
            child.terminate()
        loop.call_soon_threadsafe(task.cancel)

    runner.handle_sigterm = stop  # type: ignore[method-assign]
    signal.signal(signal.SIGINT, stop)
    with suppress(asyncio.CancelledError):
        await runner.start()
