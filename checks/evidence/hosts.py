"""Whose words stand round an offer: those of a notice, a report or a private person keep it silent, a mere host does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checks.evidence.selling import GROUPS, Evidence, counts_of, odds_of
from checks.text import Text, any_of, later, visible

_OFFICIAL = later(any_of(GROUPS["official"]).pattern + "|(?<!不)(?<!非)(?:是|的|类|种|场)骗局")
_WARNED = later(
    "警方|民警|诈骗|骗子|骗局|受骗|被骗|谨防|警惕|不法分子|虚假广告|小广告|垃圾短信|违规广告|招标|采购|招聘"
)
_HOST = frozenset(  # what any piece of news or law says that a note was set into
    [
        "记者从",
        "记者了解",
        "本报讯",
        "本报记者",
        "通讯员",
        "责任编辑",
        "党委书记",
        "人民政府办公",
        "第一条",
        "参考文献",
        "被告人",
        "嫌疑人",
        "警方",
        "民警",
        "甲方",
    ]
)
# tenths of log-odds; on our own letters -10 to -4 tell the same, 0 loses one, -20 tells a look-alike
ENOUGH = -4
_NOTICE = 3  # different words of bodies or private people round a note; by judgement
STOP = later(r"[。！？!?]+[”」』\"]?")
NEAR = 300  # letters round an offer in which a notice or a report shows itself
_WARNING = 60  # letters before a note in which a warning shows itself: one sentence


def _is_notice(text: Text, found: Sequence[Evidence], start: int, end: int, most: int) -> bool:
    """More than ``most`` words of bodies or private people stand on the lines of a note, or many round it: a notice."""
    said = [e for e in found if e.kind in ("public", "private")]
    low, high = text.line_at(start).start, text.line_at(end).end
    own = {e.word for e in said if low <= e.start < high}
    near = {e.word for e in said if low - NEAR <= e.start < high + NEAR}
    return len(own) > most or len(near) >= _NOTICE


def is_of_host(text: Text, found: Sequence[Evidence], start: int, end: int, *, note: bool) -> bool:
    """A notice, a report or a private person speaks here, not somebody who sells within a text of another kind."""
    inside = [e for e in found if start <= e.start < end]
    counts, size = counts_of(inside), len(visible(text.view[start:end]))
    plain = note and odds_of(counts, size, note=note) >= 0 and _speaks_for_itself(text, start, counts)
    if _is_official(text, start, end, note=note, plain=plain):
        return True
    if plain:
        return len({e.word for e in inside if e.kind in ("public", "private")}) >= _NOTICE
    return note and _is_notice(text, found, start, end, most=1 + (odds_of(counts, size) >= ENOUGH))


def _speaks_for_itself(text: Text, start: int, counts: Mapping[str, int]) -> bool:
    """A firm offers, asks to be called and gives its number, from the head of a line or of a sentence on."""
    line = text.line_at(start)
    heads = not text.view[line.start : start].strip() or STOP.search(
        text.view, max(line.start, start - 3), start
    )
    told = (
        "channel" in counts
        and counts.keys() & {"sender", "offered"}
        and counts.keys() & {"welcome", "promise"}
    )
    return bool(heads and told)


def _is_official(text: Text, start: int, end: int, *, note: bool, plain: bool) -> bool:
    """A notice or a report says so near; beside a note the words of a host count on its own lines, or in a warning before.

    Of a ``plain`` note every word round it is a word of the host.
    """
    near = {match[0] for match in _OFFICIAL.finditer(text.folded(start - NEAR, end + NEAR))}
    if not note or (near - _HOST and not plain):
        return bool(near)
    low = max(text.line_at(start).start, start - NEAR)
    high = min(text.line_at(end).end, end + NEAR)
    before = text.folded(low - _WARNING, low).strip()
    return bool(_OFFICIAL.search(text.folded(low, high)) or _WARNED.search(before) or before.endswith(":"))
