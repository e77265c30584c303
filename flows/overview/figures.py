"""The five numbers at the head of a report, each with its change and its last 30 runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from checks.model import Words
from flows.history import PastRun
from flows.overview.rows import Rows
from flows.records import Case, RunRow, clean_share
from reports.model import Figure

DRAWN = 29  # runs before this one


def figures_of(rows: Rows) -> tuple[Figure, ...]:
    """Documents, clean share, open cases, age of the oldest, completeness."""
    past = rows.past[-DRAWN:]
    opened = [case for case in rows.cases if case.status == "open"]
    return (
        _documents(rows, past),
        _clean_figure(rows.run, [each.run for each in past]),
        _cases(rows, past, len(opened)),
        _oldest(rows, past, opened),
        _completeness(rows, past),
    )


def _documents(rows: Rows, past: Iterable[PastRun]) -> Figure:
    new, gone = sum(s.new for s in rows.sources), sum(s.gone for s in rows.sources)
    before = [float(each.run.documents) for each in past]
    change = f"+{new:,} −{gone:,}" if before else ""
    now = rows.run.documents
    return Figure(Words("documents", "文档"), f"{now:,}", change, (*before, float(now)))


def _clean_figure(run: RunRow, runs: list[RunRow]) -> Figure:
    share, before = clean_share(run), clean_share(runs[-1]) if runs else None
    change, worse = Words("", ""), None
    if share is not None and before is not None:
        moved = round((share - before) * 100, 1)
        points = f"{moved:+.1f}".replace("-", "−") if moved else "±0"
        change = Words(f"{points} points", f"{points} 个百分点")
        worse = share < before if share != before else None
    return Figure(
        Words("clean documents", "无问题文档"),
        "–" if share is None else f"{share:.1%}",
        change,
        (*(clean_share(each) for each in runs), share),
        worse,
    )


def _cases(rows: Rows, past: Iterable[PastRun], opened: int) -> Figure:
    came = sum(event.event in ("new", "back", "baseline") for event in rows.events)
    went = sum(event.event in ("fixed", "gone") for event in rows.events)
    history = [float(each.cases.opened) for each in past]
    return Figure(
        Words("open cases", "未结问题"),
        f"{opened:,}",
        f"+{came} −{went}" if came or went else "±0",
        (*history, float(opened)),
        None if came == went or not history else came > went,
    )


def _oldest(rows: Rows, past: Iterable[PastRun], opened: Iterable[Case]) -> Figure:
    """How long the oldest case has been open; by how much that moved since the run before."""
    history = [_days(each.cases.oldest, each.run.finished_at) for each in past]
    days = _days(min((case.opened_at for case in opened), default=""), rows.run.finished_at)
    moved = days - history[-1] if days is not None and history and history[-1] is not None else None
    change = "" if moved is None else "±0" if not moved else f"{moved:+.0f}".replace("-", "−")
    value = "–" if days is None else Words(f"{days:.0f} d", f"{days:.0f} 天")
    return Figure(Words("oldest case", "最久未结"), value, change, (*history, days))


def _days(since: str, now: str) -> float | None:
    if not since:
        return None
    return float((datetime.fromisoformat(now) - datetime.fromisoformat(since)).days)


def _completeness(rows: Rows, past: Iterable[PastRun]) -> Figure:
    """Sources that were read, and over the runs the share of what came that could be assessed."""
    read = sum(source.assessed for source in rows.sources)
    unread = rows.run.rejects + rows.run.not_assessed
    incomplete = unread > 0 or read < len(rows.sources)
    return Figure(
        Words("sources assessed", "已检查来源"),
        f"{read} / {len(rows.sources)}",
        Words(f"{unread:,} documents unread", f"{unread:,} 篇未能读取") if unread else "",
        (*(_complete(each.run) for each in past), _complete(rows.run)),
        worse=True if incomplete else None,
    )


def _complete(run: RunRow) -> float | None:
    offered = run.documents + run.rejects
    return 1 - (run.not_assessed + run.rejects) / offered if offered else None
