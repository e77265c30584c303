"""Replays what a tool does to GBK bytes when it does not mind where characters begin.

怕擔責任 is C5C2 93FA D89F C8CE. The tool finds C293, which is 聯, and writes (lián) behind it, inside 擔.
A decoder then makes ``?`` of 93 and the bracket, drops the pair FAD8, which no character has, and makes
``?`` of 9F and the next bracket: 怕?lián)?zé)任. Where it cuts after the first byte of a character, what
follows is read one byte late, up to the next letter or a last ``?``: 。”值得關 is A1 A3A1 B1D6 B5B5 C3EA 50
and comes out as ?！敝档藐P.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from checks.evidence.characters import common, known, readable
from checks.evidence.lexicon import words
from checks.readings import TONED, readings_of
from checks.text import fold, is_han, later

READING = rf"[a-zü]{{0,3}}[{TONED}][a-zü]{{0,3}}"
BROKEN = later(rf"(?<=[一-鿿])\?({READING})\)(?:\?({READING})\))?(?=[一-鿿])")


class Replayed(NamedTuple):
    """What stood there, and whether no other text gives the same damage and reads as well."""

    original: str
    only: bool


def misread(octets: bytes) -> str:
    """Decode GBK as the site did: a lead byte swallows what follows, a pair without character vanishes.

    >>> misread(bytes.fromhex("c5c293286c29fad8c8ce"))
    '怕?l)任'
    """
    parts, place = [], 0
    while place < len(octets):
        single = octets[place] < 0x80
        pair = octets[place : place + (1 if single else 2)]
        parts.append(pair.decode("gbk", errors="ignore") if single or _is_pair(pair) else "?")
        place += len(pair)
    return "".join(parts)


def _is_pair(pair: bytes) -> bool:
    return len(pair) == 2 and pair[1] >= 0x40 and pair[1] not in (0x7F, 0xFF)


def replayed(text: str, found: re.Match[str]) -> Replayed | None:
    """The original of a place that ``BROKEN`` met, if a replay gives exactly what stands there."""
    before, after = text[found.start() - 1], text[found.end()]
    originals = _with_this_damage(before, found[0], found[1], found[2], after)
    ranked = sorted(((_fit(text, before, o, after), o) for o in originals), reverse=True)
    if not ranked:
        return None
    return Replayed(ranked[0][1], len(ranked) == 1 or ranked[0][0] > ranked[1][0])


@lru_cache(maxsize=256)
def _with_this_damage(before: str, seen: str, first: str, second: str | None, after: str) -> frozenset[str]:
    """Every original that comes out as what is seen."""
    return frozenset(
        original
        for original in _originals(before, first, second)
        if _damage(before + original + after, first, second) == before + seen + after
    )


def _originals(before: str, first: str, second: str | None) -> Iterator[str]:
    """One or two characters: the broken one begins with the byte that ends the character found by accident."""
    if second is None:
        return
    late = before.encode("gbk", errors="ignore")[1:]
    leads = {x.encode("gbk")[1:] for x in _read_as(first) if x.encode("gbk")[:1] == late}
    for lead in leads:
        for broken in _led_by()[lead]:
            yield from (broken + whole for whole in _read_as(second))


def _damage(text: str, first: str, second: str | None) -> str:
    """The text after the tool and the decoder: a reading one byte late, the other behind its character."""
    octets = text.encode("gbk", errors="ignore")
    set_in = octets[:3] + f"({first})".encode("gbk") + octets[3:6]
    return misread(set_in + (f"({second})".encode("gbk") if second else b"") + octets[6:])


def _fit(text: str, before: str, original: str, after: str) -> int:
    """How well it reads: its pairs of characters are words, and they or its characters stand elsewhere in the text."""
    whole = before + original + after
    pairs = [whole[k : k + 2] for k in range(len(whole) - 1)]
    met = sum((text.count(pair) > 0) + (fold(pair) in words()) for pair in pairs)
    return 4 * met + sum(character in text for character in original)


@cache
def _by_reading() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for character in known():
        if len(character.encode("gbk", errors="ignore")) == 2:
            for reading in readings_of(character):
                found[reading].add(character)
    return {reading: frozenset(characters) for reading, characters in found.items()}


def _read_as(reading: str) -> frozenset[str]:
    return _by_reading().get(reading, frozenset())


@cache
def _led_by() -> Mapping[bytes, frozenset[str]]:
    found: dict[bytes, set[str]] = defaultdict(set)
    for character in known():
        octets = character.encode("gbk", errors="ignore")
        if len(octets) == 2:
            found[octets[:1]].add(character)
    return defaultdict(frozenset, {lead: frozenset(characters) for lead, characters in found.items()})


# --- read one byte late

LONGEST_RUN = 40  # characters; the runs on real pages hold one to twelve
LATE = later(rf"\?(?:({READING})\)|([!-~！-～]))([㐀-鿿]{{0,{LONGEST_RUN}}})([?@-~])")
_FULL_STOP = b"\xa1"  # its first byte; the second, A3, makes a full-width letter of what follows


class Late(NamedTuple):
    """``[start, end)`` read one byte late; the text, if all of it is back; whether a replay proves it."""

    start: int
    end: int
    original: str | None
    proved: bool


def read_late(view: str) -> Iterator[Late]:
    """Places after a ``?`` where GBK was read one byte late.

    >>> [late.original for late in read_late("成長?！敝档藐P注")]
    ['。”值得關']
    """
    for found in LATE.finditer(view):
        if found.start() and is_han(view[found.start() - 1]):
            leads = _leads(view[found.start() - 1], found[1]) if found[1] else {_FULL_STOP}
            tried = [_realigned(lead, found) for lead in sorted(leads)]
            best = max(tried, key=_readable_share, default=[])
            if _is_late(found, best):
                whole = all(best) and found[4] != "?" and len(tried) == 1
                proved = len(best) >= 2 and _readable_share(best) >= PROVED_SHARE
                yield Late(*found.span(), "".join(map(str, best)) if whole else None, proved)


PROVED_SHARE = 0.75  # of what comes back that is usual text; of clean text read late 0.15 is


def _leads(before: str, reading: str) -> set[bytes]:
    """First bytes of the broken character: second ones of what the tool took for a character with this reading."""
    late = before.encode("gbk", errors="ignore")[1:]
    return {x.encode("gbk")[1:] for x in _read_as(reading) if late and x.encode("gbk")[:1] == late}


def _realigned(lead: bytes, found: re.Match[str]) -> list[str | None]:
    """The characters that the bytes make when they begin one byte earlier; None for what is none."""
    mark, han, closing = found[2] or "", found[3], found[4]
    wide = chr(ord(mark) + 0xFEE0) if mark and mark.isascii() else mark
    octets = (
        lead + (wide + han).encode("gbk", errors="ignore") + (b"" if closing == "?" else closing.encode())
    )
    pairs = (octets[k : k + 2].decode("gbk", errors="ignore") for k in range(0, len(octets) - 1, 2))
    return [pair or None for pair in pairs]


def _readable_share(back: list[str | None]) -> float:
    return sum(c in readable() for c in back) / len(back) if back else 0.0


def _is_late(found: re.Match[str], back: list[str | None]) -> bool:
    """What stands here is rare and what comes back usual, or pairs were dropped between rare ones."""
    han, mark = found[3], found[2] or ""
    if not mark:
        return bool(han and back) and back[0] in readable()  # the bracket has told it already
    share, strange = _readable_share(back), sum(c not in common() for c in han)
    if share == 1 and len(back) >= 3:
        return bool(han)
    if not han or 3 * strange < len(han):
        return False
    if share >= 0.6:
        return True
    return found[4] == "?" and not mark.isalnum() and any(c not in known() for c in han)
