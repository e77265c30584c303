"""What stands over the runs: trends, waivers, causes, and the scorecard of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

from checks.model import FaultClass, Words
from flows.intake import INTAKE
from flows.overview.rows import Labels, Rows
from flows.records import Case, RunRow, SourceRow, clean_share
from reports.model import Cause, Score, Trend, TrendMark, WaiverLine

SPARK = 29  # runs before this one in the sparkline of a source


def trends_of(rows: Rows, classes: Mapping[str, FaultClass]) -> tuple[Trend, ...]:
    """Every class of text that was hit in one of the runs, the worst now first."""
    labels = Labels(classes)
    now = {line.cls: line for line in rows.health if line.cls not in INTAKE}
    hits: dict[str, list[int]] = {cls: [0, 0] for cls in now}
    for line in rows.health:
        if line.cls in hits:
            hits[line.cls][0] += line.flagged
            hits[line.cls][1] += line.assessed
    trends = []
    for cls, (flagged, assessed) in hits.items():
        past = [each.classes.get(cls) for each in rows.past]
        history = (*(hit.share if hit else None for hit in past), flagged / assessed if assessed else None)
        if any(history):
            severity = classes[cls].severity if cls in classes else now[cls].severity
            marks = tuple(_marks(rows, now[cls].check))
            trends.append((flagged, Trend(cls, labels[cls], severity, history, marks)))
    trends.sort(key=lambda item: (-item[1].severity, -item[0], item[1].cls))
    return tuple(trend for _, trend in trends)


def moments_of(rows: Rows) -> tuple[str, ...]:
    """When each run of the trends finished."""
    return (*(each.run.finished_at for each in rows.past), rows.run.finished_at)


def _marks(rows: Rows, check: str) -> Iterator[TrendMark]:
    """Where this check or the settings changed, which can move its trend though no document did."""
    runs = [*(each.run for each in rows.past), rows.run]
    for number, (before, after) in enumerate(pairwise(runs), start=1):
        what = list(_changed(before, after, check))
        if what:
            yield TrendMark(number, Words(", ".join(w.en for w in what), "，".join(w.zh for w in what)))


def _changed(before: RunRow, after: RunRow, check: str) -> Iterator[Words]:
    then, now = before.check_versions.get(check), after.check_versions.get(check)
    if then and now and then != now:
        yield Words("the check changed", "检查有变")
    if before.settings_hash != after.settings_hash:
        yield Words("the settings changed", "设置有变")


def waivers_of(rows: Rows, labels: Labels) -> tuple[WaiverLine, ...]:
    """Every case that is waived, or was until a day that is over while it is still open."""
    day = rows.run.finished_at[:10]
    return tuple(
        WaiverLine(
            case_id=case.id,
            source=case.source,
            label=labels[case.cls],
            owner=case.owner,
            until=case.waived_until,
            reason=case.reason,
            documents=case.documents,
            over=case.waived_until < day,
        )
        for case in rows.cases
        if case.waived_until and (case.status == "open" or case.waived_until >= day)
    )


def causes_of(rows: Rows, labels: Labels) -> tuple[Cause, ...]:
    """What many findings have in common, the gravest first; new is what this run met for the first time."""
    return tuple(
        Cause(
            id=row.id,
            kind=row.kind,
            cls=row.cls,
            label=labels[row.cls],
            severity=row.severity,
            quote=row.quote,
            documents=row.documents,
            sources=row.sources,
            hosts=row.hosts,
            host=row.host,
            since=row.since[:10],
            rule=row.rule,
            n_sources=row.n_sources,
            new=bool(rows.past) and row.since == rows.run.finished_at,
            at_least=row.at_least,
        )
        for row in rows.causes
    )


def scores_of(rows: Rows) -> tuple[Score, ...]:
    """The sources, the least healthy first; those that could not be read before all."""
    cases = {source.source: [c for c in rows.cases if c.source == source.source] for source in rows.sources}
    scores = [_score(source, cases[source.source], rows) for source in rows.sources]
    return tuple(sorted(scores, key=lambda s: (s.clean is not None, s.clean or 0.0, -s.open_cases, s.source)))


def _score(source: SourceRow, cases: Sequence[Case], rows: Rows) -> Score:
    past = [each.sources.get(source.source) for each in rows.past]
    clean = clean_share(source)
    opened = [case for case in cases if case.status == "open"]
    took = [_days(c.opened_at, c.closed_at) for c in cases if c.status == "fixed" and c.closed_at]
    return Score(
        source=source.source,
        owner=source.owner,
        clean=clean,
        before=past[-1] if past else None,
        open_cases=len(opened),
        fixed_cases=len(took),
        oldest_days=_oldest(opened, rows.run.finished_at),
        days_to_fix=float(median(took)) if took else None,
        history=(*past[-SPARK:], clean),
    )


def _oldest(opened: Iterable[Case], now: str) -> int | None:
    return max((_days(case.opened_at, now) for case in opened), default=None)


def _days(since: str, until: str) -> int:
    return (datetime.fromisoformat(until) - datetime.fromisoformat(since)).days
