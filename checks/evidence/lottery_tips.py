"""Strings of lottery tips: which signs of the zodiac and which numbers are sure to win, and whose sheet says so.

Pages of this kind are made by the thousand, many as the notice of some office about the very tip; so nothing is told by
what the rest of the text is about. A string is made of tips, houses and wants with hardly anything between them, and
who warns of the trade says so in the same sentence. Everything looks at folded passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.named_phrases import TOLD_OF
from checks.phrases import phrase_groups
from checks.text import any_of, later

_GROUPS = phrase_groups("lottery_tips")
SEEN = frozenset(_GROUPS["seen"])
"""Words without one of which there is no such string."""

_N = "[一二三四五六七八九十两]"
_TIP = later(
    rf"{_N}肖{_N}{{1,3}}码|{_N}{{1,3}}码{_N}肖|(?<!生){_N}[肖码](?:中特|必中|期期|精准|中平|爆特)"
    rf"|(?:平特|必中|精准|内部|必开|最准)的?{_N}{{1,2}}[肖码]|期期(?:{_N}[肖码])?(?:必?中|准|必开)"
    rf"|{_N}期内?必(?:出|开|中)|生肖中特|特码诗|77777+8{{3,}}|(?<=[肖码]){_N}(?:待|行|波)"
)
_OWN = frozenset(_GROUPS["own houses"])
_HOUSE = any_of(_OWN.union(_GROUPS["houses"]))
_STRONG, _TAIL = (any_of(_GROUPS[name]) for name in ("strong wants", "tails"))
_PART = later(
    rf"{_TIP.pattern}|{_HOUSE.pattern}|{_STRONG.pattern}|{_TAIL.pattern}|{any_of(_GROUPS['wants']).pattern}"
)
_SENTENCE = later(r"[^。!?\n]+")

_MADE = "落实"  # stands in the tails that only machines write
GAP = 4  # letters between parts of one string: a year, a bar, 的; by judgement on titles of our own
LONGEST = 400  # letters of a sentence that are read
TITLE = 120  # letters of a title: the longest of this kind met had 90
_PROSE = ("。", "!", "?", ":", ",", ";")


class Tip(NamedTuple):
    """Where such a string stands in the passage, and its first parts."""

    start: int
    end: int
    parts: tuple[str, ...]


def tips_in(folded: str) -> Iterator[Tip]:
    """The strings of lottery tips in a passage, sentence by sentence.

    >>> [tip.parts for tip in tips_in("最准三肖六码资料大全,今晚必看。")]
    [('最准三肖', '资料大全', '今晚')]
    >>> list(tips_in("民警提醒:三肖六码资料大全都是骗局。")), list(tips_in("四不像的资料大全"))
    ([], [])
    """
    for sentence in _SENTENCE.finditer(folded):
        if TOLD_OF.search(sentence[0]):
            continue
        for string in _strings(sentence[0][:LONGEST]):
            start, end = string[0].start(), string[-1].end()
            if _is_told(sentence[0][start:end]):
                at = sentence.start()
                yield Tip(at + start, at + end, tuple(dict.fromkeys(part[0] for part in string[:3])))


def titled(line: str) -> Tip | None:
    """The first string of tips in a line that is no prose.

    >>> titled("最准三肖六码资料大全") is None, titled("他说最准三肖六码资料大全在这里。") is None
    (False, True)
    """
    bare = line.strip()
    return None if len(bare) > TITLE or bare[-1:] in _PROSE else next(tips_in(line), None)


def _strings(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Parts that follow one another."""
    string: list[re.Match[str]] = []
    for part in _PART.finditer(sentence):
        if string and part.start() - string[-1].end() > GAP:
            yield string
            string = []
        string.append(part)
    if string:
        yield string


def _is_told(string: str) -> bool:
    """A tip with whose it is or what is offered; a house with what no draw of a state is offered with, and more."""
    tips = set(_TIP.findall(string))
    houses, strong, tail = set(_HOUSE.findall(string)), set(_STRONG.findall(string)), _TAIL.search(string)
    if tips:
        return bool(len(tips) > 1 or houses or strong or tail)
    if houses & _OWN:
        return bool(strong or (tail and _MADE in string))
    return bool(houses and strong and (tail or len(strong) > 1))
