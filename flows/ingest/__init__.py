"""Reads sources: documents in a stable order, and rejects that say why something is none.

Every module here that holds a ``KIND`` is a kind of source; adding one touches nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from flows.ingest.kind import Asked, Ids, Ingested, Kind, Piece, Recognised, Source, SourceUnreadable
from flows.records import Reject

__all__ = [
    "Asked",
    "Ids",
    "Ingested",
    "Kind",
    "Piece",
    "Recognised",
    "Reject",
    "Source",
    "SourceUnreadable",
    "kinds",
    "plan_source",
    "read_pieces",
    "read_source",
]

EVERYTHING = Asked()
PIECE = 8_000_000  # bytes; a few hundred shards balance two workers or a cluster, and one is soon repeated


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of source by name.

    >>> sorted(kinds())[:2]
    ['folder', 'jsonl']
    """
    modules = (
        importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    )
    found = [module.KIND for module in modules if hasattr(module, "KIND")]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)}


def plan_source(source: Source, piece: int = PIECE) -> Iterator[Piece | Reject]:
    """Yield where the parts of a source lie, none much longer than ``piece`` bytes where it can be cut.

    Raises ``SourceUnreadable`` while iterating: the source is gone, empty or barred, and is not
    assessed.
    """
    yield from kinds()[source.kind].plan(source, piece)


def read_pieces(
    source: Source,
    pieces: Iterable[Piece | Reject],
    *,
    max_document_bytes: int,
    met: Ids | None = None,
    asked: Asked = EVERYTHING,
) -> Iterator[Ingested | Recognised | Reject]:
    """Yield what these pieces hold, one at a time, rejects of the plan in their places.

    ``met``: the ids of the source met so far, which grow; a second document with one of them is rejected.
    ``asked``: which locations, and which lines are not to be read again; by default everything is read.
    """
    read, met = kinds()[source.kind].read, set() if met is None else met
    for rejected, group in groupby(pieces, key=lambda item: isinstance(item, Reject)):
        if rejected:
            yield from (item for item in group if isinstance(item, Reject))
        else:
            yield from read(
                source, (item for item in group if isinstance(item, Piece)), max_document_bytes, met, asked
            )


def read_source(source: Source, *, max_document_bytes: int) -> Iterator[Ingested | Reject]:
    """Yield what the source holds, one at a time; the same source gives the same again.

    Raises ``SourceUnreadable`` while iterating.
    """
    for item in read_pieces(source, plan_source(source), max_document_bytes=max_document_bytes):
        assert not isinstance(item, Recognised), "no line is known"
        yield item
