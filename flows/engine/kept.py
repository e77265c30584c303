"""What the last whole run measured is kept, so that the next one measures only what changed.

A shard whose bytes are those of a kept one is taken over as it is, without being parsed. In any other, a
document with the id and the content of a kept one keeps its results, and the rest is measured. Where a check
changed, the checks of its families are asked again, and the others are not. Nothing is kept across a change of
the program, of what facts are made of, or of what the source says about its documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from checks.facts import Facts
from checks.hashing import Hashes, Numbers
from checks.model import Document
from flows.engine.facts import read_facts
from flows.engine.shard import Part, Planned, Shard
from flows.engine.shards import RunFolder
from flows.ingest import Piece, Recognised
from flows.ingest.files import blocks_of
from flows.ingest.kind import hash_of_line

KEYS, LINES = "documents.key", "documents.line"
"""The names of the arrays that hold the key of each document of a part, and what its line is known again by."""


def fingerprint_of(planned: Planned) -> str:
    """Hash what a shard holds and all that measuring it rests on; "" where it cannot be read."""
    digest = hashlib.blake2b(planned.basis.encode(), digest_size=16)
    try:
        for item in planned.pieces:
            if isinstance(item, Piece):
                digest.update(f"{item.name}\0{item.line}\0".encode("utf-8", "backslashreplace"))
                for block in blocks_of(item):
                    digest.update(block)
            digest.update(
                b"\0" if isinstance(item, Piece) else repr(item).encode("utf-8", "backslashreplace")
            )
    except OSError:
        return ""
    return digest.hexdigest()


def is_as_planned(planned: Planned) -> bool:
    """Say whether no file of a shard was written since it was planned."""
    try:
        stats = {item.path: Path(item.path).stat() for item in planned.pieces if isinstance(item, Piece)}
    except OSError:
        return False
    return all(
        (stats[item.path].st_size, stats[item.path].st_mtime_ns) == (item.size, item.changed)
        for item in planned.pieces
        if isinstance(item, Piece)
    )


def key_of(document: Document) -> int:
    """Hash id and content of a document to 8 bytes."""
    name = f"{document.id}\0{document.content_hash}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest())


def keys_of_documents(documents: Sequence[Document]) -> Hashes:
    """Hash id and content of each document."""
    return np.fromiter(map(key_of, documents), np.uint64, len(documents))


class Place(NamedTuple):
    """Where documents of a batch are kept: their rows in the batch, and in a part."""

    part: Part
    here: Numbers
    there: Numbers


class Kept:
    """The shards of one run that were kept; nothing, where none were."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._sources: dict[str, _OfSource] = {}

    def holds(self, source: str) -> bool:
        """Say whether any shard of a source is kept whose bytes can be vouched for."""
        return bool(self._of_source(source).by_fingerprint)

    def shard_like(self, source: str, fingerprint: str) -> tuple[Path, dict[str, Any]] | None:
        """The folder of a shard with this fingerprint, and what measuring it gave."""
        shard = self._of_source(source).by_fingerprint.get(fingerprint)
        result = self._folder.result(shard) if shard else None
        if shard is None or result is None or result["fingerprint"] != fingerprint:
            return None
        return self._folder.place(shard), result

    def versions(self, place: Place) -> dict[str, str]:
        """The versions of the checks that measured what is kept there."""
        return dict((self._folder.result(place.part.shard) or {"versions": {}})["versions"])

    def places(self, source: str, ground: str, keys: Hashes) -> list[Place]:
        """Where documents with these keys are kept, by part; those that are not are in none.

        ``ground``: what measuring them rested on, checks left aside.
        """
        index = self._of_source(source).index(ground)
        if not len(index.keys):
            return []
        row = np.minimum(np.searchsorted(index.keys, keys), len(index.keys) - 1)
        here = np.flatnonzero(index.keys[row] == keys)
        part, there = index.part[row[here]], index.row[row[here]]
        return [
            Place(index.parts[number], here[part == number], there[part == number])
            for number in np.unique(part).tolist()
        ]

    def lines(self, source: str, ground: str, versions: Mapping[str, str]) -> KeptLines | None:
        """The lines of a source that were measured on the same ground, by the same checks; None where none was."""
        index = self._of_source(source).index_of_lines(ground, versions)
        return KeptLines(index) if len(index.keys) else None

    def keys(self, part: Part) -> Hashes:
        """The keys of the documents of a part."""
        return _array(self._folder, part, KEYS)

    def lines_of(self, part: Part) -> Hashes:
        """The hashes of their lines, the marks of their ids, and the bytes of their texts: three rows."""
        return _array(self._folder, part, LINES)

    def table(self, place: Place, name: Any) -> pa.Table:  # noqa: ANN401 - a Table, the literal type
        """One table of a part, as it was measured."""
        return _table(self._folder, place.part, name)

    def facts(self, place: Place) -> Facts:
        """The facts of a part."""
        return _facts(self._folder, place.part)

    def _of_source(self, source: str) -> _OfSource:
        if source not in self._sources:
            self._sources[source] = _OfSource(self._folder, source)
        return self._sources[source]


