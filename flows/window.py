"""What Prefect's UI shows of a run: its tags, the health table, the report, and events.

Text-free: names out of the settings, words of the checks, numbers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.events import emit_event
from prefect.runtime import flow_run

from flows.cases import case_id
from flows.history import History
from flows.records import HealthRow
from flows.settings import Settings
from flows.steps import Outcome
from flows.verdict import verdict

TAG = "corpus-health"
CHECK_FAILED = "corpus-health.check.failed"
ROWS_SHOWN = 200  # Prefect's UI draws a table whole; the report has the rest


def publish(outcome: Outcome, settings: Settings) -> None:
    """Tag the flow run, publish the health table and a link to the report, emit an event a failed check."""
    run = outcome.run
    _add_tags(run.corpus)
    with History.open(settings.history_url()) as history:
        health = sorted(history.health(run.id, run.corpus), key=_badness)
    owners = {source.id: source.owner for source in settings.sources}
    slug = slug_of(run.corpus)
    create_table_artifact(
        key=f"health-{slug}",
        table=[_shown(row, owners) for row in health[:ROWS_SHOWN]],
        description=_sentence(outcome, settings.language, len(health)),
    )
    if not outcome.trouble:
        link = Path(run.report).absolute().as_uri()
        create_link_artifact(
            key=f"report-{slug}", link=link, link_text=run.id, description=f"report: {run.report}"
        )
    for row in health:
        if row.verdict == "failed":
            _emit(row, run.corpus, run.id, owners)


def slug_of(corpus: str) -> str:
    """Return what a corpus is called where Prefect takes small letters, digits and dashes only.

    >>> slug_of("news-2026"), slug_of("新闻")
    ('news-2026', 'd39567')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", corpus.lower()).strip("-")
    if plain == corpus:
        return plain
    return f"{plain}-{hashlib.sha256(corpus.encode()).hexdigest()[:6]}".lstrip("-")


def _add_tags(corpus: str) -> None:
    with get_client(sync_client=True) as client:
        client.update_flow_run(flow_run.id, tags=sorted({*flow_run.tags, corpus, TAG}))


def _badness(row: HealthRow) -> tuple[int, int, int, str, str]:
    order = ("failed", "warned", "not_assessed", "passed").index(row.verdict)
    return order, -int(row.severity), -row.flagged, row.source, row.cls


def _shown(row: HealthRow, owners: Mapping[str, str]) -> dict[str, str]:
    return {
        "verdict": row.verdict.replace("_", " "),
        "source": row.source or "the whole corpus",
        "fault": row.cls,
        "severity": row.severity.word,
        "documents": f"{row.flagged:,} / {row.assessed:,}",
        "share": "–" if row.share is None else f"{row.share:.1%}",
        "tolerated": f"{row.tolerated:.1%}",
        "owner": owners.get(row.source, ""),
    }


def _sentence(outcome: Outcome, language: str, rows: int) -> str:
    sentence: str = getattr(verdict(outcome.run, outcome.events), language)
    more = f" (the first {ROWS_SHOWN} of {rows:,} rows)" if rows > ROWS_SHOWN else ""
    return f"**{sentence}**{more}"


def _emit(row: HealthRow, corpus: str, run_id: str, owners: Mapping[str, str]) -> None:
    """Say that a source failed a check; Automations can trigger on it and on its labels."""
    place = f"source.{corpus}.{row.source}" if row.source else f"corpus.{corpus}"
    emit_event(
        CHECK_FAILED,
        resource={
            "prefect.resource.id": f"corpus-health.{place}",
            "prefect.resource.name": row.source or corpus,
            "corpus": corpus,
            "class": row.cls,
            "family": row.family,
            "severity": row.severity.word,
            "owner": owners.get(row.source, ""),
        },
        payload={
            "run_id": run_id,
            "case": case_id(corpus, row.source, row.cls),
            "n": row.flagged,
            "N": row.assessed,
            "share": row.share,
            "tolerated": row.tolerated,
        },
    )
