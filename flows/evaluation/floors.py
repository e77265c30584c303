"""Floors that measured figures must not fall below, pinned in a TOML file.

A table is named ``[<set>.<half>.<name>]``: the set is the stems of the labelled files joined by
``+``, the name a family, a class, ``macro`` or ``clean``; ``[real_pages.odd.spam]`` holds floors such
as ``f1 = 0.90`` or ``characters_recall = 0.8``, ``[real_pages.odd.clean]`` ceilings such as
``error_share_at_most = 0.01``. Tables of other sets and halves are left alone. A figure that could
not be measured breaks its floor. The file is rewritten line by line: its comments stay.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path, PurePath
from typing import Any

from flows.exits import UsageError
from reports.scores import Evaluation, Grade

CEILING = "_at_most"
KEYS = tuple(f"{unit}{key}" for unit in ("", "characters_") for key in ("precision", "recall", "f1"))
_CEILINGS = ("alert_share_at_most", "error_share_at_most")
_STEP = 100  # floors have two places
_HEAD = re.compile(r"\s*\[([^\[\]]+)\]")
_VALUE = re.compile(r"(\s*)(\w+)(\s*=\s*)([0-9.eE+-]+)(.*)", re.DOTALL)

Figures = Mapping[str, Mapping[str, float | None]]
"""What was measured, by name and key."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One pinned figure and what was measured; a key that ends in ``_at_most`` pins a ceiling."""

    name: str
    key: str
    pinned: float
    measured: float | None

    @property
    def is_broken(self) -> bool:
        """Say whether the figure is worse than pinned, or was not measured."""
        if self.measured is None:
            return True
        return self.measured > self.pinned if self.key.endswith(CEILING) else self.measured < self.pinned

    @property
    def reached(self) -> float:
        """The strictest two-place floor that the figure keeps; the pinned one where it is unknown."""
        if self.measured is None:
            return self.pinned
        steps = round(self.measured * _STEP, 9)  # 0.29 * 100 is 28.999999999999996
        return (ceil(steps) if self.key.endswith(CEILING) else floor(steps)) / _STEP

    def sentence(self) -> str:
        """Say that it is broken, and by how much."""
        if self.measured is None:
            return f"{self.name} {self.key} could not be measured; its floor is {self.pinned:g}"
        ceiling = self.key.endswith(CEILING)
        side, kind = ("above", "ceiling") if ceiling else ("below", "floor")
        return f"{self.name} {self.key} is {self.measured:.4f}, {side} its {kind} {self.pinned:g}"


def set_name(files: Iterable[str]) -> str:
    """The name of a set of labelled files.

    >>> set_name(["gold/real_pages.jsonl", "made.jsonl.gz"])
    'real_pages+made'
    """
    return "+".join(PurePath(file).name.partition(".")[0] for file in files)


def read_floors(path: Path, evaluation: Evaluation) -> tuple[Floor, ...]:
    """The floors that are about this evaluation.

    Raises UsageError for a file that cannot be read, a key or value that means nothing, and where no
    floor is about these files and this half: a gate that holds nothing must not look passed.
    """
    prefix = _prefix(evaluation)
    figures = figures_of(evaluation)
    tables = _table(path, prefix)
    floors = tuple(_floor(path, prefix, name, row, figures) for name, rows in tables.items() for row in rows)
    if not floors:
        raise UsageError(f"{path} pins no floor under [{'.'.join(prefix)}.…]; add one, such as f1 = 0")
    return floors


def figures_of(evaluation: Evaluation) -> Figures:
    """Every figure that a floor may pin, by name and key."""
    figures: dict[str, Mapping[str, float | None]] = {
        score.name: _grade("", score.documents) | _grade("characters_", score.characters)
        for score in (*evaluation.families, *evaluation.classes)
    }
    figures["macro"] = {"f1": evaluation.macro_f1.value}
    clean = evaluation.clean[0] if evaluation.clean else None
    shares = (clean.alert.value, clean.error.value) if clean else (None, None)
    figures["clean"] = dict(zip(_CEILINGS, shares, strict=True))
    return figures


def rewritten(text: str, evaluation: Evaluation, floors: Iterable[Floor], *, lower: bool = False) -> str:
    """The file with floors raised where the figures are better; lowered to them only if ``lower``."""
    better = {(each.name, each.key): each.reached for each in floors if lower or not each.is_broken}
    prefix, name, lines = _prefix(evaluation), "", []
    for line in text.splitlines(keepends=True):
        if head := _HEAD.match(line):
            name = _name_in(head[1], prefix)
        value = _VALUE.fullmatch(line)
        if value and (name, value[2]) in better:
            line = f"{value[1]}{value[2]}{value[3]}{_number(value, better[name, value[2]], lower)}{value[5]}"
        lines.append(line)
    return "".join(lines)


def _number(value: re.Match[str], reached: float, lower: bool) -> str:
    """The stricter of both; the figure's own where floors may fall."""
    pinned, ceiling = float(value[4]), value[2].endswith(CEILING)
    stricter = reached < pinned if ceiling else reached > pinned
    return f"{reached:.2f}" if stricter or (lower and reached != pinned) else value[4]


def _prefix(evaluation: Evaluation) -> tuple[str, str]:
    return set_name(file.name for file in evaluation.files), evaluation.half


def _name_in(head: str, prefix: Sequence[str]) -> str:
    """The last part of a table's name if the table is about this set and half, else ""."""
    parts = [part.strip().strip("\"'") for part in head.split(".")]
    return parts[2] if parts[:2] == [*prefix] and len(parts) == 3 else ""


def _table(path: Path, prefix: Sequence[str]) -> dict[str, list[tuple[str, Any]]]:
    try:
        table: Any = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    for part in prefix:
        table = table.get(part, {}) if isinstance(table, dict) else {}
    rows = table.items() if isinstance(table, dict) else ()
    return {name: list(row.items()) if isinstance(row, dict) else [(name, row)] for name, row in rows}


def _floor(path: Path, prefix: Sequence[str], name: str, row: tuple[str, Any], figures: Figures) -> Floor:
    key, value = row
    place = f"{path}: [{'.'.join((*prefix, name))}] {key}"
    keys = _CEILINGS if name == "clean" else ("f1",) if name == "macro" else KEYS
    if key not in keys:
        raise UsageError(f"{place} is no figure; there are {', '.join(keys)}")
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise UsageError(f"{place} must be a number from 0 to 1")
    return Floor(name, key, float(value), figures.get(name, {}).get(key))


def _grade(unit: str, grade: Grade) -> dict[str, float | None]:
    return {
        f"{unit}precision": grade.precision.value,
        f"{unit}recall": grade.recall.value,
        f"{unit}f1": grade.f1.value,
    }
