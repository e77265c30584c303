"""Run in the peers' own environment: ``python datatrove_chain.py TEXTS.jsonl`` prints its CPU seconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def main(work: Callable[[Sequence[str]], object]) -> None:
    """Read the texts, warm up on a few, and say how long the work took for all of them."""
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    work(texts[:3])
    started = time.process_time()
    work(texts)
    print(json.dumps({"seconds": time.process_time() - started}))
