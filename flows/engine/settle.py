"""Settle a measured run: what only shows between documents joins what was told of each alone.

The facts of all shards are surveyed; a document that gains a span is opened again, for the quote. One
that has changed or gone in between is not assessed by the checks that had something to say of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from checks.corpus import Summary, survey
from checks.facts import Facts
from checks.model import Document, Span
from checks.run import Examiner, Measured
from flows.engine.facts import SurveyedFacts, keys_on_disk, read_facts
from flows.engine.overlay import Families, leave_open, of_families, overlay
from flows.engine.shard import Part, Shard
from flows.engine.shards import RunFolder
from flows.ingest import Asked, Ingested, Source, SourceUnreadable, read_pieces

CHANGED = "a document changed or went while the run read it"


@dataclass(frozen=True, slots=True)
class _Gain:
    """What one document gained, and the checks that could not say."""

    content_hash: str
    location: str
    spans: Sequence[Span]
    unsettled: Mapping[str, str]


def settle_run(
    folder: RunFolder,
    sources: Sequence[Source],
    examiner: Examiner,
    *,
    max_document_bytes: int,
    kept: Path | None = None,
) -> dict[str, dict[str, str]]:
    """Lay over the shards of a run what only shows between documents.

    ``kept``: the folder of an earlier run, which settled the same if it measured the same.
    Returns per source the checks that raised or had no answer for a document, with the reason.
    """
    folder.unsettle()
    stamp = _stamp(folder, [source.id for source in sources])
    if kept and stamp and (known := folder.settle_like(kept, stamp)) is not None:
        return known
    parts = list(folder.parts([source.id for source in sources]))
    summary = survey(SurveyedFacts(folder, parts), [keys_on_disk(folder, part) for part in parts])
    crashes: dict[str, dict[str, str]] = {source.id: {} for source in sources}
    first = 0
    for source in sources:
        for shard in folder.source(source.id)[0]:
            gains: dict[Part, dict[str, _Gain]] = {}
            for part in folder.parts_of(shard):
                facts = replace(read_facts(folder, part), first=first)
                first += len(facts.ids)
                gains[part], crashed = _gains(folder, part, examiner, facts, summary)
                crashes[source.id] |= crashed
            crashes[source.id] |= _opened_again(folder, source, shard, gains, examiner, max_document_bytes)
    folder.stamp(stamp, crashes)
    return crashes


def _stamp(folder: RunFolder, sources: Sequence[str]) -> str:
    """Stand for all documents of all sources and what measuring them rests on; "" where a shard cannot be vouched for."""
    results = [folder.result(shard) for source in sources for shard in folder.source(source)[0]]
    prints = [result["fingerprint"] if result else "" for result in results]
    return blake2b(json.dumps([sources, prints]).encode(), digest_size=16).hexdigest() if all(prints) else ""


def _gains(
    folder: RunFolder, part: Part, examiner: Examiner, facts: Facts, summary: Summary
) -> tuple[dict[str, _Gain], dict[str, str]]:
    """What the documents of a part gained, by id, and the checks that raised."""
    settled, crashed = examiner.settle(facts, summary)
    rows = range(len(facts.ids)) if crashed else sorted(settled)
    documents = folder.read(part, "documents", ["content_hash", "location"]).take(pa.array(rows, pa.int64()))
    told = zip(rows, *(documents[name].to_pylist() for name in documents.column_names), strict=True)
    gains = {
        facts.ids[row]: _Gain(content_hash, location, settled.get(row, ()), crashed)
        for row, content_hash, location in told
    }
    return gains, crashed


def _opened_again(
    folder: RunFolder,
    source: Source,
    shard: Shard,
    gains: Mapping[Part, Mapping[str, _Gain]],
    examiner: Examiner,
    max_document_bytes: int,
) -> dict[str, str]:
    """Measure again the documents that gained, part after part; returns what stayed without an answer."""
    left = {part: dict(gained) for part, gained in gains.items() if gained}
    part_of = {id_: part for part, gained in left.items() for id_ in gained}
    places = {gain.location for gained in left.values() for gain in gained.values()}
    wanted = _documents(folder, source, shard, part_of, places, max_document_bytes) if places else ()
    for part, documents in groupby(wanted, key=lambda document: part_of[document.id]):
        measured: dict[Families, list[Measured]] = defaultdict(list)
        for document in documents:
            gain = left[part][document.id]
            if gain.content_hash == document.content_hash:
                families = _families_of(gain, examiner)
                again = of_families(examiner, families).measure(document, gain.spans, gain.unsettled)
                measured[families].append(again)
                del left[part][document.id]
        if measured:
            overlay(folder, part, {of_families(examiner, f): (f, each) for f, each in measured.items()})
    lost: dict[str, str] = {}
    for part, gained in left.items():
        unanswered = {id_: _classes_of(gain, examiner) for id_, gain in gained.items()}
        leave_open(folder, part, unanswered)
        lost |= dict.fromkeys((examiner.check_of[c] for cs in unanswered.values() for c in cs), CHANGED)
    return lost


def _families_of(gain: _Gain, examiner: Examiner) -> Families:
    """The families that what a document gained belongs to; of no other do the numbers change."""
    checks = {examiner.check_of[span.cls] for span in gain.spans} | set(gain.unsettled)
    return frozenset(
        cls.family for name, cls in examiner.classes.items() if examiner.check_of[name] in checks
    )


def _documents(
    folder: RunFolder,
    source: Source,
    shard: Shard,
    ids: Container[str],
    places: Container[str],
    max_document_bytes: int,
) -> Iterator[Document]:
    """The documents of these ids at these places, in the order of the source, as far as it can still be read."""
    with suppress(SourceUnreadable):  # then none of them is assessed, and the run says so
        items = read_pieces(
            source,
            folder.plan(shard).pieces,
            max_document_bytes=max_document_bytes,
            met=folder.met(shard),
            asked=Asked(places),
        )
        for item in items:
            if isinstance(item, Ingested) and item.document.id in ids:
                yield item.document


def _classes_of(gain: _Gain, examiner: Examiner) -> set[str]:
    """The classes of which this document has no answer."""
    checks = {examiner.check_of[span.cls] for span in gain.spans} | set(gain.unsettled)
    return {name for name, check in examiner.check_of.items() if check in checks}
