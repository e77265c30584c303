"""One run after another over real files: what is found, remembered, said, and said only once."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from flows.history import History
from flows.interrupts import noted
from flows.settings import load_settings
from flows.steps import night
from tests.folders import ROOT
from tests.generated_corpus import article, write_corpus

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)


@pytest.fixture
def five(tmp_path):
    """A copy of the example corpus that writes beside itself."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path / "seeds" / "corpus.toml"


@pytest.fixture
def generated(tmp_path):
    return write_corpus(tmp_path / "generated")


def run(config: Path, number: int = 1):
    """The run of the n-th night."""
    at = FIRST + timedelta(days=number)
    return night(config, f"night-{number}", clock=lambda: at)


def history(config: Path):
    return History.open(load_settings(config).history_url())


def events(outcome):
    return {(e.source, e.cls): e.event for e in outcome.events}


class Closing:
    """An object whose finalizer is where Ctrl-C arrives: Python drops what is raised there."""

    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_python_drops_stops_the_run_before_its_next_step(five):
    def step(name, function, /, *args, **kwargs):
        if name == "settle":
            Closing()
        return function(*args, **kwargs)

    with noted(), pytest.raises(KeyboardInterrupt):
        night(five, "stopped", step=step)
    with history(five) as past:
        assert past.run("stopped", "example") is None


def test_the_five_pages_are_judged_and_everything_is_written(five):
    outcome = run(five)
    assert outcome.run.status == "failed"
    counts = (outcome.run.documents, outcome.run.clean, outcome.run.warned, outcome.run.failed)
    assert counts == (5, 1, 1, 3)
    folder = Path(outcome.run.findings).parent
    assert {p.name for p in folder.iterdir()} == {
        "documents.parquet",
        "signals.parquet",
        "findings.parquet",
        "findings.jsonl",
        "health.parquet",
        "health.jsonl",
    }
    assert (
        Path(outcome.run.report).read_bytes()
        == Path(outcome.run.report).with_name("latest.html").read_bytes()
    )


def test_findings_are_written_as_the_check_command_prints_them(five):
    outcome = run(five)
    lines = [json.loads(line) for line in Path(outcome.run.findings).read_text("utf-8").splitlines()]
    pinyin = [line for line in lines if line["class"] == "pinyin_bracket"]
    assert [line["n"] for line in pinyin] == [282, 100, 222]
    frame = pd.read_parquet(Path(outcome.run.findings).with_name("findings.parquet"))
    assert len(frame) == len(lines)


def test_the_signals_hold_numbers_and_no_text(five):
    outcome = run(five)
    signals = pd.read_parquet(Path(outcome.run.findings).with_name("signals.parquet"))
    words = [name for name in signals if not pd.api.types.is_numeric_dtype(signals[name])]
    assert words == ["source", "id"]


def test_a_second_run_the_same_night_finds_nothing_changed(five):
    run(five)
    again = run(five, 2)
    assert {event.event for event in again.events} == {"ongoing"}
    with history(five) as past:
        rows = past.sources("night-2")
        assert [(r.new, r.changed, r.unchanged, r.gone) for r in rows] == [(0, 0, 1, 0)] * 5
    page = Path(again.run.report).read_text("utf-8")
    assert "nothing changed" in page


def test_the_first_run_calls_its_cases_a_baseline(five):
    assert {event.event for event in run(five).events} == {"baseline"}


def test_a_repaired_page_is_reported_fixed_once(five):
    broken = events(run(five))
    page = next((five.parent / "documents").glob("000_*.txt"))
    page.write_text("渡口的石桥今天修好了，行人不必再绕路。\n", encoding="utf-8")
    second, third = run(five, 2), run(five, 3)
    source = next(s.id for s in load_settings(five).sources if "000_" in s.location)
    mine = {key for key in broken if key[0] == source}
    assert mine
    copied = {("gov-portal-mirror", "duplicate_cross_doc")}  # its last paragraph stood there, too
    assert {key for key, event in events(second).items() if event == "fixed"} == mine | copied
    assert not mine & set(events(third))


def test_a_run_repeated_under_its_id_replaces_itself(five):
    run(five)
    first = run(five, 2)
    before = remembered(five, "night-2")
    again = run(five, 2)
    assert again.events == first.events
    assert remembered(five, "night-2") == before


def remembered(config: Path, run_id: str):
    with history(config) as past:
        sources = [replace(row, seconds=0.0) for row in past.sources(run_id)]
        return past.cases("example"), past.health(run_id), past.findings(run_id), sources


