"""Names in the settings that must be known elsewhere: classes, sources, owners; and none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from checks.model import Severity
from checks.registry import all_checks, classes_of
from flows.settings.errors import Complaint, nearest
from flows.settings.toml_lines import Path as KeyPath

_WORDS = tuple(severity.word for severity in Severity if severity >= Severity.WARNING)


def misnamed(raw: Mapping[str, Any], folder: Path) -> Iterator[Complaint]:
    """Yield complaints about names in a parsed file of any shape; ``folder`` is the file's."""
    sources = _tables(raw.get("sources"))
    routes = _tables(raw.get("routes"))
    yield from _twice("sources", "id", sources)
    yield from _twice("routes", "name", routes)
    yield from _unheard(routes, sources)
    yield from _no_default(routes)
    yield from _unknown_classes(raw, sources, folder)


def _tables(value: object) -> list[dict[str, Any]]:
    return [entry if isinstance(entry, dict) else {} for entry in value] if isinstance(value, list) else []


def _twice(table: str, key: str, entries: Sequence[Mapping[str, Any]]) -> Iterator[Complaint]:
    """Ids that differ in case only are the same to some file systems."""
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        name = entry.get(key)
        if isinstance(name, str) and name.casefold() in seen:
            yield Complaint((table, number, key), f"{name} is used twice; give every one its own")
        seen.add(name.casefold() if isinstance(name, str) else "")


def _unheard(
    routes: Sequence[Mapping[str, Any]], sources: Sequence[Mapping[str, Any]]
) -> Iterator[Complaint]:
    """A route for a source or owner that does not exist is a slip of the pen, and nobody would hear."""
    ids = {entry["id"] for entry in sources if isinstance(entry.get("id"), str)}
    owners = {entry["owner"] for entry in sources if isinstance(entry.get("owner"), str)}
    for number, route in enumerate(routes):
        for pattern in _texts(route.get("sources")):
            if not any(fnmatchcase(name, pattern) for name in ids):
                yield Complaint(
                    ("routes", number, "sources"), f"{pattern} matches no source; {nearest(pattern, ids)}"
                )
        for owner in _texts(route.get("owners")):
            if owner not in owners:
                yield Complaint(
                    ("routes", number, "owners"), f"{owner} owns no source; {nearest(owner, owners)}"
                )


def _no_default(routes: Sequence[Mapping[str, Any]]) -> Iterator[Complaint]:
    """What no route takes is told to nobody, so the last resort must be there once there are routes."""
    if routes and not any(
        set(_texts(route.get("sources"))) <= {"*"} and not route.get("owners") for route in routes
    ):
        remedy = "add a last one without sources and owners, for what the others do not take"
        yield Complaint(("routes", len(routes) - 1), f"no route takes every source; {remedy}")


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _unknown_classes(
    raw: Mapping[str, Any], sources: Sequence[Mapping[str, Any]], folder: Path
) -> Iterator[Complaint]:
    corpus = raw.get("corpus")
    named = corpus.get("checks") if isinstance(corpus, dict) else None
    tolerated = [("tolerated",), *(("sources", number, "tolerated") for number in range(len(sources)))]
    places: list[KeyPath] = [(*table, name) for table in tolerated for name in _keys(raw, table)]
    limited: list[KeyPath] = [("limits", name) for name in _keys(raw, ("limits",))]
    wanted = [path for path in places if path[-1] not in _WORDS]
    if not (named or wanted or limited):
        return
    try:
        classes = _classes(folder / named if isinstance(named, str) else None)
    except Exception as error:  # noqa: BLE001 - a plug-in file may raise anything; it is told here
        yield Complaint(("corpus", "checks"), f"cannot be loaded: {_first_line(error)}")
        return
    yield from _unknown(wanted, {*classes, *_intake(), *_WORDS})
    yield from _unknown(limited, classes)


def _unknown(paths: Iterable[KeyPath], known: Iterable[str]) -> Iterator[Complaint]:
    names = set(known)
    for path in paths:
        if path[-1] not in names:
            yield Complaint(path, f"no such class; {nearest(str(path[-1]), names)}")


def _keys(raw: Any, path: KeyPath) -> list[str]:  # noqa: ANN401 - whatever TOML holds
    for part in path:
        raw = raw[part] if isinstance(part, int) else raw.get(part) if isinstance(raw, dict) else None
    return list(raw) if isinstance(raw, dict) else []


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]


def _classes(folder: Path | None) -> Iterable[str]:
    if folder and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    return classes_of(all_checks(folder))


def _intake() -> Iterable[str]:
    from flows.intake import INTAKE  # late: it needs the engine, which needs the settings

    return INTAKE
