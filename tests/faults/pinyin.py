"""Readings between the characters: the work of "pseudo-original" tools, textbooks pasted, copy traps.

Reading in brackets after a character (toned, untoned, numbered, zhuyin), after a word, the character
itself in brackets, and foreign words sown between the characters.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from tests.faults.page import HAN, Fault, Page, is_marked, mark

Gloss = Callable[[str], str]
BRACKETS = ("()", "（）")
_NOISE = ("嘻嘻", "喔喔", "wwW.", "○", "﹏", "※", "~☆", "本站", "免费txt", "◎", "ok", "最快更新")


def _reader(style: Style) -> Callable[[str], list[str]]:
    return lambda line: lazy_pinyin(line, style=style, errors=lambda chars: list(chars))


def glossed(line: str, cls: str, readings: Sequence[str], at: Sequence[int], bracket: str) -> str:
    """The line with the reading of the characters at these places behind them."""
    out = []
    for k, character in enumerate(line):
        out.append(character)
        if k in at:
            out.append(mark(cls, f"{bracket[0]}{readings[k]}{bracket[1]}"))
    return "".join(out)


def _places(rng: random.Random, line: str, every: int) -> set[int]:
    han = [k for k, character in enumerate(line) if HAN.match(character)]
    return set(han[rng.randint(0, every - 1) :: every]) if every > 1 else set(han)


def _characters(cls: str, style: Style, every: int, bracket: str, part: float = 1.0) -> Fault:
    """Every n-th character of the page, or of a part of its lines, gets its reading."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        count = max(1, round(part * len(lines)))
        chosen = rng.sample(range(len(lines)), count)
        for k in sorted(chosen):
            if not is_marked(lines[k]) and HAN.search(lines[k]):
                readings = _reader(style)(lines[k])
                lines[k] = glossed(lines[k], cls, readings, tuple(_places(rng, lines[k], every)), bracket)
        return page.with_lines(lines, f"{style.name} every {every}")

    return Fault(cls, f"{style.name} every {every} {bracket} of {part}", make)


def _tool_list(bracket: str) -> Fault:
    """A tool with a list of characters: wherever one of them stands, its reading follows."""

    def make(rng: random.Random, page: Page) -> Page:
        seen = sorted(set(HAN.findall("".join(page.lines))))
        chosen = set(rng.sample(seen, max(3, len(seen) // rng.randint(4, 12))))
        lines = []
        for line in page.lines:
            at = tuple(k for k, c in enumerate(line) if c in chosen)
            fresh = not is_marked(line)
            lines.append(
                glossed(line, "pinyin_bracket", _reader(Style.TONE)(line), at, bracket) if fresh else line
            )
        return page.with_lines(lines, "list of characters")

    return Fault("pinyin_bracket", f"list of characters {bracket}", make)


def _words(line: str) -> list[tuple[int, int]]:
    """Two-character words of the dictionary in a line, not overlapping."""
    found, k = [], 0
    while k < len(line) - 1:
        if line[k : k + 2] in PHRASES_DICT:
            found.append((k, k + 2))
            k += 1
        k += 1
    return found


def _word_readings(style: Style, join: str, bracket: str) -> Fault:
    """A glossary tool: whole words followed by their reading."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        for k, line in enumerate(lines):
            words = _words(line)
            if is_marked(line) or not words:
                continue
            for start, end in sorted(rng.sample(words, min(len(words), 4)), reverse=True):
                reading = join.join(lazy_pinyin(line[start:end], style=style))
                gloss = mark("word_reading", f"{bracket[0]}{reading}{bracket[1]}")
                lines[k] = lines[k][:end] + gloss + lines[k][end:]
        return page.with_lines(lines, "words with readings")

    return Fault("word_reading", f"{style.name} {join!r} {bracket}", make)


def _repeated(bracket: str, every: int) -> Fault:
    """A broken ruby extraction: the character itself in brackets after itself."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        for k, line in enumerate(lines):
            if not is_marked(line) and HAN.search(line):
                at = tuple(_places(rng, line, every))
                lines[k] = glossed(line, "repeated_char_bracket", list(line), at, bracket)
        return page.with_lines(lines, "characters repeated")

    return Fault("repeated_char_bracket", f"{bracket} every {every}", make)


def _noise(kind: str, word: Callable[[random.Random], str]) -> Fault:
    """A copy trap: invisible words between sentences or characters become visible in the text."""

    def make(rng: random.Random, page: Page) -> Page:
        lines, one = list(page.lines), word(rng)
        for k, line in enumerate(lines):
            if is_marked(line) or len(line) < 20:
                continue
            for at in sorted(rng.sample(range(5, len(line)), max(1, len(line) // 60)), reverse=True):
                noise = one if kind == "one word" else word(rng)
                lines[k] = lines[k][:at] + mark("noise_word", noise) + lines[k][at:]
        return page.with_lines(lines, f"noise: {kind}")

    return Fault("noise_word", kind, make)


def _discuz(rng: random.Random) -> str:
    letters = "abcdefghkmnpqrstvwxyzABCDEFGHKMNPQRTVWXYZ0123456789!@#$%^&*()_+-=[]{};:,.?/~"
    return rng.choice(("", " ")) + " ".join(
        "".join(rng.choices(letters, k=2)) for _ in range(rng.randint(4, 9))
    )


def _tag(rng: random.Random) -> str:
    return rng.choice(("{}整理发布", "[转自{}]", "(来自{})", "{}首发", "更多请上{}")).format(
        "www.example" + rng.choice((".com", ".net"))
    )


def _stranger(rng: random.Random) -> str:
    return rng.choice(
        "俣偠傚儩兺冇凚匁厛叏吇唍喨嘦噈囲坥埗堄塀墸壊夆姡婲嫎孡宐寋尩屗岄峃崐嶅巀帉幆庎廮弐彔忁恛悊惐"
    )


_S = Style
FAULTS = [
    *(
        _characters("pinyin_bracket", _S.TONE, every, bracket)
        for every in (1, 2, 3, 7)
        for bracket in BRACKETS
    ),
    _characters("pinyin_bracket", _S.TONE, 2, "()", 0.3),
    _characters("pinyin_bracket", _S.TONE, 15, "()"),
    _characters("pinyin_bracket", _S.TONE3, 3, "()"),
    _characters("pinyin_bracket", _S.TONE, 4, "[]"),
    _tool_list("()"),
    _tool_list("（）"),
    *(
        _characters("pinyin_untoned", _S.NORMAL, every, bracket)
        for every in (1, 3, 6)
        for bracket in BRACKETS
    ),
    _characters("pinyin_untoned", _S.NORMAL, 4, "()", 0.4),
    *(
        _characters("zhuyin_bracket", _S.BOPOMOFO, every, bracket)
        for every in (1, 2, 5)
        for bracket in BRACKETS
    ),
    *(
        _word_readings(style, join, bracket)
        for style in (_S.TONE, _S.NORMAL)
        for join in (" ", "")
        for bracket in BRACKETS
    ),
    _word_readings(_S.TONE3, " ", "()"),
    *(_repeated(bracket, every) for bracket in ("()", "（）", "[]") for every in (1, 3)),
    _noise("one word", lambda rng: rng.choice(_NOISE)),
    _noise("several words", lambda rng: rng.choice(_NOISE)),
    _noise("letters", _discuz),
    _noise("address", _tag),
    _noise("rare characters", _stranger),
]
READING = re.compile(r"[(（\[][a-zü0-9āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ ]+[)）\]]")
