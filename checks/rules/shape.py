"""Documents that have the wrong shape as a whole: nothing in them, hardly anything, another language.

What it finds
    A document without a single visible character, or with fewer than a sentence or two; one that is not
    in the language expected of its source; one in the other script than its source declares.
Why it matters
    A page that could not be read (blocked, drawn by scripts, removed) is stored as a document like
    any other, counts as one, and hides that its source has gone dry or was moved to another site.
How it is told
    Visible characters are counted up to the limit. The language is told by its letters or, for Latin
    ones, by its small words, where hardly a Han stands beside sixty of its words. The script is compared
    only where the source or the address (/zh-hans/) declares one, by letters that are of one script only.
What it must not be confused with
    Joiners inside emoji or Indic words, which stand beside visible characters. Program text, mixed
    technical pages, bilingual articles, lessons of a language. Quotations in the other script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from checks.evidence.languages import NAMES, language_besides_chinese, letters_of_script
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, later

EMPTY = FaultClass(
    "empty",
    "shape",
    Severity.ERROR,
    Words("nothing visible in the document", "文档无可见内容"),
    Words(
        "not one visible character; length of the document: {length}",
        "没有任何可见字符；文档长度：{length}",
    ),
)

TOO_SHORT = FaultClass(
    "too_short",
    "shape",
    Severity.INFO,
    Words("hardly anything in the document", "文档内容过短"),
    Words(
        "only {visible} visible characters, fewer than {limit}",
        "可见字符仅 {visible} 个，少于 {limit} 个",
    ),
)
WRONG_LANGUAGE = FaultClass(
    "wrong_language",
    "shape",
    Severity.WARNING,
    Words("not in the language expected", "语言不符"),
    Words(
        "{language_en}, where Chinese is expected: {many} words of it and {han} Han",
        "应为中文，实为{language_zh}：{many} 个词，汉字仅 {han} 个",
    ),
)
WRONG_SCRIPT = FaultClass(
    "wrong_script",
    "shape",
    Severity.WARNING,
    Words("not in the script declared", "字体不符"),
    Words(
        "declared {declared_en}, but {wrong} letters are of the other script only and {right} of the declared one",
        "声明为{declared_zh}，但仅属另一字体的字有 {wrong} 个，仅属所声明字体的字有 {right} 个",
    ),
)
_SCRIPTS = {"hans": Words("simplified", "简体"), "hant": Words("traditional", "繁体")}

# 4,268 news broadcasts and statutes have 172 visible characters or more, even cut ones; the labelled pages 202. Quatrains have
# 20-28: below 30 hardly a sentence stands beside a title.
SHORTEST = 30
HEAD = 100  # characters that mostly hold so many
OTHER_SCRIPT, TIMES = (
    20,
    4,
)  # letters of the other script, and how often one stands to one of the declared: not a quotation

# What leaves no mark on a page, by Unicode: white space (\s), control characters, the format characters
# (category Cf), variation selectors, tags, and the letters that are drawn as nothing (Hangul fillers, blank Braille).
_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f"
    r"\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    r"\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
_VISIBLE = later(rf"[^{_INVISIBLE}]")
_PLAINLY = later(rf"[^{_INVISIBLE}]+")
_DECLARES = later(r"[/=.](?:zh[-_](?:(hans|cn|sg)|(hant|tw|hk|mo)))(?![a-z0-9])", re.IGNORECASE)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the whole text for each thing that is wrong with it as a whole."""
    visible = sum(map(len, _PLAINLY.findall(text.raw, 0, HEAD)))
    if visible < SHORTEST:
        visible = sum(1 for _ in islice(_VISIBLE.finditer(text.raw), SHORTEST))
    if visible < SHORTEST:
        yield _short(text, visible)
        return
    if text.document.language.startswith("zh") and (other := language_besides_chinese(text.view)):
        language, many, han = other
        en, zh = NAMES[language]
        yield _whole(text, "wrong_language", language_en=en, language_zh=zh, many=many, han=han)
    elif declared := _declared(text):
        yield from _in_other_script(text, declared)


def _short(text: Text, visible: int) -> Span:
    length = len(text.raw)
    if not visible:
        return Span("empty", 0, length, Proof.PROVED, details={"length": length})
    return Span("too_short", 0, length, Proof.PROVED, details={"visible": visible, "limit": SHORTEST})


def _whole(text: Text, cls: str, **details: object) -> Span:
    return Span(cls, 0, len(text.raw), Proof.STRONG, details=details)


def _declared(text: Text) -> str:
    """The script that the source declares, or the address."""
    told = _DECLARES.search(text.document.url)
    return text.document.script or (told and ("hans" if told[1] else "hant")) or ""


def _in_other_script(text: Text, declared: str) -> Iterable[Span]:
    simplified, traditional = letters_of_script(text.view)
    right, wrong = (simplified, traditional) if declared == "hans" else (traditional, simplified)
    if declared in _SCRIPTS and wrong >= OTHER_SCRIPT and wrong >= TIMES * right:
        en, zh = _SCRIPTS[declared]
        yield _whole(text, "wrong_script", declared_en=en, declared_zh=zh, wrong=wrong, right=right)


