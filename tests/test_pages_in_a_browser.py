"""Every kind of page that runs leave, in a real headless Chromium: quiet, whole, readable by everyone; and its picture.

The pictures lie in ``out/pictures`` after the tests, to be looked at.
"""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from flows.draw import redraw, run_report
from flows.history import History
from flows.settings import load_settings
from flows.steps import night
from reports.page import render
from tests.browser import DESKTOP, PHONE, PICTURES, overflow
from tests.folders import ROOT
from tests.generated_corpus import write_corpus
from tests.long_history import long_history

pytestmark = pytest.mark.browser
AT = datetime(2026, 11, 1, 2, tzinfo=UTC)
VIEWPORTS = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])


def five_pages(folder):
    """The first night of the example corpus."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    night(folder / "seeds" / "corpus.toml", "one", clock=lambda: AT)
    return folder / "out" / "reports"


def healthy(folder):
    """Three sources without a fault, on the second night."""
    config = write_corpus(folder, glossed_in_village=0, glossed_in_harbour=0)
    for number in (1, 2):
        night(config, f"night-{number}", clock=lambda n=number: AT + timedelta(days=n))
    return folder / "out" / "reports"


def not_assessed(folder):
    """A night on which one of three sources is gone."""
    reports = healthy(folder)
    shutil.rmtree(folder / "harbour")
    night(folder / "corpus.toml", "night-3", clock=lambda: AT + timedelta(days=3))
    return reports


def sixty_nights(folder):
    """100,000 documents of 20 sources after 60 nights."""
    return _drawn(long_history(folder))


def two_hundred_sources(folder):
    """Every check over 200 sources, after three nights; the page of the run alone."""
    settings = load_settings(long_history(folder, runs=3, documents=200_000, sources=200))
    (settings.out / "reports").mkdir()
    with History.open(settings.history_url()) as history:
        html = render(run_report(settings, history, history.latest(settings.corpus).id))
    (settings.out / "reports" / "latest.html").write_text(html, encoding="utf-8")
    return settings.out / "reports"


def _drawn(config):
    settings = load_settings(config)
    with History.open(settings.history_url()) as history:
        redraw(settings, history)
    return settings.out / "reports"


CORPORA = {
    make.__name__: make for make in (five_pages, healthy, not_assessed, sixty_nights, two_hundred_sources)
}
KINDS = {
    "run": "latest.html",
    "index": "index.html",
    "catalogue": "checks.html",
    "check": "checks/pinyin_bracket.html",
    "source": "sources/document-sharing.html",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Return a function that gives the folder of a corpus's reports, made once."""
    made = {}

    def folder_of(corpus):
        if corpus not in made:
            made[corpus] = CORPORA[corpus](tmp_path_factory.mktemp(corpus))
        return made[corpus]

    return folder_of


@VIEWPORTS
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["", "zh/"], ids=["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_opens_quietly_and_nothing_sticks_out(
    opened, reports, kind, language, scripts, viewport
):
    page = opened(reports("five_pages") / f"{language}{KINDS[kind]}", viewport, java_script_enabled=scripts)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip()
    if scripts:
        assert page.evaluate("window.__blocked") == []
    assert overflow(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page_that_shuts_a_reader_out(opened, reports, kind, scheme):
    page = opened(reports("five_pages") / KINDS[kind], color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_a_page_that_was_cut_off_from_the_others_is_whole(opened, reports, tmp_path):
    alone = tmp_path / "alone.html"
    shutil.copyfile(reports("five_pages") / "latest.html", alone)
    page = opened(alone)
    assert page.locator("main table").count() >= 6
    assert page.locator("details.card").count() == 5
    assert page.locator("a.beside").count() > 3


def test_the_switch_leads_to_the_same_page_in_the_other_language(opened, reports):
    page = opened(reports("five_pages") / "sources" / "newswire.html")
    there = page.evaluate("document.querySelector('a[hreflang]').href")
    assert there.endswith("/reports/zh/sources/newswire.html")
    assert (
        opened(reports("five_pages") / "zh" / "sources" / "newswire.html")
        .locator("html")
        .get_attribute("lang")
        == "zh-Hans"
    )


def test_a_newcomer_gets_from_what_changed_to_the_very_characters(opened, reports):
    page = opened(reports("sixty_nights") / "latest.html")
    row = page.locator("#t-changes tbody tr", has_text="site-001").filter(has_text="site footer")
    told = row.inner_text()
    assert re.search(r"new", told, re.IGNORECASE)
    assert "desk 1" in told
    assert "2026-10-30" in told
    assert "Mend the extraction" in told
    row.get_by_role("link", name="site footer").click()
    anchor = page.url.partition("#")[2]
    section = page.locator(f"#{anchor}")
    assert section.locator("mark").first.is_visible()
    assert section.locator(".why").inner_text()


def test_a_large_page_can_be_filtered_down_to_one_source(opened, reports):
    page = opened(reports("sixty_nights") / "latest.html")
    page.get_by_role("searchbox").fill("site-001 footer")
    assert page.locator("#t-changes tbody tr:visible").count() == 1
    assert page.locator("#t-changes tbody tr").count() == 20


def test_two_hundred_sources_fit_into_a_matrix_of_thirty_and_one_line(opened, reports):
    page = reports("two_hundred_sources") / "latest.html"
    assert page.stat().st_size < 2_000_000
    rows = opened(page).locator("#t-matrix tbody tr")
    assert rows.count() == 31
    assert rows.last.locator("th").inner_text() == "all other sources"


@pytest.mark.parametrize(
    ("corpus", "page", "width", "scheme"),
    [
        *((corpus, "latest.html", "desktop", "light") for corpus in CORPORA),
        ("five_pages", "latest.html", "desktop", "dark"),
        ("five_pages", "latest.html", "phone", "light"),
        ("five_pages", "zh/latest.html", "desktop", "light"),
        ("five_pages", KINDS["source"], "desktop", "light"),
        ("five_pages", KINDS["check"], "desktop", "light"),
        ("sixty_nights", "index.html", "desktop", "light"),
        ("sixty_nights", "sources/site-001.html", "phone", "dark"),
    ],
)
def test_a_picture_is_taken(opened, reports, corpus, page, width, scheme):
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = f"{corpus}-{page.removesuffix('.html').replace('/', '-')}-{width}-{scheme}.png"
    shown = opened(reports(corpus) / page, DESKTOP if width == "desktop" else PHONE, color_scheme=scheme)
    shown.screenshot(
        path=PICTURES / name, full_page=shown.evaluate("document.documentElement.scrollHeight") < 16_000
    )
    assert (PICTURES / name).stat().st_size > 20_000  # an empty page of this size has about 5 kB


def test_a_printed_page_shows_what_is_folded_on_the_screen(opened, reports):
    page = opened(reports("five_pages") / "latest.html")
    page.emulate_media(media="print")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.pdf(path=PICTURES / "five_pages-printed.pdf")
    assert (PICTURES / "five_pages-printed.pdf").read_bytes().startswith(b"%PDF")
    assert not page.locator(".filter").is_visible()
