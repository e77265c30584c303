"""The health table in few words, once: for the terminal, for Markdown, for Prefect's window."""

from __future__ import annotations

from typing import NamedTuple

from reports import numbers
from reports.model import CheckLine, RunReport
from reports.words import Language

SHAPES = {"critical": "⯃", "error": "▲", "warning": "◆", "info": "●", "not_assessed": "▨"}
HEADS = ("col_severity", "col_check", "col_source_only", "col_hit", "col_change", "col_tolerated")
RIGHT = frozenset({"col_hit", "col_change", "col_tolerated"})


class HealthLine(NamedTuple):
    """One class that needs a look, in words; the first is its severity or that it was not assessed."""

    severity: str
    check: str
    where: str
    hit: str
    change: str
    tolerated: str
    cls: str
    verdict: str


def health_lines(report: RunReport, say: Language) -> list[HealthLine]:
    """The classes that did not pass, in the order of the report: failed, warned, not assessed."""
    return [_line(line, say) for line in report.checks if line.verdict != "passed"]


def passed_line(report: RunReport, say: Language) -> str:
    """All classes that passed, in one sentence; "" where none did."""
    passed = sum(line.verdict == "passed" for line in report.checks)
    return say("checks_passed", number=passed) if passed else ""


def _line(line: CheckLine, say: Language) -> HealthLine:
    kind = "not_assessed" if line.verdict == "not_assessed" else line.severity.word
    hit = f"{numbers.of(line.hit, line.assessed)} · {numbers.share(line.share)}"
    return HealthLine(
        severity=f"{SHAPES[kind]} {say(kind)}",
        check=say.of(line.label),
        where=_where(line, say),
        hit=hit,
        change=numbers.change(line.change),
        tolerated=numbers.share(line.tolerated),
        cls=line.cls,
        verdict=line.verdict,
    )


def _where(line: CheckLine, say: Language) -> str:
    if len(line.sources) == 1:
        return line.sources[0]
    return say("n_sources", number=len(line.sources)) if line.sources else numbers.NOTHING
