"""What came before a run, in sums: one question each, bounded by runs x classes and runs x sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, func, select

from flows.history import case_states, schema
from flows.history.runs import before, key_or_next
from flows.history.schema import health, run_sources, runs
from flows.records import RunRow


class Hits(NamedTuple):
    """How many documents a class hit over all sources, of how many that were assessed for it."""

    flagged: int
    assessed: int

    @property
    def share(self) -> float | None:
        """A fraction 0-1, None where nothing was assessed."""
        return self.flagged / self.assessed if self.assessed else None


class Standing(NamedTuple):
    """The cases that a run left open: how many, and since when the oldest is ("" without any)."""

    opened: int
    oldest: str


class PastRun(NamedTuple):
    """One run in sums. ``sources`` has the share of clean documents by source, without those not assessed."""

    run: RunRow
    classes: Mapping[str, Hits]
    sources: Mapping[str, float]
    cases: Standing


def past_runs(connection: Connection, corpus: str, run_id: str, limit: int) -> list[PastRun]:
    """The runs before this one, which need not be there yet, oldest first."""
    rows = before(connection, corpus, run_id, limit)[::-1]
    if not rows:
        return []
    upto = key_or_next(connection, corpus, run_id)
    question = select(runs.c.id, runs.c.key).where(runs.c.corpus == corpus, runs.c.key < upto)
    keys = {row.id: row.key for row in connection.execute(question)}
    window = [keys[row.id] for row in rows]
    classes, sources = _classes(connection, corpus, window), _sources(connection, corpus, window)
    standing = dict(zip(window, _standing(connection, corpus, window), strict=True))
    return [
        PastRun(row, classes[key], sources[key], standing[key]) for row, key in zip(rows, window, strict=True)
    ]


def _within(key: ColumnElement[int], corpus: str, window: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
    return runs.c.corpus == corpus, key.between(window[0], window[-1])


def _classes(connection: Connection, corpus: str, window: Sequence[int]) -> Mapping[int, Mapping[str, Hits]]:
    table = health.c
    question = (
        select(table.run_key, table.cls, func.sum(table.flagged), func.sum(table.assessed))
        .join(runs, runs.c.key == table.run_key)
        .where(*_within(table.run_key, corpus, window))
        .group_by(table.run_key, table.cls)
    )
    found: dict[int, dict[str, Hits]] = defaultdict(dict)
    for key, cls, flagged, assessed in connection.execute(question):
        found[key][cls] = Hits(int(flagged), int(assessed))
    return found


def _sources(connection: Connection, corpus: str, window: Sequence[int]) -> Mapping[int, Mapping[str, float]]:
    table = run_sources.c
    assessed = table.clean + table.warned + table.failed
    question = (
        select(table.run_key, table.source, table.clean, assessed)
        .join(runs, runs.c.key == table.run_key)
        .where(*_within(table.run_key, corpus, window), assessed > 0)
    )
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for key, source, clean, number in connection.execute(question):
        found[key][source] = clean / number
    return found


def _standing(connection: Connection, corpus: str, window: Sequence[int]) -> Iterator[Standing]:
    """The open cases after each run: how the window finds them, then run by run what became of them."""
    earlier = case_states.left(connection, corpus, runs.c.key < window[0])
    opened = {case.id: case.opened_at for case in earlier if case.status == "open"}
    table = schema.case_states.c
    moved: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(
        select(table.run_key, table.id, table.status, table.opened_at)
        .join(runs, runs.c.key == table.run_key)
        .where(*_within(table.run_key, corpus, window))
    ):
        moved[row.run_key].append(row)
    for key in window:
        opened |= {row.id: row.opened_at for row in moved[key] if row.status == "open"}
        for row in moved[key]:
            if row.status != "open":
                opened.pop(row.id, None)
        yield Standing(len(opened), min(opened.values(), default=""))
