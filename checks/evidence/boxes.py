"""Squares in place of characters: a font that has no glyph for some, or a filter that took out words.

Fonts and converters lose one character here and one there, mostly rare ones. Filters take out words,
which have two characters, and leave what stands beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from checks.evidence.signs import GROUPS
from checks.text import fold, is_han

LOST = 3  # squares that stand alone from which on characters were lost, found with generated pages
# So many squares alone, one in so many of all, beside a character as in 赌□ and □炸: a filter took out words. By judgement;
# 0.2 % of the characters of real texts stand beside one.
FILLED, FILLED_SHARE = 2, 3
MOST = 1_000  # runs looked at
BOXES, SOLID = "□▢◻", "■"
TELLING = frozenset(GROUPS["telling"][0])


@lru_cache(maxsize=4)
def are_lost(view: str, signs: str) -> bool:
    """Most squares stand alone, at places where nobody takes out words."""
    runs = _runs(view, signs)
    alone = sum(size == 1 for size, _ in runs)
    return alone >= LOST and 2 * alone >= len(runs) and not stand_for_words(view, signs)


@lru_cache(maxsize=4)
def stand_for_words(view: str, signs: str) -> bool:
    """Most squares stand in pairs and more; or some do, and one fills the hole of a word like 赌□; or a third do that."""
    runs = _runs(view, signs)
    together = sum(size > 1 for size, _ in runs)
    telling = sum(tells for _, tells in runs)
    if 2 * together > len(runs) or (together > 0 and telling > 0):
        return True
    return telling >= FILLED and FILLED_SHARE * telling >= len(runs)


def _runs(view: str, signs: str) -> list[tuple[int, bool]]:
    """The size of each run between characters, and whether what stands beside it tells of a filter."""
    found = islice(re.finditer(f"[{signs}]+", view), MOST)
    return [
        (len(run[0]), not TELLING.isdisjoint(fold(view[run.start() - 1] + view[run.end() : run.end() + 1])))
        for run in found
        if run.start() and is_han(view[run.start() - 1])
    ]


@lru_cache(maxsize=2)
def are_bullets(view: str) -> bool:
    """Half of the squares or more stand behind a blank or a pause."""
    return 2 * len(re.findall(r"(?:^|[\s，。；：、,;:])■", view)) >= view.count("■")
