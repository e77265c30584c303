"""Places where something stands inside a word: what was set in at random does, what was written does not.

Half of all places between two characters of running text lie inside a word of the dictionaries; of the
places where writers put numbers, abbreviations and names, fewer than one in ten.
"""

from __future__ import annotations

from checks.evidence.lexicon import LONGEST, dictionary
from checks.text import fold

_PARTS = tuple((size - right, right) for size in range(2, LONGEST + 1) for right in range(1, size))


def cut_word(view: str, start: int, end: int) -> str:
    """The word that stands in two pieces around ``[start, end)`` of the view; empty if there is none.

    >>> cut_word("水zkq库蓄满", 1, 4), cut_word("水库zkq蓄满", 2, 5)
    ('水库', '')
    """
    before, after = fold(view[max(start - 3, 0) : start]), fold(view[end : end + 3])
    found = (before[-left:] + after[:right] for left, right in _PARTS if left <= len(before))
    return next((word for word in found if word in dictionary()), "")
