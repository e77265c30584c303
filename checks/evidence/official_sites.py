"""Names of official sites, the domains they use, and the addresses that stand beside a name.

Everything here looks at a folded passage. The table is closed: ``domain_mismatch.toml``; beside it stand the kinds of
office that sign with their place (a people's government, a court), all of which are under one domain of the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checks.alternation import alternation
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import later

SITE_WORDS = ("网站", "官网", "官方网站", "官方网址", "门户网站", "入口网站", "政府网站")
_GROUPS = phrase_groups("domain_mismatch")


def _table() -> dict[str, tuple[str, ...]]:
    """Name of a site -> its domains, the offices with each of the words that make a site of them."""
    table: dict[str, tuple[str, ...]] = {}
    for group, names in _GROUPS.items():
        first, *rest = group.split()
        words, domains = (SITE_WORDS, rest) if first == "offices" else (("",), [first, *rest])
        if first != "shared":
            table |= {name + word: tuple(domains) for name in names for word in words}
    return table


SITES: Mapping[str, tuple[str, ...]] = _table()
# A domain of any official site is never foreign: two sites may be named in a row, then two addresses.
_NEVER_FOREIGN = frozenset(_GROUPS["shared"]).union(
    *(group.split() for group in _GROUPS if not group.startswith("offices"))
)
# Other governments, schools and armies: gov.tw, go.jp, edu, mil.kr; an embassy or a sister office.
_FOREIGN_OFFICE = later(r"(?:^|\.)(?:gov|gob|gouv|gub|go|edu|ac|mil|int)(?:\.[a-z]{2})?$")

# Endings in use for sites in Chinese; a closed list keeps "index.html" and "v1.0" from being hosts.
_ENDINGS = (
    "com|net|org|cn|cc|tv|info|biz|me|co|io|top|xyz|vip|club|site|online|shop|store|wang|ren|xin|fun|icu|win|bid|ltd"
    "|work|live|link|mobi|name|pro|asia|gov|edu|hk|tw|mo|jp|kr|sg|my|us|uk|ca|au|nz|de|fr|ru|in|eu|la|ws|tk|ml|ga|cf"
    "|gq|pw|so|im|to|vn|th|ph|id|bet|casino|poker|bingo|game|games|app|dev|cloud|world|today|cyou|cfd|sbs|buzz|lol|mom"
    "|bond|fit|pics|skin|hair|monster|quest|rest|run|best|love|group|ink|red|blue|pub|tech|host|press|news|video|one|plus"
)
_LABEL = r"[a-z0-9][a-z0-9-]{0,61}"  # RFC 1035: a label has at most 63 characters
HOST = rf"(?:(?:{_LABEL}\.){{1,6}}|(?:{_LABEL}。){{2,6}})(?:{_ENDINGS})(?![a-z@-]|[.。]?[a-z0-9.-]{{0,61}}@)"
_OPENERS = r"[ \t:(\[<【《「\"“\-—]"
BESIDE = later(
    rf"{_OPENERS}{{0,6}}(?:(?:官方)?(?:网站|网址|官网|域名|地址|主页|url){_OPENERS}{{0,4}}[为是]?{_OPENERS}{{0,2}})?"
    rf"(?:https?:/{{1,2}})?(?P<host>{HOST})(?P<port>:\d{{1,5}})?(?P<path>/[!-;=?-~]{{0,200}})?"
)

_SIGNATURES = phrase_groups("signatures")
SIGNED_BY = tuple(_SIGNATURES["domains"])
"""Domains of offices that every place has."""


def _one_of(names: Iterable[str]) -> str:
    return f"(?:{alternation(usages(names))})"


_SITE = f"(?:{_one_of(SITE_WORDS)}|网)"
_OFFICES = _one_of(name for group, names in _GROUPS.items() if group.startswith("offices") for name in names)
_OWN = _one_of(
    name for group, names in _GROUPS.items() if not group.startswith(("offices", "shared")) for name in names
)
_CLAIM = rf"(?:{_one_of(_SIGNATURES['claims'])}|[12]\d{{3}}[年./-]\d{{1,2}}[月./-]\d{{1,2}}日?|[12]\d{{3}}(?:-[12]\d{{3}})?|[为是于归由\s:·|,;()\[\]<>【】《》「」\"“”—-])"
SIGNED = later(
    rf"(?P<lead>{_CLAIM}{{0,12}})(?P<name>{_OWN}|(?:中华人民共和国|中国)?{_OFFICES}{_SITE}?"
    rf"|[\u4e00-\u9fff]{{0,10}}{_one_of(_SIGNATURES['kinds'])}(?:办公室|办公厅|信息中心|资讯中心|网信办|新闻办)?{_SITE}?)"
    rf"(?P<labels>{_CLAIM}{{0,12}})(?:https?:/{{1,2}})?(?P<host>{HOST})(?P<path>(?::\d{{1,5}})?(?:/[!-;=?-~]{{0,200}})?)"
)
"""The beginning of a line that signs: claims, an official name, claims, an address."""


def domains_of(name: str) -> tuple[str, ...]:
    """The domains of a name met in a signature; of an office that every place has, those of the state."""
    for known, domains in SITES.items():
        if name == known or f"{name}网站" == known or name.endswith(known):
            return domains
    return SIGNED_BY


def is_foreign(host: str, domains: Iterable[str]) -> bool:
    """Neither one of these domains, nor official for another, nor another government's."""
    suffixes = {host[i:] for i in range(len(host)) if i == 0 or host[i - 1] == "."}
    return not (suffixes & _NEVER_FOREIGN or suffixes.intersection(domains) or _FOREIGN_OFFICE.search(host))
