"""End to end on made corpora: a first run, one in which nothing changed, one in which 1 % did."""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Set
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from checks.phrases import phrase_groups
from tests.benchmarks.texts import floor, seconds_of
from tests.faults.clean import article
from tests.faults.generate import generated

FAULTY = 20  # one document in so many holds a fault
ROUGHLY = 5_000  # bytes of a document
_NUMBER = re.compile(
    r"\W*[第\d一二三四五六七八九十]"
)  # drawn at random, numbered lines would leave numbers out
SETTINGS = '[corpus]\nname = "made"\n\n[run]\nengine = "in-process"\n\n[[sources]]\nid = "made"\nkind = "jsonl"\nlocation = "made.jsonl"\nowner = "made"\n'


class Run(NamedTuple):
    """One run of one corpus: CPU seconds, as a multiple of reading and hashing it; peak memory, sizes in MB."""

    documents: int
    what: str
    seconds: float
    times_floor: float
    megabytes: float
    peak: float
    history: float
    report: float


def rows(folder: Path, sizes: list[int]) -> Iterator[Run]:
    """Make a corpus of each size and run it three times, each in a process of its own."""
    for documents in sizes:
        place = made_corpus(folder, documents)
        for what in ("first", "nothing changed", "1 % changed"):
            if what == "1 % changed":
                rows_changed = set(random.Random(1).sample(range(documents), max(documents // 100, 1)))
                _write(place / "made.jsonl", _with_a_line_more(documents_of(documents), rows_changed))
            yield _run(place, documents, what)


def made_corpus(folder: Path, documents: int) -> Path:
    """Write so many documents and the settings for them; returns their folder."""
    place = folder / str(documents)
    place.mkdir(parents=True, exist_ok=True)
    (place / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    _write(place / "made.jsonl", documents_of(documents))
    return place


def documents_of(documents: int) -> Iterator[dict[str, Any]]:
    """Articles of our own as long as a page, no two of whose sentences are the same; one in twenty with a fault."""
    faulty = [row for row in generated(7, 400) if not row["clean"]]
    rng = random.Random(documents)
    lines = (line for _ in range(400) for line in article(rng).lines)
    pool = [line for line in lines if line.endswith("。") and not _NUMBER.match(line)]
    characters = "".join(phrase_groups("frequent_characters")["ranked"])[:300]
    for number in range(documents):
        text = rng.choice(faulty)["text"] if number % FAULTY == 0 else ""
        while len(text) < ROUGHLY // 3:
            marks = "".join(rng.choices(characters, k=4 * 8))
            parts = rng.choice(pool)[:400].rstrip("。").split("。")[:8]
            text += (
                "。".join(f"{part}，记作{marks[4 * k : 4 * k + 4]}" for k, part in enumerate(parts)) + "。\n"
            )
        yield {"id": str(number), "text": text, "url": f"https://site{number % 50}.example/{number}"}


def _with_a_line_more(documents: Iterable[dict[str, Any]], rows: Set[int]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(documents):
        yield {**row, "text": f"{row['text']}\n后来又补记了一行。"} if number in rows else row


def _write(path: Path, documents: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in documents)


def _run(place: Path, documents: int, what: str) -> Run:
    least = size = 0.0
    with (place / "made.jsonl").open("rb") as file:
        while lines := list(islice(file, 20_000)):  # the bytes of a corpus need not fit into memory
            least += seconds_of(floor(lines), times=2)
            size += sum(map(len, lines)) / 1e6
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = Path(sys.executable).with_name("corpus-health")
    command = [program, "run", place / "corpus.toml", "--run-id", f"{time.time_ns()}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1 or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out = place / "out"
    history = sum(path.stat().st_size for path in out.glob("history.db*")) / 1e6
    report = (out / "reports" / "latest.html").stat().st_size / 1e6
    return Run(documents, what, seconds, seconds / least, size, after.ru_maxrss / 1e3, history, report)
