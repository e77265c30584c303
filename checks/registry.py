"""Finds the checks: every module under ``checks/rules`` that holds a ``CHECK``, and plug-ins.

A package adds checks through the entry point group ``corpus_health.checks`` (each a ``Check``), a
team through a folder of check files.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import pkgutil
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.metadata import entry_points, version
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from checks import rules
from checks.model import Check, FaultClass, Limit
from checks.text import later

ENTRY_POINTS = "corpus_health.checks"
_DICTIONARIES = ("pypinyin", "pypinyin-dict", "OpenCC")
_READ_BY_ALL = ("checks.scanner", "checks.text")
_LISTED = later(r'phrase_groups\("(\w+)"\)')
_IMPORTED = later(r"^from (checks\.[\w.]+) import", re.MULTILINE)


def all_checks(folder: Path | None = None) -> tuple[Check, ...]:
    """Return the built-in checks, those of installed packages and those of ``folder``, by name.

    Raises ValueError when two checks share a name or a class.
    """
    found = [*_built_in(), *_of_packages(), *(_of_folder(folder) if folder else ())]
    return _without_clashes(sorted(found, key=lambda check: check.name))


def classes_of(checks: Iterable[Check]) -> dict[str, FaultClass]:
    """All classes of these checks by name."""
    return {cls.name: cls for check in checks for cls in check.classes}


def with_limits(checks: Iterable[Check], limits: Mapping[str, tuple[Limit, ...]]) -> tuple[Check, ...]:
    """The same checks with the limits of some classes replaced (settings override code)."""
    return tuple(
        replace(
            check,
            classes=tuple(
                replace(cls, limits=limits[cls.name]) if cls.name in limits else cls for cls in check.classes
            ),
        )
        for check in checks
    )


@cache
def version_of(check: Check) -> str:
    """Twelve hex digits that change with the check's file, its phrases, dictionaries and limits."""
    digest = hashlib.sha256(check.doc.encode())
    told = (check.settle or check.find).__module__
    digest.update(version_of_modules(told, check.find.__module__, *_READ_BY_ALL).encode())
    for item in (*sorted(check.phrases), *(repr(cls) for cls in check.classes)):
        digest.update(item.encode())
    return digest.hexdigest()[:12]


def version_of_modules(*names: str) -> str:
    """Hex digits that change with these modules, with all of ``checks`` that they import, and with what those read."""
    digest = hashlib.sha256()
    read = sorted(_modules_read(set(names)))
    sources = [_source_of(module) for module in read]
    lists = sorted({name for source in sources for name in _listed_in(source)})
    for content in (*sources, *(_phrases_of(name) for name in lists)):
        digest.update(_digest_of(content))
    for name in _DICTIONARIES:
        digest.update(f"{name}={version(name)}".encode())
    return digest.hexdigest()


def _modules_read(names: set[str]) -> set[str]:
    """These modules and all of ``checks`` that they import, directly or not."""
    found: set[str] = set()
    while names:
        found |= names
        names = {imported for name in names for imported in _imported_by(_source_of(name))} - found
    return found


@cache
def _phrases_of(name: str) -> bytes:
    return files("checks.phrases").joinpath(f"{name}.toml").read_bytes()


def _source_of(module: str) -> bytes:
    """The file of a loaded module; nothing for what was made without one."""
    path = getattr(sys.modules.get(module), "__file__", None)
    return _content_of(path, os.stat(path).st_mtime_ns) if path else b""  # noqa: PTH116 - asked for thousands of times


@lru_cache(maxsize=1_000)
def _content_of(path: str, _changed: int) -> bytes:
    return Path(path).read_bytes()


@lru_cache(maxsize=1_000)
def _digest_of(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@lru_cache(maxsize=1_000)
def _listed_in(source: bytes) -> tuple[str, ...]:
    """The lists of phrases that a module names."""
    return tuple(_LISTED.findall(source.decode()))


@lru_cache(maxsize=1_000)
def _imported_by(source: bytes) -> tuple[str, ...]:
    return tuple(_IMPORTED.findall(source.decode()))


@cache
def _built_in() -> tuple[Check, ...]:
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    return tuple(_check_in(importlib.import_module(f"{rules.__name__}.{name}"), name) for name in names)


def _of_packages() -> tuple[Check, ...]:
    return tuple(entry.load() for entry in entry_points(group=ENTRY_POINTS))


def _of_folder(folder: Path) -> tuple[Check, ...]:
    return tuple(_load(path) for path in sorted(folder.glob("*.py")) if not path.name.startswith("_"))


def _load(path: Path) -> Check:
    name = f"corpus_health_checks.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path}: cannot be loaded as a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except SystemExit as error:
        raise ValueError(f"{path}: calls sys.exit; a check only defines a CHECK") from error
    return _check_in(module, str(path))


def _check_in(module: ModuleType, place: str) -> Check:
    check = getattr(module, "CHECK", None)
    if not isinstance(check, Check):
        raise ValueError(f"{place}: defines no CHECK; see the files under checks/rules for the form")
    return check


def _without_clashes(checks: list[Check]) -> tuple[Check, ...]:
    owners: dict[str, str] = {}
    for check in checks:
        for name in (f"check {check.name}", *(f"class {cls.name}" for cls in check.classes)):
            if name in owners:
                raise ValueError(f"{name} is defined twice: by {owners[name]} and by {check.name}")
            owners[name] = check.name
    return tuple(checks)
