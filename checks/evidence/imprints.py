"""What the foot of a page says: copyright, registration, notices on copying, address and makers.

Everything here looks at one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

import re

from checks.text import later

REGISTERED = later(
    r"icp[备证]案?[字第号]{0,2}\s*[a-z]?\d{5,}|公网安备\s*\d{6,}"
    r"|(?:网站标识码|网站备案号?|icp备案(?:编?号)?)\s*:\s*[^\d\s]{0,6}\d{5,}"
)
"""A registration number of a site."""

RIGHTS = later(
    r"(?:copyright|©|版权所有).{0,90}(?:rights reserved|版权所有|保留.{0,4}权利)|(?:©|版权所有).{0,40}(?:19|20)\d\d"
    r"|(?:copyright\s*)?\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|by|(?:19|20)\d\d)"
    r"|(?:19|20)\d\d.{0,40}(?:©|版权所有)|rights reserved.{0,40}版权所有|^all rights reserved"
    r"|^© ?[㐀-鿿][^。,:]{1,24}$|^版权所有[:\s]*\S{2,30}$|^\S{2,20}\s*版权所有(?:[\s,].{0,30})?$"
)
"""A copyright line."""

LICENCE = later(
    r"licen[sc]e|许可协议|permission|apache|(?<![a-z])mit(?![a-z])|gpl|warranty|free software|redistribut|isbn|定价|甲方|乙方"
)
"""Words around a copyright line that is about a file, a book or a contract, not about a site."""

ASIDE = later(
    r"^.{0,8}(?:地址|电话|传真|邮编|邮箱|邮政编码|e-?mail|联系|客服|热线|举报|[主承协]办|技术支持|网站维护"
    r"|建设维护|运维|制作|tel|fax|address|powered by|theme by|使用|您是第|访问量|备案|许可证|增值电信"
    r"|信息网络传播|广播电视节目|互联网新闻|网络文化|违法和不良|all rights)"
)
"""A line that belongs to a foot when the lines beside it do."""

_MAKER = later(
    r"(?:技术支持|网站(?:建设|维护|制作|设计|管理|运维)|建设(?:单位|维护)|运行维护|运维单位|页面设计|网页设计|设计制作|程序支持)(?:单位|部门)? ?[:/] ?\S"
    r"|(?:建议|推荐|请|最佳)(?:您)?(?:使用|用|采用)?.{0,30}(?:分辨率|浏览器?(?:浏览|访问|效果)?)(?:以上)?.{0,24}$|最佳(?:浏览|显示|访问|分辨率)\S{0,6}[: ].{0,30}"
    r"|您是(?:本站|我们|本网站?)?的?(?:第|今天第) ?[\d,]+ ?(?:位|个|名)|(?:本站|网站)(?:已|安全|稳定|共|总)*(?:运行|运营)(?:了|时间|:)* ?\d+ ?(?:天|年|日)"
    r"|由 ?[a-z][\w!. -]{1,24} ?(?:强力)?驱动|(?:总|今日|昨日|本站|网站|累计|总共)(?:访问|浏览|访客|点击|在线)(?:总?量|人数|次数|数)? ?: ?[\d,]+|在线(?:人数|用户)? ?: ?[\d,]+"
    r"|(?:powered|theme|designed|hosted|built) (?:by|with|on) \S|由.{1,16}强力驱动|(?:制作|建设)(?:与|及)?维护|(?:访问量|访客|浏览量) ?: ?\d{4,}|(?:不良信息|违法信息|举报)(?:举报)?(?:电话|邮箱|热线|中心|平台) ?: ?[\w(]|不良信息举报|客服(?:热线|电话|qq|邮箱) ?: ?[\w(]|(?:工作|服务|客服)时间 ?: ?\S"
    r"|(?:增值电信业务|网络出版|广播电视节目制作|信息网络传播视听节目|互联网新闻信息服务|营业执照|网络文化经营|互联网药品信息服务).{0,12}(?:许可证?|编号|备案|证|执照)"
    r"|工信部备案|(?:法律顾问|常年法律顾问|网站律师) ?: ?\S|(?:站长统计|网站统计|cnzz|51la|51\.la|百度统计)"
)
_HOLDER = later(
    r"^\W{0,3}(?:版权|著作权)(?:归|属于?)[^。,]{2,24}所有\W*$"
    r"|^\W{0,3}(?:版权(?:所有|归属?)|著作权|copyright)\s*[:©]? ?[^。]{2,40}(?:未经|不得|禁止|转载)[^。]{0,40}$"
    r"|^\W{0,3}(?:本(?:站|网|页面|网站)|该站)(?:的?(?:所有|部分|全部))?(?:内容|文章|资源|信息|图片|作品|数据|资料).{0,60}(?:版权|网络|互联网|删除|处理|侵|转载|收集|参考|立场|负责)"
)


def is_maker(folded: str) -> bool:
    """Who made and runs the site, how it is seen best, how many came: 技术支持:… 您是第…位访客."""
    if len(folded) > 160 or "。" in folded.rstrip("。"):
        return False
    strong = len({found[0][:4] for found in _MAKER.finditer(folded)})
    return strong > 1 or (strong == 1 and len(folded) <= 60 and bool(_MAKER_HEAD.match(folded)))


_MAKER_HEAD = later(
    r"\W{0,3}(?:技术支持|网站(?:维护|制作|运维|统计|律师|已|运行|总|累计|访问|安全)|运行|运维|页面设计|网页设计|设计制作|建议|推荐使用|请使用|最佳|您是|本站|本网|由 ?[a-z]|总?访问|今日|昨日|累计|在线|powered|theme|designed|hosted|built"
    r"|违法|不良|举报|增值|网络|广播|信息网|互联网|营业|工信部|法律顾问|常年法律|站长|cnzz|51|百度统计|客服|[主承协]办|版权|©|copyright)"
)

_OURSELVES = later(
    r"本(?:网|站|报|平台|刊|社|公众号|文|作品|页)|(?:版权|免责|特别|郑重|本站|网站)声明|^声明:"
)
_NOTICES = (
    later(r"未经.{0,16}(?:授权|许可|同意|允许|书面)"),
    later(r"(?:不得|禁止|严禁|请勿|谢绝).{0,10}(?:转载|复制|摘编|镜像|转帖)"),
    later(r"转载.{0,12}(?:注明|出处|来源|联系|授权)"),
    later(r"(?:不代表|不等于|不意味着).{0,8}(?:网|站|报|平台|社|公众号|刊).{0,10}(?:观点|立场|意见|赞同)"),
    later(r"(?:版权|著作权).{0,12}(?:归|属于?).{0,16}(?:所有|作者|本)"),
    later(r"(?:侵权|侵犯|版权问题).{0,24}(?:联系|删除|告知|通知|处理)"),
    later(r"追究.{0,8}责任"),
)
_CREDIT = later(
    r"^.{0,6}(?:图片|图源|配图|题图|摄影|字体|photo|image|figure|fig\.|video)|^.{0,8}[图摄]\s*[:©/]|^\(.{0,60}\)$"
)


_REPRINTS = (
    later(
        r"^\W*(?:.{0,8}声明|温馨提示|特别提示|免责条款|版权说明|版权提示|disclaimer|声明|注(?=.*(?:转载|侵权|版权|本站|本网)))\W*[:】\])].*(?:转载|侵权|版权|来源|网络|不代表|立场|仅供|观点|本站|本网|平台|copyright|views)"
    ),
    later(
        r"^\W*(?:欢迎|如需|如要)?转载(?!他人|.{0,8}应当)(?:本文|文章|时)?(?:请|须|需|务必)?.{0,12}(?:注明|标明|保留|附上|联系)"
    ),
    later(r"^\W*(?:本文|原文|文章|本页|永久|固定)(?:固定|永久)?(?:链接|地址|网址|出处)(?:地址)?(?::|$)"),
    later(
        r"^\W*(?:本文|文章|本篇|以上内容|以上文章|内容|稿件)(?:内容)?(?:转载自|转自|摘自|来自|来源于?|源自|首发于?|原载于?|由.{2,20}(?:整理|发布|编辑|提供|原创)).{0,60}(?:侵权|删除|转载|版权|发布|整理|立场|$)"
    ),
    later(
        r"(?:如有|如涉|若有|涉及|如果|如|若).{0,6}(?:侵权|侵犯|版权).{0,16}(?:联系|删除|告知|通知|处理|删)"
    ),
    later(r"^\W*(?:本文)?(?:转载自|转自|摘自|来源于)[^。,:]{2,20}(?:公众号|网站?|日报|晚报|微博|客户端)\W*$"),
    later(
        r"^\W*(?:侵权必究|侵删|侵权联删|侵权请?(?:联系|告知).{0,8}删除?|翻印必究|盗版必究|原创(?:文章|内容)?,.{0,12}(?:转载|抄袭))"
    ),
    later(
        r"^\W*(?:文中|本文|部分|以上|文章|所有|本篇|插图)*(?:图片|配图|图文|素材|内容|图)(?:均|部分|全部|皆)?(?:来自|来源于?|源自?|源于|取自|引自|转自):?于?(?:网络|互联网|网上|公开)(?:[^说的上]|$)"
    ),
    later(
        r"^.{0,24}(?:备份|转载|转发|采集|收集|整理|搬运|传播|分享|资源|本站|本网|本文|文章|以上(?:内容|信息|文章|资料|观点|图片|资源|素材)).{0,20},? ?仅供.{0,6}(?:学习|参考|交流|查阅|阅读).{0,16}$"
    ),
    later(
        r"^\W*友情链接 ?:|^本(?:网)?站由.{2,30}(?:主办|承办|维护|支持|制作|建设)|^\W*未经(?:允许|许可|授权|同意).{0,6}(?:不得|禁止|请勿|谢绝)(?:转载|复制)"
    ),
    later(
        r"^\W*(?:本文|文章|以上|此文|该文).{0,12}(?:仅|只)(?:代表|为)(?:作者|发布者|其)?(?:本人|个人)?.{0,6}(?:观点|看法|意见)"
    ),
    later(r"^\W*(?:本文|文章|作者|以上|文中|该文)?的?(?:观点|内容|言论).{0,6}不代表|^\W*违法和不良信息举报"),
    later(r"^.{0,60}不构成.{0,10}(?:投资|理财|医疗|买卖|法律|操作|交易|任何).{0,6}(?:建议|意见|依据|邀约)"),
)
_QUOTED = later(r"“[^“”]{4,60}”(?=[^“”。]{6})")
_REPRINT = 220  # longest of these on a line of its own


def is_reprint(folded: str) -> bool:
    """A single turn of a copyright notice that is a line of its own: 转载请注明出处, 如有侵权请联系删除.

    What stands in quotes is spoken of.
    """
    folded = _QUOTED.sub("“”", folded)
    return (
        len(folded) <= _REPRINT
        and any(turn.search(folded) for turn in _REPRINTS)
        and not (_CREDIT.match(folded) and not re.search(r"观点|立场|侵|转载", folded))
    )


_PLAIN_RIGHTS = later(
    r"^\W{0,3}(?:copyright|©|\(c\)|版权所有|(?:19|20)\d\d\s*©).{0,110}(?:reserved|版权所有)|^\W{0,3}(?:copyright )?© ?(?:19|20)\d\d.{0,60}$"
    r"|^.{0,60}all rights reserved\W*$|^版权所有.{0,60}(?:19|20)\d\d"
    r"|^.{2,30}版权所有(?:.{0,4}(?:翻印|未经|不得|侵权|违者).{0,12})?$"
)


_CLOSING = later(
    r"(?:在线(?:留言|咨询|客服)|qq交谈|(?:隐私|法律|网站|免责)(?:政策|声明|条款)|帮助中心|常见问题|(?:服务|使用)(?:条款|协议)"
    r"|网站地图|手机版|电脑版|(?:客户端|app|附件)下载|rss订阅|(?:意见|问题|投诉)(?:反馈|建议)|无障碍(?:浏览|阅读)"
    r"|返回|top|english|(?:联系|关于|加入)我们|广告服务|(?:展开|收起)全文|网站首页"
    r"|(?:以上|文中|本文|部分|所有)*(?:本?图片?|图文|文章|本文|内容|素材|资料)(?:均|部分)?(?:来源于?|来自|源自|源于|转载自):?于?(?:网络|互联网|网上)"
    r"|更多(?:资讯|信息|内容|详情|精彩|新闻).{0,8}(?:登录|登陆|访问|关注|点击|浏览).{0,50}|原标题:.{4,60}|版权声明:.{4,60}"
    r"|(?:本|该)(?:文章?|页面|新闻)(?:转自|来自|转载自|由.{2,16}(?:生成|发布|提供)).{0,30})"
)
_CLOSING_FRAME = " \t[]【】()<>《》«»|·•-—_*#:。."


def is_closing(folded: str) -> bool:
    """A whole line that only stands below a text: 在线留言, 网站地图, (图片来自网络), 原标题:…."""
    return len(folded) <= 80 and bool(_CLOSING.fullmatch(folded.strip(_CLOSING_FRAME)))


def is_plain_rights(folded: str) -> bool:
    """A copyright line that is one wherever it stands."""
    return len(folded) <= 140 and bool(_PLAIN_RIGHTS.search(folded)) and is_rights(folded)


def is_notice(folded: str) -> bool:
    """Two turns of a copyright notice, said by a site of itself; what stands in quotes is spoken of."""
    folded = _QUOTED.sub("“”", folded)
    if len(folded) <= _REPRINT and _HOLDER.search(folded):
        return True
    turns = sum(bool(turn.search(folded)) for turn in _NOTICES)
    return turns >= 2 and bool(_OURSELVES.search(folded))


def is_rights(folded: str) -> bool:
    """A copyright line that is not the credit of a picture."""
    return bool(RIGHTS.search(folded)) and not _CREDIT.match(folded)


def is_imprint(folded: str) -> bool:
    """A line that no paragraph is: notice, copyright or registration."""
    return is_notice(folded) or bool(RIGHTS.search(folded) or REGISTERED.search(folded))
