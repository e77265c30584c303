"""Characters that a converter made longer than they should be, told by their neighbours: 隻有, 變瞭, 齣來.

Dictionaries list words; these characters stand for the commonest particles and go with everything. What tells is that
隻 counts nothing there, that 瞭 is none of the few words it stands in, that 範 and 餘 are surnames.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.evidence.conversion import Slip
from checks.text import later

_COUNTED = (
    "0-9０-９〇零一二三四五六七八九十百千萬億兩双雙幾這那每半多數餘整單各某哪另前後頭此"
    "大小胖瘦肥船艦艇舟帆車機羊牛馬雞鴨鵝豬狗犬貓鳥獸蟲魚蟹蝦禽畜鴿鯨龜熊象鹿豚豬兔猴獅虎豹鼠蛇蜂蝶蚊蠅蛛蟻駝鷹雁燕雀鶴鷺鵰象龍支隻單形影寡孤片"
    "好壞新老舊紅白黑黃綠藍灰花巨肉幼成仔崽種子"
)
_OVERLONG = later(
    f"(?<![{_COUNTED}])(?P<只>隻)(?![身字言手眼影立語履雞句隻輪日數翼])(?=[\u4e00-\u9fff])"
    "|(?<![明照眺睇瞭心])(?P<了>瞭)(?![解望然若如亮哨悟臺台瞭])"
    "|(?<![0-9一兩二三四五六七八九十幾這那每全整某首半場此本])(?P<出>齣)(?=[現來去了瞭發門席版生口手自於])"
    "|(?P<范>範)(?=仲淹|文瀾|冰冰|增|蠡|曾|成大|寬|曄|縝|先生|小姐|女士)"
    "|(?P<余>餘)(?=秋雨|光中|華說|先生|小姐|女士)"
    "|(?<=[皇太王])(?P<后>後)(?=[宮娘的說和與、，。])"
)
SPOKEN = 3
"""Different characters that only Cantonese has; a novel or a report quotes one or two."""

_CANTONESE = later("[佢嘅咗唔喺嘢咁哋啲冇嗰嚟]")  # 隻 counts nearly everything there
_QUOTES = "「」『』“”‘’"

MANY, FEW, KINDS = 3, 2, 2  # in a text; in a short one, of two kinds
SHORT = 600  # characters


def overlong_in(passage: str) -> Iterator[Slip]:
    """Characters of a passage in traditional script that are too long where they stand; not those spoken of.

    >>> [slip.position for slip in overlong_in("他隻說累瞭，一隻貓看瞭望臺")]
    [1, 4]
    """
    if _CANTONESE.search(passage):
        return
    for match in _OVERLONG.finditer(passage):
        group = str(match.lastgroup)
        at = match.start(group)
        if not {*passage[max(at - 1, 0) : at], *passage[at + 1 : at + 2]} & set(_QUOTES):
            yield Slip(at, match[group], group[0], "", True)


def are_a_machines(slips: list[Slip], size: int) -> bool:
    """Nobody types the longer form three times, or two of them in a few lines."""
    kinds = {slip.wrong for slip in slips}
    return len(slips) >= MANY or (len(slips) >= FEW and len(kinds) >= KINDS and size <= SHORT)


def is_cantonese(passage: str) -> bool:
    """Say whether the passage is written as people in Hong Kong speak; 係 and 左 are no slips there.

    >>> is_cantonese("佢唔嚟，冇人知點解"), is_cantonese("他不來，沒有人知道為甚麼")
    (True, False)
    """
    return len(set(_CANTONESE.findall(passage))) >= SPOKEN
