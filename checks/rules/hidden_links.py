"""Blocks of outgoing links with the anchors of sellers, hidden from readers or set at the end.

What it finds
    Three or more links in a row, as HTML, BBCode, Markdown or anchor and address, most of whose anchors are search
    terms of pornography, gambling and the like; or links of commerce to several hosts in a container that no reader
    sees; or a list of partner links in which betting sites stand.
Why it matters
    Somebody broke into the site, or it sells links: the anchors are noise, and the rest of the page is in doubt.
How it is told
    Anchors are compared with closed lists. Visible ones need three anchors of the illicit trades; where the style of
    the container hides them (display:none, off the screen, no height, no font size), commerce and two hosts suffice.
    Anchors that are nothing but names of betting sites tell as soon as there are two different ones.
What it must not be confused with
    Menus that open on demand, references, source code, reports on such links, honest lists of partners.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.filed_links import FILED, filed_in
from checks.evidence.links import SIGNS, TAG, Link, blocks_of, links_in
from checks.evidence.queries import told_in, words_in
from checks.evidence.search_terms import BRANDS, LATIN, NOUNS, segments_of
from checks.evidence.substitutes import MADE
from checks.evidence.trades import SHARED, TOLD, TRADED
from checks.evidence.usage import usages
from checks.evidence.ways_in import house_of
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text, any_of, later

HIDDEN_LINKS = FaultClass(
    "hidden_links",
    "spam",
    Severity.ERROR,
    Words("injected links", "暗链"),
    Words(
        "{links} outgoing links in a row {how_en}, with anchors such as {anchors}",
        "连续 {links} 个{how_zh}外链，锚文本如{anchors}",
    ),
)

_GROUPS = phrase_groups("hidden_links")
_NAME = any_of(usages(SHARED))
_COMMERCIAL = any_of(usages({*_GROUPS["commercial"], *SHARED}))
_LABELS, _STYLES = usages(_GROUPS["labels"]), frozenset(_GROUPS["styles"])

_HIDING = later(
    r"<(?P<tag>div|span|p|ul|ol|li|marquee|font|a|b|i|em|strong|td|tr|table|section|center|h\d|dl|dt|dd|label|small)\s[^<>]{0,300}?(?:display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?:text-indent|left|top|margin-left|margin-top)\s*:\s*-\s*\d{3,}|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|(?<![-\w])height\s*[:=]\s*[\"']?[01](?:px)?[\"';\s>]|width\s*=\s*[\"']?[01][\"'\s>]|hidden)[^<>]{0,300}>",
    re.IGNORECASE,
)
_AFTER = ("", *" :：】]>》\t\n\u3000|-")  # in prose another word follows
_JOINT = later(r"[\s|,、/·:;_-]+")
_SITE = any_of(BRANDS)
_HOUSES = usages({*phrase_groups("spam_words")["stems"], *BRANDS, *LATIN, *(NOUNS & SHARED)})
_ANCHORED = frozenset(
    edge.format(stem) for stem in _HOUSES for edge in (">{}<", ">{}体育", ">{}娱乐", "[{}](", "]{}[/")
)
LONGEST = 1_500  # letters of a hidden container that are read
_REPORT = later(
    "举例|示例|例如|如下代码|代码如下|检测|暗链|黑链|挂马|入侵|漏洞|被黑|举报|curl|import |function|class="
)

LEAST, PAIR = 3, 2  # links of a block; of one in which every anchor sells and which is written as links
SHARE, HALF = (
    0.6,
    0.5,
)  # of the anchors are of the trades: as for titles; of a list of names, if three surely are
QUERY = 0.8  # of the letters of an anchor are terms of such queries: as for a title that is one
BEFORE = 300  # characters before the first link in which the container opens
REACH = 60  # characters before or behind an address in which its anchor stands
MOST = 400  # links of a text that are read


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the blocks of links, then the lists of partners that are betting sites."""
    labels = [candidate for candidate in candidates if candidate.phrase in _LABELS]
    filed = [candidate.start for candidate in candidates if candidate.phrase in FILED]
    others = [candidate for candidate in candidates if candidate.phrase not in _LABELS | FILED]
    for row in filed_in(text, filed):
        yield _span(text, row[0][0], row[-1][1], [file for *_, file in row], len(row), hidden=False)
    hidden = list(_hidden_words(text, [c for c in others if c.phrase in _STYLES][:MOST]))
    yield from hidden
    if not hidden and any(_is_at_links(text, candidate) for candidate in others[:MOST]):
        for block in blocks_of(links_in(text)):
            if span := _judged(text, block):
                yield span
    for label in [label for label in labels if text.view[label.end : label.end + 1] in _AFTER][-LEAST:]:
        if span := _partners(text, label.start, label.end):
            yield span


