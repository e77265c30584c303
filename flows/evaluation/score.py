"""Scores of families and classes from what was labelled and what was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from checks.measured import Share
from checks.model import FAMILIES, Finding, Severity
from flows.evaluation.counts import Counts, added, by_class, by_family
from flows.evaluation.intervals import Samples, bootstrapped, f1, ratio, resampled, wilson
from flows.evaluation.labelled import LabelledDocument
from flows.evaluation.told import Told
from reports.scores import CleanLine, Grade, Score

FAULTS = tuple(family for family in FAMILIES if family not in ("layout", "shape"))
_WIDTH = len(Counts._fields)

Each = Sequence[Mapping[str, Counts]]
"""Counts by name, one mapping a document."""


def family_scores(documents: Sequence[LabelledDocument], told: Told) -> tuple[tuple[Score, ...], Share]:
    """Scores of the families that are labelled or told, and macro F1 over the fault families labelled."""
    each = [by_family(one, told[one.document.id]) for one in documents]
    sums, samples = added(each), _samples(each)
    scores = tuple(_score(name, sums[name], samples[name]) for name in FAMILIES if name in sums)
    return scores, _macro_f1(present(scores), sums, samples)


def class_scores(documents: Sequence[LabelledDocument], told: Told) -> tuple[Score, ...]:
    """Scores of the classes that are labelled or told, by name."""
    each = [by_class(one, told[one.document.id]) for one in documents]
    sums, samples = added(each), _samples(each)
    return tuple(_score(name, sums[name], samples[name]) for name in sorted(sums))


def present(families: Iterable[Score]) -> tuple[str, ...]:
    """The fault families with at least one labelled document."""
    return tuple(score.name for score in families if score.labelled and score.name in FAULTS)


def clean_lines(documents: Iterable[LabelledDocument], told: Told) -> tuple[CleanLine, ...]:
    """Shares of clean documents with a finding that counts: all of them, then genre by genre."""
    clean = [one for one in documents if one.clean]
    genres = sorted({one.genre for one in clean})
    lines = [_clean_line(genre, [one for one in clean if one.genre == genre], told) for genre in genres]
    return (_clean_line("", clean, told), *(line for line in lines if line.genre)) if clean else ()


def _clean_line(genre: str, documents: Sequence[LabelledDocument], told: Told) -> CleanLine:
    worst = [_worst(told[one.document.id]) for one in documents]
    alerts, errors = (sum(w >= least for w in worst) for least in (Severity.WARNING, Severity.ERROR))
    return CleanLine(genre, wilson(alerts, len(worst)), wilson(errors, len(worst)))


def _worst(findings: Iterable[Finding]) -> int:
    return max((found.severity for found in findings if found.counts), default=0)


def _score(name: str, sums: Counts, samples: Samples) -> Score:
    right, wrong, missed = sums[:3]
    grade = Grade(wilson(right, right + wrong), wilson(right, right + missed), f1(right, wrong, missed))
    by_character = _by_character(sums, samples)
    return Score(
        name, right + missed, right + wrong, right, grade, by_character, sums.hinted, sums.hinted_right
    )


def _by_character(sums: Counts, samples: Samples) -> Grade:
    row = np.array([sums], dtype=np.float64)
    right, wrong, missed = sums[5:]
    return Grade(
        bootstrapped(partial(_precision, first=5), row, samples, right + wrong),
        bootstrapped(partial(_recall, first=5), row, samples, right + missed),
        bootstrapped(partial(_f1, first=5), row, samples, right + wrong + missed),
    )


def _macro_f1(names: Sequence[str], sums: Mapping[str, Counts], samples: Mapping[str, Samples]) -> Share:
    """The mean of the F1 by document; a resample counts the families that it holds."""
    if not names:
        return Share(None, None, None, 0)

    def mean(columns: Samples) -> Samples:
        parts = np.array([_f1(columns[:, k * _WIDTH :], first=0) for k in range(len(names))])
        return ratio(np.nansum(parts, axis=0), (~np.isnan(parts)).sum(axis=0).astype(np.float64))

    row = np.array([[count for name in names for count in sums[name]]], dtype=np.float64)
    return bootstrapped(mean, row, np.hstack([samples[name] for name in names]), len(names))


def _samples(each: Each) -> dict[str, Samples]:
    """The sums of every name on the same resamples of the documents: resamples x counts."""
    names = sorted({name for one in each for name in one})
    table = np.array(
        [[count for name in names for count in one.get(name, Counts())] for one in each], dtype=np.float64
    ).reshape(len(each), _WIDTH * len(names))
    sums = resampled(table)
    return {name: sums[:, k * _WIDTH : (k + 1) * _WIDTH] for k, name in enumerate(names)}


def _precision(columns: Samples, first: int) -> Samples:
    return ratio(columns[:, first], columns[:, first] + columns[:, first + 1])


def _recall(columns: Samples, first: int) -> Samples:
    return ratio(columns[:, first], columns[:, first] + columns[:, first + 2])


def _f1(columns: Samples, first: int) -> Samples:
    right, others = columns[:, first], columns[:, first + 1] + columns[:, first + 2]
    return ratio(2 * right, 2 * right + others)
