"""What history knows of one run, and the names of classes in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.model import FaultClass, Words
from flows.history import PastRun
from flows.intake import INTAKE
from flows.records import (
    Case,
    CaseEvent,
    CauseRow,
    Delivery,
    DocumentRow,
    FindingRow,
    HealthRow,
    Reject,
    RunRow,
    SourceRow,
)


@dataclass(frozen=True, slots=True)
class Rows:
    """All that history knows of one run.

    ``past`` runs from oldest to newest, without this run; ``health_before`` is that of the run before.
    """

    run: RunRow
    sources: Sequence[SourceRow]
    health: Sequence[HealthRow]
    findings: Sequence[FindingRow]
    rejects: Sequence[Reject]
    events: Sequence[CaseEvent]
    cases: Sequence[Case]
    undelivered: Sequence[Delivery] = ()
    past: Sequence[PastRun] = ()
    health_before: Sequence[HealthRow] = ()
    causes: Sequence[CauseRow] = ()
    documents: Mapping[tuple[str, str], DocumentRow] = field(default_factory=dict)
    versions_before: Mapping[tuple[str, str], tuple[int, str]] = field(default_factory=dict)


def labels_of(classes: Mapping[str, FaultClass]) -> dict[str, Words]:
    """Names in words of these classes and of what can be wrong with a source."""
    own = {name: cls.label for name, cls in classes.items()}
    return own | {name: cls.label for name, cls in INTAKE.items()}


class Labels:
    """Names of classes in words; a class that is no longer installed keeps its own name."""

    def __init__(self, classes: Mapping[str, FaultClass]) -> None:
        self._words = labels_of(classes)

    def __getitem__(self, cls: str) -> Words:
        return self._words.get(cls, Words(cls, cls))
