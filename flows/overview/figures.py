"""The five numbers at the head of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from checks.model import Words
from flows.overview.rows import Rows
from flows.records import Case, RunRow
from reports.model import Figure


def figures_of(rows: Rows) -> tuple[Figure, ...]:
    """Documents, clean share, open cases, age of the oldest, completeness."""
    run, runs = rows.run, [past.run for past in rows.past]
    previous = runs[-1] if runs else None
    new, gone = sum(s.new for s in rows.sources), sum(s.gone for s in rows.sources)
    opened = [case for case in rows.cases if case.status == "open"]
    return (
        Figure(
            Words("documents", "文档"),
            f"{run.documents:,}",
            f"+{new:,} −{gone:,}" if previous else "",
            (*(float(r.documents) for r in runs), float(run.documents)),
        ),
        _clean_figure(run, runs),
        Figure(
            Words("open cases", "未结问题"), f"{len(opened):,}", _case_change(rows), worse=_more_cases(rows)
        ),
        Figure(Words("oldest case", "最久未结"), _oldest(opened, run.finished_at), ""),
        _completeness(rows),
    )


def _clean_share(run: RunRow) -> float | None:
    assessed = run.clean + run.warned + run.failed
    return run.clean / assessed if assessed else None


def _clean_figure(run: RunRow, runs: Sequence[RunRow]) -> Figure:
    share, before = _clean_share(run), _clean_share(runs[-1]) if runs else None
    change, worse = Words("", ""), None
    if share is not None and before is not None:
        points = f"{(share - before) * 100:+.1f}"
        change = Words(f"{points} points", f"{points} 个百分点")
        worse = share < before if share != before else None
    return Figure(
        Words("clean documents", "无问题文档"),
        "–" if share is None else f"{share:.1%}",
        change,
        (*(_clean_share(r) for r in runs), share),
        worse,
    )


def _case_change(rows: Rows) -> str:
    opened = sum(event.event in ("new", "back", "baseline") for event in rows.events)
    closed = sum(event.event in ("fixed", "gone") for event in rows.events)
    return f"+{opened} −{closed}" if opened or closed else "±0"


def _more_cases(rows: Rows) -> bool | None:
    opened = sum(event.event in ("new", "back") for event in rows.events)
    closed = sum(event.event in ("fixed", "gone") for event in rows.events)
    return None if opened == closed else opened > closed


def _oldest(opened: Iterable[Case], now: str) -> str | Words:
    since = min((case.opened_at for case in opened), default="")
    if not since:
        return "–"
    days = (datetime.fromisoformat(now) - datetime.fromisoformat(since)).days
    return Words(f"{days} d", f"{days} 天")


def _completeness(rows: Rows) -> Figure:
    read = sum(source.assessed for source in rows.sources)
    share = read / len(rows.sources) if rows.sources else None
    unread = rows.run.rejects + rows.run.not_assessed
    return Figure(
        Words("sources assessed", "已检查来源"),
        f"{read} / {len(rows.sources)}",
        Words(f"{unread:,} documents unread", f"{unread:,} 篇未能读取") if unread else "",
        worse=True if unread or (share is not None and share < 1) else None,
    )
