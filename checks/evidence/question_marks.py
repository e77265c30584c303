"""A ``?`` that asks, and one that stands where a character was lost.

Encoders write ``?`` for what the target encoding has no place for: a rare character in a name, the dot
in a foreign name, quotation marks, spaces of all kinds. Such a mark stands where no question ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.lexicon import missing_between
from checks.model import Proof
from checks.phrases import phrase_groups
from checks.text import Line, Text, any_of, fold, is_han, later


class Lost(NamedTuple):
    """``[start, end)`` of the view that a loss takes, how sure, by which sign, and what stood there."""

    start: int
    end: int
    proof: Proof
    sign: str
    original: str | None = None


_GROUPS = phrase_groups("lost_marks")
_ASKS = any_of(_GROUPS["question_words"])
_EITHER_OR = later(r"(.)[不没](?:有)?\1")
_NAME = "".join(_GROUPS["foreign_names"])
_NAME += "".join(c for c in map(chr, range(0x4E00, 0xA000)) if c not in _NAME and fold(c) in _NAME)
_SURNAMES = "".join(_GROUPS["surnames"])
_SURNAMES += "".join(
    c for c in map(chr, range(0x4E00, 0xA000)) if c not in _SURNAMES and fold(c) in _SURNAMES
)
_HAN = "\u3400-\u9fff"

SENTENCE = (
    60  # characters before a mark in which its question word stands; 99 % of the questions in clean text
)
_BREAK = later(r"[。！!\n]")  # not "?": of several questions in a row the first has the word


def asks(view: str, place: int) -> bool:
    """Whether the sentence before this place has a question word."""
    before = view[max(place - SENTENCE, 0) : place]
    said = fold(_BREAK.split(before)[-1])
    return bool(_ASKS.search(said) or _EITHER_OR.search(said))


def losses_in(text: Text) -> Iterator[Lost]:
    """Every place where ``?`` stands for a loss; places may overlap."""
    seen = (found for _, found in zip(range(MOST_MARKS), _MARKS.finditer(text.view), strict=False))
    marks = [found for found in seen if not _LEGEND.match(text.view, found.end())]
    for found in marks:
        if sign := _sign_of(text.view, found):
            yield Lost(*found.span(), Proof.STRONG, sign)
    if "?" in text.view:
        yield from _lines_of_marks(text)
        yield from _line_heads(text)
        yield from _alone(text)
        yield from _many(text, [found for found in marks if found[0][0] == "?"])
    yield from _in_words(text, marks)


MOST_MARKS = 2_000
_MARKS = later(r"\?[!！]\?|\?{1,40}|？{1,40}")

# --- where no question mark can stand

ADDRESS = later(r"(?:://|www\.|[\w-]\.(?:com|cn|net|org|php|html?|aspx?|jsp))\S{0,300}$")
_OPENING, _PAUSES = frozenset("“《「『【"), frozenset("，、；：")
_LEGEND = later("表示|代表|意为|意為|意思|标记|標記|匹配|号|號")  # the mark itself is spoken of
_UNIT = later('[万亿元米%％倍个公千平岁吨]|[”"]|' + "|".join(_GROUPS["dated_events"]))
_DIGITS = later(r"(?:^|[^A-Za-z_0-9./?&=%#:-])(\d{1,4})$")
_FIGURE, _DAY = later(r"\d{1,4}"), later(r"\d{1,2}[日号]")
_YEAR, _MONTH = later(r"\d年$"), later(r"\d月$")
_SHORT_FORM = later(r"(?:s|t|re|ve|ll|m|d)(?![A-Za-z])")
_COUNTED = frozenset("条章节届次期")


def _sign_of(view: str, found: re.Match[str]) -> str:
    """The sign by which one mark, or one run of marks, is known for a loss; empty if there is none."""
    start, end = found.span()
    before, after = view[start - 1 : start], view[end : end + 1]
    if not before or not after or ADDRESS.search(view[max(start - 300, 0) : start]):
        return ""
    if is_han(after) and (before in _PAUSES or before in _OPENING or before in ",;。") and found[0][0] == "?":
        return "after_mark"
    sign = _sign_of_words(view, start, end) or _sign_of_number(view, start, end)
    if not sign and after in _PAUSES and is_han(before) and found[0][0] == "?":
        sign = "before_mark"
    return sign if sign in ("number", "apostrophe", "") or not asks(view, start) else ""


def _sign_of_words(view: str, start: int, end: int) -> str:
    """Between the syllables of a foreign name, in an English short form, in the marks that end a quotation."""
    run, after = view[start:end], view[end : end + 4]
    if run == "?" and set(view[start - 2 : start] + after[:2]) <= set(_NAME) and len(after) >= 2:
        return "name"
    if (
        len(run) >= _MANY
        and run[0] == "?"
        and (is_han(after[:1]) or after[:1] in _PAUSES or after[:1].isdigit())
    ):
        return "run"
    if len(run) == 3 and run[1] in "!！" and (is_han(after[:1]) or after[:1].isdigit() or after[:2] == "/p"):
        return "marks"
    before = view[start - 1]
    return (
        "apostrophe"
        if run == "?" and before.isascii() and before.isalpha() and _SHORT_FORM.match(after)
        else ""
    )


def _sign_of_number(view: str, start: int, end: int) -> str:
    """In place of the day, the month, the number of an article, a decimal point, the dot of a date."""
    before, after = view[max(start - 6, 0) : start], view[end : end + 8]
    if len(view[start:end]) > 1 or before[-1] in "几哪多":
        return ""
    month = after[0] == "月" and (_DAY.match(after[1:]) or _YEAR.search(before))
    day = after[0] == "日" and _MONTH.search(before)
    article = before[-1] == "第" and after[0] in _COUNTED
    digits = _DIGITS.search(before) and _FIGURE.match(after)
    point = digits and _UNIT.match(view[end + digits.end() : end + 12])
    return "number" if month or day or article or point else ""


# --- lines that begin with marks, and lines that are nothing else

_MARKS_ONLY = later(r"^[^\S\n]*(?=[^\n]{0,200}\?)[^一-鿿぀-ヿ가-힣\n]{4,4000}$", re.M)
_GROUP = later(r"\?+")
_FORMAT = later(r"[#0?., ]*\?/\?[#0?., ]*")  # of fractions in a spreadsheet: # ???/???
_FEW = (
    6  # marks of a line that holds no letters but Latin ones; "???" alone is a title, "????!" is excitement
)
_MANY = 8  # marks that stand alone in a line of their own: as many as an excited writer sets, and more
_HEAD = later(  # not the flags of a program that compares files: ??5??????
    rf"^[ \t\u3000]*(\?{{1,40}})(?=[{_HAN}“《（「\d])(?!\d\?\?)", re.M
)
_BULLET = later(rf"^[ \t\u3000]*(\?)[ \t\u3000\xa0](?=[{_HAN}“《A-Za-z\d])", re.M)


def _lines_of_marks(text: Text) -> Iterator[Lost]:
    for found in _MARKS_ONLY.finditer(text.view) if "??" in text.view else ():
        line = found[0].strip()
        groups = _GROUP.findall(line)
        marks = sum(map(len, groups))
        letters = sum(c.isalpha() and c.isascii() for c in line)
        start = found.start() + found[0].index(line)
        alone = len(groups) == 1 and line == groups[0] and start > 0 and marks < _MANY
        told = marks >= _FEW and marks > 2 * letters and not alone
        if told and "://" not in line and not _FORMAT.fullmatch(line):
            yield Lost(start, start + len(line), Proof.STRONG, "line")


def _line_heads(text: Text) -> Iterator[Lost]:
    heads = list(_HEAD.finditer(text.view))
    if len(heads) >= 2 or any(len(head[1]) >= 2 for head in heads):
        yield from (Lost(*head.span(1), Proof.STRONG, "head") for head in heads)
    bullets = [b for b in _BULLET.finditer(text.view) if not asks(text.view, text.line_at(b.start()).end)]
    if len(bullets) >= 3:
        yield from (Lost(*bullet.span(1), Proof.STRONG, "head") for bullet in bullets)


_ALONE = later(r"^[^\S\n]*(\?)[^\S\n]*$", re.M)
_BYLINE = later(rf"^[^\S\n]*[{_SURNAMES}][{_HAN}]{{1,2}}(\?)[{_SURNAMES}][{_HAN}]{{1,2}}[^\S\n]*$", re.M)
PROSE = 12  # Han of a line that is no remark of a chat


def _alone(text: Text) -> Iterator[Lost]:
    """A line of one mark between lines of prose: a space or an icon. Two names with a mark between them."""
    for found in _ALONE.finditer(text.view):
        number = text.line_number(found.start(1))
        beside = [
            line for line in text.lines[max(number - 2, 0) : number + 3] if line.stripped not in ("", "?")
        ]
        if beside and all(sum(map(is_han, line.text)) >= PROSE for line in beside):
            yield Lost(*found.span(1), Proof.STRONG, "head")
    yield from (Lost(*found.span(1), Proof.STRONG, "name") for found in _BYLINE.finditer(text.view))


# --- many marks in the middle of sentences

_BESIDE = frozenset("，、；：“”")
DENSE = (
    0.15  # marks to Han of a line whose characters had no place in the target encoding; questions: under 0.07
)
SPARSE = 3  # marks in the middle of sentences without question words that no writer of full-width text sets


def _many(text: Text, marks: list[re.Match[str]]) -> Iterator[Lost]:
    view = text.view
    middle = [found for found in marks if _in_middle(view, *found.span())]
    lost = [found for found in middle if not asks(view, found.start())]
    for number in sorted({text.line_number(found.start()) for found in lost}):
        yield from _dense_line(text.lines[number])
    if not lost or not is_typed_wide(view):
        return
    said = [found for found in lost if _PAUSE.search(text.line_at(found.start()).text)]
    if len(said) >= SPARSE and len(said) >= 0.7 * len(marks):
        yield from (Lost(*found.span(), Proof.STRONG, "middle") for found in lost)
    about = Counter(view[found.start() - 1] + view[found.end()] for found in lost)
    for found in lost:
        if about[view[found.start() - 1] + view[found.end()]] >= 2:
            yield Lost(*found.span(), Proof.STRONG, "again")  # a name: no two questions meet so
        elif _ONE.search(view[max(found.start() - 2, 0) : found.start()]):
            yield Lost(*found.span(), Proof.STRONG, "name")
        elif found in said:
            yield Lost(*found.span(), Proof.HINT, "middle")


_PAUSE = later(
    "[，。、；：]"
)  # of a line that is a sentence; a headline asks and answers without: 还会涨?专家回应
_ONE = later(rf"(?:^|[，。、；：“”》）\s])[{_HAN}]$")  # a sentence of one character that is none: 朱?基


def _in_middle(view: str, start: int, end: int) -> bool:
    before, after = view[start - 1 : start], view[end : end + 1]
    return (
        bool(before and after)
        and (is_han(before) or before in _BESIDE)
        and (is_han(after) or after in _BESIDE)
    )


def _dense_line(line: Line) -> Iterator[Lost]:
    marks = line.text.count("?")
    han = sum(map(is_han, line.text))
    if marks >= 4 and marks >= DENSE * (han + marks):
        start, end = line.text.index("?"), line.text.rindex("?") + 1
        yield Lost(line.start + start, line.start + end, Proof.STRONG, "dense")


def is_typed_wide(view: str) -> bool:
    """The text is typed with full-width marks, so that its questions end in full-width ones."""
    return view.count("，") >= 3 and view.count("，") > 4 * len(
        re.findall(r"[\u4e00-\u9fff],", view[:20_000])
    )


# --- inside a word of the dictionary


def _in_words(text: Text, marks: list[re.Match[str]]) -> Iterator[Lost]:
    """Marks inside a word; a single full-width one may end a question that has no question word."""
    lost = [*_cutting_words(text, marks)]
    if len(lost) > 1 or not all(text.view[each.start] == "？" for each in lost):
        yield from lost


def _cutting_words(text: Text, marks: list[re.Match[str]]) -> Iterator[Lost]:
    for found in marks:
        start, end = found.span()
        if end - start == 1 and _in_middle(text.view, start, end) and not asks(text.view, start):
            left, right = text.folded(start - 3, start), text.folded(end, end + 3)
            whole = missing_between(left, right)
            missing = {m for b, m, a in whole if len(m) == 1 and b and a and len(b + a) == 3}
            if missing:
                yield Lost(start, end, Proof.STRONG, "word", missing.pop() if len(missing) == 1 else None)
