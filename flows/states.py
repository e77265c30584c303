"""How a flow run ends: in a state named after the verdict, or after what kept the run from being made."""

from __future__ import annotations

import traceback
from pathlib import Path

from prefect import State, get_run_logger
from prefect.states import Completed, Failed

from flows.history import HistoryError
from flows.history.errors import RunBusy, RunRefused
from flows.settings import SettingsError
from flows.steps import Outcome
from flows.verdict import text_lamp, verdict

TOLD = (SettingsError, HistoryError, OSError)
"""Errors whose words are ours or the system's; those of any other may hold a text."""

STATES = {
    "passed": "Passed",
    "warned": "Warned",
    "failed": "ChecksFailed",
    "partial": "Partial",
    "not_assessed": "NotAssessed",
}
REFUSALS: dict[type[BaseException], str] = {
    RunBusy: "Busy",
    RunRefused: "Refused",
    SettingsError: "SettingsWrong",
    HistoryError: "HistoryFailed",
    OSError: "SystemFailed",
}
"""Names of the states of runs that could not be made. A busy corpus is a failure, too: a run that
hangs would otherwise look like nights that are skipped for good reason."""


class Untold(Exception):
    """Stands for an exception whose words may hold a text: says its type and where it was raised."""

    def __init__(self, original: Exception) -> None:
        frame = traceback.extract_tb(original.__traceback__)[-1]
        super().__init__(
            f"{type(original).__name__} in {frame.name}, {Path(frame.filename).name}:{frame.lineno}"
        )
        self.original = original


def ended(outcome: Outcome, language: str) -> State[None]:
    """The final state; a report not written or an alert not delivered is no success either."""
    status = outcome.run.status
    message = f"{getattr(verdict(outcome.run, outcome.events), language)}. {getattr(text_lamp(outcome.run), language)}"
    if status not in ("passed", "warned"):
        return Failed(name=STATES[status], message=message)
    if outcome.trouble:
        return Failed(name="ReportNotWritten", message=message)
    if outcome.undelivered:
        return Failed(name="AlertNotDelivered", message=message)
    return Completed(name=STATES[status], message=message)


def refused(error: Exception) -> State[None]:
    """The final state of a run that was not made; where our own code broke, the log says where."""
    name = next((name for kind, name in REFUSALS.items() if isinstance(error, kind)), "Broken")
    if name != "Broken":
        return Failed(name=name, message=str(error))
    frames = "".join(traceback.format_tb(error.__traceback__))
    get_run_logger().error("%s\n%s", Untold(error), frames)
    return Failed(name=name, message=str(Untold(error)))
