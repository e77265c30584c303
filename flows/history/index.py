"""The index of runs: a bounded page of them at a time, each with what it did to the cases in numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from flows.history.schema import case_events, runs


class RunSummary(NamedTuple):
    """A run in the index; ``events`` are how many cases it moved, by what it did to them."""

    id: str
    status: str
    finished_at: str
    documents: int
    clean: int
    warned: int
    failed: int
    rejects: int
    events: Mapping[str, int]


def number_of_runs(connection: Connection, corpus: str, upto_run_id: str = "") -> int:
    """How many runs there are, or how many up to and with this one."""
    of_corpus = select(func.count()).select_from(runs).where(runs.c.corpus == corpus)
    if upto_run_id:
        key = select(runs.c.key).where(runs.c.corpus == corpus, runs.c.id == upto_run_id).scalar_subquery()
        of_corpus = of_corpus.where(runs.c.key <= key)
    return int(connection.scalar(of_corpus) or 0)


def summaries(connection: Connection, corpus: str, first: int, number: int) -> list[RunSummary]:
    """``number`` runs from the ``first`` on, counted from 0 for the oldest; newest first."""
    columns = [getattr(runs.c, name) for name in RunSummary._fields[:-1]]
    question = select(runs.c.key, *columns).where(runs.c.corpus == corpus).order_by(runs.c.key)
    rows = connection.execute(question.offset(first).limit(number)).all()
    if not rows:
        return []
    events = _events(connection, corpus, rows[0].key, rows[-1].key)
    return [RunSummary._make((*row[1:], events[row.key])) for row in reversed(rows)]


def _events(connection: Connection, corpus: str, first: int, last: int) -> Mapping[int, Mapping[str, int]]:
    """How many events of each kind the runs between two numbers had."""
    question = (
        select(case_events.c.run_key, case_events.c.event, func.count())
        .join(runs, runs.c.key == case_events.c.run_key)
        .where(runs.c.corpus == corpus, case_events.c.run_key.between(first, last))
        .group_by(case_events.c.run_key, case_events.c.event)
    )
    counted: dict[int, dict[str, int]] = defaultdict(dict)
    for key, event, number in connection.execute(question):
        counted[key][event] = number
    return counted
