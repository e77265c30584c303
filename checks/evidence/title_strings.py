"""Strings of search terms in the place of a title: the ways in which a line, above a text, is told to be one.

Everything here looks at a line of the head and at the text below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from checks.evidence.company_titles import company_at_a_price
from checks.evidence.estrangement import is_strange
from checks.evidence.goods_queries import goods_asked_for
from checks.evidence.lottery_tips import titled
from checks.evidence.match_queries import ABOUT, matches_asked_for
from checks.evidence.queries import told_by, words_in
from checks.evidence.query_titles import cracked_in, house_in, services_asked_for
from checks.evidence.search_terms import (
    BRANDS,
    FORMS,
    LISTED,
    REPORTING,
    SPACE,
    WAYS,
    Segment,
    cut,
    named_in,
    segments_of,
)
from checks.evidence.sought import FILMS, asked_for, named_banner
from checks.evidence.trades import TELLING
from checks.evidence.ways_in import hosted, led_to
from checks.text import Text, fold, later, visible

_SHARE = 0.6  # of the segments hold a term: DETECTION, tried there on 9 titles from the wild
_TERMS = 4  # fewer are a coincidence of a headline; a title that names a betting site needs one less
_CERTAIN = 3  # different telling terms that no honest line of the bench or of the real pages brings together
_FILLED = (
    0.8  # of the letters of a title that is one query belong to terms; headlines of our own stay below 0.6
)
_PITCH, _LONGEST = 8, 300  # weight of the words of a line, see insertions; letters of it that are read
_NAME = 2  # letters of a name that all queries begin with
_WAY = later(f"{WAYS}|{FORMS}")
_LETTER = later(r"[^\W_]")
_BODY = 5_000  # where a text that is about these things says so; its tail may be spam again
_LEAST_BODY = 100  # characters below which nothing can be said about what the text is about

TAG = later(r"<[^<>\n]{0,200}>")
_LABEL = later(r"\W*(?:关键词|关键字|主题词|标签|热词|热搜|热门搜索|keywords?|tags?)\W")


class Found(NamedTuple):
    """Such a string: its place in the line, the number of its segments, its first terms."""

    start: int
    end: int
    segments: int
    terms: str


def strings_in(line: str, text: Text, body: int) -> Iterator[Found]:
    """The string of the line, if it is one; the text's ``body`` starts after it."""
    line = fold(TAG.sub(lambda tag: " " * len(tag[0]), line))
    if REPORTING.search(line) or _LABEL.match(line):
        return
    yield from _named(line, text, body)
    segments = segments_of(line)
    tellers = (_tipped, _pitched, _branded, _sought, _led, _asked, _queried, _matched)
    told_so = (found for tell in tellers if (found := tell(line, segments, text, body)))
    if found := _framed(line) or _priced(line) or next(told_so, None):
        yield found
        return
    hits = [segment for segment in segments if segment.terms]
    told = tuple(dict.fromkeys(term for segment in hits for term in segment.told))
    if not told or not _is_string_of_terms(segments, hits, len(told)):
        return
    if len(told) >= _CERTAIN or any(s.site for s in hits) or _is_estranged(told, text, body):
        yield Found(hits[0].start, hits[-1].end, len(hits), "、".join(told[:3]))


def _named(line: str, text: Text, body: int) -> Iterator[Found]:
    """A line that is nothing but an unlisted name with the ways in, over a text that never names it."""
    found = named_in(line)
    rest = len(visible(line)) - sum(len(visible(match[0])) for match in found)
    if (
        found
        and rest <= (1 - _FILLED) * len(line)
        and _is_estranged([match[1] for match in found], text, body)
    ):
        yield Found(found[0].start(), found[-1].end(), len(found), "、".join(match[0] for match in found[:3]))


