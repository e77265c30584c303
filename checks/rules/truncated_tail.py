"""Texts whose last sentence is not finished.

What it finds
    The last clause of a text that breaks off: before a notice that the rest is elsewhere, inside a
    bracket or quotation, in the middle of a character's bytes, or at a word that needs another.
Why it matters
    The document is a fragment. A model that learns from such pages learns to stop anywhere.
How it is told
    What follows a text (makers, source, rights, neighbours) is stepped over. Then the last line of
    prose has no end, and a second sign must stand with it: a wall, a declared cut or a mark like
    [...] right behind it; a bracket or quotation of its last line that is never closed; a character,
    an entity or a tag cut in two; a comma or a word that cannot be the last one, in a text that ends
    its other paragraphs; the foot of the page behind it, while all other sentences are finished;
    another document in which the same sentence goes on; five documents of a source that break off at
    the same length. Without a second sign it is a hint.
What it must not be confused with
    Titles, lists, tables, verse, minutes, dialogue, signatures, dates, captions, code, English; texts
    that never use full stops; an ellipsis that closes a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from checks.corpus import NO_START, Summary, tail_places
from checks.evidence.cuts import notices_near_end
from checks.evidence.tails import (
    CUT_BYTES,
    MARK,
    NUMBER,
    PROSE,
    Paragraph,
    ends_its_paragraphs,
    ends_plainly,
    is_dotted,
    is_item,
    is_open,
    is_prose,
    last_clause,
    last_paragraph,
    never_closed,
    paragraphs_from_end,
)
from checks.facts import Facts
from checks.model import Candidate, Check, Example, FaultClass, Proof, Settled, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold

TRUNCATED_TAIL = FaultClass(
    "truncated_tail",
    "truncated",
    Severity.ERROR,
    Words("last sentence not finished", "结尾不完整"),
    Words("the last sentence is not finished: {why_en}", "末句未完：{why_zh}"),
)

_WHY = {
    "notice": Words("a notice that the rest is elsewhere follows it", "其后即是余文在别处的提示"),
    "mark": Words("a mark of a cut stands behind it", "其后有截断标记"),
    "bytes": Words(
        "a character, an entity or a tag is cut in two at its end", "末尾的字符、实体或标签被截为两半"
    ),
    "bracket": Words("a bracket or quotation in it is never closed", "其中的括号或引号没有闭合"),
    "word": Words(
        "it stops at a word that needs another, while the other paragraphs are finished",
        "停在不能收尾的词上，而其他段落均完整",
    ),
    "habit": Words(
        "every other sentence and paragraph is finished, and the foot of the page follows it",
        "其他句段均完整，其后即是页脚",
    ),
    "siblings": Words(
        "it is an item without an end in a list whose other items are finished",
        "列表其他各项均完整，唯此项没有句末标点",
    ),
    "none": Words("it has no end, while the other paragraphs are finished", "没有句末标点，而其他段落均完整"),
}

_NEVER_LAST = re.compile(
    rf"(?:{'|'.join(sorted(phrase_groups('truncated_tail')['never_last'], key=len, reverse=True))})\Z"
)
_SIGN_OFF, SIGN_OFF = any_of(phrase_groups("truncated_tail")["sign_off"]), 40  # in so many last characters
_SIGNED = re.compile(
    r"(?:[\d〇零一二三四五六七八九]{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|月\d{1,2}日)\W*\Z"
)
BEFORE_NOTICE = 6  # characters of the shortest unfinished clause before a notice
OWN_ENDS = 2  # finished sentences in its own line show that an author ends them
_SENTENCE_END = re.compile(r"[。！？]|(?<=[㐀-鿿”）])[.!?](?!\d)")


class _Cut(NamedTuple):
    """An unfinished clause of the view and the sign that proves it."""

    start: int
    end: int
    why: str


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the unfinished clause at the end of the text, with the strongest sign of it."""
    cut = _before_notice(text) or _at_the_end(text)
    if cut:
        why = _WHY[cut.why]
        proof = Proof.HINT if cut.why == "none" else Proof.STRONG
        yield text.span(TRUNCATED_TAIL.name, cut.start, cut.end, proof, why_en=why.en, why_zh=why.zh)


