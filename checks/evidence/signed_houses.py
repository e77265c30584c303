"""A name made like a betting site's, alone at the top or the end of a text that knows nothing of sport or games.

Spun pages end in the name that was paid for, or begin with it, without any way in: 岳云体育. Channels and bodies of sport are
called so, too; their texts are about it, and their names are words.
"""

from __future__ import annotations

from checks.evidence.estrangement import LEAST
from checks.evidence.lexicon import words
from checks.evidence.search_terms import is_honest
from checks.evidence.substitutes import AT_HOME
from checks.signs import AnyOf, Sign
from checks.text import Line, Text, fold, later

_EDGE = 16  # code points at either end in which the name stands; it has five letters at most
_FORM = "[体體娱娛棋电電]", "[育乐樂牌竞競]"
SIGNED = AnyOf(Sign(*_FORM, first=_EDGE), Sign(*_FORM, last=_EDGE))
"""Such an ending near the first or the last letter."""

_NAME = later(r"\W*(([\u4e00-\u9fff]{2,3})(?:体育|娱乐|棋牌|电竞))\W*")
_SPORT = later(
    "体育|运动|健身|锻炼|比赛|赛事|冠军|教练|娱乐|明星|电影|影视|演出|歌|游戏|棋|牌|票|竞技|记者|来源"
)
_HAN = later("[\u3400-\u9fff]")
_READ = 20_000  # letters of the text that are read


def signed_by(text: Text) -> list[tuple[int, int]]:
    """The places of the view where such a name stands by itself; none in a text in which it is at home."""
    lines = [line for line in text.lines if line.stripped]
    found = []
    for line in (lines[0], lines[-1]) if len(lines) > 1 else ():
        if (place := _named(text, line)) and place not in found:
            found.append(place)
    return found


def _named(text: Text, line: Line) -> tuple[int, int] | None:
    start, end = line.inner
    match = _NAME.fullmatch(text.folded(start, end)) if end - start <= _EDGE else None
    if match is None or is_honest(match[2]) or match[2] in words() or fold(match[1]) in words():
        return None
    rest = text.folded(0, start) + "\n" + text.folded(end, end + _READ)
    if match[1] in rest or len(_HAN.findall(rest)) < LEAST or _SPORT.search(rest) or AT_HOME.search(rest):
        return None
    return start + match.start(1), start + match.end(1)
