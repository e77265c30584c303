"""Lines of a list of links: the label above it, and headlines, told by their shape alone.

Everything here looks at one line, folded (simplified, half width, lower case).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checks.phrases import phrase_groups
from checks.text import Text, later

GROUPS = phrase_groups("link_list")

# Chosen by reading the even half of the labelled real pages, then checked on clean news and statutes (no hit).
SHORTEST, LONGEST, LATIN = 4, 60, 110  # characters of a headline; Latin letters are narrower
LABEL = 24  # characters of a line that is nothing but a label
WINDOW = 600  # characters of a line that are read: a headline with the address of its page

HAN = later(r"[㐀-鿿]")
SENTENCE = later(r"。|,[^,]*,[^,]*,")  # folded texts may have lost their full stops
QUESTION = later(
    r"怎么|如何|怎样|为什么|什么|能不能|可不可以|可以.{0,8}吗|吗$|多久|多少|多大|几[天个次岁月年]|哪[些个种里家]|是不是|要不要|好不好|会不会|有没有|能.{1,8}吗|区别"
)
"""A headline that asks something, with its question mark or without."""

MARK = later(
    r"(?:[•·●■◆▪◇○▶►>»*–]|-(?=\s)|\d{1,2}[.、)](?!\d)|\[\d{1,2}\]|\[[^\]]{2,8}\]|【[^】]{2,8}】)[\s•·]*"
)
"""What stands before a headline: a bullet, a rank, a channel in brackets."""

FRAME = "▼▲▽△↓↑#*>【】[]《》■◆●◇▪▶☆★·•|:»-—_=()（）+.… \t\u3000"
"""What frames a label."""

_MORE = later(r"^(?:更多|more)\W+|(?:查看|阅读)?(?:更多|more|刷新|换一换|换一批)\W*$")
_LINK = later(r"\[([^\]]{2,80})\]\([^)]+\)")
_BETWEEN = later(
    r".{0,3}|\d[\d\s,.:/年月日时分秒前万天小-]*"
    r"|(?:阅读|浏览|点击|评论|回复|赞|热度)\W{0,2}\d[\d,.万]*\W?|.{0,12}\d+\s*(?:评论|阅读|浏览|回复|次|图|跟贴).{0,8}"
    r"|不感兴趣|加载中.{0,6}|点击(?:加载|查看)更多|查看更多.{0,4}|推荐中.{0,4}|(?:https?://|www\.)\S+|[\w.-]+\.(?:cn|com|net)/\S*"
)
_OTHER = later(
    r"责任?编辑?:|编辑:|来源:|版权所有|copyright|©|icp[备证]|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)|^第.{1,3}[章节条]|出席:|参加:"
    r"|^(?:电话|地址|邮箱|姓名|时间|地点|答|问|原标题|关键[词字]|标签|本文关键词)\s*:|^(?:上|下)一(?:篇|页|章)|[{}=]|^```"
)
_REFERENCE = later(
    r"出版社|书局|\[[jmdcnrz](?:/ol)?\]|(?<![a-z])doi|isbn|(?<![a-z])vol\.|pp\.|et al"
    r"|\((?:19|20)\d\d\)\.|,\s*(?:19|20)\d\d[,:(]"
)


def is_between(folded: str) -> bool:
    """What pages print between two headlines: rank, date, source, counts, "not interested"."""
    return bool(_BETWEEN.fullmatch(folded)) and not _OTHER.search(folded)


def link_words(folded: str) -> str:
    """The words of a line that is nothing but a Markdown link; else empty."""
    link = _LINK.fullmatch(folded)
    return link[1] if link else ""


def headline(folded: str) -> str:
    """The words of a headline without bullet or rank; empty for anything else.

    >>> headline("· 三处水渠下月通水"), headline("水渠已经修好。")
    ('三处水渠下月通水', '')
    """
    words = MARK.sub("", folded, count=1)
    return words if is_headline(words) else ""


def is_headline(words: str) -> bool:
    """Short, with enough in it, no full stop, and not a line of another kind."""
    if SENTENCE.search(words) or words.endswith((",", "、", ":", ";")) or _OTHER.search(words):
        return False
    if HAN.search(words):
        return SHORTEST <= len(words) <= LONGEST
    return words.count(" ") >= 2 and len(words) <= LATIN and not words.endswith(".")


def are_books(items: Sequence[str]) -> bool:
    """A third of the lines cite like a bibliography, or half of them open with the title of a book."""
    cited = sum(bool(_REFERENCE.search(item)) for item in items)
    return 3 * cited > len(items) or 2 * sum(item.startswith("《") for item in items) > len(items)


class Label(NamedTuple):
    """A line that opens a list: the group of its wording, where the wording stands, what follows."""

    group: str
    start: int
    end: int
    heading: bool = False  # a Markdown heading
    rest: str = ""
    titled: bool = False  # the title of the page stands before it


@cache
def group_of() -> Mapping[str, str]:
    """The group of every wording of a label."""
    return {phrase: group for group, phrases in GROUPS.items() for phrase in phrases}


class ListLine:
    """One line, which may be a label; of a longer line its end is read."""

    def __init__(self, text: Text, number: int) -> None:
        self.text = text
        self.start, self.end = text.lines[number].inner
        self.folded = text.folded(max(self.start, self.end - WINDOW), self.end)

    def label(self) -> Label | None:
        """The line as a label: alone, with a headline behind its colon, or at an article's end."""
        start, end, folded = self.start, self.end, self.folded
        if end - start > WINDOW:
            return self._end_of_article()
        core = _MORE.sub("", folded.strip(FRAME)).strip(FRAME)
        group = group_of().get(folded.strip(FRAME)) or group_of().get(core, "")
        if group and len(folded) <= LABEL + len(core):
            return Label(group, start, end, folded.startswith("#"))
        head, colon, rest = folded.partition(":")
        if colon and group_of().get(head.strip(FRAME)) == "related":
            return Label("related", start, start + len(head), rest=rest.strip())
        return self._of_the_page() or self._end_of_article()

    def _of_the_page(self) -> Label | None:
        """The title of the page with a label behind it: 某某:相关图片."""
        title, _, label = self.folded.rpartition(":")
        if group_of().get(label) != "related" or title != ListLine(self.text, 0).folded:
            return None
        return Label("related", self.start, self.end, titled=True)

    def _end_of_article(self) -> Label | None:
        for phrase in GROUPS["ends"]:
            place = self.folded.rfind(phrase)
            if place >= 0 and (place <= 2 or "编" in phrase) and len(self.folded) - place <= LABEL:
                at = self.end - len(self.folded) + place
                return Label("ends", at, at + len(phrase))
        return None

    def opens_list(self) -> bool:
        """Say whether another list begins here."""
        label = self.label()
        return label is not None and label.group != "ends"