def kept_in(place: Path) -> Kept:
    """What a folder keeps, looked through once."""
    try:
        stat = place.stat()
        return _kept(
            place, (stat.st_ino, stat.st_ctime_ns)
        )  # the number of a folder that is gone is given again
    except OSError:
        return _kept(place, None)


@lru_cache(maxsize=4)
def _kept(place: Path, _folder: tuple[int, int] | None) -> Kept:
    return Kept(RunFolder.at(place))


@lru_cache(maxsize=12)
def _table(folder: RunFolder, part: Part, name: Any) -> pa.Table:  # noqa: ANN401
    return folder.read_as_measured(part, name)  # what only shows between documents is settled anew


@lru_cache(maxsize=8)
def _array(folder: RunFolder, part: Part, name: str) -> Hashes:
    column: Hashes = np.load(folder.array(part, name))
    return column


@lru_cache(maxsize=4)
def _facts(folder: RunFolder, part: Part) -> Facts:
    return read_facts(folder, part)


@dataclass(frozen=True)
class _Index:
    """The keys of the documents of a source, in order, and where each is kept; ``more``: what is kept beside keys."""

    keys: Hashes
    part: Numbers
    row: Numbers
    parts: Sequence[Part]
    more: Sequence[Hashes] = ()


class KeptLines:
    """Lines that are kept: called with a raw line, they say where its document is."""

    def __init__(self, index: _Index) -> None:
        self._index, self.parts = index, index.parts

    def __call__(self, raw: bytes) -> Recognised | None:
        """Its document, if the line is among them."""
        index, line = self._index, hash_of_line(raw)
        at = int(index.keys.searchsorted(np.uint64(line)))
        if at == len(index.keys) or int(index.keys[at]) != line:
            return None
        mark, size = (int(column[at]) for column in index.more)
        return Recognised(mark, size, int(index.part[at]), int(index.row[at]))


class _OfSource:
    """The kept shards of one source; those that crashed or were not examined are none."""

    def __init__(self, folder: RunFolder, source: str) -> None:
        self._folder, self._source = folder, source
        self._indexes: dict[tuple[str, str], _Index] = {}

    @cached_property
    def by_fingerprint(self) -> dict[str, Shard]:
        return {result["fingerprint"]: shard for shard, result in self._whole() if result["fingerprint"]}

    def index(self, ground: str) -> _Index:
        """Where the documents with a key are kept."""
        if (KEYS, ground) not in self._indexes:
            self._indexes[KEYS, ground] = self._index(KEYS, ground)
        return self._indexes[KEYS, ground]

    def index_of_lines(self, ground: str, versions: Mapping[str, str]) -> _Index:
        """Where the documents with a line are kept, if they were measured by checks of these versions."""
        name = (LINES, f"{ground} {sorted(versions.items())}")
        if name not in self._indexes:
            self._indexes[name] = self._index(LINES, ground, versions)
        return self._indexes[name]

    def _index(self, name: str, ground: str, versions: Mapping[str, str] | None = None) -> _Index:
        parts = [
            Part(shard, number)
            for shard, result in self._whole()
            if result.get("ground") == ground and versions in (None, result["versions"])
            for number in range(result["parts"])
        ]
        parts = [part for part in parts if self._folder.array(part, name).exists()]
        columns = [np.atleast_2d(np.load(self._folder.array(part, name))) for part in parts]
        rows = max((len(column) for column in columns), default=1)
        keys, *more = np.concatenate([np.zeros((rows, 0), dtype=np.uint64), *columns], axis=1)
        sizes = [column.shape[1] for column in columns]
        order = np.argsort(keys, kind="stable")
        part = np.repeat(np.arange(len(parts)), sizes)
        row = np.concatenate([np.zeros(0, dtype=np.int64), *map(np.arange, sizes)])
        return _Index(keys[order], part[order], row[order], parts, [column[order] for column in more])

    def _whole(self) -> Iterator[tuple[Shard, dict[str, Any]]]:
        for shard in self._folder.kept_shards(self._source):
            result = self._folder.result(shard)
            if result and not (result["crashes"] or result["failure"] or result["lost"]):
                yield shard, result
