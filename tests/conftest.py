"""Fixtures that several files of tests share, and the closing line about what a machine lacks."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.browser import BROWSERS, browser, opened  # noqa: F401 - fixtures
from tests.receiver import Receiver

settings.register_profile("busy", deadline=None)  # no test asserts how long it takes
settings.load_profile("busy")

collect_ignore_glob = ["benchmarks/peers/*.py"]  # they run in an environment of their own


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def pytest_terminal_summary(terminalreporter):
    """Name the package that would let the browser tests run."""
    if not any(map(shutil.which, BROWSERS)):
        terminalreporter.write_line("browser tests were skipped: install the package chromium to run them")
