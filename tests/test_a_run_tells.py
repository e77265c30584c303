"""A run over real files tells a real HTTP receiver what changed, once, and owns up when it cannot."""

from __future__ import annotations

import json

import pytest

from flows.history import History
from flows.settings import load_settings
from tests.commands import corpus_health
from tests.generated_corpus import GLOSSED
from tests.receiver import SECRET

CLEAN = "渡口的石桥今天修好了，行人不必再绕路。\n"
SETTINGS = """\
[[sources]]
id = "pages"
kind = "folder"
location = "pages"
owner = "pages desk"

[[routes]]
name = "desk"
url_env = "DESK_URL"
at_least = "warning"
"""


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "good.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "pages" / "bad.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(corpus, receiver):
    return lambda *arguments: corpus_health(
        "run", *arguments, cwd=corpus, environment={"DESK_URL": receiver.url()}
    )


def page(corpus):
    return (corpus / "out" / "reports" / "latest.html").read_text("utf-8")


def test_the_first_run_sends_its_baseline_in_one_message(run, receiver):
    done = run("--run-id", "one")
    assert done.returncode == 1
    (message,) = receiver.messages
    assert "baseline: 1 case" in message["message"]


def test_nothing_changed_is_told_to_nobody(run, receiver):
    run("--run-id", "one")
    assert "nothing changed" in run("--run-id", "two").stdout
    assert len(receiver.messages) == 1


def test_a_run_repeated_under_its_id_tells_nothing_twice(run, receiver):
    run("--run-id", "one")
    run("--run-id", "one")
    assert len(receiver.messages) == 1


def test_a_repaired_page_is_told_fixed_once(run, receiver, corpus):
    run("--run-id", "one")
    (corpus / "pages" / "bad.txt").write_text(CLEAN, encoding="utf-8")
    assert run("--run-id", "two").returncode == 0
    run("--run-id", "three")
    first, fixed = receiver.messages
    assert "fixed" in fixed["message"].lower()
    assert "pages" in fixed["message"]
    assert first != fixed


def test_a_refused_message_is_owned_up_to_and_sent_by_the_next_run(run, receiver, corpus):
    receiver.answers = [404, 404, 404]
    done = run("--run-id", "one")
    assert done.returncode == 4
    assert "not delivered: desk" in done.stdout
    assert "desk" in page(corpus)
    receiver.answers = []
    assert run("--run-id", "two").returncode == 1
    assert "baseline" in receiver.messages[-1]["message"]
    with History.open(load_settings(corpus / "corpus.toml").history_url()) as history:
        assert history.undelivered() == []


def test_the_address_reaches_no_output_file_or_history(run, receiver, corpus):
    receiver.answers = [404, 404, 404]
    done = run("--run-id", "one")
    assert SECRET not in done.stdout + done.stderr
    for path in (corpus / "out").rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path


def test_a_route_without_its_variable_is_named(corpus):
    done = corpus_health("run", "--json", cwd=corpus)
    assert done.returncode == 4
    assert "DESK_URL" in page(corpus)
    assert json.loads(done.stdout)["status"] == "failed"


def test_a_source_that_goes_missing_is_told(run, receiver, corpus):
    run("--run-id", "one")
    (corpus / "pages").rename(corpus / "elsewhere")
    assert run("--run-id", "two").returncode == 3
    assert "could not be assessed" in receiver.messages[-1]["message"]
