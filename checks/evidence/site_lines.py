"""The lines of a text that belong to its site, read near candidates and gathered into blocks.

``site_furniture``, ``site_footer`` and ``meta_line`` tell blocks of the same rows: whether a row of
names is a menu or the foot of the page depends on the rows beside it and on its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from checks.evidence.headlines import MARK
from checks.evidence.imprints import LICENCE, is_imprint, is_reprint
from checks.evidence.line_forms import Table
from checks.evidence.lone_lines import is_foot_line
from checks.evidence.menus import HAN, is_channel, kinds_of
from checks.evidence.page_tools import TITLE, is_bare_pager, is_prompt, pager
from checks.evidence.row_kinds import Row, runs_of, settled
from checks.evidence.site_rows import FORMS, GAP, PARTS, ROW, SURE, UNSURE, read
from checks.model import Candidate, Proof, Span
from checks.text import Line, Text, later

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
NOTICE = 400  # longest line that is read as a copyright notice
GAPS = 3  # at most three unknown channels between known ones
PROSE, WORDS = 40, 8  # characters of a line with a full stop, words of a Latin line: a paragraph
HEAD, TAIL = 40, 80  # lines in which the head and the foot of a page are looked for
LONG_TAIL = 400  # lines in which the last paragraph is: portals print hot lists and comments below it
TOP = 12  # lines under the title in which source and time are printed
LONG, SENTENCE = 60, 19  # characters of a paragraph that no comment is, of a line that is a sentence
BETWEEN = 150  # short lines between two blocks below the text: comments, hot lists, boxes on the author
NEAR = 5  # lines around a copyright line in which a licence speaks for a file and not for a site

_FORMS = Table(FORMS)

_SENTENCE = later(r"。|[.!?]$|,[^,]*,[^,]*,")  # folded texts may have lost their full stops


_ABSTRACT = later(
    r"[\W_]*(?:中文|内容)?(?:摘 *要|提 *要|abstract)|本(?:文|研究|论文)[^。]{0,60}(?:研究|探讨|考察|分析|论述|采用)"
)


_ENDS = ("。", "！", "？", "”", ".", "!", "?")


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
    notices = is_imprint(folded) or is_reprint(folded) or is_foot_line(folded)
    told = notices or is_prompt(folded) or bool(pager(folded, in_tail=True))
    return told or _FORMS.kind_of(folded, "tail") in ("footer", "editor")


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
        return Row(
            number, start, end, *reading._replace(kind=self._in_its_place(reading.kind, number, words))
        )

    def _in_its_place(self, kind: str, number: int, words: str) -> str:
        """The kind of a line that only its place decides; the others as they are."""
        if kind == "rights":
            return "footer"
        if kind == "keys":
            return "text" if self._beside_abstract(number) else "meta"
        if kind.endswith("!"):  # a word that is the site's own only below a paragraph
            return kind.rstrip("!") if self._is_below(number) else "gap"
        if kind in ("text", "gap", "menu") and number == self.first and is_channel(words):
            return "channels"
        neighbour = kind in ("text", "gap") and number >= self.tail and self._is_neighbour(number)
        return "pager" if neighbour else kind

    def _is_below(self, number: int) -> bool:
        """The line follows the last paragraph, and there is one: a list or verse has no foot."""
        return number >= self.tail > 0 and self._is_paragraph(self.text.lines[self.tail - 1])

    @cached_property
    def first(self) -> int:
        """Number of the first line with something on it."""
        return next((n for n, line in enumerate(self.text.lines) if line.stripped), 0)

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

    def _beside_abstract(self, number: int) -> bool:
        """Keywords below an abstract, or right above it, belong to a paper."""
        around = self.text.lines[max(number - TOP, 0) : number + 1 + NEAR]
        return any(_ABSTRACT.match(self.text.folded(line.start, line.start + NOTICE)) for line in around)

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
        for number in range(count - 1, max(count - 1 - LONG_TAIL, -1), -1):
            if self._is_paragraph(self.text.lines[number]):
                return number + 1
        return max(count - TAIL, 0)

    @cached_property
    def foot(self) -> int:
        """Number of the first line after the last long paragraph; comments are shorter. 0 if there is none."""
        low = max(len(self.text.lines) - LONG_TAIL, 0)
        for number in range(len(self.text.lines) - 1, low - 1, -1):
            line = self.text.lines[number]
            if len(line.text) > LONG and self._is_paragraph(line):
                return number + 1
        return 0

    def is_loose(self, block: Block, after: Block) -> bool:
        """Only short lines stand between two blocks below the text, few of them sentences."""
        between = range(block.rows[-1].number + 1, after.rows[0].number)
        if not 0 < self.foot <= block.rows[0].number or len(between) > BETWEEN:
            return False
        lines = [self.text.lines[n].stripped for n in between]
        sentences = sum(len(line) > SENTENCE and line.endswith(_ENDS) for line in lines)
        marked = sum(bool(MARK.match(line)) for line in lines)  # a list of links, which is told as one
        return max(map(len, lines), default=0) <= TITLE and 3 * max(sentences, marked) <= len(lines)

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
        kinds = settled(rows)
        links = sum(kinds_of(row.names).count("footer_links") for row in rows)
        foot = "footer" in kinds or 2 * links > sum(len(row.names) for row in rows) > 2
        for i, row in enumerate(rows):
            if foot and row.number >= self.tail and kinds[i] in ("menu", "channels", "aside"):
                kinds[i] = "footer"
        kept = [run for run in runs_of(kinds) if run[0] not in UNSURE and run[0] != "aside"]
        for (kind, block), after in zip_longest(kept, kept[1:]):
            reach = rows[after[1][0]].start if after and {kind, after[0]} <= SURE else 0
            yield Block(kind, tuple(rows[i] for i in block), rows[block[-1]].number >= self.tail, reach)


def is_last(text: Text, line: Line) -> bool:
    """No paragraph follows the line, as far as the foot of a page reaches."""
    page, number = _Page(text), text.line_number(line.start)
    return page.tail <= number + 1 and number >= len(text.lines) - TAIL


def lines_with(text: Text, candidates: Sequence[Candidate]) -> tuple[Line, ...]:
    """The lines with a candidate, each once while candidates come in order; no other line is looked at."""
    view, lines, start, end = text.view, [], -1, -1
    for candidate in candidates:
        middle = (candidate.start + candidate.end) // 2  # a phrase may begin and end with a newline
        if start <= middle <= end:
            continue
        start, end = view.rfind("\n", 0, middle) + 1, view.find("\n", middle)
        end = end if end >= 0 else len(view)
        lines.append(Line(start, end, view[start:end]))
    return tuple(lines)


def blocks_in(text: Text, lines: Iterable[Line]) -> tuple[Block, ...]:
    """The blocks around these lines, each once."""
    short = (line.start for line in lines if len(line.stripped) <= NOTICE)
    return _blocks_around(text, tuple(map(text.line_number, short)))


def _with_what_is_between(page: _Page, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each with the short lines between it and the next certain one: below the text all is the site's."""
    nearest: Block | None = None
    kept = []
    for block in reversed(blocks):
        if block.kind in SURE:
            if (
                nearest and block.kind != "meta" and page.is_loose(block, nearest)
            ):  # below a byline stands a text
                block = block._replace(reach=nearest.rows[0].start)
            nearest = block
        kept.append(block)
    yield from reversed(kept)


@lru_cache(maxsize=1)  # both rules ask for the same blocks, one after the other
def _blocks_around(text: Text, numbers: tuple[int, ...]) -> tuple[Block, ...]:
    page, done = _Page(text), -1
    blocks: list[Block] = []
    for number in numbers:
        if number > done:
            rows = page.run(number, done)
            blocks += page.blocks(rows)
            done = rows[-1].number if rows else number
    return tuple(_with_what_is_between(page, blocks))
