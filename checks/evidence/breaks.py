"""Where a sentence breaks off: what shows in its last characters that more should follow.

Everything here looks at the end of one line: marks that sites set at a cut, characters and entities
cut in two, words and numbers that cannot be the last, and lengths at which databases and feeds cut.
"""

from __future__ import annotations

import re

from checks.alternation import alternation
from checks.phrases import phrase_groups
from checks.text import fold, later

_HELLIP = r"(?:…|\.{3}|。。。|&hellip;|&#8230;|&#x2026;)[….。]*+"
MARK = later(
    rf"(?P<mark>\s*(?:[\[【(（〔]\s*{_HELLIP}\s*[\]】)）〕]?|&(?:hellip|#8230|#x2026);|\[\+?\d+ ?(?:chars|字)\]"
    rf"|{_HELLIP}\s*(?:[\[【(（]?\s*(?:全文|更多|[阅閱][读讀]全文|查看全文|[详詳][细細情]|查看(?:更多|[详詳]情)|[点點][击擊](?:查看|[阅閱][读讀])(?:更多|全文|[详詳]情)?|余下全文|展[开開](?:全文)?|[继繼][续續][阅閱][读讀]|read more|more)\s*[\]】)）]?|[>＞»›→]{{1,3}}|[\[【(（])"
    r"|[(（]下[转轉][^()（）\n]{0,12}[)）]?|<!--more-->))\s*\Z",
    re.IGNORECASE,
)
"""A mark of a cut at the end of a line, with the ellipsis before it."""

CUT_BYTES = later(
    r"(?:\ufffd{1,3}|ï¿½?|(?<=[㐀-鿿，。])[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u203a\u20ac]{0,2}|锟斤?|[\ud800-\udfff]"
    r"|&(?:n|nb|nbs|nbsp|am|amp|lt|gt|quo|quot|ldq|ldqu|ldquo|rdq|rdqu|rdquo|hel|hell|helli|hellip|mda|mdas|mdash|mid|midd|middo|middot|#x?[0-9a-fA-F]{0,6})"
    r"|\\u[0-9a-fA-F]{0,3}|</?[a-zA-Z]{1,10}(?:\s[^<>\n]{0,60})?|(?<=[，、：（《“,和与及把被])\?)(?:\s*(?:…+|\.{3}))?\Z"
)
"""A character, an entity or a tag that is cut in two."""

_GROUPS = phrase_groups("truncated_tail")


def _at_end(group: str) -> str:
    return alternation(_GROUPS[group])


# A word of one character behind "of" or "and" that only begins words of two: 的重(要), 和监(督). Of the pairs
# in 4,411 clean texts those that stand 100 times and never at the end of a clause; nouns of one character left out.
_HALF_WORD = (
    "[的和与及][重规新主决建基情发公管原意安合社实监经专机保历最政要成不具第作审精问消需指资组执责现]"
)
_NEVER_LAST = later(rf"(?:{_at_end('never_last')}|{_HALF_WORD}|(?<!不)再)\Z")
_NEVER_LAST_EN = later(rf"(?<![a-z'-])(?:{_at_end('never_last_english')})[,;]?\Z")
_HALF_NUMBER = later(r"(?<=[㐀-鿿约])\d{1,6}[.．]\Z")
_YEAR = later(r"(?:19|20)\d\d[.．]\Z")
_LATIN = later(r"(?<=[㐀-鿿，、：])[\s“\"(（]{0,2}[a-zA-Z][a-zA-Z\d_.+#-]{0,20}\Z")
_ADDRESS = later(r"https?:|www\.|@|\.(?:com|cn|net|org|html?)\Z")
_ENGLISH = later(r"(?:[A-Za-z][A-Za-z'’,;:-]*|\d[\d.,]*)(?:\s+(?:[A-Za-z][A-Za-z'’.,;:-]*|\d[\d.,%]*)){7,}\Z")

# At these lengths, in characters, databases, feeds and descriptions cut; hundreds up to 3,000, then thousands.
_LIMITS = frozenset((140, 150, 240, 250, 255, 256, 280, 350, 450, 512, 1024, 2048, 4096, 8192, 16384))
_LARGE_LIMITS = frozenset((32767, 32768, 65535, 65536))
SHORTEST = 140  # a shorter text is a note, whose length says nothing
_BYTES = (1000, 1024, 2000, 2048, 4000, 4096, 8000, 8192, 16383, 16384, 32767, 32768, 65535)
_CHARACTER = 3  # bytes of a Han character in UTF-8: one that does not fit any more is dropped whole


def stops_short(words: str) -> bool:
    """A line that stops at a comma or at a word that needs another.

    >>> stops_short("人们把柿子晒在"), stops_short("人们晒柿子"), stops_short("Some were red, but most of the")
    (True, False, True)
    """
    tail = fold(words[-8:])
    if words.endswith(("，", "、", ",")):
        return True
    return bool(_NEVER_LAST.search(tail) or _NEVER_LAST_EN.search(fold(words[-14:])))


def is_half_number(words: str) -> bool:
    """A line that stops at the point of a number: 达到18.

    >>> is_half_number("营业额为18."), is_half_number("成书于1998.")
    (True, False)
    """
    return bool(_HALF_NUMBER.search(words[-12:]) and not _YEAR.search(words[-12:]))


def stops_in_latin(words: str) -> bool:
    """A Chinese line that stops in a Latin word or name, not in an address."""
    return bool(_LATIN.search(words[-30:])) and not _ADDRESS.search(words[-80:].lower())


def is_open_english(words: str) -> bool:
    """Eight English words or more without an end."""
    return words[-1:].isalnum() and bool(_ENGLISH.search(words[-400:]))


def is_cut_length(raw: str) -> bool:
    """The length is one at which texts are cut, in characters or in bytes.

    >>> is_cut_length("井" * 500), is_cut_length("井" * 501)
    (True, False)
    """
    if any(_is_limit(size) for size in {len(raw), len(raw.rstrip()), len(raw.rstrip().rstrip(".…"))}):
        return True
    size = len(raw.encode("utf-8", "replace"))
    return any(0 <= limit - size < _CHARACTER for limit in _BYTES)


def _is_limit(size: int) -> bool:
    round_ = size % 100 == 0 if size <= 3000 else size % 1000 == 0
    return size >= SHORTEST and (round_ or size in _LIMITS | _LARGE_LIMITS)
