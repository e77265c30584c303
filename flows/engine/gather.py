"""What measuring gave, put together source by source; and the ids that stand in two shards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from flows.engine.measure import KEPT_REJECTS
from flows.engine.shard import Shard, ShardResult
from flows.engine.shards import RunFolder
from flows.records import Reject

COMPARED = 20_000_000  # ids compared at once: 500 MB; a source with more is compared in as many goes


@dataclass(frozen=True, slots=True)
class MeasuredSource:
    """What measuring one source gave besides its shards. ``failure`` is "" when it was read.

    ``lost``: which documents could not be examined because that ended the process, and how.
    """

    source: str
    documents: int
    rejects: tuple[Reject, ...]
    rejected: int
    failure: str
    seconds: float
    check_seconds: Mapping[str, float] = field(default_factory=dict)
    crashes: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def gather(folder: RunFolder, source: str) -> MeasuredSource:
    """Put together what the shards of a source gave; of one that cannot be read no shard is left."""
    shards, failure = folder.source(source)
    total = _Total(source, failure)
    for shard in shards:
        total.add(_result(folder, shard))
    measured = total.result()
    if measured.failure:
        for shard in shards:
            folder.forget(shard)
    return measured


def met_before(folder: RunFolder, sources: Sequence[str]) -> list[Shard]:
    """Note for every shard the ids that stand in an earlier one of its source; returns these shards.

    They are to be measured again, which rejects those documents.
    """
    found: list[Shard] = []
    for source in sources:
        for shard, marks in _doubles(folder, folder.source(source)[0]):
            folder.write_met(shard, folder.met(shard) | set(marks.tolist()))
            found.append(shard)
    return found


def _doubles(
    folder: RunFolder, shards: Sequence[Shard]
) -> Iterator[tuple[Shard, np.typing.NDArray[np.uint64]]]:
    marks = [folder.marks(shard) for shard in shards] if len(shards) > 1 else []
    if not sum(map(len, marks)):
        return
    goes = np.uint64(1 + sum(map(len, marks)) // COMPARED)
    again: dict[int, list[np.typing.NDArray[np.uint64]]] = {}
    for go in range(int(goes)):
        chosen = [part[part % goes == go] for part in marks]
        key = np.concatenate(chosen)
        owner = np.repeat(np.arange(len(chosen), dtype=np.int32), [len(part) for part in chosen])
        order = np.argsort(key, kind="stable")
        key, owner = key[order], owner[order]
        twice = np.flatnonzero(key[1:] == key[:-1]) + 1
        for number in np.unique(owner[twice]):
            again.setdefault(int(number), []).append(key[twice][owner[twice] == number])
    for number in sorted(again):
        yield shards[number], np.concatenate(again[number])


def _result(folder: RunFolder, shard: Shard) -> ShardResult:
    kept = folder.result(shard)
    if kept is None:
        raise RuntimeError(f"shard {shard} was not measured")
    return ShardResult(**kept)


class _Total:
    """Counts of one source over its shards."""

    def __init__(self, source: str, failure: str) -> None:
        self.source, self.failure, self.documents, self.rejected = source, failure, 0, 0
        self.rejects: list[Reject] = []
        self.spent = 0.0
        self.seconds: Counter[str] = Counter()
        self.crashes: dict[str, str] = {}
        self.lost: list[str] = []

    def add(self, result: ShardResult) -> None:
        self.documents += result.documents
        self.rejected += result.rejected
        room = KEPT_REJECTS - len(self.rejects)
        self.rejects += [Reject(self.source, *reject) for reject in result.rejects[:room]]
        self.spent += result.seconds
        self.seconds.update(result.check_seconds)
        self.crashes = {**result.crashes, **self.crashes}
        self.failure = self.failure or result.failure
        if result.lost:
            self.lost.append(f"{result.documents:,} documents were not examined: {result.lost}")

    def result(self) -> MeasuredSource:
        if not (self.documents or self.rejected or self.failure):
            self.failure = "the source holds no documents"
        elif not (self.documents or self.failure):
            self.failure = f"none of its {self.rejected} documents could be read"
        return MeasuredSource(
            self.source,
            0 if self.failure else self.documents,
            tuple(self.rejects),
            self.rejected,
            self.failure,
            self.spent,
            dict(self.seconds),
            self.crashes,
            tuple(self.lost),
        )
