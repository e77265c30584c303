"""Trends as small multiples: one class each over up to 90 runs, marked where checks or settings changed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reports import numbers
from reports.marks import mark, safe, sentence
from reports.model import RunReport, Trend
from reports.svg import curve
from reports.words import Language

TRENDS, MARKS = 24, 3


def trends_drawn(report: RunReport, say: Language) -> Markup | None:
    """Every trend as a figure with its numbers in words; None where no class has two runs to compare."""
    shown = [trend for trend in report.trends if _known(trend.history)]
    if not shown:
        return None
    figures = [_figure(trend, report.trend_runs, say) for trend in shown[:TRENDS]]
    return Markup('<div class="trends">{}</div>').format(Markup("").join(figures))


def _known(history: Sequence[float | None]) -> bool:
    return sum(value is not None for value in history) > 1


def _figure(trend: Trend, moments: Sequence[str], say: Language) -> Markup:
    values = [value for value in trend.history if value is not None]
    sums = say(
        "trend_now", now=numbers.share(trend.history[-1]), most=numbers.share(max(values)), n=str(len(values))
    )
    return Markup(
        '<figure class="trend"><figcaption>{} {}</figcaption>{}<p class="sub">{}</p>{}</figure>'
    ).format(
        mark(trend.severity.word, say),
        sentence(trend.label, say, 60),
        curve(trend.history, [each.run for each in trend.marks]),
        sums,
        _marks(trend, moments, say),
    )


def _marks(trend: Trend, moments: Sequence[str], say: Language) -> Markup:
    """What changed and when, newest first, as the dashed lines show it."""
    lines = [
        Markup("<li>{}: {}</li>").format(safe(moments[each.run][:10], 20), sentence(each.what, say, 80))
        for each in sorted(trend.marks, key=lambda each: -each.run)
        if each.run < len(moments)
    ]
    if len(lines) > MARKS:
        more = say("trend_marks_left", number=len(lines) - MARKS)
        lines = [*lines[:MARKS], Markup("<li>{}</li>").format(more)]
    return Markup('<ul class="sub">{}</ul>').format(Markup("").join(lines)) if lines else Markup()
