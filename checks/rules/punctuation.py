"""Marks that collide, marks that are missing, quotation marks that do not close.

What it finds
    Doubled and colliding marks, ，， ,。 、，, three of them and more; paragraphs of running prose without a
    single mark; a quotation that is opened and not closed.
Why it matters
    Tools that rewrite texts set marks in or take them out; sentences can no longer be told apart.
How it is told
    Collisions by a closed list of pairs that no writer sets, between two Han characters, and by their
    number. Missing marks by a run of characters longer than any sentence, which holds the function words
    of modern prose. Quotation marks by counting, which is a hint.
What it must not be confused with
    ……, ！！, ？！, 。。。 and ，，， of chat, 、、 in an exercise; tables, CSV, program text, Markdown; verse,
    classical texts without marks, titles, lists, tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checks.evidence.stray_marks import strewn_in
from checks.model import Candidate, Check, Example, FaultClass, Limit, Proof, Severity, Span, Words
from checks.signs import AllOf, AnyOf, Condition, Run, Sign, Unequal
from checks.text import Text, fold, is_han, later

PUNCT_INSERTION = FaultClass(
    "punct_insertion",
    "garbled",
    Severity.WARNING,
    Words("colliding punctuation", "标点重叠"),
    Words("{n} places where marks collide (first: {marks})", "{n} 处标点重叠（首处：{marks}）"),
    limits=(Limit(Severity.INFO), Limit(Severity.WARNING, n=2)),  # CLASSES: three and more
)
PUNCT_DROPPED = FaultClass(
    "punct_dropped",
    "garbled",
    Severity.WARNING,
    Words("punctuation missing", "标点缺失"),
    Words(
        "{n} passages of running prose hold no mark at all (first: {size} characters)",
        "{n} 段正文没有任何标点（首段 {size} 字）",
    ),
)
UNBALANCED_QUOTE = FaultClass(
    "unbalanced_quote",
    "garbled",
    Severity.INFO,
    Words("unclosed quotation", "引号不成对"),
    Words(
        "{opened} opening against {closed} closing quotation marks", "前引号 {opened} 个，后引号 {closed} 个"
    ),
)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield collisions when there are three and they stand close, then what is missing."""
    told = list(_collisions(text)) if text.shows("punctuation", "collisions") else []
    yield from told
    if not told and text.shows("punctuation", "strewn"):
        yield from _strewn(text)
    if text.shows("punctuation", "unmarked"):
        yield from _unmarked(text)
    if text.shows("punctuation", "unclosed"):
        yield from _unclosed(text)


# --- collisions

_PAIR = later(
    "，[ \u3000]?[，。、；：,;.]|。[ \u3000]?[，、。；：,;.]|、[ \u3000]?[，。、；：,;.]|；[，。、；：,.]|：[，。、；,.]"
    "|, ?[，。、；：,.]|[！？][，。、；：,]|\\.[，。、；：,]"
)
_CODE = later(r"```|[{};]\n|\|\s*\|")
MOST = 3  # CLASSES: fewer are slips of a writer; 4 single ones in 6,350 clean documents
EVERY = 600  # characters a collision at least; a long judgment gathers three slips of its clerk in thousands
CHAT = later("([，。、,])\\1\\1")  # a writer who draws his pauses out


def _collisions(text: Text) -> Iterator[Span]:
    found = [pair for pair in _PAIR.finditer(text.view) if _between_han(text.view, *pair.span())]
    if len(found) < max(MOST, len(text.view) / EVERY) or _CODE.search(text.view):
        return
    doubled = [pair for pair in found if pair[0][0] == pair[0][1]]
    if len(doubled) == len(found) and CHAT.search(text.view):
        return
    for pair in found:
        yield text.span("punct_insertion", *pair.span(), Proof.STRONG, marks=pair[0])


def _strewn(text: Text) -> Iterator[Span]:
    for start, end in strewn_in(text):
        around = text.view[start - 2 : end + 2]
        yield text.span("punct_insertion", start, end, Proof.STRONG, marks=around)


