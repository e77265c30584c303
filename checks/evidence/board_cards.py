"""Cards of boards: how much somebody wrote, what points it earned, when the account was opened; a count a line.

A card stands beside every post, its counts before their names or behind them, with the ranks of the board in between.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.text import later

TRIGGERS = ("积分\n", "主题\n", "帖子\n", "回帖\n", "粉丝\n", "威望\n")
"""Without one of these there is no card with its names and counts in lines of their own."""

_NAMES = (
    r"主[题題]|帖子|[回发發]帖|精[华華]|[积積]分|威望|活力|金[币幣]|金[钱錢]|好友|[听聽][众眾]|[关關]注|粉[丝絲]|[获獲][赞讚]|[贡貢][献獻]|[勋勳]章"
    r"|在[线線][时時][间間]|[注註][册冊][时時][间間]|最[后後]登[录錄]"
)
_BULLET = r"(?:[-•·*][ \t]+)?"
_DOWN = rf"(?:[ \t]*\n)+[ \t]*{_BULLET}"
_RANKS = rf"(?:{_DOWN}[㐀-鿿]{{2,6}}){{0,3}}"  # what the board calls somebody who wrote so much
_VALUED = rf"(?:{_NAMES}){_DOWN}\d[\d,.\-]*(?: ?[点點次小时時]{{1,2}})?"
_CARD = later(
    rf"(?m)^[ \t]*{_BULLET}(?:\d[\d,]*{_DOWN}(?:{_NAMES})(?:{_DOWN}\d[\d,]*{_DOWN}(?:{_NAMES}))+|{_VALUED}{_RANKS}{_DOWN}{_VALUED})[ \t]*$"
    rf"(?:{_RANKS}{_DOWN}{_VALUED}[ \t]*$)*"
)
_POINTS = later(rf"\W*(?:{_NAMES}|uid)\W{{0,3}}(?:\d.{{0,12}})?")


def cards_in(view: str) -> Iterator[tuple[int, int]]:
    """The places of the cards of a text."""
    return (match.span() for match in _CARD.finditer(view))


def is_points(folded: str) -> bool:
    """A folded line that is one name of a card, with its count or without.

    >>> is_points("在线时间123 小时"), is_points("积分"), is_points("主题写的是水")
    (True, True, False)
    """
    return _POINTS.fullmatch(folded) is not None
