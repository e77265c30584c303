"""Titles that consist of a name and of the ways in to its site or program, parted by signs, whatever the name is.

NAME-安卓/IOS/手机版app下载, NAME·[集团]有限公司-官网首页: such a title stands above the text of somebody else. What a page
is about comes back in its text; so the line tells only above a text that shares nothing with it. A host in front of such
a name tells like a way in. Everything here looks at a folded line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.lexicon import dictionary
from checks.evidence.search_terms import BRANDS, FORMS, is_honest
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import is_han, later

_GROUPS = phrase_groups("title_ways")


def _one_of(words: Iterable[str]) -> str:
    return alternation(usages(words))


_NUMBER = r"v?\d{1,4}(?:\.\d{1,3}){0,3}"
_ALL = rf"{_one_of((*_GROUPS['site'], *_GROUPS['program'], *_GROUPS['filler']))}|{_NUMBER}"
_WAYS = later(rf"(?:{_ALL})+")
_HARD = later(_one_of((*_GROUPS["site"], *_GROUPS["program"])))
_PROGRAM = usages(_GROUPS["program"])
_TAIL = later(rf"(?:{_one_of((*_GROUPS['site'], *_GROUPS['program']))})+$")
_JOINT = later(r"[-_|丨·•—–/\\\s()\[\]【】,、:~]+")
_COVER = later(r"[·•]\W{0,2}(?:集团|中国|国际|股份)|[\[【](?:集团|中国|股份)[\]】]")
_HOST = later(r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,6}(?=[-_|\s:·•—])")
_FORM = later(rf"(?:{FORMS})(?:国际|集团)?$")
_BODY = later(
    rf"(?:{'|'.join((*_GROUPS['gatherings'], *_GROUPS['programs'], *(word for word in phrase_groups('sought')['institutions'] if word != '会')))})$"
)
_PLACES = usages(_GROUPS["places"])
_LONGEST, _NAME = 100, 12  # letters of such a title; of the name in it
_LEAST, _COVERED = 3, 2  # different ways in; behind a firm that is none two are enough

WAYS = frozenset(
    (
        *(word for word in (*_GROUPS["site"], *_GROUPS["program"]) if len(word) > 2),
        *("[集团]", "·集团", "·(集团)", "·(中国)", "·中国", "[中国]", "公司-官网", "官网首页", "官网-"),
        *(form + joint for form in FORMS.split("|") for joint in "-_|"),
    )
)
"""Words without one of which no line is such a title."""


class Led(NamedTuple):
    """A name, and the ways in to it that its title holds."""

    name: str
    ways: tuple[str, ...]


def led_to(line: str) -> Led | None:
    """The name and its ways in, if the line holds nothing else.

    >>> led_to("岳云汇-安卓/ios/手机版app下载").name, led_to("某某大学-官网首页/app下载")
    ('岳云汇', None)
    """
    if len(line) > _LONGEST:
        return None
    parts = [part for part in _JOINT.split(line) if part]
    names = [part for part in parts if not _WAYS.fullmatch(part)]
    ways = tuple(dict.fromkeys(way for part in parts for way in _HARD.findall(_ways_of(part))))
    if not names or len(parts) < 2 or names[0] != parts[0]:
        return None
    name = _TAIL.sub("", names[0])
    if any(not _is_alias(part) and _TAIL.sub("", part) != name for part in names[1:]):
        return None
    covered = bool(_COVER.search(line))
    enough = len(ways) >= (_COVERED if covered else _LEAST) and (covered or _PROGRAM & set(ways))
    return Led(name, ways) if enough and _is_name(name) else None


def _ways_of(part: str) -> str:
    """The ways in at the end of a part, or all of it."""
    if _WAYS.fullmatch(part):
        return part
    tail = _TAIL.search(part)
    return tail[0] if tail else ""


def _is_alias(part: str) -> bool:
    """The name in Latin letters, as betting sites write it behind the Chinese one."""
    return part.isascii() and len(part) <= _NAME


def _is_name(name: str) -> bool:
    """It may be called so, and no body, program or place of a menu is."""
    if not 2 <= len(name) <= _NAME or not any(is_han(letter) or letter.isalpha() for letter in name):
        return False
    if name in BRANDS or (_FORM.search(name) and not is_honest(_FORM.sub("", name))):
        return True
    return not (_BODY.search(name) or name in _PLACES or name in dictionary() or is_honest(name))


def hosted(line: str) -> Led | None:
    """A host and, parted from it, the name of a betting site: listed, or ending like one; other words may follow.

    >>> hosted("www.example.com-岳云体育-市场动态").name, hosted("www.example.com-新浪体育-市场动态")
    ('岳云体育', None)
    """
    host = _HOST.match(line) if len(line) <= _LONGEST else None
    parts = [part for part in _JOINT.split(line[host.end() :]) if part] if host else []
    name = next((part for part in parts[:2] if _is_house(part)), "")
    return Led(name, (host[0],)) if host and name else None


def house_of(part: str) -> str:
    """The name, listed or ending like a betting site's, of which a part consists, with or without ways in; else empty.

    >>> house_of("岳云体育官网app"), house_of("新浪体育")
    ('岳云体育', '')
    """
    name = _TAIL.sub("", part)
    return name if _is_house(name) else ""


def _is_house(part: str) -> bool:
    form = _FORM.search(part)
    stem = part[: form.start()] if form else ""
    return part in BRANDS or (2 <= len(stem) <= 4 and not is_honest(stem) and stem not in _PLACES)
