"""Texts whose last sentence is not finished.

What it finds
    The last clause of a text that breaks off: before a notice that the rest is elsewhere, inside a
    bracket or quotation, in the middle of a character's bytes, or at a word that needs another.
Why it matters
    The document is a fragment. A model that learns from such pages learns to stop anywhere.
How it is told
    What follows a text (makers, source, rights, neighbours) is stepped over. Then the last line of
    prose has no end, and a second sign must stand with it: a wall, a declared cut or a mark like
    [...] right behind it; a bracket or quotation of its last line that is never closed; a character,
    an entity or a tag cut in two; a comma or a word that cannot be the last one, in a text that ends
    its other paragraphs; an end inside a word, before the dots of a machine or where the text elsewhere
    writes the word in full; the foot of the page behind it, while all other sentences are finished;
    an item without an end in a list whose other items are sentences; a sentence that announces a list
    with a colon, and a foot in its place;
    another document in which the same sentence goes on; five documents of a source that break off at
    the same length. Without a second sign it is a hint.
What it must not be confused with
    Titles, lists, tables, verse, minutes, dialogue, signatures, dates, captions, code, English; texts
    that never use full stops; an ellipsis that closes a story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from checks.corpus import NO_START, Summary, tail_places
from checks.evidence.cuts import SIGNS_OF_NOTICES
from checks.evidence.feet import GATES
from checks.evidence.tails import OPEN_END
from checks.evidence.unfinished import cut_in
from checks.facts import Facts
from checks.model import Candidate, Check, Example, FaultClass, Proof, Settled, Severity, Span, Words
from checks.signs import Condition
from checks.text import Text

TRUNCATED_TAIL = FaultClass(
    "truncated_tail",
    "truncated",
    Severity.ERROR,
    Words("last sentence not finished", "结尾不完整"),
    Words("the last sentence is not finished: {why_en}", "末句未完：{why_zh}"),
)

_WHY = {
    "notice": Words("a notice that the rest is elsewhere follows it", "其后即是余文在别处的提示"),
    "mark": Words("a mark of a cut stands behind it", "其后有截断标记"),
    "bytes": Words(
        "a character, an entity or a tag is cut in two at its end", "末尾的字符、实体或标签被截为两半"
    ),
    "bracket": Words("a bracket or quotation in it is never closed", "其中的括号或引号没有闭合"),
    "word": Words(
        "it stops at a word that needs another, while the other paragraphs are finished",
        "停在不能收尾的词上，而其他段落均完整",
    ),
    "half": Words(
        "it stops inside a word, which the text elsewhere writes in full",
        "停在一个词的中间，该词在文中他处是完整的",
    ),
    "number": Words("it stops at the point of a number", "停在数字的小数点上"),
    "length": Words(
        "it is open, and the text has just a length at which texts are cut",
        "没有句末标点，而全文长度恰为常见的截断长度",
    ),
    "habit": Words(
        "every other sentence and paragraph is finished, and the foot of the page follows it",
        "其他句段均完整，其后即是页脚",
    ),
    "siblings": Words(
        "it is an item without an end in a list whose other items are finished",
        "列表其他各项均完整，唯此项没有句末标点",
    ),
    "list": Words(
        "it announces a list, and the foot of the page follows it",
        "其末为冒号，所列各项没有出现，其后即是页脚",
    ),
    "none": Words("it has no end, while the other paragraphs are finished", "没有句末标点，而其他段落均完整"),
}


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the unfinished clause at the end of the text, with the strongest sign of it."""
    near = [candidate.phrase for candidate in candidates if candidate.start >= len(text.view) - NEAR]
    if not near and not text.shows("truncated_tail", "open"):
        return
    noticed = not _SIGNS.isdisjoint(near)
    if cut := cut_in(text, noticed=noticed):
        why = _WHY[cut.why]
        proof = Proof.HINT if cut.why == "none" else Proof.STRONG
        yield text.span(TRUNCATED_TAIL.name, cut.start, cut.end, proof, why_en=why.en, why_zh=why.zh)


