"""Text whose bytes were read in the wrong encoding: 浣犲ソ, ä½ å¥½, ÄãºÃ for 你好; and characters cut in two.

What it finds
    Lines, paragraphs, titles or a few words that turn into readable text when their characters are put
    back into bytes and read in another encoding; characters left as escapes (\\u4f60, %E4%BD%A0,
    =E4=BD=A0); marks that a broken decoder is known for (锟斤拷). Files that are no text, as documents of
    a word processor and pictures. And characters cut in two, where a text was cut at a number of bytes.
Why it matters
    Nobody can read it, no search finds it, and a model learns characters that nobody writes.
How it is told
    By decoding back: the bytes must be valid in the other encoding, and what comes back must be made of
    frequent characters where rare ones stand now. Eleven encodings are tried, one after the other and
    twice over. So each span is proved, and its original is offered where every byte is there.
What it must not be confused with
    Articles about mojibake that quote some; accented names, phonetic script, formulas; Russian, Japanese
    and Korean; rare characters in old texts and in names; escapes in addresses and program text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from checks.evidence.characters import common, common_share
from checks.evidence.encodings import NAMES, Undone
from checks.evidence.escapes import escapes_in
from checks.evidence.file_bytes import MARKED, file_in
from checks.evidence.low_bytes import wordless_lines
from checks.evidence.misread import LETTER, SURE, is_strange_in, misread_in, strange
from checks.evidence.references import references_in
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import AnyOf, Condition, Run, Sign
from checks.text import Line, Text, is_han, later

MOJIBAKE = FaultClass(
    "mojibake",
    "garbled",
    Severity.ERROR,
    Words("read in the wrong encoding", "编码读错的乱码"),
    Words(
        "{n} places are unreadable: {how_en} (first: {sample})",
        "{n} 处文字无法阅读：{how_zh}（首处：{sample}）",
    ),
)
CUT_BYTES = FaultClass(
    "cut_bytes",
    "garbled",
    Severity.ERROR,
    Words("character cut in two", "字符被截断"),
    Words(
        "{n} characters cut in two: {what_en} at the {where_en}",
        "{n} 处字符的字节被截断：{where_zh}有{what_zh}",
    ),
)

ABOUT = later(
    r"乱码|亂碼|文字化け|mojibake|编码|編碼|字符集|字元集|unicode|utf-?8|gbk|gb2312|big5|锟斤拷”|转义字符|轉義字元|字符实体|實體字元|HTML ?实体|ASCII码",
    re.I,
)
QUOTED = 60  # characters of an example in an article about encodings; a page that is broken itself has more
SHARE_QUOTED = 0.25  # of an article about encodings that its examples make up at most
SAMPLE = 20  # characters of the readable text that the message shows


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield what decodes back, what is an escape, what no decoder yields by design, and what was cut; or the file it is."""
    if text.shows("mojibake", "file") and (file := file_in(text.view)):
        yield _span(text, 0, len(text.raw), Proof.STRONG, file.what, file.mark, None)
        return
    is_strange = text.shows("mojibake", "strange") and (is_strange_in(text.view) or "\ufffd" in text.view)
    yield from _told(text, sorted(_garbled(text, is_strange), key=lambda span: span.start))
    yield from _told(text, list(_in_title(text)))
    if is_strange:
        yield from _cut(text)


def _told(text: Text, spans: list[Span]) -> list[Span]:
    """All of them; none where an article about encodings shows what it speaks of."""
    size = sum(span.end - span.start for span in spans)
    few = size <= SHARE_QUOTED * len(text.raw) and all(span.end - span.start <= QUOTED for span in spans)
    return [] if spans and few and _is_about(text, spans) else spans


def _is_about(text: Text, spans: Sequence[Span]) -> bool:
    """The text or its title speaks of encodings, elsewhere than in the escapes themselves: =?gbk?B?...?=."""
    held = (span for span in spans if span.field == "text")
    said = text.raw
    for span in sorted(held, key=lambda span: -span.start):
        said = said[: span.start] + said[span.end :]
    return bool(ABOUT.search(said) or ABOUT.search(text.title))


