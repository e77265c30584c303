"""Damage done to the layout: spaces, line breaks and U+00A0 that the text did not have.

What it finds
    Spaces after Chinese punctuation or inside words, line breaks in the middle of a sentence, headings that
    have lost their line break, no-break spaces left over from HTML.
Why it matters
    Small as they are, they tell how a text was made (an HTML to text converter, a PDF), split words and
    sentences, and keep equal texts from being found equal.
How it is told
    By what stands on both sides, and by counting: three stray spaces or no-break spaces at least; a comma
    at the end of a long line with a sentence that goes on below; a run of lines cut at one length; a
    number of a heading inside a line whose fellows open theirs; a heading longer than its fellows.
What it must not be confused with
    Verse, tables, lists, names and headings set with blanks (王 芳, 目 录), code, Markdown, items after a
    comma, salutations, blanks between Latin letters and Han.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from statistics import median

from checks.evidence.lexicon import words
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import EDGE, AllOf, AnyOf, Condition, Sign, Within
from checks.text import Line, Text, is_han, later


def _fault(name: str, label: Words, message: Words) -> FaultClass:
    return FaultClass(name, "layout", Severity.INFO, label, message)


CLASSES = (
    _fault(
        "stray_space",
        Words("space that does not belong there", "多余空格"),
        Words("{n} spaces after Chinese punctuation or inside words", "{n} 处空格位于中文标点之后或词语中间"),
    ),
    _fault(
        "nbsp_residue",
        Words("no-break spaces of HTML", "残留的不换行空格"),
        Words("{marks} characters U+00A0 left from HTML", "残留 {marks} 个 HTML 不换行空格（U+00A0）"),
    ),
    _fault(
        "broken_line",
        Words("line broken in mid-sentence", "句中断行"),
        Words(
            "{n} line breaks inside a sentence (first: {around})", "{n} 处在句子中间断行（首处：{around}）"
        ),
    ),
    _fault(
        "joined_lines",
        Words("lines run together", "行被连在一起"),
        Words(
            "{n} headings run together with the next line (first: {around})",
            "{n} 处标题与下一行相连（首处：{around}）",
        ),
    ),
)

# Found on the five pages of the example corpus, then tried on clean news, statutes and labelled pages.
SPLIT = 0.2  # share of the spaces that split a word: 0.35-0.5 where set at random, under 0.05 in verse, tables, headings
SENTENCE = 12  # Han of a line that make a sentence
NUMBERS = 2  # that are broken in the middle; one may be the end of a sentence and the number of the next item
SEVERAL = 3  # stray spaces, no-break spaces: fewer are slips
MOST = 1_000  # places looked at in one text
TITLE = 4  # characters that stand before the next paragraph at least
VERSE = 22  # characters: two lines of seven with their marks are 16, a long line of a song is shorter
PAGE = 100  # characters of a page in front of such a break; those met had some five hundred
LONG = 40  # characters of a line that a sentence fills; lines of verse are shorter
WRAPS = 6  # breaks in a row that make hard wraps
WIDTH = range(18, 61)  # characters of a hard wrapped line
ALIKE, CUT = 0.7, 0.15  # share of lines of one width, share of breaks that cut a word

_HAN = "㐀-鿿"
_AFTER_MARK = later(rf" (?:(?<=[{_HAN}“”）)][。，、；：！？,;:!?”] )(?=[{_HAN}“《])|(?<=[{_HAN}] )(?=……))")
_SPACES = (" ", "\u3000", "\u2003", "\u2002")
_HAN_SPACE = {
    space: later(
        rf"{space}(?<=[{_HAN}]{space})(?<![章节節條条款课課则則年月日]{space})[ \u2002\u2003\u3000]{{0,3}}(?=[{_HAN}])"
    )
    for space in _SPACES
}
_CLAUSE = later("第[一二三四五六七八九十百零]{1,6}.$|(?:^|[\n“])[^，。、]{0,2}$")
_PAUSE = later("[。，；、,;]")
_MISREAD = later(
    "\xa0(?<=[\x80-\u036f\u0400-\u052f\u2500-\u259f\u221a]\xa0)[\x80-\x9f\xa1-\u036f\u0400-\u052f\u2500-\u259f]"
)  # bytes read as letters, one of them U+00A0
_COMMA_END = later(rf"\n(?<=[,，、]\n)(?=[ \t\u3000]*[{_HAN}“《])")
_IN_NUMBER = later(rf"[{_HAN}，,:：][0-9]{{1,4}}\.(\n)[0-9]{{1,3}}(?:%|[a-z{_HAN}，,])")
_PAGE_START = later(rf"([{_HAN}])[ \t]*\n\s*([1-9][0-9]{{0,2}})、[ \t]*([{_HAN}])")
_MARK_START = later(rf"[{_HAN}”》）](\n)[ \t\u3000]*[，。；,](?=[{_HAN}“《][^,\n]{{5}}|\n[{_HAN}“《])")
_ITEM = later(
    r"[ \t\u3000]*(?:[\u3400-\u9fff]{2,6}[:：]|[一二三四五六七八九十]{1,3}[、是要]|[(（第]|其[一二三四]|首先|甲|乙|附)"
)
_HAN_BREAK = later(rf"\n(?<=[{_HAN}]\n)(?=[{_HAN}])")
_INDENT = later(rf"\u3000(?<=[{_HAN}。！？”]\u3000)\u3000(?=[{_HAN}“])")
_FIRST_CLAUSE = later(rf"第一([条條章节節])(?<=[{_HAN}）]第一.)[\u3000 ]")
_NUMBER = later(r"\n[ \t\xa0\u3000]*([一二三四五六七八九十])、")
_HEADING = later(rf"\n[ \t\xa0\u3000]*([{_HAN}“”]{{5,12}})[:：]([^\n。]{{4,60}})(?=\n)")


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each kind in turn; each leaves at once where its marks are missing."""
    for name, told in _KINDS.items():
        if text.shows("layout", name):
            yield from told(text)


