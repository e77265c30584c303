"""Health in Prometheus' text form, for the textfile collector of a node exporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from reports.escape import plain
from reports.exports.schemas import FORM

_VERDICTS = {"passed": 0, "warned": 1, "failed": 2, "not_assessed": -1}


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What is said of the run as a whole; ``open_cases`` by severity, ``documents`` by verdict."""

    corpus: str
    run_id: str
    status: str
    version: str
    finished_at: str
    documents: Mapping[str, int]
    rejects: int
    open_cases: Mapping[str, int]


def prometheus_text(run: RunFacts, health: Sequence[Mapping[str, Any]]) -> str:
    """Return the metrics of one run; ``health`` are rows of the exported table.

    Verdicts are numbers: 0 passed, 1 warned, 2 failed, -1 not assessed.
    """
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Told([*_run(run), *_health(health)]))
    return generate_latest(registry).decode("utf-8")


class _Told:
    def __init__(self, families: Sequence[GaugeMetricFamily]) -> None:
        self._families = families

    def collect(self) -> Iterable[GaugeMetricFamily]:
        return self._families


def _run(run: RunFacts) -> Iterator[GaugeMetricFamily]:
    corpus = plain(run.corpus)
    info = _family("run_info", "the newest run", "run", "version", "status", "form")
    info.add_metric([corpus, plain(run.run_id), plain(run.version), run.status, str(FORM)], 1)
    yield info
    finished = _family("run_finished_timestamp_seconds", "when the newest run finished")
    finished.add_metric([corpus], datetime.fromisoformat(run.finished_at).timestamp())
    yield finished
    documents = _family("documents", "documents by verdict", "verdict")
    for verdict, number in run.documents.items():
        documents.add_metric([corpus, verdict], number)
    yield documents
    rejects = _family("rejects", "what could not become a document")
    rejects.add_metric([corpus], run.rejects)
    yield rejects
    cases = _family("open_cases", "open cases by severity", "severity")
    for severity, number in run.open_cases.items():
        cases.add_metric([corpus, severity], number)
    yield cases


def _health(health: Iterable[Mapping[str, Any]]) -> Iterator[GaugeMetricFamily]:
    labels = ("source", "class", "severity")
    families = {
        "flagged": _family("flagged_documents", "documents with a finding that counts", *labels),
        "assessed": _family("assessed_documents", "documents that could be judged for a class", *labels),
        "tolerated": _family("tolerated_ratio", "share of documents that may have a finding", *labels),
    }
    verdicts = _family("verdict", "0 passed, 1 warned, 2 failed, -1 not assessed", *labels)
    for row in health:
        values = [plain(row[name]) for name in ("corpus", *labels)]
        for name, family in families.items():
            family.add_metric(values, row[name])
        verdicts.add_metric(values, _VERDICTS[row["verdict"]])
    yield from families.values()
    yield verdicts


def _family(name: str, says: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"corpus_health_{name}", says, labels=["corpus", *labels])
