"""Characters that became ``?``, and bytes that were read one late: 怕?lián)?zé)任, 朱?基, ??????.

What it finds
    Damage that a wrong or broken encoding leaves and that cannot simply be decoded back: ``?`` in place
    of characters the encoding had no place for, GBK read from the middle of a character, and what a
    tool makes of GBK bytes when it sets readings in without minding where characters begin.
Why it matters
    The lost characters are names, quotation marks, figures: those that cannot be guessed.
How it is told
    Where the damage can be replayed byte by byte it is proved, and what stood there is offered when no
    other text gives the same damage. Else by signs that no question mark has: after a comma, at the head
    of a line, inside a foreign name or a word of the dictionary, where no sentence can end, between the same two characters again,
    in many sentences without a question word; whole lines of ``?``.
What it must not be confused with
    Real questions, also without a question word; ``?!`` and ``???`` of excited writers; chess and sport
    notation, addresses, ``?`` for an unknown number in tables, quizzes, patterns and program text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from checks.evidence.characters import met
from checks.evidence.gbk_replay import BROKEN, READING, read_late, replayed
from checks.evidence.question_marks import Lost, asks, losses_in
from checks.evidence.swapped import undone_shift
from checks.evidence.unasked import unasked_in
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import Condition, Sign
from checks.text import Text, later

LOSSY_MOJIBAKE = FaultClass(
    "lossy_mojibake",
    "garbled",
    Severity.ERROR,
    Words("characters lost to ?", "字符变成问号"),
    Words(
        "{n} places where characters were lost: {why_en} (first: {context})",
        "{n} 处字符丢失：{why_zh}（首处：{context}）",
    ),
)

_WHY = {
    "replay": Words(
        "a reading set into GBK bytes gives exactly this", "在 GBK 字节中错位插入读音，重放结果与此完全相同"
    ),
    "reading": Words("a reading in brackets follows a lost character", "括号读音前的字已丢失"),
    "shift": Words("GBK read one byte late", "GBK 错位一个字节读取"),
    "after_mark": Words("? right after a mark", "标点之后紧跟问号"),
    "before_mark": Words("? right before a comma, in no question", "非问句中问号之后紧跟标点"),
    "marks": Words(
        "?!? in no question, as GBK 。” read one byte late", "非问句中的 ?!?，即 GBK 的 。” 错位一个字节"
    ),
    "number": Words("? in place of a digit or a point", "问号代替数字或小数点"),
    "name": Words("? inside a name", "人名中的问号"),
    "apostrophe": Words("? in place of an apostrophe", "问号代替撇号"),
    "run": Words("a long run of ? inside a sentence", "句中一长串问号"),
    "line": Words("a line of nothing but ?", "整行只剩问号"),
    "head": Words("? at the head of lines", "行首的问号"),
    "dense": Words("? for every few characters of a line", "一行之中问号过密"),
    "middle": Words("? in the middle of sentences that ask nothing", "非问句的句中多处问号"),
    "again": Words("? between the same two characters again", "同样两字之间再次出现问号"),
    "unended": Words("? where no sentence ends", "句子未完处的问号"),
    "word": Words("? inside a word of the dictionary", "词典词语中间的问号"),
}
AROUND = 8  # characters of context in the message


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield every loss once, the proved first; nothing in program text and tables of patterns."""
    taken: list[tuple[int, int]] = []
    for lost in sorted(_losses(text), key=lambda lost: (-lost.proof, lost.start - lost.end)):
        if all(lost.end <= start or lost.start >= end for start, end in taken[-200:]):
            taken.append((lost.start, lost.end))
            yield _span(text, lost)


def _losses(text: Text) -> Iterator[Lost]:
    view = text.view
    if ("?" in view or "？" in view) and not _is_code(view):
        yield from losses_in(text)
        yield from unasked_in(text)
    if "?" in view:
        yield from _late(view)
    if ")" in view and ("?" in view or "\ufffd" in view):
        yield from _readings(text)
    yield from _shifted(text)


_CODE = later(
    r"(?:^|\n)\s*(?:```|#include|import \w+|def \w+\(|function\s*\w*\(|SELECT\s|<\?php)|\(\?[:=!P<]|通配符|通配字符|[萬万]用字元|正[则則](?:表达|表達|运算|運算)|wildcard|\? ?\w+ ?: ?\w+;"
    r"|\?\w{1,12}\? {1,3}\?\w{1,12}\?"  # what may be left out of a command, as manuals of Tcl write it
)


