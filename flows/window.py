"""What Prefect's UI shows of a run: its tags, the health table, the report, and events.

Text-free: names out of the settings, words of the checks, numbers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.client.orchestration import get_client
from prefect.events import emit_event
from prefect.runtime import flow_run

from flows.cases import case_id
from flows.draw import run_report
from flows.history import History
from flows.records import HealthRow
from flows.settings import Settings
from flows.steps import Outcome
from flows.verdict import verdict
from reports.export import health_markdown

TAG = "corpus-health"
CHECK_FAILED = "corpus-health.check.failed"


def publish(outcome: Outcome, settings: Settings) -> None:
    """Tag the flow run, publish the health table and a link to the report, emit an event a failed check."""
    run = outcome.run
    _add_tags(run.corpus)
    with History.open(settings.history_url()) as history:
        health = history.health(run.id, run.corpus)
        report = run_report(settings, history, run.id)
    owners = {source.id: source.owner for source in settings.sources}
    slug = slug_of(run.corpus)
    create_markdown_artifact(
        key=f"health-{slug}",
        markdown=health_markdown(report, settings.language, quotes=False),
        description=getattr(verdict(run, outcome.events), settings.language),
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
