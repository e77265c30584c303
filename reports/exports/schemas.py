"""The columns of what is exported, documented; writers and documentation follow from here.

A column that is added keeps the number of the form; one that is renamed, removed or means something else
raises it. The number travels with every file: in Parquet's metadata (``corpus-health.form``), in the column
``form`` of the other tables, in a property of JUnit's suites and a label of ``corpus_health_run_info``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

FORM = 1
Kind = Literal["text", "count", "share", "places"]

_PLACE = pa.struct(
    [
        ("start", pa.int64()),
        ("end", pa.int64()),
        *((name, pa.string()) for name in ("quote", "before", "after", "original", "field")),
    ]
)
_TYPES = {"text": pa.string(), "count": pa.int64(), "share": pa.float64(), "places": pa.list_(_PLACE)}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, kind, and what it says. ``share`` is a fraction 0-1, null where not assessed."""

    name: str
    kind: Kind
    says: str


_RUN = (
    Column("form", "count", "number of this form of the table"),
    Column("corpus", "text", "name of the corpus"),
    Column("run", "text", "id of the run"),
    Column("source", "text", "id of the source"),
)
_CLASS = (
    Column("class", "text", "class of fault, as `corpus-health checks` lists it"),
    Column("check", "text", "check that tells it"),
    Column("family", "text", "family of the class"),
    Column("severity", "text", "critical, error, warning or info"),
)
FINDINGS = (
    *_RUN,
    Column("doc_id", "text", "id of the document within its source"),
    *_CLASS,
    Column("proof", "text", "proved, strong or hint; hints never count"),
    Column("n", "count", "number of places, exact"),
    Column("share", "share", "fraction of the text's characters inside the places"),
    Column("message_en", "text", "why, in English"),
    Column("message_zh", "text", "why, in Chinese"),
    Column(
        "places",
        "places",
        "the first places: start and end in code points of the raw text, quote, before, after, original where "
        "certain, field (text or title); in CSV the first quote",
    ),
)
HEALTH = (
    *_RUN,
    *_CLASS,
    Column("owner", "text", "who answers for the source"),
    Column("documents", "count", "documents of the source"),
    Column("assessed", "count", "those that could be judged for the class"),
    Column("flagged", "count", "those with a finding that counts"),
    Column("share", "share", "flagged of assessed"),
    Column("tolerated", "share", "share above which the source fails or is warned of"),
    Column("verdict", "text", "passed, warned, failed or not_assessed"),
)


def arrow_schema(columns: tuple[Column, ...]) -> pa.Schema:
    """The same for Parquet, each column with what it says."""
    fields = [pa.field(c.name, _TYPES[c.kind], metadata={"says": c.says}) for c in columns]
    return pa.schema(fields, metadata={"corpus-health.form": str(FORM)})


def described(columns: tuple[Column, ...]) -> str:
    """The columns as a Markdown table.

    >>> described(HEALTH[:1])
    '| column | kind | says |\\n| --- | --- | --- |\\n| `form` | count | number of this form of the table |\\n'
    """
    lines = [f"| `{column.name}` | {column.kind} | {column.says} |" for column in columns]
    return "\n".join(["| column | kind | says |", "| --- | --- | --- |", *lines]) + "\n"
