"""A headline in the other script than the text below it."""

from __future__ import annotations

from checks.evidence.scripts import Passage, passage_of_line, simplified, traditional
from checks.text import Text, fold, later

_NAMED = later("[「『《〈][^」』》〉\n]{1,60}[」』》〉]")  # titles of works, signboards, quotations
_PARTS = later("[，。！？、；：,;:]")
_HAN = later("[\u3400-\u9fff]")

LEAST, LONGEST = 10, 60  # Han characters of a headline; a name has fewer, a paragraph more
CERTAIN, SOME = 6, 4  # different characters of the other script
AGAIN, OFTEN = 0.15, 0.35  # share of its pairs of characters that come again below, for so many
BODY, STRAY = 20, 0.05  # characters of one script below, and the share of the other among them


def strange_headline(text: Text) -> Passage | None:
    """The first line, if it is in the other script than all below and speaks of the same."""
    lines = [line for line in text.lines if not line.text.isspace() and line.text]
    if len(lines) < 2:
        return None
    head, below = passage_of_line(lines[0]), text.view[lines[1].start :]
    if not LEAST <= head.han <= LONGEST or bool(head.traditional) == bool(head.simplified):
        return None
    said = text.view[head.start : head.end]
    own, other = (traditional(), simplified()) if head.traditional else (simplified(), traditional())
    rest = len(other.findall(below))
    if rest < BODY or len(own.findall(below)) > STRAY * rest or _is_quoted(said):
        return None
    return head if _speaks_of(set(own.findall(_NAMED.sub("", said))), said, fold(below)) else None


def _is_quoted(said: str) -> bool:
    """A finished sentence or a verse: halves of one length."""
    parts = [len(_HAN.findall(part)) for part in _PARTS.split(said) if part]
    return said.endswith(("。", "；")) or (len(parts) > 1 and len(set(parts)) == 1)


def _speaks_of(own: set[str], said: str, below: str) -> bool:
    """Its words come again below, the more the fewer characters show the script; not the whole line once more."""
    plain = "".join(_HAN.findall(fold(said)))
    pairs = {plain[at : at + 2] for at in range(len(plain) - 1)}
    again = sum(pair in below for pair in pairs) / len(pairs)
    needed = AGAIN if len(own) >= CERTAIN else OFTEN
    return len(own) >= SOME and again >= needed and fold(said) not in below
