"""Tags, codes and entities: what is left of the markup of a page in its text.

Each function looks for one kind in a text and yields places ``[start, end)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html.entities import html5

from checks.evidence.commands import is_command
from checks.phrases import phrase_groups
from checks.text import later

Place = tuple[int, int]
LONGEST = 4_000  # characters of a comment: what is longer hides text, and only its sign is told
JOINED = 3  # blanks between two tags of one run
_GROUPS = phrase_groups("markup")
_NAMES, _SHORT, _FORUM = (
    "|".join(_GROUPS[name]) for name in ("elements", "short_elements", "codes_of_forums")
)
_VALUE = r"""=\s*(?:"[^"<>]{0,400}"|'[^'<>]{0,400}'|[^\s"'<>]{1,200})"""
_TAGS = (
    r"<(?P<pair>[a-z]{2,10})(?:\s[^<>]{0,120})?></(?P=pair)\s*>",  # an element with nothing in it
    rf"</(?:{_NAMES}|{_SHORT})\s*>",
    rf"<(?:{_NAMES})(?:\s[^<>]{{0,600}})?/?>",
    rf"<(?:{_SHORT})\s[^<>]{{0,300}}?{_VALUE}[^<>]{{0,300}}>",
    rf"<(?:p|{_SHORT})\s*/?>",
    rf"<[a-z][a-z0-9]{{0,11}}\s+(?:id|class|dir|lang|draggable|dropzone|date-time)\s*{_VALUE}[^<>]{{0,200}}>",
    r"<!--",  # to its end, wherever that is
    r"<!doctype[^<>]{0,200}>",
    r"<!\[(?:cdata|if|endif)[^<>]{0,80}>?|\]\]>",
    r"<\?(?:xml|php)[^<>]{0,200}[?/]?>",
    rf"<(?:{_NAMES}|a|p)\s[a-z-]+\s*=\s*[\"'][^<>\n]{{0,200}}(?=\n|$)",  # cut off by the end of the line
    r"(?<![\w<])/(?:p|div|span|strong|a|li|ul|td|tr|table|font|br)>",  # its head is gone
    rf"</(?:{_NAMES}|a|p)(?=\s|$)",
)
TAG = later("|".join(_TAGS), re.IGNORECASE)
_BARE = later(rf"<({_SHORT})\s*/?>", re.IGNORECASE)
_MARKED = frozenset("bisu")  # elements that set type; <a> and <p> may be meant
_SURELY = "class|style|href|src|target|align|valign|bgcolor|cellpadding|cellspacing|onclick|onload|onerror"
_PERHAPS = "id|name|title|alt|color|face|size|rel|border|width|height|type|value"
_SET = r"""=["'][^"'<>\n]{0,300}["']\s*"""
_ATTRIBUTE = later(
    rf"(?<![\w<&?/.-])(?:(?:{_PERHAPS}){_SET}){{0,6}}(?:{_SURELY}){_SET}(?:(?:{_SURELY}|{_PERHAPS}){_SET}){{0,12}}/?>?"
    rf"|(?<![\w<&?/.-])(?:(?:{_PERHAPS}){_SET}){{1,6}}/?>",
    re.IGNORECASE,
)
_BBCODE = later(
    rf"\[(?P<open>{_FORUM})(?P<value>=[^\[\]\n]{{1,120}})?\]|\[/(?:{_FORUM}|[biusp])\]"
    r"|\[(?:b|i|u|s|p)\](?=[^\[\]\n]{1,300}\[/)",  # a lone [i] may be a footnote
    re.IGNORECASE,
)
_WIKI = later(r"\[\[(?:category|分类|分類):[^\[\]\n]{1,80}\]\]", re.IGNORECASE)
_BOLD = later(r"'{3}(?=[^'\n]{1,80}'{3})[^'\n]*'{3}")
_TALK = later(r"标签|標籤|标记|元素|属性|屬性|代码|语句|标识符|\btag|\belement", re.IGNORECASE)
_QUOTES = "`“”\"'「」‘’"
_ENTITY = later(
    r"(?:&(?:amp;)*(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,24});"
    r"|(?<![&A-Za-z0-9_])#x(?:ff|30|20|[4-9][0-9a-f])[0-9a-f]{2};"  # &#xff0c; whose & was lost: marks and Chinese characters
    r"|(?<![A-Za-z0-9./?=&%#_-])(?:%[0-9a-f]{2}){3,}(?![a-z0-9./])|\\?u00[0-9a-f]{2}(?:[a-z/ ]{0,12}\\?u00[0-9a-f]{2})+|(?:\\u[0-9a-f]{4}){2,}|&(?:amp;)*(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|#\d{4,5}|#x[0-9a-f]{4})(?![a-z0-9=]))(?:[ \t]*(?=&[a-z#]))?",
    re.IGNORECASE,
)
_ADDRESS = later(r"(?:https?://|www\.)[!-~]*$")
_PAIR = later(r"<([a-z][\w:]*)(?:\s[^<>]*)?>\s*</\1\s*>", re.IGNORECASE)
_RANDOM = later(
    r"""<[a-z]+\s(?:id|class|dir|lang|draggable|dropzone|date-time)\s*=\s*["']?[a-z0-9]{3,12}["']?\s*>""",
    re.IGNORECASE,
)
_NAMED = later(r"""<[a-z]+\s(?:id|class)\s*=\s*["']?([a-z0-9]{4,12})["']?\s*>""", re.IGNORECASE)
_JUMBLED = later(r"[a-z]\d+[a-z]|\d[a-z]+\d", re.IGNORECASE)  # letters and digits by turns: b8zq, no part2
_MARKER = later(r"<!-- [A-Z ]{3,30} -->")  # what a tool that kept the text wrote for itself
_HOLLOW = r"(?:\[[ \t]*\](?:[ \t]?\([ \t]*\))?|【[ \t]*】|\([ \t]*\)|（[ \t　]*）|《》|〈〉|「」|『』|〔〕|［］|\{\})"
# Behind the end of a sentence nothing is left to be filled in; twice, for once may be a slip.
_STREWN = later(rf"(?<=[。！？；!?…：”」』）]){_HOLLOW}+(?![A-Za-z0-9])")
_HOLLOW_LINE = later(
    rf"^[ \t]*(?:{_HOLLOW}[ \t]*){{2,}}$|^[ \t]*(?:[|｜][ \t]*){{4,}}$"
    r"|^[ \t]*[*＊](?:[ \t]?[*＊]){1,9}[ \t]*(?:\n[ \t]*[*＊](?:[ \t]?[*＊]){1,9}[ \t]*){1,50}$"
    r"|^[ \t]*[•·●■◆▪○][ \t]*(?:\n[ \t]*[•·●■◆▪○][ \t]*){1,50}$",
    re.MULTILINE,
)
_NOTES = later(r"(?<=[。！？；!?…”」』）])(?:[\[［]\d{1,2}[\]］]){2,}")  # of an encyclopedia, all alike
_WIKI_MARK = later(
    rf"[\[［【](?:{'|'.join(map(re.escape, _GROUPS['marks_of_wikis']))})[\]］】]", re.IGNORECASE
)
_BLANK = later(r"[(（][ \t　]+[)）]")  # room for an answer
_EXAM = later(r"判断|判斷|选择题|選擇題|填空|对错|√|下列|是否正确|说法|练习|考试|单选|多选|试题|試題|答案")
_ANGLE = later(r"<(?!!--)|[/-]>|/(?:p|div|span|strong|a|li|ul|td|tr|table|font|br)>")


