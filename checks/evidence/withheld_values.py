"""Withheld values: a field of a page whose value is a wall: 联系电话：登录后可见, 参考答案：点击查看答案（VIP）.

The label is the page's own; the value is made of nothing but a gate, a word for seeing and the small
words between them. It stands in lists and tables, too, where other notices would not.
"""

from __future__ import annotations

from typing import NamedTuple

from checks.model import Candidate
from checks.text import Text, later

VALUE, LABEL = 26, 16
"""Characters of the longest value and label looked at: set by hand with room to spare, not swept."""

_GATES = (
    ("login_wall", r"登录|登入|登陆|注册|回复|回覆|回帖|验证|实名|密码|游客"),
    (
        "paywall_notice",
        r"会员|vip|付费|购买|开通|升级|积分|金币|学豆|下载券|支付|付款|订阅|订户|充值|解锁|打赏|赞赏",
    ),
    ("app_wall", r"app|客户端|小程序|扫码|公众号|微信|关注"),
)
_GATE = later("|".join(f"(?P<{name}>{words})" for name, words in _GATES))
_SEES = later(r"可见|查看|查阅|显示|可看|看|阅读|浏览|可读|获取|公开|开放|专享|专属")
_SMALL = later(
    rf"{_GATE.pattern}|{_SEES.pattern}|点击|点此|请先|请|先|之后|后|才能|才|即可|方可|可以|可|能|需要|需|须|仅限|仅对|仅供|仅|只限|只对|限|对|成为|加入|或者?|并|以|的|即|为|是|这里|此处"
    r"|免费|完整|全部|详细|正式|高级|普通|认证|年费|超级|尊享|用户|成员|级别?|以上|本站|全文|内容|详情|信息|答案|解析|解答|详解|号码|电话|手机|联系方式|联系人|价格|报价|金额|名称|地址|原文|文件|资料"
    r"|[\d一二两三五十]+|[个张点枚元¥￥$,./()\[\]<>*#>→\-—•·!。~… 【】《》“”\"🔒]|隐藏|已"
)
_FIELD = later(r"[\w、/ ()（）#.．]{1,16}?[】\]]?[:：]|[【\[][\w、/ ]{1,12}[】\]][:：]?|[|｜\t]")
_MARKS = frozenset(":：】]|｜\t")  # one of which ends every label
_ENDS = later(r"[\n|｜;；\t]|\s{2,}|\u3000|\Z")
_TOLD_OF = later(  # the field of a form or of a manual, not of a page
    r"可见|权限|范围|状态|设置|类型|默认|例|功能|字段|参数|按钮|文案|选项|说明|提示|备注|注$|注意|步骤|第.步|问$|答$|对象|条件|要求|规则|需求|标准|说|道"
)


class Value(NamedTuple):
    """Where a withheld value stands in the view, and the class of its wall."""

    start: int
    end: int
    cls: str


def value_at(text: Text, candidate: Candidate) -> Value | None:
    """The withheld value round a candidate, if it stands in one."""
    low = max(candidate.start - VALUE - LABEL, 0)
    if _MARKS.isdisjoint(text.view[low : candidate.start + 1]):
        return None
    line = text.line_at(candidate.start)
    low = max(line.start, low)
    ahead = list(_FIELD.finditer(text.view, low, candidate.start + 1))
    if not ahead or _TOLD_OF.search(text.folded(ahead[-1].start(), ahead[-1].end()).strip(" :：】|")):
        return None
    start, stop = ahead[-1].end(), _ENDS.search(text.view, candidate.end, candidate.end + VALUE)
    end = stop.start() if stop else min(candidate.end + VALUE, line.end)
    value = text.view[start:end]
    start, end = start + len(value) - len(value.lstrip()), start + len(value.rstrip())
    name = withheld(text.folded(start, end)) if 0 < end - start <= VALUE else None
    return Value(start, end, name) if name else None


def withheld(value: str) -> str | None:
    """The class of a folded value that is a wall; None for any other.

    >>> withheld("点击查看答案(vip)"), withheld("登录后可见"), withheld("登录系统后查询")
    ('paywall_notice', 'login_wall', None)
    """
    gate = _GATE.search(value)
    if not gate or not _SEES.search(value) or _SMALL.sub("", value).strip():
        return None
    return gate.lastgroup
