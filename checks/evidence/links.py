"""Links as they stand in scraped text: HTML, forum codes, Markdown, and bare addresses with the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from checks.text import Text, later

_URL = r"(?:https?:)?//[^\s\"'<>\[\])]{3,200}|www\.[^\s\"'<>\[\])]{3,100}"
_LINK = later(
    rf"<a\s[^<>]{{0,200}}?href\s*=\s*[\"']?(?P<html>[^\s\"'<>]{{1,300}})[^<>]{{0,200}}>(?P<html_anchor>(?:[^<\n]|<(?!/?a[\s>])){{0,160}})</a>"
    rf"|\[url=[\"']?(?P<bb>[^\]\s\"']{{3,300}})[\"']?\](?P<bb_anchor>[^\[]{{0,80}})\[/url\]"
    rf"|\[(?P<md_anchor>[^\]\n]{{1,80}})\]\((?P<md>{_URL})[^)\n]{{0,40}}\)",
    re.IGNORECASE,
)
_PLAIN = later(_URL, re.IGNORECASE)
_BESIDE = later(  # the words before an address that stands for itself
    r"(?<![^\s|,，。、;；])(?P<anchor>[^\s\[\]<>()（）|,，。:：、;；]{2,24}(?: [^\s\[\]<>()（）|,，。:：、;；]{2,24}){0,3})"
    r"[ \t]{0,3}[:：(（-]?[ \t]{0,3}$"
)
_BEHIND = later(
    r"(?:\[/url\])?[ \t]{0,3}[:：)）-]?[ \t]{0,3}(?P<anchor>[^\s\[\]<>()（）|,，。:：、;；/]{2,24})"
)
_HOST = later(r"(?:https?:)?//([^/\s:?#]+)|^(www\.[^/\s:?#]+)", re.IGNORECASE)
TAG = later(r"<[^<>]{0,300}>")
"""A tag, to be taken out of an anchor."""

SIGNS = ("href", "HREF", "[url", "[URL", "](", "://", "www.")
"""Without one of these signs there is no link."""

GAP = 60  # characters between two links of a block: separators and tags
REACH = 60  # characters before or behind an address in which its anchor stands
MOST = 400  # links of a text that are read


class Link(NamedTuple):
    """One link in the view: its place, its anchor folded, its host, whether it is written as a link."""

    start: int
    end: int
    anchor: str
    host: str
    written: bool


def links_in(text: Text) -> Iterator[Link]:
    """The written links and, outside of them, the bare addresses with their words; in their order."""
    written = list(_written(text))
    last = written[-1].end if written else 0
    yield from written
    yield from (link for link in _plain(text) if link.start >= last)


def _written(text: Text) -> Iterator[Link]:
    view = text.view
    if "href" in view.lower() or "[url" in view.lower() or "](" in view:
        for match in islice(_LINK.finditer(view), MOST):
            kind = next(kind for kind in ("html", "bb", "md") if match[kind] is not None)
            yield _link(text, match.span(), match.span(f"{kind}_anchor"), match[kind], written=True)


def _plain(text: Text) -> Iterator[Link]:
    """Addresses with the words right before them, or right behind where a line begins with an address."""
    behind, line = False, -1
    for match in islice(_PLAIN.finditer(text.view), MOST):
        if text.line_number(match.start()) != line:
            line = text.line_number(match.start())
            behind = not text.view[text.lines[line].start : match.start()].removesuffix("[url]").strip()
        if behind:
            found = _BEHIND.match(text.view, match.end(), match.end() + REACH)
        else:
            found = _BESIDE.search(text.view, max(match.start() - REACH, 0), match.start())
        if found:
            place = min(match.start(), found.start()), max(match.end(), found.end("anchor"))
            yield _link(text, place, found.span("anchor"), match[0], written=False)


def _link(
    text: Text, place: tuple[int, int], anchor: tuple[int, int], address: str, *, written: bool
) -> Link:
    host = _HOST.search(address)
    return Link(
        *place, TAG.sub("", text.folded(*anchor)), (host[1] or host[2]).lower() if host else "", written
    )


def blocks_of(links: Iterable[Link]) -> Iterator[list[Link]]:
    """Links that follow each other closely."""
    block: list[Link] = []
    for link in links:
        if block and link.start - block[-1].end > GAP:
            yield block
            block = []
        block.append(link)
    yield block
