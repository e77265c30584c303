"""Where tests find their material: the example corpus, and the labelled folders when they are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds" / "documents"


def labelled(variable: str) -> Path:
    """The folder that an environment variable names; skips the calling module without it."""
    folder = os.environ.get(variable, "")
    if not folder:
        pytest.skip(f"{variable} names no folder", allow_module_level=True)
    return Path(folder)
