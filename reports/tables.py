"""The tables of the report: one function draws one great-tables table as an HTML fragment.

Every table is bounded and says what it leaves out: lists of more than a few hundred rows belong
into the files beside the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from markupsafe import Markup

from reports import rows
from reports.cards import Cards
from reports.grid import grid, left_out
from reports.marks import safe, text_in
from reports.model import OTHERS, Cell, CheckLine, RunReport, SourceLine
from reports.standing import CASES
from reports.words import Language

# What fits on a page of 2 MB although every cell were hostile; the worst report of the tests proves it.
CHANGES, CHECKS, SOURCES, REJECTS, LIMITS = 20, 100, 30, 25, 100
MATRIX_SOURCES, MATRIX_CHECKS = 31, 16  # 30 sources and the line of all others


def changes_table(report: RunReport, cards: Cards, say: Language) -> Markup:
    """What the run moved: status, problem with a snippet, source and owner, documents now (was).

    A problem links to the evidence that shows it, a case to the list of cases if that shows it.
    """
    cases = {case.id for case in report.cases[:CASES]}
    heads = {
        "problem": say("col_problem"),
        "severity": say("col_severity"),
        "source": say("col_source"),
        "documents": say("col_now_was"),
        "share": say("col_share"),
        "since": say("col_since"),
        "case": say("col_case"),
    }
    drawn = [rows.change_row(change, cases, cards, say) for change in report.changes[:CHANGES]]
    caption = say("changes_caption")
    return grid("changes", caption, heads, drawn, ("documents", "share")) + left_out(
        len(drawn), len(report.changes), say
    )


def checks_table(
    lines: Sequence[CheckLine], judged: Collection[str], name: str, caption: str, say: Language
) -> Markup:
    """Classes: severity, documents hit n / N and share, change, trend, tolerated, measured precision.

    Those in ``judged`` link to the limits that the page shows of them.
    """
    heads = {
        "check": say("col_check"),
        "hit": say("col_hit"),
        "share": say("col_share"),
        "change": say("col_change"),
        "trend": say("col_trend"),
        "against": say("col_against"),
        "precision": say("col_precision"),
    }
    drawn = [rows.check_row(line, judged, say) for line in lines[:CHECKS]]
    return grid(name, caption, heads, drawn, ("hit", "share", "change", "trend", "precision")) + left_out(
        len(drawn), len(lines), say
    )


def matrix_table(report: RunReport, cards: Cards, say: Language) -> Markup:
    """Source x class: the share in each field on a single-hue scale, outlined where it moved."""
    shown = _columns(report)
    labels = {line.cls: say.of(line.label) for line in report.checks}
    heads = {"source": say("col_source_only")}
    heads |= {f"c{number}": labels.get(cls, cls) for number, cls in enumerate(shown)}
    by_source: dict[str, dict[str, Cell]] = defaultdict(dict)
    for cell in report.matrix:
        by_source[cell.source][cell.cls] = cell
    drawn = [
        [
            safe(say("other_sources")) if source == OTHERS else text_in(source, "name", 60),
            *(rows.matrix_cell(cells.get(cls), cards, say) for cls in shown),
        ]
        for source, cells in list(by_source.items())[:MATRIX_SOURCES]
    ]
    table = grid("matrix", say("matrix_caption"), heads, drawn, [*heads][1:])
    return table + left_out(len(drawn), len(by_source), say)


def matrix_width(report: RunReport) -> int:
    """How many columns the matrix has: none where there is nothing to see."""
    return len(_columns(report))


def hidden_columns(report: RunReport) -> int:
    """How many classes the matrix leaves out: those without a hit, and those beyond its width."""
    return len({cell.cls for cell in report.matrix}) - len(_columns(report))


def sources_table(sources: Sequence[SourceLine], say: Language) -> Markup:
    """The ingest ledger: documents by verdict and by novelty, rejects and time of each source."""
    heads = {
        "source": say("col_source"),
        "documents": say("col_documents"),
        "clean": say("col_clean"),
        "warned": say("warned"),
        "failed": say("failed"),
        "not_assessed": say("not_assessed"),
        "new": say("new"),
        "changed": say("col_changed"),
        "unchanged": say("col_unchanged"),
        "gone": say("gone"),
        "rejects": say("col_rejects"),
        "time": say("col_time"),
    }
    drawn = [rows.source_row(line, say) for line in sources[:SOURCES]]
    return grid("sources", say("sources_caption"), heads, drawn, [*heads][1:]) + left_out(
        len(drawn), len(sources), say
    )


def rejects_table(report: RunReport, say: Language) -> Markup:
    """What could not become a document: source, location, reason."""
    heads = {
        "location": say("col_location"),
        "reason": say("col_reason"),
        "source": say("col_source_only"),
    }
    drawn = [rows.reject_row(reject) for reject in report.rejects[:REJECTS]]
    return grid("rejects", say("rejects_caption"), heads, drawn, ()) + left_out(
        len(drawn), report.rejects_total, say
    )


def limits_table(report: RunReport, say: Language) -> Markup:
    """What each class is judged by: limits, tolerated share, version of the check and its time."""
    heads = {
        "check": say("col_check"),
        "severity": say("col_severity"),
        "limits": say("col_limits"),
        "tolerated": say("col_tolerated"),
        "measured": say("col_measured"),
        "version": say("col_version"),
        "time": say("col_time"),
    }
    drawn = [rows.limit_row(line, say) for line in report.limits[:LIMITS]]
    return grid("limits", say("limits_caption"), heads, drawn, ("time",)) + left_out(
        len(drawn), len(report.limits), say
    )


def _columns(report: RunReport) -> list[str]:
    """The classes with anything to see, in the order of the checks, as many as fit a page.

    A source that was not read at all leaves every class unknown; that alone is no reason for a column.
    """
    read = {cell.source for cell in report.matrix if cell.share is not None}
    told = {
        cell.cls
        for cell in report.matrix
        if cell.hit or cell.moved or (cell.share is None and (cell.source in read or not read))
    }
    order = dict.fromkeys([*(line.cls for line in report.checks), *(cell.cls for cell in report.matrix)])
    return [cls for cls in order if cls in told][:MATRIX_CHECKS]
