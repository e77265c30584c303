"""Text missing in the middle or before the start.

What it finds
    A place where the page says that so many characters or pages are left out, or that what stood
    here is for members only; numbers that jump (一、二、四、) with nothing between them; texts that
    start in the middle of a sentence.

Why it matters
    What is left reads as if it were whole: a model learns that four follows two, a search finds half
    an argument and does not know it.

How it is told
    A notice in brackets, between ellipses or on a line of its own that counts what is omitted is the
    page's own word for it; so is a wall in the middle of a text that speaks of what is hidden here.
    A numbering is followed per level, from one on: then a number that leaves out its successor while
    the numbers go on from there, and the missing one stands nowhere between, not damaged either.
    Articles of a statute count up to both ends of the text, but for the one that is missing. Where a line
    ends inside a sentence and the next begins inside another, no word goes across and one is cut.
    A text that begins with a comma, with a word that only goes on another sentence, or with the rest
    of an item before number nine, has lost what stood before it.

What it must not be confused with
    The joke that ten thousand words are left out, excerpts that say so, words that a filter took out
    of a sentence, drafts with one loose number, numbers in running text, lists sorted by something
    else, garbled lines whose number cannot be read, an opening ellipsis set for effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from checks.evidence.articles import ArticleJump, article_jumps
from checks.evidence.cuts import is_notice
from checks.evidence.edges import broken_edges
from checks.evidence.feet import follows_text
from checks.evidence.jumps import Jump, jumps_in
from checks.evidence.notices import Place, notices_in, wording_of
from checks.evidence.omissions import HERE, IDIOM, left_out_here, says_cut
from checks.evidence.openings import LEFT_OVER, begins_inside
from checks.evidence.walls import wall_of
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.signs import EDGE, AnyOf, Condition, Sign
from checks.text import Text, any_of, later

FRAGMENT = 12  # characters of the end of a sentence that goes on after a gap, a line of its own
SIGNS = 200  # places looked at: a page that says it more often repeats itself
BEHIND = 200  # characters behind a notice that are looked at: its next line
SENTENCE, LONG = 6, 40  # characters of the shortest sentence there; of a line of text whose marks are lost
SAID = 90  # characters of the longest notice that is not made of known words only: it names its site

CONTENT_GAP = FaultClass(
    "content_gap",
    "truncated",
    Severity.ERROR,
    Words("text missing in between", "中间缺失内容"),
    Words("Text is missing here: {why}.", "此处缺少内容：{why_zh}。"),
)

_SIGN = any_of(phrase_groups("content_gap")["sign"])
_EXCERPT = later(r"节选|摘登|摘编|选登|摘录|选编|摘要刊登|excerpt", re.IGNORECASE)
_MARK = later(r"[，。！？；：、,;!?…]")
_TAKEN_OUT = later(r"[删屏]")  # what a filter of words says, too, in the middle of a sentence
_JOKE = later(r"省略|略去")
_ROUND = later(r"\d*00 ?个?字|[一二两三四五六七八九十百千万几数]+ ?个?字")
_RULE = "….·-=—_~*#＝－ \t\u3000\xa0"  # what is set round a notice in place of the text


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield omissions that are declared, numbers that jump, and a start inside a sentence."""
    if candidates:
        yield from _declared(text)
    numbered = text.shows("content_gap", "numbers")
    jumps = list(jumps_in(text)) if numbered else []
    articles = list(article_jumps(text)) if numbered else []
    if (jumps or articles) and not _EXCERPT.search(text.folded(0, 300)):
        yield from (_jumped(text, jump) for jump in jumps)
        yield from (_left_out(text, jump) for jump in articles)
    if text.shows("content_gap", "opening"):
        yield from _start(text)
    if text.shows("content_gap", "edges") and (edges := broken_edges(text)):
        why = (
            "a sentence breaks off, and the next line begins inside another",
            "句子中断，下一行从另一句中间开始",
        )
        yield _span(text, *edges, Proof.STRONG, *why)


def _declared(text: Text) -> Iterator[Span]:
    signs = islice(_SIGN.finditer(text.view), SIGNS)
    places = [Candidate(match[0], match.start(), match.end()) for match in signs]
    gaps: list[int] = []

    def told(place: Place) -> Span | None:
        why = _said_of(text, place)
        if not why:
            return None
        start, end = _with_rules(text, place)
        gaps.append(end)
        return _span(text, start, end, *why)

    yield from notices_in(text, places, told)
    for end in gaps:
        yield from _resumed(text, end)


