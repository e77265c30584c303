"""Measure, survey, settle, judge: documents in, findings out. Pure functions, no clock but timing.

``measure`` reads a text once and keeps what every later stage needs; ``facts`` are what is kept of it
for the survey, and ``settle`` says what only shows between documents. ``findings`` applies the
limits without pandera (the library and ``check``); ``checks.schemas`` applies the same values to
frames (the monitor). A property test holds both to the same verdicts.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from time import perf_counter
from traceback import extract_tb

from checks.calls import Calls
from checks.corpus import Summary, survey
from checks.evidence.tails import unfinished_tail
from checks.facts import OF_SOURCE, Facts, facts_of
from checks.model import (
    Candidate,
    Check,
    Document,
    Evidence,
    Finding,
    Proof,
    Severity,
    Span,
    nothing,
)
from checks.registry import all_checks, classes_of
from checks.scanner import READINGS, Scanner
from checks.text import Text, later

QUOTE, AROUND, KEPT_SPANS = 120, 60, 1_000
OF_TAILS = "truncated_tail"
"""The check whose sign says in which texts the facts look for an unfinished tail."""
_Opened = tuple[Text, Mapping[str, Sequence[Candidate]], set[tuple[str, str]]]
"""A text, the candidates by check, the signs it shows."""
_HOST = later(r"[a-z]+://([^/:?#]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signal:
    """What one document shows of one class. ``n`` is None where the check could not run."""

    n: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One document, read once. ``spans`` hold every class that was told, alert-grade or hint."""

    document: Document
    text: Text
    spans: Mapping[str, tuple[Span, ...]]
    signals: Mapping[str, Signal]
    family_shares: Mapping[str, float]
    crashed: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