def _stray_spaces(text: Text) -> Iterator[Span]:
    """Spaces after marks; and those between Han where enough of them stand inside words."""
    view = text.view
    if not any(space in view for space in _SPACES):
        return
    places = [m.span() for m in islice(_AFTER_MARK.finditer(view), MOST)] if " " in view else []
    places += _between_han(text)
    if len(places) >= SEVERAL:
        for start, end in sorted(places):
            yield text.span("stray_space", start, end, Proof.STRONG)


def _between_han(text: Text) -> list[tuple[int, int]]:
    """In sentences and not behind the number of a clause; none where hardly one splits a word."""
    view = text.view
    found = chain.from_iterable(_HAN_SPACE[space].finditer(view) for space in _SPACES if space in view)
    spaces = [
        m.span() for m in islice(found, MOST) if not _CLAUSE.search(view[max(m.start() - 8, 0) : m.start()])
    ]
    split = [place for place in spaces if _splits_word(text, *place)] if len(spaces) >= SEVERAL else []
    return spaces if len(split) >= max(SEVERAL, SPLIT * len(spaces)) else []


def _splits_word(text: Text, start: int, end: int) -> bool:
    """In a sentence, and the Han beside the space are a word together."""
    beside = text.folded(start - 1, start) + text.folded(end, end + 1)
    return beside in words() and _in_sentence(text, start, end)


def _in_sentence(text: Text, start: int, end: int) -> bool:
    """A pause and a dozen Han stand around it on its line: no name, heading or table."""
    before, after = text.view[max(start - LONG, 0) : start], text.view[end : end + LONG]
    around = before.rpartition("\n")[2] + after.partition("\n")[0]
    return bool(_PAUSE.search(around)) and sum(map(is_han, around)) >= SENTENCE


def _no_break_spaces(text: Text) -> Iterator[Span]:
    marks = text.view.count("\xa0") if "\xa0" in text.view else 0
    if marks >= SEVERAL and not _MISREAD.search(text.view):
        for run in islice(re.finditer("\xa0(?:[ \xa0]*\xa0)?", text.view), MOST):
            yield text.span("nbsp_residue", *run.span(), Proof.STRONG, marks=marks)


def _broken_after_comma(text: Text) -> Iterator[Span]:
    """A line of prose ends in a comma and the next goes on; not where most lines do so, as in verse."""
    matches = list(islice(_COMMA_END.finditer(text.view), MOST))
    if not matches:
        return
    broken = [(m, text.line_at(m.start() - 1), text.line_at(m.end())) for m in matches]
    few = 4 * len(matches) <= text.view.count("\n") + 4
    clear = [(m, below) for m, line, below in broken if few and _is_long(line, below)]
    prose = [(m, below) for m, line, below in broken if _is_prose(line, below)]
    for match, below in clear if len(prose) < SEVERAL else prose:
        yield _break(text, match.start() - 3, below.inner[0] + 2)


def _broken_before_mark(text: Text) -> Iterator[Span]:
    """A line opens with the mark that ends a clause: a bold word or a link stood on the line above."""
    places = [m.start(1) for m in islice(_MARK_START.finditer(text.view), MOST)]
    if len(places) >= SEVERAL:
        for at in places:
            yield _break(text, at - 2, text.line_at(at + 1).inner[0] + 2)


