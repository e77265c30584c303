"""Both Chinese scripts in one text: 这個村以後要规範用水.

What it finds
    Documents whose sentences mix characters that are only traditional with characters that are only
    simplified, and documents with long passages in each of the two scripts.
Why it matters
    Such a text comes from a conversion that was cut off, done twice, or done at random so that search
    engines take a copy for an original; it can be found in neither script.
How it is told
    By counting, sentence by sentence, the characters that OpenCC changes and the other script's old
    encoding (GB 2312, Big5) does not know. Several sentences, and several different characters, must
    be mixed; passages must be long, of both scripts, and not say the same. A headline is told if the text below
    is in the other script throughout and takes up its words.
What it must not be confused with
    Quotations and titles in the other script, names, pages that give the same text in both, menus,
    articles about characters, Japanese, characters that both scripts use (后, 里, 于).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from checks.evidence.characters import common_share
from checks.evidence.headline_script import SOME, strange_headline
from checks.evidence.scripts import (
    Passage,
    is_japanese,
    passage_of_line,
    sentences_of_line,
    simplified,
    traditional,
    unquoted,
)
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import Condition, Sign
from checks.text import Text, fold

PARTLY_CONVERTED = FaultClass(
    "partly_converted",
    "script",
    Severity.WARNING,
    Words("two scripts, passage by passage", "繁简段落混排"),
    Words(
        "{traditional} Han characters stand in traditional passages and {simplified} in simplified ones",
        "繁体段落 {traditional} 字，简体段落 {simplified} 字，同处一文",
    ),
)
MIXED_SCRIPT = FaultClass(
    "mixed_script",
    "script",
    Severity.WARNING,
    Words("two scripts inside sentences", "句内繁简混用"),
    Words(
        "{sentences} sentences mix traditional and simplified characters (such as {first})",
        "{sentences} 句话里繁简混用（如{first}）",
    ),
)

# At these numbers none of 4,268 broadcasts and statutes and of 111 web pages is told, and all but a few of 169 of them in
# which 10-90 % of the characters were converted at random are; not swept further.
DIFFERENT = 6  # characters of each script: a name or a title in the other script has fewer
CLEARLY, CLEAR_SHARE = 3, 0.2  # sentences with two or more of each script, and their share
CHANGES = (
    4  # of script along one sentence that suffice alone; a name or a clause in the other script makes two
)
HARDLY, HARDLY_SHARE = 5, 0.12  # sentences with at least one of each
ALL = 0.5  # share of mixed sentences from which on the whole text is meant
LONG = 20  # Han characters of a passage that is more than a caption or a name
BODY, SHARE = 80, 0.15  # Han characters, and share of all, in the script with less of them
PARAGRAPH = 24  # Han characters that suffice in whole paragraphs of sentences
SENTENCE = 8  # characters of one script alone that suffice in a sentence amid others
_CLOSED = ("。", "！", "？", "”", ".", "!", "?", "；", ";")
READABLE = 0.55  # share of common characters: 0.9 in sentences, one in ten in bytes misread
MOSTLY = (
    0.6  # traditional share above which, with corner quotes, the simplified passages are the strange ones
)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Leave at once what is in one script; else count sentences, then passages."""
    view = text.view
    if not traditional().search(view) or is_japanese(view):
        return
    different = min(len(set(script().findall(view))) for script in (traditional, simplified))
    found = (_mixed(text) or list(_partly(text))) if different >= DIFFERENT else ()
    yield from found or _headline(text)


def _mixed(text: Text) -> list[Span]:
    """Sentences that mix the scripts, or all lines if most sentences do."""
    shown = [s for line in text.lines for s in sentences_of_line(line) if s.traditional or s.simplified]
    hardly = [s for s in shown if s.traditional and s.simplified]
    clearly = [s for s in hardly if s.script == "m"]
    if len(clearly) >= CLEARLY and len(clearly) >= CLEAR_SHARE * len(shown):
        told = clearly
    elif len(hardly) >= HARDLY and len(hardly) >= HARDLY_SHARE * len(shown):
        told = hardly
    else:
        told = hardly = [s for s in clearly if _changes(text, s) >= CHANGES]
    if not told:
        return []
    if common_share("".join(text.view[s.start : s.end] for s in told)) < READABLE:
        return []
    first = text.view[told[0].start : told[0].start + 20].replace("\n", " ")
    places = _lines_between(text, told) if len(hardly) >= ALL * len(shown) else hardly
    return [
        text.span("mixed_script", p.start, p.end, Proof.STRONG, first=first, sentences=len(told))
        for p in places
    ]


