"""Numbered headings and items as Chinese texts write them: 一、 (一) 第一条 一是 1. ① and their values.

Shared by the checks that follow the numbers of a text: gaps, outlines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from checks.text import Text, later

_DIGITS = "一二三四五六七八九"
_N = r"[一二三四五六七八九十]{1,3}"
_PATTERN = (  # at the beginning of a line: the line feed first, so that re skips to it at the speed of C
    r"\n[ \t\u3000\xa0]*(?:#{1,4} ?|\*\*)?(?=[(（〔【第其步pPsScC一二三四五六七八九十\d①-⑳⑴-⒇])(?:"
    rf"(?P<open>[(（〔【])(?P<inside>{_N}|\d{{1,2}})[)）〕】]"
    rf"|(?P<name>第|其|步骤 ?|步驟 ?|(?:[Pp]art|[Ss]tep|[Cc]hapter|[Ss]ection) )(?P<named>{_N}|\d{{1,2}})"
    r"(?P<of>[、，,．.：:]|部分|[章节節%s步讲講课課回篇编編](?![第之])|(?= |$))"
    rf"|(?P<chinese>{_N})[、．.：:]|(?P<arabic>\d{{1,2}})(?:[、．]|[.)）](?!\d))|(?P<ring>[①-⑳⑴-⒇]))"
)
_ITEM = later(_PATTERN % "条條款", re.MULTILINE)
_FOLLOWED = later(_PATTERN % "", re.MULTILINE)
"""The same without the articles of statutes: four of 1,878 have lost the number of one whose text is there."""
_SPOKEN = later(rf"(?<![^。；;：:，,！!? \n\u3000])(?P<number>{_N})(?P<verb>[是要])")
_SIMPLIFIED = str.maketrans("節條講課編驟", "节条讲课编骤")


class Numbered(NamedTuple):
    """One number of a text: its level ("一、"), its value, and ``[start, end)`` of its mark in the view."""

    level: str
    value: int
    start: int
    end: int


def levels_with_jumps(text: Text) -> Iterator[list[Numbered]]:
    """The numbers of each level, in order, of those levels only that leave numbers out."""
    levels: dict[tuple[object, ...], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    view = f"\n{text.view}"
    values = _values()
    for match in _FOLLOWED.finditer(view):
        kind = match.lastgroup or ""
        number = match["named" if kind == "of" else kind]
        of = (match["name"], match["of"]) if kind == "of" else ()
        levels[kind, number[0] < "A", *of].append((values.get(number, 0), match))
    for found in levels.values():
        if len(found) > 2 and _jumps([value for value, _ in found]):
            yield [_numbered(value, match) for value, match in found]
    yield from _spoken(text.view)


def _jumps(values: Sequence[int]) -> bool:
    return any(after - before > 1 for before, after in pairwise(values))


def _spoken(view: str) -> Iterator[list[Numbered]]:
    """一是 ... 二是 ... in running text."""
    for verb in "是要":
        if f"二{verb}" not in view or not any(f"{digit}{verb}" in view for digit in _DIGITS[3:]):
            continue
        found = [match for match in _SPOKEN.finditer(view) if match["verb"] == verb]
        numbers = [Numbered(f"一{verb}", value_of(m["number"]), m.start("number"), m.end()) for m in found]
        if _jumps([number.value for number in numbers]):
            yield numbers


def _numbered(value: int, match: re.Match[str]) -> Numbered:
    """What a match of the view with a line feed before it says."""
    kind = match.lastgroup or ""
    if kind == "of":
        of = "," if match["of"] in "、，,．.：:" else match["of"].translate(_SIMPLIFIED)
        return Numbered(f"{match['name'].strip()}一{of}", value, match.start("named") - 1, match.end() - 1)
    level = {"inside": "(一)", "chinese": "一、", "arabic": "1.", "ring": "①"}[kind]
    return Numbered(level, value, match.start(kind) - 1, match.end() - 1)


def without_number(line: str) -> str:
    """The line without the number it begins with; the line itself if it has none.

    >>> without_number("（三）怎样还书")
    '怎样还书'
    """
    match = _at_start(line)
    return line[match.end() - 1 :] if match else line


def is_numbered(line: str) -> bool:
    """Say whether a line begins with a number of any level."""
    return bool(_at_start(line))


def _at_start(line: str) -> re.Match[str] | None:
    return _ITEM.match(f"\n{line}") or _SPOKEN_FIRST.match(f"\n{line}")


_SPOKEN_FIRST = later(rf"\n *{_N}[是要]")


def value_of(number: str) -> int:
    """Read a number below a hundred, Chinese, Arabic or in a ring; 0 for what is none.

    >>> value_of("二十三"), value_of("十"), value_of("7"), value_of("③"), value_of("十十")
    (23, 10, 7, 3, 0)
    """
    return int(number) if number.isdecimal() else _values().get(number, 0)


def written(value: int) -> tuple[str, str]:
    """A number below a hundred as texts write it.

    >>> written(12)
    ('十二', '12')
    """
    return next((number for number, known in _chinese().items() if known == value), ""), str(value)


@cache
def _chinese() -> dict[str, int]:
    tens = {0: "", 10: "十"} | {10 * k: f"{digit}十" for k, digit in enumerate(_DIGITS[1:], start=2)}
    ones = {0: ""} | dict(enumerate(_DIGITS, start=1))
    return {
        ten_sign + one_sign: ten + one
        for ten, ten_sign in tens.items()
        for one, one_sign in ones.items()
        if ten + one
    }


@cache
def _values() -> dict[str, int]:
    arabic = {form: value for value in range(100) for form in (str(value), f"{value:02}")}
    rings = {chr(ord(first) + k): k + 1 for first in "①⑴" for k in range(20)}
    return _chinese() | arabic | rings
