"""The report as text: what it says, that it is bounded and repeatable, that nothing in it is alive."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.measured import Accuracy, Share
from checks.model import Evidence, Finding, Proof, Severity, Words
from checks.registry import all_checks
from reports import page
from reports.catalogue import catalogue_text
from reports.escape import BOX_WEIGHT, all_seen, cut, hidden, name_of, plain, visible, visible_lines
from reports.export import health_markdown, json_line, markdown
from reports.frame import policy
from reports.model import Links
from reports.page import render
from reports.svg import bullet, sparkline
from reports.words import CATALOGUE, Language
from tests.folders import ROOT
from tests.sample_report import ATTACKS, enormous, failing, first_run, healthy, hostile, source_gone

REPORTS = ROOT / "reports"
SAMPLES = (failing, healthy, first_run, source_gone)
DATA_WORDS = "proved strong hint baseline ongoing back fixed acknowledged waived checks_caption checks_passed_caption checks_unknown_caption"

patient = settings(suppress_health_check=[HealthCheck.too_slow])  # machines are busy


class Page(HTMLParser):
    """A page taken apart: its text, its elements, their attributes, the text of one kind of element."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.elements, self.open = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img", "path", "circle", "rect", "use"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts.append((self.open[-1] if self.open else "", data))

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(text for _, text in self.texts))

    def values(self, attribute):
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@pytest.fixture(scope="module")
def night():
    return render(failing())


def _row(html, table, text):
    rows = re.split(r"(?=<tr>)", html[html.index(f'id="t-{table}"') :].split("</table>")[0])
    return next(row for row in rows if text in row)


# what it says


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_verdict_stands_in_words_before_anything_else(language):
    report = failing()
    text = Page(render(report, language)).text
    verdict = getattr(report.verdict, language)
    lamps = [getattr(lamp, language) for lamp in (report.run_lamp, report.text_lamp)]
    places = [text.index(part) for part in (verdict, *lamps, report.undelivered[0], report.figures[1].value)]
    assert places == sorted(places)


def test_the_five_figures_show_value_change_and_history(night):
    figures = re.findall(r'<li class="figure">.*?</li>', night, re.DOTALL)
    assert len(figures) == 5
    assert "20.0 %" in figures[1]
    assert "−5.0 points · worse" in figures[1]
    assert 'class="spark"' in figures[1]


def test_a_change_says_status_documents_now_and_before_owner_and_case(night):
    row = Page(_row(night, "changes", "WORSE".lower())).text
    for part in (
        "pinyin in brackets",
        "news-archive",
        "news desk",
        "4 (1)",
        "80.0 %",
        "2026-11-12",
        "c-01be",
    ):
        assert part in row


def test_a_baseline_has_nothing_to_compare_with():
    row = _row(render(first_run()), "changes", "pinyin in brackets")
    assert "baseline" in row
    assert 'class="was"' not in row


def test_a_muted_change_says_so(night):
    assert "muted" in _row(night, "changes", "c-9a40")


def test_a_check_shows_severity_as_shape_and_word_and_hits_of_assessed(night):
    row = _row(night, "checks", "pinyin_bracket")
    assert 'href="#i-error"' in row
    text = Page(row).text
    assert all(part in text for part in ("error", "3 / 5", "60.0 %", "+1", "tolerated 1.0 %"))
    assert 'class="spark"' in row
    assert 'class="bullet over"' in row


def test_passing_checks_are_folded_into_one_line(night):
    folded = re.search(
        r'<details class="fold">\s*<summary>.*?2 checks passed</summary>(.*?)</details>', night, re.DOTALL
    )
    assert folded
    assert "site_footer" in folded[1]
    assert 'id="t-checks"' not in folded[1]


def test_a_check_that_could_not_run_is_hatched_and_never_ok(night):
    row = _row(night, "checks_unknown", "domain_mismatch")
    assert 'href="#i-na"' in row
    assert "not assessed" in row
    assert "i-ok" not in row


def test_many_checks_that_could_not_run_are_one_line_until_opened():
    unknown = tuple(replace(failing().checks[5], cls=f"class_{number}") for number in range(12))
    html = render(replace(failing(), checks=unknown))
    assert (
        '<details class="fold">\n<summary><svg class="icon" aria-hidden="true"><use href="#i-na"/></svg> 12 checks could not judge'
        in html
    )
    assert "No check needs a look." not in html


