"""How programs break encoded text: read in the wrong encoding, edited as bytes out of step, cut.

Each function really encodes, edits and decodes, as the broken tool does it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from pypinyin import Style, lazy_pinyin

from tests.faults.page import HAN, converted

Change = Callable[[random.Random, str], str]


def misread(text: str, written: str, read: str, errors: str = "replace") -> str:
    """The text as a program shows it that takes one encoding for another; line ends and marks drop out."""
    shown = text.encode(written, "ignore").decode(read, errors)
    return re.sub(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029\U000f0000-\U0010ffff]", "", shown)


def twice_misread(text: str) -> str:
    """UTF-8 taken for GBK, saved, and taken for UTF-8 again: 锟斤拷 for every lost pair."""
    return text.encode("gbk", "ignore").decode("utf-8", "replace").encode("utf-8").decode("gbk", "ignore")


def doubly_encoded(text: str) -> str:
    """UTF-8 taken for Windows-1252, encoded and taken for it once more."""
    once = text.encode().decode("latin-1")
    return re.sub(r"[\x80-\x9f]", "", once.encode().decode("latin-1"))


def decoded_as_windows(data: bytes) -> str:
    """GBK as Windows decodes it: a lead byte takes its successor with it, what is no pair becomes ``?``."""
    out, k = [], 0
    while k < len(data):
        if data[k] < 0x80:
            out.append(chr(data[k]))
            k += 1
            continue
        pair = data[k : k + 2]
        try:
            out.append(pair.decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")
        k += 2
    return "".join(out)


def unaligned_readings(rng: random.Random, text: str) -> str:
    """A tool sets readings behind byte pairs it finds anywhere in GBK, so also across two characters."""
    data = text.encode("gbk", "ignore")
    hits = [k for k in range(1, len(data) - 2, 2) if _is_han_pair(data[k : k + 2]) and data[k - 1] >= 0x80]
    if not hits:
        return text
    at = rng.choice(hits)
    pair = data[at : at + 2].decode("gbk")
    reading = f"({lazy_pinyin(pair, style=Style.TONE)[0]})".encode("gbk", "ignore")
    return decoded_as_windows(data[: at + 2] + reading + data[at + 2 :])


def _is_han_pair(pair: bytes) -> bool:
    try:
        return bool(HAN.fullmatch(pair.decode("gbk")))
    except UnicodeDecodeError:
        return False


def unaligned_replace(rng: random.Random, text: str) -> str:
    """The same tool replaces a byte pair by an ASCII word or by one byte, and the text goes out of step."""
    data = text.encode("gbk", "ignore")
    at = rng.randrange(1, max(2, len(data) - 4), 2)
    return decoded_as_windows(data[:at] + rng.choice((b"", b"?", b"abc", b" ", b"<br>")) + data[at + 2 :])


def byte_removed(rng: random.Random, text: str) -> str:
    """One byte of a GBK text is gone: until the next ASCII character everything is one byte late."""
    data = text.encode("gbk", "ignore")
    at = rng.randrange(0, len(data) // 2, 2)
    return decoded_as_windows(data[:at] + data[at + 1 :])


def outside(charset: str) -> Change:
    """Characters that a charset lacks become ``?``: simplified in Big5, traditional in GB2312, dashes."""

    def change(rng: random.Random, text: str) -> str:
        if charset == "gb2312":
            text = converted(text)
        return text.encode(charset, "replace").decode(charset)

    return change


def punctuation_to_question_marks(rng: random.Random, text: str) -> str:
    """Quotes and dashes outside the charset of a database."""
    return re.sub("[“”「」、《》]", "?", text)


def stop_read_late(rng: random.Random, text: str) -> str:
    """GBK 。” and a digit read one byte late end as ``?!?``."""
    return re.sub("。”?(?=.)", lambda _: rng.choice(("?!?", "?。", "。?", "?!?")), text, count=1)


def some_to_question_marks(rng: random.Random, text: str) -> str:
    """Single characters lost to ``?`` in the middle of words."""
    return "".join("?" if HAN.match(c) and rng.random() < 0.12 else c for c in text)


def cut_inside(rng: random.Random, text: str) -> str:
    """Chunks of so many bytes, decoded one by one: at each seam a character breaks."""
    data = text.encode()
    at = rng.choice([k for k in range(1, len(data)) if data[k] & 0xC0 == 0x80] or [1])
    return data[:at].decode("utf-8", "replace") + data[at:].decode("utf-8", "replace")
