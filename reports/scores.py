"""What the pages and tables about measured accuracy are given: scores, and what to read of them.

``labelled``, ``told`` and ``right`` count documents; figures hold no text, only ``Mistake`` do.
"""

from __future__ import annotations

from dataclasses import dataclass

from checks.measured import Share
from checks.model import Evidence, Words


@dataclass(frozen=True, slots=True)
class Grade:
    """Precision, recall and F1 in one unit, documents or characters of the raw text."""

    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True, slots=True)
class Score:
    """A family or class. Hints are apart: documents with a hint of it and nothing that counts."""

    name: str
    labelled: int
    told: int
    right: int
    documents: Grade
    characters: Grade
    hinted: int
    hinted_right: int


@dataclass(frozen=True, slots=True)
class CleanLine:
    """False alarms on clean documents of one genre: the shares with any such finding."""

    genre: str
    alert: Share
    error: Share


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A file that was scored: its name, the SHA-256 of its bytes, and its documents in the half."""

    name: str
    sha256: str
    documents: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """A miss or false alarm to read. ``n`` places, of which ``places`` are shown.

    ``characters``: length of the text, so that a page can say where a quote goes on.
    """

    doc_id: str
    file: str
    cls: str
    family: str
    reason: Words
    n: int
    places: tuple[Evidence, ...]
    characters: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one call. ``clean`` begins with all genres together, if anything is clean.

    ``present``: the fault families with a label, over which ``macro_f1`` is the mean.
    """

    files: tuple[LabelledFile, ...]
    half: str
    documents: int
    generated: int
    rejected: int
    macro_f1: Share
    present: tuple[str, ...]
    families: tuple[Score, ...]
    classes: tuple[Score, ...]
    clean: tuple[CleanLine, ...]
