"""The process that keeps the workers of one machine: compiles the checks once and forks, feeds, replaces.

``flows.engine.processes`` starts it with a line of JSON that says what is to be measured, and reads a line
for all that happens. A process of its own, because what forks should be young and have one thread; it
ends, and its workers with it, when whoever started it is gone.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from flows.engine.shard import Shard
from flows.engine.work import WorkFailed, examiner_of, measure_elsewhere
from flows.settings import load_settings

TRIES = 2  # a worker may be killed by chance, because memory was short; twice by one shard is no chance

Say = Callable[[Mapping[str, Any]], None]
Order = tuple[Shard, str]


@dataclass
class _Worker:
    process: BaseProcess
    line: Connection
    order: Order | None = None


def main() -> None:
    """Do what the line on standard input says; every line on standard output is a report."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started us, whose end ends us
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as reports:
        os.dup2(2, 1)  # what a check of a team prints is no report

        def say(report: Mapping[str, Any]) -> None:
            reports.write(json.dumps(report) + "\n")
            reports.flush()

        told = json.loads(sys.stdin.buffer.readline())
        crew = _Crew(Path(told["config"]), told["run_id"], say, reports.fileno())
        crew.measure([(Shard(*shard), lost) for shard, lost in told["orders"]], told["workers"])


class _Crew:
    """Workers and what each has in hand."""

    def __init__(self, config: Path, run_id: str, say: Say, reports: int) -> None:
        self.config, self.run_id, self.say, self.reports = config, run_id, say, reports
        self.forks = "fork" in multiprocessing.get_all_start_methods()
        self.context: Any = multiprocessing.get_context("fork" if self.forks else "spawn")
        self.life, self.lives = os.pipe()
        self.workers: list[_Worker] = []
        self.left: deque[Order] = deque()
        self.tries: Counter[Shard] = Counter()
        if self.forks:
            examiner_of(load_settings(config).checks).ready()
        else:
            threading.Thread(target=_end_with, args=(0,), daemon=True).start()

    def measure(self, orders: Iterable[Order], workers: int) -> None:
        """Have all orders carried out, each by one of so many workers."""
        self.left.extend(orders)
        while self.left or any(worker.order for worker in self.workers):
            while len(self.workers) < min(workers, len(self.left) + len(self.workers)):
                self.workers.append(self._hired())
            for worker in self.workers:
                if self.left and not worker.order:
                    self._hand(worker, self.left.popleft())
            self._hear()
        for worker in self.workers:
            worker.line.close()

    def _hand(self, worker: _Worker, order: Order) -> None:
        worker.order = order
        with suppress(OSError):  # it has ended: that is heard of next
            worker.line.send(order)

    def _hear(self) -> None:
        """Wait until some worker reports or ends, or whoever started us does."""
        lines = {worker.line: worker for worker in self.workers}
        for line in wait([*lines, *([0] if self.forks else [])]):
            if not isinstance(line, Connection):
                os._exit(1)
            worker = lines[line]
            try:
                report = line.recv()
            except (EOFError, OSError):
                self._lose(worker)
                continue
            if worker.order:
                self.say({**report, "shard": worker.order[0]})
            if report["what"] == "done":
                worker.order = None

    def _lose(self, worker: _Worker) -> None:
        """Bury a worker; what it had in hand is tried once more, after all others."""
        worker.process.join()
        worker.line.close()
        self.workers.remove(worker)
        if not worker.order:
            return
        shard = worker.order[0]
        self.tries[shard] += 1
        if self.tries[shard] < TRIES:
            self.left.append(worker.order)
        else:
            self.say({"what": "lost", "shard": shard, "how": _how(worker.process.exitcode)})

    def _hired(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        held = [self.reports, self.lives, *(worker.line.fileno() for worker in self.workers), ours.fileno()]
        arguments = (theirs, self.config, self.run_id, self.life, held if self.forks else [])
        process = self.context.Process(target=_work, args=arguments, daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _work(line: Connection, config: Path, run_id: str, life: int, not_ours: Sequence[int]) -> None:
    """Measure what the line says until it is closed. ``not_ours``: what a fork holds of the crew's."""
    for number in not_ours:
        os.close(number)
    if not_ours:
        threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    while True:
        try:
            shard, lost = line.recv()
        except (EOFError, OSError):
            return
        try:
            measure_elsewhere(
                config, run_id, shard, lost, lambda n: line.send({"what": "progress", "documents": n})
            )
        except OSError as error:
            line.send({"what": "error", "os": [error.errno, error.strerror or str(error), error.filename]})
            return
        except WorkFailed as error:
            line.send({"what": "error", "place": str(error)})
            return
        line.send({"what": "done"})


def _end_with(descriptor: int) -> None:
    """End this process at once when nobody holds the other end of a pipe."""
    while os.read(descriptor, 1):
        pass
    os._exit(1)


def _how(code: int | None) -> str:
    """Say how a process ended."""
    if code is not None and code < 0:
        return f"was killed by {signal.Signals(-code).name}"
    return f"ended with code {code}"


if __name__ == "__main__":
    main()
