"""Changes of a run -> messages for the outbox: one digest per run and route. Pure, no clock.

Only changes are told: new, worse, back, fixed, gone, and the baseline of a source in one line. What
goes on is told again after ``repeat_days`` (critical: daily), else counted in a digest that is sent
anyway; what is acknowledged or waived is counted, not told. Where nothing changed nothing is sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from checks.model import Words
from flows.alerts.digest import LIMIT, Letterhead, body, title
from flows.alerts.routing import Selection, routes_of, select
from flows.alerts.wording import Language
from flows.records import Case, CaseEvent, Delivery, RunRow

if TYPE_CHECKING:
    from flows.settings import Route

__all__ = ["deliveries"]

_NONE: Mapping[str, str] = MappingProxyType({})


def deliveries(
    events: Sequence[CaseEvent],
    routes: Sequence[Route],
    *,
    run: RunRow,
    report_link: str,
    at: str,
    last_sent: Mapping[str, Mapping[str, str]],
    run_trouble: Sequence[str] = (),
    language: Language = "en",
    labels: Mapping[str, Words] = MappingProxyType({}),
    cases: Mapping[str, Case] = MappingProxyType({}),
    limit: int = LIMIT,
) -> tuple[Delivery, ...]:
    """Write the messages of one run, at most one a route; none where a route has nothing to hear.

    ``at``: ISO time of the run. ``last_sent``: ISO time by route name and case id, of messages that
    the outbox holds or has sent. ``run_trouble``: what the run met beside its own ``reasons``, in
    words; both are added to messages and start none, because what was not assessed comes as events.
    ``labels``: words by class, ``cases``: by id, for how long a fixed case was open; both may lack
    entries.
    ``limit``: bytes of a body. The same run gives the same ids again.
    """
    trouble = tuple(dict.fromkeys((*run.reasons, *run_trouble)))
    head = Letterhead(run, report_link, at, trouble, language, labels, cases, limit)
    taken = [(event, routes_of(event, routes)) for event in events]
    written = []
    for route in routes:
        heard = [event for event, takers in taken if route in takers]
        selection = select(heard, route, at=at, last_sent=last_sent.get(route.name, _NONE))
        if selection.told:
            written.append(_delivery(selection, route, head))
    return tuple(written)


def _delivery(selection: Selection, route: Route, head: Letterhead) -> Delivery:
    return Delivery(
        id=_id(_keys(selection.named, head.run, route), head.run, route),
        run_id=head.run.id,
        route=route.name,
        title=title(selection, head),
        body=body(selection, head),
        keys=_keys(selection.told, head.run, route),
        created_at=head.at,
    )


def _keys(events: Sequence[CaseEvent], run: RunRow, route: Route) -> tuple[str, ...]:
    return tuple(sorted(f"{event.case_id}:{event.event}:{run.id}:{route.name}" for event in events))


def _id(keys: Sequence[str], run: RunRow, route: Route) -> str:
    """Sixteen hex digits: the same run, route and changes are the same message."""
    return hashlib.sha256("\n".join([run.id, route.name, *keys]).encode()).hexdigest()[:16]
