"""The unfinished last clause of a text, and the second sign that proves it was cut.

A line of prose without an end is no proof. What stands behind it, in it, or in the lines before it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from checks.evidence.breaks import (
    CUT_BYTES,
    MARK,
    is_cut_length,
    is_half_number,
    is_open_english,
    stops_in_latin,
    stops_short,
)
from checks.evidence.cuts import notices_near_end
from checks.evidence.feet import follows_text
from checks.evidence.lexicon import LONGEST
from checks.evidence.tails import (
    KNOWN_ENDS,
    NUMBER,
    PROSE,
    SIBLINGS,
    WINDOW,
    Finished,
    Paragraph,
    ends_its_paragraphs,
    finished_before,
    is_dotted,
    is_item,
    is_open,
    is_personal,
    is_prose,
    last_clause,
    last_of,
    never_closed,
    paragraphs_from_end,
    sentences_in,
    without_dots,
)
from checks.evidence.word_ends import goes_on_elsewhere, stops_in_a_word
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold, is_han, later

_GROUPS = phrase_groups("truncated_tail")
_SIGN_OFF, SIGN_OFF = any_of(_GROUPS["sign_off"]), 40  # in so many last characters
_CREDIT = any_of(_GROUPS["sign_off_credit"])  # in a third of them
_PARTICLE = later(r"[吧哦呢啦吗呀啊嘛哈喔噢咯呗了的]\Z")  # closes what is said, with or without a full stop
_SIGNED = later(
    r"(?:[\d〇零一二三四五六七八九]{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|月\d{1,2}日)\W*\Z"
)
_LOOSE = ("的", "，", ",")  # what people who just talk end with: 以后还会来的
BEFORE_NOTICE = 6  # characters of the shortest unfinished clause before a notice
BAIT = 1  # lines of the site between the text and what a wall asks: 马上注册,结交更多好友
OWN_ENDS = 2  # finished sentences in its own line show that an author ends them
HABIT = 3  # finished sentences before it
LONG = 28  # characters of a paragraph that no slogan, title or caption under a text has
LOST, LOST_BYTES = (
    "\ufffd",
    3,
)  # what stands for a byte that is no character; so many at the end of a text cut by bytes
SHORT = 5  # characters of a short last line with an open bracket: 今天（1月5
STORY = 200  # characters before an ellipsis in which persons show that a story may end so

_ANNOUNCED = later(  # what a colon at the end of a sentence promises: 下列行为之一的：, 主要原因有：
    r"(?:下列|以下|之一)|(?:如下|分别|包括|包含|主要有|主要是|有|为|是|应当|规定|要求|指出|强调|认为|表示|情形|行为|情况|措施|条件|材料|内容|事项|职责|原则|原因|问题|步骤|办法|做法|方面|特点|方式|标准|意见|建议|程序|的)\W?\Z"
)
_BELOW, BELOW = later(r"下列|以下|之一"), 10  # shorter sentences promise as well with these
_ELSEWHERE = later(  # or what an image, a link or a value stood for that is furniture itself
    r"电话|热线|手机|联系|邮箱|邮件|地址|网址|链接|二维码|扫码|扫描|下载|点击|登录|关注|公众号|微信|微博|客户端|附件|附表|附图|下图|上图|如图|下表|图片|视频|名单|公示|咨询|投稿|报名|来源|编辑|记者|作者|阅读|推荐|http|www|@"
)
_COMMA = later(r"[，；]|(?<=[㐀-鿿”）]),")
_ENGLISH_END = later(r"[a-z0-9]{2}[.!?][”\"’)]?(?=\s|\Z)")
_OPENED = later(r"[“「『《（(【][^”」』》）)】\n]{2,}\Z")
_DOTS_ELSEWHERE = later(r"…|\.{3}|。。")
_MACHINE_DOTS = later(r"(?:(?<!\.)\.{3}|(?<!…)…)\s*\Z")  # authors of Chinese print six dots
_PERSONS = later(
    r"[我你她](?![国國省市县縣区區校院司军軍党黨局委厅廳方们們])|(?<![其])他(?![们們国國省市人])|[说說道问問想喊][：:，,]?[“「]|[?？!！]"
)


class Cut(NamedTuple):
    """An unfinished clause of the view and the sign that proves it: a key of the rule's reasons."""

    start: int
    end: int
    why: str


def cut_in(text: Text, *, noticed: bool = True) -> Cut | None:
    """The unfinished clause at the end of the text, with the strongest sign of it.

    ``noticed``: a word of such notices stands near the end.
    """
    return (_before_notice(text) if noticed else None) or _at_the_end(text)


