"""Outbox -> channels: at least once, each route by itself, no address in any result.

A message is marked as sent after every address of its route took it; a crash between the two sends
it again, and so does a later run where one of several addresses failed: the outbox knows messages,
not addresses. What failed stays pending for the next run, five times, then it is dead.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from flows.channels import Channel, Failure, open_channels
from flows.records import Delivery, DeliveryState

if TYPE_CHECKING:
    from flows.settings import Route

ROUNDS = 5
"""Runs that try a message before it is dead: a working week of nights."""

BUSY = 60.0
"""Seconds before another try after "429 Too Many Requests", whose Retry-After Apprise keeps to
itself: DingTalk and WeCom count twenty messages a minute."""


class OutboxStore(Protocol):
    """What of the history is needed here. ``mark_failed`` adds one to ``attempts``."""

    def pending_deliveries(self, corpus: str | None = None, /) -> Sequence[Delivery]:
        """Messages neither sent nor dead, oldest first, those of earlier runs among them."""

    def mark_sent(self, delivery_id: str, at: str, /) -> None:
        """Remember that every address took the message at this ISO time."""

    def mark_failed(self, delivery_id: str, error: str, at: str, /, *, dead: bool) -> None:
        """Count one failed round; ``dead`` says that there will be no other."""


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """What became of one message in this round. ``error`` names no address and no secret."""

    id: str
    run_id: str
    route: str
    state: DeliveryState
    error: str = ""

    @property
    def delivered(self) -> bool:
        """Whether every address of the route took the message."""
        return self.state == "sent"


def deliver(
    history: OutboxStore,
    routes: Sequence[Route],
    *,
    now: Callable[[], datetime],
    environment: Mapping[str, str],
    corpus: str | None = None,
    attempts: int = 3,
    pause: float = 2.0,
    timeout: float = 10.0,
    deadline: float = 45.0,
    sleep: Callable[[float], None] = time.sleep,
    jitter: Callable[[], float] = random.random,
) -> tuple[DeliveryResult, ...]:
    """Send every pending message of the outbox and remember what became of each.

    ``corpus``: whose messages, where several share a history; the routes are those of one corpus.
    ``attempts`` in this round, the second ``pause`` seconds after the first, then twice as long, up
    to half as much more by ``jitter`` (0-1). ``timeout``: seconds to connect and between two bytes
    of an answer; ``deadline``: seconds for one attempt as a whole, and long enough for the pauses
    that Apprise itself makes (5.5 s). No channel raises; an error of the history does.
    """
    pace = _Pace(attempts, pause, timeout, deadline, sleep, jitter)
    post = _Post({route.name: route for route in routes}, environment, pace)
    pending = tuple(history.pending_deliveries(corpus))
    return tuple(_recorded(history, delivery, post.send(delivery), now) for delivery in pending)


def _recorded(
    history: OutboxStore, delivery: Delivery, error: str, now: Callable[[], datetime]
) -> DeliveryResult:
    at = now().astimezone(UTC).isoformat(timespec="seconds")
    dead = delivery.attempts + 1 >= ROUNDS
    if error:
        history.mark_failed(delivery.id, error, at, dead=dead)
    else:
        history.mark_sent(delivery.id, at)
    state: DeliveryState = "sent" if not error else "dead" if dead else "pending"
    return DeliveryResult(delivery.id, delivery.run_id, delivery.route, state, error)


@dataclass(frozen=True, slots=True)
class _Pace:
    attempts: int
    pause: float
    timeout: float
    deadline: float
    sleep: Callable[[float], None]
    jitter: Callable[[], float]

    def wait(self, tried: int, failure: Failure) -> None:
        """The jitter keeps routes that failed together from coming back together."""
        first = max(BUSY, self.pause) if failure.status == 429 else self.pause
        self.sleep(first * 2 ** (tried - 1) * (1 + self.jitter() / 2))


@dataclass(slots=True)
class _Post:
    """One round. The channels of a route are opened once, so that Apprise keeps their rate limits."""

    routes: Mapping[str, Route]
    environment: Mapping[str, str]
    pace: _Pace
    opened: dict[str, tuple[tuple[Channel, ...], str]] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)

    def send(self, delivery: Delivery) -> str:
        """Return why the message was not taken by all addresses of its route, "" if it was."""
        if delivery.route not in self.opened:
            self.opened[delivery.route] = self._open(delivery.route)
        channels, trouble = self.opened[delivery.route]
        tries = 1 if delivery.route in self.failing else self.pace.attempts
        errors = [self._through(channel, k, delivery, tries) for k, channel in enumerate(channels, 1)]
        reason = "; ".join(text for text in (trouble, *errors) if text)
        if reason:
            self.failing.add(delivery.route)
        return reason

    def _open(self, name: str) -> tuple[tuple[Channel, ...], str]:
        """Return the channels of a route, and why some of its addresses could not become one."""
        if name not in self.routes:
            return (), f"no route {name!r} in the settings any more"
        variable = self.routes[name].url_env
        urls = self.environment.get(variable, "").strip()
        if not urls:
            return (), f"environment variable {variable} is not set"
        pace = self.pace
        channels, trouble = open_channels(urls, timeout=pace.timeout, deadline=pace.deadline)
        return channels, f"environment variable {variable} {trouble}" if trouble else ""

    def _through(self, channel: Channel, place: int, delivery: Delivery, tries: int) -> str:
        failure = channel.send(delivery.title, delivery.body)
        for tried in range(1, tries):
            if failure is None or failure.final:
                break
            self.pace.wait(tried, failure)
            failure = channel.send(delivery.title, delivery.body)
        return f"address {place} ({channel.name}): {failure.words}" if failure else ""
