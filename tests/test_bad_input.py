"""What is thrown at a run: each thing gets a message, an exit code, and costs nothing else."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from flows.history import History
from flows.settings import load_settings
from tests.commands import COMMAND, corpus_health

CLEAN = "渡口的石桥今天修好了，行人不必再绕路。\n"
SETTINGS = '[[sources]]\nid = "pages"\nkind = "folder"\nlocation = "pages"\n'


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "good.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def run(corpus, *arguments):
    return corpus_health("run", *arguments, cwd=corpus)


def test_a_good_corpus_passes(corpus):
    assert run(corpus).returncode == 0


def test_a_missing_config_is_named(corpus):
    done = run(corpus, "elsewhere.toml")
    assert done.returncode == 2
    assert "elsewhere.toml" in done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [("kind = folder", "corpus.toml:5"), ('ownr = "desk"', "owner"), ('encoding = "utf-88"', "encoding")],
)
def test_a_mistake_in_the_settings_is_told_with_its_place(corpus, line, told):
    (corpus / "corpus.toml").write_text(SETTINGS + line + "\n", encoding="utf-8")
    done = run(corpus)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (corpus / "out").exists()


def test_a_source_that_is_gone_makes_the_run_partial_and_spares_the_other(corpus):
    with (corpus / "corpus.toml").open("a") as file:
        file.write('[[sources]]\nid = "gone"\nkind = "folder"\nlocation = "gone"\n')
    done = run(corpus)
    assert done.returncode == 3
    assert done.stdout.startswith("INCOMPLETE")
    assert "1 documents: 1 clean" in done.stdout
    assert "gone" in done.stdout


def test_a_corpus_of_empty_folders_is_not_assessed(corpus):
    (corpus / "pages" / "good.txt").unlink()
    done = run(corpus)
    assert done.returncode == 3
    assert done.stdout.startswith("NOT ASSESSED")


def test_an_empty_file_fails_and_is_not_green(corpus):
    (corpus / "pages" / "empty.txt").touch()
    done = run(corpus)
    assert done.returncode == 1
    assert "empty" in done.stdout


def test_a_file_in_another_encoding_is_rejected_with_the_remedy(corpus):
    (corpus / "pages" / "gb.txt").write_bytes(CLEAN.encode("gb18030"))
    done = run(corpus)
    assert done.returncode == 1
    assert "documents_rejected" in done.stdout
    page = (corpus / "out" / "reports" / "latest.html").read_text("utf-8")
    assert "gb18030" in page


def test_a_line_of_fifty_megabytes_is_rejected_by_its_size(corpus):
    with (corpus / "pages" / "line.txt").open("w", encoding="utf-8") as file:
        file.write("渡口" * 8_400_000)
    done = run(corpus)
    assert "1 clean" in done.stdout
    assert "1 rejected" in done.stdout


def test_a_huge_line_is_checked_when_the_limit_allows_it(corpus):
    (corpus / "corpus.toml").write_text(
        "[corpus]\nmax_document_bytes = 60_000_000\n" + SETTINGS, encoding="utf-8"
    )
    with (corpus / "pages" / "line.txt").open("w", encoding="utf-8") as file:
        file.write(("渡口的石桥今天修好了" * 300 + "(全文共首页>>分享到:会(huì)") * 5_400)
    done = run(corpus)
    assert "2 documents:" in done.stdout, done.stderr
    assert "0 rejected" in done.stdout


def test_a_text_with_a_script_is_shown_and_not_run(corpus):
    (corpus / "pages" / "a.txt").write_text("会(huì)议(yì)<script>alert(1)</script>", encoding="utf-8")
    run(corpus)
    page = (corpus / "out" / "reports" / "latest.html").read_text("utf-8")
    assert page.count("<script") == 1
    assert "&lt;script&gt;" in page


def test_an_id_that_climbs_out_of_the_folder_is_only_a_name(corpus):
    (corpus / "corpus.toml").write_text(
        SETTINGS.replace('"folder"', '"jsonl"')
        .replace('"pages"\n', '"x.jsonl"\n', 2)
        .replace('id = "x.jsonl"', 'id = "pages"')
    )
    (corpus / "x.jsonl").write_text(
        '{"id": "../../x", "text": "会议强(qiáng)调(diào)，要进(jìn)一步(bù)推(tuī)动工作。"}\n',
        encoding="utf-8",
    )
    before = set(corpus.parent.iterdir())
    done = run(corpus)
    assert done.returncode == 1, done.stderr
    assert set(corpus.parent.iterdir()) == before
    assert "../../x" in (corpus / "out" / "runs" / only_run(corpus) / "findings.jsonl").read_text("utf-8")


def only_run(corpus):
    (folder,) = (corpus / "out" / "runs").iterdir()
    return folder.name


def test_an_output_folder_that_cannot_be_written_is_named(corpus):
    (corpus / "out").write_text("a file where the folder should be")
    done = run(corpus)
    assert done.returncode == 3
    assert str(corpus / "out") in done.stderr


def test_a_full_disk_while_the_report_is_written_costs_the_report_alone(corpus):
    reports = corpus / "out" / "reports"
    reports.mkdir(parents=True)
    (reports / "one.html.tmp").symlink_to("/dev/full")
    done = run(corpus, "--run-id", "one")
    assert done.returncode == 3
    assert "the report was not written: No space left on device" in done.stdout
    with History.open(load_settings(corpus / "corpus.toml").history_url()) as history:
        assert [run.id for run in history.runs(corpus.name)] == ["one"]
    assert run(corpus, "--run-id", "two").returncode == 0


def test_two_runs_at_once_are_one_run_and_a_refusal(corpus):
    for number in range(3_000):
        (corpus / "pages" / f"{number}.txt").write_text(CLEAN * 20, encoding="utf-8")
    first = subprocess.Popen([COMMAND, "run", "--run-id", "one"], cwd=corpus, stdout=subprocess.DEVNULL)
    wait_for(lambda: locked(corpus))
    done = run(corpus, "--run-id", "two")
    assert done.returncode == 3
    assert "one" in done.stderr
    assert first.wait(120) == 0


def test_a_run_that_was_killed_leaves_nothing_and_runs_again(corpus):
    for number in range(3_000):
        (corpus / "pages" / f"{number}.txt").write_text(CLEAN * 20, encoding="utf-8")
    first = subprocess.Popen([COMMAND, "run", "--run-id", "one"], cwd=corpus, stdout=subprocess.DEVNULL)
    wait_for(lambda: any((corpus / "out" / "runs").glob("*.tmp")))
    first.kill()
    first.wait()
    assert run(corpus, "--run-id", "one").returncode == 0
    assert only_run(corpus) == "one"
    with History.open(load_settings(corpus / "corpus.toml").history_url()) as history:
        assert [(r.id, r.documents) for r in history.runs(corpus.name)] == [("one", 3001)]


def locked(corpus: Path) -> bool:
    path = corpus / "out" / "history.db"
    if not path.exists():
        return False
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return bool(connection.execute("select 1 from locks").fetchall())
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()


def wait_for(condition) -> None:
    """Poll what another process does; gives up after a minute."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "waited a minute in vain"
        os.sched_yield()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_before_it_measured_a_shard_says_so_and_leaves_nothing(corpus, number, code):
    for page in range(3_000):
        (corpus / "pages" / f"{page}.txt").write_text(CLEAN * 20, encoding="utf-8")
    stopped = subprocess.Popen(
        [COMMAND, "run"], cwd=corpus, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    wait_for(lambda: any((corpus / "out" / "runs").glob("*.tmp")))
    stopped.send_signal(number)
    _, said = stopped.communicate(timeout=60)
    assert stopped.returncode == code
    assert "the history is as it was" in said
    assert list((corpus / "out" / "runs").iterdir()) == []
    assert not locked(corpus)


def test_a_run_that_could_read_nothing_says_it_of_all_checks_in_one_sentence(corpus):
    (corpus / "pages").rename(corpus / "elsewhere")
    said = run(corpus).stdout
    assert re.search(r"^\d\d checks could not judge every source$", said, re.MULTILINE)
    assert "▨" not in said


def test_sources_whose_names_begin_alike_keep_their_documents_apart(corpus):
    (corpus / "more").mkdir()
    (corpus / "more" / "b.txt").write_text(CLEAN, encoding="utf-8")
    both = SETTINGS.replace('"pages"\nkind', '"x--y"\nkind') + SETTINGS.replace(
        'id = "pages"', 'id = "x"'
    ).replace('location = "pages"', 'location = "more"')
    (corpus / "corpus.toml").write_text(both, encoding="utf-8")
    assert "2 documents: 2 clean" in run(corpus).stdout


def test_two_corpora_share_a_history_and_a_run_id(corpus):
    for name in ("a", "b"):
        shared = f'[corpus]\nname = "{name}"\nout = "out-{name}"\nhistory = "sqlite:///shared.db"\n'
        (corpus / f"{name}.toml").write_text(shared + SETTINGS, encoding="utf-8")
    for name in ("a", "b", "a"):
        assert run(corpus, f"{name}.toml", "--run-id", "same").returncode == 0