class Examiner:
    """The checks, with their phrases and signs compiled on first use: make one, measure many documents with it."""

    def __init__(self, checks: Sequence[Check] | None = None) -> None:
        self.checks = tuple(all_checks() if checks is None else checks)
        self.classes = classes_of(self.checks)
        self.check_of = {cls.name: check.name for check in self.checks for cls in check.classes}
        self._order = {check.name: check for check in self.checks}
        self._always = {c.name for c in self.checks if c.find is not nothing and not (c.phrases or c.signs)}
        self._readers = {check.name for check in self.checks if check.reads_title}
        self._silent = {name: Signal(0, 0.0) for name in self.classes}
        self._families = dict.fromkeys((cls.family for cls in self.classes.values()), 0.0)

    @cached_property
    def scanner(self) -> Scanner:
        """The phrases of the checks, compiled."""
        with _without_collector():
            return Scanner(self.checks)

    @cached_property
    def calls(self) -> Calls:
        """The signs of the checks, compiled."""
        return Calls(self.checks)

    def ready(self) -> None:
        """Compile now, for whoever is about to fork or to take the time."""
        _ = self.scanner, self.calls

    def measure(
        self, document: Document, settled: Sequence[Span] = (), unsettled: Mapping[str, str] | None = None
    ) -> Measured:
        """Run every check on one document. A check that raises is recorded, never swallowed.

        ``settled``: spans that needed other documents; ``unsettled``: the checks that failed to say.
        """
        return self._measure(*self._opened([document])[0], settled, unsettled)

    def measure_many(self, documents: Sequence[Document]) -> list[Measured]:
        """Run every check on each of these documents, as ``measure`` does, at a fraction of its cost."""
        with _without_collector():
            return [self._measure(*each) for each in self._opened(documents)]

    def _measure(
        self,
        text: Text,
        candidates: Mapping[str, Sequence[Candidate]],
        shown: Set[tuple[str, str]],
        settled: Sequence[Span] = (),
        unsettled: Mapping[str, str] | None = None,
    ) -> Measured:
        document = text.document
        called = self._always | candidates.keys() | {check for check, _ in shown}
        given: dict[str, list[Span]] = defaultdict(list)
        for span in settled:
            given[self.check_of[span.cls]].append(span)
        spans: dict[str, list[Span]] = defaultdict(list)
        crashed, seconds = dict(unsettled or {}), {}
        for name in sorted(called & self._order.keys() | given.keys()):
            check = self._order[name]
            started = perf_counter()
            try:
                found = check.find(text, candidates.get(name, ())) if name in called else ()
                found = set_of((*given.get(name, ()), *found))
                self._assert_told(check, found)
                for span in found:
                    spans[span.cls].append(span)
            except Exception as error:  # noqa: BLE001 - the rest of the run goes on; the document is not assessed
                crashed[name] = _place_of(error)
            seconds[name] = perf_counter() - started
        if not spans and not crashed:
            return Measured(document, text, {}, self._silent, self._families, {}, seconds)
        return self._measured(text, spans, crashed, seconds)

    def facts(self, measured: Sequence[Measured]) -> Facts:
        """Compute the text-free facts of documents, in their order."""
        texts = [each.text for each in measured]
        return facts_of(texts, [group_of(t.document) for t in texts], [_tail_start(t) for t in texts])

    def settle(self, facts: Facts, summary: Summary) -> tuple[dict[int, list[Span]], dict[str, str]]:
        """Say which of these documents have faults that only show between documents.

        Returns the spans by row of the facts, and the checks that raised with their errors.
        """
        spans: dict[int, list[Span]] = defaultdict(list)
        crashed: dict[str, str] = {}
        for check in self.checks:
            try:
                for settled in check.settle(facts, summary) if check.settle else ():
                    spans[settled.document].append(settled.span)
            except Exception as error:  # noqa: BLE001 - the documents are not assessed by it; the rest goes on
                crashed[check.name] = _place_of(error)
        return spans, crashed

    def measure_together(self, documents: Iterable[Document]) -> list[Measured]:
        """Measure documents that are seen together: each alone, then what shows between them."""
        measured = self.measure_many(list(documents))
        facts = self.facts(measured)
        settled, crashed = self.settle(facts, survey([facts]))
        return [
            self.measure(each.document, settled.get(row, ()), crashed) if row in settled or crashed else each
            for row, each in enumerate(measured)
        ]

    def findings(self, measured: Measured) -> tuple[Finding, ...]:
        """Apply the limits of the checks, as the monitor's schemas do; by class and start."""
        found = (self._finding(measured, name) for name in sorted(measured.spans))
        return tuple(finding for finding in found if finding)

    def _assert_told(self, check: Check, spans: Iterable[Span]) -> None:
        """Raise for a span of a class that is not the check's, or that lacks what its message says."""
        own = {cls.name: cls for cls in check.classes}
        for span in {span.cls: span for span in spans}.values():
            own[span.cls].message.filled(**{"n": 1, **span.details})

    def _opened(self, documents: Sequence[Document]) -> list[_Opened]:
        """Scan each text, and look for signs in all of them together."""
        shown = self.calls.of(documents)
        opened = [(*self._scanned(d, signs), signs) for d, signs in zip(documents, shown, strict=True)]
        cut = [each for each in opened if each[0].readings]
        views = [replace(text.document, text=text.view) for text, _, _ in cut]
        for (_, _, signs), more in zip(cut, self.calls.of(views), strict=True):
            signs |= more  # signs that stand in the view only; those of the raw text are for who reads that
        return opened

    def _scanned(
        self, document: Document, shown: set[tuple[str, str]]
    ) -> tuple[Text, Mapping[str, Sequence[Candidate]]]:
        found = self.scanner.scan(document.text)
        text = Text(document, may_hold_readings=READINGS in found, shown=shown)
        if text.readings:
            found = self.scanner.scan(text.view)
        return text, self._with_title(found, document.title) if document.title else found

    def _with_title(
        self, found: Mapping[str, Sequence[Candidate]], title: str
    ) -> Mapping[str, Sequence[Candidate]]:
        in_title = self.scanner.scan(title, "title")
        extra = {name: [*in_title[name], *found.get(name, ())] for name in in_title if name in self._readers}
        return {**found, **extra}

    def _measured(
        self,
        text: Text,
        spans: Mapping[str, Sequence[Span]],
        crashed: Mapping[str, str],
        seconds: Mapping[str, float],
    ) -> Measured:
        size = len(text.raw)
        ordered = {name: tuple(sorted(found, key=_by_place)) for name, found in spans.items()}
        lost = {name: Signal(None, None) for name, check in self.check_of.items() if check in crashed}
        told = {name: _signal(found, size) for name, found in ordered.items()}
        families = {self.classes[name].family for name in ordered}
        covered = {family: _covered(self._spans_of(family, ordered), size) for family in families}
        kept = {name: found for name, found in ordered.items() if self.check_of[name] not in crashed}
        signals, shares = {**self._silent, **told, **lost}, {**self._families, **covered}
        return Measured(text.document, text, kept, signals, shares, crashed, seconds)

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
    examiner = examiner or _default()
    for measured in examiner.measure_together(documents):
        yield from examiner.findings(measured)


@cache
def _default() -> Examiner:
    """All checks: compiling them takes seconds, so that whoever checks text after text pays for it once."""
    return Examiner()


def group_of(document: Document) -> str:
    """Whose lines are counted together: the host of the address, else the source."""
    host = _HOST.match(document.url)
    return host[1].lower().removeprefix("www.") if host else f"{OF_SOURCE}{document.source}"


def set_of(spans: Iterable[Span]) -> list[Span]:
    """Each place once per class: the strongest of equal places."""
    best: dict[tuple[str, str, int, int], Span] = {}
    for span in spans:
        key = (span.cls, span.field, span.start, span.end)
        if key not in best or span.proof > best[key].proof:
            best[key] = span
    return list(best.values())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the collector of cycles: what is measured makes none, and is much, and looked through again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _place_of(error: Exception) -> str:
    """What was raised and where, without a word of the text."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"


def _tail_start(text: Text) -> int:
    """Where an unfinished last sentence starts in the raw text, -1 if there is none."""
    tail = unfinished_tail(text) if text.shows(OF_TAILS, "open") else None
    return text.to_raw(*tail)[0] if tail else -1


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
