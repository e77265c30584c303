"""A sentence that stands twice in a text, once with characters missing: 新路努力 for 新路子，努力.

What it finds
    Two sentences of one document that are the same but for one place, where the shorter one lacks a few
    characters and two words run into one another.
Why it matters
    Characters vanish where encodings are converted and pages are cut, and nothing marks the place.
How it is told
    The same words stand before and after the place, with more between them elsewhere in the document.
    The shorter one may be what the writer wanted, so it is a hint.
What it must not be confused with
    Refrains, parallel sentences, statutes that repeat a clause with one condition more, a lead that
    shortens the body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from checks.evidence.lexicon import words
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import AllOf, Condition, Flags, Laid, Short
from checks.text import Text, fold, later

LOST_TEXT = FaultClass(
    "lost_text",
    "garbled",
    Severity.INFO,
    Words("characters missing", "文字脱漏"),
    Words(
        "elsewhere in the text “{lost}” stands between these words",
        "文中他处此处尚有“{lost}”",
    ),
)

LONGEST_TEXT = 3_000  # characters; longer texts repeat clauses by right, and are the dear ones to search
_CLAUSE = later(
    r"([\u4e00-\u9fff]{10})[\u4e00-\u9fff]{8,80}+"
)  # 10 in common: in statutes 8 agree by accident
MISSING = 2  # characters that may be missing
BESIDE = 2  # characters on either side of the place that the span shows


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the places where a clause runs on while its double ends a few characters later."""
    if len(text.view) > LONGEST_TEXT:
        return
    alike = defaultdict(list)
    for clause in _CLAUSE.finditer(text.view):
        alike[clause[1]].append(clause)
    doubles = sorted(
        (clause for same in alike.values() if len(same) > 1 for clause in same), key=re.Match.start
    )
    for full, short in permutations(doubles[:MOST_DOUBLES], 2):
        if full[1] == short[1] and short[0].startswith(full[0][:-MISSING]):
            yield from _lost(text, full, short)


MOST_DOUBLES = 24


def _lost(text: Text, full: re.Match[str], short: re.Match[str]) -> Iterator[Span]:
    same = next((k for k, (a, b) in enumerate(zip(full[0], short[0], strict=False)) if a != b), len(short[0]))
    missing, follows = full[0][same:], short[0][same:]
    if 0 < len(missing) <= MISSING and len(follows) > BESIDE:
        last = short[0][same - 1]
        ends_word = any(fold(full[0][same - k : same] + missing[:1]) in words() for k in (1, 2))
        if ends_word and fold(last + follows[0]) not in words() and fold(follows[:2]) in words():
            place = short.start() + same
            yield text.span("lost_text", place - BESIDE, place + BESIDE, Proof.HINT, lost=missing)


@dataclass(frozen=True, slots=True)
class TwiceBegun:
    """Two runs of Han of at least ``shortest`` characters that begin with the same ``head`` of them.

    >>> TwiceBegun(2, 3).met(Laid(["山中有，山中无", "山中有，山外无"])).tolist()
    [True, False]
    """

    head: int
    shortest: int

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it holds them."""
        begun = texts.runs_outside("[^\u4e00-\u9fff]", self.shortest)
        keys = np.searchsorted(texts.starts, begun, side="right").astype(np.uint64)
        for place in range(self.head):
            keys = keys * np.uint64(0x9E3779B97F4A7C15) + texts.codes[begun + place].astype(np.uint64)
        order = np.argsort(keys, kind="stable")
        again = order[1:][keys[order[1:]] == keys[order[:-1]]]
        return texts.with_any(np.sort(begun[again]))


CALLED_BY: Mapping[str, Condition] = {
    # as ``_CLAUSE`` says, and all but what is missing in common
    "doubles": AllOf(Short(LONGEST_TEXT + 1), TwiceBegun(18 - MISSING, 18))
}


CHECK = Check(
    name="lost_text",
    doc=__doc__,
    classes=(LOST_TEXT,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "大家都说，依靠群众共同走出一条保护山林的⟦新路努力⟧让后人也看得见树。后来又说，依靠群众共同走出一条保护山林的新路子；这话传遍了全村。",
            "lost_text",
        ),
    ),
    silent_on=(
        Example(
            "依靠群众共同走出一条保护山林的新路子，努力种树。他说，依靠群众共同走出一条保护山林的新路子。"
        ),
        Example(
            "一根扁担两头弯弯挑起河水和月光走回家。一根扁担两头弯弯挑起河水和星光走回家。", note="a refrain"
        ),
        Example("本条例所称经营者是指从事渡船经营的单位和个人。本条例所称经营者是指从事渡船经营的单位。"),
    ),
)
