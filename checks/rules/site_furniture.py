"""Menus, paths, share rows and bookmark links of the site, left standing in the text.

What it finds
    Lines that belong to the site and not to the article: a menu of channels, the path to the page
    (首页 > 新闻 > 正文), a share row, a bookmark link with the title of the page.
Why it matters
    Such lines come from extraction without a look at the page's structure. They repeat over every
    page of a site, break the text, and teach a model to write menus.
How it is told
    By names from a closed list that fill a short line or a run of short lines, and by fixed forms
    of whole lines. Neighbouring lines are one span. The amount decides: up to a tenth of the
    characters of a text is told as info.
What it must not be confused with
    Headers of tables, lists that a colon introduces, school subjects or dataset labels, prose that
    mentions a home page, sharing or collecting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.menus import GROUPS, HAN, TRIGGERS, kinds_of
from checks.model import Candidate, Check, Example, FaultClass, Limit, Severity, Span, Words
from checks.site_lines import ROW, Block, Row, blocks_in
from checks.text import Text

# CLASSES: by amount. Clean news and statutes show none at all, so any limit would do for them; a
# path around a whole article stays under a tenth, a page that is half menu does not.
LIMITS = (Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.10))
KINDS = {  # kind of a block -> its class, label, what it is
    "menu": ("site_nav", Words("site menu", "网站导航"), Words("menus of the site", "网站导航")),
    "crumb": (
        "site_breadcrumb",
        Words("path to the page", "面包屑导航"),
        Words("paths to the page", "页面路径"),
    ),
    "share": ("site_share_widget", Words("share row", "分享栏"), Words("share rows of the page", "分享栏")),
    "bookmark": (
        "site_bookmark_widget",
        Words("bookmark link", "收藏链接"),
        Words("bookmark links", "收藏链接"),
    ),
}
CLASSES = tuple(
    FaultClass(
        name,
        "site_text",
        Severity.WARNING,
        label,
        Words(
            f"the text holds {what.en}, which are no part of the article: {{n}} (first: {{first}})",
            f"正文中混有 {{n}} 处{what.zh}，属于网站而非文章（首处：{{first}}）",
        ),
        LIMITS,
    )
    for name, label, what in KINDS.values()
)

EDGE = 10  # lines at the head in which a lone link back is furniture; read off the labelled pages

_ROW_OF_TABLE = re.compile(r"[|\t].*[|\t]|---")


def _stands(text: Text, block: Block) -> bool:
    if block.kind == "menu":
        return _is_menu(text, block)
    unlabelled = block.kind == "share" and not any(row.kind == "share" for row in block.rows)
    return not (unlabelled and _is_told_of(text, block))


def _is_menu(text: Text, block: Block) -> bool:
    """Enough names, some of them of nothing but a site; no list in prose, no table."""
    rows = block.rows
    if any(_is_link_back(row) for row in rows):
        return rows[0].number < EDGE or block.in_tail
    if 2 * sum(_is_translation(row) for row in rows) > len(rows):
        return False
    names = {name for row in rows for name in row.names}
    parts = sum(kind not in ("subjects", "services") for kind in kinds_of(names))
    home = bool(names & {"首页", "主页", "网站首页", "home"})
    few = len(names) < (3 if home and len(rows) == 1 else 4)
    vague = parts < min(len(rows), 2 if len(names) > 4 else 3)
    return not few and not vague and not _is_told_of(text, block)


def _is_link_back(row: Row) -> bool:
    """Nothing in the line but a link back."""
    return bool(row.names) and row.names[0] in GROUPS["back"] and row.named == row.size


def _is_translation(row: Row) -> bool:
    """An entry of a glossary: one name, and one in the other language."""
    return len(row.names) == 2 and sum(bool(HAN.search(name)) for name in row.names) == 1


def _is_told_of(text: Text, block: Block) -> bool:
    """A colon introduces the block, or a row of a table stands beside it."""
    before = _beside(text, block.rows[0].number, -1)
    after = _beside(text, block.rows[-1].number, 1)
    introduced = len(before) > 6 and before.endswith(":")
    return introduced or any(_ROW_OF_TABLE.search(line) for line in (before, after))


def _beside(text: Text, number: int, step: int) -> str:
    """The next line with something on it, at most three lines away; folded, its last characters."""
    for n in range(number + step, number + 4 * step, step):
        if 0 <= n < len(text.lines) and text.lines[n].stripped:
            start, end = text.lines[n].inner
            return text.folded(max(start, end - ROW), end)
    return ""


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the blocks of furniture around the candidates, each once."""
    for block in blocks_in(text, candidates):
        if block.kind in KINDS and _stands(text, block):
            yield block.span(text, KINDS[block.kind][0])


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_MORE = "村民把去年的账目贴在祠堂门口，谁家出了多少工、分了多少钱，一笔一笔写得清清楚楚，大家看了都说公道。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="site_furniture",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    phrases=TRIGGERS,
    fires_on=(
        Example("⟦首页|新闻|图片|专题|评论⟧\n" + _BODY, "site_nav"),
        Example("⟦首頁 · 要聞 · 論壇 · 影音 · 圖片⟧\n" + _BODY, "site_nav", note="traditional, dots"),
        Example(
            "⟦• 首页\n• 新闻中心\n• 产品展示\n• 大事记\n• 联系我们⟧\n" + _BODY,
            "site_nav",
            note="a menu set vertically, one name unknown",
        ),
        Example(
            _BODY + "⟦最新|图片|视频|出行|活动⟧\n" + _MORE,
            "site_nav",
            note="no home page, between two articles",
        ),
        Example(_BODY + "⟦栏目推荐\n在线访谈 政务要闻 通知公告 部门动态⟧", "site_nav", note="columns only"),
        Example("⟦首 页   政 务 公 开   网 上 办 事   互 动 交 流⟧\n" + _BODY, "site_nav", note="spaced out"),
        Example(
            "⟦[首页](/) | [新闻](/n) | [论坛](/bbs) | [登录](/in)⟧\n" + _BODY, "site_nav", note="Markdown"
        ),
        Example("⟦Home | About Us | News | Contact⟧\n" + _ENGLISH, "site_nav"),
        Example("⟦返回列表页⟧\n" + _BODY, "site_nav", note="a lone link back above the text"),
        Example("⟦当前位置：首页 > 农业 > 水利⟧\n" + _BODY, "site_breadcrumb"),
        Example("⟦本頁位置首頁新聞中心本地新聞⟧\n" + _BODY, "site_breadcrumb", note="arrows lost"),
        Example("⟦县报网 > 乡镇 > 正文⟧\n" + _BODY, "site_breadcrumb", note="down to the text"),
        Example("⟦Home » News » Local⟧\n" + _ENGLISH, "site_breadcrumb"),
        Example(_BODY + "⟦分享到：微信 新浪微博 QQ空间⟧", "site_share_widget"),
        Example(_BODY + "⟦微博\n微信\n106\nQQ空间⟧", "site_share_widget", note="three services, no label"),
        Example("⟦微信扫一扫，分享到朋友圈⟧\n" + _BODY, "site_share_widget"),
        Example(_ENGLISH + "⟦Share this:\nFacebook\nTwitter⟧", "site_share_widget"),
        Example("水渠怎么修\n" + _BODY + "⟦收藏《水渠怎么修》)⟧", "site_bookmark_widget"),
        Example(_BODY + "⟦【加入收藏】⟧", "site_bookmark_widget"),
    ),
    silent_on=(
        Example("姓名|籍贯|年龄|职业\n张某|山东|三十|木匠\n" + _BODY, note="the header of a table"),
        Example(
            "| 首页 | 新闻 | 图片 | 视频 |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |", note="a Markdown table"
        ),
        Example("首页|新闻|图片|视频\n12|30|45|60\n" + _BODY, note="a table of visits"),
        Example(
            "网站改版后分为几个栏目：\n首页\n新闻中心\n图片\n论坛\n联系我们\n" + _BODY, note="a list told of"
        ),
        Example("新版网站设有“首页”“政务公开”“网上办事”“互动交流”四个栏目，方便群众查询。", note="prose"),
        Example("体育\n财经\n房产\n教育\n科技\n时尚\n时政\n游戏\n" + _BODY, note="labels of a data set"),
        Example("语文\n数学\n体育\n音乐\n历史\n科学\n" + _BODY, note="school subjects"),
        Example("首页 home page\n登录 log in\n注册 register\n搜索 search\n更多 more", note="a glossary"),
        Example("登录=login\n注册=register\n首页=home\n搜索=search", note="strings of a program"),
        Example("小桥 流水 人家\n古道 西风 瘦马", note="verse set with spaces"),
        Example("出席：张三 李四 王五 赵六\n列席：孙七 周八\n" + _BODY, note="minutes"),
        Example("下面哪个不是社交软件?\nA. 微博\nB. 微信\nC. 论坛\nD. QQ空间", note="a quiz"),
        Example("常用的平台有:\n微博\nQQ空间\n微信\n抖音\n" + _BODY, note="platforms told of"),
        Example("设置 > 通用 > 关于本机\n" + _BODY, note="a path in a manual, no home page"),
        Example("备料→和面→发酵→上笼\n首页→登录→下单→付款\n" + _BODY, note="steps"),
        Example("请报告你的当前位置：东街和河沿的路口。\n" + _BODY, note="a place in the world"),
        Example(_BODY + "他把种田的经验分享到各村，大家都来学。", note="sharing in prose"),
        Example("把好消息分享到每一个角落\n" + _BODY, note="a headline"),
        Example("市民用手机扫一扫门口的二维码，就能查看当天的菜价，不少老人也学会了。", note="news on codes"),
        Example("1. 打开微信扫一扫，对准门口的二维码\n2. 填写姓名", note="a step in instructions"),
        Example(_BODY + "他收藏《本草》的各种刻本已有三十年，家里堆满了书。", note="collecting"),
    ),
    known_misses=(
        Example("⟦国内国际军事财经娱乐体育⟧\n" + _BODY, "site_nav", note="glued subjects, no part of a site"),
        Example("⟦大事记 | 老照片 | 口述史 | 藏品⟧\n" + _BODY, "site_nav", note="names that we do not know"),
    ),
)
