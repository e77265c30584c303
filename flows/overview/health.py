"""Health by class, by source x class, and the limits that decided it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checks.measured import accuracy_of
from checks.model import FaultClass
from flows.intake import INTAKE
from flows.overview.rows import Labels, Rows
from flows.records import HealthRow
from reports.model import Cell, CheckLine, LimitLine

RANK = {"failed": 3, "warned": 2, "not_assessed": 1, "passed": 0}
_MOVED = 0.005  # half a percent of a source's documents: less is invisible in a printed whole percent


def _by_class(health: Iterable[HealthRow]) -> dict[str, list[HealthRow]]:
    grouped: dict[str, list[HealthRow]] = defaultdict(list)
    for row in health:
        grouped[row.cls].append(row)
    return grouped


def _share_of(rows: Sequence[HealthRow]) -> float | None:
    assessed = sum(row.assessed for row in rows)
    return sum(row.flagged for row in rows) / assessed if assessed else None


def check_lines(rows: Rows, labels: Labels) -> tuple[CheckLine, ...]:
    """One line a class over all sources, failing ones first."""
    past = [_by_class(p.health) for p in rows.past]
    lines = [_check_line(cls, found, past, labels) for cls, found in _by_class(rows.health).items()]
    return tuple(sorted(lines, key=lambda x: (-RANK[x.verdict], -int(x.severity), -x.hit, x.cls)))


def _check_line(
    cls: str, found: Sequence[HealthRow], past: Sequence[Mapping[str, Sequence[HealthRow]]], labels: Labels
) -> CheckLine:
    hit = sum(row.flagged for row in found)
    before = past[-1].get(cls) if past else None
    assessed, documents = sum(row.assessed for row in found), sum(row.documents for row in found)
    return CheckLine(
        cls=cls,
        check=found[0].check,
        family=found[0].family,
        label=labels[cls],
        severity=max(row.severity for row in found),
        verdict=max((row.verdict for row in found), key=lambda word: RANK[word]),
        hit=hit,
        assessed=assessed,
        not_assessed=documents - assessed,
        share=_share_of(found),
        change=None if before is None else hit - sum(row.flagged for row in before),
        tolerated=min(row.tolerated for row in found),
        history=(*(_share_of(p.get(cls, ())) for p in past), _share_of(found)),
    )


def matrix_of(rows: Rows) -> tuple[Cell, ...]:
    """One cell a source x class of the texts, in the order of the health rows."""
    before = {(row.source, row.cls): row.share for row in rows.past[-1].health} if rows.past else {}
    return tuple(
        Cell(
            source=row.source,
            cls=row.cls,
            share=row.share,
            hit=row.flagged,
            documents=row.assessed,
            verdict=row.verdict,
            moved=_moved(before.get((row.source, row.cls)), row.share),
        )
        for row in rows.health
        if row.cls not in INTAKE
    )


def _moved(before: float | None, now: float | None) -> bool:
    return before is not None and now is not None and abs(now - before) >= _MOVED


def limits_of(rows: Rows, classes: Mapping[str, FaultClass]) -> tuple[LimitLine, ...]:
    """What each class is judged by, by family and name."""
    labels, tolerated = Labels(classes), _tolerated(rows.health)
    found = {row.cls: row for row in rows.health}
    return tuple(
        LimitLine(
            cls=name,
            check=row.check,
            label=labels[name],
            severity=classes[name].severity if name in classes else row.severity,
            limits=rows.run.limits.get(name, ""),
            tolerated=tolerated[name],
            version=rows.run.check_versions.get(row.check, ""),
            seconds=rows.run.check_seconds.get(row.check, 0.0),
            accuracy=accuracy_of(name),
        )
        for name, row in sorted(found.items(), key=lambda item: (item[1].family, item[0]))
    )


def _tolerated(health: Iterable[HealthRow]) -> dict[str, str]:
    """The shares tolerated per class: one where all sources agree, else the range."""
    shares: dict[str, set[float]] = defaultdict(set)
    for row in health:
        shares[row.cls].add(row.tolerated)
    return {
        cls: f"{min(s):.1%}" if len(s) == 1 else f"{min(s):.1%}–{max(s):.1%}" for cls, s in shares.items()
    }
