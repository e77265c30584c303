"""Both engines give the same places, and all checks the same findings with either."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import automaton
from checks.automaton import ENGINES, Automaton

LETTERS = st.text(st.sampled_from("水库区ab\n\ud800\ufffd😀"), min_size=1, max_size=4)
PASSAGES = st.text(st.sampled_from("水库区ab\n\ud800\ufffd😀"), max_size=40)

EXAMINED = """
import json, sys
if sys.argv[1]:
    sys.modules["ahocorasick_rs"] = None
from checks.automaton import engine_here
from checks.model import Document
from checks.registry import all_checks
from checks.run import Examiner, examine
from tests.faults.generate import generated
examples = [e for c in all_checks() for e in (*c.fires_on, *c.silent_on, *c.known_misses)]
examiner = Examiner()
for k, e in enumerate(examples):
    beside = [Document(f"{k}.{n}", text) for n, text in enumerate(e.beside)]
    for finding in examine([Document(str(k), e.text, title=e.title, url=e.url), *beside], examiner):
        print(json.dumps(finding.as_json(), sort_keys=True))
for row in generated(11, 150):
    for finding in examine([Document(row["id"], row["text"])], examiner):
        print(json.dumps(finding.as_json(), sort_keys=True))
print(engine_here(), file=sys.stderr)
"""


@given(st.lists(LETTERS, unique=True, max_size=8), PASSAGES, st.booleans())
def test_both_engines_give_the_same_places(phrases, passage, longest):
    phrases = [phrase for phrase in phrases if "\ud800" not in phrase]  # no phrase of ours has half of a pair
    one, other = (Automaton(phrases, longest=longest, engine=engine) for engine in ENGINES)
    assert one.matches(passage) == other.matches(passage)


def test_all_checks_give_the_same_findings_where_the_faster_engine_has_no_wheel():
    told = [
        subprocess.run(
            [sys.executable, "-c", EXAMINED, missing], capture_output=True, text=True, check=True, timeout=600
        )
        for missing in ("", "missing")
    ]
    assert [each.stderr.split()[-1] for each in told] == list(ENGINES)
    assert told[0].stdout == told[1].stdout
    assert told[0].stdout.count("\n") > 1000


def test_a_machine_with_neither_engine_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    monkeypatch.setitem(sys.modules, "ahocorasick", None)
    automaton.engine_here.cache_clear()
    try:
        with pytest.raises(ImportError, match="pip install ahocorasick_rs"):
            Automaton(["水"])
    finally:
        automaton.engine_here.cache_clear()
