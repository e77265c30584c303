"""Settle a measured run: what only shows between documents joins what was told of each alone.

The facts of all shards are surveyed; a document that gains a span is opened again, for the quote. One
that has changed or gone in between is not assessed by the checks that had something to say of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from checks.corpus import Summary, placed, survey
from checks.facts import Facts
from checks.model import Document, Span
from checks.run import Examiner, Measured
from flows.engine.facts import read_facts
from flows.engine.shards import TOLD, RunFolder, table_of
from flows.engine.told import signals_of, told_of
from flows.ingest import Ingested, Source, SourceUnreadable, read_source

CHANGED = "a document changed or went while the run read it"

Shard = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Gain:
    """What one document gained, and the checks that could not say."""

    content_hash: str
    spans: Sequence[Span]
    unsettled: Mapping[str, str]


def settle_run(
    folder: RunFolder, sources: Sequence[Source], examiner: Examiner, *, max_document_bytes: int
) -> dict[str, dict[str, str]]:
    """Add to the shards of a run what only shows between documents.

    Returns per source the checks that raised or had no answer for a document, with the reason.
    """
    shards = list(folder.shards([source.id for source in sources]))
    facts = dict(zip(shards, placed(read_facts(folder, *shard) for shard in shards), strict=True))
    summary = survey(facts.values())
    crashes: dict[str, dict[str, str]] = {source.id: {} for source in sources}
    for source in sources:
        gains: dict[Shard, dict[str, _Gain]] = {}
        for shard in (shard for shard in shards if shard[0] == source.id):
            gains[shard], crashed = _gains(folder, shard, examiner, facts[shard], summary)
            crashes[source.id] |= crashed
        crashes[source.id] |= _opened_again(folder, source, gains, examiner, max_document_bytes)
    return crashes


def _gains(
    folder: RunFolder, shard: Shard, examiner: Examiner, facts: Facts, summary: Summary
) -> tuple[dict[str, _Gain], dict[str, str]]:
    """What the documents of a shard gained, by id, and the checks that raised."""
    settled, crashed = examiner.settle(facts, summary)
    rows = range(len(facts.ids)) if crashed else sorted(settled)
    hashes = folder.read(*shard, "documents")["content_hash"].to_pylist() if rows else []
    return {facts.ids[row]: _Gain(hashes[row], settled.get(row, ()), crashed) for row in rows}, crashed


def _opened_again(
    folder: RunFolder,
    source: Source,
    gains: Mapping[Shard, Mapping[str, _Gain]],
    examiner: Examiner,
    max_document_bytes: int,
) -> dict[str, str]:
    """Measure again the documents that gained, shard after shard; returns what stayed without an answer."""
    left = {shard: dict(gained) for shard, gained in gains.items() if gained}
    shard_of = {id_: shard for shard, gained in left.items() for id_ in gained}
    wanted = _documents(source, set(shard_of), max_document_bytes) if shard_of else ()
    for shard, documents in groupby(wanted, key=lambda document: shard_of[document.id]):
        measured = []
        for document in documents:
            gain = left[shard].get(document.id)
            if gain and gain.content_hash == document.content_hash:
                measured.append(examiner.measure(document, gain.spans, gain.unsettled))
                del left[shard][document.id]
        if measured:
            _replace(folder, shard, measured, examiner)
    lost: dict[str, str] = {}
    for shard, gained in left.items():
        unanswered = {id_: _classes_of(gain, examiner) for id_, gain in gained.items()}
        _leave_open(folder, shard, unanswered)
        lost |= dict.fromkeys((examiner.check_of[c] for cs in unanswered.values() for c in cs), CHANGED)
    return lost


def _documents(source: Source, ids: set[str], max_document_bytes: int) -> Iterator[Document]:
    """The documents of these ids, in the order of the source, as far as it can still be read."""
    with suppress(SourceUnreadable):  # then none of them is assessed, and the run says so
        for item in read_source(source, max_document_bytes=max_document_bytes):
            if isinstance(item, Ingested) and item.document.id in ids:
                yield item.document


def _classes_of(gain: _Gain, examiner: Examiner) -> set[str]:
    """The classes of which this document has no answer."""
    checks = {examiner.check_of[span.cls] for span in gain.spans} | set(gain.unsettled)
    return {name for name, check in examiner.check_of.items() if check in checks}


def _replace(folder: RunFolder, shard: Shard, measured: Sequence[Measured], examiner: Examiner) -> None:
    """Put these documents in the place of what the shard holds of them; its order stays."""
    new = pa.array([each.document.id for each in measured], pa.string())
    told, signals = folder.read(*shard, "told"), folder.read(*shard, "signals")
    told = told.filter(pc.invert(pc.is_in(told["doc_id"], value_set=new)))
    folder.write(*shard, "told", pa.concat_tables([told, told_of(measured, examiner)]))
    kept = signals.filter(pc.invert(pc.is_in(signals["id"], value_set=new)))
    both = pa.concat_tables([kept, signals_of(measured, examiner).cast(signals.schema)])
    row = {id_: place for place, id_ in enumerate(both["id"].to_pylist())}
    folder.write(*shard, "signals", both.take([row[id_] for id_ in signals["id"].to_pylist()]))


def _leave_open(folder: RunFolder, shard: Shard, unanswered: Mapping[str, set[str]]) -> None:
    """Set the signals of these documents and classes to "not assessed"."""
    if not unanswered:
        return
    signals = folder.read(*shard, "signals")
    ids = signals["id"].to_pylist()
    for cls in sorted(set().union(*unanswered.values())):
        known = pa.array([cls not in unanswered.get(id_, ()) for id_ in ids])
        for column in (f"{cls}_n", f"{cls}_share"):
            place = signals.schema.get_field_index(column)
            cleared = pc.if_else(known, signals[column], pa.scalar(None, signals.schema.field(place).type))
            signals = signals.set_column(place, signals.schema.field(place), cleared)
    folder.write(*shard, "signals", signals)
    told = folder.read(*shard, "told").to_pylist()
    rows = [row for row in told if row["class"] not in unanswered.get(row["doc_id"], ())]
    folder.write(*shard, "told", table_of(rows, TOLD))
