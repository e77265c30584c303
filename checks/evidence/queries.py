"""Search queries of the trades: the words they are made of, and what these weigh together. Everything is folded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checks.automaton import Automaton
from checks.evidence.search_terms import KEYS
from checks.evidence.trades import (
    GOODS,
    GROUPS,
    ILLICIT,
    LURED,
    NAMES,
    OFFERS,
    SHARED,
    SHARP,
    TELLING,
    TOLD,
    TRADED,
    theme_of,
)
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import later

SHORTEST = 4
"""Letters of a query; a telling word of fewer needs another word beside it."""

SOFT = 4  # the weight of goods with an offer, which tell only in the middle of a paragraph


def _parts() -> dict[str, dict[str, str]]:
    """Either half of the telling pairs -> the name of each pair it belongs to -> which half it is."""
    found: dict[str, dict[str, str]] = {}
    for name, words in phrase_groups("trade_pairs").items():
        pair, half = name.split(": ")
        for word in usages(words) if pair.startswith("telling") else ():
            found.setdefault(word, {})[pair] = half
    return found


_PARTS = _parts()
_QUERY = [word for word in phrase_groups("spam_title")["words"] if word.isascii()]
_ALL = (
    TRADED
    | KEYS
    | OFFERS
    | ILLICIT
    | GOODS
    | SHARP
    | frozenset(w for w in _PARTS if len(w) > 1)
    | usages(_QUERY)
    | usages(GROUPS["filling"])
)
_DIGIT = later(r"\d")
_NUMBER = later(r"\d[\d.,]{0,8}(?:元|万|倍|%|天|小时|分钟|块|折)?")


class Word(NamedTuple):
    """A word of such a query and its place in a passage."""

    start: int
    end: int
    text: str


def words_in(folded: str) -> list[Word]:
    """The words of such queries in a short passage, numbers with them, the longest first, none twice.

    >>> [word.text for word in words_in("免费看新葡京赌场app下载, apple")]
    ['免费看', '新葡京赌场', 'app', '下载']
    """
    ends = {digit.start(): 0 for digit in _DIGIT.finditer(folded)}
    for _, start, end in _automaton().matches(folded):
        if end > ends.get(start, 0) and not _is_cut(folded, start, end):
            ends[start] = end
    found, done = [], 0
    for start in sorted(ends):
        if start >= done:
            number = _NUMBER.match(folded, start)
            done = number.end() if number else ends[start]
            found.append(Word(start, done, folded[start:done]))
    return found


@cache
def _automaton() -> Automaton:
    return Automaton(sorted(_ALL))


def _is_cut(folded: str, start: int, end: int) -> bool:
    """A word in Latin letters that is part of a longer one."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    return (_is_latin(folded[start]) and _is_latin(before)) or (
        _is_latin(folded[end - 1]) and _is_latin(after)
    )


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def pairs_in(words: Sequence[str]) -> list[str]:
    """The trades of which two halves of a telling pair stand in one query, at most two words apart.

    >>> pairs_in(["代开", "医院", "病假条"]), pairs_in(["医院", "病假条"])
    (['papers'], [])
    """
    found = []
    for here, word in enumerate(words):
        for other in words[here + 1 : here + 4]:
            mine, theirs = _PARTS.get(word, {}), _PARTS.get(other, {})
            shared = [pair for pair in mine if pair in theirs and mine[pair] != theirs[pair]]
            found += [pair.split()[1] for pair in shared[:1]]
    return found


def told_in(folded: str) -> list[str]:
    """The words of a short passage that only the trades use, names of games with them.

    >>> told_in("百家乐与皇冠")
    ['百家乐']
    """
    return [word.text for word in words_in(folded) if word.text in TOLD]


class Told(NamedTuple):
    """What the words of a query weigh, those that tell, and the trades they tell of."""

    weight: int
    words: tuple[str, ...]
    themes: tuple[str, ...]
    soft: bool


_ENDS = tuple(sorted((word for word in OFFERS if len(word) > 1), key=len, reverse=True))


@cache
def _offer_in(word: str) -> str:
    """The offer or the way in with which a telling word ends: 赌球网站 is as much as 赌球 with 网站 behind it."""
    end = next((end for end in _ENDS if len(word) >= len(end) + 2 and word.endswith(end)), "")
    return end if len(word) > SHORTEST - 1 else ""


def told_by(words: Sequence[str]) -> Told:
    """Weigh words: telling ones and pairs, names with the way in, offers; the softest are goods with an offer.

    >>> told_by(["代开发票"]).weight, told_by(["百家乐"]).weight, told_by(["百家乐", "开户"]).weight
    (4, 0, 8)
    """
    telling = dict.fromkeys(word for word in words if word in TELLING)
    names = dict.fromkeys(word for word in words if word in NAMES)
    sharp = dict.fromkeys(word for word in words if word in SHARP)
    offers = {word for word in words if word in OFFERS} | {
        end for word in telling if (end := _offer_in(word))
    }
    pairs = dict.fromkeys(pairs_in(words))
    found = len(telling) + bool(pairs)
    weight = 2 + 2 * found if found else 0
    if names and (offers or found or names.keys() & LURED or len(names.keys() - SHARED) > 1):
        weight += 2 if names.keys() <= SHARED or found else 4
    if len(set(words)) == 1 and len(words[0]) < SHORTEST:
        weight = 0
    soft = not weight and bool(sharp) and (bool(offers) or len(sharp) > 1)
    weight += (SOFT - 2) * soft
    told = tuple(telling) or tuple(names) or tuple(sharp)
    themes = tuple(dict.fromkeys((*map(theme_of, (*telling, *names)), *pairs)))
    return Told(weight + 2 * min(len(offers), 2) if weight else 0, told[:3], themes, soft)
