"""Where a text may hold misread bytes, and which stretches of its lines go back to readable text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from checks.evidence.characters import HANGUL, KANA, MARKS, SIGHS, common, known, met, readable
from checks.evidence.encodings import LOST, ONE_BYTE, TWO_BYTE, Undone, undone_one_byte, undone_utf8
from checks.evidence.swapped import PAIRS, undone_swaps
from checks.phrases import phrase_groups
from checks.signs import holds
from checks.text import Text, fold, later

_LETTERS = "\x80-\x9f¡-¦¨-¯²-¶¸-ÖØ-öø-ƒ\u0250-\u07ff\u2550-\u2593\uff61-\uff9f"
_ALIEN = later(f"[{_LETTERS}][{_LETTERS}\xa0§·‘-™≠-≥─-◊]")
MOST_LINES = 4000  # candidate lines of one document that are looked at; more tell nothing new
MOST_FAILURES = 200  # candidate lines in which nothing was found, before the document is left alone


_SURE = "锛銆鈥锟嚙縲繧縺ï"  # a misread full-width mark, a quote or a lost character: one is enough
NEAR = (
    8  # characters between two strange ones of a misread stretch; of real ones nine in ten are nearer than 3
)


_HANGUL = later("[가-힣]")
_HANGUL_BY_HAN = later("[가-힣][一-鿿豈-鶴]|[一-鿿豈-鶴][가-힣]")


def is_strange_in(view: str) -> bool:
    """A character that clean text hardly holds; or Hangul and Han side by side, as in Chinese read as Korean."""
    return holds(view, strange().pattern) or any(_hangul_by_han(view))


def _hangul_by_han(view: str) -> Iterator[re.Match[str]]:
    return _HANGUL_BY_HAN.finditer(view) if _HANGUL.search(view) else iter(())


@cache
def strange() -> re.Pattern[str]:
    """A character that is hardly met in clean Chinese text; surrogates included."""
    return re.compile(f"[{_LETTERS}{_rare()}\ud800-\udfff]")


SURE, LETTER = f"[{_SURE}\ud800-\udfff]", f"[{_LETTERS}]"
"""What tells alone: a misread mark or half of a pair; and letters of other scripts than Han, as classes."""


@cache
def trigger() -> re.Pattern[str]:
    """Two strange characters close together: rare ones that usual characters become when misread."""
    return re.compile(
        f"[{_LETTERS}{_rare()}](?:(?<=[{_SURE}])|(?<=[{_LETTERS}])[{_LETTERS}\xa0]"
        f"|(?<=[{_rare()}])[^\n]{{0,{NEAR}}}[{_rare()}])"
    )


@cache
def _rare() -> str:
    """The inside of a character class."""
    images = {image for character in common() | MARKS | KANA | HANGUL for image in _images(character)}
    usual = met() | MARKS | KANA | HANGUL | frozenset("·°±×÷²³℃＋―ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①②③④⑤⑥⑦⑧⑨⑩")
    rare = sorted(c for c in images - usual if "\u02ff" < c < "\uac00" or "\ud7a3" < c < "\uffff")
    return "".join(map(re.escape, rare)) + _SURE


def _images(character: str) -> Iterator[str]:
    utf8 = character.encode()
    for codec in TWO_BYTE:
        for two in (utf8[:2], utf8[1:]):
            yield from two.decode(codec, errors="ignore")
    for written, read in PAIRS:
        yield from character.encode(written, errors="ignore").decode(read, errors="ignore")


def misread_in(text: Text) -> Iterator[tuple[int, int, tuple[Undone, ...]]]:
    """Places of the view, each with the stretches it was put together from."""
    roads, failures = list(ROADS), 0
    for number in _candidate_lines(text)[:MOST_LINES]:
        line = text.lines[number]
        found = [
            each for each in _best_of(line.text, roads) if not _is_meant(line.text[each.start : each.end])
        ]
        failures += not found
        if failures > MOST_FAILURES:
            return
        for start, end, parts in _joined(line.text, found):
            yield line.start + start, line.start + end, parts


def _is_meant(seen: str) -> bool:
    """No garbage, whatever it decodes to: verse with a sigh at every half line, a list of foreign names, a Greek word.

    Of misread Chinese no sighs come, hardly a syllable of names, and small letters only by chance.
    """
    letters = [c for c in seen if c.isalpha()]
    named = 2 * sum(c in syllables() for c in letters) >= len(letters) > 0
    return (
        named or 4 * sum(c in SIGHS for c in seen) >= len(seen) or _FOREIGN_WORD.fullmatch(seen) is not None
    )


@cache
def syllables() -> frozenset[str]:
    """What foreign names are written with, in both scripts."""
    plain = frozenset("".join(phrase_groups("lost_marks")["foreign_names"]))
    return plain | {c for c in map(chr, range(0x4E00, 0xA000)) if fold(c) in plain}


def _candidate_lines(text: Text) -> list[int]:
    found = chain(trigger().finditer(text.view), _hangul_by_han(text.view))
    return list(dict.fromkeys(text.line_number(match.start()) for match in found))


ROADS = (
    *(("utf-8", codec) for codec in (*TWO_BYTE, *ONE_BYTE)),
    *(("", codec) for codec in (*ONE_BYTE, "cp932")),
    *PAIRS,
)


def _walk(line: str, written: str, read: str) -> list[Undone]:
    if written == "utf-8":
        return list(undone_utf8(line, read))
    return list(undone_swaps(line, written, read) if written else undone_one_byte(line, read))


def _best_of(line: str, roads: list[tuple[str, str]]) -> list[Undone]:
    """The stretches that do not overlap, the road that explains most first; it is tried first next time."""
    alien = _ALIEN.search(line)
    per_road = []
    for road in list(roads):
        if road[1] in ONE_BYTE and not alien:
            continue
        found = _walk(line, *road)
        per_road.append((sum(_weight(u) for u in found), found))
        if sum(u.end - u.start for u in found) >= 0.8 * len(line.strip()):
            roads.remove(road)
            roads.insert(0, road)
            break
    return _apart(u for _, found in sorted(per_road, key=lambda f: -f[0]) for u in found)


def _weight(undone: Undone) -> float:
    """Characters explained; a road that loses some of them counts less, and one that was not UTF-8 a little less."""
    lost = undone.original.count("\ufffd")
    return (undone.end - undone.start - 2 * lost) * (1.0 if undone.written_in == "utf-8" else 0.9)


def _apart(found: Iterable[Undone]) -> list[Undone]:
    chosen: list[Undone] = []
    for undone in found:
        if all(undone.end <= other.start or undone.start >= other.end for other in chosen):
            chosen.append(undone)
    return sorted(chosen)


def _joined(line: str, found: Sequence[Undone]) -> Iterator[tuple[int, int, tuple[Undone, ...]]]:
    """Neighbouring stretches as one place, with what is unreadable between and beside them."""
    parts: list[Undone] = []
    for undone in found:
        if parts and not _unreadable(line[parts[-1].end : undone.start], between=True):
            yield _widened(line, parts)
            parts = []
        parts.append(undone)
    if parts:
        yield _widened(line, parts)


USUAL = (
    0.35  # share of usual characters up to which a passage beside misread text is misread, too: 0.2 of the
)
# characters of text misread as Big5 are usual ones, of text misread as GBK 0.1; of clean text 0.93


def _unreadable(passage: str, *, between: bool = False) -> bool:
    high = [c for c in passage if c > "\x7f" and c != "\xa0"]
    if not high:
        return between and len(passage) <= MOST_PLAIN
    return sum(c in readable() for c in high) <= USUAL * len(high)


_FOREIGN_WORD = later(r"[\u0370-\u03ff\u0400-\u04ff][\u03ac-\u03ce\u0430-\u045f]{2,}")
MOST_PLAIN = 60  # ASCII characters inside a misread stretch


def _widened(line: str, parts: list[Undone]) -> tuple[int, int, tuple[Undone, ...]]:
    start, end = parts[0].start, parts[-1].end
    while start > 0 and _is_debris(line[start - 1]):
        start -= 1
    while end < len(line) and _is_debris(line[end]):
        end += 1
    left, right = len(line) - len(line.lstrip()), len(line.rstrip())
    start, end = (left if _unreadable(line[:start]) else start), (right if _unreadable(line[end:]) else end)
    return start, end, tuple(parts)


def _is_debris(character: str) -> bool:
    """A lost character, or one that stands in no usual text."""
    return character in LOST or (character > "\x7f" and character not in _usual())


@cache
def _usual() -> frozenset[str]:
    return known() | MARKS | KANA | frozenset("\xa0°±×÷·■●◆★☆→")
