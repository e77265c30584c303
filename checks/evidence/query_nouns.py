"""Queries that sentences use as a noun, again and again: 去弄个竹影小说txt免费下载不就结了, 打开1sf找服网新开传奇网.

Stories made for one query carry it in every second paragraph. A file is called 竹影小说的txt, a site by one name: who
writes 竹影小说txt免费下载, or two names of sites run together, types what searchers type. Everything looks at the view.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checks.alternation import alternation
from checks.evidence.usage import usages
from checks.text import Text, later

TAILS = frozenset({"txt免费下载", "txt全集下载", "txt全本下载", "txt下载", "全文免费阅读", "免费全文阅读"})
_LISTS = frozenset({"找服网", "搜服网", "发布网", "开服网", "找sf", "私服网", "传奇网", "sf网"})
ASKED_FOR = usages(TAILS | _LISTS)
"""Words without one of which nothing is looked for."""

TIMES = 2  # sentences that use it; one may be a slip of a link's text into the sentence before
_HAN = "㐀-鿿"
_TAILED = later(rf"(?P<stem>[{_HAN}a-z0-9]{{2,14}})(?P<tail>{alternation(TAILS)})(?=[{_HAN}])")
_DOUBLE = later(  # what lists of private servers are called, twice
    rf"[0-9]{{0,4}}(?:sf|私服|传奇|搜服|找服|开服)[{_HAN}a-z0-9]{{0,4}}网[{_HAN}a-z0-9]{{0,3}}(?:传奇|私服|sf)[{_HAN}a-z0-9]{{0,3}}网(?=[{_HAN}])"
)
_PLAIN = (
    "小说",
    "电子书",
    "全文",
    "全集",
    "免费",
    "提供",
    "支持",
    "可以",
    "能够",
    "进行",
    "网站",
    "资源",
    "文件",
    "下载",
    "的",
    "和",
)
STEM = 3  # letters of the name before the tail

Place = tuple[int, int]


def queries_in(text: Text) -> list[Place]:
    """The places of such queries, in order."""
    folded = text.folded(0, len(text.view))
    places: dict[str, list[Place]] = defaultdict(list)
    for name, place in (*_doubles(folded), *_tailed(folded)):
        places[name].append(place)
    told = [name for name, found in places.items() if len(found) >= TIMES]
    return sorted(match.span() for name in told for match in re.finditer(re.escape(name), folded))


def _doubles(folded: str) -> Iterator[tuple[str, Place]]:
    return ((match[0], match.span()) for match in _DOUBLE.finditer(folded))


def _tailed(folded: str) -> Iterator[tuple[str, Place]]:
    """Each with its name: what it has in common, before its tail, with the next one."""
    found = list(_TAILED.finditer(folded))
    for match in found:
        others = (other["stem"] for other in found if other is not match and other["tail"] == match["tail"])
        stem = max((_common_end(match["stem"], other) for other in others), key=len, default="")
        if len(stem) >= STEM and not stem.endswith(_PLAIN):
            yield stem + match["tail"], (match.end("stem") - len(stem), match.end())


def _common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return one[len(one) - size :]
