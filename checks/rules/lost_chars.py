"""Characters that were lost on the way, and characters nobody can see: 发\ufffd展, 朱□基, 中\u200b国.

What it finds
    What stands in place of a lost character inside the text: U+FFFD, 〓, □, ▯, private-use and unassigned
    characters, control characters. And invisible characters set between visible ones: zero-width
    spaces, soft hyphens, direction marks, tag characters, fillers.
Why it matters
    A name without its character is found by nobody; an invisible one splits a word for every search and
    every tokenizer, hides text from filters and marks copies.
How it is told
    The first kind by its place: between Han characters or inside a word, never as a bullet, a box to
    tick, a mask or a rule of ornaments. The second is proved by the code point and its neighbours.
What it must not be confused with
    Boxes in forms (□是 □否), bullets ■ at the start of lines, ornaments, gaps in old inscriptions, icons at
    the edge of a menu; joiners in emoji and in Persian, direction marks beside Arabic and Hebrew, the
    byte order mark at the very start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checks.evidence.boxes import BOXES, SOLID, are_bullets, are_lost, stand_for_words
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import AnyOf, Condition, Sign
from checks.text import Text, later

LOST_CHARS = FaultClass(
    "lost_chars",
    "garbled",
    Severity.ERROR,
    Words("lost characters", "字符丢失"),
    Words(
        "{n} places where {what_en} stands for lost characters (first: {context})",
        "{n} 处字符丢失，显示为{what_zh}（首处：{context}）",
    ),
)
INVISIBLE_CHARS = FaultClass(
    "invisible_chars",
    "garbled",
    Severity.WARNING,
    Words("invisible characters", "不可见字符"),
    Words(
        "{n} invisible characters inside the text (first: {code}, {name_en})",
        "{n} 处文字中夹有不可见字符（首处：{code}，{name_zh}）",
    ),
)

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f"
_PRIVATE = "\\ue000-\\uf8ff\\U000f0000-\\U000ffffd\\U00100000-\\U0010fffd"
_UNASSIGNED = "\\ufdd0-\\ufdef\\ufff0-\\ufff8\\ufffe\\uffff"
_BOXES = "〓□▯"
_HIDDEN = "\\xad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffc"
_BEYOND = "\\U000e0000-\\U0010ffff"  # tags, variation selectors, private planes
_ANY = later(f"[{_CONTROL}\\ue000-\\uf8ff{_UNASSIGNED}\\ufffd{_BOXES}{_HIDDEN}]")
_ANY_BEYOND = later(f"[{_BEYOND}]")

_LEFT = "[\xa0-\u07ff]{0,2}"  # what else is left of a run of bytes that had no place in UTF-8
_SURE = later(
    f"{_LEFT}\ufffd{{1,400}}(?:[!-~\xa0-\u07ff]{{0,2}}\ufffd{{1,400}}){{0,400}}{_LEFT}|[{_CONTROL}{_UNASSIGNED}]{{1,4000}}"
)
_OF_FONT = later(f"[{_PRIVATE}]{{1,4000}}")
_BOX = later(f"[{_BOXES}]{{1,40}}")

_SOLID_BOX = later(f"{SOLID}{{1,40}}")

_KINDS = (
    (SOLID, Words("a black square", "黑方块")),
    ("\ufffd", Words("U+FFFD", "U+FFFD")),
    ("〓", Words("〓", "〓")),
    ("□▯", Words("an empty box", "空框")),
)
_CONTROL_NAME = Words("a control character", "控制字符")
_PRIVATE_NAME = Words("a private-use character", "私用区字符")
_UNASSIGNED_NAME = Words("an unassigned code point", "未分配码位")

AROUND = 6  # characters of context in the message


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield lost characters, then invisible ones; most texts hold none of either."""
    if _ANY.search(text.raw):
        yield from _lost(text)
        yield from _invisible(text, _HIDDEN_RUN)
    if _ON_HAN.search(text.raw):
        yield from _stacked(text)
    if SOLID in text.raw:
        yield from _solid(text)
    if not text.raw.isascii() and _ANY_BEYOND.search(text.raw):
        yield from _lost_in(text, _OF_FONT, _in_word)
        yield from _invisible(text, _BEYOND_RUN)


# --- lost


