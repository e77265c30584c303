"""Cut the sources of a run into shards that say where their documents lie, and find those still to be measured."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import NamedTuple

from checks.model import Check
from checks.registry import version_of, version_of_modules
from checks.run import OF_TAILS
from flows.engine.shard import Planned, Shard
from flows.engine.shards import RunFolder
from flows.ingest import PIECE, Piece, Reject, Source, SourceUnreadable, plan_source

SHARD_BYTES = PIECE
SHARD_PIECES = 5_000  # files; small ones cost more to open than to read


class Basis(NamedTuple):
    """What measuring rests on besides the sources: what all of it does, and each check by its version."""

    ground: str
    versions: Mapping[str, str]


def plan_run(folder: RunFolder, sources: Sequence[Source], basis: Basis) -> list[Shard]:
    """Plan all sources; returns the shards that are not measured yet, or were measured from something else."""
    folder.write_versions(basis.versions)
    planned = [shard for source in sources for shard in _planned(folder, source, basis)]
    folder.forget_others(planned)
    missing: list[Shard] = []
    for source in sources:
        shards = [shard for shard in planned if shard.source == source.id]
        left = [shard for shard in shards if not _holds(folder, shard)]
        if left:  # which ids are met before is then to be told anew
            left = [s for s in shards if s in left or (folder.result(s) or {})["met"]]
        missing += left
    for shard in missing:
        folder.forget(shard)
    return missing


def basis_of(checks: Iterable[Check], max_document_bytes: int) -> Basis:
    """Return what measuring rests on besides the sources: this program, its facts, a setting, and the checks."""
    versions = {check.name: version_of(check) for check in checks}
    facts = [version_of_modules("checks.run", "checks.facts"), versions.get(OF_TAILS, "")]
    return Basis(json.dumps([version("corpus-health"), *facts, max_document_bytes]), versions)


def _planned(folder: RunFolder, source: Source, basis: Basis) -> list[Shard]:
    """Write the plans of a source; none where it cannot be read, which is noted."""
    measuring = replace(source, owner="", tolerated={}, expects_new=False)
    ground = hashlib.sha256(f"{basis.ground}\0{measuring!r}".encode("utf-8", "backslashreplace"))
    base = ground.copy()
    base.update(json.dumps(basis.versions, sort_keys=True).encode())
    weights: list[int] = []
    failure = ""
    try:
        for pieces in _grouped(plan_source(source, SHARD_BYTES)):
            stamps = (stamp.hexdigest()[:32] for stamp in (base, ground))
            planned = Planned(_digest(base, pieces), tuple(pieces), *stamps)
            folder.write_plan(Shard(source.id, len(weights)), planned)
            weights.append(planned.weight)
    except SourceUnreadable as error:
        weights, failure = [], str(error)
    folder.write_source(source.id, weights, failure)
    return folder.source(source.id)[0]


def _grouped(items: Iterable[Piece | Reject]) -> Iterator[list[Piece | Reject]]:
    """Put pieces together, in their order, until they make a shard."""
    group: list[Piece | Reject] = []
    weight = 0
    for item in items:
        more = item.weight if isinstance(item, Piece) else 0
        if group and (weight + more > SHARD_BYTES or len(group) >= SHARD_PIECES):
            yield group
            group, weight = [], 0
        group.append(item)
        weight += more
    if group:
        yield group


def _digest(base: hashlib._Hash, pieces: Iterable[Piece | Reject]) -> str:
    digest = base.copy()
    for item in pieces:
        digest.update(repr(item).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:32]


def _holds(folder: RunFolder, shard: Shard) -> bool:
    """Say whether a shard was measured, as a whole and from what it now would be."""
    result = folder.result(shard)
    return (
        result is not None
        and result["digest"] == folder.plan(shard).digest
        and not (result["failure"] or result["lost"])
    )
