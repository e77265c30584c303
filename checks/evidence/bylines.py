"""Lines that say where a text comes from: source, time, author, clicks, tags, and who edited it.

Everything here looks at one folded line (simplified, half width, lower case). Such a line is a row
of labels with their values: 来源:某报 发布时间:2019-03-01 浏览:120次. Every value must be of the kind
that its label asks for, so that a notice (时间:… 地点:…) or a sentence is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, pairwise
from typing import NamedTuple

from checks.alternation import alternation
from checks.phrases import phrase_groups
from checks.text import later

GROUPS = phrase_groups("meta_line")
TRIGGERS = frozenset(GROUPS["triggers"]) | {f"{hour}:{tens}" for hour in range(10) for tens in range(6)}
"""Without one of these no line is looked at; a clock is one, for a time may stand without a label."""

# Lengths are those of the longest values met in pages of newspapers, portals and schools.
NAME, TAGS, BEFORE = 30, 150, 45  # characters of a name or source, of a row of tags, before the first label

_KINDS = ("editors", "helpers", "sources", "people", "times", "counts", "kinds")
_KINDS_OF: Mapping[str, frozenset[str]] = {
    label: frozenset(kind for kind in _KINDS if label in GROUPS[kind])
    for label in chain.from_iterable(GROUPS[kind] for kind in _KINDS)
}
_ALONE, _EDITORS = frozenset(GROUPS["alone"]), frozenset(GROUPS["editors"])
_CREW = _EDITORS | frozenset(GROUPS["helpers"]) | {"文", "图"}

_ANY_LABEL = alternation(_KINDS_OF)
_LABEL = later(rf"(?:本文)?(?<![a-z])({_ANY_LABEL})(?:\((?:次|人|字)\))? *: *(?!//)")
_EDITOR = alternation(_EDITORS)
_CREW_ROW = alternation(_CREW)
_SLASHED = later(rf"(?:(?:{_CREW_ROW}) *[/|丨┃︱∣] *[㐀-鿿a-z·、 ]{{2,20}}?(?:[ |;,]+|$))+")
_SLASHES = frozenset("/|丨┃︱∣")
_SPACED_NAMES = later(
    rf"(?:(?:{_CREW_ROW}) +(?!{_CREW_ROW})[㐀-鿿·]{{2,4}}(?:[、 ]+(?!{_CREW_ROW})[㐀-鿿·]{{2,4}}){{0,3}}(?: +|$))+"
)
_SAW = frozenset(GROUPS["checked"])
_PAGE_MADE = frozenset(GROUPS["page_made"])
_PRINTED = frozenset(GROUPS["printed"])
_BELOW, _NOBODY = frozenset(GROUPS["below"]), frozenset(GROUPS["nobody"])
_WRITERS = frozenset(GROUPS["people"]) - _SAW | {"来源"}
_SPACED = later(r"(?<=[来作编发时日栏标责审校浏点])[ \t]+(?=[源者辑布间期目签编核对览击] *:)")
_LOOSE_COLON = later(r"\s*:\s*")

# A day and a clock in the forms that sites print, "3 hours ago" included.
_DAY = (
    r"(?:(?:19|20)?\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?|\d{1,2}[-/月.]\d{1,2}日?(?:[-/](?:19|20)\d\d)?"
    r"|(?:19|20)\d\d年\d{1,2}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (?:19|20)\d\d|\d+ ?(?:秒|分钟|小时|天|周|个?月|年)前|昨天|今天|前天|刚刚)"
)
_CLOCK = r"(?:[t ]?(?:[上下]午|am|pm)? ?\d{1,2}[:时点]\d{2}(?:[:分]\d{2}秒?|分)?(?:\.\d+)?z? ?(?:am|pm)?(?:[+]\d\d:?\d\d)?)"
_TIME = later(rf"{_DAY}?[ ,]*(?:星期.|周.|\((?:星期.|周.)\))?[ ,]*{_CLOCK}?")
_NUMBER = later(
    r"(?:_?showdynclicks\(.{0,60}\)|[\d,.]*[万wk]?\+? ?(?:次|人次|人|条|个|字|℃|°|views?)?|loading\.*|加载中.*|载入中.*|-+|\(\d*\)|【\d*】)"
)
_NAMES = later(r"[^。!?;:\"“”{}=<>]*")
_LISTED = later(r"[^。!?{}=]*")
_BEFORE = later(
    rf"(?:[^。!?;:,{{}}=<>]{{0,20}}[\s|·:]+|)(?:[\w.-]+\.(?:com|cn|net|org|gov)\S*\s*)?(?:{_DAY}|\d+)?[ ,]*{_CLOCK}?"
)
_DATED = later(
    rf"(?P<before>[^\s。!?;:,{{}}=<>\d]{{0,16}} ?(?:[^\s。!?;:,{{}}=<>\d]{{0,8}} )?){_DAY}\s*{_CLOCK}(?P<after>\s*[^。!?;:,{{}}=<>]{{0,20}})"
)
_COUNTED = "浏览|阅读|点击|评论|回复|查看|访问|回答|点赞|赞|分享|转发|收藏|推荐|喜欢|在看|围观|人气|热度|跟贴|留言|播放|点阅"
_COUNT = (
    rf"(?:(?:已有|共有?|共计)? ?\d[\d,.]*[万wk]?\+? ?(?:次|人|条|个|位|人次)? ?(?:网友|用户)?(?:已|的)?(?:{_COUNTED}|参与(?:网友)?(?:评论)?|views?|comments?|likes?|replies|shares)(?:量|数|次数)?"
    rf"|(?:已)?(?:{_COUNTED}|views?|comments?|likes?|shares)(?:量|数|次数|人数|人次)? ?[(:]? ?\d[\d,.]*[万wk]?\+?(?:次|人|条)? ?\)?|字数 ?\d+)"
)
_COUNTS = later(rf"{_COUNT}(?:[\s|·,/+]*{_COUNT})*")
_FIRST_COUNT = later(_COUNT)
_POSTED = later(
    rf"(?:posted|published|updated|last updated|submitted|written)(?: on| by| at| in|:)? ?[^.!?;]{{0,60}}(?:{_DAY}|{_CLOCK}| ago(?![a-z]))[^.!?;]{{0,60}}"
    rf"|本[帖文贴](?:最后|最近)?由 ?\S{{1,20}} ?[于在] ?{_DAY} ?{_CLOCK}? ?(?:编辑|修改|发布|更新)"
    r"|posted (?:by|in) [a-z]\w+(?: \w+){0,2}(?: \W.{0,40})?"
    rf"|[^。!?:]{{0,30}}发表[在于] ?\S{{2,12}}(?: {{1,3}}(?:留言|人气|回响|推荐|浏览|评论)\(\d+\))+"
    rf"|(?:已)?(?:发表|发布|更新|编辑|修改)于 ?:? ?{_DAY} ?{_CLOCK}?(?: ?(?:发布|修改|更新))?"
    rf"|by [a-z. ]{{2,30}}(?: on| \||,|·| -)? ?{_DAY}[^.!?]{{0,40}}|{_DAY} (?:by|\||·|in|/) [^.!?]{{2,60}}(?:comments?|views|min read)"
)
_ANY_DAY = later(rf"{_DAY}\s*{_CLOCK}?")
_DAY_CELL = later(
    rf"(?:(?:发布|发表|更新|编辑|写|posted|updated|published)(?:于|在|日期|时间| on)?[: ]*)?{_DAY} ?(?:星期.|周.)? ?{_CLOCK}?(?: ?(?:发布|发表|更新|posted))?"
)
_CELLS = later(r"\s*[|·•丨┃]\s*|\s{2,}|\s+[/-]\s+")
_NONE_YET = later(
    r"(?:没有|暂无|尚无|无|0)(?:条)?(?:评论|留言|回复)|no comments?|抢沙发|发表评论|leave a (?:comment|reply)|\d+ ?(?:min|分钟)(?: ?read|阅读)?|阅读时间.{0,12}|阅读(?:约|需|全文需)? ?\d+ ?分钟|(?:约|共|全文|本文)?\d+字|未分类|uncategorized|原创|转载|置顶"
)
_WRITER_CELL = later(
    r"by [a-z][\w. -]{1,24}|(?:作者|编辑|来源|文|图|发布者|分类|标签|栏目)[:/ ] ?[^:|]{1,24}|admin|管理员|编辑部|本站|佚名|原创|小编"
)
_THEN = later(rf"\s+{_DAY}\s*{_CLOCK}?$")
_FRAME = " \t\xa0()[]【】〔〕《》<>|·•■◆●-—_*#:丨"
_GLUED = later(
    rf"[(\[【](?:(?:{_CREW_ROW}) ?[:/丨|] ?[㐀-鿿·、]{{2,12}}[ ,;]*){{2,6}}[)\]】]$"
    rf"|[(\[【〔<] ?(?:{_EDITOR})(?: ?[:/|] ?| +)[^。!?,;:()\[\]【】]{{2,30}}(?: [^。!?,;()\[\]【】]{{2,20}})?[)\]】〕>]?$"
    r"|(?<=[。!?)”\"])\s*(?:责任编辑|责编|本文编辑|责任校对)(?: ?[:/] ?[^。!?,;:()]{2,12}| +[㐀-鿿·]{2,4})$"
    r"|(?<=[。!?)”\"])\s*(?:(?:网络|值班|本期|新媒体|执行|实习|见习)?编辑|校对|审核|责审|终审|编审|编校|美编|排版) ?[:/丨|] ?[㐀-鿿·]{2,4}(?:[ ,;]*(?:校对|审核|责审|终审|初审|复审|编审|签发|监制|主编|排版|美编) ?[:/丨|] ?[㐀-鿿·]{2,4}){0,4}$"
)


class _Item(NamedTuple):
    label: str
    value: str

    @property
    def name(self) -> str:
        """The value without a time behind it: 河西报 2019-03-01 08:30"""
        return _THEN.sub("", self.value)

    @property
    def kinds(self) -> frozenset[str]:
        return _KINDS_OF[self.label]

    @property
    def fits(self) -> bool:
        """The value is what one of the kinds of the label asks for."""
        return any(_fits(kind, self.value) or _fits(kind, self.name) for kind in self.kinds)


def _fits(kind: str, value: str) -> bool:
    if kind == "times":
        time = _TIME.match(value)
        return time is not None and len(value) - time.end() <= (NAME if time.end() else 0)
    if kind == "counts":
        return bool(_NUMBER.fullmatch(value))
    if kind == "kinds":
        return len(value) <= TAGS and bool(_LISTED.fullmatch(value))
    return len(value) <= NAME and bool(_NAMES.fullmatch(value)) and value.count(",") <= 3


def _items(line: str) -> tuple[str, list[_Item]]:
    """What stands before the first label, and the labels with their values."""
    marks = list(_LABEL.finditer(line)) if ":" in line else []
    if not marks:
        return line, []
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    items = [
        _Item(m[1], line[m.end() : end].strip(_FRAME + ",;/")) for m, end in zip(marks, ends, strict=True)
    ]
    return line[: marks[0].start()], items


def byline(folded: str, *, at_top: bool, in_tail: bool) -> str:
    """Kind of the line: meta, editor, with a question mark if its neighbours must agree; else empty."""
    line = _LOOSE_COLON.sub(":", _SPACED.sub("", folded)).strip(_FRAME)
    near_edge = at_top or in_tail
    if (near_edge and _is_signed(line)) or _are_cells(line, edge=near_edge):
        return "meta"
    if _SLASHED.fullmatch(line) or _SPACED_NAMES.fullmatch(line):
        edge = "meta" if "来源" in line and near_edge else "editor?"
        return "editor" if "编" in line else edge
    if _POSTED.fullmatch(line) or (near_edge and _is_blank_field(folded)):
        return "meta"
    before, items = _items(line)
    if not items:
        return _unlabelled(line, at_top=at_top, edge=near_edge)
    fits = _BEFORE.fullmatch(before.lstrip(_FRAME)) or _BEFORE.fullmatch(before.strip(_FRAME))
    if len(before) > BEFORE or not fits or not all(i.fits for i in items):
        return ""
    return _crew(items, at_top=at_top, in_tail=in_tail) or _meta(items, before.strip(), edge=near_edge)


def _crew(items: list[_Item], *, at_top: bool, in_tail: bool) -> str:
    """Those who edited, checked, pictured and laid out the text; empty if other labels stand among them."""
    labels = {item.label for item in items}
    if labels & _EDITORS and labels <= _CREW:
        return "editor" if labels & _ALONE or len(labels) > 1 or in_tail or at_top else "editor?"
    printed = labels <= _CREW and len(labels & _PRINTED) > 1
    if in_tail and (labels <= _BELOW or printed) and all(item.value for item in items):
        return "editor"
    if not labels <= _CREW or labels <= _WRITERS:
        return ""
    several = len(labels & _SAW) > 1 or (len(labels) > 2 and bool(labels & (_SAW | _PAGE_MADE)))
    return "editor" if in_tail and several else "editor?"


def _is_signed(line: str) -> bool:
    """文/某某 图/某某 with a day behind or before it."""
    if _SLASHES.isdisjoint(line):
        return False
    rest = _ANY_DAY.sub(" ", line).strip(_FRAME)
    return rest != line and bool(_SLASHED.fullmatch(rest))


def _are_cells(line: str, *, edge: bool) -> bool:
    """Cells of a blog's line: a day, a count, a writer, a column; a day and one more that is known."""
    cells = [cell.strip(_FRAME) for cell in _CELLS.split(line)]
    cells = [cell for cell in cells if cell]
    if not 2 <= len(cells) <= 8 or max(map(len, cells)) > NAME:
        return False
    dated = sum(bool(_DAY_CELL.fullmatch(cell)) for cell in cells)
    counted = sum(bool(_COUNTS.fullmatch(cell) or _NONE_YET.fullmatch(cell)) for cell in cells)
    named = sum(bool(_WRITER_CELL.fullmatch(cell)) for cell in cells)
    if dated == 0 and not (counted and named and edge):
        return False
    known = dated + counted + named
    return known >= 2 and (counted > 0 or (edge and named > 0)) and 2 * known >= len(cells)


