"""Syllables in Latin letters in place of characters: 警li for 警力.

What it finds
    One or two syllables of pinyin, with or without tone marks, that complete a known word together with
    the Han beside them, or spell a whole word that filters take out.
Why it matters
    It is how writers pass a word filter. The word is lost for search and for a model, and the text has
    been through a censored site.
How it is told
    The dictionary must hold a word whose missing characters are read so: zheng + 府 is 政府. Where all
    such words miss the same characters, they are offered as the original. A syllable that is also an
    English word or a name must complete a word that filters take out.
What it must not be confused with
    English words, names, units, brands, addresses and code; lessons and articles on pinyin; sentences
    that tell how a word is spelt round; ta for 他 and 她.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from checks.evidence.half_words import everyday_words
from checks.evidence.lexicon import cuts_of, masked_words, missing_between, readings_of_word, toneless, words
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.readings import TONED
from checks.signs import AnyOf, Condition, Sign
from checks.text import Text, any_of, fold, is_han, later

PINYIN_SUBSTITUTION = FaultClass(
    "pinyin_substitution",
    "redacted",
    Severity.WARNING,
    Words("pinyin in place of characters", "以拼音代字"),
    Words(
        "{n} words are spelt partly in pinyin (first: {typed} for {word})",
        "{n} 个词以拼音代字（首处：{typed}，即{word}）",
    ),
)

GROUPS = phrase_groups("pinyin_substitution")
ENGLISH = frozenset(word for line in GROUPS["english"] for word in line.split())
ABOUT_SPELLING, SAID_SO = any_of(GROUPS["about_spelling"]), any_of(GROUPS["said_so"])
LETTERS = {
    "zf": "政府",
    "jc": "警察",
    "gcd": "共产党",
    "jw": "纪委",
    "gwy": "国务院",
    "tam": "天安门",
    "flg": "法轮功",
}
"""First letters of words: hints, for they are the first letters of much else; two different ones are no accident."""

_L = f"A-Za-z{TONED}{TONED.upper()}üÜ"
_HAN = "㐀-鿿"
_SIDE = rf"{_L}0-9_@/.&#%=+<>\u2010\u00ad\\-"
_SYLLABLES = later(
    rf"[{_L}](?:(?<=[{_HAN}].)[{_L}]{{0,11}}(?![{_SIDE}])|(?<![{_SIDE}].)[{_L}]{{0,11}}(?=[{_HAN}]))"
)
_PROGRAM = later("命令|指令|目录|手册|程序|文件|函数|参数|进程|服务器|协议")
"""What stands behind the name of a command: du命令."""
_FIRST = frozenset("bcdfghjklmnpqrstwxyz")
_TONE = later(f"[{TONED}{TONED.upper()}]")

MOST = 500  # syllables looked at in one text
NEAR, HAN_NEAR = 30, 8  # a sentence of Han stands around: found with lists of our own
CONTEXT = 3  # Han to either side that may belong to the word
LESSON = 3  # words of spelling in a page that make it one about spelling: one pun is no lesson
CAPITALS = 3  # letters; LI and AN are abbreviations and English words more often
WHOLE = 5  # letters of a whole word at a pause: shorter ones are names and units, too
SEVERAL = 2  # words clearly spelt so from which on English words are taken for syllables, too
NEVER = frozenset({"ta", "de", "la", "le", "a", "an"})
NAMED = frozenset("小阿老大")  # 小yu is a nickname


class Word(NamedTuple):
    """A word found: the Han of it before and behind the letters, and what the letters stand for."""

    before: str
    missing: str
    after: str

    @property
    def whole(self) -> str:
        """The word in characters."""
        return self.before + self.missing + self.after


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each word that is spelt in part or whole; leaves at once where no letters touch Han."""
    matches = islice(_SYLLABLES.finditer(text.view), MOST)
    spelt = [m for m in matches if _may_be_spelt(m[0])]
    if not spelt or sum(1 for _ in ABOUT_SPELLING.finditer(fold(text.view[:20_000]))) >= LESSON:
        return
    told = [span for match in spelt if (span := _span(text, match))]
    loose = [span for match in spelt if (span := _span(text, match, by_chance=False))]
    plain = sum(_spells_common(text, match) for match in spelt)
    if max(plain, sum(span.proof > Proof.HINT for span in told)) >= SEVERAL:
        told = loose  # this writer does so: even English words are syllables
    various = {span.details["word"] for span in told if span.proof == Proof.HINT}
    if len(various) >= SEVERAL or plain >= SEVERAL:
        told = [replace(span, proof=max(span.proof, Proof.STRONG)) for span in told]
    yield from told


