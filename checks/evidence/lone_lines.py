"""Lines of forums, mailboxes and document sites that a page shows once and that stand alone in the text.

Everything here looks at one folded line (simplified, half width, lower case). An extractor that
drops the rest of the page often leaves one of them, so the form of the whole line must tell it.
"""

from __future__ import annotations

from checks.text import later

# What pages of shops and firms leave below a text: the heads of their tabs and of lists that were cut off.
_TABS = r"(?:产品|商品|公司|企业|案例|文章|新闻)(?:详情|参数|说明|描述|介绍|咨询|图片|展示|规格|列表|评价|推荐|中心|动态)|售后服务|在线(?:咨询|订购|客服)|电话咨询|立即(?:咨询|购买)|客服qq|下载地址|免费下载"
_TAB_ROW = later(rf"[\[【]?(?:{_TABS})(?:[ |/·,]+(?:{_TABS}))*[\]】:]?")
_CUT_LIST = later(
    r"[\[【]?(?:相关|推荐|热门|其他|其它|同类|更多)(?:产品|商品|文章|资讯|新闻|案例|阅读|内容|推荐)[\]】]? ?(?:: ?[^。]{0,80})?"
)
LINE = 220  # longest of these lines; notices of trading sites reach 150 characters

_DAY = r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日? ?(?:\d{1,2}:\d\d(?::\d\d)?)?"
_COUNTED = (
    r"(?:查看|浏览|阅读|点击|回复|回帖|评论|人气|点赞|收藏|支持)(?:次数|数|量)? ?[: (] ?\d[\d,.]*万?\)?"
)
_FLOOR = r"(?:楼主|沙发|板凳|地板|地下室|只看(?:楼主|该作者|ta)|倒序(?:浏览|看帖)|\d{1,5} ?[楼#]|来自.{1,12})"
_POST = later(
    rf"(?:{_FLOOR} ?)?(?:最后)?(?:发表|发布|回复|发帖|张贴)(?:于|时间)? ?:? ?{_DAY}(?:[ |·,/]*(?:{_COUNTED}|{_FLOOR})){{1,6}}"
)
_MAIL = later(  # the head of a letter to a board of a campus
    r"发信人 ?: ?.{1,80}|发信站 ?: ?.{1,100}|寄信人 ?: ?.{1,60}|信区 ?: ?[\w.]{2,30}"
)
_SUBJECT = later(r"标 {0,4}题 ?: ?.{1,80}")
_MAIL_FOOT = later(r"(?:\[[\d;]*m)*※ ?(?:来源|修改|转载|编辑|引述) ?:.{4,120}")
_OFFICE = later(  # what sites for documents say about the file
    r"本(?:文档|资料|文件|作品)(?:为|是|共).{2,60},请(?:使用|用|以).{2,30}(?:打开|编辑|查看).{0,60}"
    r"|(?:本)?(?:作品|文档|资料)(?:中|内)的?(?:文字|文本|内容).{0,10}均可(?:以)?(?:自由|任意)?(?:修改|编辑).{0,16}"
    r"|.{2,80}\.(?:docx?|pptx?|pdf|xlsx?)_第\d{1,4}页"
)
_MACHINE = later(
    r".{0,80}processed in [\d.]+ ?(?:s|sec|seconds?|ms)(?![a-z]).{0,90}|页面(?:执行|生成|处理)(?:时间|耗时) ?:? ?[\d.]+ ?m?(?:s|秒).{0,40}"
)
_SHARED = later(r"《.{2,80}》由(?:会员|用户|网友).{0,12}分享,.{0,12}更多相关.{0,90}请在.{2,16}上?搜索.?")
_WATERMARK = later(r"\d{0,8} ?please respect copyright\W{0,3}[a-z0-9]{4,40}")
_LIABLE = later(
    r"(?:.{0,8}声明:|以上|本页|本站|该|此).{0,12}(?:信息|内容|资料|商机|产品|图片)[^。]{0,8}由[^。]{2,16}(?:提供|发布|上传)[^。]{0,60}(?:负责|不承担|无关)[^。]{0,40}。?"
)
_BUTTONS = later(r"(?:[\[【][^\[\]【】]{1,12}[\]】][ |]*){3,12}")
_BUTTON = later(
    r"[\[【] ?(?:(?:返回|回复|回应|引用|转贴|转寄|转载|转发|删除|修改|设置|推荐|收藏|打印|举报|展开|查看|同).{0,6}|原文|[上下][一]?[篇页楼]|本篇全文|本篇作者.{0,4}|作者资料|楼主|发表文章|讨论区|分类讨论|首篇|末篇) ?[\]】]"
)
_SELECTS = later(
    r"(?:[-—=]{2,} ?[^-—=\s]{0,10}(?:网站|部门|政府|单位|媒体|链接|城市|院校|机构|导航)[^-—=\s]{0,3} ?[-—=]{2,}\s*){2,}"
)
_LETTERS = later(r"(?:(?:拼音|字母|首字母|按字母).{0,6}: ?)?a[ |]b[ |]c[ |](?:[d-z][ |]?){8,}(?:0-9|#)?")
_SIGN_OFF = later(
    r"(?:好了,)?(?:以上|上面|本文)(?:的?内容|文章)?(?:就|便|即)?(?:是|为)?.{0,16}?(?:小编|本站|本网|编者|站长)(?:今天|本次)?(?:就)?(?:为|给|替|跟|和|与)?"
    r".{0,8}(?:整理|介绍|带来|分享|收集|搜集|准备|提供|推荐|汇总|总结|讲解|编辑)(?:到|出)?的?.{0,60}"
)
_FOLLOWED = r"(?:返回(?:搜狐|网易|新浪|腾讯|凤凰|原网页),? ?(?:查看|阅读|浏览)更多(?:精彩)?(?:内容)?|举报[/ |]反馈|\[(?:详细|详情)\]|点击进入(?:专题|频道)(?:页面)?(?:>+)?)"
_GOES_ON = later(
    rf"{_FOLLOWED}.{{0,14}}|已投稿到 ?:.{{0,20}}|\d[\d,.]*万? ?人赞同了?(?:该|此)回答.{{0,20}}|- ?end ?-"
)
_PUBLISHED = later(
    r"发布于 ?: ?[㐀-鿿]{2,8}|来自 ?: ?.{1,20} ?> ?《.{1,20}》"
    rf"|\S{{2,14}}(?:日报|晚报|时报|商报|都市报|青年报|晨报|早报|新闻网|日报网|在线|客户端|电视台|通讯社|周刊|发布) ?[ |·] ?{_DAY}|原创:? ?\S{{1,16}} (?:\S{{1,16}} )?{_DAY}"
)
_OWNED = later(
    r"著作权归(?:作者|原作者)所有.{0,60}|\W{0,3}(?:声明|注|ps|备注|说明) ?:.{0,12}图片?(?:均|部分)?(?:来源于?|来自|源自|源于|取自)[^。]{0,4}(?:网络|互联网).{0,16}"
    r"|(?:图|文|图片|视频|摄影|封面|头图) ?[/丨|] ?(?:视觉中国|网络|ic ?photo|摄图网|pexels|unsplash|东方ic|图虫(?:创意)?|资料图?)"
)
_ROW_WORD = r"(?:收藏|打印|分享|举报|关闭|返回顶部|返回列表|推荐|转发|点赞|评论|纠错)"
_BEHIND = later(
    rf"(?<=[。!?”)…])\s*(?:{_FOLLOWED}|分享(?:到|至) ?:?|{_ROW_WORD}(?:[ |]+{_ROW_WORD}){{1,6}}"
    r"|更多[^。,!?]{0,16},?请?(?:关注|订阅|扫码关注)[^。,!?]{0,12}(?:公众号|微信|微博|客户端|本站|官网))[\s!。]*$"
)
_SOURCE_BEHIND = later(
    r"(?<=[。!?”…])\s*[(\[【]? ?(?:来源|稿源|文章来源|本文来源|信息来源|消息来源|转自|摘自) ?[:/] ?[^。,:;!?()《》\s]{2,20}(?:网|报|社|台|客户端|公众号|刊|发布|在线|论坛|头条|微博|博客|百科)[)\]】]?\s*$"
)
_MORE = later(r"更多|关注|希望|欢迎|收藏|敬请|供.{0,6}参考|有所帮助|谢谢|感谢")
_PAGE = later(r"第 ?(\d{1,3}) ?页 ?[,，/／]? ?共 ?(\d{1,3}) ?页")


