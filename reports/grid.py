"""Lets great-tables build a table and fits it into the page: caption, own style, scroll, bounds.

great-tables gives the structure (head, stub, scopes, ``headers=``). Its style block is taken off,
because it is 9 kB a table, leaks beyond its table and knows no dark mode; a caption is put in,
because it has none. Every cell is escaped here unless it is ``Markup`` from ``reports.marks``: a
cell that loses its type is escaped twice, never not at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

import pandas as pd
from great_tables import GT
from markupsafe import Markup

from reports import numbers
from reports.escape import cut, plain
from reports.marks import safe
from reports.words import Language

Rows = Sequence[Sequence[object]]


def grid(name: str, caption: str, heads: Mapping[str, str], rows: Rows, right: Collection[str]) -> Markup:
    """Draw rows under ``heads`` (column: label); the first column heads its rows, ``right`` are numbers.

    The same input gives the same bytes. Meant for a few hundred rows: 1,000 take 1.5 s.
    """
    first, *others = heads
    frame = pd.DataFrame([list(row) for row in rows], columns=list(heads), dtype=object)
    table = (
        GT(frame, id=f"t-{name}", rowname_col=first)
        .tab_stubhead(_head(heads[first]))
        .cols_label({column: _head(heads[column]) for column in others})
        .fmt(lambda value: str(safe(value)), columns=list(heads))
        .cols_align("left", columns=[column for column in others if column not in right])
        .cols_align("right", columns=[column for column in others if column in right])
    )
    html = table.as_raw_html(inline_css=False)
    body = re.sub(r"^<table[^>]*>", "", html[html.index("<table") : html.rindex("</table>")], count=1)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-labelledby="cap-{0}">'
        '<table class="gt_table" id="t-{0}"><caption id="cap-{0}"><span>{1}</span></caption>{2}</table></div>'
    ).format(name, caption, Markup(body))  # noqa: S704 - heads and cells are escaped above


def left_out(shown: int, total: int, say: Language) -> Markup:
    """Say that only the first ``shown`` of ``total`` rows are on the page; nothing if all are."""
    if shown >= total:
        return Markup()
    note = say("shown_some", k=numbers.count(shown), n=numbers.count(total))
    return Markup('<p class="note">{}</p>').format(note)


def _head(label: str) -> str:
    return plain(cut(label, 60))