def _broken_in_number(text: Text) -> Iterator[Span]:
    """The full stop of a number was taken for the end of a sentence: 为98.⏎64%."""
    places = [m.start(1) for m in islice(_IN_NUMBER.finditer(text.view), MOST)]
    if len(places) >= NUMBERS:
        for at in places:
            yield _break(text, at - 2, at + 3)


def _broken_by_page(text: Text) -> Iterator[Span]:
    """A page of a library's preview ends inside a word, and the next begins with its number: 房屋状⏎2、况."""
    for match in islice(_PAGE_START.finditer(text.view), MOST):
        line, start = text.line_at(match.start()).stripped, match.start(3)
        left, right = text.folded(match.end(1) - 2, match.end(1)), text.folded(start, start + 2)
        cut = left[-1] + right[0] in words() and not (left in words() and right in words())
        if cut and len(line) >= PAGE and "。" in line and line.startswith(f"{int(match[2]) - 1}、"):
            yield _break(text, match.end(1) - 2, start + 2)


def _is_long(line: Line, below: Line) -> bool:
    return len(line.stripped) >= LONG and len(below.stripped) >= LONG / 2 and not _ITEM.match(below.text)


def _is_prose(line: Line, below: Line) -> bool:
    """One of the two is longer than a line of verse and holds a pause; no item begins below."""
    sides = (line.stripped, below.stripped)
    return not _ITEM.match(below.text) and any(
        len(side) >= VERSE and _PAUSE.search(side[:-1]) for side in sides
    )


def _break(text: Text, start: int, end: int) -> Span:
    around = text.view[max(start - 4, 0) : end + 4].replace("\n", "⏎")
    return text.span("broken_line", max(start, 0), end, Proof.STRONG, around=around)


def _wrapped(text: Text) -> Iterator[Span]:
    """Lines cut at one width, some of them inside a word."""
    if sum(1 for _ in islice(_HAN_BREAK.finditer(text.view), WRAPS)) < WRAPS:
        return
    pairs = [(a, b) for a, b in pairwise(text.lines[: 4 * MOST]) if _goes_on(a, b)]
    if len(pairs) < WRAPS:
        return
    width = Counter(len(a.stripped) for a, _ in pairs).most_common(1)[0][0]
    alike = [(a, b) for a, b in pairs if abs(len(a.stripped) - width) <= 1]
    cut = sum(
        text.folded(a.inner[1] - 1, a.inner[1]) + text.folded(b.inner[0], b.inner[0] + 1) in words()
        for a, b in alike
    )
    if len(alike) >= max(WRAPS, ALIKE * len(pairs)) and cut >= CUT * len(alike):
        for a, b in alike[:MOST]:
            yield _break(text, a.inner[1] - 2, b.inner[0] + 2)


def _goes_on(line: Line, following: Line) -> bool:
    """Both lines are prose, and the first ends in a Han."""
    one, two = line.stripped, following.stripped
    return (
        len(one) in WIDTH
        and bool(two)
        and is_han(one[-1])
        and is_han(two[0])
        and bool(re.search("[，。,、；]", one[:-1] + two))
    )


def _joined_indents(text: Text) -> Iterator[Span]:
    """Two ideographic spaces, which open paragraphs, stand amid a line."""
    matches = islice(_INDENT.finditer(text.view), MOST) if "\u3000\u3000" in text.view else ()
    for match in matches:
        line = text.line_at(match.start())
        titled = match.start() - line.start >= TITLE and len(line.text) >= LONG
        if titled and _PAUSE.search(text.view[match.end() : match.end() + LONG]):
            yield _join(text, match.start())


def _joined_clauses(text: Text) -> Iterator[Span]:
    """第一条 stands inside a line, and the second opens one or stands in the same line behind a stop."""
    if "第二" not in text.view:
        return
    for match in islice(_FIRST_CLAUSE.finditer(text.view), 1):
        second = f"第二{match[1]}"
        at = text.view.find(second, match.end())
        if at > 0 and text.view[at - 1] in "\n。；" and text.view[at + 3 : at + 4] in ("\u3000", " "):
            yield _join(text, match.start() + 1)


def _joined_numbers(text: Text) -> Iterator[Span]:
    """一、 and 三、 open their lines, 二、 stands inside one."""
    opened = {m[1] for m in islice(_NUMBER.finditer(text.view), MOST)}
    opened |= {text.view[0]} if text.view[1:2] == "、" else set()
    if not {"一", "三"} <= opened:
        return
    numbers = "一二三四五六七八九十"
    last = max(numbers.index(n) for n in opened)
    for number in (n for n in numbers[1:last] if n not in opened):
        places = [
            m.start() + 1
            for m in islice(
                re.finditer(
                    rf"(?<![第{numbers}])(?:(?![第{numbers}])[{_HAN}。”）)]){number}、[{_HAN}]{{2}}",
                    text.view,
                ),
                2,
            )
        ]
        if len(places) == 1:
            yield _join(text, places[0])


