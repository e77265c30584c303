"""Texts that begin in the middle: with the end of a sentence, or of a list whose first numbers are lost.

A first word that only goes on another sentence is a sign; so are numbers that begin late, right
behind a first line that is none of them. Looks at the first lines only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.evidence.numbering import value_of
from checks.text import Text, fold, later

HEAD = 1200  # characters of a text that are looked at: the first line and the numbers behind it
FIRST = 400  # characters of the longest first sentence that is shown
ORDERED = 2  # numbers in order behind the first line
SENTENCES = 2  # sentences behind a fragment: a list of words or a title has none

_YEAR = later("[’'][0-9０-９]{2}")  # ’97 for 1997
_STARTS_INSIDE = "，。、；：！？）】』」”’,;!)]"
# Words that only follow others. Of 4,411 clean texts none begins with one before the marks that are asked for.
_LEFT_OVER = later(
    r"(?:的(?!确|士|卢|哥|姐|黎|款)(?:时候|话|是|人|事|问题|情况|同时|基础上|过程中|原因|方式|方法|地方|东西|日子|那天|那年|一[个种年天]|第[一二三四五\d]|(?=[,、])|[一-鿿]{1,6},)"
    r"|(?:以来|以内|之中|之间|之下|之上|左右|上下|等等)[,、。]"
    r"|(?:时|后|中|上|下|里|内|外|等|们|了|着|过|者|性|化|所|地)[,、;。]|(?:了|着)(?:一[个下口声些只把句顿眼场]|他|她|我|自己|很|许多|不少|好)"
    r"|们[都也就在的把和对从说一不]|等(?:部门|单位|人员|地区|地|方面|领域|国家|有关|相关|多[个种家]|一系列)"
    r"|(?:万|亿|千|百)?(?:[余多]?(?:元|吨|公里|千米|平方米|人次|户|亩|立方米)|%|℃)[,。;、])"
)
_FIRST_LEFT_OVER = frozenset(
    "的以之左上等时后中下里内外们了着过者性化所地万亿千百余多元吨公平人户亩立%℃"
)  # as they begin
LEFT_OVER = (
    ("的", "."),
    ("以", "[来來内內]"),
    ("之", "[中间間下上]"),
    ("左", "右"),
    ("上", "下"),
    ("等", "[等部单單人地方国國领領有相多一]"),
    ("[时時后後中上下里裡裏内內外等们們了着著过過者性化所地]", "[,，、;；。]"),
    ("[了着著]", "[一他她我自很许許不好]"),
    ("[们們]", "[都也就在的把和对對从從说說一不]"),
    (
        "[万萬亿億千百余餘多元吨噸公平人户戶亩畝立%％℃]",
        "[余餘多元吨噸公千平人户戶亩畝立里米方次%％℃,，。;；、]",
    ),
)
"""The first two characters of such words, in both scripts."""
_DEPENDENT = later(  # the predicate or the second half of a sentence whose subject is lost
    r"(?:应当|应|须|必须|不得|可以|可|均|并|并且|或者|以及|及其|及|和|与|且|而且|从而|进而|以便|以免|予以|给予|由其|由|但是?|除外|的)(?!用|是|能|见|口|爱|怜|惜|贵|怕|乐|以理解|知|邀|急|酬|付|届|运|试|平|谐|睦|其[他它]|善|尚|列|行|非|此|如)"
)
_NUMBERED = later(
    r"\s*(?:第(?P<article>[一二三四五六七八九十\d]{1,4})[条條款项項章节節]|[(（](?P<bracket>[一二三四五六七八九十\d]{1,3})[)）]|(?P<chinese>[一二三四五六七八九十]{1,3})、|(?P<arabic>\d{1,2})[.．、](?!\d))"
)
_END = later(r"[。！？；!?;]")


class Opening(NamedTuple):
    """The fragment at the start of the view ``[start, end)``, and what shows that it is one."""

    start: int
    end: int
    why_en: str
    why_zh: str


def begins_inside(text: Text) -> Opening | None:
    """The first sentence of a text, if its beginning is lost."""
    head = text.view[:HEAD]
    start = len(head) - len(head.lstrip())
    head = head[start:]
    if len(head) < 2:
        return None
    why = _after_a_mark(text, head) or _goes_on(head) or _late_numbers(head)
    if not why:
        return None
    end = next(
        (k + 1 for k, mark in enumerate(head[:FIRST]) if k and (mark == "\n" or _END.match(mark))),
        len(head[:FIRST]),
    )
    return Opening(start, start + len(head[:end].rstrip()), *why)


def _after_a_mark(text: Text, head: str) -> tuple[str, str] | None:
    """A mark that only follows words, and sentences behind it, not a list of marks."""
    if (
        _YEAR.match(head)
        or head[0] not in _STARTS_INSIDE
        or head[1] in _STARTS_INSIDE
        or not head[1].isalnum()
    ):
        return None
    if not any(mark in text.view for mark in "。."):
        return None
    return f"the text begins with {head[0]}", f"正文以 {head[0]} 开头"


def _goes_on(head: str) -> tuple[str, str] | None:
    """A word that only goes on a sentence, in a first line of running text."""
    if fold(head[0]) not in _FIRST_LEFT_OVER:
        return None
    line = head.split("\n", 1)[0]
    found = _LEFT_OVER.match(fold(line[:20]))
    if not found or not _END.search(line) or len(_END.findall(head)) < SENTENCES:
        return None
    if "的" not in head:  # in classical texts those are words of their own
        return None
    return (
        f"the text begins with {line[:2]}, which goes on another sentence",
        f"正文以“{line[:2]}”开头，承接上文",
    )


def _late_numbers(head: str) -> tuple[str, str] | None:
    """Numbers that go on from two or later, behind a first line that is the rest of an item.

    A first line with a number of its own may be where an editor, or a cutter of long texts, began.
    """
    first = head.split("\n", 1)[0].strip()
    if first[-1:] not in tuple("。；;") or _NUMBERED.match(first):
        return None
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    numbers = [match for match in map(_NUMBERED.match, lines[1:]) if match]
    if len(numbers) < ORDERED or not _NUMBERED.match(lines[1]):
        return None
    one, other = numbers[:ORDERED]
    listed = lines[0][-1] in "；;" and one.lastgroup != "arabic"  # rundowns of broadcasts number loosely
    goes_on = lines[0][-1] in "。；;" and _DEPENDENT.match(lines[0])
    if not (listed or goes_on) or not _in_order(one, other):
        return None
    mark = one[0].strip()
    return f"the first number is {mark}, and an item before it is lost", f"编号从 {mark} 开始，其前缺失"


def _in_order(one: re.Match[str], other: re.Match[str]) -> bool:
    """Two numbers of one kind that follow each other, not the first two."""
    kind = one.lastgroup or ""
    if other.lastgroup != kind:
        return False
    value = value_of(one[kind])
    return value > 1 and value_of(other[kind]) == value + 1