def _may_be_spelt(letters: str) -> bool:
    """Syllables, the first letters of a word, or the first letter of a syllable."""
    if len(letters) == 1:
        return letters in _FIRST
    return toneless(letters) in LETTERS or bool(cuts_of(toneless(letters)))


def _span(text: Text, match: re.Match[str], *, by_chance: bool = True) -> Span | None:
    start, end = match.span()
    around = text.folded(start - NEAR, end + NEAR)
    if sum(map(is_han, around)) < HAN_NEAR or ABOUT_SPELLING.search(around):
        return None
    if SAID_SO.search(text.folded(start - 8, end + 8)) or _PROGRAM.match(text.folded(end, end + 3)):
        return None
    left, right = (
        _han_before(text.folded(start - CONTEXT, start)),
        _han_after(text.folded(end, end + CONTEXT)),
    )
    if len(match[0]) == 1:
        fitting = [] if _is_variable(text.view, match[0]) else _begun(match[0], left, right)
    else:
        fitting = _words(match[0], left, right, by_chance=by_chance)
    if not fitting:
        return _initials(text, match, bool(left and right))
    found, name = _best(fitting)
    typed = found.before + match[0] + found.after
    sure = len({word.missing for word in fitting}) == 1
    first, last = start - len(found.before), end + len(found.after)
    proof = Proof.PROVED if (found.before or found.after) and len(match[0]) > 1 else Proof.STRONG
    original = text.view[first:start] + found.missing + text.view[end:last] if sure else None
    return text.span("pinyin_substitution", first, last, proof, original=original, typed=typed, word=name)


def _spells_common(text: Text, match: re.Match[str]) -> bool:
    """Half of a common word that belongs to no other word beside it: 企ye, 医yuan, 人民zf."""
    start, end = match.span()
    left, right = text.folded(start - CONTEXT, start), text.folded(end, end + CONTEXT)
    if not match[0].islower() or match[0] in NEVER or left[-1:] in NAMED:
        return False
    if LETTERS.get(match[0], "") in everyday_words():
        return is_han(left[-1:] or " ")
    completed = _completed(match[0], _han_before(left), _han_after(right))
    return any(
        word.whole in everyday_words() and (left[-2:] if word.before else right[:2]) not in words()
        for word in completed
    )


def _initials(text: Text, match: re.Match[str], amid: bool) -> Span | None:
    word = LETTERS.get(match[0].lower())
    if not word or not amid:
        return None
    return text.span("pinyin_substitution", *match.span(), Proof.HINT, typed=match[0], word=word)


def _han_before(context: str) -> str:
    return re.search(f"[{_HAN}]*$", context)[0]  # type: ignore[index]  # an empty match at least


def _han_after(context: str) -> str:
    return re.match(f"[{_HAN}]*", context)[0]  # type: ignore[index]


def _best(fitting: Sequence[Word]) -> tuple[Word, str]:
    """The word to show, one that filters take out before others, then the longest; and its rivals."""
    ranked = [(word.whole in masked_words(), len(word.whole)) for word in fitting]
    best = [word for word, rank in zip(fitting, ranked, strict=True) if rank == max(ranked)]
    rivals = dict.fromkeys(word.whole for word in best if word.before == best[0].before)
    return best[0], "/".join(islice(rivals, 3))


def _words(letters: str, left: str, right: str, *, by_chance: bool) -> list[Word]:
    """The words that the letters complete; only those that filters take out if that may be by chance."""
    bare = toneless(letters)
    if bare in ENGLISH and letters.isupper():  # AI
        return []
    found = [*_completed(letters, left, right)] or [*_spelt(letters, left, right)]
    chance = bare in NEVER or (
        by_chance and (bare in ENGLISH or not letters[1:].islower() or letters[0].isupper())
    )
    nickname = left[-1:] in NAMED
    return [
        word
        for word in found
        if word.whole in masked_words()
        or (not chance and not (nickname and not word.after))
        or (_is_capital(letters) and not nickname and _is_orphan(word, left, right))
        or (len(word.whole) > 2 and word.before and word.after and bare not in NEVER)
    ]


def _is_capital(letters: str) -> bool:
    """A syllable in capitals that is no English word and too long for most abbreviations."""
    return len(letters) >= CAPITALS and not letters.islower() and toneless(letters) not in ENGLISH


def _is_orphan(word: Word, left: str, right: str) -> bool:
    """What is left of the word belongs to no other word beside it: 电影里的暴LI, but not 歌手GAI."""
    rest = word.before or word.after
    if word.before and word.after:
        return True
    outside = left[-2:] if word.before else right[:2]
    return len(rest) == 1 and outside not in words() and bool(left if word.after else right)


