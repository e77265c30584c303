"""Emphasis of Markdown, *so*, **so** and __so__, told from signs that stand for a word."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from checks.text import is_han, later

# Found by reading the even half of the labelled pages, which are Markdown in part, and examples of our own.
BOLD, LONG_BOLD = 60, 400  # characters that emphasis holds at most, the latter from a pause on
NEAR = 1_000  # characters of the line that are read to either side
WIDEST = 3  # signs of emphasis

_ADDRESS = later(r"\]\([^()\s]{1,300}\)")
_STARS, _GAPS = later(r"[*＊]+"), later("_+")
_BOLD_LINE = later(r"(?:^|\n)[ \t>#-]{0,8}\*\*[^*\n]{1,80}\*\*")
_NOTE = later(r"(?:^|\n)[ \t\u3000]*[*＊](?![*＊])")
_PAUSE, _STOP = later("[。！？；，、!?;,:：]"), later("[。！？]")


@lru_cache(maxsize=2)
def uses_emphasis(view: str) -> bool:
    """A line of the text opens with emphasis."""
    return bool(_BOLD_LINE.search(view))


@lru_cache(maxsize=2)
def has_notes(view: str) -> bool:
    """Lines begin with an asterisk: notes or items."""
    return bool(_NOTE.search(view))


_OPERATION = later(r"[A-Za-z0-9)\]]\s?[*＊]\s?[A-Za-z0-9(\[]|(?:运算|運算|星号|星號)[“「]?[*＊]")
OPERATIONS = 2  # products in a text from which on the sign is one of arithmetic or of a program


@lru_cache(maxsize=2)
def is_operator(view: str) -> bool:
    """The asterisk joins letters and figures in this text: a*b, 3*4, an operation *."""
    return sum(1 for _ in islice(_OPERATION.finditer(view), OPERATIONS)) >= OPERATIONS


@lru_cache(maxsize=8)
def is_note(view: str, signs: str) -> bool:
    """These asterisks stand twice: behind a word, and later at the head of the line that is the note."""
    runs = [run for run in _STARS.finditer(view) if run[0] == signs]
    return (
        len(runs) == 2
        and not view[: runs[1].start()].rpartition("\n")[2].strip()
        and "\n" in view[: runs[1].start()]
    )


def is_emphasis(view: str, start: int, end: int) -> bool:
    """The run at a place is one of a pair on its line, and what the pair holds is a phrase.

    >>> view = "这里**很重要**，要记住"
    >>> is_emphasis(view, 2, 4), is_emphasis("打击**活动，维护**的人", 2, 4)
    (True, False)
    """
    if end - start > WIDEST:
        return False
    low = max(view.rfind("\n", max(start - NEAR, 0), start) + 1, start - NEAR, 0)
    high = view.find("\n", end, end + NEAR)
    line = view[low : high if high >= 0 else end + NEAR]
    signs = _GAPS if view[start] == "_" else _STARS
    runs = [run for run in signs.finditer(line) if len(run[0]) == end - start]
    pairs = list(pairwise(runs))[::2] if len(runs) % 2 == 0 else []
    here = (opened for opened in pairs if start - low in (opened[0].start(), opened[1].start()))
    return any(_holds_phrase(line, opened, closed) for opened, closed in here)


def _holds_phrase(line: str, opened: re.Match[str], closed: re.Match[str]) -> bool:
    """From a pause on it may be long, and hold sentences up to a pause; amid a sentence it holds no pause."""
    held = _ADDRESS.sub("", line[opened.end() : closed.start()])
    if not held.strip() or held != held.strip() or _PAUSE.match(held):
        return False
    sentences = bool(_STOP.search(held[:-1]))
    if not is_han(line[opened.start() - 1 : opened.start()] or " "):
        return len(held) <= LONG_BOLD and (not sentences or not is_han(held[-1]))
    amid = is_han(line[closed.end() : closed.end() + 1] or " ")
    return len(held) <= BOLD and not sentences and not (amid and _PAUSE.search(held))