def _between_han(view: str, start: int, end: int) -> bool:
    """A character before it, and a character, a quotation or the end of the line behind it."""
    return (
        start > 0
        and (is_han(view[start - 1]) or view[start - 1] in "%％》）")
        and (is_han(view[end : end + 1] or " ") or view[end : end + 1] in _ENDS)
    )


_ENDS = ("", "\n", "“", "「", "《")


# --- nothing but characters

LONGEST = 120  # letters in a row: the longest in 4,268 clean documents has 100, the next 84
_PLAIN = "0-9A-Za-z%％\u4e00-\u9fff"
_RUN = later(rf"[{_PLAIN}]{{{LONGEST},}}+")
_SHORT_RUNS = later(
    rf"(?=(?P<runs>(?:[{_PLAIN}]{{0,{LONGEST - 1}}}+[^{_PLAIN}]++)*))(?P=runs)"
)  # stops where a long one begins
HAN_SHARE = 0.8  # the rest are figures and names; an address or a key has no Han
_FUNCTION_WORDS = frozenset("的了是在这那我你他她们就都也还说着把被很")
FUNCTION_SHARE = (
    0.05  # of news 7 % of the characters are these, of essays 13 %; of names, headings and tags under 4 %
)


def _unmarked(text: Text) -> Iterator[Span]:
    shorts = _SHORT_RUNS.match(text.view)
    for run in _RUN.finditer(text.view, shorts.end() if shorts else 0):
        said = fold(run[0])
        share = sum(c in _FUNCTION_WORDS for c in said) / len(said)
        han = sum(map(is_han, said))
        if (
            han >= HAN_SHARE * len(said)
            and share >= FUNCTION_SHARE
            and len(set(said)) > 0.25 * min(len(said), 200)
        ):
            yield text.span("punct_dropped", *run.span(), Proof.STRONG, size=len(said))


# --- quotation marks

_QUOTES = (("“", "”"), ("「", "」"))


def _unclosed(text: Text) -> Iterator[Span]:
    for opening, closing in _QUOTES:
        opened, closed = text.view.count(opening), text.view.count(closing)
        if opened != closed and opened >= 2:
            yield from _unclosed_lines(text, opening, closing, opened, closed)


def _unclosed_lines(text: Text, opening: str, closing: str, opened: int, closed: int) -> Iterator[Span]:
    """The quotations that are not closed before their line ends or the next one opens; a hint."""
    places = [m.start() for m in re.finditer(opening, text.view)]
    for place, following in zip(places, [*places[1:], len(text.view)], strict=True):
        line_end = text.line_at(place).end
        end = min(following, line_end)
        goes_on = text.view[line_end : line_end + 8].lstrip().startswith(opening)  # one of several paragraphs
        if closing not in text.view[place:end] and not goes_on:
            first = re.search(r"[。！？!?]", text.view[place:end])
            stop = place + first.end() if first else end
            yield text.span("unbalanced_quote", place, stop, Proof.HINT, opened=opened, closed=closed)
            return


_HAN_BEFORE = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af%％》）]"
_HAN_BEHIND = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af\n\0“「《]"
_COLLIDE = (
    ("[，。、；：]", "[，。、；：,;.]"),
    (",", "[，。、；：,.]"),
    ("[！？.]", "[，。、；：,]"),
    ("[，。、,]", "[ \u3000]", "[，。、；：,;.]"),
)
_STREWN = (
    ("[，,、。；]", "[的们們着著过過式化者性]", "[一-鿿]"),
    ("[一-鿿]", "[在为為把被从從与與和及]", "[，,、。；]", "[一-鿿]"),
)
CALLED_BY: Mapping[str, Condition] = {
    "collisions": AnyOf(*(Sign(_HAN_BEFORE, *marks, _HAN_BEHIND) for marks in _COLLIDE)),
    "strewn": AnyOf(
        *(Sign(*marks, least=2) for marks in _STREWN), AllOf(*(Sign(*marks) for marks in _STREWN))
    ),
    "unmarked": Run(f"[^{_PLAIN}]", LONGEST),
    "unclosed": Unequal("“”", "「」"),
}


