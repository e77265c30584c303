"""How usual a character is, in both scripts: what tells readable Chinese from bytes misread.

The ranks are data (``phrases/frequent_characters.toml``); traditional forms come from OpenCC.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from checks.charmap import codes_of
from checks.phrases import phrase_groups
from checks.text import fold_table, is_han

KNOWN_RANK = 2500  # 99 % of the characters of modern text
COMMON_RANK = 1000  # 93 % of the characters of news, but only about one in ten of misread bytes

MARKS = frozenset("，。、：；？！“”‘’（）《》「」『』—…·〈〉【】％\u3000")
"""Punctuation of Chinese text, full width."""

KANA = frozenset(map(chr, range(0x3041, 0x30FF)))

HANGUL = frozenset("이다는에을의가고한하지를로사은들기도과어있리해시인자대서정나수그라일만부것")
"""Half of running Korean: the forty most frequent syllables, mostly endings and particles."""


@cache
def _ranked() -> str:
    return "".join(phrase_groups("frequent_characters")["ranked"])


@cache
def common(rank: int = COMMON_RANK) -> frozenset[str]:
    """The so many most frequent Han characters, in both scripts."""
    return _both_scripts(_ranked()[:rank])


SIGHS = frozenset("兮")
"""Characters that no modern text has and old verse has in every line."""

CALLS = frozenset("呃嘿嗨喔哟噢嗯唉咦欸诶嘛呗喽嘞哇呐噗嘘哼啧呸嘻吁咳嗷喵汪哒啵")
"""What people say before and after all else: news has none of it, talk and plays have it at every clause."""


@cache
def known() -> frozenset[str]:
    """The 2,500 most frequent Han characters, in both scripts: 99 % of modern text."""
    return _both_scripts(_ranked()[:KNOWN_RANK])


@cache
def met() -> frozenset[str]:
    """All Han characters that were met three times in clean text, in both scripts; and those of old verse and of talk."""
    return _both_scripts(_ranked()) | SIGHS | _both_scripts("".join(CALLS))


def _both_scripts(simplified: str) -> frozenset[str]:
    """The characters and every traditional or variant form that OpenCC folds to one of them."""
    chosen = frozenset(simplified)
    return chosen | {chr(code) for code, plain in fold_table().items() if plain in chosen and code > 0x2E80}


def common_share(passage: str) -> float:
    """Share of the 1,000 most frequent among the Han characters of a passage, 0-1; 0 without Han."""
    kinds = _kinds()[codes_of(passage)]
    han = np.count_nonzero(kinds)
    return float(np.count_nonzero(kinds == _COMMON) / han) if han else 0.0


def uncommon_in(passage: str) -> list[int]:
    """Where neither one of the 1,000 most frequent Han characters nor an ASCII one stands.

    >>> uncommon_in("的a龘")
    [2]
    """
    codes = codes_of(passage)
    places: list[int] = np.flatnonzero((_kinds()[codes] != _COMMON) & (codes > 0x7F)).tolist()
    return places


_OTHER_HAN, _COMMON = 1, 2


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """Per code point whether it is Han, and one of the most frequent."""
    kinds = np.zeros(0x110000, dtype=np.uint8)
    kinds[[code for code in range(0x3400, 0x323B0) if is_han(chr(code))]] = _OTHER_HAN
    kinds[[ord(character) for character in common()]] = _COMMON
    return kinds


@cache
def readable() -> frozenset[str]:
    """What text in Chinese, Japanese and Korean is mostly made of, Latin letters left out."""
    return common() | MARKS | KANA | HANGUL | frozenset(map(chr, range(0xFF01, 0xFF5F)))
