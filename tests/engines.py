"""What the tests of engines share: a corpus in many shards, with a check of its own that may kill its process."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

from flows.history import History
from flows.settings import load_settings
from tests.generated_corpus import GLOSSED, article

SETTINGS = """\
[corpus]
name = "shards"
checks = "own"

[[sources]]
id = "lines"
kind = "jsonl"
location = "lines"

[[sources]]
id = "files"
kind = "folder"
location = "files"
"""
KILLER = '''\
"""Kills its process on texts that ask for it: once, every time, or even when they are only read."""

import os
import signal
from pathlib import Path

from checks.model import Check, FaultClass, Severity, Words

MARK = Path(__file__).with_name("killed")
FAULT = FaultClass("killer", "shape", Severity.ERROR, Words("killer", "杀"), Words("killer", "杀"))


def find(text, candidates):
    if "杀一次" in text.raw and not MARK.exists():
        MARK.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "每次都杀" in text.raw:
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


CHECK = Check("killer", __doc__, (FAULT,), find=find)
'''


def line(number: int, text: str) -> str:
    return json.dumps({"id": f"d{number}", "text": text}, ensure_ascii=False)


def write_shards(folder: Path, documents: int = 40, extra: tuple[str, ...] = ()) -> Path:
    """Write the corpus: two sources, faults in one document of nine; ``extra`` texts in the middle."""
    chance = random.Random(7)
    texts = [GLOSSED + str(number) if number % 9 == 0 else article(chance) for number in range(documents)]
    texts[documents // 2 : documents // 2] = extra
    for name in ("lines", "files", "own"):
        (folder / name).mkdir(parents=True)
    lines = [line(number, text) for number, text in enumerate(texts)]
    lines[5] = line(3, texts[3])  # an id met before, and a copy
    (folder / "lines" / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number, text in enumerate(texts[: documents // 2]):
        (folder / "files" / f"{number}.txt").write_text(text[40:], encoding="utf-8")
    (folder / "own" / "killer.py").write_text(KILLER, encoding="utf-8")
    (folder / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    return folder / "corpus.toml"


def left(config: Path, run_id: str = "night"):
    """All that a run leaves in history and in its folder, but for the seconds it took."""
    settings = load_settings(config)
    with History.open(settings.history_url()) as past:
        row = replace(past.run(run_id), check_seconds={}, started_at="", finished_at="")
        sources = [replace(source, seconds=0.0) for source in past.sources(run_id)]
        ids = {("lines", f"d{number}") for number in range(60)}
        history = (
            past.health(run_id),
            past.findings(run_id),
            past.rejects(run_id),
            [replace(case, opened_at="", seen_at="") for case in past.cases(settings.corpus)],
            past.document_versions(settings.corpus, ids),
        )
    folder = settings.out / "runs" / run_id
    return row, sources, history, (folder / "findings.jsonl").read_bytes()


def moved(what, config: Path, to: Path):
    """The same with the folder of one corpus written as that of another."""
    row, *rest = what
    names = {
        name: getattr(row, name).replace(str(config.parent), str(to.parent))
        for name in ("report", "findings")
    }
    return replace(row, **names), *rest
