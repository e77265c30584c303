"""What the steps of a run hand to one another: frozen rows, free of text but for quotes.

Times are ISO 8601 in UTC, shares fractions 0-1, severities and verdicts the words of ``checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from checks.model import Severity

RunStatus = Literal["passed", "warned", "failed", "not_assessed", "partial"]
Verdict = Literal["passed", "warned", "failed", "not_assessed"]
CaseStatus = Literal["open", "fixed", "gone"]
EventName = Literal["baseline", "new", "ongoing", "worse", "back", "fixed", "gone"]
DeliveryState = Literal["pending", "sent", "dead"]


@dataclass(frozen=True, slots=True)
class Reject:
    """Something a source offered that could not become a document, and why."""

    source: str
    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the ledger: all but its text. ``tail`` is its last 120 code points."""

    id: str
    source: str
    location: str
    url: str
    title: str
    fetched_at: str
    content_hash: str
    characters: int
    bytes: int
    tail: str
    verdict: Verdict = "passed"


class _Counted(Protocol):
    """What counts documents by verdict: a source, a run, a line of the index."""

    @property
    def clean(self) -> int: ...
    @property
    def warned(self) -> int: ...
    @property
    def failed(self) -> int: ...


def clean_share(counted: _Counted) -> float | None:
    """The share 0-1 of the assessed documents that are clean; None where none was assessed."""
    assessed = counted.clean + counted.warned + counted.failed
    return counted.clean / assessed if assessed else None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What one source gave in one run. ``failure`` says why it was not assessed, "" if it was."""

    source: str
    owner: str
    documents: int
    clean: int
    warned: int
    failed: int
    not_assessed: int
    rejects: int
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    failure: str = ""
    seconds: float = 0.0

    @property
    def assessed(self) -> bool:
        """Whether the run could read the source at all."""
        return not self.failure


@dataclass(frozen=True, slots=True)
class HealthRow:
    """Source x class. ``flagged``: documents with a counting finding; ``share`` of the assessed."""

    source: str
    cls: str
    check: str
    family: str
    severity: Severity
    documents: int
    assessed: int
    flagged: int
    share: float | None
    tolerated: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as history keeps it: enough to show it without the source."""

    doc_id: str
    source: str
    check: str
    cls: str
    family: str
    severity: Severity
    proof: str
    message_en: str
    message_zh: str
    n: int
    share: float
    spans: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run as a whole. ``reasons`` say in words why it is partial or not assessed."""

    id: str
    corpus: str
    started_at: str
    finished_at: str
    status: RunStatus
    documents: int
    clean: int
    warned: int
    failed: int
    not_assessed: int
    rejects: int
    settings_hash: str
    version: str
    reasons: tuple[str, ...] = ()
    check_versions: Mapping[str, str] = field(default_factory=dict)
    check_seconds: Mapping[str, float] = field(default_factory=dict)
    limits: Mapping[str, str] = field(default_factory=dict)
    report: str = ""
    findings: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One problem over time: source x class. ``documents`` is the number flagged when last seen."""

    id: str
    source: str
    cls: str
    owner: str
    severity: Severity
    status: CaseStatus
    opened_run: str
    opened_at: str
    seen_run: str
    seen_at: str
    documents: int
    share: float
    peak: int
    closed_at: str = ""
    acknowledged_until: str = ""
    waived_until: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """What one run did to one case. ``before`` is the number of documents the run before it saw."""

    case_id: str
    run_id: str
    event: EventName
    source: str
    cls: str
    owner: str
    severity: Severity
    documents: int
    before: int
    share: float
    at: str
    snippet: str = ""
    muted: bool = False  # acknowledged or waived: shown, not sent


@dataclass(frozen=True, slots=True)
class CauseRow:
    """What many findings of one class have in common; see ``flows.causes``.

    ``sources`` are at most ten of ``n_sources``; ``host`` is the one with most of these documents, "" where
    addresses are not known. ``documents`` is exact unless ``at_least``.
    """

    id: str
    kind: Literal["string", "template", "length"]
    cls: str
    severity: Severity
    quote: str
    rule: str
    documents: int
    sources: tuple[str, ...]
    n_sources: int
    host: str
    hosts: int
    since: str = ""
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message of the outbox: one digest per run and route. ``keys``: case:event:run:route."""

    id: str
    run_id: str
    route: str
    title: str
    body: str
    keys: tuple[str, ...]
    state: DeliveryState = "pending"
    attempts: int = 0
    error: str = ""
    created_at: str = ""
    sent_at: str = ""
