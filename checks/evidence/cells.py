"""Rows of cells: what a page prints side by side above and below its text.

Buttons (收藏职位 举报该职位), counts (赞同 57 评论(4)), the fields under which a page is filed
(文档格式:doc 页数:38页) and channels whose names no list can hold (馆藏检索 | 新书通报): a line that falls
into short cells, nearly all of which are made of the words of such cells. Everything here looks at
one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

from collections.abc import Iterable

from checks.alternation import alternation
from checks.evidence.menus import is_known_name
from checks.phrases import phrase_groups
from checks.text import later

GROUPS = phrase_groups("site_cells")

# Read off rows of shops, libraries, question and document-sharing sites and as many headers of tables, lists of
# dishes and lines of verse: those never have two cells of a button or a count, nor two names that only sites have.
CELL, VALUE, CELLS, NAME = 16, 36, 14, 10  # characters of a cell and of a value, cells, characters of a name
ROW = 160  # longest row met
FIELDS, CHANNELS = 3, 4  # cells of a row of fields, of a row of channels

_FRAME = " \t[]【】()<>《》|·•:-—_*#~↗☆★◆◇■。,"
_SPLITS = (
    later(r"\s*(?:[|┊│丨¦·•☆★◆◇■▪]|::)\s*|\s*[\]】]\s*[\[【]\s*|\s{2,}|\t| / "),
    later(r"\s+"),
    later(r"[、,]"),
)
_STOP = later(r"[。;!?“”\"…√□]|https?:|→|->|>>")


def _one_of(*names: str) -> str:
    words = {word for name in names for word in GROUPS[name]}
    return alternation(words)


_NUMBER = r"[\d,.]+ ?[万wk千]?[+%]?"
_BUTTON = later(
    rf"(?:{_one_of('before')})*(?:{_one_of('verbs')}){{1,2}}?(?P<object>(?:{_one_of('objects')}){{0,3}})"
)
_KNOWN_BUTTON = later(_one_of("buttons"))
_COUNTED = later(
    rf"(?:已有?|共有?)? ?(?:{_one_of('metrics')})(?:量|数|次数|人数)? ?[:(]? ?{_NUMBER} ?(?:次|人|条|个|件|℃)?\)?"
    rf"|(?:已有?|共有?)? ?{_NUMBER} ?(?:次|人|条|个)?(?:已|网友)?(?:{_one_of('metrics')})(?:过)?"
)
_FIELD = later(rf"(?P<label>{_one_of('records')}) ?: ?(?P<value>.{{0,{VALUE}}})")
_DAY = later(
    r"(?:今天是:?)?(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?(?: \d\d:\d\d(?::\d\d)?)?|星期.|\d{1,3}楼|\d\d:\d\d"
)
_CHANNEL = later(rf"[㐀-鿿]{{0,4}}?(?:{_one_of('heads')})|{_one_of('channels')}")
_OF_SITES = later(rf".{{0,4}}(?:{_one_of('of_sites')})")
_SHORT = frozenset(GROUPS["short_of_sites"])
_ONLY_PAGES = frozenset(
    ("举报", "私信", "发消息", "加好友", "淘帖", "道具", "使用道具")
)  # beside two others that are known
_COMMON = frozenset(GROUPS["common_records"])
_REGLUED = later(rf"(?<=[㐀-鿿:]) +(?=\(?{_NUMBER}(?:次|人|条|个)?\)?(?: |$))")
_SIZE = later(r"[\d.]+ ?(?:[kmg]b?|字节)")  # the size of a file, which no form has
_UNIT_GAP = later(r"(?<=\d) (?=(?:次|人|条|个|件)(?: |$))")
_LABEL_GAP = later(r"(?<=[㐀-鿿]:) +")


def cells_of(folded: str) -> list[str]:
    """The cells of a row, by the strongest separator that it has; empty for anything else.

    >>> cells_of("收藏职位 | 举报该职位"), cells_of("赞 36 踩 0")
    (['收藏职位', '举报该职位'], ['赞 36', '踩 0'])
    """
    bare = folded.strip(_FRAME)
    for split in _SPLITS:
        line = _UNIT_GAP.sub("", bare)
        if split is _SPLITS[1]:
            line = _REGLUED.sub("_", _LABEL_GAP.sub("", bare))
        cells = [cell.replace("_", " ").strip(_FRAME) for cell in split.split(line)]
        cells = [part for cell in cells if cell for part in _parts_of(cell)]
        if len(cells) > 1:
            return cells if len(cells) <= CELLS else []
    return []


def _parts_of(cell: str) -> list[str]:
    """A cell with wide gaps in it, which lost their width when it was folded, as the cells that it holds."""
    parts = cell.split()
    known = all(_KNOWN_BUTTON.fullmatch(part) or _DAY.fullmatch(part) for part in parts)
    return parts if len(parts) > 1 and known else [cell]


def cell_row(folded: str, *, edge: bool) -> str:
    """``tool``, ``meta`` or ``channels`` for a row of cells, else empty.

    >>> cell_row("申请职位 收藏职位 举报该职位", edge=True)
    'tool'
    """
    if len(folded) > ROW or _STOP.search(folded):
        return ""
    cells = cells_of(folded)
    if len(cells) < 2:
        return ""
    if ":" in folded and _are_fields(cells):
        return "meta"
    if max(map(len, cells)) > CELL:
        return ""
    return _buttons(cells) or ("channels" if edge and ":" not in folded and _are_channels(cells) else "")


def _is_count(cell: str) -> bool:
    return bool(_COUNTED.fullmatch(cell))


def _kind_of(cell: str) -> str:
    """``count``, ``deed`` (a verb and its object), ``button`` (a whole one), ``word`` (a verb, a day) or empty."""
    if _is_count(cell):
        return "count"
    button = _BUTTON.fullmatch(cell)
    if button and button["object"]:
        return "deed"
    if _KNOWN_BUTTON.fullmatch(cell):
        return "button"
    return "word" if button or _DAY.fullmatch(cell) else ""


def _buttons(cells: list[str]) -> str:
    """Three cells in four are buttons, counts, verbs; counts or deeds among them, or three whole buttons."""
    kinds = [_kind_of(cell) for cell in cells]
    if "" not in kinds and len(kinds) >= 3 and (kinds.count("deed") or _ONLY_PAGES & set(cells)):
        return "meta" if 2 * kinds.count("count") > len(cells) else "tool"
    counts = kinds.count("count")
    strong, whole = counts + kinds.count("deed"), kinds.count("button")
    enough = strong >= 2 if len(cells) < 3 else strong + whole >= (2 if strong else 3)
    if not enough or 4 * kinds.count("") > (len(cells) if strong else 0):
        return ""
    return "meta" if 2 * counts > len(cells) else "tool"


def _are_fields(cells: list[str]) -> bool:
    """Fields of a page with their values, two of them such as no form or book has; days and counts count."""
    fields = [_FIELD.fullmatch(cell) for cell in cells]
    labels = [found["label"] for found in fields if found]
    counted = len(cells) >= FIELDS and any(_is_count(cell) for cell in cells)
    more = counted + sum(
        bool(_DAY.fullmatch(cell) or _kind_of(cell) in ("count", "deed", "button")) for cell in cells
    )
    own = {label for label in labels if label not in _COMMON}
    sized = len(labels) >= FIELDS and any(found and _SIZE.fullmatch(found["value"]) for found in fields)
    if not labels or 4 * (len(labels) + more) < 3 * len(cells):
        return False
    return (sized or len(own) + more >= 2) and (len(labels) + more >= FIELDS or len(cells) == 2)


def _are_channels(cells: Iterable[str]) -> bool:
    """Names of channels, most of them made of the words of such names, two of nothing but a site's."""
    names = [cell for cell in cells if len(cell) <= NAME]
    total = len(list(cells))
    known = [name for name in names if _CHANNEL.fullmatch(name) or is_known_name(name)]
    site = sum(name in _SHORT or (len(name) > 2 and bool(_OF_SITES.fullmatch(name))) for name in known)
    if "首页" in names[: 2 if total >= CHANNELS else 1] and total >= FIELDS:
        return len(names) == total and not any(map(str.isascii, names))
    few = total == CHANNELS - 1 and len(known) == total  # three, if we know them all
    return (few or total >= CHANNELS) and len(names) == total and 5 * len(known) >= 3 * total and site >= 2
