"""Outlines set before a text, and the parts of them that never come.

What it finds
    The outline that a site shows before a text or its preview (toc_preamble), and the items of an
    outline whose part is missing from the text that follows (toc_without_body).

Why it matters
    A text whose outline promises six parts and delivers three is cut, and nothing else may say so.
    The outline itself is not the author's text.

How it is told
    A text that ends by announcing parts in a sentence, or with an outline, never comes to them; so does
    one that ends with numbered titles under a line that says it will tell of them, whatever short lines
    of the page stand behind. Else the
    outline is a run of short lines near the start: numbered, under a heading such as "outline",
    between ellipses, or because its first line comes again as a heading. Each item is then looked
    for among the lines that follow, and in their text, without numbers, spaces and punctuation, and
    once more by its halves. When some items come and two do not, those that do not are missing. It
    is a preamble when the page sets it off with ellipses or calls it an outline of what follows, or
    when a text too short to need one repeats every line of it as a heading.

What it must not be confused with
    Tables of contents of statutes, books and long reports, whose parts all follow; agendas and menus
    whose items have no text on purpose; outlines with page numbers; a summary in numbered sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checks.evidence.articles import number_of
from checks.evidence.menus import is_column
from checks.evidence.numbering import is_numbered, without_number
from checks.evidence.promises import promise_at_end
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import EDGE, AllOf, AnyOf, Condition, Short, Sign
from checks.text import Line, Text, fold, later

HEAD = 3_000  # characters: an outline stands before the text
ITEMS, ITEMS_NAMED = (
    4,
    3,
)  # lines of an outline; three short numbered lines without a heading are a list in a text
ITEM_MAX = 60  # characters; an item is a heading, not a paragraph
LINES_MAX = 400  # an outline of more lines is a catalogue
FOUND, ABSENT = 2, 2  # items: two that come prove that it is this text's outline, one absent may be reworded
HALF = 4  # characters of half an item; shorter ones stand anywhere
BODY, BODY_NAMED = (
    200,
    60,
)  # characters after the outline; with less there is no text whose outline it could be
SHORT = 5_000  # characters of a text that needs no table of contents: clean ones with one have 6,000 and more
BODY_MAX = 200_000  # characters of a text in which items are looked for

TOC_WITHOUT_BODY = FaultClass(
    "toc_without_body",
    "truncated",
    Severity.ERROR,
    Words("outline without its text", "提纲有而正文无"),
    Words(
        "Of {items} parts that are announced {absent} never come in the text, {found} do.",
        "预告共 {items} 项，其中 {absent} 项在正文中没有出现，{found} 项有。",
    ),
)
TOC_PREAMBLE = FaultClass(
    "toc_preamble",
    "truncated",
    Severity.WARNING,
    Words("outline shown before the text", "正文前的提纲预览"),
    Words(
        "The page shows an outline of {items} items before the text, as previews do.",
        "正文之前有 {items} 项提纲，是预览页的样式。",
    ),
)

_HEADING = later(
    r"[#【\[《<]*\s*(?:(?:文档|本文|全文|正文|内容|文章|论文|资料|章节|报告|页面|本页|快速|主要)?(?:目录|提纲|大纲|纲要|目次|框架|导航|导读|提要|要点|概要|索引)"
    r"(?:/(?:提纲|大纲|目录))?(?:预览|如下|结构|一览|列表|内容)?|table of contents|contents|outline)\s*"
    r"[】\]》>]*\s*(?:[\[(]?(?:隐藏|显示|展开|收起|折叠|hide|show)[\])]?)?[:.…\s]*"
)
_PREVIEW = later(
    r"/提纲|/大纲|提纲|大纲|预览|提要|一览|隐藏|展开|收起|(?:文档|本文|全文|文章|论文|资料|内容|本页|页面)(?:目录|框架|导航|导读|要点|看点|索引)|outline|…|\.{3}"
)
_ELLIPSIS = later(r"[.…。·\s]{2,}|…")
_BARE = later(r"\W*(?:目 *录|目 *次|contents|table of contents)\W*")
_WEAK = later(r"\W*(?:快速|主要|本页|页面)?(?:框架|导航|索引|概要|要点)\W*")
_CODE, _COLUMN = later(r"[;{}=<>#\\]|[│├└]─*|^[|`+]--"), later(r"内容|说明|描述|用途|含义")
_PAGE = later(r"[.…·\s_-]*\d{0,4}\s*$")
_BULLET = later(r"\s*[•·●○▪■◆►▶\-*+]\s*")
_NO_LETTER = later(r"[^\w]+|_")
_WORDS = later(
    "目录|目錄|目　录|目　錄|提纲|提綱|大纲|大綱|纲要|綱要|目次|框架|导航|導航|导读|導讀|提要|要点|要點|概要|索引|ontents|utline"
)
_ONE = later(r"[\s(（第其#*Pa-z【〔]*(?:一|1|①|⑴)(?![\d十])")  # an outline begins with its first item
_FIRST = later(  # where such a line, or one of dots, may begin; the whole view at the speed of C
    r"(?:\A|\n)[^\S\n]*(?:(?:[^\S\n]|[(（第其#*Pa-z【〔])*[一1①⑴](?![\d十])|[.…。·])"
)
_TWO = later(r"[(（第其#*【〔\s]*(?:二|2|②|⑵)(?![\d十])")
_COUNTED = later(  # 分下面五个部分来介绍:
    r"([一二三四五六七八九十]{1,2}|\d{1,2}) ?(?:个|大|项|条|点|种)?(?:部分|方面|步骤|环节|板块|章节|问题|要点|阶段|层次|专题|内容|做法|经验|措施|体会|任务|单元|主题|模块|建议|原则|点|步|章|节)[^。!?]{0,12}:$"
)
_SECTION = later(r"(?:编辑本段|編輯本段|[\[［](?:编辑|編輯)[\]］])$")  # a heading of an encyclopedia, no item
_STOPS = "。！？；"


class _Outline(NamedTuple):
    """An outline: its lines ``[first, last)``, the line of its heading (``first`` if it has none)."""

    first: int
    last: int
    heading: int
    named: bool


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the outline before a text, and its items that the text never comes to."""
    spoken, headed, numbered = (text.shows("outline", sign) for sign in ("spoken", "headed", "numbered"))
    if promise := promise_at_end(text, spoken=spoken, headed=headed, numbered=numbered):
        counts: dict[str, Any] = {"absent": promise.parts, "items": promise.parts, "found": 0}
        yield text.span("toc_without_body", promise.start, promise.end, Proof.STRONG, **counts)
        return
    named = any(candidate.start < HEAD for candidate in candidates)
    if not named and not _second_comes_again(text):
        return
    if outline := _outline(text, candidates):
        yield from _judged(text, outline)