def settle(facts: Facts, summary: Summary) -> Iterator[Settled]:
    """Yield unfinished tails that other documents prove: one that goes on, or many cut at one length."""
    for document, place in tail_places(facts).items():
        row = int(facts.tail_rows[document])
        longer = summary.starts.get(place, NO_START)
        if longer.size > int(facts.sentences.size[row]) and longer.document != document + facts.first:
            name = summary.ids[longer.document]
            yield _settled(
                facts, document, f"in {name} the same sentence goes on", f"在 {name} 中同一句还有下文"
            )
    for document in np.flatnonzero(facts.tails >= 0).tolist():
        size = int(facts.characters[document])
        n = summary.cuts.get((facts.groups[document], size), 0)
        if n:
            why = f"{n} documents break off at just {size:,} characters"
            yield _settled(facts, document, why, f"有 {n} 篇恰在 {size:,} 字处中断")


def _settled(facts: Facts, document: int, why_en: str, why_zh: str) -> Settled:
    start, row = int(facts.tails[document]), int(facts.tail_rows[document])
    end = int(facts.sentences.end[row]) if row >= 0 else int(facts.characters[document])
    details = {"why_en": why_en, "why_zh": why_zh}
    return Settled(
        document, Span(TRUNCATED_TAIL.name, start, max(end, start + 1), Proof.STRONG, details=details)
    )


_WELL = "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n"

NEAR = 600  # code points in which a notice at the end begins
_SIGNS = frozenset(SIGNS_OF_NOTICES)
CALLED_BY: Mapping[str, Condition] = {"open": OPEN_END}

