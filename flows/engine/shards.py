"""A run's folder: written shard by shard beside its place, renamed when it is whole.

A shard is the unit of work, of retry and of memory. Each holds ``documents`` (all but
the text), ``signals`` (text-free numbers) and ``told`` (document x class with its spans); and five of
facts, from which is told what only shows between documents.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

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


class RunFolder:
    """Where one run keeps its bulk: ``runs/<run>/`` once whole, ``runs/<run>.tmp/`` until then."""

    def __init__(self, runs: Path, run_id: str) -> None:
        self.final = runs / run_id
        self.work = runs / f"{run_id}.tmp"

    def begin(self) -> None:
        """Start afresh: what a killed attempt at the same run left behind is removed."""
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def write(self, source: str, number: int, table: Table, content: pa.Table) -> None:
        """Write one table of one shard of a source."""
        pq.write_table(content, self._part(source, number, table), compression="zstd")

    def forget(self, source: str) -> None:
        """Remove all shards of a source, before it is measured (again)."""
        for path in self.work.glob(f"{source}~*.parquet"):
            path.unlink()

    def shards(self, sources: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Every whole shard, ``(source, number)``, in the order of the sources given."""
        for source in sources:
            for path in sorted(self.work.glob(f"{source}~*~told.parquet")):
                yield source, int(path.name.split("~")[1])

    def read(self, source: str, number: int, table: Table) -> pa.Table:
        """Read one table of one shard."""
        return pq.read_table(self._part(source, number, table))

    def abandon(self) -> None:
        """Remove what was written so far: the run will not be finished."""
        shutil.rmtree(self.work, ignore_errors=True)

    def finish(self) -> None:
        """Put the folder in place, replacing an earlier run of the same id, then drop the shards.

        In this order, so that a failure on the way leaves shards to judge again or a whole run.
        """
        for path in self.work.iterdir():
            _synced(path)
        shutil.rmtree(self.final, ignore_errors=True)
        self.work.rename(self.final)
        for path in self.final.glob("*~*~*.parquet"):
            path.unlink()

    def _part(self, source: str, number: int, table: Table) -> Path:
        """The name of a shard's file; no id of a source may hold the ~ between its parts."""
        return self.work / f"{source}~{number:06d}~{table}.parquet"


def table_of(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Build a table from rows, missing keys as null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=schema)


def _synced(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
