"""How words of the trades stand in a sentence: what is beside them, and whether the sentence is about them.

Everything is folded. A place is free beside a full stop, a bracket or nothing; what a sentence leads up to, goes on
from, quotes or reports is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.evidence.queries import Word, words_in
from checks.evidence.search_terms import is_honest
from checks.evidence.trades import GOODS, GROUPS, LURED, OFFERS, REPORTED, SHARP, TRADED
from checks.model import Candidate
from checks.text import Text, later

_STARTING = tuple(GROUPS["starting"])
_LINKED = frozenset(GROUPS["linked"])
STOPS = "。!?;…~—"
"""What ends a sentence."""

_OPEN, _CLOSE = "([【{<《", ")]】}>》"
_QUOTES = "“”\"'‘’「」『』"
_OF_SPORTS = (
    "馆",
    "场",
    "公园",
    "中心",
    "影业",
    "公司",
    "学院",
    "传媒",
    "文化",
    "频道",
    "用品",
    "产业",
    "经纪",
)
_LEADS = later(  # what only a word of the same sentence follows
    "(?:各[种类式]|[多几某此这那哪]种|[许很好]多|一些|[这那某有]些|[这此那]类|所谓的?|常见的?|采取|采用|使用|运用|利用|学习|学会|掌握|了解|介绍|分享|讲解|传授|有关|关于|对于|进行)$"
)
_TAKEN_UP = later(",(?:[这那谁此]|后者|前者)")  # the next part of the sentence speaks of it
_CLAUSE = later(r"[,。;!?]")
_GAP = later(r"[^。!?;,、…\n“”\"「」《》]{0,2}")

AROUND = 30  # letters of its sentence in which a report shows itself
WINDOW = 120  # letters round a candidate: twice the longest unit


def windows(text: Text, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    """The surroundings of the candidates on their lines, overlapping ones as one."""
    found: list[tuple[int, int]] = []
    for candidate in sorted(candidates, key=lambda candidate: candidate.start):
        line = text.line_at(candidate.start)
        low, high = max(candidate.start - WINDOW, line.start), min(candidate.end + WINDOW, line.end)
        if found and low <= found[-1][1] and found[-1][0] >= line.start:
            low, _ = found.pop()
        found.append((low, high))
    return found


def is_honest_name(folded: str, words: Sequence[Word]) -> bool:
    """The first word of the trades only ends a channel's or a maker's name, or begins a body's: 新浪体育官网, 体育影业."""
    core = next((word for word in words if is_core(word)), None)
    if core is None:
        return False
    body = core.text.endswith("体育") and folded[core.end :].startswith(_OF_SPORTS)
    return body or (core.text in LURED and is_honest(folded[: core.start]))


def is_after_comma(folded: str, start: int) -> bool:
    """A part of a sentence begins here; what asks and offers in front of the word belongs to it."""
    return folded[:start].rstrip().endswith(",")


def runs_in(folded: str) -> Iterator[list[Word]]:
    """Words that follow each other at most two letters apart; only runs that tell of a trade."""
    run: list[Word] = []
    for word in [*words_in(folded), None]:
        if word and run and _GAP.fullmatch(folded, run[-1].end, word.start):
            run.append(word)
            continue
        if any(is_core(word) for word in run):
            yield run
        run = [word] if word else []


def is_core(word: Word) -> bool:
    """A word of the trades, or one from which a query is looked for."""
    return word.text in TRADED or word.text in SHARP


def placed(folded: str, run: Sequence[Word]) -> tuple[int, int, list[str], int]:
    """The run without what may belong to the text around it, its words, and how freely it stands (-1: not at all)."""
    run = list(run)
    left, right = left_of(folded, run[0].start), _right(folded, run[-1].end)
    if left < 2 and not is_after_comma(folded, run[0].start):
        while len(run) > 1 and not is_core(run[0]):
            run.pop(0)
        left = min(left, left_of(folded, run[0].start))
    if right < 2:
        while not _ends(run):
            run.pop()
        right = _right(folded, run[-1].end)
    start, end = run[0].start, run[-1].end
    if folded[start:end].count("(") > folded[start:end].count(")"):
        end += folded.startswith(")", end)
        right = _right(folded, end)
    words = [word.text for word in run]
    right = 1 if _closes_speech(folded, start, end) else right
    titled = len(run) == 1 and is_title(folded, start, end)
    if (
        titled
        or is_led_to(folded, start)
        or min(left, right) < 0
        or is_told_of(folded, start, end, left, right)
    ):
        return start, end, words, -1
    return start, end, words, left + right


def _ends(run: Sequence[Word]) -> bool:
    """The last word is of the trade, or an offer that joins right on."""
    word = run[-1]
    if is_core(word) or len(run) == 1:
        return True
    return (word.text in OFFERS or word.text in GOODS) and word.start == run[-2].end


def left_of(folded: str, start: int) -> int:
    """2 after a full stop, a bracket or nothing, 0 after a letter or a comma, -1 in a quotation or an enumeration."""
    before = folded[:start].rstrip()[-1:]
    if not before or before in STOPS or before in _OPEN:
        return 2
    return -1 if before in _QUOTES or before == "、" or _is_latin(before, folded[start]) else 0


def _right(folded: str, end: int) -> int:
    """2 before a full stop, a bracket or nothing, 1 before a new sentence, 0 before a letter, -1 before what goes on."""
    after = folded[end:].lstrip()
    hall = folded[:end].endswith("体育") and after.startswith(_OF_SPORTS)
    if after and (hall or _is_latin(after[0], folded[end - 1])):
        return -1
    if not after or after[0] in STOPS or after[0] in _CLOSE:
        return 2
    if after.startswith(_STARTING):
        return 1
    return -1 if after[0] in _QUOTES or after[0] in _LINKED or _TAKEN_UP.match(after) else 0


def is_title(folded: str, start: int, end: int) -> bool:
    """A book or a film is called so."""
    return folded[:start].endswith("《") and folded.startswith("》", end)


def _is_latin(outside: str, inside: str) -> bool:
    """Words of a sentence in Latin letters; it has no gaps that tell."""
    return outside.isascii() and inside.isascii() and outside.isalpha() and inside.isalpha()


def is_led_to(folded: str, start: int) -> bool:
    """What stands before the place calls for a word of the same sentence: 各种, 学会."""
    return _LEADS.search(folded[max(start - 4, 0) : start]) is not None


def _closes_speech(folded: str, start: int, end: int) -> bool:
    """The last thing before a closing quotation mark, behind a sentence of the speech."""
    return folded[end : end + 1] in tuple("”」』") and folded[:start].rstrip()[-1:] in tuple("。!?…")


def is_told_of(folded: str, start: int, end: int, left: int = 0, right: int = 0) -> bool:
    """Its sentence reports; what stands beyond a free edge, or beyond a comma behind it, is another sentence."""
    low = start if left == 2 else max(start - AROUND, 0)
    high = end if right >= 1 else end + AROUND
    return bool(REPORTED.search(_CLAUSE.split(folded[low:high])[0] if left == 2 else folded[low:high]))
