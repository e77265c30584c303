"""Fit the weights of the kinds of evidence and print them as they stand in ``checks/evidence/selling.py``."""

from __future__ import annotations

import sys
from math import exp
from typing import NamedTuple

from checks.evidence.offers import NOTE_LINES
from checks.evidence.selling import AGAINST, NOTE, WEIGHTS, counts_of, doublings, evidence_in
from checks.model import Document
from checks.text import Text, visible
from tests.letters import texts

STEPS, RATE = 4_000, 0.2
FOR, DOUBT = (
    0.5,
    0.8,
)  # log-odds of a word before any text is read: kinds weigh alike; chosen with a look at labelled pages
RIDGE = 0.01  # holds a weight to that where few texts speak of it; 0.003-0.05 tried in the same way
SIZE = 0.6  # given: the texts are short, and in a long one such words gather by chance; 0.3-0.8 tried on broadcasts, statutes and labelled pages
DOUBLE = 2.0  # a false alarm costs as much as two misses
LINE = 40  # letters of a line of a look-alike that could be a note
KINDS = tuple(WEIGHTS)


class Sample(NamedTuple):
    """What is counted in one text, and whether it sells."""

    counts: tuple[float, ...]
    sells: bool


def _sample(text: str, sells: bool) -> Sample:
    counts = counts_of(evidence_in(Text(Document("", text)), 0, len(text)))
    size = len(visible(text))
    return Sample((*(float(counts.get(kind, 0)) for kind in KINDS), -doublings(size), 1.0), sells)


def samples() -> list[Sample]:
    """Letters and look-alikes."""
    return [_sample(text, True) for _, text in texts("letters")] + [
        _sample(text, False) for _, text in texts("lookalikes")
    ]


def short_samples() -> list[Sample]:
    """Notes, and what stands beside them: bystanders, the lines of look-alikes, and those as short as a note."""
    alike = [text.strip() for _, text in texts("lookalikes")]
    lines = [line for text in alike for line in text.splitlines() if LINE <= len(line) <= NOTE]
    short = [text for text in alike if len(visible(text)) <= NOTE and 0 < text.count("\n") < NOTE_LINES]
    quiet = [text for _, text in texts("bystanders")] + lines + short
    return [_sample(text, True) for _, text in texts("notes")] + [_sample(text, False) for text in quiet]


def fitted(given: list[Sample]) -> list[float]:
    """Logistic regression by gradient descent; a weight never crosses nought from the side it is given."""
    before = [-DOUBT if kind in AGAINST else FOR for kind in KINDS] + [SIZE, 0.0]
    held = [1] * len(KINDS) + [0, 0]
    weights = list(before)
    for _ in range(STEPS):
        slope = [RIDGE * hold * (w - b) for hold, w, b in zip(held, weights, before, strict=True)]
        for counts, sells in given:
            odds = sum(w * x for w, x in zip(weights, counts, strict=True))
            error = (1 / (1 + exp(-odds)) - sells) * (1.0 if sells else DOUBLE) / len(given)
            slope = [s + error * x for s, x in zip(slope, counts, strict=True)]
        weights = [w - RATE * s for w, s in zip(weights, slope, strict=True)]
        weights = [
            w if w * b > 0 or not hold else 0.0 for w, b, hold in zip(weights, before, held, strict=True)
        ]
        weights[-2] = SIZE
    return weights


def main() -> None:
    """Print the table."""
    *letter, size, base = (round(10 * weight) for weight in fitted(samples()))
    *note, _, note_base = (round(10 * weight) for weight in fitted(short_samples()))
    rows = [
        f'"{kind}": ({WEIGHTS[kind][0]}, {a}, {b}),' for kind, a, b in zip(KINDS, letter, note, strict=True)
    ]
    sys.stdout.write(" ".join(rows) + f"\nBASE, NOTE_BASE, SIZE = {base}, {note_base}, {size}\n")


if __name__ == "__main__":
    main()
