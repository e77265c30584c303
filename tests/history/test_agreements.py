"""Cases as each run left them, and what people agreed on them."""

from __future__ import annotations

from datetime import date

import pytest

from checks.model import Severity
from flows.history import HistoryError
from tests.history.rows import CORPUS, a_case, a_run

UNTIL = date(2026, 12, 1)


def test_cases_are_as_each_run_left_them(history):
    opened, worse, fixed = a_case("r1"), a_case("r2", documents=9), a_case("r3", status="fixed")
    for n, case in enumerate((opened, worse, fixed), 1):
        history.record(a_run(f"r{n}", cases=(case,)))
    assert history.cases_as_of("r1") == [opened]
    assert history.cases_as_of("r2") == history.cases_before(CORPUS, "r3") == [worse]
    assert history.cases(CORPUS) == history.cases_before(CORPUS, "r4") == [fixed]
    assert history.cases(CORPUS, "open") == history.cases_before(CORPUS, "r1") == []


def test_a_case_that_a_run_did_not_move_is_still_there(history):
    for n in (1, 2, 3):
        history.record(a_run(f"r{n}", cases=(a_case("r1"),)))
    assert history.cases_as_of("r3") == [a_case("r1")]


def test_what_was_agreed_on_a_case_is_shown_until_it_ends(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    identity = a_case().id
    known = history.acknowledge(identity, UNTIL, "the supplier knows")
    assert history.cases(CORPUS) == history.cases_as_of("r1") == [known]
    assert (known.acknowledged_until, known.waived_until, known.reason) == (
        "2026-12-01",
        "",
        "the supplier knows",
    )
    accepted = history.waive(identity, date(2026, 12, 31), "archive pages")
    assert (accepted.acknowledged_until, accepted.waived_until) == ("2026-12-01", "2026-12-31")
    assert accepted.reason == "archive pages"
    assert history.acknowledge(identity, date(2026, 11, 1), "mended").acknowledged_until == "2026-11-01"


def test_an_agreement_is_there_for_the_run_that_is_repeated(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    history.record(a_run("r2", cases=(a_case("r2"),)))
    history.acknowledge(a_case().id, UNTIL, "known")
    assert [case.acknowledged_until for case in history.cases_before(CORPUS, "r2")] == ["2026-12-01"]


def test_an_earlier_run_shows_what_was_agreed_by_then(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    history.record(a_run("r2", cases=(a_case("r2"),)))
    history.acknowledge(a_case().id, UNTIL, "known")
    assert history.cases_as_of("r1")[0].acknowledged_until == ""
    assert history.cases_as_of("r2")[0].acknowledged_until == "2026-12-01"


@pytest.mark.parametrize(
    ("later", "acknowledged"),
    [
        ({}, "2026-12-01"),
        ({"documents": 90}, "2026-12-01"),
        ({"severity": Severity.CRITICAL}, ""),
        ({"status": "fixed"}, ""),
        ({"opened": "r2"}, ""),
    ],
    ids=str,
)
def test_an_acknowledgement_is_about_the_case_as_it_was_a_waiver_about_all_of_it(
    history, later, acknowledged
):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    history.acknowledge(a_case().id, UNTIL, "known")
    history.waive(a_case().id, UNTIL, "accepted")
    history.record(a_run("r2", cases=(a_case("r2", **later),)))
    (case,) = history.cases(CORPUS)
    assert (case.acknowledged_until, case.waived_until) == (acknowledged, "2026-12-01")


def test_a_case_that_is_not_there_is_named_with_its_neighbours(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    near = a_case().id[:-1] + "0"
    with pytest.raises(LookupError, match=f"no case '{near}'; did you mean {a_case().id}"):
        history.acknowledge(near, UNTIL, "known")
    with pytest.raises(LookupError, match=r"knows no case 'zzz'$"):
        history.waive("zzz", UNTIL, "known")


def test_an_agreement_needs_a_reason(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    with pytest.raises(HistoryError, match="a reason is needed"):
        history.waive(a_case().id, UNTIL, "  ")


def test_only_an_open_case_can_be_acknowledged(history):
    history.record(a_run("r1", cases=(a_case("r1", status="fixed"),)))
    with pytest.raises(HistoryError, match="is fixed: only an open case"):
        history.acknowledge(a_case().id, UNTIL, "known")
