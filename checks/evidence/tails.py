"""The tail of a text: its last paragraph, without what follows a text, and whether its sentence ends.

Looks at the last characters of a text only; nothing here depends on how long the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np

from checks.evidence.breaks import is_half_number
from checks.evidence.feet import AFTER, OFFER, follows_text, heads_links, is_offer
from checks.signs import AnyOf, Flags, Laid, Sign
from checks.text import Text, fold, later

WINDOW = 2000  # characters of the tail that are looked at: the longest foot of a page met has about 1,500
TITLE = 60  # characters of a title in a list of links
CREDIT = 100  # characters of the longest credit at the end of a line
LINES = 16  # how many such lines are stepped over
PROSE = 15  # visible characters of the shortest line that is judged: titles and list items are shorter
SIBLINGS = 3  # items of a list whose ends show how it ends them
KNOWN_ENDS = 2  # paragraphs whose ends show how the text ends its paragraphs
PERSONAL = 150  # characters for each 我 of a text in which a person talks; news and statutes have fewer, by judgement
LOOKED_AT, MANY = 6, 5  # paragraphs whose ends are looked at; of so many one may be open

_CREDIT = later(
    r"\s*(?:[(（\[【][^()（）\[\]【】\n]{0,12}(?:编辑|責編|责编|編輯|記者|记者|作者|摄|攝|完|译|譯|通讯员|通訊員|来源|來源)[^()（）\[\]【】\n]{0,30}[)）\]】]"
    r"|(?:责任编辑|責任編輯|责编|編輯|编辑)[:：][^\n]{1,20}|返回[^\s，,。]{2,4}[，,]?\s*(?:查看更多|阅读更多|查看更多内容))\s*\d{0,8}\Z"
)
_NOT_PROSE = later(
    r"[|\t{}=`]|\\(?!u[0-9a-fA-F]{0,3}\Z)|^\s*(?:—|[-*+•●·▪■#>]|\d{1,3}\s*[.、)）]|[(（]\d{1,3}[)）])"
)
NUMBER = later(
    r"\s*(?:(?P<arabic>\d{1,3}\s*[.、．)）])|(?P<bracket>[(（][\d一二三四五六七八九十]{1,3}[)）])|(?P<article>第[\d一二三四五六七八九十百零〇]{1,6}[条條款项項])"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3}、)|(?P<ring>[①-⑳])|(?P<bullet>[-*+•●·▪■])\s)\s*"
)
_PUNCTUATION = later(r"[，。；！？：]|(?<=[㐀-鿿])[,;:!?.]")
_HAN = later(r"[㐀-鿿]")
_CLAUSE = later(r"[，,。！!？?；;：:]\s*")
_ENDED = later(r"[。！？!?；;：:）)」』”’\"'】》〉~～—%％a-zA-Z.\]>]\Z")
_DOTS = later(r"\s*(?:…+|\.{3,}|。{3,}|·{3,})\s*\Z")
_NOTICE_WORDS = (
    *("版权", "版權", "转载", "轉載", "立场", "立場", "声明", "聲明", "作者", "来源", "來源", "编辑", "編輯"),
    *("本网", "本網", "本站", "授权", "授權", "侵权", "侵權"),
)
_PARAGRAPH_END = "</p>"


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """A text whose last character, a closed paragraph of HTML left out, is not of a class.

    >>> OpenEnd("[。]").met(Laid(["好。</p>", "好</p>", "好。", "好"])).tolist()
    [False, True, False, True]
    """

    stops: str

    def met(self, texts: Laid) -> Flags:
        """Say of each text whether it ends so."""
        ends = texts.starts[1:] - 1
        tagged = np.ones(len(ends), dtype=np.bool_)
        for back, mark in enumerate(reversed(_PARAGRAPH_END), start=1):
            tagged &= texts.codes[ends - back] == ord(mark)
        closed: Flags = texts.at(ends - 1 - len(_PARAGRAPH_END) * tagged, self.stops)
        return ~closed


OPEN_END = AnyOf(
    OpenEnd("[。！？]"),
    *(Sign(*word, last=AFTER + len(_PARAGRAPH_END)) for word in _NOTICE_WORDS),
)
"""What a text shows unless it ``ends_plainly``; of those that do, few are none."""
_SENTENCE_END = later(r"[。！？]|(?<=[㐀-鿿”）])[.!?](?!\d)")
_TAG_STARTS = frozenset("/pbdsahiutPBDSAHIUT")
SHORT_CLAUSE = 4  # a clause of fewer characters is shown with the one before it

_PAIRS = {
    "《": "》",
    "“": "”",
    "「": "」",
    "『": "』",
    "（": "）)",
    "(": ")）",
    "【": "】",
    "〈": "〉",
    "〔": "〕",
}
_QUOTES = "“「『"
_ASIDES = frozenset("笑哭汗逃雾霧囧误誤晕暈")  # in a bracket that chats do not close


class Paragraph(NamedTuple):
    """A line of the view without surrounding white space, and its words."""

    start: int
    end: int
    words: str


def paragraphs_from_end(view: str, stop: int) -> Iterator[Paragraph]:
    """The lines before a place, the last first, empty ones left out; within the window."""
    low = max(stop - WINDOW, 0)
    while stop > low:
        start = max(view.rfind("\n", low, stop) + 1, low)
        words = view[start:stop]
        if words.strip():
            left = len(words) - len(words.lstrip())
            yield Paragraph(start + left, start + len(words.rstrip()), words.strip())
        stop = start - 1


def last_of(text: Text) -> Paragraph | None:
    """The last line that belongs to the text, if it does not end plainly; found once."""
    if "last" not in text.known:
        text.known["last"] = None if ends_plainly(text.view) else last_paragraph(text.view)
    last: Paragraph | None = text.known["last"]
    return last


def last_paragraph(view: str) -> Paragraph | None:
    """The last line that belongs to the text, without the credit at its end."""
    stop = _without_tags(view)
    titles = _below_heading(islice(paragraphs_from_end(view, stop), LINES + 1))
    for line in islice(paragraphs_from_end(view, stop), titles, LINES + 1):
        if not follows_text(line.words):
            words = line.words[:-CREDIT] + _CREDIT.sub("", line.words[-CREDIT:])
            if words:  # else the line is nothing but a credit
                return Paragraph(line.start, line.start + len(words), words)
    return None


def _below_heading(lines: Iterable[Paragraph]) -> int:
    """How many of the last lines are titles under a heading such as 相关阅读."""
    for number, line in enumerate(lines):
        if heads_links(line.words):
            return number
        if len(line.words) > TITLE or line.words[-1] in "。；":
            break
    return 0


def ends_plainly(view: str) -> bool:
    """The last line ends with a full stop and is no notice of the site: nothing is to be judged."""
    stop = _without_tags(view)
    if view[stop - 1 : stop] not in ("。", "！", "？"):
        return False
    line = view[max(view.rfind("\n", 0, stop) + 1, stop - AFTER) : stop]
    if any(word in line for word in _NOTICE_WORDS):
        return False
    return len(line.rstrip("。!！?？")) > OFFER or not is_offer(fold(line).rstrip("。!?"))


def _without_tags(view: str) -> int:
    """Where a text ends whose end is marked up: before its last tags."""
    stop, low = len(view.rstrip()), max(len(view) - WINDOW, 0)
    while view[stop - 1 : stop] == ">" and (opened := view.rfind("<", max(stop - 80, low), stop)) >= 0:
        if view[opened + 1 : opened + 2] not in _TAG_STARTS:
            break
        stop = (
            len(view[:opened].rstrip())
            if opened < 200
            else opened - 200 + len(view[opened - 200 : opened].rstrip())
        )
    return stop


def is_prose(words: str, shortest: int = PROSE) -> bool:
    """A line of running Chinese text: long enough, with punctuation between its words."""
    if len(words) < shortest or _NOT_PROSE.search(words) or not _PUNCTUATION.search(words[:-1]):
        return False
    return 2 * len(_HAN.findall(words[-200:])) > min(len(words), 200)


def is_item(view: str, line: Paragraph, siblings: int = SIBLINGS, *, shortest: int = SHORT_CLAUSE) -> bool:
    """An item or article of running text, in a list whose other items are sentences that end."""
    number = NUMBER.match(line.words)
    if not number or len(line.words) - number.end() < shortest:
        return False
    others = [
        other.words for other in paragraphs_from_end(view, line.start) if _same_kind(other.words, number)
    ]
    return len(others) >= siblings and all(_ENDED.search(words) for words in others[:LINES])


def _same_kind(words: str, number: re.Match[str]) -> bool:
    other = NUMBER.match(words)
    return bool(other and other.lastgroup == number.lastgroup and len(words) - other.end() > PROSE)


def is_open(words: str) -> bool:
    """The last sentence of a line has no end."""
    return (not _ENDED.search(words) or is_half_number(words)) and not _DOTS.search(words)


def is_personal(text: Text) -> bool:
    """A person talks, and sets few full stops: reviews, comments, letters."""
    return PERSONAL * text.view.count("我") > len(text.view)


def is_dotted(words: str) -> bool:
    """A line that ends in an ellipsis after a word."""
    return bool(_DOTS.search(words)) and len(without_dots(words)) > 1


def without_dots(words: str) -> str:
    """The words before the ellipsis at the end of a line."""
    return _DOTS.sub("", words)


def never_closed(words: str, first: int = 6, *, quotes: bool = True) -> bool:
    """A bracket or quotation that opens within a sentence of this line and is never closed.

    ``first``: characters that stand before it; at the start of a line a quotation may go on in the next.
    """
    for opening, closings in _PAIRS.items():
        if opening in _QUOTES and not quotes:
            continue
        at = words.rfind(opening)
        closed = max(words.rfind(closing) for closing in closings)
        inside = words[at + 1 :]
        if inside.strip() in _ASIDES:
            continue
        if at >= first and closed < at and len(inside) < 150 and not follows_text(inside.strip() or "字"):
            return True
    return False


class Finished(NamedTuple):
    """How many of the last paragraphs before a place end their sentences, and how many sentences end there."""

    paragraphs: int
    sentences: int


def finished_before(view: str, before: int) -> Finished:
    """The last paragraphs before a place, if all end; one of five or more may be a heading."""
    lines = [line.words for line in paragraphs_from_end(view, before) if is_prose(line.words)][:LOOKED_AT]
    ended = [words for words in lines if _ENDED.search(words)]
    if len(lines) - len(ended) > (len(lines) >= MANY):
        return Finished(0, 0)
    return Finished(len(ended), sum(map(sentences_in, ended)))


def sentences_in(words: str) -> int:
    """How many sentences end in a line."""
    return len(_SENTENCE_END.findall(words))


def ends_its_paragraphs(view: str, before: int, needed: int = KNOWN_ENDS) -> bool:
    """The paragraphs before a place all end their sentences, and there are enough of them."""
    return finished_before(view, before).paragraphs >= needed


def last_clause(view: str, start: int, end: int) -> tuple[int, int]:
    """The clause at the end of ``view[start:end]``; a very short one with the clause before it."""
    low = max(start, end - 200)
    words = view[low:end]
    for match in reversed(list(_CLAUSE.finditer(words))):
        if len(_DOTS.sub("", words[match.end() :])) >= SHORT_CLAUSE:
            return low + match.end(), end
    return low, end


def unfinished_tail(text: Text) -> tuple[int, int] | None:
    """The last clause of the text, as a place of the view, if its sentence has no end.

    What follows a text is stepped over. No proof of a cut: it wants a second sign.
    """
    last = last_of(text)
    if last is None or not is_prose(last.words) or not is_open(last.words):
        return None
    return last_clause(text.view, last.start, last.end)
