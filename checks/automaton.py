"""Many phrases looked for in one walk over a passage, by one of two engines that give the same places.

``ahocorasick_rs`` wherever it has a wheel: Linux with glibc on x86-64 and ARM, macOS, Windows on x86-64. It walks 113 MB
of real text a second with the 163,000 forms of all checks and compiles them in 0.27 s. ``pyahocorasick`` elsewhere
(wheels for musl, too; its C source compiles where there is none): 12 MB a second, with a Python loop over the places.
Hyperscan walks 155 MB but takes 5.7 s to compile, gives ends in bytes, and has wheels for Linux only. All were measured
on the same texts, November 2026. Both engines are linear in the passage, whatever it holds.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from checks.text import SURROGATE

Match = tuple[int, int, int]
"""Which phrase, and ``[start, end)`` of the passage in code points."""
Engine = Callable[[str], Iterable[Match]]

ENGINES = ("ahocorasick_rs", "pyahocorasick")
"""The packages, the faster first."""


class Automaton:
    """Phrases, compiled; each is to be given once.

    ``longest``: matches do not overlap, and of those that begin at one place the longest is given. Without it all
    matches are given, in order of their ends, of those with the same end the longest first.

    >>> Automaton(["水库", "水", "库区"]).matches("水库区")
    [(1, 0, 1), (0, 0, 2), (2, 1, 3)]
    >>> Automaton(["水库", "水", "库区"], longest=True).matches("水库区水")
    [(0, 0, 2), (1, 3, 4)]
    """

    def __init__(self, phrases: Sequence[str], *, longest: bool = False, engine: str = "") -> None:
        compiled = _rust if (engine or engine_here()) == ENGINES[0] else _c
        self._matches = compiled(phrases, longest)

    def matches(self, passage: str) -> list[Match]:
        """Where which phrases stand. Half of a surrogate pair stands for a character that no phrase holds."""
        try:
            return list(self._matches(passage))
        except UnicodeEncodeError:  # the faster engine works on UTF-8, which has no halves of pairs
            return list(self._matches(SURROGATE.sub("\ufffd", passage)))


@cache
def engine_here() -> str:
    """The faster of the engines that are installed; ImportError names both if none is."""
    for name in ENGINES:
        try:
            _package(name)
        except ImportError:
            continue
        return name
    raise ImportError(f"none of {' and '.join(ENGINES)} is installed: pip install {ENGINES[0]}")


def _package(name: str) -> Any:  # noqa: ANN401 - two packages with nothing in common
    return importlib.import_module(name.removeprefix("py"))


def _rust(phrases: Sequence[str], longest: bool) -> Engine:
    package = _package(ENGINES[0])
    kind = package.MatchKind.LeftmostLongest if longest else package.MatchKind.Standard
    automaton = package.AhoCorasick(list(phrases), matchkind=kind)
    return lambda passage: automaton.find_matches_as_indexes(passage, overlapping=not longest)


def _c(phrases: Sequence[str], longest: bool) -> Engine:
    automaton = _package(ENGINES[1]).Automaton()
    for index, phrase in enumerate(phrases):
        automaton.add_word(phrase, (index, len(phrase)))
    automaton.make_automaton()

    def everywhere(passage: str) -> list[Match]:
        if not phrases:
            return []
        passage = SURROGATE.sub("\ufffd", passage)
        return [(index, last + 1 - size, last + 1) for last, (index, size) in automaton.iter(passage)]

    return (lambda passage: _leftmost_longest(everywhere(passage))) if longest else everywhere


def _leftmost_longest(matches: Iterable[Match]) -> Iterable[Match]:
    done = 0
    for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        if start >= done:
            done = end
            yield index, start, end