def _is_variable(view: str, letter: str) -> bool:
    """The letter also stands by itself, in formulas and lists."""
    alone = re.search(
        rf"(?<![A-Za-z]){letter}(?![A-Za-z{_HAN}，。、；！？])|(?<![A-Za-z{_HAN}，。、；！？\n“]){letter}(?![A-Za-z])",
        view,
    )
    return alone is not None


def _begun(letter: str, left: str, right: str) -> list[Word]:
    """Words that filters take out, one character of two given by its first letter: m主."""
    found = (Word(*parts) for parts in missing_between(left[-1:], right[:1]))
    return [
        word
        for word in found
        if len(word.whole) == 2
        and word.before not in NAMED
        and word.whole in masked_words()
        and any(toneless(one)[:1] == letter for one in readings_of_word(word.whole)[0 if word.after else 1])
        and _is_orphan(word, left or " ", right or " ")
    ]


@lru_cache(maxsize=4096)
def _completed(letters: str, left: str, right: str) -> tuple[Word, ...]:
    return tuple(_completing(letters, left, right))


def _completing(letters: str, left: str, right: str) -> Iterator[Word]:
    bare, toned = toneless(letters), bool(_TONE.search(letters))
    cuts = cuts_of(bare)
    for before, missing, after in missing_between(left, right):
        readings = readings_of_word(before + missing + after)[len(before) : len(before) + len(missing)]
        if toned:
            if letters.lower() in _joined(readings):
                yield Word(before, missing, after)
        elif any(_read_so(readings, cut) for cut in cuts):
            yield Word(before, missing, after)


def _read_so(readings: Sequence[frozenset[str]], cut: Sequence[str]) -> bool:
    return len(readings) == len(cut) and all(
        any(toneless(reading) == syllable for reading in one)
        for one, syllable in zip(readings, cut, strict=True)
    )


def _joined(readings: Sequence[frozenset[str]]) -> set[str]:
    joined = {""}
    for one in readings:
        joined = {head + reading for head in joined for reading in one}
    return joined


def _spelt(letters: str, left: str, right: str) -> Iterator[Word]:
    """A whole word that filters take out, in a sentence on both sides."""
    amid = (left and right) or ((left or right) and len(letters) >= WHOLE)
    if amid and letters.islower() and letters not in GROUPS["names"] and letters not in ENGLISH:
        yield from (Word("", word, "") for word in _whole_words().get(toneless(letters), ()))


@cache
def _whole_words() -> dict[str, list[str]]:
    spelt: dict[str, list[str]] = {}
    for word in sorted(masked_words()):
        if len(word) == 2:
            readings = readings_of_word(word)
            key = "".join(toneless(min(one, default="")) for one in readings)
            spelt.setdefault(key, []).append(word)
    return spelt


CALLED_BY: Mapping[str, Condition] = {
    "touching": AnyOf(Sign(f"[{_HAN}]", f"[{_L}]"), Sign(f"[{_L}]", f"[{_HAN}]"))
}


