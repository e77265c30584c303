"""In which language and script a text is written, told from its letters and its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import opencc

from checks.model import Words
from checks.phrases import phrase_groups
from checks.text import later

SAMPLE = 20_000  # characters that are counted: the first, which hold more than a page
LONG = 300  # characters without a blank that are no address
GLANCE = 500  # characters of the head and of the middle that say whether it is worth counting

# Shares of words (a Han or kana letter, a Hangul, Cyrillic, Arabic, Thai or Latin word) in labelled pages and examples of
# our own: mixed technical pages have a Han in every second word, bilingual articles in every fourth at least, Japanese kana
# in every second character.
ENOUGH = 60  # words: less may be a credit line, a quotation, a title
FEW = 20  # words of a page without a single Han, in letters that no Chinese text lends: a short page
VIETNAMESE = 4  # one word of so many has such a letter: two of three do in prose
HAN_AT_MOST = 0.1  # Han to a word of the other language
KINDS = 6  # different small words: programs have "for" and "in"
KANA, SMALL = (
    0.4,
    0.15,
)  # kana among kana and Han; small words among Latin words: 0.3-0.5 in prose, under 0.1 in code

_LETTERS = {
    "Han": later("[㐀-䶿一-鿿]"),
    "Japanese": later("[ぁ-ゖァ-ヺ]"),
    "Korean": later("[가-힣]"),
    "Russian": later("[Ѐ-ӿ]+"),
    "Arabic": later("[؀-ۿ]+"),
    "Thai": later("[ก-๛]{4}"),
    "Latin": later(r"[^\W\d_ -\x40ℼ-\U0010ffff]+"),
}
_FOREIGN = later("[ぁ-ゖァ-ヺ가-힣Ѐ-ӿ؀-ۿก-๛]{3}")
_LEADS = frozenset((*range(0xD0, 0xDC), 0xE0, *range(0xEA, 0xEE)))  # of these letters in UTF-8, kana left out
_OTHER_BYTES, _KANA = bytes(frozenset(range(256)) - _LEADS), re.compile(rb"\xe3[\x81-\x83]")
_OF_VIETNAMESE = later("[\u1ea0-\u1ef9\u01a1\u01b0\u0111\u01a0\u01af\u0110]")
_TAG = later(r"<[^<>\n]{0,300}>")
_ADDRESS = later(r"[/@\\_]")
NAMES = {
    "Japanese": Words("Japanese", "日语"),
    "Korean": Words("Korean", "韩语"),
    "Russian": Words("Russian or another language in Cyrillic letters", "俄语等西里尔字母语言"),
    "Arabic": Words("Arabic or another language in Arabic letters", "阿拉伯字母语言"),
    "Thai": Words("Thai", "泰语"),
    "English": Words("English", "英语"),
    "French": Words("French", "法语"),
    "Spanish": Words("Spanish", "西班牙语"),
    "German": Words("German", "德语"),
    "Portuguese": Words("Portuguese", "葡萄牙语"),
    "Italian": Words("Italian", "意大利语"),
    "Vietnamese": Words("Vietnamese", "越南语"),
    "Indonesian": Words("Indonesian or Malay", "印尼语或马来语"),
    "Turkish": Words("Turkish", "土耳其语"),
}


def language_besides_chinese(view: str) -> tuple[str, int, int] | None:
    """The language of a text that is not Chinese, its words and its Han; None for Chinese and for no language.

    >>> language_besides_chinese("春天来了，the 柳树 is green。" * 30) is None
    True
    """
    if not _may_be_foreign(view):
        return None
    parts = _TAG.sub(" ", view[:SAMPLE]).split()
    sample = " ".join(part for part in parts if len(part) > LONG or not _ADDRESS.search(part))
    counts = {name: len(pattern.findall(sample)) for name, pattern in _LETTERS.items()}
    han, kana = counts.pop("Han"), counts["Japanese"]
    name = max(counts, key=lambda key: counts[key])
    if counts[name] < (ENOUGH if han or (name == "Latin" and not _is_vietnamese(sample)) else FEW):
        return None
    if name == "Japanese":
        return (name, kana, han) if kana >= KANA * (kana + han) else None
    if name == "Latin":
        name = "Vietnamese" if _is_vietnamese(sample) else _by_small_words(sample)
    many = counts.get(name, counts["Latin"])
    return (name, many, han) if name and han <= HAN_AT_MOST * many else None


def _is_vietnamese(sample: str) -> bool:
    """Every fourth word has a letter that is written in no other language."""
    words = _LETTERS["Latin"].findall(sample)
    return VIETNAMESE * sum(bool(_OF_VIETNAMESE.search(word)) for word in words) >= max(len(words), FEW)


def _may_be_foreign(view: str) -> bool:
    """Letters of other languages, or fewer bytes to a character than Chinese can have."""
    middle = len(view) // 2
    seen = view[:GLANCE] + view[middle : middle + GLANCE]
    encoded = seen.encode("utf-8", "replace")
    if len(encoded) < 1.7 * len(seen):
        return True
    if not encoded.translate(None, _OTHER_BYTES) and not _KANA.search(encoded):  # at the speed of C
        return False
    return bool(_FOREIGN.search(seen))


def _by_small_words(sample: str) -> str:
    """The language whose small words make up most of the Latin words; empty if they are too few."""
    words = Counter(_LETTERS["Latin"].findall(sample.lower()))
    shares = {
        name: sum(words[word] for word in small) / words.total() for name, small in _small_words().items()
    }
    best = max(shares, key=lambda name: shares[name])
    kinds = sum(word in words for word in _small_words()[best])
    return best if shares[best] >= SMALL and kinds >= KINDS else ""


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(small) for name, small in phrase_groups("languages").items()}


def letters_of_script(view: str) -> tuple[int, int]:
    """How many letters of a sample are simplified only, and how many traditional only.

    >>> letters_of_script("汉语"), letters_of_script("漢語"), letters_of_script("人口")
    ((2, 0), (0, 2), (0, 0))
    """
    sample = "".join(_LETTERS["Han"].findall(view[:SAMPLE]))[:2_000]
    simplified, traditional = _converted(sample, "t2s"), _converted(sample, "s2t")
    return (
        sum(a != b for a, b in zip(sample, traditional, strict=False)),
        sum(a != b for a, b in zip(sample, simplified, strict=False)),
    )


def _converted(sample: str, way: str) -> str:
    """Letter by letter, so that places stay."""
    return "".join(_converter(way).convert("\n".join(sample)).split("\n"))


@cache
def _converter(way: str) -> opencc.OpenCC:
    return opencc.OpenCC(way)
