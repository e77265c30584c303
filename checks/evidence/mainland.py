"""Whether a text in traditional script was written on the mainland: by its words, quotes and letter forms.

A converter changes characters; the words stay. No list of such words tells anything by one of them: Taiwan and Hong Kong
report on the mainland, and share half of them. What tells is how many different ones stand beside each other,
without the words by which those writers name themselves and the mainland, and without their corner quotes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from checks.automaton import Automaton
from checks.phrases import phrase_groups
from checks.text import fold, later

_HAN = later(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_CONTRARY = later("[為眾偽裡粽]")
_STANDARD = later("[爲衆僞喫糉]")  # OpenCC's own standard: neither Taiwan nor Hong Kong writes them
_OF_BOTH = later("[裏羣峯牀啓脣祕]")  # the same standard; Hong Kong or Taiwan writes some of them
_ASCII_COMMA = later(r"[\u4e00-\u9fff][,;:][\u4e00-\u9fff]")

# Of 300 characters of converted news nineteen pieces in twenty reach the limits, of statutes half, of 600 three in four; of
# 95 genuine pages from Taiwan and Hong Kong (essays, news, notices, law) and of twenty dense ones of our own none does.
OWN, SHARED, ELSEWHERE = 2, 1, -3  # what one word weighs
SHARED_PER_OWN = 6  # so many of what others say as well count for each own word: offices all over the world plan and improve
QUOTED = 7  # beside curly quotes
BARE, BARE_OWN = 10, 3  # without quotes
FOREIGN = 20  # times so many words that Taiwan and Hong Kong do not say on their own, or a page without curly quotes is theirs
RATE, QUOTED_RATE = 0.02, 0.012  # of the Han characters
ENOUGH = 600  # Han characters; words come again, so that longer texts hold hardly more different ones
REWORDED = 5  # own words beside which the terms of Taiwan were put in by the converter
MISWORDED = 2  # different terms of computing out of place
NARRATED = 0.03  # share of 的: old novels, in which 爲 and 衆 are right, have one or two in a hundred
COMMAS = 3


class Wording(NamedTuple):
    """How many different words of a text only the mainland says, others say as well, and only others say.

    Words in which an office of the mainland speaks count twice.
    ``misworded``: terms of computing that the conversion with Taiwan's vocabulary put out of place.
    """

    own: int
    shared: int
    elsewhere: int
    misworded: int

    @property
    def score(self) -> int:
        """All of them weighed."""
        own = self.own + self.misworded
        return OWN * own + SHARED * min(self.shared, SHARED_PER_OWN * own) + ELSEWHERE * self.elsewhere


@lru_cache(maxsize=1)
def wording_of(body: str) -> Wording:
    """Count the different words of a passage in traditional script.

    >>> wording_of("民警對出租房屋開展清查，責令整改隱患。")
    Wording(own=5, shared=3, elsewhere=0, misworded=0)
    """
    words, automaton = _words()
    folded = fold(body)
    found = {words[i] for i, _, _ in automaton.matches(folded)}
    shared, elsewhere, terms = (len(found & group) for group in (_shared(), _elsewhere(), _terms()))
    own = (
        len(found)
        - shared
        - elsewhere
        - terms
        + len(found.intersection(phrase_groups("mainland")["decisive"]))
    )
    misworded = sum(phrase in body for phrase in phrase_groups("mainland")["misworded"])
    return Wording(own, shared, elsewhere + (terms if own < REWORDED else 0), misworded)


def is_mainland(body: str, wording: Wording) -> bool:
    """So many words that no other writer reaches them; more are needed where quotes are missing."""
    han = min(len(_HAN.findall(body)), ENOUGH)
    score, own = wording.score, wording.own + wording.misworded
    if wording.misworded >= MISWORDED and wording.own + wording.shared >= MISWORDED:
        return True
    if "“" in body and not has_corner_quotes(body):
        return score >= max(QUOTED, QUOTED_RATE * han)
    if has_corner_quotes(body) or FOREIGN * wording.elsewhere > own + wording.shared:
        return False
    return score >= max(BARE, RATE * han) and own >= BARE_OWN


def has_corner_quotes(body: str) -> bool:
    """The quotes of Taiwan and Hong Kong."""
    return "「" in body or "『" in body


def in_letters_of_opencc(body: str) -> bool:
    """Two letter forms of OpenCC's own standard, and none of the forms that others write instead."""
    own, both = len(set(_STANDARD.findall(body))), len(set(_OF_BOTH.findall(body)))
    return own > 0 and own + both >= 2 and not _CONTRARY.search(body)


def is_narrated(body: str) -> bool:
    """Modern prose throughout."""
    return body.count("的") >= NARRATED * len(body)


def has_ascii_commas(body: str) -> bool:
    """No comma of its own, but ASCII ones between characters."""
    return "，" not in body and len(_ASCII_COMMA.findall(body)) >= COMMAS


@cache
def _shared() -> frozenset[str]:
    return frozenset(phrase_groups("mainland")["shared"] + phrase_groups("mainland")["abroad"])


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(phrase_groups("mainland")["elsewhere"])


@cache
def _terms() -> frozenset[str]:
    return frozenset(phrase_groups("mainland")["elsewhere_terms"])


@cache
def _words() -> tuple[list[str], Automaton]:
    groups = phrase_groups("mainland")
    words = sorted({word for name, group in groups.items() if name != "misworded" for word in group})
    return words, Automaton(words, longest=True)