def _lost(text: Text) -> Iterator[Span]:
    yield from _lost_in(text, _SURE, _is_no_break)
    yield from _lost_in(text, _OF_FONT, _in_word)
    if any(box in text.raw for box in _BOXES) and not _ABOUT_GAPS.search(text.raw):
        yield from _lost_in(text, _BOX, _is_gap)


def _solid(text: Text) -> Iterator[Span]:
    """Black squares that are no bullets and stand for single characters."""
    lost = not are_bullets(text.raw) and are_lost(text.raw, SOLID)
    if lost and not _ABOUT_GAPS.search(text.raw):
        yield from _lost_in(text, _SOLID_BOX, _is_gap)


Grade = Callable[[str, re.Match[str]], Proof | None]


def _lost_in(text: Text, pattern: re.Pattern[str], grade: Grade) -> Iterator[Span]:
    for found in pattern.finditer(text.raw):
        proof = grade(text.raw, found)
        if proof:
            what = _name_of(found[0])
            context = (
                text.raw[max(found.start() - AROUND, 0) : found.end() + AROUND].strip().replace("\n", " ")
            )
            shown = re.sub(f"[{_CONTROL}]", "\ufffd", context)
            details = {"what_en": what.en, "what_zh": what.zh, "context": shown}
            yield Span("lost_chars", found.start(), found.end(), proof, details=details)


def _name_of(run: str) -> Words:
    for members, name in _KINDS:
        if not set(members).isdisjoint(run):
            return name
    if run[0] < "\xa0":
        return _CONTROL_NAME
    return _PRIVATE_NAME if _OF_FONT.match(run) else _UNASSIGNED_NAME


_TEXT = later(
    r"[0-9A-Za-z\u00c0-\u024f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3，。、；：！？“”‘’（）《》「」,.;:!?()]"
)
_LETTER = later(r"[0-9A-Za-z\u3400-\u9fff，。、；：！？“”（）《》「」]")
_HAN = later(r"[\u3400-\u9fff]")


def _sides(raw: str, found: re.Match[str]) -> tuple[str, str]:
    return raw[max(found.start() - 1, 0) : found.start()], raw[found.end() : found.end() + 1]


def _is_no_break(raw: str, found: re.Match[str]) -> Proof | None:
    """A form feed between pages and a colour code of a terminal are no lost characters."""
    before, after = _sides(raw, found)
    if set(found[0]) <= {"\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f"}:
        return Proof.STRONG if _HAN.match(before) and _HAN.match(after) else None
    if found[0] == "\x1b" and after == "[":
        return None
    latin = "\xa0" <= before <= "\u024f" or "\xa0" <= after <= "\u024f"
    return None if "\x80" <= found[0][0] <= "\x9f" and latin else Proof.STRONG  # part of a misread run


def _in_word(raw: str, found: re.Match[str]) -> Proof | None:
    """Between two characters of a text; at the edge of a line it is the icon of a font."""
    before, after = _sides(raw, found)
    if (_HAN.match(before) and _TEXT.match(after)) or (_TEXT.match(before) and _HAN.match(after)):
        return Proof.STRONG
    if before.isdigit() and after.isdigit():
        return Proof.STRONG  # a decimal point
    return Proof.STRONG if len(found[0]) >= 4 and not _is_icon_row(found[0]) else Proof.HINT


def _is_icon_row(run: str) -> bool:
    return len(set(run)) <= 2  # five equal stars, a menu button


_OPTION = later(
    r"\s*(?:[是否有无男女]|[A-Ha-h1-9][\s.、．)）]|\d+[、.．)）]|其[他它]|同意|不|已|未|合格|符合|[^\n]{0,12}[□☑☒√])"
)
_ABOUT_GAPS = later(
    r"简牍|簡牘|竹简|竹簡|碑文|出土|释文|釋文|残缺|殘缺|缺字|阙文|闕文|墓志|墓誌|拓片|抄本|甲骨|铭文|銘文|帛书|帛書|填空|方框|方格|字谜|勾选|打[√✓勾]"
)
_MODERN = later(r"[的了是在这這们們]")


def _is_gap(raw: str, found: re.Match[str]) -> Proof | None:
    """One to three boxes inside a sentence of today, none of them to be ticked or to be filled in."""
    line = _around(raw, *found.span())
    before, after = _sides(raw, found)
    if len(found[0]) > 3 or not (_HAN.match(before) and _LETTER.match(after)):
        return None
    if found[0][0] in BOXES and stand_for_words(raw, BOXES):
        return None  # a filter took out words
    if line.count("□") > 3 * len(found[0]) or _OPTION.match(raw[found.end() : found.end() + 20]):
        return None
    return Proof.STRONG if _MODERN.search(line) else Proof.HINT