def _joined_headings(text: Text) -> Iterator[Span]:
    """Headings of one form (甲创新:…, 乙创新:…) and one of them much longer: its subtitle was glued to it."""
    headings = list(islice(_HEADING.finditer(text.view), 100))
    forms = Counter(text.folded(m.end(1) - 4, m.end(1)) for m in headings)
    for form in (form for form, n in forms.items() if n >= SEVERAL):
        same = [m for m in headings if text.folded(m.end(1) - 4, m.end(1)) == form]
        usual = median(len(m[2]) for m in same)
        for m in same:
            if len(m[2]) >= 2 * usual and re.search("[,，]", m[2]):
                yield from _cut(text, m.start(2), [len(o[2]) for o in same if o is not m])


def _cut(text: Text, start: int, lengths: Sequence[int]) -> Iterator[Span]:
    """Where the heading may have ended: behind a word, at a length that its fellows have."""
    for at in range(start + min(lengths), start + max(lengths) + 1):
        if text.folded(at - 2, at) in words() and text.folded(at - 1, at + 1) not in words():
            yield _join(text, at)
            return


def _join(text: Text, at: int) -> Span:
    return text.span(
        "joined_lines",
        max(at - 4, 0),
        at + 4,
        Proof.STRONG,
        around=text.view[max(at - 4, 0) : at + 4].replace("\n", "⏎"),
    )


_KINDS = {
    "spaces": _stray_spaces,
    "no-break spaces": _no_break_spaces,
    "commas": _broken_after_comma,
    "marks": _broken_before_mark,
    "decimals": _broken_in_number,
    "pages": _broken_by_page,
    "wrapped": _wrapped,
    "indents": _joined_indents,
    "clauses": _joined_clauses,
    "numbers": _joined_numbers,
    "headings": _joined_headings,
}

CALLED_BY: Mapping[str, Condition] = {
    "spaces": AnyOf(
        Sign("[。，、；：！？,;:!?”]", " ", f"[{_HAN}“《]"),
        Sign(f"[{_HAN}]", " ", "…", "…"),
        Sign(
            f"(?![章节節條条款课課则則年月日])[{_HAN}]",
            "[ \u2002\u2003\u3000]",
            f"[{_HAN} \u2002\u2003\u3000]",
            least=SEVERAL,
        ),
    ),
    "no-break spaces": Sign("\xa0", least=SEVERAL),
    "commas": Sign("[,，、]", "\n"),
    "decimals": Sign("[0-9]", r"\.", "\n", "[0-9]", least=NUMBERS),
    "pages": AllOf(
        Sign(f"[{_HAN} \t]", "\n"), Sign("[\n \t]", "[1-9]", "、"), Sign("[\n \t]", "[2-9]", "、")
    ),
    "marks": AnyOf(
        Sign("\n", "[，。；,]", f"[{_HAN}“《\n]", least=SEVERAL),
        Sign("\n", "[ \t\u3000]", "[ \t\u3000，。；,]", least=SEVERAL),
    ),
    "wrapped": Sign(f"[{_HAN}]", "\n", f"[{_HAN}]", least=WRAPS),
    "indents": Sign(f"[{_HAN}。！？”]", "\u3000", "\u3000", f"[{_HAN}“]"),
    "clauses": Sign(f"[{_HAN}）]", "第", "一", "[条條章节節]"),
    "numbers": AllOf(*(Sign(f"[\n{EDGE} \t\xa0\u3000]", number, "、") for number in "一三")),
    "headings": Within("\n", "[:：]", 20, SEVERAL),
}