def _garbled(text: Text, is_strange: bool) -> Iterator[Span]:
    if is_strange:
        places = list(misread_in(text))
        yield from (_misread(text, *place) for place in places)
        taken = {text.line_number(start) for start, _, _ in places}
        yield from _wordless(text, taken)
    escapes = escapes_in(text.view) if text.shows("mojibake", "escapes") else ()
    references = references_in(text.view) if text.shows("mojibake", "references") else ()
    for escaped in chain(escapes, references):
        how = Words(f"{escaped.kind.en} was not decoded", f"{escaped.kind.zh}未还原成文字")
        yield _span(text, escaped.start, escaped.end, Proof.PROVED, how, escaped.original, escaped.original)
    yield from _filled(text)
    if is_strange:
        yield from _single_marks(text)
        yield from _mixed(text)
    if "\ufffd" in text.view:
        yield from _ruined(text)


def _misread(text: Text, start: int, end: int, parts: tuple[Undone, ...]) -> Span:
    first = max(parts, key=lambda part: part.end - part.start)
    written, read = NAMES[first.written_in], NAMES[first.read_as]
    how = Words(f"{written} was read as {read}", f"{written} 被当作 {read} 解码")
    whole = len(parts) == 1 and first.whole and end - start == first.end - first.start
    return _span(text, start, end, Proof.PROVED, how, first.original, first.original if whole else None)


def _span(
    text: Text, start: int, end: int, proof: Proof, how: Words, sample: str, original: str | None
) -> Span:
    details = {"how_en": how.en, "how_zh": how.zh, "sample": sample.strip()[:SAMPLE]}
    return text.span("mojibake", start, end, proof, original=original, **details)


# --- what decoders and debuggers are known for

_FILL = later("烫{5,400}|屯{4,400}|葺{4,400}|(?:烫烫){1,40}(?:屯屯){1,40}")
_FILLED = Words("bytes of empty memory were read as GBK", "未初始化的内存被当作 GBK 解码")


def _filled(text: Text) -> Iterator[Span]:
    if "烫烫" in text.view or "屯屯屯" in text.view or "葺葺葺" in text.view:
        for found in _FILL.finditer(text.view):
            yield _span(text, *found.span(), Proof.STRONG, _FILLED, found[0], None)


_MIXED = later("[\xa0-\u07ff][\xa0-\u07ff\ufffd]{4,4000}")
_BLOCKS = (
    0x250,
    0x2B0,
    0x300,
    0x370,
    0x400,
    0x530,
    0x590,
    0x600,
    0x700,
)  # IPA, signs, accents, Greek ... Syriac
_MIXTURE = Words(
    "GBK was read as UTF-8 and most of its bytes were dropped", "GBK 被当作 UTF-8 解码，多数字节丢失"
)


def _mixed(text: Text) -> Iterator[Span]:
    """Letters of three and more scripts in one word: the pairs of GBK bytes that are valid UTF-8 by accident."""
    for found in _MIXED.finditer(text.view):
        scripts = {bisect(_BLOCKS, ord(c)) for c in found[0] if c != "\ufffd"}
        if len(scripts) >= 3:
            yield _span(text, *found.span(), Proof.STRONG, _MIXTURE, found[0], None)


_MARK = later(r"[锛銆鈥](?<=[一-鿿”）》0-9A-Za-z].)[?\ufffd€]?(?=[一-鿿“（《0-9A-Za-z\n]|\Z)")
_HALF_MARK = Words(
    "a UTF-8 mark was read as GBK and lost its last byte", "UTF-8 标点被当作 GBK 解码并丢失末字节"
)


def _single_marks(text: Text) -> Iterator[Span]:
    """What is left of one mark; the three characters stand in no text of today."""
    for found in _MARK.finditer(text.view):
        if (
            common_share(text.view[max(found.start() - 8, 0) : found.end() + 8].replace(found[0], ""))
            >= BESIDE
        ):
            yield _span(text, *found.span(), Proof.STRONG, _HALF_MARK, found[0], None)


BESIDE = 0.7  # share of common characters about it: in misread text the whole stretch is told, not its marks
_LOW = Words("one byte of each character is left, the rest is gone", "每字只剩一个字节，余下不成文字")


def _wordless(text: Text, taken: set[int]) -> Iterator[Span]:
    for start, end in wordless_lines(text):
        if text.line_number(start) not in taken:
            yield _span(text, start, end, Proof.STRONG, _LOW, text.view[start:end], None)


_RUIN = Words("most of its bytes could not be read, the rest is no text", "多数字节无法解码，余下不成文字")


