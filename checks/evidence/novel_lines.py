"""Lines that novel sites set into the chapters they copy: where the newest chapter stands, what to remember, what to install.

A promise of such a site, a call to the reader, and an address or the name of a site: three kinds of words in one sentence
or one pair of brackets. Everything looks at a folded line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence.official_sites import HOST
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, later

_GROUPS = phrase_groups("sales_lines")
PROMISES = usages(_GROUPS["novel: sure"])
"""Without one of these there is no such line."""

_SURE, _CALL, _SITE, _ACCOUNT = (
    any_of(usages(_GROUPS[f"novel: {name}"])) for name in ("sure", "calls", "sites", "account")
)
_HOST = later(HOST)
_BRACKET = later(r"[(\[【][^()\[\]【】\n]{8,160}[)\]】]")
_SENTENCE = later(r"[^。!?~\n]{6,240}[。!?~]{0,3}")
_READING = later("阅读|小说|章节|更新|看书|读书|本书|弹窗|全文|全本|书友|追书")
_PROGRAM = later(
    r"(?:推荐|好用|真心|真特么|不错|值得装).{0,40}(?:app|神器|软件|换源)|(?:app|神器|换源).{0,20}(?:不错|好用|值得)"
)
_QUOTED = '“”"「」『』'  # what somebody says, or an article quotes
_CALLS = 3  # different calls where only the name of a site stands, and no address


class Line(NamedTuple):
    """The place of such a sentence in the folded line, and what it promises."""

    start: int
    end: int
    promise: str


def novel_lines_in(folded: str) -> Iterator[Line]:
    """The brackets and sentences of a line in which a novel site speaks of itself.

    >>> [x.promise for x in novel_lines_in("门开了(看最快更新请到竹影小说网 www.example.com)。")]
    ['看最快更新']
    """
    done: list[tuple[int, int]] = []
    for match in (*_BRACKET.finditer(folded), *_SENTENCE.finditer(folded)):
        start, end = match.span()
        if any(start < b and a < end for a, b in done) or not (promise := _promise(match[0])):
            continue
        done.append((start, end))
        yield Line(start + len(match[0]) - len(match[0].lstrip()), end, promise)


def _promise(said: str) -> str:
    """What the sentence promises, if it is one of these."""
    sure = _SURE.search(said)
    if not sure or _ACCOUNT.search(said) or said.lstrip()[0] in _QUOTED:
        return ""
    calls = {match[0] for match in _CALL.finditer(said)}
    site = _SITE.search(said) is not None
    if _HOST.search(said) and calls and _READING.search(said):
        return sure[0]
    named = site and (len(calls) >= _CALLS or (bool(calls) and bool(_PROGRAM.search(said))))
    return sure[0] if named else ""
