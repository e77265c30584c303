"""Readings set in brackets after their characters: 國(guó)家.

What it finds
    A bracket holding one toned syllable that the dictionary gives as a reading of the character
    right before it.
Why it matters
    Tools that pass stolen articles off as new ones set such readings in by the hundred; up to half
    of the characters of a page are then noise, and every phrase is split.
How it is told
    Bracket, syllable and dictionary must agree, so each span is proved. A document fails when it
    holds five or more, or when they make up more than 2 % of its characters: a lesson or a rare
    name glosses a handful, a machine does not stop.
What it must not be confused with
    A gloss on a rare character, a lesson on pronunciation, a dictionary entry: few readings, told
    as info. Text about pinyin that puts readings in front of or apart from the characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.model import Candidate, Check, Example, FaultClass, Limit, Proof, Severity, Span, Words
from checks.readings import LITERALS
from checks.text import Text

PINYIN_BRACKET = FaultClass(
    "pinyin_bracket",
    "pinyin",
    Severity.ERROR,
    Words("pinyin in brackets", "括号拼音"),
    Words(
        "{n} readings in brackets, each a dictionary reading of the character before it (first: {first})",
        "{n} 处括号拼音，均为前一字的字典读音（首处：{first}）",
    ),
    limits=(
        Limit(Severity.INFO),
        Limit(Severity.ERROR, n=4),  # CLASSES: five or more; a gloss or a lesson line has fewer
        Limit(Severity.ERROR, n=1, share=0.02),  # two in a short text are as bad as five in a long one
    ),
)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield every verified reading; the text has already been searched for them."""
    for reading in text.readings:
        first = text.raw[reading.start - 1 : reading.end]
        yield Span("pinyin_bracket", reading.start, reading.end, Proof.PROVED, details={"first": first})


CHECK = Check(
    name="pinyin_bracket",
    doc=__doc__,
    classes=(PINYIN_BRACKET,),
    find=find,
    phrases=LITERALS,
    fires_on=(
        Example(
            "县里昨天开会⟦(huì)⟧，布⟦(bù)⟧置春耕。到会⟦(huì)⟧的人都说⟦(shuō)⟧，种子够⟦(gòu)⟧了。",
            "pinyin_bracket",
        ),
        Example(
            "圖書館⟦（guǎn）⟧週⟦（zhōu）⟧末延長⟦（cháng）⟧開放。",
            "pinyin_bracket",
            note="full-width brackets",
        ),
        Example(
            "这座桥长⟦(cháng)⟧三里，队长⟦(zhǎng)⟧走了一遍。", "pinyin_bracket", note="both readings of 长"
        ),
        Example(
            "村口的老槐⟦(huái)⟧树今年又开花了。", "pinyin_bracket", note="a single gloss is told, as info"
        ),
    ),
    silent_on=(
        Example("“和”在这里读(hé)，不读(huò)。", note="the bracket does not follow its own character"),
        Example("拼音课：ā、á、ǎ、à 四个声调(tone)要分清。", note="a Latin word in brackets"),
        Example("他唱到(la la la)就忘了词。", note="no tone mark"),
        Example("水(shuǐ guǒ)果摊前排起了长队。", note="two syllables: a word reading, another class"),
        Example("国(guō)庆那天大家都放假。", note="guō is no reading of 国"),
        Example("这种茶叫 oolong(wū)。", note="a Latin letter before the bracket"),
        Example("会议(记者)强调(一)要点(企业)。", note="Chinese in brackets"),
    ),
)
