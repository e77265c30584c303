"""Runs that ended without a word: Prefect shows them as running for ever unless it is told to look.

A killed flow sends no more heartbeats. An Automation waits three of them, then calls the run crashed.
"""

from __future__ import annotations

from datetime import timedelta

from prefect.automations import Automation, ChangeFlowRunState, EventTrigger, Posture
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType

NAME = "corpus-health: a run without heartbeat has crashed"
HEARTBEAT = 180  # seconds, Prefect's default: runs begun elsewhere beat no faster, and must not be ended


def watch_for_lost_runs() -> None:
    """Have the server call runs crashed that stopped sending heartbeats; does so once a server.

    For a server of our own: on one that is shared, the runs of others would be watched, too.
    """
    with get_client(sync_client=True) as client:
        if client.read_automations_by_name(NAME):
            return
    Automation(
        name=NAME,
        trigger=EventTrigger(
            posture=Posture.Proactive,
            after={"prefect.flow-run.heartbeat"},
            expect={"prefect.flow-run.*"},
            match={"prefect.resource.id": "prefect.flow-run.*"},
            for_each={"prefect.resource.id"},
            threshold=1,
            within=timedelta(seconds=3 * HEARTBEAT),
        ),
        actions=[_crashed()],
    ).create()


def _crashed() -> ChangeFlowRunState:
    message = "no heartbeat: the process was killed"
    return ChangeFlowRunState(name=None, state=StateType.CRASHED, message=message, force=False)