_ENGLISH = "The river rose in the night, and by morning it was over the lower fields that we had sown. " * 6
_JAPANESE = (
    "昨日の夜、川の水が増えて、朝には畑がすべて水の下になっていました。村の人たちは高いところに集まり、食べ物を分け合いました。"
    * 3
)
_TRADITIONAL = (
    "這條水渠從山裡開始，經過三個村莊，後來的人們說，當時為了開這條渠，許多人離開了家，幾年沒有回來。"
)
_SIMPLIFIED = (
    "这条水渠从山里开始，经过三个村庄，后来的人们说，当时为了开这条渠，许多人离开了家，几年没有回来。"
)


CHECK = Check(
    name="shape",
    doc=__doc__,
    classes=(EMPTY, TOO_SHORT, WRONG_LANGUAGE, WRONG_SCRIPT),
    find=find,
    fires_on=(
        Example("⟦ \n\n\t\u3000\xa0\r\n⟧", "empty", note="white space of several kinds"),
        Example("⟦\ufeff⟧", "empty", note="a byte-order mark alone: a file that was saved without text"),
        Example("⟦\u200b\u200b\n\u2060\u00ad⟧", "empty", note="zero-width characters of a template"),
        Example(
            "⟦\x00\x00\x1f\n⟧", "empty", title="会议通知", note="control characters; the title is no text"
        ),
        Example("⟦。⟧", "too_short", note="a lone mark is visible: short, not empty"),
        Example("⟦\n\n\n  \u3000好⟧", "too_short", note="one character after blank lines"),
        Example("⟦页面不存在，请返回首页。⟧", "too_short"),
        Example("⟦\ufffd\ufffd⟧", "too_short", note="lost characters are drawn"),
        Example(f"⟦{_ENGLISH}⟧", "wrong_language"),
        Example(f"⟦{_JAPANESE}⟧", "wrong_language"),
        Example(
            "⟦" + "지난밤에 강물이 불어나 아침에는 들판이 모두 물에 잠겼다. " * 6 + "⟧", "wrong_language"
        ),
        Example(
            "⟦" + "Ночью река поднялась, и к утру нижние поля оказались под водой. " * 8 + "⟧",
            "wrong_language",
        ),
        Example(f"⟦{_TRADITIONAL}⟧", "wrong_script", url="https://example.com/zh-hans/1"),
        Example(f"⟦{_SIMPLIFIED}⟧", "wrong_script", url="https://example.com/page?lang=zh-TW"),
    ),
    silent_on=(
        Example(
            "\ufeff第一章\n春天来了，村里的人都到地里去，老人在门口晒太阳，孩子在树下念书。",
            note="byte-order mark before a text",
        ),
        Example(
            "今天\u200b休息\u200b，大家在家里\u200b包饺子，院子里很热闹，孩子们跑来跑去，一直到天黑。",
            note="zero-width characters",
        ),
        Example("一更灯火照窗纱，二更雨打后园花。三更犬吠无人应，四更鸡鸣到我家。", note="a short poem"),
        Example("👩\u200d🌾" * 30, note="emoji made with joiners"),
        Example("\x00\x00PK" + "\x01a" * 40, note="a file that is no text: another fault"),
        Example(
            " " * 5_000 + "渠水来了，大家都到田里去看，年纪大的人说，这样的好年景有二十年没有见过了。",
            note="text stands far behind",
        ),
        Example("村里的渠修好了。" * 20 + _ENGLISH[:200], note="an English quotation in a Chinese text"),
        Example(
            "先导入模块，再读文件：\n" + "for line in open(path):\n    print(line.strip())\n" * 30,
            note="program text",
        ),
        Example("{'id': 1, 'name': 'a', 'value': [1, 2, 3]}\n" * 40, note="data, in no language"),
        Example(
            "The river rose. 河水上涨了。In the morning the fields were under water. 早上田都淹了。" * 8,
            note="bilingual",
        ),
        Example(
            "日语里“ありがとう”是谢谢，“おはよう”是早上好，“さようなら”是再见，常用的就是这几句。" * 3,
            note="a lesson",
        ),
        Example(_TRADITIONAL, note="no script is declared"),
        Example(_SIMPLIFIED, url="https://example.com/zh-hans/1", note="as declared"),
        Example(_TRADITIONAL, url="https://example.com/zh-hk/1", note="as declared"),
        Example(
            _SIMPLIFIED * 2 + "他题的是“萬里長城”。",
            url="https://example.com/zh_CN/",
            note="a quotation in the other script",
        ),
        Example(
            "山上有一座小寺，寺前有一口古井，井水清甜，下雨也不浑，大旱也不干。",
            url="https://example.com/zh-hans/2",
            note="letters of both scripts",
        ),
    ),
    known_misses=(
        Example(
            "⟦Contact us. All rights reserved. Privacy policy.⟧",
            "wrong_language",
            note="too few words to tell",
        ),
    ),
)
