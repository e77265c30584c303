"""What one document adds to the figures of each family and class that is labelled or told in it.

Told: a proved or strong finding, at any severity, as it comes out of the limits. A document with
nothing but a hint is hinted, not told. A label that names only the family leaves open which class it
is: the family is scored, its classes are not.

A label that is not owed is neither missed nor, where it is told, wrong.

By character, only documents whose labels are exhaustive count. A label on 90 % or more of a text
speaks of the document: its characters are neither owed nor wrong, and inside it nothing told is
wrong. Nor is a finding counted by character of which not every span was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checks.model import Finding, Proof
from flows.evaluation.labelled import Label, LabelledDocument
from flows.evaluation.places import Place, shared, size


class Counts(NamedTuple):
    """Documents, hinted documents, and characters; each a number of one document or a sum."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    hinted: int = 0
    hinted_right: int = 0
    characters_right: int = 0
    characters_wrong: int = 0
    characters_missed: int = 0


def by_family(document: LabelledDocument, findings: Iterable[Finding]) -> dict[str, Counts]:
    """Counts of every family that is labelled or told in a document."""
    findings = tuple(findings)
    names = {label.family for label in document.labels} | {found.family for found in findings}
    return {
        name: _counts(
            document,
            [label for label in document.labels if label.family == name],
            [found for found in findings if found.family == name],
            places=document.exhaustive,
        )
        for name in sorted(names)
    }


def by_class(document: LabelledDocument, findings: Iterable[Finding]) -> dict[str, Counts]:
    """Counts of every class that is labelled or told in a document, as far as its labels say."""
    findings = tuple(findings)
    families = {label.cls: label.family for label in document.labels if label.cls}
    families |= {found.cls: found.family for found in findings}
    labelled = {label.cls for label in document.labels}
    open_to = {label.family for label in document.labels if not label.cls}
    return {
        name: _counts(
            document,
            [label for label in document.labels if label.cls == name],
            [found for found in findings if found.cls == name],
            places=document.exhaustive and family not in open_to,
        )
        for name, family in sorted(families.items())
        if name in labelled or family not in open_to
    }


def added(counts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """The sums over documents, by name."""
    sums: dict[str, Counts] = {}
    for each in counts:
        for name, one in each.items():
            sums[name] = Counts(*map(sum, zip(sums.get(name, Counts()), one, strict=True)))
    return sums


def is_told(findings: Iterable[Finding]) -> bool:
    """Say whether one of the findings is proved or strong."""
    return any(found.proof >= Proof.STRONG for found in findings)


def _counts(
    document: LabelledDocument, labels: Sequence[Label], findings: Sequence[Finding], *, places: bool
) -> Counts:
    there, told = any(label.owed for label in labels), is_told(findings)
    hinted = bool(findings) and not told
    characters = _characters(document, labels, findings) if places else (0, 0, 0)
    return Counts(
        there and told,
        told and not labels,
        there and not told,
        hinted,
        hinted and bool(labels),
        *characters,
    )


def _characters(
    document: LabelledDocument, labels: Iterable[Label], findings: Iterable[Finding]
) -> tuple[int, int, int]:
    """Characters right, wrong and missed."""
    told = [found for found in findings if found.proof >= Proof.STRONG]
    if any(found.n > len(found.spans) for found in told):
        return 0, 0, 0
    length = len(document.document.text)
    owed: list[Place] = []
    others: list[Place] = []
    for label in labels:
        chosen = owed if label.owed and not label.is_whole(length) else others
        chosen.append((label.start, label.end))
    ours = told_places(told)
    right = shared(ours, owed)
    return right, size(ours) - shared(ours, [*owed, *others]), size(owed) - right


def told_places(findings: Iterable[Finding]) -> list[Place]:
    """Where findings stand in the text; what stands in a title has no place there."""
    return [(s.start, s.end) for found in findings for s in found.spans if s.field == "text"]
