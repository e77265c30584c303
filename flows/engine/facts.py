"""The facts of a part on disk: one table of documents and four of hashes and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from checks.facts import Echoes, Facts, Passages, Prints
from flows.engine.shard import Part
from flows.engine.shards import RunFolder
from flows.engine.tables import Table

_COMPARED = frozenset({"document", "key", "size", "head"})


def facts_tables(facts: Facts) -> Iterator[tuple[Table, pa.Table]]:
    """The facts of one part as tables."""
    documents = {
        "id": pa.array(facts.ids, pa.string()),
        "group": pa.array(facts.groups, pa.string()),
        "characters": facts.characters,
        "size": facts.sizes,
        "tail": facts.tails,
        "tail_row": facts.tail_rows,
    }
    yield "facts", pa.table(documents)
    yield "sentences", pa.table(facts.sentences._asdict() | {"head": facts.heads})
    yield "lines", pa.table(facts.lines._asdict())
    yield "prints", pa.table(facts.prints._asdict())
    yield "echoes", pa.table(facts.echoes._asdict())


def read_facts(folder: RunFolder, part: Part) -> Facts:
    """Read the facts of one part back, equal to what was written."""
    return _facts(folder, part, _columns)


def read_keys(folder: RunFolder, part: Part) -> Facts:
    """Read of the facts what a survey compares; the places, which take half the memory, are all 0."""
    return _facts(folder, part, _compared)


def _facts(folder: RunFolder, part: Part, columns: Callable[[pa.Table], dict[str, Any]]) -> Facts:
    documents = folder.read(part, "facts")
    sentences = columns(folder.read(part, "sentences"))
    heads = sentences.pop("head")
    return Facts(
        ids=tuple(documents["id"].to_pylist()),
        groups=tuple(documents["group"].to_pylist()),
        characters=documents["characters"].to_numpy(),
        sizes=documents["size"].to_numpy(),
        tails=documents["tail"].to_numpy(),
        tail_rows=documents["tail_row"].to_numpy(),
        sentences=Passages(**sentences),
        heads=heads,
        lines=Passages(**columns(folder.read(part, "lines"))),
        prints=Prints(**columns(folder.read(part, "prints"))),
        echoes=Echoes(**columns(folder.read(part, "echoes"))),
    )


def _columns(table: pa.Table) -> dict[str, Any]:
    return {name: np.asarray(table[name].to_numpy()) for name in table.column_names}


def _compared(table: pa.Table) -> dict[str, Any]:
    nothing = np.broadcast_to(np.int64(0), len(table))
    return {name: table[name].to_numpy() if name in _COMPARED else nothing for name in table.column_names}
