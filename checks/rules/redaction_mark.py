"""Signs and remarks that a word filter left in place of a word: 维护_、化解矛盾.

What it finds
    A run of underscores, asterisks, blocks, boxes, crosses or rings inside a running sentence; a remark
    of a filter in brackets (【屏蔽】); a notice that this passage was hidden.
Why it matters
    The sentence has lost its most telling word. A model learns that 社会的_ is Chinese, and what the
    site was afraid of is missing from every document of it.
How it is told
    The sign stands between Han, or between Han and a pause, in a passage with pauses, and none of its
    other uses fits: no form, title, file name, emphasis, note, bullet, product, number, masked name of a
    person, lost character of an old text. Or it fills the hole of a word in the dictionary (敏*词), or
    was set into a word that filters take out (政*府). Remarks come from a closed list and fill their bracket.
What it must not be confused with
    Gaps to fill in, scores and products, names left open (××公司, 林○○), telephone numbers and names
    masked for privacy, Markdown, check boxes, inscriptions, manuals that speak of filters, buttons.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checks.evidence.filter_remarks import NOTICES, is_notice, openings, tag_at
from checks.evidence.half_words import half_phrases, halves_in
from checks.evidence.masks import masks_in, missing, splits_word
from checks.evidence.notices import Place, notices_in
from checks.evidence.signs import Mask, explained_in
from checks.evidence.split_words import split_phrases, splits_in
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import EDGE, AnyOf, Condition, Sign
from checks.text import Text, later

REDACTION_MARK = FaultClass(
    "redaction_mark",
    "redacted",
    Severity.WARNING,
    Words("sign in place of a word", "以符号代替的词"),
    Words(
        "{n} signs stand where a word stood (first: {around})",
        "{n} 处以符号代替了词语（首处：{around}）",
    ),
)
REDACTION_TAG = FaultClass(
    "redaction_tag",
    "redacted",
    Severity.WARNING,
    Words("remark of a filter in place of text", "过滤提示代替了文字"),
    Words(
        "{n} remarks of a filter stand in place of text (first: {remark})",
        "{n} 处文字被过滤提示取代（首处：{remark}）",
    ),
)

_ODD = (
    "^^",
    "@@",
    "%%",
    "&&",
    "$$",
    "@#",
    "#@",
    "#$",
    "#￥",
    "$%",
    "￥%",
    "%&",
    "&*",
    "^&",
    "%#",
    "￥#",
)

SIGN_PHRASES = frozenset(
    {
        *"_*＊﹡✱■█▇▆▓▒░▉●◆□▢◻☐○◯〇◎◇✕✖╳✗×",
        "xx",
        "口口",
        "囗囗",
        "△△",
        "▲▲",
        "▽▽",
        "▼▼",
        "﹍",
        "﹎",
        "﹏",
        *_ODD,
    }
)
"""Without one of these no sign is looked at; a single x or 口 is too common."""

_HASHES = later("(?=(##|＃＃))")
"""No phrase: two of them begin the headings of Markdown."""
QUOTED = 6  # characters shown to either side of a sign


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the signs, then the remarks in brackets, then the notices."""
    signs = [c for c in candidates if c.phrase in SIGN_PHRASES]
    if text.shows("redaction_mark", "hashes"):
        signs += (Candidate("##", m.start(), m.start() + 2) for m in _HASHES.finditer(text.view))
        signs.sort(key=lambda sign: sign.end)
    if explained := explained_in(text):
        signs = [sign for sign in signs if text.view[sign.start] not in explained]
    halves = halves_in(text, [*signs, *(c for c in candidates if c.phrase in half_phrases())])
    yield from (_at(text, half.start, half.end) for half in halves)
    taken = {half.place for half in halves}
    masks = masks_in(text, signs, {half.kind for half in halves})
    yield from (_mark(text, mask) for mask in masks if mask.start not in taken)
    split = [c for c in candidates if c.phrase in split_phrases()]
    yield from (_at(text, *place) for place in splits_in(text, split))
    starts = (c.start for c in candidates if c.phrase in openings())
    yield from (_tag(text, *place) for start in starts if (place := tag_at(text.view, start)))
    said = [c for c in candidates if c.phrase in NOTICES]
    yield from notices_in(text, said, lambda place: _notice(text, place))


