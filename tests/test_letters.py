"""Letters that sell are told whatever they sell; their look-alikes stay silent."""

from __future__ import annotations

import pytest

from checks.evidence.selling import BASE, NOTE_BASE, SIZE, WEIGHTS
from checks.model import Document, Proof
from checks.run import Examiner
from tests.letters import texts
from tests.letters.__main__ import KINDS, fitted, samples, short_samples

EXAMINER = Examiner()
DRIFT = 3  # tenths by which a phrase more or less may move a weight before it is fitted anew
SELLING = ("ad_paragraph", "contact_spam")


def _sells(text: str) -> bool:
    spans = EXAMINER.measure(Document(id="letter", text=text)).spans
    return any(span.proof >= Proof.STRONG for cls in SELLING for span in spans.get(cls, ()))


@pytest.mark.parametrize(("of", "text"), texts("letters"), ids=[of for of, _ in texts("letters")])
def test_a_letter_that_sells_is_told(of, text):
    assert _sells(text), of


TOO_THIN = (
    "a maker of bags",
    "a shop of phone cards",
    "theses written",
    "resumes sent about",
    "work abroad, again",
    "money against a card",
    "clicks for dollars",
    "a letter of luck",
    "a printer of books",
    "moulds and plastics",
    "how to roast ducks",
    "telephones bought",
    "nurses and maids",
    "a store to let",
    "domains for sale",
    "answers before the exam",
)
"""Letters that hold too little to be told: known misses."""


@pytest.mark.parametrize(
    ("of", "text"),
    [
        pytest.param(*row, marks=[pytest.mark.xfail(strict=True)] if row[0] in TOO_THIN else [])
        for row in texts("heldout")
    ],
    ids=[of for of, _ in texts("heldout")],
)
def test_a_letter_that_the_weights_were_not_fitted_to_is_told(of, text):
    assert _sells(text), of


QUIET = [*texts("lookalikes"), *texts("bystanders"), *texts("essays")]
ARTICLE = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。\n"
BARE = ("a private kindergarten", "a teacher of law exams", "a locksmith")
"""Notes whose evidence is too thin within an article: known misses."""


@pytest.mark.parametrize(
    ("of", "text"),
    [
        pytest.param(*row, marks=[pytest.mark.xfail(strict=True)] if row[0] in BARE else [])
        for row in texts("notes")
    ],
    ids=[of for of, _ in texts("notes")],
)
def test_a_note_within_an_article_is_told(of, text):
    assert _sells(ARTICLE * 5 + text + "\n" + ARTICLE * 4), of


@pytest.mark.parametrize(("of", "text"), QUIET, ids=[of for of, _ in QUIET])
def test_a_text_that_only_sounds_like_one_stays_silent(of, text):
    assert not _sells(text), of


def _far(given, column):
    return {k: w for k, w in zip(KINDS, given, strict=True) if abs(w - WEIGHTS[k][column]) > DRIFT}


def test_the_weights_in_use_are_those_that_letters_and_notes_give():
    *letter, size, base = (round(10 * weight) for weight in fitted(samples()))
    *note, _, note_base = (round(10 * weight) for weight in fitted(short_samples()))
    assert not _far(letter, 1), "fit anew: python -m tests.letters"
    assert not _far(note, 2), "fit anew: python -m tests.letters"
    assert abs(base - BASE) <= 2 * DRIFT
    assert abs(note_base - NOTE_BASE) <= 2 * DRIFT
    assert size == SIZE
