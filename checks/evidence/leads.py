"""Leads: the title and first paragraphs of an article that stand above a link to the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.evidence.menus import is_menu_row, names_in
from checks.text import Line, Text

LEAD = 12
"""Characters of the shortest lead: a sentence of a news ticker."""
ITEM, PARAGRAPHS = 1500, 3  # how far up a lead begins: hub pages show one or two paragraphs
TITLE, TITLES = 60, 3  # characters of a title; title, subtitle, line with the source

DOTS = r"(?:…+|\.{3,6}|\[(?:…|\.{3})\])"
"""An ellipsis as pages print it."""
STOPPED = re.compile(rf"(?:[。！？!?]|(?<!\d)\.|{DOTS})[”\"’』」)）]?\s*\Z")
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