def test_shares_are_judged_by_what_a_source_tolerates(generated):
    outcome = run(generated)
    with history(generated) as past:
        rows = {row.source: row for row in past.health("night-1") if row.cls == "pinyin_bracket"}
    shares = {source: (row.flagged, row.share, row.verdict) for source, row in rows.items()}
    assert shares == {
        "village": (8, 0.08, "failed"),
        "harbour": (3, 0.03, "passed"),
        "library": (0, 0.0, "passed"),
    }
    assert (outcome.run.status, outcome.run.documents, outcome.run.failed) == ("failed", 300, 11)


def test_a_source_that_goes_missing_is_not_assessed_and_fixes_nothing(generated):
    run(generated)
    (generated.parent / "village").rename(generated.parent / "elsewhere")
    gone = run(generated, 2)
    assert gone.run.status == "partial"
    assert events(gone) == {("village", "source_not_assessed"): "new"}
    assert "village" in gone.run.reasons[0]
    (generated.parent / "elsewhere").rename(generated.parent / "village")
    assert events(run(generated, 3)) == {
        ("village", "source_not_assessed"): "fixed",
        ("village", "pinyin_bracket"): "ongoing",
    }


def test_an_empty_source_is_never_green(generated):
    for page in (generated.parent / "harbour").iterdir():
        page.unlink()
    outcome = run(generated)
    with history(generated) as past:
        rows = [row for row in past.health("night-1") if row.source == "harbour"]
    assert outcome.run.status == "partial"
    assert {row.verdict for row in rows if row.check != "intake"} == {"not_assessed"}


def test_a_case_gets_worse_by_a_fifth_and_three_documents(generated):
    run(generated)
    write_again(generated, glossed_in_village=10)
    assert events(run(generated, 2))["village", "pinyin_bracket"] == "ongoing"
    write_again(generated, glossed_in_village=13)
    assert events(run(generated, 3))["village", "pinyin_bracket"] == "worse"


def test_a_document_that_cannot_be_read_is_a_reject_and_harms_no_other(generated):
    (generated.parent / "village" / "gb.txt").write_bytes(
        "粮仓门口的长凳换上了新的木板，老人们都说好。".encode("gb18030")
    )
    outcome = run(generated)
    with history(generated) as past:
        (reject,) = past.rejects("night-1")
    assert (outcome.run.rejects, outcome.run.documents) == (1, 300)
    assert "gb18030" in reject.reason


def test_a_fifth_of_a_source_gone_is_a_case(generated):
    run(generated)
    for number in range(30, 60):
        (generated.parent / "harbour" / f"{number:03}.txt").unlink()
    outcome = run(generated, 2)
    assert events(outcome)["harbour", "corpus_shrank"] == "new"


def test_a_changed_page_shows_the_version_before(generated):
    run(generated)
    page = generated.parent / "harbour" / "000.txt"
    before = len(page.read_text("utf-8"))
    page.write_text(page.read_text("utf-8") + article(random.Random(1), 2), encoding="utf-8")
    run(generated, 2)
    with history(generated) as past:
        rows = past.sources("night-2")
        versions = past.versions_before("night-2")
    assert [(row.source, row.changed) for row in rows if row.changed] == [("harbour", 1)]
    assert versions["harbour", "000.txt"][0] == before


def test_raising_a_limit_silences_the_class_and_nothing_else(generated):
    generated.write_text(
        generated.read_text("utf-8") + '\n[limits]\npinyin_bracket = [{ severity = "error", n = 9 }]\n',
        "utf-8",
    )
    outcome = run(generated)
    assert (outcome.run.status, outcome.run.clean) == ("passed", 300)


def test_a_run_fails_only_through_the_health_schema(generated, monkeypatch):
    import pandera.pandas as pa

    monkeypatch.setattr("checks.schemas.health_schema", lambda: pa.DataFrameSchema({}))
    outcome = run(generated)
    assert (outcome.run.failed, outcome.run.status) == (11, "passed")


def write_again(config: Path, **counts: int) -> None:
    out = config.parent / "out"
    out.rename(config.parent.parent / "kept")
    shutil.rmtree(config.parent)
    write_corpus(config.parent, **counts)
    (config.parent.parent / "kept").rename(out)


def test_a_run_without_a_document_leaves_its_tables_empty_but_there(five):
    shutil.rmtree(five.parent / "documents")
    folder = Path(run(five).run.findings).parent
    for name in ("documents", "signals", "findings"):
        assert pd.read_parquet(folder / f"{name}.parquet").empty
