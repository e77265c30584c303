"""Search terms set into somebody else's text, told by how they stand in it.

Such a term has no predicate and nothing leads over to it: it stands between two full stops, in brackets, alone on its
line, or right where the next sentence begins. The words tell what is sold, the standing tells that the sentence is not
about it, and the rest of the text that nobody speaks of it there. Each is weighed; none suffices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence.search_terms import is_honest
from checks.evidence.trades import (
    GOODS,
    GROUPS,
    LURED,
    NAMES,
    OFFERS,
    REPORTED,
    SHARED,
    SHARP,
    TELLING,
    TRADED,
    Rest,
    Word,
    pairs_in,
    theme_of,
    words_in,
)
from checks.model import Candidate
from checks.text import Text

_STARTING = tuple(GROUPS["starting"])
_LINKED = frozenset(GROUPS["linked"])
_STOPS, _OPEN, _CLOSE = "。!?;…~—", "([【{<《", ")]】}>》"
_QUOTES = "“”\"'‘’「」『』"
_FRAGMENT = re.compile(
    r"(?:^|(?<=[。!?;…~(\[{【<>《—\n]))[^。!?;…~()\[\]{}【】<>《》“”\"「」『』,、:—\n]{4,40}(?=[。!?;…~)\]}】>》—\n”」』]|$)"
)
_PREDICATE = re.compile(
    "[了是被将已说称在把与和于为这那他她它我们着过也都就而但并量升降增减应须会]|公布|发布|宣布|举行|推出|介绍"
)
_STOP = re.compile(r"[。！？!?；;…]")
_CLAUSE = re.compile(r"[,。;!?]")
_GAP = re.compile(r"[^。!?;,、…\n“”\"「」《》]{0,2}")

# Weights and limits were set on forms of our own, in both scripts, and on look-alikes; then tried on clean news and
# statutes, where no unit reaches the least weight.
LEAST, INSIDE = 8, 2  # and so much more where it is no beginning of a sentence
ALIEN, SPOKEN_OF = 2, -3  # nothing else in the text speaks of its trades; something does
FILLED, HALF, LATIN = (
    0.75,
    0.55,
    0.4,
)  # of the letters of a unit, of a fragment, of one in English are such words
SOFT = 4  # the weight of goods with an offer, which tell only in the middle of a paragraph
SHORTEST, LONGEST = 4, 60  # visible letters of a unit
AROUND = 30  # letters of its sentence in which a report shows itself
NEAR = 14  # letters after a full stop in which the first word of a soft unit stands
WINDOW = 120  # letters round a candidate: twice the longest unit


class Unit(NamedTuple):
    """A run of words of the trades: its place in the view, its weight so far, its telling words, its trades."""

    start: int
    end: int
    weight: int
    words: tuple[str, ...]
    themes: tuple[str, ...]


def units_in(text: Text, candidates: Sequence[Candidate], rest: Rest) -> list[Unit]:
    """The units that weigh enough, around these candidates."""
    looked = [
        c
        for c in candidates
        if c.phrase in TRADED or _STOP.search(text.view, max(c.start - NEAR, 0), c.start)
    ]
    units = [unit for low, high in _windows(text, looked) for unit in _of_window(text, low, high)]
    places = [(unit.start, unit.end) for unit in units]
    return [
        unit
        for unit in units
        if unit.weight + ALIEN >= LEAST
        and (unit.weight + SPOKEN_OF >= LEAST or not _is_at_home(unit, rest, places))
    ]


def _is_at_home(unit: Unit, rest: Rest, places: Sequence[tuple[int, int]]) -> bool:
    """The text speaks of its trades elsewhere, or uses its words again."""
    return rest.speaks_of(unit.themes, places) or (not unit.themes and rest.repeats(unit.words, places))


def _windows(text: Text, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """The surroundings of the candidates on their lines, overlapping ones as one."""
    windows: list[tuple[int, int]] = []
    for candidate in sorted(candidates, key=lambda candidate: candidate.start):
        line = text.line_at(candidate.start)
        low, high = max(candidate.start - WINDOW, line.start), min(candidate.end + WINDOW, line.end)
        if windows and low <= windows[-1][1] and windows[-1][0] >= line.start:
            low, _ = windows.pop()
        windows.append((low, high))
    return windows


def _of_window(text: Text, low: int, high: int) -> Iterator[Unit]:
    """Whole fragments first, then runs of words outside of them."""
    line = text.line_at(low)
    before, after = low > line.start, high < line.end
    folded = text.folded(low, high)
    if _heads_a_report(text, low):
        return
    fragments = list(_fragments(folded, before, after))
    for unit in (*fragments, *(unit for run in _runs(folded) if (unit := _unit(folded, run)))):
        cut = (unit.start == 0 and before) or (unit.end == len(folded) and after)
        inside = unit not in fragments and any(f.start <= unit.start < f.end for f in fragments)
        if not cut and not inside:
            yield unit._replace(start=low + unit.start, end=low + unit.end)


def _heads_a_report(text: Text, place: int) -> bool:
    """The line is short, and the next one says what it is about: a heading."""
    number = text.line_number(place)
    below = text.lines[number + 1 : number + 2]
    if not below or len(text.lines[number].stripped) > LONGEST:
        return False
    return bool(REPORTED.search(text.folded(below[0].start, min(below[0].end, below[0].start + LONGEST))))


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
        inline = start > 0 and folded[start - 1] in _STOPS
        if told.weight < SOFT or (told.soft and not inline) or size > LONGEST // 2:
            continue
        least = LATIN if folded[start:end].isascii() else HALF if told.weight > LEAST - 4 else FILLED
        if filled < least * size or REPORTED.search(match[0]) or _has_predicate(folded[start:end], words):
            continue
        if not is_honest(folded[start : start + _first_core(words)]):
            yield Unit(start, end, told.weight + 4, told.words, told.themes)


def _has_predicate(fragment: str, words: Sequence[Word]) -> bool:
    """What is left of the fragment between the words makes a sentence of it."""
    places = [0, *(edge for word in words for edge in (word.start, word.end)), len(fragment)]
    rest = "".join(fragment[a:b] for a, b in zip(places[::2], places[1::2], strict=True))
    return bool(_PREDICATE.search(rest)) or rest.count("的") > 1


def _first_core(words: Sequence[Word]) -> int:
    return next((word.start for word in words if _is_core(word)), 0)


def _unit(folded: str, run: Sequence[Word]) -> Unit | None:
    """A run of words as a unit, if it tells of a trade and stands freely."""
    start, end, words, standing = _placed(folded, run)
    told = told_by(words)
    size = len("".join(folded[start:end].split()))
    if told.soft or told.weight < LEAST - 4 or standing < 0 or not SHORTEST <= size <= LONGEST:
        return None
    core = next((word.start for word in run if _is_core(word)), start)
    if sum(map(len, words)) < FILLED * size or is_honest(folded[:core]):
        return None
    weight = told.weight + standing - INSIDE * (_left(folded, start) < 2)
    return Unit(start, end, weight, told.words, told.themes)


def _runs(folded: str) -> Iterator[list[Word]]:
    """Words that follow each other at most two letters apart; only runs that tell of a trade."""
    run: list[Word] = []
    for word in [*words_in(folded), None]:
        if word and run and _GAP.fullmatch(folded, run[-1].end, word.start):
            run.append(word)
            continue
        if any(_is_core(word) for word in run):
            yield run
        run = [word] if word else []


def _is_core(word: Word) -> bool:
    return word.text in TRADED or word.text in SHARP


class Told(NamedTuple):
    """What the words of a query weigh, those that tell, and the trades they tell of."""

    weight: int
    words: tuple[str, ...]
    themes: tuple[str, ...]
    soft: bool


def told_by(words: Sequence[str]) -> Told:
    """Weigh words: telling ones and pairs, names with the way in, offers; the softest are goods with an offer.

    >>> told_by(["代开发票"]).weight, told_by(["百家乐"]).weight, told_by(["百家乐", "开户"]).weight
    (4, 0, 6)
    """
    telling = dict.fromkeys(word for word in words if word in TELLING)
    names = dict.fromkeys(word for word in words if word in NAMES)
    sharp = dict.fromkeys(word for word in words if word in SHARP)
    offers = {word for word in words if word in OFFERS}
    pairs = dict.fromkeys(pairs_in(words)) if not telling else {}
    found = len(telling) + len(pairs)
    weight = 2 + 2 * found if found else 0
    if names and (offers or found or names.keys() & LURED or len(names.keys() - SHARED) > 1):
        weight += 2 if names.keys() <= SHARED or found else 4
    if found == 1 and not names and not offers and max(map(len, telling), default=SHORTEST) < SHORTEST:
        weight = 0
    soft = not weight and bool(sharp) and (bool(offers) or len(sharp) > 1)
    weight += (SOFT - 2) * soft
    told = tuple(telling) or tuple(names) or tuple(sharp)
    themes = tuple(dict.fromkeys((*map(theme_of, (*telling, *names)), *pairs)))
    return Told(weight + 2 * min(len(offers), 2) if weight else 0, told[:3], themes, soft)


def _placed(folded: str, run: Sequence[Word]) -> tuple[int, int, list[str], int]:
    """The run without what may belong to the text around it, its words, and how freely it stands (-1: not at all)."""
    run = list(run)
    left, right = _left(folded, run[0].start), _right(folded, run[-1].end)
    if left < 2:
        while len(run) > 1 and not _is_core(run[0]):
            run.pop(0)
        left = min(left, _left(folded, run[0].start))
    if right < 2:
        while not _ends(run):
            run.pop()
        right = _right(folded, run[-1].end)
    start, end = run[0].start, run[-1].end
    if folded[start:end].count("(") > folded[start:end].count(")"):
        end += folded.startswith(")", end)
        right = _right(folded, end)
    words = [word.text for word in run]
    if _closes_speech(folded, start, end):
        right = 1
    if min(left, right) < 0 or _is_told_of(folded, start, end, left, right):
        return start, end, words, -1
    return start, end, words, left + right


def _ends(run: Sequence[Word]) -> bool:
    """The last word is of the trade, or an offer that joins right on."""
    word = run[-1]
    if _is_core(word) or len(run) == 1:
        return True
    return (word.text in OFFERS or word.text in GOODS) and word.start == run[-2].end


def _left(folded: str, start: int) -> int:
    """2 after a full stop, a bracket or nothing, 0 after a letter or a comma, -1 in a quotation or an enumeration."""
    before = folded[:start].rstrip()[-1:]
    if not before or before in _STOPS or before in _OPEN:
        return 2
    return -1 if before in _QUOTES or before == "、" or _is_latin(before, folded[start]) else 0


def _right(folded: str, end: int) -> int:
    """2 before a full stop, a bracket or nothing, 1 before a new sentence, 0 before a letter, -1 before what goes on."""
    after = folded[end:].lstrip()
    if after and _is_latin(after[0], folded[end - 1]):
        return -1
    if not after or after[0] in _STOPS or after[0] in _CLOSE:
        return 2
    if after.startswith(_STARTING):
        return 1
    return -1 if after[0] in _QUOTES or after[0] in _LINKED else 0


def _is_latin(outside: str, inside: str) -> bool:
    """Words of a sentence in Latin letters; it has no gaps that tell."""
    return outside.isascii() and inside.isascii() and outside.isalpha() and inside.isalpha()


def _closes_speech(folded: str, start: int, end: int) -> bool:
    """The last thing before a closing quotation mark, behind a sentence of the speech."""
    return folded[end : end + 1] in tuple("”」』") and folded[:start].rstrip()[-1:] in tuple("。!?…")


def _is_told_of(folded: str, start: int, end: int, left: int, right: int) -> bool:
    """Its sentence reports; what stands beyond a free edge, or beyond a comma behind it, is another sentence."""
    low = start if left == 2 else max(start - AROUND, 0)
    high = end if right >= 1 else end + AROUND
    return bool(REPORTED.search(_CLAUSE.split(folded[low:high])[0] if left == 2 else folded[low:high]))
