"""What makers of sites and link farms leave on pages they copied: titles out of two queries, and praise of themselves.

建站流程图店铺推广技巧 above 建站流程图,店铺推广技巧,某地做网站的公司: a farm takes two queries of its list for the title and prints the list
under it. 某某互联为客户提供网站建设、网站制作、做网站等服务: a paragraph in an article that is about something else. Everything here
looks at folded passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.estrangement import is_strange_to
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import later

ASKED_FOR = usages(phrase_groups("site_makers")["asked for"])
"""Words without one of which nothing is looked for."""

_MAKING = later("网站|建站|网页|网店|网络营销|seo|推广|关键词|域名|小程序")
# What is sold; an article about sites in general speaks of 网站, and of none of these.
_SERVICES = later(
    "网站(?:建设|制作|设计|开发|定制|优化|推广)|网页(?:设计|制作)|[做建]网站|网络(?:营销|推广)|小程序(?:开发|定制)|app开发|seo优化|建站"
)
_SOUGHT = later(rf"(?<![㐀-鿿])(?:(?!的|和)[㐀-鿿]){{2,4}}(?:{_SERVICES.pattern})")
_LINKED = later(  # an address that goes on in Chinese: the sentence has no place for it
    rf"(?<=[㐀-鿿])[㐀-鿿]{{2}}(?:{_SERVICES.pattern}) ?\((?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z]{{2,6}}){{1,2}}/?\)(?=[㐀-鿿])"
)
_PRESENTS = later(
    "是一家(?:集|专业|专注|主要|从事|[^。,;]{0,30}(?:公司|企业|团队))|为[^。,;]{0,3}(?:客户|用户|企业)[^。,;]{0,12}提供|(?:主要|专业|专门)从事|主营|专注于?"
)
_SERVES = later("服务|打造|定制|一条龙|一站式|为一体|等业务|方面业务")
_SENTENCE = later("[。!?;:]")

_TITLE = 8  # letters of a title of two queries at least; nine met had 13 to 36
_ROW = later(r"(?:^|(?<=\s))([^,\s]{2,24}),([^,\n]{2,24}),([^,\n]{2,24}),")  # as in query_titles
PRAISE = 400
"""Letters of the longest paragraph in which a maker of sites praises itself; the three met had 100 to 189."""
_LISTED = 3  # joints of the list of services; those three had 9 to 18, two more 5 and 13
_NAMED = 5  # words of the trade in the paragraph at least; those three had 7 to 10, two more 6 and 9
_ELSEWHERE = (
    2  # words of the trade in the rest at most; six had none or one, in the name of the house over the page
)
_SHARED = 0.25  # of the pairs of letters with the rest at most; six paragraphs had 0.01 to 0.17, the most where the house is named above


class Row(NamedTuple):
    """A title of two queries, and the row in which they stand parted, with their places in the passage."""

    title: tuple[int, int]
    row: tuple[int, int]
    queries: tuple[str, ...]


def row_under_its_title(head: str) -> Row | None:
    """The first row of queries for sites of which the first two stand joined before it, as nobody writes.

    >>> row_under_its_title("水城建站图店铺seo课\\n水城建站图,店铺seo课,做网站的公司,域名怎么选").queries
    ('水城建站图', '店铺seo课', '做网站的公司')
    >>> row_under_its_title("企业网站推广\\n企业网站,要推广,先选词,再看预算")
    """
    for row in _ROW.finditer(head):
        queries = tuple(query.strip() for query in row.groups())
        if not any(map(_MAKING.search, queries)) or any(map(_SENTENCE.search, queries)):
            continue
        joined = "".join(queries[:2])
        title = re.search(rf"(?:^|(?<=\s)){re.escape(joined)}(?!\S)", head[: row.start()])
        if title and len(joined) >= _TITLE:
            return Row(title.span(), (row.start(1), row.end(3)), queries)
    return None


def linked_queries(passage: str) -> Iterator[re.Match[str]]:
    """Queries for the making of sites with an address in brackets behind them, in the middle of a sentence.

    >>> [m[0] for m in linked_queries("随着水城网站制作(www.example.com)增加,索引也大了。")]
    ['水城网站制作(www.example.com)']
    >>> [*linked_queries("做网站可以看手册(www.example.com)。"), *linked_queries("水城网站建设(www.example.com)")]
    []
    """
    return _LINKED.finditer(passage)


def praise_of_a_maker(paragraph: str, rest: str) -> tuple[str, ...]:
    """The words of the trade with which a maker of sites lists what it does, where the rest is about something else."""
    if not _PRESENTS.search(paragraph) or not _SERVES.search(paragraph):
        return ()
    named = _MAKING.findall(paragraph)
    if sum(map(paragraph.count, "、,;")) < _LISTED or len(named) < _NAMED:
        return ()
    trade = (
        _SERVICES if _SOUGHT.search(paragraph) else _MAKING
    )  # sought: no house speaks of itself in queries
    strange = len(trade.findall(rest)) <= _ELSEWHERE and is_strange_to(paragraph, rest, most=_SHARED)
    return tuple(dict.fromkeys(named)) if strange else ()
