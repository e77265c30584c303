"""Column types that store hostile text safely, and the way between frozen values and rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Dialect, Integer, Row, Text
from sqlalchemy.types import TypeDecorator

from checks.model import Severity

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def storable(text: str) -> str:
    r"""Spell out what a database cannot hold: NUL (PostgreSQL) and lone surrogates (both).

    >>> storable("a\x00b\ud800"), storable("国家")
    ('a\\x00b\\ud800', '国家')
    """
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


class PlainText(TypeDecorator[str]):
    """Text that may come from a document."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Make it storable on its way in."""
        return None if value is None else storable(value)


class JsonText(TypeDecorator[Any]):
    """A list (read back as a tuple) or an object, as JSON; escapes keep every character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ANN401, ARG002
        """Write JSON; the standard escapes for NUL and lone surrogates are read back as they were."""
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """Read it back."""
        read = json.loads(value or "null")
        return tuple(read) if isinstance(read, list) else read


class SeverityNumber(TypeDecorator[Severity]):
    """A severity, kept as its number so that the database can order by it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Severity | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Keep the number."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Severity | None:  # noqa: ARG002
        """Read the severity."""
        return None if value is None else Severity(value)


def values(record: DataclassInstance, **more: object) -> dict[str, object]:
    """Return the fields of a frozen value as columns of the same names, without copying."""
    return {field.name: getattr(record, field.name) for field in fields(record)} | more


def built(kind: type[Value], row: Row[Any] | Mapping[str, Any]) -> Value:
    """Build the frozen value whose fields are columns of ``row``."""
    columns = row._mapping if isinstance(row, Row) else row
    return kind(**{field.name: columns[field.name] for field in fields(kind)})
