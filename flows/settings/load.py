"""Read a corpus.toml into ``Settings``: defaults filled in, paths absolute, limits as values."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from checks.model import Limit, Severity
from flows.ingest.kind import Source
from flows.settings import values as settings_values
from flows.settings.corpus_toml import CorpusToml, LevelTable, RouteTable, SourceTable, shaped
from flows.settings.errors import SettingsError, nearest, refusal
from flows.settings.names import misnamed

ENGINES = ("in-process", "processes", "dask")

SMALLEST = """\
[[sources]]
id = "my-site"
kind = "folder"
location = "documents"
"""

TOLERATED = {"critical": 0.0, "error": 0.01, "warning": 0.05}  # CLASSES.md, "Health verdict"


@dataclass(frozen=True, slots=True)
class Engine:
    """What measures: ``in-process``, ``processes`` or ``dask``, and with how many workers.

    ``address``: where the scheduler of Dask listens; "" for a cluster on this machine.
    """

    name: str = "processes"
    workers: int = 1
    address: str = ""

    def instead(self, name: str | None, workers: int | None) -> Engine:
        """The same but for what is named. Raises SettingsError for an engine there is not."""
        if name and name not in ENGINES:
            raise SettingsError(f"engine {name!a}: {nearest(name, ENGINES)}")
        return Engine(name or self.name, workers or self.workers, self.address)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When ``serve`` runs: five fields of cron, in a time zone."""

    cron: str
    timezone: str


@dataclass(frozen=True, slots=True)
class Route:
    """Who hears of what. ``url_env`` names the variable that holds the address, never the address.

    ``continue_``: later routes hear of it too; ``owners`` () stands for all.
    """

    name: str
    url_env: str
    at_least: Severity
    sources: tuple[str, ...]
    owners: tuple[str, ...]
    continue_: bool
    repeat_days: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All of one corpus.toml. Paths are absolute; shares are fractions 0-1.

    ``hash``: twelve hex digits of what can change a result; who hears of it, where it goes, what
    it is called and what measures it are not in it, nor is where the file lies.
    """

    path: Path
    corpus: str
    language: Literal["en", "zh"]
    out: Path
    checks: Path | None
    max_document_bytes: int
    engine: Engine
    schedule: Schedule
    tolerated: Mapping[str, float]
    limits: Mapping[str, tuple[Limit, ...]]
    routes: tuple[Route, ...]
    sources: tuple[Source, ...]
    hash: str
    history: str = field(repr=False)

    def history_url(self) -> str:
        """Return the address of the history, password and all: for opening it, not for showing.

        Raises ``SettingsError`` when it is in a variable that is not set or holds no address.
        """
        if not self.history:
            return f"sqlite:///{self.out / 'history.db'}"
        if not self.history.startswith("env:"):
            return _anchored(self.history, self.path.parent)
        name = self.history.removeprefix("env:")
        try:
            return _anchored(settings_values.history(os.environ.get(name, "")), self.path.parent)
        except ValueError as error:
            raise SettingsError(f"{self.path}: corpus.history: variable {name}: {error}") from None

    def history_name(self) -> str:
        """Return the address of the history as it may be shown: without password and options."""
        return re.sub(r"//([^:/@]*):.*@", r"//\1:***@", self.history_url()).partition("?")[0]

    def tolerated_for(
        self, source: Source, cls: str, severity: Severity, *, default: float | None = None
    ) -> float:
        """Return the share of a source's documents that may have a class before the source fails.

        What the source says comes before what the corpus says, a class before its severity; 1.0 for
        info. With a ``default``, which a class of its own kind brings, severities do not apply.
        """
        keys = (cls,) if default is not None else (cls, severity.word)
        said = (table[key] for table in (source.tolerated, self.tolerated) for key in keys if key in table)
        return next(said, 1.0 if default is None else default)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_settings(path: Path) -> Settings:
    """Read a corpus.toml. Raises ``SettingsError``, which lists everything that is wrong with it."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links, and move what is relative
    text = _read(path)
    raw = _parsed(path, text)
    whole, sources, complaints = shaped(raw)
    complaints += misnamed(raw, path.parent)
    if complaints or whole is None:
        raise refusal(path, text, complaints)
    return _settings(path, whole, sources)