def _hidden_words(text: Text, styles: Sequence[Candidate]) -> Iterator[Span]:
    """Containers that no reader sees, with words of the trades in them."""
    done = -1
    for style in styles:
        start = text.view.rfind("<", max(style.start - BEFORE, 0), style.start)
        opened = _HIDING.match(text.view, start) if start > done else None
        if not opened:
            continue
        closed = re.compile(rf"</{opened['tag']}\s*>", re.IGNORECASE).search(
            text.view, opened.end(), opened.end() + LONGEST
        )
        end = closed.end() if closed else opened.end()
        told = list(dict.fromkeys(told_in(TAG.sub(" ", text.folded(opened.end(), end)))))
        before = text.folded(max(start - REACH, text.line_at(start).start), start)
        if closed and told and not _REPORT.search(before) and (len(told) > 1 or opened["tag"].lower() == "a"):
            done = end
            yield _span(text, start, end, told, len(told), hidden=True)


def _is_at_links(text: Text, candidate: Candidate) -> bool:
    near = text.view[max(candidate.start - BEFORE, 0) : candidate.end + BEFORE]
    return any(sign in near for sign in SIGNS)


def _judged(text: Text, block: Sequence[Link]) -> Span | None:
    """The block as a span, if its anchors sell or its container hides it."""
    if not block:
        return None
    start, end = block[0].start, block[-1].end
    selling = _selling(block)
    trading = [link for link in block if link in selling or _COMMERCIAL.search(link.anchor)]
    opener = _opener(text, start)
    hidden = opener >= 0 and 2 * len(trading) >= len(block) and (selling or _strangers(trading, block))
    before = text.folded(max(start - REACH, text.line_at(start).start), start)
    if _REPORT.search(before) or not (hidden or _is_for_sale(block, selling, trading)):
        return None
    if hidden:
        start, end = opener, _closer(text, end)
    return _span(
        text, start, end, [link.anchor for link in selling or trading], len(block), hidden=bool(hidden)
    )


def _selling(block: Sequence[Link]) -> list[Link]:
    """Links with anchors of the trades; names that other things have, too, count beside others."""
    sold = [link for link in block if told_in(link.anchor)]
    houses = {link.anchor.strip() for link in block if _is_house(link)}
    if len(houses) > 1:  # two names of houses tell what one, which others may share, does not
        sold += [link for link in block if _is_house(link)]
    return [link for link in block if link in sold or _names(link.anchor)] if sold else []


def _is_house(link: Link) -> bool:
    """The anchor is the name of a betting site and nothing else, and leads to another host."""
    anchor = link.anchor.strip()
    return bool(link.written and link.host) and (
        anchor in _HOUSES or anchor in MADE or bool(house_of(anchor))
    )


def _names(anchor: str) -> bool:
    return bool(_NAME.search(anchor)) or any(word.text in TRADED for word in words_in(anchor))


def _strangers(trading: Sequence[Link], block: Sequence[Link]) -> bool:
    """Links of commerce to several hosts, or nothing but commerce on another host."""
    hosts = {link.host for link in trading if link.host}
    return len(hosts) > 1 or (bool(hosts) and len(trading) == len(block))


def _is_for_sale(block: Sequence[Link], selling: Sequence[Link], trading: Sequence[Link]) -> bool:
    """Three links of which most sell, two of which both do, or one that does among commerce with several hosts."""
    if len(block) == PAIR:
        return len(selling) == PAIR and all(link.written for link in block)
    if len(selling) >= LEAST and len(selling) >= SHARE * len(block):
        return True
    if len(block) >= LEAST and _are_strewn(block, selling):
        return True
    return len(trading) >= LEAST and bool(selling) and trading == block and len({x.host for x in block}) > 1