def _changes(text: Text, sentence: Passage) -> int:
    """How often the script changes along a sentence, what it quotes left aside; a pasted name changes it twice."""
    said = unquoted(text.view[sentence.start : sentence.end])
    kinds = [
        "t" if traditional().match(c) else "s"
        for c in said
        if traditional().match(c) or simplified().match(c)
    ]
    return sum(a != b for a, b in pairwise(kinds))


def _headline(text: Text) -> Iterator[Span]:
    """The headline alone, where a tool converted no more."""
    head = strange_headline(text)
    if head:
        sizes = [sum(map(len, script().findall(text.view))) for script in (traditional, simplified)]
        yield text.span(
            "partly_converted",
            head.start,
            head.end,
            Proof.STRONG,
            traditional=sizes[0],
            simplified=sizes[1],
        )


def _lines_between(text: Text, told: Sequence[Passage]) -> list[Passage]:
    lines = text.lines[text.line_number(told[0].start) : text.line_number(told[-1].start) + 1]
    return [passage for passage in map(passage_of_line, lines) if passage.han]


def _partly(text: Text) -> Iterator[Span]:
    """Passages in the script that was converted; sentences where lines hold both scripts."""
    lines = [passage_of_line(line) for line in text.lines if line.text]
    if any(min(line.traditional, line.simplified) >= 2 and line.han > LONG for line in lines):
        lines = [sentence for line in text.lines for sentence in sentences_of_line(line)]
    sides = {script: [p for p in lines if _holds(text, p, script)] for script in "ts"}
    sizes = {script: sum(p.han for p in side) for script, side in sides.items()}
    less = min(sizes, key=lambda script: sizes[script])
    enough = sizes[less] >= max(BODY, SHARE * sum(sizes.values())) or any(
        _is_paragraph(text, p) for p in sides[less]
    )
    if not enough or _is_bilingual(text, sides["t"], sides["s"]):
        return
    own = sizes["t"] > MOSTLY * sum(sizes.values()) and "「" in text.view and "“" not in text.view
    for p in (p for p in lines if p.script == ("s" if own else "t")):
        yield text.span(
            "partly_converted", p.start, p.end, Proof.STRONG, traditional=sizes["t"], simplified=sizes["s"]
        )


def _holds(text: Text, passage: Passage, script: str) -> bool:
    """A readable passage of some length in this script."""
    return (
        passage.script == script
        and passage.han >= LONG
        and common_share(text.view[passage.start : passage.end]) >= READABLE
    )


def _is_paragraph(text: Text, passage: Passage) -> bool:
    """A line of whole sentences or a long sentence, nothing of which is quoted, in one script throughout."""
    said, own = text.view[passage.start : passage.end], passage.traditional + passage.simplified
    whole = (passage.start, passage.end) == text.line_at(passage.start).inner
    return (
        passage.han >= PARAGRAPH
        and not min(passage.traditional, passage.simplified)
        and len(set(traditional().findall(said) + simplified().findall(said))) >= min(own, DIFFERENT)
        and own >= (DIFFERENT if whole else SENTENCE)
        and said.endswith(_CLOSED)
        and (whole or not _is_quoted(text, passage))
    )


def _is_quoted(text: Text, passage: Passage) -> bool:
    """A quotation that was opened before in the line, or is announced by a colon."""
    before = text.view[text.line_at(passage.start).start : passage.start]
    opened = any(before.count(left) > before.count(right) for left, right in ("“”", "「」", "『』", "《》"))
    return opened or before.rstrip().endswith(("：", ":"))


def _is_bilingual(text: Text, one: Sequence[Passage], other: Sequence[Passage]) -> bool:
    """The same passages stand in both scripts: a page for two audiences."""
    heads = [{fold(text.view[p.start : p.start + 12]) for p in side} for side in (one, other)]
    return 3 * len(heads[0] & heads[1]) >= max(map(len, heads))


CALLED_BY: Mapping[str, Condition] = {"traditional": Sign(traditional().pattern, least=SOME)}


