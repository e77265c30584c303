"""What a run gives to other programs: read back by those programs' own readers, hostile texts included."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from flows.report_command import Form
from reports.escape import hidden
from reports.exports.prometheus import RunFacts, prometheus_text
from reports.exports.schemas import FINDINGS, FORM, HEALTH, described
from reports.exports.tables import safe_cell
from tests.commands import COMMAND, corpus_health
from tests.folders import ROOT
from tests.sample_report import ATTACKS

OTHERS = [form.value for form in Form if form is not Form.html]
TABLES = {"findings": FINDINGS, "health": HEALTH}
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "\t=1", "\r=2", "|x", "%0A")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A run over pages whose texts, titles and addresses attack every output, each with something to be told."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {"id": f"{number}{attack[:40]}", "text": f"{attack}\n会(huì)议(yì)今天在镇(zhèn)上开。{attack}", "title": attack, "url": f"http://www.example.net/{number}"}
        for number, attack in enumerate((*ATTACKS, *FORMULAS))
    ]  # fmt: skip
    lines = (json.dumps(row, ensure_ascii=True).replace("\\ud800", "?") for row in rows)
    (folder / "pages.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "corpus.toml").write_text(
        '[corpus]\nname = "=hostile"\n\n[[sources]]\nid = "pages"\nkind = "jsonl"\nlocation = "pages.jsonl"\nowner = "=owner <b>|*desk*"\n',
        encoding="utf-8",
    )
    done = corpus_health("run", "--run-id", "one", "--exit-zero", cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    return folder


def report(folder, form, *more):
    done = corpus_health("report", "--run", "one", "--format", form, *more, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows_of(folder, form):
    """A table read back by the reader of its form."""
    file = folder / f"read-back.{form}"
    report(folder, form, "--output", file)
    if form.endswith("parquet"):
        return pq.read_table(file).to_pylist()
    text = file.read_text("utf-8-sig")
    return (
        list(csv.DictReader(io.StringIO(text)))
        if form.endswith("csv")
        else list(map(json.loads, text.splitlines()))
    )


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_documented_columns_and_as_many_rows_in_every_form(hostile, table, kind):
    rows = rows_of(hostile, f"{table}.{kind}")
    assert list(rows[0]) == [column.name for column in TABLES[table]]
    assert {str(row["form"]) for row in rows} == {str(FORM)}
    assert len(rows) == len(rows_of(hostile, f"{table}.parquet"))


def test_parquet_says_of_each_column_what_it_is(hostile):
    rows_of(hostile, "health.parquet")
    schema = pq.read_schema(hostile / "read-back.health.parquet")
    assert schema.metadata[b"corpus-health.form"] == str(FORM).encode()
    assert all(schema.field(column.name).metadata[b"says"] == column.says.encode() for column in HEALTH)


def test_findings_keep_the_very_characters_in_parquet_and_json(hostile):
    for form in ("findings.parquet", "findings.jsonl"):
        quotes = {place["quote"] for row in rows_of(hostile, form) for place in row["places"]}
        assert "(huì)" in quotes


@pytest.mark.parametrize("form", ["findings.csv", "health.csv"])
def test_no_cell_of_a_csv_is_a_formula_or_hides_a_character(hostile, form):
    for row in rows_of(hostile, form):
        for name, cell in row.items():
            assert not re.match(r"\s*[=+@＝＋＠|%]", cell), (name, cell)
            assert not re.match(r"\s*[-－](?![0-9.])", cell), (name, cell)
            assert not any(hidden(char) for char in cell)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("=+-@＝－＠\t\r\n \ufeff\xa0'"))))
def test_whatever_a_cell_holds_it_begins_with_nothing_that_counts(text):
    assert not re.match(r"[\s\ufeff]*[=+\-@＝＋－＠|%]", safe_cell(text))


def test_junit_is_xml_in_which_what_failed_fails(hostile):
    tree = ET.fromstring(report(hostile, "junit"))
    (suite,) = tree
    assert suite.get("tests") == str(len(suite.findall("testcase")))
    failed = {
        test.get("name"): test[0].get("message")
        for test in suite.findall("testcase")
        if test.find("failure") is not None
    }
    assert suite.get("failures") == str(len(failed))
    assert "documents · " in failed["pinyin_bracket"]
    assert "=owner <b>|*desk*" in failed["pinyin_bracket"]


def test_prometheus_reads_its_text_back(hostile):
    families = {
        family.name: family for family in text_string_to_metric_families(report(hostile, "prometheus"))
    }
    (info,) = families["corpus_health_run_info"].samples
    assert (info.labels["corpus"], info.labels["run"], info.labels["form"]) == ("=hostile", "one", str(FORM))
    flagged = {s.labels["class"]: s.value for s in families["corpus_health_flagged_documents"].samples}
    verdicts = {s.labels["class"]: s.value for s in families["corpus_health_verdict"].samples}
    assert verdicts["pinyin_bracket"] == 2
    documents = sum(s.value for s in families["corpus_health_documents"].samples)
    assert flagged["pinyin_bracket"] == documents >= len(ATTACKS) + len(FORMULAS) - 1


def test_a_label_with_quotes_and_line_ends_is_still_one_label():
    facts = RunFacts(
        'a"b\\c\nd', "r", "failed", "0.1", "2026-11-26T02:00:00+00:00", {"clean": 1}, 0, {"error": 2}
    )
    (sample, *_) = next(iter(text_string_to_metric_families(prometheus_text(facts, ())))).samples
    assert sample.labels["corpus"] == 'a"b\\c↵d'


@pytest.mark.parametrize("language", ["en", "zh"])
def test_markdown_holds_no_live_link_tag_or_broken_table(hostile, language):
    text = report(hostile, "markdown", "--lang", language)
    assert not re.search(r"<[a-z/]", text)
    assert not re.search(r"(?<!\\)\]\(|https?://", text)
    assert {line.count(" | ") for line in text.splitlines() if line.startswith("| ")} == {5}
    assert not any(hidden(char) for char in text.replace("\n", ""))


@pytest.mark.parametrize("form", ["terminal", "findings.jsonl", "health.jsonl", "junit", "prometheus"])
def test_nothing_of_a_text_steers_the_terminal(hostile, form):
    text = report(hostile, form)
    assert text
    assert not any(hidden(char) for char in text if char != "\n")


def test_the_terminal_shows_the_table_that_the_run_printed(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    printed = corpus_health("run", "--run-id", "one", "--exit-zero", cwd=tmp_path).stdout
    table = [line for line in report(tmp_path, "terminal").splitlines() if "·" in line]
    assert len(table) > 20
    assert [line.split() for line in printed.splitlines() if "·" in line] == [line.split() for line in table]


def test_a_run_leaves_its_health_beside_its_findings(hostile):
    folder = hostile / "out" / "runs" / "one"
    rows = pq.read_table(folder / "health.parquet").to_pylist()
    assert rows == rows_of(hostile, "health.parquet")
    assert [*map(json.loads, (folder / "health.jsonl").read_text("utf-8").splitlines())] == rows


def test_without_its_folder_a_run_gives_what_history_kept_and_says_so(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    corpus_health("run", "--run-id", "one", "--exit-zero", cwd=tmp_path)
    before = rows_of(tmp_path, "findings.csv")
    shutil.rmtree(tmp_path / "out" / "runs")
    done = corpus_health("report", "--format", "findings.csv", cwd=tmp_path)
    assert "the findings that history kept" in done.stderr
    after = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert {(r["doc_id"], r["class"], r["n"]) for r in after} == {
        (r["doc_id"], r["class"], r["n"]) for r in before
    }


# what can go wrong


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--run", "nope"), "the newest are: one"),
        (("--run", "previous"), "holds no previous run"),
        (("--format", "health.parquet"), "needs --output"),
        (("--format", "html", "--output", "x.html"), "leave it out"),
        (("--format", "junit", "--output", "not/there/x.xml"), "No such file"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_the_remedy(hostile, more, told):
    done = corpus_health("report", *more, cwd=hostile)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_reader_that_stops_early_is_no_error(hostile):
    done = subprocess.run(
        f"{COMMAND} report --format findings.jsonl | head -c 10", shell=True, cwd=hostile, capture_output=True, check=False
    )  # fmt: skip
    assert done.stderr == b""


def test_the_readme_describes_every_column():
    readme = (ROOT / "README.md").read_text("utf-8")
    for columns in TABLES.values():
        assert described(columns) in readme


# two runs compared


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    corpus_health("run", "--run-id", "one", "--exit-zero", cwd=folder)
    page = next((folder / "seeds" / "documents").rglob("003_*"))
    page.write_text("渡口的石桥修好了，老人们都说好。\n孩子们跑来看热闹，傍晚才收工。", encoding="utf-8")
    corpus_health("run", "--run-id", "two", "--exit-zero", cwd=folder)
    return folder


def test_diff_tells_what_was_fixed_with_numbers_of_both_runs(two):
    text = corpus_health("diff", cwd=two).stdout
    assert text.startswith("one → two\n")
    assert re.search(r"clean documents: 20\.0 % → 40\.0 %", text)
    assert re.search(
        r"fixed +error +document-sharing · the text says it is cut \(truncation_declared\)  1 → 0", text
    )


def test_diff_the_other_way_round_is_worse_and_can_fail_a_build(two):
    assert corpus_health("diff", "--exit-code", cwd=two).returncode == 0
    back = corpus_health("diff", "latest", "one", "--exit-code", cwd=two)
    assert back.returncode == 1
    assert re.search(r"new +error +document-sharing", back.stdout)


def test_diff_of_a_run_with_itself_is_nothing(two):
    assert corpus_health("diff", "one", "one", cwd=two).stdout.splitlines()[-1] == "nothing changed"


def test_diff_as_json_and_markdown_say_the_same(two):
    found = json.loads(corpus_health("diff", "--json", cwd=two).stdout)
    assert {moved["how"] for moved in found["moved"]} <= {"fixed", "better"}
    text = corpus_health("diff", "--markdown", "--lang", "zh", cwd=two).stdout
    assert text.count("\n| 已修复 |") == sum(moved["how"] == "fixed" for moved in found["moved"])


def test_diff_of_an_unknown_run_names_those_there_are(two):
    done = corpus_health("diff", "one", "three", cwd=two)
    assert done.returncode == 2
    assert "the newest are: two, one" in done.stderr
