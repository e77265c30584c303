"""Lines that read like what people type into a search engine: a thing of the trades, and what they want of it.

The words are those of ``sought.toml``. All of them are honest by themselves; so the line tells only above a text with
which it shares nothing (``estrangement``). Everything here looks at a folded line.
"""

from __future__ import annotations

import re

from checks.evidence.queries import words_in
from checks.evidence.search_terms import KEYS
from checks.evidence.trades import SHARED, TRADED
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, is_han, later

_GROUPS = phrase_groups("sought")
_WANTS = usages({*_GROUPS["wants"], *_GROUPS["ways"]})
_WAYS = usages(_GROUPS["ways"])
_CLINICAL = any_of(usages(_GROUPS["clinical"]))
CLINICS = usages(_GROUPS["fields: clinics"])
"""Illnesses for which private clinics look for patients."""

_FIELDS = usages(word for name, words in _GROUPS.items() if name.startswith("fields") for word in words)
_FIELD, _WANT, _WAY = any_of(_FIELDS), any_of(_WANTS), any_of(_WAYS)
_PART = any_of(_FIELDS | _WANTS)
_PLAIN, _ASKS = usages(_GROUPS["plain"]), any_of(usages(_GROUPS["asks"]))
_HONEST = any_of(_GROUPS["lotteries of the state"])
_BODY = later(rf"(?:{'|'.join(_GROUPS['institutions'])})\W*$")
_PROGRAM = later(rf"(?:{'|'.join(phrase_groups('title_ways')['programs'])})$")
_SITE = any_of(
    usages(phrase_groups("title_ways")["site"])
)  # what is only free, new or to be fetched leads to no site
_LETTER = later(r"[^\W_]")
_JOINED = later(r"\(中国\)|[·•【]|唯一")

SOUGHT = (
    frozenset(word for word in _FIELDS if len(word) > 2)
    | CLINICS
    | frozenset(word for word in _WAYS if len(word) > 3)
)
"""Words without one of which no line is such a query."""

FILMS = any_of(usages(phrase_groups("insertions")["theme: videos"]))
"""Words of pages on films, whose titles ask for films, too."""

# Set on titles of ours in sixteen trades, with and without towns, years and joints, and on headlines and banners.
_FILLED = 0.55  # of the letters of a line belong to fields and wants
_WORDS = 4  # different fields and wants, two of them fields; a clinic beside its illness needs two wants
_LONGEST = 300  # letters of a line that are read
_BANNER = 40  # letters of a line that is one name with the ways in
_NAME, _REST = 16, 2  # letters of such a name, and of what else stands beside it and the ways


def asked_for(line: str) -> tuple[str, ...]:
    """The things of the trades that a line of queries asks for; empty for any other line.

    >>> asked_for("水城白癜风医院哪家好_水城治疗白癜风多少钱"), asked_for("白癜风的治疗")
    (('白癜风',), ())
    """
    line = line[:_LONGEST]
    fields = tuple(dict.fromkeys(match[0] for match in _FIELD.finditer(line)))
    wants = {match[0] for match in _WANT.finditer(line)}
    if not fields or _HONEST.search(line) or not _is_filled(line):
        return ()
    clinic = any(field in CLINICS for field in fields) and _CLINICAL.search(line)
    sure = {word.text for word in words_in(line)} & (TRADED | KEYS) - SHARED
    if clinic and len(wants) > 1 and _ASKS.search(line):
        return fields
    asked = {*fields, *sure} - CLINICS
    enough = len(asked) > 1 and len(asked) + len(wants) >= _WORDS - bool(sure)
    return fields if asked - _PLAIN and enough else ()


def _is_filled(line: str) -> bool:
    letters = _LETTER.findall(line)
    places = {place for match in _PART.finditer(line) for place in range(*match.span())}
    places |= {place for word in words_in(line) for place in range(word.start, word.end)}
    return len(places) >= _FILLED * len(letters)


def named_banner(line: str) -> str:
    """The name in a line that is nothing but a name and two ways in, or one the way betting sites write it.

    >>> named_banner("岳云·运动(yy sports)官方网站登录入口"), named_banner("某某大学官方网站")
    ('岳云·运动', '')
    """
    ways = list(_WAY.finditer(line))
    if not ways or len(line) > _BANNER:
        return ""
    name = line[: ways[0].start()].lstrip("【[").partition("(")[0].strip(" -_·|】]")
    latin = re.fullmatch(r"[^()]*(?:\([^()]{2,16}\)[\W_]*){0,2}", line[: ways[0].start()])
    joined = bool(_JOINED.search(line)) or len({way[0] for way in ways}) > 1
    rest = _WAY.sub("", line[ways[0].start() :].replace(name, ""))
    if not 1 < len(name) <= _NAME or not latin or not joined or sum(map(is_han, rest)) > _REST:
        return ""
    return name if _SITE.search(line) and not (_BODY.search(name) or _PROGRAM.search(name)) else ""
