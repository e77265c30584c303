"""Pieces of the source of a page, left standing in its text.

What it finds
    Tags, attributes, comments and forum codes; entities nobody decoded (&nbsp;); scripts and style
    rules; placeholders of templates ({{title}}, undefined); addresses of pictures; empty elements
    with made-up names that hacked templates sprinkle over a text.
Why it matters
    It is no language. It breaks words and sentences, a model that reads it writes it, and it shows
    that the extraction of the source is broken for every page of the site.
How it is told
    By the closed grammar of these languages: names of elements, of entities, of template functions.
    What the document is decides first: one that is kept in Markdown or HTML throughout, a program,
    a lesson on markup (several words of that trade) has a right to such signs.
What it must not be confused with
    Prose that mentions `<div>`, formulas with < and >, titles in angle brackets, an address with &,
    program text, documentation, blanks in contracts, emoticons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from checks.evidence.embedded import is_answer, pictures, placeholders, scripts
from checks.evidence.formats import is_markdown, is_plain_markdown, nature
from checks.evidence.residue import Place, bbcode, entities, hollow, is_noise, is_sprinkled, tags
from checks.model import Candidate, Check, Example, FaultClass, Limit, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.signs import AnyOf, Condition, Sign, Unless
from checks.text import Text, later

# CLASSES: by amount, with all other text of the site in the document; see site_furniture.
LIMITS = (Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.10))
KINDS = {
    "html_residue": Words("tags left in the text", "残留的网页标签"),
    "entity_residue": Words("undecoded entities", "未解码的实体"),
    "script_residue": Words("scripts or style rules", "残留的脚本或样式"),
    "image_link": Words("links to pictures", "图片链接"),
    "template_placeholder": Words("unfilled placeholders of a template", "未填充的模板变量"),
    "empty_tag_noise": Words("empty made-up elements", "随机空标签"),
}
CLASSES = tuple(
    FaultClass(
        name,
        "site_text",
        Severity.WARNING,
        what,
        Words(
            f"the text holds {what.en}: {{n}} (first: {{first}})",
            f"正文中有 {{n}} 处{what.zh}（首处：{{first}}）",
        ),
        LIMITS,
    )
    for name, what in KINDS.items()
)
SIGNS = {
    kind: phrase_groups("markup")[kind]
    for kind in ("tags", "entities", "scripts", "codes", "placeholders", "pictures", "hollow")
}
"""Without one of its signs there is nothing to look for; ``in`` finds that out at the speed of C."""
FORMATTED = ("](", "```", "~~~")  # signs of Markdown
HIDDEN = 1000  # characters around a tag in which its line is read; set by hand, longer than any seen
OWN_LINE = (
    150  # characters of a line that is nothing but such words: three times those of the longest wording
)
AHEAD = 12  # characters before such words in a bracket, more than any wording has
_HIDING = later(
    r"display ?: ?none|visibility ?: ?hidden|overflow ?: ?hidden|text-indent ?: ?-\d{3}|(?:left|top) ?: ?-\d{3}|font-size ?: ?0"
    r"|<marquee[^<>]{0,80}(?:width|height)=[\"']?[0-3](?!\d)",
    re.IGNORECASE,
)
_LINKED = later(r"<a [^<>]{0,40}href", re.IGNORECASE)
_BRACES = str.maketrans("{}", "｛｝")  # a message is a template itself


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each piece once, the larger where two overlap."""
    view = text.view
    kinds = _kinds_in(text, candidates)
    if not kinds:
        return
    found = _found(view, kinds)
    found = [piece for piece in found if piece[2] != "html_residue" or not _hides(view, piece[0])]
    end = -1
    for start, stop, cls in sorted(found, key=lambda piece: (piece[0], -piece[1])):
        if start >= end:
            end = stop
            first = " ".join(view[start : min(stop, start + 30)].split()).translate(_BRACES)
            yield text.span(cls, start, stop, Proof.STRONG, first=first)


def _found(view: str, kinds: Set[str]) -> list[tuple[int, int, str]]:
    """All pieces, by what kind of text it is: Markdown, a lesson on markup, an article on programs, none of these."""
    if "scripts" in kinds and is_answer(view):
        return [(0, len(view), "script_residue")]
    if any(sign in view for sign in FORMATTED) and is_markdown(view):
        return list(_pieces_in_markdown(view, kinds))
    if "<p" in view and nature(view) == "html":
        return []
    found = list(_pieces(view, kinds))
    what = nature(view) if found else ""
    if what == "coding":  # speaks of programs, not of pages
        return [piece for piece in found if piece[2] not in ("script_residue", "template_placeholder")]
    return [piece for piece in found if is_sprinkled(view[piece[0] : piece[1]])] if what else found


