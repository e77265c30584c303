"""A Prefect server of our own beside the schedule: started, waited for, told about, stopped with it."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
START_SECONDS = 120.0  # 7-17 s as a rule, the first time and on a busy machine 25 s and more
STOP_SECONDS = 15.0
LEASES = "prefect.server.concurrency.lease_storage.filesystem"


def server_environment(home: Path, port: int) -> dict[str, str]:
    """Return what a server, its flows and its UI must find in the environment.

    The port stands there, not on the command line, because the UI asks only the environment for it.
    Leases of the overlap limit are files: kept in memory, a restart would lose them, and the limit
    would stay taken.
    """
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": f"http://{HOST}:{port}/api",
        "PREFECT_SERVER_API_HOST": HOST,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_UI_URL": f"http://{HOST}:{port}",
        "PREFECT_UI_API_URL": f"http://{HOST}:{port}/api",
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": LEASES,
    }


@contextmanager
def local_server(home: Path, port: int) -> Iterator[str]:
    """Run a server while the block runs; yields the address of its UI. SIGTERM ends the block.

    Its data and its log, ``server.log``, go to ``home``; the environment names it to all that is
    imported or started in the block. Raises OSError when the port is taken, and when the server ends or
    does not answer in time.
    """
    _require_free(port)
    home.mkdir(parents=True, exist_ok=True)
    log = home / "server.log"
    with _environment(server_environment(home, port)), _sigterm_as_exit(), _process(log) as server:
        _await_answer(server, f"http://{HOST}:{port}/api/health", log)
        yield f"http://{HOST}:{port}"


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            remedy = (
                f"another program listens there; choose another with --port, or, if it is a Prefect server, "
                f"use it: PREFECT_API_URL=http://{HOST}:{port}/api"
            )
            raise OSError(error.errno, remedy, f"port {port}") from None


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _process(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The server in a session of its own, so that Ctrl-C reaches us first and we stop it last."""
    command = [sys.executable, "-m", "prefect", "server", "start"]
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own interpreter
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield server
        finally:
            _stop(server)


def _await_answer(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = monotonic() + START_SECONDS
    while not _answers(url):
        if server.poll() is not None:
            raise OSError(
                errno.ECHILD, f"the Prefect server ended while starting: {_last_line(log)}", str(log)
            )
        if monotonic() > end:
            raise OSError(
                errno.ETIMEDOUT, f"the Prefect server gave no answer in {START_SECONDS:.0f} s", str(log)
            )
        sleep(0.2)


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310 - an address on this machine
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@contextmanager
def _sigterm_as_exit() -> Iterator[None]:
    """Turn SIGTERM into SystemExit, so that what was started is stopped."""

    def leave(number: int, _: FrameType | None) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