def _second_comes_again(text: Text) -> bool:
    """Whether a line numbered one comes twice: an outline without a heading; found at the speed of C."""
    at = text.view.find("一、", 0, HEAD)
    if at < 0:
        return False
    line = text.view[at : at + ITEM_MAX].split("\n", 1)[0].strip()
    return len(line) > 4 and text.view.count(line) > 1


def _outline(text: Text, candidates: Sequence[Candidate]) -> _Outline | None:
    """The first outline of a text."""
    done = 0
    for number in _may_begin_one(text, candidates):
        line = text.lines[number]
        stripped = line.stripped
        if number < done or not stripped or len(stripped) > ITEM_MAX:
            continue
        named = bool(_WORDS.search(stripped) and _HEADING.fullmatch(fold(stripped)))
        numbered = bool(_ONE.match(stripped)) and is_numbered(stripped)
        if named or numbered or _ELLIPSIS.fullmatch(stripped):
            first = number if numbered and not named else number + 1
            last = _end_of_items(text.lines, first, named)
            if sum(bool(line.stripped) for line in text.lines[first:last]) >= (
                ITEMS_NAMED if named else ITEMS
            ):
                return _Outline(first, last, number, named)
            done = last if numbered else 0
    return None


def _may_begin_one(text: Text, candidates: Sequence[Candidate]) -> Sequence[int]:
    """The lines near the start that hold a word of headings and little else, or begin with one or with dots."""
    view = text.view
    named = (c.start for c in candidates if c.start < HEAD + ITEM_MAX and _is_in_short_line(view, c))
    first = (match.end() - 1 for match in _FIRST.finditer(view, 0, HEAD + ITEM_MAX))
    numbers = sorted({text.line_number(place) for place in (*named, *first)})
    return [n for n in numbers if n < LINES_MAX and text.lines[n].start < HEAD]