CHECK = Check(
    name="truncated_tail",
    doc=__doc__,
    classes=(TRUNCATED_TAIL,),
    find=find,
    phrases=frozenset((*SIGNS_OF_NOTICES, *GATES)),
    signs=CALLED_BY,
    settle=settle,
    fires_on=(
        Example(
            "第二条 村里修渠，先看水源，再定走向。\n第三条 水渠每年清淤一次，由各组轮流。\n第四条 渠边的树归各户管护。\n⟦第五条 闸门由⟧\n余下全文>>",
            "truncated_tail",
            note="a few words before a link to the rest",
        ),
        Example(
            "第二条 村里修渠，先看水源，再定走向。\n第三条 水渠每年清淤一次，由各组轮流。\n第四条 渠边的树归各户管护。\n今年春天，⟦闸门由村里的老人看管…[查看更多]⟧",
            "truncated_tail",
            note="an ellipsis and a link",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n去年村里修复老井，请来石匠补齐井台的护栏，⟦还在旁边立了一块石...⟧",
            "truncated_tail",
            note="three dots inside a word",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，水渠见了底，全村人都靠它吃水。\n后来水渠修好，井就闲了下来。渠边种了柳树，孩子们常在水渠边玩。\n今年春天村里开会，⟦决定把老井旁边的那段旧水⟧",
            "truncated_tail",
            note="inside a word that the text writes in full",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱全村人都靠它吃水，⟦洗衣也在⟧",
            "truncated_tail",
            beside=("老井在村东头，井沿磨得发亮。那年天旱全村人都靠它吃水，洗衣也在井边，直到修了水渠。",),
            note="another copy goes on",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它……⟧（未完，请登录后阅读全文）",
            "truncated_tail",
            note="a wall behind an ellipsis",
        ),
        Example(
            "渠修到半山，石头越来越硬，⟦人们只好改用⟧\n本文为会员专享，开通会员阅读全文\n责任编辑：某某",
            "truncated_tail",
        ),
        Example(
            "老井在村东頭，井沿磨得發亮。那年天旱，⟦全村人都靠它⟧\n試讀結束，訂閱後閱讀全文", "truncated_tail"
        ),
        Example(
            "1. 打水要趁早，那时井水最清，也最凉。\n2. 桶要先洗净，绳要晒干了再挂回去。\n3. 井沿湿滑，脚要站稳，不要探身去看。\n⟦4. 天旱的时候，各家轮流来打，每家每天⟧\n责任编辑：某某",
            "truncated_tail",
            note="the other items are finished",
        ),
        Example(
            "第一条 井由全村共用，不得据为己有，不得外运。\n⟦第二条 使用人应⟧\n登录后阅读全文",
            "truncated_tail",
            note="short, but before a wall",
        ),
        Example("老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它 [&hellip;]⟧", "truncated_tail"),
        Example(
            f"{_WELL}入冬以后，井边结了冰，⟦村里派人在井边竖起了一块⟧登录后阅读全文",
            "truncated_tail",
            note="an order glued to it",
        ),
        Example(
            "1. 打水要趁早，那时井水最清，也最凉。\n2. 桶要先洗净，绳要晒干了再挂回去。\n3. 井沿湿滑，脚要站稳，不要探身去看。\n"
            "⟦4. 同样的⟧\n马上注册，结交更多好友，享用更多功能。您需要登录才可以下载或查看，没有帐号？立即注册",
            "truncated_tail",
            note="two words of an item, before a bait and a wall",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它[...]⟧",
            "truncated_tail",
            note="a feed's mark",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠它&nbs⟧",
            "truncated_tail",
            note="an entity cut in two",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦全村人都靠�⟧",
            "truncated_tail",
            note="a character cut in two",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，⟦村长指着井说“从今往后⟧",
            "truncated_tail",
            note="a quotation left open",
        ),
        Example("老井在村东头，井沿磨得发亮。⟦那年天旱（县志里也⟧\n分享到：微博", "truncated_tail"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早，⟦柿子红得也早，⟧",
            "truncated_tail",
            note="a comma is no end",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早，⟦人们把柿子晒在⟧",
            "truncated_tail",
            note="a word that needs another",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n这一年秋天来得早。人们摘下柿子，⟦晒在向阳的屋顶⟧\n版权所有 未经许可不得转载",
            "truncated_tail",
            note="all others are finished, and the foot of the page follows",
        ),
        Example(
            f"{_WELL}入冬以后，井边结了冰，村里派人撒了盐，⟦又在井沿边竖起⟧\n本站由信息中心维护　建议使用1024×768分辨率浏览",
            "truncated_tail",
            note="the foot is told by the words of sites' makers",
        ),
        Example(
            f"{_WELL}入冬以后，井边结了冰，村里派人撒了盐，⟦又在井沿边竖起⟧\n相关阅读\n水渠通水\n柿子丰收",
            "truncated_tail",
            note="titles under a heading follow a text",
        ),
        Example(f"{_WELL}入冬以后，井边结了冰，⟦水深只有3.⟧", "truncated_tail", note="half a number"),
        Example(
            f"{_WELL}入冬以后，井边结了冰，村里派人撒了盐，⟦水质用的仪器是 Aqua⟧\n上一篇：没有了",
            "truncated_tail",
            note="half a Latin word",
        ),
        Example(f"{_WELL}入冬以后，⟦井边结了��⟧\n打印 关闭", "truncated_tail", note="two lost bytes"),
        Example(f"{_WELL}入冬以后，⟦又把井口ç»⟧", "truncated_tail", note="bytes read as Latin letters"),
        Example(
            f"{_WELL}入冬以后，井边结了冰，⟦村里派人在井边竖了牌子...⟧\n分享到：微博 微信",
            "truncated_tail",
            note="dots of a search result",
        ),
        Example(
            f"{_WELL}入冬以后，井边结了冰，⟦派人撒了盐，并……⟧\n上一篇：没有了",
            "truncated_tail",
            note="six dots, after a word that needs another",
        ),
        Example(
            f"{_WELL}⟦“今年冬天⟧\n长按二维码下载客户端，查看完整报道",
            "truncated_tail",
            note="a quotation just begun, before an offer",
        ),
        Example(
            f"{_WELL}{_WELL[:53]}井边结了冰以后，来打水的人就都绕着它走，⟦只有村里的几个孩子还围在井边⟧",
            "truncated_tail",
            note="just 140 characters",
        ),
        Example(
            f"{_WELL}⟦有下列行为之一的，由村委会责令改正：⟧\nPrevious: 水渠 Next: 柿子",
            "truncated_tail",
            note="a list announced, and a foot",
        ),
        Example(f"{_WELL}⟦村民可以向村委會申請下列補助：⟧\n>>> 此處內容回覆可見 <<<", "truncated_tail"),
        Example(f"{_WELL}⟦今天（1月5⟧", "truncated_tail", note="a date in a bracket, and nothing behind it"),
        Example(f"{_WELL}⟦第三条 《老井⟧", "truncated_tail", note="a title just begun"),
        Example(f"{_WELL}⟦村里印发通知�⟧", "truncated_tail", note="a short line cut in a character"),
        Example(
            f"{_WELL}入冬以后，井边结了冰，村里派人撒了盐，⟦又在井沿边竖起⟧\n(网络编辑：某某)\nGMT+8, 2011-3-4 10:20, Processed in 0.03 second(s), 6 queries.",
            "truncated_tail",
            note="a credit of any wording, a forum's machine",
        ),
        Example(
            "The old well is deep. In the dry year the whole village drank from it.\nWhen winter came the rim was covered with ice, ⟦and most of the⟧",
            "truncated_tail",
            note="English",
        ),
    ),
    silent_on=(
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n三、结语\n登录后阅读全文",
            note="a heading before a wall; the wall is told for itself",
        ),
        Example(
            "第二条 村里修渠，先看水源，再定走向。\n第三条 水渠每年清淤一次，由各组轮流。\n第四条 渠边的树归各户管护。\n查看更多",
            note="a link under finished articles",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n去年村里修复老井，请来石匠补齐井台的护栏，还在旁边立了石碑...",
            note="three dots behind a word, and no foot",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n他走到井边，往下望了很久，什么也没说，只是慢慢地蹲下去，捡起一块碎瓦，又慢慢地站...",
            note="a story that closes with dots",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，水渠见了底，全村人都靠它吃水。\n后来水渠修好，井就闲了下来。渠边种了柳树，孩子们常在水渠边玩。\n今年春天村里开会决定把老井旁边的那段旧渠",
            note="open, at a word that needs no other",
        ),
        Example("山路通车了", note="a title"),
        Example("老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它。"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它。（本报记者 某某）\n责任编辑：某某",
            note="a byline",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n——写于老井旁，秋天的一个傍晚",
            note="a signature",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n二〇二〇年十月一日，于老井",
            note="a date",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n图为晒在屋顶的柿子",
            note="a caption",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n柿子\n柿饼\n柿叶茶",
            note="a list",
        ),
        Example("| 品名 | 产地 |\n| --- | --- |\n| 柿饼，净重五百克 | 某县，某乡，某村 |", note="a table"),
        Example("秋风起，柿子红，\n满山遍野是灯笼。\n老人笑，孩子闹，\n家家户户粮满仓", note="verse"),
        Example(
            "今天天气不错，我去爬山了，山上人很多\n中午吃了面条，味道还行，就是有点咸\n晚上看了电影，讲一口老井，看完就睡了",
            note="an author without full stops",
        ),
        Example("问：今年柿子多吗，怎么办\n答：多，晒起来，做柿饼，给城里的孩子寄去", note="dialogue"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n他没有说话，只是望着远处，望着望着，就哭了……",
            note="an ellipsis that closes a story",
        ),
        Example("The autumn came early, and the persimmons were red, and", note="English"),
        Example('配置写在文件里，每次启动都会读取：\n```\nname = "井"\n```', note="code"),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n转载请注明出处，未经允许不得用于商业用途",
            note="a notice of the site",
        ),
        Example(
            "为了保护老井，现将有关事项通知如下。井沿不得堆物，井水不得外运。请各户遵守。特此通知。某村村委会1984年2月27日",
            note="signed and dated in the same line",
        ),
        Example(
            "1. 打水要趁早，那时井水最清，也最凉。\n2. 桶要先洗净，绳要晒干了再挂回去。\n3. 井沿湿滑，脚要站稳，不要探身去看。\n4. 轮流",
            note="an item of a word",
        ),
        Example("出席：某某，某某，某某\n列席：某某，某某\n记录：某某", note="minutes"),
        Example(
            "1. 打水要趁早，那时井水最清，也最凉。\n2. 桶要先洗净，绳要晒干了再挂回去。\n3. 井沿湿滑，脚要站稳，不要探身去看。\n4. 天旱的时候轮流来打，打完盖好井盖",
            note="the last step of instructions, and nothing follows",
        ),
        Example(f"{_WELL}入冬以后，老人坐在门口，望着远处的山……\n分享到：微博 微信", note="a story shared"),
        Example(
            f"{_WELL}他想起那年冬天，井边结了冰...\n分享到：微博 微信", note="a story typed with three dots"
        ),
        Example(f"{_WELL}让我们一起守住老井，守住乡愁，守住家园\n分享到：微信", note="a call"),
        Example(f"{_WELL}井在，村就在，家就在\n点赞 3 收藏 5", note="a slogan"),
        Example(
            f"{_WELL}作者系某大学教授，博士生导师，研究方向为水利史\n责任编辑：某某", note="of the author"
        ),
        Example(f"{_WELL}某村宣传片：水渠修好 水也到了\n责任编辑：某某", note="a headline"),
        Example(f"{_WELL}关键词：老井；水渠；灌溉\n登录后阅读全文", note="keywords before a wall"),
        Example(f"{_WELL}此书成书于1998.", note="a year"),
        Example(
            f"“他打开井盖，发现井底竟然是……点击查看全文。”这样的标题大家都见过。\n{_WELL}{_WELL}",
            note="a headline that is quoted",
        ),
        Example(f"{_WELL}扫码关注公众号，下载资料，查看更多内容\n版权所有", note="an offer is no text"),
        Example(
            f"{_WELL}注：文中数据截至去年年底，单位为立方米，不含雨水\n来源：某某网", note="a note on figures"
        ),
        Example(
            f"{_WELL}报名咨询，请拨打以下电话：\n版权所有 某某村", note="a value that is furniture itself"
        ),
        Example(f"{_WELL}扫描下方二维码，加入我们的讨论群：\n版权所有 某某网", note="a picture"),
        Example(f"{_WELL}有下列行为之一的，由村委会责令改正：", note="a colon, and nothing else"),
        Example(f"{_WELL}祝大家新年快乐（笑", note="an aside that chats do not close"),
        Example(f"{_WELL}今天就写到这里 :(", note="a face"),
        Example(
            f"{_WELL}我们专注打井十八年，用料讲究，品质源于细节\n客服：000-0000", note="a firm on itself"
        ),
        Example(
            f"{_WELL}平时少开门，多打水。返回首页，查看更多\n责任编辑：", note="a glued link of the site"
        ),
        Example(f"{_WELL}以上就是全部内容，希望对大家有所帮助\n上一篇：没有了", note="a farewell"),
        Example(
            "问：老井还用吗？\n答：用，天旱的时候全村都来打水，打完了盖好\n问：水好吗？\n答：好，夏天凉，冬天不冰手，泡茶最好\n责任编辑：某某",
            note="answers without full stops",
        ),
    ),
    known_misses=(
        Example(
            "老井在村东头，⟦井沿磨得发亮，那年天旱全村人都靠它吃⟧",
            "truncated_tail",
            note="the only sentence: nothing to compare it with",
        ),
        Example(
            "老井在村东头，井沿磨得发亮。那年天旱，全村人都靠它吃水。\n后来修了水渠，井就闲了下来。孩子们常在井边玩。\n⟦水利站的⟧",
            "truncated_tail",
            note="as short as a title",
        ),
    ),
)
