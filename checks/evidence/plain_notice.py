"""Plain notices: the many wordings of a notice that keeps text back, brought to a few words.

A site has its own names for the plan it sells, its app, its coins and for what it keeps back: steps
of a recipe, answers of a paper, figures of a report. Here they become the words that
``checks.evidence.walls`` knows: 会员, app, 积分, 付费 and 全文; and sales talk (price, discount, trial)
is left out. Everything here looks at one folded passage.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.evidence.notices import DIGITS, LETTER
from checks.phrases import phrase_groups
from checks.text import any_of, later

_QUOTE_OPENS, _QUOTE_CLOSES = '[“"「『《〈【\\[‘]', '[”"」』》〉】\\]’]'

PRICE = (
    rf"(?:(?:(?:nt|hk|us|rm|sg?|au?|c|mop) ?)?[$¥￥€£] ?{DIGITS}|(?:rm|rmb|nt|hkd|usd|人民币|新台币|台币|港币|港元) ?{DIGITS}"
    rf"|(?:{DIGITS}|[一二两三五六八九十百]{{1,3}}) ?(?:元|块钱?|圆|美元|美金|台币|港币|港元|令吉|欧元|仙|角|分钱|円))(?: ?(?:整|起))?"
)
"""An amount of money, in the currencies of Chinese sites and of English ones."""

_GROUPS = phrase_groups("paywall_notice")
_COIN, _PLAN, _TEXTS, _ABOUT = (
    f"(?:{any_of(_GROUPS[name]).pattern})" for name in ("coin", "plan", "text", "about")
)
_READER = r"(?:会员|用户|订户|读者|成员|订阅者|赞助者|赞助人|支持者|粉丝|同学|学员)"
_APP = r"(?:app|客户端|小程序|公众号|服务号|视频号|手机版|应用(?:程序|程式)?|line官方账号|官方账号|频道)"
_VERB = (
    r"(?:打开|开启|下载|安装|前往|移步|进入|登录|登入|使用|关注|开通|加入|成为|升级为?|购买|订购|订阅|充值|续费|办理|参加"
    r"|仅限|仅供|仅对|仅向|只限|只供|只对|限|供|对|向|请到|请在|请至|请用|[到至去在用为])"
)

_SPEAKER = r"(?:专家|医生|医师|律师|作者|答主|老师|名师|楼主|博主|分析师|研究员)"
_ALL = r"(?:完整|全部|所有|整篇|整本|全本|全套|整套|剩余|剩下|余下|其余|后续|后面|后半|隐藏|未读|详细(?=数据|答案|解析|步骤|名单|教程|图表|报告|分析)|更多(?=数据|答案|解析|章节|步骤|做法|图解|用量|试题|题目|案例|图表|回答|解答|完整))"
_COUNT = rf"(?:{DIGITS}|[一二三四五六七八九十百]{{1,4}})"
_PART = "[章节回步段页集讲课题条卷]"
_RANGE = (  # 第10章起, 第三步至第六步, 步骤3-8
    rf"第? ?{_COUNT} ?{_PART}(?:起|以后|之后|以下|开始|及以后|及后续)"
    rf"|(?:步骤|章节|问题|第) ?{_COUNT} ?{_PART}? ?[-~—至到] ?(?:步骤|章节|问题|第)? ?{_COUNT} ?{_PART}?(?:起|以后)?"
)
_HELD = later(
    rf"(?<=[看读览锁])(?:完整|全部|更多|所有)?{_SPEAKER}的?(?:完整|全部|详细)?(?:解答|回答|答复|意见|分析|点评|建议)(?:全文)?|(?:{_SPEAKER}的?)?{_ALL}的?(?:高清|详细|精彩|全部|完整|独家|{_TEXTS})?(?:[的及和与、]?{_TEXTS}){{1,3}}|{_RANGE}(?:的?{_TEXTS})?"
    rf"|(?:(?:参考|标准|正确|试题|本题|题目)|(?<=看))(?:答案|解析|解答)(?:[及和与、]?(?:{_TEXTS}))?|(?:答案|解析)[及和与、](?:答案|解析|详解)"
    rf"|{_ABOUT}(?:[、及和与,/]{_ABOUT}){{0,5}}等?(?:信息|内容|资料|详情)|(?<=览)更多页|[^\W\d_]{{2,6}}部分(?=仅|需|须|请|待|对)"
    r"|(?<=[看查][到看])(?:图片|附件|链接|连结|大图|原图)(?:[和与及、](?:图片|附件|链接|连结))?"
    r"|(?<=[看读锁])(?:后续|后面|下文|结局|剩下的?|余下的?)(?=\W|$)"
    rf"|(?:剩余|余下|还有|剩下|其余) ?{DIGITS} ?(?:张|幅|个|条|道|步|集|讲)?{_TEXTS}(?:未[显展加][示载])?"
)
_WITH_IT = later(  # what is opened beside the text: 全文及配套课件, 全文和120条评论
    r"(?<=全文)(?:以及|及其?|和|与|、|并|连同|还有|\+|&) ?(?:\d[\d,.万]* ?[条个篇张份则楼]|全部|所有|更多|配套|精彩|热门|最新|网友|读者|同步|随堂|相关|高清|原版|的| ){0,4}"
    r"(?:评论|跟帖|留言|回复|讨论|弹幕|点评|书评|课件|教案|学案|附件|图集|图片|插图|音频|视频|录音|习题|练习|作业|试卷|素材|教具|ppt|答案|解析|数据|图表|译文|注释|原图|参考文献|模板)(?=\W|$)"
)
_HELD_EN = later(
    r"(?<![a-z])(?:full|entire|complete|whole|remaining) (?:list|interview|review|answer|answers|solution|recipe|guide|paper|book|data|analysis|transcript|thread|discussion|document|essay|column|briefing|issue|edition|gallery|results?)(?![a-z])"
)
_THIS = later(
    r"(?:本|此|该)(?:份|套|张|组|部|个|期)?(?:试卷|试题|真题|题库|题目|资料|报告|研报|案例|词条|条目|课件|教案|讲义|图集|图纸|食谱|菜谱|论文|文献|标准|法规|判决书|裁判文书|访谈)"
    r"|(?:(?:本|此|该)(?:条|则|项)?(?:招标|采购|中标|项目)?(?:公告|标讯|信息))(?=全文|正文|内容|详情|原文|仅|只|需|须|为)|(?:招标|采购|中标)?公告(?=全文|正文|原文)"
    r"|(?<=下载)(?:资源|文档|文件|资料|附件|文献)(?=(?:需|须|扣|消耗|花费)要?\d)"
)
_NAMED = later(  # “山水”客户端, 订阅「晨光方案」
    rf"{_QUOTE_OPENS}[^{_QUOTE_CLOSES[1:-1]}\n]{{1,14}}{_QUOTE_CLOSES}(?=(?:的|手机|付费|数字|专栏|栏目|频道|\s)*(?:{_APP}|{_PLAN}|{_READER}))"
    rf"|(?P<verb>{_VERB}|通过|回复|搜索|关键词|暗号){_QUOTE_OPENS}[^{_QUOTE_CLOSES[1:-1]}\n]{{0,12}}?(?P<kind>{_APP}|{_PLAN}|{_READER}|{_COIN})?{_QUOTE_CLOSES}"
)
_NAME = r"(?:(?!资料|数据|机构|图书|典藏|档案|馆|注册|登|付费|收费|会员|vip|赞助|粉丝|微信|订阅|[后可即以才的])[^\W\d_]){1,8}?"
_UNQUOTED = later(  # 打开山水app, 开通题海会员
    rf"(?P<verb>{_VERB}){_NAME}(?P<kind>{_APP}|{_PLAN}|{_READER})"
)
_LONG_NAME = later(  # 请在山水县人民政府门户网站客户端内查看
    rf"(?P<verb>[请先](?:在|到|至|去|用|前往|移步|打开|下载|登录|使用|通过))(?:(?![后可即的才])[^\W\d_]){{1,24}}?(?P<kind>{_APP})(?=[内中上里端]{{0,2}}(?:继续|免费)?(?:查看|查阅|阅读|继续|浏览|观看|打开|看))"
)
_CARDS = later(  # what libraries and schools log their readers in with
    r"(?:读者|借书|借阅|阅览|图书|学生|校园|工作|教工|读书)(?:证|卡)(?:号码?)?|(?:读者|本馆|图书馆|校内|校园网|统一)(?:账号|帐号|身份认证)|一卡通|学号|工号|学工号"
)
_COINS = later(
    rf"(?:{DIGITS}|[一二两三五十百]{{1,3}}) ?(?:个|张|枚|点|颗|朵)?(?:{_COIN}|[^\W\d_]{{1,3}}[币券])|{_COIN}(?:{DIGITS})?"
)
_PLANS = later(rf"(?P<verb>开通|购买|升级到?为?|办理|加入|订购|订阅){_PLAN}")
_PRICES = later(PRICE)

_CLAUSE = later(r"[^,。!?;|｜\n]+[,。!?;|｜\n]*|[,。!?;|｜\n]+")
_SALES = later(  # what makes a clause sales talk
    r"(?:首[月年期周次季单](?:优惠|特惠|特价|免费|只要|只需|仅需|仅|半价)?|限时|特价|特惠|优惠|折扣|打折|[\d一二三四五六七八九半.]+折|立减|立省|原价|现价|仅售|低至|低于|最低|起订"
    r"|随时(?:可以?|都可以?|能)?(?:取消|退订|退款)|(?:免费)?试用|新(?:用户|会员|订户|客)|自动续[费订]|赠送?|已有 ?\d[\d,.万]* ?[人位]|\d[\d,.万]* ?人(?:已)?(?:付费|购买|订阅|下载|加入|解锁|支持|在看|看过)"
    r"|每[月天年日期周季]|[/每](?:月|年|天|日|期|周|季)|更(?:方便|便捷|流畅|清晰|爽|省心)|体验更?(?:佳|好)|性价比|立享|尽享|畅享|多人|(?:讨论|交流)$"
    r"|有问必答|\d+ ?分钟内|秒回|cancel any ?time|first (?:month|week|year)|(?:a|per) (?:week|month|year)|trial|off$|limited time|\d+% off|save \d+|introductory)"
)
_TALK = later(  # and what else may stand in one
    rf"{_SALES.pattern}|{PRICE}|{_COIN}|{DIGITS}|立即|马上|现在|只[要需]?|仅[需要]?|不到|起|即可|可以?|就|再|还|和|享|送|得|买|取消|退订|订阅|订购|购买|开通|加入|下载|打开|支持|独立媒体|年|月|天|日|期|周|季|费|会员|年费|月费|方案|用户|订户|新闻|全站"
    r"|文档|到电脑|查找|使用|电脑|手机|版|阅读|查看|与|万|人|一起|活动|价|套餐|享受|服务|免费|专享|全年|半年|只|个|的|为|你|您|for|just|only|per|a|an|the|and|then|week|month|year|offer|now|plus|your|our|get|with|start|day|days|free|至|截至|已"
)


@lru_cache(maxsize=1024)  # the pages of a site repeat their notices word for word
def plain(passage: str) -> str:
    """The passage in plain words.

    >>> plain("步骤三至步骤八请在“小灶”客户端中查看"), plain("订阅后阅读全文,首月优惠¥1,随时取消")
    ('全文请在客户端中查看', '订阅后阅读全文,')
    """
    said = _NAMED.sub(_kind, _without_talk(passage))
    said = _HELD.sub("全文", _THIS.sub("本文", said))
    said = _WITH_IT.sub("", _HELD_EN.sub("full article", said))
    said = _UNQUOTED.sub(_kind, _LONG_NAME.sub(_kind, _CARDS.sub("账号", said)))
    said = _PLANS.sub(lambda match: match["verb"] + "会员", said)
    return _PRICES.sub("付费", _COINS.sub("积分", said))


def _kind(match: re.Match[str]) -> str:
    """What stands for a name: the verb before it, and what it is the name of."""
    kind = match["kind"] or ""
    return (match["verb"] or "") + ("app" if kind.startswith("应用") else kind)


def is_priced(passage: str) -> bool:
    """Say whether an amount of money or of coins is named."""
    return bool(_PRICES.search(passage) or _COINS.search(passage))


def is_talk(clause: str) -> bool:
    """Say whether a clause is nothing but sales talk: a price, a discount, a button to buy."""
    sold = bool(_SALES.search(clause)) or is_priced(clause)
    return sold and not LETTER.search(_TALK.sub(" ", clause))


def _without_talk(passage: str) -> str:
    """The passage without its clauses of sales talk; the first is what they sell, and stays."""
    clauses = _CLAUSE.findall(passage)
    return "".join(clauses[:1] + [clause for clause in clauses[1:] if not is_talk(clause)])
