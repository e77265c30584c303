"""What can be wrong with a source itself, told in the same rows as the faults of its documents.

Absence is data: a source that is gone, documents that could not be read, a check that crashed and a
corpus that shrank each have a row of their own in the health table, and so a case and an alert.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.model import Severity, Words
from flows.engine.gather import MeasuredSource
from flows.records import HealthRow, SourceRow

FAMILY = "intake"


class IntakeClass(NamedTuple):
    """One kind of trouble with a source; ``tolerated`` is a share of what it is counted over."""

    name: str
    severity: Severity
    tolerated: float
    label: Words


NOT_ASSESSED = IntakeClass(
    "source_not_assessed", Severity.ERROR, 0.0, Words("source could not be assessed", "来源无法检查")
)
REJECTED = IntakeClass("documents_rejected", Severity.ERROR, 0.01, Words("documents rejected", "文档被拒收"))
CRASHED = IntakeClass("check_crashed", Severity.ERROR, 0.0, Words("a check crashed", "检查程序出错"))
SHRANK = IntakeClass("corpus_shrank", Severity.WARNING, 0.2, Words("documents went missing", "文档减少"))
NOTHING_NEW = IntakeClass("nothing_new", Severity.WARNING, 0.0, Words("no new documents", "没有新文档"))

INTAKE = {cls.name: cls for cls in (NOT_ASSESSED, REJECTED, CRASHED, SHRANK, NOTHING_NEW)}
"""The shares tolerated: 1 % rejects is CLASSES' default for errors; a fifth of a source gone in one
night is what a change of its address or template looks like, and more than a night's housekeeping."""


class Flagged(NamedTuple):
    """An intake class with how many of how many it met; ``of`` 0 means it could not be told."""

    cls: IntakeClass
    flagged: int
    of: int


def flagged(measured: MeasuredSource, row: SourceRow, *, before: int, expects_new: bool) -> Iterator[Flagged]:
    """Count what is wrong with one source; ``before`` is its number of documents last time."""
    yield Flagged(NOT_ASSESSED, int(bool(measured.failure)), 1)
    if measured.failure:
        return
    yield Flagged(REJECTED, measured.rejected, measured.documents + measured.rejected)
    yield Flagged(CRASHED, row.not_assessed, measured.documents)
    yield Flagged(SHRANK, row.gone, before)
    if expects_new:
        yield Flagged(NOTHING_NEW, int(row.new == 0 and before > 0), 1)


def health_row(source: str, item: Flagged, tolerated: float) -> HealthRow:
    """The row before it is judged."""
    return HealthRow(
        source=source,
        cls=item.cls.name,
        check=FAMILY,
        family=FAMILY,
        severity=item.cls.severity,
        documents=item.of,
        assessed=item.of,
        flagged=item.flagged,
        share=item.flagged / item.of if item.of else None,
        tolerated=tolerated,
        verdict="not_assessed",
    )
