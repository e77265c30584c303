"""Our own small drawings: a sparkline and a bullet bar under 300 bytes each, and the icons.

A nanoplot of great-tables takes 10-17 kB and 25-45 ms; these cost a few hundred bytes and nothing.
Colours come from the style sheet, so that dark mode and print apply to them too.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from markupsafe import Markup

LONG, SHORT, TALL = 90, 14, 40  # a season of nights; fewer than two weeks of them do not fill the width
RUNS, STEP, HEIGHT = 30, 3, 14  # a month of nights; 30 points of 3 px with heights below 15 fit in 300 bytes


def sparkline(history: Sequence[float | None]) -> Markup:
    """Draw the last 30 values, oldest first, gaps where a run has none; nothing for fewer than two.

    The line stands on zero, so that 20 % to 21 % does not look like a cliff.
    """
    values = list(history)[-RUNS:]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return Markup()
    low, high = min(0.0, *known), max(0.0, *known)
    heights = [None if value is None else _height(value, low, high) for value in values]
    lead = RUNS - len(values)  # the newest run is always at the right edge
    return Markup(
        '<svg class="spark" viewBox="-2 -2 91 18" aria-hidden="true">'
        '<path d="{}"/><circle cx="{}" cy="{}" r="2"/></svg>'
    ).format(_line([None] * lead + heights), *_last([None] * lead + heights))


def curve(history: Sequence[float | None], marks: Sequence[int] = ()) -> Markup:
    """Draw up to 90 shares over the whole width, oldest first, standing on zero.

    ``marks`` are indices that get a dashed line.
    """
    values = list(history)[-LONG:]
    width = (max(len(values), SHORT) - 1) * STEP
    dropped = len(history) - len(values)
    top = max((value for value in values if value is not None), default=0.0)
    heights = [
        None if value is None else round(TALL * (1 - value / top) if top else TALL) for value in values
    ]
    lines = "".join(f"M{(mark - dropped) * STEP} 0v{TALL}" for mark in marks if mark >= dropped)
    return Markup(
        '<svg class="curve" viewBox="-3 -3 {} {}" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="base" d="M0 {}h{}"/><path class="changed" d="{}"/><path class="line" d="{}"/></svg>'
    ).format(width + 6, TALL + 6, TALL, width, lines, _line(heights))


def bullet(share: float | None, tolerated: float) -> Markup:
    """Draw a share of 0-1 as a bar and what is tolerated as a tick, both on a square-root scale.

    The square root keeps 0.1 % visible and 1 % apart from 5 % while 100 % still fits.
    """
    bar = "" if share is None else f'<rect width="{_root(share)}" height="6" y="4"/>'
    over = " over" if share is not None and share > tolerated else ""
    return Markup(
        '<svg class="bullet{0}" viewBox="0 0 100 14" aria-hidden="true">'
        '<path class="base" d="M0 7h100"/>{1}<path class="tick" d="M{2} 1v12"/></svg>'
    ).format(over, Markup(bar), _root(tolerated))  # noqa: S704 - numbers only


def icon(name: str) -> Markup:
    """Refer to one of the icons that the page defines once: critical, error, warning, info, ok, na."""
    return Markup('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)


ICONS = Markup(
    '<svg width="0" height="0" class="icons" aria-hidden="true">'
    '<symbol id="i-critical" viewBox="0 0 20 20"><path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z"/>'
    '<path class="cut" d="M6.8 6.8l6.4 6.4m0-6.4l-6.4 6.4"/></symbol>'
    '<symbol id="i-error" viewBox="0 0 20 20"><path d="M10 1.2L19.4 18.5H.6z"/>'
    '<path class="cut" d="M10 7.5v5m0 2.4v.2"/></symbol>'
    '<symbol id="i-warning" viewBox="0 0 20 20"><path d="M10 .6l9.4 9.4-9.4 9.4L.6 10z"/>'
    '<path class="cut" d="M10 5.5v5.2m0 3v.2"/></symbol>'
    '<symbol id="i-info" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/>'
    '<path class="cut" d="M10 9v6m0-9.2v.2"/></symbol>'
    '<symbol id="i-ok" viewBox="0 0 20 20"><path class="line" d="M4 10.5l4.2 4.2L16 6"/></symbol>'
    '<symbol id="i-na" viewBox="0 0 20 20">'
    '<path class="thin" d="M2 2h16v16H2zM2 8l6-6M2 14L14 2M3 18L18 3M9 18l9-9M15 18l3-3"/></symbol>'
    "</svg>"
)


def _height(value: float, low: float, high: float) -> int:
    """The y of a value, 0 at the top; nothing but zeros lie at the bottom."""
    return HEIGHT if high == low else round(HEIGHT * (high - value) / (high - low))


def _line(heights: Sequence[int | None]) -> str:
    """Relative path commands; a move bridges a gap, and a value between two gaps is a dot."""
    path, x, y = "", 0, 0
    for number, height in enumerate(heights):
        if height is None:
            continue
        starts = not number or heights[number - 1] is None
        path += _step("m" if starts else "l", number * STEP - x, height - y)
        if starts and (number + 1 == len(heights) or heights[number + 1] is None):
            path += "h0"
        x, y = number * STEP, height
    return path


def _step(command: str, x: int, y: int) -> str:
    return f"{command}{x}{y}" if y < 0 else f"{command}{x} {y}"


def _last(heights: Sequence[int | None]) -> tuple[int, int]:
    return max((number * STEP, height) for number, height in enumerate(heights) if height is not None)


def _root(share: float) -> str:
    return f"{100 * sqrt(min(max(share, 0.0), 1.0)):.3g}"