def _ruined(text: Text) -> Iterator[Span]:
    """Lines that are lost characters and rare ones: read in an encoding that has no place for most bytes."""
    numbers = dict.fromkeys(
        text.line_number(m.start()) for m in re.finditer("\ufffd{2}|\ufffd.{0,6}\ufffd", text.view)
    )
    for number in numbers:
        yield from _ruin_in(text, text.lines[number])


def _ruin_in(text: Text, line: Line) -> Iterator[Span]:
    high = [c for c in line.text if c > "\x7f"]
    lost, han = high.count("\ufffd"), [c for c in high if is_han(c)]
    usual = sum(c in common() for c in han)
    # of clean text 93 % are common characters; of what is left of misread text under 30 %, and every sixth is lost
    if (
        lost >= 3
        and len(high) > lost >= 0.15 * len(high)
        and usual <= 0.4 * max(len(han), 1)
        and usual < lost
    ):
        start, end = line.inner
        yield _span(text, start, end, Proof.STRONG, _RUIN, line.text.strip(), None)


def _in_title(text: Text) -> Iterator[Span]:
    if text.title and text.title != text.raw and strange().search(text.title):
        from checks.model import Document

        for start, end, parts in misread_in(Text(Document(id="", text=text.title))):
            span = _misread(text, 0, 0, parts)
            yield replace(span, start=start, end=end, field="title")


# --- cut in two

_AT_EDGE = later(r"^\ufffd{1,3}(?=[^\s\ufffd])|(?<=[^\s\ufffd])\ufffd{1,3}(?=[.…]{0,6}[ \t\r]*$)", re.M)
_LATIN_TAIL = later(r"[À-ÖØ-öø-ÿ](?<=[一-鿿，、].)[\x80-\xbf]?(?=[.…]{0,6}[ \t\r]*$)", re.M)
_HALF_PAIR = later("[\ud800-\udfff]{1,400}")
_REPLACED = Words("a replacement character", "替代字符")
_LATIN = Words("the first byte as a Latin letter", "首字节变成的拉丁字母")
_SURROGATE = Words("half of a surrogate pair", "半个代理对")
_LINE = Words("edge of a line", "行首或行尾")
_WITHIN = Words("place where it was split", "断开处")
MOST_IN_LINE = 4  # lost characters in a line that was cut; with more it was not the cut


def _cut(text: Text) -> Iterator[Span]:
    if "\ufffd" in text.view:
        yield from (
            _cut_span(text, found, _REPLACED, _LINE)
            for found in _AT_EDGE.finditer(text.view)
            if _is_cut(text, found)
        )
    for what, where, pattern in ((_SURROGATE, _WITHIN, _HALF_PAIR), (_LATIN, _LINE, _LATIN_TAIL)):
        yield from (_cut_span(text, found, what, where) for found in pattern.finditer(text.view))


def _is_cut(text: Text, found: re.Match[str]) -> bool:
    line = text.line_at(found.start()).text
    return line.count("\ufffd") <= MOST_IN_LINE and any(is_han(c) for c in line)


def _cut_span(text: Text, found: re.Match[str], what: Words, where: Words) -> Span:
    start, end = found.span()
    details = {"what_en": what.en, "what_zh": what.zh, "where_en": where.en, "where_zh": where.zh}
    return text.span("cut_bytes", start, end, Proof.PROVED, original=None, **details)


CALLED_BY: Mapping[str, Condition] = {
    "file": MARKED,
    "strange": AnyOf(
        Sign(strange().pattern, least=2),  # one alone tells in these places only:
        Sign(SURE),
        Sign(LETTER, "\xa0"),
        Sign("[一-鿿，、]", "[À-ÖØ-öø-ÿ]"),
        Sign("[가-힣]", "[一-鿿豈-鶴]"),
        Sign("[一-鿿豈-鶴]", "[가-힣]"),
        Sign("\ufffd"),
    ),
    "filled": AnyOf(*(Sign(fill, fill) for fill in "烫屯葺")),
    "escapes": AnyOf(
        Sign(r"\\", "[ux]"),
        Sign("%", "[uC-Ec-e]"),
        Sign("=", "[?C-E]"),
        Sign("[+]", "[A-Za-z0-9+/]", "[A-Za-z0-9+/]", "[A-Za-z0-9+/]"),
        Sign("~", "{"),
        *(Sign("u", one, other) for one, other in ("4e", "76", "ff")),
        Run("[^0-9A-Za-z+/]", 24, after="[.]"),  # but no address
    ),
    "references": AnyOf(
        Sign("[#＃]", "[xXｘＸ0-9０-９]"),
        Sign("[0-9]", "[;；]", "[0-9]"),
        Sign("U", "[+]", "[0-9A-Fa-f]"),
        Sign("u", "{"),
        Sign("%", "[ 289A-Fa-f]"),
        Sign(r"\\", "[23]", "[0-7]", "[0-7]"),
        Sign("[eE]", "[4-9]", "[>, <89abAB]", "[<, 0-9a-fA-F]"),
        Sign("&", "[A-Za-z]", "[a-z]", least=5),
    ),
}


