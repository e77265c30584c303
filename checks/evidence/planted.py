"""A query set above a text of something else, and planted in it a second time.

Pages made for searchers fill the space below a query with sentences that fit anything, and set the query into them again,
where nothing leads to it. A headline comes back in its article word by word, too, but then the article speaks of it.
Everything looks at folded lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.evidence.estrangement import LEAST, READ, STRANGE, pairs_of, shared
from checks.evidence.search_terms import REPORTING
from checks.text import Text, is_han, visible

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
    ]
)
"""What people want of a thing that they type into a search engine; without one of these no line is looked at."""

_WANT = re.compile("|".join(sorted(WANTS, key=len, reverse=True)))
_CLAUSE = re.compile(r"[^。!?;,\n]+")
_PREDICATE = re.compile("[了是被将已说称把为]|公布|发布|宣布|举行|推出|介绍|表示")

# By judgement, on pages of our own in twenty trades and on good texts whose headline comes back in them.
TITLE, COPY = (8, 40), (6, 40)  # letters of the query, of its copy
ALIKE = 0.8  # of the pairs of letters of the copy stand in the query
DEEP, BEHIND = 80, 40  # visible letters before the copy, and behind: headings and feet are none


def planted_in(text: Text) -> list[tuple[int, int]]:
    """The places of the view where the query above a text and its copies stand; none in any other text."""
    line = next((line for line in text.first_lines(4) if line.stripped), None)
    if line is None or not TITLE[0] <= len(line.stripped) <= TITLE[1]:
        return []
    start, end = line.inner
    query = text.folded(start, end)
    if not _WANT.search(query) or REPORTING.search(query) or query[-1] in "。!…":
        return []
    below = text.folded(end, end + READ)
    copies = list(_copies(query, below))
    rest = below
    for first, last in copies:
        rest = rest[:first] + "\n" * (last - first) + rest[last:]
    if not copies or sum(map(is_han, rest)) < LEAST or shared(query, rest) > STRANGE:
        return []
    return [(start, end), *((end + first, end + last) for first, last in copies)]


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
