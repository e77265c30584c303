"""Documents read back: what the ledger says of them now, and what a run kept of those it found fault with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from flows.history.columns import built, storable, values
from flows.history.schema import ledger, ledger_sources, run_documents, run_sources, runs
from flows.records import DocumentRow

CHUNK = 500  # ids per question: far below the number of variables either database allows

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """One document as the ledger has it. Runs by id, "" for none; ``…_before`` is the version before."""

    source: str
    id: str
    content_hash: str
    characters: int
    tail: str
    verdict: str
    first_run: str
    changed_run: str
    seen_run: str
    gone_run: str
    hash_before: str
    characters_before: int | None
    tail_before: str


def document_versions(
    connection: Connection, corpus: str, keys: Collection[Key]
) -> dict[Key, DocumentVersion]:
    """Look up documents by ``(source, id)``; those the ledger does not know are left out."""
    of_corpus = select(runs.c.key, runs.c.id).where(runs.c.corpus == corpus)
    names = {row.key: row.id for row in connection.execute(of_corpus)}
    seen = _assessed_runs(connection, corpus)
    return {
        (row.source, row.doc_id): _version(row, names, seen[row.source])
        for row in _rows(connection, corpus, keys)
    }


def keep_documents(connection: Connection, corpus: str, run_key: int, rows: Collection[DocumentRow]) -> None:
    """Store documents with a run, beside the version before that the ledger has of each."""
    before = {(r.source, r.doc_id): r for r in _rows(connection, corpus, {(r.source, r.id) for r in rows})}
    kept = [
        values(row, run_key=run_key) | _before(before.get((row.source, storable(row.id)))) for row in rows
    ]
    if kept:
        connection.execute(insert(run_documents), kept)


def documents(connection: Connection, run_key: int) -> dict[Key, DocumentRow]:
    """The documents whose findings a run kept, by ``(source, id)``."""
    rows = connection.execute(select(run_documents).where(run_documents.c.run_key == run_key))
    return {(row.source, row.id): built(DocumentRow, row) for row in rows}


def versions_before(connection: Connection, run_key: int) -> dict[Key, tuple[int, str]]:
    """Length and tail of the version before, for those of ``documents`` that had one."""
    table = run_documents.c
    rows = connection.execute(
        select(table.source, table.id, table.previous_characters, table.previous_tail).where(
            table.run_key == run_key, table.previous_characters.is_not(None)
        )
    )
    return {(row.source, row.id): (row.previous_characters, row.previous_tail) for row in rows}


def _rows(connection: Connection, corpus: str, keys: Iterable[Key]) -> Iterator[Row[Any]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for source, doc_id in sorted(keys):
        ids[source].append(doc_id)
    question = select(ledger, ledger_sources.c.source).join(
        ledger_sources, ledger.c.source_key == ledger_sources.c.key
    )
    for source, wanted in ids.items():
        of_source = question.where(ledger_sources.c.corpus == corpus, ledger_sources.c.source == source)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            yield from connection.execute(of_source.where(ledger.c.doc_id.in_(chunk)))


def _before(row: Row[Any] | None) -> dict[str, object]:
    return {
        "previous_characters": row.previous_characters if row else None,
        "previous_tail": row.previous_tail if row else None,
    }


def _assessed_runs(connection: Connection, corpus: str) -> Mapping[str, list[int]]:
    """The runs that assessed each source, oldest first: those that saw every document then there."""
    of_corpus = run_sources.join(runs, runs.c.key == run_sources.c.run_key)
    rows = connection.execute(
        select(run_sources.c.source, runs.c.key)
        .select_from(of_corpus)
        .where(runs.c.corpus == corpus, run_sources.c.failure == "")
        .order_by(runs.c.key)
    )
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        found[row.source].append(row.key)
    return found


def _version(row: Row[Any], names: Mapping[int, str], assessed: Iterable[int]) -> DocumentVersion:
    seen = max((key for key in assessed if row.gone_run is None or key < row.gone_run), default=row.first_run)
    return DocumentVersion(
        source=row.source,
        id=row.doc_id,
        content_hash=row.content_hash,
        characters=row.characters,
        tail=row.tail,
        verdict=row.verdict,
        first_run=names.get(row.first_run, ""),
        changed_run=names.get(row.changed_run, ""),
        seen_run=names.get(seen, ""),
        gone_run=names.get(row.gone_run, ""),
        hash_before=row.previous_hash or "",
        characters_before=row.previous_characters,
        tail_before=row.previous_tail or "",
    )
