"""One line of a labelled file: a document with its labels, or one label of a text in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checks.model import Document, FaultClass
from flows.evaluation.labelled import Label, LabelledDocument, is_partly_labelled, named
from flows.ingest.decoding import Decoder
from flows.ingest.json_record import Faulty, Record, optional, parsed, required, shown

FORMS = (
    'a row is {"id", "text", "labels": [{"class", "start", "end"}], "clean"}, '
    'or {"doc", "class", "start", "end"} with --documents FOLDER'
)


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label of the document ``doc``, whose text lies elsewhere."""

    doc: str
    label: Label
    exhaustive: bool
    generated: bool


def row_of(
    line: bytes, file: str, classes: Mapping[str, FaultClass], decoder: Decoder, *, first: bool
) -> LabelledDocument | LabelRow:
    """Read one line. Raises ``Faulty`` with what is wrong and what would be right."""
    try:
        record = parsed(line, decoder, first=first)
        return _label_row(record, classes) if "doc" in record else _document(record, file, classes)
    except Faulty as error:
        what, _, remedy = str(error).partition("; ")  # the readers of sources advise on corpus.toml
        raise Faulty(f"{what}; {FORMS if not remedy or '[[sources]]' in remedy else remedy}") from None


def assert_inside(label: Label, size: int) -> None:
    """Raise ``Faulty`` for a label that lies outside a text of ``size`` characters."""
    if not (0 <= label.start < label.end <= size or label.start == label.end == size == 0):
        raise Faulty(
            f"the label {label.name} is at {label.start:,} to {label.end:,} of a text of {size:,} characters; "
            "start and end count code points of the raw text, from 0, and start < end"
        )


def _document(record: Record, file: str, classes: Mapping[str, FaultClass]) -> LabelledDocument:
    text, note = required(record, "text", "text", numbers=False), optional(record, "note", "note")
    labels = tuple(_label(each, classes) for each in _listed(record))
    for label in labels:
        assert_inside(label, len(text))
    clean = _flag(record, "clean")
    if clean and labels:
        raise Faulty("clean, and it has labels; say clean: false, or labels: []")
    return LabelledDocument(
        document=Document(
            id=required(record, "id", "id"),
            text=text,
            source=optional(record, "source", "source") or Path(file).name,
            title=optional(record, "title", "title"),
            url=optional(record, "url", "url"),
        ),
        labels=labels,
        file=file,
        clean=clean,
        genre=optional(record, "genre", "genre"),
        exhaustive=not is_partly_labelled(note),
        generated=_flag(record, "generated"),
    )


def _label_row(record: Record, classes: Mapping[str, FaultClass]) -> LabelRow:
    label = _label(record, classes)
    exhaustive = not is_partly_labelled(label.note)
    return LabelRow(required(record, "doc", "doc"), label, exhaustive, _flag(record, "generated"))


def _listed(record: Record) -> list[Any]:
    labels = record.get("labels")
    if not isinstance(labels, list):
        raise Faulty("no list of labels; give labels: [] to a document without a fault")
    return labels


def _label(record: object, classes: Mapping[str, FaultClass]) -> Label:
    if not isinstance(record, dict):
        raise Faulty('a label is no object; write {"class", "start", "end"}')
    name = required(record, "class", "class", numbers=False)
    known = named(name, classes)
    if known is None:
        raise Faulty(
            f"the class {shown(name)} is not known; name a class of `corpus-health checks`, or its family"
        )
    place = _offset(record, "start"), _offset(record, "end")
    return Label(*known, *place, optional(record, "note", "note"), owed=_flag(record, "owed", default=True))


def _offset(record: Record, key: str) -> int:
    value = record.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Faulty(f"{key} is no whole number; start and end count code points of the raw text, from 0")
    return value


def _flag(record: Record, key: str, *, default: bool = False) -> bool:
    value = record.get(key, default)
    if not isinstance(value, bool):
        raise Faulty(f"{key} is neither true nor false; write {key}: true or leave it out")
    return value
