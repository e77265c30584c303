"""Form 2: what many findings of a run have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Text

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the table of causes."""
    op.create_table(
        "causes",
        Column("run_key", Integer, ForeignKey("runs.key", ondelete="CASCADE"), primary_key=True),
        Column("id", Text, primary_key=True),
        *(Column(name, Text, nullable=False) for name in ("kind", "cls", "quote", "rule", "host", "since")),
        *(Column(name, Integer, nullable=False) for name in ("severity", "documents", "n_sources", "hosts")),
        Column("sources", Text, nullable=False),
        Column("at_least", Boolean, nullable=False),
    )
