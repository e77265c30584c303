"""A page in the making. Labels travel inside the text as pairs of invisible marks.

A mark is a code point of planes 15 and 16, which no text and no fault of ours uses; so faults can
be put on top of each other, and the offsets are counted once, at the end, in ``labelled``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from opencc import OpenCC

from tests.faults.wording import wordings

FAMILY_OF: dict[str, str] = {
    name: family for family, names in wordings("classes")["families"].items() for name in names
}
CLASSES = tuple(FAMILY_OF)
HINTS = frozenset(wordings("classes")["hints"])
HINT_ONLY = "hint only"
"""In the note of a page: what was done to it cannot be told for certain."""
CONVERTED = "words of the mainland in traditional script"
"""In the note of a page: whether it was converted nobody can say, so a check may tell it or not."""
ENTAILED: dict[str, str] = {
    name: family for family, names in wordings("classes")["entailed"].items() for name in names
}
"""What is true of a page with such a fault, too, so that saying it is no false alarm: a wall cuts the text."""
_OPEN, _CLOSE = 0xF0000, 0x100000
MARK = re.compile(f"[{chr(_OPEN)}-{chr(_OPEN + 0xFF)}{chr(_CLOSE)}-{chr(_CLOSE + 0xFF)}]")
HAN = re.compile(r"[㐀-䶿一-鿿]")
_FOLD = str.maketrans("，；：？！（）", ",;:?!()")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Lines that will be joined by line feeds. ``script``: ``s`` simplified, ``t`` traditional."""

    genre: str
    lines: tuple[str, ...]
    title: str = ""
    script: str = "s"
    url: str = ""
    note: str = ""
    separator: str = "\n"

    def with_lines(self, lines: Sequence[str], note: str = "") -> Page:
        """The page with other lines, and with what was done to it added to its note."""
        return replace(self, lines=tuple(lines), note="; ".join(filter(None, (self.note, note))))

    @property
    def visible(self) -> int:
        """Characters a reader would count: no spaces, no marks."""
        return sum(len(re.sub(r"\s", "", bare(line))) for line in self.lines)


Make = Callable[[random.Random, Page], Page]


@dataclass(frozen=True, slots=True)
class Fault:
    """One form of one class: what it does to a page."""

    cls: str
    form: str
    make: Make = field(compare=False)


def mark(cls: str, text: str) -> str:
    """The text between the two marks of a class."""
    index = CLASSES.index(cls)
    return f"{chr(_OPEN + index)}{text}{chr(_CLOSE + index)}"


def bare(text: str) -> str:
    """The text without marks."""
    return MARK.sub("", text)


def is_marked(text: str) -> bool:
    """Say whether a fault already stands here; two byte-level faults on one place mean nothing."""
    return bool(MARK.search(text))


def labelled(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """The bare text and its labels, by start.

    >>> labelled("国" + mark("pinyin_bracket", "(guó)") + "家")
    ('国(guó)家', [{'class': 'pinyin_bracket', 'start': 1, 'end': 6}])
    """
    kept: list[str] = []
    size, opened, labels = 0, [], []
    for piece in re.split(f"({MARK.pattern})", marked):
        if not MARK.fullmatch(piece):
            kept.append(piece)
            size += len(piece)
        elif ord(piece) < _CLOSE:
            opened.append((ord(piece) - _OPEN, size))
        else:
            index = ord(piece) - _CLOSE
            place = max(k for k, (name, _) in enumerate(opened) if name == index)
            labels.append({"class": CLASSES[index], "start": opened.pop(place)[1], "end": size})
    assert not opened, "a mark was lost"
    return "".join(kept), sorted(labels, key=lambda label: (label["start"], -label["end"]))


def row_of(page: Page, identity: str, *, clean: bool) -> Row:
    """The row of a page. A clean row has no labels; a fault without a place labels the whole text."""
    text, marked = labelled(page.separator.join(page.lines))
    labels = [each for label in marked for each in _as_owed(label, page.note)]
    if CONVERTED in page.note and text:
        labels.append({"class": "script", "start": 0, "end": len(text), "owed": False})
    row: Row = {"id": identity, "text": text, "labels": labels, "clean": clean and not labels}
    row |= {
        "genre": page.genre,
        "generated": True,
        "title": bare(page.title),
        "url": page.url,
        "note": page.note,
    }
    return row


def _as_owed(label: Row, note: str) -> Iterator[Row]:
    """The label, not owed if only a hint can tell it, and what it entails."""
    yield label if label["class"] not in HINTS and HINT_ONLY not in note else {**label, "owed": False}
    if label["class"] in ENTAILED:
        yield {**label, "class": ENTAILED[label["class"]], "owed": False}


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


_CORRECTIONS = (
    *(("鍾", "鐘"), ("天后", "天後"), ("養髮生", "養發生"), ("護髮生", "護發生")),
    *(("起于", "起於"), ("單幹煸", "單乾煸"), ("是隻", "是只")),
)
"""What the conversion by phrases gets wrong in our own sentences; found by reading its ambiguous characters."""


def converted(text: str, way: str = "s2tw") -> str:
    """The text in another script, by phrases; marks stay where they are."""
    changed = _converter(way).convert(text)
    if way in ("s2tw", "s2twp", "s2hk"):
        for wrong, right in _CORRECTIONS:
            changed = changed.replace(wrong, right)
    return changed


def in_script(text: str, page: Page) -> str:
    """A wording of ours in the script of the page."""
    return converted(text) if page.script == "t" else text


def half_width(text: str) -> str:
    """Full-width ，；：？！（） as ASCII, as corpora are often normalised."""
    return text.translate(_FOLD)
