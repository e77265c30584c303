"""Two broken edges: a line that ends inside a sentence, and the next that begins inside another one.

A line that is only broken goes on in the next: the word across the edge is one, or both edges are ends of
words, and there is mostly more than one such line. So one place counts, in a text whose other lines end their
sentences, where no word goes across and a word is cut on either side. Tried on 1,314 clean passages: none told
as they are, 18 with one line broken at random, 99 with as many characters taken out there.
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.evidence.cut_words import cut_word
from checks.evidence.jumps import GARBLED
from checks.evidence.lexicon import LONGEST, dictionary
from checks.evidence.numbering import is_numbered
from checks.evidence.tails import NUMBER, is_open, is_personal, is_prose
from checks.text import Line, Text, fold, later

MODERN = 200  # characters for each 的: verse and classical texts, whose words no dictionary holds, have fewer
OTHERS = 2  # lines of prose that end their sentences
UNSTOPPED = 36  # characters of a line before the edge without a full stop: headlines are shorter
LINES = 400  # lines looked at
CARELESS = 0.05  # of the lines, with a pause and no end: one headline of twenty lines
RESUMED = 12  # characters of the line behind the edge

_SAID_OUT = frozenset("，、,吧啊呢哦呀啦嘛哈呵")  # a pause, and what ends a sentence without a mark
_PAUSE = later("[，,。！？~]")
_STOP = later(r"[。！？]")
_HAN_ENDS = later(r"\n(?<=[一-鿿]\n)(?=[一-鿿])")  # the line feed first: found at the speed of C
_ROW = later(r"(?:[ \u3000|｜/][^\s|｜/]{2,8}){4}")  # tags and names, no sentence
_CAPTION = later(r"\W{0,2}(?:图|圖|摄|攝|资料图|新华社|来源|來源|作者|记者|記者|本报)")
# Words of one character, and the characters of foreign names: no word of a dictionary has to end with them.
_ALONE = frozenset(
    "你您咱俺谁一二三四五六七八九十两半的了在是和与及或并而也都就又还将把被由从向对于以为中上下内外前后里间时人大小多少高低长短新旧好不我他她它这那其各每该此本某"
    "等经据至给较亩万千百十刚已可能会应须让使令请按照依凡若如但却则即且因故只仅再更最很太极非未没无勿别两几个名位条件项次场家座台辆艘架元年月日号点"
    "分秒省市县区乡镇村国党军队额率量值性型类种款章节部处局院校所厅站网法案例表书人物车船机水电油气煤钱"
    "阿艾安奥巴贝比博布查达丹德蒂迪多厄尔法费夫弗戈格古哈海赫华霍基吉加金卡凯科克库拉莱兰雷里利林鲁伦罗洛马麦曼梅蒙米姆穆纳尼涅诺努欧帕"
    "佩皮普奇乔琼切萨赛桑瑟森沙舍施史斯苏索塔泰特图托瓦威韦维魏沃乌西希夏辛休雅亚耶伊约扎泽珍兹佐瑞"
)
_BEHIND_ONE = frozenset(
    "来去到出过成为有了着的地得是在至给向入起下上和与,。、:;“《("
)  # behind a word of one character
_BEFORE_ONE = frozenset("的是即为叫这那一每某")
_TOPIC = later("..?[，,：:]")  # 荧惑,指火星: what a sentence is about, in a word that no dictionary has


def broken_edges(text: Text) -> tuple[int, int] | None:
    """The place of the view from the sentence that breaks off to the end of the one that goes on behind it."""
    if not _may_break(text.view) or MODERN * text.view.count("的") < len(text.view):
        return None
    lines = [line for line in text.lines if line.stripped]
    if len(lines) > LINES:
        return None
    broken = [line for line in lines if _breaks_off(line.stripped) and _is_numbered_prose(line)]
    at = lines.index(broken[0]) if len(broken) == 1 and not _is_of_many(lines, broken[0]) else -1
    if not 0 < at < len(lines) - 1 or not _are_edges(text, lines[at], lines[at + 1]):
        return None
    return _shown(lines[at], lines[at + 1]) if sum(map(_is_numbered_prose, lines)) > OTHERS else None


def _is_of_many(lines: Sequence[Line], broken: Line) -> bool:
    """Many people write a line each, and some of them no full stop: reviews, comments, chats."""
    others = [line.stripped for line in lines if line is not broken]
    careless = sum(is_open(words) and bool(_PAUSE.search(words)) for words in others)
    return careless > CARELESS * len(lines)


def _is_numbered_prose(line: Line) -> bool:
    """Prose, with or without a number."""
    return is_prose(NUMBER.sub("", line.stripped))


def _may_break(view: str) -> bool:
    """A line that is no headline ends in a character, and the next begins with one."""
    for found in _HAN_ENDS.finditer(view):
        start = view.rfind("\n", 0, found.start()) + 1
        if found.start() - start >= UNSTOPPED or _STOP.search(view, start, found.start()):
            return True
    return False


def _breaks_off(words: str) -> bool:
    """A line of text without an end, not a headline."""
    long = len(words) >= UNSTOPPED or bool(_STOP.search(words))
    return long and is_open(words) and words[-1] not in _SAID_OUT and not _ROW.search(words)


def _are_edges(text: Text, before: Line, after: Line) -> bool:
    one, other = before.stripped, after.stripped
    if len(other) < RESUMED or is_numbered(other) or GARBLED.search(f"{one}\n{other}"):
        return False
    if _CAPTION.match(one) or _CAPTION.match(other) or not (is_prose(other) and _STOP.search(other)):
        return False
    if cut_word(text.view, before.inner[1], after.inner[0]):
        return False
    cut = [_is_cut(fold(one[-LONGEST:]), end=True), _is_cut(fold(other[:LONGEST]), end=False)]
    return all(cut) if is_personal(text) else any(cut)


def _is_cut(piece: str, *, end: bool) -> bool:
    """No word ends (or begins) at the edge."""
    edge = piece[-1] if end else piece[0]
    if edge in _ALONE or not "一" <= edge <= "鿿" or (not end and piece[1] in _BEHIND_ONE):
        return False
    if piece[-2:-1] in _BEFORE_ONE if end else _TOPIC.match(piece):
        return False
    parts = (piece[-size:] if end else piece[:size] for size in range(2, LONGEST + 1))
    return not any(part in dictionary() for part in parts)


def _shown(before: Line, after: Line) -> tuple[int, int]:
    """The last sentence of a line and the first of the next."""
    stops = [match.end() for match in _STOP.finditer(before.stripped)]
    ended = _STOP.search(after.stripped)
    start = before.inner[0] + (stops[-1] if stops else 0)
    return start, after.inner[0] + (ended.end() if ended else len(after.stripped))