CHECK = Check(
    name="mojibake",
    doc=__doc__,
    classes=(MOJIBAKE, CUT_BYTES),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "⟦\u0871> @ Rkbjbj VV2r<r<Y *####4B#*[L $j$j$4%%0KKKKKKK$MR P6K!:4j$j$:4:4K ~g{|WSB OJQJ^J gd= N^ߘT[hQ⟧",
            "mojibake",
            note="a document of a word processor",
        ),
        Example(
            "⟦%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nstream x9c+T04\nendstream⟧",
            "mojibake",
            note="a PDF",
        ),
        Example(
            "⟦PK\x03\x04 ! bv word/document.xml N0 =QO 8hF⟧", "mojibake", note="a document that is a zip"
        ),
        Example("⟦\ufffdPNG\n\nIHDR 0 8 7 sRGB gAMA pHYs IDATx^⟧", "mojibake", note="a picture"),
        Example(
            "⟦{\\rtf1\\ansi\\ansicpg936 {\\fonttbl} \\'cb\\'ae\\'c7\\'fe}⟧",
            "mojibake",
            note="codes of a word processor",
        ),
        Example(
            "水渠通了。\n⟦¡¶¡·¡°¡±£¬¡£⟧\n大家都来看，老人说今年的水比去年多。",
            "mojibake",
            note="nothing but marks",
        ),
        Example(
            "⟦灞遍噷鐨勬柊瀛︽牎⟧\n山里盖起一所新学校，孩子不用再走远路。",
            "mojibake",
            note="the title alone, UTF-8 as GBK",
        ),
        Example("村里人都说，⟦灞遍噷鐨勬柊瀛︽牎⟧盖得真好。", "mojibake", note="a few words in good text"),
        Example(
            "⟦琄ぱ\ue019猠\ue772害\ue5ec\ue4c7\ue7b5チр差┰\ue5fd─\ue4c7单獴氨\ue5ec\ue6a7ǐ\ue4c9⟧",
            "mojibake",
            note="Big5 as GBK",
        ),
        Example("通知\n⟦傾諳腔摒党疑賸ㄛ隴毞羲宎婥諦﹝⟧\n请大家互相转告。", "mojibake", note="GBK as Big5"),
        Example("⟦¶É¿ÚµÄ´¬ÐÞºÃÁË£¬Ã÷Ìì¿ªÊ¼ÔØ¿Í¡£⟧", "mojibake", note="GBK as Latin-1"),
        Example(
            "똔⟦왯돨눋錦봤죄，츠莖역迦潼와。⟧\n岸上的人都来看。".replace("똔⟦", "⟦똔"),
            "mojibake",
            note="GBK as EUC-KR",
        ),
        Example("公告：⟦æ—§è½¦ç«™⟧", "mojibake", note="UTF-8 as cp1252"),
        Example("⟦╢╔┐┌╡─┤¼╨▐║├┴╦ú¼├≈╠∞┐¬╩╝╘╪┐═íú⟧", "mojibake", note="GBK as cp437"),
        Example("⟦弔偺懞偵偼嶗偑嶇偄偰偄傑偡丅⟧", "mojibake", note="Shift-JIS as GBK"),
        Example("⟦Ã¦Â\u0097Â§Ã¨Â½Â¦Ã§Â«Â\u0099⟧", "mojibake", note="UTF-8 as Latin-1, twice"),
        Example(
            "前面还读得懂，⟦锟斤拷锟斤拷锟斤拷⟧后面又读得懂。",
            "mojibake",
            note="replacement characters as GBK",
        ),
        Example("他把门关上⟦锛⟧转身走了。", "mojibake", note="a comma that lost its last byte"),
        Example("这是一封信：⟦\\u6e21\\u53e3\\u7684\\u8239⟧", "mojibake", note="escapes of JSON in a text"),
        Example("标题 ⟦%E6%B8%A1%E5%8F%A3%E7%9A%84%E8%88%B9⟧ 已发布", "mojibake"),
        Example("主题: ⟦=?utf-8?B?5rih5Y+j55qE6Ii5?=⟧", "mojibake", note="a header of a letter"),
        Example("正文\n⟦=E6=B8=A1=E5=8F=A3=E7=9A=84=E8=88=B9⟧", "mojibake"),
        Example("新船下水的消息⟦~{6I?Z5D4,~}⟧传开了。", "mojibake", note="HZ"),
        Example("调试窗口里是⟦烫烫烫烫烫烫烫⟧，程序停在这一行。", "mojibake"),
        Example(
            "缺铁的时候，浇一点⟦＆＃30827；＆＃37240；＆＃20122；＆＃38081；⟧就能好转。",
            "mojibake",
            note="broken references",
        ),
        Example("盆土换成⟦&amp;#33104&amp;#21494&amp;#22303⟧，再晒三天。", "mojibake"),
        Example("村长姓⟦&#38229;⟧，管着一条河。", "mojibake", note="one character that the encoding lacked"),
        Example("船票⟦<U+6E21><U+53E3><U+7684><U+8239>⟧已经卖完。", "mojibake"),
        Example(
            "标题⟦%25E4%25BB%258A%25E5%25A4%25A9%25E5%25BC%2580%25E8%2588%25B9⟧打不开。",
            "mojibake",
            note="encoded twice",
        ),
        Example("目录⟦\\346\\270\\241\\345\\217\\243\\347\\232\\204⟧里有三封信。", "mojibake", note="octal"),
        Example(
            "收到⟦E6 B8 A1 E5 8F A3 E7 9A 84 E8 88 B9⟧以后，谁也不懂。",
            "mojibake",
            note="bytes in hexadecimal",
        ),
        Example("通知：⟦&para;&Eacute;&iquest;&Uacute;&micro;&Auml;&acute;&not;⟧请转告。", "mojibake"),
        Example("山里的雾散了，船要开了。\n⟦v! »0bØ ¹ ï1h á÷'ôH *As ¯ ½I⟧\n岸上的人都在等。", "mojibake"),
        Example(
            "主题 ⟦=?gb2312?B?tsm/2rXEtKw=?=⟧ 请尽快回信。",
            "mojibake",
            note="the name of the encoding is no article",
        ),
        Example("河上的雾散了，渡口的⟦\ufffd⟧\n第二天又是晴天。", "cut_bytes"),
        Example("⟦\ufffd⟧天气转凉，早晚要添衣。", "cut_bytes"),
        Example("笑脸只剩下一半⟦\ud83d⟧，另一半不见了。", "cut_bytes", note="half of an emoji"),
        Example("渡口的船修好以后，客人一天比一天多⟦Ö⟧", "cut_bytes", note="the first byte of 中"),
    ),
    silent_on=(
        Example(
            "PDF文件的开头是%PDF-1.4，后面是对象，写作1 0 obj，文件末尾有交叉引用表。",
            note="a text on a format",
        ),
        Example("PK赛今晚开始，两队都排练了很久，村里人早早占好了座位。", note="a contest"),
        Example("PNG和GIF都是图片格式，IHDR是PNG的第一个块，里面写着宽和高。", note="pictures spoken of"),
        Example("%PDF-1.4是什么意思？它说明文件按哪一版规范写成。", note="a question on a format"),
        Example(
            "她们是：\n莉莉安,珂莉尔,珂莉莉安,莉薇安,洛莉拉,薇薇尔,艾玛德蕾莉娅,艾美布莉琳,薇欧莱朵",
            note="foreign names",
        ),
        Example("天秤座\nΧηλαί\n古人说的是蝎子的钳子，后来才改称天秤。", note="a Greek word"),
        Example("寂兮寥兮，两山之间，一水独行。", note="verse"),
        Example(
            "孩子学走路，总是磕磕绊绊，摔了又爬起来。车队从戈壁到呼伦湖，走了整整七天。",
            note="rare characters in words",
        ),
        Example("什么是乱码？用 GBK 打开 UTF-8 的“你好”，屏幕上就成了“浣犲ソ”。", note="an article about it"),
        Example("程序员都见过“锟斤拷”，它来自编码转换时的替代字符。", note="an article about it"),
        Example("這篇文章談亂碼：把「好」存成 Big5 再用別的編碼讀，就會看到「¦n」。"),
        Example("Le café de la gare est fermé; la forêt brûlée renaît déjà à Noël."),
        Example("Đường phố Hà Nội những ngày đầu đông thật đẹp và yên tĩnh."),
        Example("Übergrößenträger und Straßenbahnschaffner äußern Ärger über Lärm."),
        Example("他的名字是 José Nuñez，妻子叫 Zoë，儿子叫 Søren。"),
        Example("/ˈtʃaɪniːz/ 是这个词的读音，重音在前。", note="phonetic script"),
        Example("∑（αβ）≥√2，且 ∀ε>0，∃δ>0 使 |x−y|<δ 时不等式成立。"),
        Example("Сегодня хорошая погода, дети играют во дворе. 俄语课到此结束。"),
        Example("これは日本語の文章です。いつもの道を歩いて、いろいろな花を見ました。"),
        Example("한국어 문장은 이렇게 쓴다. 나는 오늘 학교에 가서 친구를 만났다."),
        Example(
            "대한민국의 國民은 法律이 정하는 바에 의하여 國家機關에 文書로 請願할 權利를 가진다.",
            note="Korean with Han",
        ),
        Example(
            "韩语的빨리是快，뚱뚱하다是胖，쌀쌀하다是凉，쫓다是追，학교學校是上课的地方。", note="a lesson"
        ),
        Example("饕餮、魑魅魍魉、貔貅、狴犴，都是传说中的兽名。", note="rare characters"),
        Example("鶬鶊喈喈，山鵲嚶嚶。蒹葭萋萋，白露未晞。", note="an old poem"),
        Example("涓涓细流，终成江河；鏖战三日，旌旗猎猎。"),
        Example("昶、淼、焱、垚、鑫、喆、翀、嬿、玥、婳、翾、彧都是近年常见的名字用字。"),
        Example("ㄅㄆㄇㄈ是注音符號的頭四個，ㄛ和ㄜ是韻母。"),
        Example("阿姆斯特朗、赫鲁晓夫、斯特拉文斯基、勃拉姆斯。", note="foreign names"),
        Example("┌──┬──┐\n│甲│乙│\n└──┴──┘", note="a table drawn in characters"),
        Example("链接：https://example.cn/wiki/%E6%B8%A1%E5%8F%A3%E7%9A%84%E8%88%B9", note="an address"),
        Example('{"title": "\\u6e21\\u53e3\\u7684\\u8239"}', note="JSON"),
        Example("正则 [\\u4e00-\\u9fa5] 匹配汉字，\\u3000 是全角空格。", note="program text"),
        Example(
            "网页里写 &#28193; 就能显示一个字，这叫做数字字符引用，是字符实体的一种。",
            note="an article about it",
        ),
        Example(
            "颜色有 #303030、#404040 和 #505050 三种，编号 #29645 的那一种已经卖完。",
            note="colours and numbers",
        ),
        Example("这段文字的码位从 U+4E00 到 U+9FFF，共有两万多个。", note="two code points"),
        Example("El Niño: ¿qué es? ¡Ay! 这句西班牙语的意思是：那是什么？", note="signs of Spanish"),
        Example("收益率 90% 85% 80% 95% 88% 86%，逐年下降。", note="percentages"),
        Example("校验值 9E107D9D372BB6826BD81D3542A419D6 与发布页相同，文件没有被改动。", note="a checksum"),
        Example("“锟斤拷”从哪里来？程序员说，那是编码转换留下的痕迹。", title="锟斤拷从哪里来"),
        Example("烫烫烫！他一边喊一边甩手。", note="he burnt himself"),
        Example("聽聽看，聽聽聽，你聽見了嗎？"),
        Example("气温 -3℃～8℃，湿度 40％±5％，面积 12㎡。"),
    ),
    known_misses=(
        Example("⟦燐莖苟敎⟧", "mojibake", note="four characters, GBK as EUC-KR"),
        Example("山路难走，他说⟦瓣產⟧很远。", "mojibake", note="two characters, Big5 as GBK"),
    ),
)
