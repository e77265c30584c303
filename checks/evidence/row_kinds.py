"""The kinds of neighbouring rows: a row that could be either takes the side of the rows beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from checks.evidence.site_rows import SURE, UNSURE


class Row(NamedTuple):
    """A line of a text as it was read: its place and its reading."""

    number: int
    start: int
    end: int
    kind: str
    names: tuple[str, ...] = ()
    named: int = 0
    size: int = 0


def settled(rows: Sequence[Row]) -> list[str]:
    """The kinds after each unsure row has asked its neighbours."""
    kinds = _without_lone_services(rows)
    found = list(kinds)
    for base, run in runs_of([kind.rstrip("?") for kind in kinds]):
        if all(kinds[i] in UNSURE for i in run):
            beside = [kinds[i] for i in (run[0] - 1, run[-1] + 1) if 0 <= i < len(kinds)]
            enough = (
                base in ("tool", "pager") and len(run) >= 3 and sum(rows[i].size for i in run) >= 2 * len(run)
            )
            if not (enough or not SURE.isdisjoint(beside)):
                continue
        for i in run:
            found[i] = base
    return found


def _without_lone_services(rows: Sequence[Row]) -> list[str]:
    """The kinds of the rows; names of services are a share row with a label or if there are three."""
    kinds = ["share" if row.kind == "services" else row.kind for row in rows]
    for kind, run in runs_of(kinds):
        block = [rows[i] for i in run]
        labelled = any(row.kind == "share" for row in block)
        if kind == "share" and not labelled and len({name for row in block for name in row.names}) < 3:
            kinds[run[0] : run[-1] + 1] = ["menu"] * len(run)
    return kinds


def runs_of(kinds: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Neighbouring rows of one kind: the kind and the places of the rows."""
    return [(kind, list(run)) for kind, run in groupby(range(len(kinds)), key=lambda i: kinds[i])]
