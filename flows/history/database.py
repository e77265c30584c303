"""Open a database by its URL, SQLite or PostgreSQL, and say in words what it complains about."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import Table

from flows.history.errors import HistoryBusy, HistoryDamaged, HistoryError, HistoryUnwritable

WAIT_SECONDS = 10  # a night's largest transaction on five pages takes 0.1 s; longer means something hangs
OLDEST_SQLITE = (3, 33)  # the first with UPDATE … FROM
PRAGMAS = (
    f"busy_timeout={WAIT_SECONDS * 1000}",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
)


class Trouble(NamedTuple):
    """What a group of SQLite's error names means to a user."""

    names: tuple[str, ...]
    error: type[HistoryError]
    words: str


_ELSEWHERE = "give this user write access to the folder and the file, or name another place in corpus.toml"
_SQLITE = (
    Trouble(
        ("SQLITE_NOTADB", "SQLITE_CORRUPT"),
        HistoryDamaged,
        "is damaged or no database; restore a copy of it, or move it away: the next run then begins a new "
        "history",
    ),
    Trouble(
        ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"),
        HistoryUnwritable,
        f"cannot be written; {_ELSEWHERE}",
    ),
    Trouble(
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        HistoryBusy,
        f"was held by another process for more than {WAIT_SECONDS} s; wait until that has ended",
    ),
    Trouble(("SQLITE_FULL",), HistoryUnwritable, "lies on a full disk; make room and run again"),
    Trouble(
        ("SQLITE_IOERR",),
        HistoryUnwritable,
        "lies on a disk that fails; check it, and that it is no network share",
    ),
)


def open_database(url: str) -> Engine:
    """Return an engine for ``sqlite:///…`` or ``postgresql://…``; makes the folder of a SQLite file.

    Transactions begun on ``engine.execution_options(writes=True)`` hold SQLite's write lock from their
    start. Raises HistoryError for other URLs, a missing driver or a folder that cannot be made. Errors
    of the database itself are HistoryErrors too, and never hold a value that was to be stored.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        _require_sqlite(sqlite3.sqlite_version_info)
        _make_folder(parsed)
    try:
        engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True, **_options(parsed))
    except ModuleNotFoundError as error:
        raise HistoryError(
            f"{_shown(parsed)} needs a driver: pip install 'corpus-health[postgres]'"
        ) from error
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _in_words(parsed))
    return engine


def insert_missing(connection: Connection, table: Table) -> Any:  # noqa: ANN401 - one class a dialect
    """Return an INSERT that passes over rows whose key is there already."""
    make: Callable[[Table], Any] = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()


def insert_bulk(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows in the order of the table's columns the fastest way there is; values must be storable.

    For 200,000 ledger rows SQLAlchemy's own way takes four (SQLite) to seven (PostgreSQL) times as long.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(str(insert(table).compile(dialect=connection.dialect)), list(rows))
        return
    driver: Any = connection.connection.driver_connection
    command = f"COPY {table.name} ({', '.join(table.c.keys())}) FROM STDIN"
    try:
        with driver.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _translated(connection.engine.url, error) from None


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise HistoryError("the history's URL is none: expected sqlite:///… or postgresql://…") from None
    if parsed.get_backend_name() in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise HistoryError(f"{_shown(parsed)}: expected sqlite:///… or postgresql://…")
    if parsed.database in (None, "", ":memory:"):
        raise HistoryError(f"{_shown(parsed)} names no file: expected sqlite:///folder/history.db")
    return parsed


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": WAIT_SECONDS}}
    return {"connect_args": {"connect_timeout": WAIT_SECONDS}}


def _require_sqlite(found: tuple[int, ...]) -> None:
    if found < OLDEST_SQLITE:
        needed, here = (".".join(map(str, version)) for version in (OLDEST_SQLITE, found))
        raise HistoryError(
            f"this Python has SQLite {here}, {needed} is needed; use another one, or PostgreSQL"
        )


def _make_folder(url: URL) -> None:
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"its folder cannot be made ({error.strerror}: {error.filename})"
        raise HistoryUnwritable(f"the history {url.database}: {reason}; {_ELSEWHERE}") from error


def _set_pragmas(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, DDL included
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _in_words(url: URL) -> Callable[[ExceptionContext], None]:
    """Make the listener that replaces a driver's error; the pool itself sees to connections that are lost."""

    def replace(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, context.dialect.loaded_dbapi.Error) and not context.is_pre_ping:
            raise _translated(url, error)

    return replace


def _translated(url: URL, error: BaseException) -> HistoryError:
    name = getattr(error, "sqlite_errorname", "")
    for trouble in _SQLITE:
        if name.startswith(trouble.names):
            return trouble.error(f"the history {url.database} {trouble.words} ({error})")
    first_line = (str(error).strip().splitlines() or [""])[0][:200]
    error.args = (
        first_line,
    )  # PostgreSQL quotes the whole row in those that follow, and we are chained to it
    return HistoryError(f"the history {_shown(url)}: {type(error).__name__}: {first_line}")
