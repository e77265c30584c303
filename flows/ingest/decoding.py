"""From bytes to the raw text, strictly, and a good guess where that fails.

The raw text is the bytes decoded and nothing else: line ends, blanks, NUL and a byte order mark
(U+FEFF in UTF-8) stay, because offsets count them and a check may have something to say about
them. Who wants the mark dropped declares ``encoding = "utf-8-sig"``; UTF-16 takes it as its own.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

SAMPLE = 8_192  # bytes; the five pages in GB18030, Big5 and UTF-16 are all told right from 1,024 on
BELIEVED = 16  # bytes of UTF-8 before the fault; the first two or three characters may be chance
STATISTICS = 200  # guesses of a source made anew, about 2 ms each; later ones try the last guess first

_HIGH = re.compile(rb"[\x80-\xff]")
_NEVER_SECOND = re.compile(rb"[\x00-\x2f]")  # no later byte of a character in GB18030, Big5, Shift-JIS, EUC
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Undecodable(ValueError):
    """The bytes are not in the declared encoding; the message is the reason of a reject."""


class Decoder:
    """Decodes the texts of one source, and remembers its guesses so that guessing stays cheap."""

    def __init__(self, encoding: str) -> None:
        self.encoding = codecs.lookup(encoding).name
        self._guessed, self._last = 0, ""

    def text(self, raw: bytes) -> str:
        """Return the raw text. Raises ``Undecodable`` with byte offset, likely encoding and remedy."""
        try:
            return raw.decode(self.encoding)
        except UnicodeDecodeError as error:
            diagnosis = self._diagnosis(raw, error.start)
            raise Undecodable(f"not {self.encoding} at byte {error.start:,}: {diagnosis}") from None

    def _diagnosis(self, raw: bytes, offset: int) -> str:
        if self.encoding == "utf-8" and len(_HIGH.findall(raw, max(offset - SAMPLE, 0), offset)) >= BELIEVED:
            return "the text before it is valid, so a character is cut or damaged there; fetch it again"
        self._guessed += 1
        guesses = [name for name in self._guesses(raw) if name not in ("", self.encoding)]
        fitting = next((name for name in guesses if _fits(raw, name)), "")
        if fitting:
            self._last = fitting
            return f'it looks like {fitting}; set encoding = "{fitting}" in its [[sources]]'
        if guesses:
            return f"it looks like damaged {guesses[0]}; fetch it again"
        return "no known encoding fits, so it may be no text at all; look at what was fetched"

    def _guesses(self, raw: bytes) -> Iterator[str]:
        yield next((name for mark, name in _MARKS if raw.startswith(mark)), "")
        yield "utf-8" if _fits(raw, "utf-8") else ""
        if self._guessed > STATISTICS:
            yield self._last
        else:
            name = _told_by_statistics(_sample(raw))
            yield "gb18030" if name in ("gb2312", "gbk") else name
            yield _SUPERSETS.get(name, "")


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeError:
        return False
    return True


def _sample(raw: bytes) -> bytes:
    """Cut a bounded part that starts at the first character outside ASCII and ends between two."""
    first = _HIGH.search(raw)
    start = first.start() if first else 0
    part = raw[start : start + SAMPLE]
    ends = [match.end() for match in _NEVER_SECOND.finditer(part)]
    return part[: ends[-1]] if ends and len(part) == SAMPLE else part


def _told_by_statistics(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # late: only rejects need it

    best = from_bytes(sample).best()
    return best.encoding if best else ""
