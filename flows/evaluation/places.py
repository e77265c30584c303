"""Arithmetic of places: ``[start, end)`` in code points, any number of them, in any order."""

from __future__ import annotations

from collections.abc import Iterable

Place = tuple[int, int]


def merged(places: Iterable[Place]) -> list[Place]:
    """The same characters as places in order that neither touch nor overlap.

    >>> merged([(4, 6), (0, 2), (5, 9), (2, 3)])
    [(0, 3), (4, 9)]
    """
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def size(places: Iterable[Place]) -> int:
    """How many characters lie in at least one of the places."""
    return sum(end - start for start, end in merged(places))


def shared(some: Iterable[Place], others: Iterable[Place]) -> int:
    """How many characters lie in places of both.

    >>> shared([(0, 5), (8, 10)], [(3, 9)])
    3
    """
    some, others = merged(some), merged(others)
    return size(some) + size(others) - size([*some, *others])