def _is_in_short_line(view: str, candidate: Candidate) -> bool:
    start, end = view.rfind("\n", 0, candidate.start) + 1, view.find("\n", candidate.end)
    return len(view[start : end if end >= 0 else len(view)].strip()) <= ITEM_MAX


def _end_of_items(lines: Sequence[Line], first: int, named: bool) -> int:
    """Where the run of items ends: at a line that is none, or where the first item comes again."""
    opening = next((_core(line.stripped) for line in lines[first : first + 3] if line.stripped), "")
    numbered = first < len(lines) and any(is_numbered(line.stripped) for line in lines[first : first + 2])
    seen = False
    for number in range(first, min(len(lines), first + LINES_MAX)):
        stripped = lines[number].stripped
        if not stripped:
            continue
        if seen and opening and _begins_it(_core(stripped), opening):
            return number
        seen = True
        if (
            len(stripped) > ITEM_MAX
            or stripped[-1] in _STOPS
            or _SECTION.search(stripped)
            or not _is_item(stripped, named and not numbered)
        ):
            return number
    return min(len(lines), first + LINES_MAX) if numbered else first


def _begins_it(core: str, opening: str) -> bool:
    """The first item as a heading, which may say more than the item does: how many there are."""
    return core == opening or (len(opening) >= 2 * HALF and core.startswith(opening))


def _is_item(line: str, bare: bool) -> bool:
    return is_numbered(line) or bool(_BULLET.match(line)) or (bare and not _ELLIPSIS.fullmatch(line))


def _judged(text: Text, outline: _Outline) -> Iterator[Span]:
    items = [line for line in text.lines[outline.first : outline.last] if _core(line.stripped)]
    if _is_other_list(items):
        return
    rest, headings = _body(text, outline.last)
    said = _is_announced(text, outline, len(items))
    if len(rest) < (BODY_NAMED if outline.named or said else BODY):
        return
    cores = [_core(line.stripped) for line in items]
    as_lines = [core in headings for core in cores]
    by_lines = sum(as_lines) >= (1 if outline.named else FOUND)
    comes = [
        line or (core in rest if by_lines else _comes(core, rest, cores))
        for line, core in zip(as_lines, cores, strict=True)
    ]
    found = sum(comes)
    if not (by_lines or said or outline.named) or (_is_weakly_named(text, outline) and not as_lines[0]):
        return
    alone = (outline.named and by_lines and comes[0]) or (
        as_lines[0] and said and not _counts_on(text, outline)
    )
    if found < (1 if alone else FOUND):
        return
    absent = [line for line, there in zip(items, comes, strict=True) if not there]
    if len(absent) >= ABSENT:
        counts: dict[str, Any] = {"absent": len(absent), "items": len(items), "found": found}
        for run in _runs(items, absent):
            yield text.span("toc_without_body", run[0].inner[0], run[-1].inner[1], Proof.STRONG, **counts)
    if _is_preamble(text, outline, items, whole=not absent and all(as_lines)):
        start, end = text.lines[outline.heading].inner[0], _closing(text, outline.last)
        yield text.span("toc_preamble", start, end, Proof.STRONG, items=len(items))


