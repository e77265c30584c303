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

_HEADING = later(r"[^\w]*(?P<core>[\u4e00-\u9fff]{2,6}?)(?P<form>体育|电竞|娱乐|棋牌|真人)\s*$")
MACHINES = usages({"品牌使命", "全能平台", "首选平台", "互动娱乐"})
"""Claims without one of which such a page is not looked at."""

_CLAIM = any_of(usages(_GROUPS["claims of machines"]))
_BET = later("竞猜|投注|下注|押注|盘口|滚球|彩金|返水|真人视讯|百家乐")
_CRIME = any_of(
    {*usages(_GROUPS["accounts of it"])} - {"融资", "股份", "营收"}
)  # a page of praise tells of its investors
_CLAIMS = 3  # different ones, and a word for bets, above which a name alone is the title

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
    head = text.folded(*first.inner)[:HEAD] if first else ""
    title = _TITLE.match(head) or _HEADING.match(head)
    if not title or not first or is_honest(title["core"]):
        return None
    folded = text.folded(0, _READ)
    if title.re.pattern == _HEADING.pattern:
        times = folded.count(title["core"] + title["form"])
        claims = {match[0] for match in _CLAIM.finditer(folded)}
        if times < _NAMED or len(claims) < _CLAIMS or not _BET.search(folded) or _CRIME.search(folded):
            return None
        return Praised(first.inner[0], len(text.view.rstrip()), title["core"] + title["form"], times)
    times = folded.count(title["core"])
    promises = {match[0] for match in _PROMISE.finditer(folded)}
    enough = times >= _NAMED and len(promises) >= _PROMISES - (times >= _OFTEN)
    if not enough or not title["form"] or _ACCOUNT.search(folded):
        return None
    return Praised(first.inner[0], len(text.view.rstrip()), title["core"], times)
