"""Phrase lists as data: our own words, each group with a note of where such wording is met.

A list is a TOML file with ``[[group]]`` tables: ``name``, ``where`` (a kind of site, never a copied
sentence) and ``phrases`` in simplified script, half width, lower case. What no phrase tells, a group says
in ``forms``: patterns for text folded in the same way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def phrase_groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read ``<name>.toml``: group name -> phrases. Raises FileNotFoundError for an unknown list."""
    return MappingProxyType({group["name"]: tuple(group.get("phrases", ())) for group in _groups(name)})


@cache
def forms_of(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read ``<name>.toml``: group name -> patterns. Raises FileNotFoundError for an unknown list."""
    return MappingProxyType({group["name"]: tuple(group.get("forms", ())) for group in _groups(name)})


@cache
def _groups(name: str) -> list[dict[str, Any]]:
    source = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    groups: list[dict[str, Any]] = tomllib.loads(source)["group"]
    return groups
