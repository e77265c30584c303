"""Lines of advertising that repeat a hotline between districts, list one service again and again, or promise quick bets.

Each consists of parts of several kinds (`sales_lines.toml`), none of which tells by itself; offices and works of a town
publish numbers, too. Everything looks at a folded line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from checks.evidence.official_sites import HOST
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, later

_GROUPS = phrase_groups("sales_lines")
HOTLINES = usages(_GROUPS["hotline: hotlines"])
"""Without one of these no hotline is repeated."""

BETS = usages(_GROUPS["bets: seen"])
"""Without one of these no line promises bets."""

_HOTLINE, _TRADE, _PROMISE, _OFFICE = (
    any_of(usages(_GROUPS[f"hotline: {name}"])) for name in ("hotlines", "trades", "promises", "offices")
)
_PAID, _WAY = any_of(usages(_GROUPS["bets: promises"])), any_of(usages(_GROUPS["bets: ways"]))
NUMBER = later(
    r"(?<!\d)(?:[48]00[- ]?\d{3,4}[- ]?\d{3,4}|4000[- ]\d{3}[- ]\d{3}|0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9})(?!\d)"
)
"""A number of a hotline, of a town or of a mobile telephone."""

_DISTRICT = later(r"[(（\[【、,/ ][\u4e00-\u9fff]{1,5}(?:区|县|镇|新区|开发区)(?=[)）\]】、,/ ])")
_ITEM = later(r"[,、;|\s]+")
_SAVED = later(r"(?:首?存|充)\d{2,6}(?:元|块)?(?:就|即|再)?送\d{2,6}")
_MARKED = later(
    r"[▶►▷◀◄★☆✅❤♥♦◆■●🔥💰🎁👉━═【\[<《≈~!※✔✨⭐💎]{1,4}[^▶►▷◀◄★☆✅❤♥♦◆■●━═【】\[\]<>《》※✔✨⭐💎\n]{2,12}[▶►▷◀◄★☆✅❤♥♦◆■●🔥💰🎁👈━═】\]>》≈~!※✔✨⭐💎]{1,4}"
)
_HOST = later(HOST)
_TOLD_OF = any_of(usages(phrase_groups("spam_words")["told of"]))
_SCORE = (
    5  # of a line with a hotline: its number twice and the districts, or either with names of the service
)
_ITEMS, _MOST, _SHARE = 8, 12, 0.8  # items of a list of one service; letters of each; items that are alike
_NAMES = 3  # names of the service that begin alike
_KINDS = 4  # of promises and ways in a line of bets
_LONGEST = 400  # letters of such a line


class Sale(NamedTuple):
    """What such a line says, and how many of its parts do."""

    terms: tuple[str, ...]
    parts: int


def hotline_in(line: str) -> Sale | None:
    """A line of a repair shop that repeats its number between the names of districts and of its service.

    >>> hotline_in("某某热水器维修电话:400-000-0000,(东区)(西区)(北区)各区24小时统一服务热线:400-000-0000").parts > 4
    True
    """
    numbers = Counter(re.sub(r"\D", "", number) for number in NUMBER.findall(line))
    hotlines = tuple(dict.fromkeys(match[0] for match in _HOTLINE.finditer(line)))
    if (
        len(line) > _LONGEST * 2
        or not numbers
        or not hotlines
        or not _TRADE.search(line)
        or _OFFICE.search(line)
    ):
        return None
    alike = Counter(item[:2] for item in _ITEM.split(line) if _HOTLINE.search(item))
    score = (
        2 * (numbers.most_common(1)[0][1] > 1)
        + 2 * (len(_DISTRICT.findall(line)) >= _NAMES)
        + 2 * (alike.most_common(1)[0][1] >= _NAMES if alike else 0)
        + len({match[0] for match in _PROMISE.finditer(line)})
    )
    return (
        Sale(hotlines, score)
        if score >= _SCORE and (numbers.most_common(1)[0][1] > 1 or len(hotlines) > 2)
        else None
    )


def services_in(line: str) -> Sale | None:
    """A line that lists one service of a town again and again, for its districts.

    >>> services_in(",".join(f"水城{place}搬家公司" for place in "东南西北中上下前后")).parts
    9
    """
    items = [item for item in _ITEM.split(line.rstrip("。")) if item]
    if len(items) < _ITEMS or max(map(len, items)) > _MOST or _OFFICE.search(line):
        return None
    town = Counter(item[:2] for item in items).most_common(1)[0][1]
    trades = sum(bool(_TRADE.search(item)) for item in items)
    if min(town, trades) < _SHARE * len(items) or not _HOTLINE.search(line):
        return None
    return Sale(tuple(items[:3]), len(items))


def bets_in(line: str) -> Sale | None:
    """A line of a betting site: its name between signs, what is paid in and out, the way to it.

    >>> bets_in("▶▶岳云汇◀◀ 存10送20 秒到账 官方网址 www.example.com 推荐码 1").parts
    7
    """
    if len(line) > _LONGEST or _TOLD_OF.search(line) or "。" in line.rstrip("。"):
        return None
    paid = tuple(dict.fromkeys(match[0] for match in (*_SAVED.finditer(line), *_PAID.finditer(line))))
    ways = {match[0] for match in _WAY.finditer(line)}
    host, marked, saved = (bool(sign.search(line)) for sign in (_HOST, _MARKED, _SAVED))
    led = host or len(ways) > 1
    parts = min(len(paid), 3) + min(len(ways), 2) + host + marked + saved
    enough = (
        led
        and (marked or saved or host)
        and (len(paid) > 2 or (len(paid) > 1 and saved) or (len(paid) > 1 and marked and host))
    )
    return Sale(paid, parts) if enough and parts >= _KINDS else None
