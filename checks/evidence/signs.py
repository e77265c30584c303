"""Runs of signs inside a sentence: _ ** ■■ □□ ×× ○○ 口口, and what stands beside them.

Nothing is said here of what they mean; ``masks`` tells those that stand for a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold, is_han, later

SIGNS = {
    "gap": "_＿﹍﹎﹏",
    "star": "*＊﹡✱",
    "solid": "■█▇▆▓▒░▉●◆",
    "box": "□▢◻☐",
    "ring": "○◯〇◎◇",
    "cross": "×✕✖╳✗xXｘＸ△▲▽▼",
    "mouth": "口囗",
    "odd": "#＃^＾@＠%％&＆$＄￥",
}
"""The signs by kind; those of one kind have the same other uses."""

GROUPS = phrase_groups("redaction_mark")

# Found by trying lists of our own of masked words and look-alikes, then on clean news, statutes and real pages.
NEAR = 40  # characters to either side in which a sentence must be seen
HAN_NEAR = 8  # Han among them
LONGEST = {"gap": 4, "mouth": 6}  # five underscores are a line to write on
LONGEST_OTHER = 24

STOP = later("[。！？；，、!?;,:：]")
JOINTS = 3  # underscores of a line that are joints and no masks, where no stop stands between them

_ANY = "".join(map(re.escape, "".join(SIGNS.values()).replace("x", "").replace("X", "").replace("口", "")))
_NAMES_IT = "[记記标標符][号號记記]|号|號"
_EXPLAINED = later(
    rf"[“「『\"'](?P<quoted>[{_ANY}])[”」』\"'](?:{_NAMES_IT}|者|的|表示|代表|为|為|指)"
    rf"|(?P<bare>[{_ANY}])(?:{_NAMES_IT})(?:者|的)?[，,]?(?:表示|代表|为|為|指|是)"
)
_KIND = {sign: kind for kind, signs in SIGNS.items() for sign in signs}
_RUN = later("|".join(f"[{re.escape(s)}](?: ?[{re.escape(s)}])*" for s in SIGNS.values()))
_OPENS, _CLOSES = "“‘「『《〈（(【[\"'", "”’」』》〉）)】]\"'"
_PAUSES = "，。、；：！？,;:!?…—" + _CLOSES
_CLAUSE, _SENTENCE = "，,、“‘「『《（(", "。；！？"
_BEFORE = {  # what a sign may stand behind that begins a clause: boxes there are to be ticked, rings are bullets
    "gap": _CLAUSE + _SENTENCE,
    "star": _CLAUSE + _SENTENCE + "：:",
    "solid": _CLAUSE + "：:",
    "box": _CLAUSE,
    "ring": "",
    "cross": "，,、",
    "mouth": _CLAUSE + _SENTENCE + "：:",
    "odd": _CLAUSE,
}


class Mask(NamedTuple):
    """A run of signs in the view, and what stands beside it on its line, blanks and quotes left out."""

    kind: str
    start: int
    end: int
    left: str
    right: str

    @property
    def size(self) -> int:
        """Signs in the run, its brackets included."""
        return self.end - self.start

    @property
    def between_han(self) -> bool:
        """A Han on either side."""
        return is_han(self.left[-1:] or " ") and is_han(self.right[:1] or " ")

    @property
    def before(self) -> str:
        """Up to four characters before it, folded."""
        return fold(self.left[-4:])

    @property
    def after(self) -> str:
        """Up to four characters after it, folded."""
        return fold(self.right[:4])


@cache
def any_in(group: str) -> re.Pattern[str]:
    """A pattern for folded text that finds the phrases of a group."""
    return any_of(GROUPS[group])


FILTER_TALK = 3  # words of filtering in a text that make it one about filters: one complaint is no article


def speaks_of_filters(text: Text) -> bool:
    """An article about word filters and those who evade them, which shows what it speaks of."""
    said = fold(text.view[:20_000])
    return sum(1 for _ in any_in("about_filters").finditer(said)) >= FILTER_TALK


def explained_in(text: Text) -> frozenset[str]:
    """The signs of which the text says what they mean: 有「＊」記號者，表示有中譯本."""
    return frozenset(m["quoted"] or m["bare"] for m in _EXPLAINED.finditer(text.view))


def runs_in(text: Text, candidates: Sequence[Candidate]) -> Iterable[Mask]:
    """Each run of signs once that stands in a sentence."""
    done = -1
    for candidate in sorted(candidates, key=lambda c: c.start):
        run = _RUN.match(text.view, candidate.start) if candidate.start >= done else None
        if run:
            done = run.end()
            mask = _beside(text.view, *run.span())
            if _in_sentence(mask):
                yield mask


def _beside(view: str, start: int, end: int) -> Mask:
    low, high = view.rfind("\n", max(start - NEAR, 0), start) + 1, view.find("\n", end, end + NEAR)
    left = view[max(low, start - NEAR, 0) : start]
    right = view[end : high if high >= 0 else end + NEAR]
    left, right = left.removesuffix(" "), right.removeprefix(" ")
    if left and right and left[-1] in _OPENS and right[0] in _CLOSES:  # a masked word in quotes or brackets
        inside = left[-1] in "(（[【" and view[start - 1] == left[-1] and view[end] == right[0]
        return Mask(_KIND[view[start]], start - inside, end + inside, left[:-1], right[1:])
    return Mask(_KIND[view[start]], start, end, left, right)


def _in_sentence(mask: Mask) -> bool:
    """Han before and Han or a pause after, or the other way round, in a passage with pauses."""
    around = mask.left + mask.right
    return (
        mask.size <= LONGEST.get(mask.kind, LONGEST_OTHER)
        and _stands_for_word(mask)
        and bool(STOP.search(around))
        and sum(map(is_han, around)) >= HAN_NEAR
    )


def _stands_for_word(mask: Mask) -> bool:
    before, after = mask.left[-1:], mask.right[:1]
    if before and is_han(before):
        stammered = before == after  # 你__你
        return bool(after) and not stammered and (is_han(after) or after in _PAUSES)
    if not before:
        return mask.size > 1 and mask.kind not in ("gap", "ring", "cross", "odd") and is_han(after or " ")
    return bool(after) and is_han(after) and before in _BEFORE[mask.kind]


def are_joints(line: str) -> bool:
    """Single underscores cut a line without a stop into pieces: queries, parts of a title.

    >>> are_joints("山城游记_水城游记_海岛游记_雪山?"), are_joints("化解_，维护_、方便_，防止_，")
    (True, False)
    """
    pieces = line.rstrip(" ?!？！。").split("_")
    return len(pieces) > JOINTS and all(pieces[1:-1]) and not STOP.search("".join(pieces))
