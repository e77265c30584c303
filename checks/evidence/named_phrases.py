"""Names of betting sites with the way in, set into a text: listed ones anywhere, names that only end so twice or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.evidence.search_terms import (
    ALONE,
    BRANDS,
    FORMS,
    HEADING,
    HOUSED,
    LATIN,
    LISTED,
    NAMED,
    NOUNS,
    named_in,
)
from checks.evidence.substitutes import AT_HOME, MADE
from checks.evidence.trades import Rest
from checks.model import Candidate
from checks.phrases import phrase_groups
from checks.text import Text, any_of, is_han, later

_GROUPS = phrase_groups("spam_words")
TOLD_OF = any_of(_GROUPS["told of"])
"""Words of reports, verdicts, campaigns and business news."""

_SCATTERED = later(
    rf"[\u4e00-\u9fff]{{1,3}},[\u4e00-\u9fff]{{0,2}},?(?:{FORMS}),(?:官网|官方|app|下载)(?:,(?:app|下载|官网|注册|登录))*"
)
SPLIT = frozenset(f"{form},{way}" for form in _GROUPS["forms"] for way in ("官网", "官方", "app"))
"""Such names with commas set into them."""

_TELLING = ALONE | BRANDS | NOUNS | LATIN | SPLIT
MARGIN = " \t　_-—|,，、.。·•()（）[]【】‘’'\"“”:："
"""What stands round a phrase and is no part of it."""

AROUND = 60  # characters round a phrase in which a report shows itself: a sentence or two
_HOUSES = MADE | BRANDS
_JOINTS = " \t　_-—|–,，·"
_FIRST = later("官网|首页|官方网站|app")  # 登录, 下载, 注册 behind a name may be what somebody does
SPEAKS = 60  # Chinese letters of a text that speaks of something
MOST = 60  # candidates of a text that are followed


def phrases_in(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[tuple[int, int]]:
    """The places of such names with the way in."""
    for start, end in _windows(text, candidates, _TELLING):
        folded = text.folded(start, end)
        for match in (*LISTED.finditer(folded), *_SCATTERED.finditer(folded)):
            place = start + match.start(), start + match.end()
            if not _is_told_of(folded, *match.span()) and not (
                TOLD_OF.search(folded) and rest.speaks_of({"betting"}, [place])
            ):
                yield place
    yield from _named(text, candidates)
    yield from _headings(text, candidates, rest)


def _is_told_of(folded: str, start: int, end: int) -> bool:
    """The sentence around the place reports."""
    before, after = re.split(r"[。!?\n]", folded[:start])[-1], re.split(r"[。!?\n]", folded[end:])[0]
    return bool(TOLD_OF.search(before + folded[start:end] + after))


def _windows(
    text: Text, candidates: Sequence[Candidate], phrases: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The surroundings of candidates with these phrases, each place once."""
    done, followed = -1, 0
    for candidate in candidates:
        if candidate.field != "text" or candidate.phrase not in phrases or candidate.end <= done:
            continue
        line = text.line_at(candidate.start)
        start = max(candidate.start - AROUND, line.start, done)
        done, followed = min(candidate.end + AROUND, line.end), followed + 1
        yield start, done
        if followed >= MOST:
            return


def _named(text: Text, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Names that only end like a betting site's, with the way in: twice, or alone on their line."""
    found: dict[str, list[tuple[int, int, bool]]] = {}
    for start, end in _windows(text, candidates, NAMED):
        folded = text.folded(start, end)
        if TOLD_OF.search(folded):
            continue
        for match in HOUSED.finditer(folded):
            yield start + match.start(), start + match.end()
        for match in named_in(folded):
            place = start + match.start(), start + match.end()
            found.setdefault(match[1] + match[2], []).append((*place, _is_alone(text, *place)))
    for name, places in found.items():
        at_home = text.view.count(name) > len(places) + 1  # a maker's own page names it without the way in
        if not at_home and (len(places) > 1 or places[0][2]):
            yield from (place[:2] for place in places)


def _headings(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[tuple[int, int]]:
    """A name that is a line of its own, or with which the first line begins or ends, over a text of something else."""
    found: list[tuple[int, int]] = []
    stems: set[str] = set()
    for start, end in _windows(text, candidates, _HOUSES):
        folded = text.folded(start, end)
        if TOLD_OF.search(folded):
            continue
        for match in HEADING.finditer(folded):
            place = start + match.start(), start + match.end()
            if _is_heading(text, *place, match["ways"] or ""):
                found.append(place)
                stems |= {match["stem"]} - {None}
    if found and not rest.repeats([*stems], found) and not _is_at_home(found, rest):
        yield from found


def _is_heading(text: Text, start: int, end: int, ways: str) -> bool:
    """Nothing else stands on the line, or it is the first one, which begins or ends with the name."""
    line = text.line_at(start)
    before, after = text.view[line.start : start], text.view[end : line.end]
    if not before.strip(MARGIN):
        begins = not text.view[: line.start].strip() and _FIRST.search(ways)
        return bool(begins) or not after.strip(MARGIN)
    return not text.view[: line.start].strip() and before[-1] in _JOINTS and not after.strip(MARGIN)


def _is_at_home(places: Sequence[tuple[int, int]], rest: Rest) -> bool:
    """The text speaks of betting, sport, games or hotels elsewhere, or is too short to speak of anything."""
    others = rest.outside(places)
    return (
        sum(map(is_han, others)) < SPEAKS
        or rest.speaks_of({"betting"}, places)
        or bool(AT_HOME.search(others))
    )


def _is_alone(text: Text, start: int, end: int) -> bool:
    """Nothing else stands on the line."""
    line = text.line_at(start)
    rest = text.view[line.start : start] + text.view[end : line.end]
    return not rest.strip(MARGIN)
