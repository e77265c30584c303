"""Which changes become messages, for whom, and what the messages say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Severity, Words
from flows.alerts import deliveries
from flows.alerts.digest import LIMIT
from flows.alerts.wording import cut, safe
from flows.records import Case, CaseEvent, RunRow
from flows.settings import Route

NIGHT = "2026-03-05T02:00:00+00:00"
RUN = RunRow(
    id="r5",
    corpus="example",
    started_at=NIGHT,
    finished_at=NIGHT,
    status="failed",
    documents=100,
    clean=80,
    warned=5,
    failed=15,
    not_assessed=0,
    rejects=0,
    settings_hash="h",
    version="0.1.0",
)


def desk(name="desk", **changes):
    route = Route(
        name=name,
        url_env="DESK_URL",
        at_least=Severity.WARNING,
        sources=("*",),
        owners=(),
        continue_=False,
        repeat_days=3,
    )
    return replace(route, **changes)


def event(name="new", case="c1", **changes):
    return replace(
        CaseEvent(
            case_id=case,
            run_id="r5",
            event=name,
            source="daily",
            cls="truncated",
            owner="news desk",
            severity=Severity.ERROR,
            documents=12,
            before=3,
            share=0.034,
            at=NIGHT,
        ),
        **changes,
    )


DESK = desk()


def told(events, routes=(DESK,), last_sent=None, **more):
    more = {"run": RUN, "report_link": "https://reports.example.com/r5", "at": NIGHT, **more}
    return deliveries(
        events, routes, last_sent=last_sent or {}, run_trouble=more.pop("run_trouble", ()), **more
    )


def only(*events, **more):
    (message,) = told(events, **more)
    return message


# Who is told


def test_nothing_changed_tells_nobody():
    assert told([]) == ()


def test_the_first_route_that_matches_takes_the_event():
    assert [d.route for d in told([event()], (desk("a"), desk("b")))] == ["a"]


def test_continue_lets_the_next_route_have_it_too():
    routes = (desk("a", continue_=True), desk("b"), desk("c"))
    assert [d.route for d in told([event()], routes)] == ["a", "b"]


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.CRITICAL])
def test_a_route_takes_its_severity_and_everything_above(severity):
    assert told([event(severity=severity)], (desk(at_least=Severity.ERROR),))


def test_a_route_takes_nothing_below_its_severity():
    assert told([event(severity=Severity.WARNING)], (desk(at_least=Severity.ERROR),)) == ()


def test_an_event_that_one_route_refuses_falls_to_the_next():
    routes = (desk("pager", at_least=Severity.CRITICAL), desk("rest"))
    assert [d.route for d in told([event()], routes)] == ["rest"]


def test_sources_are_globs():
    routes = (desk("papers", sources=("daily*", "weekly")), desk("rest"))
    told_of = told([event(source="daily-zh"), event(case="c2", source="blog")], routes)
    assert [(d.route, len(d.keys)) for d in told_of] == [("papers", 1), ("rest", 1)]


def test_owners_are_matched_as_they_are_written():
    routes = (desk("crawl", owners=("crawl desk",)), desk("rest"))
    assert [d.route for d in told([event(owner="crawl desk")], routes)] == ["crawl"]
    assert [d.route for d in told([event(owner="news desk")], routes)] == ["rest"]


def test_a_fixed_case_goes_where_its_severity_went():
    routes = (desk("pager", at_least=Severity.CRITICAL), desk("rest"))
    assert [d.route for d in told([event("fixed", severity=Severity.CRITICAL)], routes)] == ["pager"]


# What is worth telling


@pytest.mark.parametrize("name", ["new", "worse", "back", "fixed", "gone"])
def test_every_change_is_told(name):
    assert only(event(name)).keys == (f"c1:{name}:r5:desk",)


def test_an_ongoing_case_is_quiet_within_its_repeat_days():
    assert told([event("ongoing")], last_sent={"desk": {"c1": "2026-03-03T02:00:00+00:00"}}) == ()


def test_an_ongoing_case_is_told_again_after_its_repeat_days():
    assert only(event("ongoing"), last_sent={"desk": {"c1": "2026-03-02T02:00:00Z"}}).keys == (
        "c1:ongoing:r5:desk",
    )


def test_a_night_that_started_a_little_early_does_not_put_the_repeat_off():
    assert told([event("ongoing")], last_sent={"desk": {"c1": "2026-03-02T02:00:59+00:00"}})


def test_a_critical_case_is_told_daily():
    critical = event("ongoing", severity=Severity.CRITICAL)
    assert told([critical], last_sent={"desk": {"c1": "2026-03-04T02:00:00+00:00"}})


def test_a_critical_case_is_told_once_a_day_only():
    critical = event("ongoing", severity=Severity.CRITICAL)
    assert told([critical], last_sent={"desk": {"c1": "2026-03-05T01:00:00+00:00"}}) == ()


def test_a_case_this_route_never_heard_of_is_told():
    assert told([event("ongoing")], last_sent={"other": {"c1": NIGHT}})


def test_known_cases_are_counted_in_a_message_that_is_sent_anyway():
    known = [event("ongoing", case=f"k{k}") for k in range(5)]
    message = only(event(), *known, last_sent={"desk": {f"k{k}": NIGHT for k in range(5)}})
    assert "\n5 known\n" in message.body
    assert message.keys == ("c1:new:r5:desk",)


def test_muted_changes_start_no_message():
    assert told([event(muted=True)]) == ()


def test_muted_changes_are_counted_in_a_message_that_is_sent_anyway():
    message = only(event(), event("worse", case="c2", muted=True))
    assert "\n1 muted\n" in message.body
    assert "c2" not in message.body


def test_a_first_run_is_one_line_with_counts_per_source():
    first = [event("baseline", case=f"c{k}", source="daily" if k < 3 else "blog") for k in range(5)]
    message = only(*first)
    assert "\nbaseline: 5 cases (daily 3, blog 2)\n" in message.body
    assert "truncated" not in message.body


def test_trouble_of_the_run_is_told_along_but_starts_no_message():
    assert told([], run_trouble=["blog: the folder is gone"]) == ()
    assert "\nRun: blog: the folder is gone\n" in only(event(), run_trouble=["blog: the folder is gone"]).body


def test_the_reasons_of_the_run_itself_are_told_along():
    partial = replace(RUN, status="partial", reasons=("blog was not assessed",))
    assert "Run: blog was not assessed" in only(event(), run=partial).body


# The same run again


def test_the_same_run_gives_the_same_message_id():
    assert only(event(), event(case="c2")).id == only(event(case="c2"), event()).id


def test_a_repeat_that_was_told_by_the_first_attempt_does_not_make_it_another_message():
    first = only(event(), event("ongoing", case="c2"))
    again = only(event(), event("ongoing", case="c2"), last_sent={"desk": {"c2": NIGHT}})
    assert first.id == again.id


@pytest.mark.parametrize(
    "other",
    [
        {"run": replace(RUN, id="r6")},
        {"routes": (desk("elsewhere"),)},
    ],
)
def test_another_run_or_route_is_another_message(other):
    assert only(event()).id != only(event(), **other).id


def test_another_change_is_another_message():
    assert only(event()).id != only(event("worse")).id


def test_a_message_says_when_it_was_written_and_waits():
    message = only(event())
    assert (message.created_at, message.state, message.run_id) == (NIGHT, "pending", "r5")


# What it says


def test_the_title_is_the_verdict_and_the_changes():
    message = only(event(), event(case="c2"), event("worse", case="c3"), event("fixed", case="c4"))
    assert message.title == "example: NEEDS ACTION - 2 new, 1 worse, 1 fixed"


def test_a_line_holds_all_that_is_known_of_an_event():
    line = next(x for x in only(event(snippet="余下全文")).body.splitlines() if x.startswith("ERROR"))
    assert line == (
        "ERROR new · daily · truncated · 12 docs (was 3), 3.4 % · owner news desk · case c1 · “余下全文”"
    )


def test_the_words_of_the_class_are_used_where_they_are_given():
    labels = {"truncated": Words("ends too early", "正文被截断")}
    assert " · ends too early · " in only(event(), labels=labels).body


def test_chinese_messages_are_chinese_throughout():
    message = only(
        event(), event("fixed", case="c2"), language="zh", labels={"truncated": Words("cut", "正文被截断")}
    )
    assert message.title == "example: 需要处理 - 新增 1 项，修复 1 项"
    assert (
        "错误 新增 · daily · 正文被截断 · 12 篇（上次 3），3.4 % · 负责方 news desk · 问题 c1" in message.body
    )


def test_the_report_and_what_to_do_are_always_there():
    body = only(event()).body
    assert "\nReport: https://reports.example.com/r5\n" in body
    assert body.endswith("corpus-health case ack ID --until DATE --reason TEXT")


def test_a_fixed_case_says_how_long_it_was_open_and_its_peak():
    case = Case(
        id="c1",
        source="daily",
        cls="truncated",
        owner="news desk",
        severity=Severity.ERROR,
        status="fixed",
        opened_run="r1",
        opened_at="2026-03-01T22:00:00+00:00",
        seen_run="r4",
        seen_at=NIGHT,
        documents=0,
        share=0.0,
        peak=17,
    )
    assert "open for 3 d 4 h, at most 17 docs" in only(event("fixed", documents=0), cases={"c1": case}).body


def test_a_source_that_was_not_assessed_is_not_counted_in_documents():
    assert "docs (was" not in only(event(cls="source_not_assessed", documents=1)).body


def test_what_needs_someone_comes_first():
    body = only(
        event("fixed", case="good", severity=Severity.CRITICAL),
        event("new", case="small"),
        event("back", case="worst", severity=Severity.CRITICAL),
    ).body
    assert body.index("case worst") < body.index("case small") < body.index("case good")


def test_twenty_lines_at_most_and_the_rest_is_counted():
    body = only(*(event(case=f"c{k}") for k in range(33))).body
    assert body.count("ERROR new") == 20
    assert "\nand 13 more\n" in body


# Hostile text


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("http://www.example.com/x", "http[://]www[.]example[.]com/x"),
        ("看这里.例子", "看这里[.]例子"),
        ("[here](http://a)", "\\[here\\](http[://]a)"),
        ("**bold** _x_ `code` ~no~", "\\*\\*bold\\*\\* \\_x\\_ \\`code\\` \\~no\\~"),
        ("<script>alert(1)</script>", "＜script＞alert(1)＜/script＞"),
        ("<!channel> @all", "＜!channel＞ ＠all"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("a\u202eb\u200bc\x1b[31m", "a\\u202eb\\u200bc\\x1b\\[31m"),
        ("\ud800", "\\ud800"),
        ("example.\ncom", "example[.]\\ncom"),
        ("End. Next.", "End. Next."),
    ],
)
def test_scraped_text_is_made_harmless(hostile, harmless):
    assert safe(hostile) == harmless


def test_a_long_snippet_is_cut_to_sixty_and_says_so():
    assert safe("长" * 61) == "长" * 59 + "…"
    assert safe("长" * 60) == "长" * 60


@given(st.text(max_size=200))
def test_no_snippet_holds_a_link_a_tag_a_mention_or_a_second_line(text):
    out = safe(text)
    assert len(out) <= 60
    assert "://" not in out.replace("[://]", "")
    assert not re.search(r"\.[^ \u3000]", out.replace("[.]", ""))
    assert not set(out) & set("<>@\n\r\x1b\u202e\u2028\x85")
    assert out.encode().decode() == out


def test_the_names_of_sources_cannot_break_the_line():
    assert "da\\nily" in only(event(source="da\nily")).body


# Sizes


@given(st.text(alphabet="语料a\U0001f600é", max_size=60), st.integers(0, 100))
def test_a_text_is_cut_by_bytes_between_characters(text, limit):
    done = cut(text, limit)
    assert len(done.encode()) <= limit
    assert text.startswith(done.removesuffix("…"))


def test_a_full_message_stays_below_the_limit_and_keeps_its_ends():
    snippet = "语料" * 30
    events = [event(case=f"c{k}", source="源" * 40, owner="编" * 40, snippet=snippet) for k in range(40)]
    body = only(*events, language="zh").body
    assert len(body.encode()) <= LIMIT
    assert "报告：https://reports.example.com/r5" in body
    assert body.endswith("--reason TEXT")
    assert f"另有 {40 - body.count('错误 新增')} 项" in body


@pytest.mark.parametrize("limit", [30, 200, 400])
def test_even_a_tiny_limit_holds(limit):
    assert len(only(event(snippet="语料" * 30), limit=limit).body.encode()) <= limit
