"""Which values single settings take; each function returns the value or raises ValueError."""

from __future__ import annotations

import codecs
import re
import zoneinfo
from datetime import datetime

from cronsim import CronSim, CronSimError

from flows.ingest import kinds
from flows.settings.errors import nearest

_NOT_OF_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})


def cron_expression(value: str) -> str:
    """Accept the cron expressions that Prefect accepts, those that never fire apart."""
    if len(value.split()) != 5:
        raise ValueError('expected the five fields of cron, minute first, such as "0 2 * * *"')
    try:
        CronSim(value, datetime(2026, 1, 1))  # noqa: DTZ001 - only tried, at any time
    except CronSimError as error:
        raise ValueError(f'expected a cron expression such as "0 2 * * *" ({str(error).lower()})') from None
    _, _, day, _, weekday = value.upper().split()
    if "W" in day or "L" in weekday:  # found by trying 20,000 expressions in both
        raise ValueError("expected days that Prefect knows; it has no LW and no 5L")
    return value


def time_zone(value: str) -> str:
    """Accept the name of a time zone."""
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        hint = nearest(value, zoneinfo.available_timezones())
        hint = hint if hint.startswith("did") else "such as Asia/Shanghai or UTC"
        raise ValueError(f"expected the name of a time zone; {hint}") from None
    return value


def text_encoding(value: str) -> str:
    """Accept an encoding that files of text may have."""
    try:
        found = codecs.lookup(value).name
        "a".encode(value)
    except (LookupError, ValueError):
        found = "undefined"
    if found in _NOT_OF_FILES:
        raise ValueError("expected an encoding of text that Python knows, such as utf-8, gb18030 or big5")
    return value


def name(value: str) -> str:
    """Accept what may name a source or route, in paths too."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", value):
        raise ValueError("expected up to 100 letters, digits, - _ and . beginning with a letter or digit")
    return value


def kind_of_source(value: str) -> str:
    """Accept the kinds of source there are."""
    if value not in kinds():
        raise ValueError(f"expected a kind of source; {nearest(value, kinds())}")
    return value


def host(value: str) -> str:
    """Accept a bare host name; returns it in small letters."""
    if not re.fullmatch(r"[^\s/:@]+\.[^\s/:@]+", value):
        raise ValueError("expected a host such as example.com, without https:// and without a path")
    return value.lower()


def variable(value: str) -> str:
    """Accept the name of an environment variable. The value is never shown: it may be an address."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value):
        raise ValueError(
            "expected the name of an environment variable; the address itself does not belong here"
        )
    return value


def history(value: str) -> str:
    """Accept an SQLAlchemy URL or where to find one. The value is never shown."""
    if not re.match(r"env:[A-Za-z_][A-Za-z0-9_]*$|[a-z][a-z0-9]*(\+[a-z0-9_]+)?://", value):
        raise ValueError("expected an SQLAlchemy URL such as sqlite:///history.db, or env:NAME_OF_A_VARIABLE")
    return value


def address(value: str) -> str:
    """Accept where a scheduler of Dask listens."""
    if value and not re.match(r"[a-z]+://[^/\s]+", value):
        raise ValueError("expected the address of a Dask scheduler such as tcp://10.0.0.5:8786")
    return value
