"""Jumps: places where the numbers of a text leave some out (一、二、五、) and nothing stands between.

A number that is only damaged, not lost, leaves its line behind: so a jump counts only if no more
lines stand between its two numbers than such numbers have elsewhere, but for one, the end of a
sentence whose beginning was lost, and if nothing there looks like a damaged number or text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence.numbering import Numbered, is_numbered, levels_with_jumps, written
from checks.text import Text, later

LARGEST = 20  # numbers followed so far: higher ones stand in long lists, that lose numbers for other reasons
LEFT_OUT = 6  # numbers left out at once; more is a list sorted by something else
LATE = 3  # a count may begin so late: its first number stands behind a tag, or inside a line
KNOWN = 3  # numbers in order on both sides of a jump together; with fewer it is no numbering
LINE = 40  # characters of the line after a gap that are shown: a heading and its first words
FRAGMENT = 300  # characters of the longest sentence whose end is shown
NEIGHBOURS = 8  # items on either side whose lines are counted
FAR = 20_000  # characters between two numbers; items are shorter

GARBLED = later(
    r"[\ufffd\ue000-\uf8ff\x80-\x9f锟銆鈥嚗竊]|(?:[\u00c0-\u024f\u0400-\u04ff\uac00-\ud7af\uff61-\uff9f][^一-鿿]{0,2}){2}|锛[^一-鿿]?"
)
"""A number may stand in a passage that cannot be read."""
_NOISE = later(r"[\s#*]+|[(（\[【][^()（）\[\]【】\n]{1,6}[)）\]】]")
_SIGNS = "、.．)）是要 条條章节節步，,"


class Jump(NamedTuple):
    """Where a jump shows in the view, and the numbers before and after it."""

    start: int
    end: int
    before: Numbered
    after: Numbered
    adjacent: bool  # nothing but the text of the number before it stands between
    fragment: bool  # what is shown is the end of a sentence


def jumps_in(text: Text) -> Iterator[Jump]:
    """The jumps of all numberings of a text."""
    for numbers in levels_with_jumps(text):
        if len(numbers) >= KNOWN:
            yield from _jumps_of(text, numbers)


def _jumps_of(text: Text, numbers: Sequence[Numbered]) -> Iterator[Jump]:
    values = [number.value for number in numbers]
    for k in range(1, len(values)):
        left_out = values[k] - values[k - 1] - 1
        if 1 <= left_out <= LEFT_OUT and values[k] <= LARGEST and _in_order(values, k):
            jump = _jump(text, numbers, k)
            if jump:
                yield jump


def _in_order(values: Sequence[int], at: int) -> bool:
    """The numbers count from one, or a little later, up to a jump, and go on in order from there or end."""
    before, after = 1, 1
    while at - before - 1 >= 0 and values[at - before - 1] == values[at - before] - 1:
        before += 1
    while at + after < len(values) and values[at + after] == values[at + after - 1] + 1:
        after += 1
    ends = at + after == len(values) or values[at + after] == 1
    begins = values[at - before] == 1 or (before >= KNOWN and values[at - before] <= LATE)
    return begins and before + after >= KNOWN and (after > 1 or (ends and before > 1))


def _jump(text: Text, numbers: Sequence[Numbered], at: int) -> Jump | None:
    before, after = numbers[at - 1], numbers[at]
    between = text.view[before.end : after.start]
    if len(between) > FAR or GARBLED.search(between) or _stands_in(between, before.value, after.value):
        return None
    lines = [line for line in between.split("\n")[:-1] if line.strip()]
    usual = max(_usual(text, numbers, at), default=1)
    if len(lines) > usual + 1:
        return None
    fragment = lines[-1] if len(lines) == usual + 1 and usual == 1 and len(lines) > 1 else ""
    adjacent = len(lines) <= 1 or bool(fragment)
    if fragment and not is_numbered(fragment.strip()) and len(fragment) <= FRAGMENT:
        start = before.end + between.rindex(fragment)
        inner = len(fragment) - len(fragment.lstrip())
        return Jump(start + inner, start + len(fragment.rstrip()), before, after, adjacent, True)
    end = min(text.line_at(after.start).inner[1], after.start + LINE)
    return Jump(after.start, end, before, after, adjacent, False)


def _usual(text: Text, numbers: Sequence[Numbered], at: int) -> Iterator[int]:
    """How many lines the other items have."""
    for k in range(max(1, at - NEIGHBOURS), min(at + NEIGHBOURS, len(numbers))):
        if (
            k != at
            and numbers[k].value == numbers[k - 1].value + 1
            and numbers[k].start - numbers[k - 1].end < FAR
        ):
            between = text.view[numbers[k - 1].end : numbers[k].start]
            yield sum(bool(line.strip()) for line in between.split("\n")[:-1]) or 1


def _stands_in(between: str, before: int, after: int) -> bool:
    """A missing number stands in running text, in another form, or damaged at the start of a line."""
    forms = [form for value in range(before + 1, after) for form in written(value)]
    starts = [_NOISE.sub("", line) for line in between.split("\n")[1:]]
    return any(
        f"{form}{sign}" in between or f"第{form}" in between for form in forms for sign in _SIGNS
    ) or any(start.lstrip("(（[【第其").startswith(tuple(forms)) for start in starts)
