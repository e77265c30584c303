"""Readings set in beside their characters: 國(guó)家.

What it finds
    Brackets of any kind holding a reading of the character right before it (guó, guo2, guo, ㄍㄨㄛˊ) or of
    the word (guójiā, guo jia); toned readings without brackets or before their character.
Why it matters
    Tools that pass stolen articles off as new ones set such readings in by the hundred; up to half
    of the characters of a page are then noise, and every phrase is split.
How it is told
    Bracket, syllable and dictionary must agree; readings without a tone mark and of words must
    also be many, different, and in running text. What a machine sets in is needless: the first reading
    of a common character, again and again. A document fails when it holds five or more, or
    when they make up more than 2 % of its characters: a machine does not stop.
What it must not be confused with
    A gloss on a rare character or on the rarer reading of a common one, notes to old poems, lessons
    on pronunciation, dictionary entries: told as hints. English in brackets, names and places in
    Latin letters, units, abbreviations: not told at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.evidence.lexicon import common_characters
from checks.model import Candidate, Check, Example, FaultClass, Limit, Proof, Severity, Span, Words
from checks.readings import Reading, first_reading_of, in_sentence
from checks.text import Text, fold, later


def _class(name: str, label: Words, says: Words) -> FaultClass:
    return FaultClass(
        name,
        "pinyin",
        Severity.ERROR,
        label,
        Words(f"{{n}} {says.en} (first: {{first}})", f"{{n}} 处{says.zh}（首处：{{first}}）"),
        limits=(
            Limit(Severity.INFO),
            Limit(Severity.ERROR, n=4),  # CLASSES: five or more; a gloss or a lesson line has fewer
            Limit(Severity.ERROR, n=1, share=0.02),  # two in a short text are as bad as five in a long one
        ),
    )


_KINDS = {
    "toned": _class(
        "pinyin_bracket",
        Words("pinyin in brackets", "括号拼音"),
        Words(
            "readings in brackets, each a dictionary reading of the character before it",
            "括号拼音，均为前一字的字典读音",
        ),
    ),
    "untoned": _class(
        "pinyin_untoned",
        Words("pinyin without tones", "无调拼音"),
        Words(
            "syllables in brackets, each how the character before it is read", "无调拼音，均为前一字的读音"
        ),
    ),
    "word": _class(
        "word_reading",
        Words("pinyin of words", "词语拼音"),
        Words("readings in brackets, each of the word before it", "词语拼音，均为前一词的读音"),
    ),
    "zhuyin": _class(
        "zhuyin_bracket",
        Words("zhuyin in brackets", "括号注音"),
        Words(
            "readings in zhuyin, each a dictionary reading of the character before it",
            "括号注音符号，均为前一字的字典读音",
        ),
    ),
}

# A school book or dictionary page speaks of what it does; an article about other things hardly does twice.
_LESSON = later(
    r"拼音|读音|讀音|注音|多音字|破音字|声调|聲調|生字|字音|发音|發音|普通话|识字|音节|注释|註釋|译文|[读念讀唸]作|[读念讀唸]音"
)
_HAN = later(r"[\u4e00-\u9fff]")
# In the three labelled pages every reading is needless and 77-85 % repeat an earlier one; the limits stand between these
# and lessons, notes to old poems and glosses of our own making, and no other of 111 web pages reaches them.
NEEDLESS, NEEDLESS_SHARE = 3, 0.5
MANY, REPEATED = 10, 0.3
# A text that speaks of reading aloud once, by the way, and whose common characters are read in mid-sentence, teaches none.
ASIDE, AMID, PLAIN, PLAIN_SHARE = 800, 0.7, 5, 0.8
FULL, SHORT = (
    0.9,
    150,
)  # share of the characters read, and how many: a poem or a rhyme for children, read throughout
DENSE = 0.02  # share of the characters: two needless glosses in a line or two


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield every verified reading; the text has already been searched for them."""
    if not text.readings:
        return
    machine = _by_machine(text.raw, text.readings)
    for reading in text.readings:
        proof = Proof.STRONG if reading.kind == "untoned" else Proof.PROVED
        first = text.raw[min(reading.start, reading.read[0]) : max(reading.end, reading.read[1])]
        yield Span(
            _KINDS[reading.kind].name,
            reading.start,
            reading.end,
            proof if machine else Proof.HINT,
            details={"first": first},
        )


