"""The texts that are measured: real ones where CORPUS_HEALTH_BENCH names their folder, else made ones."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.generate import generated

MADE = 2_000  # documents that are made where no real ones are at hand: about 2 MB


class Lines(NamedTuple):
    """JSON lines as they stand in a file, and where they come from."""

    name: str
    lines: Sequence[bytes]

    @property
    def megabytes(self) -> float:
        """Size of the lines in millions of bytes."""
        return sum(map(len, self.lines)) / 1e6


def texts(every: int = 1) -> Lines:
    """Every so-manieth document of the corpus at hand."""
    folder = os.environ.get("CORPUS_HEALTH_BENCH")
    if folder:
        with gzip.open(Path(folder, "corpus.jsonl.gz"), "rb") as file:
            return Lines("real texts", [line for number, line in enumerate(file) if number % every == 0])
    rows = generated(1, MADE)
    return Lines(
        "generated texts", [f"{json.dumps(row, ensure_ascii=False)}\n".encode() for row in rows[::every]]
    )


def seconds_of(work: Callable[[], object], times: int = 3) -> float:
    """CPU seconds of one process, the fastest of several tries."""
    spent = []
    for _ in range(times):
        started = time.process_time()
        work()
        spent.append(time.process_time() - started)
    return min(spent)


def floor(lines: Sequence[bytes]) -> Callable[[], object]:
    """Read, parse and hash: what no monitor can do without."""

    def work() -> None:
        for line in lines:
            hashlib.blake2b(json.loads(line)["text"].encode(), digest_size=16).digest()

    return work
