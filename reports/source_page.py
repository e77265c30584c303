"""The page of one source: who answers for it, how it has been, what is open, and the very characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reports import standing, tables
from reports.cards import Cards
from reports.escape import cut, plain
from reports.frame import drawn
from reports.model import CaseLine, Cause, CheckLine, Score, ShownDocument, SourceLine
from reports.page import other_language
from reports.words import Language

DOCUMENTS = 15  # the worst of the source; the run's page has the worst of all


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source after one run. ``run`` is that run's page and ``language`` this page in the other language.

    ``lines`` are the classes that hit it in this run or in one of those before, each with its shares over them.
    """

    corpus: str
    run_id: str
    finished_at: str
    ledger: SourceLine
    score: Score
    lines: Sequence[CheckLine]
    causes: Sequence[Cause]
    cases: Sequence[CaseLine]
    documents: Sequence[ShownDocument]
    run: str = ""
    runs: str = ""
    language: str = ""


def render_source(report: SourceReport, language: str = "en") -> str:
    """Return the whole page. Raises ValueError for a language that the catalogue lacks."""
    say = Language(language)
    cards = Cards.drawn(list(report.documents)[:DOCUMENTS], say)
    return drawn(
        "source.html",
        say,
        (plain(cut(report.ledger.source, 80)), plain(cut(report.corpus, 80)), say("title")),
        report=report,
        other_language=other_language(report.language, say),
        score=standing.scores_table((report.score,), say),
        ledger=tables.sources_table((report.ledger,), say),
        lines=tables.checks_table(report.lines, (), "checks", say("source_checks_caption"), say)
        if report.lines
        else None,
        causes=standing.causes_table(report.causes, len(report.causes), say) if report.causes else None,
        cases=standing.cases_table(report.cases, cards, say) if report.cases else None,
        cards=cards.drawn_ones,
    )