def _is_other_list(items: Sequence[Line]) -> bool:
    """Program text, the other column of a table of directories, or the menu of a site."""
    if is_column([fold(line.stripped) for line in items]):
        return True
    coded = sum(bool(_CODE.search(line.stripped)) for line in items)
    return 2 * coded >= len(items) or bool(items and _COLUMN.fullmatch(fold(items[0].stripped)))


def _is_weakly_named(text: Text, outline: _Outline) -> bool:
    """Under a word that has other uses: 框架 is a part of a page, 概要 stands above a command."""
    return outline.named and bool(_WEAK.fullmatch(fold(text.lines[outline.heading].stripped)))


def _is_announced(text: Text, outline: _Outline, items: int) -> bool:
    """The line above says that so many parts follow as there are items, and ends with a colon."""
    above = next((line.stripped for line in reversed(text.lines[: outline.first]) if line.stripped), "")
    counted = _COUNTED.search(fold(above[-40:]))
    return counted is not None and number_of(counted[1]) == items


def _counts_on(text: Text, outline: _Outline) -> bool:
    """A part numbered two stands in the text, under another title."""
    return any(_TWO.match(line.stripped) for line in text.lines[outline.last :])


def _body(text: Text, last: int) -> tuple[str, frozenset[str]]:
    """The text after the outline and its title as items are compared with it, and its short lines."""
    filled = [line for line in text.lines[last : last + 5] if _core(line.stripped)]
    title = bool(filled) and not is_numbered(filled[0].stripped) and len(filled[0].stripped) <= ITEM_MAX
    start = filled[0].end if title else filled[0].start if filled else len(text.view)
    passage = text.view[start : start + BODY_MAX]
    short = (
        _core(line)
        for line in text.view[filled[0].start if filled else start : start + BODY_MAX].split("\n")
        if len(line) <= 2 * ITEM_MAX
    )
    return _core(passage, number=False), frozenset(short)


def _core(passage: str, *, number: bool = True) -> str:
    """Folded, without number, page number, spaces and punctuation."""
    passage = fold(passage)
    return _NO_LETTER.sub("", _PAGE.sub("", without_number(passage)) if number else passage)


def _comes(item: str, rest: str, items: Sequence[str]) -> bool:
    """Whether an item stands in the text, whole or by a half that no other item shares."""
    half = len(item) // 2
    halves = (part for part in (item[:half], item[half:]) if half >= HALF)
    return item in rest or any(part in rest and sum(part in other for other in items) == 1 for part in halves)


def _runs(items: Sequence[Line], absent: Sequence[Line]) -> Iterator[list[Line]]:
    """Absent items that follow each other."""
    run: list[Line] = []
    missing = set(absent)
    for line in items:
        if line in missing:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_preamble(text: Text, outline: _Outline, items: Sequence[Line], *, whole: bool) -> bool:
    """The page marks the outline as its own: by its heading, by ellipses, or before a text too short for one."""
    if _is_of_a_book(items):
        return False
    head = fold(text.lines[outline.heading].stripped) if outline.heading < outline.first else ""
    after = text.lines[outline.last].stripped if outline.last < len(text.lines) else ""
    short = len(text.view) <= SHORT
    marked = bool(_PREVIEW.search(head) or _ELLIPSIS.fullmatch(after) or _ELLIPSIS.fullmatch(head))
    own = _BARE.fullmatch(head)  # a plain heading over numbered parts that all come: the author's own
    return (marked and (short or not outline.named or "…" in head)) or (
        outline.named and whole and short and not own
    )


def _is_of_a_book(items: Sequence[Line]) -> bool:
    """Chapters and articles, or page numbers at the end: the author's own table of contents."""
    own = sum(line.stripped[0] == "第" or line.stripped[-1].isdigit() for line in items)
    return own * 2 > len(items)


def _closing(text: Text, last: int) -> int:
    """The end of the outline, with the ellipsis that closes it."""
    if last < len(text.lines) and _ELLIPSIS.fullmatch(text.lines[last].stripped):
        return text.lines[last].inner[1]
    return max(line.inner[1] for line in text.lines[:last] if line.stripped)