def is_select(folded: str) -> bool:
    """The choices of closed lists of links, each between its dashes: ---- 部门网站 ---- ---- 政府网站 ----."""
    return len(folded) <= LINE and bool(_SELECTS.fullmatch(folded))


def lone_line(folded: str, at: str) -> str:
    """Kind of the line (meta, meta?, tool, footer, editor) that stands ``at`` a place; empty for text.

    >>> lone_line("发表于 2019-03-01 10:20 查看:12 回复:3 楼主", "top"), lone_line("以上就是全部内容", "tail")
    ('meta', '')
    """
    if len(folded) > LINE:
        return ""
    if _WATERMARK.fullmatch(folded) or is_select(folded):
        return "footer" if "copyright" in folded else "tool"
    if _SHARED.fullmatch(folded):
        return "tool"
    return "" if at in ("body", "head") else _at_edge(folded, at)


def _at_edge(folded: str, at: str) -> str:
    """What only the first lines and the foot of a page say."""
    if (
        _POST.fullmatch(folded)
        or _MAIL.fullmatch(folded)
        or _PUBLISHED.fullmatch(folded)
        or _OFFICE.fullmatch(folded)
    ):
        return "meta"
    if _SUBJECT.fullmatch(folded):
        return "meta?"
    if _BUTTONS.fullmatch(folded) and len(_BUTTON.findall(folded)) >= 3:
        return "tool"
    return _at_foot(folded) if at == "tail" else ""


