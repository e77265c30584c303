"""What can go wrong with the history; every message names the database, what happened and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class HistoryError(Exception):
    """The history could not do what was asked."""


class HistoryDamaged(HistoryError):
    """The file is not a database, or no longer a whole one."""


class HistoryUnwritable(HistoryError):
    """The place of the history cannot be made or written."""


class HistoryBusy(HistoryError):
    """Another process held the database for longer than we wait."""


class HistoryNewer(HistoryError):
    """The database was written by a newer version of this program."""


class RunBusy(HistoryError):
    """The corpus is being run by somebody else; says by whom, since when, and the way out."""


class RunRefused(HistoryError):
    """A run that is not the newest was to be repeated."""


class NotInHistory(HistoryError, LookupError):
    """No run, case or delivery has this id; says which ids are near."""

    def __init__(self, kind: str, wanted: str, known: Iterable[str]) -> None:
        near = get_close_matches(wanted, list(known), n=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        super().__init__(f"the history knows no {kind} {wanted!r}{hint}")
