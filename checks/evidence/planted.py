"""A query set above a text of something else, and planted in it a second time.

Pages made for searchers fill the space below a query with sentences that fit anything, and set the query into them again,
where nothing leads to it. A headline comes back in its article word by word, too, but then the article speaks of it.
Everything looks at folded lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.alternation import alternation
from checks.evidence.estrangement import LEAST, READ, STRANGE, pairs_of, shared
from checks.evidence.search_terms import REPORTING
from checks.text import Text, later, visible

WANTS = frozenset(
    [
        "哪家",
        "哪里有",
        "哪里买",
        "哪里好",
        "在哪里",
        "多少钱",
        "排名",
        "排行",
        "十大",
        "大全",
        "靠谱",
        "批发",
        "转让",
        "急转",
        "精准",
        "秒到账",
        "24小时",
        "厂家",
        "直销",
        "包成功",
        "套现",
        "黑客",
        "代办",
        "代写",
        "免费版",
        "破解版",
        "价格表",
        "教程",
        "报名入口",
        "范本",
        "预兆",
        "解梦",
        "查询结果",
        "计算器",
        "完整版",
        "在线播放",
        "最新电影",
        "无水印",
        "哪个好",
        "什么意思",
        "官网下载",
        "下载安装",
    ]
)
"""What people want of a thing that they type into a search engine; without one of these no line is looked at."""

_WANT = later(alternation(WANTS))
_ASKS = later(  # what else such a query asks for; a line of a song may, too, so that its copy must stand in a paragraph
    rf"{_WANT.pattern}|怎么|哪里|哪儿|怎样|如何|教程|下载|官网|入口|价格|价目|公司|培训|机构|哪个|什么|最新|版本|20[12]\d|查询|在线|观看|安装|app|软件|平台|推荐|加盟|代理|出售|回收|维修|电话|医院|治疗|报名|答案|小说|电影|视频|资源|网站|登录|注册|攻略|手游|壁纸|表情|模板|范本|计算|邀请码|开户|预兆|起名|区别|技巧|步骤"
)
_HAN = later("[\u3400-\u9fff]")
_CLAUSE = later(r"[^。!?;,\n]+")
_PREDICATE = later("[了是被将已说称把为]|公布|发布|宣布|举行|推出|介绍|表示")

# By judgement, on pages of our own in twenty trades and on good texts whose headline comes back in them.
TITLE, COPY = (8, 40), (6, 40)  # letters of the query, of its copy
QUERY = 60
"""Characters within which the query that is planted stands, white space and a heading before it included."""
ALIKE = 0.8  # of the pairs of letters of the copy stand in the query
WEDGED = 8  # letters of a piece of it that stands in a sentence
DEEP, BEHIND = 80, 40  # visible letters before the copy, and behind: headings and feet are none


def planted_in(text: Text) -> list[tuple[int, int]]:
    """The places of the view where the query above a text and its copies stand; none in any other text."""
    start, end = _first_line(text)
    query = text.folded(start, end)
    if not _ASKS.search(query) or REPORTING.search(query) or query[-1] in "。!…":
        return []
    if not _comes_again(text, start, end):
        return []
    below = text.folded(end, end + READ)
    copies = list(_copies(query, below))
    if not _WANT.search(query):
        copies = [place for place in copies if _is_amid(below, *place)]
    copies = copies or list(_wedged(query, below))
    rest = below
    for first, last in copies:
        rest = rest[:first] + "\n" * (last - first) + rest[last:]
    if not copies or len(_HAN.findall(rest)) < LEAST or shared(query, rest) > STRANGE:
        return []
    return [(start, end), *((end + first, end + last) for first, last in copies)]


def _first_line(text: Text) -> tuple[int, int]:
    """The place of the first line that holds anything, if it is neither shorter nor longer; else an empty one."""
    line = next((line for line in text.first_lines(4) if line.stripped), None)
    return line.inner if line and TITLE[0] <= len(line.stripped) <= TITLE[1] else (0, 0)


def _comes_again(text: Text, start: int, end: int) -> bool:
    """Some letters of the line stand in a row below it; asked before anything is folded."""
    runs = (text.view[at : at + COPY[0]] for at in range(start, end - COPY[0] + 1))
    return any(text.view.find(run, end, end + READ) >= 0 for run in runs)


def _wedged(query: str, below: str) -> Iterator[tuple[int, int]]:
    """A piece of the query that asks for something, in mid-sentence, letter by letter."""
    for begin in range(len(query) - WEDGED + 1):
        first = below.find(query[begin : begin + WEDGED])
        if first < 0:
            continue
        size = next(
            (
                n
                for n in range(len(query) - begin, WEDGED, -1)
                if below.startswith(query[begin : begin + n], first)
            ),
            WEDGED,
        )
        last = first + size
        deep, behind = len(visible(below[:first])), len(visible(below[last:]))
        if _ASKS.search(below, first, last) and deep >= DEEP and behind >= BEHIND:
            yield first, last
        return


def _is_amid(below: str, first: int, last: int) -> bool:
    """Other clauses stand before and behind on its line."""
    line = below[below.rfind("\n", 0, first) + 1 : first], below[last:].partition("\n")[0]
    return all(len(visible(side)) > COPY[0] for side in line)


def _copies(query: str, below: str) -> Iterator[tuple[int, int]]:
    """Clauses of the text that are made of the query and say nothing of it."""
    own = pairs_of(query)
    for clause in _CLAUSE.finditer(below):
        words = clause[0].strip()
        if not COPY[0] <= len(words) <= COPY[1] or _PREDICATE.search(words):
            continue
        pairs = pairs_of(words)
        if len(pairs & own) < ALIKE * len(pairs) or len(pairs) < COPY[0] - 1:
            continue
        start = clause.start() + clause[0].index(words)
        end = start + len(words)
        if len(visible(below[:start])) >= DEEP and len(visible(below[end:])) >= BEHIND:
            yield start, end