def find_config(explicit: Path | None, cwd: Path) -> Path:
    """Return the file to read: the one named, else corpus.toml or seeds/corpus.toml in ``cwd``.

    Raises ``SettingsError`` with the smallest valid file when there is none.
    """
    if explicit is not None:
        return cwd / explicit
    places = (cwd / "corpus.toml", cwd / "seeds" / "corpus.toml")
    found = next((place for place in places if place.is_file()), None)
    if found:
        return found
    raise SettingsError(f"no corpus.toml in {cwd} or {cwd / 'seeds'}; the smallest that works:\n\n{SMALLEST}")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(f"{path}: no such file; the smallest that works:\n\n{SMALLEST}") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}:{line}: not UTF-8, as TOML must be; save it as UTF-8") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = f"{place[1]}:{place[2]}" if place else str(text.count("\n") + 1)
        why = str(error).partition(" (at ")[0].lower()
        raise SettingsError(f"{path}:{line}: not valid TOML: {why}") from None


def _settings(path: Path, whole: CorpusToml, sources: tuple[SourceTable, ...]) -> Settings:
    folder, corpus = path.parent, whole.corpus
    return Settings(
        path=path,
        corpus=corpus.name or folder.name or "corpus",
        language=corpus.language,
        out=_absolute(folder, corpus.out),
        checks=_absolute(folder, corpus.checks) if corpus.checks else None,
        max_document_bytes=corpus.max_document_bytes,
        engine=Engine(whole.run.engine, whole.run.workers or cores(), whole.run.address),
        schedule=Schedule(whole.schedule.cron, whole.schedule.timezone),
        tolerated={**TOLERATED, **whole.tolerated},
        limits={name: tuple(map(_limit, levels)) for name, levels in whole.limits.items()},
        routes=tuple(map(_route, whole.routes)),
        sources=tuple(_source(folder, table) for table in sources),
        hash=_hash(whole, sources),
        history=corpus.history or "",
    )


def _source(folder: Path, table: SourceTable) -> Source:
    keys = table.model_dump()
    common = {name: keys.pop(name) for name in SourceTable.model_fields}
    common["location"] = _located(folder, table.location)
    return Source(**common, options=keys)


def _located(folder: Path, location: str) -> str:
    return location if "://" in location else str(_absolute(folder, location))


def _absolute(folder: Path, name: str) -> Path:
    return Path(os.path.normpath(folder / name))


def _limit(level: LevelTable) -> Limit:
    return Limit(Severity[level.severity.upper()], level.n, level.share, level.family_share)


def _route(table: RouteTable) -> Route:
    return Route(**{**table.model_dump(), "at_least": Severity[table.at_least.upper()]})


def _anchored(url: str, folder: Path) -> str:
    """Make a relative SQLite file relative to the settings instead of to wherever one stands."""
    file = re.match(r"(sqlite(?:\+\w+)?:///)(?!/|:memory:|file:)([^?]+)(.*)", url)
    return f"{file[1]}{_absolute(folder, file[2])}{file[3]}" if file else url


def _hash(whole: CorpusToml, sources: tuple[SourceTable, ...]) -> str:
    """Locations count as written, so that a corpus keeps its hash when its folder moves."""
    content = {
        **whole.model_dump(mode="json", include={"tolerated", "limits"}),
        "corpus": whole.corpus.model_dump(mode="json", include={"checks", "max_document_bytes"}),
        "sources": [
            table.model_dump(mode="json", exclude={"owner"}) for table in sorted(sources, key=lambda s: s.id)
        ],
    }
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
