"""The same phrase as Taiwan words it: a converted page says 入口網站 for 门户网站 and 線上 for 在线.

The scanner and ``fold`` undo characters, not words; so a list that must hold on converted pages takes
the other wording in, written in simplified script like all phrases.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import opencc

from checks.text import fold


def usages(phrases: Iterable[str]) -> frozenset[str]:
    """The phrases and, where it differs, the Taiwan wording of each.

    >>> sorted(usages(["门户网站", "发票"]))
    ['入口网站', '发票', '门户网站']
    """
    given = tuple(phrases)
    words, letters = _converters()
    other = fold(letters.convert(words.convert("\n".join(given)))).split("\n")
    return frozenset(given).union(phrase for phrase in other if phrase)


@cache
def _converters() -> tuple[opencc.OpenCC, opencc.OpenCC]:
    return opencc.OpenCC("s2twp"), opencc.OpenCC("t2s")
