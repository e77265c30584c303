"""The index of runs: one line a run, newest first, in pages of a thousand that never change once full.

Rows are our own template: great-tables takes 1.5 s for a thousand of them, this a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.model import Words
from reports.escape import cut, plain
from reports.frame import drawn
from reports.page import other_language
from reports.words import Language

RUNS = 1_000  # on one page: 350 kB, and drawn in the time of any other page


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run of the index. ``page`` is relative to the index; ``clean`` a share of 0-1, None if unknown."""

    run_id: str
    page: str
    status: str
    verdict: Words
    finished_at: str
    documents: int
    clean: float | None
    rejects: int


@dataclass(frozen=True, slots=True)
class RunsPage:
    """A page of the index. ``earlier`` and ``later`` are the pages next to it, "" for none; so is ``language``."""

    corpus: str
    lines: Sequence[RunLine]
    total: int
    earlier: str = ""
    later: str = ""
    language: str = ""


def render_runs(page: RunsPage, language: str = "en") -> str:
    """Return the whole page, lines in the order given. Raises ValueError for a language without words."""
    say = Language(language)
    return drawn(
        "runs.html",
        say,
        (plain(cut(page.corpus, 80)), say("runs"), say("title")),
        page=page,
        other_language=other_language(page.language, say),
    )
