"""What changed between two runs of a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from checks.registry import all_checks, classes_of
from flows.history import History
from flows.overview.rows import Labels
from flows.records import HealthRow, RunRow, clean_share
from reports.diff import Difference, Moved, Number

ORDER = ("new", "worse", "not_assessed", "better", "fixed")


def difference(history: History, before: RunRow, after: RunRow, *, checks: Path | None = None) -> Difference:
    """Compare two runs, whichever is the older; ``checks`` is the folder of the corpus's own."""
    labels = Labels(classes_of(all_checks(checks)))
    rows = [
        {(row.source, row.cls): row for row in history.health(run.id, run.corpus)} for run in (before, after)
    ]
    sources = [{row.source for row in history.sources(run.id, run.corpus)} for run in (before, after)]
    moved = [
        _moved(rows[0].get(key), rows[1].get(key), labels) for key in sorted(rows[0].keys() | rows[1].keys())
    ]
    told = [each for each in moved if each]
    told.sort(key=lambda m: (ORDER.index(m.how), -int(m.severity), -abs(m.after - m.before), m.source, m.cls))
    return Difference(
        before=before.id,
        after=after.id,
        numbers=[
            Number("col_documents", before.documents, after.documents),
            Number("col_clean_share", clean_share(before), clean_share(after), is_share=True),
            *(Number(name, getattr(before, name), getattr(after, name)) for name in ("warned", "failed", "not_assessed")),
            Number("col_rejects", before.rejects, after.rejects),
            Number("col_open", _open(history, before), _open(history, after)),
        ],
        moved=told,
        sources_added=sorted(sources[1] - sources[0]),
        sources_removed=sorted(sources[0] - sources[1]),
        checks_changed=sorted(_changed(before, after)),
        settings_changed=before.settings_hash != after.settings_hash,
    )  # fmt: skip


def is_worse(found: Difference) -> bool:
    """Whether something is new, worse, or no longer assessed."""
    return any(each.how in ("new", "worse", "not_assessed") for each in found.moved)


def as_object(found: Difference) -> str:
    """The same as one line of JSON; severities as words, labels in both languages."""
    value = asdict(found)
    for each, moved in zip(value["moved"], found.moved, strict=True):
        each["severity"] = moved.severity.word
    return json.dumps(value, ensure_ascii=True)


def _moved(before: HealthRow | None, after: HealthRow | None, labels: Labels) -> Moved | None:
    row = after or before
    how = _how(before, after)
    if row is None or not how:
        return None
    return Moved(
        how=how,
        source=row.source,
        cls=row.cls,
        label=labels[row.cls],
        severity=row.severity,
        before=before.flagged if before else 0,
        after=after.flagged if after else 0,
        share_before=before.share if before else None,
        share_after=after.share if after else None,
    )


def _how(before: HealthRow | None, after: HealthRow | None) -> str:
    """What became of a class in a source; "" where nothing did."""
    was, now = before.flagged if before else 0, after.flagged if after else 0
    if was == now:
        return ""
    if after and after.verdict == "not_assessed":
        return "not_assessed"  # what was there may be there still
    if now > was:
        return "worse" if was else "new"
    return "better" if now else "fixed"


def _changed(before: RunRow, after: RunRow) -> Iterator[str]:
    for name in before.check_versions.keys() | after.check_versions.keys():
        if before.check_versions.get(name) != after.check_versions.get(name):
            yield name


def _open(history: History, run: RunRow) -> int:
    return sum(case.status == "open" for case in history.cases_as_of(run.id, run.corpus))
