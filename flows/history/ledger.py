"""The ledger of documents: what each was when last seen, and the version before.

Documents pass through in chunks into a temporary table; comparing and writing are done by the
database, whatever the number. A document that did not change is not written at all. What a run
overwrites goes to ``ledger_undo`` first, so that the newest run can be repeated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    MetaData,
    ScalarSelect,
    Select,
    Table,
    Text,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from flows.history.columns import storable
from flows.history.database import insert_bulk
from flows.history.errors import HistoryError
from flows.history.schema import ledger, ledger_sources, ledger_undo
from flows.records import DocumentRow

CHUNK = 5_000  # swept 200-50,000: 2,000 to 5,000 are the fastest, more only takes memory

incoming = Table(
    "incoming",
    MetaData(),
    Column("source_key", Integer),
    Column("doc_id", Text),
    Column("content_hash", Text),
    Column("characters", Integer),
    Column("tail", Text),
    Column("verdict", Text),
    prefixes=["TEMPORARY"],
)
_by_document = Index("incoming_by_document", incoming.c.source_key, incoming.c.doc_id)

_same = and_(ledger.c.source_key == incoming.c.source_key, ledger.c.doc_id == incoming.c.doc_id)
_there = ledger.c.gone_run.is_(None)
_differs = ledger.c.content_hash != incoming.c.content_hash


class Changes(NamedTuple):
    """How the documents of one source differ from the run before. One that comes back is new."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0


def ledger_changes(
    connection: Connection,
    corpus: str,
    run_key: int,
    rows: Iterable[DocumentRow],
    *,
    assessed: Collection[str],
    known: Collection[str],
) -> dict[str, Changes]:
    """Bring the ledger to this run and count per assessed source what that changed.

    ``rows`` are all documents of the assessed sources, in any order, each once. Sources that are
    ``known`` but not assessed keep their rows; documents of sources no longer known are gone.
    """
    keys = _source_keys(connection, corpus, known)
    forget_undo(connection, corpus)
    with _arrived(connection, rows, {name: keys[name] for name in assessed}):
        changes = _counted(connection, {keys[name]: name for name in assessed})
        missing = _missing([key for name, key in keys.items() if name in assessed or name not in known])
        _keep_undo(connection, missing)
        _renew(connection, run_key)
        connection.execute(update(ledger).where(missing).values(gone_run=run_key))
        _add_new(connection, run_key)
    return changes


def compared(
    connection: Connection,
    corpus: str,
    rows: Iterable[DocumentRow],
    *,
    assessed: Collection[str],
) -> dict[str, Changes]:
    """Count what ``ledger_changes`` would, and leave the ledger alone."""
    keys = _source_keys(connection, corpus, assessed)
    with _arrived(connection, rows, {name: keys[name] for name in assessed}):
        return _counted(connection, {keys[name]: name for name in assessed})


def rewind(connection: Connection, corpus: str, run_key: int) -> None:
    """Put the ledger back to before its newest run."""
    touched = exists().where(
        ledger_undo.c.source_key == ledger.c.source_key, ledger_undo.c.doc_id == ledger.c.doc_id
    )
    of_corpus = ledger.c.source_key.in_(_of_corpus(corpus))
    connection.execute(delete(ledger).where(of_corpus, or_(ledger.c.first_run == run_key, touched)))
    kept = select(ledger_undo).where(ledger_undo.c.source_key.in_(_of_corpus(corpus)))
    connection.execute(insert(ledger).from_select(list(ledger.c.keys()), kept))
    forget_undo(connection, corpus)


def forget_undo(connection: Connection, corpus: str) -> None:
    """Give up the way back: the run before is no longer the newest."""
    connection.execute(delete(ledger_undo).where(ledger_undo.c.source_key.in_(_of_corpus(corpus))))


def _of_corpus(corpus: str) -> ScalarSelect[int]:
    return select(ledger_sources.c.key).where(ledger_sources.c.corpus == corpus).scalar_subquery()


def _source_keys(connection: Connection, corpus: str, known: Collection[str]) -> dict[str, int]:
    """The numbers of all sources the corpus ever had; those met for the first time get one."""
    of_corpus = select(ledger_sources.c.source, ledger_sources.c.key).where(ledger_sources.c.corpus == corpus)
    found = {row.source: row.key for row in connection.execute(of_corpus)}
    fresh = [{"corpus": corpus, "source": name} for name in sorted(known) if name not in found]
    if fresh:
        connection.execute(insert(ledger_sources), fresh)
        found = {row.source: row.key for row in connection.execute(of_corpus)}
    return found


