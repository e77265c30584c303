"""Faults that are made: labels stand where they belong, checks find what was put in, and keep silent."""

from __future__ import annotations

import json
import random
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from checks.model import Document, Proof
from checks.run import Examiner
from flows.evaluation.mistakes import false_alarms, misses
from flows.evaluation.reader import read_labelled
from flows.evaluation.score import FAULTS as FAULTS_SCORED
from flows.evaluation.score import family_scores
from flows.evaluation.told import told_of
from tests.faults.__main__ import main
from tests.faults.clean import any_article, article
from tests.faults.duplicate import GROUPS
from tests.faults.generate import FAULTS, every_form, faulty, generated, several
from tests.faults.lookalikes import TEXTS
from tests.faults.page import CLASSES, CONVERTED, FAMILY_OF, HAN, HINTS, labelled, mark, row_of
from tests.faults.pinyin import READING
from tests.faults.wording import wordings

SEED, DOCUMENTS = 20261121, 400
LEAST_F1 = 0.95
EXAMINER = Examiner()
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller seed is not a simpler page
SEEDS = st.integers(0, 2**32)
FORMS = [fault for family in FAULTS_SCORED for fault in FAULTS[family] if fault.cls not in HINTS]


@cache
def sample():
    """The documents of a generated set, and what the checks tell of them."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "set.jsonl")
        main([str(path), "--seed", str(SEED), "--documents", str(DOCUMENTS)])
        read = read_labelled((), EXAMINER.classes, generated=[path], complain=pytest.fail)
    return read.documents, told_of(read.documents, EXAMINER)


@cache
def forms():
    return list(every_form(SEED))


# The generator


def test_the_same_seed_makes_the_same_set():
    assert generated(3, 60) == generated(3, 60)
    assert generated(3, 60) != generated(4, 60)


def test_every_class_has_forms_and_no_name_is_unknown():
    made = {fault.cls for faults in FAULTS.values() for fault in faults}
    in_groups = {"duplicate_cross_doc", "near_duplicate", "repeated_line", "truncated_item"}
    beside = {"s2t_char_error", "s2t_char_error_variant"}
    assert made | in_groups | beside == set(CLASSES)
    unknown = {
        cls for cls in EXAMINER.classes if cls in FAMILY_OF and EXAMINER.classes[cls].family != FAMILY_OF[cls]
    }
    assert not unknown


def test_every_form_labels_its_class_inside_the_text():
    for fault, row in forms():
        places = [(label["start"], label["end"]) for label in row["labels"] if label["class"] == fault.cls]
        assert places, fault
        assert all(0 <= start <= end <= len(row["text"]) for start, end in places), fault
        assert json.loads(json.dumps(row)) == row


def test_no_mark_is_left_in_a_text():
    assert not [row["id"] for _, row in forms() if re.search("[\U000f0000-\U0010ffff]", row["text"])]


@given(st.lists(st.tuples(st.sampled_from(CLASSES), st.text("国家a，\n", max_size=5)), max_size=8))
def test_labels_give_back_what_was_put_in(pieces):
    text, labels = labelled("。".join(mark(cls, piece) for cls, piece in pieces))
    assert text == "。".join(piece for _, piece in pieces)
    assert sorted((x["class"], text[x["start"] : x["end"]]) for x in labels) == sorted(pieces)


def test_a_label_inside_a_label_keeps_its_own_place():
    text, labels = labelled(mark("machine_traditional", "勇" + mark("s2t_char_error", "于") + "新"))
    assert [text[x["start"] : x["end"]] for x in labels] == ["勇于新", "于"]


@settings(max_examples=15, phases=NO_SHRINKING)
@given(SEEDS)
def test_what_is_labelled_is_the_fault_itself(seed):
    rng = random.Random(seed)
    for fault in rng.sample([f for family in ("pinyin", "layout", "duplicate") for f in FAULTS[family]], 3):
        row = row_of(faulty(rng, fault), "x", clean=False)
        for label in row["labels"]:
            _assert_is_the_fault(label["class"], row["text"], label["start"], label["end"])


def _assert_is_the_fault(cls, text, start, end):
    quote = text[start:end]
    if cls in ("pinyin_bracket", "pinyin_untoned", "word_reading"):
        assert READING.fullmatch(quote), quote
        assert HAN.match(text[start - 1])
    elif cls == "repeated_char_bracket":
        assert quote[1:-1] == text[start - 1]
    elif cls == "broken_line":
        assert quote == "\n"
    elif cls in ("stray_space", "nbsp_residue"):
        assert not quote.strip()


@settings(max_examples=60, phases=NO_SHRINKING)
@given(SEEDS)
def test_faults_on_top_of_each_other_keep_their_labels(seed):
    row = row_of(several(random.Random(seed)), "x", clean=False)
    assert all(0 <= label["start"] <= label["end"] <= len(row["text"]) for label in row["labels"])


def test_numbers_in_a_notice_agree_with_the_text():
    wrong = []
    for fault, row in forms():
        quotes = [
            row["text"][x["start"] : x["end"]] for x in row["labels"] if x["class"] == "truncation_declared"
        ]
        shown = [re.search(r"显示前?(\d+)字|顯示前?(\d+)字", quote) for quote in quotes]
        for match in filter(None, shown):
            said = int(match[1] or match[2])
            left = re.sub(r"\s", "", row["text"]).replace(re.sub(r"\s", "", quotes[0]), "")
            if abs(len(left) - said) > 0.02 * said + 10:
                wrong.append((fault.form, said, len(left)))
    assert not wrong


def test_groups_label_both_sides():
    for make in GROUPS:
        rows = [row_of(page, str(k), clean=False) for k, page in enumerate(make(random.Random(5)))]
        assert len(rows) > 1
        assert all(row["labels"] for row in rows)


def test_articles_are_long_enough_and_differ():
    articles = ["\n".join(any_article(random.Random(seed)).lines) for seed in range(200)]
    assert min(map(len, articles)) >= 300
    long = [piece for text in articles for piece in re.split("[。\n]", text) if len(piece) >= 40]
    assert len(long) - len(set(long)) <= 0.001 * len(long)


def test_sentences_are_many():
    for genre in ("news", "statute"):
        assert len(wordings(genre)["sentences"]) >= 55
    assert len(TEXTS) >= 70


def test_the_command_writes_a_set(tmp_path, capsys):
    main([str(tmp_path / "out.jsonl"), "--seed", "5", "--documents", "30"])
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert rows == generated(5, 30)
    assert "30 rows" in capsys.readouterr().out


# The checks


@pytest.mark.parametrize("seed", range(4))
def test_a_fault_put_in_is_found_at_its_place(seed):
    """Of sixty forms drawn at random, of nineteen in twenty the family is told somewhere inside the label."""
    rng = random.Random(seed)
    missed = []
    for fault in rng.sample(FORMS, 60):
        row = row_of(faulty(rng, fault), "x", clean=False)
        if _is_owed(row, fault.cls) and not _told_at_its_place(row, fault.cls):
            missed.append((fault.cls, fault.form))
    assert len(missed) <= 3, missed


def _is_owed(row, cls):
    return any(label["class"] == cls and label.get("owed", True) for label in row["labels"])


def _told_at_its_place(row, cls):
    spans = EXAMINER.measure_together([Document(id="x", text=row["text"], title=row["title"])])[0].spans
    sure = [
        (span.start, span.end)
        for name, found in spans.items()
        if EXAMINER.classes[name].family == FAMILY_OF[cls]
        for span in found
        if span.proof >= Proof.STRONG and span.field == "text"
    ]
    places = [(x["start"], x["end"]) for x in row["labels"] if x["class"] == cls]
    return any(start < b and a < end for start, end in sure for a, b in places)


@settings(max_examples=25, phases=NO_SHRINKING)
@given(SEEDS)
def test_a_clean_article_is_left_alone(seed):
    page = any_article(random.Random(seed))
    document = Document(id="x", text="\n".join(page.lines), title=page.title)
    assert not _loud(document, page), document.text


def _loud(document, page):
    """Findings that count, but for what nobody can say of a page in traditional script."""
    found = [f for f in EXAMINER.findings(EXAMINER.measure(document)) if f.counts]
    return [f.cls for f in found if f.family != "script" or CONVERTED not in page.note]


@settings(max_examples=25)
@given(st.text(max_size=400))
def test_noise_does_no_harm(text):
    measured = EXAMINER.measure(Document(id="x", text=text))
    assert not measured.crashed
    for spans in measured.spans.values():
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_macro_f1_over_the_nine_families():
    families, macro_f1 = family_scores(*sample())
    assert macro_f1.value >= LEAST_F1, families
    assert macro_f1.of == len(FAULTS_SCORED)


@pytest.mark.parametrize("family", FAULTS_SCORED)
def test_no_family_is_left_behind(family):
    documents, told = sample()
    score = next(score for score in family_scores(documents, told)[0] if score.name == family)
    assert score.documents.f1.value >= LEAST_F1 - 0.05, _account(documents, told, family)


def test_look_alikes_and_clean_articles_are_silent():
    documents, told = sample()
    good = [one for one in documents if not any(label.owed for label in one.labels)]
    assert sum(one.clean for one in good) > 0.2 * len(documents)
    loud = [
        (one.document.id, found.cls, found.spans)
        for one in good
        for found in told[one.document.id]
        if found.counts and found.family not in {label.family for label in one.labels}
    ]
    assert not loud


def test_nothing_crashes_on_a_fault():
    crashed = {}
    for fault, row in forms()[::6]:
        measured = EXAMINER.measure(Document(id=row["id"], text=row["text"], title=row["title"]))
        if measured.crashed:
            crashed[fault.cls, fault.form] = measured.crashed
    assert not crashed


def _account(documents, told, family):
    """What the failing test prints: what was missed, and what was told of pages that do not have it."""
    wrong = [*misses(documents, told), *false_alarms(documents, told)]
    return "\n".join(
        f"{w.doc_id} {w.cls} {w.reason.en}: {w.places[0].quote}" for w in wrong if w.family == family
    )


def test_an_article_of_each_genre_is_silent():
    for genre in ("news", "statute", "essay", "technical", "encyclopedia", "recipe", "dialogue", "notice"):
        for script in "st":
            page = article(random.Random(f"{genre}{script}"), genre, script=script, longest=3000)
            document = Document(id=genre, text="\n".join(page.lines), title=page.title)
            assert not _loud(document, page), genre
