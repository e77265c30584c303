"""Text that is safe to send to a chat, a mail or a webhook, and the words around it. Pure."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal

from checks.model import Severity, Words
from flows.terminal import shown

Language = Literal["en", "zh"]

SNIPPET = 60
"""Code points of scraped text in one line: enough to know the fault by, too little to be a text."""

# A chat program makes a link of an address, a mention of "@name" and "<!here>", and knows no escape
# for either: these three become full width. Where it knows Markdown, it knows the backslash.
_FULL_WIDTH = {"<": "＜", ">": "＞", "@": "＠"}
_MARKDOWN = frozenset("\\`*_~[]|#")
_PIECE = re.compile(r"(?P<link>://|\.(?![ \u3000]|\Z))|.", re.DOTALL)

SEVERITY = {
    Severity.CRITICAL: Words("CRITICAL", "严重"),
    Severity.ERROR: Words("ERROR", "错误"),
    Severity.WARNING: Words("WARNING", "警告"),
    Severity.INFO: Words("INFO", "提示"),
}
EVENT = {
    "new": Words("new", "新增"),
    "worse": Words("worse", "加重"),
    "back": Words("back", "复发"),
    "fixed": Words("fixed", "已修复"),
    "gone": Words("gone", "已消失"),
    "ongoing": Words("still open", "仍未解决"),
}
DOCUMENTS = Words("{n:,} docs (was {before:,}), {share}", "{n:,} 篇（上次 {before:,}），{share}")
OWNER = Words("owner {name}", "负责方 {name}")
CASE = Words("case {id}", "问题 {id}")
QUOTED = Words("“{text}”", "“{text}”")
LASTED = Words("open for {time}, at most {peak:,} docs", "持续 {time}，最多 {peak:,} 篇")
TIME = {
    "days": Words("{n} d {m} h", "{n} 天 {m} 小时"),
    "hours": Words("{n} h {m} min", "{n} 小时 {m} 分钟"),
    "minutes": Words("{n} min", "{n} 分钟"),
}
MORE = Words("and {n:,} more", "另有 {n:,} 项")
BASELINE = Words("baseline: {n:,} cases ({sources})", "基线：{n:,} 项问题（{sources}）")
KNOWN = Words("{n:,} known", "已知 {n:,} 项")
MUTED = Words("{n:,} muted", "已静默 {n:,} 项")
REPORT = Words("Report: {link}", "报告：{link}")
TROUBLE = Words("Run: {reason}", "运行：{reason}")
TO_DO = Words(
    "What to do: look at the report; quiet a known case with\n"
    "corpus-health case ack ID --until DATE --reason TEXT",
    "处理：查看报告；已知问题可静默：\ncorpus-health case ack ID --until DATE --reason TEXT",
)


def said(words: Words, language: Language, **details: object) -> str:
    """One sentence in one language with its details filled in."""
    return str(getattr(words.filled(**details), language))


def safe(text: str, at_most: int = SNIPPET) -> str:
    """Make scraped text harmless: one line, no markup, no mention, no link, hidden characters shown.

    At most ``at_most`` code points come back, and no escape is cut in half.

    >>> safe("*go* to https://www.example.com\\n@all \\u202e")
    '\\\\*go\\\\* to https[://]www[.]example[.]com\\\\n＠all \\\\u202e'
    """
    done = ""
    for match in _PIECE.finditer(text):
        piece = f"[{match['link']}]" if match["link"] else _harmless(match.group())
        if len(done) + len(piece) > at_most - (match.end() < len(text)):
            return done + "…"
        done += piece
    return done


def _harmless(character: str) -> str:
    if character in _MARKDOWN:
        return f"\\{character}"
    return _FULL_WIDTH.get(character) or shown(character)


def cut(text: str, limit: int) -> str:
    """Cut a text to ``limit`` bytes of UTF-8 between two characters, with "…" where it was cut.

    >>> cut("语料库", 9), cut("语料库", 8)
    ('语料库', '语…')
    """
    raw = text.encode("utf-8", "replace")
    if len(raw) <= limit:
        return raw.decode()
    mark = "…" if limit >= len("…".encode()) else ""
    return raw[: max(limit - len(mark.encode()), 0)].decode(errors="ignore") + mark


def percent(share: float) -> str:
    """A share 0-1 as a reader wants it; a small one never becomes nothing.

    >>> percent(0.034), percent(0.00001), percent(0.0)
    ('3.4 %', '<0.1 %', '0.0 %')
    """
    return "<0.1 %" if 0 < share < 0.0005 else f"{share:.1%}".replace("%", " %")


def duration(time: timedelta, language: Language) -> str:
    """A length of time in its two largest units.

    >>> duration(timedelta(days=3, hours=4), "en"), duration(timedelta(minutes=20), "zh")
    ('3 d 4 h', '20 分钟')
    """
    minutes = max(int(time.total_seconds()) // 60, 0)
    if minutes >= 24 * 60:
        return said(TIME["days"], language, n=minutes // 1440, m=minutes % 1440 // 60)
    if minutes >= 60:
        return said(TIME["hours"], language, n=minutes // 60, m=minutes % 60)
    return said(TIME["minutes"], language, n=minutes)
