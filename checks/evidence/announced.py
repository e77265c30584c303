"""Titles of parts, one a line and numbered from one on, that a text announces and does not come to.

Their form is the evidence: the numbers are in order, every line is a title and no sentence, the line above them
says that the text will tell of them (下面我们分六部分来讲), or is a heading such as 目录, and behind them
stands nothing but short lines of the page. A list that is the text itself (materials, winners, addresses) is
announced in other words and has other lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from checks.evidence.feet import follows_text, is_offer
from checks.evidence.numbering import value_of
from checks.evidence.tails import Paragraph, paragraphs_from_end
from checks.text import Text, fold, later, visible

LINES = 60  # lines of the tail that are read: longer tables of contents are catalogues
TITLE, TITLES = 40, 3  # characters of a title, titles of an outline
COUNTED = 3  # the same where the announcement says how many parts there are
SPOKEN = 5  # visible characters of a title without its number, on the average: names of things are shorter
AFTER, FOOT = 12, 90  # short lines that may stand behind the titles, characters of one
BEFORE = 40  # visible characters before them: an article that has begun
ANNOUNCER = 200  # characters of the sentence above them

_N = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_ITEM = later(
    rf"\W{{0,2}}(?:(?P<chinese>[一二三四五六七八九十]{{1,3}})[、,.:]|\((?P<bracket>{_N})\)"
    rf"|第 ?(?P<nth>{_N}) ?[章节部编篇讲课步回集站期话]分?(?=[\s:、,.]|[^\s])|其(?P<of>[一二三四五六七八九十])[、,.:]"
    r"|(?:step|part|chapter|section|lesson|no\.|tips?|步骤|第) ?(?P<latin>\d{1,2}|[一二三四五六七八九十])(?!\d)"
    r"|(?P<arabic>\d{1,2})(?:[.、:)/](?!\d)|(?=\s))|(?P<ring>[①-⑳]))[\s:.、,|-]*(?P<title>\S.*)"
)
_SENTENCE = later(r"[。;!]\Z|。.|,.*,")
_VALUE = later(r":\s*\S|\d{4,}|\d+ ?(?:元|克|g|ml|个|只|斤|人|名|分|%|年|月|日|时|:\d\d)|\A《[^》]+》\W*\Z")

_TEXT = (  # what speaks, or what is spoken of
    r"(?:本文|文章|下文|本篇|本期|本讲|本节|本课|本章|本帖|本贴|本教程|本指南|本手册|本书|全书|全文|正文|这篇|这份|这套|这里|此文|笔者|小编|编者|作者|老师"
    r"|我们|我|咱们|今天|下面|以下|接下来|接着|随后|首先|现在|一起|just|below|this (?:article|post|guide|tutorial)|we)"
)
_TELLS = (
    r"(?:讲|看看|谈|说说|说明|介绍|分享|阐述|论述|探讨|分析|讨论|汇报|盘点|解读|解析|聊|梳理|总结|剖析|整理|归纳|汇总|详解|详述|展开|回答|告诉|了解|学习|认识|带你|带您|带大家|教你|教您|教大家|手把手|一步一步|一步步|依次|逐一|逐个|分别"
    r"|cover|discuss|explain|walk you|look at|explore)(?![了过的])"  # behind it, what was told
)
_PARTS = later(
    r"(?:[一二两三四五六七八九十几]|\d{1,2}) ?(?:个|大|项|条|方面|点|部分|问题|步骤|步|层|招|种|类|章|节|讲){1,2}"
)
_RECAP = later(r"以上|总结一下|回顾|上述|前面|刚才|刚刚|上文|综上")
_SPEAKS = later(rf"{_TEXT}[^。]{{0,40}}?{_TELLS}")
_OUTLINE = later(
    r"(?:目录|提纲|大纲|目次|纲要|框架|标题|章节|结构|内容(?:安排|提要|目录)|要点|看点|导读|索引)(?:分别|内容|主要)?(?:如下|为|是|包括|安排如下|一览)[^。]{0,4}"
)
_BARE = later(
    r"[\W_]*(?:(?:本文|文章|全文|内容|页面|快速|词条|本页|章节)?(?:目 *录|目 *次|导航|导读|提纲|大纲|索引|contents|table of contents|outline)(?:一览|导航)?|(?:本文|文章|本讲|本课|本章|本节|本期)的?主要(?:内容|要点|看点))[\W_]*(?:[\[(]?(?:隐藏|显示|展开|收起|hide|show)[\])]?)?\W*"
)
_TOGGLE = later(r"\W*(?:隐藏|显示|展开|收起|hide|show)\W*")
_LIST = later(  # what is listed is the text itself
    r"食材|材料|配料|原料|用料|工具|清单|名单|名录|获奖|人员|成员|地址|电话|联系|时间|价格|产品|品牌|书单|书目|片单|歌单|曲目|节目|菜单|菜谱|条件|资格|证件|奖项|奖品|题目|试题|选项|答案|术语|名词|单词|词语|景点|路线|线路|站点|议程|日程|流程|议题|参考"
)
_BOOK = later(
    r"isbn|出版社|定价|作者简介|内容简介|书名|装帧|出版日期|开本|课时|学分|教学大纲|课程大纲|考试大纲|议程|日程|片目|曲目|节目单|菜单"
)


class Announced(NamedTuple):
    """The titles of the view ``[start, end)`` that are announced, and how many they are."""

    start: int
    end: int
    parts: int


def titles_at_end(text: Text) -> Announced | None:
    """The numbered titles at the end of a text, if they are announced and none of them comes."""
    if not _may_hold_titles(list(islice(paragraphs_from_end(text.view, len(text.view)), AFTER + TITLES))):
        return None
    last = _last_title(islice(paragraphs_from_end(text.view, len(text.view)), AFTER + 1))
    if last is None:
        return None
    lines = list(islice(paragraphs_from_end(text.view, len(text.view)), LINES))
    titles = list(_titles(lines[last:]))
    rest = [line for line in lines[last + len(titles) :] if not _TOGGLE.fullmatch(fold(line.words))]
    above = rest[0] if rest else None
    if not above or len(titles) < TITLES or not _is_announced(text, above, titles):
        return None
    if any(words in text.view[: titles[-1].start] for words in map(_title_of, titles) if len(words) > 3):
        return None
    return Announced(titles[-1].start, titles[0].end, len(titles))


def _may_hold_titles(lines: Sequence[Paragraph]) -> bool:
    """As many short lines in a row as an outline has, none of them a sentence."""
    short = [len(line.words) <= TITLE and line.words[-1] not in "。；;！!" for line in lines]
    return any(all(short[first : first + TITLES]) for first in range(len(short) - TITLES + 1))


def _last_title(lines: Iterable[Paragraph]) -> int | None:
    """Where the titles end: behind them stand no sentences, but feet, offers, names of other texts."""
    for number, line in enumerate(lines):
        item = _ITEM.fullmatch(fold(line.words)) if len(line.words) <= TITLE else None
        if item and _value(item) >= TITLES:
            return number
        if len(line.words) > ANNOUNCER:
            return None
        if not (_is_short(line.words) or follows_text(line.words) or is_offer(fold(line.words))):
            return None
    return None


def _is_short(words: str) -> bool:
    return len(words) <= FOOT and "。" not in words and words[-1] not in "；：:，" and words.count("，") < 2


def _titles(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The titles from the last one up to number one."""
    kind, wanted = "", 0
    for line in lines:
        item = _ITEM.fullmatch(fold(line.words)) if len(line.words) <= TITLE else None
        if not item or _SENTENCE.search(item["title"]):
            return
        value = _value(item)
        if kind and (_kind(item) != kind or value != wanted):
            return
        yield line
        kind, wanted = _kind(item), value - 1
        if not wanted:
            return


