"""A keyword of the title hung on the ends of other clauses: 简化函数山城符，习惯于它山城符。

Sites that live on one keyword take an article about anything, add the keyword to its title as a piece of its own, and
hang it on clauses that were complete without it. A word that belongs to a text stands in the middle and at the
beginning of clauses, too, and behind the small words that lead to a noun. Everything looks at the view as it is.
"""

from __future__ import annotations

import re

from checks.evidence.lexicon import words
from checks.signs import Sign
from checks.text import Text, fold, is_han, later

# By judgement. Of the 13,168 words of a newspaper, each tried as the keyword of each of its 233 pieces of 8,000 letters,
# two were told without any title: 来说 and 加元.
LEAST = 5  # ends of clauses with the keyword
CONTEXTS = 5  # different pairs of letters before it
SHARE = 0.8  # of the places of the keyword below the title are such ends
LED = 0.2  # of the ends may stand behind a small word that leads to a noun
TITLE, LINES = 80, 4  # letters of a line of the head, and lines
KEYWORD = (2, 8)  # letters

_JOINTS = r"[:：_|丨—–\-－]"
_JOINT = later(f"{_JOINTS}+")
_LEADS = frozenset("的在到是了把被向从對对于於与與和及或个個这這那为為有无無叫给給让讓如像由将將以用去来來")
JOINED = Sign(_JOINTS, first=LINES * TITLE)
"""A title of several pieces; without one no keyword is looked for."""


def hung_on(text: Text) -> list[tuple[int, int]]:
    """The places of the keyword at the ends of clauses; none in a text that was written with it."""
    head = [line for line in text.first_lines(2 * LINES) if line.stripped][:LINES]
    for line in head:
        if len(line.text) > TITLE:
            continue
        for piece in _JOINT.split(line.stripped)[1:]:
            if places := _places(text.view, piece.strip(), line.end):
                return places
    return []


def _places(view: str, keyword: str, start: int) -> list[tuple[int, int]]:
    if not KEYWORD[0] <= len(keyword) <= KEYWORD[1] or view.count(keyword, start) < LEAST:
        return []
    if not all(map(is_han, keyword)) or fold(keyword) in words():
        return []
    found = [match.start() for match in re.finditer(re.escape(keyword), view[start:])]
    ends = [start + at for at in found if _is_hung(view, start + at, len(keyword))]
    before = [view[at - 2 : at] for at in ends]
    led = sum(pair[-1] in _LEADS for pair in before)
    if len(ends) < LEAST or len(set(before)) < CONTEXTS:
        return []
    if len(ends) < SHARE * len(found) or led > LED * len(ends):
        return []
    return [(at, at + len(keyword)) for at in ends]


def _is_hung(view: str, at: int, size: int) -> bool:
    """A letter stands before it, and the clause ends behind it."""
    after = view[at + size : at + size + 1]
    return view[at - 1 : at].isalnum() and (not after or after in "。，,！!？?；;、\n")
