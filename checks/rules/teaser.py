"""Leads that are closed by a link to the rest: >>>详细阅读.

What it finds
    A link to the whole article at the end of a line (``teaser_read_more``), and the lead before it:
    the title and first paragraphs of an article whose rest is not here (``truncated_item``).
Why it matters
    Of each such article only the beginning was collected. A page of leads looks like one text, and
    trains models to stop where the links stood.
How it is told
    A closed list of link wordings, and of the words they are put together of, at the end of a line, in
    a form that only links have: arrows, brackets, an ellipsis before, an address behind; the plainest
    wordings (阅读全文, "read more") also on a line of their own. Three leads and more, one below the other,
    that each end in dots, need no link; nor do titles that are cut with dots below a heading of such lists
    (最新文章). A sentence must stand before it; where
    that breaks off, every such link counts. The lead reaches up to its title.
What it must not be confused with
    Instructions to read something closely (使用前请详细阅读), links to an original (点击阅读原文) and to
    other texts (更多精彩>>), titles that say 全文, menus and buttons without a lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checks.evidence.breaks import stops_short
from checks.evidence.cut_titles import cut_titles
from checks.evidence.leads import DOTS, LEAD, STOPPED, is_menu, line_above, rows_of_leads, start_of_lead
from checks.evidence.notices import CANDIDATES, is_wrapped
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.signs import EDGE, AnyOf, Condition, Sign
from checks.text import TERMINALS, Line, Text, any_of, later

TEASER_READ_MORE = FaultClass(
    "teaser_read_more",
    "truncated",
    Severity.WARNING,
    Words("link to the rest of an article", "“阅读全文”链接"),
    Words(
        "{n} links at a line end to the rest of an article (first: {link})",
        "{n} 处行末链接指向文章其余部分（首处：{link}）",
    ),
)
TRUNCATED_ITEM = FaultClass(
    "truncated_item",
    "truncated",
    Severity.WARNING,
    Words("lead of an article only", "仅有文章开头"),
    Words(
        "{n} leads without their articles: the rest is behind a link (first: {link})",
        "{n} 处只有文章开头，其余在链接之后（首处：{link}）",
    ),
)

_GROUPS = phrase_groups("teaser")
_KIND = {phrase: kind for kind in ("weak", "short", "whole") for phrase in _GROUPS[kind]}

COMMAS = 2  # commas and stops of a lead that breaks off; titles have one at most
WORDING = 24  # characters of the longest wording before the place where the scanner met it
LINK = 120  # characters of a link with its arrows, its address, the title it names: as blogs print it

_ARROW = r"(?:[>»→›▶►▸▷➤➔➜⇒≫☞👉↓▼∨⌄﹀]|[-=]>|》》)"
_OPEN, _CLOSE = r"[\[(【〔<「『]", r"[\])】〕>」』]"
_DOT = (
    r"(?:…|\.(?=\.)|(?<=\.\.)\.|\[(?=…|\.\.\.)|(?<=…)\]|(?<=\.\.\.)\])"  # one of an ellipsis: no + inside a *
)
# Once taken, never given back: (?=(x*))\1. Python 3.11.2 loses matches of x*+ where x is a choice.
_BEFORE = later(rf"(?=(?P<marks>(?:{_ARROW}|{_DOT}|{_OPEN}|[-—|·•#*]|\s)*))(?P=marks)\Z")
_BAG = rf"(?:(?:{any_of(_GROUPS['bag']).pattern})[ ,:;?!“”\"'·]{{0,2}}){{1,9}}"  # 想看全文,请点这里
_LAST = "看读览文多情细开入容续击见"  # how such links end, before the marks behind them
_MARKS = (">", " >", "»", " »", "→", " →", "›", " ›", "]", "】", "↓", " ↓", "▼", " ▼", "...", "…", ")")
_BIDS = later("点击|点此|点这里|点我|戳|猛戳|请点")
_COMMAND = later(
    r"(?:(?:显示|展开|查看|选择)全部|点[击选此开]?|浏览|查看|打开|选择|继续)(?:\W.*)?"
)  # the name of a button
_BARE = later("点[击选此开]?")  # what was to be clicked was a picture
_VERB = later("(?:查看|点击|点开|看更多|阅读|浏览|了解|see|view|show|read).")
_ORIGINAL = later("原文|链接")
_WHOLE = later("全文|全篇|全部|详情|详细|完整|余下|剩余|其余|后续|正文|文章|本文|此文|阅读更多")
_AFTER = (
    r"(?:\s?:\s*\Z|\s?:?\s?[“\"《「『][^”\"》」』\n]{1,40}[”\"》」』]"  # the title, named
    rf"|:?\s(?:about |of )?[^\n>»→。.]{{1,60}}(?=\s?(?:{_ARROW}|{DOTS}))|\s?\(\d{{1,7}}\))?"
    rf"(?=(?P<marks>(?:\s|{_ARROW}|{_DOT}|{_CLOSE}|[-—|·•#*]|\(?https?://[!-~]{{1,100}}|\([/#.\w][!-~]{{0,100}}\)"
    r"|(?:评论|留言|阅读|浏览|回复|点击|comments?)[ :]?\(?\d{1,7}\)?)*))(?P=marks)\Z"
)
_LINK_TEXT = later(
    rf"(?:(?P<bid>请?点击)|请|here to )?(?P<words>{any_of(_KIND).pattern}|{_BAG})(?P<after>{_AFTER})"
)
_COUNTS = later(r"(?:\s|[|·]|(?:评论|留言|阅读|浏览|回复|点击)数?[ :：]?[(（]?\d{1,7}[)）]?)+\Z")
_ADDRESS = later(r"\]\(|https?://")
_BRACKET = later(rf"{_OPEN}\s*\Z")
_SENTENCE = later(r"[。！？!?；;…，,]|\. ")
_COMMA = later(r"[，。！？；：]|(?<=[㐀-鿿])[,;:!?]")
_DOTTED = later(rf"{DOTS}\s*\Z")
_INSIDE = later(r"[。！？…]|[!?.] ")


class _Link(NamedTuple):
    """A link at the end of a line: its place in the view, its kind of wording, the marks round it."""

    start: int
    end: int
    kind: str
    dotted: bool
    marked: bool
    framed: bool  # in a way that sets it off from a sentence that is cut


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each link with the lead that it closes; a lead begins after the link before it."""
    after = 0
    for link in _links(text, candidates):
        words = " ".join(text.view[link.start : link.end].split())[:40]
        yield text.span("teaser_read_more", link.start, link.end, Proof.STRONG, link=words)
        first = start_of_lead(text, link.start, after)
        stop = first + len(text.view[first : link.start].rstrip())
        if stop > first:
            yield text.span("truncated_item", first, stop, Proof.STRONG, link=words)
        after = link.end
    if not after and text.shows("teaser", "rows"):
        for start, end in rows_of_leads(text):
            words = " ".join(text.view[start:end].split())[-20:]
            yield text.span("truncated_item", start, end, Proof.STRONG, link=words)
    for start, end in cut_titles(text) if text.shows("teaser", "titles") else ():
        yield text.span("truncated_item", start, end, Proof.STRONG, link=text.view[end - 12 : end])


