"""Reads sources: documents in a stable order, and rejects that say why something is none.

Every module here that holds a ``KIND`` is a kind of source; adding one touches nothing else.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache

from flows.ingest.kind import Ingested, Kind, Source, SourceUnreadable
from flows.records import Reject

__all__ = ["Ingested", "Kind", "Reject", "Source", "SourceUnreadable", "kinds", "read_source"]


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


def read_source(source: Source, *, max_document_bytes: int) -> Iterator[Ingested | Reject]:
    """Yield what the source holds, one at a time; the same source gives the same again.

    Raises ``SourceUnreadable`` while iterating: the source is gone, empty or barred, and is not
    assessed. What was yielded before stands.
    """
    yield from kinds()[source.kind].read(source, max_document_bytes)
