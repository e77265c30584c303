"""Damage to lines, spaces and widths on the way from HTML to text."""

from __future__ import annotations

import random
import re

from tests.faults.page import HAN, Fault, Page, half_width, is_marked, mark
from tests.faults.script import mark_from, mark_to

_BETWEEN_HAN = re.compile(f"(?<={HAN.pattern})(?={HAN.pattern})")


def _fresh(page: Page, least: int = 30) -> list[int]:
    return [k for k, line in enumerate(page.lines) if len(line) >= least and not is_marked(line)]


def _spaces(space: str, share: float) -> Fault:
    """Spaces where the source had line ends or justified text."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = list(page.lines)
        for k in _fresh(page, 10):
            lines[k] = _BETWEEN_HAN.sub(
                lambda _: mark("stray_space", space) if rng.random() < share else "", lines[k]
            )
        return page.with_lines(lines, "stray spaces")

    return Fault("stray_space", f"{space!r} {share}", make)


def _broken(after_comma: bool, width: int) -> Fault:
    """Hard line ends inside sentences: after a comma, or at a fixed width (text files, PDF)."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = []
        for line in page.lines:
            if is_marked(line) or len(line) < 30:
                lines.append(line)
            elif after_comma:
                lines.append(
                    re.sub(
                        "，(?=.)",
                        lambda m: "，" + mark("broken_line", "\n") if rng.random() < 0.4 else m[0],
                        line,
                    )
                )
            else:
                pieces = [line[k : k + width] for k in range(0, len(line), width)]
                lines.append(mark("broken_line", "\n").join(pieces))
        return page.with_lines(lines, "broken lines")

    return Fault("broken_line", "after a comma" if after_comma else f"every {width}", make)


def joined_title(rng: random.Random, page: Page) -> Page:
    """A heading glued to what follows."""
    if len(page.lines) < 2:
        return page
    first, second, *rest = page.lines
    return page.with_lines([mark("joined_lines", first + second), *rest], "title and text joined")


def joined_everything(rng: random.Random, page: Page) -> Page:
    """All line ends are gone."""
    if any(map(is_marked, page.lines)):
        return page
    return page.with_lines([mark("joined_lines", "".join(page.lines))], "one line")


def _nbsp(share: float) -> Fault:
    """&nbsp; for indents and between words."""

    def make(rng: random.Random, page: Page) -> Page:
        lines = [
            mark("nbsp_residue", "\u00a0" * rng.randint(1, 4)) + line if rng.random() < share else line
            for line in page.lines
        ]
        lines[-1] += mark("nbsp_residue", "\u00a0")
        return page.with_lines(lines, "no-break spaces")

    return Fault("nbsp_residue", str(share), make)


def folded(rng: random.Random, page: Page) -> Page:
    """All ，：；？！（） became ASCII: the normalisation of some corpora."""
    lines = [half_width(line) for line in page.lines]
    lines[0] = mark_from(lines[0], "punct_width_folded")
    lines[-1] = mark_to(lines[-1], "punct_width_folded")
    return page.with_lines(lines, "folded")


FAULTS = [
    *(_spaces(space, share) for space in (" ", "　", "  ") for share in (0.03, 0.3, 1.0)),
    _broken(True, 0),
    *(_broken(False, width) for width in (20, 38, 60)),
    Fault("joined_lines", "title", joined_title),
    Fault("joined_lines", "everything", joined_everything),
    *(_nbsp(share) for share in (0.2, 0.6, 1.0)),
    Fault("punct_width_folded", "whole", folded),
]
