"""Private channels in a passage: numbers and accounts by which an advertiser wants to be reached.

Everything here looks at a folded passage (simplified, half width, lower case). Numbers are read in every disguise:
spaced, dotted, circled, in Chinese numerals, with a letter for a nought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.charmap import CharacterMap
from checks.evidence.headed import Headed
from checks.text import later

_NUMERALS = CharacterMap(
    {
        ord(disguised): digit
        for disguised, digit in zip(
            "①②③④⑤⑥⑦⑧⑨⓪❶❷❸❹❺❻❼❽❾⓿⑴⑵⑶⑷⑸⑹⑺⑻⑼〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺",
            "12345678901234567890123456789001234567891234567891",
            strict=True,
        )
    }
)
_GAP = r"[ \t.·*_~/\\|-]{0,3}"
_MOBILE = later(
    rf"(?<![\d.a-z])(?:\+?(?:00)?86{_GAP})?0?1{_GAP}[3-9](?:{_GAP}[\dox*]){{9}}(?![\d.])"
    rf"|(?<![\d.a-z])(?:\+?886{_GAP}|0)9\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?![\d.])"  # of Taiwan
)
_LANDLINE = later(
    r"(?<!\d)\(?0\d{1,3}\)?[-— .*()]{0,4}\d{3,4}[- ]?\d{4}(?!\d)|(?<!\d)[48]00(?:[- ]?\d){7}(?!\d)|(?<!\d)00\d{2,3}[- ]\d{3,4}[- ]?\d{4}(?!\d)"
    r"|(?:电 {0,4}话|热线|tel|call|请拨|拨打|致电|☎|📞)[^\d\n]{0,8}\+?\d[\d -]{5,14}\d"
)
_QQ = later(
    rf"(?:q{_GAP}q|扣{_GAP}扣|抠{_GAP}抠|口{_GAP}口|球球|企鹅|oicq|加扣|加 ?q|q号|(?<![a-z])q(?=[ :\d])|(?<![a-z])q(?=群)|裙|企鹅号?|(?<=[进加入])群|群(?=号|:))(?:群|裙|号码?|交谈|咨询|联系|客服|热线|[: 】)\]是为一])"
    rf"{{0,6}}(?:[a-z\u4e00-\u9fff]{{1,4}}[: ])?(?<number>0{{0,4}}[1-9](?:{_GAP}\d){{4,10}})(?!\d)".replace(
        "?<number>", "?:"
    )
)
_WECHAT = later(
    rf"(?:微{_GAP}信|v{_GAP}信|v芯|威{_GAP}信|薇{_GAP}信|徽信|维信|[微薇威➕+] ?❤ ?信?|微 ?x|[微薇]芯|weixin|wechat|(?<![a-z])v{_GAP}x|(?<![a-z])w{_GAP}x(?![a-z])|(?:加|➕|\+) ?(?:[vw](?![a-z]{{3,}}(?![a-z0-9_-]))|薇|威|微)|(?<![a-z])v号?(?=:)|薇(?=:)|微(?=:))"
    r"(?:号码?|同号|同步|客服|联系|咨询|[:=/ 】)\]是为或加我])"
    r"{0,6}(?:[\u4e00-\u9fff]{1,4} |[\u4e00-\u9fff]{1,8}:)?[a-z0-9][a-z0-9_ -]{3,22}[a-z0-9]"
)
_ABROAD = later(
    r"(?:telegram|电报|纸飞机|飞机|(?<![a-z])tg|whats ?app|(?<![a-z])line(?: ?id)?|赖(?= ?id|:)|skype|msn|kakao)"
    r"(?:群|号|频道|客服|联系|account|id|[:@ +/])"
    r"{1,6}[a-z0-9@+][a-z0-9_@.+-]{3,30}|加赖[:@ ]{0,3}[a-z0-9@][a-z0-9_@.-]{3,30}|(?<![a-z])t\.me/\+?[a-z0-9_-]{3,30}|(?<![a-z])wa\.me/\d{6,15}"
    r"|(?:加群|进群|入群|加|找|联系|频道|群) ?@[a-z][a-z0-9_]{4,30}(?![a-z0-9_.@])"
)
_SHORT_MESSAGE = later(  # to the number of a paid service; those of carriers, banks and offices begin with 10, 12, 9
    r"(?:发送|编辑|发短信|短信)[^。\n\d]{0,10}[^。\n]{0,12}?(?:到|至|往|给) {0,2}(?!1[02]|9\d{4}(?!\d))\d{4,12}"
)


class _Kind(NamedTuple):
    """How a kind of channel is looked for.

    ``number``: a form without which it is not there; it begins with a character class, too.
    """

    name: str
    headed: Headed
    number: re.Pattern[str]

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """What its pattern finds."""
        return self.headed.finditer(plain) if self.number.search(plain) else iter(())


_DIGITS, _FOUR = later(rf"\d(?:{_GAP}\d){{4}}"), later(r"\d{4}")
_LONG, _PLAIN = later(rf"[\dox*](?:{_GAP}[\dox*]){{8}}"), later(r"\d[\d -]{5}")
_LETTERS = later(r"[a-z0-9@+][a-z0-9_@.+ -]{3}")
_KINDS = (
    _Kind("QQ", Headed(_QQ, later("[q扣抠口球企o加裙群]")), _DIGITS),
    _Kind("微信", Headed(_WECHAT, later("[vwx微威薇徽维加➕+]")), _LETTERS),
    _Kind("Telegram", Headed(_ABROAD, later("[tlwsmk电纸飞赖加进入找联频群]")), _LETTERS),
    _Kind("手机", Headed(_MOBILE, later(r"[\d+]")), _LONG),
    _Kind("电话", Headed(_LANDLINE, later(r"[\d(tc电热请拨致☎📞]")), _PLAIN),
    _Kind("短信", Headed(_SHORT_MESSAGE, later("[发编短]")), _FOUR),
)


class Channel(NamedTuple):
    """One number or account: its kind and its place in the passage."""

    kind: str
    start: int
    end: int
    disguised: bool


def channels_in(folded: str) -> list[Channel]:
    """Every channel of a short folded passage, in order.

    >>> [(c.kind, c.disguised) for c in channels_in("加扣扣 ①②③④⑤⑥，手机一三〇 零零零零 零零零零")]
    [('QQ', True), ('手机', True)]
    """
    plain = _NUMERALS.of(folded)
    found = [
        Channel(
            kind.name, match.start(), match.end(), plain[slice(*match.span())] != folded[slice(*match.span())]
        )
        for kind in _KINDS
        for match in kind.finditer(plain)
    ]
    return sorted(found, key=lambda channel: channel.start)
