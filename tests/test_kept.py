"""What did not change since the last whole run is not measured again, and gives the same."""

from __future__ import annotations

import json
import os

import pyarrow.parquet as pq
import pytest

from flows.ingest import Ingested, read_pieces
from flows.settings import load_settings
from flows.steps import night
from tests.engines import left, line, write_shards
from tests.generated_corpus import GLOSSED


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A corpus in about twenty shards; returns the path of corpus.toml."""
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 3_000)
    return write_shards(tmp_path / "corpus")


def run(config, run_id):
    return night(config, run_id)


def taken(config):
    """How many documents kept the results of the run before, of all, shard by shard."""
    results = load_settings(config).out.glob("kept/*/shards/*/result.json")
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(results)]
    return [(result["taken"], result["documents"]) for result in read]


def findings(config, run_id):
    return (load_settings(config).out / "runs" / run_id / "findings.jsonl").read_text(encoding="utf-8")


def documents_of(config, run_id):
    return pq.read_table(load_settings(config).out / "runs" / run_id / "documents.parquet").to_pylist()


def afresh(config, run_id):
    """Run on the same sources with nothing kept."""
    for path in load_settings(config).out.glob("kept/*"):
        path.rename(path.with_name(f"{path.name}-away"))
    run(config, run_id)
    return findings(config, run_id)


def lines_of(config):
    path = config.parent / "lines" / "a.jsonl"
    return path, path.read_text(encoding="utf-8").splitlines()


def test_a_corpus_in_which_nothing_changed_is_taken_over_shard_by_shard(corpus, monkeypatch):
    first = run(corpus, "1")
    assert all(n == 0 for n, _ in taken(corpus))
    monkeypatch.setattr("checks.run.Examiner.measure_many", lambda *_: pytest.fail("measured again"))
    second = run(corpus, "2")
    assert all(n == of for n, of in taken(corpus))
    assert sum(of for _, of in taken(corpus)) == first.run.documents == second.run.documents
    assert findings(corpus, "1") == findings(corpus, "2")
    assert left(corpus, "2")[-1] == left(corpus, "1")[-1]


def test_what_was_settled_is_taken_over_where_every_document_is_the_same(corpus, monkeypatch):
    path, lines = lines_of(corpus)
    del lines[3]  # the one whose id stands twice: which of two is kept is told anew in every run
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(corpus, "1")
    told = findings(corpus, "1")
    with monkeypatch.context() as patched:
        patched.setattr("flows.engine.settle.survey", lambda *_: pytest.fail("surveyed again"))
        run(corpus, "2")
    assert findings(corpus, "2") == told == afresh(corpus, "3")


def test_a_file_that_was_only_touched_did_not_change(corpus):
    run(corpus, "1")
    path, _ = lines_of(corpus)
    os.utime(path, (1, 1))
    run(corpus, "2")
    assert all(n == of for n, of in taken(corpus))


def test_only_new_and_changed_documents_are_measured_and_those_gone_are_gone(corpus, monkeypatch):
    run(corpus, "1")
    path, lines = lines_of(corpus)
    lines[4] = line(4, f"{GLOSSED}又改。")
    lines.insert(9, line(777, GLOSSED))
    del lines[20]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    from checks.run import Examiner

    measured = []
    measure = Examiner.measure_many

    def noting(self, documents):
        measured.extend(document.id for document in documents)
        return measure(self, documents)

    monkeypatch.setattr(Examiner, "measure_many", noting)
    second = run(corpus, "2")
    assert set(measured) == {"d4", "d777"}  # one may be asked again for what its neighbours show
    assert second.run.documents == sum(of for _, of in taken(corpus))
    told = findings(corpus, "2")
    assert told == afresh(corpus, "3")


def test_a_line_that_is_kept_is_not_read_again_wherever_it_stands_now(corpus, monkeypatch):
    run(corpus, "1")
    path, lines = lines_of(corpus)
    lines[4] = line(4, f"{GLOSSED}又改。")
    lines.insert(9, line(777, GLOSSED))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    again = []

    def noting(source, *args, **kwargs):
        for item in read_pieces(source, *args, **kwargs):
            if source.kind == "jsonl" and isinstance(item, Ingested):
                again.append(item.document.id)
            yield item

    monkeypatch.setattr("flows.engine.measure.read_pieces", noting)
    run(corpus, "2")
    assert set(again) == {"d4", "d777"}
    told, documents = findings(corpus, "2"), documents_of(corpus, "2")
    assert told == afresh(corpus, "3")
    assert documents == documents_of(corpus, "3"), "at the places they now have"


def test_lines_without_ids_are_the_documents_of_their_numbers(tmp_path):
    (tmp_path / "lines.jsonl").write_text(
        "".join(f'{{"text": "第{n}号{GLOSSED}"}}\n' for n in range(9)), "utf-8"
    )
    config = tmp_path / "corpus.toml"
    config.write_text(
        '[corpus]\nname = "plain"\n\n[[sources]]\nid = "lines"\nkind = "jsonl"\n'
        'location = "lines.jsonl"\nowner = "o"\nfields = { id = "" }\n',
        encoding="utf-8",
    )
    run(config, "1")
    rows = (tmp_path / "lines.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "lines.jsonl").write_text("".join([rows[0], rows[1], *rows[3:]]), "utf-8")
    run(config, "2")
    told, documents = findings(config, "2"), documents_of(config, "2")
    assert told == afresh(config, "3")
    assert documents == documents_of(config, "3")
    assert len(documents) == 8


def test_a_check_of_ones_own_that_changed_is_asked_again(corpus, monkeypatch):
    own = corpus.parent / "own"
    check = '''
from checks.model import Check, FaultClass, Proof, Severity, Words

CLASS = FaultClass("marked", "spam", Severity.WARNING, Words("marked", "标记"), Words("marked", "标记"))


def find(text, candidates):
    """Find the mark."""
    for candidate in candidates:
        yield text.span("marked", candidate.start, candidate.end, Proof.STRONG)


CHECK = Check("marked", "A check.", (CLASS,), find, phrases=frozenset({"%s"}))
'''
    (own / "marked.py").write_text(check % "没有", encoding="utf-8")
    run(corpus, "1")
    assert '"class":"marked"' not in findings(corpus, "1").replace(" ", "")
    (own / "marked.py").write_text(check % GLOSSED[:2], encoding="utf-8")
    from checks.registry import version_of
    from checks.run import Examiner
    from flows.engine.work import examiner_of

    examiner_of.cache_clear()
    version_of.cache_clear()
    asked = []
    measure = Examiner.measure_many

    def noting(self, documents):
        asked.append(({cls.family for c in self.checks for cls in c.classes}, len(self.checks)))
        return measure(self, documents)

    with monkeypatch.context() as patched:
        patched.setattr(Examiner, "measure_many", noting)
        run(corpus, "2")
    assert asked
    assert all("spam" in families and number < 20 for families, number in asked), "other checks are not asked"
    assert all(n == 0 for n, _ in taken(corpus))
    assert '"class":"marked"' in findings(corpus, "2").replace(" ", "")
    told, kept = findings(corpus, "2"), left(corpus, "2")
    assert afresh(corpus, "3") == told
    assert left(corpus, "3")[2][0] == kept[2][0], "the health of the run"


def test_what_a_source_says_of_its_documents_is_part_of_what_is_kept(corpus):
    run(corpus, "1")
    text = corpus.read_text(encoding="utf-8")
    corpus.write_text(text.replace('kind = "jsonl"', 'kind = "jsonl"\nscript = "hant"', 1), encoding="utf-8")
    run(corpus, "2")
    assert any(n == 0 for n, _ in taken(corpus))


def test_a_run_that_cannot_keep_what_it_measured_is_whole_all_the_same(corpus):
    (load_settings(corpus).out).mkdir()
    (load_settings(corpus).out / "kept").write_text("in the way", encoding="utf-8")
    outcome = run(corpus, "1")
    assert not outcome.trouble
    assert (load_settings(corpus).out / "reports" / "1.html").exists()
    assert findings(corpus, "1")
    assert not list((load_settings(corpus).out / "runs" / "1").glob("shards"))
    assert run(corpus, "2").run.documents == outcome.run.documents


def test_what_only_showed_between_documents_goes_when_the_others_change(tmp_path):
    """A repeated line vanishes from a document that stayed as it was, beside others that lost the line."""
    ours, settings = tmp_path / "lines.jsonl", tmp_path / "corpus.toml"
    settings.write_text(
        '[corpus]\nname = "one"\n\n[run]\nengine = "in-process"\n\n[[sources]]\nid = "one"\nkind = "jsonl"\n'
        'location = "lines.jsonl"\nowner = "desk"\n',
        encoding="utf-8",
    )

    def write(repeated):
        rows = [
            {
                "id": f"{number}",
                "url": f"https://one.example/{number}",
                "text": f"第{number}天河水涨到了第{number}级台阶，渡船停了{number}个时辰。\n"
                f"傍晚水退了，撑船的人在{number}号桩边修桨。"
                + ("\n竹林渡口欢迎各位常来走走看看" if number < repeated else ""),
            }
            for number in range(12)
        ]
        ours.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")

    def repeating(run_id):
        told = map(json.loads, findings(settings, run_id).splitlines())
        return sorted(row["doc_id"] for row in told if row["class"] == "repeated_line")

    write(8)
    run(settings, "1")
    assert repeating("1") == [str(number) for number in range(8)]
    write(3)
    run(settings, "2")
    assert taken(settings) == [(7, 12)]
    assert repeating("2") == []
    assert findings(settings, "2") == afresh(settings, "3")


def test_what_was_judged_is_taken_over_where_documents_and_limits_are_the_same(corpus, monkeypatch):
    path, lines = lines_of(corpus)
    del lines[3]  # the one whose id stands twice: which of two is kept is told anew in every run
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    first = run(corpus, "1")
    with monkeypatch.context() as patched:
        patched.setattr("flows.engine.judge.Signals", lambda *_: pytest.fail("judged again"))
        second = run(corpus, "2")
    assert findings(corpus, "2") == findings(corpus, "1") != ""
    assert (second.run.documents, second.run.failed) == (first.run.documents, first.run.failed)
    told = load_settings(corpus).out / "runs" / "2" / "findings.jsonl"
    told.write_text("", encoding="utf-8")
    assert findings(corpus, "1"), "the files of two runs are not the same file"
    run(corpus, "3")
    assert findings(corpus, "3") == findings(corpus, "1"), "what somebody wrote into is not taken over"


def test_a_limit_that_changed_judges_anew_what_was_measured(corpus):
    path, lines = lines_of(corpus)
    del lines[3]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = run(corpus, "1").run
    settings = corpus.read_text(encoding="utf-8")
    limits = '[limits]\npinyin_bracket = [{ severity = "critical", n = 0 }]\n'
    corpus.write_text(f"{settings}\n{limits}", encoding="utf-8")
    after = run(corpus, "2").run
    assert all(n == of for n, of in taken(corpus)), "measuring knows no limits"
    assert '"severity": "critical"' in findings(corpus, "2")
    assert '"severity": "critical"' not in findings(corpus, "1")
    assert before.documents == after.documents


def test_a_run_in_which_nothing_changed_leaves_the_history_that_comparing_would(corpus, monkeypatch):
    path, lines = lines_of(corpus)
    del lines[3]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run(corpus, "1")
    with monkeypatch.context() as patched:
        patched.setattr("flows.history.record.ledger_changes", lambda *_, **__: pytest.fail("compared again"))
        run(corpus, "2")
    quick = left(corpus, "2")
    monkeypatch.setattr("flows.engine.shards.RunFolder.same_as", lambda _: "")
    run(corpus, "2")  # the same run repeated, this time compared document by document
    assert left(corpus, "2") == quick
