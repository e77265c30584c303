"""Queries about matches and bets in the place of a title: 足总杯直播/欧洲杯赛程/竞彩玩法, above a text on something else.

Sites that live on bets hang the timetables of all cups at once before a page that they took over. Somebody who writes
about one match names it in a sentence, and the text below goes on about it. Everything looks at folded passages.
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.text import any_of, later

LEAST, SHARE = 2, 0.5  # queries of this kind, and their share of the line's; by judgement

_CUP = r"(?:世界杯|世俱杯|欧洲杯|欧冠|欧联|亚洲杯|美洲杯|足总杯|国王杯|英超|西甲|意甲|德甲|法甲|中超|亚冠|nba|cba|欧国联|世预赛|奥运会?|电竞|足球|篮球|网球|比赛)"
_QUERY = later(
    rf"{_CUP}.{{0,8}}(?:直播|赛程|比分|赛果|预测|竞猜|投注|结果|赔率|指数|录像|回放|积分榜|买球|哪里买|怎么买)|(?:竞彩|足彩|北单|胜负彩).{{0,12}}"
    r"|.{0,6}(?:让球|滚球|大小球|买球|赌球|盘口|外围|玩法及中奖规则|串关|半全场).{0,6}"
)
BETS = frozenset(
    (
        "直播",
        "竞彩",
        "足彩",
        "北单",
        "买球",
        "赌球",
        "滚球",
        "让球",
        "大小球",
        "盘口",
        "外围",
        "投注",
        "赔率",
        "竞猜",
        "玩法及中奖",
    )
)
"""What the timetable of a school's matches does not offer: no line is told without one of these."""

_BET = any_of(BETS)
ABOUT = later("足球|篮球|比赛|球队|球员|球迷|赛事|联赛|体育|彩票|竞彩|世界杯|奥运|电竞")
"""Words without which a text knows nothing of matches."""


def matches_asked_for(queries: Sequence[str]) -> bool:
    """So many of the queries of a line are about matches, and one at least is for those who bet or look on.

    >>> matches_asked_for(["足总杯直播", "欧洲杯2021赛程", "青禾俱乐部"]), matches_asked_for(["足球赛程", "水渠", "春耕"])
    (True, False)
    """
    asked = [query for query in queries if _QUERY.fullmatch(query.strip())]
    return len(asked) >= max(LEAST, SHARE * len(queries)) and any(map(_BET.search, asked))
