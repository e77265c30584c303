"""Chinese words set into the words of others: 水嘻嘻库今年蓄满，渠最快更新道也通了。

What it finds
    Slogans of sites, laughter and filler, and remarks against copying that stand inside sentences
    of which they are no part.
Why it matters
    Sites set them in so that a copy betrays itself, or so that search engines take a copy for an
    original; they are invisible on the page and stay in the scraped text.
How it is told
    By a closed list and by what they cut: with the words taken out, the characters around them are a word
    of the dictionary or one number. Three different words must be cut, and a third of the places.
What it must not be confused with
    The same words where they belong: dialogue, novels, articles about copying, footers, menus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.evidence.cut_words import cut_word
from checks.evidence.lexicon import dictionary
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text

SOWN_PHRASE = FaultClass(
    "sown_phrase",
    "pinyin",
    Severity.WARNING,
    Words("words set into sentences", "句中夹带词语"),
    Words(
        "{n} words that belong to no sentence, {cut} of them inside other words (such as {first} in {word})",
        "夹带 {n} 处与句子无关的词语，其中 {cut} 处把词拆开（如“{word}”中的{first}）",
    ),
)

PHRASES = frozenset(phrase for group in phrase_groups("sown_phrase").values() for phrase in group)
# Half of the places in running text lie inside a word, fewer than one in ten of those where such words belong; none of
# 4,268 broadcasts and statutes and of 111 web pages is told.
CUTS, SHARE = 3, 0.3
CLOSE = 120  # characters; a word further from every place that is told may be right where it stands


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the listed words, if many of them stand inside words."""
    places = _longest(candidates)
    if len(places) < CUTS:
        return
    cut = {place: word for place in places if (word := _cut(text.view, *place))}
    if len(cut) < max(CUTS, SHARE * len(places)) or len(set(cut.values())) < CUTS:
        return
    (start, end), word = next(iter(cut.items()))
    for place in places:
        if place in cut or _belongs_nowhere(text.view, *place):
            yield text.span(
                "sown_phrase", *place, Proof.STRONG, first=text.view[start:end], word=word, cut=len(cut)
            )


def _longest(candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Places of the text, the longest word where several begin or overlap; neighbours are one place."""
    places: list[tuple[int, int]] = []
    for start, end in sorted((c.start, -c.end) for c in candidates if c.field == "text"):
        if not places or start > places[-1][1]:
            places.append((start, -end))
        else:
            places[-1] = (places[-1][0], max(places[-1][1], -end))
    return places


def _cut(view: str, start: int, end: int) -> str:
    """The word or the number that stands in two pieces around a place."""
    before, after = view[max(start - 1, 0) : start], view[end : end + 1]
    if before.isascii() and after.isascii() and (before + after).replace(".", "").isdigit() and after != ".":
        return before + after if len(before + after) == 2 else ""
    if any(own in dictionary() for own in (view[start - 1 : end], view[start : end + 1])):
        return ""
    return cut_word(view, start, end)


def _belongs_nowhere(view: str, start: int, end: int) -> bool:
    """Characters or digits of a sentence on both sides: no cry, no line of its own."""
    around = view[max(start - 1, 0) : start] + view[end : end + 1]
    return len(around) == 2 and around.isalnum()


CHECK = Check(
    name="sown_phrase",
    doc=__doc__,
    classes=(SOWN_PHRASE,),
    find=find,
    phrases=PHRASES,
    fires_on=(
        Example(
            "水⟦嘻嘻⟧库今年蓄满，渠⟦嘻嘻⟧道也通了，村里人⟦嘻嘻⟧都来看，孩⟦嘻嘻⟧子们跑在前头。",
            "sown_phrase",
        ),
        Example(
            "水⟦最快更新⟧庫今年蓄滿，渠⟦无弹窗⟧道也通了，村裡人都來看，孩⟦手打⟧子們跑在前頭。",
            "sown_phrase",
            note="different words",
        ),
        Example("一共8⟦本站⟧3户，水⟦本站⟧库蓄满，渠⟦本站⟧道通了。", "sown_phrase", note="inside a number"),
    ),
    silent_on=(
        Example("“哈哈，”他笑道，“水库蓄满了！”孩子们嘻嘻地跑，老人呵呵地笑，小鸡叽叽喳喳。"),
        Example("嘻嘻哈哈的一群人，呵呵一笑，哈哈大笑，喵喵叫的猫。"),
        Example(
            "本站首发，转载请注明。欢迎访问本站，免费阅读最新章节，支持正版，盗版可耻。",
            note="a site's notice",
        ),
        Example("他写了一篇原创，首发在中文网，后来有盗版，他只好请人采集证据，打官司。"),
        Example("数据采集系统、广告位招租、测试环境、爬虫程序和水印工具都在这里。", note="technical"),
    ),
)
