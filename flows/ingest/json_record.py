"""One line of JSON as a record, and its fields as texts, with reasons where they are none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flows.ingest.decoding import Decoder, Undecodable

Record = Mapping[str, Any]

SHOWN = 60  # characters of a scraped id or key in a message
SHOWN_KEYS = 8

_KINDS = {bool: "true or false", list: "a list", dict: "an object", type(None): "null", str: "text"}


class Faulty(ValueError):
    """The record cannot become a document; the message is the reason of a reject."""


def parsed(raw: bytes, decoder: Decoder, *, first: bool) -> Record:
    """Return the object on one line; ``first`` lines may begin with a byte order mark, which is
    the file's and no part of any text. Raises ``Faulty``.
    """
    try:
        text = decoder.text(raw)
        record = json.loads(text.removeprefix("\ufeff") if first else text)
    except Undecodable as error:
        raise Faulty(str(error)) from None
    except json.JSONDecodeError as error:
        raise Faulty(f"not JSON at column {error.colno:,}: {error.msg}") from None
    except RecursionError:
        raise Faulty("nested too deeply to be read") from None
    except ValueError:
        raise Faulty("holds a number of more digits than Python reads") from None
    if not isinstance(record, dict):
        raise Faulty(f"expected an object with a text, got {_kind(record)}")
    return record


def required(record: Record, ours: str, key: str, *, numbers: bool = True) -> str:
    """Return the field ``ours``, which they call ``key`` (a name or a dotted path), as text.

    Raises ``Faulty`` where it is missing, null, no text, or a number that is not welcome.
    """
    value = _value(record, key)
    if value is None:
        raise Faulty(f"no {ours} under {shown(key)}; {_remedy(record, ours)}")
    return _text(value, ours, key, numbers=numbers)


def optional(record: Record, ours: str, key: str) -> str:
    """Return a field as text, "" where it is missing or null. Raises ``Faulty`` for lists and such."""
    value = _value(record, key) if key else None
    return "" if value is None else _text(value, ours, key, numbers=True)


def shown(name: str) -> str:
    """Return a scraped name as it may stand in a message: quoted, escaped, cut."""
    return repr(name if len(name) <= SHOWN else name[:SHOWN] + "…")


def _value(record: Record, key: str) -> object:
    if key in record or "." not in key:
        return record.get(key)
    value: object = record
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _text(value: object, ours: str, key: str, *, numbers: bool) -> str:
    if isinstance(value, str):
        return value
    if numbers and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Faulty(f"{ours}, read from {shown(key)}, must be text, not {_kind(value)}")


def _remedy(record: Record, ours: str) -> str:
    names = [shown(name) for name, value in record.items() if isinstance(value, str | int)][:SHOWN_KEYS]
    there = f"of {', '.join(names)}" if names else "that holds it"
    return f'name the key {there} with fields = {{ {ours} = "…" }} in its [[sources]]'


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number")
