"""Words at odd places: behind finished clauses or inside other words, again and again, and nowhere else.

A writer's words stand everywhere in a sentence. What a tool sets in stands where the tool looks: before a punctuation
mark, or wherever chance puts it. One such place says nothing; several of the same make, without any other, do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np

from checks.evidence.characters import met
from checks.evidence.cut_words import cut_word
from checks.evidence.lexicon import dictionary
from checks.evidence.sown import Token
from checks.phrases import phrase_groups
from checks.scanner import forms_of
from checks.signs import Flags, Laid, places_of
from checks.text import fold, later

_HAN = "\u3400-\u9fff"
_STOP = "，。！？；,.!?;"
_BREAK = later(rf"[{_STOP}：:、“”‘’「」\s]")
_LATIN_WORD = later(r"[A-Za-z](?<![/.:@_=A-Za-z0-9-].)[A-Za-z0-9_-]+(?![./:@])")  # no part of an address
_LATIN = later(
    rf"(?<=[{_HAN}])[ \u00a0]?([0-9]?[A-Za-z][A-Za-z0-9_-]{{1,19}})(?=[ \u00a0]?[{_HAN}{_STOP}：:、）)”」])"
)
SITE_ENDINGS = phrase_groups("odd_places")["site_endings"]
_SITE = later("|".join(SITE_ENDINGS))
_OF_COPIES = later(
    rf"(?<=[{_HAN}，。！？])[ (（\[【]?(?:copyright[ A-Za-z0-9._-]{{0,30}}|©[ A-Za-z0-9._-]{{1,30}}"
    rf"|版[权權][归歸][{_HAN}A-Za-z0-9]{{1,10}}所有)[)）\]】]?(?=[{_HAN}，。！？,])",
    re.IGNORECASE,
)
OWNERS = ("opyright", "OPYRIGHT", "©", "版权归", "版權歸")

# None of 4,268 broadcasts and statutes and of 111 web pages is told at these numbers; not swept further.
CLAUSE = 5  # characters; lists and short remarks end in a name as well
SAME, SAME_CAPITALS, ALL = 5, 6, 6  # places of one word, of one in capitals, of all words
ODD, ALL_ODD = 0.8, 0.9  # the share of odd places among them
CUT, CUTS = 0.45, 2  # half of the places of chance lie inside a word, fewer than one in ten of a writer's
RARE, RARE_SHARE = 4, 0.7  # rare characters at odd places, and their share of all; a third in verse
STRANGE = 0.5  # the share that nothing before them asks for
_LONGEST_NAME = 7
_MIXER = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, which spreads keys that are alike
NAMES, MARKS = 3, 2  # places of the name of a site, and of a remark on copying


@dataclass(frozen=True, slots=True)
class Recurring:
    """One of these endings behind the same two characters, which follow ``least`` different passages: 某某网, three times.

    >>> Recurring(("网",), 2).met(Laid(["在甲乙网，到甲乙网", "在甲乙网，到丙丁网", "人说这是在甲乙网，人说这是在甲乙网"])).tolist()
    [True, False, False]
    """

    endings: tuple[str, ...]
    least: int

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it holds one."""
        single = "".join(ending for ending in self.endings if len(ending) == 1)
        double = sorted({ending[-2:] for ending in self.endings if ending[-1] not in single})
        ends = np.flatnonzero(texts.are(f"[{single}{''.join(sorted({pair[1] for pair in double}))}]"))
        ends = ends[ends > 2]
        before, last = (texts.codes[at].astype(np.uint64) for at in (ends - 1, ends))
        pairs = np.array([ord(pair[0]) << 20 | ord(pair[1]) for pair in double], dtype=np.uint64)
        named = np.isin(before << np.uint64(20) | last, pairs) | np.isin(last, [ord(c) for c in single])
        ends = ends[named]
        text = np.searchsorted(texts.starts, ends, side="right").astype(np.uint64)
        backwards = (
            texts.codes[np.maximum(ends - back, 0)].astype(np.uint64) for back in range(2, _LONGEST_NAME + 1)
        )
        keys = (text << np.uint64(17) | before[named]) << np.uint64(17) | last[named]
        keys = keys * _MIXER + next(backwards)
        passages = keys.copy()
        for codes in backwards:
            passages = passages * _MIXER + codes
        _, different = np.unique(passages, return_index=True)
        _, first, times = np.unique(keys[different], return_index=True, return_counts=True)
        return texts.with_any(np.sort(ends[different[first[times >= self.least]]]))


KINDS = ("latin", "rare", "names", "copies")


def at_odd_places(view: str, technical: frozenset[str], kinds: Collection[str] = KINDS) -> list[Token]:
    """All words of these kinds that stand at odd places only; ``technical``: Latin words that have their place."""
    found: list[Token] = []
    found += _latin(view, technical) if "latin" in kinds else ()
    found += _rare(view) if "rare" in kinds else ()
    found += _names(view) if "names" in kinds else ()
    found += _of_copies(view) if "copies" in kinds else ()
    return found


