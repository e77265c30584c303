"""The facts of a shard on disk: one table of documents and four of hashes and places."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from checks.facts import Echoes, Facts, Passages, Prints
from flows.engine.shards import RunFolder


def write_facts(folder: RunFolder, source: str, number: int, facts: Facts) -> None:
    """Write the facts of one shard."""
    documents = {
        "id": pa.array(facts.ids, pa.string()),
        "group": pa.array(facts.groups, pa.string()),
        "characters": facts.characters,
        "size": facts.sizes,
        "tail": facts.tails,
        "tail_row": facts.tail_rows,
    }
    folder.write(source, number, "facts", pa.table(documents))
    sentences = facts.sentences._asdict() | {"head": facts.heads}
    folder.write(source, number, "sentences", pa.table(sentences))
    folder.write(source, number, "lines", pa.table(facts.lines._asdict()))
    folder.write(source, number, "prints", pa.table(facts.prints._asdict()))
    folder.write(source, number, "echoes", pa.table(facts.echoes._asdict()))


def read_facts(folder: RunFolder, source: str, number: int) -> Facts:
    """Read the facts of one shard back, equal to what was written."""
    documents = folder.read(source, number, "facts")
    sentences = _columns(folder.read(source, number, "sentences"))
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
        lines=Passages(**_columns(folder.read(source, number, "lines"))),
        prints=Prints(**_columns(folder.read(source, number, "prints"))),
        echoes=Echoes(**_columns(folder.read(source, number, "echoes"))),
    )


def _columns(table: pa.Table) -> dict[str, Any]:
    return {name: np.asarray(table[name].to_numpy()) for name in table.column_names}