def _mark(text: Text, mask: Mask) -> Span:
    gone = missing(mask)
    original = next(iter(gone)) if len(gone) == 1 and not splits_word(mask) else None
    return _at(text, mask.start, mask.end, original)


def _at(text: Text, start: int, end: int, original: str | None = None) -> Span:
    around = " ".join(text.view[max(start - QUOTED, 0) : end + QUOTED].split())
    return text.span("redaction_mark", start, end, Proof.STRONG, original=original, around=around)


def _tag(text: Text, start: int, end: int) -> Span:
    remark = text.view[start : min(end, start + 30)]
    return text.span("redaction_tag", start, end, Proof.STRONG, remark=remark)


def _notice(text: Text, place: Place) -> Span | None:
    return _tag(text, place.start, place.end) if is_notice(text, place) else None


CALLED_BY: Mapping[str, Condition] = {
    "hashes": AnyOf(Sign("[#＃]", "[#＃]", "[^ #＃]"), Sign("[#＃]", "[#＃]", EDGE))
}


CHECK = Check(
    name="redaction_mark",
    doc=__doc__,
    classes=(REDACTION_MARK, REDACTION_TAG),
    find=find,
    signs=CALLED_BY,
    phrases=SIGN_PHRASES | NOTICES | openings() | split_phrases() | half_phrases(),
    fires_on=(
        Example("雨停以后，⟦【该词不可显示】⟧很快控制了局面，几十名旅客被送到安全的地方。", "redaction_tag"),
        Example("那天晚上⟦[***内容违规***]⟧一直没有停，河边的人家都点着灯，谁也不敢睡。", "redaction_tag"),
        Example("会议要求各单位维护⟦△△⟧，化解矛盾，把问题解决在村里，不要往上推。", "redaction_mark"),
        Example("村里人都說，那年的⟦﹍﹍⟧鬧得很大，誰也不敢再提，直到今天還是這樣。", "redaction_mark"),
        Example("他把账本给⟦囗囗⟧看了半天，大家才明白过来，原来一切都是演的。", "redaction_mark"),
        Example(
            "车站加开售票窗口，方便⟦○○⟧出行。今年⟦○○⟧比去年多，老人说⟦○○⟧都是年轻人，路上要走三天。",
            "redaction_mark",
        ),
        Example("当地的⟦****[过滤]⟧影响了许多人，老人至今不愿多谈，只说都过去了。", "redaction_tag"),
        Example("那一年的⟦(数据删除)⟧影響了許多人，老人至今不願多談，只說都過去了。", "redaction_tag"),
        Example("水库管理处要主动化解⟦_⟧，维护⟦_⟧、方便群众，不能把责任推给别人。", "redaction_mark"),
        Example("村里人都說，那年的⟦__⟧鬧得很大，誰也不敢再提，直到今天還是這樣。", "redaction_mark"),
        Example("他在会上说，要坚决打击⟦**⟧活动，让大家过个安稳年，也要管好自己的人。", "redaction_mark"),
        Example("这件事情后来被⟦***⟧知道了。大家都不说话，只有老三还在笑。", "redaction_mark"),
        Example(
            "各地的⟦企○⟧都在招人，船厂新招了五十个，织布厂也要人。村里⟦资○⟧不多，先修路，再修渠，一步一步来。",
            "redaction_mark",
            note="halves of common words",
        ),
        Example(
            "農民銀行在渡口開了一間分所，⟦銀×⟧的船每天來回兩次。今年⟦投×⟧超過去年，⟦市×⟧也熱鬧起來，大家都說好。",
            "redaction_mark",
        ),
        Example(
            "河边的人家听说新的⟦学X⟧要翻新，都来帮忙搬砖。老人说⟦医X⟧也该修一修，下雨天屋顶漏水。",
            "redaction_mark",
            note="the letter X",
        ),
        Example(
            "座谈会后，大家同基层⟦□□⟧一起种树。这条路是山里的里程碑，走的人越来越多，也越来越宽。",
            "redaction_mark",
            note="a milestone is no stone",
        ),
        Example("那天的⟦＊＊⟧一直闹到晚上，街上没有一个人敢出来看，灯也都灭了。", "redaction_mark"),
        Example(
            "大家都知道敏⟦*⟧词会被系统换掉，所以说话的时候都很小心，不敢乱写。",
            "redaction_mark",
            note="the dictionary fills the hole",
        ),
        Example(
            "老人讲起当年的政⟦*⟧府，摇了摇头，说那时候办一件事要跑三趟。",
            "redaction_mark",
            note="set into a word",
        ),
        Example("他们把⟦■■⟧的事情瞒了三年，后来还是有人说了出来，全县都知道了。", "redaction_mark"),
        Example(
            "前天库区发生一起⟦■⟧炸，当地警⟦■⟧表示，几个人因为赌⟦■⟧被带走询问，其余的人都不愿意多说。",
            "redaction_mark",
            note="single squares, of which most fill words that filters take out",
        ),
        Example("記者問到⟦███⟧時，他沒有回答，只說事情已經過去了，大家不要再問。", "redaction_mark"),
        Example("她把他按在墙上，⟦口口⟧了半天，他才明白过来，原来一切都是演的。", "redaction_mark"),
        Example("大家都不愿意谈⟦□□⟧的事，因为谁也不知道墙那边有没有人在听。", "redaction_mark"),
        Example("会议要求各单位维护⟦××⟧，化解矛盾，把问题解决在村里，不要往上推。", "redaction_mark"),
        Example(
            "当地的法⟦/⟧院一直没有开庭，老人等了三年，头发都白了。", "redaction_mark", note="set into a word"
        ),
        Example("他说领⟦.⟧导来视察的那天，路上一个行人也没有，店铺全关着门。", "redaction_mark"),
        Example("那几年法⟦/⟧轮⟦/⟧功的传单到处都是，学校开会要大家上交，谁也不敢留。", "redaction_mark"),
        Example("第二任是从⟦##⟧部门调来的，开会喜欢念稿子，一念就是两个钟头。", "redaction_mark"),
        Example("你这个⟦@#$%&⟧的东西，他骂完就走了，留下一屋子的人不说话。", "redaction_mark"),
        Example(
            "她年轻的时候是教员，「文⟦*⟧」的时候挨过打，腿一直没有好。", "redaction_mark", note="half a word"
        ),
        Example("教练指着裁判大骂“⟦××⟧”，两边的人推来推去，比赛停了一分钟。", "redaction_mark"),
        Example("村里人说他贩卖⟦××⟧，又说他勾结⟦××⟧分子，可是谁也没有证据。", "redaction_mark"),
        Example("司机加价到八十，这帮⟦***（和谐）⟧。\n第二天大家都改骑车了，路上也不堵。", "redaction_tag"),
        Example("他原来写的是⟦【屏蔽】⟧三个字，发出来以后就变成这样，谁也看不懂。", "redaction_tag"),
        Example("那一年⟦[敏感词]⟧闹得很凶，他躲在乡下，靠给人修表过日子。", "redaction_tag"),
        Example("他低声说了句⟦<censored>⟧，转身走了，再也没有回来。", "redaction_tag"),
        Example(
            "两个人吵了起来。\n⟦此处内容涉嫌违规，已被系统屏蔽⟧\n第二天，谁也没有再提。", "redaction_tag"
        ),
        Example(
            "雨下了一夜。⟦（本段文字包含敏感词，已自动隐藏，不予显示）⟧天亮时，河水漫过了桥。",
            "redaction_tag",
        ),
    ),
    silent_on=(
        Example(
            "年份後有「＊」記號者，表示圖書館裡查得到，雖然不一定完整，仍可以借閱。\n一九四九年＊水渠史話，講的是山裡的人怎樣把水引到田裡。\n一九六三年＊水閘圖說，畫的是各地的閘門。",
            note="a sign that is explained",
        ),
        Example(
            "注1：带*的几处水闸，旧志里都没有记载，是后来的人补上去的，标*的也一样。", note="a sign spoken of"
        ),
        Example(
            "在查找的时候，可以用「%」表示任意多个字符，用「_」或「?」表示一个字符，要显示所有的行，就把它们去掉，再按一次回车。",
            note="signs spoken of",
        ),
        Example(
            "若要移除某一项，请在清单里选取它，然后按一下 [删除]。显示之前以 [隐藏] 指令隐藏的表格。",
            note="commands",
        ),
        Example(
            "水城少年游记_海岛妇女织网_山城老人唱歌_河边孩子放灯_雪山脚下的人家_江上渔民\n她们一早就出门了，晚上才回来。",
            note="pieces of a title; 妇_ would be half of a common word",
        ),
        Example("他把这封信的日期写成一九九六．四．五，字迹工整。"),
        Example("在设置窗口里输入○○，再把○○拖到窗口左边，最后点击○○就可以保存，不用重启。", note="a program"),
        Example("我叫△△，来自△△市△△县，今年从△△大学毕业，希望能得到这份工作。", note="a sample"),
        Example("△△图中的农户在渠边清淤，水已经放干，两岸站满了人。", note="a caption"),
        Example("证明△△ABC与△DEF全等，先看三条边，再看三个角，一步一步来写。", note="geometry"),
        Example("我国最长的河流是﹍﹍，最高的山峰是﹍﹍。把答案填写在横线上。", note="an exam paper"),
        Example("国字外面的囗囗，像四面墙，老师说这个部首读作围，学生们都笑了。", note="of a radical"),
        Example("输入 [***密码***] 以后按回车，屏幕上不会显示，这样别人就看不到了。", note="a manual"),
        Example(
            "长×宽等于面积，长度和宽度都要量准，市×县的比例尺不同，图上的市场和学校也要标出来。",
            note="factors",
        ),
        Example(
            "设x为长度，投x元得利y元，学生都会算。市x与医x是两个变量，市场和医院没有关系。", note="variables"
        ),
        Example(
            "王企×和李资×是一对兄弟，一个开船，一个打鱼。村里人都认得他们，说他们很会过日子。",
            note="names of persons left open",
        ),
        Example(
            "集合上有一个运算*，满足a*b=b*a，又满足(a*b)*c=a*(b*c)，所以运算*可以交换，也可以结合。",
            note="an operation of mathematics",
        ),
        Example(
            "来的企业*都登记了，缺的资料*会后再补。\n*指镇上的企业。\n*指去年的资料，已经存档。", note="notes"
        ),
        Example("这批船用的是型X和型号○两种，市○区的码头都能停，价钱也不贵，大家都说好用。", note="models"),
        Example("企○之间少了一个字，他在课上说，学生就猜是企业，这个字谜谁都会。", note="a single one"),
        Example("注意_安全用电_，不要用湿手去摸开关，也不要私拉电线，发现漏电马上断电。", note="emphasis"),
        Example("建设一个美好（和谐）的社会，需要每个人都出一份力，不能只靠少数人。", note="a gloss"),
        Example(
            "口口两个字叠在一起，像两张嘴，老师说这样的字形很少见，学生们都笑了。", note="of a character"
        ),
        Example("第四十条（数据删除）个人可以要求处理者删除其信息，处理者应当及时办理。", note="a heading"),
        Example("软件会把不符合格式的行放进[已删除]文件夹，三十天以后才真正清除。", note="name of a folder"),
        Example(
            "失败□则禁止合并，多重复□二十四次，调度任务□依赖本地时间，夏令时会□导致重复执行。",
            note="lost characters",
        ),
        Example("会议纪要_最终版.docx 已经发到群里，请大家看一看，有问题明天再说。", note="name of a file"),
        Example("春耕开始了，各村都在抢农时_三农频道_山城网", note="title of a page"),
        Example("感谢网友@山里的风_小张 的照片，拍得真好，大家都很喜欢。", note="name of a user"),
        Example("我国最长的河流是__，最高的山峰是__。把答案填写在横线上。", note="an exam paper"),
        Example("甲方应于_年_月_日前付清租金，乙方应按时交还房屋，并结清水电费用。", note="a contract"),
        Example("这笔钱共计_元，由村里统一保管，任何人不得挪用，每季公布一次。", note="a gap before a unit"),
        Example("这里要特别注意**安全用电**，不要用湿手去摸开关，也不要私拉电线。", note="emphasis"),
        Example("这里要注意__安全用电__，不要用湿手去摸开关，也不要私拉电线。", note="emphasis, too"),
        Example("你__你怎么能这样！她说完就走了，屋里一下子静了下来，谁也不说话。", note="a stammer"),
        Example("**第一步**，先把米洗净，**第二步**，加水泡半个小时，然后上锅蒸。", note="emphasis twice"),
        Example("去年全县粮食增产*，农民收入也有提高。\n* 数字未经审计。", note="a footnote"),
        Example("面积等于长*宽，体积等于长*宽*高，这些公式大家要记牢，考试会用。", note="products"),
        Example("联系电话 138****0000，有意者请在三天之内来电，过期不候，谢谢。", note="a masked number"),
        Example("本期中奖的有王**、李**和赵*，请以上三位尽快与我们联系，领取奖品。", note="winners"),
        Example("被告人张*明辩称，他当天不在现场，对此事并不知情，请求从轻处罚。", note="a masked name"),
        Example("我叫××，来自××市××县，今年从××大学毕业，希望能得到这份工作。", note="a sample"),
        Example("原告林○○主張，被告陳○○於民國九十年間向他借款，至今沒有歸還。", note="names in a judgment"),
        Example("二○○八年，一切都变了，村里通了路，二〇一二年又通了自来水。", note="zeros"),
        Example("碑文磨损，释文作：大□三年，□□公卒于官，百姓哀之，立石以纪其德。", note="an inscription"),
        Example("性别：□男 □女，婚否：□是 □否，以上各项请如实填写，不得空缺。", note="check boxes"),
        Example("客厅长3×2米，卧室小一些，能放一张1.5×2的床，价钱也合适。", note="measures"),
        Example("这个故事在村里口口相传，老人们常说，人口口径不一样，数字就不一样。", note="words with 口"),
        Example("今天的饭真好吃*^_^*，谢谢妈妈，明天还想吃，不过要少放一点盐。", note="a face"),
        Example("要点有三：●一是早动手，●二是勤检查，●三是有人管，缺一样都不行。", note="bullets"),
        Example("在页面上点击【删除】按钮，再选择【过滤】选项，就可以去掉重复的行。", note="a manual"),
        Example("网站的过滤器会把敏感词替换成**，用户往往不明白自己写错了什么。", note="talk of filters"),
        Example(
            "这条评论已被屏蔽的消息传开之后，网友纷纷表示不理解，希望网站说明。", note="news of a notice"
        ),
        Example("他们把“和谐”（河蟹）当成笑话来讲，外人听不懂，也没有人去解释。", note="a pun explained"),
        Example(
            "第十二条（删除）\n第十三条 本条例自公布之日起施行，原规定同时废止。", note="an amended rule"
        ),
        Example("军/警、党/群、干/群的关系都要处理好，政策才能落到实处，不走样。", note="lists"),
        Example("公安/法院、人民/警察、官方/民间，这些说法要分清楚，不能混用。", note="words on both sides"),
        Example("#春天来了##出海捕鱼#今天第一次开船，风不大，鱼倒是不少，很开心。", note="tags of a post"),
        Example("收到您的祝福了^^，谢谢大家，明天我们再聊，早点休息吧。", note="a smile"),
        Example("屏幕上会显示成●●●●●●●●或者********，这样别人就看不到了。", note="a password"),
        Example(
            "前人对价格的差异注意不够**。这两个地方不能直接比较。\n**参见下文表二的说明。", note="a note"
        ),
        Example("因为××，所以××，这样的句式学生最容易写错，要多练习几次才会。", note="a pattern"),
        Example("书里常见“抗×”二字，读者一看就明白是什么意思，不用多说。", note="of the sign itself"),
        Example("垃圾邮件的过滤器怕变形词，像“发*票”“代.开”，分词以后就认不出来了。", note="about filters"),
        Example("王某在××县租了××路的房子，后来又搬到××镇，前后住了三年。", note="places left open"),
        Example("他说得越多，我越糊涂——不知道到底谁对谁错，只好不再说话。", note="a dash"),
    ),
    known_misses=(
        Example(
            "他们去了⟦××⟧，后来再也没有回来，家里人找了很久。",
            "redaction_mark",
            note="as well a place left open",
        ),
        Example(
            "那天他说的是⟦敏感词⟧，大家都笑了。", "redaction_tag", note="no bracket: the word may be meant"
        ),
    ),
)
