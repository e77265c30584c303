"""Whether a block of rows with names is the menu of a site, or a list that the text itself gives."""

from __future__ import annotations

import re

from checks.evidence.commands import is_of_a_program
from checks.evidence.menus import GROUPS, HAN, kinds_of
from checks.evidence.row_kinds import Row
from checks.evidence.site_lines import Block
from checks.evidence.site_rows import ROW
from checks.text import Text, later

SUBJECTS = 6  # channels in one row at the head or the foot of a page, none of them a part of a site
EDGE = 10  # lines at the head in which a lone link back is furniture; read off the labelled pages

GLOSSED = frozenset(("tool", "pager", "bookmark"))
"""Kinds of rows whose words are also the commands of programs."""

_LETTERS = later(r"[\W_]+")
_ROW_OF_TABLE = later(r"[|\t].*[|\t]|---")


def stands(text: Text, block: Block) -> bool:
    """A menu with enough names; services in a row that no text introduces; any other block."""
    if block.kind == "menu":
        return _is_menu(text, block)
    if block.kind in GLOSSED and _is_command(text, block):
        return False
    unlabelled = block.kind == "channels" or (
        block.kind == "share" and not any(row.kind == "share" for row in block.rows)
    )
    return not (unlabelled and _is_told_of(text, block))


def _is_command(text: Text, block: Block) -> bool:
    """The name of a command in a manual: 上一页, and below it 移到文档的上一页; or in a text about a program."""
    if len(block.rows) > 2 or any(" " in text.view[row.start : row.end].strip() for row in block.rows):
        return False
    label = _LETTERS.sub("", text.folded(block.rows[-1].start, block.rows[-1].end))
    below = _beside(text, block.rows[-1].number, 1)
    said = _LETTERS.sub("", below)
    glossed = len(said) > len(label) > 1 and label in said and below.endswith("。")
    return glossed or is_of_a_program(text.view)


def _is_menu(text: Text, block: Block) -> bool:
    """Enough names, some of them of nothing but a site; no list in prose, no table."""
    rows = block.rows
    if any(_is_link_back(row) for row in rows):
        return rows[0].number < EDGE or block.in_tail
    if 2 * sum(_is_translation(row) for row in rows) > len(rows):
        return False
    names = {name for row in rows for name in row.names}
    parts = sum(kind not in ("subjects", "services") for kind in kinds_of(names))
    home = bool(names & {"首页", "主页", "网站首页", "home"})
    path = bool(re.search(r"\n\s*[>»›/]+\s*\n", text.view[rows[0].start : rows[-1].end]))
    if len(rows) == 1 and parts == 0 and len(names) >= SUBJECTS and rows[0].named >= 0.9 * rows[0].size:
        return rows[0].number < EDGE or block.in_tail
    few = len(names) < (3 if home and (len(rows) == 1 or path) else 4)
    vague = parts < min(len(rows), 2 if len(names) > 4 or path else 3)
    return not few and not vague and not _is_told_of(text, block)


def _is_link_back(row: Row) -> bool:
    """Nothing in the line but a link back."""
    return bool(row.names) and row.names[0] in GROUPS["back"] and row.named == row.size


def _is_translation(row: Row) -> bool:
    """An entry of a glossary: one name, and one in the other language."""
    return len(row.names) == 2 and sum(bool(HAN.search(name)) for name in row.names) == 1


def _is_told_of(text: Text, block: Block) -> bool:
    """A colon introduces the block, or a row of a table stands beside it."""
    before = _beside(text, block.rows[0].number, -1)
    after = _beside(text, block.rows[-1].number, 1)
    introduced = len(before) > 6 and before.endswith(":")
    return introduced or any(_ROW_OF_TABLE.search(line) for line in (before, after))


def _beside(text: Text, number: int, step: int) -> str:
    """The next line with something on it, at most three lines away; folded, its last characters."""
    for n in range(number + step, number + 4 * step, step):
        if 0 <= n < len(text.lines) and text.lines[n].stripped:
            start, end = text.lines[n].inner
            return text.folded(max(start, end - ROW), end)
    return ""