def test_the_matrix_prints_shares_outlines_what_moved_and_hatches_what_is_not_assessed():
    html = render(source_gone())
    assert _row(html, "matrix", "portal-news").count("not assessed") == 5
    mirror = _row(html, "matrix", "gov-mirror")
    assert mirror.count("moved") == 1
    assert "100 %</a><small>1 / 1</small>" in mirror


def test_a_source_that_was_not_read_adds_no_column_to_the_matrix():
    night = source_gone()
    unknown = tuple(replace(cell, cls="unknown") for cell in night.matrix if cell.share is None)[:1]
    assert "unknown" not in render(replace(night, matrix=(*night.matrix, *unknown))).split('id="t-matrix"')[1]


def test_a_night_without_any_source_still_shows_what_was_not_assessed():
    lost = tuple(replace(cell, share=None, hit=0, moved=False) for cell in failing().matrix)
    assert _row(render(replace(failing(), matrix=lost)), "matrix", "essay-site").count("not assessed") == 6


def test_a_source_that_could_not_be_read_says_why():
    row = Page(_row(render(source_gone()), "sources", "portal-news")).text
    assert "not assessed: folder documents/portal is gone" in row


def test_evidence_marks_the_quote_inside_its_surroundings(night):
    assert "全国<mark>(guó)</mark>会上强调" in night
    assert ">2,218–2,254</span>" in night


def test_evidence_says_why_how_sure_and_how_much(night):
    card = Page(night[night.index('id="d3"') : night.index('id="d4"')]).text
    for part in ("604 readings in brackets", "proved", "604 places · 40.2 % of the text", "599 more places"):
        assert part in card


def test_a_truncated_text_shows_its_tail_beside_that_of_the_version_before(night):
    cards = night.split('<details class="card')[1:]
    assert [card.count('<figure class="tail">') for card in cards] == [0, 2, 0, 0]
    assert "积小胜为大胜。" in cards[1]
    assert '2,271 characters <span class="was">(the version before: 4,560)' in cards[1]


def test_the_original_is_shown_where_it_is_certain():
    document = failing().documents[1]
    span = replace(document.findings[0].spans[0], original="原来的字")
    changed = replace(document, findings=(replace(document.findings[0], spans=(span,)),))
    assert "originally: <span" in render(replace(failing(), documents=(changed,)))


def test_rejects_cases_and_method_are_on_the_page(night):
    text = Page(night).text
    for part in (
        "not utf-8: byte 0xb6 at 17",
        "until 2026-12-31: only the free part",
        "b1946ac92492",
        "0.1.0",
    ):
        assert part in text
    assert "more than 4 places; or more than 1 place" in text


def test_undelivered_alerts_stand_above_the_figures(night):
    assert night.index("could not be delivered") < night.index('class="figures"')
    assert "could not be delivered" not in render(healthy())


def test_a_first_run_is_a_baseline_without_history():
    html = render(first_run())
    assert "baseline" in html
    assert '<svg class="spark"' not in html


def test_a_healthy_night_is_calm():
    text = Page(render(healthy())).text
    for part in (
        "All is well",
        "Nothing changed",
        "No check needs a look.",
        "8 checks passed",
        "No document has a finding.",
    ):
        assert part in text


def test_an_empty_run_draws_every_section():
    nothing = dict.fromkeys(
        (
            "changes",
            "checks",
            "matrix",
            "documents",
            "sources",
            "rejects",
            "cases",
            "limits",
            "figures",
            "undelivered",
            "causes",
            "trends",
            "waivers",
            "scores",
        ),
        (),
    )
    html = render(replace(failing(), documents_with_findings=0, rejects_total=0, causes_total=0, **nothing))
    assert html.count("<section id=") == 12
    assert html.count('class="empty"') == 12


# what stands over the runs


def test_a_cause_shows_its_string_where_it_is_and_a_rule_to_copy(night):
    row = _row(night, "causes", "关于我们 广告服务")
    text = Page(row).text
    for part in (
        "error",
        "footer of the site",
        "same string",
        "1,204",
        "portal-news",
        "and 2 more hosts",
        "new",
    ):
        assert part in text
    assert '<code class="copy">关于我们\\s+广告服务' in row


