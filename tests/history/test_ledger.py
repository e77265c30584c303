"""The ledger tells what is new, changed, unchanged and gone, and knows the version before."""

from __future__ import annotations

import os
import shutil
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.history import Changes, History, HistoryError
from tests.history.rows import (
    CORPUS,
    a_run,
    changes,
    document,
    documents,
    dump,
    finding,
    full_run,
    source_row,
)


@pytest.mark.parametrize(
    ("nights", "expected"),
    [
        (["a:x b:x"], Changes(new=2)),
        (["a:x b:x", "a:x b:x"], Changes(unchanged=2)),
        (["a:x b:x", "a:y b:x c:x"], Changes(new=1, changed=1, unchanged=1)),
        (["a:x b:x", "a:x"], Changes(unchanged=1, gone=1)),
        (["a:x b:x", "a:x", "a:x"], Changes(unchanged=1)),
        (["a:x b:x", "a:x", "a:x b:x"], Changes(new=1, unchanged=1)),
        (["a:x", "a:y", "a:x"], Changes(changed=1)),
    ],
    ids=str,
)
def test_the_ledger_tells_new_changed_unchanged_and_gone(history, nights, expected):
    for n, night in enumerate(nights, 1):
        given = documents(*night.split())
        compared = history.compare(CORPUS, f"r{n}", given, ["daily"])
        (row,) = history.record(a_run(f"r{n}", given))
    assert changes(row) == compared["daily"] == expected


def test_comparing_leaves_no_trace(url, history):
    history.record(full_run("r1", documents("a:x", "b:x")))
    before = dump(url)
    for run_id, expected in (("r1", Changes(new=1)), ("r2", Changes(changed=1, gone=1))):
        assert history.compare(CORPUS, run_id, documents("a:y"), ["daily"]) == {"daily": expected}
        assert dump(url) == before


def test_a_source_that_was_not_assessed_keeps_its_documents(history):
    history.record(a_run("r1", documents("a:x", "b:x")))
    (row,) = history.record(a_run("r2", documents("a:z"), sources=(source_row(failure="answered 403"),)))
    assert changes(row) == Changes()
    (row,) = history.record(a_run("r3", documents("a:x", "b:y")))
    assert changes(row) == Changes(changed=1, unchanged=1)
    assert history.document_versions(CORPUS, [("daily", "a")])["daily", "a"].changed_run == "r1"


def test_sources_have_documents_of_their_own(history):
    both = (source_row(), source_row("weekly"))
    rows = [document("a", "x"), document("a", "y", source="weekly"), document("b", "y", source="weekly")]
    history.record(a_run("r1", lambda: rows, sources=both))
    daily, weekly = history.record(a_run("r2", lambda: rows[1:], sources=both))
    assert (changes(daily), changes(weekly)) == (Changes(gone=1), Changes(unchanged=2))


def test_documents_of_a_source_that_left_the_settings_are_gone(history):
    history.record(a_run("r1", documents("a:x")))
    history.record(a_run("r2", documents("b:x", source="weekly"), sources=(source_row("weekly"),)))
    assert history.document_versions(CORPUS, [("daily", "a")])["daily", "a"].gone_run == "r2"
    (row,) = history.record(a_run("r3", documents("a:x")))
    assert changes(row) == Changes(new=1)


def test_a_document_is_known_with_the_version_before(history):
    history.record(a_run("r1", documents("a:x", "b:x", "c:x")))
    history.record(
        a_run("r2", lambda: [document("a", "yy", tail="…the end"), document("b", "x", verdict="failed")])
    )
    found = history.document_versions(CORPUS, [("daily", name) for name in "abcd"])
    a, b, c = (found["daily", name] for name in "abc")
    assert set(found) == {("daily", "a"), ("daily", "b"), ("daily", "c")}
    assert (a.first_run, a.changed_run, a.seen_run, a.gone_run) == ("r1", "r2", "r2", "")
    assert (a.characters, a.tail, a.characters_before, a.tail_before) == (2, "…the end", 1, "x")
    assert (a.hash_before, a.content_hash) == ("x" * 32, "yy" * 32)
    assert (b.verdict, b.changed_run, b.characters_before, b.tail_before) == ("failed", "r1", None, "")
    assert (c.first_run, c.seen_run, c.gone_run) == ("r1", "r1", "r2")


def test_a_run_keeps_the_documents_it_found_fault_with_as_they_were(history):
    history.record(a_run("r1", documents("a:x", "b:x")))
    history.record(a_run("r2", documents("a:yy", "b:x"), findings=[finding("a"), finding("b")]))
    history.record(a_run("r3", documents("a:zzz")))
    assert {key[1]: row.characters for key, row in history.documents("r2").items()} == {"a": 2, "b": 1}
    assert history.versions_before("r2") == {("daily", "a"): (1, "x")}
    assert history.documents("r3") == {}


def test_two_documents_of_one_id_are_refused_by_name(history):
    with pytest.raises(HistoryError, match="source 'daily' gave two documents with the id 'a'"):
        history.record(a_run("r1", documents("a:x", "b:x", "a:y")))
    assert history.runs(CORPUS) == []


def test_documents_pass_through_without_being_held(tmp_path):
    n, tail = 40_000, "尾" * 100
    with History.open(f"sqlite:///{tmp_path}/history.db") as history:
        history.record(a_run("r1"))
        tracemalloc.start()
        (row,) = history.record(
            a_run("r2", lambda: (document(f"d{k}", "a", tail=f"{tail}{k}") for k in range(n)))
        )
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert changes(row) == Changes(new=n - 2, changed=1, unchanged=1)
    assert peak < n * 400, "more than half of the documents were in memory at once"


NAMES = st.sampled_from("abcde")
NIGHT = st.tuples(
    st.dictionaries(NAMES, st.sampled_from("xyz")),
    st.dictionaries(NAMES, st.sampled_from("xyz")),
    st.sampled_from([("daily", "weekly"), ("daily",), ("weekly",), ()]),
    st.booleans(),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NIGHT, max_size=6))
def test_the_ledger_agrees_with_two_dictionaries_over_any_nights(tmp_path, empty_file, nights):
    """Nights of two sources, some unread, some run again with other documents."""
    path = shutil.copy(empty_file, tmp_path / f"{os.urandom(8).hex()}.db")
    before, now, number = {}, {"daily": {}, "weekly": {}}, 0
    with History.open(f"sqlite:///{path}") as history:
        for daily, weekly, assessed, again in nights:
            again = again and number > 0
            number, before = (number, before) if again else (number + 1, now)
            given_ = {"daily": daily, "weekly": weekly}
            now = {name: given_[name] if name in assessed else before[name] for name in given_}
            rows = [document(d, t, source=s) for s in given_ for d, t in given_[s].items()]
            sources = tuple(source_row(name, "" if name in assessed else "unread") for name in given_)
            found = history.record(a_run(f"r{number}", lambda rows=rows: rows, sources=sources))
            for row in found:
                assert changes(row) == _expected(before[row.source], now[row.source], row.source in assessed)


def _expected(before, now, assessed):
    if not assessed:
        return Changes()
    both = before.keys() & now.keys()
    changed = sum(before[name] != now[name] for name in both)
    return Changes(len(now) - len(both), changed, len(both) - changed, len(before) - len(both))
