"""JSON lines: one object with a text per line, plain or gzip.

Keys in corpus.toml: ``location`` is a file, a folder or a pattern; ``glob`` picks files below a
folder, by default every ``.jsonl`` and ``.jsonl.gz``; ``fields`` names the keys of the objects where
they differ from ours: ``fields = { text = "content", url = "meta.url" }`` (a dot reaches into an
object inside the object).

``text`` is required. ``id`` is required too, because whatever else it could be made of changes when
lines are added or texts corrected, and every document would then look new; name a key that stays,
such as the address. A corpus without any has ``fields = { id = "" }`` and gets ``<file>:<line>``, which
is stable as long as lines are only added at the end. Ids and the other fields may be numbers.
A second document with an id already seen in the source is rejected. Blank lines are passed over.

A line longer than ``max_document_bytes`` is rejected without being held. gzip is told by its first
bytes; when it breaks off, what was read before stays and the file is rejected from there on.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from flows.ingest.decoding import Decoder
from flows.ingest.files import files_of, unreadable
from flows.ingest.json_record import Faulty, Record, optional, parsed, required, shown
from flows.ingest.kind import (
    Asked,
    Ids,
    Ingested,
    Kind,
    Piece,
    Recognised,
    Source,
    SourceUnreadable,
    admitted,
    hash_of_line,
    mark_of,
    too_large,
)
from flows.ingest.lines import Line, PieceMoved, lines_of, pieces_of
from flows.records import Reject

Ours = Literal["id", "text", "title", "url", "fetched_at"]

OTHERS: tuple[Ours, ...] = ("title", "url", "fetched_at")
MOVED = "was written anew while the run read it, so that its lines are no longer where they were; run again"


@dataclass(frozen=True, slots=True)
class JsonlOptions:
    """What ``[[sources]]`` may say about JSON lines. ``fields`` maps our names to theirs."""

    glob: str = ""
    fields: Mapping[Ours, str] = field(default_factory=dict)

    @property
    def globs(self) -> tuple[str, ...]:
        """The patterns of the files, two where none is given."""
        return (self.glob,) if self.glob else ("**/*.jsonl", "**/*.jsonl.gz")


def plan(source: Source, piece: int) -> Iterator[Piece | Reject]:
    """Yield the files, long plain ones cut at line ends; see ``Kind.plan``."""
    _assert_lines_are_bytes(source)
    for file in files_of(source, *JsonlOptions(**source.options).globs):
        if isinstance(file, Reject):
            yield file
            continue
        try:
            yield from pieces_of(file, piece)
        except OSError as error:
            yield unreadable(source, file.name, error)


def read(
    source: Source, pieces: Iterable[Piece], max_document_bytes: int, met: Ids, asked: Asked
) -> Iterator[Ingested | Recognised | Reject]:
    """Yield one document per line; see ``Kind.read``."""
    reader = _Reader(source, JsonlOptions(**source.options).fields, max_document_bytes, met)
    for piece in pieces:
        yield from reader.documents(piece, asked)


def _assert_lines_are_bytes(source: Source) -> None:
    try:
        told = b"\n".decode(source.encoding) == "\n"
    except UnicodeDecodeError:
        told = False
    if not told:
        remedy = "write the file as UTF-8, which JSON asks for"
        raise SourceUnreadable(
            f"{source.location}: lines cannot be told apart in {source.encoding}; {remedy}"
        )


class _Reader:
    """Reads pieces of the files of one source, and remembers the ids it met."""

    def __init__(self, source: Source, fields: Mapping[Ours, str], max_bytes: int, met: Ids) -> None:
        self.source, self.fields, self.max_bytes, self.met = source, fields, max_bytes, met
        self.decoder = Decoder(source.encoding)

    def documents(self, piece: Piece, asked: Asked) -> Iterator[Ingested | Recognised | Reject]:
        last, places = 0, asked.places
        try:
            for line in lines_of(piece, self.max_bytes):
                last, place = line.number, f"{piece.name}:{line.number}"
                if (places is None or place in places) and (line.raw is None or line.raw.strip()):
                    yield self._document(place, line, asked)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            yield Reject(self.source.id, piece.name, _broken(error, last))
        except PieceMoved:
            yield Reject(self.source.id, f"{piece.name}:{piece.line + 1}", MOVED)
        except OSError as error:
            yield unreadable(self.source, piece.name, error)

    def _document(self, place: str, line: Line, asked: Asked) -> Ingested | Recognised | Reject:
        if line.raw is None:
            return too_large(self.source, place, f"a line of over {self.max_bytes:,} bytes", self.max_bytes)
        try:
            known = asked.known(line.raw) if asked.known and self._is_itself(line) else None
            if known and known.mark not in self.met:  # one that is met again is read, to say which
                self.met.add(known.mark)
                return known._replace(location=place)
            item = self._admitted(parsed(line.raw, self.decoder, first=line.number == 1), place)
            if isinstance(item, Ingested) and self._is_itself(line):
                return replace(item, line=hash_of_line(line.raw))
            return item
        except Faulty as error:
            return Reject(self.source.id, place, str(error))

    def _admitted(self, record: Record, place: str) -> Ingested | Reject:
        doc_id = required(record, "id", self._key("id")) if self._key("id") else place
        text = required(record, "text", self._key("text"), numbers=False)
        fields = {name: optional(record, name, self._key(name)) for name in OTHERS}
        item = admitted(self.source, doc_id, text, place, **fields)
        if isinstance(item, Ingested):
            self._remember(doc_id)
        return item

    def _is_itself(self, line: Line) -> bool:
        """Say whether the line alone makes the document: no number of a line does, and no byte order mark before it."""
        return bool(self._key("id")) and line.number > 1

    def _key(self, ours: Ours) -> str:
        return self.fields.get(ours, ours)

    def _remember(self, doc_id: str) -> None:
        mark = mark_of(doc_id)
        if mark in self.met:
            raise Faulty(f"the id {shown(doc_id)} was met before in this source; only the first is kept")
        self.met.add(mark)


def _broken(error: Exception, last: int) -> str:
    why = str(error) or type(error).__name__
    kept = f"the {last:,} lines before stay" if last else "nothing of it could be read"
    return f"broken gzip: {why}; {kept}; fetch the file again"


KIND = Kind(name="jsonl", plan=plan, read=read, doc=__doc__, options=JsonlOptions)
