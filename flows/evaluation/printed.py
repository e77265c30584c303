"""An evaluation for a reader in a terminal: figures only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checks.measured import Share
from flows.terminal import shown
from reports.accuracy import decimal
from reports.numbers import NOTHING
from reports.scores import CleanLine, Evaluation, Score

WIDE = 200  # columns where no terminal sets the width
_FIGURES = ("labelled", "told", "precision", "recall", "F1", "char. P", "char. R", "char. F1", "hints right")


def print_evaluation(evaluation: Evaluation, *, classes: bool = False) -> None:
    """Print what was scored, the families (or classes), macro F1, and false alarms on clean texts."""
    console = Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=WIDE)
    files = ", ".join(shown(file.name) for file in evaluation.files)
    half = "" if evaluation.half == "all" else f", {evaluation.half} half"
    made = f", {evaluation.generated:,} generated" if evaluation.generated else ""
    rejected = f", {evaluation.rejected:,} bad rows" if evaluation.rejected else ""
    console.print(Text(f"{files}: {evaluation.documents:,} documents{half}{made}{rejected}"))
    chosen = evaluation.classes if classes else evaluation.families
    console.print(_table("class" if classes else "family", chosen))
    number = len(evaluation.present)
    console.print(Text(f"macro F1 {decimal(evaluation.macro_f1)} over {number} fault families"))
    if evaluation.clean:
        console.print(_clean(evaluation.clean))


def _table(first: str, scores: Iterable[Score]) -> Table:
    table = _headed(first, _FIGURES)
    for score in scores:
        by_document, by_character = score.documents, score.characters
        table.add_row(
            Text(shown(score.name)),
            f"{score.labelled:,}",
            f"{score.told:,}",
            *map(decimal, (by_document.precision, by_document.recall, by_document.f1)),
            *map(_value, (by_character.precision, by_character.recall, by_character.f1)),
            f"{score.hinted_right:,} / {score.hinted:,}",
        )
    return table


def _clean(lines: Iterable[CleanLine]) -> Table:
    table = _headed("clean documents", ("documents", "alert-grade", "error-grade"))
    for line in lines:
        name = Text(shown(line.genre) or "all genres")
        table.add_row(name, f"{line.alert.of:,}", decimal(line.alert), decimal(line.error))
    return table


def _headed(first: str, others: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _value(share: Share) -> str:
    return NOTHING if share.value is None else f"{share.value:.3f}"