CHECK = Check(
    name="layout",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "1、"
            + "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了。" * 4
            + "渠边种了柳树，也种了果树，闸门⟦的钥\n\n2、匙由⟧守渠人保管。"
            + "秧苗能按时下田，大家都很高兴。" * 3,
            "broken_line",
            note="a page of a preview",
        ),
        Example(
            "今年三条渠的出水率分别是⟦98.\n64⟧%，比去年的⟦95.\n35⟧%高，村里人都说好。",
            "broken_line",
            note="in a number",
        ),
        Example(
            "村里的老渠修⟦好了\n，老⟧人们都去看水。\n守渠人写了一本⟦手册\n，闸⟧门怎么开，写得⟦明白\n。下⟧一本写怎么清淤。",
            "broken_line",
            note="bold words on lines of their own",
        ),
        Example("今年雨水多，管⟦　⟧理跟不上，工⟦　⟧作也慢了，到了年底，社⟦　⟧会上议论不少。", "stray_space"),
        Example(
            "村里的老渠修好以后，男女老少都去看水，老人们⟦说，\n这样⟧的好年景，已经有二十年没有见过，做梦也想⟦不到，\n年轻⟧人却不以为然，只说水来了就好，别的都是⟦闲话，\n说完⟧又各自回去干活，渠边只剩下几个孩子。",
            "broken_line",
        ),
        Example(
            "山村老渠重新⟦通水　　去⟧年以来，各村都在抓紧修渠引水，干部带头上工地，群众也出了不少力，现在水来了。",
            "joined_lines",
        ),
        Example(
            "渠修好了。⟦ ⟧村里人都去看水,⟦ ⟧水从山里来。⟦ ⟧老人说,这样的好年景二十年没有见过了。",
            "stray_space",
        ),
        Example("今年雨水多，管⟦ ⟧理跟不上，工⟦ ⟧作也慢了，到了年底，社⟦ ⟧会上议论不少。", "stray_space"),
        Example("⟦\xa0\xa0\xa0\xa0⟧渠修好了。\n⟦\xa0\xa0\xa0\xa0⟧水来了。", "nbsp_residue"),
        Example(
            "去年以来，全县各村都在抓紧修渠引水，干部带头上工地，群众也把农闲的工夫用了起来，在短短几个月里做了不少⟦事情，\n总结⟧出一些好的经验，值得别的地方来看一看、学一学。",
            "broken_line",
        ),
        Example(
            "一、修渠\n水从山里来，要先修渠。\n⟦种好田地二、管水⟧闸门有人看，渠道有人巡。\n三、用水\n先远后近。",
            "joined_lines",
        ),
    ),
    silent_on=(
        Example(
            "山区小型水渠的修复与养护研究，以三座老渠为例，附图表与水位记录，共十二页，\n作者：水利站资料室，整理于今年春天，供参考。\n今年雨水偏少。",
            note="a label below a comma",
        ),
        Example(
            "1、"
            + "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了。" * 4
            + "各组要抓好落实\n2、质量由监理负责，每周检查一次。\n3、图纸放在村口，谁都可以看。",
            note="items without full stops",
        ),
        Example("出水的渠有3.\n2.闸门换新\n漏水的渠有2.\n3.淤泥清走", note="numbers of items"),
        Example("甲渠\n,闸门,三个\n,渠首,一个\n,渠尾,两个\n,守渠人,两个", note="a table with empty cells"),
        Example("床前 明月光，疑是 地上霜。\n举头 望明月，低头 思故乡。", note="verse set with blanks"),
        Example(
            "明月几时有，把酒问青天，\n不知天上宫阙，今夕是何年，\n我欲乘风归去，又恐高处，\n不胜寒。",
            note="a song",
        ),
        Example(
            "品种　规格　价格　单位\n白　菜　一等　二元　公斤\n萝　卜　二等　一元　公斤\n", note="a table"
        ),
        Example("主任：王 芳\n副主任：李 明\n委员：张 强 赵 敏", note="names set to one width"),
        Example("目 录\n\n第一章 总 则\n第二章 附 则"),
        Example("强管理 抓落实 促发展：全县水利工作会议召开", note="a headline in parts"),
        Example("使用 Python 处理 CSV 文件，再用 Excel 打开，就可以看到结果。", note="blanks beside Latin"),
        Example("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。", note="verse"),
        Example(
            "尊敬的各位来宾，\n今天是个好日子，大家聚在一起，为的是庆祝水渠通水，感谢各位的到来。",
            note="a salutation",
        ),
        Example(
            "有下列情形之一的，由水利主管部门责令改正，给予警告，并可以根据情节轻重处以罚款，构成犯罪的依法追究，\n（一）毁坏水渠的；\n（二）偷水的。",
            note="items after a comma",
        ),
        Example("价格\xa010\xa0元。", note="two no-break spaces between number and unit"),
        Example("渠修好了。 水来了。", note="a single slip"),
        Example(
            "一、修渠\n二、管水\n三、用水\n他说一要二、三要四，谁也没有听懂。",
            note="all numbers open their lines",
        ),
        Example(
            "王村修渠三里\n李村打井两口\n张村栽树千棵\n赵村养鱼百亩\n孙村种茶十亩\n周村办厂两家\n吴村铺路五里\n",
            note="a list",
        ),
    ),
)