def _kind(item: re.Match[str]) -> str:
    return next(name for name, value in item.groupdict().items() if value and name != "title")


def _value(item: re.Match[str]) -> int:
    return value_of(item[_kind(item)])


def _title_of(line: Paragraph) -> str:
    item = _ITEM.fullmatch(fold(line.words))
    return line.words[item.start("title") :] if item else line.words


def _is_announced(text: Text, above: Paragraph, titles: Sequence[Paragraph]) -> bool:
    """They begin with one, and the line above them says that the text will come to them."""
    first = _ITEM.fullmatch(fold(titles[-1].words))
    if not first or _value(first) != 1 or len(visible(text.view[:2000])) < BEFORE:
        return False
    before = fold(text.view[max(above.start - 1500, 0) : above.end])
    if _BOOK.search(before):
        return False
    words = [_title_of(title) for title in titles]
    if 2 * sum(bool(_VALUE.search(fold(word))) for word in words) > len(words):
        return False
    folded = fold(above.words)
    if _BARE.fullmatch(folded):
        return len(visible(text.view[: above.start])) >= BEFORE
    shortest = COUNTED if _PARTS.search(folded) else SPOKEN
    return sum(map(len, words)) >= shortest * len(words) and _says_so(folded)


def _says_so(folded: str) -> bool:
    """The last sentence of a line announces what follows it, and that is no list of things."""
    last = re.split(r"[。!?]", folded.rstrip("。:!,.…- "))[-1]
    if len(last) > ANNOUNCER or folded[-1] not in ":。.…-," or _RECAP.search(last):
        return False
    spoken = _SPEAKS.search(last)
    return bool(_OUTLINE.search(last) or (spoken and not _LIST.search(last, spoken.start())))
