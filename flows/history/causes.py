"""Causes read back, and since when each is known."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from flows.history.columns import built
from flows.history.runs import key_or_next
from flows.history.schema import causes, runs
from flows.records import CauseRow


def causes_of(connection: Connection, run_key: int) -> list[CauseRow]:
    """The causes of a run, the gravest first."""
    table = causes.c
    rows = connection.execute(
        select(causes)
        .where(table.run_key == run_key)
        .order_by(table.severity.desc(), table.documents.desc(), table.id)
    )
    return [built(CauseRow, row) for row in rows]


def known(connection: Connection, corpus: str, run_id: str) -> dict[str, str]:
    """Since when each cause is known that was told before this run, which need not be there yet."""
    earlier = runs.c.key < key_or_next(connection, corpus, run_id)
    rows = connection.execute(
        select(causes.c.id, func.min(causes.c.since))
        .join(runs, runs.c.key == causes.c.run_key)
        .where(runs.c.corpus == corpus, earlier)
        .group_by(causes.c.id)
    )
    return {row[0]: row[1] for row in rows}
