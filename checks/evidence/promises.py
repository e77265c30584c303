"""Outlines that are announced at the end of a text, and never delivered.

A text that says "in what follows I make four points", or shows its table of contents, and then stops,
has lost the rest. Looks at the tail of a text only: the last lines that do not follow a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from checks.evidence.announced import titles_at_end
from checks.evidence.feet import AFTER, follows_text, is_offer
from checks.evidence.numbering import is_numbered, value_of, without_number
from checks.evidence.tails import WINDOW, Paragraph, paragraphs_from_end
from checks.text import Text, fold, later, visible

LINES = 60  # lines of the tail that are read: longer tables of contents are catalogues
ITEM, ITEMS = 60, 3  # characters of an item, items of an outline
BEFORE = 60  # visible characters before an outline: an article that has begun
ANNOUNCED = 400  # characters of the longest last paragraph that announces
TITLE = 30  # characters of a title in a row of them: 一、原则;二、方法
CLOSING = 90  # characters of a sentence that takes leave

_N = r"(?:[一二两三四五六七八九十几]{1,3}|\d{1,2})"
_PART = r"(?:个|大|项|方面|点|部分|问题|步骤|步|方法|要点|层面|角度|建议|条|种|招|技巧|阶段|环节|小节|章|类|层|维度|意见|体会|想法|要求|看法){1,2}"
_AHEAD = r"(?:(?:本文|文章|下文|笔者|小编|报告|我|我们|编者|本篇|本期|这篇文章)[^。,:;]{0,12}(?:将|准备|打算|想|会|就|要|主要)|(?:下面|以下|接下来|接着|下文|现在),?(?:[^。;]{0,24}?)(?:就|将|从|我|小编|笔者|给|为|带|讲|谈|请|分|围绕)|(?:今天|本文|这里)[^。:;]{0,16}(?:从|分|就|带大家|给大家|为大家|为您|和大家|跟大家))"
_SAYS = r"(?:讲|谈|说|介绍|分享|阐述|论述|探讨|分析|讨论|汇报|提出|提|强调|展开|讲解|说明|盘点|了解|解读|解析|聊|梳理|总结|部署|展望|剖析)"
_ANNOUNCES = later(
    rf"{_AHEAD}[^。;]{{0,30}}?(?:{_SAYS}[^。;]{{0,12}}?{_N} ?{_PART}|{_N} ?{_PART}[^。;]{{0,16}}?{_SAYS})[^。;]{{0,12}}(?P<end>[。:]|\Z)"
    rf"|(?:下面|以下|下文|接下来|接着|现在|今天)[^。;:]{{0,14}}?(?:逐一|逐个|逐条|逐项|逐点|分别|依次|一一|分头|展开|具体|详细|简单|重点)[^。;:]{{0,16}}?{_SAYS}[^。;:]{{0,14}}(?P<each>[。:]|\Z)"
)
_AHEAD_WORD = later(  # in both scripts, one set of characters first, so that re skips all the others:
    # 本文, 下面, 笔者 and so on, in the last sentence of a line or before a colon, or the end of what 如下: ends
    r"[:：本文下笔筆编編小报報我这這以接现現今](?:(?<=[下面点點条條步种種类類分骤驟法题題因要容示][:：])(?=\s*\Z)"
    r"|(?:(?<=本)[文期篇]|(?<=文)章|(?<=下)[文面来來]|(?<=[笔筆编編])者|(?<=小)[编編]|(?<=[报報])告|(?<=我)|(?<=[这這])[篇里裡裏]"
    r"|(?<=以)下|(?<=接)[着著下]|(?<=[现現])在|(?<=今)天)(?=[^。；;]{0,150}(?:[:：]|[。\s]*\Z)))"
)
_FOLLOWS_BELOW = later(
    r"(?:如下|(?:有|包括|分为|分)?(?:以下|下列|下面)(?:这)?(?:几|[一二两三四五六七八九十]|\d)(?:个|大)?(?:方面|点|条|步|种|类|部分|步骤|方法|问题|原因|要点))(?:几点|内容|所示)?:\Z"
)
_LISTED = later(
    r"(?:[一二三四五六七八九]、|\(?[1-9一二三四五六七八九][)、.](?!\d)|[①-⑨]|第[一二三四五六七八九][,、是])\s*"
)
_PAPER = later(r"摘 ?要|提要|关键[词字]|摘　要|abstract|课程大纲|教学大纲|议程|日程", re.IGNORECASE)
_BOOK = later(
    r"isbn|出版社|定价|作者简介|内容简介|书名|装帧|图书|出版日期|开本|课程|课时|购买|菜单|议程|日程|片目|曲目|节目单"
)
_OF_ARTICLE = later(
    r"(?:^|[,，。!！?？ 【\[《<「#])(?:本文|文章|全文|内文|本篇|本期|正文|内容|阅读|快速|页面|文档|资料|报告)(?:的)?(?:主要)?(?:内容)?(?:目录|提纲|大纲|重点|看点|要点|导览|导航|导读|索引|纲要|概要|结构|章节)(?:一览|如下|列表|导航|速览|整理)?[\W_]*\Z"
)
_BARE = later(r"[\W_]*(?:目 *录|目 *次|章节目录|目录索引|table of contents|contents)[\W_]*")
_OUTLINE_WORD = later(
    r"[目][录錄次 \u3000\xa0]|[提大][纲綱]|[重看要][点點]|[导導][览覽航读讀]|索引|[纲綱概]要|[结結][构構]|章[节節]|ont|ONT",
    re.I,
)
_CHAPTER = later(r"第[一二三四五六七八九十\d]{1,3}[章节部分编篇]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]")
_TAKES_LEAVE = later(
    r"希望.{0,24}(?:帮助|有用|喜欢|参考|收获)|以上(?:就|便)?是|(?:感谢|谢谢).{0,8}(?:阅读|观看|关注|支持|收看)|欢迎.{0,12}(?:留言|评论|咨询|关注|收藏|转发)|如(?:果)?(?:还)?(?:有|需).{0,10}(?:疑问|问题|了解|需要)"
)


class Promise(NamedTuple):
    """A place of the view that announces so many parts, none of which comes."""

    start: int
    end: int
    parts: int


def promise_at_end(text: Text, *, spoken: bool, headed: bool, numbered: bool) -> Promise | None:
    """What the end of a text announces, if nothing but a foot, an offer or a farewell follows.

    ``spoken``, ``headed``, ``numbered``: words of an announcement, a heading of an outline, numbered lines
    stand near the end, or may.
    """
    promise = (
        (_announced(text) if spoken else None)
        or (_outlined(text) if headed else None)
        or (_listed(text) if numbered else None)
    )
    if not promise or not next(_last_lines(text), None):
        return None
    return promise if _is_long(text.view[: 4 * BEFORE]) or _is_long(text.view[:5000]) else None


def _is_long(passage: str) -> bool:
    return len(visible(passage)) >= BEFORE


def _listed(text: Text) -> Promise | None:
    """Numbered titles at the end, whatever foot stands behind them."""
    found = titles_at_end(text)
    return Promise(*found) if found else None


def _last_lines(text: Text) -> Iterator[Paragraph]:
    """The lines of the text from its end on, without what follows it."""
    begun = False
    for line in islice(paragraphs_from_end(text.view, len(text.view)), LINES):
        begun = begun or not (_is_over(line.words) or follows_text(line.words))
        if begun:
            yield line


def _up_to_text(text: Text) -> Iterator[Paragraph]:
    """The lines from the end on, up to one that is too long to follow a text: told by their length alone."""
    for line in islice(paragraphs_from_end(text.view, len(text.view)), LINES):
        yield line
        if len(line.words) > AFTER:
            return


def _may_announce(view: str) -> Iterator[Paragraph]:
    """The lines up to the text, as ``paragraphs_from_end`` cuts them, with a word that each announcement holds."""
    stop, low = len(view), max(len(view) - WINDOW, 0)
    while stop > low:
        start = max(view.rfind("\n", low, stop) + 1, low)
        line = _line_of(view, start, stop)
        if len(line.words) <= ANNOUNCED and _AHEAD_WORD.search(view, start, stop):
            yield line
        if len(line.words) > AFTER:
            return
        stop = start - 1


def _line_of(view: str, start: int, end: int) -> Paragraph:
    words = view[start:end]
    left = len(words) - len(words.lstrip())
    return Paragraph(start + left, start + len(words.rstrip()), words.strip())


def _is_over(words: str) -> bool:
    """A farewell, an offer, a remark in brackets that the rest is left out."""
    folded = fold(words[:ANNOUNCED])
    left_out = len(folded) <= 20 and folded.rstrip(")】]").endswith("略") and folded[0] in "(【["
    return left_out or is_offer(folded) or (len(folded) <= CLOSING and bool(_TAKES_LEAVE.search(folded)))


def _announced(text: Text) -> Promise | None:
    """The announcement of the last line, asked for only where one of the lines that may be the last has any."""
    found = {line: promise for line in _may_announce(text.view) if (promise := _announcement(text, line))}
    last = next(_last_lines(text), None) if found else None
    return found.get(last) if last else None


def _announcement(text: Text, last: Paragraph) -> Promise | None:
    """The last sentence of a line announces parts; a row of their titles may stand behind it."""
    folded = fold(last.words)
    if below := _FOLLOWS_BELOW.search(folded):
        first = max(folded.rfind("。", 0, below.start()) + 1, 0)
        return Promise(last.start + first, last.end, 1)
    found = next((m for m in _ANNOUNCES.finditer(folded) if not folded[m.end() :].strip(" 。:")), None)
    titles: Sequence[str] = ()
    if not found:
        found = next((m for m in _ANNOUNCES.finditer(folded) if m["end"] == ":"), None)
        titles = _titles(folded[found.end() :]) if found else ()
        if not titles:
            return None
    if found is None or _PAPER.search(text.folded(0, len(text.view))):
        return None
    first = _with_list(folded, found.start())
    return Promise(last.start + first, last.end, max(len(titles), _number(folded[first:])))


def _with_list(folded: str, announced: int) -> int:
    """Where the announcement begins, with the list of the parts in the sentence before it: 一是…;二是…;三是…"""
    before = folded[max(folded.rfind("。", 0, max(announced - 1, 0)) + 1, 0) : announced]
    if not all(re.search(rf"(?:{sign}是|{sign}、|第{sign})", before) for sign in "一二三"):
        return announced
    head = before[: re.search(r"(?:一是|一、|第一)", before).start()]  # type: ignore[union-attr]
    return announced - len(before) + head.rfind(",") + 1


def _titles(row: str) -> Sequence[str]:
    """The titles of a row that holds nothing else; none if one of them is more than a title."""
    parts = [part for part in re.split(r"[;。]", row) if part.strip()]
    listed = [part for part in parts if _LISTED.match(part.strip()) and len(part) <= TITLE]
    return listed if len(listed) == len(parts) >= ITEMS else ()


def _number(passage: str) -> int:
    found = re.search(rf"({_N}) ?{_PART}", passage)
    return (value_of(found[1]) if found else 0) or 1


def _outlined(text: Text) -> Promise | None:
    """The last lines are the items of an outline under its heading, and none stands before it."""
    if not any(_may_head(line.words) for line in _up_to_text(text)):
        return None
    items: list[Paragraph] = []
    for line in _last_lines(text):
        folded = fold(line.words[-ITEM:]) if len(items) >= ITEMS else ""
        if folded and (_OF_ARTICLE.search(folded) or _BARE.fullmatch(folded)):
            return Promise(line.start, items[0].end, len(items)) if _is_lost(text, line, items) else None
        if len(line.words) > ITEM or line.words[-1] in "。；！？!?，,":
            return None
        items.append(line)
    return None


def _may_head(words: str) -> bool:
    """It ends with the name of an outline."""
    folded = fold(words[-ITEM:]) if _OUTLINE_WORD.search(words[-ITEM:]) else ""
    return bool(folded and (_OF_ARTICLE.search(folded) or _BARE.fullmatch(folded)))


def _is_lost(text: Text, heading: Paragraph, items: Sequence[Paragraph]) -> bool:
    """An outline of an article that has begun, or of a statute; not of a book or a course."""
    before = text.view[: heading.start]
    if _BOOK.search(fold(before[-1500:] + heading.words)):
        return False
    told = {without_number(line.strip()).strip() for line in before.split("\n")}
    if any(without_number(item.words).strip() in told for item in items):
        return False
    if _BARE.fullmatch(fold(heading.words)):
        numbered = sum(bool(_CHAPTER.match(item.words.strip())) for item in items)
        return 2 * numbered > len(items) and any(
            "则" in item.words or is_numbered(item.words) for item in items
        )
    return len(visible(before)) >= BEFORE
