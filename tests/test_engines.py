"""The engines give the same results; a worker that is killed costs time, a run that is killed costs nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.engine.processes import Processes, in_process
from flows.engine.work import WorkFailed, folder_of
from flows.history import History
from flows.settings import load_settings
from flows.steps import night
from tests.commands import corpus_health
from tests.engines import left, moved, write_shards

AT = datetime(2026, 11, 2, 2, tzinfo=UTC)
KILLS = int(os.environ.get("CORPUS_HEALTH_KILLS", "2"))  # runs killed at random moments; 20 in the benchmark
RUN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import flows.engine.plan, flows.engine.processes
flows.engine.plan.SHARD_BYTES, flows.engine.processes.ENOUGH = 3_000, 0
from flows.steps import night
night(Path(sys.argv[1]), sys.argv[2], clock=lambda: datetime(2026, 11, 2, 2, tzinfo=UTC))
"""


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch):
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 3_000)
    monkeypatch.setattr("flows.engine.processes.ENOUGH", 0)


def run(config, run_id="night", workers=2):
    """Run with so many worker processes, in this one for 0."""
    folder = folder_of(load_settings(config), run_id)
    engine = Processes(folder, workers) if workers else in_process
    return night(config, run_id, clock=lambda: AT, engine=engine)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The corpus and what a run in one process leaves of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.engine.plan.SHARD_BYTES", 3_000)
        config = write_shards(tmp_path_factory.mktemp("undisturbed") / "corpus")
        run(config, workers=0)
    return config, left(config)


def test_one_process_and_several_give_the_same(undisturbed, tmp_path):
    config = write_shards(tmp_path / "corpus")
    run(config)
    assert left(config) == moved(undisturbed[1], undisturbed[0], config)


def test_a_worker_that_is_killed_once_costs_time_alone(undisturbed, tmp_path):
    config = write_shards(tmp_path / "corpus", extra=("这一篇杀一次。",))
    outcome = run(config)
    assert (config.parent / "own" / "killed").exists()
    assert outcome.run.not_assessed == 0
    assert outcome.run.reasons == ()
    before = left(config)
    run(config, workers=0)
    assert left(config) == before


def test_a_shard_that_kills_its_worker_every_time_is_not_assessed_and_the_rest_is(tmp_path):
    config = write_shards(tmp_path / "corpus", extra=("这一篇每次都杀。",))
    outcome = run(config)
    assert outcome.run.status == "partial"
    assert outcome.run.documents == 40 + 20
    assert 1 <= outcome.run.not_assessed <= 9
    (reason,) = outcome.run.reasons
    assert "its process was killed by SIGKILL, tried twice" in reason
    assert "a.jsonl from line" in reason
    with History.open(load_settings(config).history_url()) as past:
        rows = {row.source: row for row in past.sources("night")}
        health = {(row.source, row.cls): row.verdict for row in past.health("night")}
    assert (rows["files"].not_assessed, rows["lines"].not_assessed) == (0, outcome.run.not_assessed)
    assert health["lines", "check_crashed"] == "failed"
    assert health["files", "check_crashed"] == "passed"


def test_a_shard_that_cannot_even_be_read_makes_its_source_not_assessed(tmp_path):
    config = write_shards(tmp_path / "corpus")
    folder = folder_of(load_settings(config), "night")

    def engine(config, run_id, orders, progress):
        doomed = [shard for shard in orders if str(shard) == "lines~000002"]
        in_process(config, run_id, {s: lost for s, lost in orders.items() if s not in doomed}, progress)
        return dict.fromkeys(doomed, "was killed by SIGKILL")

    outcome = night(config, "night", clock=lambda: AT, engine=engine)
    assert outcome.run.status == "partial"
    assert outcome.run.documents == 20
    assert outcome.run.reasons[0].startswith("lines: a.jsonl from line ")
    assert folder.final.is_dir()


def test_what_breaks_in_a_worker_is_raised_without_a_word_of_a_text(tmp_path):
    config = write_shards(tmp_path / "corpus")
    plan = Path("plan") / "lines~000003.json"

    def engine(config, run_id, orders, progress):
        folder = folder_of(load_settings(config), run_id)
        (folder.work / plan).write_text('{"a text": 1}')
        return Processes(folder, 2)(config, run_id, orders, progress)

    with pytest.raises(WorkFailed, match=r"^KeyError in plan, shards.py:\d+$"):
        night(config, "night", clock=lambda: AT, engine=engine)
    assert list((config.parent / "out" / "runs").iterdir()) == []


def test_the_engine_is_named_on_the_command_line_and_in_the_settings(tmp_path):
    config = write_shards(tmp_path / "corpus")
    done = corpus_health("run", config, "--engine", "processes", "--workers", "2", "--run-id", "night")
    assert done.returncode == 1, done.stderr
    told = left(config)
    config.write_text(config.read_text("utf-8") + '\n[run]\nengine = "in-process"\n', "utf-8")
    assert corpus_health("run", config, "--run-id", "night").returncode == 1
    assert left(config) == told


def test_a_run_killed_at_any_moment_and_taken_up_leaves_what_an_undisturbed_one_does(undisturbed, tmp_path):
    chance = random.Random(int(os.environ.get("CORPUS_HEALTH_SEED", "20261126")))
    config = write_shards(tmp_path / "corpus")
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", RUN, config, "night"], check=True, timeout=300)
    whole = time.monotonic() - started
    for number in range(KILLS):
        config = write_shards(tmp_path / f"corpus{number}")
        begun = subprocess.Popen([sys.executable, "-c", RUN, config, "night"])
        try:
            begun.wait(chance.uniform(0.2, 1.0) * whole)
        except subprocess.TimeoutExpired:
            begun.kill()
        assert begun.wait() in (0, -signal.SIGKILL)
        run(config)
        assert left(config) == moved(undisturbed[1], undisturbed[0], config)
        assert [path.name for path in (config.parent / "out" / "runs").iterdir()] == ["night"]
