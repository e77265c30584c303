"""Guests that sell: comments with the name of nobody, or behind stars, that hawk accounts, readers, cheats and easy work.

Everything here looks at one folded line (simplified, half width, lower case), and at the one above it.
"""

from __future__ import annotations

from checks.evidence.channels import channels_in
from checks.evidence.comments import ADDRESS, GROUPS
from checks.evidence.queries import words_in
from checks.evidence.trades import ILLICIT
from checks.evidence.usage import usages
from checks.text import any_of, later

_TIME = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?[^\w\n]{0,3}(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_GUEST = r"(?:匿名|访客|游客|网友|路人|过客|路过|用户|会员|楼主|guest|user|visitor|anonymous|某人|来宾|陌生人)[\w*]{0,10}"
_NAMED = later(  # the line above a comment, or the head of its own: a guest, or anybody with a date, who says
    rf"^\W{{0,3}}(?:\d{{1,4}}(?:楼|#|f)\W{{0,3}})?(?:{_GUEST}\W{{0,6}}{_TIME}\W{{0,3}}(?:说|发表|评论|留言|回复|写道|:|于)"
    rf"|[^\s:,。]{{1,16}}\W{{1,6}}\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?[^\n]{{0,16}}(?:说|评论|留言|回复|写道|:)"
    rf"|{_GUEST}$|(?:{_GUEST})[ \t]{{1,4}}\d{{4}}[-/.年])"
)
_GOODS = later(
    r"(?:代挂|等级挂|小号|白号|老号|账号|帐号|会员号|靓号|粉丝|阅读量|播放量|点赞|点击量|浏览量|访问量|转发量|人气|好评|销量|店铺信誉|直播人气|关注量|僵尸粉|评论量|投票|流量|验证码|卡密|激活码|注册码|辅助|脚本|外挂|装备|金币|元宝|点卡|盗号|刷钻|q钻|黄钻|红钻|群发|采集器|源码|数据|名单|手机号码|身份证|四件套|银行卡|学历|证书|发票|答案|论文|成人|视频资源)"
)
_SELLS = later(
    r"出售|卖|代刷|代挂|刷|批发|供应|提供|承接|专业|代办|代开|接单|涨|买|低价|自动发货|秒发货|自助下单|24小时|长期|收购|货源|现货|有售|代充|代练"
)
_REACHED = later(
    r"(?:加|联系|咨询|找我?|扣|q|➕|\+|号|电|话|诚信)[^\w\n]{0,3}\d{5,11}(?!\d)|[\w.-]{2,30}@[a-z0-9-]{2,30}\.[a-z]{2}"
)
_STARRED = later(r"^\W{0,2}([★☆◆◇■●▲※♥♠♣~=*#!✦✪◎【-])\1{1,12}.*")
_WORK = any_of(
    usages(
        ["月入过万", "月入上万", "月入数万", "日入", "日赚", "在家工作", "网上兼职", "网络兼职", "兼职", "时间自由", "无需经验", "不需经验", "轻松赚", "赚钱", "日结", "在家赚", "副业", "高薪", "零投资", "无需投资", "边玩边赚", "外快", "稳定收入", "月薪过万"]
    )
)  # fmt: skip
_TOLD_OF = any_of(
    usages({*GROUPS["reported"], "骗", "警方", "举报", "提醒", "封号", "被盗", "怎么办", "求助"})
)

GOODS, WORK, LONGEST = 2, 2, 160
"""Different goods of a guest, words of easy work behind stars, letters of the line; by judgement."""


def is_named(folded: str) -> bool:
    """The line names a guest, or somebody with a date, who says something.

    >>> is_named("匿名 2012-03-04 05:06 说:"), is_named("记者 2012年3月4日从市政府获悉")
    (True, False)
    """
    return len(folded) <= LONGEST and bool(_NAMED.search(folded))


def hawked_of(folded: str, named: bool) -> str:
    """What a guest hawks on the line, or what stands behind stars; else nothing."""
    if len(folded) > LONGEST or _TOLD_OF.search(folded):
        return ""
    if not (ADDRESS.search(folded) or _REACHED.search(folded) or channels_in(folded)):
        return ""
    return _goods(folded) if named else _easy_work(folded)


def _goods(folded: str) -> str:
    """Two kinds of such goods, or one beside a word of the trades, and how they are sold."""
    illicit = {word.text for word in words_in(folded) if word.text in ILLICIT}
    said = sorted({match[0] for match in _GOODS.finditer(folded)} | illicit)
    return said[0] if len(said) >= GOODS and _SELLS.search(folded) else ""


def _easy_work(folded: str) -> str:
    """Stars before a line on easy work."""
    said = list(dict.fromkeys(match[0] for match in _WORK.finditer(folded)))
    return said[0] if len(said) >= WORK and _STARRED.search(folded) else ""
