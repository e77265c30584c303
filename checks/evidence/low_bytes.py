"""Lines of which only one byte of each character is left: 好 is 597D and comes out as ``}``, 是 as ``/``.

Nothing can be decoded back. Such a line is letters, accents and signs of Latin-1 without a word among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.text import Text, is_han, later

SHORTEST = 12  # characters of such a line: half a sentence
LETTERS, SIGNS = 3, 2  # different accented letters and signs of Latin-1; a price or a formula has signs alone
LONGEST_WORD = 3  # lower-case letters in a row; any line in a European language has a longer one
MOST = 400  # lines looked at
_LETTER, _SIGN = later("[À-ÖØ-öø-ÿ]"), later("[¡-¦ª¬¯´¶¸-½¿×÷]")
_PLACE = later("[¡-¦ª¬¯´¶¸-½¿÷]")
_WORD = later(f"[a-z]{{{LONGEST_WORD + 1}}}")


def wordless_lines(text: Text) -> Iterator[tuple[int, int]]:
    """Such lines of a text that is Chinese otherwise."""
    places = (found.start() for found, _ in zip(_PLACE.finditer(text.view), range(MOST), strict=False))
    for number in dict.fromkeys(text.line_number(place) for place in places):
        line = text.lines[number]
        if _is_wordless(line.stripped) and any(
            map(is_han, text.view[max(line.start - 400, 0) : line.end + 400])
        ):
            yield line.inner


def _is_wordless(line: str) -> bool:
    return (
        len(line) >= SHORTEST
        and len(set(_LETTER.findall(line))) >= LETTERS
        and len(set(_SIGN.findall(line))) >= SIGNS
        and not _WORD.search(line)
        and all(c < "\u0250" for c in line)
    )
