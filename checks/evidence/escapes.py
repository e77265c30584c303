"""Characters left as the escapes they travelled in: \\u4f60, %E4%BD%A0, =E4=BD=A0, =?utf-8?B?...?=, ~{..~}.

Each run is decoded strictly; only what comes out as readable Chinese is told.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from checks.evidence.characters import MARKS, common, known
from checks.model import Words
from checks.text import is_han, later


class Escaped(NamedTuple):
    """``[start, end)`` of the passage, what it stands for, and the kind of escape."""

    start: int
    end: int
    original: str
    kind: Words


NAMES = {
    "\\u": Words("a run of \\u escapes", "\\u 转义"),
    "%u": Words("a run of %u escapes", "%u 转义"),
    "u4": Words("a run of u escapes without backslash", "缺反斜线的 u 转义"),
    "%": Words("percent-encoding", "百分号编码"),
    "\\x": Words("a run of \\x escapes", "\\x 转义"),
    "=": Words("quoted-printable", "quoted-printable 编码"),
    "=?": Words("an encoded word of a mail header", "邮件头编码"),
    "base64": Words("base64", "base64 编码"),
    "+-": Words("UTF-7", "UTF-7 编码"),
    "~{": Words("HZ", "HZ 编码"),
}


def escapes_in(passage: str) -> Iterator[Escaped]:
    """Runs of escapes that hold two readable characters and more and stand in no address or program text."""
    for kind, pattern, decode in _KINDS:
        for found in pattern.finditer(passage) if _may_hold(kind, passage) else ():
            original = _decoded(found, decode)
            if is_readable(original) and not in_code(passage, found.start(), found.end(), kind):
                yield Escaped(found.start(), found.end(), original, NAMES[kind])


def _may_hold(kind: str, passage: str) -> bool:
    if kind == "base64":
        return bool(_LONG.search(passage))
    return any(sign in passage for sign in _SIGNS[kind])


def _decoded(found: re.Match[str], decode: Callable[[re.Match[str]], str]) -> str:
    try:
        return decode(found)
    except (ValueError, binascii.Error, LookupError):  # not an escape after all
        return ""


def _units(found: re.Match[str]) -> str:
    """UTF-16 code units in hexadecimal, with what stands between them as it is."""
    text = re.sub(r"(?:\\+|%|&#x)?u([0-9A-Fa-f]{4})", lambda unit: chr(int(unit[1], 16)), found[0])
    return text.encode("utf-16", "surrogatepass").decode("utf-16")


def _octets(found: re.Match[str]) -> str:
    return in_either(unquote_to_bytes(found[0].replace("\\x", "%").replace("\\X", "%")))


def _quoted_printable(found: re.Match[str]) -> str:
    return in_either(quopri.decodestring(found[0].encode("ascii")))


def _encoded_word(found: re.Match[str]) -> str:
    octets = (
        base64.b64decode(found[3])
        if found[2] in "bB"
        else quopri.decodestring(found[3].encode("ascii"), header=True)
    )
    return octets.decode(found[1], errors="ignore")


def _base64(found: re.Match[str]) -> str:
    return in_either(base64.b64decode(re.sub(r"\s", "", found[0]), validate=True))


def in_either(octets: bytes) -> str:
    """UTF-8 if it is valid, else GBK, else Big5; a character cut at the end is left out."""
    for codec in ("utf-8", "gb18030", "big5"):
        for cut in range(3):
            try:
                text = octets[: len(octets) - cut].decode(codec)
            except UnicodeDecodeError:
                continue
            if is_readable(text):
                return text
    return ""


def _utf7(found: re.Match[str]) -> str:
    return found[0].encode("ascii").decode("utf-7")


def _hz(found: re.Match[str]) -> str:
    return found[0].encode("ascii").decode("hz")


_PRINTED = r"(?:=[0-9A-F]{2}|=\r?\n|[0-9A-Za-z ,.]{1,8}(?==[89A-F]))"
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("\\u", later(r"(?:\\+u[0-9A-Fa-f]{4}[ -\[\]-~]{0,12}?){1,4000}\\+u[0-9A-Fa-f]{4}"), _units),
    ("%u", later(r"(?:%u[0-9A-Fa-f]{4}){2,4000}"), _units),
    (
        "u4",
        later(r"(?<![0-9A-Za-z\\%])(?:u[4-9][0-9a-f]{3}|uff[01][0-9a-f]|u300[0-9a-f]){3,4000}"),
        _units,
    ),
    ("%", later(r"(?:%[0-9A-Fa-f]{2}){4,9000}"), _octets),
    ("\\x", later(r"(?:\\x[0-9A-Fa-f]{2}){4,9000}"), _octets),
    ("=", later(rf"=[89A-F][0-9A-F]=[0-9A-F]{{2}}{_PRINTED}{{2,9000}}"), _quoted_printable),
    ("=?", later(r"=\?([A-Za-z0-9_-]{3,20})\?([BbQq])\?([!-~]{4,400}?)\?="), _encoded_word),
    (
        "base64",
        later(r"(?<![0-9A-Za-z+/])(?:[0-9A-Za-z+/]{4}\n?){6,4000}(?:[0-9A-Za-z+/]{2,3}={1,2})?"),
        _base64,
    ),
    ("+-", later(r"\+(?:[A-Za-z0-9+/]{6,4000})-(?:[ -~]{0,8}\+[A-Za-z0-9+/]{3,4000}-)*"), _utf7),
    ("~{", later(r"~\{[!-}]{2,4000}~\}"), _hz),
)
_LONG = later(r"[0-9A-Za-z+/]{24}")
_SIGNS = {  # one of these stands in every run: a quick look before the pattern
    "\\u": ("\\u",),
    "%u": ("%u",),
    "u4": ("u4e", "u76", "uff0c"),  # 一 不 中 人, 的, a full-width comma
    "%": ("%E", "%e", "%C", "%c", "%D", "%d"),
    "\\x": ("\\x",),
    "=": ("=E", "=C", "=D"),
    "=?": ("=?",),
    "+-": ("+",),
    "~{": ("~{",),
}


def is_readable(original: str) -> bool:
    """Two Han characters and more, three of five of them common, and hardly anything no text holds."""
    han = [c for c in original if is_han(c)]
    strange = sum(c not in known() and c not in MARKS and c > "\x7f" for c in original)
    return (
        len(han) >= 2 and sum(c in common() for c in han) >= 0.6 * len(han) and strange <= 0.3 * len(original)
    )


_ADDRESS = later(
    r"(?:://|www\.|[\w.-]{2,40}\.(?:com|cn|org|net|html?|php|asp))[^\s一-鿿，。]{0,300}$|[/?&=#][\w%.+-]{0,200}$"
)
_PROGRAM = later(
    r"""[{;}]\s*$|["'][\w-]{1,40}["']\s*:\s*["'\[{]|\b(?:print|echo|var|let|const|return|def|re\.\w+)\b|=\s*[rbu]?["']|[=:]\s*/|\[\\u|```|&amp;|<\w+"""
)


def in_code(passage: str, start: int, end: int, kind: str) -> bool:
    """Escapes belong in addresses, program text and JSON; only text for readers is damaged by them."""
    line = passage[passage.rfind("\n", 0, start) + 1 : start][-400:]
    after = passage[end : passage.find("\n", end) % (len(passage) + 1)][:80]
    if kind in ("=", "=?", "+-", "~{", "base64"):
        return kind == "base64" and bool(_ADDRESS.search(line) or _PROGRAM.search(line + after))
    return bool(
        _ADDRESS.search(line) or _PROGRAM.search(line + " " + after) or after[:1] in ('"', "'", "]", "`")
    )
