"""Postings: sentences that sell through a private channel, coupons, and comments that invite elsewhere.

Everything here looks at a folded passage of a line or two (simplified, half width, lower case).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from checks.evidence.channels import Channel, channels_in
from checks.evidence.queries import words_in
from checks.evidence.selling import PATTERNS
from checks.evidence.trades import ILLICIT
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, later

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
_HAN, _PAIRS = later(r"[\u4e00-\u9fff]"), later(r"(?=([\u4e00-\u9fff]{2}))")
_CONTACT = later("联系人?|电话|手机|微信|咨询|欢迎|客服|热线|加我|加群|添加|号码|扫码|私聊|同号|请|加|群|号")
_OWN = any_of(usages(GROUPS["own contact"]))
_WARNED = any_of(usages(GROUPS["warned"]))
_EARNED = later(
    r"(?:[日月]入|[日月]赚|每[天日月]|一天|日结)[^,。\n]{0,4}?\d[\d,]{1,6}\+?(?:元|块|以上|左右)?|\d{2,6}(?:元|块)?/[天日月单]"
)
_JOINS = frozenset(",，;；、 ()（)）】]!！~…")
_BRACKETS = (("(", ")"), ("[", "]"), ("【", "】"), ("——", "——"), ("--", "--"), ("~~", "~~"), ("★", "★"))
_OF_KIND = {"QQ": 1, "微信": 1, "Telegram": 2, "手机": 1, "电话": 0, "短信": 1}
_FAVOURS = tuple(PATTERNS[kind] for kind in ("bargain", "promise", "urgency", "boast"))
_STOP = later(r"[。!?\n]")
_COUPON = later(
    r"(?:扫码|扫描|长按|识别|点击|戳)[^。\n]{0,25}(?:领券|优惠券|立减|立享|抢购|购买|下单|秒杀|特价)"
    r"|(?:原价|市场价)[^。\n]{0,12}(?:现价|现仅|仅需|仅售|特价|只要|活动价|优惠价)"
    r"|^\W{0,4}(?:限时|专属|粉丝|读者|新人|新用户|会员)?(?:优惠券|专享价|福利价|秒杀价)\W{0,4}$"
    r"|(?:扫码|长按|识别|添加|加|找|联系)[^。\n]{0,16}(?:老师|助教|班主任|客服|助手|微信|企微|二维码|小姐姐)[^。\n]{0,30}(?:免费领|领取|领)[^。\n]{0,24}"
    r"(?:资料|礼包|干货|课|红包|真题|秘籍|笔记|电子书|名额|教材)"
    r"|(?:输入|使用|结账|结帐|凭|报)[^。\n]{0,10}(?:折扣|优惠)码[^。\n]{0,4}?[a-z0-9]{4}"
    r"|(?:关注|搜索)[^。\n]{0,30}(?:公众号|微信号)[^。\n]{0,24}(?:红包|全本|礼包|现金)"
)
_USED = later("[一-九\\d]成新|二手|自用|用不着|闲置|月租|中介勿扰|只[骑用穿]过|失主|走失|寻[狗猫人物]|押一付")
_WRITTEN, _PRESS = later("代写|代发|包发表|代发表"), later("编辑部|投稿|传真|审稿")
_PRICED = later(r"\d[\d.,]*元|优惠|特价|\d折|[¥$]\d|免费|红包|礼包|限时|名额|仅限")
_QUOTED = tuple('“‘「『"')  # before a coupon that somebody speaks of
_READING = later(  # what sites for novels put between two paragraphs, to lead to themselves
    "最新章节|无弹窗|无错字?|更新最快|首发|手打|全本|txt|免费阅读|全文阅读|请(?:大家)?收藏|更新速度|(?:全网|看|更新)最快|最快更新|阅读体验|中文网|书城|请浏览|百度搜索?|搜索引擎|记住(?:本站|本书|网址)|手机用户|章节|换源|小说网?|书友|请收藏"
)
_RESERVED = later("正版|盗版|版权|转载|作者|记者|网友|读者说")
_LED = later("百度|搜索|搜狗|浏览器|关注|下载|请记住|加入书签|手机用户|请浏览|收藏")
_PUBLIC = later(
    "二手|自用|转让|市民|政府|商务局|消费者|企业|银行|部门|商家|商户|网友|发现|如何|怎么|旅客|乘客|游客|观众|车票|门票|票价|选择|确认|勾选|页面"
)


LEAST = (
    5  # set on 70 postings of our own and 90 look-alikes, before favours counted; kept since, not set anew
)
STRANGE = 2  # what it counts that the text has nothing to do with the sentence
SAID, ALIKE, BODY = 5, 0.25, 200  # pairs of letters said, share of them met in the text, its letters
READING = 3  # such words in one line; a reader who speaks of a novel says one or two
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


def sale_in(passage: str, around: Callable[[], str] = str) -> Sale | None:
    """The sentence that sells beside a channel; None in a report of such offers. ``around``: the rest of the text."""
    for channel in channels_in(passage):
        for scope in _scopes(passage, channel):
            near = passage[scope.low : scope.high]
            short = LEAST + (channel.kind == "电话") - _weight(passage, channel, scope)
            if short > STRANGE or _is_told_of(passage, scope):
                continue
            told = _told(near)
            if told and told[0][1] not in ILLICIT and _USED.search(around()):
                continue
            if (told and short <= 0) or (channel.kind != "电话" and _is_strange(near, around())):
                left = scope.low + len(near) - len(near.lstrip())
                words = "、".join(dict.fromkeys(word for _, word in told[:3])) or near.strip()[:6]
                return Sale(left, scope.low + len(near.rstrip()), words, channel.kind)
    return None


def _is_strange(near: str, rest: str) -> bool:
    """A text of some length, which gives no such contact itself, has next to nothing to do with the sentence."""
    said = set(_PAIRS.findall(_CONTACT.sub(" ", near)))
    if len(said) < SAID or len(_HAN.findall(rest)) < BODY or _OWN.search(near):
        return False
    return sum(pair in rest for pair in said) <= ALIKE * len(said) and not channels_in(rest)


def _told(near: str) -> list[tuple[int, str]]:
    """The words that sell, illicit trades first."""
    illicit = [(word.start, word.text) for word in words_in(near) if word.text in ILLICIT]
    return illicit + [(m.start(), m[0]) for pattern in (_TRADE, _PROMISE) for m in pattern.finditer(near)]


def _is_told_of(passage: str, scope: Scope) -> bool:
    """The sentence reports, or the one before it warns."""
    ended = scope.high and _STOP.match(passage, scope.high - 1)
    after = "" if ended else _STOP.split(passage[scope.high : scope.high + REST])[0]
    said = passage[scope.low : scope.high] + after
    if _WRITTEN.search(said):
        said = _PRESS.sub(" ", said)  # sellers of papers call themselves an editorial office
    if _REPORTED.search(said):
        return True
    return not scope.enclosed and bool(_WARNED.search(passage[max(scope.low - AROUND, 0) : scope.low]))


def _weight(passage: str, channel: Channel, scope: Scope) -> int:
    """What speaks for a seller: trades, promises, a call, the kind and the disguise of the channel, how it stands."""
    near = passage[scope.low : scope.high]
    trade, promises = (len({match[0] for match in p.finditer(near)}) for p in (_TRADE, _PROMISE))
    illicit = len({word.text for word in words_in(near) if word.text in ILLICIT})
    disguised = channel.disguised + 2 * bool(_DISGUISED.search(near))
    favours = sum(bool(pattern.search(near)) for pattern in _FAVOURS)
    private = len({match[0] for match in _PRIVATE.finditer(near)}) if not illicit and favours < 3 else 0
    private += not illicit and bool(_USED.search(passage, max(scope.low - AROUND, 0), scope.high))
    alone = len(near) <= NOTE and not _STOP.search(near.strip(), 0, len(near.strip()) - 1)
    return (
        (min(illicit, 3) + 2) * bool(illicit)
        + min(trade, 3)
        + min(promises, 2)
        + favours
        + 2 * bool(_EARNED.search(near))
        + bool(_CALL.search(near))
        + _OF_KIND[channel.kind]
        + disguised
        + 2 * scope.enclosed
        + alone
        - (2 + private if private else 0)
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
    illicit = max((word.end for word in words_in(rest) if word.text in ILLICIT), default=0)
    joined = rest[:1] in _JOINS and len(rest) <= REST
    if right - last - max(sold, illicit) <= LITTLE or (joined and (illicit or not sold)):
        return right
    return last + max(sold, illicit)


def is_warning(before: str) -> bool:
    """The passage before an offer warns of it."""
    return bool(_WARNED.search(before))


def coupon_of(folded: str, near: str) -> str:
    """The coupon, reduced price or free lesson that a line offers; what it costs may stand ``near``."""
    coupon = _COUPON.search(folded)
    if not coupon or folded[coupon.start() - 1 : coupon.start()] in _QUOTED:
        return ""
    told_of = _PUBLIC.search(folded) or _REPORTED.search(folded)
    return coupon[0] if _PRICED.search(near) and not told_of else ""


def reading_site_of(folded: str) -> str:
    """The first word of a line that leads readers of a novel to a site: three such words, and how to get there."""
    said = list(dict.fromkeys(match[0] for match in _READING.finditer(folded)))
    return said[0] if len(said) >= READING and _LED.search(folded) and not _RESERVED.search(folded) else ""
