"""Wordings with alternatives and slots, kept in ``wordings/*.toml``.

``{a|b}`` is one of several, ``«place»`` one from the list of that name, ``«n»`` a number.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "wordings"
_CHOICE = re.compile(r"\{([^{}|]*(?:\|[^{}|]*)+)\}")
_SLOT = re.compile(r"«(\w+?)(\d?)»")


@cache
def wordings(name: str) -> dict[str, Any]:
    """One file of wordings, parsed."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def filled(template: str, rng: random.Random, given: Mapping[str, object] | None = None) -> str:
    """One wording made from a template. ``«place2»`` is another one than ``«place»``.

    >>> filled("{春|春}天有«n»棵«tree»", random.Random(1), {"tree": "树", "n": 3})
    '春天有3棵树'
    """
    values: dict[str, object] = dict(given or {})
    text = template
    while match := _CHOICE.search(text):
        text = text[: match.start()] + rng.choice(match[1].split("|")) + text[match.end() :]
    return _SLOT.sub(lambda match: str(_value(match, rng, values)), text)


def _value(match: re.Match[str], rng: random.Random, values: dict[str, object]) -> object:
    name, second = match[1], match[1] + match[2]
    if second not in values:
        taken = {values.get(name)} if match[2] else set()
        values[second] = _number(name, rng) or _word(name, rng, taken)
    return values[second]


def _word(name: str, rng: random.Random, taken: set[object]) -> str:
    return rng.choice([word for word in wordings("slots")[name] if word not in taken])


def _number(name: str, rng: random.Random) -> object:
    ranges = {
        "n": (3, 98),
        "N": (101, 9890),
        "m": (1, 12),
        "d": (2, 28),
        "h": (5, 22),
        "y": (1951, 2023),
        "q": (1, 9),
    }
    if name == "p":
        return f"{rng.uniform(1, 99):.1f}"
    if name == "c":
        return rng.choice("七八九") if rng.random() < 0.3 else "十" + rng.choice("一二三四五六七八九")
    return rng.randint(*ranges[name]) if name in ranges else None