def settle(facts: Facts, summary: Summary) -> Iterator[Settled]:
    """Yield unfinished tails that other documents prove: one that goes on, or many cut at one length."""
    for document, place in tail_places(facts).items():
        row = int(facts.tail_rows[document])
        longer = summary.starts.get(place, NO_START)
        if longer.size > int(facts.sentences.size[row]) and longer.document != document + facts.first:
            name = summary.ids[longer.document]
            yield _settled(
                facts, document, f"in {name} the same sentence goes on", f"在 {name} 中同一句还有下文"
            )
    for document in np.flatnonzero(facts.tails >= 0).tolist():
        size = int(facts.characters[document])
        n = summary.cuts.get((facts.groups[document], size), 0)
        if n:
            why = f"{n} documents break off at just {size:,} characters"
            yield _settled(facts, document, why, f"有 {n} 篇恰在 {size:,} 字处中断")


def _settled(facts: Facts, document: int, why_en: str, why_zh: str) -> Settled:
    start, row = int(facts.tails[document]), int(facts.tail_rows[document])
    end = int(facts.sentences.end[row]) if row >= 0 else int(facts.characters[document])
    details = {"why_en": why_en, "why_zh": why_zh}
    return Settled(
        document, Span(TRUNCATED_TAIL.name, start, max(end, start + 1), Proof.STRONG, details=details)
    )


def _at_the_end(text: Text) -> _Cut | None:
    last = None if ends_plainly(text.view) else last_paragraph(text.view)
    if last is None:
        return None
    mark = MARK.search(last.words[-60:])
    body = last.words[: len(last.words) - len(mark["mark"])].rstrip() if mark else last.words
    prose = is_prose(body)
    behind_a_stop = mark is not None and mark["mark"].strip().startswith("&") and not is_open(body)
    if mark and not behind_a_stop and (prose or is_item(text.view, last._replace(words=body), 1)):
        return _Cut(last_clause(text.view, last.start, last.start + len(body))[0], last.end, "mark")
    if not prose:
        words = NUMBER.sub("", last.words)
        whole = is_prose(words) or (last.words.startswith("第") and len(words) >= PROSE)
        item = whole and is_open(last.words) and is_item(text.view, last)
        return _Cut(last.start, last.end, "siblings") if item else None
    if CUT_BYTES.search(last.words[-80:]):
        return _Cut(*last_clause(text.view, last.start, last.end), "bytes")
    if not is_open(last.words) or _SIGNED.search(last.words[-SIGN_OFF:]):
        return None
    return _cut_open(text, last)


def _cut_open(text: Text, last: Paragraph) -> _Cut | None:
    """A line of prose without an end: what else speaks for a cut."""
    place = last_clause(text.view, last.start, last.end)
    if never_closed(last.words):
        return _Cut(*place, "bracket")
    sentences = len(_SENTENCE_END.findall(last.words))
    ended = ends_its_paragraphs(text.view, last.start)
    stops_short = last.words[-1] in "，、," or _NEVER_LAST.search(fold(last.words[-4:]))
    if stops_short and (ended or sentences >= OWN_ENDS):
        return _Cut(*place, "word")
    signed = _SIGN_OFF.search(fold(last.words[-SIGN_OFF:]))
    followed = text.view[last.end :].strip()  # by a foot of the page: a second proof, as habit alone is none
    if followed and not signed and (sentences >= 2 * OWN_ENDS or (ended and sentences)):
        return _Cut(*place, "habit")
    return _Cut(*place, "none") if ended else None


def _before_notice(text: Text) -> _Cut | None:
    """An unfinished clause right before a wall, a declared cut or a link to the whole text."""
    for start in notices_near_end(text):
        line = next(paragraphs_from_end(text.view, start), None)
        if line and (is_open(line.words) or is_dotted(line.words)):
            if is_prose(line.words, BEFORE_NOTICE):
                return _Cut(*last_clause(text.view, line.start, line.end), "notice")
            if is_item(text.view, line, 1):
                return _Cut(line.start, line.end, "notice")
    return None


