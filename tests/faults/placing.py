"""Where notices stand: in place of a removed tail, in a gap, at the top, between, at the end.

A site that withholds text says so where the text stops; so the tail is really removed, the numbers
are counted from what is left, and a sentence cut in the middle is labelled, too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.faults.page import Fault, Page, bare, converted, half_width, is_marked, mark
from tests.faults.wording import filled, wordings

_STOPS = "。！？!?"
Put = Callable[[random.Random, Page, str, str], Page]


def size(text: str) -> int:
    """Characters of a text as sites count them: without spaces and marks."""
    return len(re.sub(r"\s", "", bare(text)))


def numbers(rng: random.Random, page: Page, shown: int, missing: int) -> dict[str, object]:
    """The slots of a notice, in agreement with each other and with the text."""
    total = shown + missing
    percent = max(1, min(99, round(100 * shown / total)))
    few = rng.randint(2, 6)
    given = {"shown": shown, "missing": missing, "total": total, "percent": percent, "left": 100 - percent}
    pages = max(few + 1, round(few * 100 / percent))
    given |= {"few": few, "pages": pages, "rest": pages - few, "title": bare(page.title)}
    given |= {
        "host": rng.choice(_HOSTS),
        "odd": f"{rng.choice(_HEADS)}{rng.randint(10, 99)}.{rng.choice(_HOSTS)}",
    }
    return given | {"price": rng.choice((1, 3, 5, 9.9, 19.9, 30)), "site": rng.choice(_SITES)}


_HOSTS = ("example.com", "example.net", "example.org")
_HEADS = ("zx", "info", "daily", "bbs", "jz", "tt")
_SITES = ("本站", "文档之家", "资料网", "范文库", "阅读网", "新闻在线")


def said(template: str, rng: random.Random, page: Page, given: dict[str, object]) -> str:
    """A wording in the script of the page, in ASCII punctuation one time out of four."""
    text = filled(template, rng, given)
    if page.script == "t":
        text = converted(text, rng.choice(("s2tw", "s2twp", "s2hk")))
    return half_width(text) if rng.random() < 0.25 else text


def cut(rng: random.Random, page: Page) -> tuple[Page, int]:
    """The page without its last 20-80 %, and how many characters that takes away."""
    lines = list(page.lines)
    keep = rng.randint(max(1, len(lines) // 5), max(1, len(lines) * 4 // 5))
    kept, lost = lines[:keep], lines[keep:]
    return page.with_lines(kept), sum(map(size, lost)) or size(lines[-1])


def broken_off(rng: random.Random, line: str) -> str:
    """A line cut in the middle of its last sentence; the fragment is labelled truncated_tail."""
    ends = [k + 1 for k, c in enumerate(line[:-1]) if c in _STOPS]
    start = ends[-1] if ends else 0
    after = line[start:].rstrip(_STOPS + "”」")
    if is_marked(line) or len(after) < 12:
        return line
    at = start + rng.randint(6, len(after) - 3)
    while line[at - 1] in "，、；：“「《（,;:(" and at > start + 5:
        at -= 1
    return line[:start] + mark("truncated_tail", line[start:at])


def in_place_of_the_tail(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """The notice follows the cut: on its own line, or glued to the sentence that breaks off."""
    short, missing = cut(rng, page)
    lines = list(short.lines)
    if rng.random() < 0.4:
        whole = size(lines[-1])
        lines[-1] = broken_off(rng, lines[-1])
        missing += whole - size(lines[-1])
    short = short.with_lines(lines)
    notice = mark(cls, said(template, rng, page, numbers(rng, page, short.visible, missing)))
    if rng.random() < 0.3:
        lines[-1] += rng.choice(("", "……", "...", "  ")) + notice
    else:
        lines.append(notice)
    return short.with_lines(lines, f"{cls} after a cut")


def in_a_gap(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """The notice stands for paragraphs taken out of the middle."""
    lines = list(page.lines)
    if len(lines) < 4:
        return in_place_of_the_tail(rng, page, cls, template)
    start = rng.randint(1, len(lines) - 3)
    end = rng.randint(start + 1, min(start + 3, len(lines) - 1))
    missing = sum(map(size, lines[start:end]))
    shown = sum(map(size, lines)) - missing
    notice = mark(cls, said(template, rng, page, numbers(rng, page, shown, missing)))
    if cls != "content_gap":
        notice = mark("content_gap", notice)
    return page.with_lines([*lines[:start], notice, *lines[end:]], f"{cls} in a gap")


def at_the_top(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """Before everything, or under the title."""
    return _inserted(rng, page, cls, template, rng.choice((0, 1)))


def at_the_end(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """After everything."""
    return _inserted(rng, page, cls, template, len(page.lines))


def in_the_middle(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """Between two paragraphs."""
    return _inserted(rng, page, cls, template, rng.randint(1, max(1, len(page.lines) - 1)))


def inside_a_line(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """Inside a paragraph, after one of its sentences."""
    lines = list(page.lines)
    at = rng.choice([k for k, line in enumerate(lines) if "。" in line and not is_marked(line)] or [0])
    ends = [k + 1 for k, c in enumerate(lines[at]) if c in _STOPS] or [len(lines[at])]
    end = rng.choice(ends)
    text = mark(cls, said(template, rng, page, numbers(rng, page, page.visible, 99)))
    lines[at] = lines[at][:end] + text + lines[at][end:]
    return page.with_lines(lines, f"{cls} inside a line")


def strewn(rng: random.Random, page: Page, cls: str, template: str) -> Page:
    """At several places: what a careless extraction leaves once it leaves again."""
    for _ in range(rng.randint(2, 6)):
        page = inside_a_line(rng, page, cls, template)
    return page


def _inserted(rng: random.Random, page: Page, cls: str, template: str, at: int) -> Page:
    lines = list(page.lines)
    given = numbers(rng, page, page.visible, rng.randint(300, 4000))
    lines.insert(at, mark(cls, said(template, rng, page, given)))
    return page.with_lines(lines, f"{cls} at line {at}")


PLACES: dict[str, Put] = {
    "cut": in_place_of_the_tail,
    "gap": in_a_gap,
    "top": at_the_top,
    "end": at_the_end,
    "middle": in_the_middle,
    "inline": inside_a_line,
    "strewn": strewn,
}


def worded(file: str) -> list[Fault]:
    """One fault for every wording of a file: ``[class] place = [wordings]``."""
    return [
        _fault(cls, place, number, template)
        for cls, places in wordings(file).items()
        for place, templates in places.items()
        if place in PLACES
        for number, template in enumerate(templates)
    ]


def _fault(cls: str, place: str, number: int, template: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        return PLACES[place](rng, page, cls, template)

    return Fault(cls, f"{place} {number}", make)
