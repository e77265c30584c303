"""Tokens that may have been set into sentences, gathered by kind.

A token is what touches Chinese characters on both sides: letters, digits, symbols, foreign script, an
address with the words around it, groups of random signs, a character that hardly anybody uses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from checks.phrases import phrase_groups
from checks.signs import Flags, Laid
from checks.text import fold_table, is_han, later

SYMBOLS = (
    "★☆※◆◇■▲△▼▽♀♂♠♣♥♦♤♡♧♢♪♫♬☀☁☂☎☏☞☜✿❀❁✎✦✧✪✫✭✮✯✰❤❥☻☺◎⊙⊕○●□﹏¤§¶†‡∮∑√∞≌∴∵∽≈⊥∠⌒◢◣◤◥╳〤〆々丶灬乀乄丨亅乚卍卐^~"
)
FOREIGN = "\u3041-\u3096\u30a1-\u30fa\u0370-\u03ff\u0400-\u04ff\u0e01-\u0e5b\u0621-\u064a\u05d0-\u05ea\uac00-\ud7a3\uff21-\uff3a\uff41-\uff5a"
# Circled numbers, boxes, dingbats, radicals, emoji, and the rare characters of the upper planes.
ODD = "\u2460-\u27bf\u2e80-\u2fdf\U0001f300-\U0001faff\U00020000-\U0003ffff"
_HAN = "\u3400-\u9fff"
_MARKS = "@#$&*_=+|\\\\{}<>\\[\\].-"
# Measure words and what else follows a number; both scripts.
UNITS = (
    "个個只隻条條张張片份层層块塊颗顆粒根支枝把件套台臺部辆輛艘架间間座栋棟幢所处處道项項位名人口户戶家双雙对對副组組批次回遍趟场場届屆期集章节節段句字词詞页頁篇本册冊卷幅"
    "滴勺碗杯瓶罐盒箱袋包捆束串排行列堆群队隊班级級年季月周週天日时時分秒刻点點小元角毛钱錢斤克吨噸两兩米厘釐毫公千百万萬亿億寸尺丈里亩畝顷頃平立方升摄攝度伏瓦安赫卡焦牛帕"
    "岁歲代等种種类類样樣倍成折股轮輪枚门門面首曲出幕桌席床顶頂盏盞棵株朵丛叢路号號楼樓室单單国國省市区區县縣镇鎮乡鄉村社校院厂廠店厅廳多余餘几幾来來左右以至到的金银銀铜銅"
    "炮死伤傷胜勝负負比英海华華摊攤世线線网網频頻码碼美港"
)
_SEARCHED = "@#$&*_=+|"
_OPENED = "(（【\\["
_GATE = later(" [!-~]{1,3} [!-~]{1,3} ")
_PAIRS = later(r"[!-~]{1,3}(?: [!-~]{1,3}){3,}")
_ADDRESS = later(
    r"(?:https?://)?(?:www\.)?[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,20}){0,3}"
    r"\.(?:com|net|org|cn|cc|info|me|la|tw|hk|xyz|top|vip)(?![a-z0-9])(?:/[a-z0-9/_.-]{0,30})?",
    re.IGNORECASE,
)
_ENDING = later(
    rf"(?<=[。！？”…」])[ \u3000]{{1,8}}(?:[{_HAN} ]{{2,12}}[网站][ :：]{{0,2}})?(?P<host>(?:https?://)?www\.[a-z0-9.-]{{2,30}}\.[a-z]{{2,6}})(?=[ \u3000]*(?:\n|$))",
    re.IGNORECASE,
)
_TAGS = phrase_groups("noise_word")
_LONG = 38  # the longest name with https://, as long as the longest path: what is longer may be cut anywhere
_BEFORE = later(rf"[(（\[［【《<「]?(?:{'|'.join(_TAGS['before_address'])})?[:：]?$")
_AFTER = later(rf"(?:{'|'.join(_TAGS['after_address'])})?[)）\]］】》>」]?")


@dataclass(frozen=True, slots=True)
class Addressed:
    """Addresses inside sentences, ``least`` of them: behind and before a character or a number, brackets between.

    >>> Addressed(1).met(Laid(["看(www.ab.com)水", "看(www.ab.com)，", "，www.ab.com水"])).tolist()
    [True, False, False]
    """

    least: int

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it holds so many."""
        dots = np.flatnonzero(texts.codes == ord("."))
        dots = dots[texts.at(dots - 1, "[0-9A-Za-z-]") & texts.at(dots + 1, "[A-Za-z]")]
        edges = np.flatnonzero(~texts.are("[0-9A-Za-z/:._-]"))
        after = np.searchsorted(edges, dots)
        starts, first = np.unique(edges[after - 1], return_index=True)
        ends, dots = edges[after[first]], dots[first]
        beside, joint = f"[{_HAN}0-9]", r"[(（\[［【《<「：)）\]］】》>」]"
        before, behind = np.maximum(starts - 1, 0), np.minimum(ends + 1, len(texts.codes) - 1)
        opened = texts.at(starts, beside) | (texts.at(starts, joint) & texts.at(before, beside))
        closed = texts.at(ends, beside) | (texts.at(ends, joint) & texts.at(behind, beside))
        opened |= dots - starts > _LONG
        closed |= ends - starts > _LONG
        return texts.counts(starts[opened & closed]) >= self.least


