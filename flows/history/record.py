"""Write a whole run in one transaction: all of it, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import islice

from sqlalchemy import Connection, Table, delete, insert, select, update

from flows.history import case_states, outbox, schema
from flows.history.columns import values
from flows.history.documents import Key, keep_documents
from flows.history.ledger import Changes, forget_undo, ledger_changes, rewind
from flows.history.runs import check_run_id
from flows.records import (
    Case,
    CaseEvent,
    CauseRow,
    Delivery,
    DocumentRow,
    FindingRow,
    HealthRow,
    Reject,
    RunRow,
    SourceRow,
)

KEPT_FINDINGS = 200  # documents per source x class; the rest is counted in health and lies in the run's files
KEPT_SPANS = 50  # of each finding; a report shows fewer, ``n`` is exact
KEPT_REJECTS = 1_000
CHUNK = 1_000

_OF_A_RUN = (
    schema.run_sources,
    schema.health,
    schema.findings,
    schema.run_documents,
    schema.rejects,
    schema.case_states,
    schema.case_events,
    schema.causes,
)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run as the history takes it.

    ``sources`` are all sources in the settings, assessed or not; their new, changed, unchanged and gone
    are filled in here. ``documents`` opens the stream of all documents of the assessed sources; it is
    opened once, unless ``unchanged`` is given: the run before had the same documents with the same verdicts, and it
    opens those that have one of some ids. ``cases`` and ``events`` are what ``flows.cases.advance`` gave. ``deliveries`` go to the
    outbox in the same transaction, so that no alert is lost between the two.
    """

    run: RunRow
    sources: tuple[SourceRow, ...]
    health: Iterable[HealthRow]
    findings: Iterable[FindingRow]
    rejects: Iterable[Reject]
    documents: Callable[[], Iterable[DocumentRow]]
    cases: tuple[Case, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    causes: tuple[CauseRow, ...] = ()
    unchanged: Callable[[Collection[str]], Iterable[DocumentRow]] | None = None


def write_run(connection: Connection, record: RunRecord) -> tuple[SourceRow, ...]:
    """Write the run, replacing the newest if it has the same id; returns the sources with their counts.

    Raises RunRefused for the id of an older run.
    """
    corpus, key = record.run.corpus, _begun(connection, record.run)
    kept = tuple(_worst(record.findings))
    wanted = {(row.source, row.doc_id) for row in kept}
    if record.unchanged:
        forget_undo(connection, corpus)
        opened = record.unchanged({doc_id for _, doc_id in wanted})
        shown = [row for row in opened if (row.source, row.id) in wanted]
        changes = {row.source: Changes(unchanged=row.documents) for row in record.sources}
    else:
        shown = []
        changes = _brought_up(connection, record, key, _noting(record.documents(), wanted, shown))
    sources = tuple(_with(row, changes.get(row.source, Changes())) for row in record.sources)
    _fill(connection, schema.run_sources, (values(row, run_key=key) for row in sources))
    _fill(connection, schema.health, (values(row, run_key=key) for row in record.health))
    _fill(connection, schema.findings, (_finding(row, key) for row in kept))
    _fill(connection, schema.rejects, _numbered(record.rejects, key))
    _fill(connection, schema.causes, (values(row, run_key=key) for row in record.causes))
    keep_documents(connection, corpus, key, shown)
    case_states.keep(connection, corpus, key, record.cases, record.events)
    outbox.add(connection, corpus, record.deliveries, record.run.finished_at)
    return sources


def _brought_up(
    connection: Connection, record: RunRecord, key: int, documents: Iterable[DocumentRow]
) -> dict[str, Changes]:
    """Bring the ledger to this run; returns what that changed."""
    return ledger_changes(
        connection,
        record.run.corpus,
        key,
        documents,
        assessed=[row.source for row in record.sources if row.assessed],
        known=[row.source for row in record.sources],
    )


def rewind_run(connection: Connection, corpus: str, run_id: str) -> int | None:
    """Take back what a run wrote, but for its row in ``runs``; returns its number, None if it is new."""
    check_run_id(connection, corpus, run_id)
    of_run = (schema.runs.c.corpus == corpus) & (schema.runs.c.id == run_id)
    key: int | None = connection.scalar(select(schema.runs.c.key).where(of_run))
    if key is not None:
        rewind(connection, corpus, key)
        for table in _OF_A_RUN:
            connection.execute(delete(table).where(table.c.run_key == key))
    return key


def _begun(connection: Connection, run: RunRow) -> int:
    key = rewind_run(connection, run.corpus, run.id)
    if key is None:
        primary_key = connection.execute(insert(schema.runs).values(values(run))).inserted_primary_key
        assert primary_key is not None, "a single row was inserted"
        return int(primary_key[0])
    connection.execute(update(schema.runs).where(schema.runs.c.key == key).values(values(run)))
    return key


def _worst(findings: Iterable[FindingRow]) -> Iterator[FindingRow]:
    """At most ``KEPT_FINDINGS`` per source x class: what counts before hints, then the worst."""
    best: dict[Key, list[FindingRow]] = defaultdict(list)
    for row in findings:
        group = best[row.source, row.cls]
        group.append(row)
        if len(group) >= 2 * KEPT_FINDINGS:
            group[:] = sorted(group, key=_rank)[:KEPT_FINDINGS]
    for group in best.values():
        yield from sorted(group, key=_rank)[:KEPT_FINDINGS]


def _rank(row: FindingRow) -> tuple[bool, int, int, str]:
    return row.proof == "hint", -int(row.severity), -row.n, row.doc_id


def _finding(row: FindingRow, key: int) -> dict[str, object]:
    return values(row, run_key=key, spans=[dict(span) for span in row.spans[:KEPT_SPANS]])


def _noting(rows: Iterable[DocumentRow], wanted: Set[Key], noted: list[DocumentRow]) -> Iterator[DocumentRow]:
    """Pass documents on and note those that are wanted."""
    for row in rows:
        if (row.source, row.id) in wanted:
            noted.append(row)
        yield row


def _with(row: SourceRow, changes: Changes) -> SourceRow:
    return replace(row, **changes._asdict())


def _numbered(rejects: Iterable[Reject], key: int) -> Iterator[dict[str, object]]:
    for number, reject in enumerate(islice(rejects, KEPT_REJECTS)):
        yield values(reject, run_key=key, number=number)


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        connection.execute(insert(table), chunk)