_CODE_SIGNS = (
    *("```", "#include", "import ", "def ", "function", "SELECT", "<?php", "(?", "wildcard"),
    *("配符", "配字符", "用字元", "正则", "正則", "? ?", "?  ?", "?   ?"),
)


def _is_code(view: str) -> bool:
    """Program text or a table of patterns; what it cannot be without is looked for before it."""
    signs = any(sign in view for sign in _CODE_SIGNS) or (";" in view and ":" in view)
    return signs and _CODE.search(view) is not None


def _span(text: Text, lost: Lost) -> Span:
    why = _WHY[lost.sign]
    context = (
        text.view[max(lost.start - AROUND, 0) : min(lost.end, lost.start + 20) + AROUND]
        .replace("\n", " ")
        .strip()
    )
    details = {"why_en": why.en, "why_zh": why.zh, "context": context}
    return text.span("lossy_mojibake", lost.start, lost.end, lost.proof, original=lost.original, **details)


# --- what is left of readings set into bytes

MOST_REPLAYS = 40  # a damaged page holds one to ten
_DEBRIS = later(rf"[?\ufffd]\(?{READING}\)(?:[?\ufffd]\(?{READING}\))*")


def _readings(text: Text) -> Iterator[Lost]:
    for number, found in enumerate(_DEBRIS.finditer(text.view)):
        whole = BROKEN.match(text.view, found.start()) if number < MOST_REPLAYS else None
        was = replayed(text.view, whole) if whole and whole.end() == found.end() else None
        if was:
            yield Lost(*found.span(), Proof.PROVED, "replay", was.original if was.only else None)
        else:
            yield Lost(*found.span(), Proof.STRONG, "reading")


# --- read one byte late


def _late(view: str) -> Iterator[Lost]:
    for late in read_late(view):
        proof = Proof.PROVED if late.proved else Proof.STRONG
        if late.proved or not asks(view, late.start):
            yield Lost(late.start, late.end, proof, "shift", late.original)


_LEVEL_2 = bytes(octet for row in range(0xD8, 0xF8) for cell in range(0xA1, 0xFF) for octet in (row, cell))
_BEFORE_LOSS = later(f"[{_LEVEL_2.decode('gb2312', errors='ignore')}]\ufffd")
MOST_LINES = 200
NEAR = 4  # characters between two rare ones of text read one byte late, where every fourth is rare


@cache
def _rare_run() -> re.Pattern[str]:
    """Two characters of the second half of GB 2312 close together, of those not met in clean text."""
    rare = "".join(sorted(set(_LEVEL_2.decode("gb2312", errors="ignore")) - met()))
    return re.compile(rf"[{rare}](?:[^\n]{{0,{NEAR}}}[{rare}]|.?[?\ufffd])")


def _shifted(text: Text) -> Iterator[Lost]:
    places = [found.start() for found in _rare_run().finditer(text.view)]
    if "\ufffd" in text.view:
        places += [found.start() for found in _BEFORE_LOSS.finditer(text.view)]
    numbers = dict.fromkeys(text.line_number(place) for place in sorted(places))
    for number in list(numbers)[:MOST_LINES]:
        line = text.lines[number]
        for undone in undone_shift(line.text):
            yield Lost(line.start + undone.start, line.start + undone.end, Proof.PROVED, "shift")


_RARE = f"[{''.join(sorted(set(_LEVEL_2.decode('gb2312', errors='ignore')) - met()))}]"
CALLED_BY: Mapping[str, Condition] = {"marks": Sign("[?？\ufffd]"), "rare": Sign(_RARE, least=2)}


