"""Lists of links in a text: a label with headlines below it, or a run of questions at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.headlines import (
    FRAME,
    HAN,
    LATIN,
    MARK,
    QUESTION,
    SENTENCE,
    Label,
    ListLine,
    are_books,
    group_of,
    headline,
    is_between,
    is_headline,
    link_words,
)
from checks.evidence.menus import GROUPS as MENUS
from checks.evidence.queries import words_in
from checks.evidence.trades import ILLICIT
from checks.model import Proof, Span
from checks.phrases import phrase_groups
from checks.text import Text, later

GROUPS = phrase_groups("link_labels")

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
MEAN = 6  # mean characters of the headlines of a list: names and words are shorter
BETWEEN = 6  # lines between two headlines: blanks, rank, date, source, counts, "not interested"
UNLABELLED = 5  # headlines behind the end of an article before they count as a list
LISTED = 6  # headlines of a page that is nothing but a list
LABELLED = 14  # characters of a label that are quoted
PARAGRAPH, TAIL = 40, 400  # characters of a paragraph; lines from the end in which the last is sought

# Questions of a help page: three at least, longer than those an essay asks; read off labelled pages.
ASKED, ASKED_MEAN, ASKED_MOST = 3, 8, 60
ROW_CELLS, CELL, ROW_MOST = 3, 16, 120  # cells of a row of links by a label, characters of each, of the row
CHANNELS, DIFFERENT, DATED = 4, 3, 3  # headlines behind channel names, names among them; headlines with a day
TOP = 3  # lines above a chapter in which novel sites name other novels
LINKED = 8  # characters of a headline behind its label in the middle of a text
SHORT_MEAN = 4  # mean of headlines when a label stands above and nothing but the list follows
QUESTIONS = (
    frozenset(GROUPS["openers"])
    | frozenset(f" {year}-" for year in range(2005, 2030))
    | frozenset(("?\n", "\n如何", "\n怎么", "\n怎样", "\n什么是"))
)

_SPOKEN = later(r"[!?。]\s*\w|[乎耶哉]\W*$")  # two sentences in a line, or an old text: nobody's title
_ASKS = later(r"(?:如何|怎么|怎样|为什么|什么是|how |what |why ).*|.*[^?]\?$")
_TASK = later(r"[考习试答]题|提纲|思考|讨论|采访|问卷|调查|作业|请|问自己|想一想")
_RANKED = later(r"\(?\d{1,2}[.、)]")
_OF_THE_SITE = later(r"版权|转载|copyright|©|声明|本网|本站|icp")
_COMPOSED = later(rf"(?:{alternation(GROUPS['label_words'] + GROUPS['label_heads'])})+")
_HEADS = later(alternation(GROUPS["label_heads"]))
_RELATED = later(
    r"相关|相近|类似|同类|喜欢|兴趣|推荐|延伸|拓展|扩展|看了|看过|在看|还看|也看|会关注|阅读(?!排|榜)|回顾|猜"
)
_GOODS = later(r"产品|商品")  # a shop's row of links is parted by strokes; prose names goods as well
_READERS = later(r"(?:书迷|书友|大家|读者).{0,3}(?:阅读|看|读)")  # stands above a chapter as well
_LABEL_FRAME = FRAME + "？?~～、,，/"
_BOXED = later(r"[【\[](?P<label>[^【】\[\]]{3,10})[】\]]\s*(?P<rest>[^【】\[\]《》]{8,60})")
_CELLS = later(r"\s*[|·•丨┃,;#、]\s*|\s+")
_CHANNEL = later(
    rf"[\[【|]?({'|'.join(name for name in MENUS['subjects'] if len(name) == 2)})[\]】|:]?\s?(?![馆局学部委厅院界报台网站业性化课中者人系节])(?=[^\s]{{4}})"
)
_DAY = r"[\[(]?(?:(?:19|20)\d\d[-/.])?\d{1,2}[-/.]\d{1,2}(?: \d\d:\d\d(?::\d\d)?)?[\])]?"
_DATED = later(rf"(?:[•·●■◆▪>»-]\s*)?(?:{_DAY}\s+\D.{{4,60}}|.{{5,60}}?(?:\s+{_DAY}|[\[(]{_DAY}[\])]))")


def composed(folded: str) -> tuple[str, str]:
    """The label and what follows its colon, if it is made of nothing but words of labels.

    >>> composed("大家都在看的文章:"), composed("相关热词搜索: 防火 玉米")
    (('大家都在看的文章', ''), ('相关热词搜索', '防火 玉米'))
    """
    head, _, rest = folded.strip(_LABEL_FRAME).partition(":")
    core = head.strip(_LABEL_FRAME).replace(" ", "")
    known = 3 <= len(core) <= 14 and _COMPOSED.fullmatch(core) and _HEADS.search(core)
    return (core, rest.strip()) if known else ("", "")


def cells_of(folded: str) -> list[str]:
    """The links of a row that stands below a label; empty for a sentence."""
    cells = [cell for cell in _CELLS.split(folded.strip(FRAME)) if cell]
    fits = (
        len(cells) >= ROW_CELLS
        and not are_books([folded])
        and max(map(len, cells)) <= CELL
        and not SENTENCE.search(folded)
    )
    return cells if fits and sum(map(len, cells)) >= 2 * len(cells) else []


def are_sold(cells: Sequence[str]) -> bool:
    """Half of the links lead to what is forbidden to sell: that is told as spam, not as the site's own."""
    return 2 * sum(any(w.text in ILLICIT for w in words_in(cell)) for cell in cells) >= len(cells)


