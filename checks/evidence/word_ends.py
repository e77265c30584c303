"""Where a text stops inside a word: no word of the dictionary ends there.

Many a word of one character ends a clause, and no dictionary knows which. So this alone is right for nine clauses of ten
only; beside the dots of a machine it is enough, and without them if the text itself shows how the word goes on.
Measured at 3,600 ends of clauses of the bench corpus and of other clean texts, and at 1,900 places cut at random: the dictionary
alone 9 and 19 % against 59 and 67 %; with the text as well 0.1 and 0.5 % against 13 and 11 %.
"""

from __future__ import annotations

import re
from functools import cache

from checks.evidence.lexicon import LONGEST, folded_dictionary
from checks.text import Text, is_han

SHOWN = 2
"""Places of the text that show how the last character goes on."""
_READ = 20_000  # letters of the text that are searched for them


def stops_in_a_word(folded: str) -> bool:
    """No word ends with the last character, and some begin with it.

    >>> stops_in_a_word("这是经济的重要组"), stops_in_a_word("这是经济的基础")
    (True, False)
    """
    if not is_han(folded[-1:] or " ") or folded[-1] not in _beginnings():
        return False
    return not any(folded[-size:] in folded_dictionary() for size in range(2, LONGEST + 1))


def goes_on_elsewhere(text: Text, end: int) -> bool:
    """The character before this place stands elsewhere before it, always inside a word that it begins."""
    folded = text.folded(max(end - _READ, 0), end)
    places = [match.start() for match in re.finditer(re.escape(folded[-1]), folded[:-1])]
    return len(places) >= SHOWN and all(folded[place : place + 2] in folded_dictionary() for place in places)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[0] for word in folded_dictionary())
