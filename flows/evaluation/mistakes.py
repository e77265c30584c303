"""Misses and false alarms, with the passages to read. Only the page shows them; figures hold no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from checks.model import Evidence, Finding, Proof, Words
from checks.run import AROUND
from flows.evaluation.counts import is_told, told_places
from flows.evaluation.labelled import Label, LabelledDocument
from flows.evaluation.places import Place, shared
from flows.evaluation.told import Told
from reports.scores import Mistake

SHOWN = 3  # places of one miss or false alarm
_UNTOLD = Words("labelled, and nothing was told of it", "已标注，但未报告")
_HINTED = Words("labelled, and only hinted at", "已标注，但仅有线索")
_ELSEWHERE = Words("labelled, and told elsewhere in the document only", "已标注，但仅在文档别处报告")


def misses(documents: Iterable[LabelledDocument], told: Told) -> tuple[Mistake, ...]:
    """Labels owed that nothing told of their family touches; one entry a document, label name and reason."""
    return tuple(chain.from_iterable(_missed(one, told[one.document.id]) for one in documents))


def false_alarms(documents: Iterable[LabelledDocument], told: Told) -> tuple[Mistake, ...]:
    """Findings of a family that the document has no label of, and spans that touch no such label.

    The latter only where labels are exhaustive. Ordered as the documents are.
    """
    return tuple(chain.from_iterable(_wrong(one, told[one.document.id]) for one in documents))


def _missed(one: LabelledDocument, findings: Sequence[Finding]) -> Iterator[Mistake]:
    owed = [label for label in one.labels if label.owed]
    for name in dict.fromkeys(label.name for label in owed):
        labels = [label for label in owed if label.name == name]
        family = [found for found in findings if found.family == labels[0].family]
        lost = [label for label in labels if not _is_touched(label, family)]
        if lost:
            reason = _with_note(_reason(family), lost[0].note)
            places = [(label.start, label.end) for label in lost]
            yield _miss(one, name, labels[0].family, reason, places)


def _is_touched(label: Label, findings: Iterable[Finding]) -> bool:
    told = [found for found in findings if found.proof >= Proof.STRONG]
    in_title = any(span.field != "text" for found in told for span in found.spans)
    return in_title or bool(shared(told_places(told), [(label.start, label.end)]))


def _reason(findings: Sequence[Finding]) -> Words:
    if is_told(findings):
        return _ELSEWHERE
    return _HINTED if findings else _UNTOLD


def _with_note(reason: Words, note: str) -> Words:
    return Words(*(f"{sentence} ({note})" if note else sentence for sentence in reason))


def _wrong(one: LabelledDocument, findings: Iterable[Finding]) -> Iterator[Mistake]:
    for found in findings:
        if found.proof < Proof.STRONG:
            continue
        labels = [(label.start, label.end) for label in one.labels if label.family == found.family]
        if labels and not one.exhaustive:
            continue
        spans = [span for span in found.spans if not labels or _is_apart(span, labels)]
        if spans:
            n = len(spans) if labels else found.n
            yield _entry(one, found.cls, found.family, found.message, n, spans)


def _is_apart(span: Evidence, labels: Sequence[Place]) -> bool:
    return span.field == "text" and not shared([(span.start, span.end)], labels)


def _miss(one: LabelledDocument, cls: str, family: str, reason: Words, places: Sequence[Place]) -> Mistake:
    text = one.document.text
    spans = [
        Evidence(
            start,
            end,
            text[start:end],
            text[max(start - AROUND, 0) : start],
            text[end : end + AROUND],
        )
        for start, end in places[:SHOWN]
    ]
    return _entry(one, cls, family, reason, len(places), spans)


def _entry(
    one: LabelledDocument, cls: str, family: str, reason: Words, n: int, spans: Sequence[Evidence]
) -> Mistake:
    return Mistake(
        one.document.id,
        Path(one.file).name,
        cls,
        family,
        reason,
        n,
        tuple(spans[:SHOWN]),
        len(one.document.text),
    )