def _are_strewn(block: Sequence[Link], selling: Sequence[Link]) -> bool:
    """Every link leads to another host, one sells surely, and half are made of words of such queries."""
    queries = [x for x in block if x in selling or ((y := segments_of(x.anchor)) and y[0].filled >= QUERY)]
    hosts = {link.host for link in block if link.host}
    return bool(selling) and len(hosts) == len(block) and 2 * len(queries) >= len(block)


def _opener(text: Text, start: int) -> int:
    """Where a container that hides its content opens before a link; -1 if none does."""
    if _HIDING.match(text.view, start):
        return start
    low = max(start - BEFORE, 0)
    before = text.view[low : start + 1]
    opened = [
        match
        for match in _HIDING.finditer(before)
        if f"</{match['tag']}" not in before[match.end() :].lower()
    ]
    return low + opened[0].start() if opened else -1


def _closer(text: Text, end: int) -> int:
    closed = re.compile(r"(?:\s{0,4}(?:<br ?/?>|</\w{1,10}>)){1,6}").match(text.view, end)
    return closed.end() if closed else end


def _partners(text: Text, place: int, after: int) -> Span | None:
    """A label of partner links and names of the trades behind it, on its line or on the next."""
    number = text.line_number(place)
    line = text.lines[number]
    if not text.view[after : line.end].strip(" :：\t】]"):
        line = next((other for other in text.lines[number + 1 : number + 3] if other.stripped), line)
    start, end = max(after, line.start), min(line.end, after + 1_000)
    parts = [part for part in _JOINT.split(text.folded(start, end)) if part]
    sure = [part for part in parts if told_in(part) or _SITE.search(part)]
    told = [part for part in parts if part in sure or any(word.text in TRADED for word in words_in(part))]
    if not sure or len(set(told)) < LEAST or len(told) < (HALF if len(sure) >= LEAST else SHARE) * len(parts):
        return None
    first = start + len(text.view[start:end]) - len(text.view[start:end].lstrip(" :：\t】]"))
    return _span(text, first, end, told, len(told), hidden=False)


def _span(text: Text, start: int, end: int, anchors: Sequence[str], links: int, *, hidden: bool) -> Span:
    how_en, how_zh = (
        ("that no reader sees", "读者看不见的") if hidden else ("of illicit trades", "违规行业的")
    )
    quoted = "、".join(f"“{anchor[:12]}”" for anchor in dict.fromkeys(anchors[:3]))
    return text.span(
        "hidden_links", start, end, Proof.STRONG, links=links, how_en=how_en, how_zh=how_zh, anchors=quoted
    )


