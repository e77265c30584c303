"""Common words of which a sign stands for one half: 企○, 银×, 领X: one is a slip or a name left open, several are masks.

Writers who rewrite articles mask whatever word there is. So what counts is that the other half belongs to no word
beside it, and that the word is a common one or stands in full elsewhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from checks.evidence.boxes import BOXES, SOLID, are_bullets, are_lost
from checks.evidence.emphasis import is_emphasis
from checks.evidence.lexicon import masked_words, words
from checks.evidence.open_names import NUMERALS, SURNAMES
from checks.evidence.signs import SIGNS, any_in, are_joints, speaks_of_filters
from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, fold, is_han, later

KINDS = {kind: SIGNS[kind] for kind in ("gap", "star", "solid", "box", "ring", "cross")}
LETTERS = frozenset("xXｘＸ")
SEVERAL = 2  # half words of one kind of sign, found with look-alikes: variables, names left open, notes
MOST = 500  # signs looked at in one text
NEAR, HAN_NEAR = 24, 10  # characters to either side, and the Han that must stand among them
TALK = 16  # characters to either side in which somebody may speak of signs

_NAMED = frozenset("小老阿某叫姓设求令故当第型款")
_RUNS_ON = frozenset("的了着过和与及或在是将把被对向从为等也都就还不有到由以于之")
_FOLLOWS = _RUNS_ON | frozenset(
    "超达逾约共占增降减涨升按经已未没能可要会应须来去说称认让使给中内里上下前后外间时今昨明本该各每其此这那全并但而且则却又再才只仅第一二两三"
)
_PAUSES = frozenset("，。、；：！？,.;:!?”’）》」』\n") | {""}
_OF_FORMULAS = later(r"[=＝+＋÷]|[×*＊]\d|\d[×*＊xX]|[A-Za-z)]\*[A-Za-z(]")


class Half(NamedTuple):
    """A sign at a place of the view and the half beside it, ``[start, end)``, and the word they stand for."""

    start: int
    end: int
    place: int
    kind: str
    word: str


@cache
def everyday_words() -> frozenset[str]:
    """Common words of news and rules."""
    lines = phrase_groups("everyday_words")["everyday"]
    return frozenset(word for line in lines for word in line.split() if len(word) == 2)


@cache
def half_phrases() -> frozenset[str]:
    """Halves of common words and the letter X behind them; the letter alone is met everywhere."""
    return frozenset(word[0] + "x" for word in everyday_words() | masked_words() if len(word) == 2)


def halves_in(text: Text, candidates: Sequence[Candidate]) -> list[Half]:
    """The signs that stand for half a word, if several of one kind do."""
    places = sorted({_place(candidate) for candidate in candidates})
    found = [half for place in islice(places, MOST) if (half := _half(text, place))]
    kinds = [half.kind for half in found]
    halves = [half for half in found if kinds.count(half.kind) >= SEVERAL]
    return halves if halves and not speaks_of_filters(text) else []


def _place(candidate: Candidate) -> int:
    return candidate.end - 1 if candidate.phrase in half_phrases() else candidate.start


def _half(text: Text, place: int) -> Half | None:
    sign = text.view[place]
    kind = next((kind for kind, signs in KINDS.items() if sign in signs), "")
    if not kind or not _stands_alone(text.view, place, KINDS[kind]) or _has_other_use(text, place, kind):
        return None
    found = next(_words(text, place), None)
    return Half(place - found[1], place + 2 - found[1], place, kind, found[0]) if found else None


def _stands_alone(view: str, place: int, signs: str) -> bool:
    """One sign of its kind in a passage of Han."""
    beside = {view[place - 1 : place], view[place + 1 : place + 2]} - {""}
    han = sum(map(is_han, view[max(place - NEAR, 0) : place + NEAR]))
    return place > 0 and beside.isdisjoint(signs) and han >= HAN_NEAR


def _has_other_use(text: Text, place: int, kind: str) -> bool:
    """Formulas, notes, lost characters, bullets, variables, talk of the sign itself."""
    around = text.folded(place - TALK, place + TALK)
    if _OF_FORMULAS.search(around) or any_in("talked_of").search(around):
        return True
    if kind in ("box", "solid"):
        signs = BOXES if kind == "box" else SOLID
        return are_lost(text.view, signs) or are_bullets(text.view)
    if kind in ("star", "gap"):
        joint = kind == "gap" and are_joints(text.line_at(place).text)
        return joint or is_emphasis(text.view, place, place + 1)
    return text.view[place] in LETTERS and _is_variable(text.view, text.view[place])


def _is_variable(view: str, letter: str) -> bool:
    """The letter stands beside figures, signs and letters elsewhere."""
    return bool(re.search(rf"[A-Za-z0-9=+(（\s]{letter}(?![A-Za-z])|{letter}[0-9=+\-)）轴]", view))


def _words(text: Text, place: int) -> Iterator[tuple[str, int]]:
    """The words it takes the half of, and the characters of them before it: they stand elsewhere, or are common."""
    left, right = text.folded(place - 3, place), text.folded(place + 1, place + 4)
    whole = _folded(text.view)
    if _begins(left, right):
        yield from ((w, 1) for w in _pairs()[0].get(left[-1], ()) if w in _common() or whole.count(w))
    if _closes(left, right):
        yield from ((w, 0) for w in _pairs()[1].get(right[0], ()) if w in _common() or whole.count(w) > 1)


@lru_cache(maxsize=2)
def _folded(view: str) -> str:
    return fold(view[:20_000])


@cache
def _common() -> frozenset[str]:
    return everyday_words() | masked_words()


@cache
def _pairs() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """The words of two characters, in order, by the first and by the last."""
    by: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for word in sorted(word for word in words() if len(word) == 2):
        for place in (0, 1):
            by[place].setdefault(word[place], []).append(word)
    return by


def _begins(left: str, right: str) -> bool:
    """What stands before is the first half of a word and the end of none, and the sentence runs on."""
    if not left or not is_han(left[-1]) or left[-1] in SURNAMES | NUMERALS | _NAMED | _RUNS_ON:
        return False
    if left[-3:] in words() or (len(left) > 1 and left[-2] in SURNAMES):
        return False
    if left[-2:] in words() and left[-3:-1] not in words():  # 人民|政, but not 公司|职员
        return False
    return right[:1] in _PAUSES or right[:1].isdigit() or right[0] in _FOLLOWS or right[:2] in words()


def _closes(left: str, right: str) -> bool:
    """What stands behind is the second half of a word and the beginning of none, and a word ends before."""
    if not right or not is_han(right[0]) or right[0] in NUMERALS | _FOLLOWS or right[:2] in words():
        return False
    follows = right[1:2] in _PAUSES or right[1:2] in _RUNS_ON or right[1:3] in words()
    return follows and (left[-2:] in words() or left[-1:] in _RUNS_ON)
