"""Keyword titles of makers and dealers: three queries and more for the same thing, joined by bars.

Thing + 厂家, thing + 价格, thing + 批发: what buyers type, strung together for search engines above an article. The names
of a firm, its goods and its news are joined so as well; there nothing is asked. Everything looks at a folded line.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, is_han, later

_GROUPS = phrase_groups("title_ways")
_WANTS = alternation(usages(_GROUPS["wants of goods"]))
_QUERY = later(
    rf"(?P<thing>[\u4e00-\u9fffa-z0-9]{{2,16}}?)(?P<wants>(?:{_WANTS})+)(?:一?[平米吨个台套斤张块根方立公件支条片卷][方米斤]?|钱)?"
)
_BUYERS, _SERVICES = (
    any_of(usages(_GROUPS["wants of buyers"])),
    any_of(usages(_GROUPS["asked of services"])),
)
_JOINT = later(r"[_|丨]+|-")
_BAR = later(r"[_|丨]")
_LEAST, _MANY = 3, 4  # queries of a title; more where a service is asked for, as its own pages do
_SHARE = 0.7  # of its parts are such queries, where the name of the firm or one more thing follows
_LONGEST = 160  # letters of such a title

GOODS = frozenset(_GROUPS["wants of buyers"]) | {"哪家好", "哪家便宜", "哪家专业", "哪家强"}
"""Words without one of which no line is such a title."""


class Asked(NamedTuple):
    """The parts of such a title, and what they ask for."""

    queries: tuple[str, ...]
    thing: str


def goods_asked_for(line: str) -> Asked | None:
    """The queries and their thing, if the line is such a title.

    >>> goods_asked_for("竹席厂家_竹席价格_竹席批发_竹席多少钱").thing, goods_asked_for("竹席_草席_某某竹器厂")
    ('竹席', None)
    """
    parts = [part.strip() for part in _JOINT.split(line) if part.strip()] if len(line) <= _LONGEST else []
    if len(parts) < _LEAST or len(_BAR.findall(line)) < _LEAST - 1:
        return None
    found = [match for part in parts if (match := _QUERY.fullmatch(part))]
    thing = _shared([match["thing"] for match in found])
    wants = {match["wants"] for match in found}
    least = _LEAST if len(found) == len(parts) else max(_MANY, _SHARE * len(parts))
    if len(found) < least or len(wants) < _LEAST or not thing:
        return None
    asks = _BUYERS.search(line) or (len(found) >= _MANY and _SERVICES.search(line))
    return Asked(tuple(match[0] for match in found), thing) if asks else None


def _shared(things: list[str]) -> str:
    """The longest run of Han characters that all of these hold, two at least."""
    first = min(things, key=len, default="")
    for size in range(len(first), 1, -1):
        for start in range(len(first) - size + 1):
            run = first[start : start + size]
            if all(map(is_han, run)) and all(run in thing for thing in things):
                return run
    return ""
