"""Small pieces of escaped HTML that the tables and the cards share: marks, labels, cells."""

from __future__ import annotations

import re

from markupsafe import Markup

from checks.model import Severity, Words
from reports.escape import Keep, cut, language_of, visible, with_chinese_runs
from reports.svg import icon
from reports.words import Language

_ICONS = {
    "ok": "ok",
    "passed": "ok",
    "warned": "warning",
    "failed": "error",
    "not_assessed": "na",
    "partial": "na",
}


def safe(value: object, room: int = 200, keep: Keep = "head") -> Markup:
    """Escape a value of the data as one bounded line, unless it is safe HTML already."""
    return value if isinstance(value, Markup) else visible(cut(str(value), room, keep))


def mark(name: str, say: Language, css: str = "") -> Markup:
    """Draw a severity or a verdict as shape, colour and word; an unknown name is a word only."""
    shape = _ICONS.get(name, name if name in ("critical", "error", "warning", "info") else "")
    return Markup('<span class="mark is-{}{}">{}{}</span>').format(
        slug(name), f" {css}" if css else "", icon(shape) if shape else "", safe(say.word(name), 40)
    )


def severity_or_verdict(severity: Severity, verdict: str, say: Language) -> Markup:
    """Draw the severity of what needs a look, ``ok`` for what passed, ``not assessed`` in hatching."""
    if verdict == "passed":
        return Markup('<span class="mark is-ok">{}{}</span>').format(icon("ok"), say("ok"))
    return mark("not_assessed" if verdict == "not_assessed" else severity.word, say)


def text_in(value: str, css: str, room: int, keep: Keep = "head") -> Markup:
    """Set a piece of scraped text apart: its own direction, ``lang`` where it is Chinese."""
    lang = language_of(value)
    return Markup('<span class="{}"{}>{}</span>').format(
        css, Markup(' lang="{}"').format(lang) if lang else "", safe(value, room, keep)
    )


def sentence(words: Words, say: Language, room: int = 600) -> Markup:
    """Escape a sentence of the data in the page's language, Chinese runs marked in an English one."""
    escaped = safe(say.of(words), room)
    return with_chinese_runs(escaped) if say.code == "en" else escaped


def two_lines(first: Markup, second: Markup | str) -> Markup:
    """A main line with a quieter one below it; the second is left out where it is empty."""
    return first + Markup('<span class="sub">{}</span>').format(second) if second else first


def slug(name: str) -> str:
    """A name as part of an id or a class.

    >>> slug('pinyin_bracket'), slug('a" onload="x')
    ('pinyin_bracket', 'a-onload-x')
    """
    return re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")[:60]


def link(target: str, text: Markup) -> Markup:
    """A link to an anchor of this page."""
    return Markup('<a href="#{}">{}</a>').format(target, text)
