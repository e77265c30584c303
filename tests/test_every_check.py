"""Runs every example of every check: each is a named test of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checks.model import Check, Document, Example
from checks.registry import all_checks
from checks.run import Examiner
from checks.scanner import Scanner, forms_of

HEADINGS = (
    "What it finds",
    "Why it matters",
    "How it is told",
    "What it must not be confused with",
)
KNOWN_MISS = pytest.mark.xfail(reason="known miss", strict=True, raises=AssertionError)
EXAMINERS = {check.name: Examiner([check]) for check in all_checks()}


def _cases(kind: str, *marks: pytest.MarkDecorator):
    return [
        pytest.param(check, example, id=f"{check.name}-{example.cls or 'silent'}-{number}", marks=marks)
        for check in all_checks()
        for number, example in enumerate(getattr(check, kind), start=1)
    ]


def _found(check: Check, example: Example):
    documents = [Document(id="example", text=example.text, title=example.title, url=example.url)]
    documents += [Document(id=f"beside-{n}", text=text) for n, text in enumerate(example.beside)]
    measured = EXAMINERS[check.name].measure_together(documents)[0]
    assert not measured.crashed, measured.crashed
    for finding in EXAMINERS[check.name].findings(measured):
        assert "{" not in finding.message.en + finding.message.zh
    return measured.spans


def _assert_fires(check: Check, example: Example):
    spans = _found(check, example)
    assert example.cls in spans, f"{example.cls} is silent; fired: {sorted(spans)}"
    if not example.spans:  # nothing marked: the fault is in the title
        assert any(span.field == "title" for span in spans[example.cls])
    found = [(span.start, span.end) for span in spans[example.cls] if span.field == "text"]
    for start, end in example.spans:
        marked = example.text[start:end]
        inside = [(s, e) for s, e in found if s < end and e > start]
        covered = sum(min(e, end) - max(s, start) for s, e in inside)
        assert covered >= 0.8 * (end - start), f"{marked!r} is not covered by {found}"
    outside = [example.text[s:e] for s, e in found if not any(s < b and e > a for a, b in example.spans)]
    assert not outside, f"also fires outside the marks: {outside}"


def test_phrases_converted_together_have_the_forms_that_each_has_alone():
    phrases = sorted({phrase for check in all_checks() for phrase in check.phrases})[::20]
    check = replace(all_checks()[0], name="all", phrases=frozenset(phrases))
    found = Scanner([check]).scan("\x1e".join(form for phrase in phrases for form in forms_of(phrase)))["all"]
    assert {candidate.phrase for candidate in found} == set(phrases)


@pytest.mark.parametrize(("check", "example"), _cases("fires_on"))
def test_a_check_fires_where_its_example_is_marked(check, example):
    _assert_fires(check, example)


@pytest.mark.parametrize(("check", "example"), _cases("silent_on"))
def test_a_check_is_silent_on_what_only_looks_like_the_fault(check, example):
    assert not example.spans, "a silent example marks nothing"
    spans = _found(check, example)
    told = {name: [example.text[s.start : s.end] for s in found] for name, found in spans.items()}
    assert not told


@pytest.mark.parametrize(("check", "example"), _cases("known_misses", KNOWN_MISS))
def test_a_known_miss_stays_one_until_the_check_learns_it(check, example):
    _assert_fires(check, example)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_every_check_is_documented_and_shown_by_examples(check):
    found = re.findall(r"^([A-Z][^\n]+)\n {4}\S", check.doc, re.MULTILINE)
    assert tuple(found) == HEADINGS
    told = check.settle or check.find
    assert check.name == told.__module__.rpartition(".")[2], "file, check and module share a name"
    assert len(check.silent_on) > len(check.fires_on) > 0, "more silent examples than firing ones"
    assert {example.cls for example in check.fires_on} == {cls.name for cls in check.classes}
