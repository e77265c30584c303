"""Texts that nobody wrote: pieces of all examples, phrases and odd characters spliced together crash no check."""

from __future__ import annotations

import random

import pytest

from checks.model import Document
from checks.run import Examiner

TEXTS = 400
"""A batch of each seed."""

_ODD = list(
    "\0\t\r\u3000\xa0\u200b\ufeff\ufffd\ud800()（）[]【】<>《》“”\"'…．.。？?！!&;:：#*_-—=+|/\\019azéあア한𠀀😀"
)
_TAGS = (
    "<stdio.h>",
    "<a>",
    "</b>",
    "<!-- -->",
    "<not shown>",
    "<script>",
    "&nbsp;",
    "http://",
    "[](",
    "「」",
)
_JOINTS = ("", "\n", " ", "，", "\n\n", "\n       ")


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return Examiner()


def _piece(rng: random.Random, written: list[str], phrases: list[str]) -> str:
    kind = rng.random()
    if kind < 0.7:
        example = rng.choice(written)
        first = rng.randrange(len(example)) if rng.random() < 0.5 else 0
        return example[first : first + rng.randint(1, 300)]
    if kind < 0.85:
        return rng.choice(phrases)
    return "".join(rng.choices((*_ODD, *_TAGS), k=rng.randint(1, 8)))


def _text(rng: random.Random, written: list[str], phrases: list[str]) -> str:
    joint = rng.choice(_JOINTS)
    spliced = joint.join(_piece(rng, written, phrases) for _ in range(rng.randint(1, 6)))
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(spliced) + 1)
        spliced = spliced[:at] + rng.choice((*_ODD, *_TAGS)) + spliced[at:]
    return spliced


@pytest.mark.parametrize("seed", range(3))
def test_spliced_texts_crash_no_check(examiner: Examiner, seed: int):
    rng, checks = random.Random(seed), examiner.checks
    written = [e.text for check in checks for e in (*check.fires_on, *check.silent_on) if e.text]
    phrases = sorted({phrase for check in checks for phrase in check.phrases})
    documents = [
        Document(
            str(number),
            _text(rng, written, phrases),
            title=rng.choice(written)[:60] if rng.random() < 0.3 else "",
        )
        for number in range(TEXTS)
    ]
    measured = examiner.measure_many(documents)
    assert [(each.crashed, each.document) for each in measured if each.crashed] == []
    for each in measured:
        examiner.findings(each)


def test_half_a_surrogate_pair_stops_no_conversion(examiner: Examiner):
    converted = "皇後對範先生說，頭發後麵的髮現，隻有這裏纔有，這種事情並不隻一件，裏麵的人都知道。"
    measured = examiner.measure(Document("x", f"{converted}\ud800{converted}\0{converted}"))
    assert measured.crashed == {}
    assert "machine_traditional" in measured.spans


def test_a_word_of_a_trade_without_a_name_crashes_nothing(examiner: Examiner):
    prose = (
        "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
    )
    assert examiner.measure(Document("x", "24小时撸网贷\n" + prose * 4)).crashed == {}
