"""What a shard is: its name, where its documents lie, and its folder while it is written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from flows.engine.tables import Table
from flows.ingest import Ids, Piece, Reject

RESULT, MARKS = "result.json", "ids.npy"
_LASTING = frozenset({"documents", "signals", "told"})


class Shard(NamedTuple):
    """A part of a source, the ``number``-th from 0."""

    source: str
    number: int

    def __str__(self) -> str:
        """Its name, and that of its folder; no id of a source may hold the ~."""
        return f"{self.source}~{self.number:06d}"


class Part(NamedTuple):
    """One batch of documents of a shard."""

    shard: Shard
    number: int


class Planned(NamedTuple):
    """Where the documents of a shard lie; ``digest`` stands for all that measuring it rests on.

    ``basis`` stands for what of it is not the place: program, checks, what the source says of its documents;
    ``ground`` for the same without the checks.
    """

    digest: str
    pieces: tuple[Piece | Reject, ...]
    basis: str = ""
    ground: str = ""

    @property
    def weight(self) -> int:
        """About how many bytes reading it gives."""
        return sum(item.weight for item in self.pieces if isinstance(item, Piece))

    @property
    def place(self) -> str:
        """Where it lies, in words: ``pages.jsonl from line 1`` or ``312 files from a.txt``."""
        pieces = [item for item in self.pieces if isinstance(item, Piece)]
        first = f"{pieces[0].name} from line {pieces[0].line + 1:,}" if pieces and pieces[0].end >= 0 else ""
        return first or f"{len(pieces):,} files from {pieces[0].name}" if pieces else "no file"


@dataclass(slots=True)
class ShardResult:
    """What measuring a shard gave besides its tables, as it is kept with them.

    ``failure``: why the source cannot be read. ``lost``: why its documents could not be examined.
    ``met``: how many of its documents have an id of an earlier shard. ``ground``: what measuring it rests on
    besides its documents and the checks, which ``versions`` has; ``fingerprint``: all that and its bytes, "" where
    they cannot be vouched for. ``taken``: how many of its documents have the results of an earlier run.
    """

    digest: str
    ground: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    taken: int = 0
    parts: int = 0
    documents: int = 0
    rejects: list[tuple[str, str]] = field(default_factory=list)
    rejected: int = 0
    met: int = 0
    seconds: float = 0.0
    check_seconds: dict[str, float] = field(default_factory=dict)
    crashes: dict[str, str] = field(default_factory=dict)
    failure: str = ""
    lost: str = ""


class ShardFolder:
    """The folder of one shard while it is written."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def write(self, number: int, table: Table, content: pa.Table) -> None:
        """Write one table of one part; facts, which do not last, without taking time to make them small."""
        lasting = table in _LASTING
        pq.write_table(
            content,
            self._place / file_of(number, table),
            compression="zstd" if lasting else "none",
            use_dictionary=lasting,
        )

    def write_array(self, number: int, name: str, content: np.typing.NDArray[Any]) -> None:
        """Write an array of one part."""
        np.save(self._place / array_of(number, name), content)

    def take(self, place: Path) -> None:
        """Take over the files of a shard that is kept elsewhere, but for its result."""
        for path in place.iterdir():
            if path.name != RESULT:
                linked(path, self._place / path.name)

    def write_marks(self, marks: Ids) -> None:
        """Keep the ids of the documents, hashed."""
        if marks:
            np.save(self._place / MARKS, np.array(list(marks), dtype=np.uint64))

    def write_result(self, result: Mapping[str, Any]) -> None:
        """Write what measuring gave besides the tables, last, with the sizes that make a shard whole."""
        sizes = {path.name: path.stat().st_size for path in self._place.iterdir()}
        (self._place / RESULT).write_text(json.dumps({**result, "sizes": sizes}), encoding="utf-8")


def linked(path: str | Path, name: str | Path) -> None:
    """Give a file another name, or copy it where the two places cannot share it. Neither is written to again."""
    try:
        Path(name).hardlink_to(path)
    except OSError:
        shutil.copyfile(path, name)


def file_of(number: int, table: Table) -> str:
    """The name of the file of one table of one part."""
    return f"{number:04d}~{table}.parquet"


def array_of(number: int, name: str) -> str:
    """The name of the file of one array of one part."""
    return f"{number:04d}~{name}.npy"
