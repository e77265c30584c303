"""Two characters that make no word, behind finished clauses: 水库今年蓄满了檀署，渠道也通到村口诲粱。

Mirrors pick them by chance, so that a copy looks like an original. A clause may end with a name or a word of one
character; that a quarter end with two rare characters that belong neither together nor to what stands before them is no
writer's doing. What a text speaks of comes again in it (去涩, 焖煮 in a recipe); what is picked by chance does not.
Everything looks at the view as it is; readings in brackets, which the same mirrors set in, are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from checks.evidence.characters import common
from checks.evidence.lexicon import LONGEST, dictionary
from checks.evidence.misread import syllables
from checks.evidence.sown import Token
from checks.readings import TONED
from checks.signs import Flags, Laid
from checks.text import fold, later

# None of 10,094 clean texts and 3,000 made ones, recipes among them, is told at these numbers, nor with five pairs and a fifth
# of the clauses; of 400 texts with pairs put behind half, seven tenths or all of their clauses 57-71, 77-83 and 86-92 %.
LEAST = 6  # clauses that end with different pairs
SHARE = 0.25  # of the clauses that are long enough
CLAUSE = 8  # characters with the pair; those of verse and of lists have fewer
NAMED = 0.5  # of the characters of the pairs may be written in foreign names
SELDOM = (
    0.15  # of the marks stand behind such a character: 7 % in clean texts, half of pairs picked by chance
)
MODERN = 0.01  # of the characters; modern text has three times as many 的, classical prose, whose clauses end so, none
FREQUENT = 800  # characters that end clauses beside another in no dictionary: 姜片, 切丝; pairs without one tell of a text
FUNCTION = 200  # characters that stand beside any other at the end of a clause: 很少, 更香

_STOP = "，。！？；：,!?;:、"
_READING = later(rf"[(（][a-zü{TONED}]{{1,7}}[)）]")
_CLAUSE = later(
    rf"(?:[\u3400-\u9fff]|(?<=[\u3400-\u9fff])[(（][a-zü{TONED}]{{1,7}}[)）])+(?<=[\u3400-\u9fff])(?=[{_STOP}])"
)
_WITH_ONE_OF_THEM = ((-2, None), (-3, None), (-4, None), (-3, -1), (-4, -1), (-5, -1))
"""Where words with one of the last two characters stand, of a clause that is long enough."""


@dataclass(frozen=True, slots=True)
class StrayEnds:
    """Modern text of which so many marks, and more than elsewhere, stand behind a character beyond the first thousand.

    >>> ends = StrayEnds(2, 0.5)
    >>> ends.met(Laid(["新的渠满了檀，通到村口粱。", "新的渠满了，通到村口粱。", "渠满檀，通粱。" * 30])).tolist()
    [True, False, False]
    """

    least: int
    share: float

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether its clauses end so."""
        marks = np.flatnonzero(texts.are(f"[{_STOP}]"))
        found = texts.counts(marks[texts.at(marks - 1, _seldom())])
        modern = texts.counts(np.flatnonzero(texts.are("的"))) >= MODERN * np.diff(texts.starts)
        flags: Flags = (found >= self.least) & (found >= self.share * texts.counts(marks)) & modern
        return flags


ENDS = StrayEnds(LEAST // 2, SELDOM)


@cache
def _seldom() -> str:
    return f"(?![{''.join(sorted(common()))}])[\u3400-\u9fff]"


def stray_pairs(view: str) -> list[Token]:
    """The places of the pairs; none in a text whose clauses end as they should."""
    if not ENDS.met(Laid([view]))[0]:
        return []
    clauses, met = 0, Counter(view)
    pairs: list[Token] = []
    for match in _CLAUSE.finditer(view):
        clause = _READING.sub("", match[0])
        if len(clause) < CLAUSE:
            continue
        clauses += 1
        if _is_stray(clause) and min(met[character] for character in clause[-2:]) == 1:
            pairs.append(Token(match.end() - 2, match.end(), clause[-2:], "odd"))
    rare = {pair.text for pair in pairs if common(FREQUENT).isdisjoint(pair.text)}
    return pairs if len(rare) >= max(LEAST, SHARE * clauses) and not _are_names(pairs) else []


def _are_names(pairs: Sequence[Token]) -> bool:
    named = sum(character in syllables() for pair in pairs for character in pair.text)
    return named > NAMED * 2 * len(pairs)


def _is_stray(clause: str) -> bool:
    """Neither of the last two belongs to a word, or makes a phrase of any other as 很, 下 and 了 do."""
    if not common(FUNCTION).isdisjoint(clause[-2:]):
        return False
    tail = fold(clause[-LONGEST - 1 :])
    return not any(tail[start:end] in dictionary() for start, end in _WITH_ONE_OF_THEM)
