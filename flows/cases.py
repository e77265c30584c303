"""What happened to each problem: the cases of the last run and the health of this one, compared. Pure.

A case is one class of fault in one source, over time. It opens when its health row warns or fails. It
is *fixed* only by a run that assessed its source and found the row passing, and *gone* when its source
left the settings or nobody looks for its class any more. A row that was not assessed moves nothing.

An acknowledgement says "known, in hand": it mutes the case as it was, so it ends when the case closes
or its severity rises. A waiver says "accepted": it mutes until its end, whatever happens.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from flows.records import Case, CaseEvent, CaseStatus, EventName, HealthRow

GREW_BY, GREW_PERCENT = (
    3,
    20,
)  # "worse" needs both: the first keeps small sources quiet, the second large ones
UNREAD = "source_not_assessed"  # the one class whose row may be absent where all is well

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Run:
    corpus: str
    id: str
    at: str
    today: str
    owners: Mapping[str, str]
    assessed: Set[str]
    known: Set[str]
    first_time: Set[str]
    snippets: Mapping[Key, str]


def case_id(corpus: str, source: str, cls: str) -> str:
    """Return the id of a case, 10 hex digits: the same for ever, whatever the run.

    >>> case_id("news", "daily", "paywall_notice")
    'd2334c59ed'
    """
    return hashlib.sha256("\0".join((corpus, source, cls)).encode("utf-8", "replace")).hexdigest()[:10]


def advance(
    before: Sequence[Case],
    health: Sequence[HealthRow],
    *,
    corpus: str,
    run_id: str,
    at: str,
    owners: Mapping[str, str],
    assessed_sources: Set[str],
    known_sources: Set[str],
    first_time: Set[str],
    snippets: Mapping[Key, str],
    today: str = "",
) -> tuple[tuple[Case, ...], tuple[CaseEvent, ...]]:
    """Return all cases after this run, and what it did to them, both by source and class.

    ``before``: every case so far, open or closed, as the run before left it. ``known_sources`` are in
    the settings now, ``assessed_sources`` were read, ``first_time`` were never read before. ``at`` is
    ISO 8601; ``today``, the date of ``at`` unless given, decides which acknowledgements and waivers
    still mute.
    """
    day = today or at[:10]
    run = _Run(corpus, run_id, at, day, owners, assessed_sources, known_sources, first_time, snippets)
    cases = {(case.source, case.cls): case for case in before}
    rows = {(row.source, row.cls): row for row in health}
    moved = {key: _moved(cases.get(key), rows.get(key), run) for key in sorted(cases.keys() | rows.keys())}
    after = {key: move[0] for key, move in moved.items() if move} | {
        key: case for key, case in cases.items() if not moved[key]
    }
    return tuple(after[key] for key in sorted(after)), tuple(move[1] for move in moved.values() if move)


def muted(case: Case, at: str) -> bool:
    """Say whether a case is acknowledged or waived on the day of ``at``, the last day included."""
    return max(case.acknowledged_until, case.waived_until) >= at[:10]


def _moved(case: Case | None, row: HealthRow | None, run: _Run) -> tuple[Case, CaseEvent] | None:
    """The case after this run and its event; None where the run says nothing about it."""
    if row and row.verdict in ("warned", "failed"):
        return _firing(case, row, run)
    if case is None or case.status != "open":
        return None
    if case.source not in run.known:
        return _closed(case, "gone", None, run)
    if case.source not in run.assessed or (row and row.verdict == "not_assessed"):
        return None
    return _closed(case, "fixed" if row or case.cls == UNREAD else "gone", row, run)


def _firing(case: Case | None, row: HealthRow, run: _Run) -> tuple[Case, CaseEvent]:
    if case is None or case.status != "open":
        opened = _opened(case, row, run)
        return opened, _event(opened, _opening(case, row, run), case.documents if case else 0, run)
    event = _open_event(case, row)
    seen = replace(
        case,
        owner=run.owners.get(case.source, case.owner),
        severity=row.severity,
        seen_run=run.id,
        seen_at=run.at,
        documents=row.flagged,
        share=row.share or 0.0,
        peak=max(case.peak, row.flagged),
        acknowledged_until="" if row.severity > case.severity else case.acknowledged_until,
    )
    return seen, _event(seen, event, case.documents, run)


def _opening(case: Case | None, row: HealthRow, run: _Run) -> EventName:
    if case:
        return "back"
    return "baseline" if row.source in run.first_time and row.source in run.assessed else "new"


def _open_event(case: Case, row: HealthRow) -> EventName:
    more = row.flagged - case.documents
    grew = more >= GREW_BY and more * 100 >= GREW_PERCENT * case.documents
    return "worse" if grew or row.severity > case.severity else "ongoing"


def _opened(case: Case | None, row: HealthRow, run: _Run) -> Case:
    """A case at the start of an episode; what was agreed on an earlier one stays where it still holds."""
    return Case(
        id=case.id if case else case_id(run.corpus, row.source, row.cls),
        source=row.source,
        cls=row.cls,
        owner=run.owners.get(row.source, case.owner if case else ""),
        severity=row.severity,
        status="open",
        opened_run=run.id,
        opened_at=run.at,
        seen_run=run.id,
        seen_at=run.at,
        documents=row.flagged,
        share=row.share or 0.0,
        peak=row.flagged,
        waived_until=case.waived_until if case else "",
        reason=case.reason if case and case.waived_until else "",
    )


def _closed(case: Case, how: CaseStatus, row: HealthRow | None, run: _Run) -> tuple[Case, CaseEvent]:
    event: EventName = "gone" if how == "gone" else "fixed"
    left, share = (row.flagged, row.share or 0.0) if row else (0, 0.0)
    closed = replace(case, status=how, closed_at=run.at, documents=left, share=share)
    told = _event(closed, event, case.documents, run)
    return replace(closed, acknowledged_until=""), told


def _event(case: Case, event: EventName, before: int, run: _Run) -> CaseEvent:
    return CaseEvent(
        case_id=case.id,
        run_id=run.id,
        event=event,
        source=case.source,
        cls=case.cls,
        owner=case.owner,
        severity=case.severity,
        documents=case.documents,
        before=before,
        share=case.share,
        at=run.at,
        snippet=run.snippets.get((case.source, case.cls), ""),
        muted=muted(case, run.today),
    )