def _said_of(text: Text, place: Place) -> tuple[Proof, str, str] | None:
    """How sure it is that a passage speaks of text that is left out there, and why."""
    if place.kind == "prose" or place.end - place.start > 2 * SAID:
        return None
    passage = wording_of(text, place)
    amount = left_out_here(passage)
    if amount is not None and _stands_for_text(text, place, passage, amount):
        proof = Proof.PROVED if amount else Proof.STRONG
        return (
            proof,
            f"the page says that {amount or 'a passage'} is left out",
            f"文中写明略去{amount or '一段'}",
        )
    if _in_the_middle(text, place) and HERE.search(passage) and wall_of(passage):
        why = "a wall stands in the middle of the text, for what it hides here"
        return Proof.STRONG, why, "正文中间有阅读限制，其处内容未显示"
    return None


def _stands_for_text(text: Text, place: Place, passage: str, amount: str) -> bool:
    """The notice stands in place of the text it speaks of, and not in a sentence or at the end."""
    alone = text.line_at(place.start).stripped == text.view[place.start : place.end] or place.by_ellipsis
    if not alone and (_TAKEN_OUT.search(passage) or (_JOKE.search(passage) and _ROUND.search(amount))):
        return False
    if IDIOM.search(passage):
        return False
    if place.last and says_cut(passage) and not _in_the_middle(text, place):
        return False
    if place.kind == "bracket" and amount:
        return len(passage) <= SAID and (is_notice(passage) or bool(wall_of(passage)))
    return (bool(amount) or _in_the_middle(text, place)) and alone and is_notice(passage)


def _in_the_middle(text: Text, place: Place) -> bool:
    """Text stands before the passage and a sentence of it behind."""
    behind = text.view[place.end : place.end + BEHIND].lstrip(_RULE + "\n").split("\n", 1)[0].strip()
    long = len(behind) >= LONG or (len(behind) >= SENTENCE and bool(_MARK.search(behind)))
    goes_on = long and not follows_text(behind)
    return goes_on and bool(text.view[: place.start].strip())


def _with_rules(text: Text, place: Place) -> tuple[int, int]:
    """The notice with the dots and rules round it."""
    start, end = place.start, place.end
    while start and text.view[start - 1] in _RULE:
        start -= 1
    while end < len(text.view) and text.view[end] in _RULE:
        end += 1
    shown = text.view[start:end]
    return start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip())


def _resumed(text: Text, gap: int) -> Iterator[Span]:
    """The rest of a sentence whose beginning fell into the gap: short, on a line of its own beginning."""
    start = gap
    while start < len(text.view) and text.view[start] in " \n\u3000…":
        start += 1
    rest = text.view[start : start + FRAGMENT]
    end = next((k for k, mark in enumerate(rest) if mark in "。！？"), -1)
    if end > 1 and not any(mark in rest[:end] for mark in "\n，,：:“「") and start > gap:
        why = "the sentence after the gap has lost its beginning", "缺口之后的句子没有开头"
        yield _span(text, start, start + end + 1, Proof.STRONG, *why)


def _jumped(text: Text, jump: Jump) -> Span:
    one = text.view[jump.before.start : jump.before.end].strip()
    other = text.view[jump.after.start : jump.after.end].strip()
    n = jump.after.value - jump.before.value - 1
    why, why_zh = (
        f"{one} is followed by {other}, {n} in between nowhere",
        f"{one} 之后直接是 {other}，中间少了 {n} 项",
    )
    return _span(text, jump.start, jump.end, _proof(jump), why, why_zh)


def _left_out(text: Text, jump: ArticleJump) -> Span:
    n = jump.after - jump.before - 1
    why = f"article {jump.before} is followed by article {jump.after}, {n} in between nowhere"
    why_zh = f"第 {jump.before} 条之后直接是第 {jump.after} 条，中间少了 {n} 条"
    return _span(text, jump.start, jump.end, Proof.STRONG, why, why_zh)


def _proof(jump: Jump) -> Proof:
    """Where only the number may be lost and not the text, a jump is a hint.

    Chapters may stand in tables or headers; items in brackets may be unnumbered further on, unless
    they stand on lines that follow each other.
    """
    if jump.before.level[-1] in "章节部分篇编回课":
        return Proof.HINT
    return Proof.STRONG if jump.adjacent or "(" not in jump.before.level else Proof.HINT


