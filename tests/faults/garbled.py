"""Damage by encodings: wrong decoding, unaligned edits of bytes, cut bytes, lost and unseen characters.

The damage is really done, see ``miscoding.py``; here it is given its place in a page and its label.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.faults.miscoding import (
    Change,
    byte_removed,
    cut_inside,
    decoded_as_windows,
    doubly_encoded,
    misread,
    outside,
    punctuation_to_question_marks,
    some_to_question_marks,
    stop_read_late,
    twice_misread,
    unaligned_readings,
    unaligned_replace,
)
from tests.faults.page import HAN, HINT_ONLY, Fault, Page, converted, is_marked, mark
from tests.faults.script import mark_from, mark_to

_CODECS = (
    ("utf-8", "gbk"),
    ("utf-8", "latin-1"),
    ("utf-8", "cp1252"),
    ("utf-8", "big5"),
    ("utf-8", "shift_jis"),
    ("utf-8", "euc_kr"),
    ("utf-8", "koi8-r"),
    ("utf-8", "mac_roman"),
    ("gbk", "latin-1"),
    ("gbk", "big5"),
    ("gbk", "shift_jis"),
    ("gbk", "cp1252"),
    ("big5", "gbk"),
    ("big5", "latin-1"),
    ("gbk", "utf-8"),
)


def _run(rng: random.Random, lines: list[str], least: int = 30) -> tuple[int, int, int]:
    """A place for damage inside one line that no fault has touched: line, start, end."""
    fresh = [k for k, line in enumerate(lines) if len(line) >= least and not is_marked(line)]
    if not fresh:
        return -1, 0, 0
    k = rng.choice(fresh)
    start = rng.randint(0, len(lines[k]) - least // 2)
    return k, start, min(len(lines[k]), start + rng.randint(least // 2, least * 2))


def _misread(written: str, read: str, extent: str, errors: str = "replace") -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        if any(map(is_marked, page.lines)) and extent == "whole":
            return page
        lines = [converted(line) for line in page.lines] if written == "big5" else list(page.lines)
        if extent == "whole":
            lines = [misread(line, written, read, errors) for line in lines]
            lines[0] = mark_from(lines[0], "mojibake")
            lines[-1] = mark_to(lines[-1], "mojibake")
        elif extent == "paragraphs":
            fresh = [k for k, line in enumerate(lines) if len(line) > 20 and not is_marked(line)]
            for k in rng.sample(fresh, min(len(fresh), 2)):
                lines[k] = mark("mojibake", misread(lines[k], written, read, errors))
        else:
            lines = _run_changed(rng, lines, "mojibake", lambda text: misread(text, written, read, errors))
        return page.with_lines(lines, f"{written} read as {read}, {extent}")

    return Fault("mojibake", f"{written} as {read} {extent} {errors}", make)


def _run_changed(rng: random.Random, lines: list[str], cls: str, change: Callable[[str], str]) -> list[str]:
    """The lines with one run of one of them changed."""
    k, start, end = _run(rng, lines)
    if k >= 0:
        lines[k] = lines[k][:start] + mark(cls, change(lines[k][start:end])) + lines[k][end:]
    return lines


def _changed(cls: str, form: str, change: Change, least: int = 30) -> Fault:
    """A fault that changes one to three runs of the page."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        for _ in range(rng.randint(1, 3)):
            k, start, end = _run(rng, lines, least)
            if k >= 0:
                text = change(rng, lines[k][start:end])
                lines[k] = lines[k][:start] + _marked_change(cls, lines[k][start:end], text) + lines[k][end:]
        return page.with_lines(lines, form)

    return Fault(cls, form, make)


