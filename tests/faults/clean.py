"""Clean articles of our own, from sentences with slots: eight genres, two scripts.

Real texts can take their place: the bench folder named by ``CORPUS_HEALTH_BENCH``.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.faults.page import CONVERTED, Page, converted
from tests.faults.wording import filled, wordings

GENRES = ("news", "statute", "essay", "technical", "encyclopedia", "recipe", "dialogue", "notice")
DIGITS = "零一二三四五六七八九"
_MARKUP = re.compile(r"<[^<>]{1,80}>|^#{1,6} |^-{3,}$")
_QUOTES = str.maketrans("“”‘’", "「」『』")


def article(rng: random.Random, genre: str = "", *, script: str = "s", longest: int = 1800) -> Page:
    """A clean article of 300 to ``longest`` characters, of any genre unless one is named."""
    genre = genre or rng.choice(GENRES)
    wanted = rng.randint(350, longest)
    title = filled(rng.choice(wordings(genre)["titles"]), rng)
    lines = _SHAPES.get(genre, _prose)(rng, genre, wanted)
    page = Page(genre, (title, *lines), title)
    return traditional(page) if script == "t" else page


def traditional(page: Page, way: str = "s2tw") -> Page:
    """The page as a Taiwanese or Hong Kong writer would have it: by phrases, with 「」; but for its words."""
    lines = tuple(converted(line, way).translate(_QUOTES) for line in page.lines)
    title, note = (
        converted(page.title, way).translate(_QUOTES),
        "; ".join(filter(None, (page.note, CONVERTED))),
    )
    return replace(page, lines=lines, title=title, script="t", note=note)


def any_article(rng: random.Random, genre: str = "", *, longest: int = 1800) -> Page:
    """Simplified three times out of four."""
    return article(rng, genre, script="t" if rng.random() < 0.25 else "s", longest=longest)


def sentences(rng: random.Random, genre: str, wanted: int) -> list[str]:
    """Different sentences of a genre, about ``wanted`` characters together; none is used twice."""
    templates = list(wordings(genre)["sentences"])
    rng.shuffle(templates)
    made: list[str] = []
    while templates and sum(map(len, made)) < wanted:
        made.append(filled(templates.pop(), rng))
    return made


def paragraphs(rng: random.Random, genre: str, wanted: int, most: int = 5) -> list[str]:
    """Sentences of a genre grouped two to ``most`` a paragraph."""
    made, lines = sentences(rng, genre, wanted), []
    while made:
        size = rng.randint(2, most)
        lines.append("".join(made[:size]))
        made = made[size:]
    return lines


def numeral(number: int) -> str:
    """Chinese numeral of 1 to 99.

    >>> [numeral(n) for n in (3, 10, 12, 20, 41)]
    ['三', '十', '十二', '二十', '四十一']
    """
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else ("" if tens == 1 else DIGITS[tens]) + "十") + (DIGITS[ones] if ones else "")


def _prose(rng: random.Random, genre: str, wanted: int) -> list[str]:
    indent = rng.choice(("", "", "　　"))
    return [indent + line for line in paragraphs(rng, genre, wanted)]


def _articles_of_law(rng: random.Random, genre: str, wanted: int) -> list[str]:
    return [f"第{numeral(k)}条　{text}" for k, text in enumerate(sentences(rng, genre, wanted), 1)]


def _sections(rng: random.Random, genre: str, wanted: int) -> list[str]:
    lines: list[str] = []
    for number, text in enumerate(paragraphs(rng, genre, wanted), 1):
        heading = rng.choice(("准备", "做法", "结果", "讨论", "背景", "步骤", "限制", "小结"))
        lines += [f"{numeral(number)}、«module»的{heading}", text]
    return [filled(line, rng) for line in lines]


def _steps(rng: random.Random, genre: str, wanted: int) -> list[str]:
    needed = filled("用料：«food»«N»克、«food2»«n»克、盐«d»克、清水适量。", rng)
    return [needed, *(f"{k}. {text}" for k, text in enumerate(sentences(rng, genre, wanted), 1))]


def _announcement(rng: random.Random, genre: str, wanted: int) -> list[str]:
    made = sentences(rng, genre, min(wanted, 900))
    body = [f"{numeral(k)}、{text}" for k, text in enumerate(made[1:], 1)]
    return [
        "各有关单位、全体住户：",
        made[0],
        *body,
        "特此通知。",
        filled("«org»", rng),
        filled("«y»年«m»月«d»日", rng),
    ]


def _spoken(rng: random.Random, genre: str, wanted: int) -> list[str]:
    told = sentences(rng, "essay", wanted // 4)
    lines = [*sentences(rng, genre, wanted - wanted // 4)]
    for text in told:
        lines.insert(rng.randint(0, len(lines)), text)
    return lines


_SHAPES: dict[str, Callable[[random.Random, str, int], list[str]]] = {
    "statute": _articles_of_law,
    "technical": _sections,
    "recipe": _steps,
    "notice": _announcement,
    "dialogue": _spoken,
}


@cache
def real_texts(most: int = 2000) -> tuple[str, ...]:
    """Real clean texts of 300-3,000 characters from the bench folder; empty where none is named."""
    folder = os.environ.get("CORPUS_HEALTH_BENCH")
    if not folder:
        return ()
    with gzip.open(Path(folder) / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        texts = (row["text"] for row in rows if row["id"].startswith(("news-", "law-")))
        return tuple(text for text in texts if 300 <= len(text) <= 3000)[:most]


def real_article(text: str) -> Page:
    """A real clean page as base for faults, without the markup in which its corpus keeps it."""
    kept = (line for line in text.split("\n") if "](" not in line)
    lines = tuple(filter(None, (_MARKUP.sub("", line).strip() for line in kept)))
    return Page("real", lines, lines[0][:40])


def real_deck(rng: random.Random) -> Iterator[str]:
    """Real texts in a random order, each once: a text drawn twice would be a copy nobody labelled."""
    return iter(rng.sample(real_texts(), len(real_texts())))
