"""Crosses, rings and X that leave a name open, told from those that stand for a word.

Names are left open before a word for a firm, a place or a person, and behind a role. After the verbs of
deeds, before the nouns of what filters hide, and where somebody is cursed, no name is to be expected.
"""

from __future__ import annotations

from typing import Literal

from checks.evidence.lexicon import masked_words, missing_between, words
from checks.evidence.signs import GROUPS, NEAR, Mask, any_in
from checks.text import Text, later

Verdict = Literal["mask", "doubtful", "other"]

NUMERALS = frozenset("一二三四五六七八九十百千零〇两廿卅第")
SURNAMES = frozenset(GROUPS["surnames"][0])
QUOTES, CLOSING = ("“", "‘", "「", "『", '"'), ("”", "’", "」", "』", '"')
_OPEN_QUOTE, _CLOSE_QUOTE = later("[“「『]([^“”「」『』]*)$"), later("^([^“”「」『』]*)[”」』]")
_PATTERN = later("句式|句型|格式|造句|公式|模板|套路")
_OF_PATTERNS = later("标题|结构|文案|口号|诸如|类似|之类|例如|比如|比方|常见|句子|写法|说法|开头|结尾")


def names(mask: Mask, things: str = "private_things") -> bool:
    """A name is left open, of a town, a firm, a person: a word for such follows, and begins no other word."""
    named = any_in(things).match(mask.after)
    return named is not None and (len(named[0]) > 1 or mask.after[:2] not in words())


def open_name(text: Text, mask: Mask) -> Verdict:
    """Rings and crosses mostly leave a name open; after some verbs no name is to be expected."""
    if _in_pattern(text, mask):
        return "other"
    if mask.size < 2:
        return "doubtful" if _is_fragment(mask) else "other"
    if names(mask, "named_things"):
        return "other"
    if _is_curse(text, mask):
        return "mask"
    if mask.before.endswith(GROUPS["roles"]):
        return "other"
    deed = mask.before.endswith(GROUPS["verbs"]) or mask.after.startswith(GROUPS["kinds"])
    return "mask" if deed else "doubtful"


def _is_fragment(mask: Mask) -> bool:
    """What stands before it begins a word that filters take out, and ends none: 赌×, 警×."""
    before = mask.before[-1:]
    if not before or mask.before[-2:] in words() or before in SURNAMES or before in NUMERALS:
        return False
    fills = {m for _, m, after in missing_between(before, "") if len(m) == 1 and before + m in masked_words()}
    return bool(fills) and not names(mask, "named_things")


def _is_curse(text: Text, mask: Mask) -> bool:
    """What somebody shouts or is called, alone in quotation marks."""
    return text.view[mask.start - 1 : mask.start] in QUOTES and mask.before.endswith(GROUPS["curses"])


def _in_pattern(text: Text, mask: Mask) -> bool:
    """A quotation that is a pattern to fill in: “××怎么办”, “因为××，所以××”."""
    if _PATTERN.search(text.folded(mask.start - NEAR, mask.end + NEAR)):
        return True
    opened, closed = _OPEN_QUOTE.search(mask.left), _CLOSE_QUOTE.search(mask.right)
    held = opened[1] + closed[1] if opened and closed else ""
    return bool(held) and bool(_OF_PATTERNS.search(text.folded(mask.start - NEAR, mask.end + NEAR)))
