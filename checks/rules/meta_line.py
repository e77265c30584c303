"""Lines that say where a text comes from, and captions whose pictures are gone.

What it finds
    The line under the title or below the text with source, time, author, clicks, column and tags
    (来源：某报 发布时间：… 浏览：…), a row of such labels in front of a text that lost its line breaks,
    and captions of pictures that are no longer there (图为…).
Why it matters
    They are printed around the text and not part of it; dates and names in them are taken for
    statements of the article, and they repeat over all pages of a site.
How it is told
    By labels from a closed list, each with a value of its kind: a time, a number, a short name. One
    label that stands nowhere else is enough, of the others two must meet near the title or the end.
    It is told as info. Captions are a hint: wire stories have them as well.
What it must not be confused with
    Notices with time and place, statistics that name their source below a table, keywords below an
    abstract, forms and resumes, the author under the title of a poem, sentences about clicks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.bylines import GROUPS, row_inside
from checks.evidence.menus import TRIGGERS
from checks.evidence.site_lines import blocks_in, numbers_of, span_of
from checks.evidence.site_rows import ROW
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, fold

META = FaultClass(
    "page_meta_line",
    "site_text",
    Severity.INFO,
    Words("line about the page", "页面信息行"),
    Words(
        "the text holds lines with source, time or clicks of the page: {n} (first: {first})",
        "正文中混有 {n} 处来源、时间、点击等页面信息（首处：{first}）",
    ),
)
CAPTION = FaultClass(
    "photo_caption",
    "site_text",
    Severity.INFO,
    Words("caption without its picture", "图片说明"),
    Words(
        "captions of pictures that are not in the text: {n} (first: {first})",
        "正文中有 {n} 处图片说明而没有图片（首处：{first}）",
    ),
)
INSIDE = 400  # characters at the head of a long line in which a row of labels is looked for
LABELS = 3  # fewer in a line of prose prove nothing
CAPTIONED = 120  # longest caption met
_PICTURES = tuple(GROUPS["pictures"])
_CAPTION = re.compile(
    r"(?:^|。|,)(?:图为|[左右上下题]图为)[^。]*。?$|[(（].{0,16}(?:供图|资料图片?|[^插]图|摄)[)）]。?$"
)


def _rows_inside(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Rows of labels in front of the text in a long line."""
    for number in numbers_of(text, candidates):
        start, end = text.lines[number].inner
        head = text.view[start : min(start + INSIDE, end)] if end - start > ROW else ""
        if head.count(":") + head.count("：") >= LABELS and (found := row_inside(fold(head))):
            yield span_of(text, META.name, start + found[0], start + found[1])


def _captions(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Lines that are nothing but the caption of a picture."""
    pictured = [candidate for candidate in candidates if candidate.phrase in _PICTURES]
    for number in numbers_of(text, pictured):
        start, end = text.lines[number].inner
        folded = text.folded(start, min(end, start + CAPTIONED + 1))
        if len(folded) <= CAPTIONED and (folded.startswith(_PICTURES) or _CAPTION.search(folded)):
            first = text.view[start : start + 30]
            yield text.span(CAPTION.name, start, end, Proof.HINT, first=first)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the rows of labels, each once, and captions as hints."""
    for block in blocks_in(text, candidates):
        if block.kind == "meta":
            yield block.span(text, META.name)
    yield from _rows_inside(text, candidates)
    yield from _captions(text, candidates)


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="meta_line",
    doc=__doc__,
    classes=(META, CAPTION),
    find=find,
    phrases=TRIGGERS | frozenset(_PICTURES),
    fires_on=(
        Example(
            "等水来\n⟦来源：河西日报 发布时间：2019-03-01 10:20 浏览次数：123⟧\n" + _BODY, "page_meta_line"
        ),
        Example(
            "等水來\n⟦2019年03月01日 10:20　來源：河西網⟧\n" + _BODY, "page_meta_line", note="time first"
        ),
        Example(
            "等水来\n⟦作者：某某\n来源：河西网\n点击：88⟧\n" + _BODY, "page_meta_line", note="one a line"
        ),
        Example("等水来\n⟦2019-03-01 10:20:33 河西网⟧\n" + _BODY, "page_meta_line", note="no label at all"),
        Example(
            "等水来\n⟦发布日期:2019-05-07 20:51阅读:288来源:河西局⟧\n" + _BODY, "page_meta_line", note="glued"
        ),
        Example(_BODY + "⟦本文关键词：春耕,修渠,水利⟧\n", "page_meta_line"),
        Example(_BODY + "⟦标签： 春耕 | 水渠⟧", "page_meta_line"),
        Example(_BODY + "⟦阅读(123) 评论(5) 点赞(3)⟧", "page_meta_line", note="counters"),
        Example("Waiting\n⟦Posted on March 3, 2019 by admin | 12 comments⟧\n" + _ENGLISH, "page_meta_line"),
        Example(
            "等水来 ⟦来源:河西网 作者:某某 时间:2019-03-01 点击:88次⟧ " + 5 * _BODY.strip(),
            "page_meta_line",
            note="in front of a text without line breaks",
        ),
        Example("⟦图为农户在渠边清淤。⟧\n" + _BODY, "photo_caption", note="a hint"),
    ),
    silent_on=(
        Example("春耕会\n时间：2019年3月1日 地点：镇政府\n" + _BODY, note="a notice"),
        Example("会议纪要\n时间：3月1日上午\n主持人：某某\n记录人：某某\n" + _BODY, note="minutes"),
        Example(_BODY + "数据来源：国家统计局\n", note="the source of figures"),
        Example("表1 水渠长度\n资料来源：县水利局\n" + _BODY),
        Example("摘要：本文讨论水渠。\n关键词：水渠；修复；山区\n一、引言\n" + _BODY, note="a paper"),
        Example("静夜\n作者：某某\n月亮落在水里\n像一张旧信纸", note="the author of a poem"),
        Example("水利站经费来源：\n（一）上级拨款；\n（二）村民自筹。", note="a statute"),
        Example("姓名：某某\n性别：男\n时间：2015-2018\n" + _BODY, note="a resume"),
        Example("红烧肉\n材料：五花肉\n时间：60分钟\n" + _BODY, note="a recipe"),
        Example("3月1日 19:30 河西队 对 河东队\n3月2日 20:00 半决赛", note="a schedule"),
        Example("比赛结果\n河西队 3:10 河东队\n山南队 2:15 山北队", note="results"),
        Example("文章浏览量突破10万，点赞数超过5000，评论有300多条。\n" + _BODY, note="prose about clicks"),
        Example("词语：来源\n解释：事物所从来的地方。\n" + _BODY, note="a dictionary"),
        Example("He posted on Monday that the bridge was safe.\n" + _ENGLISH),
        Example("2019-03-01\n今天下雨，没有去渠上。\n2019-03-02\n晴。", note="a diary"),
        Example("书名：等水来\n作者：某某\n出版社：河西出版社\n" + _BODY, note="a book"),
    ),
    known_misses=(
        Example("等水来\n⟦分类：新闻⟧\n" + _BODY, "page_meta_line", note="may be a field of anything"),
        Example("等水来\n⟦2020年5月6日⟧\n" + _BODY, "page_meta_line", note="a date alone may be a diary's"),
    ),
)
