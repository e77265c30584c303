"""One run of a corpus at a time, and no lock outlives its holder."""

from __future__ import annotations

import os
import signal
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from flows.history import History, RunBusy, schema
from tests.history.processes import another_process
from tests.history.rows import CORPUS, a_case, a_run, rows_of


def tamper(url, **columns):
    with rows_of(url) as connection:
        connection.execute(update(schema.locks).values(columns))


def test_a_corpus_is_run_by_one_at_a_time(history):
    with history.lock(CORPUS, "r1"):
        with pytest.raises(RunBusy), history.lock(CORPUS, "r1"):
            pass
        with history.lock("books", "r1"):
            pass
    with history.lock(CORPUS, "r2"):
        pass


def test_the_lock_is_released_when_the_run_fails(history):
    with pytest.raises(ZeroDivisionError), history.lock(CORPUS, "r1"):
        raise ZeroDivisionError
    with history.lock(CORPUS, "r1"):
        pass


def test_whoever_finds_a_corpus_busy_is_told_by_whom_since_when_and_what_to_do(url, history):
    with another_process("hold_the_lock", url, "r1") as holder, pytest.raises(RunBusy) as caught:
        history.lock(CORPUS, "r2").__enter__()
    words = str(caught.value)
    assert f"corpus 'news' is being run: run r1, process {holder.pid} on this machine, since 20" in words
    assert "wait until it has ended, or end that process and run again" in words


def test_the_lock_of_a_killed_run_is_taken_over_at_once(url, history):
    with another_process("hold_the_lock", url, "r1") as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with history.lock(CORPUS, "r1"):
            pass


def test_the_lock_of_a_killed_run_that_nobody_waited_for_is_taken_over_too(url, history):
    with another_process("hold_the_lock", url, "r1") as holder:
        holder.send_signal(signal.SIGKILL)
        os.waitid(os.P_PID, holder.pid, os.WEXITED | os.WNOWAIT)
        with history.lock(CORPUS, "r1"):
            pass


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="the system does not tell when a process began"
)
def test_a_process_that_has_got_the_number_of_a_dead_one_does_not_hold_its_lock(url, history):
    with history.lock(CORPUS, "r1"):
        tamper(url, born="1")
        with history.lock(CORPUS, "r2"):
            pass


@pytest.mark.parametrize(("minutes", "taken"), [(0, False), (29, False), (31, True)])
def test_a_lock_of_another_machine_falls_thirty_minutes_after_its_last_sign_of_life(
    url, history, minutes, taken
):
    last = datetime.now(UTC) - timedelta(minutes=minutes)
    with history.lock(CORPUS, "r1"):
        tamper(url, host="elsewhere", heartbeat_at=last.isoformat(timespec="seconds"))
        if taken:
            with history.lock(CORPUS, "r2"):
                return
        with pytest.raises(RunBusy, match=r"on host elsewhere, .* \(free by itself 30 minutes after that\)"):
            history.lock(CORPUS, "r2").__enter__()


def test_a_lock_shows_that_its_holder_lives(url, history):
    with history.lock(CORPUS, "r1", beat_seconds=0.01):
        tamper(url, heartbeat_at="long ago")
        end = threading.Event()
        threading.Timer(30, end.set).start()
        while _heartbeat(url) == "long ago":
            assert not end.is_set(), "no heartbeat in 30 s"


def _heartbeat(url):
    with rows_of(url) as connection:
        return connection.scalar(select(schema.locks.c.heartbeat_at))


def test_a_run_that_lost_its_lock_writes_nothing(url, history):
    with history.lock(CORPUS, "r1"):
        tamper(url, host="elsewhere", run_id="r2")
        with pytest.raises(RunBusy):
            history.record(a_run("r1"))
    assert history.runs(CORPUS) == []


def test_a_run_is_written_under_the_lock_that_its_process_holds(url, history):
    with history.lock(CORPUS, "r1"), History.open(url) as beside:
        beside.record(a_run("r1"))
        with pytest.raises(RunBusy):
            beside.record(a_run("r2"))


def test_a_lock_is_not_needed_to_read_or_to_acknowledge(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    with history.lock(CORPUS, "r2"):
        assert history.acknowledge(a_case().id, date(2026, 12, 1), "known") in history.cases(CORPUS)
