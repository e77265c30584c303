"""Form 1: runs, ledger, cases, outbox, locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Double, ForeignKey, Integer, Text, UniqueConstraint

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create all tables."""
    _runs(op)
    _told(op)
    _cases(op)
    _ledger(op)
    _outbox(op)


def _texts(names: str, *, key: bool = False, null: bool = False) -> list[Column[Any]]:
    return [Column(name, Text, primary_key=key, nullable=null) for name in names.split()]


def _numbers(names: str, *, null: bool = False) -> list[Column[Any]]:
    return [Column(name, Integer, nullable=null) for name in names.split()]


def _shares(names: str, *, null: bool = False) -> list[Column[Any]]:
    return [Column(name, Double, nullable=null) for name in names.split()]


def _key() -> Column[Any]:
    return Column("key", Integer, primary_key=True)


def _run_key() -> Column[Any]:
    return Column("run_key", Integer, ForeignKey("runs.key", ondelete="CASCADE"), primary_key=True)


def _runs(op: Operations) -> None:
    op.create_table(
        "runs",
        _key(),
        *_texts("corpus id started_at finished_at status"),
        *_numbers("documents clean warned failed not_assessed rejects"),
        *_texts("settings_hash version report findings reasons check_versions check_seconds limits"),
        UniqueConstraint("corpus", "id", name="runs_once"),
    )
    op.create_table(
        "run_sources",
        _run_key(),
        *_texts("source", key=True),
        *_texts("owner"),
        *_numbers("documents clean warned failed not_assessed rejects new changed unchanged gone"),
        *_texts("failure"),
        *_shares("seconds"),
    )
    op.create_table(
        "rejects",
        _run_key(),
        Column("number", Integer, primary_key=True),
        *_texts("source location reason"),
    )


def _told(op: Operations) -> None:
    op.create_table(
        "health",
        _run_key(),
        *_texts("source cls", key=True),
        *_texts("check family verdict"),
        *_numbers("severity documents assessed flagged"),
        *_shares("share", null=True),
        *_shares("tolerated"),
    )
    op.create_table(
        "findings",
        _run_key(),
        *_texts("source cls doc_id", key=True),
        *_texts("check family proof message_en message_zh spans"),
        *_numbers("severity n"),
        *_shares("share"),
    )
    op.create_table(
        "run_documents",
        _run_key(),
        *_texts("source id", key=True),
        *_texts("location url title fetched_at content_hash tail verdict"),
        *_numbers("characters bytes"),
        *_numbers("previous_characters", null=True),
        *_texts("previous_tail", null=True),
    )


def _cases(op: Operations) -> None:
    op.create_table(
        "case_states",
        _run_key(),
        *_texts("id", key=True),
        *_texts("source cls owner status opened_run opened_at seen_run seen_at"),
        *_texts("closed_at acknowledged_until waived_until reason"),
        *_numbers("severity documents peak"),
        *_shares("share"),
    )
    op.create_index("case_states_of_case", "case_states", ["id", "run_key"])
    op.create_table(
        "case_events",
        _run_key(),
        *_texts("case_id", key=True),
        *_texts("event source cls owner at snippet"),
        *_numbers("severity documents before"),
        *_shares("share"),
        Column("muted", Boolean, nullable=False),
    )
    op.create_table(
        "case_marks",
        _key(),
        *_texts("case_id kind until reason made_at"),
        *_numbers("severity after_run"),
    )
    op.create_index("case_marks_of_case", "case_marks", ["case_id"])


def _ledger(op: Operations) -> None:
    op.create_table(
        "ledger_sources",
        _key(),
        *_texts("corpus source"),
        UniqueConstraint("corpus", "source", name="ledger_sources_once"),
    )
    for name in ("ledger", "ledger_undo"):
        op.create_table(
            name,
            Column("source_key", Integer, primary_key=True, autoincrement=False),
            *_texts("doc_id", key=True),
            *_texts("content_hash tail verdict"),
            *_numbers("characters first_run changed_run"),
            *_numbers("gone_run previous_characters", null=True),
            *_texts("previous_hash previous_tail", null=True),
        )


def _outbox(op: Operations) -> None:
    op.create_table(
        "deliveries",
        *_texts("id", key=True),
        *_texts("corpus run_id route title body state error created_at tried_at sent_at"),
        *_numbers("attempts"),
    )
    op.create_index("deliveries_by_state", "deliveries", ["state"])
    op.create_table(
        "delivery_keys",
        *_texts("key", key=True),
        Column("delivery_id", Text, ForeignKey("deliveries.id", ondelete="CASCADE"), nullable=False),
        *_texts("case_id route"),
        *_numbers("position"),
    )
    op.create_index("delivery_keys_of_delivery", "delivery_keys", ["delivery_id"])
    op.create_table(
        "locks",
        *_texts("corpus", key=True),
        *_texts("run_id host born token taken_at heartbeat_at"),
        *_numbers("pid"),
    )
