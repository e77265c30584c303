"""A real Prefect server for the tests, and its API as far as they ask it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import flows.prefect_environment  # noqa: F401

# isort: split
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_HOME,
    temporary_settings,
)

from flows.local_server import local_server


class Window:
    """What a server says of the runs it saw; all questions go to its API."""

    def __init__(self, address: str) -> None:
        self.api = f"{address}/api"

    def ask(self, path: str, question: dict[str, Any] | None = None) -> Any:
        """POST a filter; GET without one."""
        body = None if question is None else json.dumps(question).encode()
        request = Request(f"{self.api}/{path}", body, {"Content-Type": "application/json"})
        with urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def flow_run(self, name: str) -> dict[str, Any]:
        """The newest flow run of a name."""
        runs = self.ask(
            "flow_runs/filter", {"flow_runs": {"name": {"any_": [name]}}, "sort": "START_TIME_DESC"}
        )
        return runs[0]

    def of_run(self, what: str, run_id: str) -> list[dict[str, Any]]:
        """The artifacts, logs or task runs of a flow run."""
        kind = {"artifacts": "artifacts", "logs": "logs", "task_runs": "flow_runs"}[what]
        match = {"id": {"any_": [run_id]}} if kind == "flow_runs" else {"flow_run_id": {"any_": [run_id]}}
        return self.ask(f"{what}/filter", {kind: match})

    def scheduled(self, deployment_id: str) -> list[dict[str, Any]]:
        """The runs of a deployment that the server's scheduler has planned."""
        match = {"deployment_id": {"any_": [deployment_id]}, "state": {"type": {"any_": ["SCHEDULED"]}}}
        return self.ask("flow_runs/filter", {"flow_runs": match})

    def events(self, event: str, run_id: str) -> list[dict[str, Any]]:
        """The events of a name that a flow run emitted."""
        related = {"id": [f"prefect.flow-run.{run_id}"]}
        return self.ask("events/filter", {"filter": {"event": {"name": [event]}, "related": related}})[
            "events"
        ]


def eventually(ask: Callable[[], Any], seconds: float = 60) -> Any:
    """Ask until the answer is true, and return it: servers write events and logs a moment later."""
    end = time.monotonic() + seconds
    while not (answer := ask()) and time.monotonic() < end:
        time.sleep(0.1)
    assert answer, "it did not happen in time"
    return answer


@contextmanager
def running_server(home: Path) -> Iterator[Window]:
    """A server, used by the flows of this process and of those it starts."""
    with ExitStack() as stack:
        address = stack.enter_context(local_server(home, free_port()))
        named = {
            PREFECT_API_URL: f"{address}/api",
            PREFECT_HOME: home,
            PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
        }
        stack.enter_context(temporary_settings(named))
        stack.callback(_flush)
        yield Window(address)


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _flush() -> None:
    """Let Prefect's threads send what they hold while the server is there to take it."""
    EventsWorker.drain_all(timeout=10)
    APILogWorker.drain_all(timeout=10)
