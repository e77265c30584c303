"""Notices: what a page says of itself, set apart from what its text says.

A notice is told by three things together: its wording (each rule has its own), the place where it
stands apart (a bracket between sentences, a line of its own, beside an ellipsis, at the end), and
that little else stands there with it. This is what the rules about notices share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from checks.model import Candidate, Span, Words
from checks.text import TERMINALS, Text, visible

NOTICE = 160
"""How long a notice may be, and its line: the longest met, two English sentences, have about 140."""
AFTERWORD = 80
"""Visible characters that may follow the end of a text: a bookmark widget, a byline, a date."""

_BRACKETS = {"(": ")）", "（": "）)", "[": "]］", "［": "］]", "【": "】", "〔": "〕", "〖": "〗"}
_CLOSES = frozenset("".join(_BRACKETS.values()))
_BLANK = " \t\u3000\xa0"
_ELLIPSIS = re.compile(r"…+|\.{3,}|。{2,}|·{3,}|-{3,}")
_DOTS_BEFORE = re.compile(rf"(?:{_ELLIPSIS.pattern})\Z")
_STOP = re.compile(  # one set of characters first, so that re skips all the others
    r"[…。！？!?；;.·-](?:(?<=[…。！？!?；;])[…。！？!?；;]*|(?<=-)--+|(?<=·)··+"
    r"|(?<=\.)(?:\.\.+|(?<![0-9A-Za-z.]\.)|(?=\s|$)))"
)
_LIST_ITEM = re.compile(r"\s*(?:[-－*+•●|]\s|[(（第]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、)）步])")

Kind = Literal["bracket", "line", "ellipsis", "end", "prose"]

WHERE = {
    "bracket": Words("in brackets", "括号内"),
    "line": Words("on a line of its own", "单独一行"),
    "ellipsis": Words("beside an ellipsis", "省略号旁"),
    "end": Words("at the end", "末尾"),
}
"""How each kind of place is named in a message."""

ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]{1,80}|<[^<>]{1,80}>")
SENTENCE_BREAK = re.compile(r"[。!?;…]+|\.{2,}|\.(?= )")
CODE = re.compile(r"[{}=`\\]")
LETTER = re.compile(r"[^\W\d_]")
_LOOSE_SPACE = re.compile(r"(?<=[^!-~]) +| +(?=[^!-~])")


class Place(NamedTuple):
    """A passage of the view that may be a notice, and how it stands in the text.

    ``kind``: a bracket between sentences; a short line of its own that is no item of a list; a
    sentence beside an ellipsis; one at the end of the text, or hung on to a line without a full
    stop; else prose. ``last``: hardly anything follows it.
    """

    start: int
    end: int
    kind: Kind
    by_ellipsis: bool
    last: bool


def notices_in(
    text: Text, candidates: Sequence[Candidate], told: Callable[[Place], Span | None]
) -> Iterator[Span]:
    """Yield each notice once, by the narrowest of its places that ``told`` knows for one."""
    known: dict[tuple[int, int], bool] = {}
    for candidate in candidates:
        for place in places_at(text, candidate.start, candidate.end):
            at = place.start, place.end
            span = told(place) if at not in known else None
            if span:
                yield span
            if known.setdefault(at, span is not None):
                break


def passage_of(text: Text, place: Place) -> str:
    """The words of a place, folded, without addresses and the blanks that set Han apart."""
    return _LOOSE_SPACE.sub("", ADDRESS.sub(" ", text.folded(place.start, place.end)).strip())


def counted_after(text: Text, place: Place) -> int:
    """Visible characters from a notice at the end to the end: what a site does not count as text."""
    return len(visible(text.view[place.start :])) if place.last else 0


def places_at(text: Text, start: int, end: int) -> Iterator[Place]:
    """What may be a notice round ``[start, end)``: its bracket, its short line, its sentence.

    Looks no further than ``NOTICE`` to either side, so that a text of one line costs no more.
    """
    line = text.line_at(start)
    low, high = max(line.start, start - NOTICE), min(line.end, end + NOTICE)
    if bracket := _bracket(text, low, start, end, high):
        yield _placed(text, *bracket, "bracket")
    listed = _LIST_ITEM.match(text.view, line.start)
    if line.end - line.start <= NOTICE and not listed:
        yield _placed(text, *line.inner, "line")
    if sentence := _sentence(text, low, start, end, high):
        place = _placed(text, *sentence, "prose")
        hung_on = place.start > line.start and text.view[place.end - 1] not in TERMINALS
        hung_on &= high == line.end and not text.view[place.end : high].strip()
        ends = not listed and (place.last or hung_on)
        yield place._replace(kind="ellipsis" if place.by_ellipsis else "end" if ends else "prose")


def _placed(text: Text, start: int, end: int, kind: Kind) -> Place:
    left, right = text.view[max(start - 20, 0) : start].rstrip(), text.view[end : end + 20].lstrip()
    dotted = bool(_DOTS_BEFORE.search(left) or _ELLIPSIS.match(right))
    after = text.view[end : end + 5 * AFTERWORD + 1]
    last = len(after) <= 5 * AFTERWORD and len(visible(after)) <= AFTERWORD
    return Place(start, end, kind, dotted, last)


def _bracket(text: Text, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """The bracket round a place, if no sentence runs on through it; unclosed it ends its line."""
    left, right = text.view[low:start], text.view[end:high]
    opened = max(left.rfind(mark) for mark in _BRACKETS)
    if opened < 0 or not _CLOSES.isdisjoint(left[opened:]):
        return None
    closed = min((at + 1 for mark in _BRACKETS[left[opened]] if (at := right.find(mark)) >= 0), default=0)
    if not closed and text.view[high : high + 1] not in ("", "\n"):
        return None
    stop = end + (closed or len(right.rstrip()))
    before = text.view[max(low + opened - 8, 0) : low + opened].rstrip(_BLANK)
    after = text.view[stop : stop + 8].lstrip(_BLANK)
    ended = not before or before[-1] == "\n" or before[-1] in TERMINALS
    free = ended or not after or after[0] == "\n" or _ELLIPSIS.match(after)
    return (low + opened, stop) if free else None


def _sentence(text: Text, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """From stop to stop, an ellipsis left out; None where a stop lies out of reach."""
    stops, stop = list(_STOP.finditer(text.view, low, start)), _STOP.search(text.view, end, high)
    first = stops[-1].end() if stops else low
    last = high if not stop else stop.start() if _ELLIPSIS.match(stop[0]) else stop.end()
    if not stops and text.view[max(low - 1, 0) : low] not in ("", "\n"):
        return None
    if not stop and text.view[high : high + 1] not in ("", "\n"):
        return None
    passage = text.view[first:last]
    return first + len(passage) - len(passage.lstrip()), first + len(passage.rstrip())
