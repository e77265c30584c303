"""The report in a real headless Chromium: quiet, readable, usable without scripts, hard to hurt."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from flows.steps import night
from reports.page import render
from tests.browser import DESKTOP, PHONE, overflow
from tests.folders import ROOT
from tests.sample_report import ATTACKS, enormous, failing, first_run, healthy, hostile, source_gone
from tests.sample_standing import CAUSES

pytestmark = pytest.mark.browser

SAMPLES = {
    "failing": failing,
    "healthy": healthy,
    "first_run": first_run,
    "source_gone": source_gone,
    "hostile": lambda: hostile(" ".join(ATTACKS)),
}
# Every piece of text against the colour behind it (WCAG 2 relative luminance), the faintest first.
CONTRAST = """
() => {
  const parse = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n };
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 }); return .2126 * r + .7152 * g + .0722 * b };
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c } return [255, 255, 255, 1] };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), e = walk.currentNode.parentElement;
    if (!text || !e.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    found.push([(a + .05) / (b + .05), text.slice(0, 30), e.className]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}
"""


@cache
def drawn(sample, language="en"):
    return render(SAMPLES[sample](), language)


def test_the_report_of_a_real_run_shows_the_very_characters(opened, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    outcome = night(tmp_path / "seeds" / "corpus.toml", "one")
    page = opened(Path(outcome.run.report).read_text("utf-8"))
    assert page.locator("h1").inner_text().startswith("NEEDS ACTION: 30 problems at first sight")
    marked = page.locator("mark").all_inner_texts()
    assert "(guó)" in marked
    assert "中央政府門戶網站 www.nakedoat.com" in marked


@pytest.mark.parametrize(("sample", "language"), [*((sample, "en") for sample in SAMPLES), ("failing", "zh")])
def test_the_page_opens_without_a_request_a_message_or_a_blocked_load(opened, sample, language):
    page = opened(drawn(sample, language))
    assert page.evaluate("window.__blocked") == []
    assert page.locator("h1").is_visible()


def test_the_policy_really_forbids_what_a_page_could_try(opened):
    page = opened(drawn("healthy"))
    tried = page.evaluate(
        """async () => {
          document.body.append(Object.assign(document.createElement('img'), {src: 'http://127.0.0.1:9/x.png'}));
          document.body.insertAdjacentHTML('beforeend', '<b onclick="window.__pwned=1">x</b>');
          document.body.lastChild.click();
          await new Promise(done => document.addEventListener('securitypolicyviolation', () => setTimeout(done)));
          return [window.__blocked.sort(), window.__pwned];
        }"""
    )
    assert tried[0] == ["img-src", "script-src-attr"]
    assert tried[1] is None
    assert {line.split()[0] for line in opened.noise} == {"console", "request"}
    opened.noise.clear()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: ascii(attack[:24]))
def test_nothing_in_hostile_text_runs_loads_or_becomes_an_element(opened, attack):
    page = opened(render(hostile(attack)))
    page.locator("summary").first.click()
    page.mouse.move(300, 300)
    alive = page.evaluate(
        """() => [window.__pwned ?? null, window.__blocked.length,
          document.querySelectorAll('script:not(body > script:last-child), iframe, img, base, link, form, object, embed, textarea, input:not(#filter)').length,
          [...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(a => a.startsWith('on'))).length,
          document.querySelectorAll('style').length]"""
    )
    assert alive == [None, 0, 0, 0, 1]


def test_hostile_text_is_there_to_be_read(opened):
    text = opened(drawn("hostile")).inner_text("h1")
    for part in (
        "<script>window.__pwned=1</script>",
        "{{ 7*7 }}",
        "</style><style>",
        "U+202E",
        "U+0000",
        "**bold** <b>",
    ):
        assert part in text


def test_the_page_works_without_scripts(opened):
    page = opened(drawn("failing"), java_script_enabled=False)
    page.get_by_role("link", name="Evidence").click()
    assert page.url.endswith("#evidence")
    fold = page.locator("details.fold:has(#t-checks_passed)")
    table = fold.locator("table")
    assert not table.is_visible()
    fold.locator("summary").click()
    assert table.is_visible()


def test_a_click_on_a_check_leads_to_what_it_is_judged_by(opened):
    page = opened(drawn("failing"))
    page.locator("#t-checks").get_by_role("link", name="pinyin in brackets").click()
    limit = page.locator("#limit-pinyin_bracket")
    assert page.url.endswith("#limit-pinyin_bracket")
    assert limit.is_visible()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("sample", ["failing", "source_gone", "hostile"])
def test_nothing_sticks_out_of_the_page(opened, sample, viewport):
    page = opened(drawn(sample), viewport=viewport)
    for fold in page.locator("details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    assert overflow(page) == 0


def test_a_wide_table_scrolls_in_its_own_frame_on_a_phone(opened):
    page = opened(drawn("failing"), viewport=PHONE)
    inner = page.locator(".scroll:has(#t-matrix)").evaluate("e => e.scrollWidth - e.clientWidth")
    assert inner > 0
    assert overflow(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sample", ["failing", "source_gone"])
def test_every_text_has_enough_contrast(opened, sample, scheme):
    page = opened(drawn(sample), color_scheme=scheme)
    measured = page.evaluate(CONTRAST)
    assert len(measured) > 100
    assert [text for text in measured if text[0] < 4.5] == []


def test_the_shapes_of_severities_stand_out_in_light_and_dark(opened):
    measure = "e => [getComputedStyle(e).color, getComputedStyle(e.closest('.scroll')).backgroundColor]"
    for scheme in ("light", "dark"):
        page = opened(drawn("failing"), color_scheme=scheme)
        for icon in page.locator("#t-checks .mark .icon").all():
            assert _ratio(*icon.evaluate(measure)) >= 3  # WCAG 1.4.11 for graphics


def _ratio(first, second):
    def light(colour):
        parts = [int(part) / 255 for part in colour[4:-1].split(",")]
        red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("sample", "language", "viewport"),
    [
        ("failing", "en", DESKTOP),
        ("failing", "zh", PHONE),
        ("source_gone", "en", DESKTOP),
        ("healthy", "en", PHONE),
    ],
    ids=lambda part: part if isinstance(part, str) else str(part["width"]),
)
def test_axe_finds_nothing_that_shuts_a_reader_out(opened, sample, language, viewport, scheme):
    page = opened(drawn(sample, language), viewport, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_the_filter_leaves_the_rows_that_hold_every_word(opened):
    page = opened(drawn("failing"))
    page.get_by_role("searchbox").fill("gov-mirror SPAM title")
    left = page.locator("#t-changes tbody tr:visible")
    assert left.count() == 1
    assert "c-7f21" in left.inner_text()
    assert page.locator("details.card:visible").count() == 1
    assert " rows" in page.locator("output").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#t-changes tbody tr:visible").count() == 4
    assert page.locator("output").inner_text() == ""


def test_a_column_sorts_by_value_up_and_down_and_says_so(opened):
    page = opened(drawn("failing"))
    head = page.locator("#t-causes thead th", has_text="documents")
    column = "#t-causes tbody tr > :nth-child(3)"
    head.get_by_role("button").click()
    assert page.locator(column).all_inner_texts() == ["31", "87", "1,204"]
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").press("Enter")
    assert page.locator(column).all_inner_texts() == ["1,204", "87", "31"]
    assert head.get_attribute("aria-sort") == "descending"


def test_a_rule_is_copied_as_it_is(opened):
    page = opened(drawn("failing"), permissions=["clipboard-read", "clipboard-write"])
    page.locator("#t-causes").get_by_role("button", name="copy").first.click()
    page.locator("#t-causes").get_by_role("button", name="copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == CAUSES[0].rule


def test_a_link_into_what_is_folded_opens_it(opened):
    page = opened(drawn("failing"))
    card = page.locator("details.card#d3")
    card.evaluate("card => { card.open = false }")
    page.evaluate("location.hash = 'd3-1'")
    page.wait_for_function("document.querySelector('#d3').open")
    assert page.locator("#d3-1").is_visible()


def test_all_that_can_be_done_can_be_done_with_the_keyboard(opened):
    page = opened(drawn("failing"))
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.outerHTML"))
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, .scroll')]
          .filter(e => e.checkVisibility()).map(e => e.outerHTML)"""
    )
    assert len(wanted) > 40
    assert [each[:120] for each in wanted if each not in reached] == []


def test_print_opens_what_is_folded_and_drops_what_only_works_on_screen(opened):
    page = opened(drawn("failing"))
    page.emulate_media(media="print")
    seen = "e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0"
    assert page.locator("#t-checks_passed").evaluate(seen)
    assert not page.locator("nav").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_the_largest_page_still_opens(opened):
    page = opened(render(enormous()))
    assert page.locator("details.card").count() >= 1
    assert overflow(page) == 0
