"""What spun pages say of themselves: keywords and a source among which stands the name of a betting site.

本文关键词:岳云体育官网,岳云体育,银杏: the tool that spins articles writes such a line below each, honest words of the
text beside the name it is paid for. A name alone may be honest; it tells with a way in, with a host, or if it comes
twice; a listed name tells by itself. Everything looks at a folded line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checks.evidence.search_terms import BRANDS, REPORTING
from checks.evidence.ways_in import house_of

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

_LABEL = re.compile(
    r"\W{0,3}(?:本文)?(?:文章)?(?:关键[词字]|标签|tags?|keywords?|来源于?)(?: ?[:】\]|] ?| (?=[^\s,]))"
)
_ITEM = re.compile(r"[^,，、;；|\s]+")
_HOST = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}/?$")
_LONGEST = 300  # letters of such a line


def paid_tags_in(line: str) -> Iterator[tuple[int, int]]:
    """The places of the names that such a line was written for.

    >>> list(paid_tags_in("本文关键词:岳云体育官网,岳云体育,银杏")), list(paid_tags_in("关键词:校园体育,跑步"))
    ([(6, 12), (13, 17)], [])
    """
    label = _LABEL.match(line)
    if not label or len(line) > _LONGEST or REPORTING.search(line):
        return
    items = [(match.start(), match[0]) for match in _ITEM.finditer(line, label.end())]
    houses = [(start, item, _name_in(item)) for start, item in items]
    names = Counter(name for _, _, name in houses if name)
    for start, item, name in houses:
        if name and (name in BRANDS or names[name] > 1 or item != name):
            yield start, start + len(item)


def _name_in(item: str) -> str:
    """The name of an item, a host behind it left aside."""
    host = _HOST.search(item)
    return house_of(item[: host.start()].rstrip("-—_(（[【·") if host and host.start() else item)
