"""What the author of an account sells on a line of its own: a paid circle, a course, a book, an account opened through him.

Such a line names what is his, what it costs or why at once, and what to do; or it says itself that it advertises. What
shops, bodies and tellers of stories say in the same words is told by who speaks. Everything looks at one folded line.
"""

from __future__ import annotations

from checks.evidence.readers_sold import is_told_of
from checks.text import later

_SAID = later(
    r"(?:打|做|插播|插|发|来)(?:[一两]?[个条则波]|下|点)?(?:小|硬|软)?广告[,:。!~ ]|^\W{0,4}(?:小)?广告(?:时间)?[:,。!~ ]"
)
_OWN = later(
    r"(?:知识)?星球|付费(?:社群|专栏|课程|群|圈子?|咨询)|训练营|私董会|(?:我|我们|本人|咱们?)的?(?:这门|那门|这本|新|小)?(?:社群|专栏|课程?|新书|书|网店|淘宝店?|小店|店铺|橱窗)"
    r"|(?:证券|股票|期货|港股|美股|基金|港美股|港卡|线上)开户|开户[^。\n]{0,10}佣金|佣金[^。\n]{0,4}(?:万[\d.一零点]|低至|最低)|港险|港卡|香港(?:保险|银行卡)"
)
_TURN = later(
    r"优惠|打折|[\d一二三四五六七八九]折|立减|涨价|降价|原价|半价|早鸟|\d[\d.]*元|[¥$]\d|一年\d|年费|开始招生|招生中|开营|上架|开售|名额|先到先得|仅限|今天|今晚|限时|截止|最后[一两三\d]天|佣金|低至|万[\d.一零点]|免费领|满减"
)
_DONE = later(
    r"扫码|扫描|长按|识别|二维码|戳|点击|点开|点这里|阅读原文|链接|加我|加微信|私信我|联系我|找我|下单|购买|入手|报名|续费|加入|小程序|口令|橱窗|后台回复|优惠券|折扣券"
)
_PRESSED = later(
    r"(?:点击?|戳|长按|扫码?|扫描|复制)[^。\n]{0,12}(?:下单|购买|入手|抢购|带走|带回家|打开(?:淘宝|京东|拼多多)|九折|八折|开抢)"
)
_WANTED = later(
    r"(?:想|需)要?(?:买|入手|购买|订)?的(?:朋友|同学|读者|小伙伴|宝子|姐妹)?|感兴趣的(?:朋友|同学|读者|小伙伴)?|数量有限|限时|先到先得|立减|满减|[\d一二三四五六七八九]折|优惠|正版|签名|包邮|仅剩"
)
_OTHERS = later(  # beside those that ``is_told_of`` knows
    "网友|学生|考生|旅客|乘客|游客|景区|车票|门票|参保|缴费|纳税|操作|步骤|选择|页面|系统|订单|退款|发票|法院|规定|监管|处罚|证监|什么是|是指|为什么|[他她?]|没想到|二手|闲置"
)
_QUOTED = tuple('“‘「『"《')
LONGEST = 60
"""Letters of such a line; by judgement on lines of our own."""


def goods_of(folded: str) -> str:
    """What the author of an account sells on this line; empty for any other line.

    >>> goods_of("最后打个广告,我的星球今天涨价"), goods_of("最后打个比方,星球像一只陀螺")
    ('星球', '')
    >>> goods_of("想买的朋友可以扫码下单"), goods_of("扫码下单后,选择送货的时间")
    ('扫码下单', '')
    """
    line = folded.strip()
    if len(line) > LONGEST or line[:1] in _QUOTED or _OTHERS.search(line) or is_told_of(line):
        return ""
    own, turned, done = _OWN.search(line), _TURN.search(line), _DONE.search(line)
    if own and (_SAID.search(line) or (turned and done and own[0] != done[0])):
        return own[0]
    pressed = _PRESSED.search(line)
    return pressed[0] if pressed and _WANTED.search(line.replace(pressed[0], "", 1)) else ""
