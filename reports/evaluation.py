"""Draws an evaluation as one self-contained HTML file: figures, then misses and false alarms to read."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from checks.measured import Share
from reports import numbers
from reports.accuracy import decimal
from reports.frame import drawn
from reports.grid import grid, left_out
from reports.marks import text_in, two_lines
from reports.scores import CleanLine, Evaluation, Grade, Mistake, Score
from reports.words import Language

MISTAKES, SCORES, GENRES = 200, 150, 60  # bounds of the page: misses, false alarms; rows of the tables


def render_evaluation(
    evaluation: Evaluation, misses: Sequence[Mistake], alarms: Sequence[Mistake], language: str = "en"
) -> str:
    """Return the whole page. Misses and false alarms are shown in the order given, 200 of each.

    Raises ValueError for a language that the catalogue lacks.
    """
    say = Language(language)
    return drawn(
        "evaluation.html",
        say,
        (say("evaluation"), say("title")),
        evaluation=evaluation,
        heading=say("evaluation_sum", number=evaluation.documents, f1=decimal(evaluation.macro_f1)),
        families=_scores("families", evaluation.families, say),
        classes=_scores("classes", evaluation.classes, say),
        clean=_clean(evaluation.clean, say),
        misses=misses[:MISTAKES],
        misses_total=len(misses),
        alarms=alarms[:MISTAKES],
        alarms_total=len(alarms),
    )


def _scores(name: str, scores: Sequence[Score], say: Language) -> Markup | None:
    """Documents labelled and told, the figures by document and by character, and the hints."""
    columns = ("labelled", "told", "precision", "recall", "f1", "characters", "hints")
    heads = {"name": say("col_class" if name == "classes" else "col_family")}
    heads |= {column: say(f"col_{column}") for column in columns}
    drawn_rows = [_score_row(score) for score in scores[:SCORES]]
    if not drawn_rows:
        return None
    return grid(name, say(f"{name}_caption"), heads, drawn_rows, columns) + left_out(
        len(drawn_rows), len(scores), say
    )


def _score_row(score: Score) -> list[object]:
    by_document = score.documents
    return [
        text_in(score.name, "name", 60),
        numbers.count(score.labelled),
        numbers.count(score.told),
        *map(_figure, (by_document.precision, by_document.recall, by_document.f1)),
        _triple(score.characters),
        numbers.of(score.hinted_right, score.hinted),
    ]


def _triple(grade: Grade) -> str:
    shares = (grade.precision, grade.recall, grade.f1)
    return " · ".join(numbers.NOTHING if x.value is None else f"{x.value:.3f}" for x in shares)


def _figure(share: Share) -> Markup | str:
    if share.value is None:
        return numbers.NOTHING
    return two_lines(Markup("{:.3f}").format(share.value), f"{share.low:.3f}–{share.high:.3f}")


def _clean(lines: Sequence[CleanLine], say: Language) -> Markup | None:
    """Clean documents by genre: how many, and the shares with a finding that counts."""
    columns = ("documents", "alert", "error")
    heads = {"genre": say("col_genre")} | {column: say(f"col_{column}") for column in columns}
    drawn_rows = [
        [
            text_in(line.genre, "name", 60) if line.genre else say("all_genres"),
            numbers.count(line.alert.of),
            _figure(line.alert),
            _figure(line.error),
        ]
        for line in lines[:GENRES]
    ]
    if not drawn_rows:
        return None
    return grid("clean", say("clean_caption"), heads, drawn_rows, columns) + left_out(
        len(drawn_rows), len(lines), say
    )