def _tipped(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """Tips on lotteries, whatever stands below: most such pages are about the tip."""
    if not (tip := titled(line)) or len(visible(text.folded(body, body + _BODY))) < _LEAST_BODY:
        return None
    at = len(line) - len(line.lstrip())
    return Found(at, len(line.rstrip()), max(len(segments), 1), "、".join(tip.parts))


def _pitched(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """A line of several queries that consists of words of the trades, over a text that is about something else."""
    found = [word.text for word in words_in(line[:_LONGEST])]
    told = tuple(dict.fromkeys(word for word in found if word in TELLING))
    letters = len(_LETTER.findall(line[:_LONGEST]))
    if len(segments) < 2 or told_by(found).weight < _PITCH or not told:
        return None
    filled = sum(len(_LETTER.findall(word)) for word in found) >= _FILLED * letters
    if not filled or not _is_estranged(told, text, body):
        return None
    return Found(segments[0].start, segments[-1].end, len(segments), "、".join(told[:3]))


def _branded(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """One name again and again, with the ways in, over a text that never names it."""
    queries = [line[segment.start : segment.end] for segment in segments]
    name = _shared_start(queries[:_CERTAIN]) if len(queries) >= _CERTAIN else ""
    named = sum(query.startswith(name) for query in queries)
    ways = sum(bool(_WAY.search(query)) for query in queries)
    if (
        len(name) < _NAME
        or min(named, ways) < len(queries) - 1
        or _WAY.match(name)
        or not _is_estranged([name], text, body)
    ):
        return None
    return Found(segments[0].start, segments[-1].end, len(segments), "、".join(queries[:3]))


def _matched(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """Queries about matches and bets, over a text that knows nothing of either."""
    queries = [line[segment.start : segment.end] for segment in segments]
    below = text.folded(body, body + _BODY)
    if not matches_asked_for(queries) or len(visible(below)) < _LEAST_BODY or ABOUT.search(below):
        return None
    return Found(segments[0].start, segments[-1].end, len(segments), "、".join(queries[:3]))


def _priced(line: str) -> Found | None:
    """Company for a price, asked for in two wordings."""
    asked = company_at_a_price(line)
    at = len(line) - len(line.lstrip())
    return Found(at, len(line.rstrip()), 2, "、".join(asked)) if asked else None


def _framed(line: str) -> Found | None:
    """The headline of an article between two betting sites, one of them listed: whatever the article is about."""
    parts = [line[start:end] for start, end in cut(line, SPACE)]
    if len(parts) < _CERTAIN or parts[0] == parts[-1] or not all(map(_is_house, (parts[0], parts[-1]))):
        return None
    if not any(part in BRANDS or LISTED.fullmatch(part) for part in (parts[0], parts[-1])):
        return None
    at = len(line) - len(line.lstrip())
    return Found(at, len(line.rstrip()), 2, f"{parts[0]}、{parts[-1]}")


def _is_house(query: str) -> bool:
    """Nothing but the name of a betting site, with or without a way in."""
    named = named_in(query)
    return query in BRANDS or bool(LISTED.fullmatch(query)) or (bool(named) and named[0][0] == query)


def _sought(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """A line of queries, or a name with the ways in, over a text with which it shares nothing."""
    asked = asked_for(line) or ((name,) if (name := named_banner(line.strip())) else ())
    if not asked or not segments or not is_strange(line, text, body):
        return None
    if FILMS.search(line) and FILMS.search(text.folded(body, body + _BODY)):
        return None
    return Found(segments[0].start, len(line.rstrip()), len(segments), "、".join(asked[:3]))


def _led(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """A name and nothing but ways in to it, or a host and a betting site's name, over a text that names neither."""
    bare = line.strip()
    at = len(line) - len(line.lstrip())
    if (led := led_to(bare)) and is_strange(line, text, body) and _is_estranged([led.name], text, body):
        return Found(at, at + len(bare), len(segments), "、".join((led.name, *led.ways[:2])))
    if (led := hosted(bare)) and _is_estranged([led.name, led.ways[0]], text, body):
        return Found(at, at + len(bare), len(segments), "、".join((led.name, *led.ways)))
    return None


def _asked(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """Queries for one thing after another, as makers and dealers set them above an article."""
    asked = goods_asked_for(line.strip())
    if not asked or len(visible(text.folded(body, body + _BODY))) < _LEAST_BODY:
        return None
    return Found(segments[0].start, len(line.rstrip()), len(asked.queries), "、".join(asked.queries[:3]))


def _queried(line: str, segments: Sequence[Segment], text: Text, body: int) -> Found | None:
    """Queries for one thing, a firm that is a betting house, or what is offered of a cracked game."""
    bare = line.strip()
    at = line.index(bare)
    if (house := house_in(bare)) and is_strange(bare, text, body):
        return Found(at, at + len(bare), len(segments), house)
    asked = services_asked_for(bare)
    if (
        asked and asked.signed and not is_strange(bare, text, body)
    ):  # a firm's own page, a question of an article
        return None
    found = asked or cracked_in(bare)
    if not found or len(visible(text.folded(body, body + _BODY))) < _LEAST_BODY:
        return None
    return Found(at, at + len(bare), len(found.queries), "、".join(found.queries[:3]))


def _shared_start(queries: Sequence[str]) -> str:
    """The characters with which all of these begin."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*queries, strict=False))
    return "".join(column[0] for column in columns)


def _is_string_of_terms(segments: Sequence[Segment], hits: Sequence[Segment], told: int) -> bool:
    """Most segments hold search terms, and two of them, or a betting site's, tell what is offered."""
    site = any(segment.site for segment in hits)
    if len(segments) == 1:
        return _is_one_query(segments[0])
    string = segments[segments.index(hits[0]) : segments.index(hits[-1]) + 1]
    of = len(string if told >= _CERTAIN else segments)  # the true title may follow
    if len(hits) < _SHARE * of:
        return False
    if told < _CERTAIN and sum(segment.terms for segment in hits) < _TERMS - site:
        return False
    return sum(bool(segment.told) for segment in hits) > 1 or (site and len(hits) == len(segments))


def _is_one_query(segment: Segment) -> bool:
    """A betting site's name with its way in and nothing else, or four terms run together."""
    if segment.filled < _FILLED:
        return False
    return segment.site or (len(segment.told) > 1 and segment.terms >= _TERMS)


def _is_estranged(told: Sequence[str], text: Text, body: int) -> bool:
    """There is a text, and it is about something else: none of the terms comes back in it."""
    about = text.folded(body, body + _BODY)
    return len(visible(about)) >= _LEAST_BODY and not any(term in about for term in told)