class Listed(NamedTuple):
    """What stands under a label: headlines without their marks, and what came after them."""

    items: tuple[str, ...]
    end: int
    last: int  # number of the last line
    mark: str  # what stands before the first headline: a bullet, a rank or nothing
    stopped_by: str  # label, text, end


class ListPage:
    """A text with its labels and the lists below them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.count = len(text.lines)
        self.passed = range(0)  # lines last found to be blank or to stand between headlines
        # The few lines below a label are looked at again from the next label; no more are kept.
        self.line = lru_cache(maxsize=8 * BETWEEN)(lambda number: ListLine(text, number))

    def under(self, number: int, *, bare_links: bool) -> Listed:
        """Collect the headlines below a line."""
        items: list[str] = []
        last, mark, stopped_by = number, "", "end"
        while (n := self._next(last)) < self.count:
            line = self.line(n)
            if n - last > BETWEEN:
                stopped_by = "text" if line.folded else "end"
                break
            item = link_words(line.folded) or ("" if bare_links else headline(line.folded))
            marked, opens_another = MARK.match(line.folded), line.opens_list()
            if opens_another or not item or (mark and not marked):
                stopped_by = "label" if opens_another else "text"
                break
            mark = mark if items else marked[0] if marked else ""
            items.append(item)
            last = n
        return Listed(tuple(items), self.line(last).end, last, mark, stopped_by)

    def _next(self, last: int) -> int:
        """Number of the next line that may be a headline, or of the first one too far away.

        Goes on where the last search ended, so that a column of labels is walked once.
        """
        stop = min(last + BETWEEN + 1, self.count)
        n = self.passed.stop if last + 1 in self.passed else last + 1
        while n < stop and (not (folded := self.line(n).folded) or is_between(folded)):
            n += 1
        self.passed = range(last + 1, n)
        return n

    @cached_property
    def last_paragraph(self) -> int:
        """Number of the last line of running text that is not the site's own notice; -1 if none."""
        for number in range(self.count - 1, max(self.count - 1 - TAIL, -1), -1):
            folded = ListLine(self.text, number).folded
            sentence = len(folded) > PARAGRAPH and SENTENCE.search(folded)
            if sentence and not _OF_THE_SITE.search(folded):
                return number
            if len(folded) > 2 * LATIN and not HAN.search(folded):
                return number
        return -1 if self.count <= TAIL else self.count - TAIL

    def label(self, number: int) -> Label | None:
        """The line as a label: one of the lists, or one that is made of the words of labels."""
        line = self.line(number)
        if (label := line.label()) and not (label.group == "related" and label.rest):
            return label
        if boxed := _BOXED.fullmatch(line.folded):
            group = group_of().get(boxed["label"], "")
            return Label(group, line.start, line.end, rest=boxed["rest"]) if group == "related" else label
        core, rest = composed(line.folded) if line.end - line.start <= ROW_MOST else ("", "")
        if not core:
            return label
        if (_GOODS.search(core) and "|" not in rest) or (rest and core.endswith("问题")):
            return label
        group = "related" if _RELATED.search(core) else "rankings"
        return Label(group, line.start, line.end, line.folded.startswith("#"), rest)

    def row(self, number: int, label: Label) -> tuple[Span | None, int]:
        """The span of a label with a row of links behind or below it, at the end of the page."""
        last, cells = number, cells_of(label.rest)
        while not label.rest and (n := self._filled(last)) and (row := cells_of(self.line(n).folded)):
            cells, last = cells + row, n
        above = number < TOP and len(cells) >= UNLABELLED and _READERS.search(self.line(number).folded)
        placed = above or number > self.last_paragraph
        if not cells or not placed or label.group in ("ends", "lists") or are_sold(cells):
            return None, number
        cls = "site_related_links" if label.group == "related" else "site_link_list"
        words = self.text.view[label.start : label.end].strip(FRAME)[:LABELLED]
        end = self.line(last).end
        return self.text.span(cls, label.start, end, Proof.STRONG, label=words, items=len(cells)), last

    def _filled(self, last: int) -> int:
        """Number of the next line with something on it, two lines away at most; 0 if none."""
        following = range(last + 1, min(last + 3, self.count))
        return next((n for n in following if self.line(n).folded), 0)

    def unlabelled(self, number: int) -> tuple[Span | None, int]:
        """The span of a run of headlines behind names of channels, or with their days, at the end."""
        if number <= self.last_paragraph:
            return None, number
        for form, least in ((_CHANNEL, CHANNELS), (_DATED, DATED)):
            numbers = self._run(number, form)
            heads = {
                found[1] for n in numbers if form is _CHANNEL and (found := form.match(self.line(n).folded))
            }
            if len(numbers) >= least and (form is _DATED or len(heads) >= DIFFERENT):
                start, end = self.line(number).start, self.line(numbers[-1]).end
                words = self.text.view[start:end][:ASKED_MEAN].split("\n")[0]
                span = self.text.span(
                    "site_link_list", start, end, Proof.STRONG, label=words, items=len(numbers)
                )
                return span, numbers[-1]
        return None, number

    def _run(self, number: int, form: re.Pattern[str]) -> list[int]:
        """Numbers of neighbouring lines of a form, none of them a sentence."""
        numbers: list[int] = []
        n = number
        while n and len(numbers) < ASKED_MOST:
            folded = self.line(n).folded
            whole = form.match(folded) if form is _CHANNEL else form.fullmatch(folded)
            if (
                not whole
                or len(folded) > ASKED_MOST
                or SENTENCE.search(folded)
                or folded.endswith((",", ":", ";"))
            ):
                break
            numbers.append(n)
            n = self._filled(n)
        return numbers

    def span(self, number: int, label: Label) -> tuple[Span | None, int]:
        """The span of the list below a label, if it is one, and the last line that was read."""
        found = self.under(number, bare_links=label.heading)
        items = (label.rest, *found.items) if label.rest and is_headline(label.rest) else found.items
        if self._asks_reader(number, items, found):
            return None, found.last
        if label.rest.count("|") > 1 and are_sold(cells_of(label.rest)):
            return None, found.last
        if (
            label.rest.startswith("《")
            or (items and are_books(items))
            or not self._holds(number, label, items, found)
        ):
            return None, found.last
        cls = "site_related_links" if label.group == "related" else "site_link_list"
        start = self.text.lines[number + 1].start if label.group == "ends" else label.start
        start += len(self.text.view[start : found.end]) - len(self.text.view[start : found.end].lstrip())
        end = max(found.end, self.line(number).end)
        words = self.text.view[label.start : label.end].strip(FRAME)
        return self.text.span(cls, start, end, Proof.STRONG, label=words, items=len(items)), found.last

    def _asks_reader(self, number: int, items: Sequence[str], found: Listed) -> bool:
        """Below 相关问题 stand the tasks of a textbook or an outline, and no questions of other visitors."""
        label = self.line(number).folded.strip(_LABEL_FRAME)
        if not label.endswith("问题") or label in group_of():
            return False
        asked = sum(bool(QUESTION.search(item)) and not item.endswith("?") for item in items)
        return bool(found.mark) or number <= self.last_paragraph or asked < ASKED or asked < len(items) - 1

    def _holds(self, number: int, label: Label, items: Sequence[str], found: Listed) -> bool:
        """Enough headlines for this kind of label at this place."""
        tail = found.last >= self.last_paragraph
        if not items:  # a label that nothing follows, at the end of the page
            bare = label.titled or not any(self.line(n).folded for n in self.passed)
            alone = found.stopped_by != "text" and not label.rest and bare
            return tail and alone and label.group in ("related", "rankings")
        short = tail and len(items) >= 3 and label.group in ("related", "rankings")
        if sum(map(len, items)) < (SHORT_MEAN if short else MEAN) * len(items):
            return False
        if label.group == "ends":
            return tail and len(items) >= UNLABELLED
        if label.group == "lists":
            return number < 3 and tail and len(items) >= LISTED and found.stopped_by != "text"
        if tail:
            return len(items) >= (1 if found.mark or label.rest else 2)
        if label.rest and not found.items:  # a link between two paragraphs: 【延伸阅读】 and a headline
            return label.group == "related" and len(items) == 1 and len(label.rest) >= LINKED
        ranked = found.mark[:1].isdigit() and label.group == "related"  # an outline under such a heading
        return not ranked and len(items) >= (2 if found.mark else 3)

    def questions(self, number: int) -> tuple[Span | None, int]:
        """The span of a run of questions at the end of a page: the links of a help page."""
        if number <= self.last_paragraph or not _ASKS.match(self.line(number).folded):
            return None, number
        items, last = [self.line(number).folded], number
        while (n := last + 1) < self.count and len(items) < ASKED_MOST:
            folded = self.line(n).folded
            if folded and not headline(folded):
                if folded.endswith("。"):  # the text goes on: what it is about to answer
                    return None, last
                break
            items += [folded] if folded else []
            last = n
        before = self.line(number - 1).folded if number else ""
        if not _are_titles(items) or _TASK.search(before):
            return None, last
        start, end = self.line(number).start, self.line(last).end
        words = (
            self.text.view[self.line(number - 1).start : self.line(number - 1).end][:ASKED_MEAN]
            if number
            else ""
        )
        return self.text.span("site_link_list", start, end, Proof.STRONG, label=words, items=len(items)), last


def _are_titles(items: Sequence[str]) -> bool:
    """Questions that head pages of their own: long ones, mostly, that nobody asks of somebody, no tasks of a book."""
    asked = sum(bool(_ASKS.match(item)) for item in items)
    ranked = sum(bool(_RANKED.match(item)) for item in items)
    spoken = sum(bool(_SPOKEN.search(item)) for item in items)
    long = sum(map(len, items)) >= ASKED_MEAN * len(items)
    return long and asked >= ASKED and 3 * asked >= 2 * len(items) and ranked <= 1 and 2 * spoken < len(items)
