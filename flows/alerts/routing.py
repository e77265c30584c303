"""Which events go to which route, and which of them are worth a message tonight. Pure, no clock.

Routes are tried in order: the first that takes an event keeps it to itself, unless it says
``continue``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from checks.model import Severity
from flows.records import CaseEvent

if TYPE_CHECKING:
    from flows.settings import Route

DRIFT = timedelta(hours=6)
"""Nightly runs start minutes apart, caught-up ones hours: without this a daily repeat would come
every second night whenever a run started a second earlier than the one before."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The events of one run for one route. ``known`` and ``muted`` are counted, not told."""

    moved: tuple[CaseEvent, ...] = ()
    baseline: tuple[CaseEvent, ...] = ()
    repeated: tuple[CaseEvent, ...] = ()
    known: tuple[CaseEvent, ...] = ()
    muted: tuple[CaseEvent, ...] = ()

    @property
    def told(self) -> tuple[CaseEvent, ...]:
        """What the message is about; empty means no message."""
        return self.moved + self.baseline + self.repeated

    @property
    def named(self) -> tuple[CaseEvent, ...]:
        """What gives the message its identity: a repeat alone, or the changes without repeats.

        A run that is run again finds its repeats already told; its message must stay the same one.
        """
        return (self.moved + self.baseline) or self.repeated


def routes_of(event: CaseEvent, routes: Sequence[Route]) -> tuple[Route, ...]:
    """Return the routes that take an event, in order; a fixed case goes where its severity went."""
    taken: list[Route] = []
    for route in routes:
        if matches(event, route):
            taken.append(route)
            if not route.continue_:
                break
    return tuple(taken)


def matches(event: CaseEvent, route: Route) -> bool:
    """Say whether a route would take an event if it were the only one."""
    return (
        event.severity >= route.at_least
        and any(fnmatchcase(event.source, glob) for glob in route.sources)
        and (not route.owners or event.owner in route.owners)
    )


def select(events: Sequence[CaseEvent], route: Route, *, at: str, last_sent: Mapping[str, str]) -> Selection:
    """Sort the events that a route took by what becomes of them.

    ``last_sent``: ISO time by case id of the last message of this route about the case.
    """
    heard = [event for event in events if not event.muted]
    ongoing = [event for event in heard if event.event == "ongoing"]
    repeated = [e for e in ongoing if _due(e, route.repeat_days, at=at, last=last_sent.get(e.case_id))]
    return Selection(
        moved=tuple(event for event in heard if event.event not in ("ongoing", "baseline")),
        baseline=tuple(event for event in heard if event.event == "baseline"),
        repeated=tuple(repeated),
        known=tuple(event for event in ongoing if event not in repeated),
        muted=tuple(event for event in events if event.muted),
    )


def _due(event: CaseEvent, repeat_days: int, *, at: str, last: str | None) -> bool:
    """A case that this route never told is due: a duplicate is better than a loss."""
    days = min(1, repeat_days) if event.severity == Severity.CRITICAL else repeat_days
    return last is None or moment(at) - moment(last) >= timedelta(days=days) - DRIFT


def moment(text: str) -> datetime:
    """Read an ISO 8601 time; one without a zone is UTC. Raises ValueError on anything else."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
