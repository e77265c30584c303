"""Offers: passages that sell something to a stranger, told by how many kinds of evidence meet in them.

A letter that sells is made of parts: it addresses someone, speaks as a firm, excuses itself, names goods and prices,
persuades, calls to act, gives a channel, takes leave. No part proves anything; that many of them stand close together
does (``selling.py`` weighs them). In an article the lines that sell are cut out; a letter is weighed whole where it
opens like one and ends with a way to answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from checks.evidence.hosts import ENOUGH, NEAR, STOP, is_of_host
from checks.evidence.menus import is_column
from checks.evidence.selling import (
    AGAINST,
    NOTE,
    WEIGHTS,
    Evidence,
    counts_of,
    evidence_in,
    evidence_of_offers,
    odds_of,
)
from checks.text import Text, later, visible

# A passage that no number, address or account stands in cannot be an offer; looked for before anything is folded.
_REACHED = later(
    r"(?:[0-9０-９][-—－ .　]{0,3}){6}|[@＠]|www|://|微信|[QqＱｑ]{2}|[①-⑳❶-❿]{3}|[零〇一二三四五六七八九]{7}|[电電] {0,4}[话話]|Tel|TEL|二[维維][码碼]|扫码|掃碼|LINE|[码碼] {0,2}[A-Za-z0-9]{4}"
)

GAP = 300
"""Characters without evidence that part one passage from the next: three lines of prose."""
_KINDS = 5  # that must meet; on our own letters 4 to 6 tell the same, 8 loses eight
# weight of the kinds on a line for each letter; 0.08 in the middle paragraph of broadcasts and statutes, 0.16 in one of ten
_DENSE = 0.13
# weight of the kinds on a line, however short: a heading with one word of praise is no part of an offer; by judgement
_OWN = 8
# letters that do not sell between two lines that do; by judgement, 60 to 250 tell the same of our own letters
_BETWEEN = 150
# weight of the kinds that open a letter; by judgement, 6 to 18 tell the same of our own letters
_OPENING = 12
NOTE_LINES = 4  # of a note set into an article; a notice has more
_FEW = 12  # lines of a passage that are tried as notes
# words of a life that is told: essays, travel notes and letters of friends, unless as many words pitch; letters have one or two
_LIVED = 3
_WHOLE = 0.5  # of the text lies in the offer: then the letter is the document
_ANSWERED = frozenset({"channel", "label"})
# tenths of log-odds where only a page is named or an account: an essay on money may do that, too; visible characters up to which it is not asked for
_UNANSWERED, _SHORT = 6, 600
# tenths of log-odds of a short text that says nowhere how to answer: of 17,900 clean texts and our look-alikes those that
# reach it are told of, lived through or a list of filtered words
_UNREACHED = 5
_SCHEMES = 3  # words of frauds that stand for a way to answer: chains of letters give accounts and names
_PRESENTED = later(
    "公司简介|企业简介|公司概况|企业概况|关于我们|关于本|品牌故事|发展历程|企业文化|成立于|创立于|始建于|创办于"
)
_REVIEWED = later(
    "性价比|做工|手感|收货|到货|追评|好评|差评|赞一个|很值|买了|买的|描述相符|色差|还行|挺好|推荐购买|用了几天|比较满意|很喜欢|物流很快|京东|网购|自提"
)
_EXCUSED = later("邮件|删|退订|打[扰搅挠]")
_REVIEWS = 5  # different words of buyers; by judgement: no letter that sells holds three
_REVIEWERS = 6  # lines
_SPEAKING = frozenset(WEIGHTS) - AGAINST
_TOLD = AGAINST - {"public", "setting"}  # kinds of whoever tells of an offer
_LETTERLY = frozenset({"unasked", "farewell", "price", "bargain", "asked", "addressed"})
_TELLING = frozenset({"channel", "unasked", "label", "person"})
_HAN = later(r"[㐀-鿿]")
_LETTER, _EDGE, _LITTLE = 6_000, 200, 80  # characters of a letter, of its head, of a farewell behind its end


class Offer(NamedTuple):
    """A passage of the view that sells something."""

    start: int
    end: int
    kinds: int
    words: tuple[str, ...]


def offers_in(text: Text, start: int, end: int) -> Iterator[Offer]:
    """The offers in a window: passages of evidence without wide gaps, cut down to the lines that sell; or the letter."""
    offers: list[Offer | None] = []
    if _REACHED.search(text.view, start, end):
        found = evidence_of_offers(text, start, end)
        offers += [offer for passage in _passages(found) for offer in _parts(text, found, passage)]
        if not offers and _is_letter(text, found, start, end):
            offers = [_offer(text, found, *_inner(text))]
    yield from filter(None, offers or [_unreached(text, start, end)])


def _unreached(text: Text, start: int, end: int) -> Offer | None:
    """A short text that is nothing but an offer; its number, its address or its reply button was left out."""
    first, last = _inner(text)
    whole = start <= first and last <= end and STOP.search(text.view, first, last)
    if not whole or len(visible(text.view[first:last])) > _SHORT:
        return None
    found = evidence_in(text, first, last)
    told_of = any(evidence.kind in _TOLD for evidence in found)
    return None if told_of else _offer(text, found, first, last, reached=False)


def _parts(text: Text, found: Sequence[Evidence], passage: Sequence[Evidence]) -> Iterator[Offer]:
    """What sells of a passage."""
    for lines in _selling_lines(text, passage):
        if offer := _of_lines(text, found, passage, lines):
            yield offer
            continue
        for few in _few(lines):
            if offer := _of_lines(text, found, passage, few):
                yield offer
                break


def _of_lines(
    text: Text, found: Sequence[Evidence], passage: Sequence[Evidence], lines: Sequence[int]
) -> Offer | None:
    start, end = text.lines[lines[0]].inner[0], text.lines[lines[-1]].inner[1]
    return _offer(text, found, *_trimmed(text, passage, start, end))


def _few(lines: Sequence[int]) -> Iterator[Sequence[int]]:
    """Two lines in a row, and one: a note that stands among lines which only sound alike."""
    for size in (2, 1):
        for first in range(min(len(lines) - size + 1, _FEW)):
            yield lines[first : first + size]


def _inner(text: Text) -> tuple[int, int]:
    """The text without white space round it."""
    return len(text.view) - len(text.view.lstrip()), len(text.view.rstrip())


def _is_letter(text: Text, found: Sequence[Evidence], start: int, end: int) -> bool:
    """The window holds the whole text, which opens like a letter and ends with a way to answer."""
    first, last = _inner(text)
    if first < start or end < last:
        return False
    closing = {e.kind for e in found if e.end > last - _EDGE}
    return _begins(text, first, first + _EDGE) and bool(closing & {"channel", "address", "label", "scheme"})


def _passages(found: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    passage: list[Evidence] = []
    for evidence in found:
        if evidence.kind not in _SPEAKING:
            continue
        if passage and evidence.start - passage[-1].end > GAP:
            yield passage
            passage = []
        passage.append(evidence)
    if passage:
        yield passage


def _selling_lines(text: Text, passage: Sequence[Evidence]) -> Iterator[list[int]]:
    """Numbers of lines that sell, without much between them that does not."""
    numbers = [text.line_number(evidence.start) for evidence in passage]
    run: list[int] = []
    for number, group in groupby(zip(numbers, passage, strict=True), key=lambda pair: pair[0]):
        if not _sells(text, number, {evidence.kind for _, evidence in group}):
            continue
        if run and text.lines[number].start - text.lines[run[-1]].end > _BETWEEN:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _sells(text: Text, number: int, kinds: set[str]) -> bool:
    """A line with a channel or an excuse, or one dense with evidence."""
    if kinds & _TELLING:
        return True
    weight = sum(WEIGHTS[kind][1] for kind in kinds)
    return weight >= max(_DENSE * len(text.lines[number].stripped), _OWN)


def _offer(
    text: Text, found: Sequence[Evidence], start: int, end: int, *, reached: bool = True
) -> Offer | None:
    inside = [evidence for evidence in found if start <= evidence.start < end]
    counts = counts_of(inside)
    kinds = counts.keys() & _SPEAKING
    size = len(visible(text.view[start:end]))
    note = size <= NOTE and len(text.view[start:end].split("\n")) <= NOTE_LINES
    answered = note or size <= _SHORT or counts.keys() & _ANSWERED
    enough = _UNREACHED if not reached else ENOUGH if answered else _UNANSWERED
    excused = any(e.kind == "unasked" and _EXCUSED.search(e.word) for e in inside)
    if (
        len(kinds) < _KINDS - note
        or not _is_complete(counts, excused=excused, reached=reached)
        or odds_of(counts, size, note=note) < enough
    ):
        return None
    if is_of_host(text, found, start, end, note=note):
        return None
    if is_column([line.strip() for line in text.folded(start, end).split("\n") if line.strip()]):
        return None
    if _is_reviews(text.folded(start - 2 * NEAR, end + 2 * NEAR)):
        return None
    if not kinds & _LETTERLY and _PRESENTED.search(text.folded(start - NEAR, end)):
        return None
    if counts.get("lived", 0) >= _LIVED and counts.get("pitch", 0) < _LIVED:
        return None
    words = dict.fromkeys(
        e.word for e in inside if e.kind in ("offered", "bargain", "promise", "urgency", "scheme")
    )
    return Offer(start, end, len(kinds), tuple(words)[:3])


def _is_reviews(folded: str) -> bool:
    """Buyers speak one after another, and one of them sells what he bought."""
    said = {match[0] for match in _REVIEWED.finditer(folded)}
    return len(said) >= _REVIEWS and folded.count("\n") >= _REVIEWERS


def _trimmed(text: Text, passage: Sequence[Evidence], start: int, end: int) -> tuple[int, int]:
    """Without the sentences of its first and last line that do not sell."""
    first, last = text.line_at(start), text.line_at(end)
    stops = [m.end() for m in STOP.finditer(text.view, start, min(first.end, end))]
    for stop in stops:
        if _sell(passage, start, stop):
            break
        start = stop
    stops = [m.end() for m in STOP.finditer(text.view, max(last.start, start), end)]
    for stop in reversed(stops):
        if stop < end and _sell(passage, stop, end):
            break
        end = stop
    inside = text.view[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def _sell(passage: Sequence[Evidence], start: int, end: int) -> bool:
    """Two kinds of evidence stand here, or one that needs no other."""
    kinds = {evidence.kind for evidence in passage if start <= evidence.start < end}
    return len(kinds) > 1 or bool(kinds & _TELLING)


def _is_complete(counts: Mapping[str, int], *, excused: bool, reached: bool) -> bool:
    """Someone sells something, asks for it to be bought, and can be reached.

    Who is ``excused`` for a mail nobody asked for, and signs it like a firm, sells something, named or not.
    """
    return bool(
        (not reached or counts.keys() & {"channel", "address"} or counts.get("scheme", 0) >= _SCHEMES)
        and (
            counts.keys() & {"offered", "goods", "price", "amounts", "bargain", "scheme"}
            or (excused and _is_signed(counts))
        )
        and (
            counts.keys() & {"call", "welcome", "persuasion", "promise", "gain", "urgency", "site"}
            or _is_signed(counts)
        )
    )


def _is_signed(counts: Mapping[str, int]) -> bool:
    """A block of contacts stands for the call: three labels or ways to answer, or two labels and a person."""
    labels, ways = counts.get("label", 0), counts.get("channel", 0) + counts.get("address", 0)
    return labels > 2 or ways > 2 or (labels > 1 and "person" in counts)


def whole_or(text: Text, offer: Offer) -> tuple[int, int]:
    """The whole text if the offer is most of it, or closes what its head began; else the offer."""
    first, last = _inner(text)
    size, rest = (_written(text.view[a:b]) for a, b in ((offer.start, offer.end), (first, last)))
    head, tail = min(first + _EDGE, offer.start), min(offer.end + _EDGE, last)
    closes = last - offer.end <= _LITTLE or _begins(
        text, offer.end, tail
    )  # some letters are sent twice in one
    if size >= _WHOLE * rest or (closes and last <= _LETTER and _begins(text, first, head)):
        return first, last
    return offer.start, offer.end


def _written(passage: str) -> int:
    """Han characters, or visible ones where there are none: styles left over from a letter are not its text."""
    return len(_HAN.findall(passage)) or len("".join(passage.split()))


def _begins(text: Text, start: int, end: int) -> bool:
    """The head of a letter: kinds of evidence of some weight in its first lines."""
    kinds = {evidence.kind for evidence in evidence_in(text, start, end)} & _SPEAKING
    return len(kinds) > 1 and sum(WEIGHTS[kind][1] for kind in kinds) >= _OPENING
