"""Many phrases as one pattern for ``re``, which tries its alternatives one after the other.

So they are written as a tree by their first characters, and at a place only the few alternatives are tried that may
stand there. Measured against the longest first, one list for each first character (November 2026, all patterns that
a part of the real texts asks for): a tenth less to compile, and about a twentieth less time for all checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""
_LEAF: _Tree = {_END: {}}


def alternation(phrases: Iterable[str], *, words: bool = False) -> str:
    """The source of a pattern that matches the longest of the phrases at a place; for folded text.

    ``words``: those that begin or end with a Latin letter stand for whole words.

    >>> alternation(["会员", "会员可见", "会员可看", "登录"])
    '会员(?:可[看见]|)|登录'
    >>> re.findall(alternation(["read", "reader"], words=True), "read, readers, misread, reader")
    ['read', 'reader']
    """
    tree: _Tree = {}
    for phrase in sorted(phrases):
        node = tree
        for character in phrase:
            node = node.setdefault(character, {})
        node[_END] = {}
    return "|".join(_head(first, rest, words) for first, rest in tree.items())


def _head(first: str, rest: _Tree, words: bool) -> str:
    """It begins with a literal, so that ``re`` only looks where one of the first characters stands."""
    before = f"(?<![a-z]{first})" if words and _is_latin(first) else ""
    return re.escape(first) + before + _written(rest, first, words)


def _written(node: _Tree, last: str, words: bool) -> str:
    """What may follow ``last``, the longest first."""
    ends = "(?![a-z])" if words and _is_latin(last) else ""
    leaves = sorted(character for character, rest in node.items() if rest == _LEAF and character > "\x7f")
    parts = [f"[{''.join(leaves)}]"] if len(leaves) > 1 else leaves
    for character, rest in node.items():
        if character != _END and character not in leaves:
            parts.append(re.escape(character) + _written(rest, character, words))
    if _END in node:
        parts.append(ends)
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
