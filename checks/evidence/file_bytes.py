"""A file that is no text and was read as one: ࡱ> ... bjbj of a Word document, %PDF-1.4, PK ... word/document.xml.

Crawlers keep what an address gives them. Such a file begins with the mark of its format, whatever encoding its bytes
were read in and whichever of them were dropped; a text that speaks of a format begins with a sentence.
The marks are those of the formats' own specifications.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.model import Words
from checks.signs import AnyOf, Sign
from checks.text import later

LOOKED = 400  # characters in which a mark and its company stand, as the first object of a PDF
_NOISE = r"[\s\ufeff\ufffd\x00-\x1f\x7f-\x9f]*"
_FORMATS = (  # the eight bytes of the mark as UTF-8, Latin-1 and GBK make them
    (
        rf"{_NOISE}(?:\u0871|ÐÏ{_NOISE}à¡±|邢{_NOISE}唷)",
        Words(
            "a Word, Excel or PowerPoint file was read as text",
            "Word、Excel 或 PowerPoint 文件被当作文本读取",
        ),
    ),
    (
        rf"{_NOISE}%PDF-[12]\.\d[\s\S]{{0,200}}?\bobj\b",
        Words("a PDF file was read as text", "PDF 文件被当作文本读取"),
    ),
    (
        rf"{_NOISE}PK[\s\S]{{0,60}}?(?:\[Content_Types\]|_rels/|word/|xl/|ppt/|mimetype|META-INF|docProps)",
        Words("a zip file was read as text", "ZIP 文件被当作文本读取"),
    ),
    (
        rf"{_NOISE}(?:\S?PNG\s[\s\S]{{0,12}}?IHDR|\S{{0,6}}{_NOISE}\S?{_NOISE}JFIF|GIF8[79]a[^\w\s])",
        Words("a picture was read as text", "图片文件被当作文本读取"),
    ),
    (r"\s*\{\\rtf1\\", Words("the codes of an RTF file were read as text", "RTF 文件的控制码被当作文本读取")),
)
FORMATS = tuple((later(pattern), what) for pattern, what in _FORMATS)

MARKED = AnyOf(
    Sign("[\u0871]", first=LOOKED),
    Sign("Ð", "Ï", first=LOOKED),
    Sign("唷", first=LOOKED),
    Sign("%", "P", "D", "F", first=LOOKED),
    Sign("P", "K", first=LOOKED),
    Sign("I", "H", "D", "R", first=LOOKED),
    Sign("J", "F", "I", "F", first=LOOKED),
    Sign("G", "I", "F", "8", first=LOOKED),
    Sign(r"\{", r"\\", "r", "t", "f", first=LOOKED),
)


class File(NamedTuple):
    """What kind of file it is, and the mark that tells."""

    what: Words
    mark: str


def file_in(view: str) -> File | None:
    """The kind of file that was read as this text; nothing for a text.

    >>> file_in("%PDF-1.4 1 0 obj").mark, file_in("%PDF-1.4 是文件的开头")
    ('%PDF-1.4 1 0 obj', None)
    """
    head = view[:LOOKED]
    for pattern, what in FORMATS:
        if match := pattern.match(head):
            return File(what, " ".join(match[0].strip("{}").split()))
    return None
