"""Addresses of Apprise, opened and used so that nothing of them reaches a log. Imports Apprise.

Apprise tells no more than yes or no. The HTTP status is read from what it logs; a ``Retry-After``
cannot be. It takes any HTTP 200 for a yes, so a robot of DingTalk, Feishu or WeCom that answers
"200: wrong key" counts as told. Redirects are not followed: they would turn the message into a GET,
and the answer to that into a yes.
"""

from __future__ import annotations

import logging
import re
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, NamedTuple

from apprise import Apprise, AppriseAsset, NotifyBase, NotifyFormat

from flows.alerts.wording import cut

CHANNEL_BYTES = {"wecombot": 2_048}
"""Where Apprise's ``body_maxlen`` (characters) does not say it: WeCom's robot takes text in bytes."""

_STATUS = re.compile(r"\berror=(\d{3})\b")
_ASSET: dict[str, Any] = {"async_mode": False, "http_redirects": False, "app_id": "corpus-health"}
if hasattr(AppriseAsset, "service_timeout"):
    # Apprise 2 keeps deadlines in worker threads that the interpreter waits for at its end; ours are
    # left behind.
    _ASSET["service_timeout"] = 0

_SIGNS = {
    "timed out": "no answer in time",
    "refused": "connection refused",
    "resolve": "host name not found",
    "ertificate": "TLS certificate not accepted",
    "onnection": "connection failed",
}
"""Words of Requests' and Apprise's own messages and what they mean, the most telling first."""

_UNKNOWN = "holds an address that Apprise does not know (a plain webhook is written jsons://host/path)"

_TALKATIVE = frozenset({"apprise", "urllib3", "requests", "requests_oauthlib", "paho", "slixmpp"})


class Failure(NamedTuple):
    """Why a channel did not take a message, in words without any address; ``status``: of HTTP, or 0."""

    words: str
    status: int = 0

    @property
    def final(self) -> bool:
        """A client error, but for "too slow", "too early" and "too many", will not pass tonight."""
        return 400 <= self.status < 500 and self.status not in (408, 425, 429)


@dataclass(frozen=True, slots=True)
class Channel:
    """One address. ``deadline``: seconds for one message as a whole."""

    plugin: NotifyBase
    deadline: float

    @property
    def name(self) -> str:
        """The kind of service, as Apprise calls it: ``JSON``."""
        return str(self.plugin.service_name)

    def send(self, title: str, body: str) -> Failure | None:
        """Send one message of plain text, cut to what the channel takes; raises nothing."""
        done = _aside(lambda: _notify(self.plugin, title, _fitted(self.plugin, title, body)), self.deadline)
        return None if done.value else done.failure()


def open_channels(urls: str, *, timeout: float, deadline: float) -> tuple[tuple[Channel, ...], str]:
    """Open addresses separated by spaces or commas; also say what is wrong with some, or "".

    ``timeout``: seconds to connect, and between two bytes of an answer.
    """
    done = _aside(lambda: _opened(urls, timeout), deadline)
    if done.value is None:
        return (), f"could not be opened: {done.failure().words}"
    plugins, understood = done.value
    return tuple(Channel(plugin, deadline) for plugin in plugins), "" if understood else _UNKNOWN


def _opened(urls: str, timeout: float) -> tuple[tuple[NotifyBase, ...], bool]:
    opened = Apprise(asset=AppriseAsset(**_ASSET))
    understood = bool(opened.add(urls))
    for plugin in opened:
        plugin.socket_connect_timeout = plugin.socket_read_timeout = timeout
    return tuple(opened), understood


def _notify(plugin: NotifyBase, title: str, body: str) -> bool:
    """Apprise 2 answers with an object that is true or false, but never ``True``."""
    single = Apprise(asset=plugin.asset)
    single.add(plugin)
    return bool(single.notify(body=body, title=title, body_format=NotifyFormat.TEXT))


def _fitted(plugin: NotifyBase, title: str, body: str) -> str:
    """Leave room for the title and the line break between the two, where it goes into the body."""
    most = max(plugin.body_maxlen - len(title) - 2, 1)
    body = body if len(body) <= most else f"{body[: most - 1]}…"
    size = CHANNEL_BYTES.get(plugin.schema)
    return cut(body, size - len(title.encode()) - 2) if size else body


class _Aside(threading.Thread):
    """A call in a thread of its own: what it logs is kept from every log, and it may be left behind.

    Addresses hold secrets, and Apprise, Requests and urllib3 log them. Of what they say only the
    status and the meanings in ``_SIGNS`` are kept.
    """

    def __init__(self, call: Callable[[], Any]) -> None:
        super().__init__(name="corpus-health alert", daemon=True)
        self._call = call
        self.value: Any = None
        self.status = 0
        self.signs: list[str] = []

    def run(self) -> None:
        """Call; an exception is a failure of the channel, told by its type alone."""
        _LISTENER.set(self)
        try:
            self.value = self._call()
        except Exception as error:  # noqa: BLE001 - its text may hold the address; the failure is returned
            self.signs.append(f"the channel raised {type(error).__name__}")

    def hear(self, record: logging.LogRecord) -> None:
        """Keep the status and the signs of one log record, nothing else."""
        text = record.getMessage()
        status = _STATUS.search(text) if record.levelno >= logging.WARNING else None
        self.status = int(status[1]) if status else self.status
        self.signs.extend(words for sign, words in _SIGNS.items() if sign in text)

    def failure(self) -> Failure:
        """Why the call came to nothing, as far as it is known."""
        if self.is_alive():
            return Failure("no answer before the deadline")
        if self.status:
            return Failure(f"HTTP {self.status}", self.status)
        told = [words for words in _SIGNS.values() if words in self.signs] or self.signs
        return Failure(told[0] if told else "the channel did not take the message")


_LISTENER: ContextVar[_Aside | None] = ContextVar("_LISTENER", default=None)
"""Set in the thread of a call, and in the context that Apprise hands on to threads of its own."""


class _Hush(logging.Filter):
    """Lets no record pass while a call runs, and none of a call that was left behind, ever."""

    running = 0

    def filter(self, record: logging.LogRecord) -> bool:
        listener = _LISTENER.get()
        if listener:
            listener.hear(record)
        return not (listener or self.running)


_HUSH = _Hush()


def _aside(call: Callable[[], Any], deadline: float) -> _Aside:
    """Run a call aside for at most ``deadline`` seconds; after that it is left behind."""
    with _hushed():
        thread = _Aside(call)
        thread.start()
        thread.join(deadline)
    return thread


@contextmanager
def _hushed() -> Iterator[None]:
    """Hush loggers and warnings, and let Apprise say at debug level why a connection failed.

    Apprise loads 150 plug-ins and the libraries they find: what these deprecate is no matter of ours.
    """
    for name in tuple(logging.root.manager.loggerDict):
        if name.partition(".")[0] in _TALKATIVE:
            logging.getLogger(name).addFilter(_HUSH)
    logger = logging.getLogger("apprise")
    level = logger.level
    logger.setLevel(logging.DEBUG)
    _HUSH.running += 1
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        _HUSH.running -= 1
        logger.setLevel(level)
