"""The benchmarks run: nothing is asserted of times, but that all was measured and nothing was off."""

from __future__ import annotations

from checks.model import Document
from checks.registry import all_checks
from checks.run import Examiner
from tests.benchmarks.checks import rows
from tests.benchmarks.corpora import FAULTY, documents_of


def test_every_check_is_measured_together_with_all_and_alone(monkeypatch):
    monkeypatch.delenv("CORPUS_HEALTH_BENCH", raising=False)
    told = {row.name: row for row in rows(every=100)}
    assert {check.name for check in all_checks()} <= told.keys()
    together = told["all checks, facts, survey and settle included"]
    parts = [row.times_floor for name, row in told.items() if name.startswith("of it ")]
    assert abs(together.times_floor - sum(parts)) < 1e-6 * together.times_floor
    assert together.findings == sum(told[check.name].findings for check in all_checks()) > 0


def test_only_the_faulty_documents_of_a_made_corpus_are_flagged():
    examiner = Examiner()
    documents = [Document(row["id"], row["text"], source="made", url=row["url"]) for row in documents_of(400)]
    told = {
        int(measured.document.id)
        for measured in examiner.measure_together(documents)
        if any(finding.counts for finding in examiner.findings(measured))
    }
    assert {number for number in told if number % FAULTY} == set()
    assert len(told) > len(documents) / FAULTY / 2, "faulty ones are flagged"
