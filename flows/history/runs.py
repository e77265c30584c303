"""Runs read back: what each was, what it told of its sources, and what came before it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select

from flows.history.columns import Value, built
from flows.history.errors import HistoryError, NotInHistory, RunRefused
from flows.history.schema import findings, run_sources, runs
from flows.records import FindingRow, RunRow, SourceRow


def run_key(connection: Connection, run_id: str, corpus: str | None = None) -> int:
    """Our number of a run. Raises NotInHistory, or HistoryError where two corpora have such a run."""
    keys = _keys(connection, run_id, corpus)
    if not keys:
        of_corpus = runs.c.corpus == corpus if corpus else runs.c.key > 0
        raise NotInHistory("run", run_id, connection.scalars(select(runs.c.id).where(of_corpus)))
    if len(keys) > 1:
        raise HistoryError(f"more than one corpus has a run {run_id}; say which corpus is meant")
    return keys[0]


def key_or_next(connection: Connection, corpus: str, run_id: str) -> int:
    """Our number of a run, or one above all others for a run that is not there yet."""
    keys = _keys(connection, run_id, corpus)
    return keys[0] if keys else (newest_key(connection, corpus) or 0) + 1


def newest_key(connection: Connection, corpus: str) -> int | None:
    """Our number of the newest run of a corpus, None before the first."""
    key: int | None = connection.scalar(select(func.max(runs.c.key)).where(runs.c.corpus == corpus))
    return key


def check_run_id(connection: Connection, corpus: str, run_id: str) -> None:
    """Raise RunRefused when this run is in the history and is not the newest of its corpus."""
    newest = recent(connection, corpus, 1)
    if newest and newest[0].id != run_id and _keys(connection, run_id, corpus):
        raise RunRefused(
            f"run {run_id} of corpus {corpus!r} is older than the newest, {newest[0].id}: only the newest run "
            "can be repeated; give a new id, or leave it out"
        )


def recent(
    connection: Connection, corpus: str, limit: int, where: ColumnElement[bool] | None = None
) -> list[RunRow]:
    """The newest runs of a corpus, newest first."""
    question = select(runs).where(runs.c.corpus == corpus).order_by(runs.c.key.desc()).limit(limit)
    rows = connection.execute(question if where is None else question.where(where))
    return [built(RunRow, row) for row in rows]


def run(connection: Connection, run_id: str, corpus: str | None = None) -> RunRow | None:
    """One run, None where there is none of this id."""
    if not _keys(connection, run_id, corpus):
        return None
    key = run_key(connection, run_id, corpus)
    return built(RunRow, connection.execute(select(runs).where(runs.c.key == key)).one())


def before(connection: Connection, corpus: str, run_id: str, limit: int) -> list[RunRow]:
    """The runs before this one, newest first; all there are when it is not there yet."""
    return recent(connection, corpus, limit, runs.c.key < key_or_next(connection, corpus, run_id))


def rows_of(
    connection: Connection, kind: type[Value], table: Table, key: int, *order: ColumnElement[Any]
) -> list[Value]:
    """The rows of a run in one of its tables, in the order of the table's key unless told."""
    question = select(table).where(table.c.run_key == key).order_by(*(order or table.primary_key.columns))
    return [built(kind, row) for row in connection.execute(question)]


def findings_of(connection: Connection, key: int) -> list[FindingRow]:
    """The findings kept of a run, by source and class, worst first."""
    table = findings.c
    order = (table.source, table.cls, table.severity.desc(), table.n.desc(), table.doc_id)
    return rows_of(connection, FindingRow, findings, key, *order)


def sources_before(connection: Connection, corpus: str, run_id: str) -> dict[str, SourceRow]:
    """What each source gave when it was last assessed before this run; none for one that never was."""
    limit = key_or_next(connection, corpus, run_id)
    last = (
        select(run_sources.c.source, func.max(run_sources.c.run_key).label("key"))
        .join(runs, runs.c.key == run_sources.c.run_key)
        .where(runs.c.corpus == corpus, runs.c.key < limit, run_sources.c.failure == "")
        .group_by(run_sources.c.source)
        .subquery()
    )
    same = (run_sources.c.source == last.c.source) & (run_sources.c.run_key == last.c.key)
    return {
        row.source: built(SourceRow, row) for row in connection.execute(select(run_sources).join(last, same))
    }


def _keys(connection: Connection, run_id: str, corpus: str | None) -> list[int]:
    question = select(runs.c.key).where(runs.c.id == run_id)
    return list(connection.scalars(question.where(runs.c.corpus == corpus) if corpus else question))
