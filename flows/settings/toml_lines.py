"""On which line of a TOML file a key stands, which tomllib does not tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, where ``path`` is given in a valid file, or else what holds it.

    Keys inside an inline table or a list over several lines have the line on which that begins.

    >>> text = 'a = 1\\n[[b]]\\nc = 2\\n[[b]]\\nc = [\\n  3,\\n]\\n'
    >>> line_of(text, ("b", 0, "c")), line_of(text, ("b", 1, "c", 0)), line_of(text, ("b", 1, "missing"))
    (3, 5, 4)
    """
    lines = _lines(text)
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _lines(text: str) -> dict[Path, int]:
    found: dict[Path, int] = {}
    tables: dict[Path, int] = {}
    here: Path = ()
    for line, statement in _statements(text):
        content = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            here = _header(content, tables)
            found.setdefault(here, line)
        else:
            _record(content, here, line, found)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement with its first line: the fewest lines that are TOML by themselves."""
    rows = text.replace("\r\n", "\n").split("\n")
    start = 0
    for end, row in enumerate(rows, start=1):
        if row.rstrip().endswith(",") and "#" not in row:
            continue  # in the middle of a list; saves parsing a long one once a line
        statement = "\n".join(rows[start:end])
        if _is_toml(statement):
            yield start + 1, statement
            start = end


def _is_toml(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _header(content: object, tables: dict[Path, int]) -> Path:
    """Return the path that ``[a.b]`` or ``[[a.b]]`` opens; ``tables`` counts those of each list."""
    path: Path = ()
    while isinstance(content, dict) and content:
        key, content = next(iter(content.items()))
        path = (*path, key)
        if isinstance(content, list):
            tables[path] = tables.get(path, 0) + 1
        if path in tables:
            path = (*path, tables[path] - 1)
    return path


def _record(value: object, path: Path, line: int, found: dict[Path, int]) -> None:
    found.setdefault(path, line)
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        _record(part, (*path, key), line, found)
