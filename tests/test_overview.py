"""What a report is given of a history: the usual, the trend, who answers, what to do, and which documents are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.model import Severity, Words
from checks.registry import all_checks, classes_of
from flows.history import Hits, PastRun, Standing
from flows.overview import Rows, report_of, source_reports
from flows.overview.advice import advice_on
from flows.overview.health import FEW, SOURCES, interval_of, median_of
from flows.records import Case, CaseEvent, FindingRow, HealthRow, RunRow, SourceRow
from reports.model import OTHERS

CLASSES = classes_of(all_checks())
DAY = "2026-11-{:02}T02:00:00+00:00"
ERROR, WARNING = Severity.ERROR, Severity.WARNING


def run_row(day=20, **changed):
    at = DAY.format(day)
    row = RunRow(
        f"r{day}", "news", at, at, "failed", 100, 90, 5, 5, 0, 0, "5e77", "0.1", (), {"a_check": "1"}
    )
    return replace(row, **changed)


def health(cls="site_footer", flagged=5, *, source="daily", assessed=100, verdict="warned", severity=WARNING):
    share = flagged / assessed if assessed else None
    return HealthRow(
        source, cls, "a_check", "site_text", severity, assessed, assessed, flagged, share, 0.05, verdict
    )


def source(name="daily", **changed):
    return replace(SourceRow(name, f"{name} desk", 100, 90, 5, 5, 0, 0, new=1), **changed)


def past(day, flagged=1, *, clean=0.9, opened=1, **changed):
    classes = {"site_footer": Hits(flagged, 100)}
    return PastRun(run_row(day, **changed), classes, {"daily": clean}, Standing(opened, DAY.format(1)))


def case(cls="site_footer", *, name="daily", status="open", opened=10, **changed):
    at = DAY.format(opened)
    found = Case(f"{name}-{cls}", name, cls, "news desk", WARNING, status, "r1", at, "r2", at, 5, 0.05, 5)
    return replace(found, **changed)


def finding(doc, cls="site_footer", *, name="daily", severity=WARNING, n=1):
    return FindingRow(doc, name, "a_check", cls, "site_text", severity, "strong", "so", "如此", n, 0.1, ())


def report(**changed):
    parts = {
        "run": run_row(),
        "sources": (source(),),
        "health": (health(),),
        "findings": (),
        "rejects": (),
        "events": (),
        "cases": (),
    }
    return report_of(Rows(**(parts | changed)), CLASSES)


# the five numbers


def test_all_five_numbers_have_their_history():
    figures = report(past=(past(18), past(19, opened=3)), cases=(case(),)).figures
    assert [len(figure.history) for figure in figures] == [3] * 5
    assert figures[2].history == (1.0, 3.0, 1.0)
    assert figures[3].history == (17.0, 18.0, 10.0)
    assert figures[3].change == "−8"


def test_a_first_run_has_nothing_to_compare_with():
    figures = report().figures
    assert {str(figure.change) for figure in figures} <= {"", "±0", str(Words("", ""))}
    assert all(len(figure.history) == 1 for figure in figures)


def test_what_was_offered_and_not_assessed_lowers_completeness():
    figure = report(run=run_row(rejects=100, not_assessed=50)).figures[4]
    assert figure.history[-1] == 0.25
    assert figure.worse


# checks


def test_the_usual_is_the_median_of_seven_runs_and_nothing_before_there_are_seven():
    assert median_of([0.1, 0.2, 0.9, 0.2, 0.1, 0.2, 0.3, 0.4]) == 0.2
    assert median_of([0.1] * 6) is None
    assert median_of([None, *[0.1] * 6]) is None


def test_an_interval_is_given_where_few_were_assessed():
    low, high = interval_of(Hits(5, FEW - 1))
    assert low < 5 / (FEW - 1) < high
    assert interval_of(Hits(5, FEW)) is None
    assert interval_of(Hits(0, 5)) is None


def test_waived_documents_are_counted_while_the_waiver_holds():
    lines = [
        report(cases=(case(waived_until=until),)).checks[0] for until in ("2026-11-20", "2026-11-19", "")
    ]
    assert [line.waived for line in lines] == [5, 0, 0]


# the matrix


def test_the_sources_beyond_thirty_are_one_row_with_their_sums():
    rows = [health(source=f"s{n:02}", flagged=100 - n) for n in range(SOURCES + 3)]
    cells = report(health=rows, sources=()).matrix
    assert len(cells) == SOURCES + 1
    assert cells[0].source == "s00"
    assert (cells[-1].source, cells[-1].hit, cells[-1].documents) == (OTHERS, 70 + 69 + 68, 300)
    assert cells[-1].verdict == "warned"


def test_a_field_of_the_matrix_that_moved_says_so():
    before = (health(flagged=4), health("site_nav", flagged=5))
    cells = report(health=(health(), health("site_nav", flagged=5)), health_before=before).matrix
    assert [cell.moved for cell in cells] == [True, False]


# trends, waivers, scores


def test_a_trend_is_marked_where_its_check_or_the_settings_changed():
    runs = (
        past(17),
        past(18, check_versions={"a_check": "2"}),
        past(19, check_versions={"a_check": "2"}, settings_hash="x"),
    )
    (trend,) = report(past=runs, run=run_row(check_versions={"a_check": "2"}, settings_hash="x")).trends
    assert trend.history == (0.01, 0.01, 0.01, 0.05)
    assert [(mark.run, mark.what.en) for mark in trend.marks] == [
        (1, "the check changed"),
        (2, "the settings changed"),
    ]


def test_a_class_that_never_hit_has_no_trend():
    assert report(health=(health("site_nav", flagged=0, verdict="passed"),)).trends == ()


def test_a_waiver_that_is_over_is_told_while_its_case_is_open():
    waived = (case(waived_until="2026-11-01"), case("site_nav", waived_until="2026-11-01", status="fixed"))
    (line,) = report(cases=waived).waivers
    assert (line.case_id, line.over) == ("daily-site_footer", True)


def test_the_scorecard_has_the_median_time_to_fix_and_the_worst_source_first():
    fixed = [case(f"c{n}", status="fixed", opened=1, closed_at=DAY.format(1 + n)) for n in (2, 4, 9)]
    lost = source("weekly", clean=0, warned=0, failed=0, failure="gone away")
    good = source("agency", clean=100, warned=0, failed=0)
    scores = report(
        sources=(good, source(), lost), cases=(*fixed, case()), past=(past(19, clean=0.8),)
    ).scores
    assert [score.source for score in scores] == ["weekly", "daily", "agency"]
    daily = scores[1]
    assert (daily.clean, daily.before, daily.open_cases, daily.fixed_cases) == (0.9, 0.8, 1, 3)
    assert (daily.days_to_fix, daily.oldest_days) == (4.0, 10)
    assert scores[0].clean is None


# evidence and advice


def test_the_first_documents_show_every_class_of_every_source():
    worst = [finding(f"a{n}", severity=ERROR, n=9) for n in range(60)]
    rare = (finding("b", "site_nav"), finding("c", "site_nav", name="weekly"))
    shown = report(findings=(*worst, *rare)).documents
    assert [document.id for document in shown[:3]] == ["a0", "b", "c"]
    assert len(shown) == 62


def test_what_changed_is_shown_before_what_is_known_and_within_the_ten_of_a_card():
    many = [finding("a", f"class_{number:02}", severity=ERROR) for number in range(20)]
    mild = (finding("a", "site_nav"), finding("b", name="weekly"))
    moved = CaseEvent("c1", "r20", "worse", "daily", "site_nav", "", WARNING, 9, 1, 0.1, DAY.format(20))
    first = report(findings=(*many, *mild), events=(moved,)).documents[0]
    assert first.id == "a"
    assert first.findings[0].cls == "site_nav"


@pytest.mark.parametrize("cls", sorted(CLASSES))
def test_every_class_has_advice_in_both_languages(cls):
    advice = advice_on(cls, CLASSES)
    assert advice.en
    assert advice.zh


# the page of a source


def test_the_page_of_a_source_has_only_what_is_its_own():
    rows = Rows(
        run_row(),
        (source(), source("weekly")),
        (health(), health(source="weekly", flagged=0, verdict="passed")),
        (finding("a"), finding("b", name="weekly")),
        (),
        (),
        (case(), case(name="weekly")),
        health_before=(health(flagged=2),),
    )
    daily, weekly = source_reports(rows, report_of(rows, CLASSES))
    assert [(line.cls, line.change) for line in daily.lines] == [("site_footer", 3)]
    assert weekly.lines == []
    assert [document.id for document in daily.documents] == ["a"]
    assert [each.source for each in weekly.cases] == ["weekly"]
    assert daily.score.owner == "daily desk"
