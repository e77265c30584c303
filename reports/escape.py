"""Makes text from documents safe to show: escaped, and with all that hides or reorders it visible.

Scraped text may hold markup, controls, bidi overrides and characters without width. Nothing of it
is dropped: what a reader could not see is drawn as a named box (HTML) or in brackets (plain text).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from markupsafe import Markup, escape

Keep = Literal["head", "tail", "both"]

# Sought by one regex so that ordinary Chinese and ASCII text never reaches the per-character test.
_RARE = re.compile(r"([^ -~·—‘’“”…\u3000-\u303e\u3041-\u3096\u4e00-\u9fff\uff01-\uff5e])\1*")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Drawn as nothing although their category says mark, letter, symbol or space.
_BLANK = frozenset(
    "\u00a0\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
# Of those that are hidden, what ``str.isprintable`` lets pass.
_PRINTED_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_UNNAMED = {"Cs": "LONE SURROGATE", "Co": "PRIVATE USE", "Cn": "UNASSIGNED", "Cc": "CONTROL CHARACTER"}
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
    r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65\U00020000-\U000323af]*"
)
_KANA_HANGUL = re.compile(r"[\u3041-\u30ff\uac00-\ud7a3]")
_DRAWN = {"\n": "↵", "\t": "⇥", "\u00a0": "␣"}  # common on scraped pages: a quieter box
BOX_WEIGHT = 8  # a box is drawn about as wide as eight letters


@lru_cache(maxsize=4096)
def hidden(char: str) -> bool:
    """Say whether a reader would not see this character, or not see what it does.

    >>> [hidden(char) for char in "国a 　\\u202e\\u200b\\x00\\ue000"]
    [False, False, False, False, True, True, True, True]
    """
    code = ord(char)
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return selector or char in _BLANK or unicodedata.category(char) in _HIDDEN


def all_seen(text: str) -> bool:
    """Say whether a text has no hidden character, at the speed of a search; an ideographic space is seen.

    >>> all_seen("国家\u3000a"), all_seen("a\u034fb"), all_seen("a\xa0b")
    (True, False, False)
    """
    return text.replace("\u3000", "").isprintable() and not _PRINTED_BLANK.search(text)


@lru_cache(maxsize=4096)
def name_of(char: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``; controls are named by their symbol, as in ``U+0000 NULL``."""
    code = ord(char)
    symbol = 0x2421 if code == 0x7F else 0x2400 + code
    name = unicodedata.name(char, "")
    if not name and (code < 0x20 or code == 0x7F):
        name = unicodedata.name(chr(symbol)).removeprefix("SYMBOL FOR ")
    return f"U+{code:04X} {name or _UNNAMED[unicodedata.category(char)]}"


def visible(text: str) -> Markup:
    """Return one line of HTML: escaped, hidden characters as boxes, line breaks as ``↵``."""
    return Markup(_RARE.sub(_boxed, str(escape(str(text)))))  # noqa: S704 - escaped right here


def visible_lines(text: str) -> Markup:
    """Return the same as ``visible`` for a block that keeps its line breaks and tabs."""
    return Markup(_RARE.sub(_boxed_but_lines, str(escape(str(text)))))  # noqa: S704 - escaped right here


def plain(text: str, keep: str = "") -> str:
    r"""Return one line for terminals and chat: hidden characters but those of ``keep`` in brackets.

    >>> plain("a\u202eb\nc\x1b[2J")
    'a[U+202E]b↵c[U+001B][2J'
    """
    return _RARE.sub(lambda found: found[0] if found[1] in keep else _bracketed(found), text)


def cut(text: str, room: int, keep: Keep = "head", light: str = "") -> str:
    """Shorten to about ``room`` letters; ``…`` marks the gap.

    A hidden character counts as eight letters, those in ``light`` (kept line breaks, say) as one.

    >>> cut("一二三四五六", 4), cut("一二三四五六", 4, "tail"), cut("一二三四五六", 4, "both")
    ('一二三四…', '…三四五六', '一二…五六')
    """
    if len(text) * BOX_WEIGHT <= room or _fitting(text, room, light) == len(text):
        return text
    if keep == "head":
        return text[: _fitting(text, room, light)] + "…"
    if keep == "tail":
        return "…" + text[len(text) - _fitting(text[::-1], room, light) :]
    half = room // 2
    return text[: _fitting(text, half, light)] + "…" + text[len(text) - _fitting(text[::-1], half, light) :]


def language_of(text: str) -> str:
    """``zh`` for text in Chinese characters without kana or hangul, else an empty string."""
    return "zh" if _HAN.search(text) and not _KANA_HANGUL.search(text) else ""


def with_chinese_runs(markup: Markup) -> Markup:
    """Give every Chinese run of an English sentence its ``lang``; tags and attributes hold none."""
    return Markup(_HAN_RUN.sub(r'<span lang="zh">\g<0></span>', str(markup)))  # noqa: S704 - already safe


def _fitting(text: str, room: int, light: str) -> int:
    """How many leading characters fit into ``room``."""
    for number, char in enumerate(text):
        room -= BOX_WEIGHT if hidden(char) and char not in light else 1
        if room < 0:
            return number
    return len(text)


def _boxed(found: re.Match[str]) -> str:
    char, times = found[1], len(found[0])
    if not hidden(char):
        return found[0]
    shown = _DRAWN.get(char) or f"U+{ord(char):04X}"
    again = f" ×{times}" if times > 1 else ""
    return f'<span class="ctl" title="{name_of(char)}">{shown}{again}</span>'


def _boxed_but_lines(found: re.Match[str]) -> str:
    return found[0] if found[1] in "\n\t" else _boxed(found)


def _bracketed(found: re.Match[str]) -> str:
    char, times = found[1], len(found[0])
    if not hidden(char):
        return found[0]
    return "↵" if char == "\n" else f"[U+{ord(char):04X}{f' ×{times}' if times > 1 else ''}]"
