"""Pages that praise one betting site from top to bottom: its name with the way in as title, the name in every paragraph."""

from __future__ import annotations

from typing import NamedTuple

from checks.evidence.search_terms import FORMS, HEAD, WAYS, is_honest
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import Text, any_of, later

_GROUPS = phrase_groups("spam_words")
_PROMISE = any_of(usages(_GROUPS["promises"]))
_ACCOUNT = any_of(usages(_GROUPS["accounts of it"]))
_TITLE = later(
    rf"[^\w]*(?P<core>[\u4e00-\u9fffa-z0-9]{{2,10}}?)(?P<form>{FORMS}|游戏|大厅|国际|平台)?\W?(?:\([^()]{{1,12}}\)\W?)?(?:{WAYS})"
)

# Set on pages of ours: a spun page names its site once in every sentence or two and promises four things and more; an
# honest review of an app names it as often, and promises none of them.
_NAMED, _OFTEN = 4, 8  # times that the name comes
_PROMISES = 3  # different ones; one less where the name comes often
_READ = 6_000  # letters of a text that are read


class Praised(NamedTuple):
    """A page that praises a site: its place in the view, the name, how often it comes."""

    start: int
    end: int
    name: str
    times: int


def praised_in(text: Text) -> Praised | None:
    """The page, if its first line is a site's name with the way in and all the rest praises that site."""
    first = next((line for line in text.first_lines(3) if line.stripped), None)
    title = _TITLE.match(text.folded(*first.inner)[:HEAD]) if first else None
    if not title or not first or is_honest(title["core"]):
        return None
    folded = text.folded(0, _READ)
    times = folded.count(title["core"])
    promises = {match[0] for match in _PROMISE.finditer(folded)}
    enough = times >= _NAMED and len(promises) >= _PROMISES - (times >= _OFTEN)
    if not enough or not title["form"] or _ACCOUNT.search(folded):
        return None
    return Praised(first.inner[0], len(text.view.rstrip()), title["core"], times)