_STORY = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="hidden_links",
    doc=__doc__,
    classes=(HIDDEN_LINKS,),
    find=find,
    phrases=TOLD | _LABELS | _STYLES | FILED | _ANCHORED,
    fires_on=(
        Example(
            _STORY + '\n⟦<a href="http://a.example.cc">开云</a> <a href="http://b.example.cc">必威</a>⟧',
            "hidden_links",
            note="two bare names of houses at the end",
        ),
        Example(
            _STORY
            + '\n⟦<div style="display:none"><a href="http://a.example.com">百家乐</a> <a href="http://b.example.com">时时彩平台</a> <a href="http://c.example.cn">六合彩</a></div>⟧\n'
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + '\n⟦<div style="position:absolute;left:-9999px"><a href="http://a.example.com/">无缝钢管</a><a href="http://b.example.com/">减肥药</a></div>⟧\n'
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦[url=http://a.example.com]cheap viagra[/url] [url=http://b.example.com]buy cialis[/url] [url=http://c.example.com]online casino[/url]⟧\n"
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦[博彩平台](http://a.example.com) [真人百家乐](http://b.example.com) [时时彩平台](http://c.example.com)⟧\n"
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY + "\n友情链接：⟦亚博体育 开云体育 九游会 乐鱼体育 博彩平台⟧\n" + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦代开发票 http://a.example.com 办证刻章 http://b.example.com 私服 http://c.example.com⟧\n"
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦<span style=\"font-size:0\"><a href='http://x.example.com'>论文代写</a>,<a href='http://y.example.com'>论文发表</a>,<a href='http://z.example.com'>毕业论文</a></span>⟧\n"
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + '\n⟦<marquee height=1 width=4><a href="http://a.example.com">传奇私服</a><a href="http://b.example.com">新开传奇</a><a href="http://c.example.com">网页游戏</a></marquee>⟧\n'
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + '\n⟦<a href="http://a.example.com">亚洲无码</a> | <a href="http://b.example.com">成人电影</a> | <a href="http://c.example.com">福利视频</a>⟧\n'
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦六合彩资料：http://a.example.com\n百家乐技巧：http://b.example.com\n老虎机平台：http://c.example.com⟧\n"
            + _STORY,
            "hidden_links",
        ),
        Example(
            _STORY
            + "\n⟦http://a.example.com 精品视频\nhttp://b.example.org 成人电影\nhttp://c.example.net 今夜社区⟧",
            "hidden_links",
            note="addresses first, each of another host, few words of which tell",
        ),
        Example(
            "## 安装\n解压即可。\n\n⟦https://code.example.com/a/blob/main/岳云平台app_注册登录_招商.md\n\n"
            "https://code.example.com/b/blob/main/岳云娱乐代理_开户_链接.md⟧",
            "hidden_links",
            note="files on a host for code, named like queries",
        ),
    ),
    silent_on=(
        Example(
            _STORY + '\n<a href="http://a.example.com">开云</a> <a href="http://b.example.com">古驰</a>',
            note="a maker of bags whose name such a house took",
        ),
        Example(
            _STORY + '\n<a href="/zt/jinsha">金沙</a> <a href="/zt/yinhe">银河</a>',
            note="topics of the page's own site",
        ),
        Example(
            "文档：\nhttps://code.example.com/a/用户注册_登录_流程.md\nhttps://code.example.com/a/平台部署_下载_安装.md",
            note="documents of a program",
        ),
        Example(
            "下载：\nhttps://files.example.com/代理记账_开户许可证_模板.docx\nhttps://files.example.com/离心泵_说明书.pdf",
            note="papers to fill in",
        ),
        Example(
            "http://a.example.com 精品课程\nhttp://b.example.org 高清地图\nhttp://c.example.net 免费字体"
        ),
        Example(
            "http://a.example.com 电影资料馆\nhttp://b.example.org 视频教程\nhttp://c.example.net 摄影社区"
        ),
        Example("友情链接：中国政府网 新华网 人民网 教育部 某某大学"),
        Example(
            "参考：[Python 文档](https://docs.example.org) [Rust 书](https://rust.example.org) [Go 语言](https://go.example.org)"
        ),
        Example(
            '<div style="display:none"><a href="/index.html">首页</a><a href="/news">新闻</a><a href="/about">关于</a></div>'
        ),
        Example(
            '黑客在网页中插入暗链，例如：<div style="display:none"><a href="http://a.example.com">百家乐</a><a href="http://b.example.com">时时彩</a><a href="http://c.example.com">六合彩</a></div>'
        ),
        Example(
            "常用网站：百度 http://www.example.com 谷歌 http://www.example.org 必应 http://www.example.net"
        ),
        Example("合作伙伴：某某银行、某某保险、某某证券"),
        Example(
            '<a href="http://a.example.com">贷款指南</a> <a href="http://b.example.com">信用卡</a> <a href="http://c.example.com">理财</a>'
        ),
        Example("下载地址：http://example.com/a.zip 说明：http://example.com/readme"),
        Example("[1] http://example.com/a [2] http://example.com/b [3] http://example.com/c"),
        Example("友情链接：某某诗社 某某棋院 某某书法网 某某彩票管理中心"),
        Example(
            '<ul style="display:none"><li><a href="http://www.example.com/a">新闻</a></li><li><a href="http://www.example.com/b">公告</a></li></ul>'
        ),
    ),
    known_misses=(
        Example(
            _STORY
            + '\n⟦<a href="http://a.example.com">挖掘机</a> <a href="http://b.example.com">搅拌机</a> <a href="http://c.example.com">破碎机</a>⟧',
            "hidden_links",
            note="goods of honest trades, in plain sight",
        ),
    ),
)
