"""The quality gate over real labelled pages: figures that only rise; needs CORPUS_HEALTH_GOLD."""

from __future__ import annotations

import pytest

from tests.commands import corpus_health
from tests.folders import ROOT, labelled

GOLD = labelled("CORPUS_HEALTH_GOLD")
FLOORS = ROOT / "tests" / "floors.toml"


@pytest.mark.parametrize("half", ["even", "odd"])
def test_no_figure_on_real_pages_has_fallen_below_its_floor(half):
    """The output holds figures and no text, so the reserved half stays unread."""
    done = corpus_health("evaluate", GOLD / "real_pages.jsonl", "--half", half, "--gate", FLOORS)
    assert done.returncode == 0, done.stdout + done.stderr
