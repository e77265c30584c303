"""Characters repeated in brackets behind themselves: 国(国)家.

What it finds
    A bracket of any kind that holds nothing but the character right before it.
Why it matters
    Tools that pass copied articles off as new ones double characters this way where they have no
    reading to set in; it splits words and phrases for everyone who searches or counts.
How it is told
    The two characters must be equal, which proves the place; three different characters must be
    doubled before any is told, because a bracket with one character has other uses.
What it must not be confused with
    Days of the week (8日(日)), classes and lists with numbers (三(三)班), the two scripts of a character
    side by side (国(國)), glosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text

REPEATED_CHAR_BRACKET = FaultClass(
    "repeated_char_bracket",
    "pinyin",
    Severity.WARNING,
    Words("character repeated in brackets", "括号重字"),
    Words(
        "{n} characters repeated in brackets behind themselves (first: {first})",
        "{n} 个字在括号里重复（首处：{first}）",
    ),
)

_ONE = re.compile(r"[(（\[［【〔<「]([\u3400-\u9fff])[)）\]］】〕>」]")
_NUMBERED = frozenset("一二三四五六七八九十百千零〇日月火水木金土年甲乙丙丁男女上中下")
LEAST = 3  # different characters; none of 4,268 broadcasts and statutes has one


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the brackets of doubled characters, if three different ones are doubled."""
    raw = text.raw
    doubled = [match for match in _ONE.finditer(raw) if match.start() and raw[match.start() - 1] == match[1]]
    if len({match[1] for match in doubled} - _NUMBERED) < LEAST:
        return
    for match in doubled:
        yield Span(
            "repeated_char_bracket",
            match.start(),
            match.end(),
            Proof.PROVED,
            details={"first": raw[doubled[0].start() - 1 : doubled[0].end()]},
        )


CHECK = Check(
    name="repeated_char_bracket",
    doc=__doc__,
    classes=(REPEATED_CHAR_BRACKET,),
    find=find,
    fires_on=(
        Example("水⟦(水)⟧库⟦(库)⟧今年蓄⟦(蓄)⟧满，渠⟦(渠)⟧道通了。", "repeated_char_bracket"),
        Example(
            "水庫⟦（庫）⟧今年蓄⟦【蓄】⟧滿，渠道⟦[道]⟧通了。", "repeated_char_bracket", note="other brackets"
        ),
    ),
    silent_on=(
        Example("9月8日(日)和9月9日（一）休馆，10月6日(日)照常。", note="days of the week"),
        Example("高三(三)班和初二(二)班、高一(一)班都去了。", note="classes"),
        Example("简体字国(國)、体(體)、万(萬)、会(會)对照。", note="the other script"),
        Example("春(春)联写错了一个字。", note="one only"),
        Example("会议(记者)强调(一)要点(企业)。"),
    ),
)
