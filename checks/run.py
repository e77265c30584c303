"""Measure, survey, settle, judge: documents in, findings out. Pure functions, no clock but timing.

``measure`` reads a text once and keeps what every later stage needs; ``findings_of`` applies the
limits without pandera (the library and ``check``); ``checks.schemas`` applies the same values to
frames (the monitor). A property test holds both to the same verdicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from traceback import extract_tb

from checks.model import (
    Candidate,
    Check,
    Document,
    Evidence,
    Finding,
    Proof,
    Severity,
    Span,
)
from checks.registry import all_checks, classes_of
from checks.scanner import READINGS, Scanner
from checks.text import Text

QUOTE, AROUND, KEPT_SPANS = 120, 60, 1_000
VERDICTS = ("passed", "warned", "failed", "not_assessed")


@dataclass(frozen=True, slots=True)
class Signal:
    """What one document shows of one class. ``n`` is None where the check could not run."""

    n: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One document, read once. ``spans`` hold every class that was told, alert-grade or hint."""

    document: Document
    spans: Mapping[str, tuple[Span, ...]]
    signals: Mapping[str, Signal]
    family_shares: Mapping[str, float]
    crashed: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


class Examiner:
    """The checks with their phrases compiled: make one, measure many documents with it."""

    def __init__(self, checks: Sequence[Check] | None = None) -> None:
        self.checks = tuple(all_checks() if checks is None else checks)
        self.classes = classes_of(self.checks)
        self.check_of = {cls.name: check.name for check in self.checks for cls in check.classes}
        self._scanner = Scanner(self.checks)

    def measure(self, document: Document) -> Measured:
        """Run every check on one document. A check that raises is recorded, never swallowed."""
        text, candidates = self._opened(document)
        spans: dict[str, list[Span]] = defaultdict(list)
        crashed, seconds = {}, {}
        for check in self.checks:
            places = candidates.get(check.name, ())
            if check.phrases and not places:
                continue
            started = perf_counter()
            try:
                found = set_of(check.find(text, places))
                self._assert_told(check, found)
                for span in found:
                    spans[span.cls].append(span)
            except Exception as error:  # noqa: BLE001 - the rest of the run goes on; the document is not assessed
                place = extract_tb(error.__traceback__)[-1]
                crashed[check.name] = (
                    f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
                )
            seconds[check.name] = perf_counter() - started
        return self._measured(document, spans, crashed, seconds)

    def findings(self, measured: Measured) -> tuple[Finding, ...]:
        """Apply the limits of the checks, as the monitor's schemas do; by class and start."""
        found = (self._finding(measured, name) for name in sorted(measured.spans))
        return tuple(finding for finding in found if finding)

    def _assert_told(self, check: Check, spans: Iterable[Span]) -> None:
        """Raise for a span of a class that is not the check's, or that lacks what its message says."""
        own = {cls.name: cls for cls in check.classes}
        for span in {span.cls: span for span in spans}.values():
            own[span.cls].message.filled(**{"n": 1, **span.details})

    def _opened(self, document: Document) -> tuple[Text, Mapping[str, Sequence[Candidate]]]:
        found = self._scanner.scan(document.text)
        text = Text(document, may_hold_readings=READINGS in found)
        if text.readings:
            in_raw, found = found, self._scanner.scan(text.view)
            found = {**found, **{name: in_raw[name] for name in in_raw if name not in found}}
        return text, self._with_title(found, document.title) if document.title else found

    def _with_title(
        self, found: Mapping[str, Sequence[Candidate]], title: str
    ) -> Mapping[str, Sequence[Candidate]]:
        readers = {check.name for check in self.checks if check.reads_title}
        in_title = self._scanner.scan(title, "title")
        extra = {name: [*in_title[name], *found.get(name, ())] for name in in_title if name in readers}
        return {**found, **extra}

    def _measured(
        self,
        document: Document,
        spans: Mapping[str, Sequence[Span]],
        crashed: Mapping[str, str],
        seconds: Mapping[str, float],
    ) -> Measured:
        size = len(document.text)
        ordered = {name: tuple(sorted(found, key=_by_place)) for name, found in spans.items()}
        signals = {
            name: Signal(None, None)
            if self.check_of[name] in crashed
            else _signal(ordered.get(name, ()), size)
            for name in self.classes
        }
        shares = {
            family: _covered(self._spans_of(family, ordered), size)
            for family in {cls.family for cls in self.classes.values()}
        }
        kept = {name: found for name, found in ordered.items() if self.check_of[name] not in crashed}
        return Measured(document, kept, signals, shares, crashed, seconds)

    def _spans_of(self, family: str, spans: Mapping[str, Sequence[Span]]) -> list[Span]:
        return [s for name, found in spans.items() if self.classes[name].family == family for s in found]

    def _finding(self, measured: Measured, name: str) -> Finding | None:
        cls, spans, signal = self.classes[name], measured.spans[name], measured.signals[name]
        if not signal.n:
            return self.finding_at(measured, name, Severity.INFO) if spans else None
        share = measured.family_shares[cls.family]
        broken = [x.severity for x in cls.limits if x.exceeded(signal.n, signal.share or 0.0, share)]
        return self.finding_at(measured, name, max(broken)) if broken else None

    def finding_at(self, measured: Measured, name: str, severity: Severity) -> Finding:
        """Build the finding of one class at a severity that a limit has decided.

        A class with hints only becomes a finding at grade hint, which never counts.
        """
        spans, cls = measured.spans[name], self.classes[name]
        grade = [s for s in spans if s.proof >= Proof.STRONG] or list(spans)
        strongest = max(grade, key=lambda span: span.proof)
        return Finding(
            doc_id=measured.document.id,
            source=measured.document.source,
            check=self.check_of[name],
            cls=name,
            family=cls.family,
            severity=severity,
            proof=strongest.proof,
            message=cls.message.filled(**{"n": len(grade), **strongest.details}),
            n=len(grade),
            share=_covered(grade, len(measured.document.text)),
            spans=tuple(_evidence(measured.document, span) for span in grade[:KEPT_SPANS]),
        )


