"""Lines that urge to buy and give no number: the button of the page, a chat that is open, a hotline of houses, an editor.

A line of its own in a text that is about something: what is gained, why to hurry and where to press stand together;
or two claims of a cure and a chat; or a house as its sellers praise it, with their hotline; or an editor who gathers
buyers. Everything here looks at one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.evidence.channels import channels_in
from checks.evidence.link_letters import AILMENTS
from checks.evidence.sales_lines import NUMBER
from checks.evidence.selling import PATTERNS
from checks.text import later

_BUTTON = later(
    r"(?:点击|点开|点进|戳|点|扫|扫描|长按|识别|进入|打开|猛戳)[^。!\n]{0,8}(?:下方|上方|左下角|右下角|右上角|文末|下面|链接|小程序|阅读原文|按钮|图片|二维码|卡片|橱窗|直播间)"
    r"|阅读原文|小黄车|购物车|橱窗|收藏加购|拍下|客服在线|在线(?:下单|客服)|(?:立即|马上|立刻|赶快|赶紧|速速?|快来|现在就?|即刻)(?:去?抢|下单|购买|入手|订购|拍|囤|带走)"
)
_CHAT = later(
    r"(?:专家|医生|名医|主任|顾问|客服|老师|教授|大夫)[^,。!\n]{0,4}(?:在线|一对一|1对1)|在线[^,。!\n]{0,4}(?:咨询|问诊|预约|挂号|评估|测评|答疑)|(?:免费|立即|马上|点击)(?:在线)?(?:咨询|问诊|预约|挂号|评估)"
)
_BUY = later(
    "抢购|秒杀|下单|拍下|加购|订购|选购|购买|入手|开抢|带走|团购|拼团|拼单|抢先|速抢|手慢无|抢完|囤货|下手|立即抢|马上抢|赶紧抢|快抢|抢!"
)
_BENEFIT = later(
    PATTERNS["bargain"].pattern
    + r"|返现|晒[图单]|直降|到手价?|补贴价|券后|包邮|免邮|福利价|半价|骨折价|特惠|特价|秒杀价|拼团价|团购价?|赠品?|返\d|红包|加量不加价|亏本|清仓|优先发货"
)
_HASTE = later(
    PATTERNS["urgency"].pattern
    + "|限时|倒计时|错过|手慢|仅此|今天|今日|今晚|此刻|马上涨|即将涨价|恢复原价|售完|抢完|卖完|断货|秒空|先到先得|不再有|再等一年|秒杀|抢购|速抢|赶紧|赶快"
)
_CURES = later(
    r"一次(?:治愈|根治|见效|搞定|痊愈|性?去除)|不(?:易?复发|再复发|反弹|留疤|开刀|手术|住院|吃药|打针)|无(?:痛|创|副作用|复发)|根治|治愈率?|祛除|摆脱|告别|彻底|疗法|祖传|独创|国际领先|权威|纯中药|靶向|特效"
    r"|[\d一二三四五六七两几](?:天|次|个?疗程|周|分钟|个月)[^,。]{0,4}(?:见效|起效|痊愈|止|治|康复|变|瘦)|当天见效|立竿见影"
)
_CURER = later("医院|门诊|诊所|医馆|专科|中心|疗法|诊疗|国医|研究院|堂")
_DENIED = later(
    "无法|不能|难以|尚无|尚未|并非|警惕|虚假|所谓|号称|宣称|声称|切勿|不要|谨防|提醒|夸大|话术|套路|投诉|举报|骗|消费者|市民|政府|街道|社区|卫健|义诊|医保|记者|报道|法院|规定|条例|表示|认为|介绍说|公益|消费券|图书馆|博物馆|报告|研究表明|是指"
)
_LIVED = later(
    "|".join(PATTERNS[kind].pattern for kind in ("lived", "reporting", "told of"))
    + "|她|他|没忍住|忍不住|结果|才(?:发现|知道|明白)|主播|据说|有人|听说|我们?妈|我爸"
)
_QUOTED = frozenset('“”「」『』"')
_NAMED_BUTTON = later(r"[“「『\"](阅读原文|购物车|小黄车|橱窗|立即购买)[”」』\"]")
_HOUSES = later(
    r"加推|收官|首开|开盘|(?:首付|总价)[^,。\n]{0,3}\d|建面|\d(?:㎡|平米?|平方米?)|洋房|墅区|别墅|大平层|学区|老带新|物业费|样板[间房]|品鉴|鉴赏|热销|认筹|精装|现房|恭迎|诚邀|臻藏|珍藏|清栋|特价房|一口价|低密|楼王|压轴|江景|湖景|地铁(?:上盖|口)|旺铺|商铺|返租|收租|入市|三房|四房|两房|户型|得房率|席位"
)
_HOTLINE = later(
    r"(?:热线|专线|电话|售楼[处部]|营销中心|接待中心|vip)[^\d\n]{0,6}(?:\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}|[48]00(?:[- ]?\d){7}|1[3-9]\d{9})"
)
_LET = later(
    "月租|租金|自住|房东|业主|合租|直租|转租|中介勿扰|成交量|环比|同比|住建|公积金|物业服务|维修|二手|自用"
)
_EDITOR = later(
    r"(?:加|添加|联系|扫|找)[^,。\n]{0,4}(?:小编|编辑|主编|客服|管家|助理|助手|顾问|团长|群主|店长|小助|老师|经理|阿姨|小姐姐)[^,。\n]{0,4}(?:微信|wx|vx|v信|薇|qq|企鹅|line|:)"
)
_GATHERED = later(
    "看房团|团购群?|拼团|福利群|优惠|内购|折扣|特价|砍价|薅羊毛|粉丝价|代购|抢购|购房|买房|看房|装修|贷款|理财|荐股|股票|炒股|牛股|配资|底价|抄底|报价|免费(?:量房|设计|领|送|试)|招商|加盟|副业|兼职|返利|返佣|带货|货源|保险方案|留学方案"
)
_READERS = later(
    "读者|邻居|邻里|本小区|楼号|门牌|业主|交流群|书友|粉丝群|讨论|投稿|转载|线索|爆料|志愿|家长|校友|反馈|勘误|合作|授权|活动报名|报名参赛|失主|入职|应聘|简历"
)

_CLINIC = later(
    rf"(?:专治|根治|祖传|包治|专业治疗|专注治疗|主治)[^,。\n]{{0,8}}(?:{'|'.join(sorted(AILMENTS))})|(?:{'|'.join(sorted(AILMENTS))})[^。\n]{{0,8}}(?:请到|就到|就去|首选|认准|找)[^,。\n]{{0,10}}(?:{_CURER.pattern})"
)
_PRIZE = later(
    r"恭喜(?:您|你|尾号)[^。\n]{0,12}(?:中奖|获奖|抽中|幸运(?:用户|观众|客户|号码))[^。\n]{0,30}(?:领取|登[录陆]|点击|联系|兑奖|https?:|www)"
)

FAVOURS, CURES, HOUSES = 3, 2, 3
"""Different words of gain and haste, of cures, of houses; by judgement on lines of our own and their look-alikes."""


class Urged(NamedTuple):
    """Whether the line gives a private contact, the number of kinds, and its words."""

    private: bool
    kinds: int
    words: str


def urged_of(folded: str) -> Urged | None:
    """What a line of its own urges to, if it does nothing but that.

    >>> urged_of("今天团购价99元, 前一百名再送刀架, 点击下方小程序抢购!").kinds
    3
    >>> urged_of("点击下方小程序可查看各楼层的店铺, 今天照常营业。")
    >>> bool(urged_of("某某门诊专治白癜风, 热线400-000-0000")), bool(urged_of("白癜风的治疗要看病因, 电话问不清楚"))
    (True, False)
    """
    folded = _NAMED_BUTTON.sub(r"\1", folded)
    if _DENIED.search(folded) or not _QUOTED.isdisjoint(folded):
        return None
    if _hurries(folded) or _cures(folded) or _houses(folded) or _calls(folded):
        return Urged(False, 3, folded.strip()[:12])
    return _gathers(folded)


def _said(pattern: re.Pattern[str], folded: str) -> set[str]:
    return {match[0] for match in pattern.finditer(folded)}


def _hurries(folded: str) -> bool:
    """A gain, haste and the button, and what is to be bought."""
    if not (_BUTTON.search(folded) and _BUY.search(folded)) or _LIVED.search(folded):
        return False
    gains, haste = _said(_BENEFIT, folded), _said(_HASTE, folded)
    return bool(gains and haste) and len(gains | haste) >= FAVOURS


def _cures(folded: str) -> bool:
    """Who cures, two claims of a cure, and a chat that is open."""
    return bool(_CURER.search(folded) and _CHAT.search(folded)) and len(_said(_CURES, folded)) >= CURES


def _houses(folded: str) -> bool:
    """Houses as their sellers praise them, with a hotline."""
    told = len(_said(_HOUSES, folded)) >= HOUSES
    return told and bool(_HOTLINE.search(folded)) and not _LET.search(folded)


def _calls(folded: str) -> bool:
    """Who cures what, with a number to call; or a prize to be fetched."""
    return bool(_PRIZE.search(folded) or (_CLINIC.search(folded) and NUMBER.search(folded)))


def _gathers(folded: str) -> Urged | None:
    """An editor or a servant of the page who gathers buyers by a private account."""
    bought = _GATHERED.search(folded)
    if not bought or not _EDITOR.search(folded) or _READERS.search(folded):
        return None
    channel = next(iter(channels_in(folded)), None)
    return Urged(True, 2, f"{bought[0]}|{channel.kind}") if channel else None
