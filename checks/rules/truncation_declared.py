"""Texts that say themselves that they are cut.

What it finds
    The page's own words that only a part of its text is here: so many characters of so many, the
    first pages of a paper, a preview that ends, a rest that is left out or not shown.
Why it matters
    The document is a fragment by its own account, and its notice is repeated on the whole site.
How it is told
    With numbers: the notice gives the whole and the part shown (or left), the part is smaller, and
    it agrees with the characters or words counted here; then it is proved. Without, or in pages,
    which cannot be counted: a closed list of wordings, in a passage that stands apart (in brackets
    between sentences, a line of its own, beside an ellipsis, at the end) and holds little else.
What it must not be confused with
    The length of an article and the minutes it takes; what remains of other things (10% of a
    tariff); work that is not finished; a serial to be continued; excerpts and abridgements that an
    editor chose; program output. A rest kept for members or on the next page is a paywall's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from checks.evidence.cuts import ROUND, WORDS, is_notice, is_worded, literals
from checks.evidence.declared import count_of_preview, is_cut_short
from checks.evidence.notices import DIGITS, WHERE, Place, counted_after, notices_in, wording_of
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, later, visible

TRUNCATION_DECLARED = FaultClass(
    "truncation_declared",
    "truncated",
    Severity.ERROR,
    Words("the text says it is cut", "自称未完"),
    Words("{why_en}", "{why_zh}"),
)

_ZH_UNIT, _EN_UNIT = r"(个?字|汉字|字符|页|(?=[^\d%.]|$))", r"(words|characters|chars|pages)"
_TOTAL = later(
    r"(?:(?:全文|全书|全篇|全本|全长|文档|原文|正文|文章|本文|资料|完整版|原稿|总|总计|合计)(?:内容|长度)?(?:总?(?:字数|页数))?(?:共计?|总共|总计|约|有|为|是|:| ){0,4}|共计?有?约?)"
    rf"({DIGITS}) ?{_ZH_UNIT}"
)
_SHOWN = later(
    r"(?:显示|展示|呈现|保留|公开|预览|试读|试阅|试看|浏览|已读|已阅读|已浏览|已看|可读|可见|看到|提供|加载|载入|收录|摘录|选录|录|刊登|刊出|刊载|转载|贴出|已贴|贴|含|截取|节选|仅为|只为|前|仅|只有|现有|打开|本页|此页|此处|这里|当前)"
    rf"(?:了|到|前|其中|全文|原文|的|约|出|字数|页数|为|有|:| ){{0,4}}({DIGITS}) ?(?:{_ZH_UNIT}|%)"
)
_LEFT = later(
    r"(?:剩余|剩下|还剩|还有|余下|尚有|尚余|其余|未显示|未展示|未加载|未读|隐藏|省略|截去|略去|删去)(?:了|约|的|内容|全文|字数|页数|为|有|:| ){0,3}"
    rf"({DIGITS}) ?(?:{_ZH_UNIT}|%)"
)
_N_OF_M = later(
    r"(?:show|preview|display|first|read|excerpt)[^\n.]{0,30}? "
    rf"({DIGITS})(?: \w+)?(?: out)? of(?: the| a total of)? ({DIGITS}) {_EN_UNIT}"
)
_OF_M_N = later(
    rf"(?:full|total|whole|entire)[^\n.]{{0,20}}?({DIGITS})(?: words| characters| pages)?[^\n]{{0,20}}(?:shown|preview|excerpt|read|here)[^\n.]{{0,12}}?({DIGITS}) {_EN_UNIT}"
)
_GOES_ON = "，。、；：,.;:"  # a line that begins so goes on the one before it
_DIGIT = later(r"\d")
_BRACKET = later(r"[(（][^()（）\n]{1,80}[)）]")
_SENTENCE_END = later(r"[。！？!?]|[^0-9A-Za-z.]\.|\.$")
OUTLINE = 3  # lines: headings in a text stand alone or in twos, outlines and menus in longer rows
MENU_BULLET, MENU_ENTRY = 3, 12  # letters before the last entry of a menu, and of one above it
AGREES = 0.1  # CLASSES: page 003 says 2,303 characters; its running text has 2,211-2,227


class _Declared(NamedTuple):
    """What a notice says: so many of so many, in characters, words or pages."""

    shown: float
    total: float
    unit: str


class _Counts:
    """The length of a text as sites may count it; counted once, and only for a notice with numbers."""

    def __init__(self, text: Text) -> None:
        self.text = text

    @cached_property
    def characters(self) -> tuple[int, ...]:
        """Visible characters: all, without brackets (readings that no dictionary knows), running text."""
        bare = _BRACKET.sub("", self.text.view)
        return self.text.visible_length, len(visible(bare)), self._running()

    def _running(self) -> int:
        """Without menus and outlines: three or more lines in a row that hold no sentence end."""
        lines = [visible(line.text) for line in self.text.lines]
        runs = groupby((line for line in lines if line), key=lambda line: bool(_SENTENCE_END.search(line)))
        sizes = ((ends, [len(line) for line in run]) for ends, run in runs)
        return sum(sum(run) for ends, run in sizes if ends or len(run) < OUTLINE)

    @cached_property
    def words(self) -> int:
        """Words between white space."""
        return len(self.text.view.split())

    def nearest(self, declared: _Declared, place: Place) -> int | None:
        """The count that comes nearest to the declared one; None for pages."""
        if declared.unit == "pages":
            return None
        gone = counted_after(self.text, place)
        counts = [count - less for count in self.characters for less in (0, gone)]
        return min(
            [self.words] if declared.unit == "words" else counts,
            key=lambda count: abs(count - declared.shown),
        )


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each notice once, by its narrowest place."""
    counts = _Counts(text)
    yield from notices_in(text, candidates, lambda place: _notice(text, place, counts), WORDS)


