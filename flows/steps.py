"""One run, step by step: measure every source, settle, judge, remember, draw, tell.

Each step is a plain function whose arguments say where things lie, never what is in them, so that a
scheduler may wrap, retry or move it. ``night`` is the recipe; ``step`` says how a step is called:
directly by default, as a Prefect task in ``flows.monitor``.
"""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from checks.model import Check
from checks.registry import all_checks, classes_of, with_limits
from flows.draw import draw_run
from flows.engine.gather import MeasuredSource, gather, met_before
from flows.engine.judge import SourceCounts, judge_run
from flows.engine.kept import kept_in
from flows.engine.measure import take_over
from flows.engine.plan import basis_of, plan_run
from flows.engine.processes import Measuring, Processes, in_process, measure_all
from flows.engine.settle import settle_run
from flows.engine.shard import Shard
from flows.engine.work import examiner_of, folder_of
from flows.exporting import leave_health
from flows.history import History
from flows.interrupts import heed
from flows.notify import deliver
from flows.records import CaseEvent, RunRow
from flows.remember import record_of
from flows.settings import Settings, SettingsError, load_settings
from flows.terminal import Progress, nobody_told

RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""It names a folder and a page, so nothing else may be in it."""

P = ParamSpec("P")
R = TypeVar("R")
Clock = Callable[[], datetime]


class Step(Protocol):
    """How a step is called: with a name for whoever watches."""

    def __call__(self, name: str, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call ``function`` with the arguments and return what it returns."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run. ``trouble``: what went wrong around it, the report not written say."""

    run: RunRow
    events: tuple[CaseEvent, ...]
    undelivered: tuple[str, ...] = ()
    trouble: tuple[str, ...] = ()


