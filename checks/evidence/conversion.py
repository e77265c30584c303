"""Words that a converter from simplified to traditional script spells wrong, and how that is proved.

A simplified character may stand for several traditional ones: 发 for 發 and 髮, 后 for 後 and 后. A
converter that knows no words takes one of them always, or leaves the character as it is. Each word
of the dictionaries is converted by OpenCC (standard, Taiwan, Hong Kong); every other spelling that its
characters allow is wrong. A word that stands right protects its characters: 方面 in 方面包括.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, product
from typing import NamedTuple

import opencc

from checks.automaton import Automaton
from checks.evidence.lexicon import dictionary
from checks.phrases import phrase_groups
from checks.text import fold, later

_USAGES = ("s2t", "s2tw", "s2hk")
_AFTER = "里"  # stands after a word as often as it begins one: 院裡|人 is no 里人

# Forms of one word, not two words: a difference between them is no slip.
_SAME = frozenset(map(frozenset, ("裡裏", "麵麪", "台臺", "麯麴", "群羣")))


# No phrase of a converter reaches beyond it: the same comes out of clauses and of whole texts, tried on 113,000 clauses in three usages.
_UNFIT = later("[\0\ud800-\udfff]")  # an end to C, and no character at all
_CLAUSE = later(r"[^，。！？；：、“”‘’「」『』《》（）()\s]+")


class Slip(NamedTuple):
    """The wrongly converted character at ``position``; ``word`` holds it where the list told it.

    ``certain``: nobody who writes traditional script spells it so; else Taiwan or Hong Kong may.
    """

    position: int
    wrong: str
    right: str
    word: str
    certain: bool


def slips_in(passage: str) -> list[Slip]:
    """Wrongly converted characters in listed words of a passage in traditional script, in order."""
    automaton, spellings = _automaton()
    found = automaton.matches(passage)
    safe = {at for i, start, end in found if not spellings[i] for at in range(start, end)}
    best: dict[int, Slip] = {}
    for slip, start in ((slip, start) for i, start, _ in found for slip in spellings[i]):
        at = start + slip.position
        if at not in safe and (at not in best or slip.certain > best[at].certain):
            best[at] = slip._replace(position=at)
    return [best[at] for at in sorted(best)]


def replayed_slips(passage: str) -> Iterator[Slip]:
    """Characters that differ from the conversion by phrases in every usage; only where that is told already.

    Clauses are converted together: those with a character that may be a slip, and by another usage where the first differs.
    """
    clauses = [c for c in _CLAUSE.finditer(passage) if not _may_be_slips().isdisjoint(c[0])]
    plain = _converted([clause[0] for clause in clauses], "t2s")
    first = _converted(plain, _USAGES[0])
    asked = [
        (clause, simple, right)
        for clause, simple, right in zip(clauses, plain, first, strict=True)
        if clause[0] != right and any(map(_confused, clause[0], right))
    ]
    others = [_converted([simple for _, simple, _ in asked], usage) for usage in _USAGES[1:]]
    for (clause, _, right), *more in zip(asked, *others, strict=True):
        rights = [spelt for spelt in (right, *more) if len(spelt) == len(clause[0])]
        for at, (written, *spelt) in enumerate(zip(clause[0], *rights, strict=True)):
            if not rights or written in spelt or not _confused(written, spelt[0]):
                continue
            if not _named(clause[0], at) and not _is_also_right(clause[0], at):
                word = clause[0][max(at - 1, 0) : at + 2]
                yield Slip(clause.start() + at, written, spelt[0], word, not _tolerated(written, spelt))


def _converted(parts: Sequence[str], usage: str) -> list[str]:
    """Passages without a line break, converted in one go; what the converter stops at stands aside, of the same length."""
    return str(_converter(usage).convert(_UNFIT.sub("\ufffd", "\n".join(parts)))).split("\n") if parts else []


def _named(passage: str, at: int) -> bool:
    """A surname that looks like a slip: 老范, 姓于."""
    return passage[at] == "范" or (passage[at] in "于余" and passage[max(at - 1, 0)] in "老小姓阿")


def _is_also_right(passage: str, at: int) -> bool:
    """Part of a word that Taiwan and Hong Kong spell so: 捲軸."""
    words = phrase_groups("machine_script")["also_right"]
    return any(
        start <= at < start + len(w)
        for w in words
        if (start := passage.find(w, max(at - len(w) + 1, 0))) >= 0
    )


@cache
def _images() -> dict[str, str]:
    """Simplified character -> the characters that may stand for it in traditional text."""
    return {entry[0]: entry[2:] for entry in phrase_groups("machine_script")["images"]}


@cache
def _may_be_slips() -> frozenset[str]:
    """Traditional characters in the place of which another one may be right."""
    return frozenset(chain.from_iterable(_images().values()))


@cache
def _tolerated_pairs() -> frozenset[str]:
    return frozenset(phrase_groups("machine_script")["tolerated"])


def _tolerated(written: str, rights: Sequence[str]) -> bool:
    return any(written + right in _tolerated_pairs() for right in rights)


@lru_cache(maxsize=16384)
def _confused(written: str, right: str) -> bool:
    if written == right:
        return False
    choices = _images().get(fold(right), "")
    return written in choices and right in choices and frozenset((written, right)) not in _SAME


@cache
def _words() -> tuple[str, ...]:
    """Words of the dictionaries, in simplified script, with a character that could go two ways."""
    two_ways, plain = set(_images()), _converter("t2s")
    held = sorted(word for word in dictionary() if not two_ways.isdisjoint(word) and word[0] not in _AFTER)
    same = zip(held, plain.convert("\n".join(held)).split("\n"), strict=True)
    phrases = phrase_groups("machine_script")
    doubtful = frozenset(phrases["doubtful"])
    return (*(word for word, back in same if word == back and word not in doubtful), *phrases["phrases"])


@cache
def _automaton() -> tuple[Automaton, list[tuple[Slip, ...]]]:
    """All spellings of the listed words, each with its slips; a right one has none."""
    words = _words()
    usages = list(zip(*(_converter(u).convert("\n".join(words)).split("\n") for u in _USAGES), strict=True))
    spelt = dict(chain.from_iterable(_spelt(word, right) for word, right in zip(words, usages, strict=True)))
    spelt |= dict.fromkeys(
        chain(chain.from_iterable(usages), phrase_groups("machine_script")["also_right"]), ()
    )
    return Automaton(list(spelt)), list(spelt.values())


def _spelt(word: str, right: Sequence[str]) -> Iterator[tuple[str, tuple[Slip, ...]]]:
    """Each spelling of a word with the characters that are wrong in it."""
    rights = ["".join(dict.fromkeys(column)) for column in zip(*right, strict=True)]
    choices = (sorted({*good, *_images().get(c, "")}) for c, good in zip(word, rights, strict=True))
    for spelling in map("".join, product(*choices)):
        wrong = (
            at
            for at, written in enumerate(spelling)
            if written not in rights[at] and not _same(written, rights[at])
        )
        yield spelling, tuple(_slip(word, at, spelling[at], rights[at]) for at in wrong)


def _same(written: str, rights: str) -> bool:
    """One word in two forms: 控制臺, 控制台."""
    return any(frozenset((written, right)) in _SAME for right in rights)


def _slip(word: str, at: int, written: str, rights: str) -> Slip:
    return Slip(at, written, rights[0], word, not _tolerated(written, rights))


@cache
def _converter(usage: str) -> opencc.OpenCC:
    return opencc.OpenCC(usage)
