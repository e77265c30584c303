"""The health table in few words, once: for the terminal, for Markdown, for Prefect's window."""

from __future__ import annotations

from typing import NamedTuple

from reports import numbers
from reports.model import CheckLine, RunReport
from reports.words import Language

SHAPES = {"critical": "⯃", "error": "▲", "warning": "◆", "info": "●", "not_assessed": "▨"}
HEADS = ("col_severity", "col_check", "col_source_only", "col_hit", "col_change", "col_tolerated")
FEW = 5  # classes not assessed that get a line each; where a source cannot be read, all of them are
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
    """The classes that did not pass, in the order of the report: failed, warned, not assessed if these are few."""
    left_out = {"passed"} if _unknown(report) <= FEW else {"passed", "not_assessed"}
    return [_line(line, say) for line in report.checks if line.verdict not in left_out]


def rest_line(report: RunReport, say: Language) -> str:
    """All classes that passed, and those not assessed if they have no lines, in one sentence each; "" for none."""
    passed, unknown = sum(line.verdict == "passed" for line in report.checks), _unknown(report)
    sentences = [say("checks_passed", number=passed)] if passed else []
    sentences += [say("checks_unknown", number=unknown)] if unknown > FEW else []
    return "; ".join(sentences)


def _unknown(report: RunReport) -> int:
    return sum(line.verdict == "not_assessed" for line in report.checks)


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
