"""Traditional text made from simplified character by character, in whole or in part.

Two tools: one converts every character by its first entry in the table (头发 becomes 頭發 with 發 for
髮), the other leaves the characters alone that could go two ways (勇于, 村里, 采集). What they get
wrong is told by comparing with the conversion by phrases.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

from tests.faults.page import HAN, Fault, Page, converted, half_width, is_marked, mark

_TWO_WAYS = "于后里斗范采只系志准台面干余几卜丑仆云党冲出制发向吁合回困复家征愿托才折据曲朱松板极柜沈沾淀游炼烟症着种签筑累纤胜致药蒙蔑虫蜡表谷赞踪辟适郁钟雕霉须胡"
_VARIANTS = frozenset(
    "裏裡爲為臺台著着麪麵羣群峯峰牀床衆眾綫線污汙佔占布佈志誌咨諮凈淨游遊喫吃脣唇啓啟檐簷剋克"
)


@cache
def one_by_one(character: str) -> str:
    """The character as the tool without phrases converts it: the first entry of the table."""
    return _FIRST.get(character) or converted(character, "s2t")


_FIRST = dict(
    zip("发里后干面复系松云谷范斗制只于准钟表余采", "發裏後乾麵復系鬆雲穀範鬥製隻於準鐘錶餘採", strict=True)
)


def naive(text: str) -> str:
    """Every character by its first entry."""
    return "".join(map(one_by_one, text))


def timid(text: str) -> str:
    """Only the characters that have one traditional form; 复 as 復 always."""
    return "".join("復" if c == "复" else c if c in _TWO_WAYS else one_by_one(c) for c in text)


def _with_errors(text: str, tool: str) -> str:
    """The converted text, its wrong characters labelled."""
    machine = naive(text) if tool == "naive" else timid(text)
    right = converted(text, "s2t")
    return "".join(
        a if a == b else mark("s2t_char_error_variant" if {a, b} & _VARIANTS else "s2t_char_error", a)
        for a, b in zip(machine, right, strict=True)
    )


def _whole(tool: str, folded: bool) -> Fault:
    """The whole page, often with its punctuation in ASCII."""

    def make(rng: random.Random, page: Page) -> Page:
        if page.script == "t" or any(map(is_marked, page.lines)):
            return page
        lines = [_with_errors(line, tool) for line in page.lines]
        lines[0] = mark_from(lines[0])
        lines[-1] = mark_to(lines[-1])
        if folded:
            lines = [half_width(line) for line in lines]
        return replace(page.with_lines(lines, f"{tool} conversion"), script="t")

    return Fault("machine_traditional", f"{tool}{' folded' if folded else ''}", make)


def mark_from(line: str, cls: str = "machine_traditional") -> str:
    """Open a label that ``mark_to`` of a later line closes."""
    return mark(cls, "")[0] + line


def mark_to(line: str, cls: str = "machine_traditional") -> str:
    """Close the label that ``mark_from`` opened."""
    return line + mark(cls, "")[-1]


def _part(tool: str, share: float) -> Fault:
    """Some paragraphs were converted, the others were not: text from two sources, or a tool that stopped."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        if page.script == "t" or any(map(is_marked, lines)):
            return page
        long = [k for k, line in enumerate(lines) if len(HAN.findall(line)) > 25]
        for k in rng.sample(long, max(1, min(len(long) - 1, round(share * len(long))))):
            lines[k] = mark("partly_converted", naive(lines[k]) if tool == "naive" else converted(lines[k]))
        return page.with_lines(lines, f"part converted, {tool}")

    return Fault("partly_converted", f"{tool} {share}", make)


def _mixed(share: float) -> Fault:
    """Inside the sentences: some characters are in one script, some in the other (a short table, a typist)."""

    def make(rng: random.Random, page: Page) -> Page:
        if page.script == "t" or any(map(is_marked, page.lines)):
            return page
        table = {c for c in set("".join(page.lines)) if one_by_one(c) != c}
        chosen = {c for c in sorted(table) if rng.random() < share}
        lines = []
        for line in page.lines:
            mixed = "".join(one_by_one(c) if c in chosen else c for c in line)
            lines.append(mark("mixed_script", mixed) if mixed != line and table - chosen else mixed)
        return page.with_lines(lines, f"mixed {share}")

    return Fault("mixed_script", str(share), make)


FAULTS = [
    *(_whole(tool, folded) for tool in ("naive", "timid") for folded in (False, True)),
    *(_part(tool, share) for tool in ("naive", "phrases") for share in (0.2, 0.5, 0.8)),
    *(_mixed(share) for share in (0.2, 0.4, 0.6, 0.8)),
]
