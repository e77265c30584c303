"""Engines: who measures the shards of a run. All give the same results.

``in_process`` measures here, ``Processes`` has a crew of workers do it. Either returns the shards whose
worker was lost every time it was tried, with how; ``measure_all`` makes the best of those.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from flows.engine.measure import write_failure
from flows.engine.shard import Shard
from flows.engine.shards import RunFolder
from flows.engine.work import WorkFailed, measure_shard
from flows.terminal import Progress

ENOUGH = 24_000_000  # bytes; measuring less takes one process as long as starting others and compiling anew
CREWS = 2  # the process that keeps the workers may be killed, too
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Orders = Mapping[Shard, str]
"""Shards, each with the reason why its documents are not to be examined, "" if they are."""

Measuring = Callable[[Path, str, Orders, Progress], Mapping[Shard, str]]
"""An engine: measures shards of a run and returns those that are lost, with how they ended their worker."""


def measure_all(
    engine: Measuring,
    folder: RunFolder,
    config: Path,
    run_id: str,
    shards: Sequence[Shard],
    progress: Progress,
) -> None:
    """Measure shards. The documents of one that cannot be measured are only read, and not assessed.

    Where even that fails, its source cannot be read.
    """
    lost = engine(config, run_id, dict.fromkeys(shards, ""), progress)
    reasons = {
        shard: f"{folder.plan(shard).place}: its process {how}, tried twice" for shard, how in lost.items()
    }
    for shard in engine(config, run_id, reasons, progress) if reasons else ():
        write_failure(folder, shard, reasons[shard])


def in_process(config: Path, run_id: str, orders: Orders, progress: Progress) -> Mapping[Shard, str]:
    """Measure shards one after the other, here."""
    count = _Count(progress)
    for shard, lost in orders.items():
        measure_shard(config, run_id, shard, lost, partial(count, shard.source))
    return {}


class Processes:
    """Measures with so many workers on this machine; what is sooner done here, here."""

    def __init__(self, folder: RunFolder, workers: int) -> None:
        self.folder, self.workers = folder, workers

    def __call__(self, config: Path, run_id: str, orders: Orders, progress: Progress) -> Mapping[Shard, str]:
        """Measure shards, the heaviest first."""
        by_source = {source: self.folder.weights(source) for source in {shard.source for shard in orders}}
        weights = {shard: by_source[shard.source][shard.number] for shard in orders}
        harmless = not any(orders.values())
        if harmless and (min(self.workers, len(orders)) < 2 or sum(weights.values()) < ENOUGH):
            return in_process(config, run_id, orders, progress)
        left = {shard: orders[shard] for shard in sorted(orders, key=lambda shard: -weights[shard])}
        lost: dict[Shard, str] = {}
        count = _Count(progress)
        for _ in range(CREWS):
            for report in _reports(config, run_id, left, self.workers):
                shard = Shard(*report["shard"])
                if report["what"] == "progress":
                    count(shard.source, report["documents"])
                    continue
                left.pop(shard, None)
                if report["what"] == "lost":
                    lost[shard] = report["how"]
            if not left:
                return lost
        raise WorkFailed("the process that keeps the workers was killed, and so was another")


class _Count:
    """Tells how far each source has come."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._seen = progress, Counter[str]()

    def __call__(self, source: str, documents: int) -> None:
        self._seen[source] += documents
        self._progress(source, self._seen[source])


def _reports(config: Path, run_id: str, orders: Orders, workers: int) -> Iterator[dict[str, Any]]:
    """Start a crew and pass on what it says of the shards. Raises what ended a worker's work."""
    with _crew() as crew:
        assert crew.stdin, "it is a pipe"
        assert crew.stdout, "it is a pipe"
        order = {"config": str(config), "run_id": run_id, "workers": workers, "orders": list(orders.items())}
        crew.stdin.write(json.dumps(order).encode() + b"\n")
        crew.stdin.flush()
        for line in crew.stdout:
            report = json.loads(line)
            if report["what"] == "error":
                raise OSError(*report["os"]) if "os" in report else WorkFailed(report["place"])
            yield report


@contextmanager
def _crew() -> Iterator[subprocess.Popen[bytes]]:
    """A process of our own that ends when we are done with it, or gone."""
    ours = {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    crew = subprocess.Popen(
        [sys.executable, "-P", "-m", "flows.engine.crew"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=ours,
    )
    with crew:
        try:
            yield crew
        finally:
            crew.kill()
