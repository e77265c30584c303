"""``python -m tests.faults OUT.jsonl [--seed N] [--documents N]``: write a labelled set."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.faults.generate import generated


def main(arguments: list[str]) -> None:
    """Write the set, one row a line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults", description="Write a labelled set of faults."
    )
    parser.add_argument("out", type=Path, help="the JSONL file to write")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same set")
    parser.add_argument("--documents", type=int, default=600, help="how many rows")
    given = parser.parse_args(arguments)
    rows = generated(given.seed, given.documents)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    given.out.write_text("".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} rows, {sum(row['clean'] for row in rows)} of them clean: {given.out}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