def verdict_of(findings: Iterable[Finding], *, assessed: bool = True) -> str:
    """The verdict on one document: passed, warned, failed or not_assessed."""
    if not assessed:
        return "not_assessed"
    worst = max((finding.severity for finding in findings if finding.counts), default=Severity.INFO)
    return verdict_at(worst)


def verdict_at(worst: int) -> str:
    """The verdict on an assessed document whose worst counting severity this is, 0 for none."""
    return "failed" if worst >= Severity.ERROR else "warned" if worst == Severity.WARNING else "passed"


def examine(documents: Iterable[Document], examiner: Examiner | None = None) -> Iterator[Finding]:
    """Yield the findings of documents seen together, by document in the order given."""
    examiner = examiner or Examiner()
    for document in documents:
        yield from examiner.findings(examiner.measure(document))


def set_of(spans: Iterable[Span]) -> list[Span]:
    """Each place once per class: the strongest of equal places."""
    best: dict[tuple[str, str, int, int], Span] = {}
    for span in spans:
        key = (span.cls, span.field, span.start, span.end)
        if key not in best or span.proof > best[key].proof:
            best[key] = span
    return list(best.values())


def _by_place(span: Span) -> tuple[str, int, int]:
    return span.field, span.start, span.end


def _signal(spans: Sequence[Span], size: int) -> Signal:
    grade = [span for span in spans if span.proof >= Proof.STRONG]
    return Signal(len(grade), _covered(grade, size))


def _covered(spans: Iterable[Span], size: int) -> float:
    """Share of the characters of a text that lie in at least one span, 0-1."""
    covered = end = 0
    for span in sorted((s for s in spans if s.field == "text"), key=lambda s: (s.start, s.end)):
        covered += max(span.end, end) - max(span.start, end)
        end = max(span.end, end)
    return covered / size if size else 0.0


def _evidence(document: Document, span: Span) -> Evidence:
    text = document.title if span.field == "title" else document.text
    return Evidence(
        span.start,
        span.end,
        _head_and_tail(text[span.start : span.end]),
        text[max(span.start - AROUND, 0) : span.start],
        text[span.end : span.end + AROUND],
        span.original,
        span.field,
    )


def _head_and_tail(quote: str) -> str:
    """At most 120 code points; what is left out of a longer quote is its middle."""
    if len(quote) <= QUOTE:
        return quote
    half = (QUOTE - 1) // 2
    return f"{quote[:half]}…{quote[-half:]}"
