"""Labelled texts against what is told of them: what is read, how it is scored, shown, kept and held."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from dataclasses import replace
from html import unescape

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import measured
from checks.measured import Accuracy, Share, accuracy_of
from checks.model import Document, Evidence, Finding, Proof, Severity, Words
from checks.registry import all_checks
from flows.evaluation.counts import Counts, by_class, by_family
from flows.evaluation.intervals import bootstrapped, f1, ratio, resampled, wilson
from flows.evaluation.labelled import Label, LabelledDocument, is_in
from flows.evaluation.mistakes import false_alarms, misses
from flows.evaluation.places import merged, shared, size
from flows.evaluation.score import class_scores, clean_lines, family_scores
from reports.accuracy import accuracy_text
from reports.catalogue import catalogue_text
from reports.catalogue_page import render_catalogue
from reports.frame import policy
from reports.measured_words import MEASURED
from reports.words import CATALOGUE, Language
from tests.commands import corpus_health
from tests.folders import ROOT

CLEAN = "渡口的石桥今天修好了，行人不必再绕路。"
GLOSSED = "会议强(qiáng)调(diào)，要进(jìn)一步(bù)推(tuī)动工作。"
PLACES = [(3, 10), (11, 17), (20, 25), (27, 31), (32, 37)]
FLOORS = ROOT / "tests" / "floors.toml"


def labels(cls="pinyin_bracket", places=PLACES):
    return [{"class": cls, "start": start, "end": end} for start, end in places]


def row(doc_id, text=CLEAN, **others):
    return {"id": doc_id, "text": text, "labels": [], "clean": False, **others}


TINY = (
    row("glossed", GLOSSED, labels=labels()),
    row("by-family", GLOSSED.replace("会议", "大会"), labels=labels("pinyin")),
    row("clean-1", clean=True, genre="essay"),
    row("clean-2", CLEAN * 2, clean=True, genre="news"),
)


@pytest.fixture
def tiny(tmp_path):
    return written(tmp_path / "tiny.jsonl", *TINY)


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """A file of measured figures of our own instead of that of the project."""
    monkeypatch.setattr(measured, "FILE", tmp_path / "measured.json")
    measured.forget()
    yield tmp_path / "measured.json"
    measured.forget()


def written(path, *rows):
    lines = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def scores(*arguments, **environment):
    done = corpus_health("evaluate", "--format", "json", *arguments, **environment)
    return json.loads(done.stdout)


# what is read


def test_texts_and_their_labels_are_scored_by_document_and_by_character(tiny):
    found = scores(tiny)
    family = found["families"]["pinyin"]
    assert (family["labelled"], family["told"], family["right"]) == (2, 2, 2)
    assert family["by_document"]["f1"]["value"] == family["by_character"]["f1"]["value"] == 1.0
    assert family["by_character"]["recall"]["of"] == 2 * sum(end - start for start, end in PLACES)
    assert found["macro_f1"]["value"] == 1.0
    assert found["macro_f1"]["families"] == ["pinyin"]


def test_a_label_that_names_the_family_leaves_its_classes_open(tiny):
    assert scores(tiny)["classes"]["pinyin_bracket"]["labelled"] == 1


def test_rows_of_one_label_each_find_their_texts_in_a_folder(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "pages" / "unlabelled.txt").write_text(GLOSSED, encoding="utf-8")
    rows = ({"doc": "a.txt", "note": "seen", **label} for label in labels())
    found = scores(written(tmp_path / "labels.jsonl", *rows), "--documents", tmp_path / "pages")
    assert found["documents"] == 1
    assert found["classes"]["pinyin_bracket"]["by_character"]["f1"]["value"] == 1.0


def test_both_forms_may_be_mixed_over_files(tmp_path, tiny):
    (tmp_path / "a.txt").write_text(GLOSSED, encoding="utf-8")
    rows = written(tmp_path / "labels.jsonl", *({"doc": "a.txt", **label} for label in labels()))
    found = scores(tiny, rows, "--documents", tmp_path)
    assert found["documents"] == 5
    assert [file["documents"] for file in found["files"]] == [4, 1]
    assert found["files"][0]["sha256"] == hashlib.sha256(tiny.read_bytes()).hexdigest()


BAD = (
    ('{"id": ', "not JSON"),
    ('{"id": "x", "labels": []}', "no text under 'text'; a row is"),
    ('{"text": "x", "labels": []}', "no id under 'id'; a row is"),
    ('{"id": "x", "text": "x"}', "give labels: [] to a document without a fault"),
    ('{"id": "x", "text": "x", "labels": ["y"]}', "a label is no object"),
    (json.dumps(row("x", labels=labels("pinyin_brackets"))), "'pinyin_brackets' is not known; name a class"),
    (json.dumps(row("x", labels=labels(places=[(5, 5)]))), "is at 5 to 5 of a text of 19 characters"),
    (json.dumps(row("x", labels=labels(places=[(9, 5)]))), "start < end"),
    (json.dumps(row("x", labels=labels(places=[(-1, 5)]))), "is at -1 to 5"),
    (json.dumps(row("x", labels=labels(places=[(0, 20)]))), "code points of the raw text"),
    (json.dumps(row("x", labels=labels(places=[("0", 2)]))), "start is no whole number"),
    (json.dumps(row("x", GLOSSED, labels=labels(), clean=True)), "clean, and it has labels"),
    (json.dumps(row("x", clean="yes")), "clean is neither true nor false"),
    (json.dumps(row("glossed")), "the id 'glossed' was met before; give every document an id of its own"),
    (
        '{"doc": "x", "class": "pinyin", "start": 0, "end": 1}',
        "name the folder of the texts with --documents",
    ),
)


@pytest.mark.parametrize(("line", "told"), BAD, ids=[told for _, told in BAD])
def test_a_bad_row_is_told_with_file_line_and_remedy_and_the_rest_goes_on(tmp_path, line, told):
    file = written(tmp_path / "bad.jsonl", TINY[0], line, TINY[2])
    done = corpus_health("evaluate", "--format", "json", file)
    assert done.returncode == 2
    assert f"{file}:2: " in done.stderr
    assert told in done.stderr
    assert "[[sources]]" not in done.stderr
    found = json.loads(done.stdout)
    assert (found["documents"], found["rejected"]) == (2, 1)


@pytest.mark.parametrize(
    ("doc", "told"), [("gone.txt", "no file 'gone.txt' in"), ("../a.txt", "is no plain file name")]
)
def test_a_label_of_a_text_that_is_not_there_is_told(tmp_path, tiny, doc, told):
    rows = written(tmp_path / "labels.jsonl", {"doc": doc, **labels()[0]})
    done = corpus_health("evaluate", tiny, rows, "--documents", tmp_path)
    assert done.returncode == 2
    assert f"{rows}:1: " in done.stderr
    assert told in done.stderr


def test_a_document_that_lost_a_label_is_not_scored_by_character(tmp_path):
    (tmp_path / "a.txt").write_text(GLOSSED, encoding="utf-8")
    rows = [{"doc": "a.txt", **label} for label in labels()]
    bad = {**rows[0], "class": "nothing"}, {**rows[0], "end": 999}
    for lost in bad:
        done = corpus_health(
            "evaluate",
            "--format",
            "json",
            written(tmp_path / "l.jsonl", lost, *rows),
            "--documents",
            tmp_path,
        )
        family = json.loads(done.stdout)["families"]["pinyin"]
        assert family["by_document"]["f1"]["value"] == 1.0
        assert family["by_character"]["f1"]["of"] == 0


def test_a_file_that_cannot_be_read_is_told_and_costs_the_others_nothing(tmp_path, tiny):
    done = corpus_health("evaluate", tiny, tmp_path / "gone.jsonl")
    assert done.returncode == 2
    assert "gone.jsonl: cannot be read: No such file" in done.stderr
    assert "pinyin" in done.stdout


def test_nothing_to_score_is_an_error_and_never_a_pass(tmp_path):
    done = corpus_health("evaluate", written(tmp_path / "empty.jsonl", ""))
    assert done.returncode == 2
    assert "nothing was measured" in done.stderr


def test_a_compressed_file_is_read(tmp_path, tiny):
    (tmp_path / "tiny.jsonl.gz").write_bytes(gzip.compress(tiny.read_bytes()))
    assert scores(tmp_path / "tiny.jsonl.gz")["documents"] == 4


# halves


def test_the_halves_are_told_apart_by_id_alone_and_make_up_the_whole(tmp_path):
    ids = [f"page-{number}" for number in range(40)]
    file = written(tmp_path / "many.jsonl", *(row(name, clean=True) for name in ids))
    odd = sum(int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 for name in ids)
    assert scores(file, "--half", "odd")["documents"] == odd
    assert scores(file, "--half", "even")["documents"] == 40 - odd
    assert [name for name in ids if is_in("all", name)] == ids


def test_figures_print_no_text_and_no_quote(tiny):
    for arguments in ((), ("--classes",), ("--format", "json"), ("--half", "odd")):
        done = corpus_health("evaluate", tiny, *arguments)
        assert not re.search(r"[\u4e00-\u9fff]", done.stdout + done.stderr)


# how it is scored


def finding(cls="pinyin_bracket", *places, family="pinyin", proof=Proof.PROVED, severity=Severity.ERROR, **o):
    spans = tuple(Evidence(start, end, "", "", "", field=o.get("field", "text")) for start, end in places)
    return Finding(
        "d",
        "s",
        "check",
        cls,
        family,
        severity,
        proof,
        Words("told", "报告"),
        o.get("n", len(spans)),
        0.0,
        spans,
    )


def document(*named, size=100, **others):
    some = tuple(Label(cls, family, start, end) for cls, family, start, end in named)
    return LabelledDocument(Document("d", "字" * size), some, "f.jsonl", **others)


BRACKET = ("pinyin_bracket", "pinyin", 10, 20)


def test_only_proved_and_strong_findings_are_told_at_any_severity():
    one = document(BRACKET)
    for severity in Severity:
        assert by_family(one, [finding(severity=severity)])["pinyin"].right == 1
    counts = by_family(one, [finding("pinyin_bracket", (10, 20), proof=Proof.HINT)])["pinyin"]
    assert counts == Counts(missed=1, hinted=1, hinted_right=1, characters_missed=10)


def test_what_is_not_owed_is_neither_missed_nor_wrong():
    label = Label("pinyin_bracket", "pinyin", 10, 20, owed=False)
    one = replace(document(), labels=(label,))
    assert by_family(one, [])["pinyin"] == Counts()
    assert by_family(one, [finding("pinyin_bracket", (10, 25))])["pinyin"] == Counts(characters_wrong=5)
    assert misses([one], {"d": ()}) == ()


def test_any_class_of_a_family_answers_its_label():
    one = document(("", "pinyin", 10, 20))
    assert by_family(one, [finding("pinyin_untoned", (12, 20))])["pinyin"] == Counts(1, 0, 0, 0, 0, 8, 0, 2)
    assert by_class(one, [finding("pinyin_untoned", (12, 20))]) == {}


def test_a_class_beside_its_family_label_is_scored_by_document_alone():
    one = document(("", "pinyin", 10, 20), ("pinyin_bracket", "pinyin", 30, 40))
    assert by_class(one, [finding("pinyin_bracket", (12, 20))]) == {"pinyin_bracket": Counts(right=1)}


def test_another_class_of_the_family_is_right_for_the_family_and_wrong_for_itself():
    counts = by_class(document(BRACKET), [finding("word_reading", (10, 20))])
    assert (counts["word_reading"].wrong, counts["pinyin_bracket"].missed) == (1, 1)
    assert by_family(document(BRACKET), [finding("word_reading", (10, 20))])["pinyin"].right == 1


def test_characters_are_not_scored_where_labels_are_not_exhaustive(tmp_path):
    partly = row("a", GLOSSED, labels=labels()[:1], note="[labels Not Exhaustive: rest not read]")
    family = scores(written(tmp_path / "p.jsonl", partly))["families"]["pinyin"]
    assert family["by_document"]["recall"]["value"] == 1.0
    assert family["by_character"]["precision"]["value"] is None


def test_a_label_on_nearly_the_whole_text_counts_by_document_only():
    whole = document(("", "pinyin", 0, 90))
    assert by_family(whole, [finding("pinyin_bracket", (5, 15), (85, 95))])["pinyin"] == Counts(
        right=1, characters_wrong=5
    )
    assert by_family(whole, [])["pinyin"] == Counts(missed=1)
    assert by_family(document(("", "pinyin", 0, 89)), [])["pinyin"].characters_missed == 89


def test_a_finding_with_more_spans_than_are_kept_is_not_scored_by_character():
    assert by_family(document(BRACKET), [finding("pinyin_bracket", (10, 20), n=1001)])["pinyin"] == Counts(1)


def test_a_place_in_the_title_is_no_place_in_the_text():
    one = document(("seo_spam_title", "spam", 0, 10))
    counts = by_family(one, [finding("seo_spam_title", (0, 10), family="spam", field="title")])["spam"]
    assert counts == Counts(right=1, characters_missed=10)


def test_macro_f1_is_the_mean_over_the_fault_families_that_are_labelled():
    right, wrong = document(BRACKET), document(("", "spam", 0, 9), ("empty", "shape", 9, 12))
    right, wrong = (
        replace(one, document=replace(one.document, id=name)) for one, name in ((right, "a"), (wrong, "b"))
    )
    told = {"a": (finding(), finding("x", family="garbled")), "b": ()}
    families, macro = family_scores([right, wrong], told)
    assert {score.name: score.documents.f1.value for score in families} == {
        "spam": 0.0,
        "pinyin": 1.0,
        "garbled": 0.0,
        "shape": 0.0,
    }
    assert (macro.value, macro.of) == (0.5, 2)
    assert 0.0 <= macro.low <= 0.5 <= macro.high <= 1.0


def test_false_alarms_on_clean_documents_are_counted_by_genre_and_grade():
    clean = [
        LabelledDocument(Document(name, "字"), (), "f", clean=True, genre=genre)
        for name, genre in (("a", "verse"), ("b", "verse"), ("c", "law"))
    ]
    told = {
        "a": (finding(severity=Severity.ERROR),),
        "b": (finding(severity=Severity.WARNING), finding(severity=Severity.CRITICAL, proof=Proof.HINT)),
        "c": (finding(severity=Severity.INFO),),
    }
    shares = [
        (line.genre, line.alert.value, line.error.value)
        for line in clean_lines([*clean, document(BRACKET)], told)
    ]
    assert shares == [("", 2 / 3, 1 / 3), ("law", 0.0, 0.0), ("verse", 1.0, 0.5)]


spans = st.lists(
    st.tuples(st.integers(0, 80), st.integers(1, 19)).map(lambda x: (x[0], x[0] + x[1])), max_size=6
)


@given(spans, spans)
def test_places_are_counted_as_sets_of_characters(some, others):
    sets = [{at for start, end in places for at in range(start, end)} for places in (some, others)]
    assert size(some) == len(sets[0])
    assert shared(some, others) == shared(others, some) == len(sets[0] & sets[1])
    assert merged(merged(some)) == merged(some)


@given(spans.filter(bool), spans.filter(bool))
def test_exchanging_labels_and_findings_exchanges_precision_and_recall(some, others):
    def counted(labelled, told):
        one = document(*(("pinyin_bracket", "pinyin", *place) for place in labelled), size=1000)
        return by_family(one, [finding("pinyin_bracket", *told)])["pinyin"]

    one, other = counted(some, others), counted(others, some)
    assert one.characters_right == other.characters_right
    assert (one.characters_wrong, one.characters_missed) == (other.characters_missed, other.characters_wrong)


@given(spans.filter(bool))
def test_telling_exactly_what_is_labelled_scores_one(places):
    one = document(*(("pinyin_bracket", "pinyin", *place) for place in places), size=1000)
    told = {"d": (finding("pinyin_bracket", *places),)}
    for score in (*family_scores([one], told)[0], *class_scores([one], told)):
        for grade in (score.documents, score.characters):
            assert grade.precision.value == grade.recall.value == grade.f1.value == 1.0


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_one_more_false_alarm_never_raises_precision_or_f1(cases):
    def scored(told):
        documents = [
            LabelledDocument(
                Document(str(number), "字" * 100), (Label(*BRACKET),) if labelled else (), "f.jsonl"
            )
            for number, (labelled, _) in enumerate(cases)
        ]
        documents.append(LabelledDocument(Document("more", "字"), (), "f.jsonl"))
        families, _ = family_scores(documents, told)
        return next((score for score in families if score.name == "pinyin"), None)

    told = {
        str(number): (finding("pinyin_bracket", (10, 20)),) if is_told else ()
        for number, (_, is_told) in enumerate(cases)
    }
    before, after = scored({**told, "more": ()}), scored({**told, "more": (finding(),)})
    if before:
        for name in ("precision", "f1"):
            was = getattr(before.documents, name).value
            assert was is None or getattr(after.documents, name).value <= was


# intervals


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_an_interval_holds_its_figure_and_stays_between_nothing_and_all(right, wrong, missed):
    for share in (wilson(right, right + wrong), f1(right, wrong, missed)):
        if share.value is not None:
            assert 0 <= share.low <= share.value <= share.high <= 1


def test_wilson_is_as_in_the_textbooks():
    assert [round(end, 4) for end in wilson(81, 263)[1:3]] == [0.2553, 0.3662]  # Newcombe 1998, table I
    assert [round(end, 4) for end in wilson(0, 20)[1:3]] == [0.0, 0.1611]


def test_the_bootstrap_gives_the_same_ends_every_time():
    table = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, 3.0]])

    def share(columns):
        return ratio(columns[:, 0], columns[:, 1])

    sums = table.sum(axis=0, keepdims=True)
    one, two = (bootstrapped(share, sums, resampled(table), 6) for _ in range(2))
    assert one == two
    assert one.low < one.value < one.high
    assert bootstrapped(share, np.zeros((1, 2)), resampled(np.zeros((3, 2))), 0).value is None


# what is shown


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_holds_figures_misses_and_false_alarms_with_their_passages(tmp_path, language):
    hostile = GLOSSED.replace("工作", "<script>\u202e工作")
    rows = (
        row("missed", CLEAN, labels=[{"class": "spam", "start": 3, "end": 5, "note": "a stall"}]),
        row("alarm", hostile, labels=[], clean=True, genre="<b>"),
    )
    page = tmp_path / "page.html"
    done = corpus_health(
        "evaluate", written(tmp_path / "two.jsonl", *rows), "--page", page, "--language", language
    )
    assert done.returncode == 0
    html = page.read_text("utf-8")
    assert policy() in unescape(html)
    assert html.count("<script") == 1
    assert "\u202e" not in html
    assert "&lt;b&gt;" in html
    assert f"渡口的<mark>{CLEAN[3:5]}</mark>" in html
    assert "<mark>(qiáng)</mark>" in html
    assert "(a stall)" in html
    assert "two.jsonl" in html
    assert str(tmp_path) not in html
    assert not re.search(r"url\(|@import|src=", html)
    reason = next(iter(misses_of(tmp_path))).reason
    assert getattr(reason, language) in html


def misses_of(tmp_path):
    one = LabelledDocument(Document("d", CLEAN), (Label("", "spam", 3, 5, "a stall"),), "f")
    return misses([one], {"d": ()})


def test_a_miss_says_whether_it_was_hinted_at_or_told_elsewhere():
    one = document(BRACKET, ("", "pinyin", 60, 70))
    hint = finding("pinyin_bracket", (10, 20), proof=Proof.HINT)
    elsewhere = finding("pinyin_bracket", (10, 20))
    assert ["only hinted at" in miss.reason.en for miss in misses([one], {"d": (hint,)})] == [True, True]
    (lost,) = misses([one], {"d": (elsewhere,)})
    assert "elsewhere" in lost.reason.en
    assert (lost.cls, lost.places[0].start) == ("pinyin", 60)


def test_a_false_alarm_is_a_finding_without_a_label_or_a_span_apart_from_all_labels():
    told = {"d": (finding("pinyin_bracket", (10, 20), (50, 60)), finding("x", (0, 3), family="spam"))}
    apart, other = false_alarms([document(BRACKET)], told)
    assert [(place.start, place.end) for place in apart.places] == [(50, 60)]
    assert other.family == "spam"
    (only,) = false_alarms([document(BRACKET, exhaustive=False)], told)
    assert only.family == "spam"


def test_the_terminal_shows_families_or_classes(tiny):
    families = corpus_health("evaluate", tiny).stdout
    assert "macro F1 1.000" in families
    assert "pinyin_bracket" not in families
    assert "pinyin_bracket" in corpus_health("evaluate", tiny, "--classes").stdout
    assert "alert-grade" in families


def test_the_object_for_a_program_has_these_keys(tiny):
    found = scores(tiny)
    assert set(found) == {
        "files",
        "half",
        "documents",
        "generated",
        "rejected",
        "macro_f1",
        "families",
        "classes",
        "clean",
        "broken_floors",
    }
    score = found["families"]["pinyin"]
    assert set(score) == {
        "labelled",
        "told",
        "right",
        "by_document",
        "by_character",
        "hinted",
        "hinted_right",
    }
    assert set(score["by_document"]["f1"]) == {"value", "low", "high", "of"}
    assert [line["genre"] for line in found["clean"]] == ["all", "essay", "news"]


def test_the_words_of_these_pages_are_in_the_catalogue_and_used():
    folder = ROOT / "reports"
    files = [*folder.glob("*.py"), *folder.glob("templates/*.html")]
    source = "".join(file.read_text("utf-8") for file in files if not file.name.endswith("words.py"))
    made = {f"half_{half}" for half in ("all", "odd", "even")} | {"no_misses", "no_false_alarms"}
    made |= {f"col_{name}" for name in ("labelled", "told", "precision", "recall", "f1", "characters")}
    made |= {f"col_{name}" for name in ("hints", "alert", "error")} | {"families_caption", "classes_caption"}
    assert set(MEASURED) <= set(CATALOGUE)
    assert [key for key in MEASURED if f'"{key}"' not in source and key not in made] == []


# what is kept


def test_measured_figures_are_kept_beside_the_checks_and_shown_with_number_and_interval(beside, tiny):
    assert "measured: not measured yet" in corpus_health("checks", "pinyin_bracket").stdout
    done = corpus_health("evaluate", tiny, "--write")
    assert done.returncode == 0
    assert str(beside) in done.stderr
    kept = json.loads(beside.read_text("utf-8"))
    assert kept["files"] == [
        {"name": "tiny.jsonl", "sha256": hashlib.sha256(tiny.read_bytes()).hexdigest(), "documents": 4}
    ]
    assert kept["families"]["pinyin"]["labelled"] == 2
    assert accuracy_of("pinyin").precision.of == 2
    assert "precision 100 % of 1 (20.7 % to 100 %)" in corpus_health("checks", "pinyin_bracket").stdout


def test_keeping_the_same_figures_gives_the_same_bytes(beside, tiny):
    corpus_health("evaluate", tiny, "--write")
    before = beside.read_bytes()
    corpus_health("evaluate", tiny, "--write")
    assert beside.read_bytes() == before
    assert not re.search(rb"20\d\d-\d\d|\xe4", before)


def test_generated_faults_are_scored_and_never_kept(beside, tmp_path, tiny):
    made = written(tmp_path / "made.jsonl", row("m", GLOSSED, labels=[]))
    mixed = written(tmp_path / "mixed.jsonl", *TINY, row("g", GLOSSED, labels=[], generated=True))
    for arguments in ((tiny, "--generated", made), (mixed,)):
        done = corpus_health("evaluate", "--format", "json", *arguments, "--write")
        assert json.loads(done.stdout)["generated"] == 1
        assert "1 generated documents were left out" in done.stderr
        kept = json.loads(beside.read_text("utf-8"))
        assert kept["families"]["pinyin"]["precision"]["value"] == 1.0
        assert sum(file["documents"] for file in kept["files"]) == 4


def test_generated_faults_alone_are_scored_and_refused(beside, tmp_path):
    made = written(tmp_path / "made.jsonl", row("m", GLOSSED, labels=labels()))
    done = corpus_health("evaluate", "--generated", made, "--write")
    assert "macro F1 1.000" in done.stdout
    assert done.returncode == 2
    assert "generated faults" in done.stderr
    assert not beside.exists()


def test_a_file_of_figures_that_makes_no_sense_is_named(beside):
    beside.write_text('{"families": {"pinyin": 1}}')
    with pytest.raises(ValueError, match=r"measured\.json does not hold measured figures"):
        accuracy_of("pinyin")


def test_an_empty_file_of_figures_means_not_measured(beside):
    beside.write_text("")
    assert accuracy_of("pinyin") is None


# floors


def gate(tiny, floors, *arguments):
    return corpus_health("evaluate", tiny, "--gate", floors, *arguments)


def test_the_floors_of_the_project_hold_what_the_mechanism_promises(tiny):
    done = gate(tiny, FLOORS)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text(
        "# why\n[tiny.all.pinyin]\nf1 = 0.5  # found by hand\nrecall = 1.0\n\n"
        "[tiny.all.clean]\nerror_share_at_most = 0.30\n\n[other.all.pinyin]\nf1 = 0.1\n"
    )
    return path


def test_a_broken_floor_is_a_sentence_and_exit_code_1(floors, tmp_path):
    half_missed = (*TINY, row("missed", labels=labels(places=[(0, 4)])))
    done = gate(written(tmp_path / "tiny.jsonl", *half_missed), floors)
    assert done.returncode == 1
    assert "pinyin recall is 0.6667, below its floor 1" in done.stderr
    assert "f1" not in done.stderr


def test_a_ceiling_is_broken_from_above(floors, tmp_path):
    alarms = (row("glossed", GLOSSED, labels=labels()), row("clean", GLOSSED, clean=True))
    done = gate(written(tmp_path / "tiny.jsonl", *alarms), floors)
    assert done.returncode == 1
    assert "clean error_share_at_most is 1.0000, above its ceiling 0.3" in done.stderr


def test_floors_rise_to_what_was_measured_and_their_comments_stay(floors, tiny):
    assert gate(tiny, floors, "--raise-floors").returncode == 0
    assert floors.read_text() == (
        "# why\n[tiny.all.pinyin]\nf1 = 1.00  # found by hand\nrecall = 1.0\n\n"
        "[tiny.all.clean]\nerror_share_at_most = 0.00\n\n[other.all.pinyin]\nf1 = 0.1\n"
    )


def test_floors_are_raised_to_two_places_rounded_down(floors, tmp_path):
    some = (*TINY, row("missed", labels=labels(places=[(0, 4)])))
    floors.write_text("[tiny.all.pinyin]\nrecall = 0.5\n")
    gate(written(tmp_path / "tiny.jsonl", *some), floors, "--raise-floors")
    assert floors.read_text() == "[tiny.all.pinyin]\nrecall = 0.66\n"


def test_floors_never_fall_unless_that_is_asked_for(floors, tmp_path):
    some = written(tmp_path / "tiny.jsonl", *TINY, row("missed", labels=labels(places=[(0, 4)])))
    assert gate(some, floors, "--raise-floors").returncode == 1
    assert "recall = 1.0\n" in floors.read_text()
    assert gate(some, floors, "--lower-floors").returncode == 0
    assert "recall = 0.66\n" in floors.read_text()


def test_a_figure_that_was_not_measured_breaks_its_floor(floors, tiny):
    floors.write_text("[tiny.all.spam]\nf1 = 0.0\n")
    done = gate(tiny, floors, "--raise-floors")
    assert done.returncode == 1
    assert "spam f1 could not be measured" in done.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[other.all.pinyin]\nf1 = 0.1\n", "pins no floor under [tiny.all.…]"),
        ("[tiny.all.pinyin]\nf2 = 0.1\n", "[tiny.all.pinyin] f2 is no figure; there are precision"),
        ("[tiny.all.clean]\nf1 = 0.1\n", "there are alert_share_at_most"),
        ('[tiny.all.pinyin]\nf1 = "high"\n', "must be a number from 0 to 1"),
        ("[tiny.all.pinyin]\nf1 = 90\n", "must be a number from 0 to 1"),
        ("[tiny.all\n", "not TOML"),
    ],
)
def test_floors_that_mean_nothing_are_refused(floors, tiny, content, told):
    floors.write_text(content, encoding="utf-8")
    done = gate(tiny, floors)
    assert done.returncode == 2
    assert told in done.stderr


def test_raising_floors_without_a_file_of_them_is_refused(tiny):
    assert corpus_health("evaluate", tiny, "--raise-floors").returncode == 2


# the catalogue


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_catalogue_page_holds_every_check_and_asks_for_nothing(tmp_path, language):
    page = tmp_path / "checks.html"
    assert corpus_health("checks", "--html", page, "--language", language).returncode == 0
    html = page.read_text("utf-8")
    assert policy() in unescape(html)
    assert html.count("<script") == 1
    assert not re.search(r"url\(|@import|src=", html)
    for check in all_checks():
        assert f'id="check-{check.name}"' in html
        for cls in check.classes:
            assert f'id="class-{cls.name}"' in html
            assert f'href="#class-{cls.name}"' in html


def test_the_catalogue_page_marks_what_is_told_in_the_examples():
    checks = [check for check in all_checks() if check.name == "pinyin_bracket"]
    html = render_catalogue(checks)
    assert "<mark>(huì)</mark>" in html
    assert "What it must not be confused with</dt>" in html
    assert "四个声调(tone)要分清" in html
    assert html == render_catalogue(checks)


def test_hostile_examples_of_a_plug_in_stay_text():
    check = next(check for check in all_checks() if check.name == "pinyin_bracket")
    attack = replace(check.fires_on[0], marked="⟦<img src=x>\u202e⟧{{ 1 }}", note="<b>", url="javascript:x")
    html = render_catalogue([replace(check, fires_on=(attack,), doc="<i>One.\n\nWhat it finds\n    <u>x")])
    assert not re.search(r"<img|<b>|<i>|<u>|\u202e|href=\"javascript", html.partition("</header>")[2])


def test_measured_accuracy_stands_in_the_catalogue_page(beside, tiny):
    corpus_health("evaluate", tiny, "--write")
    checks = [check for check in all_checks() if check.name == "pinyin_bracket"]
    assert "precision 100 % of 1 (20.7 % to 100 %); recall 100 % of 1" in render_catalogue(checks)
    assert "精确率 100 %，n = 1（20.7 % 至 100 %）" in render_catalogue(checks, "zh")
    assert "precision 100 % of 1" in catalogue_text(checks, "pinyin_bracket")


def test_a_run_leaves_the_catalogue_beside_its_report_and_links_it(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    corpus_health("run", "--run-id", "one", "--exit-zero", cwd=tmp_path)
    reports = tmp_path / "out" / "reports"
    assert 'href="checks.html"' in (reports / "one.html").read_text("utf-8")
    assert 'href="checks/pinyin_bracket.html#class-pinyin_bracket"' in (reports / "checks.html").read_text(
        "utf-8"
    )
    page = (reports / "checks" / "pinyin_bracket.html").read_text("utf-8")
    assert 'id="class-pinyin_bracket"' in page
    assert 'href="../checks.html"' in page
    assert 'href="../zh/checks/pinyin_bracket.html"' in page


def test_a_run_id_that_is_the_catalogue_is_refused(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert corpus_health("run", "--run-id", "checks", cwd=tmp_path).returncode == 2


def test_a_share_of_nothing_is_said_in_words():
    some = Accuracy(Share(None, None, None, 0), Share(0.5, 0.1, 0.9, 2), ("f",))
    assert accuracy_text(some, Language("en")) == "nothing told; recall 50.0 % of 2 (10.0 % to 90.0 %)"
