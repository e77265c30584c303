"""Letters that sell and their look-alikes, in our own words; `python -m tests.letters` fits the weights of evidence to them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def texts(name: str) -> tuple[tuple[str, str], ...]:
    """What each text of a list is of, and the text: ``letters``, ``notes``, and what sounds like them (``lookalikes``, ``bystanders``, ``essays``)."""
    source = Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    return tuple((row["of"], row["text"].strip()) for row in tomllib.loads(source)["text"])