CHECK = Check(
    name="lossy_mojibake",
    doc=__doc__,
    classes=(LOSSY_MOJIBAKE,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "有的人不敢擔責，遇事就躲，怕⟦?lián)?zé)⟧任，誰也不願先開口。",
            "lossy_mojibake",
            note="replayed: 擔責",
        ),
        Example("前面的路不好走，⟦\ufffd(lián)⟧系不上的人先回去。", "lossy_mojibake"),
        Example("他说：“请您尽量避开眼下的高峰期⟦?!?⟧月30日晚，车站又来了一批客人。", "lossy_mojibake"),
        Example("会议定在⟦?⟧月15日上午召开，请准时到会。", "lossy_mojibake"),
        Example("围挡高度不得低于2⟦?⟧5米，违者处以罚款。", "lossy_mojibake", note="a decimal point"),
        Example("5⟦?⟧12地震之后，山里的路修了三年。", "lossy_mojibake", note="the dot of a date"),
        Example(
            "作家列夫⟦?⟧托尔斯泰的庄园如今是一座博物馆。", "lossy_mojibake", note="the dot of a foreign name"
        ),
        Example("小说家瑪格麗特⟦?⟧米切爾一生只寫了一本書。", "lossy_mojibake"),
        Example("老师傅停了停，⟦?⟧我们再试一次。", "lossy_mojibake", note="an opening quotation mark"),
        Example(
            "⟦??⟧秋收以后，村里开始修渠。\n⟦??⟧渠修到山脚，雪就落了。",
            "lossy_mojibake",
            note="spaces at the head of lines",
        ),
        Example("⟦????????2008?5?12?⟧\n⟦????????????⟧", "lossy_mojibake", note="nothing but ASCII is left"),
        Example("⟦?????????⟧\n渡口的船修好了，明天开始载客。", "lossy_mojibake", note="the title"),
        Example(
            "⟦?家???定，?村??土地⟧的人家都要登记。",
            "lossy_mojibake",
            note="an encoding without traditional characters",
        ),
        Example(
            "听说王⟦?⟧明去了县城，大家都不信，王⟦?⟧明从不出门，他的船还在岸边，鱼网也晒着。",
            "lossy_mojibake",
            note="the same name twice",
        ),
        Example("这件事不能一⟦?⟧了之，要有一个说法。", "lossy_mojibake", note="一走了之"),
        Example(
            "今年风调雨顺，村里收的稻子超过1200⟦?⟧万斤，渔船也多了，老人说从来没有见过这样好的年景。",
            "lossy_mojibake",
            note="a figure goes on",
        ),
        Example(
            "渡口的船修好以后，村里决定给受伤船工⟦?⟧的家人送些米面，大家都赞成，当天就送去了。",
            "lossy_mojibake",
            note="no sentence begins so",
        ),
        Example(
            "村里今年公布的数⟦?⟧示,稻子比去年多收两成.渡口的水⟦?⟧,船就能靠岸.在⟦??⟧东的山坡上,新种的茶树也长得很好.",
            "lossy_mojibake",
            note="folded marks",
        ),
        Example(
            "今年雨(yǔ)水(shuǐ)來得早，河(hé)邊的⟦?⟧道修好了，村裡人都去看船(chuán)，老人坐在岸上曬(shài)網，孩子們跑來跑去。",
            "lossy_mojibake",
            note="a page with readings set in",
        ),
        Example("It wasn⟦?⟧t easy, she said, but we didn⟦?⟧t stop.", "lossy_mojibake"),
        Example(
            "大家很快成長起來⟦?！敝档藐P⟧注的還有一個人。",
            "lossy_mojibake",
            note="。”值得關 read one byte late",
        ),
        Example("船靠了岸⟦??傊?⟧，明天不用再等。", "lossy_mojibake", note="。總之"),
        Example(
            "他慢慢養成了適當⟦?shù)牧晳T⟧，早睡早起。", "lossy_mojibake", note="的習慣, with a reading set in"
        ),
        Example("這是相當⟦?shù)闹匾?⟧，大家都明白。", "lossy_mojibake"),
        Example(
            "河邊的人家都在修船補網，等著明天一早出海。\n⟦?⟧\n岸上的孩子把貝殼排成一行，數了又數，笑了又笑。",
            "lossy_mojibake",
            note="a line of one mark between paragraphs",
        ),
        Example(
            "王大山⟦?⟧李小河\n今年的雨水來得早，種子下地以後長得很快。", "lossy_mojibake", note="two names"
        ),
        Example("他们说，⟦煜挛纾⟧\ufffd县里开了一个会。", "lossy_mojibake", note="天下午 read one byte late"),
    ),
    silent_on=(
        Example(
            "今年的水比去年多，渠里、塘里、田里都是满的，人人都说好，老人也说好。\n渠水还会涨?专家这样回应\n修渠无回头路?旧闸雷声大雨点小?老人回应\n水塘走上不归路?村民:不急",
            note="headlines that ask and answer",
        ),
        Example(
            "等等，库珀？布丽吉特提过这个名字。\n你说的是库珀？达伦早就见过他了，就在桥上。",
            note="a name, and a question",
        ),
        Example(
            "把格式设为分数：\n# ???/???\n5.75 显示为 5 3/4。\n??5??????   /etc/waters.conf\n??5?????? c /etc/weirs.conf",
            note="formats",
        ),
        Example(
            "级联菜单的写法是\n  菜单名   ?标签列表?   ?描述?   ?快捷键?\n  ?选项值? ...\n单选菜单的写法是\n  菜单名   ?标签列表?\n  ?选项值? ...",
            note="what may be left out",
        ),
        Example(
            "照你说，一个本子的钱都没有？别替掌柜的省了，快去买来。",
            note="a question without a question word",
        ),
        Example(
            "今年收成好,大家都高兴,你信?我不信,我要自己去看看.路上遇到老李,他也要去?我们就一起走了.",
            note="folded marks, two real questions",
        ),
        Example(
            "要下雪了?的消息传遍全村,大家都去收菜.要起风了?的消息又传来,船都靠了岸,没有人再出门.",
            note="quoted",
        ),
        Example(
            "今日飲茶食咗好多嘢,你仲想食咩?食完記得買單,我哋行返去先?行到攰就搭船,夜咗就冇船搭㗎喇.",
            note="Cantonese",
        ),
        Example(
            "命令行里第?章.txt代表第一章和第二章，问号是通配符，只代表一个字，星号代表许多字。",
            note="wildcards",
        ),
        Example(
            "你去过村东的渡口,没去过?后来那里修了桥,没有人坐船了,老船夫就在岸上开了一家小店.", note="后来"
        ),
        Example("他真的会来?了解他的人都说不会，他从不出门，船还在岸边晒着，网也没有补好。", note="了解"),
        Example("你昨天去哪儿了?我等了你一个下午。"),
        Example("真的要走吗?不再想想?他没有回答。"),
        Example(
            "辞职两天又复职?教练这样回应\n下雪了?气象台来了",
            note="headlines that ask without a question word",
        ),
        Example("什么?!你再说一遍?!我没听清。"),
        Example("你不信?B站上那只鹈鹕?真的会笑。"),
        Example("甲：在吗\n?\n乙：在", note="a remark of a chat"),
        Example("要下雨了?要下雪了?天上的云一动不动。"),
        Example("A?B?C?选哪一个?"),
        Example("王大山来了?李小河也来了?都坐下吧。"),
        Example("他大喊一声：“谁???”没有人答应。"),
        Example("你疯了吧??????我可不去。"),
        Example("???", note="a line of three"),
        Example("第12回合 马八进七? 车九平八!? 兵三进一?!", note="chess"),
        Example("记谱时，!表示好棋，?表示坏棋，!?表示值得注意的一着。", note="a legend"),
        Example("请打开 http://example.com/list.php?id=6&page=15 查看。"),
        Example("3 + ? = 15，? 里应填几？"),
        Example("甲队 ? : ? 乙队，比赛还没有打完。", note="a score that is not known"),
        Example("姓名\t?\n年龄\t?\n住址\t?", note="a table with unknown fields"),
        Example("re.compile(r'(?:a|b)?c')\n正则里的?表示零次或一次。", note="a pattern"),
        Example("int n = a > b ? a : b; // 三目运算"),
        Example("1. 什么是复利?2. 怎样计算利息?3. 何时还款?", note="a list of questions"),
        Example("? 怎样办理转学\n? 怎样查询成绩\n? 学费是多少", note="a list of questions"),
        Example("他问：几月?月底还是月初?我说不知道。"),
        Example("您的名字是？（？）里请填写。"),
        Example("嗯?啊?你说什么?", note="one character and a mark"),
        Example("是啊?不是啊?到底是不是啊?"),
        Example("先生何不早言?吾将归矣。子曰：可乎?对曰：可。"),
        Example("礌石滚滚，旌旗猎猎，铠甲铮铮，鼙鼓隆隆。", note="rare characters"),
        Example("今天几号?15号?还是16号?"),
        Example("您来自哪里?北京?上海?广州?"),
        Example("去還是不去?留還是不留?他想了一夜。"),
    ),
    known_misses=(
        Example("朱⟦?⟧基的书很好看", "lossy_mojibake", note="one name in a line without marks"),
        Example("河边的⟦?⟧林里有鸟。", "lossy_mojibake", note="one lost character: may be a question"),
    ),
)
