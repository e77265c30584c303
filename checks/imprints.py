"""What the foot of a page says: copyright, registration, notices on copying, address and makers.

Everything here looks at one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

import re

REGISTERED = re.compile(
    r"icp[备证]案?[字第号]{0,2}\s*[a-z]?\d{5,}|公网安备\s*\d{6,}"
    r"|(?:网站标识码|网站备案号?|icp备案(?:编?号)?)\s*:\s*[^\d\s]{0,6}\d{5,}"
)
"""A registration number of a site."""

RIGHTS = re.compile(
    r"(?:copyright|©|版权所有).{0,90}(?:rights reserved|版权所有|保留.{0,4}权利)|(?:©|版权所有).{0,40}(?:19|20)\d\d"
    r"|(?:copyright\s*)?\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|by|(?:19|20)\d\d)"
    r"|(?:19|20)\d\d.{0,40}(?:©|版权所有)|rights reserved.{0,40}版权所有|^all rights reserved"
    r"|^版权所有[:\s]*\S{2,30}$|^\S{2,20}\s*版权所有(?:[\s,].{0,30})?$"
)
"""A copyright line."""

LICENCE = re.compile(
    r"licen[sc]e|许可协议|permission|apache|(?<![a-z])mit(?![a-z])|gpl|warranty|free software|redistribut|isbn|定价|甲方|乙方"
)
"""Words around a copyright line that is about a file, a book or a contract, not about a site."""

ASIDE = re.compile(
    r"^.{0,8}(?:地址|电话|传真|邮编|邮箱|邮政编码|e-?mail|联系|客服|热线|举报|[主承协]办|技术支持|网站维护"
    r"|建设维护|运维|制作|tel|fax|address|powered by|theme by|使用|您是第|访问量|备案|许可证|增值电信"
    r"|信息网络传播|广播电视节目|互联网新闻|网络文化|违法和不良|all rights)"
)
"""A line that belongs to a foot when the lines beside it do."""

_OURSELVES = re.compile(
    r"本(?:网|站|报|平台|刊|社|公众号|文|作品|页)|(?:版权|免责|特别|郑重|本站|网站)声明|^声明:"
)
_NOTICES = (
    re.compile(r"未经.{0,16}(?:授权|许可|同意|允许|书面)"),
    re.compile(r"(?:不得|禁止|严禁|请勿|谢绝).{0,10}(?:转载|复制|摘编|镜像|转帖)"),
    re.compile(r"转载.{0,12}(?:注明|出处|来源|联系|授权)"),
    re.compile(
        r"(?:不代表|不等于|不意味着).{0,8}(?:网|站|报|平台|社|公众号|刊).{0,10}(?:观点|立场|意见|赞同)"
    ),
    re.compile(r"(?:版权|著作权).{0,12}(?:归|属于?).{0,16}(?:所有|作者|本)"),
    re.compile(r"(?:侵权|侵犯|版权问题).{0,24}(?:联系|删除|告知|通知|处理)"),
    re.compile(r"追究.{0,8}责任"),
)
_CREDIT = re.compile(
    r"^.{0,6}(?:图片|图源|配图|题图|摄影|字体|photo|image|figure|fig\.|video)|^.{0,8}[图摄]\s*[:©/]|^\(.{0,60}\)$"
)


def is_notice(folded: str) -> bool:
    """Two turns of a copyright notice, said by a site of itself."""
    turns = sum(bool(turn.search(folded)) for turn in _NOTICES)
    return turns >= 2 and bool(_OURSELVES.search(folded))


def is_rights(folded: str) -> bool:
    """A copyright line that is not the credit of a picture."""
    return bool(RIGHTS.search(folded)) and not _CREDIT.match(folded)


def is_imprint(folded: str) -> bool:
    """A line that no paragraph is: notice, copyright or registration."""
    return is_notice(folded) or bool(RIGHTS.search(folded) or REGISTERED.search(folded))
