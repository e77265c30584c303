"""Lines with which a page serves its visitors: tool rows, prompts, the way to the next article.

Everything here looks at one folded line (simplified, half width, lower case). A tool row or a prompt
is told by being made of nothing but the words of such lines (closed lists); whoever speaks of these
things in a sentence needs other words as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from checks.phrases import phrase_groups
from checks.text import any_of, later

GROUPS = phrase_groups("site_tools")
TRIGGERS = frozenset(GROUPS["triggers"])

# Read off some hundred rows and prompts of our own and as many sentences about the same things: rows never
# need a strange letter, prompts name a site or a work in quotes; above an eighth sentences come in.
ROW, PROMPT, SENTENCE, SPARE = 80, 110, 240, 0.12
TITLE, GLUED = 90, 40  # characters of a title behind 上一篇, of one without a blank before it

_TOOLS, _HELPING = frozenset(GROUPS["tools"]), frozenset(GROUPS["helping"])
_LANGUAGES = frozenset(GROUPS["languages"])
_CORE = frozenset(GROUPS["core"])
_ROW = any_of(_TOOLS | _HELPING | _LANGUAGES)
_PAGER = any_of(GROUPS["pagers"])
_PAGES = any_of({*GROUPS["pagers"], *GROUPS["pages"]})
_PROMPT = any_of(GROUPS["prompts"])
_PROMPT_WORDS = any_of(set(chain(GROUPS["prompts"], GROUPS["prompt_words"])))
TOLD = any_of(GROUPS["told"])
"""Who is spoken of in reports about such things."""

_ENGLISH = any_of(GROUPS["english_sentences"])

_KEEP = any_of(GROUPS["bookmarks"])
_KEEP_WORDS = any_of({*GROUPS["bookmarks"], *GROUPS["bookmark_words"]})
_HAND_ON = any_of(GROUPS["shares"])
_SHARE_WORDS = any_of({*GROUPS["shares"], *GROUPS["share_words"]})
SHARES = 3  # words of a share row without a service: two may be a heading (分享 推荐)
_WORK = later(r"[《〈][^《》〈〉]{1,40}[》〉]")

_HAN = later(r"[㐀-鿿]")
_LETTER = later(r"[^\W\d_]")
_CODE = later(r"[{}=;\\<]|//")
_FRAME = " \t\xa0()[]【】〔〕{}<>《》«»‹›←→↑↓|·•▪■◆★☆※-—–_*#:,/.!。!…×+丨"
_NAMED = later(r"[“\"「『《【\[(][^”\"」』》】\])]{1,30}[”\"」』》】\])]")
_ACCOUNT = later(r"(?<=[号群d])(?:是|为)?:.{1,20}$|:\s*[a-z0-9_.-]{3,30}$|[a-z][\w-]*\.(?:com|cn|net)\S*")
_QUOTE = later(r"[“”\"「」『』‘’]")
_SPEECH = ("“", "「", "『")  # a line that opens with them is spoken: “您好,某某饭店。”
WALL = later(
    r"剩余|余下|全文|继续阅读|解锁|付费|会员(?!登录|中心)|本章|完整内容|更多章节|仅(?:展示|显示)(?:了|部分)|(?:阅读|查看|显示)全部|(?:无法|不能)显示更多"
)
"""Words of notices that keep the text back: those are walls, not prompts."""

_MARK = later(
    r"\s*(?:文章|新闻|资讯|日志|博文|博客|图集|主题|帖子|内容|公告|产品|案例|信息|作品|视频|图片|链接)?\s*(?P<mark>[:>»→|\])】〉]|(?=\s)|$)\s*"
)
_SPOKEN = later(
    r"^(?:文章|里|中|的|我|讲|说|写|提|介|是|已|就|还|和|与|贴|博|日志|作|论文|小|推|稿|课|报|发|将|会|再|来|要|有|没|更|继|主|也|又|都|则)"
)
_COLOURS = later(r"(背景)(?:颜色|色)?:?(?: ?[白灰绿黄蓝粉黑红米夜]色?){2,8}(?![㐀-鿿])")
_NEIGHBOUR = later(
    r"[上下前后][一1]?[篇条则个章节集讲回](?:文章|新闻|日志|资讯)?|(?:previous|next) (?:post|article|story|entry)"
)
_BEHIND = later(
    r"(?<=[。!?)”\"…>】》])\s*[<【\[]?[上前]一[篇条则][:】\]]|(?<=[。!?)”\"…>】》])\s*下一[篇条则]:"
)
_MORE = later(
    r"[\[(【]?(?:查看|阅读|浏览|点击)?更多(?:内容|新闻|资讯|文章|精彩)?\s*(?:>+|»|›|→|\+|…)[\])】]?"
)
_ARROWS = later(  # the titles of both neighbours between arrows that point away from each other
    r"(?:[«‹←◀<]|<<|&lt;) ?[^«»‹›←→<>。]{2,45}(?:\s{2,}|\s*\|\s*)[^«»‹›←→<>。]{2,45} ?(?:[»›→▶>]|>>)"
)
_BAR = later(  # the date, the weather, what others search for, a welcome
    r"今天是:?\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日?\s*(?:,?星期.)?\s*(?:农历\S{2,12})?\s*(?:天气.{0,16}|欢迎.{0,16}|\d+:\d+\S*)?"
    r"|今天是:?\s*(?:星期.|\d{4}[-/]\d+[-/]\d+.{0,12})|(?:今日|当前|本地)?天气(?:预报)?:?.{0,20}(?:℃|°).{0,20}"
    r"|(?:(?:搜索|搜寻) ?)?(?:热门搜索|热门搜寻|热搜词?|热门关键词|搜索热词|大家都在搜|热门词):?.{0,60}|推广 ?热搜 ?:.{0,120}"
    r"|(?:您好[,!]?\s*)?欢迎(?:您)?(?:访问|光临|来到).{2,24}(?:网站?|官网|平台|门户)[!。,]?"
    r"(?:[\s\[\]|,]*(?:请?登录|免费注册|立即注册|注册|退出|忘记密码\??|设为首页|加入收藏))*[\s\]]*"
)


def tool_row(folded: str) -> str:
    """``tool`` for a row of tools, ``tool?`` if its neighbours must agree, else empty."""
    if len(folded) > ROW:
        return ""
    folded = _COLOURS.sub(r"\1", folded)
    bare = folded.strip(_FRAME)
    if bare in _TOOLS or folded in _TOOLS or _MORE.fullmatch(folded):
        return "tool"
    words = set(_ROW.findall(folded))
    if (
        not words
        or _LETTER.search(_ROW.sub(" ", folded))
        or (_is_glossary(words) and not words <= _LANGUAGES)
    ):
        return ""
    core = {word for word in words if word in _TOOLS or word in _CORE}
    if len(words) > 1 and words <= _LANGUAGES:
        return "tool"
    if words == {"大", "中", "小"} or words == {"a+", "a-"}:
        return "tool"
    # three words, or a word of nothing but tools beside another: 打印 关闭; two ordinary ones say nothing
    strong = (
        words & _TOOLS
        or len(words) >= 4
        or (len(words) >= 2 and len(core) >= 2)
        or (len(words) >= 3 and core)
    )
    return "tool" if strong else "tool?"


def _made_of(folded: str, core: re.Pattern[str], words: re.Pattern[str]) -> bool:
    """A short line with one of the first words and nothing but the second besides."""
    if len(folded) > ROW or not core.search(folded) or _CODE.search(folded) or folded.endswith(("。", "?")):
        return False
    return not _LETTER.search(words.sub(" ", _WORK.sub(" ", folded)))


def is_bookmark_row(folded: str) -> bool:
    """Links with which a reader keeps a page, a book or its place in it: 加入书签 投推荐票 章节报错."""
    return _made_of(folded, _KEEP, _KEEP_WORDS)


def is_share_row(folded: str) -> bool:
    """Counts of likes and links to hand a page on: 喜欢 (72) 打赏 分享 海报."""
    return len(_SHARE_WORDS.findall(folded)) >= SHARES and _made_of(folded, _HAND_ON, _SHARE_WORDS)


def _is_glossary(words: Iterable[str]) -> bool:
    """One word in each language: a translation."""
    names = list(words)
    return len(names) == 2 and sum(bool(_HAN.search(name)) for name in names) == 1


def is_prompt(folded: str) -> bool:
    """Made of the words of prompts, nothing said of others, and no wall: those keep the text back."""
    if _BAR.fullmatch(folded.strip(_FRAME)) or is_english(folded):
        return True
    if len(folded) > PROMPT or not _PROMPT.search(_QUOTE.sub("", folded)) or _CODE.search(folded):
        return False
    if WALL.search(folded) or TOLD.search(folded) or folded.endswith(("?", "吗", ":")):
        return False
    if folded.startswith(_SPEECH):
        return False
    said = _ACCOUNT.sub(" ", _NAMED.sub(" ", folded))
    letters = len(_LETTER.findall(said))
    return len(_LETTER.findall(_PROMPT_WORDS.sub(" ", said))) <= SPARE * letters


def is_english(folded: str) -> bool:
    """A sentence of a comment box, a banner or a footer in English."""
    found = _ENGLISH.search(folded) if len(folded) <= SENTENCE else None
    if not found or "![" in folded:  # a badge in the documentation of a program
        return False
    opens = found.start() <= (24 if len(found[0]) > 24 else 4)  # a long turn may follow a greeting
    return opens and (len(found[0]) > 16 or len(folded) <= 3 * len(found[0]))


def pager(folded: str, *, in_tail: bool) -> str:
    """``pager`` for the way to the neighbours, ``pager?`` if they must agree; else empty."""
    bare = folded.strip(_FRAME)
    if in_tail and _ARROWS.fullmatch(folded):
        return "pager"
    first = _PAGER.search(bare)
    if not first or len(folded) > 2 * TITLE + 20:
        return ""
    words = _PAGER.findall(bare)
    vague = set(words) <= {"next", "prev", "previous", "older", "newer", "上篇", "下篇", "上一个", "下一个"}
    if not _LETTER.search(_PAGES.sub(" ", bare)):
        return "pager?" if vague and len(words) < 2 else "pager"
    if first.start() > 0 or _CODE.search(bare):
        return ""
    mark = _MARK.match(bare, first.end())
    rest = bare[mark.end() if mark else first.end() :]
    ended = "。" in rest.rstrip("。") or (folded.endswith("。") and len(words) < 2)
    if ended or len(rest) > TITLE * len(words):
        return ""
    if mark and mark["mark"]:
        return "pager?" if vague and not in_tail else "pager"
    if _SPOKEN.match(rest) or vague or "," in rest[:6]:
        return ""
    spaced = mark is not None and mark.end() > first.end()
    return "pager" if in_tail and (spaced or len(rest) <= GLUED) else "pager?"


def is_bare_pager(folded: str) -> bool:
    """Nothing but 上一篇 or 下一篇: the title of the neighbour stands on the next line."""
    bare = folded.strip(_FRAME)
    return bool(_NEIGHBOUR.fullmatch(bare))


def pager_behind(folded: str) -> int | None:
    """Where 上一篇:… begins behind the last sentence of a line."""
    found = _BEHIND.search(folded)
    return found.start() if found and "。" not in folded[found.start() :].rstrip("。") else None
