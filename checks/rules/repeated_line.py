"""Lines that stand in document after document of one host.

What it finds
    Menus, footers, notices and adverts that the template of a site sets around every text, whatever
    they say: the surest sign of site text is that it repeats.

Why it matters
    A line that stands in a tenth of the documents of a host says nothing about any of them, and a
    model that reads it ten thousand times learns it by heart.

How it is told
    Lines are compared as a reader would compare them: without spaces, punctuation, widths and script.
    A line counts when at least five documents and a tenth of all documents of the host hold it (three
    tenths of the source, where documents have no address), and it stands where templates set their lines: in the first
    or last part of the document, or beside another line that repeats. Of fewer than ten documents all
    must hold it, half of them as their first or last line. The numbers are counted, so the proof is
    complete.

What it must not be confused with
    Headings that a genre repeats (numbered ones, chapters of statutes), a sentence that two documents
    share (a duplicate), refrains within one document, copies of one document, formulas of a trade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from checks.corpus import REPEATED_MIN, Summary, key_in_group
from checks.facts import OF_SOURCE, Facts, Passages
from checks.hashing import Flags, Numbers
from checks.model import Check, Example, FaultClass, Limit, Proof, Settled, Severity, Span, Words

GROUP_MIN = 10  # documents; with fewer, five of them are half a series, not a template
HOST_SHARE = 0.1  # of the documents of a host; sections of a site share their own menus
SOURCE_SHARE = 0.3  # of a source without addresses, perhaps of many sites; headings of broadcasts reach 20 %
EDGE = 0.15  # of the characters of a document, at either end; where DETECTION looks for furniture
SMALL_LINE, SMALL_MOST = 10, 60  # folded characters of a line in a small group: no name, no paragraph
ALONE = 4  # folded characters; shorter lines ("打印") count only beside another repeated line

REPEATED_LINE = FaultClass(
    "repeated_line",
    "site_text",
    Severity.WARNING,
    Words("line repeated over a site", "全站重复的行"),
    Words(
        "The same line stands in {documents} of the {of} documents of {group}.",
        "同一行出现在 {group} 的 {of} 篇文档中的 {documents} 篇里。",
    ),
    limits=(Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.1)),
)


def settle(facts: Facts, summary: Summary) -> Iterator[Settled]:
    """Yield the repeated lines of each document; a group too small to count is passed over."""
    for group, members in _members(facts.groups):
        size = summary.group_sizes[group]
        if 1 < size < GROUP_MIN and len(members) == size:
            yield from _of_few(facts, facts.lines.of(members), group, size)
        elif size >= GROUP_MIN:
            lines = facts.lines.of(members)
            documents = _documents(lines, group, summary)
            share = SOURCE_SHARE if group.startswith(OF_SOURCE) else HOST_SHARE
            often = documents >= max(REPEATED_MIN, share * size)
            yield from _told(lines, documents, _of_template(facts, lines, often), group, size)


def _members(groups: Sequence[str]) -> Iterator[tuple[str, Numbers]]:
    """Each group, by name, with the rows of its documents."""
    names, row = np.unique(np.array(groups, dtype=object), return_inverse=True)
    order = np.argsort(row, kind="stable")
    edges = np.searchsorted(row[order], np.arange(len(names) + 1))
    for number, name in enumerate(names.tolist()):
        yield name, order[edges[number] : edges[number + 1]]


def _documents(lines: Passages, group: str, summary: Summary) -> Numbers:
    """In how many documents of the group each line stands, 0 for hardly any."""
    shared = summary.lines
    row = shared.rows(key_in_group(lines.key, group))
    return np.where(row < 0, 0, shared.documents[row] if len(shared.key) else 0)


def _of_template(facts: Facts, lines: Passages, often: Flags) -> Flags:
    """The frequent lines that stand where a template sets its own."""
    often = often & ~lines.numbered
    length = facts.characters[lines.document]
    at_edge = (lines.start <= EDGE * length) | (lines.end >= (1 - EDGE) * length)
    beside = _beside(often, lines.document)
    return often & (beside | (at_edge & (lines.size >= ALONE)))


def _of_few(facts: Facts, lines: Passages, group: str, size: int) -> Iterator[Settled]:
    """Lines of all documents of a small group, most of them the first or the last line of theirs."""
    edge = np.ones(len(lines.key), dtype=np.bool_)
    edge[1:-1] = (np.diff(lines.document)[:-1] > 0) | (np.diff(lines.document)[1:] > 0)
    fits = ~lines.numbered & (lines.size >= SMALL_LINE) & (lines.size <= SMALL_MOST)
    documents = np.zeros(len(lines.key), dtype=np.int64)
    for key in np.unique(lines.key[fits & edge]):
        rows = lines.key == key
        held, outer = (len(np.unique(lines.document[where])) for where in (rows, rows & edge))
        if held == size and 2 * outer >= size:
            documents[rows] = held
    chosen = (documents > 0) & ~_of_copies(lines, documents, size)
    yield from _told(lines, documents, chosen, group, size)


def _of_copies(lines: Passages, documents: Numbers, size: int) -> Flags:
    """Whether the document of each line has most of its lines in common with the others: a copy."""
    _, where, count = np.unique(lines.key, return_inverse=True, return_counts=True)
    shared = count[where] >= size
    many = np.bincount(lines.document, weights=shared & (documents == 0))
    copied: Flags = 4 * many[lines.document] > np.bincount(lines.document)[lines.document]
    return copied


def _beside(often: Flags, document: Numbers) -> Flags:
    """Whether the line before or after, in the same document, repeats too."""
    both = often[1:] & often[:-1] & (document[1:] == document[:-1])
    beside = np.zeros(len(often), dtype=np.bool_)
    beside[1:] |= both
    beside[:-1] |= both
    return beside


def _told(lines: Passages, documents: Numbers, chosen: Flags, group: str, size: int) -> Iterator[Settled]:
    for row in np.flatnonzero(chosen):
        details = {"documents": int(documents[row]), "of": size, "group": group}
        place = int(lines.start[row]), int(lines.end[row])
        yield Settled(
            int(lines.document[row]), Span(REPEATED_LINE.name, *place, Proof.PROVED, details=details)
        )


_ARTICLES = tuple(
    f"首页 新闻 服务 关于本站\n{subject}的办法从下月起改变\n{body}\n本站文章欢迎读者来信指正"
    for subject, body in (
        ("垃圾分类", "居民可以在小区门口的公告栏里看到每一类垃圾的投放时间。"),
        ("公共图书馆借书", "读者每次可以借走十本书，比过去多四本，期限仍为一个月。"),
        ("自来水收费", "水价分为三档，用水少的家庭不受影响，收费日期照旧。"),
        ("学校午餐", "食堂每周公布菜单，家长可以提出意见，也可以到食堂看一看。"),
        ("公交换乘", "一小时以内换乘第二辆车不再收费，刷卡和扫码都可以。"),
        ("老房加装电梯", "一栋楼三分之二的住户同意后，就可以向街道提出申请。"),
        ("公园开放", "公园的闭园时间推迟到晚上十点，宠物须由主人牵引。"),
        ("停车", "路边车位前半小时免费，之后每小时收费，夜间减半。"),
        ("养老金发放", "养老金改为每月十日到账，遇到节假日提前一天发放。"),
        ("体育馆预约", "场地可以提前三天预约，取消预约须提前两小时。"),
    )
)
_FORMULA = "当事人不服本判决的，可以在判决书送达之日起十五日内提出上诉。"
_PLAIN = tuple(article.split("\n")[2] for article in _ARTICLES)

CHECK = Check(
    name="repeated_line",
    doc=__doc__,
    classes=(REPEATED_LINE,),
    settle=settle,
    fires_on=(
        Example(
            "⟦首页 新闻 服务 关于本站⟧\n暖气费的算法从下月起改变\n按面积收费改为按用量收费，多用多付。\n⟦本站文章欢迎读者来信指正⟧",
            "repeated_line",
            beside=_ARTICLES,
            note="the same head and foot around eleven texts",
        ),
        Example(
            "⟦首頁　新聞　服務　關於本站⟧\n暖氣費的算法從下月起改變\n按面積收費改為按用量收費，多用多付。",
            "repeated_line",
            beside=_ARTICLES,
            note="one page of the site in the other script and with wide spaces",
        ),
        Example(
            "暖气费的算法从下月起改变\n按面积收费改为按用量收费，多用多付。\n⟦河西服务网——每晚八点与您相约⟧",
            "repeated_line",
            beside=tuple(f"{text}\n河西服务网——每晚八点与您相约" for text in _PLAIN[:2]),
            note="all three documents of a small site close with the same line",
        ),
    ),
    silent_on=(
        Example(
            "暖气费\n多用多付。\n谢谢大家",
            beside=("水费\n多用多付，一律按表。\n谢谢大家", "电费\n多用多付，夜里便宜。\n谢谢大家"),
            note="a short line of few documents",
        ),
        Example(
            f"暖气费\n{_FORMULA}\n河西法院",
            beside=(f"水费\n{_FORMULA}\n东街法庭", f"电费\n{_FORMULA}\n山南法庭"),
            note="a formula of the trade, at no edge of few documents",
        ),
        Example(
            "\n".join(_ARTICLES[0].split("\n")[:3]),
            beside=("\n".join(_ARTICLES[0].split("\n")[:3]),) * 2,
            note="copies of one document share all their lines",
        ),
        Example("暖气费的算法从下月起改变。\n多用多付。", beside=_PLAIN, note="documents without a template"),
        Example(
            "第一章 总则\n第一条 为了节约用水，制定本办法。",
            beside=tuple(f"第一章 总则\n第一条 为了{text}制定本办法。" for text in _PLAIN),
            note="headings that a genre repeats",
        ),
        Example(
            "啦啦啦啦啦\n" * 8 + "唱完了就回家。", beside=_PLAIN, note="a refrain repeats within one document"
        ),
    ),
    known_misses=(
        Example(
            "⟦首页>服务>第3页⟧\n多用多付。",
            "repeated_line",
            beside=tuple(f"首页>服务>第{page}页\n{text}" for page, text in enumerate(_PLAIN, start=10)),
            note="a line of the template in which a number changes",
        ),
    ),
)
