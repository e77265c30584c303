"""Lines of a file, plain or gzip, a piece at a time: where a file may be cut, and what stands in a piece."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, NamedTuple

from flows.ingest.files import FoundFile
from flows.ingest.kind import Piece

GZIP = b"\x1f\x8b"
UNZIPPED = 4  # bytes of a text for one of its gzip; the bench corpus gives 2.6, pages with repeated frames 6
CHUNK = 1 << 16  # bytes counted or passed over at a time: more is not faster, and leaves the cache


class Line(NamedTuple):
    """One line. ``raw`` is None where it was too long to be held."""

    number: int
    raw: bytes | None


class PieceMoved(Exception):
    """A piece no longer begins where a line does: its file was written anew."""


def pieces_of(file: FoundFile, size: int) -> Iterator[Piece]:
    """Cut a file at line ends into pieces of about ``size`` bytes; gzip is one. Raises OSError."""
    if file.size <= size:
        yield file.piece(file.size * (UNZIPPED if file.name.endswith(".gz") else 1))
        return
    with file.path.open("rb") as stream:
        if stream.read(2) == GZIP:
            yield file.piece(file.size * UNZIPPED)
            return
        start = line = 0
        while (rest := file.size - start) > size:
            end, lines = _cut(stream, start, size)
            yield file.piece(end - start)._replace(start=start, end=end, line=line)
            start, line = end, line + lines
        if rest:
            yield file.piece(rest)._replace(start=start, line=line)


def lines_of(piece: Piece, max_bytes: int) -> Iterator[Line]:
    """Yield the lines of a piece with their numbers in the file.

    Raises OSError, what ``gzip`` raises for a broken file, and ``PieceMoved``.
    """
    with _opened(piece) as stream:
        if piece.start:
            stream.seek(piece.start - 1)
            if stream.read(1) != b"\n":
                raise PieceMoved
        number, left = piece.line, sys.maxsize if piece.end < 0 else piece.end - piece.start
        while left > 0 and (chunk := stream.readline(max_bytes + 1)):
            number, left = number + 1, left - len(chunk)
            if len(chunk) <= max_bytes or chunk.endswith(b"\n"):
                yield Line(number, chunk)
                continue
            while chunk and not chunk.endswith(b"\n"):
                chunk = stream.readline(CHUNK)
                left -= len(chunk)
            yield Line(number, None)


def _cut(stream: IO[bytes], start: int, size: int) -> tuple[int, int]:
    """Return the end of the last line that begins within ``size`` bytes, and how many lines that makes."""
    stream.seek(start)
    lines, left = 0, size
    while left > 0 and (chunk := stream.read(min(CHUNK, left))):
        lines, left = lines + chunk.count(b"\n"), left - len(chunk)
    at_end = chunk.endswith(b"\n")
    while not at_end and (chunk := stream.readline(CHUNK)):
        at_end = chunk.endswith(b"\n")
        lines += at_end
    return stream.tell(), lines


def _opened(piece: Piece) -> AbstractContextManager[IO[bytes] | gzip.GzipFile]:
    path = Path(piece.path)
    if piece.start or piece.end >= 0:
        return path.open("rb")
    with path.open("rb") as start:
        zipped = start.read(2) == GZIP
    if zipped:
        return gzip.open(path, "rb")
    if piece.name.endswith(".gz"):
        raise gzip.BadGzipFile("it does not begin as gzip does")
    return path.open("rb")
