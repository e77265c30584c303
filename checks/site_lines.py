"""The lines of a text that belong to its site, read near candidates and gathered into blocks.

``site_furniture`` and ``site_footer`` tell blocks of the same rows: whether a row of names is a
menu or the foot of the page depends on the rows beside it and on its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from checks.imprints import ASIDE, LICENCE, REGISTERED, is_imprint, is_notice, is_rights
from checks.menus import HAN, STOP, is_bookmark, is_menu_row, is_path, is_share, kinds_of, names_in
from checks.model import Candidate, Proof, Span
from checks.text import Line, Text, fold

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
ROW = 200  # longest line that is read as furniture: glued link rows of portals reach 150 characters
NOTICE = 400  # longest line that is read as a copyright notice
GAP, GAPS = 10, 3  # a channel we do not know: short, and at most three of them between known ones
PROSE, WORDS = 40, 8  # characters of a line with a full stop, words of a Latin line: a paragraph
HEAD, TAIL = 40, 80  # lines in which the head and the foot of a page are looked for
NEAR = 5  # lines around a copyright line in which a licence speaks for a file and not for a site
REMEMBERED = 4096  # lines that are read once only: pages of one site, and hostile texts, repeat their lines

PARTS = frozenset({"menu", "crumb", "share", "bookmark", "footer", "services", "aside"})

_SENTENCE = re.compile(r"。|[.!?]$|,[^,]*,[^,]*,")  # folded texts may have lost their full stops
_LINK = re.compile(r"\[([^\[\]]{1,60})\]\([^()\s]{1,300}\)")
_CODE = re.compile(r"^(?:#|//|/?\*+\s*copyright|/\*|--|<|\||```|\d+[.、)]|[a-f][.、)])|[{}$=]|-{3}")


class Reading(NamedTuple):
    """What one line may be a part of, and the names in it."""

    kind: str  # blank, gap, text, rights (decided by the lines around), or one of PARTS
    names: tuple[str, ...] = ()
    named: int = 0  # characters of the names
    size: int = 0  # characters without separators


class Row(NamedTuple):
    """A line of a text as it was read: its place and its reading."""

    number: int
    start: int
    end: int
    kind: str
    names: tuple[str, ...] = ()
    named: int = 0
    size: int = 0


class Block(NamedTuple):
    """Neighbouring rows of one kind. ``in_tail``: the last of them follows the last paragraph."""

    kind: str
    rows: tuple[Row, ...]
    in_tail: bool

    def span(self, text: Text, cls: str) -> Span:
        """The block as a span of a class."""
        return span_of(text, cls, self.rows[0].start, self.rows[-1].end)


def span_of(text: Text, cls: str, start: int, end: int) -> Span:
    """A place of the view as a span whose detail ``first`` quotes its beginning."""
    first = " ".join(text.view[start : min(end, start + 30)].split())
    return text.span(cls, start, end, Proof.STRONG, first=first)


@lru_cache(maxsize=REMEMBERED)
def read(line: str, *, near_head: bool, in_tail: bool, licensed: bool = False) -> Reading:
    """Read one line. ``licensed``: a licence stands around it, so a copyright line is no foot."""
    folded = _LINK.sub(r"\1", fold(line)).replace("**", "").strip()
    names, named, size = names_in(folded) if len(folded) <= ROW else ((), 0, len(folded))
    if size == 0:
        return Reading("blank")
    if _CODE.search(folded):
        return Reading("text", names, named, size)
    kind = _whole_line(folded, near_head, in_tail) or (_foot(folded, licensed) if in_tail else "")
    if not kind and is_menu_row(folded, names, named, size):
        kind = "services" if set(kinds_of(names)) == {"services"} else "menu"
    if not kind and in_tail and len(folded) <= ROW and ASIDE.match(folded):
        kind = "aside"
    plain = "gap" if size <= GAP and not STOP.search(folded) else "text"
    return Reading(kind or plain, names, named, size)


def _whole_line(folded: str, near_head: bool, in_tail: bool) -> str:
    """Kinds that a line shows by its whole form."""
    if len(folded) > ROW:
        return ""
    if is_path(folded, near_head=near_head):
        return "crumb"
    if is_share(folded, near_edge=near_head or in_tail):
        return "share"
    return "bookmark" if is_bookmark(folded, near_edge=near_head or in_tail) else ""


def _foot(folded: str, licensed: bool) -> str:
    """A notice or a registration is the foot of a page; a copyright line may be."""
    if is_notice(folded):
        return "footer"
    if len(folded) > ROW or folded.endswith("。"):  # a sentence about such lines
        return ""
    if REGISTERED.search(folded):
        return "footer"
    return "rights" if not licensed and is_rights(folded) else ""


class _Page:
    """A text whose lines are read once, and only near a candidate."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.rows: dict[int, Row] = {}
        self.licences: dict[int, bool] = {}

    def row(self, number: int) -> Row:
        if number not in self.rows:
            self.rows[number] = self._read(number, self.text.lines[number])
        return self.rows[number]

    def _read(self, number: int, line: Line) -> Row:
        start, end = line.inner
        if start >= end:
            return Row(number, start, start, "blank")
        if end - start > NOTICE:
            return Row(number, start, end, "text")
        words, near_head, in_tail = self.text.view[start:end], number < HEAD, number >= self.tail
        reading = read(words, near_head=near_head, in_tail=in_tail)
        if reading.kind == "rights" and self._licensed(number):
            reading = read(words, near_head=near_head, in_tail=in_tail, licensed=True)
        elif reading.kind == "rights":
            reading = reading._replace(kind="footer")
        return Row(number, start, end, *reading)

    def _licensed(self, number: int) -> bool:
        """A licence, a contract or the imprint of a book stands around the line."""
        around = range(max(number - NEAR, 0), min(number + NEAR + 1, len(self.text.lines)))
        return any(self._speaks_of_licence(n) for n in around)

    def _speaks_of_licence(self, number: int) -> bool:
        if number not in self.licences:
            start = self.text.lines[number].start
            self.licences[number] = bool(LICENCE.search(self.text.folded(start, start + ROW)))
        return self.licences[number]

    @cached_property
    def tail(self) -> int:
        """Number of the first line after the last paragraph, looked for in the last lines only."""
        count = len(self.text.lines)
        for number in range(count - 1, max(count - 1 - TAIL, -1), -1):
            if self._is_paragraph(self.text.lines[number]):
                return number + 1
        return max(count - TAIL, 0)

    def _is_paragraph(self, line: Line) -> bool:
        start, end = line.inner
        if end - start > NOTICE:
            return True
        folded = self.text.folded(start, end)
        if is_imprint(folded):
            return False
        if not HAN.search(folded):
            return folded.count(" ") >= WORDS and not re.search(r"[|·•┊]", folded)
        return len(folded) > PROSE and bool(_SENTENCE.search(folded))

    def run(self, number: int, after: int) -> list[Row]:
        """Rows around a line that are parts of a site or stand between such parts."""
        if self.row(number).kind not in PARTS:
            return []
        up = self._reach(number, -1, after)
        down = self._reach(number, 1, len(self.text.lines))
        return [self.row(n) for n in range(up, down + 1) if self.row(n).kind in PARTS]

    def _reach(self, number: int, step: int, stop: int) -> int:
        last, gaps = number, 0
        for n in range(number + step, stop, step):
            kind = self.row(n).kind
            if kind in PARTS:
                last, gaps = n, 0
            elif kind == "text" or abs(n - last) > 2 * GAPS + 2:
                break
            else:
                gaps += kind == "gap"
                if gaps > GAPS:
                    break
        return last

    def blocks(self, rows: Sequence[Row]) -> Iterator[Block]:
        """Neighbouring rows of one kind, after each row has learnt its kind from its neighbours."""
        kinds = _without_lone_services(rows)
        links = sum(kinds_of(row.names).count("footer_links") for row in rows)
        foot = "footer" in kinds or 2 * links > sum(len(row.names) for row in rows) > 2
        for i, row in enumerate(rows):
            if foot and row.number >= self.tail and kinds[i] in ("menu", "aside"):
                kinds[i] = "footer"
        for kind, block in _runs_of(kinds):
            if kind != "aside":
                yield Block(kind, tuple(rows[i] for i in block), rows[block[-1]].number >= self.tail)


