"""How numbers are written: thousands apart, shares in percent, changes with their sign."""

from __future__ import annotations

NOTHING = "–"


def count(number: int) -> str:
    """Write a number with its thousands apart.

    >>> count(5000)
    '5,000'
    """
    return f"{number:,}"


def share(fraction: float | None) -> str:
    """Write a share of 0-1 in percent; only nothing is ``0 %`` and only all is ``100 %``.

    >>> [share(x) for x in (None, 0, 0.0001, 0.109, 0.9999, 1)]
    ['–', '0 %', '<0.1 %', '10.9 %', '>99.9 %', '100 %']
    """
    if fraction is None:
        return NOTHING
    if fraction in (0, 1):
        return f"{fraction * 100:.0f} %"
    if fraction < 0.001:
        return "<0.1 %"
    return f"{fraction * 100:.1f} %" if fraction <= 0.999 else ">99.9 %"


def of(part: int, whole: int) -> str:
    """Write a part and its whole.

    >>> of(545, 5000)
    '545 / 5,000'
    """
    return f"{count(part)} / {count(whole)}"


def change(number: int | None) -> str:
    """Write a change with its sign; None, where nothing came before, is a dash.

    >>> [change(x) for x in (3, -2, 0, None)]
    ['+3', '−2', '±0', '–']
    """
    if number is None:
        return NOTHING
    return "±0" if number == 0 else f"{number:+,}".replace("-", "−")


def points(now: float | None, before: float | None) -> str:
    """Write by how many percent points a share moved.

    >>> [points(*x) for x in ((0.2, 0.15), (0.1, 0.1), (0.1, None), (0.0, 0.031))]
    ['+5.0', '±0', '–', '−3.1']
    """
    if now is None or before is None:
        return NOTHING
    moved = round((now - before) * 100, 1)
    return "±0" if moved == 0 else f"{moved:+.1f}".replace("-", "−")


def seconds(duration: float) -> str:
    """Write a duration in seconds, as fine as it matters.

    >>> [seconds(x) for x in (0.0042, 1.26, 75)]
    ['4 ms', '1.3 s', '75 s']
    """
    if duration < 1:
        return f"{duration * 1000:.0f} ms"
    return f"{duration:.1f} s" if duration < 10 else f"{duration:,.0f} s"


def time(moment: str) -> str:
    """Write an ISO 8601 moment in UTC to the minute; what is no such moment stays as it is.

    >>> time("2026-11-21T18:00:07.123456+00:00"), time("")
    ('2026-11-21 18:00 UTC', '')
    """
    day, _, clock = moment.partition("T")
    in_utc = clock.endswith(("+00:00", "Z"))
    return f"{day} {clock[:5]} UTC" if in_utc and clock[5:6] == ":" else moment