def _links(text: Text, candidates: Sequence[Candidate]) -> Iterator[_Link]:
    done = -1
    for candidate in sorted(candidates[:CANDIDATES], key=lambda candidate: candidate.start):
        if candidate.start < done or text.view.startswith(
            "(http", candidate.end
        ):  # Markdown, to the original
            continue
        line = text.line_at(candidate.start)
        link = _link_at(text, line, candidate.start)
        if link and _closes_a_lead(text, line, link):
            done = line.end
            yield link


def _link_at(text: Text, line: Line, at: int) -> _Link | None:
    """The link whose wording stands at a place, if nothing but a link follows to the end of the line."""
    end = line.inner[1]
    if end - at > LINK or is_wrapped(text, line):
        return None
    low = max(line.start, at - WORDING)
    folded = text.folded(low, end)
    words = next((m for m in _LINK_TEXT.finditer(folded) if m.start("after") > at - low), None)
    if not words:
        return None
    start = _BEFORE.search(folded, 0, words.start())
    left = folded[: start.start()] if start else folded[: words.start()]
    first = len(left) + len(folded[len(left) :]) - len(folded[len(left) :].lstrip())
    before, after = folded[first : words.start()], words["after"]
    dotted = bool(re.search(DOTS, before) or re.search(rf"{DOTS}\s*\Z", left))
    bracketed = bool(_BRACKET.search(before) and re.match(rf"\s*(?:{DOTS})?\s*{_CLOSE}", after))
    if not bracketed and re.match(r"\s*[\])】〕」』]", after):
        return None  # the end of a longer remark in brackets: a wall, not a link
    arrows = bool(re.search(_ARROW, before.strip("<") + after) or re.search(DOTS, after))
    marked = bracketed or arrows or bool(_ADDRESS.search(after))
    if not marked and _BARE.fullmatch(folded[first:]):
        return None
    kind = _kind_of(words["bid"] or words["words"])
    framed = marked if kind == "whole" else bool(re.search(r"[\[【(]", before)) and not _ADDRESS.search(after)
    if kind == "original" and _ADDRESS.search(after):
        return None
    return _Link(low + first, end, kind, dotted, marked, framed)