CHECK = Check(
    name="punctuation",
    doc=__doc__,
    classes=(PUNCT_INSERTION, PUNCT_DROPPED, UNBALANCED_QUOTE),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example("春天来了⟦，，⟧河水涨了⟦，。⟧船也修好了⟦、，⟧大家都很高兴。", "punct_insertion"),
        Example("县里开会⟦,,⟧布置春耕⟦,。⟧各村报数⟦，,⟧准备种子。", "punct_insertion", note="both widths"),
        Example("縣裡開會⟦。，⟧佈置春耕⟦；，⟧各村報數⟦：，⟧準備種子。", "punct_insertion"),
        Example(
            "渡口的破船修好以⟦，⟧后村里的人都很高兴。老人坐在⟦，⟧岸边晒网，孩子把贝⟦，⟧壳排成一行。明天一早大家就可⟦，⟧以出海捕鱼，把新⟦，⟧鲜的鱼虾送到城里⟦，⟧的集市上。",
            "punct_insertion",
            note="commas strewn into words",
        ),
        Example("船靠岸了⟦！，⟧大家都来看⟦？，⟧没有人说话⟦，.⟧\n第二天又走了。", "punct_insertion"),
        Example(
            "⟦早上起来我先去河边挑了两担水然后把院子里的落叶扫干净再到厨房里给孩子们做饭吃过饭他们就背着书包去上学了我和他爹拿着锄头到地里去锄草太阳升得很高的时候才回来中午随便吃了一点东西又到集市上去卖鸡蛋卖完鸡蛋买了一斤盐和两尺布回到家里天已经黑了孩子们都在灯下写作业他爹坐在门口抽烟⟧",
            "punct_dropped",
            note="a page of running prose",
        ),
        Example("他说：⟦“船明天就修好。⟧大家听了都笑。后来又有人问：“真的？”他点点头。", "unbalanced_quote"),
    ),
    silent_on=(
        Example("等一等……再等一等……船就来了！！真的？！"),
        Example("好吧，，，那我走了，，，你们慢慢聊。。。", note="a writer who draws his pauses out"),
        Example("不知道。。。算了，，，睡觉。。。"),
        Example("春天来了，，河水涨了，船也修好了。", note="one slip"),
        Example("各乡、镇人民政府和区、县人民政府应当公布名单，由乡、镇汇总，报区、县备案。", note="a list"),
        Example("为人，为事，为学，为官，都要讲一个真字；风儿走，云儿走，我也走。", note="parallel clauses"),
        Example(
            "他问：“来吗？”，她说：“来！”，两个人就走了。又问“饿吗？”，都摇头。", note="marks of quotations"
        ),
        Example("姓名,,年龄,,住址\n甲,,30,,\n乙,,40,,", note="CSV"),
        Example("请填空：（　）、（　）、、（　）。"),
        Example("| 甲 |，| 乙 |，| 丙 |。"),
        Example("白日依山尽黄河入海流欲穷千里目更上一层楼", note="verse without marks"),
        Example(
            "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩一体率宾归王",
            note="classical text without marks",
        ),
        Example(
            "苹果 香蕉 橘子 葡萄 西瓜 桃子 李子 杏子 梨 樱桃 草莓 芒果 菠萝 荔枝 龙眼 石榴", note="a list"
        ),
        Example(
            "法律全称：某省人民代表大会常务委员会关于批准某市人民代表大会常务委员会关于修改某市城市房屋权属登记条例的决定的决定"
        ),
        Example("他说：“走。”\n她说：“不走。”\n两个人都不再说话。"),
        Example(
            "他写道：“第一段。\n“第二段，说完了。”\n信到这里就结束了。", note="a quotation of two paragraphs"
        ),
    ),
)