def _without_lone_services(rows: Sequence[Row]) -> list[str]:
    """The kinds of the rows; names of services are a share row with a label or if there are three."""
    kinds = ["share" if row.kind == "services" else row.kind for row in rows]
    for kind, run in _runs_of(kinds):
        block = [rows[i] for i in run]
        labelled = any(row.kind == "share" for row in block)
        if kind == "share" and not labelled and len({name for row in block for name in row.names}) < 3:
            kinds[run[0] : run[-1] + 1] = ["menu"] * len(run)
    return kinds


def _runs_of(kinds: Sequence[str]) -> list[tuple[str, list[int]]]:
    return [(kind, list(run)) for kind, run in groupby(range(len(kinds)), key=lambda i: kinds[i])]


def numbers_of(text: Text, candidates: Sequence[Candidate]) -> Iterator[int]:
    """Numbers of the lines with a candidate, each once while candidates come in order."""
    start = end = -1
    for candidate in candidates:
        middle = (candidate.start + candidate.end) // 2  # a phrase may begin and end with a newline
        if not start <= middle <= end:
            number = text.line_number(middle)
            start, end = text.lines[number].start, text.lines[number].end
            yield number


def blocks_in(text: Text, candidates: Sequence[Candidate]) -> tuple[Block, ...]:
    """The blocks around the candidates, each once."""
    return _blocks_around(text, tuple(numbers_of(text, candidates)))


@lru_cache(maxsize=1)  # both rules ask for the same blocks, one after the other
def _blocks_around(text: Text, numbers: tuple[int, ...]) -> tuple[Block, ...]:
    page, done = _Page(text), -1
    blocks: list[Block] = []
    for number in numbers:
        if number > done:
            rows = page.run(number, done)
            blocks += page.blocks(rows)
            done = rows[-1].number if rows else number
    return tuple(blocks)