def _marked_change(cls: str, before: str, after: str) -> str:
    """What changed, labelled: the common head and tail stay outside."""
    head = next(
        (k for k, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    room = min(len(before), len(after)) - head
    tail = next((k for k in range(room) if before[-1 - k] != after[-1 - k]), room)
    end = len(after) - tail
    if before == after or not after:
        return before
    if head == end:
        head, end = max(0, head - 1), max(1, end)
    return after[:head] + mark(cls, after[head:end]) + after[end:]


def _cut_tail(encoding: str, read: str, dots: str) -> Fault:
    """A field of so many bytes: the last character is cut in two. As ``?`` it looks like a question."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = [line for line in page.lines if not is_marked(line)]
        if not lines:
            return page
        last = next((line for line in reversed(lines) if len(line) > 40), lines[-1])
        keep = lines[: lines.index(last)]
        data = last[: rng.randint(20, max(21, len(last) - 8))].encode(encoding, "ignore")
        while data and data[-1] < 0x80:
            data = data[:-1]
        shown = (
            decoded_as_windows(data[:-1] + dots.encode("gbk"))
            if read == "windows"
            else (data[:-1]).decode(read, "replace") + dots
        )
        return page.with_lines(
            [*keep, *_cut_marked(last, shown)],
            f"cut in {encoding}{f', {HINT_ONLY}' if read == 'windows' else ''}",
        )

    return Fault("cut_bytes", f"{encoding} {read} {dots!r}", make)


def _cut_marked(before: str, shown: str) -> list[str]:
    same = next((k for k, (a, b) in enumerate(zip(before, shown, strict=False)) if a != b), len(shown) - 1)
    return [shown[:same] + mark("cut_bytes", shown[same:] or "?")]


def _sown(characters: str, share: float, *, replace: bool) -> Change:
    """Characters set between the others, or for some of them."""

    def change(rng: random.Random, text: str) -> str:
        out = []
        for c in text:
            hit = HAN.match(c) and rng.random() < share
            out.append((("" if replace else c) + rng.choice(characters)) if hit else c)
        changed = "".join(out)
        return changed if changed != text else text[:1] + characters[0] + text[1 if not replace else 2 :]

    return change


def doubled_marks(rng: random.Random, text: str) -> str:
    """A filter sets commas in: ，， 、， ，。"""
    return re.sub("[，。、]", lambda m: rng.choice((m[0] * 2, "，" + m[0], m[0] + ",", m[0])), text)


def dropped_marks(rng: random.Random, text: str) -> str:
    """A filter removes every mark."""
    return re.sub(r"[，。、；：！？“”「」]", "", text)


def quote_lost(rng: random.Random, text: str) -> str:
    """One of a pair of quotes is gone."""
    return re.sub("[”」]", "", text, count=1) if re.search("[”」]", text) else f"“{text}"


def word_lost(rng: random.Random, text: str) -> str:
    """A character fell out, and nothing tells but the sense."""
    at = rng.randrange(2, len(text) - 2)
    return text[:at] + text[at + 1 :]


FAULTS = [
    *(
        _misread(written, read, extent)
        for written, read in _CODECS
        for extent in ("run", "paragraphs", "whole")
    ),
    *(
        _misread("utf-8", read, "paragraphs", "ignore")
        for read in ("gbk", "cp1252", "big5", "shift_jis", "euc_kr")
    ),
    _changed("mojibake", "twice misread", lambda _, text: twice_misread(text)),
    _changed("mojibake", "doubly encoded", lambda _, text: doubly_encoded(text)),
    _changed(
        "mojibake",
        "uninitialised memory",
        lambda rng, text: rng.choice("烫屯葺") * rng.randint(4, 12) + text[4:],
    ),
    _changed("lossy_mojibake", "unaligned readings", unaligned_readings),
    _changed("lossy_mojibake", "unaligned replace", unaligned_replace),
    *(
        _changed("lossy_mojibake", f"outside {c}", outside(c), 60)
        for c in ("big5", "gb2312", "cp949", "shift_jis")
    ),
    _changed("lossy_mojibake", "outside ascii", outside("ascii")),
    _changed("lossy_mojibake", "punctuation lost", punctuation_to_question_marks, 120),
    _changed("lossy_mojibake", "stop read late", stop_read_late, 90),
    _changed("lossy_mojibake", "characters lost", some_to_question_marks),
    _changed("cut_bytes", "byte removed", byte_removed),
    _changed("cut_bytes", "chunks", cut_inside),
    *(
        _cut_tail(e, r, dots)
        for e, r in (("utf-8", "utf-8"), ("gbk", "windows"), ("gbk", "gbk"))
        for dots in ("", "...", "……")
    ),
    *(
        _changed("lost_chars", f"{name} {way}", _sown(chars, 0.15, replace=way == "for"))
        for name, chars in (
            ("U+FFFD", "\ufffd"),
            ("geta", "〓"),
            ("private", "\ue5f1\ue4c6\uf06c"),
            ("control", "\x01\x08\x1f\x7f"),
            ("box", "□"),
        )
        for way in ("for", "between")
    ),
    *(
        _changed("invisible_chars", name, _sown(chars, 0.3, replace=False))
        for name, chars in (
            ("zero width", "\u200b\u200c\u200d"),
            ("byte order mark", "\ufeff"),
            ("soft hyphen", "\u00ad"),
            ("directions", "\u202a\u202c\u200e"),
            ("word joiner", "\u2060"),
            ("fillers", "\u3164\u115f"),
        )
    ),
    _changed("punct_insertion", "doubled", doubled_marks, 80),
    _changed("punct_dropped", "all", dropped_marks, 100),
    _changed("unbalanced_quote", "lost", quote_lost),
    _changed("lost_text", "a character", word_lost),
]