def _notice(text: Text, place: Place, counts: _Counts) -> Span | None:
    passage = wording_of(text, place)
    if passage.strip(ROUND) == "more" and (
        text.view[place.end : text.line_at(place.end).end].strip(ROUND) or _ends_menu(text, place)
    ):
        return None  # where a front page would cut: the text goes on behind it; or the last entry of a menu
    declared = _declared(passage)
    counted = counts.nearest(declared, place) if declared else None
    if declared and counted is not None and abs(counted - declared.shown) <= AGREES * declared.shown:
        return text.span(
            TRUNCATION_DECLARED.name, place.start, place.end, Proof.PROVED, **_agrees(declared, counted)
        )
    if place.kind == "prose" or text.view[place.start] in _GOES_ON:
        return None
    if place.kind in ("bracket", "line") and is_cut_short(passage):
        return text.span(TRUNCATION_DECLARED.name, place.start, place.end, Proof.STRONG, **_says(place))
    if not is_notice(passage):
        return _counted(text, place)
    if (declared and place.kind != "end") or is_worded(text, place, passage):
        return text.span(TRUNCATION_DECLARED.name, place.start, place.end, Proof.STRONG, **_says(place))
    return _counted(text, place)


def _ends_menu(text: Text, place: Place) -> bool:
    """A short line stands above the one of this place, which holds nothing else."""
    line = text.line_at(place.start)
    above = text.view[: line.start].rstrip().rpartition("\n")[2].strip()
    return place.start - line.inner[0] <= MENU_BULLET and 0 < len(above) < MENU_ENTRY


def _counted(text: Text, place: Place) -> Span | None:
    """The count of a preview in a line with other words of the page."""
    at = count_of_preview(text.folded(place.start, place.end)) if place.kind == "line" else None
    if not at:
        return None
    start, end = place.start + at[0], place.start + at[1]
    return text.span(TRUNCATION_DECLARED.name, start, end, Proof.STRONG, **_says(place))


@lru_cache(maxsize=1024)  # the pages of a site repeat their notices word for word
def _declared(passage: str) -> _Declared | None:
    """The whole and the part of it that is here, if the notice gives both and the part is smaller."""
    if not _DIGIT.search(passage):
        return None
    english = _N_OF_M.search(passage) or _OF_M_N.search(passage)
    if english:
        unit = {"chars": "characters"}.get(english[3], english[3])
        numbers = sorted((_number(english[1]), _number(english[2])))
        declared = _Declared(numbers[0], numbers[1], unit)
    elif (whole := _TOTAL.search(passage)) and (part := _part(passage, whole)):
        total, number = _number(whole[1]), _number(part[1])
        share = passage[part.end(1) :].lstrip().startswith("%")
        size = number * total / 100 if share else number
        unit = "pages" if whole[2] == "页" else "characters"
        if not share and (part[2] == "页") != (whole[2] == "页"):
            return None
        declared = _Declared(size if part.re.pattern == _SHOWN.pattern else total - size, total, unit)
    else:
        return None
    return declared if 0 < declared.shown < declared.total else None


def _part(passage: str, whole: re.Match[str]) -> re.Match[str] | None:
    """The number of what is shown, or left, which is another one than that of the whole."""
    for kind in (_SHOWN, _LEFT):
        for part in kind.finditer(passage):
            if part.start(1) != whole.start(1):
                return part
    return None


def _number(digits: str) -> float:
    """
    >>> _number("4,560"), _number("1.2万")
    (4560.0, 12000.0)
    """
    factor = {"万": 10_000, "千": 1_000, "k": 1_000}.get(digits[-1], 1)
    return float(digits.rstrip("万千k").replace(",", "")) * factor


