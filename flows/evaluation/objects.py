"""An evaluation as objects: for a program, and for the file beside the checks. No texts in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checks import measured
from checks.measured import Share
from flows.evaluation.floors import Floor
from reports.scores import CleanLine, Evaluation, Grade, LabelledFile, Score

PLACES = 6  # decimal places of a share


def as_object(evaluation: Evaluation, broken: Iterable[Floor] = ()) -> dict[str, Any]:
    """Return the object that ``evaluate --format json`` prints."""
    return {
        **_head(evaluation),
        "documents": evaluation.documents,
        "generated": evaluation.generated,
        "rejected": evaluation.rejected,
        "macro_f1": {**_share(evaluation.macro_f1), "families": list(evaluation.present)},
        "families": {score.name: _score(score) for score in evaluation.families},
        "classes": {score.name: _score(score) for score in evaluation.classes},
        "clean": [_clean(line) for line in evaluation.clean],
        "broken_floors": [floor.sentence() for floor in broken],
    }


def write_measured(evaluation: Evaluation) -> Path:
    """Write the figures by document beside the checks, whole or not at all; return the file."""
    record = {
        **_head(evaluation),
        "families": {score.name: _measured(score) for score in evaluation.families},
        "classes": {score.name: _measured(score) for score in evaluation.classes},
    }
    beside = measured.FILE.with_suffix(".tmp")
    beside.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    beside.replace(measured.FILE)
    measured.forget()
    return measured.FILE


def _head(evaluation: Evaluation) -> dict[str, Any]:
    return {"files": [_file(file) for file in evaluation.files], "half": evaluation.half}


def _file(file: LabelledFile) -> dict[str, Any]:
    return {"name": file.name, "sha256": file.sha256, "documents": file.documents}


def _measured(score: Score) -> dict[str, Any]:
    return {
        "precision": _share(score.documents.precision),
        "recall": _share(score.documents.recall),
        "labelled": score.labelled,
        "told": score.told,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "labelled": score.labelled,
        "told": score.told,
        "right": score.right,
        "by_document": _grade(score.documents),
        "by_character": _grade(score.characters),
        "hinted": score.hinted,
        "hinted_right": score.hinted_right,
    }


def _grade(grade: Grade) -> dict[str, Any]:
    return {name: _share(getattr(grade, name)) for name in ("precision", "recall", "f1")}


def _share(share: Share) -> dict[str, Any]:
    rounded = (None if x is None else round(x, PLACES) for x in share[:3])
    return dict(zip(("value", "low", "high", "of"), (*rounded, share.of), strict=True))


def _clean(line: CleanLine) -> dict[str, Any]:
    return {
        "genre": line.genre or "all",
        "documents": line.alert.of,
        "alert_grade": _share(line.alert),
        "error_grade": _share(line.error),
    }