CHECK = Check(
    name="pinyin_substitution",
    doc=__doc__,
    classes=(PINYIN_SUBSTITUTION,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "那里的⟦z府⟧办事很慢，一件小事要跑三趟，大家都有意见。", "pinyin_substitution", note="a letter"
        ),
        Example("老人說，當年的⟦運Dong⟧影響了許多人，到今天還不願意談。", "pinyin_substitution"),
        Example("会上要求⟦警li⟧跟着案情走，白天巡街，晚上守路口，不留空当。", "pinyin_substitution"),
        Example("那时候⟦zheng府⟧的人来过两次，说要修路，后来就没有消息了。", "pinyin_substitution"),
        Example("大家都想知道⟦真xiang⟧，可是谁也不敢先开口，只好等着。", "pinyin_substitution"),
        Example("年底了，工人到城里⟦讨xin⟧，在门口等了三天，没有人出来。", "pinyin_substitution"),
        Example("老人說，那年村裡的⟦貪guan⟧多，交了糧還要交錢，日子很苦。", "pinyin_substitution"),
        Example("他在⟦jing察⟧来之前就走了，只留下一封信，压在桌上。", "pinyin_substitution"),
        Example(
            "他喝了酒，说自己想⟦自shā⟧，邻居连夜把他送进了医院。",
            "pinyin_substitution",
            note="with a tone mark",
        ),
        Example(
            "后来听说是⟦ZHENG府⟧不让修，大家才散了，各自回家过年。", "pinyin_substitution", note="capitals"
        ),
        Example(
            "当地的zhengfu派人来看过，量了地，拍了照，再没有下文。".replace("zhengfu", "⟦zhengfu⟧"),
            "pinyin_substitution",
            note="a whole word",
        ),
        Example(
            "那里的⟦ZF⟧不管，找⟦JC⟧也没有用，大家只好自己想办法。",
            "pinyin_substitution",
            note="first letters",
        ),
        Example(
            "镇上的⟦企ye⟧都在招人，路口的⟦医yuan⟧也要人，大家都去报名，排了很长的队。",
            "pinyin_substitution",
            note="syllables that are English, of harmless words",
        ),
        Example(
            "區裡的⟦企ye⟧要搬到河東去，人民⟦zf⟧派人來量地，⟦醫yuan⟧也要搬，大家都說好。",
            "pinyin_substitution",
            note="first letters beside them",
        ),
        Example("这条街上的⟦賭bo⟧風氣很重，年輕人都被帶壞了，家長很著急。", "pinyin_substitution"),
    ),
    silent_on=(
        Example(
            "在ls、df、du命令里，大小的单位由环境决定，man手册里写得很清楚，大家都照着做。", note="commands"
        ),
        Example(
            "现在内置了一秒的超时，在没有se‐\nlect调用的系统里，超时还是半秒，这是老办法。",
            note="broken at a hyphen",
        ),
        Example(
            "参展的企ye很多，大家看了一天，晚上在河边吃饭，第二天又去看。", note="one slip of an input method"
        ),
        Example(
            "小men和阿ye都来了，老yuan也来了，大家坐在船上，喝茶看雨，说说笑笑，到半夜才散。",
            note="nicknames",
        ),
        Example(
            "一张票20yuan，两个人40yuan，小孩不要票。渡口的船一天开四次，人多就加开，很方便。", note="units"
        ),
        Example("下载APP，打开wifi，用app里的can按钮就行，ye键是返回，men键是菜单。", note="keys"),
        Example("他做AI视频，靠AI剪辑，一天能出三条，收入比上班的时候高得多。", note="an abbreviation"),
        Example("设x方向的速度为v，再求n次方的和，k值越大，g部分越小，图上可以看出来。", note="variables"),
        Example("小s主持的节目很有意思，大s也来过几次，姐妹两个很会说话，大家都爱看。", note="names"),
        Example("他p图p得很好，又爱k歌，坐在c位上，大家都说他是个e人，很会玩。", note="letters as words"),
        Example("这台交换机有四个LAN口，用CAN总线和PAN头相连，装好就能用了。", note="abbreviations"),
        Example("不知道ta什么时候回来，也不知道ta还记不记得我，只好等着。", note="ta for 他 or 她"),
        Example("用div和span标签就能排好版，li标签用来列清单，很容易学会。", note="code"),
        Example("歌手GAI和周延是同一个人，他的歌我都听过，现场也看过一次。", note="a name"),
        Example("这个app的用户超过一亿，很多人用wifi在家里看视频，不用流量。", note="English words"),
        Example("我们去ktv唱歌，点了一首long的歌，大家都说好听，又点一首。"),
        Example("请把文件放到can总线的目录下，再重启设备，等灯变绿就可以了。"),
        Example("小yu今天没有来上课，老师说她感冒了，要在家休息两天才能来。", note="a nickname"),
        Example("他写的是警li，用拼音是为了不被系统拦下来，大家一看就懂。", note="talk of spelling"),
        Example("网友把政府写成zheng府，把警察写成jing察，为的是躲过过滤。", note="told how"),
        Example("一年级的孩子学拼音，先学guó家的国，再学mā妈的妈，很认真。", note="a lesson"),
        Example("发邮件到zhang@example.com即可，或者关注li_ming的主页，欢迎来信。", note="addresses"),
        Example("北京的beijing大街和上海的shanghai路，都是外国人常问的地方。", note="names of places"),
        Example("这台机器的功率是5kw，长3mi，宽2mi，放在屋里刚刚好，不占地方。", note="units"),
        Example("A股大跌，K线难看，B超结果还没出来，他这一天过得很不顺心。", note="letters"),
        Example("穿上这件fendi的外套，再配一双nike的鞋，出门就很有精神了。", note="brands"),
    ),
    known_misses=(
        Example(
            "后来⟦警 li⟧不够，就从邻县借了二十个人，守了三天三夜。",
            "pinyin_substitution",
            note="a blank between",
        ),
    ),
)
