"""Ctrl-C is not lost: an interrupt that falls where Python drops exceptions is raised again before the next step.

Python writes "Exception ignored in" and goes on when KeyboardInterrupt is raised in a finalizer, a callback of a weak
reference or of an import; a run would then end as if nobody had asked it to stop.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_heard: list[int] = []


@contextmanager
def noted() -> Iterator[None]:
    """Note interrupts while this lasts; nothing where signals are not heard, outside of the main thread."""
    _heard.clear()
    try:
        before = signal.signal(signal.SIGINT, _interrupted)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        _heard.clear()


def heed() -> None:
    """Raise KeyboardInterrupt if one was heard: where the first had arrived, nobody would still be going on."""
    if _heard:
        raise KeyboardInterrupt


def _interrupted(number: int, _frame: FrameType | None) -> None:
    _heard.append(number)
    raise KeyboardInterrupt
