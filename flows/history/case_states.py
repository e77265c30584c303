"""Cases over the runs: a row each time a run moved one, and the marks that people set between runs.

A case as of a run is its last row up to that run, so a run is taken back by deleting its rows. Marks
are laid over what is read; how long an acknowledgement holds is explained in ``flows.cases``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, select

from flows.history.columns import built, values
from flows.history.errors import HistoryError, NotInHistory
from flows.history.runs import key_or_next, newest_key
from flows.history.schema import case_events, case_marks, case_states, runs
from flows.records import Case, CaseEvent

Kind = Literal["acknowledged", "waived"]


def now(connection: Connection, corpus: str) -> list[Case]:
    """All cases after the newest run, with what was agreed on them since."""
    return _with_marks(connection, corpus, left(connection, corpus))


def before(connection: Connection, corpus: str, run_id: str) -> list[Case]:
    """All cases as this run finds them, with what was agreed on them by now."""
    earlier = runs.c.key < key_or_next(connection, corpus, run_id)
    return _with_marks(connection, corpus, left(connection, corpus, earlier))


def left_by(connection: Connection, run_key: int) -> list[Case]:
    """All cases as this run left them; after the newest run also what was agreed on them since."""
    corpus = str(connection.scalar(select(runs.c.corpus).where(runs.c.key == run_key)))
    if run_key == newest_key(connection, corpus):
        return now(connection, corpus)
    return left(connection, corpus, runs.c.key <= run_key)


def left(connection: Connection, corpus: str, upto: ColumnElement[bool] | None = None) -> list[Case]:
    """All cases as the runs that fulfil ``upto`` left them, by source and class; without what was agreed since."""
    last = (
        select(case_states.c.id, func.max(case_states.c.run_key).label("key"))
        .join(runs, runs.c.key == case_states.c.run_key)
        .where(runs.c.corpus == corpus, *([] if upto is None else [upto]))
        .group_by(case_states.c.id)
        .subquery()
    )
    same = and_(case_states.c.id == last.c.id, case_states.c.run_key == last.c.key)
    rows = connection.execute(select(case_states).join(last, same))
    return sorted((built(Case, row) for row in rows), key=lambda case: (case.source, case.cls))


def _with_marks(connection: Connection, corpus: str, cases: Iterable[Case]) -> list[Case]:
    """Lay over cases what was agreed on them since."""
    keys = {row.id: row.key for row in connection.execute(select(runs.c.id, runs.c.key).where(_of(corpus)))}
    of_corpus = select(case_states.c.id).join(runs, runs.c.key == case_states.c.run_key).where(_of(corpus))
    marks: dict[str, list[Row[Any]]] = defaultdict(list)
    question = select(case_marks).where(case_marks.c.case_id.in_(of_corpus)).order_by(case_marks.c.key)
    for row in connection.execute(question):
        marks[row.case_id].append(row)
    return [_marked(case, marks[case.id], keys) for case in cases]


def keep(
    connection: Connection, corpus: str, run_key: int, cases: Iterable[Case], events: Sequence[CaseEvent]
) -> None:
    """Write the cases that this run moved, and how."""
    earlier = {case.id: case for case in left(connection, corpus, runs.c.key < run_key)}
    moved = [values(case, run_key=run_key) for case in cases if case != earlier.get(case.id)]
    if moved:
        connection.execute(insert(case_states), moved)
    if events:
        told = [values(event, run_key=run_key) for event in events]
        connection.execute(insert(case_events), [{k: v for k, v in e.items() if k != "run_id"} for e in told])


def events_of(connection: Connection, run_key: int) -> list[CaseEvent]:
    """What a run did to the cases, by source and class."""
    question = (
        select(case_events, runs.c.id.label("run_id"))
        .join(runs, runs.c.key == case_events.c.run_key)
        .where(case_events.c.run_key == run_key)
        .order_by(case_events.c.source, case_events.c.cls)
    )
    return [built(CaseEvent, row) for row in connection.execute(question)]


def mark(connection: Connection, case_id: str, kind: Kind, until: date, reason: str) -> Case:
    """Acknowledge or waive a case until the end of a day; returns the case as it is now shown.

    Raises NotInHistory for an unknown id and HistoryError without a reason, or to acknowledge a case
    that is closed.
    """
    corpus = _corpus_of(connection, case_id)
    case = _case(connection, corpus, case_id)
    if not reason.strip():
        raise HistoryError(f"case {case_id}: a reason is needed, so that others know why it is {kind}")
    if kind == "acknowledged" and case.status != "open":
        raise HistoryError(f"case {case_id} is {case.status}: only an open case can be acknowledged")
    row = {
        "case_id": case_id,
        "kind": kind,
        "until": until.isoformat(),
        "reason": reason.strip(),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "severity": case.severity,
        "after_run": newest_key(connection, corpus),
    }
    connection.execute(insert(case_marks).values(row))
    return _case(connection, corpus, case_id)


def _of(corpus: str) -> ColumnElement[bool]:
    return runs.c.corpus == corpus


def _case(connection: Connection, corpus: str, case_id: str) -> Case:
    return next(case for case in now(connection, corpus) if case.id == case_id)


def _corpus_of(connection: Connection, case_id: str) -> str:
    of_case = select(runs.c.corpus).join(case_states, runs.c.key == case_states.c.run_key)
    corpus: str | None = connection.scalar(of_case.where(case_states.c.id == case_id).limit(1))
    if corpus is None:
        raise NotInHistory("case", case_id, connection.scalars(select(case_states.c.id).distinct()))
    return corpus


def _marked(case: Case, marks: Sequence[Row[Any]], keys: Mapping[str, int]) -> Case:
    for row in marks:
        if row.kind == "waived":
            case = replace(case, waived_until=row.until, reason=row.reason)
        elif _holds(case, row, keys):
            case = replace(case, acknowledged_until=row.until, reason=row.reason)
    return case


def _holds(case: Case, row: Row[Any], keys: Mapping[str, int]) -> bool:
    """Say whether an acknowledgement is about the case as it is: this episode, this severity."""
    this_episode = row.after_run >= keys.get(case.opened_run, 0)
    return case.status == "open" and this_episode and case.severity <= row.severity
