"""Scripts, placeholders and pictures: what a page carries along with its text.

Each function looks for one kind in a text and yields places ``[start, end)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.evidence.commands import is_command
from checks.evidence.residue import Place
from checks.phrases import phrase_groups
from checks.text import later

LONGEST, LINES = 4_000, 200  # characters of a comment or script, lines of a script: what is longer is cut
_GROUPS = phrase_groups("markup")
SCRIPT = later(
    rf"<(script|style)\b[^<>]{{0,400}}>|(?<![A-Za-z0-9_$.])(?:{'|'.join(_GROUPS['script_openers'] + _GROUPS['style_openers'])})",
    re.IGNORECASE,
)
_CLOSED = later(r"</(?:script|style)\s*>", re.IGNORECASE)
_CODE_LINE = later(
    r"\s*(?:[})\];]+[;,)]*\s*(?:else.*|catch.*)?|//.*|/\*.*|\*/|(?:var|let|const|return|function|if|else|for|while|switch|case|try|import|export|new|this|window|document|location|\$|jquery|[.#@][\w-]).*[;{}(),\[\]:]|.*[;{}]|[\w$.]+\s*[=(].*|['\"]?[\w@-]+['\"]?\s*:\s*.{0,200},?)\s*",
    re.IGNORECASE,
)
_HAN = later(r"[㐀-鿿]")
_QUOTED = later(r"\"[^\"\n]*\"|'[^'\n]*'|/\*.*?\*/|//.*|<!--.*?-->")
_PLACEHOLDER = later("|".join(_GROUPS["template_patterns"]), re.IGNORECASE | re.MULTILINE)
_NIL = r"(?:undefined|null|nan)"
_NOTHING = later(
    r"^[ \t]*(?:(?:undefined|null|nan|\(null\)|#n/a)[ \t,|/-]*)+$"  # alone on its line
    rf"|(?:(?<=[：:][ ])|(?<=[：:])){_NIL}(?=$|[\s，。|])"  # behind a label
    r"|(?<=[㐀-鿿(（])(?:undefined|NaN)(?=[㐀-鿿)）])|(?:undefined|NaN)(?=[年月日次条元人])",  # for a number
    re.MULTILINE | re.IGNORECASE,
)
PICTURE = later(
    r"!\[[^\[\]\n]{0,80}\]\((?:[^()\s]|\([^()\s]*\)){0,600}(?:\s\"[^\"\n]*\")?\)|\[\[(?:file|image|文件|图像|圖像|档案|檔案|图片):[^\[\]\n]{1,200}(?:\[\[[^\[\]\n]*\]\][^\[\]\n]{0,100}){0,3}\]\]",
    re.IGNORECASE,
)
_EMPTY_ALT = later(
    r"!\[(?:图片|image|img|图|在这里插入图片描述|输入图片说明|点击(?:查看|放大)?(?:大图|原图|图片)?|查看(?:大图|原图)|\d*|[\w-]+\.(?:jpe?g|png|gif|webp))\]\((?:(?:https?:)?//|/\w)",
    re.IGNORECASE,
)
_PICTURE_ADDRESS = later(
    r"(?:(?:https?:)?//|www\.|/?(?:uploads?|uploadfiles?|images?|files?|attachments?|static|d/file|userfiles)/)[A-Za-z0-9_./%~:@+-]{3,300}?\.(?:jpe?g|png|gif|webp|bmp)(?:[?!@][A-Za-z0-9_=&;%./,+-]{0,200})?(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
_FILE = r"[\w\-一-鿿()（）]{1,60}\.(?:jpe?g|png|gif|webp|bmp)"
_ATTACHED = later(  # the name of a picture alone on its line, its size, how often it was fetched
    rf"^[ \t]*(?:(?:点击|點擊|单击)?(?:查看|下载|下載|放大)?(?:原图|原圖|大图|大圖|图片|圖片|附件|图|image)[:： \t]*)?{_FILE}[ \t]*(?:[(（][^()（）\n]{{0,60}}[)）])?[ \t]*(?:下[载載]次[数數].{{0,12}})?$"
    r"|[\[【(（](?:图片|圖片|图像|图|圖|image|img)[ :：]*\d{2,5} ?[x×*X] ?\d{2,5}[^\[\]【】()（）\n]{0,20}[\]】)）]"
    r"|^[ \t]*[(（\[]?\d{1,5}(?:\.\d+)? ?[KM]B,? ?(?:下[载載]次[数數].{0,12})?[)）\]]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_INLINE = later(r"data:image/[a-z+]{2,8};base64,[A-Za-z0-9+/=]{8,}")
_EXTENSION = later(r"\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_SEE = r"(?:大图|大圖|原图|原圖|图片|圖片|高清图)"
_PICTURE_WORDS = later(
    r"(?<![㐀-鿿])[\[【(（](?:图|视频|音频|表情)[\]】)）]|[\[【(（](?:图|视频|音频|表情)[\]】)）](?![㐀-鿿])"
    r"|[\[【(（](?:图片|图像|圖片|img|image|pic|照片|插图|配图|图片\d{1,2}|图片加载中|图片缺失|查看大图|查看原图)[\]】]"
    rf"|^[\W_]*(?:点击|點擊|单击|点此|轻触)?(?:图片|圖片)?(?:可|以|即可)?(?:查看|看|浏览|查閱|放大|欣赏)(?:更多)?(?:高清)?{_SEE}[\W_]*$"
    r"|^[\W_]*(?:图片|圖片)(?:正在)?(?:加载|載入|加載)(?:中|失败)[\W_]*$"
    rf"|[\[【(（](?:点击|點擊)[^\[\]【】()（）\n]{{0,6}}{_SEE}[^\[\]【】()（）\n]{{0,4}}[\]】)）]"
    r"|^[\W_]*(?:点击|單擊|单击)(?:图片|圖片)(?:进入)?(?:放大|查看|下一[页张]|看大图).{0,6}$",
    re.MULTILINE,
)

ANSWER = 800  # characters of such an answer; a longer one has a text in it
_ANSWER = later(r"\{\s*\"\w{1,20}\"\s*:[\s\S]*\}")
_CODED = later(
    r"\"(?:code|errno|err_?code|error_?code|status|is_?error|error|success|ok|ret)\"\s*:\s*(?:-?\d+|true|false|\")",
    re.IGNORECASE,
)
_SAID = later(r"\"(?:msg|message|err_?msg|error_?message|error|info|reason)\"\s*:\s*\"", re.IGNORECASE)


def scripts(text: str) -> Iterator[Place]:
    """Scripts and style rules, from where they are known to the last line that reads like them."""
    position = 0
    while mark := SCRIPT.search(text, position):
        start, position = _whole(text, mark)
        if mark[0].startswith("<") or _is_source(text[start:position]):
            yield start, position
        position = max(position, mark.end())


def is_answer(text: str) -> bool:
    """What a program answers instead of a page: nothing but a code and a message, as JSON.

    >>> is_answer('{"code":404,"msg":"资源不存在","data":null}'), is_answer('{"title":"水渠","body":"通水了"}')
    (True, False)
    """
    if len(text) > ANSWER or not _ANSWER.fullmatch(text.strip()):
        return False
    return bool(_CODED.search(text) and _SAID.search(text))


def _whole(text: str, mark: re.Match[str]) -> Place:
    """The rest of the line, and the lines below as far as they are program text."""
    if mark[0].startswith("<"):
        closed = (
            _CLOSED.search(text, mark.end(), mark.end() + LONGEST)
            if text.find("</", mark.end(), mark.end() + LONGEST) >= 0
            else None
        )
        return mark.start(), closed.end() if closed else mark.end()
    start, stop = mark.start(), text.find("\n", mark.end())
    end = len(text) if stop < 0 else stop
    first = text[start : min(end, start + LONGEST)]
    if prose := re.search(r"[;})]\s*(?=[㐀-鿿“《（][^'\"]{4,})", _masked(first)):
        return start, start + prose.end()
    for _ in range(LINES):
        stop = text.find("\n", end + 1)
        line = text[end + 1 : len(text) if stop < 0 else stop][:LONGEST]
        if end >= len(text) or not _CODE_LINE.fullmatch(line) or _HAN.search(_masked(line)):
            break
        end = len(text) if stop < 0 else stop
    return start, start + len(text[start:end].rstrip())


def _masked(line: str) -> str:
    """The line with its strings and comments blanked, of the same length."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), line)


