"""What one line of a page may be: a menu, a path, tools, an editor, the foot, or text.

A line is read folded (simplified, half width, lower case) and without its neighbours; a kind with a
question mark, and a copyright line, are decided by the lines around it (``site_lines``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checks.evidence.appeals import appeal, is_hashtags
from checks.evidence.bylines import byline
from checks.evidence.cells import cell_row
from checks.evidence.error_pages import FORMS as ERROR_FORMS
from checks.evidence.imprints import (
    ASIDE,
    REGISTERED,
    is_closing,
    is_maker,
    is_notice,
    is_plain_rights,
    is_reprint,
    is_rights,
)
from checks.evidence.library_lines import FORMS as LIBRARY_FORMS
from checks.evidence.library_lines import NOTICES
from checks.evidence.line_forms import Table
from checks.evidence.lone_lines import is_select, lone_line
from checks.evidence.menus import STOP, is_bookmark, is_menu_row, is_path, is_share, kinds_of, names_in
from checks.evidence.page_heads import page_head
from checks.evidence.page_labels import FORMS as PAGE_FORMS
from checks.evidence.page_tools import TOLD, is_prompt, pager, tool_row
from checks.evidence.reader_lines import FORMS as READER_FORMS
from checks.evidence.trade_lines import FORMS as TRADE_FORMS
from checks.evidence.trade_lines import trade_row
from checks.text import fold, later

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
ROW = 200  # longest line that is read as furniture: glued link rows of portals reach 150 characters
GAP = 10  # a channel we do not know is short
REMEMBERED = 4096  # lines that are read once only: pages of one site, and hostile texts, repeat their lines

SURE = frozenset({"crumb", "share", "bookmark", "footer", "pager", "tool", "meta", "editor"})
UNSURE = frozenset({"pager?", "tool?", "meta?", "editor?"})  # if the rows beside them are of the site
PARTS = SURE | UNSURE | {"menu", "services", "channels", "aside"}

FORMS = TRADE_FORMS + PAGE_FORMS + READER_FORMS + LIBRARY_FORMS + ERROR_FORMS
_OF_READERS, _OF_PAGES = Table(READER_FORMS + LIBRARY_FORMS + ERROR_FORMS), Table(TRADE_FORMS + PAGE_FORMS)
_NUMBERED = Table(NOTICES)

_LINK = later(r"\[([^\[\]]{1,60})\]\([^()\s]{1,300}\)")
_CODE = later(
    r"^(?:#|//|/?\*+\s*copyright|/\*|--|<(?!<| ?[上下前后])|\||```|\d+[.、)](?!\d)|\d+(?:\.\d+)+\s|[a-f][.、)])|[{}$=]|-{3}"
)
_ZOOM = later(r"[a+-]")


class Reading(NamedTuple):
    """What one line may be a part of, and the names in it."""

    kind: str  # blank, gap, text, rights, keys, or one of PARTS
    names: tuple[str, ...] = ()
    named: int = 0  # characters of the names
    size: int = 0  # characters without separators


@lru_cache(maxsize=REMEMBERED)
def read(line: str, *, at: str, licensed: bool = False) -> Reading:
    """Read one line that stands ``at`` the top, the head, the tail or in the body of a text.

    ``licensed``: a licence stands around it, so a copyright line is no foot.
    """
    return _read(_LINK.sub(r"\1", fold(line)).replace("**", "").strip(), at, licensed)


@lru_cache(maxsize=REMEMBERED)  # the same link leads from every page of a site to another address
def _read(folded: str, at: str, licensed: bool) -> Reading:
    names, named, size = names_in(folded) if len(folded) <= ROW else ((), 0, len(folded))
    if size == 0 and not _ZOOM.search(folded):
        return Reading("blank")
    if _CODE.search(folded):
        tags = at == "tail" and is_hashtags(folded)
        plain = "tool" if is_select(folded) or _NUMBERED.kind_of(folded, at) else "text"
        return Reading("meta" if tags else plain, names, named, size)
    kind = _whole_line(folded, at) or _foot(folded, at, licensed)
    if not kind and len(folded) <= ROW:
        kind = byline(folded, at_top=at == "top", in_tail=at == "tail")
    if not kind or kind in UNSURE:
        row = _row(folded, at, names, named, size)
        kind = row if row and (not kind or row in SURE) else kind
    if not kind or kind in UNSURE or kind == "menu":
        edge = at != "body" and (kind != "menu" or len(names) < 4)
        kind = cell_row(folded, edge=edge) or appeal(folded, at) or _alone(folded, at) or kind
    if not kind and at == "tail" and len(folded) <= ROW and ASIDE.match(folded):
        kind = "aside"
    plain = "gap" if size <= GAP and not STOP.search(folded) else "text"
    return Reading(kind or plain, names, named, size)


def _alone(folded: str, at: str) -> str:
    """A line that the page shows once, told by its whole form."""
    if found := lone_line(folded, at) or page_head(folded, at) or trade_row(folded, at):
        return found
    asked = _OF_READERS.kind_of(folded, at)
    if asked == "tool" and TOLD.search(folded):  # a headline on what others click
        return ""
    return asked or _OF_PAGES.kind_of(folded, at)


def _row(folded: str, at: str, names: tuple[str, ...], named: int, size: int) -> str:
    """A menu, unless it is short and may be read as tools, links of the foot or a prompt."""
    menu = is_menu_row(folded, names, named, size)
    kinds = set(kinds_of(names)) if menu else set()
    if kinds == {"services"}:
        return "tool" if len(names) < 3 and is_prompt(folded) else "services"
    if at == "tail" and kinds == {"footer_links"} and len(names) > 1 and named >= 0.7 * size:
        return "footer"
    tool = tool_row(folded) if len(names) < 4 or len(names) * 3 > size else ""
    if tool == "tool" and (len(set(names)) < 4 or "首页" not in names):
        return tool
    if menu and len(names) >= 4:
        return "menu"
    return "tool" if is_prompt(folded) else "menu" if menu else tool


def _whole_line(folded: str, at: str) -> str:
    """Kinds that a line shows by its whole form."""
    if len(folded) > ROW:
        return ""
    if is_path(folded, near_head=at in ("top", "head") or (at == "tail" and folded.count(">") > 1)):
        return "crumb"
    if is_share(folded, near_edge=at != "body"):
        return "share"
    if is_bookmark(folded, near_edge=at != "body"):
        return "bookmark"
    return pager(folded, in_tail=at == "tail")


def _foot(folded: str, at: str, licensed: bool) -> str:
    """A notice or a registration is the foot of a page; a copyright line may be."""
    edge = at in ("top", "tail")
    if edge and (is_notice(folded) or is_reprint(folded)):
        return "footer"
    if at == "tail" and (is_maker(folded) or is_closing(folded)):
        return "footer"
    if len(folded) > ROW or folded.endswith("。"):  # a sentence about such lines
        return ""
    if REGISTERED.search(folded):
        return "footer"
    rights = is_rights(folded) if at == "tail" else is_plain_rights(folded)
    return "rights" if rights and not licensed else ""
