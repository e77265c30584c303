"""A ``?`` at a place where no sentence ends: 旺?後, 1200?件, 在?东邹城, 押人?的回应.

One such place is enough in a text whose own questions end in the full-width mark; in a text with its marks
folded to ASCII there must be two. Then the other marks amid sentences that ask nothing are losses, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.evidence.lexicon import dictionary
from checks.evidence.question_marks import ADDRESS, Lost, asks, is_typed_wide
from checks.model import Proof
from checks.phrases import phrase_groups
from checks.text import Text, any_of, is_han, later

_GROUPS = phrase_groups("lost_marks")
_MARK = later(r"(?<![?？!！\s])\?{1,4}(?![?？!！\s])")
_SHOWN = any_of(_GROUPS["talk_of_marks"])
_ASKED_LATER = any_of(_GROUPS["asked_later"])
_SUFFIX = later(
    "的(?![确士])|了(?![解不却然])|们|着(?![急手装火力眼重凉实陆色迷])|[后时中前](?=[,、])|(?:之|化|者|们)(?=[一-鿿]?[,。、])"
)
_UNIT = later("[万亿千百][一-鿿]|[件亩吨户辆吋米斤](?![一-鿿]?[?？])")
_PLAIN = frozenset("".join(_GROUPS["prepositions"]))
_ENDS, _BEGINS = frozenset("".join(_GROUPS["may_end"])), frozenset("".join(_GROUPS["may_begin"]))

MOST = 500  # marks looked at
PROSE = 16  # Han about a mark: fewer is a headline, a chat, a table
NEAR = 24  # characters to either side in which they must stand
SPELT = 3  # readings in brackets in a page from which on it was damaged by the tool that sets them in
SEVERAL = 2  # places where no sentence ends, in a text with its marks folded to ASCII
MANY = 5  # marks amid sentences without a question word, the sure ones counted twice
FEW_REAL = 0.25  # of the marks that may be real questions


def unasked_in(text: Text) -> Iterator[Lost]:
    """The marks that stand for a loss, by the places where no sentence ends."""
    if "?" not in text.view or _SHOWN.search(text.folded(0, 20_000)):
        return
    marks = [found for _, found in zip(range(MOST), _MARK.finditer(text.view), strict=False)]
    amid = [found for found in marks if _is_amid(text, found) and not asks(text.view, found.start())]
    clear = [found for found in amid if _ends_nothing(text, *found.span())]
    sure = [found for found in amid if found in clear or _stands_in_word(text, *found.span())]
    wide = is_typed_wide(text.view)
    spelt = wide and len(text.readings) >= SPELT
    few = len(marks) - len(amid) <= FEW_REAL * len(marks)
    many = few and len(amid) + len(sure) >= MANY
    if not spelt and not many and len(sure) < SEVERAL and not (wide and clear):
        return
    told = amid if spelt or many or (len(sure) >= SEVERAL and few) else sure
    yield from (Lost(*found.span(), Proof.STRONG, "unended") for found in told)


def _is_amid(text: Text, found: re.Match[str]) -> bool:
    """Between characters, figures, or before a pause, in a line of prose."""
    start, end = found.span()
    before, after = text.view[start - 1 : start], text.view[end : end + 1]
    line = text.line_at(start)
    around = text.view[max(line.start, start - NEAR) : min(line.end, end + NEAR)]
    if sum(map(is_han, around)) < PROSE or ADDRESS.search(text.view[max(start - 300, 0) : start]):
        return False
    beside = [c for c in (before, after) if is_han(c or " ") or c in _ABOUT]
    return len(beside) == 2 and any(is_han(c) for c in beside)


_ABOUT = frozenset("，、；,0123456789")


def _ends_nothing(text: Text, start: int, end: int) -> bool:
    """Before a pause or a suffix, between a figure and what it counts, behind a preposition."""
    left, right = text.folded(start - 3, start), text.folded(end, end + 4)
    if _ASKED_LATER.match(right) or not left or not right:
        return False
    if right[0] in "、," or (left[-1].isdigit() and _UNIT.match(right)):
        return True
    if _SUFFIX.match(right) and right[:2] not in dictionary():
        return True
    return left[-1] in _PLAIN and left[-2:] not in dictionary()


def _stands_in_word(text: Text, start: int, end: int) -> bool:
    """Half a word stands on either side: 旺?後, 数?示; a dialect may end a question with the former."""
    left, right = text.folded(start - 3, start), text.folded(end, end + 4)
    if not left or not right or not is_han(left[-1]) or not is_han(right[0]):
        return False
    halves = left[-2:] not in dictionary() and right[:2] not in dictionary()
    return halves and left[-1] not in _ENDS and right[0] not in _BEGINS
