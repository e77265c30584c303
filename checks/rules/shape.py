"""Documents that have the wrong shape as a whole: nothing in them.

What it finds
    A document without a single visible character: no text at all, or only white space, zero-width
    marks, byte-order marks and control characters.
Why it matters
    A page that could not be read (blocked, drawn by scripts, removed) is stored as a document like
    any other, counts as one, and hides that its source has gone dry.
How it is told
    The text is searched for its first visible character; a normal text answers with one of its
    first characters. That there is none is counted, so the finding is proved.
What it must not be confused with
    Very short texts, a lone punctuation mark, a picture's caption: short is another fault. Joiners
    inside emoji or Indic words, which stand beside visible characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text

EMPTY = FaultClass(
    "empty",
    "shape",
    Severity.ERROR,
    Words("nothing visible in the document", "文档无可见内容"),
    Words(
        "not one visible character; length of the document: {length}",
        "没有任何可见字符；文档长度：{length}",
    ),
)

# What leaves no mark on a page, by Unicode: white space (\s), control characters, the format characters
# (category Cf), variation selectors, tags, and the letters that are drawn as nothing (Hangul fillers, blank Braille).
_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f"
    r"\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    r"\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
_VISIBLE = re.compile(rf"[^{_INVISIBLE}]")


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the whole text when nothing in it can be seen; stops at the first visible character."""
    if not _VISIBLE.search(text.raw):
        length = len(text.raw)
        yield Span("empty", 0, length, Proof.PROVED, details={"length": length})


CHECK = Check(
    name="shape",
    doc=__doc__,
    classes=(EMPTY,),
    find=find,
    fires_on=(
        Example("⟦ \n\n\t\u3000\xa0\r\n⟧", "empty", note="white space of several kinds"),
        Example("⟦\ufeff⟧", "empty", note="a byte-order mark alone: a file that was saved without text"),
        Example("⟦\u200b\u200b\n\u2060\u00ad⟧", "empty", note="zero-width characters of a template"),
        Example(
            "⟦\x00\x00\x1f\n⟧", "empty", title="会议通知", note="control characters; the title is no text"
        ),
    ),
    silent_on=(
        Example("。", note="a lone mark is visible: short, not empty"),
        Example("\n\n\n  \u3000好", note="one character after blank lines"),
        Example("\ufeff第一章\n春天来了。", note="byte-order mark before a text"),
        Example("\u200b今天\u200b休息\u200b。", note="zero-width characters within a text"),
        Example("👩\u200d🌾", note="an emoji made with a joiner"),
        Example("\x00\x00PK", note="a file that is no text: another fault"),
        Example("\ufffd\ufffd", note="lost characters are drawn: another fault"),
        Example(" " * 5_000 + "完", note="the visible character stands far behind"),
    ),
)