@contextmanager
def _arrived(connection: Connection, rows: Iterable[DocumentRow], keys: Mapping[str, int]) -> Iterator[None]:
    """Hold the documents of these sources in the temporary table ``incoming``."""
    connection.execute(CreateTable(incoming))
    passing = (_columns(row, keys) for row in rows if row.source in keys)
    while chunk := list(islice(passing, CHUNK)):
        insert_bulk(connection, incoming, chunk)
    connection.execute(CreateIndex(_by_document))
    _refuse_doubles(connection)
    yield
    incoming.drop(connection)


def _refuse_doubles(connection: Connection) -> None:
    key = incoming.c.source_key, incoming.c.doc_id
    double = connection.execute(select(*key).group_by(*key).having(func.count() > 1).limit(1)).one_or_none()
    if double:
        name = select(ledger_sources.c.source).where(ledger_sources.c.key == double.source_key)
        raise HistoryError(
            f"source {connection.scalar(name)!r} gave two documents with the id {double.doc_id[:100]!r}; "
            "ids must be unique within a source"
        )


def _columns(row: DocumentRow, keys: Mapping[str, int]) -> tuple[object, ...]:
    return (
        keys[row.source],
        storable(row.id),
        row.content_hash,
        row.characters,
        storable(row.tail),
        row.verdict,
    )


def _missing(source_keys: Collection[int]) -> ColumnElement[bool]:
    """Rows of the ledger whose document was there and did not come again."""
    return and_(ledger.c.source_key.in_(source_keys), _there, ~exists().where(_same))


def _counted(connection: Connection, names: Mapping[int, str]) -> dict[str, Changes]:
    key, n = incoming.c.source_key, func.count()
    came = _tally(connection, select(key, n).group_by(key))
    changed = func.sum(case((_differs, 1), else_=0))
    both = select(key, n, changed).join(ledger, and_(_same, _there))
    there = _tally(connection, both.group_by(key))
    gone = _tally(
        connection, select(ledger.c.source_key, n).where(_missing(names)).group_by(ledger.c.source_key)
    )
    return {
        name: _changes(came.get(number, (0,)), there.get(number, (0, 0)), gone.get(number, (0,)))
        for number, name in names.items()
    }


def _tally(connection: Connection, question: Select[Any]) -> dict[int, tuple[int, ...]]:
    return {row[0]: tuple(row[1:]) for row in connection.execute(question)}


def _changes(came: tuple[int, ...], known: tuple[int, ...], gone: tuple[int, ...]) -> Changes:
    there, changed = known
    return Changes(came[0] - there, changed, there - changed, gone[0])


def _keep_undo(connection: Connection, missing: ColumnElement[bool]) -> None:
    touched = or_(~_there, _differs, ledger.c.verdict != incoming.c.verdict)
    came = select(ledger).join(incoming, _same).where(touched)
    for rows in (came, select(ledger).where(missing)):
        connection.execute(insert(ledger_undo).from_select(list(ledger_undo.c.keys()), rows))


def _renew(connection: Connection, run_key: int) -> None:
    """Write documents that came with another text, or came back, or are judged otherwise."""
    connection.execute(
        update(ledger)
        .where(_same, _differs)
        .values(
            previous_hash=ledger.c.content_hash,
            previous_characters=ledger.c.characters,
            previous_tail=ledger.c.tail,
            content_hash=incoming.c.content_hash,
            characters=incoming.c.characters,
            tail=incoming.c.tail,
            changed_run=run_key,
        )
    )
    moved = or_(~_there, ledger.c.verdict != incoming.c.verdict)
    connection.execute(update(ledger).where(_same, moved).values(verdict=incoming.c.verdict, gone_run=null()))


def _add_new(connection: Connection, run_key: int) -> None:
    columns = list(incoming.c.keys())
    fresh = select(*incoming.c, literal(run_key), literal(run_key)).where(~exists().where(_same))
    connection.execute(insert(ledger).from_select([*columns, "first_run", "changed_run"], fresh))
