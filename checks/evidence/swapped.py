"""Two-byte text read one byte late, or in another two-byte encoding: each character goes back by itself.

The best stretch of a line is the one where rare characters become frequent ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from checks.evidence.characters import HANGUL, MARKS, common, readable, uncommon_in
from checks.evidence.encodings import LOST, READABLE_SHARE, Undone, bytes_of
from checks.evidence.lexicon import words
from checks.text import fold, is_han

PAIRS = (  # written in, read as
    ("gb18030", "big5hkscs"),
    ("big5hkscs", "gb18030"),
    ("cp932", "gb18030"),
    ("cp932", "big5hkscs"),
    ("cp949", "gb18030"),
    ("gb18030", "cp949"),
)

# What one character adds to a stretch: (usual now, usual after going back). Found on 4,268 clean documents and the
# same text misread: in misread text nine of ten come back usual and one of six is usual now; in clean text it is
# one of six and nine of ten. So a stretch of misread text gains about 0.7 a character, clean text loses 1.2.
_GAIN = {(False, True): 1.0, (True, True): 0.0, (False, False): -0.5, (True, False): -1.5}
_NOTHING_BACK, _PLAIN, _OF_LETTER = -2.0, -0.05, 0.3
_SURE_MARKS = "ㄛ﹝﹜ㄩ"  # what the marks of GBK are in Big5
ENOUGH = (
    4.0  # four rare characters in a row that all become frequent: by chance once in 10^5 lines of rare names
)
SHORT = (
    1.5  # a title of two or three, when it then reads as words of the dictionary and nothing stands beside it
)
FEW = 8  # characters of a stretch that chance alone may have made readable
BESIDE_A_LOSS = 2.0  # where a byte was lost, two rare characters that become frequent ones are enough
MOST = 8  # stretches of one line


def undone_swaps(line: str, written: str, read: str) -> Iterator[Undone]:
    """Stretches of a line that were in one two-byte encoding and were read in another."""
    gains = [_gain_of(character, written, read) for character in line]
    for start, end, total in _best_stretches(gains):
        original = "".join(_swapped(now, written, read) or "\ufffd" for now in line[start:end])
        seen = line[start:end]
        if _is_written_so(seen, original) or not _is_better(seen, original, written):
            continue
        if total >= ENOUGH or _reads_as_title(line, seen, original):
            yield Undone(start, end, original, written, read, whole="\ufffd" not in original)


def undone_shift(line: str) -> Iterator[Undone]:
    """Stretches of GBK read one byte late; of the first character only the second byte is left."""
    if _most_gained(len(line) - 1, uncommon_in(line), _late_gain(line)) < BESIDE_A_LOSS:
        return
    back = [_between(a, b) for a, b in pairwise(line)]
    gains = [_gain(now, then, "gb18030") for now, then in zip(line, back, strict=False)]
    for start, end, total in _best_stretches(gains):
        seen, original = line[start : end + 1], "".join(then or "\ufffd" for then in back[start:end])
        beside = seen + line[max(start - 1, 0) : start] + line[end + 1 : end + 2]
        lost = any(c in LOST or c == "?" for c in beside)
        enough = BESIDE_A_LOSS if lost else ENOUGH
        clear = _in_words(original) >= 2 or (lost and common().isdisjoint(seen))
        if total >= enough and clear and _is_better(seen, original, "gb18030"):
            yield Undone(start, end + 1, "\ufffd" + original, "gb18030", "gb18030", whole=False)


def _late_gain(line: str) -> Callable[[int], float]:
    """What one character and the next gain, read one byte earlier."""
    return lambda place: _gain(line[place], _between(line[place], line[place + 1]), "gb18030")


def _most_gained(size: int, places: Sequence[int], gain: Callable[[int], float]) -> float:
    """What the best stretch gains, if it begins at one of these places: elsewhere nothing is gained."""
    best, done = 0.0, 0
    for start in places:
        total, place = 0.0, max(start, done)
        while start >= done and place < size:
            total += gain(place)
            place += 1
            if total <= 0:
                break
            best = max(best, total)
        done = max(done, place)
    return best


@lru_cache(maxsize=65536)
def _swapped(character: str, written: str, read: str) -> str | None:
    """The character that these two bytes are in the other encoding; ASCII and lost ones as they are."""
    if character < "\x80" or character in LOST:
        return character if character < "\x80" else "\ufffd"
    return _decoded(bytes_of(character, read), written)


@lru_cache(maxsize=65536)
def _gain_of(now: str, written: str, read: str) -> float:
    then = _swapped(now, written, read)
    return _gain_of_hangul(now, then) if read == "cp949" else _gain(now, then, written)


def _between(first: str, second: str) -> str | None:
    """The character made of the last byte of one and the first of the next."""
    if first in LOST or second in LOST or "?" in (first, second):
        return "\ufffd"
    late, early = bytes_of(first, "gb18030"), bytes_of(second, "gb18030")
    return _decoded(late[1:] + early[:1], "gb18030") if len(late) == len(early) == 2 else None


@lru_cache(maxsize=65536)
def _decoded(two: bytes, written: str) -> str | None:
    try:
        text = two.decode(written)
    except UnicodeDecodeError:
        return None
    return text if len(two) == 2 and len(text) == 1 else None


@lru_cache(maxsize=65536)
def _gain(now: str, then: str | None, written: str) -> float:
    if then is None:
        return _NOTHING_BACK
    if then == "\ufffd" or then < "\x80":
        return _PLAIN
    if written == "cp949":  # Korean: what comes back is told by its endings, the rest is other syllables
        return 1.0 if then in HANGUL else -0.15 if "가" <= then <= "힣" else -1.0
    if now in _SURE_MARKS and then in "，。、：":
        return 1.0
    if not _is_rare_kind(now) and then in readable():
        return _OF_LETTER  # kana and Cyrillic stand in GBK where Big5 has its plainest characters
    return _GAIN[now in common() or now in MARKS, then in readable()]


def _gain_of_hangul(now: str, then: str | None) -> float:
    """Chinese read as Korean: the usual endings of Korean are missing, usual characters come back."""
    if "가" <= now <= "힣" and then is not None:
        return _GAIN[now in HANGUL, then in readable()]
    return _gain(now, then, "gb18030")


def _is_rare_kind(character: str) -> bool:
    """Han, private use or Hangul that is no usual ending, where no plain letter stands."""
    hangul = "가" <= character <= "힣" and character not in HANGUL
    return is_han(character) or hangul or "\ue000" <= character <= "\uf8ff"


def _best_stretches(gains: Sequence[float]) -> Iterator[tuple[int, int, float]]:
    """The stretches of highest total gain, the best first, none inside another."""
    spaces = [(0, len(gains))]
    for _ in range(MOST):
        found = max((_best(gains, *space) for space in spaces), key=lambda f: f[2], default=(0, 0, 0.0))
        start, end, total = found
        if total < SHORT:
            return
        yield found
        left, right = next(space for space in spaces if space[0] <= start and end <= space[1])
        spaces = [s for s in spaces if s != (left, right)] + [(left, start), (end, right)]


def _best(gains: Sequence[float], left: int, right: int) -> tuple[int, int, float]:
    """The stretch of ``[left, right)`` with the highest sum (Kadane)."""
    best, total, start = (left, left, 0.0), 0.0, left
    for place in range(left, right):
        if total <= 0:
            total, start = 0.0, place
        total += gains[place]
        if total > best[2]:
            best = (start, place + 1, total)
    return best


def _is_written_so(seen: str, original: str) -> bool:
    """A few rare characters that are words as they stand, as much as they would be after going back: 磕磕绊绊."""
    return len(seen) <= FEW and 0 < _in_words(seen) >= _in_words(original)


def _is_better(seen: str, original: str, written: str) -> bool:
    """What comes back is usual, what stands here is not, and it is not one character over and over."""
    high = [c for c in original if c > "\x7f" and c != "\ufffd"]
    if written == "cp949":
        return sum(c in HANGUL for c in high) >= 0.3 * len(high) and len(set(high)) >= 4
    now = [c for c in seen if c > "\x7f" and c not in LOST]
    return (
        sum(c in readable() for c in high) >= READABLE_SHARE * len(high)
        and 3 * sum(map(_is_rare_kind, now)) >= len(now)  # no row of kana, Cyrillic or bopomofo
        and sum(c in common() for c in now) <= 0.5 * len(now)
        and len(set(high)) >= 2
    )


def _reads_as_title(line: str, seen: str, original: str) -> bool:
    """The whole line is misread, and half of it and more comes back as words."""
    rest = [c for c in line if is_han(c)]
    return len(rest) == sum(is_han(c) for c in seen) and _in_words(original) >= 0.5 * len(original)


def _in_words(original: str) -> int:
    """Characters that belong to a word of two."""
    folded = fold(original)
    held = {k + d for k in range(len(folded) - 1) if folded[k : k + 2] in words() for d in (0, 1)}
    return len(held)