def _before_notice(text: Text) -> Cut | None:
    """An unfinished clause right before a wall, a declared cut or a link to the whole text."""
    for start in notices_near_end(text):
        above = islice(paragraphs_from_end(text.view, start), BAIT + 1)
        line = next((line for line in above if not follows_text(line.words)), None)
        if not line:
            continue
        if _promises_a_list(text, line):
            return Cut(*_last_sentence(line), "list")
        if is_open(line.words) or is_dotted(line.words):
            if is_prose(line.words, BEFORE_NOTICE):
                return Cut(*last_clause(text.view, line.start, line.end), "notice")
            if _is_listed(text.view, line) or _OPENED.match(line.words) or _is_begun(text, line):
                return Cut(line.start, line.end, "notice")
        if is_open_english(line.words):
            return Cut(*last_clause(text.view, line.start, line.end), "notice")
    return None


def _is_begun(text: Text, line: Paragraph) -> bool:
    """A few words of a sentence or of an article, no heading, in a text whose other paragraphs are finished."""
    number = NUMBER.match(line.words)
    words = without_dots(line.words[number.end() if number else 0 :])
    shortest = BEFORE_NOTICE if number is None else 2
    if (number and number.lastgroup != "article") or len(words) < shortest or not is_han(words[-1]):
        return False
    return ends_its_paragraphs(text.view, line.start)


def _is_listed(view: str, line: Paragraph) -> bool:
    """An item of a list whose other items are finished; a word or two are one if there are some of them."""
    return is_item(view, line, 1) or is_item(view, line, SIBLINGS, shortest=1)


def _at_the_end(text: Text) -> Cut | None:
    last = last_of(text)
    if last is None:
        return None
    if cut := _marked(text, last):
        return cut
    if _promises_a_list(text, last):
        return Cut(*_last_sentence(last), "list")
    if not is_prose(last.words):
        return _short_or_listed(text, last)
    if is_dotted(last.words):
        return _dotted(text, last)
    if _SIGNED.search(last.words[-SIGN_OFF:]):
        return None
    return _open(text, last) if is_open(last.words) or stops_in_latin(last.words) else None


def _marked(text: Text, last: Paragraph) -> Cut | None:
    """A mark of a cut, or a character cut in two, at the end of the last line."""
    mark = MARK.search(last.words[-60:])
    body = last.words[: len(last.words) - len(mark["mark"])].rstrip() if mark else last.words
    behind_a_stop = mark is not None and mark["mark"].strip().startswith("&") and not is_open(body)
    begun = last._replace(words=body)
    if (
        mark
        and not behind_a_stop
        and (is_prose(body) or is_item(text.view, begun, 1) or (is_open(body) and _is_begun(text, begun)))
    ):
        return Cut(last_clause(text.view, last.start, last.start + len(body))[0], last.end, "mark")
    cut = CUT_BYTES.search(last.words[-80:]) and is_prose(last.words, BEFORE_NOTICE)
    if cut or _is_cut_character(text, last):
        return Cut(*last_clause(text.view, last.start, last.end), "bytes")
    return None


def _is_cut_character(text: Text, last: Paragraph) -> bool:
    """A short last line that ends in the rest of a character, in a text that is not damaged else."""
    short = len(last.words) - len(last.words.rstrip(LOST)) > 0 and not last.words.startswith(LOST)
    return short and last.end == len(text.view.rstrip()) and text.view.count(LOST) <= LOST_BYTES


def _promises_a_list(text: Text, last: Paragraph) -> bool:
    """A sentence that ends in a colon, and a foot stands where the list should."""
    if last.words[-1] not in ":：" or not _followed(text, last):
        return False
    sentence = fold(last.words[_last_sentence(last)[0] - last.start : -1])
    long = is_prose(last.words) and len(sentence) >= PROSE
    if (
        not (long or (_BELOW.search(sentence) and len(sentence) >= BELOW))
        or not _ANNOUNCED.search(sentence)
        or _ELSEWHERE.search(sentence)
    ):
        return False
    return ends_its_paragraphs(text.view, last.start, 1)


def _last_sentence(line: Paragraph) -> tuple[int, int]:
    """The sentence at the end of a line."""
    stops = [line.words.rfind(mark, 0, len(line.words) - 1) for mark in "。！？"]
    return line.start + max(stops) + 1, line.end


