"""Signs call a check; they never decide: with them and without them the checks find the same."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.calls import Calls
from checks.model import Check, Document, nothing
from checks.registry import all_checks
from checks.run import Examiner, set_of
from checks.scanner import Scanner
from checks.signs import EDGE, AllOf, AnyOf, Laid, Run, Short, Sign, Unequal, Unless, Within, holds, places_of
from checks.text import Text
from tests.faults.generate import every_form, generated

SEED = 11
EXAMINER = Examiner()
CHECKS = [check for check in all_checks() if check.signs]
TEXTS = [
    *((example.text, example.title) for c in all_checks() for example in (*c.fires_on, *c.silent_on)),
    *((row["text"], row["title"]) for _, row in every_form(SEED)),
    *((row["text"], row["title"]) for row in generated(SEED, 120)),
]
DOCUMENTS = [Document(id=str(n), text=text, title=title) for n, (text, title) in enumerate(TEXTS)]
TOGETHER = EXAMINER.measure_many(DOCUMENTS)
SCANNER = Scanner(all_checks())


@cache
def opened():
    """Every text with its candidates, opened by somebody who looked for no signs."""
    texts = [Text(document) for document in DOCUMENTS]
    return [(t, SCANNER.scan(t.view), SCANNER.scan(t.document.title, "title")) for t in texts]


def _found_unasked(check: Check, text: Text, candidates, titled):
    """What a check finds when it is called whatever a text shows."""
    in_title = titled.get(check.name, ()) if check.reads_title else ()
    return set_of(check.find(text, [*in_title, *candidates.get(check.name, ())]))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_that_is_called_by_signs_misses_nothing_that_it_would_find_in_every_text(check):
    own = {cls.name for cls in check.classes}
    fired = 0
    for (text, candidates, titled), measured in zip(opened(), TOGETHER, strict=True):
        found = _found_unasked(check, text, candidates, titled)
        told = [span for name, spans in measured.spans.items() if name in own for span in spans]
        assert sorted(map(str, told)) == sorted(map(str, found)), text.raw[:200]
        fired += bool(found)
    assert fired >= len(check.fires_on) / 2


def test_texts_measured_together_give_what_each_gives_alone():
    for document, together in zip(DOCUMENTS[::7], TOGETHER[::7], strict=True):
        alone = EXAMINER.measure(document)
        assert (alone.spans, alone.signals, alone.family_shares) == (
            together.spans,
            together.signals,
            together.family_shares,
        )


CHARACTERS = st.text("一二，。“”\n \0a\U0001f600", max_size=12)
CLASSES = ("[，。]", "[一二]", "\n", "[^一]", "[\U0001f000-\U0001f9ff]")


@given(
    st.lists(CHARACTERS, min_size=1, max_size=6),
    st.lists(st.sampled_from(CLASSES), min_size=1, max_size=3),
    st.integers(1, 3),
)
def test_a_sign_stands_where_its_characters_follow_each_other(texts, classes, least):
    def times(text):
        starts = range(len(text) + 1 - len(classes))
        return sum(all(holds(text[start + k], c) for k, c in enumerate(classes)) for start in starts)

    met = Sign(*classes, least=least).met(Laid(texts)).tolist()
    assert met == [times(text) >= least for text in texts]


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        (Sign("山", "水", first=3), "山水之间", "之间的山水"),
        (Sign("山", "水", last=3), "之间的山水", "山水之间"),
        (Sign("水", EDGE), "山水", "山水间"),
        (Sign(EDGE, "山"), "山水", "有山水"),
        (AllOf(Sign("山"), Sign("水")), "山中有水", "山中"),
        (AnyOf(Sign("山"), Sign("水")), "水边", "路边"),
        (Unless(Sign("水"), Sign("山")), "水边", "山水"),
        (Run("[，。]", 4), "山中有水，", "山中有，水"),
        (Run("[^a-z]", 4, after="[.]"), "见abcd", "见.abcd"),
        (Within("\n", "：", 4, 1), "一\n山中：", "一\n山中有水：间"),
        (Unequal("“”", "「」"), "“山「」", "“山”「」"),
        (Short(3), "山水", "山水间"),
    ],
    ids=str,
)
def test_a_condition_tells_one_text_from_another(condition, yes, no):
    assert condition.met(Laid([no, yes, no])).tolist() == [False, True, False]


def test_nothing_reaches_over_the_edge_between_two_texts():
    halves = Laid(["有山", "水边"])
    assert not Sign("山", "水").met(halves).any()
    assert not Run("[，。]", 3).met(halves).any()


def test_what_stands_above_the_basic_plane_is_looked_up_as_one():
    assert places_of("a\U00020000b", "[\U00020000-\U0003ffff]") == [1]
    assert holds("\U0001f600", "[\U0001f300-\U0001faff]")


def test_a_title_shows_signs_as_a_text_does():
    doubled = Check("doubled", "", (), nothing, signs={"marks": Sign("，", "，")})
    shown = Calls([doubled]).of(
        [Document("a", "山", title="水，，"), Document("b", "，", title="，"), Document("c", "")]
    )
    assert shown == [{("doubled", "marks")}, set(), set()]
