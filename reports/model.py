"""What a report is given: everything it shows, already counted, compared and ordered.

Renderers never compute: a number that is not here is not on the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from checks.measured import Accuracy
from checks.model import Evidence, Severity, Words

NO_WORDS = Words("", "")
OTHERS = ""  # the source of the matrix that stands for all the sources without a row of their own


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
    advice: Words = NO_WORDS


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
    median: float | None = None  # of the shares of the last seven runs before this one
    interval: tuple[float, float] | None = None  # 95 %, where so few were assessed that it matters
    waived: int = 0  # documents whose case is waived
    sources: tuple[str, ...] = ()  # those that have such a document, most of them first
    accuracy: Accuracy | None = None


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
class Cause:
    """What many findings have in common: the same string, the same template, or the same cut length.

    ``kind`` is one of these three words: string, template, length. ``rule`` is a regular expression that
    matches the string, for whoever cleans the text; "" where none would be right.
    """

    id: str
    kind: str
    cls: str
    label: Words
    severity: Severity
    quote: str
    documents: int
    sources: tuple[str, ...]
    hosts: int
    host: str  # the one with most of these documents, "" where addresses are not known
    since: str
    rule: str
    n_sources: int = 0  # all of them; ``sources`` are the first ten
    new: bool = False
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class TrendMark:
    """Something that explains a step in a trend: a check or the settings changed with run ``run``."""

    run: int  # index into the history of the trends
    what: Words


@dataclass(frozen=True, slots=True)
class Trend:
    """One class over up to 90 runs, oldest first, None where nothing was assessed; shares 0-1."""

    cls: str
    label: Words
    severity: Severity
    history: tuple[float | None, ...]
    marks: tuple[TrendMark, ...] = ()


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """A case that somebody accepted until a day, or accepted and the day is over."""

    case_id: str
    source: str
    label: Words
    owner: str
    until: str
    reason: str
    documents: int
    over: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What a source owes its readers. ``clean``: share of its documents without a finding, over the runs.

    ``days_to_fix``: median over the cases that were fixed; None where none was.
    """

    source: str
    owner: str
    clean: float | None
    before: float | None
    open_cases: int
    fixed_cases: int
    oldest_days: int | None
    days_to_fix: float | None
    history: tuple[float | None, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Where other pages lie, relative to this one; "" for none. A page is whole without them."""

    runs: str = ""
    checks: str = ""
    language: str = ""
    exports: tuple[str, ...] = ()
    before: str = ""


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
    cls: str = ""
    advice: Words = NO_WORDS


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
    causes: tuple[Cause, ...] = ()
    causes_total: int = 0
    trends: tuple[Trend, ...] = ()
    trend_runs: tuple[str, ...] = ()  # when each run of the trends finished, oldest first
    waivers: tuple[WaiverLine, ...] = ()
    scores: tuple[Score, ...] = ()
    links: Links = Links()
