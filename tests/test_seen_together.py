"""What only shows between documents: facts are surveyed, settled, and join what was told of each alone."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import facts as facts_module
from checks.corpus import Keys, PartKeys, keys_of, placed, survey
from checks.facts import facts_of, gathered
from checks.model import Check, Document, FaultClass, Proof, Settled, Severity, Span, Words
from checks.rules import duplicate_across, repeated_line
from checks.run import Examiner, group_of
from checks.text import Text
from flows.engine.facts import facts_tables, read_facts
from flows.engine.judge import judge_run
from flows.engine.measure import measure_pieces
from flows.engine.plan import Basis, plan_run
from flows.engine.settle import settle_run
from flows.engine.shard import Part, Shard
from flows.engine.shards import RunFolder
from flows.ingest import Source

ALPHABET = st.sampled_from("国國们們里裡裏A a，,。.！?\n（)天地人")
PARAGRAPHS = (
    "湖边的木屋换了新屋顶，窗框也重新漆过，远远望去像一排火柴盒。守屋的人说，今年夏天来住的人比往年多了一倍。",
    "山上的茶园要到四月才开始采摘，早上露水重，采茶的人要等太阳升起才上山。一天下来每人能采满两个竹篓。",
    "旧码头改成了集市，逢三逢八开市，卖鱼的、卖布的、修伞的都来。天黑以前人们收摊，把地面扫得干干净净。",
)


def facts(*texts, groups=None, tails=None):
    opened = [Text(Document(id=f"d{n}", text=text)) for n, text in enumerate(texts)]
    return facts_of(opened, groups or ["g"] * len(texts), tails or [-1] * len(texts))


@given(st.lists(st.text(ALPHABET, max_size=60), max_size=6))
def test_passages_stand_where_the_facts_say(texts):
    found = facts(*texts)
    for passages in (found.sentences, found.lines):
        for document, start, end, size in zip(*passages[:4], strict=True):
            assert 0 <= start < end <= len(texts[document])
            assert 0 < size <= end - start
            assert "\n" not in texts[document][start:end]


@given(st.text(ALPHABET, min_size=12, max_size=60))
def test_a_text_has_the_same_key_in_both_scripts_and_widths(text):
    simple = text.replace("\n", "")
    other = simple.translate(str.maketrans("国们里Aa，.?", "國們裡aa,。？"))
    spaced = " ".join(simple)
    keys = [
        facts(
            each.replace("。", ",").replace("？", ",").replace("?", ",").replace("！", ",").replace(".", ",")
        )
        for each in (simple, other, spaced)
    ]
    assert keys[0].lines.key.tolist() == keys[1].lines.key.tolist() == keys[2].lines.key.tolist()


def test_texts_that_differ_have_keys_that_differ():
    texts = ["天地人国", "天地国人", "天天地人", "地人国", "天地人国国", "国天地人"]
    assert len(set(facts(*texts).lines.key.tolist())) == len(texts)


def test_facts_do_not_depend_on_how_texts_are_batched(monkeypatch):
    texts = [*PARAGRAPHS, "", "国(guó)家(jiā)的事(shì)情(qíng)大(dà)家(jiā)都知道。", *reversed(PARAGRAPHS)]
    whole = facts(*texts)
    monkeypatch.setattr(facts_module, "BATCH", 30)
    parts = facts(*texts)
    for one, other in zip(_columns(whole), _columns(parts), strict=True):
        assert np.array_equal(one, other)


def test_readings_in_brackets_hide_no_copy_and_stay_inside_its_place():
    plain = "大家都知道国家的大事要大家一起来办。"
    marked = "大家(jiā)都知道(dào)国家(jiā)的大事(shì)要大家(jiā)一起来(lái)办。"
    found = facts(plain, marked)
    assert found.sentences.key[0] == found.sentences.key[1]
    assert (found.sentences.start[1], found.sentences.end[1]) == (0, len(marked))


def test_facts_read_back_are_the_facts_that_were_written(tmp_path):
    folder = RunFolder(tmp_path, "r")
    folder.begin()
    written = facts(*PARAGRAPHS, tails=[3, -1, 0])
    with folder.writing(Shard("s", 0)) as place:
        for name, table in facts_tables(written):
            place.write(0, name, table)
    read = read_facts(folder, Part(Shard("s", 0), 0))
    assert (read.ids, read.groups) == (written.ids, written.groups)
    for one, other in zip(_columns(read), _columns(written), strict=True):
        assert np.array_equal(one, other)


def _columns(f):
    return (
        f.characters,
        f.sizes,
        f.tails,
        f.tail_rows,
        *f.sentences,
        f.heads,
        *f.lines,
        *f.prints,
        *f.echoes,
    )


def test_the_summary_does_not_depend_on_how_documents_are_sharded():
    texts = [*PARAGRAPHS, PARAGRAPHS[0], PARAGRAPHS[1] + PARAGRAPHS[2]]
    whole = survey(placed([facts(*texts)]))
    parts = survey(placed([facts(*texts[:2]), facts(*texts[2:])]))
    for one, other in zip((*whole.sentences, *whole.prints), (*parts.sentences, *parts.prints), strict=True):
        assert np.array_equal(one, other)


def test_lines_are_counted_by_host_and_without_one_by_source():
    assert group_of(Document("d", "", source="s", url="https://www.example.com:80/a")) == "example.com"
    assert group_of(Document("d", "", source="s")) == "source s"


@pytest.fixture
def corpus(tmp_path):
    """Writes documents as one JSONL source and measures them into a run's folder, two a part."""

    def written(examiner, texts, monkeypatch):
        monkeypatch.setattr("flows.engine.measure.PART_DOCUMENTS", 2)
        write(tmp_path / "pages.jsonl", texts)
        source = Source(id="pages", kind="jsonl", location=str(tmp_path / "pages.jsonl"))
        folder = RunFolder(tmp_path, "r")
        folder.begin()
        for shard in plan_run(folder, [source], Basis("", {})):
            measure_pieces(folder, source, shard, examiner, max_document_bytes=1_000_000)
        return source, folder

    return written


