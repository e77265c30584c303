"""Readings set in beside their own character, 國(guó), and how they are verified.

Kept beside the text, because every other check must read past them: the tool that sets them in
splits the very phrases the checks look for (詳細(xì)閱讀). Verified by pypinyin's table of single
characters (Unihan and CC-CEDICT, all readings): toned syllables, ``guo2`` and zhuyin one by one;
syllables without a tone and readings of words, which glosses and names resemble, only where many
stand in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, product
from typing import NamedTuple

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹ"
"""Letters with a tone mark; syllables such as ``ń`` and ``ḿ`` are readings of 嗯 and 呣."""

_TAILS = ("", "i", "o", "u", "n", "ng", "r", "e", "a")
_FINALS = (
    *("a", "o", "e", "i", "u", "v", "ü", "ai", "ei", "ui", "ao", "ou", "iu", "ie", "üe", "ue", "er", "an"),
    *("en", "in", "un", "ang", "eng", "ing", "ong", "ia", "ua", "uo", "iao", "ian", "uan", "uai", "iang"),
)
_ZHUYIN = "".join(map(chr, range(0x3105, 0x312A))) + "ˊˇˋ˙"
_SHUT = {"(": ")", "[": "]", "【": "】", "〔": "〕", "{": "}", "〈": "〉", "「": "」", "<": ">", "/": "/"}
_PLAIN = ")]】〕}〉」"  # tags and addresses end in ``>`` and ``/`` everywhere; there a tone mark must stand
_WIDE = str.maketrans("（）［］｛｝＜＞／", "()[]{}<>/")

LITERALS = frozenset(
    (
        *(f"{v}{tail}{shut}" for v, tail, shut in product(TONED, _TAILS, _SHUT.values())),
        *(f"{v}{tail})".upper() for v, tail in product(TONED, _TAILS)),
        *(f"{v}{tail} )" for v, tail in product(TONED, _TAILS)),
        *(f"{final} )" for final in _FINALS),
        *(f"{final}{shut}" for final, shut in product(_FINALS, _PLAIN)),
        *(f"{final.upper()})" for final in _FINALS),
        *(f"{final[-1]}{tone}{shut}" for final, tone, shut in product(_FINALS, "1234", ")]】")),
        *(f"{sign}{shut}" for sign, shut in product(_ZHUYIN, _PLAIN)),
        *_ZHUYIN[:-4],
        *"āēīōūǎěǐǒǔǖǘǚǜ",  # between characters; the accents of French and Spanish are none of them
    )
)
"""How every reading ends, in brackets (``uó)``) or without; half width, both cases."""

_LETTERS = f"A-Za-züÜ{TONED}{TONED.upper()}1-5"
_INSIDE = rf"[{_LETTERS}{_ZHUYIN}][{_LETTERS}{_ZHUYIN} '’·-]{{0,40}}"
_BRACKET = re.compile(rf"([(（\[［【〔{{｛〈「<＜/／])[ \u3000]?({_INSIDE})([)）\]］】〕}}｝〉」>＞/／])")
_BARE = re.compile(
    rf"(?<=[\u4e00-\u9fff]) ?([a-zü{TONED}]{{1,24}}|[{_ZHUYIN}]{{1,5}}) ?(?=[\u4e00-\u9fff，。、；：！？,.]|$)",
    re.MULTILINE,
)
_MARKED = re.compile(f"[{TONED}]")
_TONE = re.compile(f"[{TONED}1-5]")
_NUMBER = re.compile(r"(?<=[a-zü])[1-5]")
_MARKS = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüḿńňǹ’·-", "aaaaeeeeiiiioooouuuuvvvvvmnnn'''")

MANY, FEW = 4, 3
"""Different readings of a kind that glosses resemble, below which none counts; fewer if all have tones."""
MOST = 0.8  # of the brackets with Latin letters after a character, that they must be
OFTEN = 2  # times so many readings that are right as others
WORD = 6  # characters that one bracket may read


class Reading(NamedTuple):
    """``[start, end)`` of the bracket in the raw text, brackets included, and the text it reads.

    ``kind``: toned, untoned, word or zhuyin. ``read``: ``[start, end)`` of the characters read.
    """

    start: int
    end: int
    syllable: str
    kind: str = "toned"
    read: tuple[int, int] = (0, 0)


def readings_in(raw: str) -> tuple[Reading, ...]:
    """Readings that are proved one by one, and those that are proved by their number.

    >>> [r.syllable for r in readings_in("全國(guó)的(guó)會(huì)議(yì)")]
    ['guó', 'huì', 'yì']
    """
    asked = list(_after(raw))
    sure = [r for r in asked if r and r.kind in ("toned", "zhuyin")]
    found = [*sure, *_beside(raw, sure, asked), *_many(raw, asked), *_bare(raw), *_before(raw, sure)]
    return tuple(_apart(sorted(found)))


@cache
def readings_of(character: str) -> frozenset[str]:
    """All toned readings of one character; empty for what the dictionary does not hold."""
    return frozenset(_listed(character)) if character else frozenset()


@cache
def first_reading_of(character: str) -> str:
    """The reading that the dictionary gives first; empty for what it does not hold."""
    return next(iter(_listed(character)), "")


def _listed(character: str) -> list[str]:
    from pypinyin.constants import PINYIN_DICT

    return [reading for reading in PINYIN_DICT.get(ord(character), "").split(",") if reading]


def _after(raw: str) -> Iterator[Reading | None]:
    """What each bracket with Latin letters or zhuyin reads; None where it reads nothing."""
    for match in _BRACKET.finditer(raw):
        end = match.start() - (raw[match.start() - 1 : match.start()] == " ")
        if (
            end > 0
            and _SHUT[match[1].translate(_WIDE)] == match[3].translate(_WIDE)
            and _is_han(raw[end - 1])
        ):
            yield _read(raw, match, end)


def _read(raw: str, match: re.Match[str], end: int) -> Reading | None:
    said = match[2].strip().lower()
    if match[3] in ">/" and not _MARKED.search(said):
        return None
    kind, size = _single(said, raw[end - 1]), 1
    if not kind:
        size = _word(said, raw[max(end - WORD, 0) : end])
        kind = "word" if size else "wrong" if _MARKED.search(said) and said in _all_readings() else ""
    said, read = match[2].strip(), (end - (size or 1), end)
    return Reading(match.start(), match.end(), said, kind, read) if kind else None


@cache
def _single(said: str, character: str) -> str:
    """How one syllable reads one character: toned, zhuyin, untoned or not at all."""
    if said in readings_of(character):
        return "toned" if _MARKED.search(said) else "untoned"
    for style, kind in (("BOPOMOFO", "zhuyin"), ("TONE3", "toned"), ("NORMAL", "untoned")):
        if said.replace("ü", "v").rstrip("5") in _spelt(character, style):
            return "untoned" if kind == "toned" and said.isalpha() else kind
    return ""


@cache
def _spelt(character: str, style: str) -> frozenset[str]:
    from pypinyin import Style
    from pypinyin.style import convert

    spelt = {convert(reading, getattr(Style, style), strict=False) for reading in readings_of(character)}
    return frozenset(spelt | {s[-1] + s[:-1] for s in spelt if s.endswith("˙")})


def _word(said: str, characters: str) -> int:
    """How many of the last characters a bracket reads together, two or more; else 0."""
    left = _NUMBER.sub("", said).translate(_MARKS).replace("'", "").replace(" ", "")
    ends = {len(left)}
    for size, character in enumerate(reversed(characters), start=1):
        if not _is_han(character):
            return 0
        syllables = _spelt(character, "NORMAL")
        ends = {end - len(s) for end in ends for s in syllables if left[:end].endswith(s)}
        if 0 in ends and size > 1:
            return size
        ends -= {0}
    return 0


def _beside(raw: str, sure: Sequence[Reading], asked: Sequence[Reading | None]) -> list[Reading]:
    """Neutral tones (的(de)), and syllables that are no reading of their character: a tool that is often right sets them in."""
    wrong = [r._replace(kind="toned") for r in asked if r and (r.kind == "wrong" or _is_neutral(raw, r))]
    return wrong if len(sure) >= max(MANY, OFTEN * len(wrong)) else []


def _is_neutral(raw: str, reading: Reading) -> bool:
    return reading.kind == "untoned" and reading.syllable.lower() in readings_of(raw[slice(*reading.read)])


@cache
def _all_readings() -> frozenset[str]:
    from pypinyin.constants import PINYIN_DICT

    return frozenset(chain.from_iterable(readings.split(",") for readings in PINYIN_DICT.values()))


def _many(raw: str, asked: Sequence[Reading | None]) -> list[Reading]:
    """Readings without tones and of words, where those in sentences are many and different, and hardly another gloss stands."""
    others = [r for r in asked if r is None or r.kind in ("untoned", "word", "wrong")]
    right = [r for r in others if r and r.kind != "wrong"]
    told = [r for r in right if in_sentence(raw, r)]
    kinds = {r.syllable.lower() for r in told}
    least = FEW if all(_TONE.search(kind) for kind in kinds) else MANY
    enough = len(kinds) >= least and len(right) >= MOST * len(others) and 2 * len(told) >= len(right)
    return [r for r in right if not _is_name(r.syllable)] if enough else []


def _is_name(syllable: str) -> bool:
    return syllable[0].isupper() and not (syllable.isupper() and len(syllable) > 1)


def in_sentence(raw: str, reading: Reading) -> bool:
    """Say whether the sentence goes on around a reading: no name in Latin letters, no entry of a list."""
    syllable, start = reading.syllable, reading.read[0]
    if _is_name(syllable):
        return False
    after, before = raw[reading.end : reading.end + 1], raw[max(start - 1, 0) : start]
    return _is_han(after) or (_is_han(before) and after != "" and after in "，。！？；：,.!?;:”’」』")


def _bare(raw: str) -> list[Reading]:
    """Readings with tones that stand between characters without brackets, where they are many."""
    matches = [m for m in _BARE.finditer(raw) if _MARKED.search(m[1]) or m[1][0] in _ZHUYIN]
    told = [reading for match in matches if (reading := _bare_reading(raw, match))]
    return told if len({r.syllable for r in told}) >= MANY and len(told) >= MOST * len(matches) else []


def _bare_reading(raw: str, match: re.Match[str]) -> Reading | None:
    """What it reads: the character before it, or with the ones before that a word."""
    end, said = match.start(), match[1]
    kind, size = _single(said, raw[end - 1]), 1
    if not kind and said[0] not in _ZHUYIN:
        size = _word(said, raw[max(end - WORD, 0) : end])
        kind = "word" if size else ""
    return Reading(match.start(1), match.end(1), said, kind, (end - size, end)) if kind else None


def _before(raw: str, after: Sequence[Reading]) -> list[Reading]:
    """Toned readings in brackets that stand before their character, where they are many."""
    known = {reading.start for reading in after}
    matches = [m for m in _BRACKET.finditer(raw) if m.start() not in known and _MARKED.search(m[2])]
    told = [
        Reading(m.start(), m.end(), m[2].strip(), "toned", (m.end(), m.end() + 1))
        for m in matches
        if m[2].strip().lower() in readings_of(raw[m.end() : m.end() + 1])
    ]
    enough = len({r.syllable for r in told}) >= MANY and len(told) >= MOST * (len(matches) + len(after))
    return told if enough else []


def _apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Each place once."""
    end = 0
    for reading in readings:
        if reading.start >= end:
            yield reading
            end = reading.end


def _is_han(character: str) -> bool:
    return len(character) == 1 and ("\u3400" <= character <= "\u9fff" or character >= "\U00020000")
