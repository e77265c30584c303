"""Names of betting sites that stand where an ordinary word stood, again and again: in a text that speaks of nothing of the kind.

Spun pages put such a name in place of a noun of the article throughout: it has neighbours on both sides, other ones each
time, and no word of the text belongs to sport, games or betting.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.headed import Headed, heads_of
from checks.evidence.lexicon import dictionary
from checks.evidence.search_terms import BRANDS, FORMS, LATIN, NOUNS, WAYS
from checks.evidence.trades import Rest
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import Text, any_of, is_han, later

_GROUPS = phrase_groups("spam_words")


def _any(words: Iterable[str]) -> str:
    return alternation(usages(words))


_LATIN, _STEMS, _COMMON = _any(LATIN), _any(_GROUPS["stems"]), _any(_GROUPS["common stems"])
_KNOWN = _any(BRANDS)
_AHEAD = (
    r"(?<![a-z0-9])(?=[a-z0-9])|(?<![a-z0-9])(?![a-z0-9])|(?<=[a-z0-9])(?![a-z0-9])"  # no Latin word is cut
)
_PLATFORM, _GAME = _any(_GROUPS["platforms"]), _any(_GROUPS["games"])
_OF_GAMES = _any(_GROUPS["before games"])
_WAY = rf"(?:{WAYS}|中文网|国际网|网站|网)"
_NAME = later(
    rf"(?:{_AHEAD})(?:(?:[a-z0-9]{{2,8}}[·.]?)?(?P<known>{_KNOWN}|{_LATIN})(?:[·.]?(?:[a-z][a-z0-9]{{0,5}}|(?:{_STEMS})))?(?:综合|全站)?(?:{FORMS})?{_WAY}{{0,3}}"
    rf"|(?P<game>(?:{_STEMS}|{_COMMON}|{_OF_GAMES})(?:{_GAME})(?:{_WAY}){{0,3}}|(?:{_PLATFORM})(?:{FORMS}|{_WAY}){{1,3}})"
    rf"|(?:澳门)?(?:(?:{_STEMS})(?:[·.]?[a-z]{{1,6}}\d{{0,4}}|[·.]?\d{{2,6}}|{_WAY}{{1,3}})"
    rf"|(?:{_STEMS}|{_COMMON})(?:综合|全站)?(?:{FORMS})城?{_WAY}{{0,3}})"
    rf"|[a-z][a-z0-9]{{1,6}}(?:综合|全站)(?:{FORMS}){_WAY}{{0,3}})(?![a-z0-9])"
)
_NAMES = Headed(
    _NAME,
    heads_of(
        usages(
            {
                *LATIN,
                *BRANDS,
                *(
                    word
                    for group in ("stems", "common stems", "platforms", "before games")
                    for word in _GROUPS[group]
                ),
            }
        ),
        "a-z0-9澳",
    ),
)
_STEM = later(_any(stem for stem in _GROUPS["stems"] if stem in NOUNS | BRANDS))
AT_HOME = any_of(usages(_GROUPS["at home"]))
"""Words of pages on sport, games, entertainers and hotels."""

_OFTEN = 5  # times that a name comes beside which one word of such pages may stand by chance
_READ = 20_000  # letters of a text that are read
SURE, _AGAIN = (
    2,
    3,
)  # times that a listed name stands in the place of a word, and one that is only formed like those
_BEGINS = "\n,。;、:!?)》】 "  # what a sentence or a part of it begins after

_PLACES = "馆场城课局界迷"  # a hall or a field that bears the name
# What firms do whose names begin like such a house's.
_FIRMS = frozenset(
    [
        "航空",
        "集团",
        "科技",
        "药业",
        "医药",
        "电气",
        "股份",
        "地产",
        "物流",
        "食品",
        "汽车",
        "酒店",
        "机械",
        "建设",
        "实业",
        "电子",
        "材料",
        "化工",
        "银行",
        "证券",
        "基金",
        "保险",
        "能源",
        "环保",
        "水泥",
        "陶瓷",
        "家居",
        "教育",
        "传媒",
        "置业",
        "新材",
        "智能",
        "重工",
        "精密",
        "软件",
        "信息",
    ]
)

_FORM = ("体育", "娱乐", "棋牌", "电竞", "彩票", "真人")
_BARE = {"凯时", "华体会", "杏彩", "金宝博", "金博宝", "赢咖", "球王会", "威廉希尔", "综合体育", "全站体育"}
MADE = usages({*_BARE, *LATIN}) | frozenset(
    stem + form
    for group, forms in (
        (
            "stems",
            (*_FORM, "官网", "官方", "app", "平台", "网站", "中文网", "首页", "登录", "下载", "注册", "入口"),
        ),
        ("common stems", _FORM),
    )
    for stem in _GROUPS[group]
    for form in forms
)
MADE |= {
    *(stem + game for stem in (*_GROUPS["stems"], *_GROUPS["before games"]) for game in _GROUPS["games"]),
    *(name + way for name in _GROUPS["platforms"] for way in ("平台", "娱乐", "注册", "登录", "官网", "app")),
}
"""Names that are looked for beside the listed ones."""


class Substitute(NamedTuple):
    """A name in the place of a word."""

    start: int
    end: int
    name: str


def substitutes_in(text: Text, rest: Rest) -> list[Substitute]:
    """The places of names that stand for other words, of every name that does so often enough."""
    folded = text.folded(0, _READ)
    places: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _NAMES.finditer(folded):
        places[match[0]].append(match)
    for match in [match for match in _longer_names(folded) if match[0] not in places]:
        places[match[0]].append(match)
    found = [match for name in places for match in _in_place(folded, places[name])]
    if not found or _is_at_home(folded, [match for all_of in places.values() for match in all_of], rest):
        return []
    return [Substitute(match.start(), match.end(), match[0]) for match in found]


def _longer_names(folded: str) -> Iterator[re.Match[str]]:
    """The places of stems behind which the same one or two characters stand each time, and which end no word before."""
    stems = list(_STEM.finditer(folded))
    for stem in {match[0] for match in stems}:
        ends = [match.end() for match in stems if match[0] == stem]
        tails = {folded[end : end + 2] for end in ends}
        tail = tails.pop() if len(tails) == 1 and len(ends) >= _AGAIN else ""
        if (
            len(tail) == 2
            and all(map(is_han, tail))
            and tail not in _FIRMS
            and not _makes_words(folded, stem, tail)
        ):
            yield from re.finditer(re.escape(stem + tail), folded)


def _makes_words(folded: str, stem: str, tail: str) -> bool:
    """The name is a word, or its edge runs through one: 南 + 亚博 + 览会."""
    known = dictionary()
    before = {folded[m.start() - 1] for m in re.finditer(re.escape(stem + tail), folded) if m.start()}
    return any(
        part in known for part in (stem, stem + tail, stem + tail[0], stem[-1] + tail[0], stem[-1] + tail)
    ) or any(letter + stem[0] in known for letter in before)


def _in_place(folded: str, matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """All places of a name, if enough of them are amid other words, and not always the same."""
    wedged = [match for match in matches if _is_wedged(folded, match)]
    least = SURE if any(_is_listed(match) for match in matches) else _AGAIN
    beside = {(folded[m.start() - 1 : m.start()], folded[m.end() : m.end() + 1]) for m in wedged}
    if len(wedged) >= least and 2 * len(wedged) >= len(matches) and len(beside) > 1:
        yield from matches


def _is_listed(match: re.Match[str]) -> bool:
    """The name stands in a list, or is one of a game or a platform; longer names have no groups."""
    groups = match.groupdict()
    return bool(groups.get("known") or groups.get("game"))


def _is_wedged(folded: str, match: re.Match[str]) -> bool:
    """A letter follows and one stands before it, or its sentence begins; it is no quotation."""
    before, after = (
        folded[max(match.start() - 1, 0) : match.start()] or "\n",
        folded[match.end() : match.end() + 1] or "\n",
    )
    place = match[0].endswith("体育") and after in _PLACES
    return (is_han(before) or before in _BEGINS) and is_han(after) and not place


def _is_at_home(folded: str, matches: Sequence[re.Match[str]], rest: Rest) -> bool:
    """What is left of the text without the names speaks of their trade, of sport or of games."""
    places = [match.span() for match in matches]
    for start, end in places:
        folded = folded[:start] + "\n" * (end - start) + folded[end:]
    at_home = len({match[0] for match in AT_HOME.finditer(folded)})
    return at_home > (len(matches) >= _OFTEN) or rest.speaks_of({"betting"}, places)
