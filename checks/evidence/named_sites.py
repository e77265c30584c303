"""Sites named right before an address that has nothing of the name in it: a hint, for many a site is called otherwise.

A Chinese site mostly takes its address from its name: syllables of it, or their first letters. Everything looks at a
folded passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checks.evidence.claimed_sites import Claimed
from checks.evidence.official_sites import HOST, SITES, is_foreign
from checks.text import later

_NAMED = later(
    rf"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{{2,10}}网站?)[ \t]{{0,2}}[:(\[<【—-]?[ \t]{{0,2}}(?:https?:/{{1,2}})?(?P<host>{HOST})"
)
_NO_NAME = later(
    "^(?:来源|转自|摘自|据|原载|登录|访问|参考|链接|本|该|此|官方|门户|公司|企业|学校|单位|政府|以上|相关|友情|互联|上|下载|请|详见|见)|(?:官|官方|门户|公司|学校|单位|协会|政府|大学|相关|查询|互联)网站?$"
)
_OFFICIAL = tuple(SITES)  # of these the domains are known, and longer names may end so
_PART = 3  # letters of a syllable that is seen in an address by itself

JOINED = frozenset(
    f"{name}{joint}{start}"
    for name in ("网", "网站")
    for joint in ("", " ", ":", "(", "[", "【")
    for start in ("www.", "http")
)
"""A name of a site, and the beginning of an address right behind it."""


def strangers_in(passage: str) -> Iterator[Claimed]:
    """The named sites of a folded line beside addresses that share neither syllables nor initials with their names.

    >>> [x.host for x in strangers_in("水城美食网 www.example.com")], [*strangers_in("水城网 www.shuicheng.com")]
    (['www.example.com'], [])
    """
    for match in _NAMED.finditer(passage):
        host = match["host"].replace("。", ".")
        name = match["name"]
        if (
            not name.endswith(_OFFICIAL)
            and not _NO_NAME.search(name)
            and is_foreign(host, ())
            and not _is_called(name, host)
        ):
            yield Claimed(*match.span(), name, host)


def _is_called(name: str, host: str) -> bool:
    """A syllable of three letters, two syllables, or two initials in a row stand in the host, or it has hardly any letters."""
    label = "".join(re.findall("[a-z]", host.removeprefix("www.").rpartition(".")[0]))
    syllables = _syllables(name.removesuffix("站").removesuffix("网"))
    pairs = ["".join(pair) for pair in pairwise(syllables)]
    initials = [a[:1] + b[:1] for a, b in pairwise(syllables)]
    longest = (syllable for syllable in syllables if len(syllable) >= _PART)
    return len(label) < 2 or any(part in label for part in (*longest, *pairs, *initials))


@cache
def _syllables(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(name))
