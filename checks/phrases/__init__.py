"""Phrase lists as data: our own words, each group with a note of where such wording is met.

A list is a TOML file with ``[[group]]`` tables: ``name``, ``where`` (a kind of site, never a copied
sentence) and ``phrases`` in simplified script, half width, lower case.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def phrase_groups(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read ``<name>.toml``: group name -> phrases. Raises FileNotFoundError for an unknown list."""
    source = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(source)["group"]
    return MappingProxyType({group["name"]: tuple(group["phrases"]) for group in groups})
