"""The tables. A row in ``runs`` exists only when the run is whole: one transaction writes all of it.

``run_key`` is our own number of a run: it grows, so "before" and "newest" need no look at ids or
clocks. Columns are named like the fields of ``flows.records``. A change here needs a new step in
``flows.history.versions``; a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from flows.history.columns import JsonText, PlainText, SeverityNumber

metadata = MetaData()


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    return Column(name, PlainText(), primary_key=key, nullable=null)


def _numbers(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer, nullable=False) for name in names]


def _run_key() -> Column[Any]:
    return Column("run_key", ForeignKey("runs.key", ondelete="CASCADE"), primary_key=True)


schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("key", Integer, primary_key=True),
    *map(_text, ("corpus", "id", "started_at", "finished_at", "status")),
    *_numbers("documents", "clean", "warned", "failed", "not_assessed", "rejects"),
    *map(_text, ("settings_hash", "version", "report", "findings")),
    *(
        Column(name, JsonText, nullable=False)
        for name in ("reasons", "check_versions", "check_seconds", "limits")
    ),
    UniqueConstraint("corpus", "id", name="runs_once"),
)

run_sources = Table(
    "run_sources",
    metadata,
    _run_key(),
    _text("source", key=True),
    _text("owner"),
    *_numbers("documents", "clean", "warned", "failed", "not_assessed", "rejects"),
    *_numbers("new", "changed", "unchanged", "gone"),
    _text("failure"),
    Column("seconds", Double, nullable=False),
)

health = Table(
    "health",
    metadata,
    _run_key(),
    _text("source", key=True),
    _text("cls", key=True),
    *map(_text, ("check", "family")),
    Column("severity", SeverityNumber, nullable=False),
    *_numbers("documents", "assessed", "flagged"),
    Column("share", Double),
    Column("tolerated", Double, nullable=False),
    _text("verdict"),
)

findings = Table(
    "findings",
    metadata,
    _run_key(),
    _text("source", key=True),
    _text("cls", key=True),
    _text("doc_id", key=True),
    *map(_text, ("check", "family")),
    Column("severity", SeverityNumber, nullable=False),
    *map(_text, ("proof", "message_en", "message_zh")),
    Column("n", Integer, nullable=False),
    Column("share", Double, nullable=False),
    Column("spans", JsonText, nullable=False),
)

run_documents = Table(
    "run_documents",
    metadata,
    _run_key(),
    _text("source", key=True),
    _text("id", key=True),
    *map(_text, ("location", "url", "title", "fetched_at", "content_hash", "tail", "verdict")),
    *_numbers("characters", "bytes"),
    Column("previous_characters", Integer),
    _text("previous_tail", null=True),
)

rejects = Table(
    "rejects",
    metadata,
    _run_key(),
    Column("number", Integer, primary_key=True),
    *map(_text, ("source", "location", "reason")),
)

case_states = Table(
    "case_states",
    metadata,
    _run_key(),
    _text("id", key=True),
    *map(_text, ("source", "cls", "owner", "status", "opened_run", "opened_at", "seen_run", "seen_at")),
    Column("severity", SeverityNumber, nullable=False),
    *_numbers("documents", "peak"),
    Column("share", Double, nullable=False),
    *map(_text, ("closed_at", "acknowledged_until", "waived_until", "reason")),
    Index("case_states_of_case", "id", "run_key"),
)

case_events = Table(
    "case_events",
    metadata,
    _run_key(),
    _text("case_id", key=True),
    *map(_text, ("event", "source", "cls", "owner")),
    Column("severity", SeverityNumber, nullable=False),
    *_numbers("documents", "before"),
    Column("share", Double, nullable=False),
    *map(_text, ("at", "snippet")),
    Column("muted", Boolean, nullable=False),
)

causes = Table(
    "causes",
    metadata,
    _run_key(),
    _text("id", key=True),
    *map(_text, ("kind", "cls", "quote", "rule", "host", "since")),
    Column("severity", SeverityNumber, nullable=False),
    *_numbers("documents", "n_sources", "hosts"),
    Column("sources", JsonText, nullable=False),
    Column("at_least", Boolean, nullable=False),
)

case_marks = Table(
    "case_marks",
    metadata,
    Column("key", Integer, primary_key=True),
    *map(_text, ("case_id", "kind", "until", "reason", "made_at")),
    Column("severity", SeverityNumber, nullable=False),
    Column("after_run", Integer, nullable=False),
    Index("case_marks_of_case", "case_id"),
)

ledger_sources = Table(
    "ledger_sources",
    metadata,
    Column("key", Integer, primary_key=True),
    *map(_text, ("corpus", "source")),
    UniqueConstraint("corpus", "source", name="ledger_sources_once"),
)


def _ledger_columns() -> list[Column[Any]]:
    return [
        Column("source_key", Integer, primary_key=True, autoincrement=False),
        _text("doc_id", key=True),
        *map(_text, ("content_hash", "tail", "verdict")),
        *_numbers("characters", "first_run", "changed_run"),
        Column("gone_run", Integer),
        Column("previous_characters", Integer),
        _text("previous_hash", null=True),
        _text("previous_tail", null=True),
    ]


ledger = Table("ledger", metadata, *_ledger_columns())

ledger_undo = Table("ledger_undo", metadata, *_ledger_columns())
"""Rows of the ledger as they were before the newest run changed them, so that it can be repeated."""

deliveries = Table(
    "deliveries",
    metadata,
    _text("id", key=True),
    *map(_text, ("corpus", "run_id", "route", "title", "body", "state")),
    Column("attempts", Integer, nullable=False),
    *map(_text, ("error", "created_at", "tried_at", "sent_at")),
    Index("deliveries_by_state", "state"),
)

delivery_keys = Table(
    "delivery_keys",
    metadata,
    _text("key", key=True),
    Column("delivery_id", ForeignKey("deliveries.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    *map(_text, ("case_id", "route")),
    Index("delivery_keys_of_delivery", "delivery_id"),
)

locks = Table(
    "locks",
    metadata,
    _text("corpus", key=True),
    *map(_text, ("run_id", "host", "born", "token", "taken_at", "heartbeat_at")),
    Column("pid", Integer, nullable=False),
)
