"""Characters repeated in brackets behind themselves: 国(国)家.

What it finds
    A bracket of any kind that holds nothing but the character or the word right before it, as it stands or in the other
    script (導(导)).
Why it matters
    Tools that pass copied articles off as new ones double characters this way where they have no
    reading to set in; it splits words and phrases for everyone who searches or counts.
How it is told
    The two must be equal, which proves the place; three different ones must be doubled before any is
    told, because a bracket with one character has other uses. In the other script four, in sentences of a text that does
    not speak of characters.
What it must not be confused with
    Days of the week (8日(日)), classes and lists with numbers (三(三)班), the two scripts of a character
    side by side (国(國)), glosses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from checks.evidence.copy_tools import BRACKET, OF_CHARACTERS, Doubled, before
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import Condition
from checks.text import Text, fold, later

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

_NUMBERED = frozenset("一二三四五六七八九十百千零〇日月火水木金土年甲乙丙丁男女上中下")
_AFTER = later("[\u3400-\u9fff，。！？；：、,.!?;:」”’]")
LEAST = 3  # different ones; none of 4,268 broadcasts and statutes has one
LEAST_FOLDED = 4  # in the other script, where a reader may be helped with a rare form


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the brackets of doubled characters, if three different ones are doubled."""
    raw = text.raw
    brackets = list(BRACKET.finditer(raw))
    told = _doubled(raw, brackets) or _folded(raw, brackets)
    for match in told:
        yield Span(
            "repeated_char_bracket",
            match.start(),
            match.end(),
            Proof.PROVED,
            details={"first": raw[told[0].start() - len(told[0][1]) : told[0].end()]},
        )


def _doubled(raw: str, brackets: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Brackets that hold what stands before them."""
    doubled = [match for match in brackets if before(raw, match) == match[1]]
    return doubled if len({match[1] for match in doubled} - _NUMBERED) >= LEAST else []


def _folded(raw: str, brackets: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Brackets in sentences that hold what stands before them in the other script, always the same one."""
    if len(brackets) < LEAST_FOLDED or OF_CHARACTERS.search(raw):
        return []
    found = [m for m in brackets if before(raw, m) != m[1] and fold(before(raw, m)) == fold(m[1])]
    amid = [match for match in found if _AFTER.match(raw, match.end())]
    to_simplified = sum(fold(match[1]) == match[1] for match in amid)
    one_way = to_simplified in (0, len(amid))
    return amid if one_way and len({match[1] for match in amid}) >= LEAST_FOLDED else []


CALLED_BY: Mapping[str, Condition] = {"doubled": Doubled(LEAST)}


CHECK = Check(
    name="repeated_char_bracket",
    doc=__doc__,
    classes=(REPEATED_CHAR_BRACKET,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example("水⟦(水)⟧库⟦(库)⟧今年蓄⟦(蓄)⟧满，渠⟦(渠)⟧道通了。", "repeated_char_bracket"),
        Example(
            "水庫⟦（庫）⟧今年蓄⟦【蓄】⟧滿，渠道⟦[道]⟧通了。", "repeated_char_bracket", note="other brackets"
        ),
        Example(
            "水库⟦(水库)⟧今年⟦（今年）⟧蓄满，渠道⟦( 渠道 )⟧通了。",
            "repeated_char_bracket",
            note="words",
        ),
        Example(
            "水庫⟦(库)⟧今年蓄滿⟦(满)⟧，電⟦(电)⟧站轉⟦(转)⟧起來。",
            "repeated_char_bracket",
            note="in the other script",
        ),
    ),
    silent_on=(
        Example("他寫的字是水庫(库)、電(电)站、轉(转)動、滿(满)意，繁體與簡體對照。", note="of characters"),
        Example("乾(干)、庫(库)\n電(电)\n轉(转)\n", note="a list"),
        Example("「好」（好）與『行』（行）都是答應。", note="two only"),
        Example("9月8日(日)和9月9日（一）休馆，10月6日(日)照常。", note="days of the week"),
        Example("高三(三)班和初二(二)班、高一(一)班都去了。", note="classes"),
        Example("简体字国(國)、体(體)、万(萬)、会(會)对照。", note="the other script"),
        Example("春(春)联写错了一个字。", note="one only"),
        Example("会议(记者)强调(一)要点(企业)。"),
    ),
)
