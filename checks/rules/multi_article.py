"""Several articles in one document: a hub page was taken for an article.

What it finds
    Two or more articles, each with a headline of its own and a proof that it is one: a dateline, a line
    with source and time, a link to read on.
Why it matters
    One document then speaks of several things, its title fits one of them, and half of them are cut.
How it is told
    A headline is a short line without a stop above a paragraph. Two headlines that are each proved, and
    a menu or a link to read on between them, are strong evidence; without such a border, or with
    datelines alone, it is a hint.
What it must not be confused with
    Chapters and sections, news in brief under one headline, statutes, forums and dialogues, an article
    with its related links, one article whose source line stands above and below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text, later

MULTI_ARTICLE = FaultClass(
    "multi_article",
    "shape",
    Severity.WARNING,
    Words("several articles in one document", "一文多篇"),
    Words(
        "{articles} articles in one document, each with a headline and its own {proofs_en}",
        "一个文档含 {articles} 篇文章，各有标题及{proofs_zh}",
    ),
)

# Found on page 000 of the example corpus, then tried on clean news, statutes and the labelled pages.
HEADLINE = range(6, 46)  # characters
PARAGRAPH = 60
MOST_LINES = 2_000
NAMES = 4  # of a menu
TWO = 2

_READ_ON = later(
    r"(?:(?:>{1,3}|»|→|\[|【|\()\s*(?:点击|查看|阅读)?(?:详细|全文|详情|更多|阅读|查看)[^。]{0,6}?[\])】>»]*"
    r"|(?:阅读全文|查看全文|查看详情|阅读更多|详细阅读|详细内容|继续阅读|read more)\s*[>»→\])】….]*)\s*$"
)
_DATELINE = later(
    r"^\s*(?:\(?(?:新华社|新华网|中新社|中新网|人民网|央视网|光明网|本报|本网|[㐀-鿿]{2,6}[社网报])[^。]{0,20}?\d{1,2}日(?:电|讯|消息)"
    r"|(?:本报|本网|本台|[㐀-鿿]{2,4}网)讯)"
)
_META = later(
    r"(?:来源|稿源|发布时间|发表时间|发布日期|作者|记者)\s*:|(?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}:\d\d"
)
_NUMBERED = later(
    r"^\s*(?:[#>*|•·-]|第.{1,4}[章节条编卷回]|[(（\[【]?[一二三四五六七八九十\d]{1,3}[、.．)）\]】])"
)


class Row(NamedTuple):
    """A line that is not blank, by what it is: title, paragraph, meta, menu, other."""

    kind: str
    start: int
    end: int
    dated: bool = False
    read_on: bool = False


class Article(NamedTuple):
    """From a headline to the next one, and what proves that it is an article."""

    start: int
    end: int
    proof: str
    bordered: bool  # a menu before it, or a link to read on at its end or before it


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each article if there are two or more."""
    if len(candidates) < TWO:
        return
    articles = [article for article in _articles(list(_rows(text))) if article.proof]
    if len(articles) < TWO:
        return
    bordered = any(article.bordered for article in articles[1:])
    kinds = {article.proof for article in articles}
    en = ", ".join(sorted(_PROOFS[kind].en for kind in kinds))
    zh = "、".join(sorted(_PROOFS[kind].zh for kind in kinds))
    for article in articles:
        yield text.span(
            "multi_article",
            article.start,
            article.end,
            Proof.STRONG if bordered else Proof.HINT,
            articles=len(articles),
            proofs_en=en,
            proofs_zh=zh,
        )


_PROOFS = {
    "dateline": Words("dateline", "电头"),
    "meta": Words("line of source and time", "来源时间行"),
    "read_on": Words("link to read on", "阅读全文链接"),
}


def _rows(text: Text) -> Iterator[Row]:
    for line in islice(text.lines, MOST_LINES):
        start, end = line.inner
        if start < end:
            folded = text.folded(start, min(end, start + PARAGRAPH))
            tail = text.folded(max(start, end - 16), end)
            read_on = bool(_READ_ON.search(tail))
            yield Row(_kind(folded, end - start), start, end, bool(_DATELINE.match(folded)), read_on)


