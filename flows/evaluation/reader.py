"""Labelled files as documents with labels. What is wrong is told with file, line and remedy."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checks.model import Document, FaultClass
from flows.evaluation.labelled import Label, LabelledDocument
from flows.evaluation.rows import LabelRow, assert_inside, row_of
from flows.ingest.decoding import Decoder, Undecodable
from flows.ingest.json_record import Faulty, shown

Complain = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Labelled:
    """All documents of one call, and the SHA-256 of every file by its path."""

    documents: tuple[LabelledDocument, ...]
    hashes: Mapping[str, str]


@dataclass(slots=True)
class _Gathered:
    """A document that label rows speak of, until all of them are read."""

    file: str
    places: list[str] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    exhaustive: bool = True
    generated: bool = False


def read_labelled(
    names: Iterable[Path],
    classes: Mapping[str, FaultClass],
    *,
    folder: Path | None = None,
    generated: Iterable[Path] = (),
    complain: Complain,
) -> Labelled:
    """Read all files; those of ``generated`` hold made faults only. The rest goes on after a bad row.

    Only texts of ``folder`` that a label names are read. A document that lost a label to a bad row is
    scored by document alone, like one whose labels are not exhaustive.
    """
    reader = _Reader(classes, folder, complain)
    for path in names:
        reader.read(path, made=False)
    for path in generated:
        reader.read(path, made=True)
    return Labelled((*reader.documents.values(), *reader.gathered_documents()), reader.hashes)


class _Reader:
    def __init__(self, classes: Mapping[str, FaultClass], folder: Path | None, complain: Complain) -> None:
        self.classes, self.folder, self.complain = classes, folder, complain
        self.decoder = Decoder("utf-8")
        self.documents: dict[str, LabelledDocument] = {}
        self.gathered: dict[str, _Gathered] = {}
        self.hashes: dict[str, str] = {}
        self.partly: set[str] = set()  # documents that lost a label to a bad row

    def read(self, path: Path, *, made: bool) -> None:
        """Take in one file; a file that cannot be read is told like a bad row."""
        try:
            raw = path.read_bytes()
            content = gzip.decompress(raw) if path.suffix == ".gz" else raw
        except (OSError, EOFError, zlib.error) as error:
            why = getattr(error, "strerror", None) or error
            self.complain(f"{path}: cannot be read: {why}; name a file of JSON lines")
            return
        self.hashes[str(path)] = hashlib.sha256(raw).hexdigest()
        for number, line in enumerate(content.split(b"\n"), start=1):
            if line.strip():
                self._take(path, number, line, made=made)

    def gathered_documents(self) -> Iterable[LabelledDocument]:
        """The documents that label rows speak of, with their texts from the folder."""
        for doc_id, found in self.gathered.items():
            try:
                yield self._with_text(doc_id, found)
            except Faulty as error:
                self.complain(f"{found.places[0]}: {error}")

    def _take(self, path: Path, number: int, line: bytes, *, made: bool) -> None:
        place = f"{path}:{number}"
        try:
            row = row_of(line, str(path), self.classes, self.decoder, first=number == 1)
            if isinstance(row, LabelRow):
                self._gather(replace(row, generated=row.generated or made), str(path), place)
            else:
                self._add(replace(row, generated=row.generated or made))
        except Faulty as error:
            self.complain(f"{place}: {error}")
            self.partly.add(_doc_of(line))

    def _add(self, document: LabelledDocument) -> None:
        doc_id = document.document.id
        if doc_id in self.documents:
            raise Faulty(f"the id {shown(doc_id)} was met before; give every document an id of its own")
        self.documents[doc_id] = document

    def _gather(self, row: LabelRow, file: str, place: str) -> None:
        found = self.gathered.setdefault(row.doc, _Gathered(file))
        found.places.append(place)
        found.labels.append(row.label)
        found.exhaustive &= row.exhaustive
        found.generated |= row.generated

    def _with_text(self, doc_id: str, found: _Gathered) -> LabelledDocument:
        text = self._text(doc_id)
        if doc_id in self.documents:
            raise Faulty(f"the id {shown(doc_id)} was met before; give every document an id of its own")
        labels = tuple(self._inside(found, len(text)))
        return LabelledDocument(
            document=Document(id=doc_id, text=text, source=Path(found.file).name),
            labels=labels,
            file=found.file,
            exhaustive=found.exhaustive and doc_id not in self.partly and len(labels) == len(found.labels),
            generated=found.generated,
        )

    def _inside(self, found: _Gathered, size: int) -> Iterable[Label]:
        for place, label in zip(found.places, found.labels, strict=True):
            try:
                assert_inside(label, size)
                yield label
            except Faulty as error:
                self.complain(f"{place}: {error}")

    def _text(self, doc_id: str) -> str:
        if self.folder is None:
            raise Faulty(f"no text for {shown(doc_id)}; name the folder of the texts with --documents")
        if Path(doc_id).name != doc_id:
            raise Faulty(f"{shown(doc_id)} is no plain file name; doc names a file in {self.folder}")
        try:
            return self.decoder.text((self.folder / doc_id).read_bytes())
        except OSError:
            raise Faulty(f"no file {shown(doc_id)} in {self.folder}; doc names a file there") from None
        except Undecodable as error:
            what = str(error).partition(";")[0]
            raise Faulty(f"the text of {shown(doc_id)} is {what}; store it as UTF-8") from None


def _doc_of(line: bytes) -> str:
    """The document that a bad label row speaks of, as far as it can be told."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return str(record.get("doc", "")) if isinstance(record, dict) else ""