def _start(text: Text) -> Iterator[Span]:
    """A text that begins inside a sentence."""
    if opening := begins_inside(text):
        why = opening.why_en, opening.why_zh
        yield _span(text, opening.start, opening.end, Proof.STRONG, *why)


def _span(text: Text, start: int, end: int, proof: Proof, why: str, why_zh: str) -> Span:
    return text.span(CONTENT_GAP.name, start, end, proof, why=why, why_zh=why_zh)


_STEPS = "一、先把种子泡一夜，水要没过种子。\n二、第二天沥干，铺在湿布上。\n"

_NUMERAL = "[(（〔【第其步PpSsCc一二三四五六七八九十0-9①-⑳⑴-⒇]"
_BLANK = "[ \t\u3000\xa0]"
_NUMBERED_LINES = (
    ("\n", _NUMERAL),
    ("\n", _BLANK, _NUMERAL),
    ("\n", _BLANK, _BLANK, _NUMERAL),
    ("\n", _BLANK, _BLANK, _BLANK),
    ("\n", "#", " ", _NUMERAL),
    ("\n", "#", "#", "[ #]"),
    ("\n", r"\*", r"\*", _NUMERAL),
)
CALLED_BY: Mapping[str, Condition] = {
    # a jump shows between three numbers; few texts begin each of them in another way
    "numbers": AnyOf(
        *(Sign(*line, least=2) for line in _NUMBERED_LINES),
        *(Sign(left, verb) for left in "四五六七八九" for verb in "是要"),
    ),
    "opening": AnyOf(
        Sign(EDGE, r"\s"),
        Sign(EDGE, "[，。、；：！？）】』」”’,;!)]"),
        *(Sign(EDGE, *classes) for classes in LEFT_OVER),
        Sign("[。；;]", "\n", "[ \u3000第(（一二三四五六七八九十0-9]", first=1200),
    ),
    "edges": Sign("[一-鿿]", "\n", "[一-鿿]"),
}

