"""Articles of statutes (第一条, 第二條, 第3条): an unbroken count that leaves out a number.

Of 1,057 clean statutes with six articles or more, three leave out a number at the start of a line whose text is
nowhere: so in a count that is unbroken else, one number left out is strong evidence. Others have only
damaged the number (第三十－条), or run the article on in the line before it; those are told and left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from checks.evidence.jumps import GARBLED
from checks.text import Text, later

KNOWN = 4  # articles of a count
BESIDE = 2  # articles in order on one side of the jump, at least
KNOWN_BROKEN = 3  # the same, where a sentence breaks off at the jump: two signs of one gap
LEFT_OUT, LEFT_OUT_WHOLE = 3, 12  # numbers left out at once; in a text that counts from one on
WHOLE = 3  # articles in order on both sides of so wide a jump: pages quote articles that are far apart
LINES = 3  # paragraphs of the article before it, items not counted; with more, one of them may be the article that lost its number
LINE = 200  # characters of the line behind a gap that are shown

_NUMBER = r"[一二三四五六七八九十百零〇○]{1,7}|\d{1,3}"
_ARTICLE = later(rf"\n[ \t\u3000\xa0]*(?:#{{1,4}} ?|\*\*)?第(?P<number>{_NUMBER})[条條]")
_PARAGRAPH = later(  # not an item of the article
    r"\n[ \t\u3000\xa0]*+(?![(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])[^\s]"
)
_DAMAGED = later(
    r"\n[ \t\u3000\xa0#*]*第|\A\s*(?:至|到|-|—|~|～|、|和)+\s*第"
)  # no number that is read here, or many at once
_REPEALED = later(r"删去|刪去|删除|刪除|废止|廢止|失效|从略|略[)）]")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_UNITS = {"十": 10, "百": 100}
# Words behind which an article is only named: 依照本法第六条
_NAMED = "法例定则則章程约約本照据據反按合用由及和与與、或至到在于於了的第之》）)"


# A line between two articles that stops without a mark, and the next, which is no item: 20 characters, as
# headings are shorter.
_BROKEN = later(
    r"(?:^|(?<=[。；]))(?P<open>[^\n。；]{20,}[一-鿿])\n(?![(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])(?P<next>[^\n。]{6,}。?)",
    re.MULTILINE,
)


class ArticleJump(NamedTuple):
    """The line behind a gap ``[start, end)``, and the numbers of the articles round it.

    Where a sentence breaks off at the gap, it and the next one stand in place of that line.
    """

    start: int
    end: int
    before: int
    after: int


def article_jumps(text: Text) -> Iterator[ArticleJump]:
    """The jumps in the articles of a text."""
    if "条" not in text.view and "條" not in text.view:
        return
    view = f"\n{text.view}"
    found = list(_ARTICLE.finditer(view))
    values = [number_of(match["number"]) for match in found]
    for at in range(1, len(found)):
        left_out = values[at] - values[at - 1] - 1
        if not 0 < left_out <= LEFT_OUT_WHOLE:
            continue
        between = view[found[at - 1].end() : found[at].start()]
        broken = _BROKEN.search(between)
        known = KNOWN_BROKEN if broken else KNOWN
        if not _is_lone(values, at, left_out, known) or _is_elsewhere(between, values[at - 1], values[at]):
            continue
        if broken:
            first = found[at - 1].end() - 1
            start, end = first + broken.start("open"), first + broken.end()
        else:
            start = found[at].start("number") - 2
            end = min(text.line_at(start).inner[1], start + LINE)
        yield ArticleJump(start, end, values[at - 1], values[at])


def _is_elsewhere(between: str, before: int, after: int) -> bool:
    """So much stands between that it may be the missing article, or the article stands there."""
    return len(_PARAGRAPH.findall(between)) >= LINES or _stands_in(between, before, after)


def _is_lone(values: Sequence[int], at: int, left_out: int, known: int) -> bool:
    """The numbers go up one by one on both sides of the jump, and to both ends of the text."""
    before, after = values[:at], values[at:]
    steps = sum(other - one != 1 for part in (before, after) for one, other in pairwise(part))
    if steps or len(values) < known or max(len(before), len(after)) < BESIDE:
        return False
    return left_out <= LEFT_OUT or (values[0] == 1 and min(len(before), len(after)) >= WHOLE)


def _stands_in(between: str, before: int, after: int) -> bool:
    """A missing article stands inside a line, not only named there, or is damaged, or repealed."""
    if _DAMAGED.search(between) or _REPEALED.search(between) or GARBLED.search(between):
        return True
    missing = range(before + 1, after)
    for match in re.finditer(rf"第[ \u3000]?(?P<number>{_NUMBER})[ \u3000]?[条條]", between):
        own = between[match.start() - 1] not in _NAMED if match.start() else True
        if own and number_of(match["number"]) in missing:
            return True
    return False


@lru_cache(maxsize=1024)  # the articles of statutes are numbered alike
def number_of(number: str) -> int:
    """Read a number below a thousand; 0 for what is none.

    >>> number_of("一百零三"), number_of("二十"), number_of("45"), number_of("百一")
    (103, 20, 45, 0)
    """
    if number.isdecimal():
        return int(number)
    total, digit = 0, 0
    for sign in number:
        if sign in _UNITS:
            if not digit and (sign == "百" or total % 100):
                return 0
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit
