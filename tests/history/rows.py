"""What a run holds, in small, and a look at the tables behind the history."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import select

from checks.model import Severity
from flows.cases import case_id
from flows.history import Changes, RunRecord, database, schema
from flows.records import (
    Case,
    CaseEvent,
    CauseRow,
    Delivery,
    DocumentRow,
    FindingRow,
    HealthRow,
    Reject,
    RunRow,
    SourceRow,
)

CORPUS = "news"
AT = "2026-11-{:02}T02:00:00+00:00"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
HOSTILE = "<script>\0\ud800\u202e国'; DROP TABLE runs; --"
SECRET = "hunter2"
STORED = "<script>\\x00\\ud800\u202e国'; DROP TABLE runs; --"


def document(name, text_="a", *, source="daily", verdict="passed", tail=""):
    return DocumentRow(
        name,
        source,
        f"{name}.txt",
        f"https://example.com/{name}",
        name,
        "",
        text_ * 32,
        len(text_),
        9,
        tail or text_,
        verdict,
    )


def documents(*given, source="daily"):
    """The factory of documents written as ``name:text``."""
    rows = [document(*item.split(":"), source=source) for item in given]
    return lambda: iter(rows)


def source_row(name="daily", failure=""):
    return SourceRow(name, "news desk", 4, 1, 1, 2, 0, 1, failure=failure, seconds=0.5)


def health(cls="paywall_notice", flagged=2, *, source="daily", verdict="failed"):
    return HealthRow(source, cls, "paywall", "paywall", ERROR, 4, 4, flagged, flagged / 4, 0.0, verdict)


def finding(
    doc="d1", n=1, *, severity=ERROR, proof="strong", quote="付费阅读", cls="paywall_notice", spans=1
):
    span = {
        "start": 0,
        "end": 4,
        "quote": quote,
        "before": "",
        "after": "",
        "original": None,
        "field": "text",
    }
    return FindingRow(
        doc, "daily", "paywall", cls, "paywall", severity, proof, "said so", "如此", n, 0.25, (span,) * spans
    )


def run_row(run_id, corpus=CORPUS, **changed):
    day = AT.format(int(run_id[1:]))
    row = RunRow(
        run_id,
        corpus,
        day,
        day,
        "failed",
        4,
        1,
        1,
        2,
        0,
        1,
        "5e77",
        "0.1",
        ("daily: slow",),
        {"paywall": "1a"},
    )
    return replace(row, **changed)


def a_case(run_id="r1", *, status="open", severity=ERROR, corpus=CORPUS, opened="r1", **changed):
    day = AT.format(int(run_id[1:]))
    identity = case_id(corpus, "daily", "paywall_notice")
    case = Case(
        identity,
        "daily",
        "paywall_notice",
        "news desk",
        severity,
        status,
        opened,
        day,
        run_id,
        day,
        2,
        0.5,
        2,
    )
    return replace(case, **changed)


def an_event(run_id="r1", name="new"):
    identity = case_id(CORPUS, "daily", "paywall_notice")
    return CaseEvent(
        identity,
        run_id,
        name,
        "daily",
        "paywall_notice",
        "news desk",
        ERROR,
        2,
        0,
        0.5,
        AT.format(1),
        "…",
        muted=True,
    )


TWO = documents("d1:a", "d2:b")


def a_cause(name="k1", *, severity=ERROR, documents=12):
    return CauseRow(
        name,
        "string",
        "site_footer",
        severity,
        "版权所有",
        "版权所有",
        documents,
        ("daily", "weekly"),
        2,
        "example.com",
        3,
        AT.format(1),
    )


def a_run(run_id, given=TWO, *, corpus=CORPUS, **changed):
    parts = {"sources": (source_row(),), "health": (), "findings": (), "rejects": (), "documents": given}
    return RunRecord(run_row(run_id, corpus), **(parts | changed))


def full_run(run_id, given=TWO, **changed):
    parts = {
        "health": (health(), health("spam_title", 0, verdict="passed")),
        "findings": (finding("d1", 3), finding("d2", 1, severity=WARNING)),
        "rejects": (Reject("daily", "x.txt", "not utf-8, likely gb18030"),),
        "cases": (a_case(run_id),),
        "events": (an_event(run_id),),
        "deliveries": (a_message(f"{run_id}:desk", run_id=run_id, keys=(f"c0:new:{run_id}:desk",)),),
    }
    return a_run(run_id, given, **(parts | changed))


def a_message(name="m1", *, run_id="r1", route="desk", keys=("c1:new:r1:desk",), **changed):
    return replace(Delivery(name, run_id, route, "2 new", "…", keys), **changed)


@contextmanager
def rows_of(url):
    """A connection beside the history, to look at tables or to tamper with them."""
    engine = database.open_database(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def dump(url):
    """All rows of all tables, but for moments that a clock gave."""
    with rows_of(url) as connection:
        return {
            table.name: sorted(
                str({k: v for k, v in row._mapping.items() if k not in ("made_at", "applied_at")})
                for row in connection.execute(select(table))
            )
            for table in schema.metadata.sorted_tables
        }


def changes(row):
    return Changes(row.new, row.changed, row.unchanged, row.gone)