def directly(name: str, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:  # noqa: ARG001
    """Call a step as the plain function it is."""
    return function(*args, **kwargs)


def utc_now() -> datetime:
    """Tell the time; the one clock of a run unless another is passed in."""
    return datetime.now(UTC)


def new_run_id(at: datetime) -> str:
    """Name a run by its start in UTC: ``20261121T020000Z``."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def night(
    config: Path,
    run_id: str,
    *,
    step: Step = directly,
    clock: Clock = utc_now,
    progress: Progress = nobody_told,
    engine: Measuring | None = None,
) -> Outcome:
    """Run once over all sources of a corpus. ``engine``: who measures; what the settings say by default.

    Raises SettingsError, RunBusy (another run holds the corpus), RunRefused (an older id) and OSError
    (nothing could be written); in all these cases history is as it was.
    """
    settings = load_settings(config)
    _assert_usable(run_id)
    all_checks()  # an interrupt that falls into an import may get lost; there is nothing to interrupt yet
    engine, heeding = engine or local_engine(settings, run_id), _heeding(step)
    with History.open(settings.history_url()) as history:
        history.check_run_id(settings.corpus, run_id)
        with history.lock(settings.corpus, run_id):
            started = clock()
            known = history.run(run_id, settings.corpus) is not None
            with _begun(settings, run_id, remembered=known):
                shards = heeding("plan", plan, config, run_id)
                while shards or (shards := heeding("compare ids", compare_ids, config, run_id)):
                    heeding("measure", measure, config, run_id, shards, engine, progress)
                    shards = []
                measured = heeding("settle", settle, config, run_id)
                counts = heeding("judge", judge, config, run_id)
            heeding("remember", remember, config, run_id, measured, counts, started, clock())
            folder_of(settings, run_id).tidy(settings.corpus)
            trouble = step("draw", draw, config, run_id)
            undelivered = step("tell", tell, config, clock)
            if undelivered and not trouble:
                trouble = step("draw again", draw, config, run_id)
        run = history.run(run_id, settings.corpus)
        assert run is not None, "a run that was remembered is in the history"
        return Outcome(run, tuple(history.events(run_id, settings.corpus)), undelivered, trouble)


def _heeding(step: Step) -> Step:
    """The same step, which is not begun if somebody has asked the run to stop."""

    def heeding(name: str, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        heed()
        return step(name, function, *args, **kwargs)

    return heeding


@contextmanager
def _begun(settings: Settings, run_id: str, *, remembered: bool) -> Iterator[None]:
    """Make the folder of the run, or take up what a killed attempt left; take it away if this one fails.

    A run that is stopped from outside leaves what it measured to be taken up; a failure would come again.
    """
    folder = folder_of(settings, run_id)
    try:
        folder.begin(settings.corpus, remembered=remembered)
        yield
    except BaseException as error:
        if isinstance(error, Exception) or not folder.holds_shards():
            folder.abandon()
        raise


def _assert_usable(run_id: str) -> None:
    """Raise SettingsError for an id that could name another place, or a file of ours."""
    if (
        not RUN_ID.fullmatch(run_id)
        or re.fullmatch(r"latest|checks|index|runs-[0-9]+", run_id.lower())
        or run_id.lower().endswith(".tmp")
    ):
        rule = "use at most 100 letters, digits, dots, dashes and underscores; not latest, checks, index, runs-1 or x.tmp"
        raise SettingsError(f"run id {run_id!a}: {rule}")


def plan(config: Path, run_id: str) -> list[Shard]:
    """Cut the sources into shards; returns those that are to be measured.

    The others were measured by a killed attempt at this run, or by an earlier run from the same bytes.
    """
    settings = load_settings(config)
    folder = folder_of(settings, run_id)
    basis = basis_of(all_checks(settings.checks), settings.max_document_bytes)
    kept = kept_in(folder.kept(settings.corpus))
    return [s for s in plan_run(folder, settings.sources, basis) if not take_over(folder, s, kept)]


def measure(
    config: Path, run_id: str, shards: Sequence[Shard], engine: Measuring, progress: Progress = nobody_told
) -> None:
    """Have shards read and measured into the run's folder."""
    measure_all(engine, folder_of(load_settings(config), run_id), config, run_id, shards, progress)


def local_engine(settings: Settings, run_id: str) -> Measuring:
    """What measures on this machine, as the settings have it. Raises SettingsError for what needs others."""
    if settings.engine.name == "in-process":
        return in_process
    if settings.engine.name == "processes":
        return Processes(folder_of(settings, run_id), settings.engine.workers)
    raise SettingsError(f"{settings.path}: run.engine: {settings.engine.name} runs as a Prefect flow only")


def compare_ids(config: Path, run_id: str) -> list[Shard]:
    """Return the shards that hold an id of an earlier shard of their source, to be measured again."""
    settings = load_settings(config)
    return met_before(folder_of(settings, run_id), [source.id for source in settings.sources])


def settle(config: Path, run_id: str) -> list[MeasuredSource]:
    """Tell what only shows between the documents of all sources; returns what was measured, and crashed."""
    settings = load_settings(config)
    folder = folder_of(settings, run_id)
    measured = [gather(folder, source.id) for source in settings.sources]
    crashes = settle_run(
        folder,
        settings.sources,
        examiner_of(settings.checks),
        max_document_bytes=settings.max_document_bytes,
        kept=folder.kept(settings.corpus),
    )
    return [replace(each, crashes={**each.crashes, **crashes[each.source]}) for each in measured]


def judge(config: Path, run_id: str) -> dict[str, SourceCounts]:
    """Apply the limits to the shards and put the run's folder in place."""
    settings = load_settings(config)
    folder = folder_of(settings, run_id)
    classes = classes_of(checks_of(settings))
    kept = folder.kept(settings.corpus)
    counts = judge_run(folder, [source.id for source in settings.sources], classes, kept)
    folder.finish()
    return counts


def remember(
    config: Path,
    run_id: str,
    measured: Sequence[MeasuredSource],
    counts: dict[str, SourceCounts],
    started: datetime,
    finished: datetime,
) -> None:
    """Compare with the run before, move the cases and write it all to history, in one transaction."""
    settings = load_settings(config)
    folder = folder_of(settings, run_id)
    with History.open(settings.history_url()) as history:
        record = record_of(
            settings,
            checks_of(settings),
            history,
            run_id=run_id,
            folder=folder.final,
            measured=measured,
            counts=counts,
            started=_iso(started),
            finished=_iso(finished),
            same_as=folder.same_as(),
        )
        owners = {source.source: source.owner for source in record.sources}
        leave_health(Path(record.run.findings).parent, record.run, record.health, owners)
        history.record(record)


def draw(config: Path, run_id: str) -> tuple[str, ...]:
    """Write the report of a run; what kept it from being written is returned, not raised.

    A report that cannot be written must not keep the alerts from being sent.
    """
    settings = load_settings(config)
    try:
        with History.open(settings.history_url()) as history:
            draw_run(settings, history, run_id)
    except OSError as error:
        place = error.filename2 or error.filename or settings.out / "reports"
        why = f"{error.strerror or error} ({place})"
        return (f"the report was not written: {why}; make room for it, then: corpus-health report",)
    except Exception as error:  # noqa: BLE001 - a bug in drawing must not keep the alerts from being sent
        where = traceback.extract_tb(error.__traceback__)[-1]
        return (f"the report was not written: {type(error).__name__} in {where.name}, line {where.lineno}",)
    return ()


def tell(config: Path, clock: Clock = utc_now) -> tuple[str, ...]:
    """Send what is pending in the outbox, of earlier runs too; return what could not be delivered."""
    settings = load_settings(config)
    with History.open(settings.history_url()) as history:
        results = deliver(history, settings.routes, now=clock, environment=os.environ, corpus=settings.corpus)
        return tuple(f"{result.route}: {result.error}" for result in results if not result.delivered)


def checks_of(settings: Settings) -> tuple[Check, ...]:
    """The checks with the limits of the settings."""
    return with_limits(all_checks(settings.checks), settings.limits)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