def _kind(folded: str, size: int) -> str:
    if folded.count("|") >= NAMES - 1 and size < PARAGRAPH:
        return "menu"
    if size >= PARAGRAPH:
        return "paragraph"
    if _META.search(folded):
        return "meta"
    titled = size in HEADLINE and not re.search(r"[。;]|[,:、]$", folded) and not _NUMBERED.match(folded)
    return "title" if titled and not _READ_ON.search(folded) else "other"


def _articles(rows: Sequence[Row]) -> Iterator[Article]:
    """Cut the rows at headlines that stand above a paragraph."""
    heads = [i for i in range(len(rows)) if _is_head(rows, i)]
    for head, after in pairwise([*heads, len(rows)]):
        body = rows[head:after]
        menu = next((i for i, row in enumerate(body) if row.kind == "menu"), len(body))
        body = body[:menu]
        before = rows[max(head - 1, 0)]
        bordered = head > 0 and (before.kind == "menu" or before.read_on)
        yield Article(rows[head].start, body[-1].end, _proof(body), bordered)


def _is_head(rows: Sequence[Row], at: int) -> bool:
    """The first of one to three short lines above a paragraph, lines of source and time between allowed."""
    if rows[at].kind != "title" or (at and rows[at - 1].kind == "title"):
        return False
    below = at + 1
    while below < len(rows) and below < at + 4 and rows[below].kind in ("title", "meta"):
        below += 1
    return below < len(rows) and rows[below].kind == "paragraph"


def _proof(body: Sequence[Row]) -> str:
    if any(row.dated for row in body[:4]):
        return "dateline"
    if any(row.kind == "meta" for row in body[1:3]):
        return "meta"
    return "read_on" if any(row.read_on for row in body) else ""


_LEAD = "全县水利会议昨天召开，各村代表到会，会上总结了去年的工作，安排了今年修渠、打井、管水的任务。会议要求早动手、早准备，不误农时。"

CHECK = Check(
    name="multi_article",
    doc=__doc__,
    classes=(MULTI_ARTICLE,),
    find=find,
    phrases=frozenset(chain.from_iterable(phrase_groups("multi_article").values())),
    fires_on=(
        Example(
            f"⟦全县水利会议昨天召开\n新华社山城3月2日电 {_LEAD}⟧\n要闻|图片|专题|视频\n⟦山村老渠重新通水\n{_LEAD}>>>详细阅读⟧",
            "multi_article",
        ),
        Example(
            f"⟦全縣水利會議昨天召開\n{_LEAD}[閱讀全文]⟧\n⟦山村老渠重新通水了\n{_LEAD}[閱讀全文]⟧\n⟦老井邊上的新茶園\n{_LEAD}[閱讀全文]⟧",
            "multi_article",
        ),
        Example(
            f"⟦全县水利会议昨天召开\n来源：山城日报 发布时间：2020-03-02\n{_LEAD}⟧\n⟦山村老渠重新通水\n来源：山城日报 发布时间：2020-03-03\n{_LEAD}⟧",
            "multi_article",
            note="no border: a hint",
        ),
    ),
    silent_on=(
        Example(f"全县水利会议昨天召开\n新华社山城3月2日电 {_LEAD}\n{_LEAD}", note="one article"),
        Example(
            f"全县水利会议昨天召开\n来源：山城日报 发布时间：2020-03-02\n{_LEAD}\n来源：山城日报",
            note="its source twice",
        ),
        Example(
            f"全县水利会议昨天召开\n{_LEAD}\n\n会议的背景\n{_LEAD}\n\n会议的任务\n{_LEAD}", note="sections"
        ),
        Example(f"第一章 总则\n{_LEAD}\n第二章 管水\n{_LEAD}\n第三章 附则\n{_LEAD}"),
        Example(
            f"一周要闻\n1. 会议召开\n{_LEAD}\n2. 老渠通水\n{_LEAD}\n来源：山城日报", note="news in brief"
        ),
        Example(
            f"全县水利会议昨天召开\n{_LEAD}\n阅读全文\n相关文章\n老渠通水 阅读全文\n新茶上市 阅读全文",
            note="one article and links",
        ),
        Example(
            f"新华社山城3月2日电 {_LEAD}\n新华社水乡3月3日电 {_LEAD}", note="dispatches without headlines"
        ),
    ),
)
