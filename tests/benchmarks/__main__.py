"""``python -m tests.benchmarks checks``: prints a table in Markdown; everything in it was measured in this run."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks import checks, peers
from tests.benchmarks.texts import texts

FEW = 10  # every so-manieth text for the peers, the slowest of which takes minutes for all


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("what", choices=["checks", "peers"], nargs="?", default="checks")
    parser.add_argument("--every", type=int, default=1, help="measure every so-manieth text only")
    parser.add_argument("--peers", type=Path, default=Path("out/peers"), help="environment of the peers")
    asked = parser.parse_args()
    if asked.what == "checks":
        print_table(checks.rows(asked.every))
    else:
        every = asked.every * FEW
        print_table([*list(checks.rows(every))[:2], *peers.rows(asked.peers, texts(every))])


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
