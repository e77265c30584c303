"""Whole lines of a page by their form: a table of what shops, boards and papers set around a text.

Everything here looks at one folded line (simplified, half width, lower case) without its frame. A
form says of which kind the line is, where it may stand, and the literals without which it cannot be:
so a new kind of line is a row in one of the tables, with its own triggers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checks.text import later

EDGES = frozenset({"top", "tail"})
TOP, TAIL = frozenset({"top"}), frozenset({"tail"})
ANYWHERE = frozenset({"top", "head", "body", "tail"})

LINE = 160  # longest of these lines; the invitation of a trade site to ask its makers reaches 120
FRAME = " \t[]【】()<>《》|·•:-—_*#~↗↓↑→▼▲☆★◆◇■※.!。"
_CELLS = later(r"\s*[|┊│丨·•/,、]\s*|\s*[\]】]\s*[\[【]\s*|\s+")
_AFTER_LABEL = later(r"(?<=:) +")


class Form(NamedTuple):
    """A kind of line: what it is told as, where it stands, how it reads, what makes the check look.

    A kind with a question mark needs such a line beside it, one with a stroke a long paragraph above it.
    """

    kind: str
    places: frozenset[str]
    pattern: re.Pattern[str]
    triggers: tuple[str, ...]


def form(kind: str, places: frozenset[str], pattern: str, *triggers: str) -> Form:
    """A row of a table; the pattern must match the whole line."""
    return Form(kind, places, later(pattern), triggers)


class Table:
    """Forms that are looked up together: by place, and as one pattern, for most lines have none of them."""

    def __init__(self, forms: Iterable[Form]) -> None:
        rows = tuple(forms)
        self._rows = {at: tuple(row for row in rows if at in row.places) for at in ANYWHERE}
        self._any = {at: later("|".join(_grouped(found))) for at, found in self._rows.items()}

    def kind_of(self, folded: str, at: str) -> str:
        """Kind of the form that the line has ``at`` its place, a sure one before one in question; empty for text."""
        if len(folded) > LINE or not self._rows[at]:
            return ""
        bare, unsure = folded.strip(FRAME), ""
        any_row = self._any[at]
        if not (any_row.fullmatch(bare) or any_row.fullmatch(folded)):
            return ""
        for row in self._rows[at]:
            if row.pattern.fullmatch(bare) or row.pattern.fullmatch(folded):
                if not row.kind.endswith("?"):
                    return row.kind
                unsure = unsure or row.kind
        return unsure


def _grouped(forms: Iterable[Form]) -> Iterator[str]:
    return (f"(?:{row.pattern.pattern})" for row in forms)


def cells_of_line(folded: str) -> list[str]:
    """The cells of a line, a label and its value in one: 价格: 面议 | 询价 -> 价格:面议, 询价."""
    line = _AFTER_LABEL.sub("", folded.strip(FRAME))
    return [bare for cell in _CELLS.split(line) if (bare := cell.strip(FRAME))]


def triggers_of(forms: Iterable[Form], *kinds: str) -> frozenset[str]:
    """The literals that make the check of these kinds look at a line."""
    return frozenset(word for row in forms if row.kind.rstrip("?!") in kinds for word in row.triggers)
