"""Random tokens that forums set into posts against copying: letters, digits and signs that spell nothing.

The forum hides them by their colour; a copy shows them, between two characters of one word as often as not. What a writer
sets between characters spells something: a word, a unit, a model, a formula, an address, a password that is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from checks.evidence.cut_words import cut_word
from checks.evidence.sown import Token, is_jumbled
from checks.text import is_han, later

_HAN = "\u3400-\u9fff"
_CODE = later(
    rf"[!-~](?<=[{_HAN}，。！？；：].)[!-~]{{3,9}}(?: [!-~]{{1,4}})?(?=[{_HAN}，。；]|[ \u00a0\r]*$)",
    re.MULTILINE,
)
_WILD = later(r"[%$;~^|`\\&#!?@]")
_SIGN = later("[^A-Za-z0-9 ]")
_LETTER, _DIGIT = later("[A-Za-z]"), later("[0-9]")
# Queries, paths, entities, escapes, ranges, shares, chords, prices, colours, tags, names joined by &, brackets in pairs.
_MEANT = later(
    r"[a-z]=[0-9A-Za-z]|\(.*\)|\[.*\]|<.*>|\{.*\}|[\"']|[A-Za-z]:[\\/]|//|^&#?\w+;?$|%[0-9A-F]{2}|\\[A-Za-z]|[0-9][A-Za-z/]{0,4}~[A-Za-z.]{0,4}[0-9]"
    r"|^[0-9.]+%|^[A-G]#|\$[0-9]|^#|[A-Za-z]&[A-Za-z]|[A-Za-z]\^[0-9]|[a-z0-9]_[a-z0-9]|\*\*|[=^oO><T]_[=^oO><T]|www\."
    r"|\.(?:com|net|org|cn|js|py|md)\b|@[a-z]{2}|[!?]$|^[,.;:!?]"
)
_PLAIN = later(r"(?:[0-9]+(?:\.[0-9]+)?[A-Za-z]{0,3}|[A-Za-z][0-9]*|[A-Z]+[0-9]*|[A-Z]?[a-z]*[aeiou][a-z]*)?")
# What stands in lists: ions, formulas, models, keys, measures by measures.
_ITEM = later(
    r"[A-Z][a-z]?[0-9]*[+-]|(?:[A-Z][a-z]?[0-9]*)+|[A-Za-z]{1,4}[0-9]+|[0-9]+[A-Za-z]+[0-9]*|[A-Z][+#]+[0-9]*"
    r"|[A-Za-z0-9]+[-/*+][A-Za-z0-9]+"
)
_FORMULA = later(r"(?:[A-Z][a-z]?[0-9]*){2,}")
_SYLLABLE = later("[A-Za-z]*[aeiou][a-z]*[A-Za-z]{2}|[A-Za-z]{2}[a-z]*[aeiou]")
_BARE = later("[0-9]?[b-df-hj-np-tv-xz]{4,7}[0-9]{1,2}|[0-9]{1,2}[b-df-hj-np-tv-xz]{4,7}")
_GIVEN = later(
    "[密号號编編代识識验驗取活换換请請][码碼]|密[钥鑰]|口令|[编編型账帳]号|[編型帳]號|用[户戶]名|[变變]量|字符|[乱亂][码碼]|正[则則]|公式|[哈乎]希|域名|[牌车車]号|微信|[输輸]入"
)
_NUMERALS = "〇零一二三四五六七八九十百千"
_COUNTED = _NUMERALS + "条條章节節款项項号號届屆年月日"

# Two unlike ones suffice where one cuts a word, three elsewhere; nothing among 4,268 broadcasts and statutes has one.
TURNS = 3  # changes between small letters, capitals, digits and signs; a model or unit has one or two
CUT, PLACED = 2, 3
ONCE, CUT_SHARE = (
    0.8,
    0.4,
)  # of the mixtures: different ones, inside words; a writer's stand there in one of ten places
NEAR = 16  # characters before a token in which a password or number is announced
GROUPS, SIGNS = 6, 3  # groups of a line that is nothing else, different signs among them


def codes_in(view: str) -> list[Token]:
    """All of a text, if two unlike ones stand there and cut a word, or three; mixtures of other kinds if more cut words."""
    matches = (Token(m.start(), m.end(), m[0], "code") for m in _CODE.finditer(view) if _is_mixture(m[0]))
    mixtures = [token for token in matches if not _is_given(view, token)]
    strong = [token for token in mixtures if is_wild(token.text)]
    amid = [token for token in mixtures if is_han(view[token.start - 1])]
    weak = [token for token in amid if _is_odd(token.text)]
    if _cut_words(view, amid):
        return sorted({*strong, *amid})
    found = sorted({*strong, *weak})
    kinds, wild = (len({token.text for token in tokens}) for tokens in (found, strong))
    cut = any(_cuts(view, token) for token in strong)
    return found if (cut and kinds >= CUT) or (wild >= CUT and kinds >= PLACED) else []


def _cut_words(view: str, amid: Sequence[Token]) -> bool:
    """Three or more, each another, and so many inside words as only chance puts there."""
    kinds = len({token.text for token in amid})
    if kinds < PLACED or kinds < ONCE * len(amid):
        return False
    cuts = {word for token in amid if (word := cut_word(view, token.start, token.end))}
    return len(cuts) >= max(CUT, CUT_SHARE * len(amid))


@lru_cache(maxsize=4096)
def _is_mixture(token: str) -> bool:
    """Letters with digits or signs that are no word, measure or model of the plain kind."""
    if token.isalnum() and _BARE.fullmatch(token):
        return True
    if token.isalpha() or not _LETTER.search(token) or _MEANT.search(token):
        return False
    return not (_PLAIN.fullmatch(token) or _ITEM.fullmatch(token) or _FORMULA.fullmatch(token))


def code_lines_in(view: str) -> Iterator[Token]:
    """Lines of short groups that spell nothing, signs of several kinds among them: 3 R- k8 p5 N) w4 c7 ~."""
    for match in re.finditer(r"^[ \t]*([!-~]{1,3}(?: [!-~]{1,3}){5,19})[ \t\r]*$", view, re.MULTILINE):
        if _is_code_line(match[1]):
            yield Token(match.start(1), match.end(1), match[1], "code")


def _is_code_line(line: str) -> bool:
    groups = line.split()
    signs = set(re.findall(r"[^A-Za-z0-9 .,+#!?=/]", line))
    edged = {
        g
        for g in groups
        if re.fullmatch(
            r"[A-Za-z0-9]{1,2}[-(){}\[\];:&~$%^*|'\"_@]|[-(){}\[\];:&~$%^*|'\"_@][A-Za-z0-9]{1,2}", g
        )
    }
    kinds = all(re.search(kind, line) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    balanced = all(line.count(a) == line.count(b) for a, b in ("()", "[]", "{}"))
    odd = len(signs) >= SIGNS and len(edged) >= 2 and not ("=" in line and balanced)
    return kinds and odd and 5 * sum(map(is_jumbled, groups)) >= 2 * len(groups)


def is_wild(token: str) -> bool:
    """Letters, digits and unusual signs by turns, in no order that means something.

    >>> is_wild("k4%Rw"), is_wild("Q&A"), is_wild("3cm;2mm")
    (True, False, False)
    """
    signs = set(_SIGN.findall(token))
    mixed = _LETTER.search(token) and (_DIGIT.search(token) or len(signs) >= 2) and _WILD.search(token)
    return bool(mixed) and not _MEANT.search(token) and _turns(token) >= TURNS and not _is_listed(token)


def _is_listed(token: str) -> bool:
    """Words, models or measures with one sign between them; formulas and the like between semicolons."""
    items = [item for item in re.split("[;|,]", token) if item]
    if len(items) > 1 and all(_PLAIN.fullmatch(item) or _ITEM.fullmatch(item) for item in items):
        return True
    signs = set(_SIGN.findall(token))
    return len(signs) == 1 and all(map(_PLAIN.fullmatch, _SIGN.split(token)))


def _is_odd(token: str) -> bool:
    """No sign that tells it, but nothing that could be said either: small letters, capitals, digits by turns."""
    if _BARE.fullmatch(token):
        return True
    three = all(re.search(kind, token) for kind in ("[a-z]", "[A-Z]", "[0-9]"))
    meant = (
        _MEANT.search(token)
        or _FORMULA.fullmatch(token)
        or _SYLLABLE.search(token)
        or re.search("[- ]", token)
    )
    return three and not meant and _turns(token) >= TURNS


def _turns(token: str) -> int:
    """Changes of kind; a capital before small letters is no change."""
    kinds = "".join(map(_kind, token.replace(" ", "")))
    return sum(a != b and a + b != "Aa" for a, b in pairwise(kinds))


def _kind(sign: str) -> str:
    if sign.isalpha():
        return "a" if sign.islower() else "A"
    return "0" if sign.isdigit() else "."


def _is_given(view: str, token: Token) -> bool:
    """A password, number or variable is announced right before it."""
    return bool(_GIVEN.search(view, max(token.start - NEAR, 0), token.start))


def _cuts(view: str, token: Token) -> bool:
    """It stands inside a word, or inside a number of an article: 第三十|条."""
    before, after = view[token.start - 1], view[token.end : token.end + 1]
    return bool(cut_word(view, token.start, token.end)) or (
        before in _NUMERALS and after != "" and after in _COUNTED
    )
