"""What spun pages say of themselves: keywords and a source among which stands the name of a betting site.

本文关键词:岳云体育官网,岳云体育,银杏: the tool that spins articles writes such a line below each, honest words of the
text beside the name it is paid for. A name alone may be honest; it tells with a way in, with a host, or if it comes
twice; a listed name tells by itself. 本文来源:凯旋宫-www.example.com: no paper joins its name to its address like that, so
there any name tells that is not one of papers and bodies. Everything looks at a folded line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.evidence.search_terms import BRANDS, REPORTING
from checks.evidence.ways_in import house_of
from checks.text import later

LABELS = frozenset(
    (
        "关键词",
        "关键字",
        "标签:",
        "tags:",
        "tag:",
        "本文来源",
        "文章来源",
        "来源:",
        "来源于",
        "keywords",
        "本文标签",
        "文章标签",
    )
)
"""Without one of these no line is looked at."""

_LABEL = later(
    r"(?:^\W{0,3}|(?<=[。!?…”\s]))(?:本文)?(?:文章)?(?:关键[词字]|标签|tags?|keywords?|来源于?)(?: ?[:】\]|] ?| (?=[^\s,]))"
)
_ITEM = later(r"[^,，、;；|\s]+")
_HOST = later(r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}/?$")
_JOINED = later(
    r"(?P<name>[\u4e00-\u9fff·]{2,12}[a-z0-9]{0,4})[-—_](?:https?://)?www\.[a-z0-9-]{1,40}\.[a-z]{2,6}(?:\.[a-z]{2})?/?$"
)
_HONEST = later(
    "[网报社刊台局厅委会院校站]$|新闻|日报|晚报|周刊|杂志|百科|博客|论坛|资讯|财经|科技|健康|教育|大学|医院|公司|集团|政府|图书|文库|头条|搜狐|新浪|网易|腾讯|凤凰|百度|知乎|豆瓣|微博|门户|法院|学会|协会"
)
_LONGEST = 300  # letters of a line that is all labels


def paid_tags_in(line: str) -> Iterator[tuple[int, int]]:
    """The places of the names that such a line was written for.

    >>> list(paid_tags_in("本文关键词:岳云体育官网,岳云体育,银杏")), list(paid_tags_in("关键词:校园体育,跑步"))
    ([(6, 12), (13, 17)], [])
    >>> list(paid_tags_in("本文来源:凯旋宫-www.example.com")), list(paid_tags_in("来源:水城晚报-www.example.com"))
    ([(5, 24)], [])
    """
    label = next(_LABEL.finditer(line), None)
    if not label or len(line) - label.start() > _LONGEST or REPORTING.search(line[label.start() :]):
        return
    items = [(match.start(), match[0]) for match in _ITEM.finditer(line, label.end())]
    if len(items) == 1 and (joined := _JOINED.match(items[0][1])) and not _HONEST.search(joined["name"]):
        yield items[0][0], items[0][0] + len(items[0][1])
        return
    houses = [(start, item, _name_in(item)) for start, item in items]
    names = Counter(name for _, _, name in houses if name)
    for start, item, name in houses:
        if name and (name in BRANDS or names[name] > 1 or item != name):
            yield start, start + len(item)


def _name_in(item: str) -> str:
    """The name of an item, a host behind it left aside."""
    host = _HOST.search(item)
    return house_of(item[: host.start()].rstrip("-—_(（[【·") if host and host.start() else item)
