"""Search terms set into somebody else's text, told by how they stand in it.

Such a term has no predicate and nothing leads over to it: it stands between two full stops, in brackets, alone on its
line, or right where the next sentence begins. The words tell what is sold, the standing tells that the sentence is not
about it, and the rest of the text that nobody speaks of it there. Each is weighed; none suffices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence.notices import LINK
from checks.evidence.queries import SHORTEST, SOFT, Word, told_by, words_in
from checks.evidence.standing import (
    STOPS,
    is_after_comma,
    is_honest_name,
    is_title,
    left_of,
    placed,
    runs_in,
    windows,
)
from checks.evidence.trades import LURED, OFFERS, REPORTED, TRADED, Rest
from checks.model import Candidate
from checks.text import Text, later

_FRAGMENT = later(
    r"(?:^|(?<=[。!?;…~(\[{【<>《—\n]))[^。!?;…~()\[\]{}【】<>《》“”\"「」『』,、:—\n]{4,40}(?=[。!?;…~)\]}】>》—\n”」』]|$)"
)
_PREDICATE = later(
    "[了是被将已说称在把与和于为这那他她它我们着过也都就而但并量升降增减应须会]|公布|发布|宣布|举行|推出|介绍"
)
_SET_IN_OFTEN = frozenset({"betting", "videos"})
_LEADS_TO = "[是在和与对用把做玩叫名个家种款位]|称为|所谓|关于|[这此]类|一些|聘请|雇佣|使用|找到"
_FOLLOWS = "[的是在里等也都将会就]|作为"
_STOP = later(r"[。！？!?；;…]")

# Weights and limits were set on forms of our own, in both scripts, and on look-alikes; then tried on clean news and
# statutes, where no unit reaches the least weight.
# Of 2,360 sentences of ours that end in a word of the trades and hold it by right, 72 are told (541 with 2 for INSIDE).
LEAST, INSIDE = 8, 4  # and so much more where it is no beginning of a sentence
TOGETHER = 1  # and so much less beside another such unit, set into the same text
REST = 8  # letters behind a unit that belong to it where nothing else stands
ALIEN, SPOKEN_OF = 2, -3  # nothing else in the text speaks of its trades; something does
FILLED, HALF, LATIN = (
    0.75,
    0.55,
    0.4,
)  # of the letters of a unit, of a fragment, of one in English are such words
LONGEST = 60  # visible letters of a unit
NEAR = 14  # letters after a full stop in which the first word of a soft unit stands


class Unit(NamedTuple):
    """A run of words of the trades: its place in the view, its weight so far, its telling words, its trades."""

    start: int
    end: int
    weight: int
    words: tuple[str, ...]
    themes: tuple[str, ...]


def units_in(
    text: Text, candidates: Sequence[Candidate], rest: Rest, others: Sequence[tuple[int, int]] = ()
) -> list[Unit]:
    """The units that weigh enough, around these candidates; the others are places already told."""
    looked = [
        c
        for c in candidates
        if c.phrase in TRADED or _STOP.search(text.view, max(c.start - NEAR, 0), c.start)
    ]
    units = [unit for low, high in windows(text, looked) for unit in _of_window(text, low, high)]
    places = [*others, *((unit.start, unit.end) for unit in units)]
    standing = [*others]
    standing += [(u.start, u.end) for u in units if u.weight + ALIEN >= LEAST - TOGETHER]
    units = [unit for unit in units if not _is_subject(unit, rest, standing)]
    first = text.line(0).end  # a headline is about what the text speaks of, however it is worded
    near = [
        unit
        for unit in units
        if unit.weight + ALIEN >= LEAST - TOGETHER
        and (
            (unit.weight + SPOKEN_OF >= LEAST and unit.start > first)
            or not _is_at_home(text, unit, rest, places)
        )
    ]
    sure = [unit for unit in near if unit.weight + ALIEN >= LEAST]
    found = near if sure and len(near) > 1 else sure
    return [_whole(text, unit) for unit in found]


def _whole(text: Text, unit: Unit) -> Unit:
    """What begins a bracket or a line of its own, up to its end if that is near, with the brackets."""
    line = text.line_at(unit.start)
    folded = text.folded(line.start, min(line.end, unit.end + REST + 2))
    start, end = unit.start - line.start, unit.end - line.start
    opened = folded[:start].endswith(("(", "[", "【"))
    rest = re.compile(r"[^\s。!?,;()\[\]【】]{0,8}[)\]】]?" if opened else r"[^\s。!?,;、]{0,8}$").match(
        folded, end
    )
    if not rest or not ((opened and rest[0][-1:] in tuple(")]】")) or not folded[:start].strip()):
        year = re.compile(r"20[0-3]\d(?![\d年])").match(folded, end)
        return unit._replace(end=line.start + year.end()) if year else unit
    if _PREDICATE.search(rest[0]):
        return unit
    return unit._replace(start=unit.start - opened, end=line.start + rest.end())


def _is_at_home(text: Text, unit: Unit, rest: Rest, places: Sequence[tuple[int, int]]) -> bool:
    """The text speaks of its trades elsewhere, or uses its words or the name in it again."""
    named = any(word in LURED for word in unit.words[:1]) and rest.repeats(
        [text.folded(unit.start, unit.start + SHORTEST)], places
    )
    return (
        named or rest.speaks_of(unit.themes, places) or (not unit.themes and rest.repeats(unit.words, places))
    )


def _is_subject(unit: Unit, rest: Rest, places: Sequence[tuple[int, int]]) -> bool:
    """Sentences elsewhere take one of its words for their subject or object, as an essay on the trade does.

    Those of sites are set in so often that some stand so by accident.
    """
    if _SET_IN_OFTEN.issuperset(unit.themes):
        return False
    words = "|".join(map(re.escape, unit.words))
    spoken = rf"(?:{_LEADS_TO})(?:{words})|(?:{words})[㐀-鿿]{{0,4}}(?:{_FOLLOWS})"
    return re.search(spoken, rest.outside(places)) is not None


def _of_window(text: Text, low: int, high: int) -> Iterator[Unit]:
    """Whole fragments first, then runs of words outside of them."""
    line = text.line_at(low)
    before, after = low > line.start, high < line.end
    folded = LINK.sub(
        lambda link: "\n" * len(link[0]), text.folded(low, high)
    )  # behind an address it begins anew
    if _heads_a_report(text, low):
        return
    fragments = list(_fragments(folded, before, after))
    for unit in (*fragments, *(unit for run in runs_in(folded) if (unit := _unit(folded, run)))):
        cut = (unit.start == 0 and before) or (unit.end == len(folded) and after)
        inside = unit not in fragments and any(f.start <= unit.start < f.end for f in fragments)
        if not cut and not inside:
            yield unit._replace(start=low + unit.start, end=low + unit.end)


def _heads_a_report(text: Text, place: int) -> bool:
    """The line is short, and the next one says what it is about: a heading."""
    line = text.line_at(place)
    if line.end == len(text.view) or len(line.stripped) > LONGEST:
        return False
    below = text.line_at(line.end + 1)
    return bool(REPORTED.search(text.folded(below.start, min(below.end, below.start + LONGEST))))


def _fragments(folded: str, before: bool, after: bool) -> Iterator[Unit]:
    """What stands alone between two full stops or brackets and is half made of such words."""
    for match in _FRAGMENT.finditer(folded):
        if (match.start() == 0 and before) or (match.end() == len(folded) and after):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = start + len(match[0].strip())
        words = words_in(folded[start:end])
        told = told_by([word.text for word in words])
        filled, size = sum(word.end - word.start for word in words), end - start
        inline = start > 0 and folded[start - 1] in STOPS
        if told.weight < SOFT or (told.soft and not inline) or size > LONGEST // 2:
            continue
        least = LATIN if folded[start:end].isascii() else HALF if told.weight > LEAST - 4 else FILLED
        if is_title(folded, start, end) and len(words) == 1:
            continue
        if filled < least * size or REPORTED.search(match[0]) or _has_predicate(folded[start:end], words):
            continue
        if not is_honest_name(folded[start:end], words):
            yield Unit(start, end, told.weight + 4, told.words, told.themes)


def _has_predicate(fragment: str, words: Sequence[Word]) -> bool:
    """What is left of the fragment between the words makes a sentence of it."""
    places = [0, *(edge for word in words for edge in (word.start, word.end)), len(fragment)]
    rest = "".join(fragment[a:b] for a, b in zip(places[::2], places[1::2], strict=True))
    return bool(_PREDICATE.search(rest)) or rest.count("的") > 1


def _unit(folded: str, run: Sequence[Word]) -> Unit | None:
    """A run of words as a unit, if it tells of a trade and stands freely."""
    start, end, words, standing = placed(folded, run)
    told = told_by(words)
    size = len("".join(folded[start:end].split()))
    if told.soft or told.weight < LEAST - 4 or standing < 0 or not SHORTEST <= size <= LONGEST:
        return None
    if sum(map(len, words)) < FILLED * size or is_honest_name(folded, run):
        return None
    inside = left_of(folded, start) < 2 and not (
        is_after_comma(folded, start) and _is_query(words, told.words)
    )
    weight = told.weight + standing - INSIDE * inside
    return Unit(start, end, weight, told.words, told.themes)


def _is_query(words: Sequence[str], telling: Sequence[str]) -> bool:
    """More than the subject of a sentence: two telling words, two offers, or what asks in front of the word."""
    offers = [word for word in words if word in OFFERS]
    return len(telling) > 1 or len(offers) > 1 or words[0] in OFFERS
