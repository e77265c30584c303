"""The lines of a text that belong to its site, read near candidates and gathered into blocks.

``site_furniture``, ``site_footer`` and ``meta_line`` tell blocks of the same rows: whether a row of
names is a menu or the foot of the page depends on the rows beside it and on its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby, zip_longest
from typing import NamedTuple

from checks.evidence.imprints import LICENCE, is_imprint, is_reprint
from checks.evidence.menus import HAN, kinds_of
from checks.evidence.page_tools import TITLE, is_bare_pager, is_prompt, pager
from checks.evidence.site_rows import GAP, PARTS, ROW, SURE, UNSURE, read
from checks.model import Candidate, Proof, Span
from checks.text import Line, Text

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
NOTICE = 400  # longest line that is read as a copyright notice
GAPS = 3  # at most three unknown channels between known ones
PROSE, WORDS = 40, 8  # characters of a line with a full stop, words of a Latin line: a paragraph
HEAD, TAIL = 40, 80  # lines in which the head and the foot of a page are looked for
TOP = 12  # lines under the title in which source and time are printed
NEAR = 5  # lines around a copyright line in which a licence speaks for a file and not for a site

_SENTENCE = re.compile(r"。|[.!?]$|,[^,]*,[^,]*,")  # folded texts may have lost their full stops


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
    reach: int = 0  # where the next block of the same run begins: what stands before it is of the site too

    def span(self, text: Text, cls: str) -> Span:
        """The block as a span of a class."""
        last = self.rows[-1].end
        between = text.view[last : max(self.reach, last)].rstrip()
        return span_of(text, cls, self.rows[0].start, last + len(between))


def span_of(text: Text, cls: str, start: int, end: int) -> Span:
    """A place of the view as a span whose detail ``first`` quotes its beginning."""
    first = " ".join(text.view[start : min(end, start + 30)].split())
    return text.span(cls, start, end, Proof.STRONG, first=first)


def _of_page(folded: str) -> bool:
    """A line with a full stop that no paragraph is all the same."""
    notices = is_imprint(folded) or is_reprint(folded)
    return notices or is_prompt(folded) or bool(pager(folded, in_tail=True))


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
        words, at = self.text.view[start:end], self._stands_at(number)
        reading = read(words, at=at)
        if reading.kind == "rights" and self._licensed(number):
            reading = read(words, at=at, licensed=True)
        elif reading.kind == "rights":
            reading = reading._replace(kind="footer")
        elif reading.kind == "keys":
            reading = reading._replace(kind="text" if self._below_abstract(number) else "meta")
        elif reading.kind in ("text", "gap") and at == "tail" and self._is_neighbour(number):
            reading = reading._replace(kind="pager")
        return Row(number, start, end, *reading)

    def _stands_at(self, number: int) -> str:
        if number >= self.tail:
            return "tail"
        return "top" if number < TOP else "head" if number < HEAD else "body"

    def _is_neighbour(self, number: int) -> bool:
        """The title of the next article, below a line that says only 下一篇."""
        before = next((n for n in (number - 1, number - 2) if n >= 0 and self.text.lines[n].stripped), None)
        start, end = self.text.lines[number].inner
        if before is None or end - start > TITLE:
            return False
        above = self.text.lines[before].inner
        return above[1] - above[0] <= GAP + 10 and is_bare_pager(self.text.folded(*above))

    def _below_abstract(self, number: int) -> bool:
        """Keywords below an abstract belong to a paper."""
        return any(
            re.match(
                r"[\W_]*(?:中文|内容)?(?:摘 *要|提 *要|abstract)",
                self.text.folded(line.start, line.start + 20),
            )
            for line in self.text.lines[max(number - TOP, 0) : number]
        )

    def _licensed(self, number: int) -> bool:
        """A licence, a contract or the imprint of a book stands around it, or the English text is one."""
        if self._is_licence and not HAN.search(self.text.lines[number].text):
            return True
        around = range(max(number - NEAR, 0), min(number + NEAR + 1, len(self.text.lines)))
        return any(self._speaks_of_licence(n) for n in around)

    @cached_property
    def _is_licence(self) -> bool:
        return "icense" in self.text.view

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
        if not HAN.search(folded):
            return folded.count(" ") >= WORDS and not re.search(r"[|·•┊]", folded) and not _of_page(folded)
        return len(folded) > PROSE and bool(_SENTENCE.search(folded)) and not _of_page(folded)

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
        kinds = _settled(rows, _without_lone_services(rows))
        links = sum(kinds_of(row.names).count("footer_links") for row in rows)
        foot = "footer" in kinds or 2 * links > sum(len(row.names) for row in rows) > 2
        for i, row in enumerate(rows):
            if foot and row.number >= self.tail and kinds[i] in ("menu", "aside"):
                kinds[i] = "footer"
        kept = [run for run in _runs_of(kinds) if run[0] not in UNSURE and run[0] != "aside"]
        for (kind, block), after in zip_longest(kept, kept[1:]):
            reach = rows[after[1][0]].start if after and {kind, after[0]} <= SURE else 0
            yield Block(kind, tuple(rows[i] for i in block), rows[block[-1]].number >= self.tail, reach)


def _settled(rows: Sequence[Row], kinds: Sequence[str]) -> list[str]:
    """The kinds after each unsure row has asked its neighbours."""
    settled = list(kinds)
    for base, run in _runs_of([kind.rstrip("?") for kind in kinds]):
        if all(kinds[i] in UNSURE for i in run):
            beside = [kinds[i] for i in (run[0] - 1, run[-1] + 1) if 0 <= i < len(kinds)]
            enough = (
                base in ("tool", "pager") and len(run) >= 3 and sum(rows[i].size for i in run) >= 2 * len(run)
            )
            if not (enough or not SURE.isdisjoint(beside)):
                continue
        for i in run:
            settled[i] = base
    return settled


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


def is_last(text: Text, number: int) -> bool:
    """No paragraph follows the line, as far as the foot of a page reaches."""
    page = _Page(text)
    return page.tail <= number + 1 and number >= len(text.lines) - TAIL


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
