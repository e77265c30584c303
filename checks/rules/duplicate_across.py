"""Passages and whole documents that stand in another document of the corpus, too.

What it finds
    A paragraph that another document holds word for word (duplicate_cross_doc), and a document that is
    nearly the same as another (near_duplicate): reprints, mirrors, teasers beside their article, the
    same page under two addresses.

Why it matters
    Copies weigh double in whatever is counted or learned, and a corrected page may live on in a
    copy that was not. Who keeps one needs to know which.

How it is told
    Sentences are compared without spaces, punctuation, widths, script and readings in brackets; runs
    of equal ones from forty characters prove containment when they make up a fifth of the document, a
    twentieth and sixty characters, or a hundred characters. By containment, not by likeness: a paragraph of a long page would vanish in
    an average. Both documents have the finding; it names the other and says which is the fuller one.
    Near copies share half of their sampled windows of eight characters; the fuller or else the earlier
    of two is named as the one to keep.

What it must not be confused with
    Formulas that many documents share (a site's lines, the wording of statutes), short quotations,
    titles alone, two reports of one event in their own words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from checks.corpus import REPEATED_MIN, Summary
from checks.evidence.copies import Run, is_prose, runs_of
from checks.facts import Facts
from checks.hashing import Flags, Numbers
from checks.model import Check, Example, FaultClass, Proof, Settled, Severity, Span, Words

PASSAGE = 40  # folded characters; CLASSES. Shorter sentences are formulas in statutes
LEAST = 60  # folded characters in all: hotlines and imprints that sites of one house share stay below
SHARE = 0.05  # of the folded characters; below it 206 of 4,268 broadcasts and statutes share a formula
GREAT = 0.2  # of the folded characters: a fifth of a short text is no formula, however short
LONG = 100  # folded characters: a paragraph, whatever the length of the page around it
TITLE = 12  # folded characters: a common line beside a proved passage is no chance
NEAR = 0.5  # of the windows: 5 % of the characters edited leave 66 %, versions of one statute 50 to 80 %
PRINTS = 12  # windows, about a hundred characters; fewer make a share a matter of luck
WHOLE = 0.9  # of the characters: an exact copy but for its lines of the site is told as containment
FULLER = 1.2  # times the size: a copy so much longer is the better one

DUPLICATE_CROSS_DOC = FaultClass(
    "duplicate_cross_doc",
    "duplicate",
    Severity.WARNING,
    Words("passage of another document", "与其他文档重复的段落"),
    Words(
        "{shared} characters stand word for word in {other}, too; {best} is the fuller document.",
        "有 {shared} 个字与 {other} 逐字相同；{best} 更完整。",
    ),
)
NEAR_DUPLICATE = FaultClass(
    "near_duplicate",
    "duplicate",
    Severity.WARNING,
    Words("near copy of another document", "近似重复的文档"),
    Words(
        "Nearly the same as {other}: {alike} of {windows} sampled windows of eight characters are equal; keep {best}.",
        "与 {other} 几乎相同：抽取的 {windows} 个八字片段中有 {alike} 个相同；宜保留 {best}。",
    ),
)


def settle(facts: Facts, summary: Summary) -> Iterator[Settled]:
    """Yield the passages that stand elsewhere, and the documents that are nearly another."""
    copied: Counter[int] = Counter()
    for settled in _passages(facts, summary):
        copied[settled.document] += settled.span.end - settled.span.start
        yield settled
    whole = {document for document, n in copied.items() if n >= WHOLE * int(facts.characters[document])}
    yield from (settled for settled in _near(facts, summary) if settled.document not in whole)


def _passages(facts: Facts, summary: Summary) -> Iterator[Settled]:
    sentences = facts.sentences
    owners = summary.sentences.owners(sentences.key, sentences.document + facts.first)
    rows = np.flatnonzero((owners >= 0) & ~_of_the_site(facts, summary, owners))
    of: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows.tolist():
        of[int(sentences.document[row])].append((row, int(owners[row])))
    for document, pairs in of.items():
        yield from _told(facts, summary, document, pairs)


def _of_the_site(facts: Facts, summary: Summary, owners: Numbers) -> Flags:
    """Sentences of so many documents that they are a line of the site, unless the whole page is a copy."""
    row = summary.sentences.rows(facts.sentences.key)
    often = np.zeros(len(row), dtype=np.bool_)
    if len(summary.sentences.key):
        often = (row >= 0) & (summary.sentences.documents[row] >= REPEATED_MIN)
    copied = np.zeros(len(facts.ids), dtype=np.int64)
    np.add.at(copied, facts.sentences.document[owners >= 0], facts.sentences.size[owners >= 0])
    whole = copied >= NEAR * np.maximum(facts.sizes, 1)
    return often & ~whole[facts.sentences.document]


def _told(facts: Facts, summary: Summary, document: int, pairs: list[tuple[int, int]]) -> Iterator[Settled]:
    runs = list(runs_of(facts.sentences, pairs))
    partner = dict(pairs)
    shared: Counter[int] = Counter()
    for run in runs:
        if run.size >= PASSAGE and is_prose(facts.sentences, run):
            shared[partner[run.rows[0]]] += run.size
    size = int(facts.sizes[document])
    for run in runs:
        other = partner[run.rows[0]]
        enough = shared[other] >= min(max(min(SHARE * size, LONG), LEAST), GREAT * size)
        if enough and run.size >= TITLE:
            yield Settled(document, _span(facts, summary, document, run, other, shared[other]))


def _span(facts: Facts, summary: Summary, document: int, run: Run, other: int, shared: int) -> Span:
    best = _best(summary, document + facts.first, other)
    details = {"shared": shared, "other": summary.ids[other], "best": summary.ids[best]}
    return Span(DUPLICATE_CROSS_DOC.name, run.start, run.end, Proof.PROVED, details=details)


def _near(facts: Facts, summary: Summary) -> Iterator[Settled]:
    document = facts.prints.document
    owners = summary.prints.owners(facts.prints.key, document + facts.first)
    windows = np.bincount(document, minlength=len(facts.ids))
    for row, other, n in _nearest(document, owners, len(summary.ids)):
        if windows[row] >= PRINTS and n >= NEAR * windows[row]:
            best = _best(summary, row + facts.first, other)
            details = {
                "other": summary.ids[other],
                "best": summary.ids[best],
                "alike": n,
                "windows": int(windows[row]),
            }
            end = int(facts.characters[row])
            yield Settled(row, Span(NEAR_DUPLICATE.name, 0, end, Proof.STRONG, details=details))


def _nearest(document: Numbers, owners: Numbers, corpus: int) -> Iterator[tuple[int, int, int]]:
    """Per document the other one that owns most of its windows, and how many; the later of those that own as many."""
    known = owners >= 0
    pairs, n = np.unique(document[known] * corpus + owners[known], return_counts=True)
    row, other = pairs // corpus, pairs % corpus
    order = np.lexsort((other, n, row))
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = row[order][1:] != row[order][:-1]
    chosen = order[last]
    yield from zip(row[chosen].tolist(), other[chosen].tolist(), n[chosen].tolist(), strict=True)


def _best(summary: Summary, one: int, other: int) -> int:
    """The fuller of two documents, the earlier one where they are about as long."""
    first, second = sorted((one, other))
    return second if summary.sizes[second] > FULLER * summary.sizes[first] else first


_ONE = (
    "河堤上新栽的柳树已经发芽，沿岸的步道铺到了镇口。过去一到雨季，低处的几条巷子就要积水，"
    "今年春天换了粗管子，水退得比往年快。住在巷口的人说，夜里再也不用搬东西上楼了。"
)
_TWO = (
    "镇里的老戏台修了三年，木料大多从旧房子上拆来，榫头照原样开。开台那天来了四面八方的人，"
    "戏从中午唱到半夜。台前的石板被坐得发亮，孩子们在人缝里钻来钻去。"
)
_THREE = (
    "到了冬天，渔船都拖上岸来补漆，网晾在架子上。老手艺人教年轻人辨风向，也教他们打绳结，"
    "一个结打错了，船就拴不住。酒馆里烧着炭，谁进来都能喝上一碗热汤。"
)
_EDITED = (
    _ONE.replace("粗管子", "大管子").replace("往年", "去年").replace("巷口", "街口").replace("铺到", "修到")
)
_ONE_T = (
    "河堤上新栽的柳樹已經發芽，沿岸的步道鋪到了鎮口。過去一到雨季，低處的幾條巷子就要積水，"
    "今年春天換了粗管子，水退得比往年快。住在巷口的人說，夜裡再也不用搬東西上樓了。"
)

CHECK = Check(
    name="duplicate_across",
    doc=__doc__,
    classes=(DUPLICATE_CROSS_DOC, NEAR_DUPLICATE),
    settle=settle,
    fires_on=(
        Example(f"{_TWO}\n⟦{_ONE}⟧", "duplicate_cross_doc", beside=(f"{_THREE}\n{_ONE}",)),
        Example(
            f"春天的消息\n⟦{_ONE_T.replace('，', ',')}⟧\n",
            "duplicate_cross_doc",
            beside=(f"{_ONE}\n{_THREE}",),
            note="in the other script, punctuation folded",
        ),
        Example(
            f"⟦{_EDITED}{_TWO}⟧",
            "near_duplicate",
            beside=(f"{_ONE}{_TWO}{_THREE}",),
            note="words changed, the end left out",
        ),
    ),
    silent_on=(
        Example(_ONE, beside=(_TWO, _THREE), note="nothing in common"),
        Example(
            f"戏台修好了，人们都说好看。{_TWO[:30]}。{_THREE}",
            beside=("戏台修好了，人们都说好看。" + _ONE,),
            note="one short sentence in common",
        ),
        Example(
            f"第一条 为了加强管理，制定本条例。\n{_ONE}\n本条例自公布之日起施行。",
            beside=(f"第一条 为了加强管理，制定本条例。\n{_TWO}\n本条例自公布之日起施行。",),
            note="formulas of statutes",
        ),
        Example(f"{_THREE}", beside=(_THREE[:12],), note="a title alone"),
    ),
)
