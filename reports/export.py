"""Findings and verdicts for programs and chats: JSON lines, and a short text in Markdown.

What a reader or a terminal could not see, or would obey, is written as an escape (JSON) or in
brackets (Markdown). Imports nothing heavy, so that ``check`` stays quick.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from checks.model import Finding
from reports import numbers
from reports.escape import all_seen, cut, hidden, plain
from reports.health_table import HEADS, RIGHT, health_lines, rest_line
from reports.model import Change, RunReport
from reports.words import Language

CHANGES, CHECKS = 10, 20  # a chat shows about a screen
_NOT_ASCII = re.compile(r"[^ -~]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")  # the others mean something at the start of a line only
_JOINS_A_NAME = re.compile(r"(?<=\w)\.(?=[A-Za-z])|(?<=\w)@(?=\w)|(?<=[A-Za-z])://")


def json_line(finding: Finding, language: str = "en") -> str:
    """Return one finding as a line of JSON with the keys of ``Finding.as_json``, without a line end.

    Hidden characters are written as escapes: the value is exact, a terminal shows no surprise.
    """
    return escaped_json(finding.as_json(language))


def health_markdown(report: RunReport, language: str = "en", *, quotes: bool = True) -> str:
    """Return verdict, what changed and the checks that need a look, for Prefect's UI and chats.

    Everything but our own words is escaped for Markdown and HTML and holds no link. Without ``quotes`` no word of
    a text is in it.
    """
    say = Language(language)
    parts = [
        f"## {markdown(report.corpus, 80)}: {markdown(say.of(report.verdict), 300)}",
        f"- {say('lamp_run')} {markdown(say.of(report.run_lamp), 300)}\n"
        f"- {say('lamp_text')} {markdown(say.of(report.text_lamp), 300)}",
        _undelivered(report, say),
        _changes(report.changes, say, quotes=quotes),
        _checks(report, say),
        rest_line(report, say),
        f"{say('run_id')} {markdown(report.run_id, 80)} · {markdown(numbers.time(report.finished_at), 40)}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def markdown(text: str, room: int = 200) -> str:
    r"""Return one line of scraped text for Markdown: escaped, bounded, nothing in it becomes a link.

    >>> markdown("[x](http://www.example.com) <b>")
    '\\[x\\](http\\[://\\]www\\[.\\]example\\[.\\]com) &lt;b&gt;'
    """
    unlinked = _JOINS_A_NAME.sub(lambda found: f"[{found[0]}]", plain(cut(text, room)))
    return _MARKDOWN.sub(r"\\\1", html.escape(unlinked, quote=False))


def escaped_json(value: Mapping[str, Any]) -> str:
    """JSON in UTF-8 in which every hidden character is a ``\\u`` escape; only strings can hold one."""
    line = json.dumps(value, ensure_ascii=False)
    line = line.replace("\xa0", "\\u00a0")  # the one hidden character that is common
    if all_seen(line):  # nearly always, and 50 times faster
        return line
    return _NOT_ASCII.sub(
        lambda found: json.dumps(found[0])[1:-1] if hidden(found[0]) else found[0],
        line.replace("\x7f", "\\u007f"),
    )


def _undelivered(report: RunReport, say: Language) -> str:
    lines = [f"- {markdown(line)}" for line in report.undelivered[:CHANGES]]
    if not lines:
        return ""
    return f"### {say('undelivered', number=len(report.undelivered))}\n\n" + "\n".join(lines)


def _changes(changes: Iterable[Change], say: Language, *, quotes: bool) -> str:
    rows = list(changes)
    lines = [
        f"- **{markdown(say.word(row.event), 40)}** {markdown(say.of(row.label), 60)} · "
        f"{markdown(row.source, 60)} · {numbers.count(row.documents)} "
        f"({say('was', n=numbers.count(row.before))})"
        + (f" · {markdown(row.snippet, 60)}" if row.snippet and quotes else "")
        for row in rows[:CHANGES]
    ]
    if len(rows) > CHANGES:
        lines.append(f"- {say('shown_some', k=str(CHANGES), n=numbers.count(len(rows)))}")
    return f"### {say('changes')}\n\n" + ("\n".join(lines) or say("no_changes"))


def _checks(report: RunReport, say: Language) -> str:
    lines = health_lines(report, say)
    if not lines:
        return ""
    rows = [[say(head) for head in HEADS], ["---:" if head in RIGHT else "---" for head in HEADS]]
    rows += [[markdown(cell, 60) for cell in line[: len(HEADS)]] for line in lines[:CHECKS]]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    left = say("shown_some", k=str(CHECKS), n=numbers.count(len(lines))) if len(lines) > CHECKS else ""
    return f"### {say('checks')}\n\n{table}" + (f"\n\n{left}" if left else "")
