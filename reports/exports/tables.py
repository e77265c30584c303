"""Rows of a documented table written as JSON lines, CSV or Parquet, a batch at a time."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from reports.escape import plain
from reports.export import escaped_json
from reports.exports.schemas import Column, arrow_schema

Row = Mapping[str, Any]
Columns = tuple[Column, ...]

BATCH = 5_000  # rows held at once
# What makes a spreadsheet take a cell for a formula, in the widths that it folds, and what it strips before it.
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@＝＋－＠|%]")


def write_jsonl(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    """Write one object a line, keys in the order of the columns; hidden characters as escapes."""
    for row in rows:
        stream.write(escaped_json({column.name: row[column.name] for column in columns}) + "\n")


def write_csv(rows: Iterable[Row], columns: Columns, stream: IO[str]) -> None:
    """Write CSV for spreadsheets: a byte order mark, hidden characters in brackets, no cell that is a formula."""
    stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_cell(row[column.name], column) for column in columns])


def write_parquet(rows: Iterable[Row], columns: Columns, path: Path) -> None:
    """Write Parquet beside its place, and rename it when it is whole."""
    schema = arrow_schema(columns)
    beside = path.with_name(f"{path.name}.tmp")
    try:
        with pq.ParquetWriter(beside, schema, compression="zstd") as writer:
            given = iter(rows)
            while batch := [dict(row) for row in islice(given, BATCH)]:
                writer.write_table(pa.Table.from_pylist(batch, schema=schema))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _cell(value: object, column: Column) -> object:
    if column.kind == "places":
        places: Any = value
        value = places[0]["quote"] if places else ""
    return safe_cell(value) if isinstance(value, str) else "" if value is None else value


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what could be one.

    >>> safe_cell("=1+1"), safe_cell("＝cmd"), safe_cell(" @SUM"), safe_cell("国家")
    ("'=1+1", "'＝cmd", "' @SUM", '国家')
    """
    shown = plain(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
