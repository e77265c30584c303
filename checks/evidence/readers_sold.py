"""Lines of an account that sell to its readers: a lesson, a gift for a word sent back, a price asked for them, goods bought together.

A line of its own in an article, without any number: what to press or to send, what is had for it, why at once. What a
library, a school or neighbours ask in the same words is told by who asks. Everything looks at one folded line.
"""

from __future__ import annotations

import re

from checks.text import later

_PRESSED = later(
    r"扫码|扫描|长按|识别|戳|点击?(?:这里|下方|下面|下图|上方|文末|阅读原文|底部|链接|图片|[^。,\n]{0,4}卡片|[^。,\n]{0,4}小程序)|后台回复|加我(?:个人)?微信|添加(?:助理|小编|客服)|二维码"
)
_LESSON = later(
    r"训练营|[课營](?:程|$|[,。!])|[体试][验听]课|写作课|公开课|这门课|年卡|会员|星球|专栏|社群|新书|签名版|学习资料|资料包|直播|读书会|拼团|团购|海报|续费|试听|全套|全部[一二三四五六七八九十\d]+[讲节集]"
)
_GAIN = later(
    r"早鸟|\d[\d.]*元|[¥$]\d|[一二三四五六七八九\d]折|优惠|立减|限\d+[人名份]|前\d+[名位]|免费(?:领|送|试听|听)|福利|学费|年费|特价|全额退|送(?:你|您|礼)|(?:原价|只要|只需|现价|仅需)\d|恢复原价"
)
_SENT = later(
    r"(?:后台|公众号|公号|本号|对话框|私信|评论区|留言|关注)[^。,!\n]{0,8}(?:回复|发送|发)[“\"「‘『]?[^。,!“”\n]{1,8}|^\W{0,4}(?:回复|发送)[“\"「‘『][^”\n]{1,8}[”\"」’』]|(?:转发|分享)[^。!\n]{0,12}(?:朋友圈|微信群)[^。!\n]{0,14}(?:集|满|截图|凭)"
)
_GIVEN = later(
    r"免费(?:领|送|得|拿|抢|赠)|领取?[一二三两\d]|赠送|包邮|抢[一二三两\d]|[一二三四五六七八九\d]块[一二三四五六七八九]|\d[\d.]*元|价值\d|送(?:你|您)"
)
_SOON = later(
    r"前[一二三四五六七八九十百\d]+[名位]|名额|限量|仅限|只剩|仅剩|先到先得|手慢无|抢完|截止|送完为止|今天|今晚"
)
_ASKED_FOR = later(
    r"(?:粉丝|读者|本号|福利|团购|内部|专属|独家)[^。,\n]{0,4}价|(?:谈|要|争取|砍|申请)(?:下|到|来)了?[^。,\n]{0,8}(?:价|折|优惠|福利|名额)"
)
_SUM = later(
    r"\d[\d.]*元|便宜[一二三四五六七八九十百\d]|省[一二三四五六七八九十百\d]|[一二三四五六七八九\d]折|[¥$]\d"
)
_ORDERED = later(r"下单|直接拍|拍下|购买|抢购|入手|链接|小程序|小黄车|橱窗|扫码|二维码")
_TOGETHER = later(r"团购|拼团|开团|成团|接龙|发车|满[一二三四五六七八九十百\d]+[单份人件]")
_OPENED = later(r"开团|成团|发车|截单|团长|接龙|起拼")
_WHEN = later(r"截止|截单|今日|今天|今晚|明天|限\d|手慢|满[一二三四五六七八九十百\d]+[单份人件]")
_PRICE = later(r"\d[\d.]*(?:元|块)")
_PUBLIC = later(
    "市民|政府|商务局|消费者|企业|银行|部门|商家|商户|网友|发现|如何|怎么|图书馆|博物馆|学校|家长|社区|街道|志愿|公益|活动报名|主办|邻居|邻里|楼号|阿姨|物业|工会|往期|书单|转载|授权|投稿|读书会"
)
_TOLD = later(
    "警方|民警|诈骗|骗|提醒|警惕|记者|报道|据说|有人|主播|他说|她说|她从|他从|后来|第二天|那天|结果|每天在|一个月[能就挣赚]"
)
_QUOTED = tuple('“‘「『"')


def lesson_of(folded: str) -> str:
    """The lesson, book or membership that a line sells to readers, who scan or press for it and gain by it.

    >>> lesson_of("长按识别下方二维码,报名写作训练营,早鸟价199元"), lesson_of("长按二维码,关注我们")
    ('训练营', '')
    """
    sold = _LESSON.search(folded)
    if not sold or not _PRESSED.search(folded) or not _GAIN.search(folded):
        return ""
    return "" if is_told_of(folded) else sold[0]


def favour_of(folded: str) -> str:
    """What readers are given for a word, or get cheaper because the account asked, or buy together; else empty.

    >>> favour_of("后台回复“年货”,免费送坚果一包,仅限前五十名"), favour_of("后台回复“年货”,看往期文章")
    ('免费送', '')
    """
    if folded.lstrip()[:1] in _QUOTED or is_told_of(folded):
        return ""
    given = _GIVEN.search(folded) if _SENT.search(folded) and _SOON.search(folded) else None
    asked = _ASKED_FOR.search(folded) if _SUM.search(folded) and _ORDERED.search(folded) else None
    found = given or asked or _bought_together(folded)
    return found[0] if found else ""


def _bought_together(folded: str) -> re.Match[str] | None:
    """A price, people who buy together, someone who opens and closes the list, and when."""
    if len(set(_PRICE.findall(folded))) and _OPENED.search(folded) and _WHEN.search(folded):
        return _TOGETHER.search(folded)
    return None


def is_told_of(folded: str) -> bool:
    """Neighbours, bodies or shops speak, or somebody tells of such a line."""
    return bool(_PUBLIC.search(folded) or _TOLD.search(folded))
