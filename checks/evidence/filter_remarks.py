"""What a filter writes in place of a word or a passage: 【屏蔽】, 此处内容已被隐藏."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from checks.evidence.notices import Place, passage_of
from checks.evidence.signs import GROUPS, any_in
from checks.text import Text, any_of, fold, is_han, later

LONGEST = 40  # characters in the bracket: the longest remark met has about 30
SHORTEST_NOTICE = 5  # characters: 内容已屏蔽
TALK = 16  # characters to either side in which somebody may speak of buttons and words

_CLOSERS = {
    "[": "]］",
    "(": ")）",
    "【": "】",
    "{": "}｝",
    "<": ">＞",
    "〔": "〕",
    "〖": "〗",
    "*": "*＊",
    "#": "#＃",
}
_ROUND = "(<"  # in these stand remarks of authors, too
_FRAME = " ()[]【】{}*-—.…。!！<>〔〕#~,，:：'\"“”"
_AFTER = "，。、；！？,;!?.…"
_TALK = later("河蟹|谐音|意思")
_RULE = later(r"第.{1,8}[条條章款项項节節]\s*$")
_MASKS = later(r"[*＊_＿■█×□]{1,24}$")
_MASKS_BEHIND = later(r"[*＊#＃]{1,24}")
_HOLDS = frozenset("[(【{<〔〖")
_BARE = frozenset(GROUPS["bare_tags"])
_STARTS = ("", "\n", "，", ",", "。", "：", ":", "、", "“", "「", "；")


@cache
def openings() -> frozenset[str]:
    """Bracket and beginning of each remark; several remarks begin alike."""
    remarks = (*GROUPS["tags"], *GROUPS["weak_tags"], *GROUPS["bare_tags"], *GROUPS["tag_starts"])
    firsts = {remark if remark.isascii() else remark[:2] for remark in remarks}
    return frozenset(
        f"{opener}{blank}{first}" for opener, blank, first in product(_CLOSERS, ("", " "), firsts)
    )


NOTICES = frozenset(GROUPS["notices"])
"""Without one of these no notice is looked at."""


def tag_at(view: str, start: int) -> tuple[int, int] | None:
    """The bracket that opens here, masks beside it included, if a filter's remark fills it amid a sentence.

    >>> tag_at("他说的【屏蔽】没有人敢听。", 3), tag_at("他点了【删除】按钮。", 3)
    ((3, 7), None)
    """
    opener = fold(view[start : start + 1])
    if opener not in _CLOSERS:  # a candidate of the raw text alone, whose bracket was a reading
        return None
    inside = view[start + 1 : start + 1 + LONGEST]
    closed = next((i for i, c in enumerate(inside) if c in _CLOSERS[opener] or c == "\n"), 0)
    if not closed or inside[closed] == "\n":
        return None
    remark, end = fold(inside[:closed]).strip(" *-.…!"), start + closed + 2
    bracket, start = start, _with_masks(view, start)
    if opener in "*#":
        start, end = _framed(view, start, end)
    masked = start < bracket  # signs stand before it: this is no gloss of the author
    grade = _grade(remark, "[" if masked else opener)
    grade = "strong" if grade and masked else grade
    before, after = view[max(start - TALK, 0) : start], view[end : end + TALK]
    return (start, end) if grade and _amid(before, after, grade) else None


def _with_masks(view: str, start: int) -> int:
    """Where the signs begin that stand before the bracket: ****[过滤]."""
    masks = _MASKS.search(view[max(start - LONGEST, 0) : start])
    return start - len(masks[0]) if masks else start


def _framed(view: str, start: int, end: int) -> tuple[int, int]:
    """The signs behind the remark and the bracket around all of it: [***涉嫌违规***]."""
    behind = _MASKS_BEHIND.match(view, end)
    end = behind.end() if behind else end
    opener = fold(view[start - 1]) if start else ""
    held = opener in _HOLDS and view[end : end + 1] in _CLOSERS[opener] and end < len(view)
    return (start - 1, end + 1) if held else (start, end)


def _grade(remark: str, opener: str) -> str:
    """strong: enough by itself; told: says what was done with what; bare: a verb alone, as on a button."""
    strong = _made_of(remark, "tags")
    if strong or _made_of(remark, "weak_tags"):
        bare = not strong and remark in _BARE
        if (bare or remark == "和谐") and opener == "(":
            return ""
        return "bare" if bare else "strong" if strong and opener not in _ROUND else "told"
    return ""


def _amid(before: str, after: str, grade: str) -> bool:
    """A sentence runs on through the bracket; nobody speaks of buttons, rules or the word itself."""
    around = fold(f"{before} {after}")
    if any_in("talked_of").search(around) or _TALK.search(around):
        return False
    if grade != "strong" and _RULE.search(before):
        return False
    left, right = before.rstrip(" ")[-1:], after.lstrip(" ")[:1]
    if left and is_han(left):
        return (bool(right) and (is_han(right) or right in _AFTER)) or (
            grade == "strong" and right in ("", "\n")
        )
    if grade == "bare" or not right:
        return False
    goes_on = is_han(right) and (grade == "strong" or (after[:1] == right and left in _STARTS))
    return goes_on or (grade == "strong" and right in _AFTER and left not in ("", "\n"))


def _made_of(passage: str, core: str) -> bool:
    """A word of the list stands in it, and nothing else than words of remarks."""
    if not passage or not any_in(core).search(passage):
        return False
    rest = _vocabulary().sub(" ", passage)
    return sum(c.isalpha() and c != "x" for c in rest) <= len(passage) // 8


@cache
def _vocabulary() -> re.Pattern[str]:
    return any_of(
        {*GROUPS["tags"], *GROUPS["weak_tags"], *GROUPS["bare_tags"], *GROUPS["about"], *GROUPS["notices"]}
    )


def is_notice(text: Text, place: Place) -> bool:
    """A notice that this passage was hidden, which stands apart and is made of such words only."""
    core = passage_of(text, place).strip(_FRAME)
    speaks = len(core) >= SHORTEST_NOTICE and any_in("of_this_place").search(core)
    return place.kind != "prose" and bool(speaks) and _made_of(core, "notices")
