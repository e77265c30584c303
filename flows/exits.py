"""How the commands end: the exit codes, and what is said where something went wrong."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import typer

from flows.interrupts import noted

if TYPE_CHECKING:
    from flows.steps import Outcome

OK, FAILED, USAGE, BROKEN, UNDELIVERED = 0, 1, 2, 3, 4
_ENDED_BY_SIGNAL = 128  # as shells count: 130 for Ctrl-C, 143 for a polite kill


class UsageError(Exception):
    """What was asked for makes no sense; says what would."""


def exit_code(outcome: Outcome, *, strict: bool = False, exit_zero: bool = False) -> int:
    """Return the highest of the codes that a run deserves.

    1 a check failed (or warned, if strict), 3 the run was partial or its report not written, 4 an
    alert was not delivered; ``exit_zero`` forgives 1 alone.
    """
    status = outcome.run.status
    judged = status == "failed" or (strict and status == "warned")
    return max(
        FAILED if judged and not exit_zero else OK,
        BROKEN if status in ("partial", "not_assessed") or outcome.trouble else OK,
        UNDELIVERED if outcome.undelivered else OK,
    )


@contextmanager
def errors_are_told() -> Iterator[None]:
    """Turn what can go wrong outside the texts into a message and the exit code of its kind."""
    try:
        with _killed_politely(), noted():
            yield
    except typer.Exit:
        raise
    except BrokenPipeError:  # whoever reads has had enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(OK) from None
    except KeyboardInterrupt:
        say("interrupted; the history is as it was")
        raise typer.Exit(_ENDED_BY_SIGNAL + signal.SIGINT) from None
    except Exception as error:  # noqa: BLE001 - a bug of ours must not look like a failed check, which exits 1
        raise typer.Exit(_told(error)) from None


def say(message: str) -> None:
    """Write to standard error what a person should read, hidden characters drawn."""
    from flows.terminal import shown

    typer.echo("\n".join(shown(line) for line in message.splitlines()), err=True)


def _told(error: Exception) -> int:
    """Say what went wrong and return the exit code; imports only now what knows the errors."""
    from flows.history.errors import HistoryError, NotInHistory
    from flows.settings import SettingsError

    if isinstance(error, UsageError | SettingsError | NotInHistory) or type(error) is LookupError:
        say(str(error))
        return USAGE
    if isinstance(error, HistoryError):
        say(str(error))
    elif isinstance(error, OSError):
        say(f"{error.filename or 'the system'}: {error.strerror or error}")
    elif type(error).__name__ == "WorkFailed":  # by name: what measures takes long to import
        say(f"this is a bug in corpus-health or a check, please report it: {error}")
    else:
        places = "".join(traceback.format_tb(error.__traceback__))  # its words may hold a text
        say(f"this is a bug in corpus-health, please report it: {type(error).__name__}\n{places}")
    return BROKEN


@contextmanager
def _killed_politely() -> Iterator[None]:
    """Let a SIGTERM end the command as an exception does, so that what it holds is let go."""

    def ended(number: int, _frame: FrameType | None) -> None:
        say("terminated; the history is as it was")
        raise SystemExit(_ENDED_BY_SIGNAL + number)

    try:
        before = signal.signal(signal.SIGTERM, ended)
    except ValueError:  # not in the main thread, where signals are not heard
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
