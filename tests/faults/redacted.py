"""Words taken out by the filter of a site, or spelled in Latin letters by writers who evade it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from pypinyin import lazy_pinyin

from tests.faults.page import HINT_ONLY, Fault, Page, half_width, in_script, mark
from tests.faults.wording import filled, wordings

_AMBIGUOUS = ("××", "XX", "○○", "〇〇", "…", "~~", "^^", "×", "○", ".", "/")
"""Signs that honest texts use, too: for persons without a name, for what is left open."""
_WORD = re.compile(r"\[\[(.+?)\]\]")


def _carried(rng: random.Random, page: Page, change: Callable[[str], str], sign: str = "") -> Page:
    """One to four sentences with such words, set into the page, their words changed."""
    lines = list(page.lines)
    for template in rng.sample(wordings("redacted")["carriers"], rng.randint(1, 4)):
        sentence = in_script(filled(template, rng), page)
        if rng.random() < 0.2:
            sentence = half_width(sentence)
        changed = _WORD.sub(lambda match: change(match[1]), sentence)
        at = rng.randint(1, len(lines))
        lines.insert(at, changed)
    return page.with_lines(lines, f"filtered words{f', {HINT_ONLY}' if sign in _AMBIGUOUS else ''}")


def _masked(cls: str, sign: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        one = filled(sign, rng)
        return _carried(rng, page, lambda _: mark(cls, in_script(one, page)), sign)

    return Fault(cls, sign, make)


def _keeping_one(sign: str) -> Fault:
    """Only one character of the word is masked."""

    def make(rng: random.Random, page: Page) -> Page:
        def change(word: str) -> str:
            return (
                word[0] + mark("redaction_mark", sign)
                if rng.random() < 0.5
                else mark("redaction_mark", sign) + word[1]
            )

        return _carried(rng, page, change, sign)

    return Fault("redaction_mark", f"half {sign}", make)


def _spelled(form: str) -> Fault:
    """One character of the word as a syllable: the label covers the word."""

    def make(rng: random.Random, page: Page) -> Page:
        def change(word: str) -> str:
            at = rng.randrange(2)
            syllable = lazy_pinyin(word)[at]
            letters = {
                "lower": syllable,
                "upper": syllable.upper(),
                "capital": syllable.capitalize(),
                "initial": syllable[0],
            }
            if form == "both":
                return mark("pinyin_substitution", "".join(lazy_pinyin(word)))
            spelled = letters[form]
            return mark("pinyin_substitution", spelled + word[1] if at == 0 else word[0] + spelled)

        return _carried(rng, page, change)

    return Fault("pinyin_substitution", form, make)


def _split(join: str) -> Fault:
    """The word is there, its characters held apart by a sign the filter does not expect."""

    def make(rng: random.Random, page: Page) -> Page:
        return _carried(rng, page, lambda word: word[0] + mark("redaction_mark", join) + word[1], join)

    return Fault("redaction_mark", f"between {join}", make)


FAULTS = [
    *(_masked("redaction_mark", sign) for sign in wordings("redacted")["marks"]),
    *(_masked("redaction_tag", tag) for tag in wordings("redacted")["tags"]),
    *(_keeping_one(sign) for sign in ("_", "*", "■", "×", "○")),
    *(_spelled(form) for form in ("lower", "lower", "lower", "upper", "capital", "initial", "both")),
    *(_split(join) for join in ("_", "*", "/", ".")),
]
