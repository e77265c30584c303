"""Join the families: rows of faulty pages in every form, several faults at once, groups, look-alikes.

>>> rows = generated(7, 40)
>>> rows == generated(7, 40), len({row["id"] for row in rows})
(True, 40)
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from tests.faults import (
    duplicate,
    garbled,
    layout,
    paywall,
    pinyin,
    redacted,
    script,
    shape,
    site_text,
    spam,
    truncated,
)
from tests.faults.clean import any_article, article, real_article, real_deck
from tests.faults.lookalikes import lookalikes
from tests.faults.page import FAMILY_OF, Fault, Page, Row, row_of

FAMILIES = {
    "truncated": truncated,
    "paywall": paywall,
    "spam": spam,
    "site_text": site_text,
    "pinyin": pinyin,
    "script": script,
    "garbled": garbled,
    "redacted": redacted,
    "duplicate": duplicate,
    "layout": layout,
    "shape": shape,
}
FAULTS: dict[str, list[Fault]] = {name: module.FAULTS for name, module in FAMILIES.items()}
SEVERAL, ALIKE, CLEAN = 0.1, 0.2, 0.15
"""Shares of pages with several faults, of look-alikes (as far as there are kinds) and of clean articles."""
_TOGETHER = ("truncated", "paywall", "redacted", "pinyin", "garbled", "layout", "spam", "site_text")
"""In the order of their making: what cuts a page comes before what is set into it."""


def generated(seed: int, documents: int, *, groups: int | None = None) -> list[Row]:
    """That many rows, the same for the same seed. ``groups``: sets of pages that share text."""
    rng = random.Random(seed)
    faults = grouped(rng, max(1, documents // 60) if groups is None else groups)
    rest = documents - len(faults)
    alike = lookalikes(rng, round(rest * ALIKE))
    plain = [any_article(rng) for _ in range(round(rest * CLEAN))]
    faults += [several(rng) for _ in range(round(rest * SEVERAL))]
    faults += singles(rng, documents - len(faults) - len(alike) - len(plain))
    rows = [row_of(page, "", clean=False) for page in faults]
    rows += [row_of(page, "", clean=True) for page in (*alike, *plain)]
    return [{**row, "id": f"generated-{seed}-{number:05}"} for number, row in enumerate(rows[:documents])]


def singles(rng: random.Random, count: int) -> Iterator[Page]:
    """Pages with one fault each: classes by turns, so that every class and form comes round."""
    by_class: dict[str, list[Fault]] = {}
    for fault in (fault for faults in FAULTS.values() for fault in faults):
        by_class.setdefault(fault.cls, []).append(fault)
    turns = {name: cycle(rng.sample(forms, len(forms))) for name, forms in by_class.items()}
    deck = real_deck(rng)
    for name in islice(cycle(turns), count):
        yield faulty(rng, next(turns[name]), deck)


def faulty(rng: random.Random, fault: Fault, deck: Iterator[str] | None = None) -> Page:
    """A page that has the fault. A form that finds no place on one page is given another page."""
    deck = real_deck(rng) if deck is None else deck
    for _ in range(60):
        page = fault.make(rng, _base(rng, fault, deck))
        if _is_faulty(page, fault.cls):
            return page
    raise AssertionError(f"{fault.cls}, {fault.form}: no page has a place for it")


def _base(rng: random.Random, fault: Fault, deck: Iterator[str]) -> Page:
    real = next(deck, "") if rng.random() < 0.5 else ""
    if real:
        return real_article(real)
    return article(rng) if FAMILY_OF[fault.cls] == "script" else any_article(rng)


def _is_faulty(page: Page, cls: str) -> bool:
    row = row_of(page, "", clean=False)
    return any(
        label["class"] == cls and (label["start"] < label["end"] or not row["text"])
        for label in row["labels"]
    )


def several(rng: random.Random) -> Page:
    """A page with two to four faults of different families, as real bad pages have them."""
    page = any_article(rng)
    for family in sorted(rng.sample(_TOGETHER, rng.randint(2, 4)), key=_TOGETHER.index):
        page = rng.choice(_additive(FAULTS[family])).make(rng, page)
    return page


def _additive(faults: Sequence[Fault]) -> list[Fault]:
    """Faults that leave the rest of the page as it is."""
    kept = [fault for fault in faults if "whole" not in fault.form and not fault.form.startswith("cut")]
    return kept or list(faults)


def grouped(rng: random.Random, groups: int) -> list[Page]:
    """Sets of pages that share text: copies, near copies, lent paragraphs, lines of a host."""
    makers = [*duplicate.GROUPS, site_text.repeated_lines]
    return [page for maker in islice(cycle(makers), groups) for page in maker(rng)]


def every_form(seed: int) -> Iterator[tuple[Fault, Row]]:
    """Every form once, each on a page of its own."""
    for family, faults in FAULTS.items():
        for number, fault in enumerate(faults):
            rng = random.Random(f"{seed}-{family}-{number}")
            yield fault, row_of(faulty(rng, fault), f"{family}-{number:03}", clean=False)
