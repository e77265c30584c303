"""What a document is itself: running text, or Markdown, HTML, a program, a lesson on markup.

Tells a document kept in a format of its own from one in which pieces of a format are left.
"""

from __future__ import annotations

import re

from checks.evidence.embedded import PICTURE, SCRIPT
from checks.evidence.residue import TAG
from checks.text import later

# Read off the packages of our environment and articles with a script set in: of program files, docstrings and all,
# more characters stand in such lines; a Chinese article with a script has more Han than any program.
CODE_SHARE, SPOKEN = 0.35, 0.2
TOPIC, TOPICS = 3, 2  # words on markup, different ones: a lesson has dozens, an article at most one
SAID = 5  # Han characters or blanks of a line that speaks
READ = 60_000  # characters in which a lesson is looked for
_PROGRAM = later(
    r"\s*(?:import |from \w|def |class \w|#include|public |private |const |let |var |function\b|return\b|if\b.*[:{(]|for\b.*[:{(]"
    r"|while\b|elif |else:|try:|except|raise |assert |with |<\?php|package |using |>>> |npm |pip |git |sudo |curl |select |insert |//|/\*|\*|@\w|#).*"
    r"|.*[;{}]\s*|\s*</?[a-z!].*>\s*|\s*[\w.\[\]\"']+\s*[=:(].*[\w\"'\])},:(\[{]\s*|.*[(\[{,]\s*|\s*[)\]}'\"].*|\s*[\w\"'.-]+,?\s*",
    re.IGNORECASE,
)
_TOPIC = later(
    r"html|css|javascript|jquery|xml|php|json|python|java|代码|源码|代碼|函数|变量|标签|標籤|网页设计|前端|编程|程序员|浏览器|模板引擎|正则|接口|字符串|编译|占位符",
    re.IGNORECASE,
)
_HOLLOW_LINK = later(r"\[ ?\]\( ?\)")
_CODING = frozenset(
    [
        "json",
        "python",
        "java",
        "函数",
        "变量",
        "编程",
        "程序员",
        "接口",
        "字符串",
        "编译",
        "代码",
        "代碼",
        "源码",
        "正则",
        "前端",
    ]
)
_HAN = later(r"[㐀-鿿]")
_ADDRESS = later(r"[\w./:?&=-]*\.(?:html?|php|js|css|json|xml|java)\b")
_SIMPLE = frozenset(
    ["p", "br", "strong", "b", "em", "i", "u", "span", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]
)
_ELEMENT = later(r"<\s*/?\s*([a-z][a-z0-9]*)", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """Links, fences or headings of Markdown; pictures alone may be left over from a conversion."""
    if "```" in text or "~~~" in text:
        return True
    links = text.count("](") - len(_HOLLOW_LINK.findall(text))
    return links > 0 and (
        "![" not in text or links > len(PICTURE.findall(text)) or text.startswith("#") or "\n#" in text
    )


def nature(text: str) -> str:
    """What a text is itself: markdown, html, program, lesson, coding; empty for running text.

    Tells a document kept in a format of its own from one in which pieces of a format are left.
    """
    if is_markdown(text):
        return "markdown"
    lines = [line for line in text.split("\n", 2_000)[:2_000] if line.strip()]
    if "<p" in text and _is_html(text, lines):
        return "html"
    if len(_HAN.findall(text[:READ])) < SPOKEN * len(text[:READ]) and _is_program(lines):
        return "program"
    return _trade(lines)


def is_plain_markdown(text: str) -> bool:
    """Running text in Markdown: no code in it, no talk of code or markup."""
    lines = [line for line in text.split("\n", 2_000)[:2_000] if line.strip()]
    return "`" not in text and "~~~" not in text and not _trade(lines)


def _trade(lines: list[str]) -> str:
    """``lesson`` for a text that speaks of markup, ``coding`` for one on programs, else empty."""
    spoken = " ".join(line for line in lines if _is_prose(line))
    words = _TOPIC.findall(_ADDRESS.sub(" ", TAG.sub(" ", SCRIPT.sub(" ", spoken[:READ]))))
    named = {word.lower() for word in words}
    if len(words) < TOPIC or len(named) < TOPICS:
        return ""
    return "coding" if named <= _CODING else "lesson"


def _is_prose(line: str) -> bool:
    """A line that says something: a few Han characters or a few words."""
    return len(_HAN.findall(line[:500])) >= SAID or line.count(" ") > SAID


def _is_program(lines: list[str]) -> bool:
    """Most of the characters stand in lines of a program; whole words in a row do not make one."""
    code = sum(len(line) for line in lines if _PROGRAM.fullmatch(line[:500]))
    return code > CODE_SHARE * sum(map(len, lines))


def _is_html(text: str, lines: list[str]) -> bool:
    """All its paragraphs, or all below Markdown headings, are whole and plain elements."""
    tagged = [line.strip() for line in lines if "<" in line and not line.startswith("<!--")]
    whole = all(line.startswith("<p") and line.endswith("</p>") for line in tagged)
    headed = any(line.startswith("#") for line in lines)
    return whole and (headed or len(tagged) == len(lines)) and set(_ELEMENT.findall(text)) <= _SIMPLE