class Token(NamedTuple):
    """``[start, end)`` of the view, its text, and its kind."""

    start: int
    end: int
    text: str
    kind: str


def tokens_in(view: str) -> Iterator[Token]:
    """Runs of letters, digits, symbols and foreign script, and rare characters, that touch characters."""
    for match in _token().finditer(view):
        kind = _kind(match[0]) if is_han(view[match.start() - 1]) else "bracketed"
        if kind != "rare" or _is_lonely(view, match.start()):
            yield Token(match.start(), match.end(), match[0], kind)


@cache
def _token() -> re.Pattern[str]:
    """It begins with a set of characters, which re searches for at the speed of C, and looks back only from there."""
    inside = f"0-9A-Za-z{FOREIGN}{SYMBOLS}{ODD}"
    return re.compile(
        rf"[{inside}{_SEARCHED}{''.join(rare())}](?<=[{_HAN}{_OPENED}].)[{inside}{_MARKS}]{{0,40}}(?=[{_HAN}，。！？；：、,.!?;:)）])"
        rf"(?:(?<=[^0-9])|(?<=[A-Za-z][0-9])|(?![{UNITS}，。！？；：、,.!?;:)）]))"
    )


def _kind(token: str) -> str:
    if token.isascii():
        return "digits" if token.isdigit() else "letters" if token.isalnum() else "signs"
    if token in rare():
        return "rare"
    return "symbols" if all(c in SYMBOLS for c in token) else "foreign"


def _is_lonely(view: str, at: int) -> bool:
    """No text of rare characters: those beside it are usual, and Han."""
    beside = view[at - 1 : at] + view[at + 1 : at + 2]
    return all(is_han(c) and c not in rare() for c in beside)


def groups_in(view: str) -> list[Token]:
    """Groups of one to three signs with spaces between them, most of which no writer would type."""
    if not _GATE.search(view):
        return []
    found = (m for m in _PAIRS.finditer(view) if _beside_han(view, m.start()) or _before_han(view, *m.span()))
    return [Token(m.start(), m.end(), m[0], "groups") for m in found if _is_rubbish(m[0].split())]


def _is_rubbish(groups: Sequence[str]) -> bool:
    return 5 * sum(map(is_jumbled, groups)) >= 2 * len(groups)


def is_jumbled(token: str) -> bool:
    """Letters and digits, small letters and capitals, or signs among letters, by turns."""
    mixed = sum(a.isalnum() != b.isalnum() for a, b in pairwise(token))
    turns = sum(a.isdigit() != b.isdigit() for a, b in pairwise(token))
    changes = sum(a.islower() and b.isupper() for a, b in pairwise(token))
    return bool(mixed or turns or changes or (len(token) > 1 and not any(map(str.isalnum, token))))


def _beside_han(view: str, start: int) -> bool:
    return bool(re.search(f"[{_HAN}，。！？；：、“”]$", view[max(start - 4, 0) : start].rstrip()))


def _before_han(view: str, start: int, end: int) -> bool:
    """At the beginning of a line, and a sentence goes on behind it."""
    opens = not view[view.rfind("\n", 0, start) + 1 : start].strip()
    return opens and bool(re.match(f"\\s?[{_HAN}“]", view[end : end + 2]))


def endings_in(view: str) -> list[Token]:
    """One address behind the last sentence of several lines, with the name of its site."""
    found = list(_ENDING.finditer(view))
    hosts = Counter(m["host"].lower() for m in found)
    return [Token(m.start(), m.end(), m["host"], "address") for m in found if hosts[m["host"].lower()] > 1]


def addresses_in(view: str, tokens: Sequence[Token]) -> list[Token]:
    """Addresses inside sentences with the words and brackets that belong to them."""
    if not any("." in token.text for token in tokens):
        return []
    found = []
    for match in _ADDRESS.finditer(view):
        before = _BEFORE.search(view[max(match.start() - 12, 0) : match.start()])
        after = _AFTER.match(view, match.end())
        start, end = match.start() - len(before[0] if before else ""), after.end() if after else match.end()
        if _inside(view, start, end):
            found.append(Token(start, end, view[start:end], "address"))
    return found


def _inside(view: str, start: int, end: int) -> bool:
    around = view[max(start - 1, 0) : start] + view[end : end + 1]
    return len(around) == 2 and all(re.match(f"[{_HAN}0-9]", c) for c in around)


@cache
def rare() -> frozenset[str]:
    """Han characters that neither GB 2312 nor the first level of Big5 has, in either script."""
    folds = fold_table()
    han = (chr(code) for code in range(0x3400, 0xA000))
    return frozenset(c for c in han if not _usual(c) and not _usual(folds.get(ord(c), c)))


def _usual(character: str) -> bool:
    for encoding, last in (("gb2312", b"\xf7\xfe"), ("big5", b"\xc6\x7e")):
        try:
            if character.encode(encoding) <= last:
                return True
        except UnicodeEncodeError:
            continue
    return character in SYMBOLS