def _kind_of(words: str) -> str:
    """How much a wording says: that of a list, or of its kind."""
    if _ORIGINAL.search(words):
        return "original"
    if _BIDS.search(words):
        return "whole"
    return _KIND.get(words) or ("whole" if _WHOLE.search(words) and len(words) > len("全文") else "weak")


def _closes_a_lead(text: Text, line: Line, link: _Link) -> bool:
    """A lead stands before the link, and the link has the form that its wording needs there."""
    same = _COUNTS.sub("", text.view[line.start : link.start]).strip()
    if same:
        return _closes_its_line(same, link)
    above = line_above(text, line.start)
    lead = above.stripped if above else ""
    if len(lead) < 2 * LEAD or is_menu(lead):
        return False
    if _is_open(lead) and (link.marked or link.kind in ("whole", "original")):
        return True
    if _COMMAND.fullmatch(text.folded(link.start, link.end).strip()):
        return False
    if link.kind == "weak" and link.marked and _bids(text, link):
        return bool(STOPPED.search(lead))
    if link.kind == "original" or (link.kind == "weak" and not link.dotted):
        return False
    marked = link.kind == "whole" or link.dotted or link.marked
    return marked and bool(STOPPED.search(lead) or (link.kind == "whole" and _INSIDE.search(lead)))


def _bids(text: Text, link: _Link) -> bool:
    """A plain wording with a verb, not the name of a menu: 查看更多 >."""
    return bool(_VERB.search(text.folded(link.start, link.end)))


def _closes_its_line(lead: str, link: _Link) -> bool:
    stopped = bool(STOPPED.search(lead)) or link.dotted
    long = len(lead) >= LEAD and bool(_SENTENCE.search(lead) or len(lead) > 2 * LEAD)
    if (
        _is_open(lead)
        and (link.marked or link.dotted)
        and (link.kind != "weak" or link.framed or link.dotted)
    ):
        return True
    if link.kind == "original":
        return False
    if link.kind == "whole" and len(lead) >= 2 * LEAD and stops_short(lead):
        return True
    open_ended = link.framed and len(lead) > LEAD and bool(_INSIDE.search(lead))
    return long and (stopped if link.kind == "weak" or not link.marked else stopped or open_ended)


def _is_open(lead: str) -> bool:
    """A lead that breaks off: running text without an end, or with dots for one."""
    if len(lead) < 2 * LEAD or len(_COMMA.findall(lead)) < COMMAS:
        return False
    return bool(_DOTTED.search(lead)) or lead[-1] not in TERMINALS


