"""Text whose bytes were read in the wrong encoding, and the way back over the bytes of a line.

UTF-8 read as anything: put the characters back into bytes and take the stretches that are valid
UTF-8. GBK, Big5, Shift-JIS or EUC-KR read as a one-byte encoding (Latin-1, cp437, Cyrillic): a stretch
is decoded as a whole. (Two-byte encodings read as one another: ``checks.evidence.swapped``.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from checks.evidence.characters import known, readable


class Undone(NamedTuple):
    """``[start, end)`` of a line that was misread, what it was, and whether every byte is back."""

    start: int
    end: int
    original: str
    written_in: str
    read_as: str
    whole: bool


NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GBK",
    "big5hkscs": "Big5",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
    "cp1252": "Latin-1",
    "cp437": "cp437",
    "cp850": "cp850",
    "cp1250": "cp1250",
    "cp1251": "cp1251",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
}
TWO_BYTE = ("gb18030", "big5hkscs", "cp932", "cp949")
ONE_BYTE = ("cp1252", "cp437", "cp850", "cp1250", "cp1251", "koi8_r", "mac_roman")
LOST = "\ufffd□▯"
"""What decoders and fonts put in place of a byte they could not read; ``?`` besides."""


@lru_cache(maxsize=65536)
def bytes_of(character: str, codec: str) -> bytes:
    """One or two bytes; ``?`` for a lost character, NUL for one that the codec never yields.

    >>> bytes_of("鐨", "gb18030").hex(), bytes_of("🙂", "gb18030")
    ('e79a', b'\\x00')
    """
    if character in LOST:
        return b"?"
    if codec == "gb18030" and character == "€":  # Windows and browsers read the lone byte 80 so
        return b"\x80"
    try:
        encoded = character.encode(codec)
    except UnicodeEncodeError:
        return b"\0"
    return encoded if len(encoded) <= 2 else b"\0"


@cache
def one_byte_table(codec: str) -> Mapping[int, int]:
    """Code point -> byte of a one-byte encoding; an undefined byte stands for itself."""
    table = {code: code for code in range(0xA0)}
    for byte in range(0x80, 0x100):
        table[ord(bytes([byte]).decode(codec, errors="ignore") or chr(byte))] = byte
    return table | {ord(lost): 0x3F for lost in LOST}


def _encoded(line: str, codec: str) -> tuple[bytes, list[int]]:
    """The bytes of a line and, for each byte, the character it came from."""
    if codec in ONE_BYTE:
        table = one_byte_table(codec)
        return bytes(table.get(ord(c), 0) for c in line), list(range(len(line)))
    parts = [bytes_of(character, codec) for character in line]
    return b"".join(parts), [k for k, part in enumerate(parts) for _ in part]


def _loosely_encoded(line: str, codec: str) -> tuple[bytes, list[int]]:
    """The same, where two bytes that happened to be valid UTF-8 were read so in the midst of the others."""
    if codec not in ONE_BYTE or not any("\u0192" < c <= "\u07ff" for c in line):
        return _encoded(line, codec)
    table = one_byte_table(codec)
    parts = [bytes([table[ord(c)]]) if ord(c) in table else _loose(c) for c in line]
    return b"".join(parts), [k for k, part in enumerate(parts) for _ in part]


def _loose(character: str) -> bytes:
    return character.encode() if character <= "\u07ff" else b"\0"


# Units of UTF-8: marks, kana, Han, Hangul, full-width forms, emoji, Latin-1 and the letters of cp1252. A unit is cut where its
# last bytes were dropped or became "?". ASCII may stand between: spaces, digits, names.
_HEAD = rb"(?:[\xe2-\xec\xef][\x80-\xbf]|\xed[\x80-\x9f])"
_UNIT = rb"%s[\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2}|[\xc2\xc3\xc5\xc6\xcb][\x80-\xbf]" % _HEAD
_CUT = rb"%s(?:\?|(?=[\x00-\x7f\xe2-\xef]|\Z))|[\xe2-\xed\xef]\?{1,2}" % _HEAD
_STRETCH = re.compile(rb"(?:%s)(?:[\x01-\x7e]{0,60}?(?:%s|%s))*" % (_UNIT, _UNIT, _CUT))
_PIECE = re.compile(rb"(%s)|(%s)|([\x00-\x7f])" % (_UNIT, _CUT))


TWICE = 4  # units at least that two characters make, of two bytes or more


def undone_utf8(line: str, codec: str) -> Iterator[Undone]:
    """Stretches of a line that were UTF-8 and were read in ``codec``, once or twice over.

    >>> [u.original for u in undone_utf8("题目：浣犲ソ锛屼笘鐣", "gb18030")]
    ['你好，世\ufffd']
    """
    encoded, places = _encoded(line, codec)
    for found in _STRETCH.finditer(encoded):
        start, end = places[found.start()], places[found.end() - 1] + 1
        if codec in TWO_BYTE and len(found[0]) < 2 * TWICE and not is_strange(line[start:end]):
            continue  # neither read twice nor once
        pieces = _PIECE.findall(found[0])
        units = [unit.decode() for unit, _, _ in pieces if unit]
        cuts = sum(1 for _, cut, _ in pieces if cut)
        original = "".join((unit or plain or b"\xef\xbf\xbd").decode() for unit, _, plain in pieces)
        if again := _read_twice(original, units, codec):
            yield Undone(start, end, again, "utf-8", codec, whole=not cuts)
        elif _was_utf8(line[start:end], units, cuts, codec):
            yield Undone(start, end, original, "utf-8", codec, whole=not cuts and "\ufffd" not in original)


def _read_twice(original: str, units: list[str], codec: str) -> str:
    """What the text was before it was misread for the first time; empty if it was not."""
    if len(units) < TWICE or _clear(units) >= READABLE_SHARE * len(units):
        return ""
    inner = max(undone_utf8(original, codec), key=lambda u: u.end - u.start, default=None)
    return inner.original if inner and inner.end - inner.start >= 0.8 * len(original) else ""


READABLE_SHARE = 0.6  # of the characters that come back; lines of nothing but rare names reach 0.7
_TELLING = frozenset("，。、：；？！“”‘’（）《》—…\u3000\ufffd")


def _was_utf8(seen: str, units: list[str], cuts: int, codec: str) -> bool:
    """Valid UTF-8 is no accident when two usual characters come back, or one mark out of a rare one."""
    if all(unit < "\u2000" for unit in units):
        return codec == "cp1252" and _was_latin(seen, units)
    clear = _clear(units)
    if clear < READABLE_SHARE * len(units) or cuts > len(units) + 1:
        return False
    if codec in TWO_BYTE and not is_strange(seen):
        return False
    return clear >= 2 or (not _TELLING.isdisjoint(units) and (codec in ONE_BYTE or seen[0] not in known()))


def is_strange(seen: str) -> bool:
    """Half of what stands here is no common character."""
    high = [c for c in seen if c > "\x7f" and c not in LOST]
    return 2 * sum(c in readable() for c in high) <= len(high)


def _clear(units: list[str]) -> float:
    """How many of these characters stand in readable text; of rare Hangul one is as good as half."""
    usual = _usual()
    return sum(1 if unit in usual or unit > "\uffff" else 0.5 * ("가" <= unit <= "힣") for unit in units)


@cache
def _usual() -> frozenset[str]:
    return readable() | known() | _TELLING


def _was_latin(seen: str, units: list[str]) -> bool:
    """Accented letters and signs that became two: Ã©, Â·. Two of them, for Ã and Â are letters, too."""
    return len(units) >= 2 and all(unit > "\x9f" for unit in units) and seen[0] in "ÃÂ"


_BYTES = re.compile(rb"[\x80-\xff]{2}(?:[\x01-\x7f]{0,60}?[\x80-\xff]{1,400}[@-~]?){0,400}")


def undone_one_byte(line: str, codec: str) -> Iterator[Undone]:
    """Stretches of a line that were in a two-byte encoding and were read in a one-byte one, or as Shift-JIS."""
    encoded, places = _loosely_encoded(line, codec)
    for found in _BYTES.finditer(encoded):
        start, end = places[found.start()], places[found.end() - 1] + 1
        if len(set(line[start:end])) < 4 or not _is_alien(line[start:end], codec):  # 4: two characters
            continue
        best = max(
            (_decoded(found[0], written) for written in TWO_BYTE if written != codec), key=lambda d: d[0]
        )
        if best[0] > 0:
            yield Undone(start, end, best[1], best[2], codec, whole="\ufffd" not in best[1])


def _is_alien(seen: str, codec: str) -> bool:
    """Text of rare characters; as Shift-JIS it holds narrow kana, of which Chinese text has none."""
    return is_strange(seen) and (codec in ONE_BYTE or any("\uff61" <= c <= "\uff9f" for c in seen))


def _decoded(encoded: bytes, written: str) -> tuple[float, str, str]:
    """How readable the bytes are in an encoding (0: not), the text, the encoding."""
    text = encoded.decode(written, errors="replace")
    high = [c for c in text if c > "\x7f"]
    clear = sum(c in readable() for c in high)
    if clear < READABLE_SHARE * len(high) or 3 * len(set(high)) < len(high) ** 0.5:
        return 0, "", written  # a rule of box characters is one byte over and over
    return clear / len(high), text, written
