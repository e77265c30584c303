"""What the commands print: plain where nobody watches, and never a control character of a text."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from checks.model import Finding

Progress = Callable[[str, int], None]
"""Told how far something has come: of what, and how many documents."""

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def nobody_told(_of_what: str, _documents: int) -> None:
    """Tell nobody how far it has come."""


def shown(text: str) -> str:
    """Make scraped text safe to print: control, bidi and invisible characters become ``\\u202e``.

    >>> shown("a\\x1b[31mb\\u202ec")
    'a\\\\x1b[31mb\\\\u202ec'
    """
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) in _HIDDEN
        else character
        for character in text
    )


def finding_lines(finding: Finding, language: str = "en") -> list[str]:
    """Write one finding for a reader: what, how sure, why, and its first places."""
    message = getattr(finding.message, language)
    head = f"{finding.severity.word:8} {finding.cls} ({finding.proof.word}, {finding.n}): {message}"
    return [shown(head), *(f"         {_place(finding, k)}" for k in range(min(len(finding.spans), 3)))]


def _place(finding: Finding, k: int) -> str:
    span = finding.spans[k]
    where = f"{span.start}-{span.end}" if span.field == "text" else f"{span.field} {span.start}-{span.end}"
    restored = f"  was: {shown(span.original)}" if span.original else ""
    return f"[{where}] …{shown(span.before[-12:])}⟦{shown(span.quote)}⟧{shown(span.after[:12])}…{restored}"


@contextmanager
def watched(*, quiet: bool = False) -> Iterator[Progress | None]:
    """Show how far measuring has come, on a terminal; nothing is shown elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("starting") as status:
        yield lambda source, documents: status.update(Text(f"{shown(source)}: {documents:,} documents"))