def test_a_trend_says_in_words_what_its_line_shows_and_when_something_changed(night):
    figures = re.findall(r'<figure class="trend">.*?</figure>', night, re.DOTALL)
    assert len(figures) == 2  # one run is no trend
    text = Page(figures[0]).text
    assert "60.0 % now, 60.0 % at most in 73 runs" in text
    assert text.index("2026-11-12: settings changed") < text.index("2026-09-21: check pinyin_bracket changed")
    assert figures[0].count("v40") == 2


def test_waivers_that_are_over_come_first_and_say_so(night):
    rows = [_row(night, "waivers", case) for case in ("c-2210", "c-9a40")]
    assert night.index("c-2210") < night.index(">c-9a40</code></td>", night.index('id="t-waivers"'))
    assert [">over<" in row for row in rows] == [True, False]
    assert "only the free part was ever ours" in rows[1]


def test_the_scorecard_says_who_answers_and_how_fast_it_was_mended(night):
    row = Page(_row(night, "scores", "essay-site")).text
    for part in ("papers desk", "0 %", "3", "9 d", "4 d"):
        assert part in row


def test_a_problem_and_a_field_of_the_matrix_lead_to_the_very_characters(night):
    anchor = re.search(r'href="#(d\d+-\d+)"', _row(night, "changes", "spam title"))[1]
    section = night[night.index(f'id="{anchor}"') :]
    assert "免费在线观看_高清无码_精品视频" in section[: section.index("</section>")]
    assert f'href="#{anchor}"' in _row(night, "matrix", "gov-mirror")


def test_a_check_shows_its_usual_its_interval_and_how_well_it_was_measured():
    accuracy = Accuracy(Share(0.95, 0.835, 0.986, 40), Share(None, None, None, 0), ("pages.jsonl",))
    line = replace(failing().checks[1], median=0.4, interval=(0.231, 0.882), waived=1, accuracy=accuracy)
    row = Page(_row(render(replace(failing(), checks=(line,))), "checks", "pinyin_bracket")).text
    for part in ("23.1 % – 88.2 %", "+20.0 points from the median of 7", "95.0 %", "of 40 told · 1 waived"):
        assert part in row


# two languages


def test_the_page_says_its_language_and_marks_chinese_in_english(night):
    assert '<html lang="en">' in night
    assert '(first: <span lang="zh">國</span>(guó))' in night
    chinese = render(failing(), "zh")
    assert '<html lang="zh-Hans">' in chinese
    assert re.findall(r'<h2 id="h-[a-z]+">([^<]*)</h2>', chinese) == [
        "变化",
        "检查",
        "来源 × 检查",
        "成因",
        "证据",
        "未结问题",
        "趋势",
        "来源及其负责人",
        "豁免",
        "采集",
        "拒收",
        "方法",
    ]


def test_no_word_of_the_page_is_missing_in_chinese():
    words = [
        text
        for tag, text in Page(render(failing(), "zh")).texts
        if tag in ("th", "h2", "h3", "summary", "dt", "caption")
    ]
    assert [word for word in words if re.search(r"[a-z]{3}", word)] == []


@pytest.mark.parametrize("key", CATALOGUE)
def test_both_languages_say_the_same(key):
    english, chinese = CATALOGUE[key]
    assert english
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    forms = [{name for _, name, _, _ in Formatter().parse(form) if name} for form in english.split("|")]
    assert forms == [{name for _, name, _, _ in Formatter().parse(chinese) if name}] * len(forms)


def test_every_word_of_the_catalogue_is_used():
    files = [*REPORTS.glob("*.py"), *REPORTS.glob("templates/*.html")]
    source = "".join(file.read_text("utf-8") for file in files if file.name != "words.py")
    assert [key for key in CATALOGUE if f'"{key}"' not in source and key not in DATA_WORDS.split()] == []


def test_a_language_that_is_not_there_is_refused_by_name():
    with pytest.raises(ValueError, match="'fr' is none of en, zh"):
        render(failing(), "fr")


