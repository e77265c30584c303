"""Notices: what a page says of itself, set apart from what its text says.

A notice is told by three things together: its wording (each rule has its own), the place where it
stands apart (a bracket between sentences, a line of its own, beside an ellipsis, at the end), and
that little else stands there with it. This is what the rules about notices share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from checks.model import Candidate, Span, Words
from checks.text import TERMINALS, Line, Text, any_of, later, visible

NOTICE = 160
"""How long a notice may be, and its line: the longest met, two English sentences, have about 140."""
CANDIDATES = 2_000
"""Candidates of a text that are looked at: a long serial repeats its notice some hundred times."""
AFTERWORD = 80
"""Visible characters that may follow the end of a text: a bookmark widget, a byline, a date."""

NEAR = 80
"""Characters round a candidate in which something must set it off: half the longest notice."""
INDENT, COLUMNS = 4, 80
"""Blanks before the lines of a paragraph that a program broke, and how long they are at most: manual pages have 7."""
JUSTIFIED = 3
"""Wide blanks of a line that a program spread out: one or two set off a notice."""
BROKEN = 6
"""Characters of the shortest beginning of a sentence to which a notice is glued."""
LED_UP = 10
"""The same before an order, so that the beginning has room to name who follows it; by judgement."""

_BRACKETS = {"(": ")）", "（": "）)", "[": "]］", "［": "］]", "【": "】", "〔": "〕", "〖": "〗", "＜": "＞"}
_CLOSES = frozenset("".join(_BRACKETS.values()))
_BLANK = " \t\u3000\xa0"
_ELLIPSIS = later(r"…+|\.{3,}|。{2,}|·{3,}|-{3,}")
_DOTS_BEFORE = later(rf"(?:{_ELLIPSIS.pattern})\Z")
_STOP = later(  # one set of characters first, so that re skips all the others
    r"[…。！？!?；;.·-](?:(?<=[…。！？!?；;])[…。！？!?；;]*|(?<=-)--+|(?<=·)··+"
    r"|(?<=\.)(?:\.\.+|(?<![0-9A-Za-z.]\.)|(?=\s|$)))"
)
_SENTENCE_ENDS = later(r"[。！？]")
_LIST_ITEM = later(
    r"\s*(?:[-－*+•●|]\s|[(（第]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[.．、)）]|步(?![至到~—-])))"
)

Kind = Literal["bracket", "line", "ellipsis", "end", "value", "prose"]

WHERE = {
    "bracket": Words("in brackets", "括号内"),
    "line": Words("on a line of its own", "单独一行"),
    "ellipsis": Words("beside an ellipsis", "省略号旁"),
    "end": Words("at the end", "末尾"),
    "value": Words("in place of a value", "字段值处"),
}
"""How each kind of place is named in a message."""

LINK = later(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)
"""An address on the web, up to its end."""

ADDRESS = later(r"(?:https?://|www\.)[!-~]{1,80}|</?[a-z!][!-~ ]{0,80}>")
SENTENCE_BREAK = later(r"[。!?;…]+|\.{2,}|\.(?= )")
CODE = later(r"[{}=`\\]")
LETTER = later(r"[^\W\d_]")
DIGITS = r"\d[\d,]{0,9}(?:\.\d{1,2})?[万千k]?"
_N = rf" ?(?:{DIGITS}|[一二两三四五六七八九十百千万几]{{1,5}}) ?"
_DECORATION = (
    " =*#_~～※■◆-—–―·•.…。<>{}|+▼▽▲△↓→←↑►▶➤▷»«›‹●○◎□◇★☆✦✨✪❖♦🔒🔓🔐👇👉⬇🔥💎👑📖📱\ufe0f\t\u3000\xa0"
)
_FRAMES = frozenset(tuple(pair) for pair in ("「」", "『』", "“”", "〈〉", "〖〗", "<>"))
_APART = later(r"[ \t\u3000\xa0]{2,}(?=\S)")  # blanks that set a notice off from the sentence before it
_SET_OFF = later("[\n(（\\[［【〔〖＜…]|\\.{3}|。{2}|·{3}|-{3}|[ \\t\u3000\xa0]{2}")
_OPENS = later(  # how a notice begins that cannot go on the sentence before it: it speaks to the reader, or of the text
    r"您|你(?:还|尚|需)|请|抱歉|对不起|很抱歉|温馨提示|提示:|游客|本(?:文|章|篇|页|帖|内容|资料|文档)|此(?:内容|文|帖)|该(?:内容|文|帖)|以下|剩余|余下|还有\d|后面还有|立即|马上"
    r"|点击|未(?:购买|付费|订阅|开通|订购|注册|充值|授权|解锁)|非会员|普通用户|免费用户|试用用户|如需|想(?:看|读|要|继续)|该(?:资源|部分|文档|章|篇)|本(?:资源|部分|专栏|刊|书)|未完|全文(?:共|约|请|需|\d)|试读|试看|试阅|预览|免费|成为会员|开通会员|开通vip|打开app|下载app|打开客户端|扫码|扫描|[上下]一页|展开|阅读全文|查看全文|已显示|已加载|未登录|登录\W|subscribe|sign in|log in|please"
)
_ASKS = later(r"点击|成为会员|开通|打开|下载|扫码|扫描|展开|阅读|查看")  # such beginnings are orders as well
_WHO = "者户们人民员友客家部生众板机脑"  # of them, or with it, a sentence says that it is done
_DONE_BY = later(rf"[{_WHO}]\Z")
_ORDERS = later(  # what a reader is told to do: a sentence may lead up to it, if it says who does, may or must
    r"登[录陆入]|注册|购买|付费|订阅|充值|加入|关注|下载|扫一扫|回复|评论|分享|升级|支付|打赏|解锁|长按|安装"
    r"|此[稿处]|\d{1,2} ?(?:个月|天|年)(?:以?前|以上)的|第 ?\d+ ?页 ?/"
)
_LEADS_UP = later(  # who, may, must, wants, then, and then, where: the order is theirs; and a list of things done
    rf"[{_WHO}步您你我他她它方商长师谁须要需能可以会应该得让请令使叫劝欢想意愿始备算定择议励醒吁荐惯持供费线行新接即并再来去先才便就后而或及和与同为用把将被由"
    rf"对向从在于经按凭靠给不没别未已曾正又也都还只仅且因如若时候上下中里内外前间处网站台店端口库群号码所地的了着过，、：“「,:]\Z"
)
_LOOSE_SPACE = later(r"(?<=[^!-~]) +| +(?=[^!-~])")


class Place(NamedTuple):
    """A passage of the view that may be a notice, and how it stands in the text.

    ``kind``: a bracket between sentences; a short line of its own that is no item of a list; a
    sentence beside an ellipsis; one at the end of the text, or hung on to a line without a full
    stop; the value of a field; else prose. ``last``: hardly anything follows it.
    """

    start: int
    end: int
    kind: Kind
    by_ellipsis: bool
    last: bool


def with_numbers(phrases: Iterable[str]) -> re.Pattern[str]:
    """The phrases as a pattern for folded text; an ``N`` in them stands for a number.

    >>> with_numbers(["前N页", "N%未读"]).findall("仅前 3 页,80%未读")
    ['前 3 页', '%未读']
    """
    listed = set(phrases)
    counted = {phrase[1:].lstrip() for phrase in listed if phrase[0] == "N"}
    patterns = [any_of(phrase for phrase in listed if phrase[0] != "N").pattern.replace("N", _N)]
    if counted:
        patterns.append(
            rf"(?<=[\d万千百十两三四五六七八九])(?: ?(?:{any_of(counted).pattern.replace('N', _N)}))"
        )
    return later("|".join(patterns))


def longest_part(phrase: str) -> str:
    """What the scanner looks for: the longest part of a phrase that holds no number.

    >>> longest_part("仅显示前N页")
    '仅显示前'
    """
    return max(phrase.split("N"), key=len).strip()


def notices_in(
    text: Text,
    candidates: Sequence[Candidate],
    told: Callable[[Place], Span | None],
    words: re.Pattern[str] | None = None,
) -> Iterator[Span]:
    """Yield each notice once, by the narrowest of its places that ``told`` knows for one.

    ``words``: of which such notices are made, to find where one begins that is glued to a sentence.
    """
    known: dict[tuple[int, int], bool] = {}
    for candidate in candidates[:CANDIDATES]:
        if not _may_stand_apart(text.view, candidate):
            continue
        for place in places_at(text, candidate.start, candidate.end, words):
            at = place.start, place.end
            span = told(place) if at not in known else None
            if span:
                yield span
            if known.setdefault(at, span is not None):
                break


def _may_stand_apart(view: str, candidate: Candidate) -> bool:
    """A first look round a candidate: in the middle of a long sentence of a long line it is prose."""
    if view.startswith("](http", candidate.end):  # a link of Markdown
        return False
    around = view[max(candidate.start - NEAR, 0) : candidate.end + NEAR]
    return len(around) < 2 * NEAR or bool(_SET_OFF.search(around))


def passage_of(text: Text, place: Place) -> str:
    """The words of a place, folded, without addresses and the blanks that set Han apart."""
    return _LOOSE_SPACE.sub("", ADDRESS.sub(" ", text.folded(place.start, place.end)).strip())


def wording_of(text: Text, place: Place) -> str:
    """The same without the rules, stars and dots that pages set round a notice; brackets stay."""
    passage = passage_of(text, place)
    if '"' in passage:
        return passage
    bare = passage.strip(_DECORATION) or passage
    return bare[1:-1] if (bare[:1], bare[-1:]) in _FRAMES else bare


def is_quoted(text: Text, place: Place) -> bool:
    """Say whether the sentence round a place is quoted, so that another one is speaking."""
    line = text.line_at(place.start)
    before, after = text.view[line.start : place.start], text.view[place.end : line.end]
    return any(before.rfind(a) > before.rfind(b) and b in after for a, b in ("“”", "「」", "『』"))


def counted_after(text: Text, place: Place) -> int:
    """Visible characters from a notice at the end to the end: what a site does not count as text."""
    return len(visible(text.view[place.start :])) if place.last else 0


def places_at(text: Text, start: int, end: int, words: re.Pattern[str] | None = None) -> Iterator[Place]:
    """What may be a notice round ``[start, end)``: its bracket, its short line, its sentence, the end of that.

    Looks no further than ``NOTICE`` to either side, so that a text of one line costs no more.
    """
    line = text.line_at(start)
    low, high = max(line.start, start - NOTICE), min(line.end, end + NOTICE)
    if bracket := _bracket(text, low, start, end, high):
        yield _placed(text, *bracket, "bracket")
    listed, wrapped = _LIST_ITEM.match(text.view, line.start), is_wrapped(text, line)
    if line.end - line.start <= NOTICE and not listed and not wrapped:
        yield _placed(text, *line.inner, "line")
    if rest := _rest_of_line(text, _ELLIPSIS, low, start, line.end):
        yield _placed(text, *rest, "ellipsis")
    if not wrapped and (rest := _rest_of_line(text, _APART, low, start, line.end)):
        yield _placed(text, *rest, "end")
    if sentence := _sentence(text, low, start, end, high):
        place = _placed(text, *sentence, "prose")
        ends_line = high == line.end and not text.view[place.end : high].strip()
        begun = ends_line and not wrapped and place.start > line.start
        hung_on = begun and text.view[place.end - 1] not in TERMINALS
        alone = ends_line and not text.view[line.start : place.start].strip()
        first = listed and not _SENTENCE_ENDS.search(text.view, line.start, place.start)
        spoken = alone or bool(_OPENS.match(text.folded(place.start, place.end)))
        ends = not first and (hung_on or (place.last and spoken))
        yield place._replace(kind="ellipsis" if place.by_ellipsis else "end" if ends else "prose")
        if words and ends and place.last and (glued := _glued(text, place, start, words)):
            yield glued


def is_wrapped(text: Text, line: Line) -> bool:
    """The line goes on one before it, or on below, in a paragraph that a program indented and broke."""
    if line.end - line.start <= INDENT or text.view[line.start : line.start + INDENT].strip(_BLANK):
        return False
    above = text.view[text.view.rfind("\n", 0, max(line.start - 1, 0)) + 1 : max(line.start - 1, 0)]
    here = text.view[line.start : line.end]
    below = text.view[line.end + 1 : line.end + 1 + NOTICE].partition("\n")[0]
    return _goes_on(above, here) or _goes_on(here, below)


def _goes_on(line: str, following: str) -> bool:
    """Both are indented, and the first is short and ends within a sentence."""
    return (
        bool(following.strip())
        and len(line) <= COLUMNS
        and line[:INDENT].isspace()
        and following[:INDENT].isspace()
        and line.rstrip()[-1:] not in TERMINALS
    )


def _glued(text: Text, place: Place, start: int, words: re.Pattern[str]) -> Place | None:
    """The end of a sentence that breaks off where a notice begins: all that is made of its words."""
    folded = text.folded(place.start, place.end)
    first = len(folded)
    for word in reversed(list(words.finditer(folded))):
        if LETTER.search(folded, word.end(), first):
            break
        first = word.start()
    left = folded[:first]
    if len(left) < BROKEN or place.start + first > start or CODE.search(left):
        return None
    opens = _OPENS.match(folded, first) and not (_ASKS.match(folded, first) and _DONE_BY.search(left))
    if not opens and not _is_told_to_readers(folded, first):
        return None
    return Place(place.start + first, place.end, "end", False, True)


def _is_told_to_readers(folded: str, first: int) -> bool:
    """An order without a full stop, behind a sentence that leads up to nobody who would follow it."""
    left = folded[:first]
    return (
        bool(_ORDERS.match(folded, first))
        and len(left) >= LED_UP
        and left[-1].isalnum()
        and not _LEADS_UP.search(left)
        and folded.rstrip()[-1] not in TERMINALS
    )


def _placed(text: Text, start: int, end: int, kind: Kind) -> Place:
    left, right = text.view[max(start - 20, 0) : start].rstrip(), text.view[end : end + 20].lstrip()
    dotted = bool(_DOTS_BEFORE.search(left) or _ELLIPSIS.match(right))
    after = text.view[end : end + 5 * AFTERWORD + 1]
    last = len(after) <= 5 * AFTERWORD and len(visible(after)) <= AFTERWORD
    return Place(start, end, kind, dotted, last)


def _bracket(text: Text, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """The bracket round a place, if no sentence runs on through it; unclosed it ends its line."""
    left, right = text.view[low:start], text.view[end:high]
    opened = max(left.rfind(mark) for mark in _BRACKETS)
    if opened < 0 or not _CLOSES.isdisjoint(left[opened:]):
        return None
    closed = min((at + 1 for mark in _BRACKETS[left[opened]] if (at := right.find(mark)) >= 0), default=0)
    if not closed and (text.view[high : high + 1] not in ("", "\n") or is_wrapped(text, text.line_at(start))):
        return None
    stop = end + (closed or len(right.rstrip()))
    before = text.view[max(low + opened - 8, 0) : low + opened].rstrip(_BLANK)
    after = text.view[stop : stop + 8].lstrip(_BLANK)
    ended = not before or before[-1] == "\n" or before[-1] in TERMINALS
    free = ended or not after or after[0] == "\n" or _ELLIPSIS.match(after)
    return (low + opened, stop) if free else None


def _rest_of_line(
    text: Text, mark: re.Pattern[str], low: int, start: int, end: int
) -> tuple[int, int] | None:
    """From the last ellipsis or wide blank before a place to the end of its line, if that is near."""
    marks = [
        match for match in mark.finditer(text.view, low, start) if mark is _ELLIPSIS or match.start() > low
    ]
    if not marks or end - marks[-1].end() > NOTICE or (mark is _APART and len(marks) >= JUSTIFIED):
        return None
    passage = text.view[marks[-1].end() : end]
    return marks[-1].end() + len(passage) - len(passage.lstrip()), end - len(passage) + len(passage.rstrip())


def _sentence(text: Text, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
    """From stop to stop, an ellipsis left out; None where a stop lies out of reach."""
    stops, stop = list(_STOP.finditer(text.view, low, start)), _STOP.search(text.view, end, high)
    first = stops[-1].end() if stops else low
    last = high if not stop else stop.start() if _ELLIPSIS.match(stop[0]) else stop.end()
    if not stops and text.view[max(low - 1, 0) : low] not in ("", "\n"):
        return None
    if not stop and text.view[high : high + 1] not in ("", "\n"):
        return None
    passage = text.view[first:last]
    return first + len(passage) - len(passage.lstrip()), first + len(passage.rstrip())