def _is_blank_field(folded: str) -> bool:
    """A label of nothing but a page whose value was not printed: 责任编辑:"""
    label = folded.strip(_FRAME[: _FRAME.index(":")])
    return label.endswith(":") and label.rstrip(": ") in _ALONE


def _meta(items: list[_Item], before: str, *, edge: bool) -> str:
    """Two of the things that pages print, or one whose label stands nowhere else."""
    labels = {item.label for item in items}
    dated = any("times" in i.kinds and any(c.isdigit() for c in i.value) for i in items)
    printed = sum(bool(i.kinds & {"sources", "times", "counts", "kinds"}) for i in items)
    tagged = all(item.kinds == {"kinds"} for item in items)  # tags stand at the head or the foot
    if before and len(items) == 1 and not any(c.isdigit() for c in before):
        return "meta?"
    if (labels & _ALONE and (edge or not tagged or "本文" in "".join(labels))) or (
        printed and len(items) + bool(before) > 1 and (edge or dated or printed > 1)
    ):
        return "meta"
    if labels <= {"关键词", "关键字", "keywords"}:
        several = re.search(r"[^\W_][,;、 ]+[^\W_]", items[0].value)
        return "keys" if edge and several else ""
    first = items[0]
    if edge and len(items) == 1 and first.value in _NOBODY and "people" in first.kinds:
        return "meta"
    counted = "counts" in first.kinds and any(c.isdigit() for c in first.value) and first.label != "字数"
    return "meta" if edge and first.value and ("sources" in first.kinds or counted) else "meta?"


