"""Killed runs, two writers, old and new forms, broken files and full disks."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, event, insert, inspect, text

from flows.history import (
    History,
    HistoryBusy,
    HistoryDamaged,
    HistoryError,
    HistoryNewer,
    HistoryUnwritable,
    database,
    lock,
    migrations,
    schema,
)
from flows.history.versions import STEPS
from tests.history.processes import another_process, in_a_process
from tests.history.rows import CORPUS, SECRET, a_run, document, dump, full_run, rows_of


@pytest.mark.parametrize("run_id", ["r1", "r2"])
def test_a_run_killed_while_it_is_written_leaves_what_was_before(url, run_id):
    with History.open(url) as history:
        history.record(full_run("r1"))
    before = dump(url)
    with another_process("record_until_killed", url, run_id) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        with History.open(url) as history:
            found = dump(url)
            assert len(found.pop("locks")) == 1
            assert found | {"locks": []} == before
            history.record(full_run(run_id))
            assert len(history.runs(CORPUS)) == int(run_id[1:])


def test_of_two_writers_at_once_each_writes_whole_runs_or_is_told_to_wait(url):
    processes = [in_a_process("record_nights", url, first) for first in (1, 11)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    lines = [line for process in processes for line in process.communicate()[0].split()]
    assert [process.returncode for process in processes] == [0, 0]
    assert len(lines) == 20
    with History.open(url) as history:
        written = {run.id for run in history.runs(CORPUS)}
        assert written == set(lines) - {"busy"}
        assert all(len(history.findings(name)) == 2 for name in written)


def test_readers_see_the_last_whole_run_while_another_is_written(history):
    history.record(full_run("r1"))

    def looking():
        yield document("d1")
        assert [run.id for run in history.runs(CORPUS)] == ["r1"]

    history.record(full_run("r2", looking))
    assert history.latest(CORPUS).id == "r2"


def test_a_new_database_is_opened_by_many_at_once(url):
    def opened(_):
        with History.open(url) as history:
            return history.runs(CORPUS)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(opened, range(16))) == [[]] * 16


def test_the_steps_lead_to_the_tables_of_the_schema(url, history):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with rows_of(url) as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def add_a_column(op):
    op.add_column("runs", Column("weather", Integer))


def fail_halfway(op):
    add_a_column(op)
    raise ZeroDivisionError


def test_an_older_database_is_brought_to_the_current_form_with_its_rows(url):
    with History.open(url) as history:
        history.record(full_run("r1"))
    engine = database.open_database(url)
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(engine, (*STEPS, fail_halfway))
    assert "weather" not in {column["name"] for column in inspect(engine).get_columns("runs")}
    migrations.migrate(engine, (*STEPS, add_a_column))
    assert "weather" in {column["name"] for column in inspect(engine).get_columns("runs")}
    engine.dispose()
    with rows_of(url) as connection:
        assert connection.scalar(text("SELECT count(*) FROM findings")) == 2


def test_a_database_of_a_newer_version_is_left_alone(url):
    History.open(url).close()
    with rows_of(url) as connection:
        connection.execute(insert(schema.schema_version).values(version=99, applied_at=""))
    with pytest.raises(HistoryNewer, match=r"has form 99, .* forms up to 2: upgrade corpus-health"):
        History.open(url)


def test_a_database_of_something_else_is_left_alone(url):
    with rows_of(url) as connection:
        connection.execute(text("CREATE TABLE runs (something INTEGER)"))
    with pytest.raises(HistoryError, match="has tables that are not ours: runs; name another one"):
        History.open(url)


def test_a_file_that_is_no_database_is_named_with_the_remedy(sqlite_file):
    sqlite_file.write_bytes(b"these are notes, not a database\n" * 200)
    with pytest.raises(
        HistoryDamaged, match=r"history\.db is damaged .* restore a copy of it, or move it away"
    ):
        History.open(f"sqlite:///{sqlite_file}")
    assert sqlite_file.read_bytes().startswith(b"these are notes")


def test_a_database_with_broken_pages_is_named_with_the_remedy(sqlite_file):
    with History.open(f"sqlite:///{sqlite_file}") as history:
        history.record(full_run("r1", lambda: (document(f"d{n}") for n in range(2_000))))
    size = sqlite_file.stat().st_size
    with sqlite_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with (
        pytest.raises(HistoryDamaged, match=r"history\.db is damaged"),
        History.open(f"sqlite:///{sqlite_file}") as history,
    ):
        history.record(full_run("r2"))


def test_an_empty_file_is_an_empty_history(sqlite_file):
    sqlite_file.touch()
    with History.open(f"sqlite:///{sqlite_file}") as history:
        assert history.runs(CORPUS) == []


@pytest.mark.parametrize("there", [False, True], ids=["no file yet", "a file"])
@pytest.mark.parametrize("place", ["", "out/"], ids=["its folder", "a folder to be made"])
def test_a_folder_that_cannot_be_written_is_named_with_the_remedy(there, place):
    folder = Path(tempfile.mkdtemp(prefix="readonly", dir="/tmp"))
    url = f"sqlite:///{folder}/{place}history.db"
    if there:
        History.open(url).close()
    for path in (folder, *folder.glob("out")):
        path.chmod(0o555)
    words = in_a_process("open_without_rights", url).communicate()[0]
    for path in (folder, *folder.glob("out")):
        path.chmod(0o755)
    shutil.rmtree(folder)
    assert words.startswith(f"the history {folder}/{place}history.db")
    assert (
        "give this user write access to the folder and the file, or name another place in corpus.toml"
        in words
    )


def test_a_full_disk_is_named_and_leaves_what_was_before(sqlite_file):
    url = f"sqlite:///{sqlite_file}"
    with History.open(url) as history:
        history.record(full_run("r1"))
    before = dump(url)
    with History.open(url) as history:
        history._engine.dispose()
        event.listen(history._engine, "connect", lambda c, _: c.execute("PRAGMA max_page_count=80").close())
        with pytest.raises(
            HistoryUnwritable, match=r"history\.db lies on a full disk; make room and run again"
        ):
            history.record(full_run("r2", lambda: (document(f"d{n}") for n in range(5_000))))
    assert dump(url) == before


def test_a_database_that_is_held_too_long_is_named(sqlite_file, monkeypatch):
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout=20",))
    with History.open(f"sqlite:///{sqlite_file}") as history, closing(sqlite3.connect(sqlite_file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryBusy, match=r"history\.db was held by another process"):
            history.record(a_run("r1"))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("history.db", "the history's URL is none: expected sqlite:///… or postgresql://…"),
        ("mysql://me:hunter2@example.com/x", r"mysql://me:\*\*\*@example.com/x: expected sqlite:///…"),
        ("sqlite://", "names no file: expected sqlite:///folder/history.db"),
        ("sqlite:///:memory:", "names no file"),
    ],
)
def test_a_url_that_names_no_database_of_ours_is_refused_without_its_password(url, words):
    with pytest.raises(HistoryError, match=words) as caught:
        History.open(url)
    assert "hunter2" not in str(caught.value)


def test_a_server_that_is_not_there_is_named_without_its_password():
    pytest.importorskip("psycopg")
    url = f"postgresql://me:{SECRET}@/none?host=/nowhere"
    with pytest.raises(HistoryError, match=r"postgresql\+psycopg://me:\*\*\*@") as caught:
        History.open(url)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_missing_driver_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(HistoryError, match=r"needs a driver: pip install 'corpus-health\[postgres\]'"):
        History.open("postgresql://example.com/x")


def test_the_process_that_runs_is_described_as_alive():
    assert lock._alive(lock.this_process())
    assert not lock._alive(replace(lock.this_process(), born="1"))


def test_a_python_with_too_old_a_sqlite_is_told_so():
    with pytest.raises(HistoryError, match=r"has SQLite 3\.26\.0, 3\.33 is needed"):
        database._require_sqlite((3, 26, 0))


def test_a_connection_that_the_server_ended_is_made_again(url, history):
    history.record(a_run("r1"))
    with rows_of(url) as connection:
        if connection.dialect.name == "postgresql":
            others = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
    assert [run.id for run in history.runs(CORPUS)] == ["r1"]


def test_an_interrupted_write_is_an_interruption_not_an_error_of_the_database(history):
    def interrupted():
        yield document("d1")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        history.record(a_run("r1", interrupted))
    assert history.runs(CORPUS) == []
