"""The run as a Prefect flow, against a real server: what it does, what it shows, what it never shows."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import tomllib
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import cloudpickle
import pytest
import yaml
from prefect import flow
from prefect.automations import Automation, CallWebhook, EventTrigger, Posture
from prefect.blocks.webhook import Webhook
from prefect.deployments import run_deployment
from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings
from typer.testing import CliRunner

from flows.cli import app
from flows.history import History
from flows.history.errors import RunBusy
from flows.local_server import local_server
from flows.monitor import _as_task, monitor, run_as_flow
from flows.serve import serve_schedule
from flows.settings import load_settings
from flows.steps import night
from flows.window import CHECK_FAILED
from tests.commands import COMMAND
from tests.folders import ROOT, SEEDS
from tests.prefect_server import eventually, free_port, running_server
from tests.receiver import Receiver

pytestmark = pytest.mark.prefect

SETTINGS = """\
[corpus]
name = "{name}"

[schedule]
cron = "30 3 * * 1-5"
timezone = "Asia/Taipei"

[[sources]]
id = "pages"
kind = "{kind}"
location = "{location}"
owner = "news desk"
"""
WORDS_OF_THE_PAGES = ("管理創", "新文秘", "共有字", "未完", "久久", "圖片", "Copyright", "(guó)", "新浪")


def corpus(folder: Path, name: str, pages: str = "*", kind="folder", location="documents") -> Path:
    """A copy of some of the five pages with settings; returns the path of corpus.toml."""
    (folder / "documents").mkdir(parents=True)
    for page in SEEDS.glob(f"{pages}.txt"):
        shutil.copy(page, folder / "documents")
    (folder / "corpus.toml").write_text(
        SETTINGS.format(name=name, kind=kind, location=location), encoding="utf-8"
    )
    return folder / "corpus.toml"


def history(config: Path):
    return History.open(load_settings(config).history_url())


@pytest.fixture(scope="session")
def window(tmp_path_factory):
    """What a Prefect server of our own says of the runs of this file."""
    with running_server(tmp_path_factory.mktemp("prefect")) as seen:
        yield seen


@contextmanager
def alarm():
    """An Automation that calls a receiver of ours when a check fails critically for the news desk."""
    receiver = Receiver()
    thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    hook = Webhook(method="POST", url=f"http://127.0.0.1:{receiver.server_port}/alarm").save("alarm")
    trigger = EventTrigger(
        posture=Posture.Reactive,
        expect={CHECK_FAILED},
        match={"prefect.resource.id": "corpus-health.source.*", "severity": "critical", "owner": "news desk"},
        threshold=1,
        within=timedelta(0),
    )
    body = (
        '{"class": "{{ event.resource["class"] }}", "n": {{ event.payload.n }}, "of": {{ event.payload.N }}}'
    )
    Automation(
        name="alarm", trigger=trigger, actions=[CallWebhook(block_document_id=hook, payload=body)]
    ).create()
    yield receiver
    receiver.shutdown()
    receiver.server_close()
    thread.join()


@pytest.fixture(scope="session")
def five(tmp_path_factory, window):
    """The five pages as a flow, once: the outcome, what the server says of it, and whom it calls."""
    config = corpus(tmp_path_factory.mktemp("five"), "five pages")
    with alarm() as receiver:
        outcome = run_as_flow(config, "20261121T020000Z")
        seen = window.flow_run("five pages 20261121T020000Z")
        yield SimpleNamespace(config=config, outcome=outcome, seen=seen, calls=receiver.messages)


def test_a_flow_ends_in_a_state_that_names_the_verdict(five):
    assert (five.seen["state_type"], five.seen["state_name"]) == ("FAILED", "ChecksFailed")
    assert five.seen["state"]["message"].startswith("NEEDS ACTION: 22 problems at first sight")
    assert five.seen["run_count"] == 1


def test_a_flow_leaves_the_same_in_history_as_a_run_without_prefect(five, tmp_path):
    directly = night(corpus(tmp_path / "directly", "five pages"), "20261121T020000Z").run
    of_flow = five.outcome.run
    for name in ("status", "documents", "clean", "warned", "failed", "not_assessed", "settings_hash"):
        assert getattr(of_flow, name) == getattr(directly, name)
    with history(five.config) as kept:
        assert kept.run("20261121T020000Z") == of_flow
    assert Path(of_flow.report).is_file()
    assert Path(of_flow.findings).is_file()


def test_a_flow_run_carries_the_names_of_its_corpus_and_its_steps(five, window):
    assert set(five.seen["tags"]) == {"corpus-health", "five pages"}
    tasks = eventually(lambda: len(found := window.of_run("task_runs", five.seen["id"])) == 8 and found)
    names = [task["name"] for task in sorted(tasks, key=lambda task: task["start_time"])]
    assert names == ["plan", "measure", "compare ids", "settle", "judge", "remember", "draw", "tell"]


def test_the_health_table_and_the_report_are_artifacts(five, window):
    artifacts = {a["key"].partition("-")[0]: a for a in window.of_run("artifacts", five.seen["id"])}
    assert set(artifacts) == {"health", "report"}
    table = artifacts["health"]["data"]
    assert "| ▲ error | pinyin in brackets | pages | 3 / 5 · 60.0 % |" in table
    assert Path(five.outcome.run.report).as_uri() in artifacts["report"]["data"]


def test_every_failed_check_is_an_event_with_numbers_and_labels(five, window):
    with history(five.config) as kept:
        failed = {row.cls: row for row in kept.health("20261121T020000Z") if row.verdict == "failed"}
    events = eventually(
        lambda: len(found := window.events(CHECK_FAILED, five.seen["id"])) == len(failed) and found
    )
    assert {event["resource"]["class"] for event in events} == set(failed)
    event = next(event for event in events if event["resource"]["class"] == "pinyin_bracket")
    assert event["resource"]["prefect.resource.id"] == "corpus-health.source.five pages.pages"
    assert (event["resource"]["severity"], event["resource"]["owner"]) == ("error", "news desk")
    assert (event["payload"]["n"], event["payload"]["N"], event["payload"]["share"]) == (3, 5, 0.6)


def test_an_automation_triggers_on_the_labels_of_an_event(five):
    eventually(lambda: len(five.calls) == 2)
    assert {call["class"] for call in five.calls} == {"domain_mismatch", "seo_spam_title"}
    assert {(call["n"], call["of"]) for call in five.calls} == {(1, 5)}


def test_prefect_is_told_no_text(five, window):
    run = five.seen["id"]
    logs = eventually(lambda: len(found := window.of_run("logs", run)) > 5 and found)
    told = [logs, five.seen, window.events(CHECK_FAILED, run)]
    told += [window.of_run(what, run) for what in ("artifacts", "task_runs")]
    shown = json.dumps(told, ensure_ascii=False)
    assert [words for words in WORDS_OF_THE_PAGES if words in shown] == []


def test_a_good_corpus_passes_under_an_id_of_its_scheduled_time(window, tmp_path):
    config = corpus(tmp_path / "good", "good", pages="004*")
    state = monitor(str(config), return_state=True)
    assert (state.type, state.name) == ("COMPLETED", "Passed")
    with history(config) as kept:
        run_id = kept.latest("good").id
    scheduled = datetime.fromisoformat(window.flow_run(f"good {run_id}")["expected_start_time"])
    assert run_id == f"{scheduled:%Y%m%dT%H%M%SZ}"


def test_a_flow_does_not_overlap_with_a_run_from_elsewhere(window, tmp_path):
    config = corpus(tmp_path / "busy", "busy", pages="004*")
    with history(config) as kept, kept.lock("busy", "first"), pytest.raises(RunBusy, match="run first"):
        run_as_flow(config, "second")
    seen = window.flow_run("busy second")
    assert (seen["state_type"], seen["state_name"]) == ("FAILED", "Busy")
    assert "run first, process" in seen["state"]["message"]


def test_a_step_that_the_disk_failed_is_tried_again(window):
    tries = []

    def reads() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("the disk was slow")
        return "read"

    assert flow(lambda: _as_task("reads", reads), name="retried")() == "read"


def test_an_error_that_holds_a_text_reaches_the_caller_and_not_prefect(window, tmp_path, monkeypatch):
    text = "a text of a document"

    def judge(*_):
        raise RuntimeError(text)

    monkeypatch.setattr("flows.steps.judge", judge)
    with pytest.raises(RuntimeError, match=text):
        run_as_flow(corpus(tmp_path / "broken", "broken", pages="004*"), "night")
    seen = window.flow_run("broken night")
    logs = eventually(lambda: len(found := window.of_run("logs", seen["id"])) > 3 and found)
    tasks = eventually(lambda: len(found := window.of_run("task_runs", seen["id"])) == 5 and found)
    assert seen["state_name"] == "Broken"
    assert seen["state"]["message"].startswith("RuntimeError in judge, test_monitor.py:")
    assert text not in json.dumps([seen, logs, tasks])


def test_what_prefect_cannot_show_is_trouble_and_undoes_nothing(window, tmp_path, monkeypatch):
    monkeypatch.setattr("flows.monitor.publish", lambda *_: {}["a text"])
    outcome = run_as_flow(corpus(tmp_path / "unseen", "unseen", pages="004*"), "night")
    assert outcome.run.status == "passed"
    assert len(outcome.trouble) == 1
    assert "Prefect does not show the run as it was: KeyError in <lambda>" in outcome.trouble[0]


def test_a_run_killed_in_the_middle_is_whole_when_it_is_run_again(window, tmp_path):
    config = corpus(tmp_path / "killed", "killed", kind="jsonl", location="pages.jsonl")
    texts = [page.read_text(encoding="utf-8") for page in sorted(SEEDS.iterdir())]
    lines = ({"id": f"d{n}", "text": f"{texts[n % 5]}\n{n}"} for n in range(40))
    (config.parent / "pages.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    begun = config.parent / "out" / "runs" / "night.tmp"
    process = subprocess.Popen([COMMAND, "run", config, "--run-id", "night"], env=dict(os.environ))
    eventually(begun.exists)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    eventually(lambda: window.flow_run("killed night")["state_name"] == "Running")
    outcome = run_as_flow(config, "night")
    with history(config) as kept:
        assert [run.id for run in kept.runs("killed")] == ["night"]
        assert [(row.documents, row.new) for row in kept.sources("night")] == [(40, 40)]
    assert (outcome.run.documents, outcome.run.status) == (40, "failed")
    assert not begun.exists()


def test_a_server_that_does_not_answer_is_told_with_its_remedy(tmp_path):
    config = corpus(tmp_path / "alone", "alone", pages="004*")
    url = f"http://user:secret@127.0.0.1:{free_port()}/api"
    with temporary_settings({PREFECT_API_URL: url, PREFECT_CLIENT_MAX_RETRIES: 0}):
        done = CliRunner().invoke(app, ["run", str(config), "--prefect"])
    assert done.exit_code == 3
    assert done.stderr.startswith("PREFECT_API_URL=http://***@127.0.0.1:")
    assert "no Prefect server answers there; start one with `prefect server start`" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_schedule_is_served_with_its_limit_and_can_be_run_at_once(window, tmp_path):
    config = corpus(tmp_path / "served", "served", pages="004*")
    environment = {**os.environ, "PREFECT_RUNNER_POLL_FREQUENCY": "1"}
    process = subprocess.Popen([COMMAND, "serve", config], env=environment, stdout=subprocess.DEVNULL)
    try:
        deployment = eventually(lambda: served(window))
        assert deployment["parameters"] == {"config": str(config)}
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
        schedule = deployment["schedules"][0]["schedule"]
        assert (schedule["cron"], schedule["timezone"]) == ("30 3 * * 1-5", "Asia/Taipei")
        eventually(lambda: window.scheduled(deployment["id"]))
        run = run_deployment("monitor/nightly-served", timeout=60, poll_interval=0.2)
        assert run.state.name == "Passed", run.state.message
    finally:
        process.terminate()
    assert process.wait(60) == 0
    assert served(window)["paused"]


def served(window):
    """The deployment of the corpus ``served``, if it is there."""
    found = window.ask("deployments/filter", {"deployments": {"name": {"any_": ["nightly-served"]}}})
    return found and found[0]


def test_the_flow_can_be_handed_to_the_process_of_a_scheduled_run():
    assert cloudpickle.loads(cloudpickle.dumps(monitor)).name == "monitor"


def test_a_port_that_is_taken_is_told_with_its_remedy(tmp_path, monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    config = corpus(tmp_path / "taken", "taken")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(OSError, match=f"choose another with --port.*PREFECT_API_URL=.*:{port}/api"):
            serve_schedule(config, port=port)


def test_a_server_that_ends_while_starting_is_told_with_its_last_words(tmp_path, monkeypatch):
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "nonsense")
    with pytest.raises(OSError, match=r"ended while starting: \w"), local_server(tmp_path, free_port()):
        pass


def test_the_work_pool_gets_the_schedule_of_the_example():
    deployment = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"][0]
    example = tomllib.loads((ROOT / "seeds" / "corpus.toml").read_text(encoding="utf-8"))
    schedule = deployment["schedules"][0]
    assert (schedule["cron"], schedule["timezone"]) == (
        example["schedule"]["cron"],
        example["schedule"]["timezone"],
    )
    assert deployment["entrypoint"] == "flows/monitor.py:monitor"
    assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
    assert (ROOT / deployment["parameters"]["config"]).is_file()
