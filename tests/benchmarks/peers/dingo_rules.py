"""Dingo: its default group of rules."""

from __future__ import annotations

from collections.abc import Sequence

from dingo.io.input import Data
from dingo.model import Model
from timing import main

Model.load_model()
RULES = Model.rule_groups["default"]


def work(texts: Sequence[str]) -> None:
    """Ask every rule about every text."""
    for number, text in enumerate(texts):
        data = Data(data_id=str(number), content=text)
        for rule in RULES:
            rule.eval(data)


main(work)
