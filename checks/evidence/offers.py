"""Offers: passages that sell something to a stranger, told by how many kinds of evidence meet in them.

A letter that sells is made of parts: it addresses someone, speaks as a firm, excuses itself, names goods and prices,
persuades, calls to act, gives a channel, takes leave. No part proves anything; that many of them stand close together
does. What a passage needs grows with its length, for a long text gathers such words by chance.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from checks.evidence.channels import channels_in
from checks.phrases import phrase_groups
from checks.text import Text, any_of

GROUPS = phrase_groups("offers")

# Evidence of one kind counts up to `most` different words, each with its weight. Set by reading 50 spam mails of 2005
# and as many look-alikes; the kinds that only unasked letters have weigh two.
_COUNTS = {
    "addressed": (1, 2), "sender": (2, 1), "unasked": (2, 2), "offered": (3, 1), "goods": (3, 1), "price": (3, 1),
    "persuasion": (3, 1), "call": (3, 1), "farewell": (1, 2), "channel": (3, 1), "address": (1, 1), "person": (1, 1),
}  # fmt: skip
_PATTERNS = {
    **{kind: any_of(GROUPS[kind]) for kind in _COUNTS if kind in GROUPS},
    "address": re.compile(
        r"https?://[!-~]{4}|www\.[a-z0-9-]|[a-z0-9_.-]{2,30}@[a-z0-9-]{2,30}\.[a-z]{2}|e ?-? ?mail ?:"
    ),
    "person": re.compile(
        r"联 {0,4}系 {0,4}人|业务员:|[\u4e00-\u9fff](?:先生|小姐|女士|经理|老师|生)(?= {0,4}[:(]? ?[01]\d)"
    ),
    "price": re.compile(
        any_of(GROUPS["price"]).pattern + r"|\d[\d,.]*(?:万|多|余)?元|\d(?:\.\d)?%(?:左右|返|起)|[¥$]\d|\d折"
    ),
}
_TOLD_OF, _OFFICIAL = any_of(GROUPS["told of"]), any_of(GROUPS["official"])
# A passage that no number, address or account stands in cannot be an offer; looked for before anything is folded.
_REACHED = re.compile(
    r"(?:[0-9０-９][-—－ .]{0,2}){6}|[@＠]|www|://|微信|[QqＱｑ]{2}|[①-⑳❶-❿]{3}|[零〇一二三四五六七八九]{7}|[电電] {0,4}[话話]|Tel|TEL"
)

GAP = 300
"""Characters without evidence that part one passage from the next: three lines of prose."""
# Visible characters up to which a passage is an offer with this weight; swept 6-14 on the mails and look-alikes.
_NEEDED = ((160, 7), (400, 8), (900, 9), (1_600, 11), (3_000, 13))
_KINDS = 5  # of evidence that must meet: an appointment has three or four, a product page four
_DOUBT = 2  # taken off for each further word of reports, tenders and lessons: two of them undo a channel and a call
_WHOLE = 0.5  # of the text lies in the offer: then the letter is the document
_LETTERLY = frozenset({"unasked", "farewell"})
_PRESENTED = re.compile(
    "公司简介|企业简介|公司概况|企业概况|关于我们|关于本|品牌故事|发展历程|企业文化|成立于|创立于|始建于|创办于"
)
_COURTING = frozenset({"persuasion", "addressed", "unasked", "sender", "farewell"})
_TELLING = frozenset({"channel", "unasked", "farewell", "person"})
_STOP = re.compile(r"[。！？!?]+[”」』\"]?")
_HAN = re.compile(r"[㐀-鿿]")
_NEAR = 300  # letters round an offer in which a notice or a report shows itself
_LETTER, _EDGE = 6_000, 200  # characters of a letter, of its head and of what may follow its end


class Evidence(NamedTuple):
    """One word of an offer: its kind and its place in the view."""

    kind: str
    start: int
    end: int
    word: str


class Offer(NamedTuple):
    """A passage of the view that sells something."""

    start: int
    end: int
    kinds: int
    words: tuple[str, ...]


def evidence_in(text: Text, start: int, end: int) -> list[Evidence]:
    """All evidence in a window of the view, in order."""
    folded = text.folded(start, end)
    found = [
        Evidence(kind, start + match.start(), start + match.end(), match[0])
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(folded)
    ]
    found += [Evidence("channel", start + c.start, start + c.end, c.kind) for c in channels_in(folded)]
    return sorted(found, key=lambda evidence: evidence.start)


def offers_in(text: Text, start: int, end: int) -> Iterator[Offer]:
    """The offers in a window: passages of evidence without wide gaps, cut down to the lines that sell."""
    if not _REACHED.search(text.view, start, end):
        return
    for passage in _passages(evidence_in(text, start, end)):
        lines = _selling_lines(text, passage)
        offer = _offer(text, passage, lines) if lines else None
        if offer:
            yield offer


def _passages(found: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    passage: list[Evidence] = []
    for evidence in found:
        if passage and evidence.start - passage[-1].end > GAP:
            yield passage
            passage = []
        passage.append(evidence)
    if passage:
        yield passage


def _selling_lines(text: Text, passage: Sequence[Evidence]) -> list[int]:
    """Numbers of the first and the last line that sell, and of those between."""
    numbers = [text.line_number(evidence.start) for evidence in passage]
    selling = [
        number
        for number, group in groupby(zip(numbers, passage, strict=True), key=lambda pair: pair[0])
        if _sells(text, number, {evidence.kind for _, evidence in group})
    ]
    return list(range(selling[0], selling[-1] + 1)) if selling else []


def _sells(text: Text, number: int, kinds: set[str]) -> bool:
    """A line with a channel or a farewell, or with one kind of evidence for every sixty characters."""
    if kinds & _TELLING:
        return True
    size = len(text.lines[number].stripped)
    return len(kinds) * 60 >= size  # an article's paragraph has one or two kinds in two hundred


def _offer(text: Text, passage: Sequence[Evidence], lines: Sequence[int]) -> Offer | None:
    start, end = text.lines[lines[0]].inner[0], text.lines[lines[-1]].inner[1]
    start, end = _trimmed(text, passage, start, end)
    inside = [evidence for evidence in passage if start <= evidence.start < end]
    kinds = {evidence.kind for evidence in inside}
    if len(kinds) < _KINDS or not _is_complete(kinds):
        return None
    if _OFFICIAL.search(text.folded(start - _NEAR, end + _NEAR)):
        return None
    if not kinds & _LETTERLY and "price" not in kinds and _PRESENTED.search(text.folded(start - _NEAR, end)):
        return None
    size = len("".join(text.view[start:end].split()))
    # An address of a page is given everywhere; schools and offices name fees and telephones, but do not court.
    more = 2 * ("channel" not in kinds) + 2 * (not kinds & _COURTING)
    if weight_of(inside) - _DOUBT * _doubts(text, start, end) < _needed(size) + more:
        return None
    words = tuple(dict.fromkeys(e.word for e in inside if e.kind in ("goods", "offered", "price", "call")))
    return Offer(start, end, len(kinds), words[:3])


def _trimmed(text: Text, passage: Sequence[Evidence], start: int, end: int) -> tuple[int, int]:
    """Without the sentences of its first and last line that do not sell."""
    first, last = text.line_at(start), text.line_at(end)
    stops = [m.end() for m in _STOP.finditer(text.view, start, min(first.end, end))]
    for stop in stops:
        if _sell(passage, start, stop):
            break
        start = stop
    stops = [m.end() for m in _STOP.finditer(text.view, max(last.start, start), end)]
    for stop in reversed(stops):
        if stop < end and _sell(passage, stop, end):
            break
        end = stop
    return start, end


def _sell(passage: Sequence[Evidence], start: int, end: int) -> bool:
    """Two kinds of evidence stand here, or one that needs no other."""
    kinds = {evidence.kind for evidence in passage if start <= evidence.start < end}
    return len(kinds) > 1 or bool(kinds & _TELLING)


def _is_complete(kinds: set[str]) -> bool:
    """Someone sells something, asks for it to be bought, and can be reached."""
    return bool(
        kinds & {"channel", "address"}
        and kinds & {"offered", "goods", "price"}
        and kinds & {"call", "persuasion"}
    )


def _needed(size: int) -> int:
    place = bisect_left([length for length, _ in _NEEDED], size)
    return _NEEDED[place][1] if place < len(_NEEDED) else 1_000


def weight_of(found: Iterable[Evidence]) -> int:
    """Sum over the kinds: different words, up to the most that count, times their weight."""
    words: dict[str, set[str]] = {}
    for evidence in found:
        words.setdefault(evidence.kind, set()).add(evidence.word)
    return sum(
        min(len(words[kind]), most) * weight for kind, (most, weight) in _COUNTS.items() if kind in words
    )


def _doubts(text: Text, start: int, end: int) -> int:
    return max(len({match[0] for match in _TOLD_OF.finditer(text.folded(start, end))}) - 1, 0)


def whole_or(text: Text, offer: Offer) -> tuple[int, int]:
    """The whole text if the offer is most of it, or closes what its head began; else the offer."""
    first, last = len(text.view) - len(text.view.lstrip()), len(text.view.rstrip())
    size, rest = (_written(text.view[a:b]) for a, b in ((offer.start, offer.end), (first, last)))
    head, tail = min(first + _EDGE, offer.start), min(offer.end + _EDGE, last)
    closes = last - offer.end <= _EDGE or _begins(text, offer.end, tail)  # some letters are sent twice in one
    if size >= _WHOLE * rest or (closes and last <= _LETTER and _begins(text, first, head)):
        return first, last
    return offer.start, offer.end


def _written(passage: str) -> int:
    """Han characters, or visible ones where there are none: styles left over from a letter are not its text."""
    return len(_HAN.findall(passage)) or len("".join(passage.split()))


def _begins(text: Text, start: int, end: int) -> bool:
    """The head of a letter: two kinds of evidence in its first lines."""
    return len({evidence.kind for evidence in evidence_in(text, start, end)}) > 1
