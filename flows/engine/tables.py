"""The tables of a run: their names and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa

Table = Literal["documents", "signals", "told", "facts", "sentences", "lines", "prints", "echoes"]

SPAN = pa.struct(
    [
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("quote", pa.string()),
        ("before", pa.string()),
        ("after", pa.string()),
        ("original", pa.string()),
        ("field", pa.string()),
    ]
)
DOCUMENTS = pa.schema(
    [
        ("source", pa.string()),
        ("id", pa.string()),
        ("location", pa.string()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("fetched_at", pa.string()),
        ("content_hash", pa.string()),
        ("characters", pa.int64()),
        ("bytes", pa.int64()),
        ("tail", pa.string()),
    ]
)
TOLD = pa.schema(
    [
        ("source", pa.string()),
        ("doc_id", pa.string()),
        ("check", pa.string()),
        ("class", pa.string()),
        ("family", pa.string()),
        ("proof", pa.string()),
        ("message_en", pa.string()),
        ("message_zh", pa.string()),
        ("n", pa.int64()),
        ("share", pa.float64()),
        ("spans", pa.list_(SPAN)),
    ]
)
FINDINGS = TOLD.insert(5, pa.field("severity", pa.string()))


def table_of(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Build a table from rows, missing keys as null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
