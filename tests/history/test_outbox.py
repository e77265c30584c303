"""A message enters the outbox once and leaves it when it has arrived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.history import HistoryError, NotInHistory
from tests.history.rows import AT, CORPUS, a_message, a_run, documents, full_run


def test_a_message_enters_the_outbox_once(history):
    first = replace(a_message(keys=("c1:new:r1:desk", "c2:new:r1:desk")), created_at=AT.format(1))
    assert history.add_deliveries([first], CORPUS) == [first]
    assert history.add_deliveries([first], CORPUS) == []
    assert history.add_deliveries([replace(first, id="other")], CORPUS) == []
    assert history.pending_deliveries() == [first]


def test_a_message_carries_only_keys_that_are_new(history):
    history.add_deliveries([a_message(keys=("k1", "k2"))], CORPUS)
    (second,) = history.add_deliveries([a_message("m2", keys=("k2", "k3", "k3"))], CORPUS)
    assert second.keys == ("k3",)


def test_a_repeated_run_that_found_more_is_told_under_an_id_of_its_own(history):
    history.add_deliveries([a_message(keys=("k1",))], CORPUS)
    (second,) = history.add_deliveries([a_message(keys=("k1", "k2"))], CORPUS)
    assert (second.id[:3], second.keys) == ("m1+", ("k2",))
    assert history.add_deliveries([a_message(keys=("k1", "k2"))], CORPUS) == []


def test_a_message_without_keys_is_known_by_its_id(history):
    assert len(history.add_deliveries([a_message(keys=())] * 2, CORPUS)) == 1


def test_more_keys_than_a_database_takes_in_one_question_enter_at_once(history):
    keys = tuple(f"c{n}:new:r1:desk" for n in range(2_000))
    history.add_deliveries([a_message(keys=keys)], CORPUS)
    assert history.pending_deliveries()[0].keys == keys
    assert history.add_deliveries([a_message("m2", keys=keys)], CORPUS) == []


def test_a_message_is_pending_until_it_is_sent_or_given_up(history):
    given_ = [a_message(f"m{n}", keys=(f"k{n}",), created_at=AT.format(9 - n)) for n in (1, 2, 3)]
    history.add_deliveries(given_, CORPUS)
    history.mark_sent("m1", AT.format(10))
    history.mark_failed("m2", "answered 500", AT.format(10), dead=False)
    history.mark_failed("m3", "answered 404" + "x" * 900, AT.format(10), dead=True)
    assert [(m.id, m.attempts, m.error) for m in history.pending_deliveries()] == [("m2", 1, "answered 500")]
    dead, retried = history.undelivered("r1")
    assert (dead.id, dead.state, dead.attempts, len(dead.error)) == ("m3", "dead", 1, 500)
    assert (retried.id, retried.state) == ("m2", "pending")
    history.mark_sent("m2", AT.format(11))
    assert [m.id for m in history.undelivered()] == ["m3"]
    assert history.undelivered("r2") == []


def test_the_outbox_of_one_corpus_is_not_that_of_another(history):
    history.record(a_run("r1"))
    history.record(a_run("r2", corpus="books"))
    history.add_deliveries([a_message("m1", keys=("k1",))])
    history.add_deliveries([a_message("m2", run_id="r2", keys=("k2",))])
    assert [m.id for m in history.pending_deliveries("books")] == ["m2"]
    assert [m.id for m in history.pending_deliveries(CORPUS)] == ["m1"]
    with pytest.raises(HistoryError, match="runs r3 belong to 0 corpora"):
        history.add_deliveries([a_message("m3", run_id="r3", keys=("k3",))])


def test_when_a_case_was_last_told_of_is_known_by_route(history):
    for n, route in enumerate(("desk", "desk", "boss"), 1):
        keys = (f"c1:ongoing:r{n}:{route}", f"c{n}:new:r{n}:{route}")
        history.add_deliveries([a_message(f"m{n}", route=route, keys=keys)], CORPUS)
        history.mark_sent(f"m{n}", AT.format(n))
    assert history.last_sent_at("desk") == {"c1": AT.format(2), "c2": AT.format(2)}
    assert history.last_sent_at("boss") == {"c1": AT.format(3), "c3": AT.format(3)}


def test_a_case_whose_message_waits_has_been_told_of_but_not_one_whose_message_was_given_up(history):
    waits = a_message("m1", keys=("c1:new:r1:desk",), created_at=AT.format(5))
    given_up = a_message("m2", keys=("c2:new:r1:desk",), created_at=AT.format(5))
    history.add_deliveries([waits, given_up], CORPUS)
    history.mark_failed("m2", "answered 404", AT.format(6), dead=True)
    assert history.last_sent_at("desk") == {"c1": AT.format(5)}


def test_a_message_that_is_not_there_is_named_with_its_neighbours(history):
    history.add_deliveries([a_message("message-1")], CORPUS)
    with pytest.raises(NotInHistory, match=r"no delivery 'message-2'; did you mean message-1\?"):
        history.mark_sent("message-2", AT.format(1))


def test_messages_of_a_run_that_was_not_written_are_not_in_the_outbox(history):
    with pytest.raises(HistoryError, match="two documents"):
        history.record(full_run("r1", documents("a:x", "a:y")))
    assert history.pending_deliveries() == []
