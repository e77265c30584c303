"""The shape of corpus.toml: every table with its keys, their types, bounds and defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model

from flows.ingest import kinds
from flows.settings import values as takes
from flows.settings.errors import Complaint, complaints_of, nearest
from flows.settings.toml_lines import Path

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
SeverityWord = Literal["critical", "error", "warning", "info"]
Name = Annotated[str, AfterValidator(takes.name)]


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class CorpusTable(_Table):
    """``[corpus]``: its name, the language of the report, and where results go."""

    name: str = ""
    language: Literal["en", "zh"] = "en"
    out: Annotated[str, Field(min_length=1)] = "out"
    history: Annotated[str, AfterValidator(takes.history)] | None = None
    checks: Annotated[str, Field(min_length=1)] | None = None
    max_document_bytes: Annotated[int, Field(ge=1)] = 20_000_000


class RunTable(_Table):
    """``[run]``: what measures, and with how many processes; all the cores of the machine by default."""

    engine: Literal["in-process", "processes", "dask"] = "processes"
    workers: Annotated[int, Field(ge=1)] | None = None
    address: Annotated[str, AfterValidator(takes.address)] = ""


class ScheduleTable(_Table):
    """``[schedule]``: when ``serve`` runs."""

    cron: Annotated[str, AfterValidator(takes.cron_expression)] = "0 2 * * *"
    timezone: Annotated[str, AfterValidator(takes.time_zone)] = "Asia/Shanghai"


class LevelTable(_Table):
    """One level of a class's limits; see ``checks.model.Limit``."""

    severity: SeverityWord
    n: Annotated[int, Field(ge=0)] = 0
    share: Share | None = None
    family_share: Share | None = None


class RouteTable(_Table):
    """``[[routes]]``: who hears of what. The address is in the environment."""

    name: Name
    url_env: Annotated[str, AfterValidator(takes.variable)]
    at_least: SeverityWord = "error"
    sources: Annotated[tuple[str, ...], Field(min_length=1)] = ("*",)
    owners: tuple[str, ...] = ()
    continue_: Annotated[bool, Field(alias="continue")] = False
    repeat_days: Annotated[int, Field(ge=1)] = 3


class SourceTable(_Table):
    """``[[sources]]``: the keys that every kind has; each kind adds its options."""

    id: Name
    kind: Annotated[str, AfterValidator(takes.kind_of_source)]
    location: Annotated[str, Field(min_length=1)]
    owner: str = ""
    encoding: Annotated[str, AfterValidator(takes.text_encoding)] = "utf-8"
    hosts: tuple[Annotated[str, AfterValidator(takes.host)], ...] = ()
    script: Literal["", "hans", "hant"] = ""
    language: Annotated[str, Field(min_length=1)] = "zh"
    tolerated: dict[str, Share] = {}
    expects_new: bool = False


class _OfUnknownKind(SourceTable):
    model_config = ConfigDict(extra="ignore")


class CorpusToml(_Table):
    """The whole file but for the sources, which are shaped by their kinds."""

    corpus: CorpusTable = CorpusTable()
    run: RunTable = RunTable()
    schedule: ScheduleTable = ScheduleTable()
    tolerated: dict[str, Share] = {}
    limits: dict[str, Annotated[tuple[LevelTable, ...], Field(min_length=1)]] = {}
    routes: tuple[RouteTable, ...] = ()
    sources: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


_TABLES: Mapping[str, type[BaseModel]] = {
    "corpus": CorpusTable,
    "run": RunTable,
    "schedule": ScheduleTable,
    "limits": LevelTable,
    "routes": RouteTable,
    "sources": SourceTable,
}
_T = TypeVar("_T", bound=BaseModel)


def shaped(raw: Mapping[str, Any]) -> tuple[CorpusToml | None, tuple[SourceTable, ...], list[Complaint]]:
    """Validate a parsed file; returns what is well formed and every complaint about the rest."""
    raw = _frozen(raw)
    complaints: list[Complaint] = []
    whole = _validated(CorpusToml, raw, (), complaints)
    entries = raw.get("sources")
    tables = [
        _validated(source_table(str(entry.get("kind"))), entry, ("sources", number), complaints)
        for number, entry in enumerate(entries if isinstance(entries, tuple) else ())
        if isinstance(entry, dict)
    ]
    return whole, tuple(table for table in tables if table), complaints


@cache
def source_table(kind: str) -> type[SourceTable]:
    """Return the table of one kind: the common keys and its options."""
    if kind not in kinds():
        return _OfUnknownKind
    options = kinds()[kind].options
    types = get_type_hints(options)
    extra: dict[str, Any] = {
        option.name: (
            types[option.name],
            Field(default_factory=option.default_factory)
            if option.default_factory is not MISSING
            else Field(default=... if option.default is MISSING else option.default),
        )
        for option in fields(options)
    }
    return create_model(f"{kind}_source", __base__=SourceTable, **extra)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Lists as tuples, which strict validation asks for."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _validated(table: type[_T], raw: Any, prefix: Path, complaints: list[Complaint]) -> _T | None:  # noqa: ANN401
    try:
        return table.model_validate(raw)
    except ValidationError as error:
        complaints += complaints_of(error, prefix, lambda path: _hint(path, table))
    return None


def _hint(path: Path, table: type[BaseModel]) -> str:
    """Say where an unknown key belongs, or which one may be meant."""
    *above, key = (part for part in path if isinstance(part, str))
    here = table if not above or above[0] == "sources" else _TABLES[above[0]]
    homes = [name for name, other in _TABLES.items() if key in _keys(other)]
    return f"it belongs under [{homes[0]}]" if homes and not above else nearest(key, _keys(here))


def _keys(table: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in table.model_fields.items()]
