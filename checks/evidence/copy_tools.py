"""What tools that convert copied articles leave beside the characters: the old form in brackets, readings.

國(国) shows the character and what it was made from; the converter that writes both wrote the line. Readings set in by the
dozen come from the same tools, which work on articles of the mainland.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from checks.evidence.lexicon import common_characters
from checks.readings import first_reading_of
from checks.signs import Flags, Laid
from checks.text import Text, fold, fold_table, later

_OPEN = r"[(（\[［【〔{｛〈<＜「『]"
_LONGEST = 4
BRACKET = later(rf"{_OPEN} ?([\u3400-\u9fff]{{1,{_LONGEST}}}) ?[)）\]］】〕}}｝〉>＞」』]")
OF_CHARACTERS = later(
    "[简繁异正簡異俗]体|[简繁异正簡異俗]體|字形|字体|字體|[对對]照|[写寫]作|[笔筆][画畫顺順]|[汉漢]字|用字|通假|古字|今字|字典"
)
_LESSON = later(
    "拼音|[读讀]音|注音|多音字|破音字|[声聲][调調]|生字|字音|[发發]音|普通[话話]|音[节節]|[读念讀唸]作|[注註][释釋]"
)

LEAST = 3  # different characters with their other form; a reader is helped with one rare form or two
READINGS = 5  # needless readings; a gloss or a lesson line has fewer


@dataclass(frozen=True, slots=True)
class Doubled:
    """Brackets that begin with a character which stands before them, in either script.

    >>> Doubled(1).met(Laid(["國(家)", "國(国)家"])).tolist()
    [False, True]
    """

    least: int

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it holds so many."""
        opened = np.flatnonzero(texts.are(_OPEN))
        opened = opened[opened < len(texts.codes) - 2]
        doubled = np.zeros(len(opened), dtype=np.bool_)
        folded = folded_codes()
        for inside in (folded[texts.codes[opened + space]] for space in (1, 2)):
            for size in range(1, _LONGEST + 1):
                doubled |= (inside == folded[texts.codes[np.maximum(opened - size, 0)]]) & (
                    inside >= ord("㐀")
                )
        enough: Flags = texts.counts(opened[doubled]) >= self.least
        return enough


@cache
def folded_codes() -> npt.NDArray[np.uint32]:
    """Per code point of the basic plane the one that it is folded to."""
    table = np.arange(0x10002, dtype=np.uint32)
    for code, plain in fold_table().items():
        table[code] = ord(plain)
    return table


def before(raw: str, match: re.Match[str]) -> str:
    """What stands before a bracket, as long as what it holds."""
    end = match.start()
    return raw[max(end - len(match[1]), 0) : end]


def shows_its_sources(view: str) -> bool:
    """Traditional characters with the simplified form in brackets behind them, three different ones or more."""
    pairs = {(before(view, m), m[1]) for m in BRACKET.finditer(view)}
    made = [pair for pair in pairs if pair[0] != pair[1] == fold(pair[0])]
    return len(made) >= LEAST and not OF_CHARACTERS.search(view)


def without_sources(passage: str) -> str:
    """A passage with such brackets blanked; same length.

    >>> without_sources("國(国)家(甲)")
    '國   家(甲)'
    """
    return BRACKET.sub(lambda m: " " * len(m[0]) if fold(before(passage, m)) == m[1] else m[0], passage)


def has_sown_readings(text: Text) -> bool:
    """Readings that no reader needs, in a text that does not teach reading."""
    if len(text.readings) < READINGS or _LESSON.search(text.view):
        return False
    return sum(_needless(text.raw[slice(*r.read)], r.syllable) for r in text.readings) >= READINGS


def _needless(read: str, syllable: str) -> bool:
    """The first reading of a common character."""
    plain = fold(read)
    return plain in common_characters() and first_reading_of(plain) == syllable.lower()
