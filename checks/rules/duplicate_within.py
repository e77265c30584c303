"""Passages that stand twice in one document.

What it finds
    Sentences and paragraphs that come again in the same document: a caption stored beside the text of
    its picture, a summary cut from the body, a page put together twice.

Why it matters
    What stands twice counts twice: in a search index, in statistics, and in what a model learns.

How it is told
    Sentences are compared without spaces, punctuation, widths, script and readings in brackets. The
    later copy is the fault. It counts from twenty characters when it follows the first copy at once, from forty characters when it follows the first copy closely,
    makes up a tenth of the document or is a whole line, and from sixty wherever it stands. Equal
    sentences are a complete proof; a copy with words changed, a seventh of the document at least, is told
    by its sampled windows of eight characters, most of which stand further up in the same order.

What it must not be confused with
    A sentence quoted again for effect, the refrain of a song, clauses that statutes repeat, rows of
    tables, headings that repeat the outline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from checks.corpus import Summary
from checks.evidence.copies import Run, is_prose, runs_of
from checks.facts import Facts, Passages
from checks.hashing import Numbers
from checks.model import Check, Example, FaultClass, Proof, Settled, Severity, Span, Words

SHORT = 40  # folded characters; CLASSES. Of 4,268 broadcasts and statutes 31 sentences repeat above it
LONG = 60  # folded characters; above it three clauses of statutes, and no sentence of a broadcast
ADJACENT, NEXT = (
    20,
    4,
)  # folded characters of a closed sentence, and raw ones between it and its copy: nobody says it twice in a row
CLOSE = 120  # raw characters between the copies: a caption beside the text of its picture
WINDOWS = 4  # sampled windows, one in eight characters: below it the titles of offices repeat
CLAUSE_WINDOWS, CLAUSE_LONG = 6, 80  # the same in numbered articles, which are often worded alike
WINDOWS_APART = 60  # raw characters between two of them, with an edit in between
WORD = 6  # characters: what an edit makes the copy longer or shorter
NEAR_LONG = 60  # characters; with so few, chance is excluded, parallel wording is not
DENSITY = 12  # characters a window of eight: two thirds of the passage must be equal
NEAR_SHARE = 0.15  # of the characters: parallel clauses of statutes make up less
LOOK_BACK = 20  # sentences; what stands three times is seldom longer
GREAT = 0.1  # of the folded characters: a lead that the body quotes stays below

DUPLICATE_WITHIN_DOC = FaultClass(
    "duplicate_within_doc",
    "duplicate",
    Severity.WARNING,
    Words("passage repeated in the document", "文内重复段落"),
    Words(
        "{size} characters stand twice in the document; the first copy begins at character {first}.",
        "文中有 {size} 个字出现了两次；第一次从第 {first} 个字符开始。",
    ),
)


class Near(NamedTuple):
    """A place of a document that stands at ``first``, too."""

    document: int
    first: int
    start: int
    end: int
    windows: int = 1


def settle(facts: Facts, summary: Summary) -> Iterator[Settled]:
    """Yield the later copy of each passage that a document repeats."""
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for run, source in _paired(facts, _repeats(facts.sentences)):
        document = int(facts.sentences.document[run.rows[0]])
        if _counts(facts, run, source, document):
            told[document].append((run.start, run.end))
            first = int(facts.sentences.start[source])
            yield _settled(document, run.start, run.end, Proof.PROVED, run.size, first)
    for document, start, end, first in _lines(facts):
        if not any(start < other_end and other < end for other, other_end in told[document]):
            told[document].append((start, end))
            yield _settled(document, start, end, Proof.PROVED, end - start, first)
    for near in _near_copies(facts):
        great = near.end - near.start >= NEAR_SHARE * int(facts.characters[near.document])
        if (
            great
            and not _of_clauses(facts, near)
            and not any(near.start < end and start < near.end for start, end in told[near.document])
        ):
            yield _settled(
                near.document, near.start, near.end, Proof.STRONG, near.end - near.start, near.first
            )


def _settled(document: int, start: int, end: int, proof: Proof, size: int, first: int) -> Settled:
    details = {"size": size, "first": first}
    return Settled(document, Span(DUPLICATE_WITHIN_DOC.name, start, end, proof, details=details))


def _near_copies(facts: Facts) -> Iterator[Near]:
    """Passages of which most sampled windows stand further up in the document, one after the other."""
    echoes = facts.echoes
    order = np.lexsort((echoes.start, echoes.document))
    rows = zip(*(column[order].tolist() for column in echoes), strict=True)
    chain: list[Near] = []
    for document, first, start, end in rows:
        echo = Near(document, first, start, end)
        if chain and not _goes_on(chain[-1], echo):
            yield from _passage(chain)
            chain = []
        chain.append(echo)
    yield from _passage(chain)


def _of_clauses(facts: Facts, near: Near) -> bool:
    """A short passage that holds the beginning of a numbered article or item, or follows it."""
    sentences = facts.sentences
    touched = (
        (sentences.document == near.document) & (sentences.end > near.start) & (sentences.start < near.end)
    )
    short = near.windows < CLAUSE_WINDOWS or near.end - near.start < CLAUSE_LONG
    return short and bool(sentences.numbered[touched].any())


def _goes_on(last: Near, echo: Near) -> bool:
    """Whether the next window follows in the copy as it does in the first."""
    gap = echo.start - last.start
    return (
        echo.document == last.document
        and gap <= WINDOWS_APART
        and abs(gap - (echo.first - last.first)) <= WORD
    )


def _passage(chain: list[Near]) -> Iterator[Near]:
    if len(chain) >= WINDOWS:
        start, end = chain[0].start, chain[-1].end
        apart = start - chain[0].first
        if end - start >= NEAR_LONG and apart >= end - start and len(chain) * DENSITY >= end - start:
            yield Near(chain[0].document, chain[0].first, start, end, len(chain))


def _lines(facts: Facts) -> Iterator[tuple[int, int, int, int]]:
    """Whole lines that come again: document, place, and where the first copy starts."""
    lines = facts.lines
    for row, first in _repeats(lines).items():
        if lines.size[row] >= SHORT and 2 * lines.han[row] >= lines.size[row]:
            yield (
                int(lines.document[row]),
                int(lines.start[row]),
                int(lines.end[row]),
                int(lines.start[first]),
            )


def _repeats(passages: Passages) -> dict[int, int]:
    """Per row of a passage that comes again the row of its first copy in the same document."""
    order = np.lexsort((passages.start, passages.key, passages.document))
    new = np.ones(len(order), dtype=np.bool_)
    key, document = passages.key[order], passages.document[order]
    new[1:] = (key[1:] != key[:-1]) | (document[1:] != document[:-1])
    first: Numbers = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    return dict(zip(order[~new].tolist(), first[~new].tolist(), strict=True))


def _paired(facts: Facts, repeats: dict[int, int]) -> Iterator[tuple[Run, int]]:
    """Runs of repeated sentences, each with the row where its first copy begins."""
    for run in runs_of(facts.sentences, sorted(repeats.items())):
        yield _widened(facts.sentences, run, repeats[run.rows[0]])


def _widened(sentences: Passages, run: Run, source: int) -> tuple[Run, int]:
    """The run with the sentences before it that are equal, too, but stand a third time further up."""
    first = run.rows[0]
    while (
        source and first > run.rows[0] - LOOK_BACK and sentences.key[first - 1] == sentences.key[source - 1]
    ):
        if sentences.document[source - 1] != sentences.document[first] or source == first - 1:
            break
        first, source = first - 1, source - 1
    size = run.size + int(sentences.size[first : run.rows[0]].sum())
    return Run(int(sentences.start[first]), run.end, size, (first, run.rows[1])), source


def _counts(facts: Facts, run: Run, source: int, document: int) -> bool:
    if not is_prose(facts.sentences, run):
        return False
    if run.size >= LONG:
        return True
    copies = run.rows[1] - run.rows[0]
    apart = run.start - int(facts.sentences.end[source + copies])
    if apart <= NEXT and run.size >= ADJACENT and bool(facts.sentences.closed[source + copies]):
        return True
    close = apart <= CLOSE
    return run.size >= SHORT and (close or run.size >= GREAT * int(facts.sizes[document]))


_LEAD = "九月的第一个周末，市里的三座图书馆同时延长了开放时间，读者可以一直坐到晚上十点，借书还书都由机器办理，不再排队等候。"
_PAIR = "展厅里摆着从各县收来的旧农具，每一件都写明了年代和用法。孩子们可以亲手试一试石磨和纺车，老人们在一旁讲解从前的日子。"
_PAIR_T = "展廳裡擺著從各縣收來的舊農具，每一件都寫明了年代和用法。孩子們可以親手試一試石磨和紡車，老人們在一旁講解從前的日子。"
_STEPS = (
    "先把墙面扫干净再刷底漆，底漆干透要等一个晚上，第二天用细砂纸轻轻打磨，擦去浮灰以后刷第一遍面漆，"
    "隔四个小时再刷第二遍，刷的时候从上往下不要来回，窗子要一直开着。"
)
_BODY = (
    "天气转凉以后，来看书的人比夏天更多。值班的人说，最忙的时候一天要整理两千多册。"
    "靠窗的座位总是先坐满，晚来的人就坐在楼梯上。有人带着水杯和干粮，一待就是一天。"
    "馆里新添了一百把椅子，还是不够。下个月起，二楼的会议室也要改成阅览室。"
)

CHECK = Check(
    name="duplicate_within",
    doc=__doc__,
    classes=(DUPLICATE_WITHIN_DOC,),
    settle=settle,
    fires_on=(
        Example(f"{_LEAD}   ⟦{_LEAD}⟧\n{_BODY}", "duplicate_within_doc", note="a caption and the same again"),
        Example(
            f"{_PAIR}\n{_BODY}\n⟦{_PAIR}⟧", "duplicate_within_doc", note="a paragraph comes again at the end"
        ),
        Example(
            f"{_PAIR}\n{_BODY}\n⟦{_PAIR_T}⟧", "duplicate_within_doc", note="the same in the other script"
        ),
        Example(
            f"{_PAIR}\n{_BODY}\n⟦{' '.join(_PAIR).replace('，', ',')}⟧",
            "duplicate_within_doc",
            note="the same with spaces and folded punctuation",
        ),
        Example(
            f"{_PAIR}{_LEAD}\n{_BODY}\n本文摘要：⟦{_PAIR}{_LEAD.replace('三座', '四座')}⟧",
            "duplicate_within_doc",
            note="a summary under a heading, a word changed",
        ),
        Example(
            f"{_STEPS}\n{_BODY}\n⟦{_STEPS.replace('四个', '六个')}⟧",
            "duplicate_within_doc",
            note="a paragraph with a word changed",
        ),
        Example(
            "水库今年蓄满了水，渠道也一直通到村口的老槐树下。⟦水库今年蓄满了水，渠道也一直通到村口的老槐树下。⟧"
            + _BODY,
            "duplicate_within_doc",
            note="a sentence twice in a row",
        ),
    ),
    silent_on=(
        Example(
            "往前走，不要回头！往前走，不要回头！他对自己说了一遍又一遍，天慢慢亮了。", note="said twice"
        ),
        Example(
            "水库今年蓄满了水，渠道也一直通到村口的老槐树下\n水库今年蓄满了水，渠道也一直通到村口的老槐树下\n"
            + _BODY,
            note="the title of the page and of the article",
        ),
        Example(
            f"{_BODY}\n第四条 未按期归还图书的，由值班人员催还，并按日收取费用；逾期不还的，停止借阅。\n{_LEAD}\n"
            "第五条 未按期归还杂志的，由管理人员催还，并按月收取押金；拒绝归还的，取消资格。",
            note="parallel clauses",
        ),
        Example(
            f"{_BODY}\n$ corpus-tool --read pages.txt --write cleaned.txt --log night.txt\n{_LEAD}\n"
            "$ corpus-tool --read pages.txt --write cleaned.txt --log night.txt",
            note="a command given twice",
        ),
        Example(
            "头条\n水渠修好了秋收不用愁\n果园来了新师傅\n集市搬到了河对岸\n渡口添了两条船\n要闻\n"
            "水渠修好了秋收不用愁\n果园来了新师傅\n集市搬到了河对岸\n渡口添了两条船",
            note="headlines in two lists",
        ),
        Example(
            f"“让读者坐得下来，比什么都要紧。”{_BODY * 1}馆长说：“让读者坐得下来，比什么都要紧。”",
            note="a quote that returns",
        ),
        Example(
            "月亮出来亮堂堂\n照着我的家乡\n啦啦啦\n月亮出来亮堂堂\n照着我的家乡\n啦啦啦\n", note="a refrain"
        ),
        Example(
            f"第三条 申请人应当向所在地的主管部门提出申请。\n{_BODY}\n第九条 申请人应当向所在地的主管部门提出申请。",
            note="a clause repeated in another article",
        ),
        Example(f"{_LEAD}\n{_BODY}", note="nothing repeats"),
        Example(
            "一、怎样借书\n二、怎样还书\n一、怎样借书\n出示证件。\n二、怎样还书\n放进箱子。",
            note="an outline",
        ),
    ),
    known_misses=(
        Example(
            f"{_PAIR}\n{_BODY}\n⟦{_PAIR.replace('旧农具', '老农具').replace('亲手', '动手')}⟧",
            "duplicate_within_doc",
            note="a short copy with a word changed in every sentence",
        ),
    ),
)
