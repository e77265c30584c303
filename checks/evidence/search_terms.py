"""Search terms of the trades that hack sites: what they are, and how they stand in a string.

The terms are the lists of ``spam_title.toml``. Everything here looks at a folded passage of one line.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from checks.alternation import alternation
from checks.phrases import phrase_groups
from checks.text import any_of, later

GROUPS = phrase_groups("spam_title")
ALONE = frozenset(term for group, terms in GROUPS.items() if group.startswith("alone") for term in terms)
NOUNS, BRANDS, LURES = (frozenset(GROUPS[group]) for group in ("nouns", "brands", "lures"))
NAMES = NOUNS | BRANDS
KEYS = ALONE | NAMES
"""Terms without one of which nothing is a string of search terms."""

REPORTING = later("|".join(map(re.escape, GROUPS["reporting"])))
"""Words of news and campaigns about the trades."""

TERM = any_of(KEYS | LURES | frozenset(GROUPS["words"]))

HEAD = 300
"""Visible characters within which a title starts (DETECTION: the first 300 characters)."""

LONGEST = 60
"""Characters of a search query; terms behind its 60th character are running text."""

BREAK = later(r"[_|丨/;~·•,、–—-]+|\s[il]\s")
FIRM_BREAK = later(r"[_|丨]+|\s[il-]\s")  # before running text on one line a comma joins nothing
SPACE = later(r"\s+")
MARGIN = " \t\r?•·*#>()[]【】\ufeff\u200b"


class Segment(NamedTuple):
    """One search query: its place, how many of its words are search terms, and what they tell.

    ``told`` holds the terms that ordinary titles do not; ``site`` says that it leads to a betting site; ``filled``
    is the share of its letters that terms make up.
    """

    start: int
    end: int
    terms: int
    told: tuple[str, ...]
    site: bool
    filled: float


def segments_of(line: str) -> list[Segment]:
    """Cut a folded line at what joins search terms; at white space if nothing else does."""
    string, stop, _ = line.partition("。")
    parts = cut(string, FIRM_BREAK if stop else BREAK)
    return [segment(string, *part) for part in (parts if len(parts) > 1 or stop else cut(string, SPACE))]


def cut(string: str, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """The places between the joints, without their margins and without empty ones."""
    edges = [0, *(edge for match in joint.finditer(string) for edge in match.span()), len(string)]
    places = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = string[start:end]
        left = start + len(part) - len(part.lstrip(MARGIN))
        if part.strip(MARGIN):
            places.append((left, left + len(part.strip(MARGIN))))
    return places


def segment(string: str, start: int, end: int) -> Segment:
    """Look for terms in one segment. Its words end at the white space after the last of them."""
    found = [*TERM.finditer(string, start, min(end, start + LONGEST))]
    pairs = [*zip_longest(found, found[1:])]
    told = tuple(term for here, after in pairs if (term := _telling(here, after)))
    site = any(here[0] in BRANDS and _is_lured(here, after) for here, after in pairs)
    gap = SPACE.search(string, found[-1].end(), end) if found else None
    last = gap.start() if gap else end
    filled = sum(len(match[0]) for match in found) / max(last - start, 1)
    return Segment(start, last, len(found), told, site, filled)


def _telling(here: re.Match[str], after: re.Match[str] | None) -> str:
    """The term if no ordinary title holds it: by itself, or as a name with its lure right after it."""
    if after and here[0] in NAMES and _is_lured(here, after):
        return here[0] + after[0]
    return here[0] if here[0] in ALONE or here[0] in BRANDS else ""


def _is_lured(here: re.Match[str], after: re.Match[str] | None) -> bool:
    return after is not None and after.start() - here.end() <= 1 and after[0] in LURES


_WORDS = phrase_groups("spam_words")
FORMS, WAYS = (alternation(_WORDS[name]) for name in ("forms", "ways in"))
_JOINT = r"(?:[·.• ]?\(中国\)|[·.,、 ()•-]{0,2})"
_HONEST = later(rf"(?:{'|'.join(_WORDS['honest names'])})$")
_GAMES = {"外围", "娱乐场", "赌场", "赌博", "赌钱", "下注", "快三", "龙虎斗", "滚球"}  # no house is called so
_NOUNS, _BRANDS = alternation(NOUNS), alternation(BRANDS)
_HOUSES = alternation(NOUNS & {*_WORDS["stems"], *phrase_groups("insertions")["shared"]} - _GAMES)
_LATIN = alternation(_WORDS["names in Latin letters"])
LISTED = later(
    rf"(?:(?:(?<![a-z0-9])|(?![a-z0-9]))(?:{_BRANDS})[城场]?{_JOINT}(?:(?:{FORMS}){_JOINT})?|(?:{_NOUNS}){_JOINT}(?:(?:{_NOUNS}|{FORMS}|[城场]){_JOINT}){{1,2}})"
    rf"(?:(?:{WAYS}){_JOINT}){{1,4}}"
    rf"|(?:{_HOUSES})(?:{_JOINT}\d{{2,6}}[a-z]{{0,4}}{_JOINT}(?:(?:{WAYS}|网站|网){_JOINT}){{1,3}}|{_JOINT}(?:(?:{WAYS}){_JOINT}){{2,4}})"
    rf"|(?<![a-z0-9])(?:{_LATIN}){_JOINT}(?:手机|在线)?(?:(?:{WAYS}){_JOINT}){{1,4}}"
)
"""A listed betting site with its way in; a house that shares its name needs its number or two ways."""

_FORMED = later(
    rf"(?:(?<=欢迎来到)|(?<=欢迎光临)|(?<=欢迎访问)|(?<![\u4e00-\u9fffa-z0-9]))([\u4e00-\u9fff]{{1,4}}|[a-z0-9]{{1,6}}(?:[\u4e00-\u9fff]{{1,2}})?){_JOINT}"
    rf"({FORMS}){_JOINT}((?:{WAYS}))(?:{_JOINT}(?:{WAYS})){{0,3}}(?![\u4e00-\u9fff]{{0,3}}[会院馆社部])"
)
_SURE_WAYS = alternation(  # "the authorities said", "the platform" follow a name in any sentence
    {*_WORDS["ways in"]} - {"官方", "平台", "代理", "首页", "注册"}
)
_STEMS = alternation({*_WORDS["stems"], *_WORDS["common stems"]} - {"泰山"})
_OWN = alternation(_WORDS["stems"])
HOUSED = later(
    rf"(?:(?<![a-z0-9])|(?![a-z0-9]))(?:{_STEMS})[·.]?(?:综合|全站|国际)?(?:{FORMS}){_JOINT}"
    rf"(?:(?:{WAYS}){_JOINT}){{0,2}}(?:{_SURE_WAYS})(?:{_JOINT}(?:{WAYS})){{0,3}}"
)
"""What betting sites are called, with the ending of such a name and the way in: 半岛·综合体育官网."""

HEADING = later(
    rf"(?:(?<![a-z0-9])|(?![a-z0-9]))(?:(?P<stem>{_OWN})(?:[·.]?[a-z][a-z0-9]{{0,5}})?{_JOINT}(?P<ways>(?:(?:{WAYS}){_JOINT})+)|(?:{_BRANDS})(?![a-z0-9馆场城局赛]))"
)
"""The name of a betting site with one way in, and a listed one by itself: as the heading of a page they tell."""

LATIN = frozenset(_WORDS["names in Latin letters"])
"""Names of betting sites in Latin letters."""

_NATION = "(中国)"  # what such sites set between name and way
NAMED = frozenset(form + way for form in (*_WORDS["forms"], _NATION) for way in _WORDS["ways in"])
"""What names that end like a betting site's end in, with the way in."""


def is_honest(before: str) -> bool:
    """What stands before the ending of such a name is a channel, a maker or a body of sport.

    >>> is_honest("新浪"), is_honest("岳云")
    (True, False)
    """
    return bool(_HONEST.search(before))


def named_in(folded: str) -> list[re.Match[str]]:
    """Names that only end like a betting site's, with the way in; group 1 is the name before its ending.

    >>> [match[1] for match in named_in("岳云体育官网 新浪体育官网")]
    ['岳云']
    """
    return [match for match in _FORMED.finditer(folded) if not _HONEST.search(match[1])]