CHECK = Check(
    name="truncated_tail",
    doc=__doc__,
    classes=(TRUNCATED_TAIL,),
    find=find,
    settle=settle,
    fires_on=(
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱全村人都靠它吃水，⟦洗衣也在⟧",
            "truncated_tail",
            beside=("老井在村东头，井沿磨得发亮。那年天旱全村人都靠它吃水，洗衣也在井边，直到修了水渠。",),
            note="another copy goes on",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它……⟧（未完，请登录后阅读全文）",
            "truncated_tail",
            note="a wall behind an ellipsis",
        ),
        Example(
            "渠修到半山，石头越来越硬，⟦人们只好改用⟧\n本文为会员专享，开通会员阅读全文\n责任编辑：某某",
            "truncated_tail",
        ),
        Example(
            "老井在村东頭，井沿磨得發亮。那年天旱，⟦全村人都靠它⟧\n試讀結束，訂閱後閱讀全文", "truncated_tail"
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它[...]⟧",
            "truncated_tail",
            note="a feed's mark",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它&nbs⟧",
            "truncated_tail",
            note="an entity cut in two",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠�⟧",
            "truncated_tail",
            note="a character cut in two",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦村长指着井说“从今往后⟧",
            "truncated_tail",
            note="a quotation left open",
        ),
        Example("老井在村东头，井沿磨得发亮。⟦那年天旱（县志里也⟧\n分享到：微博", "truncated_tail"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早，⟦柿子红得也早，⟧",
            "truncated_tail",
            note="a comma is no end",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早，⟦人们把柿子晒在⟧",
            "truncated_tail",
            note="a word that needs another",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早。人们摘下柿子，⟦晒在向阳的屋顶⟧\n版权所有 未经许可不得转载",
            "truncated_tail",
            note="all others are finished, and the foot of the page follows",
        ),
    ),
    silent_on=(
        Example("山路通车了", note="a title"),
        Example("老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它。"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它。（本报记者 某某）\n责任编辑：某某",
            note="a byline",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n——写于老井旁，秋天的一个傍晚",
            note="a signature",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n二〇二〇年十月一日，于老井",
            note="a date",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n图为晒在屋顶的柿子",
            note="a caption",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n柿子\n柿饼\n柿叶茶",
            note="a list",
        ),
        Example("| 品名 | 产地 |\n| --- | --- |\n| 柿饼，净重五百克 | 某县，某乡，某村 |", note="a table"),
        Example("秋风起，柿子红，\n满山遍野是灯笼。\n老人笑，孩子闹，\n家家户户粮满仓", note="verse"),
        Example(
            "今天天气不错，我去爬山了，山上人很多\n中午吃了面条，味道还行，就是有点咸\n晚上看了电影，讲一口老井，看完就睡了",
            note="an author without full stops",
        ),
        Example("问：今年柿子多吗，怎么办\n答：多，晒起来，做柿饼，给城里的孩子寄去", note="dialogue"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n他没有说话，只是望着远处，望着望着，就哭了……",
            note="an ellipsis that closes a story",
        ),
        Example("The autumn came early, and the persimmons were red, and", note="English"),
        Example('配置写在文件里，每次启动都会读取：\n```\nname = "井"\n```', note="code"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n转载请注明出处，未经允许不得用于商业用途",
            note="a notice of the site",
        ),
        Example("出席：某某，某某，某某\n列席：某某，某某\n记录：某某", note="minutes"),
    ),
    known_misses=(
        Example(
            "老井在村东头，⟦井沿磨得发亮，那年天旱全村人都靠它吃⟧",
            "truncated_tail",
            note="the only sentence: nothing to compare it with",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n⟦水利站的⟧",
            "truncated_tail",
            note="as short as a title",
        ),
    ),
)