def _is_source(passage: str) -> bool:
    """No sentence that only begins like a script."""
    return bool(re.search(r"[{}();=]", passage)) and len(_HAN.findall(_masked(passage))) <= 0.2 * len(passage)


def placeholders(text: str) -> Iterator[Place]:
    """What a template should have filled in, and values that were nothing."""
    yield from (m.span() for m in _PLACEHOLDER.finditer(text))
    if "undefined" in text or "ull" in text or "NaN" in text or "nan" in text:
        for mark in _NOTHING.finditer(text):
            yield mark.start() + len(mark[0]) - len(mark[0].lstrip()), mark.end()


def pictures(text: str, kind: str) -> Iterator[Place]:
    """Links to pictures: in Markdown only those without a word on what they show."""
    if "![" in text or "[[" in text:
        for mark in PICTURE.finditer(text):
            if kind != "markdown" or _EMPTY_ALT.match(mark[0]):
                yield mark.span()
    if kind != "markdown":
        yield from _addresses(text) if _EXTENSION.search(text) else ()
        yield from (m.span() for m in _PICTURE_WORDS.finditer(text) if not is_command(text, *m.span()))
        yield from (m.span() for m in _ATTACHED.finditer(text))
        yield from (m.span() for m in _INLINE.finditer(text) if "base64" in text)


def _addresses(text: str) -> Iterator[Place]:
    """Addresses of pictures that nobody names: alone, or between two sentences."""
    for mark in _PICTURE_ADDRESS.finditer(text):
        before = text[max(mark.start() - 3, 0) : mark.start()].rstrip(" ")[-1:]
        inside = text[max(mark.start() - 2, 0) : mark.start()] in ('="', "='", "](", "](")
        if before not in tuple(":：=(（<\"'[") and not inside and not (before.isascii() and before.isalnum()):
            yield mark.span()
