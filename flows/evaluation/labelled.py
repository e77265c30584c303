"""The values of labelled texts, and which half of them a document belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checks.model import FAMILIES, Document, FaultClass

Half = Literal["even", "odd", "all"]

WHOLE = 0.9  # share of the characters from which a label is about the document rather than a place
_PARTLY = "not exhaustive"


@dataclass(frozen=True, slots=True)
class Label:
    """One fault that a person marked. ``cls`` is "" for a label that names only the family.

    ``owed``: the checks must tell it; what need not be told, and is not wrong if it is, is not owed.
    """

    cls: str
    family: str
    start: int
    end: int
    note: str = ""
    owed: bool = True

    @property
    def name(self) -> str:
        """What the label names: its class, else its family."""
        return self.cls or self.family

    def is_whole(self, size: int) -> bool:
        """Say whether it covers 90 % or more of a text of ``size`` characters."""
        return self.end - self.start >= WHOLE * size


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document with its labels. ``exhaustive``: every character that is at fault is labelled."""

    document: Document
    labels: tuple[Label, ...]
    file: str
    clean: bool = False
    genre: str = ""
    exhaustive: bool = True
    generated: bool = False


def is_partly_labelled(note: str) -> bool:
    """Say whether a note tells that faults were left without a label.

    >>> is_partly_labelled("[labels not exhaustive: only the footer was read]")
    True
    """
    return _PARTLY in note.casefold()


def named(name: str, classes: Mapping[str, FaultClass]) -> tuple[str, str] | None:
    """Class and family that a label means; the class is "" for a family's name; None for neither."""
    if name in classes:
        return name, classes[name].family
    return ("", name) if name in FAMILIES else None


def is_in(half: Half, doc_id: str) -> bool:
    """Say whether a document is in this half: by its id alone, the same on every machine.

    >>> [is_in(half, "page-1") for half in ("even", "odd", "all")]
    [False, True, True]
    """
    number = int(hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest(), 16)
    return half == "all" or number % 2 == (half == "odd")