def _unlabelled(line: str, *, at_top: bool, edge: bool) -> str:
    """A time with the name of a site, counters, an English dateline."""
    if _COUNTS.fullmatch(line):
        several = len(_FIRST_COUNT.findall(line)) > 1
        return "meta" if several or edge or re.search(r"[量数]|次数|\d ?[次条]|人参与|\(", line) else "meta?"
    return ("meta" if at_top else "meta?") if _DATED.fullmatch(line) else ""


def editor_behind(folded: str) -> tuple[int, int] | None:
    """Where an editor is named behind the last sentence of a line: 。(责任编辑:某某)

    >>> editor_behind("大家都很高兴。(责任编辑:某某)")
    (7, 16)
    """
    found = _GLUED.search(folded.rstrip())
    return (found.start() + len(found[0]) - len(found[0].lstrip()), found.end()) if found else None


def row_inside(folded: str) -> tuple[int, int] | None:
    """Where a row of labels stands in a line that holds the text as well; three labels at least.

    The last value ends at the first blank.
    """
    marks = list(_LABEL.finditer(folded))
    for first in range(len(marks) - 2):
        row = [marks[first]]
        for one, other in pairwise(marks[first:]):
            value = folded[one.end() : other.start()].strip(_FRAME)
            if not _Item(one[1], value).fits or len(value) > NAME:
                break
            row.append(other)
        kinds = frozenset[str]().union(*(_KINDS_OF[mark[1]] for mark in row))
        if len(row) >= 3 and kinds & {"times", "counts"}:
            last = re.compile(r"\S{0,20}(?=\s|$)").match(folded, row[-1].end())
            return (row[0].start(), last.end()) if last else None
    return None
