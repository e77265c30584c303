"""What we expect of the five real pages of the example corpus, byte for byte as they were scraped."""

from __future__ import annotations

import pytest

from checks.model import Document, Severity
from checks.run import Examiner, verdict_of
from tests.folders import SEEDS

OF_THE_PAGE = {"punct_width_folded", "multi_article"}  # what the page as a whole shows
EXAMINER = Examiner()
PAGES = {path.name[:3]: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.iterdir())}
FINDINGS = {
    page: EXAMINER.findings(EXAMINER.measure(Document(id=page, text=text))) for page, text in PAGES.items()
}


@pytest.mark.parametrize(
    ("page", "verdict"),
    [("000", "failed"), ("001", "failed"), ("002", "warned"), ("003", "failed"), ("004", "passed")],
)
def test_each_page_gets_its_verdict(page, verdict):
    assert verdict_of(FINDINGS[page]) == verdict


@pytest.mark.parametrize(
    ("page", "count", "characters"), [("000", 282, 0.505), ("001", 100, 0.127), ("003", 222, 0.303)]
)
def test_every_reading_in_brackets_is_proved(page, count, characters):
    finding = told(page, "pinyin_bracket")
    assert (finding.n, finding.proof.word, finding.severity) == (count, "proved", Severity.ERROR)
    assert finding.share == pytest.approx(characters, abs=0.001)


@pytest.mark.parametrize(
    ("page", "cls", "start", "end"),
    [
        ("000", "site_nav", "最新|", "圖片"),
        ("001", "seo_spam_title", "久久", "在线观看"),
        ("001", "domain_mismatch", "中央政府門戶網站", ".com"),
        ("001", "site_breadcrumb", "當前位置", "部門信息"),
        ("001", "site_related_links", "相關鏈接", "管理創(chuàng)新"),
        ("001", "site_nav", "圖片圖表", "服務信息"),
        ("002", "site_share_widget", "分享到", ":"),
        ("002", "site_footer", "新浪简介", "所有"),
        ("003", "truncation_declared", "(未完", "提示信息。"),
        ("003", "paywall_notice", "(新文秘", "閱讀)"),
        ("003", "site_bookmark_widget", "收藏《", "》)"),
        ("004", "site_footer", "Copyright", "Reserved"),
    ],
)
def test_a_fault_is_shown_at_its_place(page, cls, start, end):
    spans = [PAGES[page][span.start : span.end].strip() for span in told(page, cls).spans]
    assert any(span.startswith(start) and span.endswith(end) for span in spans), spans


def test_the_declared_length_is_counted_and_agrees():
    finding = told("003", "truncation_declared")
    assert finding.proof.word == "proved"
    assert "4560" in finding.message.en.replace(",", "")
    assert "2303" in finding.message.zh.replace(",", "")


def test_furniture_and_layout_alone_cost_a_whole_article_nothing():
    assert {finding.family for finding in FINDINGS["004"]} >= {"site_text", "layout"}
    assert not [finding for finding in FINDINGS["004"] if finding.counts]


def test_the_page_with_link_lists_is_warned_for_them_and_not_called_spam():
    assert {finding.family for finding in FINDINGS["002"] if finding.counts} == {"site_text"}
    assert "site_link_list" in {finding.cls for finding in FINDINGS["002"]}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_spans_are_places_and_never_the_page(page):
    text = PAGES[page]
    for finding in (each for each in FINDINGS[page] if each.cls not in OF_THE_PAGE):
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.end - span.start < len(text) / 4, finding.cls


def told(page: str, cls: str):
    return next(finding for finding in FINDINGS[page] if finding.cls == cls)