NEAR = 100  # characters of the line on either side that are looked at


def _around(raw: str, start: int, end: int) -> str:
    return raw[max(start - NEAR, 0) : start].rpartition("\n")[2] + raw[start : end + NEAR].partition("\n")[0]


# --- invisible

_HIDDEN_RUN = later(f"[{_HIDDEN}]{{1,4000}}")
_BEYOND_RUN = later("[\\U000e0000-\\U000e01ef]{1,4000}")
_NAMES = {
    "\u200b": Words("zero-width space", "零宽空格"),
    "\u200c": Words("zero-width non-joiner", "零宽不连字"),
    "\u200d": Words("zero-width joiner", "零宽连字"),
    "\u200e": Words("left-to-right mark", "从左至右标记"),
    "\u200f": Words("right-to-left mark", "从右至左标记"),
    "\u202e": Words("right-to-left override", "从右至左强制"),
    "\u2060": Words("word joiner", "单词连接符"),
    "\ufeff": Words("byte order mark", "字节顺序标记"),
    "\xad": Words("soft hyphen", "软连字符"),
    "\u3164": Words("Hangul filler", "韩文填充符"),
    "\ufffc": Words("object replacement character", "对象替换符"),
}
_OTHER = Words("format character", "格式字符")
_JOINING = later(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufefc]"
)
_PICTURE = later("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff#*0-9\u20e3\U000e0020-\U000e007f]")
_SEEN = later(r"[^\s\u0590-\u08ff]")


def _invisible(text: Text, pattern: re.Pattern[str]) -> Iterator[Span]:
    for found in pattern.finditer(text.raw):
        proof = _hides(text.raw, found)
        if proof:
            name = _NAMES.get(found[0][0], _OTHER)
            details = {"code": f"U+{ord(found[0][0]):04X}", "name_en": name.en, "name_zh": name.zh}
            yield Span("invisible_chars", found.start(), found.end(), proof, details=details)


_ON_HAN = later("(?<=[\u3400-\u9fff，。])[\u0300-\u036f\u0483-\u0489\u20d0-\u20dc]{1,400}")
STACKED = 3  # characters that carry such a mark; a dot for emphasis or two are set by hand
_STACKED = Words("combining mark", "组合附加符号")


def _stacked(text: Text) -> Iterator[Span]:
    """Strokes and accents of other scripts set on Han, which no writing system does."""
    marks = list(_ON_HAN.finditer(text.raw))
    for found in marks if len(marks) >= STACKED else ():
        details = {"code": f"U+{ord(found[0][0]):04X}", "name_en": _STACKED.en, "name_zh": _STACKED.zh}
        yield Span("invisible_chars", *found.span(), Proof.PROVED, details=details)


def _hides(raw: str, found: re.Match[str]) -> Proof | None:
    """Proved between two visible characters of a line; a hint at its edge; none where it has work to do."""
    run, (before, after) = found[0], _sides(raw, found)
    if _has_work(run, before, after) or (found.start() == 0 and run == "\ufeff"):
        return None
    if run[0] == "\xad" and not (_HAN.match(before) or _HAN.match(after)):
        return None  # where a long Latin word may be divided
    return Proof.PROVED if len(run) >= 3 or (_SEEN.match(before) and _SEEN.match(after)) else Proof.HINT


def _has_work(run: str, before: str, after: str) -> bool:
    if _JOINING.match(before) or _JOINING.match(after):
        return True
    if all("\ufe00" <= c <= "\ufe0f" or c == "\u200d" for c in run):
        return len(run) <= 2 and bool(_PICTURE.match(before) or _PICTURE.match(after))
    if len(run) == 1 and run >= "\U000e0100":
        return bool(_HAN.match(before))  # the variant of an ideograph
    return "\U000e0020" <= run[0] <= "\U000e007f" and before == "\U0001f3f4"  # a flag


CALLED_BY: Mapping[str, Condition] = {
    "any": AnyOf(Sign(_ANY.pattern), Sign(_ANY_BEYOND.pattern), Sign(SOLID)),
    "stacked": Sign("[\u3400-\u9fff，。]", "[\u0300-\u036f\u0483-\u0489\u20d0-\u20dc]"),
}