def _kinds_in(text: Text, candidates: Sequence[Candidate]) -> Set[str]:
    """The kinds of which the text shows signs or holds phrases."""
    kinds = {kind for kind in SIGNS if text.shows("markup", kind)}
    return kinds | {kind for c in candidates for kind in _KINDS_OF[c.phrase] if _may_stand(text.view, c)}


def _may_stand(view: str, candidate: Candidate) -> bool:
    """What is said in words fills its line or a bracket of its own; no running text."""
    if candidate.phrase.isascii():
        return True
    low, high = view.rfind("\n", 0, candidate.start) + 1, view.find("\n", candidate.end)
    before = view[max(candidate.start - AHEAD, low) : candidate.start]
    return (high if high >= 0 else len(view)) - low <= OWN_LINE or any(mark in before for mark in "[【(（")


def _hides(view: str, place: int) -> bool:
    """The tags of a line that hides its links are no remains: who hid them is told as spam."""
    low = max(view.rfind("\n", 0, place) + 1, place - HIDDEN)
    high = view.find("\n", place, place + HIDDEN)
    line = view[low : high if high >= 0 else place + HIDDEN]
    return bool(_HIDING.search(line) and _LINKED.search(line))


def _pieces_in_markdown(view: str, kinds: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Pictures that nobody named; scripts and placeholders, which Markdown does not know, in running text."""
    if "![" in view and "`" not in view:
        yield from _of("image_link", pictures(view, "markdown"))
    strange: list[tuple[int, int, str]] = []
    if "scripts" in kinds:
        strange += _of("script_residue", scripts(view))
    if "placeholders" in kinds:
        strange += _of("template_placeholder", placeholders(view))
    if strange and is_plain_markdown(view):
        yield from strange


def _pieces(view: str, signs: Set[str]) -> Iterator[tuple[int, int, str]]:
    if "scripts" in signs:
        yield from _of("script_residue", scripts(view))
    if "entities" in signs:
        yield from _of("entity_residue", entities(view))
    if "placeholders" in signs:
        yield from _of("template_placeholder", placeholders(view))
    if "pictures" in signs:
        yield from _of("image_link", pictures(view, ""))
    if "codes" in signs:
        yield from _of("html_residue", bbcode(view))
    if "hollow" in signs:
        yield from _of("empty_tag_noise", hollow(view))
    headed = view.startswith("# ") or "\n# " in view or "\n## " in view  # comments belong to Markdown
    for start, end in tags(view, comments=not headed) if "tags" in signs else ():
        yield start, end, "empty_tag_noise" if is_noise(view[start:end]) else "html_residue"


def _of(cls: str, places: Iterable[Place]) -> Iterator[tuple[int, int, str]]:
    return ((start, end, cls) for start, end in places)


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_MORE = "村民把去年的账目贴在祠堂门口，谁家出了多少工，一笔一笔写得清清楚楚，大家看了都说公道。\n"

_SHOWN_BY = {
    "tags": (("<", "[A-Za-z/!?%#]"), ("=", "[\"']"), ("[A-Za-z\"'/-]", ">")),
    "entities": (
        ("&", "[A-Za-z#]"),
        ("%", "[0-9A-Fa-f]", "[0-9a-fA-F]", "%"),
        ("u", "0", "0"),
        (r"\\", "u"),
        ("#", "x", "[0-9A-Fa-f]"),
    ),
    "scripts": (("[{]",), ("[(]", "'")),
    "placeholders": (
        ("[{]",),
        ("<", "[%?#]"),
        ("O", "C", r"[ \\]"),
        ("_", "T", "o", "c"),
        ("E", "F", "O"),
        (r"\[", r"[!\[ofetcks随关标内变]"),
        ("_", "_"),
        ("@", "[@HM]"),
        ("%", "%"),
        ("[%$]", "[sdtcaunk]"),
        ("#", "t"),
        ("/", r"\]"),
    ),
    "pictures": (("!", r"\["), (r"\[", r"[\[IimPp图照插视音表]"), ("【", "图"), ("[KkＫ]", "[Bb]")),
    "codes": ((r"\[", r"[A-Za-z/\[*]"), ("'", "'", "'")),
    "hollow": (
        ("[(（【《〈「『〔［{|*]", "[ )）】》〉」』〕］}|*]"),
        (r"\[", r"[\] 编編来來原需查隐隱显顯永何谁誰哪ec]"),
        ("＊",),
        (r"\]", r"\["),
        ("\n", "[•·●■◆▪]"),
    ),
}
_LINKED_TEXT = Unless(
    Sign(r"\]", r"\(", "[^ )]"), Sign("!", r"\[")
)  # Markdown for certain: a link, no picture
CALLED_BY: Mapping[str, Condition] = {
    kind: shown if kind in ("scripts", "placeholders", "pictures") else Unless(shown, _LINKED_TEXT)
    for kind, shown in (
        (kind, AnyOf(*(Sign(*classes) for classes in forms))) for kind, forms in _SHOWN_BY.items()
    )
}
_LITERALS = {
    kind: frozenset(
        sign
        for sign in SIGNS[kind]
        if (sign[0] not in "[{<%【" or sign in ("<script", "<style"))
        and not (kind == "pictures" and len(sign) == 2 and sign.isascii())
    )
    for kind in ("scripts", "placeholders", "pictures")
}
_KINDS_OF = {
    phrase: tuple(kind for kind in _LITERALS if phrase in _LITERALS[kind])
    for phrase in frozenset().union(*_LITERALS.values())
}

CHECK = Check(
    name="markup",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    signs=CALLED_BY,
    phrases=frozenset(_KINDS_OF),
    fires_on=(
        Example(
            '⟦{"code":30002,"level":"user","msg":"水渠不存在","data":null}⟧',
            "script_residue",
            note="a program's answer",
        ),
        Example(
            '⟦<rt id="b8zq"></rt>\n<label id="b8zq"></label>⟧\n网页里，<div>标签用来分块，<p>标签用来分段，&nbsp;表示空格，代码很简单。',
            "empty_tag_noise",
            note="sprinkled over a lesson on markup",
        ),
        Example(
            '水渠养护办法⟦TOC\\o"1-2"\\h\\u25712⟧第一章总则\n' + _BODY,
            "template_placeholder",
            note="a field of a word processor",
        ),
        Example(_BODY.strip() + "⟦[]⟧\n" + _MORE.strip() + "⟦[]⟧", "empty_tag_noise", note="links cut out"),
        Example(_BODY + "⟦【】【】⟧\n" + _MORE, "empty_tag_noise", note="nothing but brackets"),
        Example(_BODY + "⟦此处填写正文⟧\n" + _MORE, "template_placeholder", note="words of a template"),
        Example(_BODY + "⟦0000.jpg (12 KB, 下载次数: 3)⟧\n" + _MORE, "image_link", note="an attachment"),
        Example(_BODY + '⟦<div class="content">⟧' + _MORE.strip() + "⟦</div></div>⟧", "html_residue"),
        Example("渠水到了村口⟦<br/>⟧老人们都来看。\n" + _BODY, "html_residue"),
        Example(_BODY + '⟦style="text-indent:2em">⟧' + _MORE, "html_residue", note="a broken tag"),
        Example(_BODY + "⟦[color=red]⟧水渠通了⟦[/color]⟧\n", "html_residue", note="a forum"),
        Example(
            "老周说水来了⟦#xff0c;⟧大家都笑⟦#xff1a;⟧今年不愁了。\n" + _BODY,
            "entity_residue",
            note="the sign in front was lost",
        ),
        Example("⟦&nbsp;&nbsp;&nbsp;&nbsp;⟧" + _BODY, "entity_residue"),
        Example("老周说⟦&ldquo;⟧水来了⟦&rdquo;⟧，大家都笑。\n" + _BODY, "entity_residue"),
        Example(_BODY + "⟦&amp;lt;p&amp;gt;⟧" + _MORE, "entity_residue", note="escaped twice"),
        Example(
            "# 等水来\n[原文](https://example.com/1)\n" + _BODY + "⟦{{article.source}}⟧\n" + _MORE,
            "template_placeholder",
            note="in Markdown that holds no code",
        ),
        Example(_BODY + '⟦_showDynClicks("wbnews", 1, 2)⟧\n' + _MORE, "script_residue", note="a university"),
        Example(_BODY + "⟦var _hmt = _hmt || [];⟧\n" + _MORE, "script_residue"),
        Example(
            _BODY + "⟦(function() {\n  var hm = document.createElement('script');\n})();⟧\n" + _MORE,
            "script_residue",
        ),
        Example("⟦.TRS_Editor P{margin-top:0;font-size:12pt;}⟧" + _BODY, "script_residue", note="a style"),
        Example(_BODY + "⟦http://example.com/upload/2019/1.jpg⟧\n" + _MORE, "image_link"),
        Example(_BODY + "⟦![](https://example.com/a.png)⟧\n" + _MORE, "image_link"),
        Example(_BODY + "⟦点击查看大图⟧\n" + _MORE, "image_link"),
        Example(
            "# 等水来\n\n[返回](/list)\n\n⟦![](https://example.com/mm/640)⟧\n\n" + _BODY,
            "image_link",
            note="Markdown: a picture without a word on what it shows",
        ),
        Example("⟦{{title}}⟧\n" + _BODY, "template_placeholder"),
        Example("⟦{dede:field.title/}⟧\n" + _BODY, "template_placeholder"),
        Example(_BODY + "浏览次数：⟦undefined⟧\n" + _MORE, "template_placeholder"),
        Example('渠水⟦<acronym id="ab12c"></acronym>⟧到了村口。\n' + _BODY, "empty_tag_noise"),
        Example(_BODY + "⟦<u id='x1y2z'></u><kbd id='q3w4e'></kbd>⟧" + _MORE, "empty_tag_noise"),
    ),
    silent_on=(
        Example(
            '接口出错时返回{"code":404,"msg":"水渠不存在"}，调用的人要先看代码再看说明。', note="a manual"
        ),
        Example(
            "选择 [编辑] - [复制]，再按一下 [图片] 工具列上的图标，在[显示]选单里打勾。\n" + _BODY,
            note="commands",
        ),
        Example(
            "占位符\n把页眉的占位符放到母版上，打印时换成日期。\nConst b1=12.5\n" + _BODY,
            note="a manual of a program",
        ),
        Example(
            _BODY + "目录的域代码以 TOC 开头，更新以前先保存，老周记在本子上。\n" + _MORE, note="spoken of"
        ),
        Example(
            _BODY + '<div style="display:none"><a href="http://www.example.com/">水渠</a></div>',
            note="links that somebody hid",
        ),
        Example(
            _BODY + '<marquee width=1 height=1><a href="http://www.example.com/">水渠</a></marquee>',
            note="too",
        ),
        Example(
            "# 模板\n[文档](https://example.com/1)\n在模板里写 `{{title}}`，页面上就会出现标题。\n{{title}}\n"
            + _BODY,
            note="Markdown on templates",
        ),
        Example("下列说法是否正确？\n水往低处流。（）\n木头沉在水底。（）\n", note="room for an answer"),
        Example(_BODY + "* * *\n" + _MORE, note="a break between two scenes"),
        Example("空列表写作 []，空元组写作 ()，二者都可以省略。\n" + _MORE, note="brackets spoken of"),
        Example(_BODY.strip() + "[1]\n" + _MORE.strip() + "[2]", note="notes of an encyclopedia"),
        Example("请在此填写姓名和地址，交到门口的窗口。\n" + _BODY, note="an instruction"),
        Example("# 说明\n\n```html\n<div class='a'></div>\n```\n\n把 `<div>` 换成 `<p>`。", note="Markdown"),
        Example(
            '<rt id="intro"></rt>\n<label id="intro"></label>\n网页里，<div>标签用来分块，<p>标签用来分段，代码很简单。',
            note="a lesson with elements of its own",
        ),
        Example("网页里，<div>标签用来分块，<p>标签用来分段，&nbsp;表示空格，代码很简单。", note="a lesson"),
        Example(
            "用JavaScript写一个函数：\nfunction add(a, b) { return a + b; }\n调用函数，浏览器输出结果。",
            note="a lesson on programs",
        ),
        Example("import os\ndef main():\n    print({'a': '<p>'})\n    return None", note="a program"),
        Example(
            "<p>第一段讲水从哪里来。</p>\n<p>第二段讲修渠的人。&nbsp;</p>", note="kept in HTML throughout"
        ),
        Example("## 通水\n<p>第一段讲水从哪里来。</p>\n## 后来\n<p>第二段讲修渠的人。</p>"),
        Example("# 条例\n<!-- INFO END -->\n" + _BODY, note="a comment in Markdown"),
        Example("已知a<b，且b>c，求证a与c的关系。若x<5且y>3，则x+y的范围是什么？", note="formulas"),
        Example("《<论语>导读》把<学而>篇放在最前面。\n" + _BODY, note="titles in angle brackets"),
        Example("AT&T 与 R&D 部门合作，P&G 也参与其中。\n" + _BODY),
        Example("网址是 http://example.com/a?x=1&copy=2&lt=3 ，可以查看。\n" + _BODY, note="an address"),
        Example("收件人 <a@example.com> 发来邮件，价格为<100元>。\n" + _BODY),
        Example("表情 <(￣︶￣)> 很可爱 ^_^ >_<\n" + _BODY, note="emoticons"),
        Example("请填写 {姓名} 和 {日期} 两个空。\n" + _BODY, note="blanks of a form"),
        Example("“null and void”就是无效，undefined 这个词很难翻译。\n" + _BODY, note="words"),
        Example("合格率达到98%，是历年最好；[注1] 见县志，[i] 同上。\n" + _BODY),
        Example("logo地址：http://example.com/logo.gif\n" + _BODY, note="an address that the text gives"),
        Example("她把[图]字写错了，老师在旁边画了一个圈。\n" + _BODY),
        Example("- [文档](https://example.com/a.png)\n- ![结构图](https://example.com/b.png)", note="docs"),
        Example("f(x) = {x | x > 0}，其中 1 < 2 && 3 > 2 恒成立。\n" + _BODY),
    ),
    known_misses=(
        Example(_BODY + "⟦[b]⟧" + _MORE, "html_residue", note="alone it may be a footnote or a sound"),
    ),
)
