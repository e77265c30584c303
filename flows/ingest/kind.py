"""What a kind of source is, and what it hands on.

A kind is one module in this package that defines ``KIND``. Its docstring is its page of the
manual, its ``options`` are the keys that ``[[sources]]`` in corpus.toml may hold for it. Libraries
that only one kind needs are imported where they are used.

A source is first planned, cut into pieces that say where a part of it lies, and then read piece by
piece, by whichever process has the time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from checks.model import Document
from flows.records import Reject

LONGEST_ID = 1_000  # code points; an address used as id stays below, a text taken for one does not


class SourceUnreadable(Exception):
    """The source as a whole cannot be read and is not assessed; says what to do about it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where documents come from. ``location`` is absolute, or an address with a scheme.

    ``hosts`` and ``script`` are what its documents are expected to show, "" and () for unknown;
    ``tolerated``: shares 0-1 by severity word or class name; ``options``: the keys of its kind.
    """

    id: str
    kind: str
    location: str
    owner: str = ""
    encoding: str = "utf-8"
    hosts: tuple[str, ...] = ()
    script: Literal["", "hans", "hant"] = ""
    language: str = "zh"
    tolerated: Mapping[str, float] = field(default_factory=dict)
    expects_new: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ingested:
    """A document, where it lies inside its source, and the bytes of its text as UTF-8."""

    document: Document
    location: str
    size: int
    line: int = 0
    """Its line as ``hash_of_line`` gives it, 0 where it has none by which it would be known again."""


class Recognised(NamedTuple):
    """A document that was not read, because its line is the same as one that is kept.

    ``mark``: its id as ``mark_of`` hashes it; ``size``: the bytes of its text; ``part`` and ``row``: where it
    is kept, for whoever keeps it.
    """

    mark: int
    size: int
    part: int
    row: int
    location: str = ""


class Piece(NamedTuple):
    """Where a part of a source lies: the bytes ``[start, end)`` of one file, to its end if ``end`` is -1.

    ``name`` is the path below the source's folder, ``line`` the number of lines before ``start``.
    ``size`` and ``changed`` are the whole file's: bytes, and nanoseconds since 1970. ``weight``: about
    how many bytes reading it gives.
    """

    path: str
    name: str
    size: int
    changed: int
    weight: int
    start: int = 0
    end: int = -1
    line: int = 0


Ids = set[int]
"""Ids met so far, as ``mark_of`` hashes them."""

Places = Container[str] | None
"""The locations that are asked for, as ``Ingested`` gives them; None for all."""

Known = Callable[[bytes], Recognised | None]
"""Looks a raw line up among those that are kept."""


class Asked(NamedTuple):
    """What is asked of a source: ``places``, and not to read again the lines that are ``known``."""

    places: Places = None
    known: Known | None = None


Plan = Callable[[Source, int], Iterator[Piece | Reject]]
Read = Callable[[Source, Iterable[Piece], int, Ids, Asked], Iterator[Ingested | Recognised | Reject]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way of reading a source.

    ``plan`` takes a source and how many bytes a piece may have; a file that can only be read from its
    beginning is one piece of any size. Its order does not change, and it raises ``SourceUnreadable``
    when there is nothing to read. ``read`` takes pieces, the largest size of a document in bytes,
    the ids that no document may have, to which it adds, and what is asked; it holds one document at a
    time. ``options`` is a frozen dataclass: the keys of the kind with their defaults.
    """

    name: str
    plan: Plan
    read: Read
    doc: str
    options: type[Any]


def admitted(source: Source, doc_id: str, text: str, location: str, **fields: str) -> Ingested | Reject:
    """Make the document, or say why it cannot be stored. ``fields``: title, url, fetched_at.

    The content hash covers all that checks read: for a bare text it is the start of the sha256 of
    its UTF-8 bytes, title and address are added where there are any.
    """
    problem = _problem_of_id(doc_id)
    if problem:
        return Reject(source.id, location, problem)
    try:
        doc_id.encode("utf-8")
        raw = text.encode("utf-8")
        digest = _content_hash(raw, fields)
    except UnicodeEncodeError as error:
        return Reject(source.id, location, _surrogate(error))
    document = Document(
        doc_id,
        text,
        source.id,
        content_hash=digest,
        script=source.script,
        language=source.language,
        **fields,
    )
    return Ingested(document, location, len(raw))


def mark_of(doc_id: str) -> int:
    """Hash an id to 8 bytes, which are kept in its place.

    Two ids share a hash once in 4 million sources of 3 million documents each.
    """
    return int.from_bytes(hashlib.blake2b(doc_id.encode("utf-8"), digest_size=8).digest())


def hash_of_line(raw: bytes) -> int:
    """Hash a line to 8 bytes, which are kept in its place; never 0.

    A changed line is taken for a kept one once in 10^13 lines, where a million are kept.
    """
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest()) or 1


def too_large(source: Source, location: str, what: str, max_document_bytes: int) -> Reject:
    """Reject what was never read because of its size; ``what`` names it: "52 bytes"."""
    remedy = "split it, or raise max_document_bytes under [corpus]"
    return Reject(source.id, location, f"{what}, above max_document_bytes = {max_document_bytes:,}: {remedy}")


def _content_hash(raw: bytes, fields: Mapping[str, str]) -> str:
    digest = hashlib.sha256(raw)
    for name, value in fields.items():
        encoded = value.encode("utf-8")
        if encoded and name != "fetched_at":
            digest.update(b"\xff" + name.encode() + b"\xff" + encoded)  # 0xFF never occurs in UTF-8
    return digest.hexdigest()[:32]


def _problem_of_id(doc_id: str) -> str:
    if not doc_id.strip():
        return "its id is empty"
    if len(doc_id) > LONGEST_ID:
        return f"its id has {len(doc_id):,} characters, more than {LONGEST_ID:,}: is it the text?"
    return "its id holds a NUL character" if "\0" in doc_id else ""


def _surrogate(error: UnicodeEncodeError) -> str:
    code = ord(error.object[error.start])
    return (
        f"holds half of a character pair (U+{code:04X} at character {error.start}), which cannot be "
        "stored: write it as UTF-8 again where it comes from"
    )
