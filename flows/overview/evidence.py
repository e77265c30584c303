"""The documents with findings and the very characters that were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from checks.model import Evidence, Words
from flows.overview.rows import Labels, Rows
from flows.records import FindingRow
from reports.model import ShownDocument, ShownFinding


def documents_of(rows: Rows, labels: Labels) -> tuple[ShownDocument, ...]:
    """The documents with findings, worst first."""
    found: dict[tuple[str, str], list[FindingRow]] = defaultdict(list)
    for row in rows.findings:
        found[row.source, row.doc_id].append(row)
    worst = sorted(found, key=lambda key: (-max(f.severity for f in found[key]), -len(found[key]), key))
    return tuple(_document(key, found[key], rows, labels) for key in worst)


def _document(
    key: tuple[str, str], findings: Sequence[FindingRow], rows: Rows, labels: Labels
) -> ShownDocument:
    document = rows.documents.get(key)
    characters_before, tail_before = rows.versions_before.get(key, (None, ""))
    ranked = sorted(findings, key=lambda f: (-int(f.severity), f.cls))
    return ShownDocument(
        id=key[1],
        source=key[0],
        url=document.url if document else "",
        title=document.title if document else "",
        fetched_at=document.fetched_at if document else "",
        verdict=document.verdict if document else "not_assessed",
        characters=document.characters if document else 0,
        tail=document.tail if document else "",
        findings=tuple(_shown(row, labels) for row in ranked),
        characters_before=characters_before,
        tail_before=tail_before,
    )


def _shown(row: FindingRow, labels: Labels) -> ShownFinding:
    return ShownFinding(
        cls=row.cls,
        label=labels[row.cls],
        family=row.family,
        severity=row.severity,
        proof=row.proof,
        message=Words(row.message_en, row.message_zh),
        n=row.n,
        share=row.share,
        spans=tuple(_evidence(span) for span in row.spans),
    )


def _evidence(span: Mapping[str, object]) -> Evidence:
    original = span.get("original")
    field: Literal["text", "title"] = "title" if span.get("field") == "title" else "text"
    return Evidence(
        start=int(str(span["start"])),
        end=int(str(span["end"])),
        quote=str(span["quote"]),
        before=str(span["before"]),
        after=str(span["after"]),
        original=None if original is None else str(original),
        field=field,
    )