def write(path, texts):
    rows = [json.dumps({"id": f"d{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(texts)]
    path.write_text("\n".join(rows), encoding="utf-8")


def told(folder):
    rows = [row for part in folder.parts(["pages"]) for row in folder.read(part, "told").to_pylist()]
    return sorted((row["doc_id"], row["class"], span["quote"][:6]) for row in rows for span in row["spans"])


def test_a_copy_in_another_part_is_found_and_judged(corpus, monkeypatch):
    examiner = Examiner([repeated_line.CHECK, duplicate_across.CHECK])
    texts = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2] + PARAGRAPHS[0], "完。" * 9]
    source, folder = corpus(examiner, texts, monkeypatch)
    assert not told(folder)
    assert settle_run(folder, [source], examiner, max_document_bytes=1_000_000) == {"pages": {}}
    assert {(doc, cls) for doc, cls, _ in told(folder)} >= {
        ("d0", "duplicate_cross_doc"),
        ("d2", "duplicate_cross_doc"),
    }
    counts = judge_run(folder, ["pages"], examiner.classes)["pages"]
    assert counts.verdicts == {"warned": 2, "passed": 2}


def test_a_document_that_changed_while_the_run_read_it_is_not_assessed(corpus, monkeypatch, tmp_path):
    examiner = Examiner([repeated_line.CHECK, duplicate_across.CHECK])
    texts = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2] + PARAGRAPHS[0], "完。" * 9]
    source, folder = corpus(examiner, texts, monkeypatch)
    write(tmp_path / "pages.jsonl", [*texts[:2], "换了一篇。", texts[3]])
    crashes = settle_run(folder, [source], examiner, max_document_bytes=1_000_000)
    assert "changed" in crashes["pages"]["duplicate_across"]
    counts = judge_run(folder, ["pages"], examiner.classes)["pages"]
    assert counts.verdicts == {"warned": 1, "passed": 2, "not_assessed": 1}


def test_a_check_that_crashes_while_settling_leaves_its_documents_not_assessed(corpus, monkeypatch):
    def settle(facts, summary):
        raise ZeroDivisionError(facts.ids)

    fault = FaultClass("odd", "shape", Severity.ERROR, Words("odd", "怪"), Words("odd", "怪"))
    examiner = Examiner([Check("odd", "", (fault,), settle=settle)])
    source, folder = corpus(examiner, list(PARAGRAPHS), monkeypatch)
    crashes = settle_run(folder, [source], examiner, max_document_bytes=1_000_000)
    assert crashes["pages"]["odd"].startswith("ZeroDivisionError in test_seen_together.py, line")
    counts = judge_run(folder, ["pages"], examiner.classes)["pages"]
    assert counts.verdicts == {"not_assessed": 3}


def test_settled_spans_join_those_found_in_the_text():
    fault = FaultClass("odd", "shape", Severity.ERROR, Words("odd", "怪"), Words("{n} odd", "{n} 怪"))

    def find(text, candidates):
        yield text.span("odd", 0, 1, Proof.STRONG)

    def settle(facts, summary):
        yield Settled(1, Span("odd", 1, 2, Proof.PROVED))

    examiner = Examiner([Check("odd", "", (fault,), find=find, settle=settle)])
    one, two = examiner.measure_together([Document("a", "天地"), Document("b", "天地")])
    assert (one.signals["odd"].n, two.signals["odd"].n) == (1, 2)
    assert examiner.findings(two)[0].proof is Proof.PROVED


