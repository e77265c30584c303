"""The documents with findings and the very characters that were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Literal

from checks.model import Evidence, Words
from flows.overview.rows import Labels, Rows
from flows.records import FindingRow
from reports.cards import FINDINGS
from reports.model import ShownDocument, ShownFinding

Key = tuple[str, str]


def documents_of(rows: Rows, labels: Labels) -> tuple[ShownDocument, ...]:
    """The documents with findings, so that the first ones show every problem of every source.

    First the worst document of each class of each source, what changed before what is known and the gravest class
    first, unless one chosen before shows it too; then the rest, the worst first. The same rows always give the
    same order. The findings of a document are in that order, too: a card has room for ten.
    """
    changed = {(event.source, event.cls) for event in rows.events if event.event in ("new", "worse", "back")}
    found: dict[Key, list[FindingRow]] = defaultdict(list)
    for row in sorted(
        rows.findings, key=lambda row: ((row.source, row.cls) not in changed, -row.severity, row.cls)
    ):
        found[row.source, row.doc_id].append(row)
    ranked = sorted(found, key=lambda key: (-max(f.severity for f in found[key]), -len(found[key]), key))
    chosen = _covering(found, ranked, changed)
    return tuple(_document(key, found[key], rows, labels) for key in dict.fromkeys([*chosen, *ranked]))


def _covering(
    found: Mapping[Key, Sequence[FindingRow]], ranked: Sequence[Key], changed: Set[Key]
) -> Iterator[Key]:
    """Documents whose cards together show every class of every source; each is the worst that shows its class."""
    worst: dict[Key, Key] = {}
    severity: dict[Key, int] = {}
    for key in ranked:
        for finding in found[key][:FINDINGS]:
            worst.setdefault((finding.source, finding.cls), key)
            severity.setdefault((finding.source, finding.cls), finding.severity)
    shown: set[Key] = set()
    for pair in sorted(worst, key=lambda each: (each not in changed, -severity[each], each)):
        if pair not in shown:
            yield worst[pair]
            shown |= {(row.source, row.cls) for row in found[worst[pair]][:FINDINGS]}


def _document(key: Key, findings: Sequence[FindingRow], rows: Rows, labels: Labels) -> ShownDocument:
    document = rows.documents.get(key)
    characters_before, tail_before = rows.versions_before.get(key, (None, ""))
    return ShownDocument(
        id=key[1],
        source=key[0],
        url=document.url if document else "",
        title=document.title if document else "",
        fetched_at=document.fetched_at if document else "",
        verdict=document.verdict if document else "not_assessed",
        characters=document.characters if document else 0,
        tail=document.tail if document else "",
        findings=tuple(_shown(row, labels) for row in findings),
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
