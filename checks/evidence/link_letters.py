"""Letters that send a stranger to a site of cures: a complaint, a question or a promise, and addresses in place of a text.

Each line that says something is followed by the address where to read on or to order. Articles on health quote sources, too,
far apart; friends and bodies who pass addresses on are told by how they speak.
"""

from __future__ import annotations

from checks.evidence.notices import LINK
from checks.evidence.selling import AGAINST, PATTERNS
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import Text, any_of, later

AILMENTS = usages(phrase_groups("contact_spam")["anchors: ailments"])
"""Complaints without one of which no letter is looked at."""

_AILMENT = any_of(AILMENTS)
_HAN = later(r"[㐀-鿿]")
_KINDS = ("asked", "promise", "persuasion", "gain", "bargain", "goods", "welcome", "unasked")
_AGAINST = AGAINST - {"setting"}
_SOURCES = later("参考|来源|出处|引自|转自|转载|文献|原文|百科|维基|doi|pubmed|新闻|报告|研究表明|指南|编辑")
LONGEST = 1_500  # characters of such a letter; by judgement: the letters of ours have up to 900
_FEW = 2  # kinds that speak for it
_LONG = 24  # characters of an address of a page; a bare host is somebody's signature
_TEXT = 150  # Han characters for each address: ten lines of a letter


def sends_to_cures(text: Text) -> tuple[int, tuple[str, ...]] | None:
    """How many kinds of evidence such a letter holds, and the complaints it names; nothing for any other text."""
    if len(text.view) > LONGEST:
        return None
    links = [link for link in LINK.findall(text.view) if len(link) >= _LONG]
    if not links or len(_HAN.findall(text.view)) > _TEXT * len(links):
        return None
    folded = LINK.sub(" ", text.folded(0, len(text.view)))
    ailments = tuple(dict.fromkeys(match[0] for match in _AILMENT.finditer(folded)))
    if not ailments or _SOURCES.search(folded) or any(PATTERNS[kind].search(folded) for kind in _AGAINST):
        return None
    kinds = sum(bool(PATTERNS[kind].search(folded)) for kind in _KINDS)
    return (kinds, ailments[:3]) if kinds >= _FEW else None
