"""Draws one run as one self-contained HTML file: no request, no script, no clock, at most 2 MB.

The templates and the style sheet lie in the folder ``templates``. Every value that a template prints goes
through ``marks.safe``: escaped, bounded, hidden characters drawn as boxes. A box is an element, so
what goes into an attribute goes through ``slug`` instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import marks, numbers, tables
from reports.escape import Keep, cut, language_of, plain, visible_lines
from reports.model import CheckLine, RunReport, ShownDocument
from reports.svg import ICONS, icon, sparkline
from reports.words import Language

# Bounds of the evidence; with those of ``tables`` they keep the worst page of the tests below 2 MB.
DOCUMENTS, FINDINGS, SPANS, OPEN_SPANS, OPEN_CARDS, EVIDENCE_BYTES = 50, 10, 6, 3, 5, 450_000
BEFORE, QUOTE, AFTER, TAIL = 64, 128, 64, 128  # 60, 120, 60 and 120 characters, and a box among them
CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def render(report: RunReport, language: str = "en") -> str:
    """Return the whole page. Documents are shown in the order given, worst first.

    ``report.findings_file`` becomes a link if it is relative to the page. Raises ValueError for a
    language that the catalogue lacks.
    """
    say = Language(language)
    return drawn(
        "report.html",
        say,
        (plain(cut(report.corpus, 80)), say.word(report.status), say("title")),
        report=report,
        cards=_cards(report.documents, say),
        documents_total=max(report.documents_with_findings, len(report.documents)),
        findings_file=_file(report.findings_file),
        undelivered=report.undelivered[:20],
        **_tables(report, say),
    )


def drawn(template: str, say: Language, title: Iterable[str], **values: object) -> str:
    """Fill a template of a whole page; ``title`` is text only, because a title cannot hold boxes."""
    return (
        _environment()
        .get_template(template)
        .render(
            say=say,
            title=escape(" · ".join(title)),
            csp=CSP,
            style=Markup(_style()),  # noqa: S704 - our own file
            icons=ICONS,
            **values,
        )
    )


def _tables(report: RunReport, say: Language) -> dict[str, object]:
    """Every table of the page by the name the template uses; None where it would have no row."""
    attention = [line for line in report.checks if line.verdict not in ("passed", "not_assessed")]
    unknown = [line for line in report.checks if line.verdict == "not_assessed"]
    passed = [line for line in report.checks if line.verdict == "passed"]
    return {
        "changes": tables.changes_table(report, say) if report.changes else None,
        "attention": _checks(report, attention, "checks", say),
        "unknown": _checks(report, unknown, "checks_unknown", say),
        "unknown_number": len(unknown),
        "passed": _checks(report, passed, "checks_passed", say),
        "passed_number": len(passed),
        "matrix": tables.matrix_table(report, say) if tables.matrix_width(report) else None,
        "columns_left": tables.hidden_columns(report),
        "cases": tables.cases_table(report, say) if report.cases else None,
        "sources": tables.sources_table(report, say) if report.sources else None,
        "rejects": tables.rejects_table(report, say) if report.rejects else None,
        "limits": tables.limits_table(report, say) if report.limits else None,
    }


def _checks(report: RunReport, lines: list[CheckLine], name: str, say: Language) -> Markup | None:
    if not lines:
        return None
    return tables.checks_table(report, lines, name, say(f"{name}_caption"), say)


def _cards(documents: Iterable[ShownDocument], say: Language) -> list[Markup]:
    """The evidence cards in the order given, as many as the budget of the page allows."""
    template = _environment().get_template("card.html")
    cards: list[Markup] = []
    left = EVIDENCE_BYTES
    for document in list(documents)[:DOCUMENTS]:
        card = Markup(  # noqa: S704 - rendered with autoescape
            template.render(document=document, say=say, number=len(cards) + 1, opened=len(cards) < OPEN_CARDS)
        )
        left -= len(card.encode())
        if left < 0:
            break
        cards.append(card)
    return cards


def _file(path: str) -> Markup:
    """Name a file beside the page, as a link if its path is relative and nothing but a path."""
    name = Markup("<code>{}</code>").format(marks.safe(path, 200, "both"))
    if not path or PurePosixPath(path).is_absolute() or ":" in path or "\\" in path:
        return name
    return Markup('<a href="{}">{}</a>').format(quote(path, errors="replace"), name)


def _block(text: str, room: int, keep: Keep) -> Markup:
    return visible_lines(cut(text, room, keep, light="\n\t"))


def _printed(value: object) -> Markup:
    return marks.safe(value, 600)


@cache
def _style() -> str:
    return files("reports").joinpath("templates", "page.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "mark": marks.mark,
        "safe_text": marks.safe,
        "sentence": marks.sentence,
        "text_in": marks.text_in,
        "block": _block,
        "icon": icon,
        "lang": language_of,
        "slug": marks.slug,
        "sparkline": sparkline,
        "numbers": numbers,
        "room": {"before": BEFORE, "quote": QUOTE, "after": AFTER, "tail": TAIL},
        "most": {"findings": FINDINGS, "spans": SPANS, "open": OPEN_SPANS},
    }
    return environment
