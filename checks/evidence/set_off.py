"""A betting site's name with the way in, unlisted, that stands apart from a text which has nothing to do with it.

Spun pages are paid for by such a name: behind a bar in the headline, before a colon in the first line, in quotation
marks or brackets between two sentences, as the next article in the foot. The name is new each month; its form is not,
and nothing in the text speaks of it. Everything looks at a folded passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.evidence.lexicon import dictionary
from checks.evidence.search_terms import FORMS, WAYS, is_honest
from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold, later

_GROUPS = phrase_groups("spam_words")
_TOLD_OF = any_of(_GROUPS["told of"])
_WIDER = "国际"  # a form of such names, and of many honest ones: it needs two ways in
_NAME = later(
    rf"(?P<stem>[\u4e00-\u9fff]{{2,4}}?|[a-z0-9]{{2,6}})(?P<form>{FORMS}|{_WIDER})(?P<ways>(?:[·-]?(?:\((?:中国|集团)\)[·-]?)?(?:{WAYS})){{1,4}})"
)
_WAY = later("|".join(sorted(_GROUPS["ways in"], key=len)))  # app下载 is two ways
APART = frozenset(
    (
        *(_WIDER + way for way in _GROUPS["ways in"]),
        *(form + joint for form in _GROUPS["forms"] for joint in ("(中国)", "·(中国)", "-app")),
    )
)
"""The wider form with its ways in, and the forms with what may part them from theirs."""

_OPENS = frozenset("|丨_-—–:·•>/【[(‘“「『《'\"")
_CLOSES = frozenset("|丨_-—–:·•>/】])’”」』》'\"…")
_STOPS = frozenset("。!?…")
_CREDITED = later(
    r"(?:版权所有|copyright|©|主办|来源|图源|出处|据|供图|摄影|作者|下载|打开|登录|通过|进入|关注|使用|搜索|访问|安装|推出|上线|在|的|是|和|与|由|叫|为)\W{0,3}$"
)
_QUOTES = frozenset("“‘「『\"'")
_OF_FORM = later(rf"(?:{FORMS}|福利|足球|篮球)$")
_PLAIN = frozenset(("app", "平台", "首页", "代理", "下载", "网址", "客户端", "入口", "注册", "登录", "登陆"))

# Words of texts in which a name of this form may be at home: where one stands, nothing is told, unless the name has
# two ways in. By judgement, wide on purpose.
_HOMES = {
    "体育": any_of(("体育", "运动", "球", "比赛", "赛事", "健身", "教练", "奥运", "场馆", "选手")),
    "娱乐": any_of(
        ("娱乐公司", "娱乐集团", "经纪", "旗下艺人", "签约", "唱片", "ktv", "会所", "游乐", "娱乐城", "赌")
    ),
    "电竞": any_of(("电竞", "战队", "选手", "游戏", "玩家")),
}
_OTHER = any_of(("棋牌", "彩票", "彩民", "开奖", "麻将", "扑克", "赌", "博彩", "游戏", "玩家", "手游"))
_LEAST = 120  # visible letters of a text about something else
_HEADING = 60  # letters of a line at whose end white space is enough to part the name from it
_READ, _AROUND, _MOST = 20_000, 30, 60  # letters that are read; round a name; candidates that are followed


def set_off_in(text: Text, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The places of such names in the view.

    The name must stand between a mark or an edge of its line on both sides, and come nowhere else in the text.
    """
    places = [c for c in candidates if c.field == "text"][:_MOST]
    found = {match.span(): match for c in places for match in _around(text, c)}
    if not found or text.visible_length < _LEAST:
        return
    folded = fold(text.view[:_READ])
    for start, end in sorted(found):
        folded = folded[:start] + "\n" * (end - start) + folded[end:]
    for place, match in sorted(found.items()):
        rest = _without(match["stem"] + match["form"], folded)
        if _is_new(match, rest) and not _is_at_home(match, rest):
            yield place


def _without(name: str, folded: str) -> str:
    """The text without the places where the bare name stands apart, too."""
    return re.sub(rf"(?<![\u4e00-\u9fffa-z0-9]){re.escape(name)}(?![\u4e00-\u9fffa-z0-9])", "\n", folded)


def _around(text: Text, candidate: Candidate) -> Iterator[re.Match[str]]:
    """Names that stand apart round a candidate, matched in place."""
    line = text.line_at(candidate.start)
    low, high = max(candidate.start - _AROUND, line.start), min(candidate.end + _AROUND, line.end)
    folded = "\n" * low + text.folded(low, high)
    if _TOLD_OF.search(folded, low):
        return
    for match in _NAME.finditer(folded, low):
        start, end = match.span()
        before = folded[low:start].strip(" \t　")[-1:]
        after = folded[end:high].strip(" \t　")[:1]
        spaced = before and folded[start - 1].isspace() and end == high == line.end <= line.start + _HEADING
        opened = (not before and low == line.start) or before in _OPENS or before in _STOPS or spaced
        closed = (not after and high == line.end) or after in _CLOSES
        marked = before in _OPENS or after in _CLOSES or spaced or not (before or after)
        ways = _WAY.findall(match["ways"])
        named = before in _QUOTES and len(ways) < 2 and _PLAIN.issuperset(ways)
        if opened and closed and marked and not named and not _CREDITED.search(folded[low:start]):
            yield match


def _is_new(match: re.Match[str], rest: str) -> bool:
    """No channel and no maker is called so, no word begins the name, and the text does not know it."""
    stem, ways = match["stem"], _WAY.findall(match["ways"])
    if (
        is_honest(stem)
        or _OF_FORM.search(stem)
        or stem in rest
        or (match["form"] == _WIDER and len(ways) < 2)
    ):
        return False
    return stem not in dictionary() or not _PLAIN.issuperset(ways)


def _is_at_home(match: re.Match[str], rest: str) -> bool:
    """The rest of the text speaks of such things, and the name has but one way in."""
    home = _HOMES.get(match["form"], _OTHER)
    return len(_WAY.findall(match["ways"])) < 2 and bool(home.search(rest))