def _literals() -> Iterator[str]:
    """The wordings, and those that stand elsewhere too with the bracket, arrow or dots of a link."""
    yield from _GROUPS["sign"]
    yield from (f"{last}{mark}" for last in _LAST for mark in _MARKS)
    for phrase, kind in _KIND.items():
        if kind == "whole":
            yield phrase
        else:
            yield from (
                f"{mark}{phrase}"
                for mark in ("[", "[ ", "(", "【", "…", "...", ">", "> ", "»", "→", "》", "▶", "►", "☞", "👉")
            )
            yield from (f"{phrase}{mark}" for mark in (">", " >", "→", " →", "»", " »", "...", "…"))


_LINE_END = f"[\n{EDGE}]"
_BLANK = "[ \t\u3000\xa0\r]"
_BEHIND = f"[\n{EDGE} \t\u3000\xa0\r0-9(（\\[【]"
CALLED_BY: Mapping[str, Condition] = {
    # three lines in a row that end in dots; they do so in one way
    "rows": AnyOf(
        *(
            Sign(dots, *end, least=2)
            for dots in ("…", r"\.", r"\]")
            for end in ((_LINE_END,), (_BLANK, f"[\n{EDGE} ]"))
        )
    ),
    "titles": AnyOf(*(Sign(*dots, _BEHIND, least=2) for dots in (("…",), (r"\.", r"\."), ("。", "。")))),
}