def tags(text: str, *, comments: bool = True) -> Iterator[Place]:
    """Tags, comments and attributes left over, neighbours as one place; none that is spoken of."""
    found = list(_elements(text, comments=comments)) if comments or _has_more_than_comments(text) else []
    if '="' in text or "='" in text:
        starts = [start for start, _ in found]
        for mark in _ATTRIBUTE.finditer(text):
            inside = bisect_right(starts, mark.start()) - 1
            if inside < 0 or found[inside][1] <= mark.start():
                found.append(mark.span())
    yield from joined(text, sorted(found))


def _has_more_than_comments(text: str) -> bool:
    bare = text.count("<") == text.count("<!--") and text.count(">") == text.count("-->")
    return not bare and _ANGLE.search(text) is not None


def _elements(text: str, *, comments: bool) -> Iterator[Place]:
    """Tags and comments in order; none begins inside another."""
    position = 0
    while mark := TAG.search(text, position):
        start, position = mark.span()
        if mark[0] == "<!--":
            closed = text.find("-->", position, position + LONGEST)
            position = closed + 3 if closed >= 0 else position
        if _stands(text, mark, comments=comments and not _MARKER.fullmatch(text, start, position)):
            yield start, position


def _stands(text: str, mark: re.Match[str], *, comments: bool) -> bool:
    if mark[0] in ("<!--", "-->") and not comments:
        return False
    bare = _BARE.fullmatch(mark[0])
    if bare and bare[1].lower() != "p" and not _is_used(text, bare):
        return False
    before, after = text[max(mark.start() - 1, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    spoken = before in _QUOTES and after in _QUOTES and bool(before) and bool(after)
    return not spoken and not _TALK.search(text[mark.end() : mark.end() + 4])


def _is_used(text: str, bare: re.Match[str]) -> bool:
    """The element is closed somewhere, or stands at the edge of two sentences."""
    closed = f"</{bare[1]}" in text or f"</{bare[1].upper()}" in text
    return closed or (bare[1].lower() in _MARKED and len(re.findall(rf"[。！？」”]{bare[0]}", text)) > 1)


def joined(text: str, places: Iterable[Place]) -> Iterator[Place]:
    """Places with nothing but a few blanks between them as one."""
    start = end = -1
    for s, e in places:
        if start >= 0 and s - end <= JOINED and not text[end:s].strip():
            end = max(e, end)
            continue
        if start >= 0:
            yield start, end
        start, end = s, e
    if start >= 0:
        yield start, end


def is_noise(run: str) -> bool:
    """Empty elements with made-up names in a row: what hacked templates sprinkle over a text."""
    run = run[:LONGEST]
    pairs = len(_PAIR.findall(run))
    return (pairs >= 1 and len(_RANDOM.findall(run)) >= 1) or pairs >= 3 or len(_RANDOM.findall(run)) >= 3


def is_sprinkled(run: str) -> bool:
    """Noise whose elements all bear one and the same jumbled name, as no lesson on markup would write it.

    >>> is_sprinkled('<rt id="b8zq"></rt><label id="b8zq"></label>'), is_sprinkled('<p id="intro"></p><p id="intro"></p>')
    (True, False)
    """
    named = _NAMED.findall(run[:LONGEST])
    return len(named) > 1 and len(set(named)) == 1 and bool(_JUMBLED.search(named[0]))


def hollow(text: str) -> Iterator[Place]:
    """Brackets, bullets and bars with nothing in them, and what wikis print in brackets."""
    yield from (m.span() for m in _HOLLOW_LINE.finditer(text))
    yield from (m.span() for m in _WIKI_MARK.finditer(text) if not is_command(text, *m.span()))
    strewn = [m for m in _STREWN.finditer(text) if not _BLANK.fullmatch(m[0])]
    if any(m[0].startswith(("(", "（")) for m in strewn) and _EXAM.search(text):
        strewn = []
    yield from (m.span() for m in strewn if len(strewn) > 1)
    notes = list(_NOTES.finditer(text))
    if len(notes) > 1 and len({m[0] for m in notes}) == 1 and "\n[1]" not in text:
        yield from (m.span() for m in notes)


def bbcode(text: str) -> Iterator[Place]:
    """Marks of forum and wiki software; an opening one has a value, or is closed somewhere."""
    marks = list(_BBCODE.finditer(text))
    closed = {m[0][2:-1].lower() for m in marks if m[0].startswith("[/")}
    kept = (m for m in marks if not m["open"] or m["value"] or m["open"].lower() in closed)
    yield from joined(text, (m.span() for m in kept))
    yield from (m.span() for m in _WIKI.finditer(text))
    for bold in _BOLD.finditer(text):
        yield bold.start(), bold.start() + 3
        yield bold.end() - 3, bold.end()


def entities(text: str) -> Iterator[Place]:
    """Entities that nobody decoded, those of an address apart."""
    found = []
    for mark in _ENTITY.finditer(text):
        name = mark[0].strip().lower().removeprefix("&").replace("amp;", "") or "amp;"
        known = name.startswith(("#", "%", "u0", "\\u")) or name in html5 or f"{name.rstrip(';')};" in html5
        if known and not _ADDRESS.search(text[max(mark.start() - 300, 0) : mark.start()]):
            found.append((mark.start(), mark.end()))
    yield from joined(text, found)
