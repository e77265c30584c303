"""What speaks for an offer, by kinds: who writes to whom, what it costs, why to trust it, how to buy.

A kind is told by phrases (``offers.toml``) and by forms: a salutation on a line of its own, a question to the reader,
labels of a block of contacts or of a course, amounts. No kind proves anything; each has a weight, and what they weigh
together says how much more such a passage is like a letter that sells than like its look-alikes. The words of any
trade count little: letters on anything are carried by how they speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from types import MappingProxyType
from typing import NamedTuple

from checks.evidence.channels import channels_in
from checks.phrases import phrase_groups
from checks.text import Text, any_of

GROUPS = phrase_groups("offers")

_FIRM = "公司|厂|中心|店|商行|工作室|山庄|酒店|会所|集团|网站|站|机构|社|俱乐部|平台|团队|商城|基地|农场"
_FORMS = {
    "addressed": r"(?:^|\n)[ \t>*]{0,12}(?:尊敬的|亲爱的|敬爱的|致|各位|to)[^\n。,]{1,24}[:!,][ \t]*(?=\n|您好)"
    r"|[\u4e00-\u9fff](?:负责人|经理|主任|老板|老总|总监|站长)[^\n。]{0,6}[:!]|[您你]们?好[:!,。\n]"
    r"|贵(?:公司|司|厂|单位|店|站|校|社|院|中心|网站|企业)",
    "you": r"(?:您|贵)[\u4e00-\u9fff]",
    "asked": r"(?:您|你|还在|想不想|要不要|是否|是不是|有没有|怎么办|怎么选|哪家|哪里|哪个|怎样|如何|为什么|难道)[^。!?\n]{0,30}\?"
    r"|(?:想|要|需要)[^。,!?\n]{2,16}吗\?|还在为|还在担心|(?:^|\n)[^\n。!?]{4,24}\?(?=[^\n])|没关系!|多少钱\?|想(?:要|让|学|做|知道|拥有|成为|找|赚|买|减|不)[^。!?\n]{2,24}\?|[^\n。!?]{2,14}\?[^\n。!?]{2,14}\?",
    "sender": rf"(?:我|我们|本|敝|我是[^。,\n]{{0,20}})(?:{_FIRM})|(?:我|本)司|(?:成立|创立|创建|创办)于|我们是[^。,\n]{{0,20}}(?:{_FIRM}|商|厂家)"
    r"|(?:拥有|具有|积累|凭借|专注)[^。,\n]{0,10}年|有限(?:责任)?公司|year.{0,3} (?:of )?experience",
    "offered": r"(?:交换|互换|做|换)(?:个|一?下)?(?:友情|首页|文字|互相)?(?:链接|连接|友链)|招募(?:代理|加盟|合伙)|诚(?:征|招|聘)[^。,\n]{0,6}(?:代理|加盟|经销|兼职|业务)|(?:厂家|产地|源头|[\u4e00-\u9fff]厂)直(?:供|销|发)|来(?:样|图|料)[^。,\n]{0,6}(?:加工|[定订][做制])|库存[^。,\n]{0,8}(?:清仓|处理)|代理商[^。,\n]{0,4}(?:招募|加盟)|区域(?:保护|独家|代理)|(?:一站式|(?:常年|长期|大量|专业|诚信|厂家)(?:供应|提供|承接|批发|生产|回收|代办|办理|维修)|(?:上门|到府|到家)(?:服务|清洁|清洗|安装|维修|量房|估价|回收)?|招生中|开班|火热(?:招生|报名|预订|预约|招商|进行)|可按图|按图(?:定做|定制|加工)|规格齐全|专家(?:坐诊|亲诊|会诊)|就近派单|(?:维修|服务|报修|送水|订餐)(?:网点|热线|电话)|全(?:台|省|市|国)[^。,\n]{0,4}(?:服务|网点|上门|可(?:接|办|约))|(?:大量|高价|长期|专业|常年)(?:求购|收购|回收|出租|转让|定做|出售)|(?:出租|求购|租车|包车|速递|货运)(?=[:、,])|(?:[现批]款|现金)(?:交易|结算|收购)|(?:低价|优惠)(?:转让|出售|处理|出租)|直播课|视频课|体验课|训练营|包车|订房|代订|抓漏|疏通|通下水)|专业(?:从事|生产|提供|承接|承办|办理|代理|制作|销售|经营|培训|定制|设计|加工|治疗|代办)"
    r"|(?:现|特|隆重)(?:推出|招|举办|开设)|本[周月日](?:特价|到货|推荐)",
    "price": r"\d(?:\.\d)?%(?:左右|返|起)|元?/(?:人|套|台|件|吨|箱|盒|瓶|个|天|月|年|次|平|㎡|米|斤|公斤|kg|pc|位|本|张|车|面|季|千字|版|首)"
    r"|每(?:平米|平方米|千字|人|套|台|吨|盒|张|个|册|瓶|斤|月|疗程)[^。,\n]{0,6}\d",
    "amounts": r"\d[\d,.]*(?:万|多|余)?(?:元|块|美元|港币|usd|rmb)|(?:[¥$]|usd|rmb|nt\$|人民币|售价|价格?) {0,2}\d[\d,.]*",
    "bargain": r"充[^。,\n]{1,6}送|附送|附赠|买[^。,\n]{1,5}[送赠]|全国包邮|终身免费|比(?:市价|市场|窗口|别家|外面|同行|门店)[^。,\n]{0,4}(?:低|便宜|省)|便宜\d+|(?:立减|现折|折抵?|再减|立省)\d|[再可]享|送价值|0元|零元|(?:免|无)(?:挂号|报名|检测|押金|照会|费)|免费(?:送|领|诊断|估价|丈量|量房|设计|讲解课|推票|诊股|咨询)|(?:咨询|试听|首诊|注册|首次)[^。,\n]{0,4}免费|价值[^。,\n]{0,3}\d+元|(?<!\d)\d(?:\.\d)?折|[一二三四五六七八九]折|买[一二三四五六七八九十\d]+[^。,\n]{0,4}[送赠]"
    r"|(?:再|立|各|减|省|返|赠|送)[减省返赠送]?[^。,\n]{0,6}\d+(?:元|%)|(?:原|现|活动|优惠|促销|援助|团购|批发|出厂|会员|市场|专享|特惠|学员)价"
    r"|满[^。,\n]{1,8}[减送赠免]|[再还加]送|免[一首]|[减省返]\d{2}|[一二三四五六七八九十\d][袋盒瓶个套件斤箱节本张次份支]?送[一二三四五六七八九十\d]"
    r"|\d+课时[^。,\n]{0,2}送",
    "urgency": r"(?:名额|座位|席位|数量|房源|库存|机会|时间|档期)[^。,\n]{0,4}(?:有限|不多|紧张)|(?:仅|只)[剩限有][^。,\n]{0,6}\d"
    r"|最后[一二三四五六七八九十\d]+[个天名席]|前[一二三五十百\d]+[名位]|限[前额量]|截止|(?:本|这)?月底|就等明年",
    "promise": r"(?:成功|通过|签证|命中)率[^。,\n]{0,4}百分之|货到付款|保密发货|卖不[掉完出][^。,\n]{0,4}[退换]|不成功[^。,\n]{0,3}退|无理由退|包过|不过退|稳赚不赔|亏损包赔|修不好|不通不收|随叫随到|[24二][4十]四?小?时?(?:上门|接单|服务|在线)|[一二三四五六七八九十\d]+分钟内?(?:上门|到达|到场|快速响应|响应|回复|对接)|秒通过|签协议|保固|学不会|不漏水|免费(?:重学|复读|补修)|知网可?(?:查|收录)|快速发表|包录用|正规刊号|不(?:满意|成功|过|中|灵|好|准|达标|[^。,\n]{1,6})[^。,\n]{0,4}(?:退[款全费]|不收|免费|包换|包赔|照赔)|(?:拒签|无效|达不到|滞销|复检不合格)[^。,\n]{0,6}退"
    r"|先[^。,\n]{1,8}(?:后|再)(?:付|款|收|给)|一次[^。,\n]{1,6}(?:终身|质保)|包(?:[退换过会教学赔修签赢]|健康|成活|满意|通过|就业|录取|推荐|回收)|(?:网上?|学信网|官网)可查|国家承认|免试入学"
    r"|[一二三四五六七八九十两几\d](?:天|周|个月|年|分钟|小时|疗程|次)[^。,\n]{0,6}(?:见效|止痒|止痛|痊愈|变|消|瘦|学会|出师|上手|拿证|拿照|到账|下款|放款|质保|包修|包退|包换|交货|交件|交付|出样|内发货)",
    "boast": r"(?:[日月]|每[天月])均?(?:访问量?|流量|ip|pv|浏览量?)[^。,\n]{0,8}\d|(?<![a-z])pr ?(?:值|=)? ?[1-9]|连续[^。,\n]{0,6}期[^。,\n]{0,3}中|已有[^。,\n]{1,8}人(?:使用|加入|受益|注册)|(?:已|累计|成功|服务|拥有|近|治好|解除|帮助|使用)[^。,\n]{0,12}[\d一二三四五六七八九十百千万][\d,]*[余多]?(?:万|千|百)?[余多]?(?:名|家|位|人|例|户|册|条)"
    r"|(?:增产|提高|提升|下降|降低|节省|省电|涨幅|提分|提到|瘦|增长)[^。,\n]{0,8}[\d一二三四五六七八九十]+(?:%|分|斤|倍|成)|翻一?番|规模最大|唯一|首家"
    r"|(?:通过|成功|合格|治愈|有效|好评|回头|准确|签证)率[^。,\n]{0,6}\d|[万千百][余多]?(?:名|家|位)?(?:患者|客户|用户|学员|企业|店铺|家庭)",
    "call": r"(?:做|加|挂|放)好[^。,\n]{0,8}(?:链接|后|以后|之后)[^。\n]{0,12}(?:留言|通知|告知|告诉|回复|来信|联系)|留位|从速|欢迎(?:来样|来图|试用)|常来看看|(?:可以|请)到[^。,\n]{0,8}(?:网|http|www)|跟单|发价目表|(?:需要|想|要|有意|感兴趣)[^。,\n]{0,14}(?:的朋友|的姐妹|的老板|的加|的话?可?加|的联系)|(?:请|可|速|快)?(?:联系|加)(?:我|小[\u4e00-\u9fff]|阿[\u4e00-\u9fff])|看过来|点我|点击[^。,\n]{0,10}(?:领取|链接|预约|下单|咨询)|(?:备注|注明|报)[“\"「本]?[^。,\n]{1,6}[”\"」]?(?:[,。]|秒|立减|再减|有)|(?:欢迎|敬请|请|可|详情|有意|需要?|咨询|报名|预[约订定]|订[购货]|索取|赶快|快)[^。\n]{0,14}"
    r"(?:来电|致电|电话|联系|拨打|咨询|洽谈|垂询|光临|莅临|惠顾|选购|订购|报名|预约|预订|回传|回复|登[陆录]|点击|访问|加微信|加我|扫码|加qq)",
    "label": r"(?:联 {0,4}系 {0,4}人|联系方式|电 {0,4}话|tel|手 {0,4}机|mobile|传 {0,4}真|fax|qq|msn|e ?-? ?mail|邮 {0,4}箱|电邮|网 {0,4}址|web|地 {0,4}址|add|邮 {0,4}编|热线"
    r"|专线|户 {0,4}名|[账帐] {0,4}号|开户行?|微信|旺旺|skype|whatsapp|小灵通|接待中心|(?:本站|网站|站点)(?:名称|地址|网址|链接|logo|简介)|logo(?:地址)?|链接地址)(?:[(/][^)\n:]{1,8}\)?)? {0,4}[:】\])]",
    "course": r"(?:主办|承办|协办)(?:单位|机构)?(?=[ :】])|(?:培训|课程|开课|上课|学习|授课|展会|参展|参加|报名|招生|认证)(?:时间|地点|日期|费用|对象|人员|内容|大纲|纲要|收益|背景|特色|方式|方法|程序|投资|热线)"
    r"|时间地点|课程(?:大纲|纲要|背景)|(?:时间|地点|费用|对象|主讲|讲师|师资)(?=[^\n。]{0,4}[:】])|第[一二三四五]讲|公开课|训练营|特训|内训|总裁班|研修班|邀请函|您将(?:收获|学到|获得)|学员",
    "address": r"(?:折扣|优惠|邀请|推荐|优待)码[:： ]{0,3}[a-z0-9]{4}|(?:点我|点击|戳)[^。\n]{0,10}(?:链接|按钮|领取|领|看|预约|下单)|(?:扫描?|识别|长按)[^。\n]{0,6}码|https?://(?![!-'*-~]{0,200}(?:\.(?:jpe?g|png|gif|webp|bmp)\b|wx_fmt))[!-~]{4}|www\.[a-z0-9-]|[a-z0-9_.-]{2,30}@[a-z0-9-]{2,30}\.[a-z]{2}",
    "person": r"联 {0,4}系 {0,4}人|业务员:|[\u4e00-\u9fff](?:先生|小姐|女士|经理|老师|主管|主任|总|工|生|师傅|医生)(?= {0,4}[:(]? ?[+01]\d)"
    r"|(?<=\d\d\d\d) {1,4}[\u4e00-\u9fff]{1,2}(?:先生|小姐|女士|经理|老师|生|工)|(?:小|老)[\u4e00-\u9fff](?:[、 ]|$)",
    "scheme": r"\d万?元?(?:就|即可|便可|就能|就可以?|起步?,?)(?:成为|加盟|代理|开店|做老板|当老板)|推荐人|(?<!资)料费|中奖后|幸运(?:用户|客户|号码)|先(?:须?缴纳?|交纳?|支?付)[^。,\n]{0,10}费|必中|一肖|百分之[^。,\n]{1,6}(?:归|给)您|汇[^。,\n]{0,4}元|第[一二三四五]步|[您你][^。,\n]{0,12}(?:一生|命运|生活)[!。]|改变[^。,\n]{0,6}(?:一生|命运|生活)",
    "rows": r"\n[^\n。]{2,40}\d[\d,.]*(?:元|块|/|k\b|折)[^\n。]{0,16}(?=\n)|\n[ ]{0,4}(?:[a-z]?\d{1,3}[、.):]|[·•◆■●✔※-])[^\n。]{2,40}(?=\n)",
    "site": r"(?:介绍|推荐)[^。,\n]{0,8}(?:网站|站点|网址|好去处)|记住(?:我们|本站)的?(?:域名|网址)|您?可以?免费(?:发布|登记|注册|查询|浏览|找)|旗下网站"
    r"|(?:^|[\n。,!?])(?:赶?快|现在就|今天就|就)?(?:来|上)[^。,!?\n]{2,10}(?:吧|寻找)|[在把][^。,\n]{0,8}(?:您|你|贵)[^。,\n]{0,3}(?:网站|站点?|首页)上?(?:加上|做上|挂上|放上)(?:我们|本站)|[推宣][广传]了?(?:我们|本站)的?(?:网站|网址)"
    r"|把(?:链接|(?:我们|本站)的?网址)(?:发|贴|放)[到在]|[您你](?:出门|生活|工作|学习|办公|身边)[^。,\n]{0,4}(?:好帮手|好助手|好伙伴)|网全体(?:员工|工作?人员|同仁)|(?:欢迎|请|常)[^。,\n]{0,4}(?:登[陆录]|访问|光临|光顾|上|来)(?:我们|本站|我站)",
    "pitch": r"(?:我的|写我的|填我的)(?:编号|推荐码|邀请码|工号|名字)|推荐人|(?:订货|订购|买|报名)的(?:地方|网址|电话)|说是?(?:老客户|老顾客|我|朋友)介绍|(?:带|教)你(?:做|赚|入门)?[。,!]|手把手|直接打到|(?:按[天月周]|每[天月周])结算|认准|防伪|合算|第一个就?想到|抱着试试?看?的心态|刚开始我?也?不信|债[^。,]{0,4}还清|(?:一个|两个|三个)疗程|没有反弹|再也没(?:犯|疼)|别跟(?:太多|别)人说|心动不如|快点行动|网上(?:的|一个)项目|不用囤货|不用求人|稳定在",
    "lived": r"(?:我|我们|咱)(?:住|买|去|吃|花|坐|问|试|报|交|看|算|决定|上|加|付|拼|逛|学|找|发现|觉得|自己|也|用|前后|家|那|的新书|先)|那年|去年|小时候|后来|有人问|有朋友问|人均|(?:老板|老板娘|师傅)(?:姓|人|很|说|送)|强烈推荐|值得(?:一去|一看|一试)|回来以后|第[一二三四五]天|我的意见|孩子他?爸|老婆|同事(?:说|推荐)|朋友(?:介绍|推荐|说)|缺点是|总的来说|(?:有|不少|很多)[^。,]{0,4}(?:读者|妈妈|人)问|照例|第[一二三]本|书单|写出来给|你要的|抄给你|认识我|给你留|上次你|多穿",
    "reporting": r"(?:^|\n)[问答][一二三四五六七八九十\d]{0,2}[:.]|(?:说|表示|介绍|指出|告诉|认为|坦言|通报)[,:“”」「\"]|[”」][^。\n]{0,8}(?:说|表示)",
}  # fmt: skip

# Kind -> (how many different words of it count, what each weighs in a letter and in a note, in tenths of log-odds). Fitted by
# `python -m tests.letters` to letters, to notes set into articles and to the look-alikes of both, in our own words; the signs
# are given, the sizes are found.
WEIGHTS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "addressed": (2, 2, 3), "you": (3, 4, 0), "asked": (2, 9, 1), "sender": (2, 3, 2), "unasked": (2, 9, 3), "offered": (3, 6, 10), "goods": (3, 8, 0),
        "price": (3, 3, 0), "amounts": (3, 5, 1), "bargain": (4, 5, 8), "persuasion": (4, 5, 0), "gain": (3, 7, 4), "promise": (4, 10, 13), "boast": (2, 7, 1),
        "urgency": (3, 3, 3), "scheme": (5, 7, 0), "call": (4, 0, 3), "welcome": (3, 13, 12), "farewell": (1, 4, 5), "channel": (3, 15, 15), "label": (4, 6, 4),
        "address": (1, 10, 8), "person": (1, 8, 7), "course": (4, 4, 5), "rows": (3, 6, 5), "told of": (3, -16, -6), "public": (2, -18, -12), "setting": (2, -14, -13),
        "site": (3, 11, 4), "pitch": (4, 9, 7), "private": (3, -10, -10), "lived": (4, -1, -11), "reporting": (2, -16, -12),
    }
)  # fmt: skip
NEEDED = (
    ("channel", "address", "scheme"),
    ("offered", "goods", "price", "amounts", "bargain", "unasked"),
    ("call", "welcome", "persuasion", "promise", "gain", "urgency", "label", "site"),
)
"""Of each group every offer has one kind, or else a scheme: it can be reached, sells something, asks for it to be bought."""
_OTHERS = tuple(kind for kind in WEIGHTS if not any(kind in group for group in NEEDED))
_PLACE = {kind: place for place, kind in enumerate((*(k for k in WEIGHTS if k != "channel"), "channel"))}
AGAINST = frozenset({"told of", "public", "setting", "private", "lived", "reporting"})
"""Kinds that speak against an offer."""
# The odds of a passage without evidence, and what is taken off for each doubling beyond a hundred letters.
BASE, NOTE_BASE, SIZE = -64, -64, 6

NOTE = 220
"""Letters of the longest passage that is weighed as a note set into an article."""
LEAST = 40
"""Letters of the shortest passage that is weighed by its length."""


class Evidence(NamedTuple):
    """One word of an offer: its kind and its place in the view."""

    kind: str
    start: int
    end: int
    word: str


def _pattern(kind: str) -> re.Pattern[str]:
    phrases = any_of(GROUPS[kind]).pattern if kind in GROUPS else ""
    return re.compile("|".join(part for part in (phrases, _FORMS.get(kind, "")) if part))


PATTERNS = {kind: _pattern(kind) for kind in WEIGHTS if kind != "channel"}
"""What each kind is told by, for folded text."""


def evidence_in(text: Text, start: int, end: int) -> list[Evidence]:
    """All evidence in a window of the view, in order."""
    folded = text.folded(start, end)
    return _in_order(each for kind in WEIGHTS for each in _of_kind(kind, folded, start))


def evidence_of_offers(text: Text, start: int, end: int) -> list[Evidence]:
    """The same; nothing where the window lacks what every offer has, which is looked for first."""
    folded = text.folded(start, end)
    found: list[Evidence] = []
    for group in NEEDED:
        found += [each for kind in group for each in _of_kind(kind, folded, start)]
        if not any(each.kind in group or each.kind == "scheme" for each in found):
            return []
    return _in_order([*found, *(each for kind in _OTHERS for each in _of_kind(kind, folded, start))])


def _in_order(found: Iterable[Evidence]) -> list[Evidence]:
    return sorted(found, key=lambda evidence: (evidence.start, _PLACE[evidence.kind]))


def _of_kind(kind: str, folded: str, start: int) -> Iterator[Evidence]:
    if kind == "channel":
        yield from (Evidence(kind, start + c.start, start + c.end, c.kind) for c in channels_in(folded))
        return
    for match in PATTERNS[kind].finditer(folded):
        yield Evidence(kind, start + match.start(), start + match.end(), _word(kind, match[0]))


def _word(kind: str, said: str) -> str:
    """What makes evidence different from other evidence of its kind: labels by their letters alone."""
    return "".join(said.split())[:4].rstrip(":】])(/") if kind == "label" else said.strip()


def counts_of(found: Iterable[Evidence]) -> dict[str, int]:
    """Different words of each kind, up to the most that count."""
    words: dict[str, set[str]] = {}
    for evidence in found:
        words.setdefault(evidence.kind, set()).add(evidence.word)
    return {kind: min(len(said), WEIGHTS[kind][0]) for kind, said in words.items()}


def odds_of(counts: Mapping[str, int], size: int, *, note: bool = False) -> int:
    """Tenths of log-odds that a passage of so many visible letters sells; above nought it does.

    A short one that may be a ``note`` is weighed as both, and the better reading holds.
    """
    letter = BASE + sum(WEIGHTS[kind][1] * n for kind, n in counts.items())
    short = NOTE_BASE + sum(WEIGHTS[kind][2] * n for kind, n in counts.items())
    return round((max(letter, short) if note else letter) - SIZE * doublings(size))


def doublings(size: int) -> float:
    """How often a hundred letters fit into a passage, as a power of two."""
    return log2(max(size, LEAST) / 100)
