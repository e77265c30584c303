"""Prompts: buttons, prices and sales talk that mean a wall only because they stand beside one.

立即打开, 单篇购买 ¥6 or 开启app看更多 alone would be an advertisement. On a line next to a wall, or to
a notice that the text is cut, they are the rest of the same wall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.cuts import is_notice, is_worded
from checks.evidence.notices import CANDIDATES, Place, wording_of
from checks.evidence.walls import prompt_of
from checks.model import Candidate
from checks.text import Text, later

BESIDE = 2  # lines on either side of a wall: a button, and the plans below it; set by hand, not swept
SHORT = 50  # characters of a prompt, and of a notice of a cut beside it; set by hand, not swept


def prompts_beside(
    text: Text, candidates: Sequence[Candidate], told: Iterable[tuple[Place, str]]
) -> Iterator[tuple[Place, str]]:
    """Yield the prompts on the lines round the walls and the notices of a cut, and their classes."""
    walls = {text.line_number(place.start): name for place, name in told}
    seen = set(walls)
    for candidate in candidates[:CANDIDATES]:
        place = Place(*text.line_at(candidate.start).inner, "line", False, False)
        if place.end - place.start > SHORT or (number := text.line_number(candidate.start)) in seen:
            continue
        seen.add(number)
        if name := _prompt(text, place, number, walls):
            walls[number] = name
            yield place, name


_TURNED = later(
    r"\W*(?:下一?页|后一页|next page)\W{0,3}[:>»→].{1,40}?[(\[]? ?(?:第 ?)?(\d{1,3}) ?(?:页 ?)?/ ?(?:共 ?)?(\d{1,3}) ?页?[)\]]?\W*"
)


def turned(text: Text, place: Place) -> str | None:
    """A link to the next page that names it and counts: 下一页：第二章 老屋（2/5）."""
    match = _TURNED.fullmatch(text.folded(place.start, place.end)) if place.kind == "line" else None
    return "paging_wall" if match and 1 <= int(match[1]) <= int(match[2]) > 1 else None


def _prompt(text: Text, place: Place, number: int, walls: dict[int, str]) -> str | None:
    if not 0 < place.end - place.start <= SHORT:
        return None
    name = prompt_of(wording_of(text, place))
    return name if name and any(_is_wall(text, near, walls) for near in _near(text, number)) else None


def _near(text: Text, number: int) -> Iterator[int]:
    """The lines before and behind a line, the blank ones left out."""
    for step in (-1, 1):
        found, at = 0, number + step
        while found < BESIDE and 0 <= at < len(text.lines) and abs(at - number) <= 2 * BESIDE:
            if text.lines[at].stripped:
                found += 1
                yield at
            at += step


def _is_wall(text: Text, number: int, walls: dict[int, str]) -> bool:
    if number in walls:
        return True
    line = text.lines[number]
    if line.end - line.start > SHORT:
        return False
    place = Place(*line.inner, "line", False, False)
    passage = wording_of(text, place) if line.stripped else ""
    return is_notice(passage) and is_worded(text, place, passage)
