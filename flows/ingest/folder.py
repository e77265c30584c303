"""A folder of text files, one document each.

Keys in corpus.toml: ``location`` is a folder, a file or a pattern (``documents/000_*.txt``);
``glob`` picks files below a folder and is ``**/*.txt`` unless it says otherwise.

A document's id is the path of its file below the source's folder, with forward slashes, so it does
not change when the folder moves. An empty file is a document with an empty text. There is no
``fetched_at``: a file's times change when it is copied, its text does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.ingest.decoding import Decoder, Undecodable
from flows.ingest.files import files_of, unreadable
from flows.ingest.kind import Asked, Ids, Ingested, Kind, Piece, Source, admitted, too_large
from flows.records import Reject


@dataclass(frozen=True, slots=True)
class FolderOptions:
    """What ``[[sources]]`` may say about a folder."""

    glob: str = "**/*.txt"


def plan(source: Source, piece: int) -> Iterator[Piece | Reject]:
    """Yield every file as one piece; see ``Kind.plan``."""
    for file in files_of(source, FolderOptions(**source.options).glob):
        yield file if isinstance(file, Reject) else file.piece(min(file.size, piece))


def read(
    source: Source, pieces: Iterable[Piece], max_document_bytes: int, _met: Ids, asked: Asked
) -> Iterator[Ingested | Reject]:
    """Yield one document per file; see ``Kind.read``. No two files have one name, and so one id."""
    decoder = Decoder(source.encoding)
    for file in pieces:
        if asked.places is None or file.name in asked.places:
            yield _document(source, file, decoder, max_document_bytes)


def _document(source: Source, file: Piece, decoder: Decoder, max_bytes: int) -> Ingested | Reject:
    if file.size > max_bytes:
        return too_large(source, file.name, f"{file.size:,} bytes", max_bytes)
    try:
        with Path(file.path).open("rb") as opened:
            raw = opened.read(max_bytes + 1)  # bounded: it may have grown since it was found
        if len(raw) > max_bytes:
            return too_large(source, file.name, f"over {max_bytes:,} bytes", max_bytes)
        return admitted(source, file.name, decoder.text(raw), file.name)
    except OSError as error:
        return unreadable(source, file.name, error)
    except Undecodable as error:
        return Reject(source.id, file.name, str(error))


KIND = Kind(name="folder", plan=plan, read=read, doc=__doc__, options=FolderOptions)
