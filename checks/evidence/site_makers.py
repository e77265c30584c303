"""What makers of sites and link farms leave on pages they copied: titles out of two queries, and praise of themselves.

建站流程图店铺推广技巧 above 建站流程图,店铺推广技巧,某地做网站的公司: a farm takes two queries of its list for the title and prints the list
under it. 某某互联为客户提供网站建设、网站制作、做网站等服务: a paragraph in an article that is about something else. Everything here
looks at folded passages.
"""

from __future__ import annotations

import re

from checks.evidence.estrangement import LEAST, shared
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import visible

ASKED_FOR = usages(phrase_groups("site_makers")["asked for"])
"""Words without one of which nothing is looked for."""

_MAKING = re.compile("网站|建站|网页|网店|网络营销|seo|推广|关键词|域名|小程序")
_PRESENTS = re.compile(
    "是一家(?:集|专业|专注|主要|从事)|为(?:广大|您|各|中小)?(?:客户|用户|企业)们?提供|(?:主要|专业|专门)从事|主营|专注于?"
)
_SERVES = re.compile("服务|打造|定制|一条龙|一站式|为一体|等业务|方面业务")
_SENTENCE = re.compile("[。!?;:]")

_TITLE = range(6, 61)  # letters of a title of two queries; eight met had 12 to 24
_QUERY = 24  # letters of one query, as in query_titles
_ROW = 3  # queries of the row that must stand parted: the two of the title, and one more
_PAIR = 2  # letters of the shortest query; queries of these that ask for a site
PRAISE = 400
"""Letters of the longest paragraph in which a maker of sites praises itself; the three met had 100 to 170."""
_LISTED, _NAMED, _ELSEWHERE = (
    3,
    5,
    2,
)  # joints of the list; words of the trade in the paragraph, and in the rest
_ALIKE = 0.3  # pairs of letters of the paragraph that stand in the rest too; a firm's own page shares more than half


def queries_of(row: str) -> tuple[str, ...]:
    """The first three queries of a row that asks for sites; empty for any other line.

    >>> queries_of("建站流程图,店铺seo技巧,某地做网站的公司,域名怎么选本文介绍排序")
    ('建站流程图', '店铺seo技巧', '某地做网站的公司')
    >>> queries_of("春耕了,田里忙,网站也更新了,大家都高兴。")
    ()
    """
    parts = [part.strip() for part in row.strip().split(",", _ROW)]
    queries = tuple(parts[:_ROW])
    if len(parts) <= _ROW or not all(_PAIR <= len(query) <= _QUERY for query in queries):
        return ()
    if any(map(_SENTENCE.search, queries)) or sum(bool(_MAKING.search(query)) for query in queries) < _PAIR:
        return ()
    return queries


def is_joined(title: str, queries: tuple[str, ...]) -> bool:
    """The title is the first two queries run together, as nobody writes.

    >>> is_joined("建站流程图店铺seo技巧", ("建站流程图", "店铺seo技巧", "某地做网站的公司"))
    True
    """
    title = title.strip()
    return len(title) in _TITLE and title == "".join(queries[:_PAIR])


def is_praise_of_a_maker(paragraph: str, rest: str) -> bool:
    """A maker of sites lists what it does, and the rest of the text is about something else."""
    if not _PRESENTS.search(paragraph) or not _SERVES.search(paragraph):
        return False
    listed = paragraph.count("、") + paragraph.count(",")
    if listed < _LISTED or len(_MAKING.findall(paragraph)) < _NAMED:
        return False
    if len(visible(rest)) < LEAST or len(_MAKING.findall(rest)) > _ELSEWHERE:
        return False
    return shared(paragraph, rest) <= _ALIKE