_ITEMS = "一、选地要看日照\n二、翻土要趁天晴\n三、浇水要在清晨\n四、施肥要少量多次\n"
_PART = "这一步看上去简单，做起来要有耐心，老手和新手的差别就在这里。每年都有人因为心急而前功尽弃，第二年只好从头再来。"
_WHOLE = "\n".join(f"{line}\n{_PART}{_PART}" for line in _ITEMS.split("\n")[:4])
_HALF = "\n".join(f"{line}\n{_PART}{_PART}" for line in _ITEMS.split("\n")[:2])
_HALF_T = "一、選地要看日照\n{0}\n二、翻土要趁天晴\n{0}".format((_PART * 2).replace("这", "這"))

_NAMES = (
    "目录",
    "目　录",
    "提纲",
    "大纲",
    "纲要",
    "目次",
    "框架",
    "导航",
    "导读",
    "提要",
    "要点",
    "概要",
    "索引",
    "ontents",
    "utline",
)
_TAIL = 700  # code points in which an announcement at the end stands: the longest, and a foot behind it
_AHEAD = (
    *(
        ("下", "面"),
        ("以", "下", "[^罚罰]"),
        ("下", "[来來文]"),
        ("接", "[着著]"),
        ("[现現]", "在"),
        ("今", "天"),
    ),
    *(
        ("本", "[文篇期]"),
        ("文", "章"),
        ("[笔筆编編]", "者"),
        ("小", "[编編]"),
        ("[报報]", "告"),
        ("[这這]", "[里裡篇]"),
    ),
    ("我",),
)
_PARTS = (
    (
        "[一二两兩三四五六七八九十几幾0-9]",
        "[ 个個大项項方点點部问問步要层層角建条條种種招技阶階环環小章类類维維意体體想看]",
    ),
    ("[逐一]", "[一个個条條项項点點]"),
    ("分", "[别別头頭]"),
    ("依", "次"),
    ("展", "[开開]"),
    ("具", "[体體]"),
    ("[详詳]", "[细細]"),
    ("[简簡]", "[单單]"),
    ("重", "[点點]"),
)
_BEHIND_HEADING = f"[\\W_一如列导導速整{EDGE}]"
_HEADINGS = (
    *(
        ("目", "[录錄次 　]"),
        ("[提大]", "[纲綱]"),
        ("[重看要]", "[点點]"),
        ("[导導]", "[览覽航读讀]"),
        ("索", "引"),
    ),
    *(("[纲綱概]", "要"), ("[结結]", "[构構]"), ("章", "[节節]")),
)
_NUMERAL = "第其一二三四五六七八九十0-9①-⑳"
_LATIN = "PpSsCcLlNnTt", "AaTtEeHhOoIi"  # Part, Step, Section, Chapter, Lesson, No., Tip
_BEGINNINGS = (  # of a title behind another, which ends no sentence
    (f"[{_NUMERAL}]",),
    (r"\W", f"[{_NUMERAL}]"),
    (r"\W", r"\W", f"[{_NUMERAL}{_LATIN[0]}(（]"),
    *((*mark, *(f"[{letters}]" for letters in _LATIN)) for mark in ((), (r"\W",))),
)
_LAST_LINE = 401  # code points of the longest line at the end that announces or is a title
_ENDS_LOW = AnyOf(Sign("\n", last=_LAST_LINE), Short(_LAST_LINE))
_LINE_END = f"[\n{EDGE} \t\u3000\xa0。]"
_SAID_AHEAD = AllOf(*(AnyOf(*(Sign(*form, last=_TAIL) for form in forms)) for forms in (_AHEAD, _PARTS)))
_GOES_ON = AnyOf(_SAID_AHEAD, Sign("[:：]", _LINE_END, last=_TAIL), Sign("[^。；！？]", EDGE))
CALLED_BY: Mapping[str, Condition] = {
    "spoken": AllOf(
        _ENDS_LOW,
        AnyOf(
            _SAID_AHEAD,
            Sign("[下面点點条條步种種类類分骤驟法题題因要容示]", "[:：]", _LINE_END, last=_TAIL),
        ),
    ),
    "headed": AllOf(
        _ENDS_LOW,
        _GOES_ON,
        AnyOf(
            *(Sign(*heading, _BEHIND_HEADING, last=2 * _TAIL) for heading in _HEADINGS),
            Sign("[Oo]", "[Nn]", "[Tt]", last=2 * _TAIL),
        ),
    ),
    "numbered": AllOf(
        _ENDS_LOW,
        _GOES_ON,
        AnyOf(*(Sign("[^。；;！!]", "\n", *begun, last=2 * _TAIL, least=2) for begun in _BEGINNINGS)),
    ),
    "numbers": Sign("一", "、", least=2),
}

