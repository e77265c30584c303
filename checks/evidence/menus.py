"""Lines that are parts of a site: rows of a menu, paths to the page, share rows, bookmark links.

Everything here looks at one folded line (simplified, half width, lower case) and knows nothing of
its neighbours. Names come from closed lists; forms are those of whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from checks.alternation import alternation
from checks.automaton import Automaton
from checks.evidence import bylines, page_tools
from checks.phrases import phrase_groups
from checks.text import fold, later

GROUPS: Mapping[str, tuple[str, ...]] = {
    "triggers": (
        *phrase_groups("site_furniture")["triggers"],
        *phrase_groups("site_footer")["triggers"],
        *page_tools.TRIGGERS,
        *bylines.TRIGGERS,
    ),
    **{name: names for name, names in phrase_groups("site_furniture").items() if name != "triggers"},
    "footer_links": phrase_groups("site_footer")["footer_links"],
    "cells": phrase_groups("site_cells")["triggers"],
}
"""The names by group, those of the menus and those of the foot, which share lines."""

_GAPS = ("\u3000", "  ", "|", " |", "┊")
TRIGGERS = frozenset(
    form for phrase in GROUPS["triggers"] for form in (phrase, phrase[:1] + phrase[1:].capitalize())
) | {word + gap for word in GROUPS["cells"] for gap in _GAPS}
"""Without one of these no line is looked at. Menu and foot of a page are found by both sets of
triggers: whether a row of names is a menu or the foot is told by the rows around it."""

COLUMN, COLUMN_NAME, MOSTLY, KNOWN = 20, 10, 0.7, 0.1
"""Lines of a menu with a name a line, letters of a name, the share of such lines, that of names in the lists: the menus
of two portals had 0.83 to 0.97 and 0.21 to 0.27."""

_LATIN = later("[a-z]")
HAN = later(r"[㐀-鿿]")
STOP = later(r"[。;!?“”\"、:…□☐√]")

_SEPARATOR = later(r"(?:[|¦┊│┆丨·•●■◆▪▶>»›→/\\,_×=*+\-—–\[\]【】<◇○]|::)+")
_LOOSE = later(r"(?<![a-z0-9&])\s+|\s+(?![a-z0-9&])")

_PLACE = r"(?:(?:您|你|我)?们?的?(?:现在|当前|目前)?的?(?:所在)?的?位置|本页位置|位置导航|导航位置|(?:您|你|我)?(?:现在|当前|目前)?(?:正在)?(?:浏览|访问|阅读)的?(?:是|栏目|页面|位置)|当前(?:所在|页面|路径|频道|导航|浏览)(?:栏目|页面|位置)?|目前所在|所在(?:页面|频道|路径)|(?:页面|网站|面包屑)(?:路径|导航)|当前栏目|所在栏目|你在(?:这里|此处)|您在(?:这里|此处)|you are here|current location)(?:是|为)?"
_PATH = later(rf"^(?:.{{0,20}}[\s|])?{_PLACE}\s*(?:(?:[:>]|-+>|→)\s*(?P<steps>.*)|(?P<home>首页|主页).*)$")
_STEP = later(r"\s*(?:>+|»|›)\s*")
_ARROW = later(r"\s*(?:>+|»|›|→|-+>|::)\s*")
_LOOSE_STEP = later(r"\s*(?:>+|»|›|→|-+>|::|[/|\\·-])\s*")
_FROM_HOME = later(
    r"[^>/|。,:]{0,8}(?:首页|主页|home)(?:\s*/\s*[^>/|。,:]{1,20}){2,4}|[^>/|。,:-]{0,8}(?:首页|主页)(?:\s*-\s*[^>/|。,:-]{1,20}){2,4}"
)
_SITE = later(
    r"[^\s>»›]{1,10}(?:网|论坛|社区|之家|频道|日报|晚报|早报|晨报|时报|书院|书库|文库|小说|百科|在线|商城|门户|博客|新闻中心|网校|知道|问答|新闻网)"
)
_HOME = later(r"^.{0,6}(?:首页|主页)|^home$|^index$")
_LAST_STEP = later(r"(?:文章|新闻)?(?:正文|详情|详细内容)|(?:阅读|浏览|查看)文章")

_SHARE = later(
    r"(?:将?(?:本文|文章)?分享(?:本文|文章|此文)?(?:到|至)|一键分享)\s*:?"
    r"|(?:分享(?:到|至)?(?:微信朋友圈|微信好友|微信|微博|新浪微博|qq空间|朋友圈|facebook|twitter|line)\s*)+|(?:我要|点击|立即|欢迎|快来)?分享(?:本文|文章|此文|本页|这篇文章|一下)?:?|(?:分享|share)(?:到|至)?:?\s*\d*|(?:line|facebook|微信|微博|qq)\s*分享"
    r"|share(?: this)?(?: (?:article|post|page|story))?\s*:|share this(?: (?:article|post|page|story))?"
    r"|请?使用浏览器的?分享功能(?:进行)?分享|点击右上角.{0,4}(?:分享|微信好友).{0,8}"
    r"|(?:分享|转发|推荐)(?:给|到|至)(?:朋友|好友|豆瓣|微信群)们?\s*:?"
    r"|share on (?:facebook|twitter|linkedin|whatsapp|pinterest|x)|click to share on .{2,40}"
)
_SHARED = later(
    r"(?:(?:一键)?(?:分享|转发)(?:本文|文章)?(?:到|至)?|share(?: this)?(?: \w+)?)\s*[:\s|]\s*(?P<rest>.+)"
)
_SCAN = later(
    r"[(【]?(?:请?(?:用|使用|打开|点击))?(?:手机|微信)?[“\"]?"
    r"(?:扫一扫|(?:扫描|扫码|长按|识别).{0,6}二维码)[”\"]?[,\s]*"
    r".{0,8}(?:分享|手机|打开|浏览|阅读|查看|关注).{0,12}"
)
IN_FRONT = 5  # names in front of a text that has lost its line breaks
_WORD = later(r"[^\s|]+")
BOOKMARKED = 16  # characters of a bookmark row that is one in the middle of a text as well
_BOOKMARK = later(
    r"[\[(【]?(?:点击|点此|我要|请|立即)?(?:加入收藏夹?|添加收藏夹?|(?:添加|加入|收藏)到收藏夹"
    r"|收藏(?:本站|本文|本页|此文|此页|该文|网页|网站|文档|本网))[\])】]?"
    r"|add to (?:my )?(?:favou?rites|bookmarks)|bookmark this(?: page| site)?"
    r"|(?P<title>(?:点击|我要|请)?收藏(?:本文|文档)?[《〈][^《》〈〉]{2,80}[》〉][\])】。.]{0,2})"
)


@cache
def _kinds_of_names() -> dict[str, str]:
    """Name -> its group; a name that stands in two groups belongs to the first."""
    order = ("back", "parts", "columns", "footer_links", "english", "services", "subjects", "books")
    return {name: group for group in reversed(order) for name in GROUPS[group]}


@cache
def _any_name() -> re.Pattern[str]:
    """Longest first. Latin names are whole words; one with Han in it may be glued to anything."""
    names = _kinds_of_names()
    han = alternation(name for name in names if HAN.search(name))
    latin = alternation(name for name in names if not HAN.search(name))
    return re.compile(rf"{han}|(?<![a-z])(?:{latin})(?![a-z])")


@cache
def _han_names() -> Automaton:
    """The names with Han, the longest first as well; ten times as fast as ``re``."""
    return Automaton([name for name in _kinds_of_names() if HAN.search(name)], longest=True)


def is_known_name(name: str) -> bool:
    """Say whether the whole of it is a name of the lists."""
    return name in _kinds_of_names()


def is_channel(line: str) -> bool:
    """Say whether the line is the heading of a page of news, which stands above its title."""
    return fold(line).strip() in GROUPS["headings"]


def is_column(lines: Sequence[str]) -> bool:
    """Say whether these folded lines are a menu with a name a line: many, mostly short, some of them known.

    >>> is_column(["国内", "国际", "财经", "体育", "娱乐"] * 4), is_column(["水从山里来", "渠往田里去"] * 10)
    (True, False)
    """
    names = sum(len(line) <= COLUMN_NAME and not STOP.search(line) for line in lines)
    if len(lines) < COLUMN or names < MOSTLY * len(lines):
        return False
    return sum(map(is_known_name, lines)) >= KNOWN * len(lines)


def menu_in_front(folded: str) -> int:
    """Where a row of names ends that stands in front of a text without line breaks; 0 if there is none.

    >>> menu_in_front("首页 新闻 体育 财经 论坛 三处水渠下月通水。")
    14
    """
    end, names = 0, 0
    for word in _WORD.finditer(folded):
        if not is_known_name(word[0]):
            break
        end, names = word.end(), names + 1
    return end if names >= IN_FRONT and "首页" in folded[:end] else 0


def kinds_of(names: Iterable[str]) -> list[str]:
    """The group of each name, in order: parts, subjects, services and so on."""
    return [_kinds_of_names()[name] for name in names]


def names_in(folded: str) -> tuple[tuple[str, ...], int, int]:
    """Names in a line, their characters, and all its characters but separators.

    >>> names_in("首 页 | 新闻中心 | 走进山城")
    (('首页', '新闻中心', '走进'), 8, 10)
    """
    bare = _LOOSE.sub("", " ".join(_SEPARATOR.sub(" ", folded).split()))
    names = _names_of(bare)
    return names, sum(map(len, names)), len(bare)


def _names_of(bare: str) -> tuple[str, ...]:
    """The names in a line without separators, each as long as may be; the Latin ones by ``re``."""
    if _LATIN.search(bare):
        return tuple(_any_name().findall(bare))
    return tuple(bare[start:end] for _, start, end in _han_names().matches(bare))


def is_menu_row(folded: str, names: Sequence[str], named: int, size: int) -> bool:
    """Names fill the line: half of it between separators, nearly all of it when glued or Latin."""
    if not names or STOP.search(folded):
        return False
    if kinds_of(names).count("footer_links") >= 4:  # links of the foot: what glues them does not matter
        return named >= 0.35 * size
    glued = not _SEPARATOR.search(folded) and not re.search(r"\S\s+\S", folded) and size > 12
    if not HAN.search(folded):
        return named >= (0.6 if len(names) >= 4 else 0.8) * size
    return named >= (0.8 if glued else 0.5) * size


def is_path(folded: str, *, near_head: bool) -> bool:
    """Say whether the line is a path: with its label, or from the home page, or down to the text."""
    if labelled := _PATH.match(folded):
        rest = labelled["steps"]
        if labelled["home"] or not rest:  # 位置: alone may be a field of a form
            return near_head and not folded.startswith(("位置:", "所在"))
        steps = [step for step in _LOOSE_STEP.split(rest) if step]
        arrows = len(_ARROW.split(rest)) > 1 or (near_head and len(steps) > 2)
        return bool(_HOME.match(steps[0] if steps else "")) or (
            arrows and all(len(re.findall(r"[^\W\d]", step)) > 1 for step in steps)
        )
    if near_head and _FROM_HOME.fullmatch(folded):
        return True
    steps = _STEP.split(folded)
    if len(steps) < 2 or any(STOP.search(step) or len(step) > 30 for step in steps[:-1]):
        return False
    down_to_text = bool(_LAST_STEP.fullmatch(steps[-1]))
    known = len(steps) > 2 and len(steps[0]) <= 12 and all(step in _kinds_of_names() for step in steps[1:])
    quoted = (
        len(steps) > 2 and bool(re.search(r"[»›]", folded)) and all(0 < len(step) <= 24 for step in steps)
    )
    from_site = bool(_SITE.fullmatch(steps[0])) and all(0 < len(step) <= 16 for step in steps)
    if near_head and (known or quoted or from_site):
        return True
    return (near_head and bool(_HOME.match(steps[0])) and len(steps[0]) <= 12) or down_to_text


def is_share(folded: str, *, near_edge: bool) -> bool:
    """Say whether the line is a share label, a share row, or asks to scan a code (near an edge)."""
    if _SHARE.fullmatch(folded) or (near_edge and len(folded) <= 40 and _SCAN.fullmatch(folded)):
        return True
    row = _SHARED.fullmatch(folded)
    names, named, size = names_in(row["rest"]) if row else ((), 0, 1)
    if names and named >= 0.6 * size and "services" in kinds_of(names):
        return True
    return near_edge and page_tools.is_share_row(folded)


def is_bookmark(folded: str, *, near_edge: bool) -> bool:
    """Say whether the line is a bookmark link; one with the title of a page stands near an edge."""
    mark = _BOOKMARK.fullmatch(folded)
    if mark is not None:
        return near_edge or not mark["title"]
    return page_tools.is_bookmark_row(folded) and (near_edge or len(folded) <= BOOKMARKED)
