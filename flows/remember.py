"""What one run leaves in history: its rows put together from what was measured and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from checks.model import Check, FaultClass
from checks.registry import classes_of, version_of
from flows.alerts import deliveries
from flows.cases import advance
from flows.causes import causes_of
from flows.engine.gather import MeasuredSource
from flows.engine.judge import SourceCounts, judge_health
from flows.engine.results import Origins, document_rows, finding_rows, gravest_rows, snippets_of
from flows.history import KEPT_FINDINGS, KEPT_SPANS, Changes, History, RunRecord
from flows.intake import flagged, health_row
from flows.overview.rows import labels_of
from flows.records import (
    Case,
    CaseEvent,
    CauseRow,
    Delivery,
    FindingRow,
    HealthRow,
    RunRow,
    RunStatus,
    SourceRow,
)
from flows.settings import Settings, Source
from reports.catalogue import limits_text


def record_of(
    settings: Settings,
    checks: Sequence[Check],
    history: History,
    *,
    run_id: str,
    folder: Path,
    measured: Sequence[MeasuredSource],
    counts: Mapping[str, SourceCounts],
    started: str,
    finished: str,
    same_as: str = "",
) -> RunRecord:
    """Put the record of a run together, messages included; reads history, writes nothing.

    ``same_as``: the run that judged the same documents the same, "" if none is known to have.
    """
    _assert_whole(measured, counts)
    before = history.sources_before(settings.corpus, run_id)
    assessed = [source.source for source in measured if not source.failure]
    documents, last = partial(document_rows, folder), history.previous_run(settings.corpus, run_id)
    unchanged = last is not None and last.id == same_as
    changes = (
        {source.source: Changes(unchanged=source.documents) for source in measured}
        if unchanged
        else history.compare(settings.corpus, run_id, documents, assessed)
    )
    sources = tuple(
        _source_row(source, given, counts[source.id], changes.get(source.id, Changes()))
        for source, given in zip(settings.sources, measured, strict=True)
    )
    health = judge_health(_health_rows(settings, checks, sources, measured, counts, before))
    run = replace(
        _run_row(settings, checks, run_id, sources, measured, health),
        started_at=started,
        finished_at=finished,
        report=str(settings.out / "reports" / f"{run_id}.html"),
        findings=str(folder / "findings.jsonl"),
    )
    gravest = tuple(gravest_rows(folder, KEPT_FINDINGS, KEPT_SPANS))
    cases, events = _moved(settings, history, run, health, set(assessed), before.keys(), gravest)
    return RunRecord(
        run=run,
        sources=sources,
        health=health,
        findings=gravest,
        rejects=[reject for source in measured for reject in source.rejects],
        documents=documents,
        unchanged=documents if unchanged else None,
        cases=cases,
        events=events,
        deliveries=_messages(settings, checks, history, run, cases, events),
        causes=_causes(history, run, folder, last if unchanged else None),
    )


def _causes(history: History, run: RunRow, folder: Path, same: RunRow | None) -> tuple[CauseRow, ...]:
    """What the findings have in common; what those of the run before had if it is the ``same``."""
    if same:
        return tuple(history.causes(same.id, same.corpus))
    return causes_of(
        finding_rows(folder),
        Origins(folder),
        corpus=run.corpus,
        at=run.finished_at,
        known=history.causes_known(run.corpus, run.id),
    )


def _moved(
    settings: Settings,
    history: History,
    run: RunRow,
    health: Sequence[HealthRow],
    assessed: Set[str],
    seen_before: Set[str],
    gravest: Iterable[FindingRow],
) -> tuple[tuple[Case, ...], tuple[CaseEvent, ...]]:
    """The cases after this run, and what it did to them."""
    return advance(
        history.cases_before(settings.corpus, run.id),
        health,
        corpus=settings.corpus,
        run_id=run.id,
        at=run.finished_at,
        owners={source.id: source.owner for source in settings.sources},
        assessed_sources=assessed,
        known_sources={source.id for source in settings.sources},
        first_time=assessed - seen_before,
        snippets=snippets_of(gravest),
        today=_local_day(settings, run.finished_at),
    )


def _local_day(settings: Settings, at: str) -> str:
    """The date of ``at`` where the corpus is scheduled, which is where its people live."""
    return datetime.fromisoformat(at).astimezone(ZoneInfo(settings.schedule.timezone)).date().isoformat()


def _assert_whole(measured: Iterable[MeasuredSource], counts: Mapping[str, SourceCounts]) -> None:
    """Raise unless every document that was measured was judged: a shard lost is not a document gone."""
    lost = {s.source: s.documents - counts[s.source].documents for s in measured}
    if any(lost.values()):
        names = ", ".join(f"{number:,} of {source}" for source, number in lost.items() if number)
        raise RuntimeError(f"documents that were measured were not judged: {names}")


def _messages(
    settings: Settings,
    checks: Sequence[Check],
    history: History,
    run: RunRow,
    cases: Sequence[Case],
    events: Sequence[CaseEvent],
) -> tuple[Delivery, ...]:
    return deliveries(
        events,
        settings.routes,
        run=run,
        report_link=run.report,
        at=run.finished_at,
        last_sent={route.name: history.last_sent_at(route.name) for route in settings.routes},
        language=settings.language,
        labels=labels_of(classes_of(checks)),
        cases={case.id: case for case in cases},
    )


def _source_row(
    source: Source, measured: MeasuredSource, counts: SourceCounts, changes: Changes
) -> SourceRow:
    return SourceRow(
        source=source.id,
        owner=source.owner,
        documents=measured.documents,
        clean=counts.verdicts.get("passed", 0),
        warned=counts.verdicts.get("warned", 0),
        failed=counts.verdicts.get("failed", 0),
        not_assessed=counts.verdicts.get("not_assessed", 0),
        rejects=measured.rejected,
        failure=measured.failure,
        seconds=measured.seconds,
        **changes._asdict(),
    )


def _health_rows(
    settings: Settings,
    checks: Iterable[Check],
    sources: Sequence[SourceRow],
    measured: Sequence[MeasuredSource],
    counts: Mapping[str, SourceCounts],
    before: Mapping[str, SourceRow],
) -> Iterator[HealthRow]:
    for source, row, given in zip(settings.sources, sources, measured, strict=True):
        for check in checks:
            for cls in check.classes:
                yield _content_row(settings, source, check, cls, row, counts[source.id])
        last = before[source.id].documents if source.id in before else 0
        for item in flagged(given, row, before=last, expects_new=source.expects_new):
            kind = item.cls
            tolerated = settings.tolerated_for(source, kind.name, kind.severity, default=kind.tolerated)
            yield health_row(source.id, item, tolerated)


def _content_row(
    settings: Settings, source: Source, check: Check, cls: FaultClass, row: SourceRow, counts: SourceCounts
) -> HealthRow:
    severity = counts.worst.get(cls.name, cls.severity)
    assessed = counts.assessed.get(cls.name, 0) if row.assessed else 0
    hit = counts.flagged.get(cls.name, 0)
    return HealthRow(
        source=source.id,
        cls=cls.name,
        check=check.name,
        family=cls.family,
        severity=severity,
        documents=row.documents,
        assessed=assessed,
        flagged=hit,
        share=hit / assessed if assessed else None,
        tolerated=settings.tolerated_for(source, cls.name, severity),
        verdict="not_assessed",
    )


def _run_row(
    settings: Settings,
    checks: Sequence[Check],
    run_id: str,
    sources: Sequence[SourceRow],
    measured: Sequence[MeasuredSource],
    health: Sequence[HealthRow],
) -> RunRow:
    seconds: Counter[str] = Counter()
    for source in measured:
        seconds.update(source.check_seconds)
    return RunRow(
        id=run_id,
        corpus=settings.corpus,
        started_at="",
        finished_at="",
        status=_status(sources, health),
        documents=sum(row.documents for row in sources),
        clean=sum(row.clean for row in sources),
        warned=sum(row.warned for row in sources),
        failed=sum(row.failed for row in sources),
        not_assessed=sum(row.not_assessed for row in sources),
        rejects=sum(row.rejects for row in sources),
        settings_hash=settings.hash,
        version=version("corpus-health"),
        reasons=_reasons(measured),
        check_versions={check.name: version_of(check) for check in checks},
        check_seconds={name: round(spent, 4) for name, spent in seconds.items()},
        limits={cls.name: limits_text(cls.limits) for check in checks for cls in check.classes},
    )


def _status(sources: Sequence[SourceRow], health: Iterable[HealthRow]) -> RunStatus:
    if not any(row.assessed for row in sources):
        return "not_assessed"
    if any(not row.assessed or row.not_assessed for row in sources):
        return "partial"
    verdicts = {row.verdict for row in health}
    return "failed" if "failed" in verdicts else "warned" if "warned" in verdicts else "passed"


def _reasons(measured: Iterable[MeasuredSource]) -> tuple[str, ...]:
    failures = [f"{source.source}: {source.failure}" for source in measured if source.failure]
    crashes = [
        f"{source.source}: check {name} crashed: {error}"
        for source in measured
        for name, error in sorted(source.crashes.items())
    ]
    lost = [f"{source.source}: {reason}" for source in measured for reason in source.lost]
    return (*failures, *lost, *crashes)
