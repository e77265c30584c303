"""What the run changed, and the cases that are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checks.model import FaultClass, Words
from flows.overview.advice import advice_on
from flows.overview.rows import Labels, Rows
from flows.records import Case, CaseEvent
from reports.model import CaseLine, Change


def changes_of(rows: Rows, classes: Mapping[str, FaultClass]) -> tuple[Change, ...]:
    """Every case that the run moved, worst first."""
    labels, opened = Labels(classes), {case.id: case.opened_at for case in rows.cases}
    return tuple(
        _change(event, opened.get(event.case_id, event.at), labels, classes) for event in _ranked(rows.events)
    )


def open_cases(rows: Rows, classes: Mapping[str, FaultClass]) -> tuple[CaseLine, ...]:
    """Every case that is open, whether the run moved it or not, the gravest first."""
    labels = Labels(classes)
    opened = [case for case in rows.cases if case.status == "open"]
    opened.sort(key=lambda case: (-int(case.severity), -case.documents, case.source, case.cls))
    return tuple(_case_line(case, labels, classes) for case in opened)


def _ranked(events: Iterable[CaseEvent]) -> list[CaseEvent]:
    """What changed, worst first; what is merely still there is in the list of cases."""
    moved = [event for event in events if event.event != "ongoing"]
    return sorted(moved, key=lambda e: (-int(e.severity), -e.documents, e.source, e.cls))


def _change(event: CaseEvent, since: str, labels: Labels, classes: Mapping[str, FaultClass]) -> Change:
    closed = event.event in ("fixed", "gone")
    return Change(
        event=event.event,
        source=event.source,
        cls=event.cls,
        label=labels[event.cls],
        owner=event.owner,
        severity=event.severity,
        documents=event.documents,
        before=event.before,
        share=event.share,
        since=since[:10],
        case_id=event.case_id,
        snippet=event.snippet,
        muted=event.muted,
        advice=Words("", "") if closed else advice_on(event.cls, classes),
    )


def note_on(case: Case) -> Words:
    """Say whether a case is acknowledged or waived, until when and why; empty if neither."""
    if case.waived_until:
        return Words(
            f"waived until {case.waived_until}: {case.reason}", f"豁免至 {case.waived_until}：{case.reason}"
        )
    if case.acknowledged_until:
        until = case.acknowledged_until
        return Words(f"acknowledged until {until}: {case.reason}", f"已确认，至 {until}：{case.reason}")
    return Words("", "")


def _case_line(case: Case, labels: Labels, classes: Mapping[str, FaultClass]) -> CaseLine:
    return CaseLine(
        id=case.id,
        source=case.source,
        label=labels[case.cls],
        owner=case.owner,
        severity=case.severity,
        status=case.status,
        since=case.opened_at[:10],
        documents=case.documents,
        note=note_on(case),
        cls=case.cls,
        advice=advice_on(case.cls, classes),
    )
