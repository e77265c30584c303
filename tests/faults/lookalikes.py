"""Clean texts that resemble a fault: the false friends. Nothing may be raised on them."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.faults.clean import article, paragraphs, traditional
from tests.faults.page import Page
from tests.faults.wording import filled, wordings

TEXTS = tuple(wordings("lookalikes")["text"])
_KEEP_SCRIPT = ("Markdown how-to", "code", "article on conversion", "ancient and modern")


def lookalike(rng: random.Random, number: int) -> Page:
    """The look-alike of that number, alone or inside a clean article; some in traditional script."""
    given = TEXTS[number % len(TEXTS)]
    lines = filled(given["text"].strip("\n"), rng).split("\n")
    name = f"look-alike: {given['genre']}"
    page = Page(name, tuple(lines), lines[0][:30], given.get("script", "s"), note=f"near {given['near']}")
    if not given.get("alone"):
        page = _inside_an_article(rng, page)
    if page.script == "s" and given["genre"] not in _KEEP_SCRIPT and rng.random() < 0.25:
        page = traditional(page)
    return page


def _inside_an_article(rng: random.Random, page: Page) -> Page:
    around = article(rng, rng.choice(("news", "essay", "encyclopedia")), longest=900)
    at = rng.randint(1, len(around.lines))
    lines = (*around.lines[:at], *page.lines, *around.lines[at:])
    return replace(page, lines=lines, title=around.title)


def numbers_only(rng: random.Random) -> Page:
    """A price list: rows of names and numbers."""
    rows = [filled("«crop»　«q».«n»元/公斤　«N»公斤", rng) for _ in range(rng.randint(8, 20))]
    return Page("look-alike: price list", (filled("«place»批发市场行情", rng), *rows), note="near shape")


def poem(rng: random.Random) -> Page:
    """Modern verse: short lines without stops."""
    words = paragraphs(rng, "essay", 260)
    cut = [piece for line in words for piece in line.replace("。", "，").split("，") if piece.strip("，“”")]
    title = filled("{夜|河|雨|灯}与«plant»", rng)
    return Page("look-alike: verse", (title, "", *cut[:24]), title, note="near truncated")


MADE = (numbers_only, poem)


def lookalikes(rng: random.Random, count: int) -> list[Page]:
    """At most that many look-alikes; no kind twice, or the set would hold real duplicates."""
    kinds = [*range(len(TEXTS)), *MADE]
    chosen = rng.sample(kinds, min(count, len(kinds)))
    return [kind(rng) if callable(kind) else lookalike(rng, kind) for kind in chosen]
