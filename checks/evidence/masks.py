"""Signs that stand where a word stood, told from the other uses of the same signs.

Each kind of sign has its own other uses: forms and titles (_), emphasis and notes (*), bullets (■),
check boxes and lost characters (□), names left open (×× ○○), words with 口.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from checks.evidence.boxes import BOXES, SOLID, are_bullets, are_lost
from checks.evidence.emphasis import has_notes, is_emphasis, is_note, is_operator, uses_emphasis
from checks.evidence.lexicon import masked_words, missing_between, words
from checks.evidence.open_names import CLOSING, NUMERALS, QUOTES, SURNAMES, Verdict, names, open_name
from checks.evidence.signs import (
    GROUPS,
    NEAR,
    SIGNS,
    STOP,
    Mask,
    any_in,
    are_joints,
    runs_in,
    speaks_of_filters,
)
from checks.model import Candidate
from checks.text import Text, fold, is_han, later

# Found by trying lists of our own of masked words and look-alikes, then on clean news, statutes and real pages.
TALK = 16  # characters to either side in which somebody may speak of signs and buttons
SITE = 10  # characters of the name of a site behind an underscore
FAR = 400  # characters of a line that are read for forms and titles
MOST = 1_000  # signs looked at in one text, as many as are kept as evidence
SEVERAL = 2  # clear masks of one sign from which on the doubtful ones are masks, too
MODERN = (
    0.35  # words of two characters to a character: 0.4-0.6 in prose, under 0.3 in inscriptions of our own
)

_UNITS = frozenset("年月日元%％号號页頁份万萬")
_FACTOR = later("[长宽高厚深底面积体单价数量总系数率]")
_PRODUCT = later(r"[=＝]|[*＊]\d|\d[*＊]")
_FILE = later(r"[^\s，。、；]{0,20}\.[a-zA-Z0-9]{2,4}(?![a-zA-Z])")
_TICKED = later("[□☐▢◻][^，。]{1,8}[□☐▢◻]")
_HIDDEN = later("(?:隐藏|需要?|须).{0,12}(?:回复|登录|浏览|查看|可见|才能)|被作者隐藏")
_LEGEND = ("表示", "代表", "为止", "指的", "标记")
_OF_SIGNS = later(
    "汉字|口字|[个]口|叠字|部首|偏旁|笔画|字形|读音|念作|读作|写作|写成|甲骨|象形|这个字|这两个字|繁体|字谜|谜"
)
_DESK = later("[务事票号理合费个]窗口")  # where people are served, no part of a program
_NO_STONE = later("里程碑|口碑|丰碑|树碑")
_SMALL_WORDS = later("[的了们这吗呢把很吧她您]")

_TAG_LEFT, _TAG_RIGHT = (
    later("(?:^|[^#＃])[#＃][^#＃\\s]{1,30}$"),
    later("[^#＃\\s]{1,30}[#＃](?![#＃])"),
)
_NAMED_WORD = later('[”’」』"][一两二三四][个個]?[字词詞]|[”’」』"](?:字[样樣]|这个|這個|之类|之類)')


def masks_in(text: Text, candidates: Sequence[Candidate], known: Collection[str] = ()) -> Iterator[Mask]:
    """The signs of a text that mask a word; of the known kinds the doubtful ones, too."""
    runs = list(islice(runs_in(text, candidates), MOST))
    if not runs or speaks_of_filters(text):
        return
    found = [(mask, _verdict(text, mask)) for mask in runs]
    told = {kind: [verdict for mask, verdict in found if mask.kind == kind] for kind in SIGNS}
    sure = {kind for kind in SIGNS if kind in known or _are_masks(text, kind, told[kind])}
    for mask, verdict in found:
        if verdict == "mask" or (verdict == "doubtful" and mask.kind in sure):
            yield mask


def _are_masks(text: Text, kind: str, verdicts: Sequence[Verdict]) -> bool:
    """Where some are clear the doubtful are masks, too; so are rings and crosses that never open a name."""
    if verdicts.count("mask") >= SEVERAL:
        return True
    doubtful, others = verdicts.count("doubtful"), verdicts.count("other")
    few = SEVERAL - 1 if not others and kind == "cross" else SEVERAL
    others *= 2 if kind == "cross" else MOST
    if kind not in ("ring", "cross") or doubtful <= max(few, others):
        return False
    return not any_in("samples").search(text.folded(0, 2_000))


def _verdict(text: Text, mask: Mask) -> Verdict:
    if splits_word(mask) or len(missing(mask)) == 1 or _fills_quote(text, mask):
        return "mask"
    if (
        _is_number(mask)
        or _is_private(mask)
        or any_in("talked_of").search(_DESK.sub("", _around(text, mask, TALK)))
    ):
        return "other"
    if (mask.size == 1 and mask.after[:2] in _LEGEND) or mask.before[-2:-1] == mask.before[-1:] != "":
        return "other"
    verdict = _VERDICTS[mask.kind](text, mask)
    return "doubtful" if verdict == "mask" and not mask.left else verdict


def missing(mask: Mask) -> frozenset[str]:
    """What completes a word that filters take out over the mask, if its length fits."""
    sizes = {mask.size} if mask.kind != "gap" else {1, 2}
    return frozenset(
        gone
        for before, gone, after in missing_between(mask.before[-3:], mask.after[:3])
        if before and after and len(gone) in sizes and before + gone + after in masked_words()
    )


def _fills_quote(text: Text, mask: Mask) -> bool:
    """Half a word in quotation marks, the other half masked: “文*”."""
    if mask.size > 1 or mask.kind in ("mouth", "odd") or mask.start < 2:
        return False
    opening, first = text.view[mask.start - 2], text.view[mask.start - 1]
    closed = text.view[mask.end : mask.end + 1] in CLOSING and not _NAMED_WORD.match(text.view, mask.end)
    if not closed or opening not in QUOTES or first in SURNAMES:
        return False
    return any(fold(first) + m in masked_words() for _, m, _ in missing_between(fold(first), ""))


def splits_word(mask: Mask) -> bool:
    """The sign was set into a word that filters take out: 政*府."""
    return mask.kind != "mouth" and mask.before[-1:] + mask.after[:1] in masked_words()


def _around(text: Text, mask: Mask, near: int) -> str:
    return text.folded(mask.start - near, mask.end + near)


def _is_number(mask: Mask) -> bool:
    """Part of a number, or of a date or sum that is left open."""
    if mask.kind in ("star", "solid", "mouth"):
        return False
    if mask.left[-1:] in NUMERALS and mask.kind in ("ring", "cross"):
        return True
    counted = mask.left[-1:] in "年月第共" or mask.after[:2] not in words()
    return mask.right[:1] in _UNITS and counted


def _is_private(mask: Mask) -> bool:
    """The given name of a person: 王**, 李小*."""
    folded = mask.before[-3:]
    pair = folded[-2:]
    if mask.kind == "gap" or not folded or (pair in words() and len(pair) > 1):
        return False
    if folded[-1] in SURNAMES:
        return mask.size <= 3
    return len(pair) > 1 and pair[0] in SURNAMES and folded not in words() and mask.size <= 2


def _gap(text: Text, mask: Mask) -> Verdict:
    """Underscores: not in names of files and users, programs, forms, titles."""
    line = text.line_at(mask.start)
    low, high = max(line.start, mask.start - FAR), min(line.end, mask.end + FAR)
    named = (
        "@" in mask.left[-16:]
        or _FILE.match(mask.right)
        or any_in("programs").search(_around(text, mask, NEAR))
    )
    form = _has_blanks(text.view) or any_in("forms").search(text.folded(low - FAR // 2, high))
    if named or form or mask.left[-1:] in "：:" or are_joints(text.view[low:high]):
        return "other"
    if _in_title(mask, text.view[low:high], text.view[mask.end : high]):
        return "other"
    return "doubtful" if is_emphasis(text.view, mask.start, mask.end) else "mask"


@lru_cache(maxsize=2)
def _has_blanks(view: str) -> bool:
    """Lines to write on stand in the text."""
    return "_____" in view or "＿＿＿" in view


def _in_title(mask: Mask, line: str, rest: str) -> bool:
    """水利新闻_山城网: another underscore before a pause, a site, or no pause at all behind it."""
    reach = rest[:4] if "。" in line else rest
    segment = reach.partition("_")[0] if "_" in reach else "。"
    site = STOP.split(mask.right, maxsplit=1)[0]
    named = len(site) <= SITE and (site.endswith(("网", "網")) or any_in("title_ends").search(fold(site)))
    return bool(named) or not STOP.search(segment) or (len(rest) > 1 and not STOP.search(rest))


def _star(text: Text, mask: Mask) -> Verdict:
    """Asterisks: not in emphasis, notes, products, nor around what a forum hides from guests."""
    if is_operator(text.view):
        return "other"
    hides = mask.size > SEVERAL and _HIDDEN.search(_around(text, mask, NEAR))
    if hides or is_note(text.view, text.view[mask.start : mask.end]):
        return "other"
    if is_emphasis(text.view, mask.start, mask.end) or (mask.size <= 3 and uses_emphasis(text.view)):
        return "doubtful"
    if mask.size == 1:
        factors = _FACTOR.match(mask.left[-1:]) and _FACTOR.match(mask.right[:1])
        if factors or has_notes(text.view) or _PRODUCT.search(mask.left + mask.right):
            return "other"
    return "doubtful" if names(mask) or (mask.size == 1 and not mask.between_han) else "mask"


def _solid(text: Text, mask: Mask) -> Verdict:
    """Blocks and discs: not bullets and separators."""
    sign = text.view[mask.start]
    if mask.size > 1 or sign not in "■●◆":
        return "mask"
    if sign != SOLID or are_bullets(text.view) or are_lost(text.view, SOLID):
        return "other"
    return "doubtful" if names(mask) else "mask"


def _box(text: Text, mask: Mask) -> Verdict:
    """Empty boxes: not check boxes, not what is lost in an old text."""
    around = _around(text, mask, NEAR)
    if are_lost(text.view, BOXES) or (mask.size == 1 and _TICKED.search(around.replace(" ", ""))):
        return "other"
    if any_in("old_texts").search(_NO_STONE.sub("", _around(text, mask, FAR))) or not is_modern(around):
        return "other"
    return "doubtful" if names(mask) else "mask"


def is_modern(folded: str) -> bool:
    """Words of today stand in the passage; in the language of inscriptions hardly a pair is one.

    >>> is_modern("会议要求各单位化解矛盾"), is_modern("其先出自周室世载厥德以至于君")
    (True, False)
    """
    pairs = sum(folded[i : i + 2] in words() for i in range(len(folded) - 1))
    return bool(_SMALL_WORDS.search(folded)) or pairs >= MODERN * len(folded)


def _mouth(text: Text, mask: Mask) -> Verdict:
    """口口: not 人口口径, not 口口声声."""
    before, after = mask.before[-1:], mask.after[:1]
    if _OF_SIGNS.search(_around(text, mask, NEAR)):
        return "other"
    if mask.size < 2 or before + "口" in words() or "口" + after in words() or (after and after in "声相"):
        return "other"
    return (
        "other" if mask.size == 2 and is_han(after or " ") and after in "径岸罩红感味服头子语粮" else "mask"
    )


def _odd(text: Text, mask: Mask) -> Verdict:
    """##, ^^, @#$%: not headings, tags of a post (#话题##话题#), smiles, code."""
    seen = text.view[mask.start : mask.end]
    tagged = _TAG_LEFT.search(mask.left) or _TAG_RIGHT.match(mask.right)
    if mask.size < 2 or tagged or text.view[mask.end : mask.end + 1] == " " or " " in seen:
        return "other"
    if set(seen) <= {"#", "＃"} or len(set(seen)) >= 3:
        return "mask"
    return (
        "mask"
        if mask.before.endswith(GROUPS["verbs"]) or mask.after.startswith(GROUPS["kinds"])
        else "doubtful"
    )


_VERDICTS: Mapping[str, Callable[[Text, Mask], Verdict]] = {
    "gap": _gap,
    "star": _star,
    "solid": _solid,
    "box": _box,
    "ring": open_name,
    "cross": open_name,
    "mouth": _mouth,
    "odd": _odd,
}
