"""What the commands print and how they end."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.commands import corpus_health, process
from tests.folders import ROOT, SEEDS
from tests.generated_corpus import GLOSSED

CLEAN = "渡口的石桥今天修好了，行人不必再绕路，赶集的人也可以推着车子走过去。\n"


@pytest.fixture
def five(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def objects(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_check_prints_one_object_a_finding_with_raw_offsets():
    page = next(SEEDS.glob("003_*"))
    done = corpus_health("check", "--format", "jsonl", page)
    text = page.read_bytes().decode("utf-8")
    assert done.returncode == 1
    for found in objects(done):
        assert set(found) == {
            "doc_id",
            "check",
            "class",
            "family",
            "severity",
            "proof",
            "message",
            "n",
            "share",
            "spans",
        }
        for span in found["spans"]:
            assert set(span) >= {"start", "end", "quote", "before", "after", "original"}
            if len(span["quote"]) < 100:
                assert text[span["start"] : span["end"]] == span["quote"]


def test_check_sorts_by_document_and_class_whatever_the_number_of_workers():
    pages = sorted(SEEDS.iterdir(), reverse=True)
    one = corpus_health("check", "--format", "jsonl", *pages)
    two = corpus_health("check", "--format", "jsonl", "--workers", 2, *pages)
    keys = [(found["doc_id"], found["class"]) for found in objects(one)]
    assert keys == sorted(keys)
    assert one.stdout == two.stdout


def test_check_reads_json_lines_from_standard_input():
    lines = [
        {"id": "a", "text": GLOSSED},
        {"id": "b", "text": CLEAN, "title": "石桥", "url": "", "source": "s"},
    ]
    done = process("check", "--format", "jsonl", "-", given="\n".join(map(json.dumps, lines)))
    assert [found["doc_id"] for found in objects(done)] == ["a"]
    assert done.returncode == 1


def test_check_reads_one_text_from_standard_input():
    done = corpus_health("check", "-", given=CLEAN)
    assert (done.returncode, done.stdout) == (0, "")


def test_check_tells_what_it_could_not_read_and_checks_the_rest(tmp_path):
    (tmp_path / "good.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "gb.txt").write_bytes("粮仓门口换上了新的木板，老人们都说好。".encode("gb18030"))
    (tmp_path / "lines.jsonl").write_text('{"id": "a", "text": "好"}\n{"id": \n', encoding="utf-8")
    done = corpus_health("check", "good.txt", "gb.txt", "gone.txt", "lines.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert "pinyin_bracket" in done.stdout
    assert "gb.txt: not utf-8" in done.stderr
    assert "gb18030" in done.stderr
    assert "gone.txt: cannot be read: No such file" in done.stderr
    assert "lines.jsonl:2: not JSON" in done.stderr


def test_check_draws_control_characters_instead_of_sending_them_to_the_terminal():
    hostile = GLOSSED.replace("集市", "\x1b[2J\u202e集市")
    done = process("check", "-", given=hostile)
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_run_prints_the_verdict_and_where_the_report_lies(five):
    done = corpus_health("run", cwd=five)
    assert done.returncode == 1
    assert done.stdout.startswith("NEEDS ACTION: 30 problems at first sight")
    assert "1 of 5 documents are clean (20.0%), 1 with warnings, 3 failed" in done.stdout
    assert "reports/" in done.stdout
    assert "\x1b" not in done.stdout


def test_run_prints_one_object_for_a_program(five):
    done = process("run", "--json", "--exit-zero", cwd=five)
    assert done.returncode == 0
    (told,) = objects(done)
    assert set(told) == {
        "run_id",
        "status",
        "documents",
        "clean",
        "warned",
        "failed",
        "not_assessed",
        "rejects",
        "report",
        "findings",
    }
    assert told["documents"] == told["clean"] + told["warned"] + told["failed"] + told["not_assessed"] == 5


def test_a_second_run_says_that_nothing_changed(five):
    corpus_health("run", cwd=five)
    assert "nothing changed" in corpus_health("run", "--run-id", "again", cwd=five).stdout


def test_warnings_alone_fail_only_a_strict_run(five):
    for page in (five / "seeds" / "documents").glob("00[013]_*"):
        page.write_text(CLEAN, encoding="utf-8")
    assert corpus_health("run", "--run-id", "a", cwd=five).returncode == 0
    assert corpus_health("run", "--run-id", "b", "--strict", cwd=five).returncode == 1


def test_an_older_run_is_refused(five):
    for name in ("one", "two"):
        corpus_health("run", "--run-id", name, cwd=five)
    done = corpus_health("run", "--run-id", "one", cwd=five)
    assert done.returncode == 3
    assert "one" in done.stderr


def test_a_case_is_acknowledged_and_shown_so(five):
    corpus_health("run", cwd=five)
    listed = corpus_health("cases", cwd=five).stdout
    case_id = listed.splitlines()[1].split()[0]
    done = corpus_health(
        "case", "ack", case_id, "--until", "2099-01-01", "--reason", "being mended", cwd=five
    )
    assert done.returncode == 0, done.stderr
    assert "acknowledged until 2099-01-01: being mended" in corpus_health("cases", cwd=five).stdout
    assert "being mended" in (five / "out" / "reports" / "latest.html").read_text("utf-8") or corpus_health(
        "report", cwd=five
    )


def test_an_unknown_case_is_named(five):
    corpus_health("run", cwd=five)
    done = corpus_health("case", "waive", "nothing", "--until", "2099-01-01", "--reason", "x", cwd=five)
    assert done.returncode == 2
    assert "no case 'nothing'" in done.stderr


def test_a_report_is_built_again_from_history_alone(five):
    corpus_health("run", "--run-id", "one", cwd=five)
    page = five / "out" / "reports" / "one.html"
    drawn = page.read_bytes()
    page.unlink()
    shutil.rmtree(five / "seeds" / "documents")
    shutil.rmtree(five / "out" / "runs")
    done = corpus_health("report", "--run", "one", cwd=five)
    assert done.stdout.strip() == str(page)
    assert page.read_bytes() == drawn


def test_the_catalogue_tells_one_check_and_all():
    assert "What it must not be confused with" in corpus_health("checks", "pinyin_bracket").stdout
    assert "pinyin_bracket" in corpus_health("checks").stdout
    assert corpus_health("checks", "pinyin_brackets").returncode == 2


def test_without_a_config_the_smallest_one_is_shown(tmp_path):
    done = corpus_health("run", cwd=tmp_path)
    assert done.returncode == 2
    assert "[[sources]]" in done.stderr
    assert "location =" in done.stderr


def test_a_run_id_that_could_name_another_place_is_refused(five):
    done = corpus_health("run", "--run-id", "../../x", cwd=five)
    assert done.returncode == 2
    assert "use at most 100 letters" in done.stderr
    assert not (five / "out").exists()


def test_alerts_and_history_survive_a_bug_in_drawing(five, monkeypatch):
    monkeypatch.setattr("flows.draw.render", lambda *_: 1 / 0)
    done = corpus_health("run", cwd=five)
    assert done.returncode == 3
    assert "the report was not written: ZeroDivisionError" in done.stdout
    assert "NEEDS ACTION" in done.stdout


@pytest.mark.parametrize("name", ["latest", "one.tmp"])
def test_a_run_id_that_is_a_file_of_ours_is_refused(five, name):
    assert corpus_health("run", "--run-id", name, cwd=five).returncode == 2


def test_check_refuses_an_encoding_that_is_none(tmp_path):
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    done = corpus_health("check", "--encoding", "nonsense", "a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "such as utf-8, gb18030 or big5" in done.stderr


def test_check_reads_half_a_character_pair_like_any_other_text():
    done = process("check", "--format", "jsonl", "-", given='{"id": "a", "text": "\\ud800' + GLOSSED + '"}')
    assert [found["class"] for found in objects(done)] == ["cut_bytes", "pinyin_bracket"]


def test_check_takes_an_id_once_and_says_so(tmp_path):
    line = json.dumps({"id": "a", "text": GLOSSED})
    (tmp_path / "twice.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    done = corpus_health("check", "--format", "jsonl", "twice.jsonl", cwd=tmp_path)
    assert len(objects(done)) == 1
    assert "twice.jsonl:2: the id 'a' was met before" in done.stderr


def test_what_went_wrong_is_told_beside_the_object_for_a_program(five):
    shutil.rmtree(five / "seeds" / "documents")
    done = corpus_health("run", "--json", cwd=five)
    assert done.returncode == 3
    assert objects(done)[0]["status"] == "not_assessed"
    assert "newswire:" in done.stderr


@pytest.mark.parametrize(
    ("until", "reason", "told"), [("2001-01-01", "x", "is over"), ("2099-01-01", " ", "--reason is empty")]
)
def test_an_agreement_that_means_nothing_is_refused(five, until, reason, told):
    corpus_health("run", cwd=five)
    done = corpus_health("case", "ack", "any", "--until", until, "--reason", reason, cwd=five)
    assert done.returncode == 2
    assert told in done.stderr


def test_without_a_run_there_are_no_cases_to_be_glad_of(five):
    done = corpus_health("cases", cwd=five)
    assert done.returncode == 2
    assert "no run yet" in done.stderr
    assert not (five / "out").exists()