CHECK = Check(
    name="mixed_script",
    doc=__doc__,
    classes=(PARTLY_CONVERTED, MIXED_SCRIPT),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "⟦這個村子過去總是乾旱，後來修了一座水庫，渠道從東邊的山腳下開始，經過三個村莊，最後與縣裡的幹渠連接起來，澆灌兩萬畝農田。⟧\n"
            "修渠那年冬天，家家户户都出了劳力，老师带着学生来帮忙，县里还派了两台机器，前后花了八个月时间才把主渠挖通。\n"
            "⟦現在每到春天，農民們打開閘門，聽見水聲順着渠道響過來，就知道該準備種子和機器了，這樣的日子已經過了二十年。⟧\n"
            "村里的年轻人在渠边种了两排杨树，树荫下摆着长凳，老人们坐在那里下棋、聊天，说起当年的事还是笑个不停。",
            "partly_converted",
        ),
        Example(
            "⟦这個村子過去总是缺水，後来修了一座水庫。⟧\n⟦渠道從东边的山脚開始，經过三个村莊。⟧\n⟦現在每到春天，农民們打开閘門，听見水声。⟧",
            "mixed_script",
        ),
        Example(
            "水库修好那年冬天，家家户户都出了劳力，老师带着学生来帮忙，县里还派了两台机器。⟦現在每到春天，農民們打開閘門，聽見水聲順著渠道響過來，就知道該準備種子和機器了。⟧村里的年轻人在渠边种了两排杨树，树荫下摆着长凳，老人们坐在那里聊天。",
            "partly_converted",
            note="one sentence of a paragraph",
        ),
        Example(
            "村里的年轻人在渠边种了两排杨树，树荫下摆着长凳，老人们坐在那里聊天；\n⟦農民們打開閘門，聽見水聲順著渠道響過來，就知道該準備種子和機器了；⟧\n水库修好那年冬天，家家户户都出了劳力，老师带着学生来帮忙。",
            "partly_converted",
            note="one item of a list",
        ),
        Example(
            "青禾县今年新修的水库总算蓄满。⟦渠道從东边的山脚下開始，经過三个村莊，浇灌兩万亩农田，老師带着学生來看。⟧县里还派了两台机器，前后花了八个月时间才把主渠挖通。",
            "mixed_script",
            note="one sentence alone",
        ),
        Example(
            "⟦青禾縣新修水庫澆灌兩萬畝農田⟧\n青禾县今年新修的水库总算蓄满。渠道从东边的山脚下开始，经过三个村庄，浇灌两万亩农田，老师带着学生来看，县里还派了两台机器。",
            "partly_converted",
            note="the headline alone",
        ),
    ),
    silent_on=(
        Example(
            "青禾县今年新修的水库总算蓄满。渠道从東門渠務處门前的山脚下开始，经过三个村庄，浇灌两万亩农田，老师带着学生来看，县里还派了两台机器。",
            note="a name in the other script",
        ),
        Example(
            "《論青禾縣水庫與農田澆灌關係》\n青禾县新修的水库今年总算蓄满，论者说起农田浇灌，都要引这本书。渠道从东边的山脚下开始，经过三个村庄，老师带着学生来看，县里还派了两台机器。",
            note="the title of a book",
        ),
        Example(
            "水庫蓄滿農田綠，渠道經過萬畝間\n这两句写水库蓄满以后农田的样子，渠道经过万亩之间。老师带着学生来看，县里还派了两台机器，前后花了八个月时间才把主渠挖通。",
            note="a verse that is explained",
        ),
        Example(
            "石碑上的字还看得清：現在每到春天，農民們打開閘門，聽見水聲順著渠道響過來，就知道該準備種子和機器了。我们把它抄了下来，带回馆里存着。",
            note="a quotation that is announced",
        ),
        Example(
            "他在信里写道：“去年冬天很冷。現在每到春天，農民們打開閘門，聽見水聲順著渠道響過來，就知道該準備種子和機器了。”这封信我们一直留着。",
            note="a long quotation",
        ),
        Example("繁体版书名《紅樓夢與傳統戲劇關係》在国内也能买到，读者们说这个版本的纸张很好，价钱不贵。"),
        Example("简体中文 | 繁體中文 | 聯絡我們 | 联系我们 | 關於我們 | 关于我们"),
        Example(
            "“這個時候還說這樣的話，沒有意義，”他用繁体字在纸条上写道。我们见过这张纸条，时间是去年冬天。"
        ),
        Example(
            "「这个时候还说这样的话，没有意义。」他在簡訊裡用簡體字寫道。我們看過這封簡訊，時間是去年冬天。"
        ),
        Example("“后”对应“後”和“后”，“发”对应“發”和“髮”，“干”对应“乾”“幹”，“里”对应“裡”和“里”，查字典便知。"),
        Example("国会の対応について、学者が発表した。経済発展は続き、関係機関は協議している。"),
        Example(
            "這座圖書館從週一開放到週六，讀者可以借書三個月，請帶上證件，過期須繳納費用，遺失圖書者應照價賠償，未滿十二歲的兒童須由家長陪同進館閱覽，館內請勿飲食與喧嘩，謝謝。\n"
            "这座图书馆从周一开放到周六，读者可以借书三个月，请带上证件，过期须缴纳费用，遗失图书者应照价赔偿，未满十二岁的儿童须由家长陪同进馆阅览，馆内请勿饮食与喧哗，谢谢。",
            note="the same in both scripts",
        ),
    ),
)
