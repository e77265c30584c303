"""The documents with findings and the very characters that were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Literal

from checks.model import Evidence, Words
from flows.overview.rows import Labels, Rows
from flows.records import FindingRow
from reports.model import ShownDocument, ShownFinding

Key = tuple[str, str]


def documents_of(rows: Rows, labels: Labels) -> tuple[ShownDocument, ...]:
    """The documents with findings, so that the first ones show every problem of every source.

    First the worst document of each class of each source, what changed before what is known and the gravest class
    first, unless one chosen before shows it too; then the rest, the worst first. The same rows always give the
    same order.
    """
    found: dict[Key, list[FindingRow]] = defaultdict(list)
    for row in rows.findings:
        found[row.source, row.doc_id].append(row)
    ranked = sorted(found, key=lambda key: (-max(f.severity for f in found[key]), -len(found[key]), key))
    changed = {(e.source, e.cls) for e in rows.events if e.event in ("new", "worse", "back")}
    chosen = dict.fromkeys(_covering(rows.findings, found, ranked, changed))
    return tuple(_document(key, found[key], rows, labels) for key in dict.fromkeys([*chosen, *ranked]))


def _covering(
    findings: Iterable[FindingRow],
    found: Mapping[Key, Sequence[FindingRow]],
    ranked: Sequence[Key],
    changed: Set[Key],
) -> Iterator[Key]:
    """Documents that together show every class of every source; each is the worst that shows its class."""
    of_pair: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in ranked:
        for finding in found[key]:
            of_pair[finding.source, finding.cls].append(key)
    severity = {(row.source, row.cls): row.severity for row in findings}
    shown: set[tuple[str, str]] = set()
    for pair in sorted(of_pair, key=lambda each: (each not in changed, -severity[each], each)):
        if pair not in shown:
            yield of_pair[pair][0]
            shown |= {(row.source, row.cls) for row in found[of_pair[pair][0]]}


def _document(key: Key, findings: Sequence[FindingRow], rows: Rows, labels: Labels) -> ShownDocument:
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
