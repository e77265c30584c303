"""Lines of their own that send readers to a counter: what to press, and the favour that waits behind it.

扫码下单,全场八折. A short line in or under an article in which everything is a command or a favour: no one tells anything,
nobody public asks, no page is explained. Everything looks at one folded line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.evidence.notices import LINK
from checks.evidence.readers_sold import is_told_of
from checks.text import later

_WAY = later(
    r"扫码|扫描?[^。,\n]{0,6}[码碼]|扫一扫|长按|识别[^。,\n]{0,4}(?:码|图)|[点戳][击开进]?(?:这里|此处|此|下方|下面|下图|上方|文末|左下角|右下角|阅读原文|底部|链接|图片|封面|卡片|小程序|商品|橱窗|购物车|小黄车|[上下]方[^。,\n]{0,6})"
    r"|阅读原文|(?:后台|公众号|私信|评论区|关注)[^。,\n]{0,6}回复|关注[^。,\n]{0,6}(?:公众号|店铺|直播间|视频号)|添加[^。,\n]{0,6}(?:微信|客服|助手|助理)|加(?:微信|客服)|复制[^。,\n]{0,10}(?:文字|口令|链接)|打开(?:淘宝|手淘|天猫|京东|拼多多|抖音|支付宝)|保存[^。,\n]{0,4}(?:图片|海报)"
    r"|(?:现在|立即|马上|今日|今天|即刻|即日)(?:下单|报名|购买|订购|预订|入会|订阅)|前[一二三五十百\d]+名(?:报名|下单)|进店"
)
_BOUGHT = later(
    "(?:立即|马上|即可|直接|赶紧|赶快|快来|速来|点击|点|戳|扫码|先到先)(?:去|来)?(?:下单|抢购|购买|选购|订购|入手|带走|带回家|开抢|拍下|购同款)|购买(?:请|链接|地址|入口)|同款"
)
_SURE = later(  # favours that only shops speak of in so few words
    r"[领抢](?:取)?[^。,\n]{0,6}(?:券|红包)|免费(?:领取?|赠送|获[取得])价值|优惠券|满减券|立减|特惠|包邮|早鸟价|到手价|首单|新人(?:专享|礼|价)|限时(?:特价|优惠|秒杀|拼团|折扣)|(?:现|活动|专享|会员|体验|拼团|秒杀|福利)价?(?:价|只要|仅需|仅|只需)[¥$]?\d|礼包|(?:专属|独家)优惠"
    r"|(?:还|再|加|即|免费)[赠送](?!达|到|货|餐|回|水|书)[^。,\n]{2}|买[一二三\d]+[^。,\n]{0,3}[送赠][^。,\n]|全场[^。,\n]{0,4}折"
)
_FAVOUR = later(
    rf"{_SURE.pattern}|优惠|特价|秒杀|拼团|团购|货到付款|厂家直销|(?<![\d.])0元|零元|[一二三四五六七八九\d](?:\.\d)?折|半价|价值[^。,\n]{{0,3}}\d"
)
_CUT = later(  # a price, and the lower one for now
    r"(?:原|市场|定|日常|门市|官网|平时)价?:? ?[¥$]?\d[\d.]*元?[^。\n]{0,6}(?:限时|现|今日|到手|活动|秒杀|拼团|优惠|特惠|券后|直播间|粉丝|会员|早鸟)[价惠]?:?(?:只要|仅需|仅|只需)? ?[¥$]?\d"
)
_PRICE = later(r"[¥$]\d|\d[\d.]*元")
_HASTE = later(
    r"限时|限量|限前|仅剩|只剩|仅限|手慢无|先到先得|错过|再等一年|等一年|赶紧|赶快|快来|速抢|抓紧|最后[一二三\d]|名额有限|数量有限|售完|抢完|送完|立即|马上|立享|立省|截止|今晚|倒计时"
)
_SOFT = later(  # what an account holds out to its readers, and bodies to the public as well
    "(?:立即|马上|赶紧|快来|即可|点击|扫码)报名|免费(?:体验|试听|试学|试用|领|听课)|(?:领取?|专属|粉丝|进群|加群|文末)[^。,\\n]{0,4}福利|咨询(?:客服|老师|顾问|助手|助理|班主任)|解锁(?:全部|完整|更多)|畅[听读学]|全年课程|(?:加入|开通|成为)会员|体验课|试听课|公开课|训练营"
)
_TELLER = later(  # somebody tells, explains, asks or forbids; another kind of price is meant
    "[他她它]|我们?(?!的|家)|咱|大家|网友|学生|考生|旅客|乘客|游客|景区|车票|门票|购票|票价|参保|缴费|纳税|社保|医保|养老|农户|村民|农民|居民|群众|客人|顾客|买家|卖家|用户|老人|儿童|孩子|妈妈"
    "|法院|规定|监管|处罚|证监|补贴|消费券|以旧换新|什么是|是指|为什么|如何|怎[么样]|是否|能否|可否|不能|不得|不要|不可|请勿|切勿|无法|未|禁止|没想到|二手|闲置|曾|了(?!解)|(?<!错)过(?![节年期]|来)"
    "|操作|步骤|页面|系统|订单|退款|发票|按钮|菜单|界面|输入|登录后|弹出|选择|设置|点击率|成本|均价|营收|增长|下降|同比|亿元|万元|股|基金|收入|预算|经费|标准|人均|每平|工资|罚款|捐|募"
    "|政策|争议|套路|年代|发行|邮票|[门车机船戏]票|乘车|公交|地铁|支付|票[:价务开]|预售|展会|展览|开放|油价|气温|度[,。]|^例|会不会|商品$|答题|问卷|竞赛|参与|惠民|同志|英文|英语|春节|背后|利弊"
    "|亩|吨|每斤|公斤|市场(?!价)|成交|公司|集团|银行|部门|机构|单位|小区|食堂|药店|医院|超市里|商场里|第[一二三四五六七八九十\\d]+[条章步节]"
)
_HOSTS = later(
    "讲座|会议|论坛|大学|学院|学术|研讨|公示|通知|招聘|考试|比赛|大赛|赛事|协会|学会|党|团委|街道|乡镇|医院|疾控|税务|银行|法院|中心举办|报告厅|演讲|展馆|文化馆|少年宫"
)
_ASKED = later(r"[?]$|[:、]$|^\d+[.、)]")
_FRAME = " \t↗↓↑→▼▲☆★◆◇■●👇👉👆🎁🔥~!。.,*#|【】[]()<>-—_·•"
_QUOTED = tuple('“‘「『"《')
_NAMED = later('[“「『"]([^”」』"]{1,8})[”」』"]')
LONGEST, SHORTEST = 44, 8
"""Letters of such a line; by judgement on lines of our own and their look-alikes."""

_LINKED = "://"  # an address is a way as good as a button
_PARTS = later("[,!;~ ]+(?=.)")
_CLAUSE = 16  # letters of the longest part between two commas: a sentence that tells has longer ones


def pressed_of(folded: str, near: str = "", *, amid: bool = False) -> str:
    """What a line of its own gives to those who press; empty for any other line, or where ``near`` it somebody public asks.

    ``amid``: it is a sentence of a paragraph, where a way and what is to be had or bought must both stand.

    >>> pressed_of("戳这里,领取你的专属优惠"), pressed_of("现在下单,立减50元")
    ('专属优惠', '立减')
    >>> pressed_of("点击下方链接领取百元红包 http://www.example.com/a"), pressed_of("免费领取游戏礼包:http://www.example.com/gift")
    ('领取百元红包', '礼包')
    >>> pressed_of("戳这里,查看活动的照片"), pressed_of("他昨天下单,便宜了50元")
    ('', '')
    """
    linked = LINK.search(folded) is not None
    line = LINK.sub("", folded).strip().strip(_FRAME + ":" * linked)
    if line[:1] in _QUOTED or not SHORTEST <= len(line) <= LONGEST or "。" in line:
        return ""
    line = _NAMED.sub(r"\1", line)
    if _ASKED.search(line) or _TELLER.search(line) or is_told_of(line):
        return ""
    if max(map(len, re.split(r"[,!;~ ]", line))) > _CLAUSE:
        return ""
    said = _Said.of(line)
    if linked and not said.way:
        said = said._replace(way=_LINKED)
    if amid:
        return (said.sure or said.bought) if said.way and not is_told_of(near) else ""
    return said.favour or said.bought_now or _held_out(said, near)


class _Said(NamedTuple):
    """What a line says: a favour, one of shops alone, the way to it, what is to be bought; each "" if it does not."""

    line: str
    favours: tuple[str, ...]
    sure: str
    way: str
    bought: str
    hastes: frozenset[str]

    @classmethod
    def of(cls, line: str) -> _Said:
        """Look for all of it in a line."""
        sure, way, bought = (found[0] if (found := p.search(line)) else "" for p in (_SURE, _WAY, _BOUGHT))
        favours = tuple(dict.fromkeys(match[0] for match in _FAVOUR.finditer(line)))
        return cls(line, favours, sure, way, bought, frozenset(m[0] for m in _HASTE.finditer(line)))

    @property
    def parted(self) -> bool:
        """It has more parts than one."""
        return bool(_PARTS.search(self.line))

    @property
    def favour(self) -> str:
        """The favour, if a way, haste or another favour stands beside it; or a price that is cut."""
        if cut := _CUT.search(self.line):
            return cut[0]
        beside = bool(self.hastes) or len(self.favours) > 1
        enough = self.way or (
            self.parted
            and (
                (self.sure and beside)
                or len(self.hastes) > 1
                or (len(self.favours) > 1 and "优惠" not in self.favours)
            )
        )
        return (
            self.favours[0] if self.favours and (enough or (self.sure and _PRICE.search(self.line))) else ""
        )

    @property
    def bought_now(self) -> str:
        """What to do to buy, if the way or haste stands beside it."""
        return self.bought if self.way or (self.hastes and self.parted) else ""


def _held_out(said: _Said, near: str) -> str:
    """What an account holds out to its readers, where no body asks the public."""
    soft = _SOFT.search(said.line)
    if not soft or not said.way or said.way == soft[0] or is_told_of(near) or _HOSTS.search(near):
        return ""
    return soft[0]
