"""Words that filters take out, held apart by a sign the filter does not expect: 政/府, 法.院, 领-导.

The asterisk and the underscore are looked at with the masks; these signs have more uses: lists (军/警),
dates, names, formulas. So the pieces must be no words of their own, and the sentence must run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from checks.evidence.lexicon import masked_words, words
from checks.evidence.open_names import NUMERALS
from checks.evidence.signs import HAN_NEAR, NEAR, STOP, any_in, speaks_of_filters
from checks.model import Candidate
from checks.text import Text, is_han, later

SIGNS = "/.·•・|-+~^&\\'`"
MOST = 500  # candidates looked at in one text
LONGEST = 4  # characters of a word
TALK = 16  # characters to either side in which somebody may speak of signs
_RUN = later("|".join(f"{re.escape(sign)}{{1,3}}" for sign in SIGNS))


@cache
def split_phrases() -> frozenset[str]:
    """What such a word begins with: its first characters and the sign, for each place where it may be cut."""
    heads = {word[cut - 1] for word in masked_words() if len(word) <= LONGEST for cut in range(1, len(word))}
    return frozenset(head + sign for head in heads for sign in SIGNS)


def splits_in(text: Text, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Places ``[start, end)`` of the signs that were set into such a word."""
    found = list(_all_in(text, candidates))
    return found if found and not speaks_of_filters(text) else []


def _all_in(text: Text, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    for candidate in _first(candidates):
        run = _RUN.match(text.folded(candidate.start + 1, candidate.start + 4))
        if run and _splits(text, candidate.start + 1, candidate.start + 1 + run.end()):
            yield candidate.start + 1, candidate.start + 1 + run.end()


def _first(candidates: Sequence[Candidate]) -> Iterable[Candidate]:
    return sorted(candidates, key=lambda c: c.start)[:MOST]


def _splits(text: Text, start: int, end: int) -> bool:
    """The characters beside it make such a word, and they are no items of a list."""
    left, right = text.folded(start - LONGEST, start), text.folded(end, end + LONGEST)
    cut = _cut_word(left, right) or _chained(text, start, end)
    return cut and not _is_date(left, right) and not _is_list(left, right) and _in_sentence(text, start, end)


def _cut_word(left: str, right: str) -> bool:
    return any(
        left[len(left) - before :] + right[:after] in masked_words()
        for before in range(1, LONGEST)
        for after in range(1, LONGEST + 1 - before)
        if before <= len(left) and after <= len(right)
    )


def _chained(text: Text, start: int, end: int) -> bool:
    """One of several signs in a word of three: 法/轮/功."""
    sign, around = text.view[start:end], text.folded(start - 8, end + 8)
    pieces = around.split(text.folded(start, end))
    singles = [piece for piece in pieces[1:-1] if len(piece) == 1]
    whole = pieces[0][-1:] + "".join(singles) + pieces[-1][:1]
    return bool(sign) and len(singles) == len(pieces) - 2 >= 1 and whole in masked_words()


def _is_date(left: str, right: str) -> bool:
    """Numbers with points between them: 九六.四.五."""
    near = left[-2:] + right[:2]
    return len(near) == 4 and all(c in NUMERALS or c in SIGNS for c in near)


def _is_list(left: str, right: str) -> bool:
    """Words stand on both sides: 人民/警察; or one alone and a word: 军/人民."""
    ends = any(left[-size:] in words() for size in (2, 3, 4) if size <= len(left))
    begins = any(right[:size] in words() for size in (2, 3, 4) if size <= len(right))
    alone = not is_han(left[-2:-1] or " ")
    return begins and (ends or alone)


def _in_sentence(text: Text, start: int, end: int) -> bool:
    around = text.folded(start - NEAR, start) + text.folded(end, end + NEAR)
    beside = text.folded(start - TALK, end + TALK)
    han = sum(map(is_han, around))
    return han >= HAN_NEAR and bool(STOP.search(around)) and not any_in("talked_of").search(beside)
