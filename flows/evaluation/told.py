"""What the checks tell of labelled texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checks import Document, Examiner, Finding
from flows.evaluation.labelled import LabelledDocument
from flows.terminal import Progress

Told = Mapping[str, tuple[Finding, ...]]
"""The findings of every document, by its id."""


def told_of(
    documents: Iterable[LabelledDocument], examiner: Examiner, progress: Progress | None = None
) -> Told:
    """Findings of all documents by id; the documents of one file are seen together."""
    files: dict[str, list[Document]] = defaultdict(list)
    for each in documents:
        files[each.file].append(each.document)
    told: dict[str, tuple[Finding, ...]] = {}
    for name, group in files.items():
        if progress:
            progress(name, len(group))
        told |= findings_of(group, examiner)
    return told


def findings_of(documents: Sequence[Document], examiner: Examiner) -> Told:
    """Findings of documents that are seen together, by id.

    Raises RuntimeError where a check crashed: figures without it would flatter or slander it.
    """
    told: dict[str, tuple[Finding, ...]] = {}
    for measured in examiner.measure_together(documents):
        doc_id = measured.document.id
        for name, error in measured.crashed.items():
            raise RuntimeError(f"check {name} crashed on document {doc_id!a}: {error}")
        told[doc_id] = examiner.findings(measured)
    return told
