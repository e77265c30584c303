"""Leads: the title and first paragraphs of an article that stand above a link to the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from checks.evidence.breaks import stops_short
from checks.evidence.menus import is_menu_row, names_in
from checks.text import Line, Text, later

LEAD = 12
"""Characters of the shortest lead: a sentence of a news ticker."""
ITEM, PARAGRAPHS = 1500, 3  # how far up a lead begins: hub pages show one or two paragraphs
TITLE, TITLES = 60, 3  # characters of a title; title, subtitle, line with the source

ROWS, HAND_MADE = 3, 4  # leads in a row that end in dots: set by a machine, or as authors set them
ROW = 16  # characters of the shortest of them; verse and talk have shorter lines
SCANNED = 400  # lines looked at for such rows

DOTS = r"(?:…+|\.{3,6}|\[(?:…|\.{3})\])"
"""An ellipsis as pages print it."""
STOPPED = later(rf"(?:[。！？!?]|(?<!\d)\.|{DOTS})[”\"’』」)）]?\s*\Z")
"""A sentence ends here, or is left open by an ellipsis."""


def line_above(text: Text, start: int) -> Line | None:
    """The line with words that is next above a place."""
    number = text.line_number(start) - 1
    while number >= 0 and not text.lines[number].stripped:
        number -= 1
    return text.lines[number] if number >= 0 else None


def is_menu(line: str) -> bool:
    """A row of channels."""
    if len(line) > 200:
        return False
    names, named, size = names_in(line)
    return "|" in line or is_menu_row(line, names, named, size)


def start_of_lead(text: Text, link: int, after: int) -> int:
    """Where the article begins whose lead a link closes: at its title, else at its last paragraph."""
    low, line = max(after, link - ITEM), text.line_at(link)
    own = line if text.view[line.start : link].strip() else line_above(text, line.start) or line
    first, paragraphs, titles = own, 1, 0
    for above in _lines_above(text, own.start, low):
        if _is_paragraph(above) and not titles and paragraphs < PARAGRAPHS:
            paragraphs += 1
        elif titles < TITLES and _is_title(above):
            titles += 1
        else:
            break
        first = above
    whole = titles or first.start <= _first_ink(text, low)
    return max((first if whole else own).inner[0], after)


def _lines_above(text: Text, start: int, low: int) -> Iterator[Line]:
    while (above := line_above(text, start)) and above.start >= low:
        yield above
        start = above.start


def _first_ink(text: Text, low: int) -> int:
    """The first place from ``low`` on that is no white space."""
    return low + len(text.view[low : low + 50]) - len(text.view[low : low + 50].lstrip())


def _is_paragraph(line: Line) -> bool:
    words = line.stripped
    return len(words) > TITLE or bool(STOPPED.search(words) and len(words) >= LEAD)


def _is_title(line: Line) -> bool:
    words = line.stripped
    return len(words) <= TITLE and not re.search(r"[。；;|｜]", words) and not is_menu(words)


_ROW = later(rf"(?P<body>.*[^。！？!?.…\s”」])\s*(?P<dots>{DOTS})\s*\Z")
_HAND_DOTS = later(r"……|\.{6}")
_COMMA = later(r"[，。；：]|(?<=[㐀-鿿”）])[,;:]")  # titles that are cut have none
_TALK = later(r"[“”「」『』！？!?]|[说說道问問][：:，,]|(?<![其])[我你她](?![国國们們市省县縣区區])")


def rows_of_leads(text: Text) -> Iterator[tuple[int, int]]:
    """Leads that each end in dots, one below the other, each with the titles above it: a hub page.

    An author ends a paragraph so now and then, not three in a row without a word of talk.
    """
    run: list[tuple[Line, Line]] = []
    titles: list[Line] = []
    for line in islice((line for line in text.lines if line.stripped), SCANNED):
        if _is_row(line.stripped):
            run.append((titles[0] if titles else line, line))
            titles = []
        elif len(titles) < TITLES - 1 and _is_title(line):
            titles.append(line)
        else:
            yield from _told(run)
            run, titles = [], []
    yield from _told(run)


def _is_row(words: str) -> bool:
    row = _ROW.match(words) if len(words) <= ITEM else None
    return bool(row and len(row["body"]) >= ROW and _COMMA.search(row["body"]))


def _told(run: Sequence[tuple[Line, Line]]) -> Iterator[tuple[int, int]]:
    """The rows of a run, if they are enough, and cut by a machine."""
    rows = [line.stripped for _, line in run]
    by_hand = sum(bool(_HAND_DOTS.search(words[-8:])) for words in rows)
    talk = sum(bool(_TALK.search(words)) for words in rows)
    if len(rows) < ROWS or 3 * talk > len(rows):
        return
    if by_hand:
        short = sum(stops_short(re.sub(rf"\s*{DOTS}\s*\Z", "", words)) for words in rows)
        if len(rows) < HAND_MADE or 2 * short < len(rows):
            return
    yield from ((first.inner[0], line.inner[1]) for first, line in run)
