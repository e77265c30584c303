"""The benchmarks run: nothing is asserted of times, but that all was measured and nothing was off."""

from __future__ import annotations

from checks.registry import all_checks
from tests.benchmarks.checks import rows


def test_every_check_is_measured_together_with_all_and_alone(monkeypatch):
    monkeypatch.delenv("CORPUS_HEALTH_BENCH", raising=False)
    told = {row.name: row for row in rows(every=100)}
    assert {check.name for check in all_checks()} <= told.keys()
    together = told["all checks, facts, survey and settle included"]
    parts = [row.times_floor for name, row in told.items() if name.startswith("of it ")]
    assert abs(together.times_floor - sum(parts)) < 1e-6 * together.times_floor
    assert together.findings == sum(told[check.name].findings for check in all_checks()) > 0
