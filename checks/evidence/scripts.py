"""Which script a passage is written in, by the characters that belong to one script alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import opencc

from checks.text import Line, later

_HAN = tuple(map(chr, range(0x4E00, 0x9FA6)))
# Kept in simplified names and words (乾隆, 哪吒, 著名, 瞭望, 宫商角徵羽), or written in Hong Kong and Taiwan, too.
_IN_BOTH = frozenset("乾於吒鑑著瞭徵藉薹温叠咏咤烟强猪猫恒携栖麽")
_ANY_HAN = later(r"[\u3400-\u9fff]")
_SENTENCE = later(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)]*")
# What is named or quoted in the other script says nothing of the sentence around it.
_QUOTED = later(r"[“「『《（(‘\"][^“”「」『』《》（）()‘’\"\n]{1,40}[”」』》）)’\"]")
_KANA = later(r"[\u3041-\u30fa]")

CLEAR = 4
"""One script holds a passage if it has so many times the characters of the other: quotations, names."""


class Passage(NamedTuple):
    """``[start, end)`` of the view with its characters that are only traditional, only simplified, Han."""

    start: int
    end: int
    traditional: int
    simplified: int
    han: int

    @property
    def script(self) -> str:
        """``t`` or ``s`` where one script holds the passage, ``m`` for a mixture, else nothing."""
        t, s = self.traditional, self.simplified
        if t >= 2 and t >= CLEAR * s:
            return "t"
        if s >= 2 and s >= CLEAR * t:
            return "s"
        return "m" if min(t, s) >= 2 else ""


@cache
def traditional() -> re.Pattern[str]:
    """One character that stands in traditional text only: changed by OpenCC, unknown to GB 2312."""
    changed = zip(_HAN, _converted("t2s"), strict=True)
    own = (h for h, s in changed if h != s and h not in _IN_BOTH and not _encodes(h, "gb2312"))
    return re.compile(f"[{''.join(own)}]")


@cache
def simplified() -> re.Pattern[str]:
    """One character that stands in simplified text only: changed by OpenCC, unknown to Big5."""
    changed = zip(_HAN, _converted("s2t"), strict=True)
    own = (h for h, t in changed if h != t and h not in _IN_BOTH and not _encodes(h, "big5"))
    return re.compile(f"[{''.join(own)}]")


def is_japanese(view: str) -> bool:
    """Kana are more than one in a hundred characters: kanji are of neither script."""
    return len(_KANA.findall(view)) * 100 > len(view)


def passage_of_line(line: Line, said: str | None = None) -> Passage:
    """Count a line with all it quotes, or what it ``said`` of it, without its surrounding white space."""
    said = line.text if said is None else said
    return _counted(line.text.strip(), line.inner[0], "" if is_japanese(line.text) else said)


def sentences_of_line(line: Line) -> Iterator[Passage]:
    """Count each sentence of a line, without what it quotes or names."""
    for match in _SENTENCE.finditer(line.text):
        sentence = match[0].strip()
        if sentence:
            said = "" if is_japanese(sentence) else unquoted(sentence)
            yield _counted(sentence, line.start + match.start() + match[0].index(sentence[0]), said)


def unquoted(sentence: str) -> str:
    """A sentence without what it quotes or names."""
    return _QUOTED.sub("", sentence)


def _counted(passage: str, start: int, said: str) -> Passage:
    t, s = len(traditional().findall(said)), len(simplified().findall(said))
    return Passage(start, start + len(passage), t, s, len(_ANY_HAN.findall(passage)))


def _encodes(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


def _converted(usage: str) -> list[str]:
    return str(opencc.OpenCC(usage).convert("\n".join(_HAN))).split("\n")
