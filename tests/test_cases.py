"""What becomes of a case from one run to the next, transition by transition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Severity
from flows.cases import advance, case_id
from flows.records import Case, HealthRow

CORPUS = "news"
KNOWN = frozenset({"daily", "weekly"})
ERROR, WARNING, CRITICAL = Severity.ERROR, Severity.WARNING, Severity.CRITICAL


def row(flagged=0, verdict="", *, source="daily", cls="paywall_notice", severity=ERROR):
    """A health row of 100 documents; it fails as soon as one is flagged, unless told otherwise."""
    verdict = verdict or ("failed" if flagged else "passed")
    share = None if verdict == "not_assessed" else flagged / 100
    return HealthRow(source, cls, "paywall", "paywall", severity, 100, 100, flagged, share, 0.0, verdict)


class Nights:
    """Runs one after another, each on what the one before left; the date is the run's number."""

    def __init__(self, first_time=frozenset(), known=KNOWN, assessed=KNOWN):
        self.cases: tuple[Case, ...] = ()
        self.night = 0
        self.defaults = {"first_time": first_time, "known": known, "assessed": assessed}

    def run(self, *health, at="", **changed):
        """Advance by one night; returns ``(event, documents, before)`` of each event."""
        self.before, self.night = self.cases, self.night + 1
        self.cases, self.events = self.replay(health, at, **changed)
        return [(event.event, event.documents, event.before) for event in self.events]

    def replay(self, health, at="", **changed):
        given = self.defaults | changed
        return advance(
            self.before,
            health,
            corpus=CORPUS,
            run_id=f"r{self.night}",
            at=at or f"2026-11-{self.night:02}T02:00:00+00:00",
            owners={"daily": "news desk"},
            assessed_sources=given["assessed"],
            known_sources=given["known"],
            first_time=given["first_time"],
            snippets={("daily", "paywall_notice"): "…本文为付费内容…"},
        )

    def agree(self, **fields):
        """Acknowledge or waive the only case."""
        (case,) = self.cases
        self.cases = (replace(case, **fields),)

    @property
    def case(self):
        (case,) = self.cases
        return case


def nights(*flagged, **defaults):
    """Runs with these numbers of flagged documents; returns them and the events of the last."""
    series = Nights(**defaults)
    for n in flagged:
        last = series.run(row(n))
    return series, last


@pytest.mark.parametrize(
    ("flagged", "expected"),
    [
        ((0,), []),
        ((4,), [("new", 4, 0)]),
        ((4, 4), [("ongoing", 4, 4)]),
        ((4, 1), [("ongoing", 1, 4)]),
        ((4, 6), [("ongoing", 6, 4)]),
        ((4, 7), [("worse", 7, 4)]),
        ((20, 23), [("ongoing", 23, 20)]),
        ((20, 24), [("worse", 24, 20)]),
        ((1, 4), [("worse", 4, 1)]),
        ((4, 0), [("fixed", 0, 4)]),
        ((4, 0, 0), []),
        ((4, 0, 5), [("back", 5, 0)]),
        ((4, 0, 5, 5), [("ongoing", 5, 5)]),
        ((4, 0, 5, 0), [("fixed", 0, 5)]),
        ((4, 0, 5, 0, 6), [("back", 6, 0)]),
    ],
    ids=str,
)
def test_a_case_moves_with_the_number_of_flagged_documents(flagged, expected):
    assert nights(*flagged)[1] == expected


def test_a_warning_opens_a_case_as_a_failure_does():
    assert Nights().run(row(1, "warned", severity=WARNING)) == [("new", 1, 0)]


def test_a_case_that_falls_back_within_what_is_tolerated_is_fixed():
    series, _ = nights(9)
    assert series.run(row(2, "passed")) == [("fixed", 2, 9)]
    assert series.run(row(8)) == [("back", 8, 2)]


def test_the_first_run_of_a_source_is_a_baseline():
    assert Nights(first_time={"daily"}).run(row(4)) == [("baseline", 4, 0)]


def test_a_source_that_could_not_be_read_the_first_time_is_new_trouble_not_a_baseline():
    series = Nights(first_time={"daily"}, assessed={"weekly"})
    unread = row(1, cls="source_not_assessed")
    assert series.run(unread, row(verdict="not_assessed")) == [("new", 1, 0)]
    events = series.run(row(0, cls="source_not_assessed"), row(4), assessed=KNOWN)
    assert events == [("baseline", 4, 0), ("fixed", 0, 1)]


def test_a_source_that_was_not_read_stays_unread_until_it_is_assessed_again():
    series, unread = Nights(), row(1, cls="source_not_assessed")
    assert series.run(unread, assessed={"weekly"}) == [("new", 1, 0)]
    assert series.run(unread, assessed={"weekly"}) == [("ongoing", 1, 1)]
    assert series.run(row(0), assessed=KNOWN) == [("fixed", 0, 1)]


def test_a_case_of_a_source_that_was_not_assessed_stays_as_it_was():
    series, _ = nights(4)
    before = series.case
    assert series.run(row(verdict="not_assessed"), assessed={"weekly"}) == []
    assert series.run(assessed={"weekly"}) == []
    assert series.case == before


def test_a_check_that_could_not_run_fixes_nothing():
    series, _ = nights(4)
    before = series.case
    assert series.run(row(verdict="not_assessed")) == []
    assert series.case == before


def test_a_row_of_a_source_that_was_not_assessed_fixes_nothing():
    series, _ = nights(4)
    assert series.run(row(0), assessed={"weekly"}) == []


