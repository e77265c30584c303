"""Patterns that are looked for by what they may begin with.

Python's ``re`` finds a set of characters at the speed of C; alternatives and look-behinds it tries at every place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Headed(NamedTuple):
    """A pattern that matches nothing empty, and a character class that holds all it may begin with.

    >>> [match[0] for match in Headed(re.compile("(?<!山)水.|火"), re.compile("[水火]")).finditer("山水，水边火")]
    ['水边', '火']
    """

    pattern: re.Pattern[str]
    heads: re.Pattern[str]

    def finditer(self, passage: str) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer`` finds."""
        head = self.heads.search(passage)
        while head:
            found = self.pattern.match(passage, head.start())
            if found:
                yield found
            head = self.heads.search(passage, found.end() if found else head.end())


def heads_of(words: Iterable[str], others: str = "") -> re.Pattern[str]:
    """A class of the first characters of words, and of ``others``, as they stand inside a class."""
    return re.compile(f"[{''.join(sorted({re.escape(word[0]) for word in words}))}{others}]")
