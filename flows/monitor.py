"""One run as a Prefect flow: the recipe of ``flows.steps`` with its steps as tasks, seen in Prefect's UI.

Prefect is the window, not the engine: it is told where things lie and how they went, never a text, and
nothing is read back from it.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import flows.prefect_environment  # noqa: F401

# isort: split
from prefect import State, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.exceptions import PrefectHTTPStatusError
from prefect.logging.configuration import setup_logging
from prefect.runtime import flow_run
from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

from flows.history.errors import HistoryBusy
from flows.settings import SettingsError, load_settings
from flows.states import TOLD, Untold, ended, refused
from flows.steps import Outcome, local_engine, new_run_id, night
from flows.window import publish

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class _Kept:
    """What became of a run, for ``run_as_flow``; never given to Prefect."""

    outcome: Outcome | None = None
    error: Exception | None = None


_KEPT: ContextVar[_Kept] = ContextVar("_KEPT")


def run_name() -> str:
    """Name a flow run by its corpus and run id."""
    config, run_id = flow_run.parameters["config"], flow_run.parameters.get("run_id")
    try:
        corpus = load_settings(Path(config)).corpus
    except SettingsError:
        corpus = Path(config).parent.name
    return f"{corpus} {run_id or scheduled_id()}"


def scheduled_id() -> str:
    """Name a run by the time for which its flow run was scheduled."""
    return new_run_id(flow_run.scheduled_start_time)


@flow(name="monitor", flow_run_name=run_name, retries=0, persist_result=False, log_prints=False)
def monitor(
    config: str, run_id: str | None = None, engine: str | None = None, workers: int | None = None
) -> State[None]:
    """Run once over all sources of a corpus.

    Ends in a state that is named after the verdict: Passed, Warned, ChecksFailed, Partial, NotAssessed.

    Args:
        config: the corpus.toml, seen from where the flow runs.
        run_id: names the run; by default the time for which it was scheduled, so that a retry of the
            same flow run replaces its run, or takes it up where it was killed.
        engine: what measures, instead of what corpus.toml says.
        workers: how many processes measure, instead of what corpus.toml says.
    """
    kept = _kept()
    try:
        return _watched(Path(config), run_id or scheduled_id(), (engine, workers), kept)
    except Exception as error:  # noqa: BLE001 - Prefect would write its words, which may hold a text
        kept.error = error.original if isinstance(error, Untold) else error
        return refused(kept.error)


def run_as_flow(config: Path, run_id: str, engine: str | None = None, workers: int | None = None) -> Outcome:
    """Run as a flow, seen on the server that PREFECT_API_URL names or else on one that lives as long.

    Raises what ``night`` raises, and OSError when no server answers.
    """
    settings = load_settings(config)
    _quiet_terminal()
    kept = _Kept()
    token = _KEPT.set(kept)
    try:
        with temporary_settings(set_defaults={PREFECT_HOME: settings.out / "prefect"}) as chosen:
            chosen.home.mkdir(parents=True, exist_ok=True)
            require_server()
            lost = _seen_through(str(settings.path), run_id, engine, workers)
    finally:
        _KEPT.reset(token)
    return _told(kept, lost)


def require_server() -> None:
    """Raise OSError, saying what to do, unless a Prefect server answers."""
    try:
        with get_client(sync_client=True) as client:
            client.raise_for_api_version_mismatch()
    except (PrefectHTTPStatusError, RuntimeError, ValueError) as error:
        raise _no_server(error) from error


def shown_url(url: str) -> str:
    """Return an address without user and password.

    >>> shown_url("https://me:secret@example.com/api")
    'https://***@example.com/api'
    """
    return re.sub(r"//.*@", "//***@", url)


def _quiet_terminal() -> None:
    """Leave the terminal to our own words; the server keeps Prefect's logs."""
    for handler in ("CONSOLE", "DEBUG"):
        os.environ.setdefault(f"PREFECT_LOGGING_HANDLERS_{handler}_LEVEL", "CRITICAL")
    setup_logging()


def _kept() -> _Kept:
    """Where ``run_as_flow`` waits for what becomes of this run; nowhere if Prefect began it.

    A function, because Prefect pickles the flow with the globals it names to run it on schedule, and a
    ContextVar cannot be pickled.
    """
    return _KEPT.get(_Kept())


def _watched(config: Path, run_id: str, engine: tuple[str | None, int | None], kept: _Kept) -> State[None]:
    settings = load_settings(config)
    settings = replace(settings, engine=settings.engine.instead(*engine))
    if settings.engine.name == "dask":
        from flows.cluster import on_dask

        measuring = on_dask(settings, run_id)
    else:
        measuring = local_engine(settings, run_id)
    kept.outcome = night(config, run_id, step=_as_task, engine=measuring)
    publish(kept.outcome, settings)
    return ended(kept.outcome, settings.language)


def _as_task(name: str, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call a step as a task that is tried again when the disk, the network or the database failed it."""
    made = task(
        name=name,
        task_run_name=name,
        retries=2,
        retry_delay_seconds=[1, 5],
        retry_condition_fn=_may_pass,
        cache_policy=NO_CACHE,
        persist_result=False,
        log_prints=False,
    )
    return made(_guarded(function))(*args, **kwargs)


def _guarded(function: Callable[P, R]) -> Callable[P, R]:
    """Let no exception out whose words or causes may hold a text."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except TOLD:
            raise
        except Exception as error:  # noqa: BLE001 - raised again below, away from its words
            original = error
        raise Untold(original)

    return guarded


def _may_pass(_task: Any, _task_run: Any, state: State[Any]) -> bool:  # noqa: ANN401
    """Say whether trying again may help."""
    return isinstance(state.data, OSError | HistoryBusy)


def _seen_through(config: str, run_id: str, engine: str | None, workers: int | None) -> str:
    """Run the flow; returns how Prefect lost sight of it, "" if it did not."""
    try:
        state = monitor(config, run_id, engine, workers, return_state=True)
    except Exception as error:  # noqa: BLE001 - what the run met is kept: this is of Prefect's client
        return str(Untold(error))
    return f"flow run {state.name}" if state.is_crashed() else ""


def _told(kept: _Kept, lost: str) -> Outcome:
    """What became of the run, as it was kept; that Prefect could not show it is trouble, no more."""
    if kept.outcome is None:
        raise kept.error or _no_server(RuntimeError(lost))
    lost = lost or (str(Untold(kept.error)) if kept.error else "")
    trouble = (f"Prefect does not show the run as it was: {lost}",) if lost else ()
    return replace(kept.outcome, trouble=(*kept.outcome.trouble, *trouble))


def _no_server(error: Exception) -> OSError:
    url = PREFECT_API_URL.value()
    if not url:
        return ConnectionError(
            errno.ECONNREFUSED, f"could not be started: {error}", "a Prefect server of our own"
        )
    why = "" if "reach API" in str(error) else f" ({error})"
    remedy = "start one with `prefect server start`, or unset PREFECT_API_URL to run without"
    place = f"PREFECT_API_URL={shown_url(url)}"
    return ConnectionError(errno.ECONNREFUSED, f"no Prefect server answers there{why}; {remedy}", place)