def _at_foot(folded: str) -> str:
    if _TAB_ROW.fullmatch(folded) or _CUT_LIST.fullmatch(folded):
        return "tool"
    if _LETTERS.fullmatch(folded) or _GOES_ON.fullmatch(folded):
        return "tool"
    if any(form.fullmatch(folded) for form in (_MAIL_FOOT, _MACHINE, _LIABLE, _OWNED)):
        return "footer"
    return "editor" if is_sign_off(folded) else ""


def is_sign_off(folded: str) -> bool:
    """The editor of a site takes leave: 以上就是小编为大家整理的…,更多内容请关注本站."""
    return len(folded) <= LINE // 2 and bool(_SIGN_OFF.fullmatch(folded) and _MORE.search(folded))


def is_foot_line(folded: str) -> bool:
    """A line as long as a paragraph that is none: the leave of an editor, the time of the machine, an index."""
    return is_sign_off(folded) or (
        len(folded) <= LINE and bool(_MACHINE.fullmatch(folded) or _LETTERS.fullmatch(folded))
    )


def row_behind(folded: str) -> int | None:
    """Where a row of the page stands behind the last sentence of a line: 。返回搜狐,查看更多."""
    found = _BEHIND.search(folded)
    return found.start() + len(found[0]) - len(found[0].lstrip()) if found else None


def source_behind(folded: str) -> int | None:
    """Where the paper or site is named behind the last sentence of a line: 。来源:某某日报."""
    found = _SOURCE_BEHIND.search(folded)
    return found.start() + len(found[0]) - len(found[0].lstrip()) if found else None


def page_marks(view: str) -> list[tuple[int, int]]:
    """Places of the numbers of printed pages, if two at least count up to the same total.

    >>> page_marks("水渠第1页共3页修好第2页共3页")
    [(2, 8), (10, 16)]
    """
    marks = list(_PAGE.finditer(view))
    numbers = [int(mark[1]) for mark in marks]
    counts = len({mark[2] for mark in marks}) == 1 and numbers == sorted(set(numbers))
    return [mark.span() for mark in marks] if counts and len(marks) > 1 else []
