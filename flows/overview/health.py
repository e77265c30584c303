"""Health by class, by source x class, and the limits that decided it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from checks.measured import accuracy_of
from checks.model import FaultClass
from flows.evaluation.intervals import wilson
from flows.history import Hits
from flows.intake import INTAKE
from flows.overview.rows import Labels, Rows
from flows.records import Case, HealthRow
from reports.model import OTHERS, Cell, CheckLine, LimitLine

RANK = {"failed": 3, "warned": 2, "not_assessed": 1, "passed": 0}
DRAWN, WEEK = 29, 7  # runs before this one: in a sparkline, in a median
FEW = 200  # documents: from there on a share of 5 % is known to within about 3 points
SOURCES = 30  # rows of the matrix that a reader takes in; all others are one row
_MOVED = 0.005  # half a percent of a source's documents: less is invisible in a printed whole percent


def check_lines(rows: Rows, labels: Labels) -> tuple[CheckLine, ...]:
    """One line a class over all sources, failing ones first."""
    by_class: dict[str, list[HealthRow]] = defaultdict(list)
    for row in rows.health:
        by_class[row.cls].append(row)
    lines = [_check_line(cls, found, rows, labels) for cls, found in by_class.items()]
    return tuple(sorted(lines, key=lambda x: (-RANK[x.verdict], -int(x.severity), -x.hit, x.cls)))


def _check_line(cls: str, found: Sequence[HealthRow], rows: Rows, labels: Labels) -> CheckLine:
    now = Hits(sum(row.flagged for row in found), sum(row.assessed for row in found))
    before = [each.classes.get(cls) for each in rows.past]
    shares = [each.share if each else None for each in before]
    return CheckLine(
        cls=cls,
        check=found[0].check,
        family=found[0].family,
        label=labels[cls],
        severity=max(row.severity for row in found),
        verdict=max((row.verdict for row in found), key=lambda word: RANK[word]),
        hit=now.flagged,
        assessed=now.assessed,
        not_assessed=sum(row.documents for row in found) - now.assessed,
        share=now.share,
        change=now.flagged - before[-1].flagged if before and before[-1] else None,
        tolerated=min(row.tolerated for row in found),
        history=(*shares[-DRAWN:], now.share),
        median=median_of(shares),
        interval=interval_of(now),
        waived=sum(case.documents for case in _waived(rows, cls)),
        accuracy=accuracy_of(cls),
        sources=tuple(
            row.source for row in sorted(found, key=lambda row: (-row.flagged, row.source)) if row.flagged
        ),
    )


def median_of(shares: Sequence[float | None]) -> float | None:
    """The median of the last seven shares; None before seven runs, when it would be the last run again."""
    week = [share for share in shares[-WEEK:] if share is not None]
    return median(week) if len(week) == WEEK else None


def interval_of(hits: Hits) -> tuple[float, float] | None:
    """The 95 % interval of a share of few documents, where it says more than the share."""
    if not hits.flagged or hits.assessed >= FEW:
        return None
    share = wilson(hits.flagged, hits.assessed)
    return (share.low or 0.0, share.high or 0.0)


def _waived(rows: Rows, cls: str) -> Iterator[Case]:
    day = rows.run.finished_at[:10]
    return (c for c in rows.cases if c.cls == cls and c.status == "open" and c.waived_until >= day)


def matrix_of(rows: Rows) -> tuple[Cell, ...]:
    """One cell a source x class of the texts, sources with most damage first; what is beyond 30 as one source."""
    before = {(row.source, row.cls): row.share for row in rows.health_before}
    by_source: dict[str, list[HealthRow]] = defaultdict(list)
    for row in rows.health:
        if row.cls not in INTAKE:
            by_source[row.source].append(row)
    ranked = sorted(by_source, key=lambda source: (-_damage(by_source[source]), source))
    shown, rest = ranked[:SOURCES], [row for source in ranked[SOURCES:] for row in by_source[source]]
    own = tuple(
        _cell(row, _moved(before.get((row.source, row.cls)), row.share))
        for source in shown
        for row in by_source[source]
    )
    return own + _others(rest)


def _damage(found: Iterable[HealthRow]) -> int:
    """Documents hit, each counted by ten to the power of its severity."""
    return sum(row.flagged * 10 ** int(row.severity) for row in found)


def _cell(row: HealthRow, moved: bool) -> Cell:
    return Cell(row.source, row.cls, row.share, row.flagged, row.assessed, row.verdict, moved)


def _others(rest: Sequence[HealthRow]) -> tuple[Cell, ...]:
    """All other sources as one: the sums, and the worst of the verdicts."""
    by_class: dict[str, list[HealthRow]] = defaultdict(list)
    for row in rest:
        by_class[row.cls].append(row)
    cells = []
    for cls, found in by_class.items():
        hits = Hits(sum(row.flagged for row in found), sum(row.assessed for row in found))
        worst = max((row.verdict for row in found), key=lambda word: RANK[word])
        cells.append(Cell(OTHERS, cls, hits.share, hits.flagged, hits.assessed, worst, moved=False))
    return tuple(cells)


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
