"""Queries of the trades that sever a word of the sentence they were set into: 老井磨得发 + query + 亮.

A sentence that speaks of such a thing has whole words on both sides of it. Where what stands before the query and what
stands behind it are the two halves of a word, and no word otherwise, nobody wrote the query there; and the rest of the
text must not speak of its trade. Beside one such query the others in mid-clause are told as well. All folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product, takewhile

from checks.evidence.insertions import FILLED, LONGEST, Unit
from checks.evidence.lexicon import LONGEST as WORD
from checks.evidence.lexicon import folded_dictionary
from checks.evidence.queries import SHORTEST, Word, told_by
from checks.evidence.standing import is_core, is_honest_name, is_led_to, is_told_of, runs_in, windows
from checks.evidence.trades import TRADED, Rest
from checks.model import Candidate
from checks.text import Text, is_han

# Measured on a seventh of the bench corpus: of 8,500 places between two characters 42 % sever a word of the dictionary
# and 53 % with words of the text's own; of 7,100 words of four characters that stand there by right 1.1 % seem to, 2.1 %
# a word of the text's own.
LEAST = 4  # weight of a query: one telling word
SURE = 6  # weight of one that severs a word only this text has
MORE = 4  # letters of a query on either side of its known words, if it comes more than once
OWN = 3  # characters of a word of the text's own
_SLIGHT = frozenset(
    "的了是在有和就不也都这那我你他她它们个一为与及或被把从到对以而且但着过得地要会能可上下中里来去所之其于将已还又等人大多小年月日时"
)


def severing_in(text: Text, candidates: Sequence[Candidate], rest: Rest) -> list[Unit]:
    """The queries in mid-clause if one of them severs a word, and nothing else in the text speaks of its trade."""
    inside: list[tuple[Unit, bool]] = []
    for low, high in windows(text, [c for c in candidates if c.phrase in TRADED]):
        folded = text.folded(low, high)
        found = [_set_in(folded, run, rest) for run in runs_in(folded)]
        inside += [
            (unit._replace(start=low + unit.start, end=low + unit.end), severs)
            for unit, severs in filter(None, found)
        ]
    severing = {text.folded(unit.start, unit.end) for unit, severs in inside if severs}
    if not severing:
        return []
    places = [*((unit.start, unit.end) for unit, _ in inside), *rest.places_of(severing)]
    alien = [pair for pair in inside if not rest.speaks_of(pair[0].themes, places)]
    return [unit for unit, _ in alien] if any(severs for _, severs in alien) else []


def _set_in(folded: str, run: Sequence[Word], rest: Rest) -> tuple[Unit, bool] | None:
    """A run as a unit of its clause, and whether it severs a word; words at its ends may be the clause's own."""
    units = [_whole(folded, unit, rest) for words in _parts(run) if (unit := _unit(folded, words))]
    severing = next((unit for unit in units if _severs(folded, unit, rest)), None)
    if severing:
        return severing, True
    return (units[0], False) if units else None


def _parts(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The run, then what is left of it without words at its ends that tell nothing, the longest first."""
    telling = [number for number, word in enumerate(run) if is_core(word)]
    first, last = telling[0], telling[-1]
    ends = product(range(first + 1), range(len(run), last, -1))
    yield from (run[start:end] for start, end in sorted(ends, key=lambda part: part[0] - part[1]))


def _unit(folded: str, run: Sequence[Word]) -> Unit | None:
    """Such a run if it tells enough, letters or a comma are on both sides, and the sentence does not speak of it."""
    start, end, words = run[0].start, run[-1].end, [word.text for word in run]
    told = told_by(words)
    enough = not told.soft and told.weight >= LEAST and sum(map(len, words)) >= FILLED * (end - start)
    if not enough or not SHORTEST <= end - start <= LONGEST or not _is_amid(folded, start, end):
        return None
    if is_honest_name(folded, run) or is_led_to(folded, start) or is_told_of(folded, start, end):
        return None
    return Unit(start, end, told.weight, told.words, told.themes)


def _whole(folded: str, unit: Unit, rest: Rest) -> Unit:
    """With the letters on both sides that stand there wherever the text says it again: 改装 + 遥控骰子."""
    sides = rest.sides_of(folded[unit.start : unit.end], MORE)
    if len(sides) < 2:
        return unit
    before = _shared([left[::-1] for left, _ in sides])
    after = _shared([right for _, right in sides])
    return unit._replace(start=unit.start - before, end=unit.end + after)


def _shared(passages: Sequence[str]) -> int:
    """With how many ideographs all of them begin.

    >>> _shared(["表晃", "表。"]), _shared(["。表", "。表"])
    (1, 0)
    """
    columns = zip(*passages, strict=False)
    return sum(1 for _ in takewhile(lambda letters: len({*letters}) == 1 and is_han(letters[0]), columns))


def _is_amid(folded: str, start: int, end: int) -> bool:
    if not 0 < start < end < len(folded):
        return False
    return all(is_han(letter) or letter == "," for letter in (folded[start - 1], folded[end]))


def _severs(folded: str, unit: Unit, rest: Rest) -> bool:
    left, right = folded[max(unit.start - OWN, 0) : unit.start], folded[unit.end : unit.end + OWN]
    if folded[unit.start] == right[:1] or folded[unit.end - 1] == left[-1:]:
        return False  # the word stands there as well: 化步兵第一步
    return _is_word(left, right) or (unit.weight >= SURE and _is_own(left, right, rest))


def _is_word(left: str, right: str) -> bool:
    """A word of the dictionary ends the left side and begins the right one; neither half is part of another word.

    >>> _is_word("磨得发", "亮。那"), _is_word("是家里", "人。那"), _is_word("他在", "路上等")
    (True, False, False)
    """
    return any(
        left[-before:] + right[:after] in folded_dictionary() and _is_torn(left, right, before, after)
        for before, after in product(range(1, WORD), repeat=2)
        if before + after <= WORD and before <= len(left) and after <= len(right)
    )


def _is_torn(left: str, right: str, before: int, after: int) -> bool:
    """A half of one character belongs to no other word, and a word of two has no slight character."""
    if before + after == 2 and not _SLIGHT.isdisjoint((left[-1], right[0])):
        return False
    if before + after == WORD:
        return True
    return not (
        (before == 1 and left[-2:] in folded_dictionary())
        or (after == 1 and right[:2] in folded_dictionary())
    )


def _is_own(left: str, right: str, rest: Rest) -> bool:
    """Three characters over the seam stand together elsewhere in the text."""
    seams = (left[-2:] + right[:1], left[-1:] + right[:2])
    sound = [
        seam for seam in seams if len(seam) == OWN and all(map(is_han, seam)) and _SLIGHT.isdisjoint(seam)
    ]
    return rest.repeats(sound, ())
