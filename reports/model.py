"""What a report is given: everything it shows, already counted, compared and ordered.

Renderers never compute: a number that is not here is not on the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from checks.measured import Accuracy
from checks.model import Evidence, Severity, Words


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the five numbers. ``history`` runs oldest to newest, None where a run had no value."""

    label: Words
    value: str | Words
    change: str | Words
    history: tuple[float | None, ...] = ()
    worse: bool | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A case that the run moved: new, worse, back, fixed, gone or baseline."""

    event: str
    source: str
    cls: str
    label: Words
    owner: str
    severity: Severity
    documents: int
    before: int
    share: float
    since: str
    case_id: str
    snippet: str
    muted: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One class over all sources: ``hit`` of ``assessed`` documents; shares 0-1."""

    cls: str
    check: str
    family: str
    label: Words
    severity: Severity
    verdict: str
    hit: int
    assessed: int
    not_assessed: int
    share: float | None
    change: int | None
    tolerated: float
    history: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the source x check matrix; ``share`` None means not assessed."""

    source: str
    cls: str
    share: float | None
    hit: int
    documents: int
    verdict: str
    moved: bool


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding of one document with the spans that the report shows of it."""

    cls: str
    label: Words
    family: str
    severity: Severity
    proof: str
    message: Words
    n: int
    share: float
    spans: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """One document of the evidence section."""

    id: str
    source: str
    url: str
    title: str
    fetched_at: str
    verdict: str
    characters: int
    tail: str
    findings: tuple[ShownFinding, ...]
    characters_before: int | None = None
    tail_before: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the ingest ledger. ``failure`` is "" for a source that was read."""

    source: str
    owner: str
    documents: int
    clean: int
    warned: int
    failed: int
    not_assessed: int
    new: int
    changed: int
    unchanged: int
    gone: int
    rejects: int
    failure: str
    seconds: float


@dataclass(frozen=True, slots=True)
class RejectLine:
    """Something that could not become a document."""

    source: str
    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """An open case, for the list of what is known."""

    id: str
    source: str
    label: Words
    owner: str
    severity: Severity
    status: str
    since: str
    documents: int
    note: str | Words


@dataclass(frozen=True, slots=True)
class LimitLine:
    """What a class is judged by."""

    cls: str
    check: str
    label: Words
    severity: Severity
    limits: str
    tolerated: str
    version: str
    seconds: float
    accuracy: Accuracy | None = None


@dataclass(frozen=True, slots=True)
class RunReport:
    """One run, ready to be drawn."""

    run_id: str
    corpus: str
    status: str
    verdict: Words
    run_lamp: Words
    run_well: bool
    text_lamp: Words
    text_status: str
    started_at: str
    finished_at: str
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    checks: tuple[CheckLine, ...]
    matrix: tuple[Cell, ...]
    documents: tuple[ShownDocument, ...]
    documents_with_findings: int
    sources: tuple[SourceLine, ...]
    rejects: tuple[RejectLine, ...]
    rejects_total: int
    cases: tuple[CaseLine, ...]
    undelivered: tuple[str, ...]
    limits: tuple[LimitLine, ...]
    settings_hash: str
    version: str
    findings_file: str
    checks_file: str = ""
