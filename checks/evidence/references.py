"""Characters left as numbers that name them: &#20320;, broken &#20320 and ＆＃20320；, U+4F60, \\u{4f60}, \\344\\275\\240.

``escapes`` has the forms that programs write and read; here are those of markup, of printed code points and
of bytes, whole or with a sign lost on the way. Each run is decoded and told only as readable Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from checks.evidence.characters import MARKS, known
from checks.evidence.escapes import Escaped, in_code, in_either, is_readable
from checks.model import Words
from checks.text import is_han, later

NAMES = {
    "&#": Words("a numeric character reference", "数字字符引用"),
    "&name": Words("bytes as named character references", "字节变成的命名字符引用"),
    "U+": Words("code points written out", "写出的 Unicode 码位"),
    "%25": Words("percent-encoding, encoded twice or broken", "重复编码或断开的百分号编码"),
    "octal": Words("bytes in octal", "八进制字节"),
    "hex": Words("bytes in hexadecimal", "十六进制字节"),
}

_DIGITS = "0-9０-９"
_NUMBER = f"(?:[xXｘＸ][0-9A-Fa-f]{{4,5}}|[{_DIGITS}]{{5}})"
_OPENING = r"[&＆](?:amp[;；]){0,2} ?[#＃]"
_UNIT = f"(?:{_OPENING}{_NUMBER}[;；]?|[#＃]{_NUMBER}[;；])"
_ONE = later(f"(?:{_OPENING}|[#＃]|(?<![{_DIGITS}]))({_NUMBER})[;；]?")
_REFERENCES = later(rf"{_UNIT}(?:[ -%'-~]{{0,12}}?{_UNIT}){{0,4000}}|(?<![0-9])(?:[0-9]{{5}}[;；]){{4,4000}}")
_POINTS = later(r"(?:<?U\+[0-9A-Fa-f]{4,5}>?[ ,]?){3,4000}|(?:\\+u\{[0-9A-Fa-f]{4,5}\}){2,4000}")
_POINT = later(r"[0-9A-Fa-f]{4,5}")
_PERCENT = later(
    r"(?:%(?:25)+[0-9A-Fa-f]{2}){4,4000}|(?:% [89A-Fa-f][0-9A-Fa-f] ?|%[89A-Fa-f][0-9A-Fa-f] ){6,4000}"
)
_OCTAL = later(r"(?:\\[2-3][0-7]{2}[ -\[\]-~]{0,12}?){5,4000}\\[2-3][0-7]{2}")
_HEX = later(
    r"(?:(?:<e[3-9]>|e[3-9])[ ,]?(?:<[89ab][0-9a-f]>[ ,]?|[89ab][0-9a-f][ ,]?){2}){4,4000}", re.I
)  # UTF-8 of Han and of full-width marks, nothing else
_NAMED = later(r"(?:&[A-Z]?[a-z]{2,6}[0-9]{0,2};[\xa0-\xff0-9A-Za-z]{0,3}){5,4000}")


def references_in(passage: str) -> Iterator[Escaped]:
    """Runs of such numbers that stand for readable characters; of the form &#20320; one between Han is enough."""
    for sign, kind, pattern, decode in _KINDS:
        for found in pattern.finditer(passage) if sign.search(passage) else ():
            original = decode(found)
            bare = kind != "hex" and in_code(passage, *found.span(), kind)
            if _fits(passage, found, original, kind) and not bare:
                yield Escaped(*found.span(), original, NAMES[kind])


def _fits(passage: str, found: re.Match[str], original: str, kind: str) -> bool:
    """Readable by itself; or one character between Han, which the target encoding had no place for."""
    if is_readable(original):
        return True
    if kind != "&#" or not all(map(is_han, original)):
        return False
    beside = passage[max(found.start() - 1, 0) : found.start()] + passage[found.end() : found.end() + 1]
    return any(map(is_han, beside)) if len(original) == 1 else not known().isdisjoint(original)


def _referred(found: re.Match[str]) -> str:
    return _ONE.sub(lambda unit: _character(unit[1]), found[0])


def _character(number: str) -> str:
    """What a decimal or hexadecimal number names if it is text, else the number."""
    code = int(number[1:], 16) if number[0] in "xXｘＸ" else int(number)
    character = chr(code) if code < 0x110000 else ""
    return character if character and (is_han(character) or character in MARKS or code >= 0x2000) else number


def _pointed(found: re.Match[str]) -> str:
    return "".join(chr(int(point, 16)) for point in _POINT.findall(found[0]) if int(point, 16) < 0x110000)


def _percent(found: re.Match[str]) -> str:
    return in_either(
        bytes.fromhex("".join(re.findall(r"[0-9A-Fa-f]{2}(?=%|\s|$)", found[0].replace("%25", "%"))))
    )


def _octal(found: re.Match[str]) -> str:
    parts = re.split(r"\\([23][0-7]{2})", found[0])
    return in_either(b"".join(bytes([int(p, 8)]) if n % 2 else p.encode() for n, p in enumerate(parts)))


def _hexadecimal(found: re.Match[str]) -> str:
    return in_either(bytes.fromhex(re.sub(r"[<>,\s]", "", found[0])))


def _named(found: re.Match[str]) -> str:
    return in_either(unescape(found[0]).encode("cp1252", errors="ignore"))


_KINDS: tuple[tuple[re.Pattern[str], str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (later(r"[#＃][xXｘＸ0-9０-９]|[0-9]{5}[;；][0-9]{5}[;；]"), "&#", _REFERENCES, _referred),
    (later(r"U\+[0-9A-Fa-f]{4}|u\{"), "U+", _POINTS, _pointed),
    (later(r"%25|% [89A-Fa-f][0-9A-Fa-f]|%[89A-Fa-f][0-9A-Fa-f] "), "%25", _PERCENT, _percent),
    (later(r"\\[23][0-7]{2}"), "octal", _OCTAL, _octal),
    (later(r"[eE][4-9]>?[ ,]?<?[89abAB][0-9a-fA-F]>?[ ,]?<?[89abAB]"), "hex", _HEX, _hexadecimal),
    (later(r"&[A-Z]?[a-z]{2,6}[0-9]{0,2};"), "&name", _NAMED, _named),
)
