"""The same first run on each engine: one, two and four processes, and Dask with two workers. Ratios of wall time."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpora import made_corpus

ENGINES = (
    ("in one process", ("--engine", "in-process")),
    ("two processes", ("--engine", "processes", "--workers", "2")),
    ("four processes", ("--engine", "processes", "--workers", "4")),
    ("Dask, two workers", ("--engine", "dask", "--workers", "2")),
)


class EngineRun(NamedTuple):
    """One first run: seconds by the clock, how many times as fast as in one process, whether it told the same."""

    name: str
    seconds: float
    times_as_fast: float
    same: bool


def rows(folder: Path, documents: int) -> Iterator[EngineRun]:
    """Make a corpus and run it from the beginning on each engine; needs as many idle cores as processes."""
    place = made_corpus(folder, documents)
    alone, told = 0.0, ""
    for name, options in ENGINES:
        shutil.rmtree(place / "out", ignore_errors=True)
        seconds = _run(place, options)
        found = hashlib.sha256((place / "out" / "runs" / "one" / "findings.jsonl").read_bytes()).hexdigest()
        alone, told = alone or seconds, told or found
        yield EngineRun(name, seconds, alone / seconds, found == told)


def _run(place: Path, options: tuple[str, ...]) -> float:
    program = Path(sys.executable).with_name("corpus-health")
    command = [program, "run", place / "corpus.toml", "--run-id", "one", *options]
    begun = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(done.stderr)
    return time.monotonic() - begun
