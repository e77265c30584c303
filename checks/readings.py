"""Readings in brackets after their own character, 國(guó), and how they are verified.

Kept beside the text, because every other check must read past them: the tool that sets them in
splits the very phrases the checks look for (詳細(xì)閱讀).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import NamedTuple

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
"""Letters with a tone mark; syllables such as ``ń`` and ``ḿ`` are readings of 嗯 and 呣."""

_TAILS = ("", "i", "o", "u", "n", "ng", "r", "e", "a")
_BRACKET = re.compile(rf"[(（]([a-zü]{{0,3}}[{TONED}][a-zü]{{0,3}})[)）]")

LITERALS = frozenset(f"{vowel}{tail})" for vowel, tail in product(TONED, _TAILS))
"""How every toned reading in brackets ends: ``uó)`` ends in ``ó)``."""


class Reading(NamedTuple):
    """``[start, end)`` of the bracket in the raw text, brackets included."""

    start: int
    end: int
    syllable: str


def readings_in(raw: str) -> tuple[Reading, ...]:
    """Brackets that hold one toned syllable which is a reading of the character before them.

    The dictionary is pypinyin's table of single characters (Unihan and CC-CEDICT, all readings).

    >>> [r.syllable for r in readings_in("全國(guó)的(guó)會(huì)議(yì)")]
    ['guó', 'huì', 'yì']
    """
    return tuple(
        Reading(match.start(), match.end(), match[1])
        for match in _BRACKET.finditer(raw)
        if match.start() and match[1] in readings_of(raw[match.start() - 1])
    )


@cache
def readings_of(character: str) -> frozenset[str]:
    """All toned readings of one character; empty for what the dictionary does not hold."""
    from pypinyin.constants import PINYIN_DICT

    return frozenset(PINYIN_DICT.get(ord(character), "").split(",")) - {""}