CHECK = Check(
    name="lost_chars",
    doc=__doc__,
    classes=(LOST_CHARS, INVISIBLE_CHARS),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example("春天一到，山里的⟦\ufffd⟧就开了，漫山遍野都是。", "lost_chars"),
        Example("村里的老人姓⟦\ufffd\ufffd⟧，今年八十岁。", "lost_chars"),
        Example(
            "前面是⟦\ufffdй\ufffd\ufffd\ufffd⟧后面又好了。", "lost_chars", note="GBK bytes in a text of UTF-8"
        ),
        Example("老师叫张⟦〓⟧，教了我们三年语文。", "lost_chars"),
        Example("他的名字是李⟦□⟧明，在这里住了很久。", "lost_chars"),
        Example("围挡不得低于2⟦\ue010⟧5米。", "lost_chars", note="a decimal point in a private font"),
        Example("镇上有一座⟦\ue815⟧山寺，香火很旺。", "lost_chars"),
        Example("第二段开头⟦\x08⟧有一个退格符。", "lost_chars"),
        Example("字体里没有这个字：⟦\U000f1234⟧姓的人家不多。", "lost_chars"),
        Example(
            "先把豆腐切块，用小火⟦■⟧到两面发黄。葱姜⟦■⟧香以后倒水，盖上盖子⟦■⟧十分钟，最后撒盐。",
            "lost_chars",
            note="a font without these characters",
        ),
        Example("今⟦\u200b⟧天天气很好。", "invisible_chars"),
        Example(
            "加⟦\u0336⟧我⟦\u0336⟧看⟦\u0336⟧片，每天更新。",
            "invisible_chars",
            note="strokes set on characters",
        ),
        Example("价⟦\u2800⟧格⟦\u2800⟧面议。", "invisible_chars", note="an empty Braille cell"),
        Example("请在文⟦\ufeff⟧件里签字。", "invisible_chars"),
        Example("价⟦\xad⟧格⟦\xad⟧面议。", "invisible_chars"),
        Example("下载地址⟦\u202e⟧倒着写。", "invisible_chars"),
        Example("隐藏⟦\U000e0061\U000e0062\U000e0063⟧文字。", "invisible_chars", note="tag characters"),
        Example("用户名⟦\u3164⟧是空的。", "invisible_chars"),
        Example("图片⟦\ufffc⟧在这里。", "invisible_chars"),
    ),
    silent_on=(
        Example("□是 □否 □其他", note="boxes to tick"),
        Example("性别：□男 □女\n婚姻状况：□已婚 □未婚"),
        Example("您对服务是否满意 □满意 □一般 □不满意"),
        Example("■ 本报记者 王某\n■ 摄影 李某", note="bullets"),
        Example("□ 甲组 上午十点\n□ 乙组 下午两点"),
        Example("〓〓〓〓〓〓 通知 〓〓〓〓〓〓", note="an ornament"),
        Example("竹简出土时残缺，释文作“王□曰”，缺字以□表示。", note="gaps in an inscription"),
        Example("姓名：□□□□□□ 证件号：□□□□□□□□", note="to be filled in"),
        Example("家人👨\u200d👩\u200d👧一起吃饭，笑得很开心😀。", note="joiners in emoji"),
        Example("他点了红心❤\ufe0f，又按了1\ufe0f\u20e3。", note="variation selectors of pictures"),
        Example("می\u200cخواهم به خانه بروم", note="Persian"),
        Example("שלום\u200f עולם", note="Hebrew with a direction mark"),
        Example("\ufeff这份文件开头有字节顺序标记。"),
        Example("葛\U000e0100城的葛字有两种写法。", note="a variant of an ideograph"),
        Example("Donau\xaddampf\xadschiff 是一个很长的德语词。"),
        Example("第一页\n\x0c第二页", note="a form feed between pages"),
        Example("\x1b[31m错误\x1b[0m 命令失败", note="colours of a terminal"),
        Example("ภาษา\u200bไทย", note="Thai"),
        Example("气温下降●●●请注意保暖。"),
        Example("■ 材料\n■ 做法\n鱼洗净，切段，用盐腌一会儿。\n■ 提示", note="bullets"),
        Example("他在□□的时候挨过批斗，后来□□结束了，他才回到村里教书。", note="a filter took out words"),
    ),
    known_misses=(
        Example("他姓⟦■⟧，是外地人。", "lost_chars", note="black squares are bullets, ornaments and masks"),
    ),
)
