"""Shares with their 95 % intervals. Pure and repeatable: the same counts give the same figures.

Shares of documents: E. B. Wilson, "Probable inference, the law of succession, and statistical
inference", JASA 22 (1927). F1 by document: the "Wilson indirect" interval of K. F. Y. Lam, V. Gopal
and J. Qian, "Confidence intervals for the F1 score: a comparison of four methods" (arXiv
2309.14621): F1 = 2j / (1 + j) grows with the share j of right ones among right, wrong and missed,
so the ends of Wilson's interval of j are carried over; unlike the delta method and the bootstrap it
keeps its width where nothing was wrong. Characters of one document rise and fall together, and a
mean over families is no share: there the percentile bootstrap over documents is used (B. Efron,
"Bootstrap methods", Annals of Statistics 7, 1979).
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from checks.measured import Share

Z = 1.959964  # 95 % of a normal distribution lie within so many deviations
RESAMPLES = 1_000
SEED = 20_261_121
NOTHING = Share(None, None, None, 0)

Samples = NDArray[np.float64]


def wilson(part: int, whole: int) -> Share:
    """The share ``part / whole`` with Wilson's score interval.

    >>> [round(x, 3) for x in wilson(8, 10)[:3]], wilson(0, 0).value
    ([0.8, 0.49, 0.943], None)
    """
    if not whole:
        return NOTHING
    share = part / whole
    centre = share + Z * Z / (2 * whole)
    spread = Z * sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    scale = 1 + Z * Z / whole
    low = 0.0 if part == 0 else max((centre - spread) / scale, 0.0)
    return Share(share, low, 1.0 if part == whole else min((centre + spread) / scale, 1.0), whole)


def f1(right: int, wrong: int, missed: int) -> Share:
    """F1 of documents with the Wilson indirect interval.

    >>> [round(x, 3) for x in f1(8, 1, 1)[:3]]
    [0.889, 0.658, 0.971]
    """
    value, low, high, of = wilson(right, right + wrong + missed)
    if value is None or low is None or high is None:
        return NOTHING
    return Share(_doubled(value), _doubled(low), _doubled(high), of)


def resampled(counts: Samples) -> Samples:
    """Sums of documents drawn anew, with replacement: documents x columns to resamples x columns.

    The generator is the one whose stream NumPy has frozen (NEP 19).
    """
    number = len(counts)
    if not number:
        return np.zeros((RESAMPLES, counts.shape[1]))
    draw = np.random.RandomState(SEED)
    weights = (np.bincount(draw.randint(number, size=number), minlength=number) for _ in range(RESAMPLES))
    return np.array([weight @ counts for weight in weights])


def ratio(parts: Samples, wholes: Samples) -> Samples:
    """Parts of wholes; NaN where there is no whole."""
    found = np.full(len(parts), np.nan)
    np.divide(parts, wholes, out=found, where=wholes > 0)
    return found


def bootstrapped(value: Callable[[Samples], Samples], sums: Samples, samples: Samples, of: int) -> Share:
    """``value`` of the sums (1 x columns), with the middle 95 % of its values on the resamples.

    Widened where needed to hold the value itself, which few documents can leave outside.
    """
    (point,) = value(sums)
    values = value(samples)
    values = values[~np.isnan(values)]
    if np.isnan(point) or not len(values):
        return NOTHING
    low, high = np.percentile(values, [2.5, 97.5])
    return Share(float(point), float(min(low, point)), float(max(high, point)), of)


def _doubled(share: float) -> float:
    return 2 * share / (1 + share)