def _agrees(declared: _Declared, counted: int) -> Mapping[str, str]:
    shown, total = round(declared.shown), round(declared.total)
    zh = "词" if declared.unit == "words" else "字"
    return {
        "why_en": f"says {total} {declared.unit} in all and {shown} shown; {counted} counted",
        "why_zh": f"写明全文 {total} {zh}、显示 {shown} {zh}；实数 {counted} {zh}",
    }


def _says(place: Place) -> Mapping[str, str]:
    where = WHERE[place.kind]
    return {"why_en": f"says {where.en} that it is cut", "why_zh": f"{where.zh}自称未完或不全"}


CHECK = Check(
    name="truncation_declared",
    doc=__doc__,
    classes=(TRUNCATION_DECLARED,),
    find=find,
    phrases=frozenset(literals()),
    fires_on=(
        Example(
            "船离了岸，雨大起来。\n⟦（本章未完，更多内容请到起点阅读）⟧",
            "truncation_declared",
            note="names a site",
        ),
        Example(
            "说明：⟦文档内容仅供预览，个别章节可能不全⟧，需要复制的请下载。\n第一课讲的是水的循环，第二课讲云和雨。",
            "truncation_declared",
        ),
        Example(
            "村东头有一口老井，井沿上的石头磨得发亮。天旱的那年，全村人都靠它吃水 ……⟦（未完，全文共120字，当前仅显示36字，请阅读下面提示信息⟧",
            "truncation_declared",
            note="the numbers agree; the bracket is never closed",
        ),
        Example(
            "⟦文檔共12頁，僅顯示前3頁⟧\n第一節 總則\n本辦法自公布之日起施行。",
            "truncation_declared",
            note="pages cannot be counted here",
        ),
        Example("试验到第三天才见分晓。\n⟦还剩9页未读，继续阅读⟧\n相关文档", "truncation_declared"),
        Example("⟦溫馨提示：由於篇幅有限，此處僅顯示部分內容⟧\n一、選種\n二、育苗", "truncation_declared"),
        Example("两条路都通向渡口。\n⟦—— 试读结束 ——⟧", "truncation_declared"),
        Example(
            "麦子黄了，人却……⟦（剩余75%）⟧", "truncation_declared", note="a bare share, beside an ellipsis"
        ),
        Example("他抬起头，看见山那边⟦（未完）⟧", "truncation_declared", note="the sentence is cut, too"),
        Example("二是水源不足，三是人手不够。⟦【以下内容已省略】⟧", "truncation_declared"),
        Example("会议要求各村抓紧落实，⟦（下转第四版）⟧", "truncation_declared", note="a newspaper's page"),
        Example(
            "剩下的路不好走。\n⟦剩余62%的内容，开通会员后阅读⟧",
            "truncation_declared",
            note="a wall that says so",
        ),
        Example("船离了岸，雨大起来。\n⟦本章未完，请点击下一页继续阅读⟧", "truncation_declared"),
        Example("⟦（上接第一版）⟧二是抓好春耕。", "truncation_declared", note="its beginning is elsewhere"),
        Example("渠修好了，水也到了。\n⟦以上为节选，完整版请下载⟧", "truncation_declared"),
        Example("渠修好了，水也到了。\n⟦內容過長，已被截斷⟧", "truncation_declared"),
        Example("渠修好了，水也到了。\n⟦全文字数：1757　已加载：1228　未加载：529⟧", "truncation_declared"),
        Example("⟦【節選】以下內容為原文的28%，未全部收錄⟧\n渠修好了，水也到了。", "truncation_declared"),
        Example("渠修好了，水也到了。  ⟦文档共9页,当前预览前3页,还有6页未读⟧", "truncation_declared"),
        Example(
            "渠修好了，水也到了。\n⟦（后面几段没有抓取到）⟧",
            "truncation_declared",
            note="what, and that it is not here",
        ),
        Example(
            "渠修好了，水也到了。\n⟦您正在阅读的是预览版，第4页/共27页⟧\n登录后可预览更多页",
            "truncation_declared",
            note="the page of a preview",
        ),
        Example(
            "3．桶里原有半桶水，又倒进三升，\n⟦本试题共8页，预览3页⟧，解析对本校学员开放，充值学贝查看",
            "truncation_declared",
            note="a count beside an offer of a site of its own",
        ),
        Example("渠修好了，水也到了。\n⟦（节录，全文见本刊下期）⟧", "truncation_declared", note="says where"),
        Example("下面，我讲三点。\n⟦（講話全文略）⟧", "truncation_declared", note="names what is left out"),
        Example("永乐三年，渠成。\n⟦（以下残缺）⟧", "truncation_declared", note="an old text"),
        Example("渠修好了，水也到了。\n⟦后面还有12章⟧", "truncation_declared"),
        Example("渠修好了，水也到了。\n⟦（因字数限制，未能全部贴出）⟧", "truncation_declared"),
        Example("The lamp went out and… ⟦[+1834 chars]⟧", "truncation_declared", note="a news feed"),
        Example("Chapter 1. The harbour.\n⟦End of preview⟧", "truncation_declared"),
        Example("⟦This preview shows page 1 - 3 out of 10 pages.⟧\nSoil samples.", "truncation_declared"),
        Example("渠修好了，水也到了，人们把\n⟦——选自该刊第二期，有删改，以下从略——⟧", "truncation_declared"),
        Example(
            "渠修好了，水也到了，人们把\n……⟦（未完，网络版为摘录，全文见纸质刊物）⟧", "truncation_declared"
        ),
    ),
    silent_on=(
        Example("• 春耕\n• 水渠\n• More...\n春耕一到，村里人都去看水。", note="the last entry of a menu"),
        Example(
            "水退了以后，村里的人又能从桥上走到对岸去。[more...]三年以前，桥还没有修好，大家只能坐船。",
            note="it goes on",
        ),
        Example("如果字段内容超长则以省略号截断以适应列宽。\n抓取所有剩余行。", note="a manual"),
        Example(
            "#include <stdio.h>\n<not shown>\nint main(void);",
            note="nothing but what stands in angle brackets",
        ),
        Example(
            "描述\n       缓冲区里还有没有取走的数据（剩余的2\n       页要等下一次读取），程序应当再读一遍。",
            note="a line that goes on below",
        ),
        Example("——选自《渠边》第三章，有删节——\n（摘自该书，略有改动）", note="an editor's choice"),
        Example("本页为节选目录，完整版图纸存档案室备查，借阅须登记。", note="a register"),
        Example("据上文，余下各项略有增减。", note="no cut"),
        Example("全文共5222字，阅读大约需要12分钟", note="a length and the minutes it takes"),
        Example("双方同意取消剩余10%的关税，剩余3页附件另行公布。", note="what remains of other things"),
        Example(
            "这份报告全文共8000字，目前只公开了2000字。",
            note="told of another text; the numbers do not agree",
        ),
        Example("雨停了，路还长。（未完待续）\n未完待续……", note="a serial"),
        Example("本文未完成的部分由其弟子续写。", note="work that was not finished"),
        Example("工程還未完工，請繞行。"),
        Example(
            "第二章 未完的旅程\n船靠岸了。（未完）", note="a title; an instalment that ends with a sentence"
        ),
        Example("中华人民共和国某某法（节选）\n第一条 为了保护耕地，制定本法。", note="an editor's choice"),
        Example("他讲了半天，此处省略一万字……", note="a figure of speech"),
        Example("（全文完）\n（略）"),
        Example("本文到此结束，谢谢阅读。\n以上就是本文的全部内容", note="the end of a whole text"),
        Example("本文未经许可不得转载"),
        Example("全文共分四部分\n只收前三名\n进度80%"),
        Example("因版面所限，仅展示部分获奖名单。", note="a list, not the text"),
        Example("本试题共8页，满分100分，考试时间90分钟", note="the pages of a paper"),
        Example("全书共十二卷，已出版三卷。\n项目共38个，已展示5个", note="counts of other things"),
        Example("还有12章，他打算明年写完。\n报名还剩3天，还有12个名额", note="what remains of other things"),
        Example("（选自《山居笔记》，有改动）\n（附件略）\n（证明略）", note="an editor's remarks"),
        Example("1. 免费版仅显示部分内容。\n搜索结果仅显示前100页。", note="a manual"),
        Example("手机电量剩余30%\n下载进度：已显示50%"),
        Example("网页显示“以下内容已省略”时，请展开折叠的段落。", note="quoted in instructions"),
        Example("第1页 共43页\n本书共43页", note="a page number"),
        Example("限于篇幅，此处不再赘述，证明从略。", note="an author's economy"),
        Example("表格显示不全时，请把浏览器窗口拉宽。", note="a manual"),
        Example("以下内容仅供参考\n以上内容由编辑整理", note="notices about content"),
        Example("下转第二栏的数字加总后填入合计。", note="a form"),
        Example("登录后可阅读全文", note="a wall that says nothing of the rest"),
        Example("开通会员，畅读全站文章", note="an offer"),
        Example("阅读全文\n点击展开全文", note="a teaser's link"),
        Example("log output has been truncated\nIf the string is too long it is truncated."),
        Example("There are 3 pages left in the notebook. She read the first 10 of 90 pages."),
        Example("The preview has ended its run at the theatre."),
        Example("25% of the document was written by volunteers."),
    ),
    known_misses=(
        Example("人都散了。⟦（未完）⟧", "truncation_declared", note="as well the end of an instalment"),
        Example(
            "渡口的灯灭了。⟦全文一千二百字，此为前三百字。⟧",
            "truncation_declared",
            note="numbers written out, without a word for showing",
        ),
    ),
)
