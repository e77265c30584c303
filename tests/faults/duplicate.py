"""Text that stands twice: inside a page (caption and alternative text, two templates) or on two pages."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from pypinyin import Style, lazy_pinyin

from tests.faults.clean import any_article, article, paragraphs
from tests.faults.page import HAN, Fault, Page, bare, converted, half_width, is_marked, mark
from tests.faults.pinyin import glossed

Change = Callable[[random.Random, str], str]


def _spaced(rng: random.Random, text: str) -> str:
    return "".join(c + (" " if rng.random() < 0.1 else "") for c in text)


def _glossed(rng: random.Random, text: str) -> str:
    readings = lazy_pinyin(text, style=Style.TONE, errors=list)
    at = [k for k, c in enumerate(text) if HAN.match(c)][:: rng.randint(3, 8)]
    return glossed(text, "pinyin_bracket", readings, tuple(at), "()")


def _other_script(text: str) -> str:
    """The paragraph in the other script; beside its original the page is partly converted, too."""
    traditional = converted(text, "s2t")
    return mark("partly_converted", converted(text, "t2s") if traditional == text else traditional)


CHANGES: dict[str, Change] = {
    "exact": lambda _, text: text,
    "other width": lambda _, text: half_width(text),
    "other script": lambda _, text: _other_script(text),
    "spaces": _spaced,
    "readings": _glossed,
    "indented": lambda _, text: "　　" + text,
    "other stop": lambda _, text: text.rstrip("。") + ".",
}


def _inside(name: str, where: str) -> Fault:
    """A paragraph stands again, exact or in another dress, beside itself or later; both are labelled."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        long = [k for k, line in enumerate(lines) if len(line) >= 45 and not is_marked(line)]
        if not long:
            lines.append("".join(paragraphs(rng, "news", 150)))
            long = [len(lines) - 1]
        at = rng.choice(long)
        again = mark("duplicate_within_doc", CHANGES[name](rng, lines[at]))
        lines[at] = mark("duplicate_within_doc", lines[at])
        lines.insert(at + 1 if where == "adjacent" else len(lines), again)
        return page.with_lines(lines, f"{name}, {where}")

    return Fault("duplicate_within_doc", f"{name} {where}", make)


def whole_page_twice(rng: random.Random, page: Page) -> Page:
    """The body stands twice, as on pages with a version for printing."""
    if any(map(is_marked, page.lines)):
        return page
    body = [mark("duplicate_within_doc", line) if len(line) >= 40 else line for line in page.lines]
    return page.with_lines([*body, *body], "twice")


def exact_copies(rng: random.Random) -> list[Page]:
    """The same page from two to four addresses."""
    page = any_article(rng)
    text = page.separator.join(page.lines)
    copies = [
        page.with_lines([mark("duplicate_cross_doc", text)], "exact copy") for _ in range(rng.randint(2, 4))
    ]
    return [
        replace(copy, url=f"http://c{k}.example.com/{rng.randint(1, 999)}") for k, copy in enumerate(copies)
    ]


def contained_paragraphs(rng: random.Random) -> list[Page]:
    """One or two paragraphs of a page stand in another, which is otherwise its own."""
    one, other = article(rng), article(rng)
    lent = [
        mark("duplicate_cross_doc", text) for text in paragraphs(rng, "news", 260, 4)[: rng.randint(1, 2)]
    ]
    change = CHANGES[rng.choice(("exact", "other width", "other script", "readings"))]
    taken = [mark("duplicate_cross_doc", change(rng, bare(text))) for text in lent]
    return [
        one.with_lines([*one.lines, *lent], "lends"),
        other.with_lines([*other.lines[:2], *taken, *other.lines[2:]], "borrows"),
    ]


def near_copies(rng: random.Random) -> list[Page]:
    """The same page with 5 % of its characters changed, or with a paragraph more."""
    page = any_article(rng)
    if rng.random() < 0.5:
        changed = [_edited(rng, line, 0.05) for line in page.lines]
    else:
        changed = [*page.lines, *paragraphs(rng, "news", 120)[:1]]
    return [_near(page, page.lines), _near(page, changed)]


def _near(page: Page, lines: list[str] | tuple[str, ...]) -> Page:
    return page.with_lines([mark("near_duplicate", page.separator.join(lines))], "near copy")


def _edited(rng: random.Random, text: str, share: float) -> str:
    return "".join(
        rng.choice("的一是在有和人大中") if HAN.match(c) and rng.random() < share else c for c in text
    )


def lead_of_another(rng: random.Random) -> list[Page]:
    """A hub shows title and lead of an article that is itself in the corpus."""
    page, hub = article(rng, "news"), article(rng, "news", longest=500)
    lead, rest = page.lines[1][:80], page.lines[1][80:]
    shared = mark("duplicate_cross_doc", f"{page.title}\n{lead}")
    link = rng.choice(("……[全文]", " >>>阅读全文", "...【详细】"))
    item = mark("truncated_item", shared) + mark("teaser_read_more", link)
    return [
        page.with_lines([shared + rest, *page.lines[2:]], "its lead is on a hub"),
        hub.with_lines([*hub.lines, item], "lead of another page"),
    ]


GROUPS = (exact_copies, contained_paragraphs, near_copies, lead_of_another)
FAULTS = [
    *(_inside(name, where) for name in CHANGES for where in ("adjacent", "later")),
    Fault("duplicate_within_doc", "whole page", whole_page_twice),
]