def _by_machine(raw: str, readings: Sequence[Reading]) -> bool:
    """More readings than a reader needs, and the text teaches none."""
    if SHORT > len(readings) >= FULL * len(_HAN.findall(raw)):
        return False
    n, read = len(readings), [raw[slice(*reading.read)] for reading in readings]
    repeated = n - len(set(zip(read, (r.syllable.lower() for r in readings), strict=True)))
    needless = sum(map(_needless, read, readings))
    taught = len(_LESSON.findall(raw))
    if taught and not (n >= MANY and repeated >= REPEATED * n):
        aside = taught <= 1 + len(raw) // ASIDE and sum(in_sentence(raw, r) for r in readings) >= AMID * n
        if not (aside and needless >= max(PLAIN, PLAIN_SHARE * n)):
            return False
    dense = sum(r.end - r.start for r in readings) > DENSE * len(raw)
    return (
        (needless >= NEEDLESS or (needless == NEEDLESS - 1 and dense)) and needless >= NEEDLESS_SHARE * n
    ) or (n >= MANY and repeated >= REPEATED * n)


def _needless(read: str, reading: Reading) -> bool:
    """The first reading of a character of the common set; words are read by nobody for help."""
    if len(read) > 1:
        return True
    plain = fold(read)
    return plain in common_characters() and (
        reading.kind != "toned" or _is_first(plain, reading.syllable.lower())
    )


def _is_first(character: str, syllable: str) -> bool:
    return syllable[-1].isdigit() or syllable == first_reading_of(character)