def _latin(view: str, technical: frozenset[str]) -> Sequence[Token]:
    """All words in small letters, or one that returns."""
    if len(_LATIN_WORD.findall(view)) < SAME:
        return ()
    found = (Token(m.start(1), m.end(1), m[1], "odd") for m in _LATIN.finditer(view))
    tokens = [token for token in found if token.text.lower() not in technical]
    small = [token for token in tokens if not token.text.isupper()]
    others = sum(not w.isupper() and w.lower() not in technical for w in _LATIN_WORD.findall(view))
    placed, odd = (sum(told(view, token) for token in small) for told in (_is_placed, _is_odd))
    enough = placed >= ALL_ODD * max(others, len(small)) and odd >= STRANGE * len(small)
    if len(small) >= ALL and enough and _follow_clauses(view, small):
        return small
    return [token for same in _by_text(tokens) if _returns(view, same) for token in same]


def _by_text(tokens: Iterable[Token]) -> Iterable[list[Token]]:
    by_text: dict[str, list[Token]] = defaultdict(list)
    for token in tokens:
        by_text[token.text].append(token)
    return by_text.values()


def _returns(view: str, same: Sequence[Token]) -> bool:
    """One word, always at odd places behind different characters."""
    n, text = len(same), same[0].text
    if n < (SAME_CAPITALS if text.isupper() else SAME) or n < ODD * view.count(text):
        return False
    behind = {view[token.start - 1] for token in same}
    return len(behind) >= ODD * n and _are_odd(view, same)


def _are_odd(view: str, places: Sequence[Token]) -> bool:
    """Chance has put them inside words, or a tool behind clauses."""
    n, cuts = len(places), {word for place in places if (word := _cut(view, place))}
    return sum(_is_odd(view, p) for p in places) >= ODD * n or len(cuts) >= max(CUTS, CUT * n)


def _is_odd(view: str, token: Token) -> bool:
    """Behind a clause that does not ask for it, or inside a word."""
    return (_at_end(view, token) and view[token.start - 1] not in _in_place()) or bool(_cut(view, token))


def _follow_clauses(view: str, tokens: Sequence[Token]) -> bool:
    """Most stand behind more than a word or two; lists and short remarks end in a name as well."""
    before = (view[max(token.start - CLAUSE, 0) : token.start] for token in tokens)
    return sum(len(c) == CLAUSE and not _BREAK.search(c) for c in before) >= STRANGE * len(tokens)


def _is_placed(view: str, token: Token) -> bool:
    return _at_end(view, token) or bool(_cut(view, token))


def _at_end(view: str, token: Token) -> bool:
    return view[token.end : token.end + 1] in _STOP


def _cut(view: str, token: Token) -> str:
    start = token.start - (view[token.start - 1] in " \u00a0")
    end = token.end + (view[token.end : token.end + 1] in (" ", "\u00a0"))
    return cut_word(view, start, end)


def _rare(view: str) -> Sequence[Token]:
    """Characters that hardly any reader knows, one by one behind clauses or inside words."""
    found = [Token(at, at + 1, view[at], "odd") for at in places_of(view, unmet().pattern) if at]
    if len(found) < RARE:
        return ()
    alone = [token for token in found if _is_placed(view, token) and not _is_in_word(view, token)]
    odd = sum(_is_odd(view, token) for token in alone)
    enough = odd >= max(RARE, RARE_SHARE * len(found))
    return alone if enough and _follow_clauses(view, alone) else ()


def _is_in_word(view: str, token: Token) -> bool:
    around = (view[token.start - 1 : token.end], view[token.start : token.end + 1])
    return any(fold(word) in dictionary() for word in around)


@cache
def unmet() -> re.Pattern[str]:
    """One character that was not met in clean text."""
    return re.compile(f"[{''.join(c for c in map(chr, range(0x3400, 0xA000)) if c not in met())}]")


def _names(view: str) -> Sequence[Token]:
    """The name of a site, behind clauses or inside words."""
    ends = [match.end() for match in _SITE.finditer(view)]
    if len(ends) < NAMES:
        return ()
    last = Counter(view[max(end - 3, 0) : end] for end in ends)
    ends = [end for end in ends if end <= _LONGEST_NAME or last[view[end - 3 : end]] >= NAMES]
    counts = Counter(view[max(end - size, 0) : end] for end in ends for size in range(3, _LONGEST_NAME + 1))
    often = [name for name, n in counts.items() if n >= NAMES and n == view.count(name)]
    for name in sorted(often, key=lambda name: (counts[name], len(name)), reverse=True):
        places = [Token(m.start(), m.end(), name, "odd") for m in re.finditer(re.escape(name), view)]
        behind = {view[place.start - 1 : place.start] for place in places}
        if len(behind) >= NAMES and fold(name) not in dictionary() and _are_odd(view, places):
            return places
    return ()


def _of_copies(view: str) -> Sequence[Token]:
    """Remarks of an owner in the middle of sentences."""
    if not any(owner in view for owner in OWNERS):
        return ()
    found = [Token(m.start(), m.end(), m[0], "odd") for m in _OF_COPIES.finditer(view)]
    same = Counter(token.text.strip() for token in found)
    return [token for token in found if same[token.text.strip()] >= MARKS]


@cache
def _in_place() -> frozenset[str]:
    usual = "".join(phrase_groups("odd_places")["in_place"])
    return frozenset("".join(chain.from_iterable(map(forms_of, usual))))
