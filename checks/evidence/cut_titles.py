"""Titles of other texts that a site cut to the width of a column: 最新文章 and five lines that end in dots.

The heading is evidence, and that nearly all lines below it break off: titles that their authors end in dots
stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.evidence.feet import heads_links
from checks.text import Line, Text, later

ROWS = 3  # titles below a heading
WIDTH = 60  # characters of a title; longer ones are leads
SHORTEST = 8  # characters of one that was too long for its column
LOOKED_AT = 40  # lines below a heading

_CUT_TITLE = later(
    r"(?=(?P<marks>(?:[·•●○■◆▪►▶*\-–]|\d{1,2}[.、．]|[(（\[【]?\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[)）\]】]?|\s)*))(?P=marks)(?P<title>[^\n]*?(?:…{1,2}|\.{2,6}|。{2,3}))(?:\s*[(（\[【]?\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[)）\]】]?)?"
)


def cut_titles(text: Text) -> Iterator[tuple[int, int]]:
    """The places in the view of titles cut with dots, below headings of lists of texts."""
    lines = [line for line in text.lines if line.stripped]
    for number, line in enumerate(lines):
        if heads_links(line.stripped):
            yield from _told(lines[number + 1 : number + 1 + LOOKED_AT])


def _told(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Titles in a row, if enough of them are cut; one in four may have fitted."""
    found, whole = [], 0
    for line in lines:
        match = _CUT_TITLE.fullmatch(line.stripped) if len(line.stripped) <= 2 * WIDTH else None
        if match and SHORTEST <= len(match["title"]) <= WIDTH:
            first = line.inner[0] + match.start("title")
            found.append((first, first + len(match["title"])))
        elif 4 * (whole + 1) <= len(found) + 1 and not heads_links(line.stripped):
            whole += 1
        else:
            break
    if len(found) >= ROWS:
        yield from found
