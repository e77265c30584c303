"""The pages that runs leave: each leads to the others, stays as it was, and costs the same however many there are."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from checks.registry import all_checks
from flows import draw
from flows.draw import redraw
from flows.history import History
from flows.settings import load_settings
from flows.shelf import shelves, way
from flows.steps import night
from reports.runs_page import RunLine, RunsPage, render_runs
from tests.folders import ROOT
from tests.generated_corpus import write_corpus
from tests.long_history import long_history

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)


def run(config: Path, number: int):
    return night(config, f"night-{number}", clock=lambda: FIRST + timedelta(days=number))


@pytest.fixture(scope="module")
def two_nights(tmp_path_factory):
    """The reports of two nights of the example corpus, and the first as they were before the second."""
    folder = tmp_path_factory.mktemp("two-nights")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    run(folder / "seeds" / "corpus.toml", 1)
    reports = folder / "out" / "reports"
    before = {page.relative_to(reports): page.read_bytes() for page in reports.rglob("*.html")}
    run(folder / "seeds" / "corpus.toml", 2)
    return reports, before


def test_every_link_of_every_page_leads_to_a_file_that_is_there(two_nights):
    reports, _ = two_nights
    pages = sorted(reports.rglob("*.html"))
    assert len(pages) > 2 * len(all_checks())
    for page in pages:
        html = page.read_text("utf-8")
        for href in re.findall(r'href="([^"#]+)', html):
            assert (page.parent / unquote(href)).exists(), f"{page.relative_to(reports)} -> {href}"


def test_every_fragment_of_a_link_is_there(two_nights):
    reports, _ = two_nights
    for page in (reports / "checks.html", reports / "zh" / "checks.html"):
        for href, fragment in re.findall(r'href="([^"#]+)#([^"]+)"', page.read_text("utf-8")):
            assert f'id="{fragment}"' in (page.parent / href).read_text("utf-8")


def test_the_page_of_a_run_does_not_change_when_another_comes(two_nights):
    reports, before = two_nights
    kept = {Path("night-1.html"), Path("zh/night-1.html")}
    assert kept <= before.keys()
    assert all((reports / page).read_bytes() == before[page] for page in kept)
    assert (reports / "latest.html").read_bytes() == (reports / "night-2.html").read_bytes()


def test_a_quiet_night_leaves_the_pages_of_sources_and_checks_alone(two_nights):
    reports, before = two_nights
    kept = [page for page in before if page.parent.name in ("sources", "checks")]
    assert len(kept) == 2 * (5 + len(all_checks()))
    assert all((reports / page).read_bytes() == before[page] for page in kept)


def test_a_source_that_moves_has_its_page_drawn_again_and_no_other(tmp_path):
    config = write_corpus(tmp_path / "generated")
    run(config, 1)
    reports = tmp_path / "generated" / "out" / "reports"
    before = {page: page.read_bytes() for page in (reports / "sources").iterdir()}
    (tmp_path / "generated" / "village" / "000.txt").write_text(
        "村口的石桥修好了，老人们都说好。", encoding="utf-8"
    )
    run(config, 2)
    moved = [page.name for page, was in before.items() if page.read_bytes() != was]
    assert moved == ["village.html"]


def test_the_index_is_cut_into_pages_that_lead_to_one_another(tmp_path, monkeypatch):
    monkeypatch.setattr(draw, "RUNS_ON_A_PAGE", 2)
    config = long_history(tmp_path, runs=5, documents=100, sources=1)
    settings = load_settings(config)
    with History.open(settings.history_url()) as history:
        for number in range(5):
            redraw(settings, history, f"night-{number:04}")
    reports = settings.out / "reports"
    held = {
        page.name: re.findall(r'href="(night-\d+)\.html"', page.read_text("utf-8"))
        for page in reports.glob("*.html")
        if page.name == "index.html" or page.name.startswith("runs-")
    }
    assert held == {
        "index.html": ["night-0004"],
        "runs-2.html": ["night-0003", "night-0002"],
        "runs-1.html": ["night-0001", "night-0000"],
    }
    middle = (reports / "runs-2.html").read_text("utf-8")
    assert 'href="index.html"' in middle
    assert 'href="runs-1.html"' in middle


def test_a_thousand_runs_fit_on_one_page(tmp_path):
    from checks.model import Words

    lines = [RunLine(f"r{n}", f"r{n}.html", "failed", Words("NEEDS ACTION: 2 new", "需要处理"), FIRST.isoformat(), 5, 0.2, 0) for n in range(1000)]  # fmt: skip
    html = render_runs(RunsPage("news", lines, 1000))
    assert len(html.encode()) < 1_000_000
    assert html.count("<tr>") == 1001


def test_the_other_language_has_the_same_pages_and_leads_back(two_nights):
    reports, _ = two_nights
    own, other = shelves(reports, "en")
    for page in ("night-2.html", "sources/newswire.html", "checks/mojibake.html", "index.html"):
        assert own.path(page).exists()
        assert other.path(page).exists()
        there = own.path(page).parent / own.to_other(page)
        assert there.resolve() == other.path(page).resolve()
        assert (other.path(page).parent / other.to_other(page)).resolve() == own.path(page).resolve()


def test_ways_between_pages_are_relative():
    assert way("sources/a.html", "checks/b.html") == "../checks/b.html"


@pytest.mark.parametrize("name", ["latest", "Index", "checks", "runs-3"])
def test_a_run_cannot_take_the_name_of_another_page(tmp_path, name):
    from flows.settings import SettingsError

    config = write_corpus(tmp_path / "generated")
    with pytest.raises(SettingsError, match="run id"):
        night(config, name)


@pytest.fixture(scope="module")
def sixty_nights(tmp_path_factory):
    """The report of 100,000 documents after 60 nights."""
    config = long_history(tmp_path_factory.mktemp("sixty-nights"))
    settings = load_settings(config)
    with History.open(settings.history_url()) as history:
        return redraw(settings, history)


def test_the_report_of_a_large_corpus_with_a_long_past_stays_small(sixty_nights):
    assert sixty_nights.stat().st_size < 2_000_000
    pages = sixty_nights.parent.rglob("*.html")
    assert max(page.stat().st_size for page in pages) < 2_000_000


def test_the_report_of_a_large_corpus_answers_what_a_newcomer_asks(sixty_nights):
    html = sixty_nights.read_text("utf-8")
    changes = html[html.index('id="t-changes"') : html.index('id="checks"')]
    grown = next(row for row in changes.split("<tr>") if "site-001" in row and "site footer" in row)
    for part in ("new", "31.", "desk 1", "2026-10-30", "Mend the extraction", 'href="#d'):
        assert part in grown, part
    anchor = re.search(r'href="#(d\d+-\d+)"', grown)[1]
    section = html[html.index(f'id="{anchor}"') :]
    assert "<mark>" in section[: section.index("</section>")]