def test_lines_appear_and_vanish_in_an_unchanged_document_with_its_neighbours():
    examiner = Examiner([repeated_line.CHECK, duplicate_across.CHECK])
    line = "欢迎来到湖边小站，今日开放"
    page = Document("page", f"{line}\n{PARAGRAPHS[0]}", url="https://example.com/1")
    others = [
        Document(f"d{n}", f"{line}\n第{n}篇：{PARAGRAPHS[1][n:]}", url=f"https://example.com/{n}")
        for n in range(2, 12)
    ]
    assert "repeated_line" in examiner.measure_together([page, *others])[0].spans
    changed = [replace(other, text=other.text.removeprefix(line)) for other in others]
    assert "repeated_line" not in examiner.measure_together([page, *changed])[0].spans


def _parts(examiner):
    """Facts of 60 documents in four parts, some of whose sentences, lines and windows are shared."""
    texts = [
        f"{PARAGRAPHS[n % 3]}\n返回上一页 继续\n第{n}篇到此为止。{PARAGRAPHS[n % 2][: 20 + n]}"
        for n in range(60)
    ]
    hosts = [f"https://site{n % 4}.example/{n}" for n in range(60)]
    documents = [
        Document(str(n), text, url=url) for n, (text, url) in enumerate(zip(texts, hosts, strict=True))
    ]
    measured = examiner.measure_many(documents)
    return [examiner.facts(measured[first : first + 15]) for first in range(0, 60, 15)]


def _as_lists(summary):
    shared = {
        name: [column.tolist() for column in getattr(summary, name)]
        for name in ("lines", "sentences", "prints")
    }
    rest = (list(summary.ids), summary.sizes.tolist(), summary.group_sizes, summary.starts, summary.cuts)
    return shared, rest


def test_a_survey_finds_the_same_however_few_keys_it_sorts_at_once(monkeypatch):
    parts = _parts(Examiner())
    whole = survey(parts)
    assert all(len(shared.key) for shared in (whole.lines, whole.sentences, whole.prints))
    monkeypatch.setattr("checks.corpus.AT_ONCE", 40)
    assert _as_lists(survey(parts)) == _as_lists(whole)


def test_a_survey_takes_parts_that_are_read_anew_and_keys_that_lie_on_disk(tmp_path):
    parts = _parts(Examiner())
    kept = []
    for number, part in enumerate(parts):
        columns = {}
        for name, keys in keys_of(part)._asdict().items():
            for column, values in keys._asdict().items():
                np.save(tmp_path / f"{number}-{name}-{column}.npy", values)
                columns[name, column] = np.load(tmp_path / f"{number}-{name}-{column}.npy", mmap_mode="r")
        names = ("lines", "sentences", "prints")
        kept.append(PartKeys(*(Keys(columns[name, "key"], columns[name, "document"]) for name in names)))

    class ReadAnew:
        times = 0

        def __iter__(self):
            self.times += 1
            return iter(parts)

    anew = ReadAnew()
    assert _as_lists(survey(anew, kept)) == _as_lists(survey(parts))
    assert anew.times <= 2


@settings(max_examples=25)
@given(st.permutations(range(12)), st.integers(1, 11), st.sets(st.integers(0, 11), max_size=4))
def test_facts_put_together_are_those_of_the_documents_together(order, cut, left_out):
    texts = [
        f"{PARAGRAPHS[n % 3][: 30 + n]}\n第{n}篇到此为止。{PARAGRAPHS[n % 2][: 12 + 5 * n]}"
        for n in range(12)
    ]
    groups = [f"组{n % 3}" for n in range(12)]
    wanted = [n for n in order if n not in left_out]

    def of(rows):
        opened = [Text(Document(str(n), texts[n])) for n in rows]
        return facts_of(
            opened, [groups[n] for n in rows], [len(texts[n]) - 5 if n % 4 == 0 else -1 for n in rows]
        )

    parts = [range(cut), range(cut, 12)]
    places = [np.array([wanted.index(n) if n in wanted else -1 for n in rows]) for rows in parts]
    put, whole = gathered([of(rows) for rows in parts], places), of(wanted)
    for name in ("sentences", "lines", "prints", "echoes"):
        for one, other in zip(getattr(put, name), getattr(whole, name), strict=True):
            assert one.tolist() == other.tolist()
    assert (put.ids, put.groups) == (whole.ids, whole.groups)
    for name in ("characters", "sizes", "tails", "tail_rows", "heads"):
        assert getattr(put, name).tolist() == getattr(whole, name).tolist()
