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
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Literal, NamedTuple

from flows.ingest.decoding import Decoder
from flows.ingest.files import FoundFile, files_of, unreadable
from flows.ingest.json_record import Faulty, Record, optional, parsed, required, shown
from flows.ingest.kind import Ingested, Kind, Source, SourceUnreadable, admitted, too_large
from flows.records import Reject

Ours = Literal["id", "text", "title", "url", "fetched_at"]

OTHERS: tuple[Ours, ...] = ("title", "url", "fetched_at")
GZIP = b"\x1f\x8b"
SKIP = 1 << 16  # bytes read at a time while the rest of a line that is too long is passed over


@dataclass(frozen=True, slots=True)
class JsonlOptions:
    """What ``[[sources]]`` may say about JSON lines. ``fields`` maps our names to theirs."""

    glob: str = ""
    fields: Mapping[Ours, str] = field(default_factory=dict)

    @property
    def globs(self) -> tuple[str, ...]:
        """The patterns of the files, two where none is given."""
        return (self.glob,) if self.glob else ("**/*.jsonl", "**/*.jsonl.gz")


class _Line(NamedTuple):
    """One line. ``raw`` is None where it was too long to be held."""

    number: int
    raw: bytes | None


def read(source: Source, max_document_bytes: int) -> Iterator[Ingested | Reject]:
    """Yield one document per line; see ``Kind.read``."""
    _assert_lines_are_bytes(source)
    options = JsonlOptions(**source.options)
    reader = _Reader(source, options.fields, max_document_bytes)
    for file in files_of(source, *options.globs):
        if isinstance(file, Reject):
            yield file
        else:
            yield from reader.documents(file)


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
    """Reads the files of one source; remembers ids as hashes of 8 bytes.

    Two ids share a hash once in 4 million sources of 3 million documents each.
    """

    def __init__(self, source: Source, fields: Mapping[Ours, str], max_bytes: int) -> None:
        self.source, self.fields, self.max_bytes = source, fields, max_bytes
        self.decoder = Decoder(source.encoding)
        self.seen: set[int] = set()

    def documents(self, file: FoundFile) -> Iterator[Ingested | Reject]:
        last = 0
        try:
            with _opened(file) as stream:
                for line in _lines(stream, self.max_bytes):
                    last = line.number
                    if line.raw is None or line.raw.strip():
                        yield self._document(file, line)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            yield Reject(self.source.id, file.name, _broken(error, last))
        except OSError as error:
            yield unreadable(self.source, file.name, error)

    def _document(self, file: FoundFile, line: _Line) -> Ingested | Reject:
        place = f"{file.name}:{line.number}"
        if line.raw is None:
            return too_large(self.source, place, f"a line of over {self.max_bytes:,} bytes", self.max_bytes)
        try:
            return self._admitted(parsed(line.raw, self.decoder, first=line.number == 1), place)
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

    def _key(self, ours: Ours) -> str:
        return self.fields.get(ours, ours)

    def _remember(self, doc_id: str) -> None:
        mark = int.from_bytes(hashlib.blake2b(doc_id.encode("utf-8"), digest_size=8).digest())
        if mark in self.seen:
            raise Faulty(f"the id {shown(doc_id)} was met before in this source; only the first is kept")
        self.seen.add(mark)


def _opened(file: FoundFile) -> IO[bytes] | gzip.GzipFile:
    with file.path.open("rb") as start:
        zipped = start.read(2) == GZIP
    if zipped:
        return gzip.open(file.path, "rb")
    if file.name.endswith(".gz"):
        raise gzip.BadGzipFile("it does not begin as gzip does")
    return file.path.open("rb")


def _lines(stream: IO[bytes] | gzip.GzipFile, max_bytes: int) -> Iterator[_Line]:
    number = 0
    while chunk := stream.readline(max_bytes + 1):
        number += 1
        if len(chunk) <= max_bytes or chunk.endswith(b"\n"):
            yield _Line(number, chunk)
            continue
        while chunk and not chunk.endswith(b"\n"):
            chunk = stream.readline(SKIP)
        yield _Line(number, None)


def _broken(error: Exception, last: int) -> str:
    why = str(error) or type(error).__name__
    kept = f"the {last:,} lines before stay" if last else "nothing of it could be read"
    return f"broken gzip: {why}; {kept}; fetch the file again"


KIND = Kind(name="jsonl", read=read, doc=__doc__, options=JsonlOptions)
