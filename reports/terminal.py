"""A run in the terminal: verdict, lamps, what changed, and the health table. Plain text where it is no terminal."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reports.escape import cut, plain
from reports.health_table import HEADS, RIGHT, health_lines, rest_line
from reports.model import RunReport
from reports.words import Language

WIDE = 160  # columns where no terminal sets the width
CHANGES = 10
_STYLES = {"failed": "bold red", "warned": "yellow", "not_assessed": "magenta"}


def health_text(report: RunReport, language: str = "en") -> str:
    """Return it as plain text."""
    stream = io.StringIO()
    print_health(report, Console(file=stream, width=WIDE, highlight=False, color_system=None), language)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def print_health(report: RunReport, console: Console, language: str = "en") -> None:
    """Print it on a console; hidden characters of texts in brackets."""
    say = Language(language)
    console.print(Text(_one(say.of(report.verdict), 300), style="bold"))
    for ask, answer in (("lamp_run", report.run_lamp), ("lamp_text", report.text_lamp)):
        console.print(Text(f"{say(ask)} {_one(say.of(answer), 300)}"))
    for change in [each for each in report.changes if each.event != "baseline"][:CHANGES]:
        told = f"{say.word(change.event):8} {say.of(change.label)} · {change.source} · {change.owner}"
        console.print(Text(f"  {_one(told, 200)}: {change.documents:,} ({change.before:,})"))
    lines = health_lines(report, say)
    if lines:
        table = Table(box=None, pad_edge=False)
        for head in HEADS:
            table.add_column(say(head), justify="right" if head in RIGHT else "left", overflow="fold")
        table.add_column(say("col_class"), overflow="fold")
        for line in lines:
            severity, *cells = line[:-1]
            style = _STYLES.get(line.verdict, "")
            table.add_row(Text(severity, style=style), *(Text(_one(cell, 60)) for cell in cells))
        console.print(table)
    if passed := rest_line(report, say):
        console.print(Text(passed))


def _one(text: str, room: int) -> str:
    return plain(cut(text, room))
