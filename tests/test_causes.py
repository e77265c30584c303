"""Findings that have one cause are told as one: the string, the template, or the length at which texts were cut."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Severity
from flows import causes
from flows.causes import Origin, causes_of, rule_of
from flows.records import FindingRow

AT = "2026-11-26T02:00:00+00:00"
FOOTER = "关于我们 广告服务 联系我们 站点地图"


def finding(
    doc,
    *quotes,
    cls="site_footer",
    family="site_text",
    proof="strong",
    severity=Severity.WARNING,
    source="daily",
):
    spans = tuple(
        {"start": 0, "end": len(quote), "quote": quote, "before": "", "after": ""} for quote in quotes
    )
    return FindingRow(doc, source, "a_check", cls, family, severity, proof, "", "", len(spans), 0.1, spans)  # fmt: skip


def told(*findings, origins=None, known=None):
    return causes_of(findings, origins or {}, corpus="news", at=AT, known=known or {})


def footers(number, quote=FOOTER, **changed):
    return [finding(f"d{n}", quote, **changed) for n in range(number)]


def test_two_documents_with_the_same_string_have_no_cause_yet():
    assert told(*footers(2)) == ()


def test_a_reading_in_brackets_that_many_documents_have_is_no_cause():
    assert told(*footers(9, "(guó)", cls="pinyin_bracket", family="pinyin")) == ()


def test_a_hint_has_no_cause():
    assert told(*footers(9, proof="hint")) == ()


def test_a_string_too_short_to_say_anything_is_no_cause():
    assert told(*footers(9, "更多>>")) == ()


@pytest.mark.parametrize("quote", ["2026-11-26 08:00", "········", "1 2 3 4 5 6"])
def test_a_string_without_words_is_no_cause(quote):
    assert told(*footers(9, quote)) == ()


def test_a_document_counts_once_however_often_the_string_stands_in_it():
    (cause,) = told(*footers(2), finding("d9", FOOTER, FOOTER, FOOTER))
    assert cause.documents == 3


def test_the_same_string_is_one_cause_in_any_width_with_any_number_and_space():
    (cause,) = told(
        finding("a", "第1页 共7页 下一页 尾页"),
        finding("b", "第２页　共７页　下一页　尾页"),
        finding("c", "第13页 共7页\n下一页 尾页"),
    )
    assert (cause.kind, cause.documents) == ("string", 3)


def test_a_cause_says_where_it_is_and_how_grave():
    origins = {("daily", f"d{n}"): Origin("a.example" if n else "b.example", 900) for n in range(4)}
    other = footers(1, source="weekly", severity=Severity.ERROR)
    (cause,) = told(*footers(4), *other, origins=origins)
    assert (cause.documents, cause.severity) == (5, Severity.ERROR)
    assert (cause.sources, cause.n_sources) == (("daily", "weekly"), 2)
    assert (cause.host, cause.hosts) == ("a.example", 2)


def test_values_behind_one_label_are_one_template_and_not_many_strings():
    names = ("甲乙", "丙丁", "戊己", "庚辛")
    found = [finding(f"{name}{n}", f"责任编辑：{name}") for name in names for n in range(3)]
    (cause,) = told(*found)
    assert (cause.kind, cause.documents) == ("template", 12)
    assert all(re.fullmatch(cause.rule, f"责任编辑：{name}") for name in names)


def test_a_template_that_is_nearly_always_the_same_string_is_that_string():
    (cause,) = told(*footers(9, "责任编辑：甲乙"), finding("x", "责任编辑：丙丁"))
    assert (cause.kind, cause.documents) == ("string", 9)


def test_long_strings_with_one_head_and_tail_are_one_template():
    long = "您现在的位置是本站首页大于某某频道大于{}大于正文内容页面返回上一级目录"
    found = [finding(f"d{n}", long.format(chr(0x4E00 + n) * (n + 2))) for n in range(8)]
    (cause,) = told(*found)
    assert (cause.kind, cause.documents) == ("template", 8)
    assert all(re.search(cause.rule, long.format(chr(0x4E00 + n) * (n + 2))) for n in range(8))


def test_texts_cut_at_one_length_have_that_length_in_common():
    found = [
        finding(f"d{n}", chr(0x4E00 + n) * 9, cls="truncated_tail", family="truncated") for n in range(4)
    ]
    origins = {("daily", f"d{n}"): Origin("", 2000 if n < 3 else 1999) for n in range(4)}
    gaps = [replace(each, cls="content_gap") for each in found]
    (cause,) = told(*found, *gaps, origins=origins)
    assert (cause.kind, cause.quote, cause.documents, cause.rule) == ("length", "2,000", 3, "")


def test_a_cause_keeps_its_id_and_its_first_day():
    (cause,) = told(*footers(3))
    assert cause.since == AT
    (again,) = told(*footers(8), known={cause.id: "2026-01-01T00:00:00+00:00"})
    assert (again.id, again.since) == (cause.id, "2026-01-01T00:00:00+00:00")


def test_the_gravest_causes_come_first_and_only_so_many():
    mild = [finding(f"m{n}", FOOTER) for n in range(9)]
    grave = [
        finding(f"g{n}", "澳门某站", cls="spam_words", family="spam", severity=Severity.CRITICAL)
        for n in range(3)
    ]
    many = [finding(f"{k}-{n}", f"栏目导航{chr(0x4E00 + k) * 5}") for k in range(80) for n in range(3)]
    found = told(*mild, *grave, *many)
    assert [cause.documents for cause in found[:2]] == [3, 9]
    assert len(found) == causes.KEPT


def test_what_is_counted_at_once_is_bounded_and_what_was_dropped_is_said(monkeypatch):
    monkeypatch.setattr(causes, "BOUND", 20)
    noise = [finding(f"n{n}", f"另一行文字{chr(0x4E00 + n) * 6}") for n in range(60)]
    found = told(*footers(3), *noise, *footers(3, "相关新闻 推荐阅读"))
    exact = {cause.quote: (cause.documents, cause.at_least) for cause in found}
    assert exact[FOOTER] == (3, False)
    assert exact["相关新闻 推荐阅读"] == (3, True)


@given(st.text(min_size=1, max_size=120))
def test_a_rule_matches_the_string_it_was_made_of(quote):
    assert re.fullmatch(rule_of(quote), quote)


def test_a_rule_bridges_what_a_long_quote_left_out():
    text = "开头……十字开头十个字" + "中" * 300 + "结尾十个字结尾十个字"
    quote = text[:59] + "…" + text[-59:]
    assert re.fullmatch(rule_of(quote, len(text)), text)
