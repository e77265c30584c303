"""Postings: sentences that sell through a private channel, coupons, and comments that invite elsewhere.

Everything here looks at a folded passage of a line or two (simplified, half width, lower case).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.channels import Channel, channels_in
from checks.evidence.trades import ILLICIT, words_in
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of

GROUPS = phrase_groups("contact_spam")
_TRADE, _CALL, _REPORTED, _PROMISE, _PRIVATE, _DISGUISED = (
    any_of(usages(words))
    for words in (
        GROUPS["trade"],
        GROUPS["calls"],
        GROUPS["reported"],
        GROUPS["promises"],
        GROUPS["private"],
        GROUPS["disguises"],
    )
)
_WARNED = any_of(usages(GROUPS["warned"]))
_EARNED = re.compile(
    r"(?:[日月]入|[日月]赚|每[天日月]|一天|日结)[^,。\n]{0,4}?\d[\d,]{1,6}\+?(?:元|块|以上|左右)?|\d{2,6}(?:元|块)?/[天日月单]"
)
_JOINS = frozenset(",，;；、 ()（)）】]!！~…")
_BRACKETS = (("(", ")"), ("[", "]"), ("【", "】"), ("——", "——"), ("--", "--"), ("~~", "~~"), ("★", "★"))
_OF_KIND = {"QQ": 1, "微信": 1, "Telegram": 2, "手机": 1, "电话": 0}
_STOP = re.compile(r"[。!?\n]")
_COUPON = re.compile(
    r"(?:扫码|扫描|长按|识别|点击|戳)[^。\n]{0,25}(?:领券|优惠券|立减|立享|抢购|购买|下单|秒杀|特价)"
    r"|(?:原价|市场价)[^。\n]{0,12}(?:现价|现仅|仅需|仅售|特价|只要|活动价|优惠价)"
    r"|^\W{0,4}(?:限时|专属|粉丝|读者)?(?:优惠券|专享价|福利价|秒杀价)\W{0,4}$"
)
_PRICED = re.compile(r"\d[\d.,]*元|优惠|特价|\d折|[¥$]\d")
_PUBLIC = re.compile("二手|自用|转让|市民|政府|商务局|消费者|企业|银行|部门|商家|商户|网友|发现|如何|怎么")


LEAST = 5  # set on 70 postings of our own and 90 look-alikes
NOTE = 80  # letters of a line that is nothing but a note

AROUND = 100
"""Characters between a selling word and its channel: two sentences."""

LITTLE = 8  # letters behind the last word that sells, up to the full stop
REST = 24  # characters behind the channel that still belong to the sentence, if a mark parts them from it


class Sale(NamedTuple):
    """A sentence that sells: its place in the passage, its first selling words, the kind of channel."""

    start: int
    end: int
    words: str
    channel: str


class Scope(NamedTuple):
    """What belongs to a channel: its place in the passage, and whether brackets or dashes enclose it."""

    low: int
    high: int
    enclosed: bool


def sale_in(passage: str) -> Sale | None:
    """The sentence that sells beside a channel; None in a report of such offers."""
    for channel in channels_in(passage):
        for scope in _scopes(passage, channel):
            near = passage[scope.low : scope.high]
            told = _told(near)
            if (
                told
                and not _is_told_of(passage, scope)
                and _weight(passage, channel, scope) >= LEAST + (channel.kind == "电话")
            ):
                left = scope.low + len(near) - len(near.lstrip())
                words = "、".join(dict.fromkeys(word for _, word in told[:3]))
                return Sale(left, scope.low + len(near.rstrip()), words, channel.kind)
    return None


def _told(near: str) -> list[tuple[int, str]]:
    """The words that sell, illicit trades first."""
    illicit = [(word.start, word.text) for word in words_in(near) if word.text in ILLICIT]
    return illicit + [(m.start(), m[0]) for pattern in (_TRADE, _PROMISE) for m in pattern.finditer(near)]


def _is_told_of(passage: str, scope: Scope) -> bool:
    """The sentence reports, or the one before it warns."""
    ended = scope.high and _STOP.match(passage, scope.high - 1)
    after = "" if ended else _STOP.split(passage[scope.high : scope.high + REST])[0]
    if _REPORTED.search(passage[scope.low : scope.high] + after):
        return True
    return not scope.enclosed and bool(_WARNED.search(passage[max(scope.low - AROUND, 0) : scope.low]))


def _weight(passage: str, channel: Channel, scope: Scope) -> int:
    """What speaks for a seller: trades, promises, a call, the kind and the disguise of the channel, how it stands."""
    near = passage[scope.low : scope.high]
    trade, promises = (len({match[0] for match in p.finditer(near)}) for p in (_TRADE, _PROMISE))
    illicit = len({word.text for word in words_in(near) if word.text in ILLICIT})
    disguised = channel.disguised + 2 * bool(_DISGUISED.search(near))
    alone = len(near) <= NOTE and not _STOP.search(near.strip(), 0, len(near.strip()) - 1)
    return (
        (min(illicit, 3) + 2) * bool(illicit)
        + min(trade, 3)
        + min(promises, 2)
        + 2 * bool(_EARNED.search(near))
        + bool(_CALL.search(near))
        + _OF_KIND[channel.kind]
        + disguised
        + 2 * scope.enclosed
        + alone
        - 3 * (bool(_PRIVATE.search(near)) and not illicit)
    )


def _scopes(passage: str, channel: Channel) -> Iterator[Scope]:
    """What encloses the channel; else its sentence, then the one before it as well."""
    if enclosed := _enclosed(passage, channel):
        yield Scope(*enclosed, True)
        return
    high = _end_of(passage, _last_channel(passage, channel))
    stops = [0, *(match.end() for match in _STOP.finditer(passage, 0, channel.start))]
    for stop in stops[:-3:-1]:
        if channel.start - stop <= AROUND:
            yield Scope(stop, high, False)


def _enclosed(passage: str, channel: Channel) -> tuple[int, int] | None:
    """What the nearest brackets or dashes round the channel enclose, if they stand on its line."""
    for opening, closing in _BRACKETS:
        low = passage.rfind(opening, max(channel.start - AROUND, 0), channel.start + 1)
        high = passage.find(closing, channel.end, channel.end + AROUND)
        if min(low, high) < 0 or "\n" in passage[low:high]:
            continue
        if closing not in passage[low + len(opening) : channel.start]:
            return low, high + len(closing)
    return None


def _last_channel(passage: str, channel: Channel) -> int:
    """The end of the last of the channels that stand in a row."""
    end = channel.end
    for other in channels_in(passage[end : end + AROUND]):
        if other.start + channel.end > end + REST:
            break
        end = max(end, other.end + channel.end)
    return end


def _end_of(passage: str, last: int) -> int:
    """The end of what still sells behind the channel: of the sentence, if little is left of it."""
    stop = _STOP.search(passage, last)
    right = stop.end() if stop else len(passage)
    rest = passage[last : min(right, last + AROUND)]
    sold = max((match.end() for p in (_TRADE, _PROMISE) for match in p.finditer(rest)), default=0)
    if right - last - sold <= LITTLE or (not sold and rest[:1] in _JOINS and len(rest) <= REST):
        return right
    return last + sold


def coupon_of(folded: str) -> str:
    """The coupon or reduced price that a line offers, if it tells of none."""
    coupon = _COUPON.search(folded)
    told_of = _PUBLIC.search(folded) or _REPORTED.search(folded)
    return coupon[0] if coupon and _PRICED.search(folded) and not told_of else ""