# bounded, repeatable, alone


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_the_same_report_gives_the_same_bytes(sample):
    assert render(sample()) == render(sample())


def test_the_bytes_do_not_depend_on_the_process(night):
    code = "import sys; from reports.page import render; from tests.sample_report import failing; sys.stdout.write(render(failing()))"
    told = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    again = subprocess.run([sys.executable, "-c", code], env=told, cwd=ROOT, capture_output=True, check=True)
    assert hashlib.sha256(again.stdout).digest() == hashlib.sha256(night.encode()).digest()


INSERT_AT_BOTTOM_START = "\U00013433"  # of all hidden characters the one with the longest name


@pytest.mark.parametrize("text", ["\"'", f"{INSERT_AT_BOTTOM_START}\u202e", "国a"], ids=ascii)
def test_the_page_stays_under_two_megabytes_whatever_it_is_given(text):
    html = render(enormous(text * 500))
    assert len(html.encode()) < 2_000_000
    assert html.count('<details class="card') >= 1


def test_what_is_left_out_is_said_with_the_file_that_holds_it():
    many = replace(failing(), documents=failing().documents * 30, documents_with_findings=4_321)
    assert 'Showing 50 of 4,321 documents; the full list is in <a class="beside" href=' in render(many)
    text = Page(render(enormous())).text
    assert "Showing 20 of 500." in text
    assert "Showing 25 of 54,321." in text


def test_the_page_asks_for_nothing_outside_itself(night):
    parsed = Page(night)
    assert {"http-equiv": "Content-Security-Policy", "content": policy()} in [
        attrs for tag, attrs in parsed.elements if tag == "meta"
    ]
    assert not re.search(r"url\(|@import|src=", night)
    assert {"link", "img", "iframe", "base", "form"}.isdisjoint(tag for tag, _ in parsed.elements)
    assert [tag for tag, _ in parsed.elements].count("script") == 1


