"""One run of a corpus at a time: a row in the database, not a file, so that it holds for any machine.

The row names its holder. On the holder's own machine a dead holder is seen at once; from another
machine only the heartbeat tells, and a lock without one for ``STALE`` may be taken over.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, delete, select, update

from flows.history.columns import values
from flows.history.database import insert_missing
from flows.history.errors import HistoryError, RunBusy
from flows.history.schema import locks

BEAT_SECONDS = 60.0
STALE = timedelta(minutes=30)  # 30 beats: longer than any transaction that keeps a beat waiting


@dataclass(frozen=True, slots=True)
class Holder:
    """A process: its machine (with the namespace its number belongs to), number and start."""

    host: str
    pid: int
    born: str


def this_process() -> Holder:
    """Say who we are."""
    return Holder(_host(), os.getpid(), _born(os.getpid()))


@contextmanager
def held(engine: Engine, corpus: str, run_id: str, beat_seconds: float = BEAT_SECONDS) -> Iterator[None]:
    """Hold the lock of a corpus and keep its heartbeat. Raises RunBusy while somebody else does."""
    token = uuid4().hex
    with engine.begin() as connection:
        _take(connection, corpus, run_id, token)
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(engine, token, ended, beat_seconds), daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()
        with engine.begin() as connection:
            connection.execute(delete(locks).where(locks.c.token == token))


def is_ours(connection: Connection, corpus: str, run_id: str) -> bool:
    """Say whether this process holds the lock for this run; the row stays locked for the transaction."""
    row = connection.execute(select(locks).where(locks.c.corpus == corpus).with_for_update()).one_or_none()
    return row is not None and row.run_id == run_id and _holder(row) == this_process()


def _take(connection: Connection, corpus: str, run_id: str, token: str) -> None:
    now = _now()
    mine = values(this_process(), corpus=corpus, run_id=run_id, token=token, taken_at=now, heartbeat_at=now)
    connection.execute(insert_missing(connection, locks).values(mine))
    row = connection.execute(select(locks).where(locks.c.corpus == corpus).with_for_update()).one_or_none()
    if row is not None and row.token == token:
        return
    if row is None or not _dead(row):
        raise RunBusy(_message(corpus, row))
    connection.execute(update(locks).where(locks.c.corpus == corpus).values(mine))


def _beat(engine: Engine, token: str, ended: threading.Event, seconds: float) -> None:
    """Tell every so often that the holder lives, on a connection of our own.

    A beat that finds the database busy or away is left out: the next one makes up for it, and
    ``is_ours`` is asked before anything is written.
    """
    while not ended.wait(seconds):
        try:
            with engine.begin() as connection:
                statement = update(locks).where(locks.c.token == token).values(heartbeat_at=_now())
                if not connection.execute(statement).rowcount:
                    return
        except HistoryError:
            continue


def _dead(row: Row[Any]) -> bool:
    holder = _holder(row)
    if holder.host == _host():
        return not _alive(holder)
    return datetime.now(UTC) - datetime.fromisoformat(row.heartbeat_at) > STALE


def _message(corpus: str, row: Row[Any] | None) -> str:
    if row is None:
        return f"corpus {corpus!r} was being run until this moment; try again"
    where = "this machine" if row.host == _host() else f"host {row.host}"
    falls = "" if row.host == _host() else f" (free by itself {STALE.seconds // 60} minutes after that)"
    return (
        f"corpus {corpus!r} is being run: run {row.run_id}, process {row.pid} on {where}, since "
        f"{row.taken_at}, last sign of life {row.heartbeat_at}{falls}; wait until it has ended, or end that "
        "process and run again"
    )


def _holder(row: Row[Any]) -> Holder:
    return Holder(row.host, row.pid, row.born)


def _alive(holder: Holder) -> bool:
    """Say whether a process of this machine lives; a number given to a new process is told by its start."""
    if os.name == "nt":  # signal 0 would end the process there; the heartbeat of 30 minutes decides
        return True
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    born = _born(holder.pid)
    return not (born and holder.born and born != holder.born)


def _born(pid: int) -> str:
    """When a process began, in ticks since the machine did; "" where the system does not tell.

    A process that has ended but was not yet waited for counts as ended: "ended".
    """
    try:
        after_name = (
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        )
    except OSError:
        return ""
    state, *numbers = after_name.split()
    return "ended" if state in "ZX" else numbers[18]


def _host() -> str:
    """Name this machine, and the container on it where process numbers are counted apart."""
    try:
        return f"{socket.gethostname()} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return socket.gethostname()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
