"""What a run wrote is read back, and the newest run can be repeated as if it had run once."""

from __future__ import annotations

import traceback
from dataclasses import replace

import pytest

from flows.history import History, HistoryError, NotInHistory, RunRefused, record
from flows.records import Reject
from tests.history.rows import (
    CORPUS,
    HOSTILE,
    STORED,
    WARNING,
    a_case,
    a_cause,
    a_run,
    document,
    documents,
    dump,
    finding,
    full_run,
    health,
    run_row,
    source_row,
)


def test_what_a_run_wrote_is_read_back(history):
    run = full_run("r1")
    sources = history.record(run)
    assert history.run("r1") == history.latest(CORPUS) == run.run
    assert history.sources("r1") == list(sources) == [replace(source_row(), new=2)]
    assert history.health("r1") == list(run.health)
    assert history.findings("r1") == list(run.findings)
    assert history.rejects("r1") == list(run.rejects)
    assert history.cases(CORPUS) == list(run.cases)
    assert history.events("r1") == list(run.events)
    assert history.documents("r1") == {("daily", d.id): d for d in run.documents()}
    assert history.pending_deliveries() == [replace(run.deliveries[0], created_at=run.run.finished_at)]


def test_a_share_that_was_not_assessed_is_read_back_as_none(history):
    row = replace(health(), share=None, verdict="not_assessed")
    history.record(a_run("r1", health=(row,)))
    assert history.health("r1") == [row]


def test_runs_are_listed_from_the_newest(history):
    for name in ("r1", "r2", "r3"):
        history.record(a_run(name))
    assert [run.id for run in history.runs(CORPUS)] == ["r3", "r2", "r1"]
    assert [run.id for run in history.runs(CORPUS, 2)] == ["r3", "r2"]
    assert history.previous_run(CORPUS, "r3").id == "r2"
    assert history.previous_run(CORPUS, "r1") is None
    assert history.previous_run(CORPUS, "r4").id == "r3"


def test_the_newest_run_is_the_one_written_last_whatever_its_id(history):
    history.record(a_run("r9"))
    history.record(a_run("r2"))
    assert history.latest(CORPUS).id == "r2"


def test_an_empty_history_has_no_runs_and_no_cases(history):
    assert history.runs(CORPUS) == history.cases(CORPUS) == history.pending_deliveries() == []
    assert history.latest(CORPUS) is history.run("r1") is None


def test_a_run_that_is_not_there_is_named_with_its_neighbours(history):
    history.record(a_run("r10"))
    with pytest.raises(NotInHistory, match=r"no run 'r11'; did you mean r10\?"):
        history.findings("r11")


def test_two_corpora_of_one_database_keep_apart(history):
    other = a_case(corpus="books")
    history.record(full_run("r1"))
    history.record(a_run("r1", documents("d1:z"), corpus="books", cases=(other,)))
    assert history.runs("books") == [run_row("r1", "books")]
    assert history.cases("books") == [other]
    assert history.findings("r1", "books") == []
    assert len(history.findings("r1", CORPUS)) == 2
    assert history.document_versions("books", [("daily", "d1")])["daily", "d1"].content_hash == "z" * 32
    with pytest.raises(HistoryError, match="more than one corpus has a run r1; say which"):
        history.run("r1")


def test_of_many_findings_the_worst_are_kept_for_each_source_and_class(history, monkeypatch):
    monkeypatch.setattr(record, "KEPT_FINDINGS", 3)
    told = [finding(f"d{n}", n) for n in range(1, 10)]
    told += [
        finding("warned", 99, severity=WARNING),
        finding("hinted", 99, proof="hint"),
        finding("x", cls="spam_title"),
    ]
    history.record(a_run("r1", findings=iter(told)))
    kept = [(row.cls, row.doc_id) for row in history.findings("r1")]
    assert kept == [*(("paywall_notice", f"d{n}") for n in (9, 8, 7)), ("spam_title", "x")]


def test_of_many_rejects_the_first_are_kept_and_of_many_spans_too(history):
    rejects = (Reject("daily", f"{n}.txt", "empty") for n in range(1_200))
    history.record(a_run("r1", findings=[finding(n=900, spans=900)], rejects=rejects))
    assert [reject.location for reject in history.rejects("r1")] == [f"{n}.txt" for n in range(1_000)]
    assert [(row.n, len(row.spans)) for row in history.findings("r1")] == [(900, record.KEPT_SPANS)]


def test_hostile_text_is_stored_as_text(history):
    row = replace(document(HOSTILE, tail=HOSTILE), title=HOSTILE, url=HOSTILE)
    told = replace(finding(HOSTILE, quote=HOSTILE), message_en=HOSTILE)
    history.record(a_run("r1", lambda: [row], findings=[told], rejects=[Reject("daily", HOSTILE, HOSTILE)]))
    (kept,) = history.findings("r1")
    assert (kept.doc_id, kept.message_en, kept.spans[0]["quote"]) == (STORED, STORED, HOSTILE)
    (shown,) = history.documents("r1").values()
    assert (shown.id, shown.title, shown.url, shown.tail) == (STORED,) * 4
    assert history.rejects("r1") == [Reject("daily", STORED, STORED)]
    assert history.record(a_run("r2", lambda: [row]))[0].unchanged == 1
    assert history.document_versions(CORPUS, [("daily", HOSTILE)])["daily", STORED].tail == STORED


def test_what_could_not_be_stored_is_never_quoted(history):
    told = replace(finding(quote="SECRET TEXT"), message_en=None)
    with pytest.raises(HistoryError) as caught:
        history.record(a_run("r1", findings=[told]))
    assert "SECRET" not in "".join(traceback.format_exception(caught.value))


