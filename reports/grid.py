"""Lets great-tables build a table and fits it into the page: caption, own style, scroll, bounds.

great-tables gives the structure (head, stub, scopes, ``headers=``). Its style block is taken off,
because it is 9 kB a table, leaks beyond its table and knows no dark mode; a caption is put in,
because it has none. It draws one row; the others are that row with their own cells, because it needs a
third of a millisecond for each cell and the pages of 20 sources have 20,000. Every cell is escaped here
unless it is ``Markup`` from ``reports.marks``: a cell that loses its type is escaped twice, never not at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

import pandas as pd
from great_tables import GT
from markupsafe import Markup

from reports import numbers
from reports.escape import cut, plain
from reports.marks import safe
from reports.words import Language

Rows = Sequence[Sequence[object]]

PLACE, NUMBER = "place-of-cell-", "number-of-row"  # nothing in them that great-tables would change
_PLACES = re.compile(rf"{NUMBER}|{PLACE}([0-9]+)\.")


def grid(name: str, caption: str, heads: Mapping[str, str], rows: Rows, right: Collection[str]) -> Markup:
    """Draw rows under ``heads`` (column: label); the first column heads its rows, ``right`` are numbers.

    The same input gives the same bytes.
    """
    before, row, after = _structure(
        name, tuple(heads.items()), tuple(column for column in heads if column in right)
    )
    drawn = "".join(_filled(row, number, cells) for number, cells in enumerate(rows, start=1))
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="cap-{0}">'
        '<table class="gt_table" id="t-{0}"><caption id="cap-{0}"><span>{1}</span></caption>{2}</table></div>'
    ).format(name, caption, Markup(before + drawn + after))  # noqa: S704 - heads and cells are escaped


@lru_cache(maxsize=64)  # the tables of a page, in both languages
def _structure(name: str, heads: tuple[tuple[str, str], ...], right: tuple[str, ...]) -> tuple[str, str, str]:
    """What great-tables draws before, for and after one row whose cells are ``PLACE`` and a number."""
    labels = {column: _head(label) for column, label in heads}
    first, *others = labels
    frame = pd.DataFrame(
        [[f"{PLACE}{number}." for number in range(len(labels))]], columns=list(labels), dtype=object
    )
    table = (
        GT(frame, id=f"t-{name}", rowname_col=first)
        .tab_stubhead(labels[first])
        .cols_label({column: labels[column] for column in others})
        .cols_align("left", columns=[column for column in others if column not in right])
        .cols_align("right", columns=[column for column in others if column in right])
    )
    html = table.as_raw_html(inline_css=False)
    body = re.sub(r"^<table[^>]*>", "", html[html.index("<table") : html.rindex("</table>")], count=1)
    start = body.index("<tr>", body.index("<tbody"))
    end = body.index("</tr>", start) + len("</tr>")
    return body[:start], body[start:end].replace("-stub-1", f"-stub-{NUMBER}"), body[end:]


def _filled(row: str, number: int, cells: Sequence[object]) -> str:
    """One row with its number and its cells; what a cell holds is never looked at again."""
    return _PLACES.sub(
        lambda found: str(number) if found[1] is None else str(safe(cells[int(found[1])])), row
    )


def left_out(shown: int, total: int, say: Language) -> Markup:
    """Say that only the first ``shown`` of ``total`` rows are on the page; nothing if all are."""
    if shown >= total:
        return Markup()
    note = say("shown_some", k=numbers.count(shown), n=numbers.count(total))
    return Markup('<p class="note">{}</p>').format(note)


def _head(label: str) -> str:
    return plain(cut(label, 60))
