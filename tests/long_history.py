"""A history of many runs of a large corpus, made in seconds: for what must not grow with either.

    python -m tests.long_history FOLDER [RUNS [DOCUMENTS [SOURCES]]]

writes ``corpus.toml`` and the history it names; `corpus-health report FOLDER/corpus.toml` draws the last run. The
documents themselves do not exist: only what a run keeps of them does.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from checks.model import Severity
from checks.registry import all_checks, version_of
from flows.cases import advance
from flows.causes import Origin, causes_of
from flows.history import History, RunRecord
from flows.records import DocumentRow, FindingRow, HealthRow, RunRow, SourceRow

CORPUS, FIRST = "generated", datetime(2026, 9, 1, 2, tzinfo=UTC)
KEPT = 40  # documents with findings of one source and class that a run keeps here; a real one keeps 200
QUOTES = (
    "本站导航 首页 列表 返回顶部",
    "责任编辑：某甲",
    "责任编辑：某乙",
    "上一篇：村口的集市 下一篇：渡口的石桥",
    "扫码关注本站",
)


def long_history(folder: Path, runs: int = 60, documents: int = 100_000, sources: int = 20) -> Path:
    """Write a corpus.toml and a history of ``runs`` nights beside it; returns the path of the former.

    One source gets worse in the last night, one is repaired, one could not be read a week ago.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"site-{number:03}" for number in range(sources)]
    config = folder / "corpus.toml"
    config.write_text(_settings(names), encoding="utf-8")
    chance = random.Random(20261126)
    classes = [(check, cls) for check in all_checks() for cls in check.classes]
    rates = {(name, cls.name): chance.random() ** 6 * 0.06 for name in names for _, cls in classes}
    with History.open(f"sqlite:///{folder}/out/history.db") as history:
        for night in range(runs):
            _night(history, night, runs, names, documents // sources, classes, rates)
    return config


def _settings(names):
    head = f'[corpus]\nname = "{CORPUS}"\n'
    table = '\n[[sources]]\nid = "{0}"\nkind = "folder"\nlocation = "{0}"\nowner = "desk {1}"\n'
    return head + "".join(table.format(name, number % 7) for number, name in enumerate(names))


def _night(history, night, runs, names, each, classes, rates):
    at = (FIRST + timedelta(days=night)).isoformat(timespec="seconds")
    run_id = f"night-{night:04}"
    lost = names[3] if night == runs - 8 else ""
    health = [
        _health(name, check, cls, each, rates, night, runs, lost) for name in names for check, cls in classes
    ]
    findings = list(_findings(health, night)) if night == runs - 1 else []
    rows = [_source(name, health, each, lost, night) for name in names]
    cases, events = advance(
        history.cases_before(CORPUS, run_id), health, corpus=CORPUS, run_id=run_id, at=at,
        owners={row.source: row.owner for row in rows}, assessed_sources={n for n in names if n != lost},
        known_sources=set(names), first_time=set(names) if not night else set(),
        snippets={(row.source, row.cls): QUOTES[len(row.cls) % len(QUOTES)] for row in health if row.flagged},
    )  # fmt: skip
    origins = {
        (f.source, f.doc_id): Origin(f"www.{f.source}.example", 2_000 + len(f.doc_id)) for f in findings
    }
    history.record(
        RunRecord(
            _run(run_id, at, night, rows, health), tuple(rows), health, findings, (), lambda: _documents(findings),
            cases, events,
            causes=causes_of(findings, origins, corpus=CORPUS, at=at, known=history.causes_known(CORPUS, run_id)),
        )
    )  # fmt: skip


def _health(name, check, cls, each, rates, night, runs, lost):
    rate = rates[name, cls.name] * (1 + 0.2 * ((night * 7 + len(cls.name)) % 5) / 5)
    if name == "site-001" and cls.name == "site_footer":
        rate = 0.31 if night == runs - 1 else 0.01
    if name == "site-002" and night > runs - 5:
        rate = 0.0
    tolerated = {Severity.CRITICAL: 0.0, Severity.ERROR: 0.01, Severity.WARNING: 0.05}.get(cls.severity, 1.0)
    flagged = 0 if name == lost else round(rate * each)
    bad = flagged > tolerated * each
    verdict = (
        "not_assessed"
        if name == lost
        else "passed"
        if not bad
        else "failed"
        if cls.severity >= Severity.ERROR
        else "warned"
    )
    assessed = 0 if name == lost else each
    share = flagged / each if assessed else None
    return HealthRow(name, cls.name, check.name, cls.family, cls.severity, each, assessed, flagged, share, tolerated, verdict)  # fmt: skip


def _source(name, health, each, lost, night):
    owner = f"desk {int(name[-3:]) % 7}"
    if name == lost:
        return SourceRow(name, owner, 0, 0, 0, 0, 0, 0, failure="the folder is not there")
    failed = max(row.flagged for row in health if row.source == name and row.severity >= Severity.ERROR)
    warned = max(row.flagged for row in health if row.source == name and row.severity == Severity.WARNING)
    warned = min(warned, each - failed)
    return SourceRow(
        name, owner, each, each - failed - warned, warned, failed, 0, 0,
        new=each if not night else each // 100, unchanged=0 if not night else each - each // 100, seconds=1.5,
    )  # fmt: skip


def _run(run_id, at, night, rows, health):
    sums = {
        name: sum(getattr(row, name) for row in rows) for name in ("documents", "clean", "warned", "failed")
    }
    versions = {check.name: version_of(check) for check in all_checks()}
    if night < 30:
        versions["site_furniture"] = "before"
    status = (
        "partial"
        if any(row.failure for row in rows)
        else "failed"
        if any(r.verdict == "failed" for r in health)
        else "warned"
    )
    row = RunRow(
        run_id,
        CORPUS,
        at,
        at,
        status,
        **sums,
        not_assessed=0,
        rejects=0,
        settings_hash="5e77",
        version=version("corpus-health"),
    )
    return replace(row, check_versions=versions, report="", findings=f"out/runs/{run_id}/findings.jsonl")  # fmt: skip


def _findings(health, night):
    for row in health:
        for number in range(min(row.flagged, KEPT)):
            quote = QUOTES[(len(row.cls) + number) % len(QUOTES)]
            span = {
                "start": 40,
                "end": 40 + len(quote),
                "quote": quote,
                "before": "渡口的石桥修好了，" * 5,
                "after": "。村里人都来看。" * 5,
                "original": None,
                "field": "text",
            }
            yield FindingRow(f"{row.source}-{number:05}", row.source, row.check, row.cls, row.family, row.severity, "strong", "said so", "如此", 2, 0.02, (span, span))  # fmt: skip


def _documents(findings):
    for source, name in sorted({(f.source, f.doc_id) for f in findings}):
        yield DocumentRow(
            name,
            source,
            f"{name}.txt",
            f"https://www.{source}.example/{name}",
            "",
            "",
            "c0ffee" + name,
            2_000,
            6_000,
            "末尾",
            "warned",
        )


if __name__ == "__main__":
    print(long_history(Path(sys.argv[1]), *map(int, sys.argv[2:])))  # noqa: T201 - what to report next
