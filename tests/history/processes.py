"""What the tests do in a process of its own, to kill it or to let two of them meet."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from flows.history import History, HistoryUnwritable, RunBusy
from tests.history.rows import CORPUS, a_run, document, documents, full_run

ROOT = Path(__file__).parents[2]


def in_a_process(function, url, *arguments):
    """Start a function of this module in a process of its own, its output a pipe."""
    call = f"import tests.history.processes as t; t.{function}({', '.join(map(repr, (url, *arguments)))})"
    return subprocess.Popen(
        [sys.executable, "-c", call], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@contextmanager
def another_process(function, url, *arguments):
    """A process that has said it is ready; killed in the end if it still lives."""
    process = in_a_process(function, url, *arguments)
    with process:
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def ready():
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def hold_the_lock(url, run_id):
    with History.open(url) as history, history.lock(CORPUS, run_id):
        ready()
        sys.stdin.read()


def record_until_killed(url, run_id):
    def endless():
        yield from (document(f"k{n}", "k") for n in range(12_000))
        ready()
        sys.stdin.read()

    with History.open(url) as history:
        history.record(full_run(run_id, endless))


def record_nights(url, first):
    with History.open(url) as history:
        ready()
        sys.stdin.readline()
        for n in range(first, first + 10):
            try:
                history.record(full_run(f"r{n}", documents(f"d{n}:a")))
            except RunBusy:
                sys.stdout.write("busy\n")
            else:
                sys.stdout.write(f"r{n}\n")


def open_without_rights(url):
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        with History.open(url) as history:
            history.record(a_run("r1"))
    except HistoryUnwritable as error:
        sys.stdout.write(f"{error}\n")