def test_a_run_in_the_middle_cannot_be_repeated(history):
    for name in ("r1", "r2"):
        history.record(a_run(name))
    history.check_run_id(CORPUS, "r2")
    history.check_run_id(CORPUS, "r3")
    history.check_run_id("books", "r1")
    for attempt in (lambda: history.check_run_id(CORPUS, "r1"), lambda: history.record(a_run("r1"))):
        with pytest.raises(RunRefused, match=r"run r1 .* older than the newest, r2: only the newest"):
            attempt()


def test_the_newest_run_repeated_is_as_if_it_had_run_once(url, tmp_path):
    first = full_run("r1", documents("d1:a", "d2:b", "d3:c", "d4:d"))
    failed = full_run(
        "r2",
        documents("d1:z", "d3:c", "d4:q", "d5:e"),
        cases=(a_case("r2", documents=9),),
        findings=[finding("d5")],
    )
    second = full_run("r2", documents("d1:x", "d2:b", "d3:c", "d6:f"), cases=(a_case("r2", status="fixed"),))
    other = f"sqlite:///{tmp_path}/once.db"
    with History.open(url) as history, History.open(other) as once:
        for run in (first, failed, second):
            counts = list(history.record(run))
        for run in (first, second):
            assert once.record(run)
        assert counts == history.sources("r2") == once.sources("r2")
    assert dump(url) == dump(other)


def test_a_run_repeated_with_the_same_input_changes_nothing(url, history):
    history.record(full_run("r1"))
    history.record(full_run("r2", documents("d1:z", "d3:c")))
    before = dump(url)
    history.record(full_run("r2", documents("d1:z", "d3:c")))
    assert dump(url) == before


def test_a_run_that_fails_while_it_is_written_leaves_nothing(url, history):
    history.record(full_run("r1"))
    before = dump(url)

    def broken():
        yield document("d7")
        raise OSError("the Parquet file is cut")

    for name in ("r1", "r2"):
        with pytest.raises(OSError, match="Parquet"):
            history.record(full_run(name, broken))
        assert dump(url) == before


def test_earlier_runs_are_given_in_sums_from_the_oldest(history):
    for n in range(1, 6):
        rows = (health(flagged=n % 4), health(flagged=1, source="weekly"), health("site_nav", flagged=0))
        history.record(a_run(f"r{n}", health=rows))
    past = history.past(CORPUS, "r5", 3)
    assert [(each.run.id, each.classes["paywall_notice"]) for each in past] == [
        ("r2", (3, 8)),
        ("r3", (4, 8)),
        ("r4", (1, 8)),
    ]
    assert past[0].classes["site_nav"].share == 0.0
    assert past[0].sources == {"daily": 0.25}
    assert [each.run.id for each in history.past(CORPUS, "r6")] == ["r1", "r2", "r3", "r4", "r5"]
    assert history.past(CORPUS, "r1") == []


def test_the_past_knows_how_many_cases_each_run_left_open_and_the_oldest(history):
    history.record(a_run("r1", cases=(a_case("r1"),)))
    history.record(a_run("r2"))
    history.record(a_run("r3", cases=(a_case("r3", status="fixed"),)))
    history.record(a_run("r4"))
    opened = [each.cases for each in history.past(CORPUS, "r5", 3)]
    assert opened == [(1, run_row("r1").finished_at), (0, ""), (0, "")]


def test_a_past_of_another_corpus_does_not_count(history):
    history.record(a_run("r1"))
    history.record(a_run("r1", corpus="books"))
    history.record(a_run("r2", cases=(a_case("r2"),)))
    (before,) = history.past("books", "r9")
    assert before.cases.opened == 0


def test_the_index_counts_what_each_run_did_to_the_cases_and_gives_a_page_at_a_time(history):
    for n in range(1, 6):
        history.record(full_run(f"r{n}") if n == 3 else a_run(f"r{n}"))
    assert history.number_of_runs(CORPUS) == 5
    assert history.number_of_runs(CORPUS, "r2") == 2
    page = history.summaries(CORPUS, 1, 3)
    assert [run.id for run in page] == ["r4", "r3", "r2"]
    assert [sum(run.events.values()) for run in page] == [0, len(full_run("r3").events), 0]
    assert history.summaries(CORPUS, 5, 3) == []


def test_causes_are_read_back_gravest_first_and_known_since_the_first_run_that_told_them(history):
    mild, grave = a_cause("k1", severity=WARNING, documents=90), a_cause("k2", documents=3)
    history.record(a_run("r1", causes=(mild,)))
    history.record(a_run("r2", causes=(mild, grave)))
    assert history.causes("r2") == [grave, mild]
    assert history.causes_known(CORPUS, "r1") == {}
    assert history.causes_known(CORPUS, "r2") == {"k1": mild.since}
    history.record(a_run("r2", causes=()))
    assert history.causes("r2") == []


def test_a_source_is_remembered_from_the_last_run_that_assessed_it(history):
    history.record(a_run("r1"))
    history.record(a_run("r2", documents(), sources=(source_row(failure="gone away"),)))
    history.record(a_run("r3", sources=(source_row(), source_row("weekly", "unreadable"))))
    assert history.sources_before(CORPUS, "r1") == {}
    assert history.sources_before(CORPUS, "r3") == {"daily": replace(source_row(), new=2)}
    assert set(history.sources_before(CORPUS, "r4")) == {"daily"}
