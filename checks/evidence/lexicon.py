"""Words and their readings: which characters are missing between two pieces of a word.

The words are those of two dictionaries, pypinyin's own phrases and CC-CEDICT (package pypinyin-dict), which
have a reading each, and what word filters take out. Both are read when the first candidate asks for
them: 0.9 s of CPU and 126,000 words of two to four characters, measured.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from checks.phrases import phrase_groups
from checks.text import fold

LONGEST = 4  # characters of a word that is looked for: longer ones are sayings, which no filter takes out
MISSING = 2  # characters that may be missing in it


@cache
def dictionary() -> frozenset[str]:
    """Words of two to four characters: pypinyin's phrases and CC-CEDICT."""
    return frozenset(word for word in _phrases() if 2 <= len(word) <= LONGEST)


@cache
def folded_dictionary() -> frozenset[str]:
    """The words of the dictionary in simplified script, for folded text."""
    return frozenset(fold("\n".join(dictionary())).split("\n"))


@cache
def common_characters(most: int = 1500) -> frozenset[str]:
    """The characters, simplified, that stand in most words of the dictionary: no reader needs help with them."""
    counts = Counter(fold("".join(dictionary())))
    return frozenset(character for character, _ in counts.most_common(most))


@cache
def words() -> frozenset[str]:
    """All words known here: the dictionary, and what word filters take out."""
    return dictionary() | masked_words()


@cache
def masked_words() -> frozenset[str]:
    """The words that filters take out and writers spell round."""
    return frozenset(
        w for lines in phrase_groups("masked_words").values() for line in lines for w in line.split()
    )


@cache
def _phrases() -> Mapping[str, list[list[str]]]:
    from pypinyin.constants import PHRASES_DICT
    from pypinyin_dict.phrase_pinyin_data.cc_cedict import phrases_dict

    phrases: Mapping[str, list[list[str]]] = {**phrases_dict, **PHRASES_DICT}
    return phrases


@cache
def _words_by_end() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Words by their first character, ("警", ""), and by their last, ("", "力")."""
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word in sorted(words()):
        ends[word[0], ""].append(word)
        ends["", word[-1]].append(word)
    return {end: tuple(found) for end, found in ends.items()}


def missing_between(left: str, right: str) -> Iterator[tuple[str, str, str]]:
    """Ways to complete a word over a gap: the pieces beside it that belong to the word, and what is missing.

    >>> ("真", "相", "") in set(missing_between("事情的真", "大白"))
    True
    """
    for before, after in product(range(LONGEST), range(LONGEST)):
        if 0 < before + after < LONGEST and before <= len(left) and after <= len(right):
            yield from _missing(left[len(left) - before :], right[:after])


def _missing(head: str, tail: str) -> Iterator[tuple[str, str, str]]:
    known = len(head) + len(tail)
    for word in _words_by_end().get((head[0], "") if head else ("", tail[-1]), ()):
        if known < len(word) <= known + MISSING and word.startswith(head) and word.endswith(tail):
            yield head, word[len(head) : len(word) - len(tail)], tail


@lru_cache(maxsize=8192)
def toneless(syllables: str) -> str:
    """Lower case without tone marks; ü is written v.

    >>> toneless("Lǜ"), toneless("ZHÈNG")
    ('lv', 'zheng')
    """
    parts = unicodedata.normalize("NFD", syllables.lower().replace("ü", "v"))
    umlaut = parts.replace("u\u0308", "v")
    return "".join(c for c in umlaut if not unicodedata.combining(c))


@cache
def readings_of_word(word: str) -> tuple[frozenset[str], ...]:
    """For each character its toned readings in this word; the commonest of a character if not told."""
    from pypinyin.constants import PINYIN_DICT

    if word in _phrases():
        return tuple(frozenset(readings) for readings in _phrases()[word])
    return tuple(frozenset(PINYIN_DICT.get(ord(c), "").split(",")[:1]) for c in word)


@cache
def syllables() -> frozenset[str]:
    """All toneless syllables of single characters."""
    from pypinyin.constants import PINYIN_DICT

    common = {PINYIN_DICT.get(code, "").split(",")[0] for code in range(0x4E00, 0xA000)}
    return frozenset(s for s in map(toneless, common) if any(vowel in s for vowel in "aeiouv"))


@cache
def cuts_of(letters: str) -> tuple[tuple[str, ...], ...]:
    """A word in letters as one syllable, or as two.

    >>> cuts_of("zhengfu"), cuts_of("xian")
    ((('zheng', 'fu'),), (('xian',), ('xi', 'an')))
    """
    known = syllables()
    one = ((letters,),) if letters in known else ()
    two = ((letters[:i], letters[i:]) for i in range(1, len(letters)))
    return (*one, *(cut for cut in two if known.issuperset(cut)))
