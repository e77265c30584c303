"""``python -m tests.benchmarks checks``: prints a table in Markdown; everything in it was measured in this run."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import pairwise
from math import log
from pathlib import Path

from tests.benchmarks import checks, corpora, engines, peers
from tests.benchmarks.texts import texts

FEW = 10  # every so-manieth text for the peers, the slowest of which takes minutes for all


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "what", choices=["checks", "peers", "corpora", "engines"], nargs="?", default="checks"
    )
    parser.add_argument("--every", type=int, default=1, help="measure every so-manieth text only")
    parser.add_argument("--peers", type=Path, default=Path("out/peers"), help="environment of the peers")
    parser.add_argument(
        "--documents", type=int, nargs="+", default=[10_000], help="sizes of the made corpora"
    )
    parser.add_argument("--corpora", type=Path, default=Path("out/corpora"), help="where they are made")
    asked = parser.parse_args()
    if asked.what == "checks":
        print_table(checks.rows(asked.every))
    elif asked.what == "corpora":
        print_runs(corpora.rows(asked.corpora.resolve(), asked.documents))
    elif asked.what == "engines":
        print_engines(engines.rows(asked.corpora.resolve(), asked.documents[0]))
    else:
        every = asked.every * FEW
        print_table([*list(checks.rows(every))[:2], *peers.rows(asked.peers, texts(every))])


def print_runs(runs: Iterable[corpora.Run]) -> None:
    """Print runs as they end, and how their time grows with the documents."""
    print("| documents | run | CPU s | times read and hash | MB | peak MB | history MB | report MB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    first = []
    for run in runs:
        sizes = " | ".join(f"{size:.1f}" for size in (run.megabytes, run.peak, run.history, run.report))
        print(
            f"| {run.documents:,} | {run.what} | {run.seconds:.1f} | {run.times_floor:.1f} | {sizes} |",
            flush=True,
        )
        first += [run] if run.what == "first" else []
    for one, other in pairwise(first):
        growth = log(other.seconds / one.seconds) / log(other.documents / one.documents)
        print(
            f"\nfrom {one.documents:,} to {other.documents:,} documents the time grows as their number to the {growth:.2f}"
        )


def print_engines(runs: Iterable[engines.EngineRun]) -> None:
    """Print runs as they end."""
    print("| engine | s | times as fast as one process | same findings |\n| --- | ---: | ---: | --- |")
    for run in runs:
        same = "yes" if run.same else "NO"
        print(f"| {run.name} | {run.seconds:.1f} | {run.times_as_fast:.2f} | {same} |", flush=True)


def print_table(rows: Iterable[checks.Row]) -> None:
    """Print rows as they come."""
    print("| what | times the floor | MB/s | findings |\n| --- | ---: | ---: | ---: |")
    for row in rows:
        findings = "" if row.findings is None else f"{row.findings:,}"
        print(
            f"| {row.name} | {row.times_floor:.2f} | {row.megabytes_per_second:.2f} | {findings} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