def _short_or_listed(text: Text, last: Paragraph) -> Cut | None:
    """A last line that is no prose: an item of a list, the beginning of a quotation, English."""
    followed = _followed(text, last)
    words = NUMBER.sub("", last.words)
    whole = is_prose(words) or (last.words.startswith("第") and len(words) >= PROSE)
    if whole and is_open(last.words) and is_item(text.view, last, SIBLINGS - followed):
        return Cut(last.start, last.end, "siblings") if followed or stops_short(last.words) else None
    if is_open_english(last.words):
        ended = len(_ENGLISH_END.findall(text.view[max(last.start - WINDOW, 0) : last.end])) >= OWN_ENDS
        cut = ended and stops_short(last.words)
        return Cut(*last_clause(text.view, last.start, last.end), "word") if cut else None
    why = _of_short_line(text, last, followed=followed)
    return Cut(last.start, last.end, why) if why and ends_its_paragraphs(text.view, last.start) else None


def _of_short_line(text: Text, last: Paragraph, *, followed: bool) -> str | None:
    """What speaks for a cut of a last line that is no prose, in a text that ends its paragraphs."""
    if followed and _OPENED.match(last.words):
        return "bracket"
    if not is_open(last.words):
        return None
    if len(last.words) >= SHORT and never_closed(last.words, 1, quotes=False):
        return "bracket"
    named = len(last.words) >= PROSE and "、" in last.words
    return "length" if named and is_cut_length(text.raw) else None


def _followed(text: Text, last: Paragraph) -> bool:
    """The foot of a page follows."""
    return bool(text.view[last.end :].strip())


def _open(text: Text, last: Paragraph) -> Cut | None:
    """A line of prose without an end: what else speaks for a cut."""
    place = last_clause(text.view, last.start, last.end)
    latin = not is_open(last.words)
    if never_closed(last.words):
        return Cut(*place, "bracket")
    why = next(_signs(text, last), None)
    if why and not (latin and why in ("none", "length")):
        return Cut(*place, why)
    return None


def _signs(text: Text, last: Paragraph) -> Iterator[str]:
    """What proves a cut of an open line, the strongest first."""
    sentences, finished = sentences_in(last.words), finished_before(text.view, last.start)
    if finished.paragraphs >= KNOWN_ENDS or sentences >= OWN_ENDS:
        if stops_short(last.words) and not (last.words.endswith(_LOOSE) and is_personal(text)):
            yield "word"
        if is_half_number(last.words):
            yield "number"
        if is_cut_length(text.raw) and not _signs_off(last.words):
            yield "length"
        half = not _signs_off(last.words) and stops_in_a_word(fold(last.words[-LONGEST:]))
        if half and goes_on_elsewhere(text, last.start + len(last.words)):
            yield "half"
    if _followed(text, last) and not _signs_off(last.words) and _is_habit(last.words, sentences, finished):
        yield "habit"  # the foot is a second proof; the habit alone is none
    if finished.paragraphs >= KNOWN_ENDS and _COMMA.search(last.words) and not _signs_off(last.words):
        yield "none"


def _is_habit(words: str, sentences: int, finished: Finished) -> bool:
    """Enough sentences end before this one, and it is as long as a sentence."""
    if sentences >= 2 * OWN_ENDS:
        return True
    if not sentences and not _COMMA.search(words):
        return False  # a headline: 县水利局：渠修好 水也到
    needed = LONG - 5 * max(finished.paragraphs - 1, 0)  # the surer the habit, the shorter the line
    long = sentences > 0 or len(words) >= needed
    return finished.paragraphs > 0 and long and sentences + finished.sentences >= HABIT


def _signs_off(words: str) -> bool:
    folded = fold(words[-SIGN_OFF:])
    return bool(
        _SIGN_OFF.search(folded) or _CREDIT.search(folded[-SIGN_OFF // 3 :]) or _PARTICLE.search(folded)
    )


def _dotted(text: Text, last: Paragraph) -> Cut | None:
    """An ellipsis that a machine set: a half word before it or the foot of a page behind it, no other in the text, no story."""
    body = without_dots(last.words)
    others = len(_DOTS_ELSEWHERE.findall(text.view[: last.start + len(body)]))
    story = _PERSONS.search(text.view[max(last.start + len(body) - STORY, 0) : last.start + len(body)])
    by_machine = _MACHINE_DOTS.search(last.words) is not None
    if others or story or not is_open(body) or not (by_machine or stops_short(body)):
        return None
    half = by_machine and stops_in_a_word(fold(body[-LONGEST:]))
    if not (half or _followed(text, last) or is_cut_length(text.raw)):
        return None
    if sentences_in(body) >= OWN_ENDS or ends_its_paragraphs(text.view, last.start):
        return Cut(last_clause(text.view, last.start, last.start + len(body))[0], last.end, "mark")
    return None