CHECK = Check(
    name="teaser",
    doc=__doc__,
    classes=(TEASER_READ_MORE, TRUNCATED_ITEM),
    find=find,
    signs=CALLED_BY,
    phrases=frozenset(_literals()),
    fires_on=(
        Example("春汛来得早，水位一夜涨了半米。村里连夜加固了堤坝。⟦>>>详细阅读⟧", "teaser_read_more"),
        Example("春汛来得早，水位一夜涨了半米……⟦[阅读全文]⟧\n下一篇", "teaser_read_more"),
        Example(
            "老街修好以后，铺子又开了张，来看的人一天比一天多。\n⟦阅读全文⟧\n茶山开园",
            "teaser_read_more",
            note="a line of its own",
        ),
        Example(
            "The mill closed in spring. Nobody in the village had expected it.\n⟦Continue reading →⟧",
            "teaser_read_more",
        ),
        Example(
            "春汛来得早，水位一夜涨了半米，村里连夜加固堤坝，老人们⟦（更多內容請點擊）⟧",
            "teaser_read_more",
            note="an open lead",
        ),
        Example("春汛来得早，水位一夜涨了半米，村里连夜加固堤坝……\n⟦[阅读原文]⟧", "teaser_read_more"),
        Example(
            "春汛来得早，水位一夜涨了半米。村里连夜加固了堤坝。⟦想看全文，请点这里→⟧", "teaser_read_more"
        ),
        Example("春汛来得早，水位一夜涨了半米。村里连夜加固了堤坝。⟦》》详细⟧", "teaser_read_more"),
        Example(
            "春汛来得早，水位一夜涨了半米。村里连夜加固了堤坝。\n⟦查看更多 >⟧",
            "teaser_read_more",
            note="a plain wording with a verb and an arrow",
        ),
        Example("春汛來得早，水位一夜漲了半米。村裡連夜加固了堤壩。\n⟦點擊展開全文⟧", "teaser_read_more"),
        Example(
            "⟦水渠修通，全村用上自来水，老井成了孩子们的...⟧\n⟦柿子丰收，价格却比去年低了两成，农户们开始...⟧\n⟦夜校开班，第一堂课来了四十多人，最年长的已经...⟧",
            "truncated_item",
            note="leads that each end in dots",
        ),
        Example(
            "水退了，人们陆续回来，把门前的泥铲走。\n同栏目文章\n· ⟦水渠修通以后村民用上了自来水 老井从此闲..⟧\n· ⟦柿子丰收价格却比去年低了两成 农户盼外地…⟧\n· ⟦夜校开班第一堂课来了四十多人 最年长的七……⟧",
            "truncated_item",
            note="titles cut to the width of a column",
        ),
        Example(
            "春汛来得早，水位一夜涨了半米。村里连夜加固了堤坝，老人们都说，⟦展开全部⟧\n相关问题",
            "teaser_read_more",
            note="glued to a comma",
        ),
        Example(
            "最新 | 活动 | 图片\n⟦山路通车了\n二十里山路铺上了水泥，去镇上不再要走半天。⟧>>>详细阅读",
            "truncated_item",
        ),
        Example(
            "⟦茶山開園\n——今年比去年早了五天\n第一批茶農上山，天還沒有亮。山下的茶廠已經生了火。⟧……【詳細】",
            "truncated_item",
            note="title and subtitle",
        ),
    ),
    silent_on=(
        Example(
            "选择要导出的库，也可以按住鼠标左键拖动。在工具栏里打开「对齐」一组，\n点击\n左\n对象靠左对齐。",
            note="the icon is lost",
        ),
        Example(
            "输入要打开的文件所在的路径，或者到列表里去找它。\n浏览...\n查找要打开的文件。\n显示全部\n显示所有的行。",
            note="buttons",
        ),
        Example(
            "    它不占磁盘，用来读取内核的状态，重启以后就没有了。详情请见\n    下一章里的说明，那里有一张表。",
            note="goes on below",
        ),
        Example(
            "水位一天天上涨，村口的石阶没过了三级。\n……(此处省略1260字，正式会员可完整阅读)……\n秋天水退了，人们才回来。",
            note="a wall in the middle of a text",
        ),
        Example("使用本品前请详细阅读说明书，并在药师指导下使用。", note="an instruction"),
        Example(
            "申请人须知很长，字也很小，这里不再抄录。\n本人已详细阅读并同意上述条款", note="a signature line"
        ),
        Example("老师让大家带着问题读，读完了再讨论。阅读全文后，请写一篇读后感。", note="a task"),
        Example("乡村道路养护办法(全文)\n第一条 道路两侧应当留出水沟，不得堆放杂物。", note="a title"),
        Example("路修好了，车也通了，去镇上只要半个钟头。\n点击阅读原文", note="a link to the original"),
        Example(
            "路修好了，车也通了，去镇上只要半个钟头。\n[查看原文](https://example.com/a)",
            note="the same in Markdown",
        ),
        Example("路修好了，车也通了，去镇上只要半个钟头。\n更多>>\n图片>>", note="menus"),
        Example("相关新闻\n山路通车\n茶山开园\n查看更多", note="a button under a list"),
        Example("首页 > 新闻 > 详情\n路修好了，车也通了。", note="a path"),
        Example(
            "路修好了，车也通了，去镇上只要半个钟头。\n上一篇：茶山开园\n下一篇：阅读全文的好处",
            note="links to neighbours",
        ),
        Example("标签：河道，堤坝\n更多 >"),
        Example(
            "他站在堤上，想起了许多年前的往事……\n她没有说话，只是望着河里的水……\n我也没有说话，天慢慢黑了……",
            note="a story",
        ),
        Example(
            "【体育】山路越野赛开跑 县队三连败终....\n【社会】茶山开园 首批茶农今晨上...\n【生活】今年的柿子为什么特别甜...",
            note="titles that are cut, not leads",
        ),
        Example(
            "最新文章\n山路通车了……\n茶山开园，第一批茶农上山\n柿子丰收，价格却低了\n夜校开班，来了四十多人",
            note="one title of a list ends in dots",
        ),
        Example(
            "相关阅读\n《如果那年没有下雨……》\n《井》\n《渠》\n他说，这些书都读过，有的还读了两遍。",
            note="books",
        ),
        Example("堤很长……\n水很急……\n人很多……", note="verse"),
        Example("他把书翻到最后一页，又从头读了一遍全文"),
        Example("路修好了，车也通了，去镇上只要半个钟头。\n更多详情请点击"),
        Example("详情请见附件。联系电话000-0000，详细内容见下表。"),
        Example("他读到一半停下来，喝了口水。大家都看着他，等他继续。", note="a verb"),
        Example("For more details, see the appendix. Read more about it in chapter two."),
        Example("欲知详情，请致电本馆，节假日照常开放，免费参观"),
    ),
    known_misses=(
        Example("山路通车了⟦查看更多⟧", "teaser_read_more", note="no arrow, no sentence before it"),
    ),
)