def test_a_case_is_gone_when_its_source_left_the_settings():
    series, _ = nights(4)
    assert series.run(known={"weekly"}, assessed={"weekly"}) == [("gone", 0, 4)]
    assert series.case.status == "gone"
    assert series.run(known={"weekly"}, assessed={"weekly"}) == []
    assert series.run(row(3)) == [("back", 3, 0)]


def test_a_case_is_gone_when_nobody_looks_for_its_class_any_more():
    series, _ = nights(4)
    assert series.run(row(0, cls="spam_title")) == [("gone", 0, 4)]


@pytest.mark.parametrize(
    ("severities", "event"),
    [
        ((WARNING, ERROR), "worse"),
        ((ERROR, CRITICAL), "worse"),
        ((ERROR, WARNING), "ongoing"),
        ((ERROR, ERROR), "ongoing"),
    ],
)
def test_a_case_is_worse_when_its_severity_rises(severities, event):
    series = Nights()
    for severity in severities:
        events = series.run(row(4, severity=severity))
    assert events == [(event, 4, 4)]
    assert series.case.severity == severities[-1]


def test_an_event_says_whose_it_is_and_shows_a_snippet():
    series, _ = nights(4)
    (event,) = series.events
    assert (event.owner, event.snippet, event.run_id) == ("news desk", "…本文为付费内容…", "r1")
    assert event.case_id == series.case.id == case_id(CORPUS, "daily", "paywall_notice")


def test_a_case_remembers_when_its_episode_began_and_its_peak():
    series, _ = nights(4, 9, 6)
    assert (series.case.opened_run, series.case.seen_run, series.case.peak) == ("r1", "r3", 9)
    series.run(row(0))
    assert (series.case.closed_at[:10], series.case.peak) == ("2026-11-04", 9)
    series.run(row(2))
    assert (series.case.opened_run, series.case.closed_at, series.case.peak) == ("r5", "", 2)


@pytest.mark.parametrize("field", ["acknowledged_until", "waived_until"])
@pytest.mark.parametrize(
    ("until", "muted"), [("2026-11-01", False), ("2026-11-02", True), ("2026-12-01", True)]
)
def test_a_case_is_muted_until_the_end_of_the_day_agreed(field, until, muted):
    series, _ = nights(4)
    series.agree(**{field: until})
    series.run(row(40), at="2026-11-02T23:59:00+00:00")
    assert [(e.event, e.muted) for e in series.events] == [("worse", muted)]


@pytest.mark.parametrize(("field", "muted"), [("acknowledged_until", False), ("waived_until", True)])
def test_a_rise_in_severity_ends_an_acknowledgement_but_not_a_waiver(field, muted):
    series = Nights()
    series.run(row(4, severity=WARNING))
    series.agree(**{field: "2026-12-31"})
    series.run(row(4, severity=ERROR))
    assert [(e.event, e.muted) for e in series.events] == [("worse", muted)]
    series.run(row(40, severity=ERROR))
    assert [(e.event, e.muted) for e in series.events] == [("worse", muted)]


@pytest.mark.parametrize(("field", "muted"), [("acknowledged_until", False), ("waived_until", True)])
def test_a_case_that_comes_back_is_no_longer_acknowledged_but_still_waived(field, muted):
    series, _ = nights(4)
    series.agree(**{field: "2026-12-31"}, reason="supplier knows")
    series.run(row(0))
    assert [(e.event, e.muted) for e in series.events] == [("fixed", True)]
    series.run(row(4))
    assert [(e.event, e.muted) for e in series.events] == [("back", muted)]


def test_sources_and_classes_have_cases_of_their_own():
    series = Nights()
    series.run(
        row(4), row(2, cls="spam_title"), row(1, source="weekly"), row(0, source="weekly", cls="spam_title")
    )
    assert [(c.source, c.cls) for c in series.cases] == [
        ("daily", "paywall_notice"),
        ("daily", "spam_title"),
        ("weekly", "paywall_notice"),
    ]
    assert len({case.id for case in series.cases}) == 3


def test_the_id_of_a_case_is_the_same_for_ever():
    assert case_id("news", "daily", "paywall_notice") == "d2334c59ed"
    assert case_id("news", "dailyp", "aywall_notice") != case_id("news", "daily", "paywall_notice")


def test_running_a_night_again_gives_the_same_cases_and_events():
    series, _ = nights(4, 0, 9)
    assert series.replay([row(9)]) == (series.cases, series.events)


ROWS = st.builds(
    row,
    st.integers(0, 100),
    st.sampled_from(["passed", "warned", "failed", "not_assessed"]),
    source=st.sampled_from(["daily", "weekly", "left"]),
    cls=st.sampled_from(["paywall_notice", "spam_title", "source_not_assessed"]),
    severity=st.sampled_from(Severity),
)
HEALTH = st.lists(ROWS, max_size=9, unique_by=lambda r: (r.source, r.cls))


@given(st.lists(st.tuples(HEALTH, st.sets(st.sampled_from(sorted(KNOWN)))), max_size=4), HEALTH)
def test_the_same_health_a_second_time_is_only_ongoing(earlier, health):
    series = Nights(first_time={"weekly"})
    for rows, assessed in earlier:
        series.run(*rows, assessed=assessed)
    series.run(*health)
    assert {event for event, _, _ in series.run(*health)} <= {"ongoing"}


@given(HEALTH, HEALTH)
def test_every_firing_row_has_an_open_case_and_no_case_is_lost(before, now):
    series = Nights()
    series.run(*before)
    known = {case.id for case in series.cases}
    series.run(*now)
    firing = {(r.source, r.cls) for r in now if r.verdict in ("warned", "failed")}
    assert firing <= {(c.source, c.cls) for c in series.cases if c.status == "open"}
    assert known <= {case.id for case in series.cases}
    assert len({event.case_id for event in series.events}) == len(series.events)
