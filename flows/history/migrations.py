"""Bring a database to the form of ``schema``: numbered steps, each applied once and for ever.

Steps are written with Alembic's operations and need no file beside the code: a wheel migrates itself.
All missing steps are one transaction, so a killed migration leaves the form it found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, insert, inspect, select

from flows.history import schema
from flows.history.errors import HistoryError, HistoryNewer
from flows.history.versions import STEPS, Step

if TYPE_CHECKING:
    from alembic.operations import Operations

_ALONE = 0x636F7270  # any constant: the number under which migrations wait for one another in PostgreSQL


def migrate(engine: Engine, steps: Sequence[Step] = STEPS) -> None:
    """Apply the steps that this database lacks. Raises HistoryNewer when it knows more than we do."""
    with engine.connect() as connection:
        if _version(connection, len(steps)) == len(steps):
            return
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_ALONE)))
        _apply(connection, steps[_version(connection, len(steps)) :], len(steps))


def _version(connection: Connection, known: int) -> int:
    """The number of the last step applied, 0 for a database without tables of ours."""
    tables = set(inspect(connection).get_table_names())
    where = connection.engine.url.render_as_string(hide_password=True)
    if schema.schema_version.name not in tables:
        if taken := sorted(tables & set(schema.metadata.tables)):
            raise HistoryError(f"{where} has tables that are not ours: {', '.join(taken)}; name another one")
        return 0
    found = connection.scalar(select(func.max(schema.schema_version.c.version))) or 0
    if found > known:
        raise HistoryNewer(
            f"{where} has form {found}, this version of corpus-health knows forms up to {known}: "
            "upgrade corpus-health, or name another history"
        )
    return found


def _apply(connection: Connection, steps: Sequence[Step], newest: int) -> None:
    schema.schema_version.create(connection, checkfirst=True)
    for number, step in enumerate(steps, newest - len(steps) + 1):
        step(_operations(connection))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(insert(schema.schema_version).values(version=number, applied_at=now))


def _operations(connection: Connection) -> Operations:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    return Operations(MigrationContext.configure(connection))
