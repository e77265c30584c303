"""Draws one run as one self-contained HTML file: no request, no clock, whole without scripts, at most 2 MB."""

from __future__ import annotations

from markupsafe import Markup

from reports import standing, tables
from reports.cards import Cards
from reports.escape import cut, plain
from reports.frame import beside, drawn
from reports.model import CheckLine, RunReport
from reports.trends import trends_drawn
from reports.words import LOCALES, Language

UNDELIVERED = 20
PAGE_BYTES = 1_990_000  # what is too much is taken off the evidence


def render(report: RunReport, language: str = "en") -> str:
    """Return the whole page. Documents are shown in the order given, worst first.

    ``report.findings_file`` and ``report.links`` become links if they are relative to the page. Raises
    ValueError for a language that the catalogue lacks.
    """
    say = Language(language)
    cards = Cards.drawn(report.documents, say)
    page = _page(report, cards, say)
    excess = len(page.encode()) - PAGE_BYTES
    if excess <= 0:
        return page
    return _page(report, Cards.drawn(report.documents, say, max(0, cards.size - excess)), say)


def _page(report: RunReport, cards: Cards, say: Language) -> str:
    return drawn(
        "report.html",
        say,
        (plain(cut(report.corpus, 80)), say.word(report.status), say("title")),
        report=report,
        cards=cards.drawn_ones,
        documents_total=max(report.documents_with_findings, len(report.documents)),
        findings_file=beside(report.findings_file),
        exports=[beside(path) for path in report.links.exports],
        undelivered=report.undelivered[:UNDELIVERED],
        trends=trends_drawn(report, say),
        other_language=other_language(report.links.language, say),
        **_tables(report, cards, say),
    )


def other_language(path: str, say: Language) -> Markup | None:
    """A link to the same page in the other language, named in that language."""
    if not path:
        return None
    other = Language("zh" if say.code == "en" else "en")
    return beside(path, other("this_language"), lang=LOCALES[other.code])


def _tables(report: RunReport, cards: Cards, say: Language) -> dict[str, object]:
    """Every table of the page by the name the template uses; None where it would have no row."""
    attention = [line for line in report.checks if line.verdict not in ("passed", "not_assessed")]
    unknown = [line for line in report.checks if line.verdict == "not_assessed"]
    passed = [line for line in report.checks if line.verdict == "passed"]
    return {
        "changes": tables.changes_table(report, cards, say) if report.changes else None,
        "attention": _checks(report, attention, "checks", say),
        "unknown": _checks(report, unknown, "checks_unknown", say),
        "unknown_number": len(unknown),
        "passed": _checks(report, passed, "checks_passed", say),
        "passed_number": len(passed),
        "matrix": tables.matrix_table(report, cards, say) if tables.matrix_width(report) else None,
        "columns_left": tables.hidden_columns(report),
        "causes": standing.causes_table(report.causes, report.causes_total, say) if report.causes else None,
        "cases": standing.cases_table(report.cases, cards, say) if report.cases else None,
        "waivers": standing.waivers_table(report.waivers, say) if report.waivers else None,
        "scores": standing.scores_table(report.scores, say) if report.scores else None,
        "sources": tables.sources_table(report.sources, say) if report.sources else None,
        "rejects": tables.rejects_table(report, say) if report.rejects else None,
        "limits": tables.limits_table(report, say) if report.limits else None,
    }


def _checks(report: RunReport, lines: list[CheckLine], name: str, say: Language) -> Markup | None:
    if not lines:
        return None
    judged = {limit.cls for limit in report.limits[: tables.LIMITS]}
    return tables.checks_table(lines, judged, name, say(f"{name}_caption"), say)