CHECK = Check(
    name="pinyin_bracket",
    doc=__doc__,
    classes=tuple(_KINDS.values()),
    find=find,
    fires_on=(
        Example(
            "春⟦ㄔㄨㄣ⟧天⟦ㄊㄧㄢ⟧來⟦ㄌㄞˊ⟧了，花⟦ㄏㄨㄚ⟧都開⟦ㄎㄞ⟧了。",
            "zhuyin_bracket",
            note="zhuyin without brackets",
        ),
        Example(
            "老人⟦lǎorén⟧坐在门口，孩子们⟦háizimen⟧跑来跑去，柳树⟦liǔshù⟧抽出新芽⟦xīnyá⟧。",
            "word_reading",
            note="words without brackets",
        ),
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
            "村口的老槐⟦(huái)⟧树今年又开花了。", "pinyin_bracket", note="a single gloss is told, as a hint"
        ),
        Example(
            "水⟦[shuǐ]⟧库⟦【kù】⟧今年⟦〔nián〕⟧蓄满，渠⟦/qú/⟧道 ⟦(dào)⟧通了，电⟦<diàn>⟧站也转起来。",
            "pinyin_bracket",
            note="brackets of all kinds",
        ),
        Example(
            "水⟦(SHUǏ)⟧库今年⟦(nian2)⟧蓄满⟦(man3)⟧，绿⟦(lv4)⟧树成荫。",
            "pinyin_bracket",
            note="capitals, tone numbers",
        ),
        Example(
            "水⟦( shuǐ )⟧库今年 ⟦( nián)⟧ 蓄满⟦（ mǎn ）⟧，渠⟦( qú )⟧道通了。",
            "pinyin_bracket",
            note="spaces inside the brackets",
        ),
        Example(
            "水⟦(shuǐ)⟧库的⟦(de)⟧闸今年⟦(nián)⟧修好⟦(hǎo)⟧，渠⟦(qú)⟧道通⟦(tōng)⟧了，不⟦(bú)⟧过还要试。",
            "pinyin_bracket",
            note="neutral tones and wrong ones beside right ones",
        ),
        Example(
            "水库⟦( shuǐ kù )⟧今年蓄满，渠道⟦( qú dào )⟧通了，电站⟦( diàn zhàn )⟧也转起来。",
            "word_reading",
            note="spaces inside the brackets of words",
        ),
        Example("水⟦shuǐ⟧库今⟦jīn⟧年蓄满⟦mǎn⟧，渠⟦qú⟧道通了。", "pinyin_bracket", note="without brackets"),
        Example(
            "⟦(shuǐ)⟧水库⟦(jīn)⟧今年蓄⟦(mǎn)⟧满，⟦(qú)⟧渠道通了。",
            "pinyin_bracket",
            note="before the character",
        ),
        Example("水⟦(shui)⟧库今年⟦(nian)⟧蓄满⟦（man）⟧，渠⟦(qu)⟧道⟦(DAO)⟧通了。", "pinyin_untoned"),
        Example("水库⟦(shuǐkù)⟧今年⟦(jīn nián)⟧蓄满，渠道⟦（qúdào）⟧通了。", "word_reading"),
        Example(
            "水库⟦(shui ku)⟧今年⟦(jinnian)⟧蓄满，渠道⟦(qu dao)⟧通了，电站⟦(dianzhan)⟧转了。",
            "word_reading",
            note="no tones",
        ),
        Example("水⟦(ㄕㄨㄟˇ)⟧庫今年⟦（ㄋㄧㄢˊ）⟧蓄滿⟦(ㄇㄢˇ)⟧，渠道通了。", "zhuyin_bracket"),
    ),
    silent_on=(
        Example("我ㄉ天啊，這個東西ㄏㄏ真的很好笑，好ㄅ，他ㄇ都來了。", note="zhuyin in place of words"),
        Example("注音ㄅㄆㄇㄈ先學，ㄉㄊㄋㄌ緊接在後，老師教大家唸。", note="the alphabet itself"),
        Example("“和”在这里读(hé)，不读(huò)。", note="the bracket does not follow its own character"),
        Example("拼音课：ā、á、ǎ、à 四个声调(tone)要分清。", note="a Latin word in brackets"),
        Example("他唱到(la la la)就忘了词。", note="no tone mark"),
        Example("水(shuǐ guǒ)果摊前排起了长队。", note="two syllables that are not the word's"),
        Example("国(guō)庆那天大家都放假。", note="guō is no reading of 国"),
        Example("这种茶叫 oolong(wū)。", note="a Latin letter before the bracket"),
        Example("会议(记者)强调(一)要点(企业)。", note="Chinese in brackets"),
        Example("苹果(apple)、香蕉(banana)和梨(pear)都是水果。", note="English"),
        Example("张(Zhang)、王(Wang)、李(Li)、赵(Zhao)、陈(Chen)是常见的姓。", note="surnames"),
        Example("她(ta)说完，他(ta)也说，它(ta)不说，和(he)气了。", note="two syllables only"),
        Example("北京(Beijing)、上海(Shanghai)、广州(Guangzhou)和南京(Nanjing)的气温都升了。", note="places"),
        Example("长度(m)、质量(kg)、时间(s)和安(an)培都要写明。", note="units"),
        Example("太极(taiji)和功夫(gongfu)是外来词典里常见的词。", note="two words only"),
        Example("水稻(dao)\n小麦(mai)\n玉米(mi)\n大豆(dou)\n", note="entries of a list"),
        Example("<p>的<li>和<div>都是标签，路径写作/home/li/。", note="tags and paths"),
        Example("见表(1)、图(a)、式(e)与附录(i)。", note="numbers of figures"),
        Example("Café, naïveté, Dvořák, Tōkyō: 这些词带附加符号。", note="accents of other languages"),
        Example("函数f(a)和g(e)在区间(an, en)上连续。", note="formulas"),
    ),
)
