"""Addresses whose file is named like a search query: …/NAME平台_注册登录_招商.md, as agents of betting sites park them on hosts for code."""

from __future__ import annotations

from collections.abc import Iterator

from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import Text, any_of, later

_GROUPS = phrase_groups("hidden_links")
_WAY, _AGENT = (
    any_of(usages(_GROUPS["ways in a file name"])),
    any_of(usages(_GROUPS["agents in a file name"])),
)
_ADDRESS = later(r"https?://[^\s\"'<>()\[\]]{4,120}/(?P<file>[^\s\"'<>()\[\]/]{4,80})")
_GAP = later(r"\s{0,6}(?:[-*•]|\d{1,2}[.、])?\s{0,4}")
_LEAST, _WAYS, _MOST = (
    2,
    3,
    40,
)  # such links in a row; different words of such a file name; addresses that are read

FILED = frozenset(
    form
    for word in (*_GROUPS["ways in a file name"], *_GROUPS["agents in a file name"])
    for form in (f"{word}_", f"_{word}")
)
"""Without one of these no file is named so."""


def filed_in(text: Text, places: list[int]) -> Iterator[list[tuple[int, int, str]]]:
    """Rows of such addresses around these places: the place of each, and its file's name."""
    row: list[tuple[int, int, str]] = []
    low = text.line_at(places[0]).start if places else 0
    high = text.line_at(places[-1]).end if places else 0
    for match in list(_ADDRESS.finditer(text.view, low, high))[:_MOST]:
        if not _is_query(text.folded(*match.span("file"))):
            continue
        if row and not _GAP.fullmatch(text.view, row[-1][1], match.start()):
            yield from [row] if len(row) >= _LEAST else []
            row = []
        row.append((*match.span(), match["file"]))
    if len(row) >= _LEAST:
        yield row


def _is_query(file: str) -> bool:
    words = {match[0] for match in (*_WAY.finditer(file), *_AGENT.finditer(file))}
    return len(words) >= _WAYS and bool(_AGENT.search(file)) and "_" in file