CHECK = Check(
    name="outline",
    doc=__doc__,
    classes=(TOC_WITHOUT_BODY, TOC_PREAMBLE),
    find=find,
    phrases=frozenset(_NAMES),
    signs=CALLED_BY,
    fires_on=(
        Example(
            "种菜的做法，我分以下四个步骤来说：\n一、选地要看日照\n⟦二、翻土要趁天晴\n三、浇水要在清晨\n四、施肥要少量多次⟧\n一、选地要看日照\n选地要看日照。冬天去看一次，夏天再去看一次，记下墙影落在哪里；背风的地方先种，低洼的地方留到开春，等水退了再说。这样选出来的地，一年四季都有收成，邻居们也都照着做。",
            "toc_without_body",
            note="four are announced, the first comes alone",
        ),
        Example(
            "一、选地要看日照\n二、翻土要趁天晴\n⟦三、浇水要在清晨\n四、施肥要少量多次⟧\n" + _HALF,
            "toc_without_body",
            note="the last two parts never come; the outline has no heading",
        ),
        Example(
            "目錄\n一、選地要看日照\n二、翻土要趁天晴\n⟦三、澆水要在清晨\n四、施肥要少量多次⟧\n" + _HALF_T,
            "toc_without_body",
        ),
        Example(
            f"{_PART}\n⟦本文将从以下三个方面介绍种菜的方法。⟧\n责任编辑：某某",
            "toc_without_body",
            note="announced in a sentence, and the text ends",
        ),
        Example(f"{_PART}\n⟦下面，我就種菜工作講三點意見。⟧\n（略）", "toc_without_body"),
        Example(
            f"{_PART}⟦接下来我们从选地、翻土、浇水三个方面进行讲解：一、怎样选地；二、怎样翻土；三、怎样浇水。⟧\n分享到：微信",
            "toc_without_body",
            note="with the titles of its parts",
        ),
        Example(f"{_PART}\n⟦具体安排如下：⟧\n来源：某某网", "toc_without_body"),
        Example(
            f"{_PART}{_PART}\n⟦今天带大家了解一下，本文目录一览：\n1、选地要看日照\n2、翻土要趁天晴\n3、浇水要在清晨⟧\n希望以上内容对您有所帮助。",
            "toc_without_body",
            note="an outline, and the text takes leave",
        ),
        Example(
            f"{_PART}{_PART}\n⟦【文章重點】\n▍選地要看日照\n▍翻土要趁天晴\n▍澆水要在清晨⟧\n加入會員，看完整攻略",
            "toc_without_body",
        ),
        Example(
            f"{_PART}\n下面我们分四讲来说：\n⟦第一讲 选地要看日照\n第二讲 翻土要趁天晴\n第三讲 浇水要在清晨\n第四讲 施肥要少量多次⟧\nPowered by Some CMS\n相关文档\n种瓜手册.pdf",
            "toc_without_body",
            note="titles that are announced, and a foot of any kind",
        ),
        Example(
            f"{_PART}\n這份指南會帶你從零開始，一步一步學會種菜：\n⟦Step1 選地與翻土\nStep2 澆水與施肥\nStep3 收穫與儲存⟧\n收藏 分享",
            "toc_without_body",
        ),
        Example(
            f"{_PART}\n目录\n⟦1 起源与传播\n2 种植方法\n3 常见病害⟧\n展开全部 ∨\n词条统计 浏览次数：12次 编辑次数：3次",
            "toc_without_body",
            note="an encyclopaedia",
        ),
        Example(
            f"{_PART}我把体会概括为⟦三个转变：一是从快到慢；二是从多到少；三是从乱到齐。下面逐一谈谈我的认识。⟧\n[1] [2] 下一页",
            "toc_without_body",
            note="announced one by one, with the list before it",
        ),
        Example(
            f"⟦本文导读：\n1、选地要看日照\n2、翻土要趁天晴\n3、浇水要在清晨⟧\n选地要看日照\n{_PART}\n翻土要趁天晴\n{_PART}",
            "toc_preamble",
            note="the page's guide to its text",
        ),
        Example(f"⟦本文提纲：……\n{_ITEMS}……⟧\n{_WHOLE}", "toc_preamble", note="between ellipses"),
        Example(
            f"⟦【文档大纲】\n{_ITEMS.strip()}⟧\n种菜入门\n{_WHOLE}", "toc_preamble", note="called an outline"
        ),
    ),
    silent_on=(
        Example(
            "目录\n水渠概况编辑本段\n• 长度\n三里\n• 水源\n河西水库\n养护办法编辑本段\n"
            + _PART * 6
            + "\n水渠的长度是三里，水源在河西水库。",
            note="headings of an encyclopedia",
        ),
        Example(
            "快速导航\n"
            + "新闻\n国内\n国际\n图片\n评论\n探索\n军事\n体育\n综合\n中超\n娱乐\n明星\n电影\n财经\n股票\n基金\n商业\n汽车\n购车\n行情\n"
            + "科技\n通信\n数码\n手机\n女人\n亲子\n艺术\n房产\n家居\n旅游\n教育\n健康\n"
            + _PART * 3
            + "\n新闻\n国内\n体育\n"
            + _PART,
            note="the menu of a site",
        ),
        Example(
            "目次\n一、修渠方面的老办法\n二、清淤方面的新工具\n三、管水的人\n四、分水的账\n一、修渠方面的老办法——十一种\n"
            + _PART * 2
            + "\n二、清淤方面的新工具——七种\n"
            + _PART * 2
            + "\n三、管水的人——三位\n"
            + _PART
            + "\n四、分水的账——五本\n"
            + _PART,
            note="headings that say how many",
        ),
        Example(
            "下面说启动的要点，请按步骤来：\n1. 关上旧渠上面的那道闸门\n2. 把水位计的指针拨回到零\n3. 在本子上记下当天的水位\n4. 再把新渠上面的闸门打开\n"
            + _PART * 4
            + "关上旧渠上面的那道闸门以后，水位计的指针就不动了，所以先要把水位计的指针拨回到零才行。",
            note="steps that the text speaks of",
        ),
        Example(
            "概要\n#include <gate.h>\nint gate_open(int gate);\nint gate_close(int gate);\n描述\n#include <gate.h>\n"
            + _PART * 3,
            note="program text",
        ),
        Example(
            "系统里有这些目录：\n目录\n内容\nbin\n基本命令\ndev\n设备文件\netc\n主机的配置\n"
            + _PART * 3
            + "bin 和 dev 不要动。",
            note="a table of directories",
        ),
        Example(
            "种菜的做法，我分以下四个步骤来说：\n一、选地要看日照\n二、翻土要趁天晴\n三、浇水要在清晨\n四、施肥要少量多次\n一、选地要看日照\n选地要看日照。冬天去看一次，夏天再去看一次，记下墙影落在哪里；背风的地方先种，低洼的地方留到开春，等水退了再说。这样选出来的地，一年四季都有收成，邻居们也都照着做。\n二、翻地\n土要翻两遍。\n三、给水\n清晨浇透。\n四、追肥\n少量多次。",
            note="they come under other titles",
        ),
        Example(
            "种菜要记住以下四点：\n一、选地要看日照\n二、翻土要趁天晴\n三、浇水要在清晨\n四、施肥要少量多次\n选地要看日照。冬天去看一次，夏天再去看一次，记下墙影落在哪里；背风的地方先种，低洼的地方留到开春，等水退了再说。这样选出来的地，一年四季都有收成，邻居们也都照着做。",
            note="a list, and the text goes on",
        ),
        Example(
            "目录\n" + _ITEMS + _WHOLE.replace(_PART, _PART * 15),
            note="the table of contents of a long text, whose parts all follow",
        ),
        Example(
            "目　录\n第一章 总则\n第二章 种植\n第三章 收获\n第四章 附则\n第一章 总则\n第一条 为了种菜，制定本规则。\n"
            f"第二章 种植\n{_PART}\n第三章 收获\n{_PART}{_PART}\n第四章 附则\n第九条 本规则自春天起施行。",
            note="a statute",
        ),
        Example("议程\n一、签到\n二、报告\n三、讨论\n四、午餐\n请准时到场。", note="an agenda without text"),
        Example(_ITEMS + _PART * 6, note="a list that is followed by something else"),
        Example(
            "培训大纲\n一、概念\n二、方法\n三、案例\n四、考核\n笔试占六成，实操占四成。" + _PART * 3,
            note="none of it comes",
        ),
        Example(f"{_PART}会议强调三个方面的工作：一、选地；二、翻土；三、浇水。", note="a report"),
        Example(f"{_PART}会议就下一步工作提出了三点要求。", note="what was done"),
        Example(
            f"摘要：{_PART}本文将从三个方面展开分析。\n关键词：种菜；选地；翻土",
            note="the abstract of a paper",
        ),
        Example(
            f"《种菜入门》\n内容简介：{_PART}\n定价：三十元\n目录\n第一章 选地\n第二章 翻土\n第三章 浇水",
            note="a book that is offered",
        ),
        Example(
            f"选地要看日照\n{_PART}\n翻土要趁天晴\n{_PART}\n浇水要在清晨\n{_PART}\n本文要点\n选地要看日照\n翻土要趁天晴\n浇水要在清晨",
            note="a summary of what was said",
        ),
        Example(f"下面我讲三点。{_PART}第一，选地。第二，翻土。第三，浇水。", note="announced and delivered"),
        Example(
            f"{_PART}\n下面介绍要用的工具：\n1. 结实的锄头\n2. 细眼的喷壶\n3. 干净的布袋\n责任编辑：某某",
            note="a list that is the text itself",
        ),
        Example(
            f"{_PART}\n种菜要注意以下几点：\n1、选地要看日照\n2、翻土要趁天晴\n3、浇水要在清晨\n来源：某某网",
            note="rules in a few words",
        ),
        Example(
            f"{_PART}\n总结一下今天介绍的做法：\n1. 选地要看日照\n2. 翻土要趁天晴\n3. 浇水要在清晨\n上一篇：没有了",
            note="what was said",
        ),
        Example(
            f"{_PART}\n小编整理了种菜的书单：\n1.《选地》\n2.《翻土》\n3.《浇水》\n分享到：微信", note="books"
        ),
        Example(
            f"{_PART}\n附件：\n1. 种菜办法的说明\n2. 种子申请的表格\n3. 补助发放的标准\n某某村委会",
            note="enclosures",
        ),
        Example(
            f"目录\n一、选地\n二、翻土\n三、浇水\n一、选地\n{_PART}\n二、翻土\n{_PART}\n三、浇水\n{_PART}",
            note="a booklet with its own table of contents",
        ),
        Example("提纲的写法有讲究。" + _PART * 5, note="prose about outlines"),
        Example(f"目录\n选地 ....... 1\n翻土 ....... 7\n{_WHOLE}", note="page numbers"),
    ),
    known_misses=(
        Example(
            f"本期看点\n选地\n⟦翻土\n浇水\n施肥⟧\n选地\n{_PART * 4}",
            "toc_without_body",
            note="an outline without numbers",
        ),
    ),
)
