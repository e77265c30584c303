"""Many phrases as one pattern: it finds what trying the phrases one after the other, the longest first, finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checks.alternation import alternation

# Few characters, so that phrases share beginnings and ends; signs that patterns give a meaning to.
PHRASES = st.lists(st.text("水库ab-.|[]", min_size=1, max_size=4), min_size=1, max_size=12)
PASSAGES = st.text("水库abc-.|[] ", max_size=30)


@given(PHRASES, PASSAGES)
def test_it_is_the_longest_phrase_at_a_place(phrases, passage):
    one_by_one = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    assert _found(alternation(phrases), passage) == _found(one_by_one, passage)


@given(PHRASES, PASSAGES)
def test_latin_words_are_whole_ones(phrases, passage):
    one_by_one = "|".join(map(_as_word, sorted(phrases, key=len, reverse=True)))
    assert _found(alternation(phrases, words=True), passage) == _found(one_by_one, passage)


@given(PHRASES, PASSAGES)
def test_what_follows_may_ask_for_a_shorter_phrase(phrases, passage):
    one_by_one = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    assert _found(f"(?:{alternation(phrases)})库", passage) == _found(f"(?:{one_by_one})库", passage)


@given(st.permutations(["水库", "水", "库区", "水库区", "read", "reader"]))
def test_the_order_of_the_phrases_is_nothing(phrases):
    assert alternation(phrases) == "read(?:er|)|库区|水(?:库(?:区|)|)"


def _as_word(phrase: str) -> str:
    before = "(?<![a-z])" if re.match("[a-z]", phrase) else ""
    after = "(?![a-z])" if re.search("[a-z]$", phrase) else ""
    return before + re.escape(phrase) + after


def _found(pattern: str, passage: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, passage)]
