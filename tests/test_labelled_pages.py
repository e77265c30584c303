"""The five pages against their 758 hand-labelled spans; needs the folder CORPUS_HEALTH_GOLD."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from checks.model import Document, Proof
from checks.registry import all_checks, classes_of
from checks.run import Examiner
from tests.folders import SEEDS, labelled

GOLD = labelled("CORPUS_HEALTH_GOLD")
HINTS = {"s2t_char_error_variant", "photo_caption", "unbalanced_quote", "lost_text"}
WHOLE = 0.9  # of the characters of a page: such a label is about the page and is answered by the page
FAMILY_OF = {name: cls.family for name, cls in classes_of(all_checks()).items()}
UNPROVABLE = {("003_ca346d6261063dff.txt", "domain_mismatch")}

EXAMINER = Examiner()
LABELS = [json.loads(line) for line in (GOLD / "seed_labels.jsonl").read_text("utf-8").splitlines()]
PAGES = [Document(id=path.name, text=path.read_bytes().decode("utf-8")) for path in sorted(SEEDS.iterdir())]
SPANS = {each.document.id: each.spans for each in EXAMINER.measure_together(PAGES)}
LENGTH = {page.id: len(page.text) for page in PAGES}
TOLD = [x for x in LABELS if x["class"] not in HINTS and (x["doc"], x["class"]) not in UNPROVABLE]


def _places(spans):
    return {place for start, end in spans for place in range(start, end)}


def _is_whole(label):
    return label["end"] - label["start"] >= WHOLE * LENGTH[label["doc"]]


def _found(label):
    """Places of the proved and strong spans of the label's class in its page."""
    spans = SPANS[label["doc"]].get(label["class"], ())
    return _places((s.start, s.end) for s in spans if s.proof >= Proof.STRONG)


def test_every_labelled_class_is_found_in_its_page():
    assert not {(label["doc"], label["class"]) for label in TOLD if not _found(label)}


def test_nearly_all_labelled_characters_are_covered():
    missed, wanted, covered = [], 0, 0
    for label in TOLD:
        if _is_whole(label):
            continue
        places = set(range(label["start"], label["end"]))
        inside = len(places & _found(label))
        wanted, covered = wanted + len(places), covered + inside
        if inside < 0.8 * len(places):
            missed.append((label["doc"], label["class"], label["snippet"], inside / len(places)))
    assert covered >= 0.95 * wanted, missed
    assert len(missed) <= 0.01 * len(TOLD), missed


def test_the_604_readings_are_found_exactly():
    wanted = {(x["doc"], x["start"], x["end"]) for x in LABELS if x["class"] == "pinyin_bracket"}
    found = {(doc, s.start, s.end) for doc, spans in SPANS.items() for s in spans.get("pinyin_bracket", ())}
    assert len(wanted) == 604
    assert found == wanted


@pytest.mark.parametrize("doc", sorted(SPANS))
def test_our_spans_lie_inside_labels_of_their_family(doc):
    labels = defaultdict(set)
    for label in LABELS:
        if label["doc"] == doc:
            labels[FAMILY_OF[label["class"]]] |= set(range(label["start"], label["end"]))
    for family in sorted({EXAMINER.classes[cls].family for cls in SPANS[doc]}):
        spans = [s for cls in SPANS[doc] if EXAMINER.classes[cls].family == family for s in SPANS[doc][cls]]
        ours = _places((s.start, s.end) for s in spans if s.proof >= Proof.STRONG)
        assert len(ours & labels[family]) >= 0.9 * len(ours), family


def test_no_class_is_told_in_a_page_without_a_label_of_it():
    labelled_there = {(label["doc"], label["class"]) for label in LABELS}
    told = {
        (doc, cls)
        for doc, spans in SPANS.items()
        for cls in spans
        if any(s.proof >= Proof.STRONG for s in spans[cls])
    }
    assert not told - labelled_there
