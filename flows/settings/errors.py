"""What is wrong with the settings, in words: file, line, key, what was expected, what may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flows.settings.toml_lines import Path as KeyPath
from flows.settings.toml_lines import line_of

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

SECRET = ("history", "url_env")  # an address with a password may have been put here
SHOWN = 60  # characters of a wrong value
LISTED = 20  # names shown where none is near

_WORDING = (
    (r"^\w+ should (be |have )?", "expected "),
    (" or instance of \\w+", ""),
    ("after validation, not 0", "in the list"),
    ("a valid string", "text"),
    ("a valid tuple", "a list"),
    ("a valid dictionary", "a table"),
    ("a valid integer", "a whole number"),
    ("a valid boolean", "true or false"),
    ("a valid number", "a number"),
)


class SettingsError(Exception):
    """The settings cannot be used; ``str`` lists every problem, one a line."""


class Complaint(NamedTuple):
    """What is wrong at one key; its line is looked up when it is told."""

    path: KeyPath
    message: str


def refusal(path: Path, text: str, complaints: Iterable[Complaint]) -> SettingsError:
    """Make the error that lists complaints about ``text`` in the order of its lines."""
    placed = [(line_of(text, complaint.path), complaint) for complaint in complaints]
    placed.sort(key=lambda item: item[0])
    return SettingsError("\n".join(f"{path}:{line}: {_key(c.path)}{c.message}" for line, c in placed))


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name may be meant, or which there are: "did you mean location?"."""
    names = sorted(known)
    close = get_close_matches(name, names, n=1)
    more = ", …" if len(names) > LISTED else ""
    return f"did you mean {close[0]}?" if close else f"expected one of {', '.join(names[:LISTED])}{more}"


def complaints_of(
    error: ValidationError, prefix: KeyPath, hint: Callable[[KeyPath], str]
) -> Iterator[Complaint]:
    """Put pydantic's errors into words; ``hint`` says what an unknown key may be."""
    for item in error.errors(include_url=False):
        path = (*prefix, *(part for part in item["loc"] if part != "[key]"))
        if item["type"] == "too_short" and item["input"]:
            continue  # only its parts were wrong, and are told
        if item["type"] == "extra_forbidden":
            yield Complaint(path, f"unknown key; {hint(path)}")
        elif path == ("sources",) and item["type"] in ("missing", "too_short"):
            yield Complaint(path, "expected at least one [[sources]] with id, kind and location")
        elif item["type"] == "missing":
            yield Complaint(path, "missing; every table of this name needs it")
        else:
            yield Complaint(path, _wrong(item, path))


def _wrong(item: ErrorDetails, path: KeyPath) -> str:
    """What was expected, what was there, and what may be meant."""
    expected, _, hint = item["msg"].removeprefix("Value error, ").partition("; ")
    for pattern, word in _WORDING:
        expected = re.sub(pattern, word, expected)
    value = item["input"]
    choices = re.findall(r"'([^']+)'", str(item.get("ctx", {}).get("expected", "")))
    if isinstance(value, str) and get_close_matches(value, choices):
        hint = nearest(value, choices)
    hint = f"; {hint}" if hint else ""
    return f"{expected}{_got(value, secret=path[-1] in SECRET)}{hint}"


def _got(value: object, *, secret: bool) -> str:
    if secret or isinstance(value, dict | list | tuple):
        return ""
    shown = repr(value)
    return f", got {shown if len(shown) <= SHOWN else shown[:SHOWN] + '…'}"


def _key(path: KeyPath) -> str:
    names = [str(part) for part in path if not isinstance(part, int)]
    return f"{'.'.join(names)}: " if names else ""