CHECK = Check(
    name="content_gap",
    doc=__doc__,
    classes=(CONTENT_GAP,),
    find=find,
    phrases=frozenset(phrase_groups("content_gap")["sign"]),
    signs=CALLED_BY,
    fires_on=(
        Example(
            "第二十条 井由全村共用，任何人不得据为己有。\n第二十一条⟦ 用井的人应当轮流看护井台和井绳，发现井壁松动的应当立即告知村里的管水人\n并在三日内补修完毕，费用由各户分担。⟧\n第二十四条 本约自公布之日起施行。",
            "content_gap",
            note="three articles are enough, where a sentence breaks off",
        ),
        Example(
            "水位一天天上涨，村口的石阶没过了三级。\n⟦……(此处省略1260字，注册后可读)……⟧\n秋天水退了，人们才回来。",
            "content_gap",
        ),
        Example("上半部分讲种子。⟦[中间 860 字已隐藏]⟧下半部分讲收获。", "content_gap"),
        Example("The first part ends here. ⟦[1,200 words omitted]⟧ The rest follows.", "content_gap"),
        Example(
            f"{_STEPS}⟦四、出苗以后每天喷水。⟧\n五、长到一掌高就移栽。", "content_gap", note="三 is missing"
        ),
        Example(
            f"{_STEPS.replace('二、', '二、').replace('沥干', '瀝乾')}⟦五、長到一掌高就移栽。⟧", "content_gap"
        ),
        Example(
            "⟦，这才有了今天的样子。⟧老街修好以后，店铺陆续搬了回来。",
            "content_gap",
            note="starts inside a sentence",
        ),
        Example("水退了。\n⟦==== 以下115字已隐藏 ====⟧\n人们才回来，把门前的泥铲走。", "content_gap"),
        Example("水退了，人们陆续回来。\n⟦[中略三段]⟧\n第二年春天，堤修好了。", "content_gap"),
        Example(
            "水退了，人们陆续回来。\n⟦【此处內容登入後可見】⟧\n第二年春天，堤修好了。",
            "content_gap",
            note="a wall in the middle",
        ),
        Example(
            "（一）先泡种子。\n（二）沥干水分。\n⟦每天喷两次水。⟧\n（五）长到一掌高就移栽。\n（六）活了以后施肥。",
            "content_gap",
            note="the end of a sentence whose item is lost",
        ),
        Example(
            "⟦的那天早上，他发现井水干了。⟧村里人都来看，谁也说不出原因。\n后来下了雨，水又回来了。",
            "content_gap",
            note="begins with a word that only follows others",
        ),
        Example(
            "⟦%，比上年高了一成。⟧水費收入有所減少，但工程的收入增加。",
            "content_gap",
            note="the number is lost, the unit is here",
        ),
        Example(
            "⟦并应当自收到申请之日起十日内作出决定。⟧\n第四条　逾期未作决定的，视为同意。\n第五条　本办法由镇政府解释。",
            "content_gap",
            note="the rest of an article before number four",
        ),
        Example(
            "第九条　井由全村共用。\n第十条　井沿不得堆物。\n⟦第十二条　井水不得外运。⟧\n第十三条　违者罚款。",
            "content_gap",
            note="an article is missing from a count that begins anywhere",
        ),
        Example(
            "第一百零一條 井由全村共用。\n第一百零二條 井沿不得堆物。\n⟦第一百零四條 井水不得外運。⟧\n第一百零五條 違者罰款。",
            "content_gap",
        ),
        Example(
            "<p>一、井的来历见村志。\n二、井口用条石砌成。\n三、井水供全村饮用。\n四、井沿不得堆物。\n⟦六、井盖夜间应当盖好。⟧\n七、违者罚款。",
            "content_gap",
            note="its first number stands behind a tag",
        ),
        Example(
            "老井在村东头的槐树下，井沿磨得发亮。\n那年天旱，全村人都靠它吃水。⟦后来修了水渠，水从三十里外的水库引来，沿途的村庄都装上了热\n忙碌着，一个上午才把井盖抬开。⟧村里人都来看。\n孩子们常在井边玩，老人坐在一旁。",
            "content_gap",
            note="two broken edges",
        ),
        Example("做法如下。一是早起浇水，二是中午遮阴；⟦四是夜里盖膜，五是雨天排水。⟧", "content_gap"),
    ),
    silent_on=(
        Example(
            "闸门的开度必须写在本子上，也就是说，当渠里的水漫过中间那根柱子的时候，闸门还是要再开大一点！\n一根有着多种刻度和接口的铁杆。保证有正确的工具来进行更精细的工作\n"
            "一把较为尖锐、带有小锯齿的柴刀，设计用来在林子里砍竹子，亦可用来劈柴。\n一把锋利而厚重的刀子，是砍树用的，也是用来削木桩的理想工具。",
            note="what is counted begins a line",
        ),
        Example(
            "闸门的开度必须写在本子上，也就是说，当渠里的水漫过中间那根柱子的时候，闸门还是要再开大一点！\n"
            "这个模型还用于检验闸门的功能。 参数可以随意修改来得到有趣的效果，例如半透明或黑暗中发光的砖\n"
            "为了检验水位的变化，柱子和浮球只能在夏天看到。可以通过修改参数来改变这一点。",
            note="a full stop that its writer forgot",
        ),
        Example(
            "删除光标前的一个字符\n终止输入\n选择文档中要隐藏的文字。\n用条件隐藏来自特定用户的一段文字。",
            note="a manual",
        ),
        Example(
            "’９７中秋灯会昨天开幕。\n灯会由三个街道合办，一连五天。\n’９８的灯会已经开始筹备。",
            note="a year behind an apostrophe",
        ),
        Example(
            "第二十条 井由全村共用，任何人不得据为己有。\n第二十一条 用井的人应当轮流看护井台和井绳，发现井壁松动的应当告知管水人。\n第二十四条 本约自公布之日起施行。",
            note="three articles that are quoted, all whole",
        ),
        Example(
            "第二十条 井由全村共用，任何人不得据为己有。\n第二十一条 用井的人应当轮流看护井台和井绳，并且遵守下列规定\n（一）清晨打水；\n（二）傍晚盖井。\n第二十四条 本约自公布之日起施行。",
            note="items without a colon before them",
        ),
        Example(
            "配一口井，关键在选址。\n热门标签：老井 水渠 井绳 井台 打井队 水井品牌 井盖 压水井 手摇井\n井要打在低处，水才来得快，也才不会干。\n井台要高，雨水才不会倒灌进去。",
            note="a row of tags",
        ),
        Example("他想起了那件事，此处省略一万字，总之很难堪。", note="the joke"),
        Example("为节约篇幅，本文省略了3处引文的出处。", note="prose about leaving out"),
        Example(f"{_STEPS}三、盖上盖子。四、等三天。", note="the last number inside a line"),
        Example(
            "一、泡种子。\n二、沥干。三、铺在湿布上。\n四、等三天。\n五、移栽。",
            note="a number inside a line",
        ),
        Example("第二条 略。\n第五条 略。\n第九条 略。", note="an excerpt of articles, none in order"),
        Example(
            "《种植手册》（节选）\n一、泡种子。\n二、沥干。\n四、移栽。\n五、收获。",
            note="an excerpt that says so",
        ),
        Example("他翻到第三页，（此处删去38字）就合上了书。", note="what a filter of words says"),
        Example("他讲了一个下午（此处省略一万字）。\n天黑了，大家才散。"),
        Example("第2页缺一个角，第5页有水渍。\n其余完好。", note="a book that is described"),
        Example(
            "一、先泡种子。\n二、沥干水分。\n三(sān)、盖上布。\n\ufffd\ufffd、\ufffd\ufffd\ufffd。\n五、移栽。",
            note="a line that is garbled",
        ),
        Example(
            "一、先泡种子。\n二、沥干水分。\n十  三、盖上布。\n四  、喷水。\n五、移栽。",
            note="blanks in the numbers",
        ),
        Example("登录后可查看成绩。\n请考生按时登录，逾期不候。"),
        Example("……雨还在下。\n他没有带伞。", note="an ellipsis for effect"),
        Example("的士司机都认得这条路。车开到井边就停下，再往前是山路。", note="words that begin so"),
        Example("应当说，这口井救过全村人的命。那年天旱，河水都断了。\n后来修了渠。", note="a sentence"),
        Example(
            "可以说，没有这口井就没有这个村。\n一、井的来历\n村志里有记载。\n二、井的样子\n井口很小。",
            note="numbers from one on",
        ),
        Example("和平路通车了。这条路的两旁种了树。\n二、通车典礼\n三、试车", note="a name"),
        Example(
            "（三）填井；\n（四）堆放杂物。\n第八条　违反本规定的，处罚款。", note="a part cut by paragraphs"
        ),
        Example("以前，村里的人都来这里打水。后来修了渠。", note="an adverb of time"),
        Example("等到天亮，井边已经排满了人。每人只能打一桶的水。"),
        Example("1. 甲组\n2. 乙组\n10. 癸组\n11. 子组", note="a list with numbers of its own"),
        Example(
            "第一条 井由全村共用。\n第二条 井沿不得堆物。\n第三条至第五条 （删去）\n第六条 井水不得外运。\n第七条 违者罚款。",
            note="articles that are repealed",
        ),
        Example(
            "第八条 井由全村共用。\n第九条 井沿不得堆物。 第十条井水不得外运。\n第十一条 夜间盖好井盖。\n第十二条 违者罚款。",
            note="an article inside a line",
        ),
        Example(
            "第二十九条 井由全村共用。\n第三十条 井沿不得堆物。\n第三十－条 井水不得外运。\n第三十二条 夜间盖好井盖。\n第三十三条 违者罚款。",
            note="an article whose number is damaged",
        ),
        Example(
            "相关条文\n第三条 井由全村共用。\n第八条 井沿不得堆物。\n第九条 违者罚款。\n第十五条 本办法自春天起施行。",
            note="articles that are quoted",
        ),
        Example(
            "老井在村东头的槐树下，井沿磨得发亮。\n那年天旱，全村人都靠它吃水。后来修了水渠，水从三十里外的水\n库引来，沿途的村庄都用上了自来水。\n孩子们常在井边玩，老人坐在一旁。",
            note="a line that is only broken: a word goes across",
        ),
        Example(
            "老井在村东头的槐树下，井沿磨得发亮。\n那年天旱，全村人都靠它吃水。后来修了水渠，水从三十里外的水库\n引来，沿途的村庄都用上了自来水。\n孩子们常在井边玩，老人坐在一旁。",
            note="the same between words",
        ),
        Example("“下雨了。”她说。", note="a text that begins with a quote"),
        Example("一要早起，二要浇水，三要遮阴，四要排水。", note="all numbers there"),
        Example(":root 是样式表里的一个选择器。", note="a name that begins with a sign"),
    ),
    known_misses=(
        Example(
            "河水退了以后，村里人⟦开始修路。⟧路修好的那天，镇上来了好多人。",
            "content_gap",
            note="words lost without a trace",
        ),
    ),
)
