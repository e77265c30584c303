"""Titles and lines made of what people type for one thing: services with a firm behind, cracked games, firms that are houses.

水城搬家公司_水城搬家哪家好_水城搬家价格-某某搬家: three queries that share their thing; the firm may follow, where the text below
is about something else. 竹影无限金币破解版下载-竹影最新版下载: a game's name with what is offered of it. 竹影国际集团有限公司官网-竹影娱乐注册
登录: a firm, and the house of the same name. Everything looks at one folded line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.search_terms import FORMS, WAYS
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, is_han, later

_GROUPS = phrase_groups("query_titles")


def _one_of(*names: str) -> str:
    words = usages(word for name in names for word in _GROUPS[name])
    return alternation(words)


_ASKED = any_of(usages(_GROUPS["asked"]))
_WANT = any_of(usages({*_GROUPS["asked"], *_GROUPS["wanted"]}))
_UNIT = r"(?:一?[平米吨个台套斤张块根方立公件支条片卷副把顶只件袋瓶盒束次颗粒幅辆部年月天节对双位间][方米斤]?|的|呢|[?！!])?"
_QUERY = later(rf"(?P<thing>[\u4e00-\u9fffa-z0-9]{{2,14}}?)(?:{_one_of('asked', 'wanted')})+{_UNIT}")
_CRACKED, _OFFERED = any_of(usages(_GROUPS["cracked"])), any_of(usages(_GROUPS["offered"]))
_FIRM = later(
    rf"(?P<name>[\u4e00-\u9fffa-z0-9]{{2,8}}?)(?:{FORMS}|国际|控股|科技)*[(\[【]?(?:集团|中国|股份|国际)?[)\]】]?(?:股份|集团)?(?:有限)?(?:责任)?(?:公司|集团)?"
    rf"(?:官方网站|官网|首页|网站)[-_|·— ]+(?P<house>(?P=name)(?:国际)?(?:{FORMS}|国际)(?:{WAYS}|首页|网站|欢迎您?|安全|平台)+)"
)
_JOINT = later(r"[_|丨,\-—]+")
_SITE = later("(?:网|频道|栏目|论坛|社区|资讯|百科|问答|知道|贴吧|博客|知乎|豆瓣)$")  # an article's own site
_SAID = later("[。!?;:,了是的说不请前后会可要就也在与和被把将能应]")
_LEAST, _PAIR = 3, 2  # queries of a title; parts of a title on one game
_RUN, _GAP = 6, 7  # times that a thing comes in a paragraph of queries, and letters before the first of them
_PLACE = 4  # letters of a place or another word between two of them
_LONGEST = 160  # letters of such a title
_PART = 24  # letters of one query

ASKED = usages(_GROUPS["asked"])
"""Words without one of which nothing is asked for."""

CRACKED = usages(_GROUPS["cracked"])
"""Words without one of which no title offers a cracked game."""

JOINED = usages(_GROUPS["joined"])
"""Words without one of which no line is a firm's that is a house."""


class Queries(NamedTuple):
    """The queries of a line, and whether another name stands beside them."""

    queries: tuple[str, ...]
    signed: bool


def services_asked_for(line: str) -> Queries | None:
    """Three queries for one thing and more, two kinds of them at least; a firm may follow.

    >>> services_asked_for("水城搬家公司_水城搬家哪家好_水城搬家价格-某某物流").signed
    True
    >>> services_asked_for("搬家公司哪家好_生活频道_某某网")
    """
    parts = [part.strip() for part in _JOINT.split(line) if part.strip()]
    if len(line) > _LONGEST or len(parts) < _LEAST or max(map(len, parts)) > _PART:
        return None
    found = [part for part in parts if _QUERY.fullmatch(part)]
    wants = {match[0] for part in found for match in _WANT.finditer(part)}
    asks = sum(bool(_ASKED.search(part)) for part in found)
    others = [part for part in parts if part not in found]
    if any(_SITE.search(part) for part in others):
        return None
    signed = bool(others)
    if len(found) < max(_LEAST, len(parts) - 1) or len(wants) < _PAIR or not _thing(found):
        return None
    return Queries(tuple(found), signed) if asks >= (1 if signed else _PAIR) else None


def cracked_in(line: str) -> Queries | None:
    """A game's name in every part, each with what is offered of it, once cracked.

    >>> len(cracked_in("竹影无限金币破解版下载-竹影最新版v3.1下载-竹影内购免费版").queries)
    3
    """
    parts = [part.strip() for part in _JOINT.split(line) if part.strip()]
    if len(line) > _LONGEST or len(parts) < _PAIR:
        return None
    name = parts[0]
    for _, other in pairwise(parts[:_LEAST]):
        name = _begin(name, other)
    offers = [part for part in parts if part.startswith(name) and _OFFERED.search(part)]
    enough = len(name) >= _PAIR and len(offers) >= max(_PAIR, len(parts) - 1)
    kinds = {match[0] for match in _CRACKED.finditer(line)}
    return Queries(tuple(offers), signed=False) if enough and len(kinds) >= _PAIR else None


def house_in(line: str) -> str:
    """The name of a firm that is a betting house in the next part; empty for any other line.

    >>> house_in("竹影国际(集团)有限公司官网-竹影娱乐注册登录首页欢迎您"), house_in("某某机械有限公司官网-产品中心")
    ('竹影', '')
    """
    found = _FIRM.match(line) if len(line) <= _LONGEST else None
    return found["name"] if found else ""


def runs_of_queries(line: str) -> tuple[int, int, tuple[str, ...]] | None:
    """Where one thing comes again and again between wants and places, as nobody writes; and some of its queries.

    >>> runs_of_queries("修伞哪里好修伞多少钱修伞流程,东城修伞、西城修伞、南城修伞,网上修伞靠谱吗。")[2][0]
    '修伞'
    """
    for asked in _ASKED.finditer(line):
        for size in (4, 3, 2):
            thing = line[max(asked.start() - size, 0) : asked.start()]
            if len(thing) == size and all(map(is_han, thing)) and (place := _run(line, thing)):
                wants = tuple(dict.fromkeys(match[0] for match in _WANT.finditer(line, *place)))
                if len(wants) >= _LEAST:
                    return *place, (thing, *wants)
    return None


def _run(line: str, thing: str) -> tuple[int, int] | None:
    """The longest stretch in which the thing comes back after a few letters each time."""
    places = [match.start() for match in re.finditer(re.escape(thing), line)]
    best: list[int] = []
    here: list[int] = []
    for place in places:
        here = [*here, place] if here and _is_bare(line[here[-1] + len(thing) : place]) else [place]
        best = max(best, here, key=len)
    if len(best) < _RUN:
        return None
    tail = re.compile(r"[^。!?;\n]{0,8}[。!?;]?").match(line, best[-1] + len(thing))
    start = max(line.rfind(mark, 0, best[0]) for mark in "。!?;\n") + 1
    return max(start, best[0] - _GAP), tail.end() if tail else best[-1]


def _is_bare(between: str) -> bool:
    """What stands between two of these: a want, a joint, a place; nothing of a sentence."""
    rest = _WANT.sub("", between).strip(",、 _|")
    return len(rest) <= _PLACE and not _SAID.search(rest)


def _thing(queries: list[str]) -> str:
    """Two characters that all of these hold."""
    first = queries[0]
    pairs = (first[i : i + 2] for i in range(len(first) - 1))
    return next((p for p in pairs if all(map(is_han, p)) and all(p in query for query in queries)), "")


def _begin(one: str, other: str) -> str:
    size = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[:size]
