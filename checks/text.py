"""One text as the checks read it: lines, tail, folded form, and the way back to raw offsets.

``raw`` is what was scraped. ``view`` is what a reader would read: the same without the verified
readings in brackets. Checks look at the view; ``Text.span`` turns a place in it into raw offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple, cast

from checks.alternation import alternation
from checks.charmap import CharacterMap
from checks.model import Document, Proof, Span
from checks.readings import Reading, readings_in

TERMINALS = frozenset("。！？!?…．.；;:：」』”’\"'）)】》〉")
"""What may end a finished line or text."""


_LINE_BREAK = re.compile("\n")
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a pair, which engines that work on UTF-8 cannot be given."""


_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups")
"""What patterns are asked for."""


class Line(NamedTuple):
    """A line of the view, ``[start, end)`` without its newline."""

    start: int
    end: int
    text: str

    @property
    def stripped(self) -> str:
        """The line without surrounding white space, U+00A0 and U+3000 included."""
        return self.text.strip()

    @property
    def inner(self) -> tuple[int, int]:
        """``[start, end)`` of the stripped line in the view."""
        left = len(self.text) - len(self.text.lstrip())
        return self.start + left, self.start + len(self.text.rstrip())


class Text:
    """A document opened for reading. Everything is computed once and only when asked for."""

    def __init__(
        self,
        document: Document,
        *,
        may_hold_readings: bool = True,
        shown: Container[tuple[str, str]] | None = None,
    ) -> None:
        self.document = document
        self._shown = shown
        self.raw = document.text
        self.title = document.title
        self.known: dict[str, Any] = {}  # what evidence has found out once, for whoever asks next
        self.readings: tuple[Reading, ...] = readings_in(self.raw) if may_hold_readings else ()
        self.view = _without(self.raw, self.readings) if self.readings else self.raw

    def shows(self, check: str, sign: str) -> bool:
        """Say whether the text shows this sign of a check; yes, where nobody has looked."""
        return self._shown is None or (check, sign) in self._shown

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the view in order, empty ones included."""
        lines, start = [], 0
        for part in self.view.split("\n"):
            lines.append(Line(start, start + len(part), part))
            start += len(part) + 1
        return tuple(lines)

    @cached_property
    def visible_length(self) -> int:
        """Characters of the view, white space not counted."""
        return len(visible(self.view))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.view))]

    def line_number(self, position: int) -> int:
        """Index into ``lines`` of the line that holds this place of the view."""
        return bisect_right(self._line_starts, position) - 1

    def line_at(self, position: int) -> Line:
        """The line that holds this place of the view; the others are not looked at for it."""
        if "lines" in self.__dict__:
            return self.lines[self.line_number(position)]
        start, end = self.view.rfind("\n", 0, position) + 1, self.view.find("\n", position)
        return (
            Line(start, end, self.view[start:end])
            if end >= 0
            else Line(start, len(self.view), self.view[start:])
        )

    def first_lines(self, many: int) -> Iterator[Line]:
        """So many lines from the beginning, or all there are."""
        start = 0
        for part in self.view.split("\n", many)[:many]:
            yield Line(start, start + len(part), part)
            start += len(part) + 1

    def line(self, number: int) -> Line:
        """The line of this number; where one is needed, not all."""
        return self.line_at(self._line_starts[number])

    def folded(self, start: int, end: int) -> str:
        """``view[start:end]`` in simplified script, half width, lower case; same length."""
        return fold(self.view[max(start, 0) : end])

    def span(
        self,
        cls: str,
        start: int,
        end: int,
        proof: Proof,
        *,
        original: str | None = None,
        **details: object,
    ) -> Span:
        """Turn a place of the view into a span with raw offsets."""
        return Span(cls, *self.to_raw(start, end), proof, original=original, details=details)

    def title_span(self, cls: str, start: int, end: int, proof: Proof, **details: object) -> Span:
        """A span whose offsets are code points of the title."""
        return Span(cls, start, end, proof, field="title", details=details)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of ``view[start:end]``; a reading after its last character belongs to it."""
        if not self.readings:
            return start, end
        return start + self._removed_up_to(start), end + self._removed_up_to(end)

    def _removed_up_to(self, position: int) -> int:
        """Raw characters removed before this place of the view, brackets standing at it included."""
        return self._removed[bisect_right(self._cuts, position)]

    @cached_property
    def _removed(self) -> list[int]:
        return list(accumulate((r.end - r.start for r in self.readings), initial=0))

    @cached_property
    def _cuts(self) -> list[int]:
        """Where in the view each reading was cut out."""
        return [r.start - gone for r, gone in zip(self.readings, self._removed, strict=False)]


def _without(raw: str, readings: tuple[Reading, ...]) -> str:
    parts, position = [], 0
    for reading in readings:
        parts.append(raw[position : reading.start])
        position = reading.end
    return "".join((*parts, raw[position:]))


WORD = 4  # characters of a passage whose folded form is remembered


def fold(passage: str) -> str:
    """Simplified script, half width, lower case, one character for one.

    >>> fold("（當前僅顯示２３０３字，ＶＩＰ）")
    '(当前仅显示2303字,vip)'
    """
    return _folded_word(passage) if len(passage) <= WORD else _folding().of(passage)


@lru_cache(maxsize=1 << 16)  # half of all passages are a pair of characters, and most of these come again
def _folded_word(passage: str) -> str:
    return _folding().of(passage)


@cache
def _folding() -> CharacterMap:
    return CharacterMap(fold_table())


@cache
def fold_table() -> dict[int, str]:
    """From OpenCC's t2s, character by character, so that lengths and offsets are kept."""
    import opencc

    han = "\n".join(map(chr, range(0x3400, 0xA000)))
    simplified = opencc.OpenCC("t2s").convert(han)
    table = {ord(a): b for a, b in zip(han[::2], simplified[::2], strict=True) if a != b}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {0x3000: " ", 0xA0: " ", 0x2003: " ", 0x2002: " ", 0xFE30: ":"}
    table |= {code: chr(code + 32) for code in range(0x41, 0x5B)}
    table |= {code + 0xFEE0: chr(code + 32) for code in range(0x41, 0x5B)}
    return table


def is_han(character: str) -> bool:
    """Han ideograph of the base block, extension A, compatibility, or a plane-2 extension."""
    code = ord(character)
    return (
        0x4E00 <= code < 0xA000
        or 0x3400 <= code < 0x4DC0
        or 0xF900 <= code < 0xFB00
        or (0x20000 <= code < 0x323B0)
    )


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for folded text: the longest phrase first, Latin words only as whole words.

    >>> any_of(["read", "会员", "会员可"]).findall("ready to read: 会员可看")
    ['read', '会员可']
    """
    return later(alternation(phrases, words=True))


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for something: most runs ask few of the many there are.

    A match's ``re`` is the compiled one: compare its ``pattern``.

    >>> later("a+").findall("caab"), later("a+").pattern
    (['aa'], 'a+')
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))


class _Later:
    """Stands for a compiled pattern; once it is compiled its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _ASKED}
        return getattr(compiled, name)


def visible(passage: str) -> str:
    """The passage without white space."""
    return "".join(passage.split())
