"""What was measured of each class and family against labelled texts.

The figures lie beside the checks in ``measured.json``, which ``corpus-health evaluate --write``
makes from labelled texts of the wild, never from generated faults. Without the file nothing has been
measured yet. Read once a process.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("measured.json")


class Share(NamedTuple):
    """A share of 0-1, the ends of its 95 % interval, and how many it is a share of.

    ``value``, ``low`` and ``high`` are None where nothing was there to be counted.
    """

    value: float | None
    low: float | None
    high: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well a class or family is told, by document, and on which labelled files."""

    precision: Share
    recall: Share
    files: tuple[str, ...]
    half: str = "all"


def accuracy_of(name: str) -> Accuracy | None:
    """The figures of a class or family; None where it was not measured.

    Raises ValueError that names the file where it cannot be understood.
    """
    return _read(FILE).get(name)


def forget() -> None:
    """Read the file again when it is asked for: it was written."""
    _read.cache_clear()


@cache
def _read(path: Path) -> Mapping[str, Accuracy]:
    if not path.is_file():
        return {}
    try:
        return _accuracies(json.loads(path.read_text("utf-8") or "{}"))
    except (ValueError, KeyError, TypeError, AttributeError):
        remedy = "write it again with corpus-health evaluate --write"
        raise ValueError(f"{path} does not hold measured figures; {remedy}") from None


def _accuracies(record: Mapping[str, Any]) -> dict[str, Accuracy]:
    files = tuple(file["name"] for file in record.get("files", ()))
    rows = {**record.get("families", {}), **record.get("classes", {})}
    return {
        name: Accuracy(_share(row["precision"]), _share(row["recall"]), files, record.get("half", "all"))
        for name, row in rows.items()
    }


def _share(row: Mapping[str, Any]) -> Share:
    return Share(row["value"], row["low"], row["high"], row["of"])
