"""The facts of a part on disk: one table of documents, four of hashes and places, and the keys sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
import pyarrow as pa

from checks.corpus import Keys, PartKeys, keys_of
from checks.facts import Echoes, Facts, Passages, Prints
from checks.hashing import Hashes, Numbers
from flows.engine.shard import Part
from flows.engine.shards import RunFolder
from flows.engine.tables import Table

_KINDS = ("lines", "sentences", "prints")


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


def sorted_keys(facts: Facts) -> Iterator[tuple[str, np.typing.NDArray[Any]]]:
    """The keys of one part, sorted for surveys, as arrays with names."""
    keys = keys_of(facts)
    for kind in _KINDS:
        for name, column in getattr(keys, kind)._asdict().items():
            yield f"{kind}.{name}", column


class SortedKeys:
    """Keys of one part and kind on disk: mapped where they are looked at, and let go after."""

    def __init__(self, folder: RunFolder, part: Part, kind: str) -> None:
        self._paths = [folder.array(part, f"{kind}.{name}") for name in Keys._fields]

    @property
    def key(self) -> Hashes:
        """The keys, in order."""
        return cast("Hashes", np.load(self._paths[0], mmap_mode="r"))

    @property
    def document(self) -> Numbers:
        """The rows of the documents that have them."""
        return cast("Numbers", np.load(self._paths[1], mmap_mode="r"))


def keys_on_disk(folder: RunFolder, part: Part) -> PartKeys:
    """The sorted keys of one part, none of them read yet."""
    return PartKeys(*(cast("Keys", SortedKeys(folder, part, kind)) for kind in _KINDS))


class SurveyedFacts:
    """The facts of parts as often as they are gone through, without what only settling asks for."""

    def __init__(self, folder: RunFolder, parts: Sequence[Part]) -> None:
        self._folder, self._parts = folder, parts

    def __iter__(self) -> Iterator[Facts]:
        for part in self._parts:
            yield read_facts(self._folder, part, surveyed=True)


def read_facts(folder: RunFolder, part: Part, *, surveyed: bool = False) -> Facts:
    """Read the facts of one part back, equal to what was written.

    ``surveyed``: without lines, prints, echoes and the places of sentences.
    """
    documents = folder.read(part, "facts")
    sentences = _columns(
        folder.read(part, "sentences", ["document", "size", "key", "head"] if surveyed else None)
    )
    heads = sentences.pop("head")
    rest = dict.fromkeys(Passages._fields, np.zeros(0, dtype=np.int64))

    def columns(table: Table) -> dict[str, Any]:
        return rest if surveyed else _columns(folder.read(part, table))

    return Facts(
        ids=tuple(documents["id"].to_pylist()),
        groups=tuple(documents["group"].to_pylist()),
        characters=documents["characters"].to_numpy(),
        sizes=documents["size"].to_numpy(),
        tails=documents["tail"].to_numpy(),
        tail_rows=documents["tail_row"].to_numpy(),
        sentences=Passages(**{**rest, **sentences}),
        heads=heads,
        lines=Passages(**columns("lines")),
        prints=Prints(**_of(Prints, columns("prints"))),
        echoes=Echoes(**_of(Echoes, columns("echoes"))),
    )


def _of(kind: type[Prints | Echoes], columns: dict[str, Any]) -> dict[str, Any]:
    return {name: columns.get(name, columns["document"]) for name in kind._fields}


def _columns(table: pa.Table) -> dict[str, Any]:
    return {name: np.asarray(table[name].to_numpy()) for name in table.column_names}
