"""The five pages against their 758 hand-labelled spans; needs the folder CORPUS_HEALTH_GOLD."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from checks.model import Document
from checks.run import Examiner
from tests.folders import SEEDS, labelled

GOLD = labelled("CORPUS_HEALTH_GOLD")
KINDS = {
    "truncation_declared": "truncated",
    "paywall_notice": "paywall",
    "seo_spam_title": "spam",
    "domain_mismatch": "spam",
    "pinyin_bracket": "pinyin",
    "site_nav": "site_text",
    "site_breadcrumb": "site_text",
    "site_related_links": "site_text",
    "site_link_list": "site_text",
    "site_share_widget": "site_text",
    "site_bookmark_widget": "site_text",
    "site_footer": "site_text",
}
FAMILIES = KINDS | {
    "page_meta_line": "site_text",
    "photo_caption": "site_text",
    "truncated_tail": "truncated",
    "content_gap": "truncated",
    "toc_without_body": "truncated",
    "toc_preamble": "truncated",
    "teaser_read_more": "truncated",
    "truncated_item": "truncated",
}
UNPROVABLE = {("003_ca346d6261063dff.txt", "domain_mismatch")}

EXAMINER = Examiner()
LABELS = [json.loads(line) for line in (GOLD / "seed_labels.jsonl").read_text("utf-8").splitlines()]
SPANS = {
    path.name: EXAMINER.measure(Document(id=path.name, text=path.read_bytes().decode("utf-8"))).spans
    for path in sorted(SEEDS.iterdir())
}


def _places(spans):
    return {place for start, end in spans for place in range(start, end)}


def test_every_label_of_the_six_kinds_is_covered():
    missed = []
    for label in LABELS:
        if label["class"] not in KINDS or (label["doc"], label["class"]) in UNPROVABLE:
            continue
        found = _places((s.start, s.end) for s in SPANS[label["doc"]].get(label["class"], ()))
        places = set(range(label["start"], label["end"]))
        if len(places & found) < 0.8 * len(places):
            missed.append((label["doc"], label["class"], label["snippet"], len(places & found) / len(places)))
    assert not missed


def test_the_604_readings_are_found_exactly():
    wanted = {(x["doc"], x["start"], x["end"]) for x in LABELS if x["class"] == "pinyin_bracket"}
    found = {(doc, s.start, s.end) for doc, spans in SPANS.items() for s in spans.get("pinyin_bracket", ())}
    assert len(wanted) == 604
    assert found == wanted


@pytest.mark.parametrize("doc", sorted(SPANS))
def test_our_spans_lie_inside_labels_of_their_family(doc):
    labels = defaultdict(set)
    for label in LABELS:
        if label["doc"] == doc and label["class"] in FAMILIES:
            labels[FAMILIES[label["class"]]] |= set(range(label["start"], label["end"]))
    for family in sorted(set(KINDS.values())):
        classes = [cls for cls in SPANS[doc] if EXAMINER.classes[cls].family == family]
        ours = _places((s.start, s.end) for cls in classes for s in SPANS[doc][cls])
        assert len(ours & labels[family]) >= 0.9 * len(ours), (family, classes)