def test_the_policy_names_the_one_script_of_the_page_by_its_hash(night):
    script = re.search(r"<script>(.*?)</script>", night, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy()
    assert "unsafe-eval" not in policy()
    assert "script-src 'unsafe" not in policy()


def test_every_link_out_is_marked_and_leads_to_a_file_beside_the_page(night):
    links, file = failing().links, failing().findings_file
    out = [attrs for tag, attrs in Page(night).elements if tag == "a" and not attrs["href"].startswith("#")]
    assert sorted(attrs["href"] for attrs in out) == sorted(
        [
            links.before,
            links.runs,
            links.language,
            links.checks,
            *links.exports,
            file,
            file,
            "sources/essay-site.html",
        ]
    )
    assert {attrs["class"] for attrs in out} == {"beside"}
    assert "This page is whole without it." in night


def test_the_other_language_is_named_in_that_language(night):
    other = next(attrs for tag, attrs in Page(night).elements if attrs.get("hreflang"))
    assert other["lang"] == other["hreflang"] == "zh-Hans"
    assert ">中文</a>" in night
    assert ">English</a>" in render(failing(), "zh")


@pytest.mark.parametrize(
    "path",
    [
        "/srv/out/findings.jsonl",
        "javascript:alert(1)",
        "//example.com/x",
        "C:\\out\\x",
        "https://example.com",
    ],
)
def test_the_findings_file_is_a_link_only_if_it_is_relative(path):
    report = replace(failing(), findings_file=path, links=Links(path, path, path, (path,), path), scores=())
    hrefs = Page(render(report)).values("href")
    assert hrefs
    assert all(href.startswith("#") for href in hrefs)


def test_every_anchor_leads_to_one_place():
    for html in (render(failing()), render(hostile("a b")), render(source_gone(), "zh")):
        parsed = Page(html)
        ids = parsed.values("id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in parsed.values("href") if href.startswith("#")} <= set(ids)


def test_tables_have_captions_and_scopes_and_leave_no_style_behind(night):
    assert night.count("<style>") == 1
    tables = re.findall(r"<table.*?</table>", night, re.DOTALL)
    assert len(tables) == 12
    assert all("<caption" in table and 'scope="col"' in table and 'scope="row"' in table for table in tables)


# hostile text


@pytest.fixture(scope="module")
def known_html():
    """Every element with its attributes that our own pages are made of."""
    pages = [render(sample(), language) for sample in SAMPLES for language in ("en", "zh")]
    pages.append(render(hostile("\u202e")))
    return {(tag, name) for html in pages for tag, attrs in Page(html).elements for name in (*attrs, "")}


@cache
def attacked(attack):
    return render(hostile(attack))


each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: ascii(attack[:24]))


@each_attack
def test_hostile_text_stays_text(attack, known_html):
    parsed = Page(attacked(attack))
    assert {(tag, name) for tag, attrs in parsed.elements for name in (*attrs, "")} <= known_html
    assert all(href.startswith("#") or ":" not in href.split("/")[0] for href in parsed.values("href"))


def test_hostile_text_stays_text_in_the_chinese_page(known_html):
    parsed = Page(render(hostile(" ".join(ATTACKS)), "zh"))
    assert {(tag, name) for tag, attrs in parsed.elements for name in (*attrs, "")} <= known_html


@each_attack
def test_hostile_text_can_be_read_as_it_is(attack):
    shown = re.sub(r"\s+", " ", Page(str(visible(cut(attack, 60)))).text)
    # verdict, two lamps, alert, snippet, source, owner, case, reject, document and more
    assert Page(attacked(attack)).text.count(shown.rstrip("…").strip()) > 20


@each_attack
def test_no_character_hides_in_the_page(attack):
    html = attacked(attack)
    assert {name_of(char) for char in html if hidden(char) and char not in "\n\t"} == set()
    html.encode("utf-8")


def test_template_braces_are_not_evaluated():
    html = render(hostile("{{ 7*7 }}{% for x in y %}{# c #}"))
    assert "{{ 7*7 }}{% for x in y %}{# c #}" in html
    assert "49" not in Page(html).text.replace("c-33d0", "")


@patient
@given(st.text())
def test_visible_text_holds_no_element_but_boxes(text):
    parsed = Page(str(visible(text)))
    assert {tag for tag, _ in parsed.elements} <= {"span"}
    assert all(attrs.keys() == {"class", "title"} and attrs["class"] == "ctl" for _, attrs in parsed.elements)
    assert not any(hidden(char) for char in visible(text))


@patient
@given(st.text())
def test_text_without_hidden_characters_is_shown_verbatim(text):
    seen = "".join(char for char in text if not hidden(char) or char in "\n\t")
    assert Page(str(visible_lines(seen))).texts in ([], [("", seen)]) or "&" in visible_lines(seen)
    assert "".join(part for _, part in Page(str(visible_lines(seen))).texts) == seen


@patient
@given(st.text(), st.integers(8, 60), st.sampled_from(["head", "tail", "both"]))
def test_a_cut_text_fits_its_room_and_keeps_the_end_it_should(text, room, keep):
    short = cut(text, room, keep)
    if short != text:
        assert sum(BOX_WEIGHT if hidden(char) else 1 for char in short) <= room + 1
        head, _, tail = short.rpartition("…") if keep != "head" else (short[:-1], "…", "")
        assert keep == "tail" or text.startswith(head)
        assert text.endswith(tail)


def test_a_box_names_what_it_stands_for():
    box = '<span class="ctl" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>'
    assert visible("a\u202eb") == f"a{box}b"
    assert 'title="U+0000 NULL">U+0000 ×3<' in visible("\0\0\0")
    assert "U+D800 LONE SURROGATE" in visible("\ud800")


def test_kept_line_breaks_do_not_shorten_a_quote():
    text = "一行\n" * 20
    assert cut(text, 64, light="\n") == text
    assert cut(text, 64) != text


# drawings


@patient
@given(st.lists(st.none() | st.floats(0, 1e9), max_size=90))
def test_a_sparkline_is_small_whatever_its_history(history):
    drawn = sparkline(history)
    assert len(drawn.encode()) < 300
    assert bool(drawn) == (sum(value is not None for value in history[-30:]) > 1)


@patient
@given(st.none() | st.floats(0, 1), st.floats(0, 1))
def test_a_bullet_bar_is_small_and_turns_when_more_than_tolerated(share, tolerated):
    drawn = bullet(share, tolerated)
    assert len(drawn.encode()) < 300
    assert ("over" in drawn) == (share is not None and share > tolerated)


def test_a_run_without_a_value_is_a_gap_in_the_line():
    assert re.search(r'd="([^"]*)"', sparkline((1, 1, None, 0)))[1] == "m78 0l3 0m6 14h0"


# export


def _finding(text="国(guó)\u202e\x7f\u2028\ud800"):
    span = Evidence(3, 9, text, text, text, None, "text")
    return Finding(
        text,
        "news",
        "pinyin_bracket",
        "pinyin_bracket",
        "pinyin",
        Severity.ERROR,
        Proof.PROVED,
        Words(text, text),
        1,
        0.25,
        (span,),
    )


def test_a_line_of_json_has_exactly_the_keys_of_a_finding():
    assert json.loads(json_line(_finding("二\n三"))) == _finding("二\n三").as_json()


def test_every_character_is_either_seen_or_hidden():
    assert [char for char in map(chr, range(sys.maxunicode + 1)) if hidden(char) == all_seen(char)] == []


@patient
@given(st.text())
def test_a_line_of_json_is_exact_and_hides_nothing(text):
    line = json_line(_finding(text))
    assert json.loads(line)["spans"][0]["quote"] == text
    assert not any(hidden(char) for char in line)


def test_markdown_says_the_verdict_the_changes_and_the_checks():
    text = health_markdown(failing())
    for part in (
        "## example pages: Needs action",
        "**new** spam title",
        "| ▲ error | pinyin in brackets | – | 3 / 5 · 60.0 % | +1 | 1.0 % |",
        "2 checks passed",
        "1 alert could not be delivered",
    ):
        assert part in text
    assert "结果不完整" in health_markdown(source_gone(), "zh")


@each_attack
def test_markdown_holds_no_live_text(attack):
    text = health_markdown(hostile(attack))
    assert "<" not in text
    assert not re.search(r"(?<!\\)\]\(|\w://|www\.|(?<!\\)!\[", text)
    assert not any(hidden(char) for char in text if char != "\n")


@patient
@given(st.text())
def test_markdown_of_any_text_is_one_line(text):
    assert "\n" not in markdown(text)
    assert not re.search(r"(?<!\\)(\\\\)*[`*_\[\]|]", markdown(text))


# the catalogue


def test_the_catalogue_lists_every_check_and_class():
    text = catalogue_text(all_checks())
    for check in all_checks():
        assert check.name in text
        assert all(cls.name in text for cls in check.classes)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_a_page_of_the_catalogue_holds_headings_limits_and_examples(check):
    text = catalogue_text(all_checks(), check.name)
    for heading in ("What it finds", "What it must not be confused with", "limits:"):
        assert heading in text
    assert ("Fires on" in text, "Silent on" in text) == (bool(check.fires_on), bool(check.silent_on))
    assert all(
        plain(example.marked) in text for example in (*check.fires_on, *check.silent_on, *check.known_misses)
    )


def test_a_class_leads_to_its_check():
    check = next(check for check in all_checks() if len(check.classes) > 1)
    assert catalogue_text(all_checks(), check.classes[-1].name) == catalogue_text(all_checks(), check.name)


def test_an_unknown_check_is_met_with_the_nearest_names():
    with pytest.raises(LookupError, match="did you mean pinyin_bracket"):
        catalogue_text(all_checks(), "pinyin_brackets")


def test_the_catalogue_shows_no_control_character():
    text = catalogue_text(all_checks()) + "".join(
        catalogue_text(all_checks(), check.name) for check in all_checks()
    )
    assert {unicodedata.name(char, char) for char in text if hidden(char) and char != "\n"} == set()


# the house


def test_export_and_catalogue_load_neither_pandas_nor_great_tables():
    code = "import sys, reports.export, reports.catalogue; print(*sorted({'pandas', 'great_tables', 'jinja2', 'prefect'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_words_choose_the_form_for_one():
    say = Language("en")
    assert (say("checks_passed", number=1), say("checks_passed", number=1_200)) == (
        "1 check passed",
        "1,200 checks passed",
    )


def test_the_templates_are_part_of_the_package():
    assert {"report.html", "card.html", "page.css"} <= {
        file.name for file in (Path(page.__file__).parent / "templates").iterdir()
    }
