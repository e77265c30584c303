"""One call of ``evaluate``: read, check, score, print, draw, write, and hold to floors."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from checks import Examiner
from checks.registry import all_checks
from flows.evaluation.floors import Floor, read_floors, rewritten
from flows.evaluation.labelled import Half, LabelledDocument, is_in
from flows.evaluation.mistakes import false_alarms, misses
from flows.evaluation.objects import as_object, write_measured
from flows.evaluation.printed import print_evaluation
from flows.evaluation.reader import Labelled, read_labelled
from flows.evaluation.score import class_scores, clean_lines, family_scores, present
from flows.evaluation.told import Told, told_of
from flows.exits import FAILED, OK, USAGE, UsageError, say
from flows.terminal import watched
from reports.scores import Evaluation, LabelledFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    files: tuple[Path, ...]
    generated: tuple[Path, ...] = ()
    documents: Path | None = None
    half: Half = "all"
    classes: bool = False
    as_json: bool = False
    page: Path | None = None
    language: str = "en"
    write: bool = False
    gate: Path | None = None
    raise_floors: bool = False
    lower_floors: bool = False
    checks: Path | None = None


def evaluate(wanted: Wanted) -> int:
    """Score, print, and write what is wanted; return the exit code.

    0: every floor holds; 1: a floor is broken; 2: a row or file could not be read, the others were
    scored. Raises UsageError where nothing is left to score, or a wish makes no sense.
    """
    _assert_sensible(wanted)
    problems: list[str] = []
    labelled, told = _told(wanted, problems.append)
    documents = [one for one in labelled.documents if is_in(wanted.half, one.document.id)]
    for problem in problems:
        say(problem)
    if not documents:
        raise UsageError("no labelled document to score; nothing was measured")
    evaluation = scored(wanted, labelled, documents, told, rejected=len(problems))
    broken = _held(wanted, evaluation) if wanted.gate else ()
    _print(wanted, evaluation, broken)
    if wanted.page:
        _draw(wanted.page, evaluation, documents, told, wanted.language)
    if wanted.write:
        _write(wanted, labelled, documents, told)
    return USAGE if problems else FAILED if broken else OK


def scored(
    wanted: Wanted,
    labelled: Labelled,
    documents: Sequence[LabelledDocument],
    told: Told,
    *,
    rejected: int = 0,
) -> Evaluation:
    """All figures of these documents."""
    families, macro_f1 = family_scores(documents, told)
    return Evaluation(
        files=_files(labelled, documents),
        half=wanted.half,
        documents=len(documents),
        generated=sum(one.generated for one in documents),
        rejected=rejected,
        macro_f1=macro_f1,
        present=present(families),
        families=families,
        classes=class_scores(documents, told),
        clean=clean_lines(documents, told),
    )


def _assert_sensible(wanted: Wanted) -> None:
    if (wanted.raise_floors or wanted.lower_floors) and not wanted.gate:
        raise UsageError("--raise-floors and --lower-floors rewrite a file of floors; name it with --gate")
    if wanted.documents and not wanted.documents.is_dir():
        raise UsageError(f"--documents {wanted.documents} is no folder")


def _told(wanted: Wanted, complain: Callable[[str], None]) -> tuple[Labelled, Told]:
    """Read and check everything, both halves: documents of one file are seen together."""
    examiner = Examiner(all_checks(wanted.checks))
    labelled = read_labelled(
        wanted.files,
        examiner.classes,
        folder=wanted.documents,
        generated=wanted.generated,
        complain=complain,
    )
    with watched(quiet=wanted.as_json) as progress:
        return labelled, told_of(labelled.documents, examiner, progress)


def _files(labelled: Labelled, documents: Sequence[LabelledDocument]) -> tuple[LabelledFile, ...]:
    return tuple(
        LabelledFile(Path(file).name, digest, sum(one.file == file for one in documents))
        for file, digest in labelled.hashes.items()
    )


def _held(wanted: Wanted, evaluation: Evaluation) -> tuple[Floor, ...]:
    """The floors that are broken; moved before, if that is wanted."""
    path = wanted.gate
    assert path
    floors = read_floors(path, evaluation)
    if wanted.raise_floors or wanted.lower_floors:
        text = path.read_text("utf-8")
        moved = rewritten(text, evaluation, floors, lower=wanted.lower_floors)
        if moved != text:
            path.write_text(moved, "utf-8", newline="\n")
            floors = read_floors(path, evaluation)
    return tuple(floor for floor in floors if floor.is_broken)


def _print(wanted: Wanted, evaluation: Evaluation, broken: Sequence[Floor]) -> None:
    if wanted.as_json:
        typer.echo(json.dumps(as_object(evaluation, broken), ensure_ascii=False, indent=1))
    else:
        print_evaluation(evaluation, classes=wanted.classes)
    for floor in broken:
        say(floor.sentence())


def _draw(
    path: Path, evaluation: Evaluation, documents: Sequence[LabelledDocument], told: Told, language: str
) -> None:
    from reports.evaluation import render_evaluation  # late: great-tables takes a second

    page = render_evaluation(evaluation, misses(documents, told), false_alarms(documents, told), language)
    path.write_text(page, encoding="utf-8", newline="\n")


def _write(wanted: Wanted, labelled: Labelled, documents: Sequence[LabelledDocument], told: Told) -> None:
    """Write what was measured on real texts; a file with generated rows alone has no part in it."""
    real = [one for one in documents if not one.generated]
    if not real:
        raise UsageError("--write: all rows are generated faults, which say nothing about real texts")
    if len(real) < len(documents):
        say(f"--write: {len(documents) - len(real):,} generated documents were left out of the figures")
    evaluation = scored(wanted, labelled, real, told)
    kept = tuple(file for file in evaluation.files if file.documents)
    say(f"written: {write_measured(replace(evaluation, files=kept))}")
