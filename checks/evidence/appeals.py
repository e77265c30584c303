"""What a page says of itself and asks of its readers, with a name of its own in it.

Follow us, load our app, remember this address, tell us the news, welcome, the end: lines like the
prompts of ``page_tools``, but with the name of an account, a paper or a site, which no list can hold.
So the form of the whole line tells them, and who is spoken of (市民, 记者 …) makes them reports.
Everything here looks at one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

from checks.evidence.page_tools import TOLD, WALL
from checks.text import later

# Read off some two hundred such lines of our own and as many headlines and steps of instructions about the same things.
LINE = 90  # longest of these lines; a banner on cookies may be twice as long

_NAME = r"[“\"「《【]?[^。!?;:,|]{1,16}?[”\"」》】]?"
_FRAME = " \t[]【】()<>《》|·•:-—_*#~↗↓↑→▼▲☆★◆◇■👇。.!"
_SAID = later(r"[?]$|[:,、]$|https?:|\d+[.、)]|第.步|步骤")
_ACCOUNT = r"(?:微信)?(?:公众平台|公众号|订阅号|服务号|视频号|头条号|抖音号?|快手号?|官方微信|官方微博|官微|微博|微信|小程序|频道|客户端|app)"
_APP = r"(?:手机)?(?:app|客户端|应用程式|应用程序|应用|手机版|阅读器|移动版)"
_CODE = r"(?:扫码|手机扫码|微信扫码|扫一扫|扫描?(?:上方|下方|左侧|右侧|上图|下图|文末|右方|左方)?(?:微信)?二维码|(?:长按)?识别(?:上方|下方|图中)?(?:微信)?二维码|长按(?:上方|下方)?(?:图片|二维码)?)"

_FOLLOW = later(
    rf"(?:更多.{{0,12}},?)?(?:欢迎|请|敬请|记得|快来|点击|{_CODE}|微信搜索|微信搜|搜索)+,?(?:关注|订阅|添加)?{_NAME}{_ACCOUNT}(?:号?[:,]?.{{0,24}})?"
    rf"|(?:{_CODE}|点击|欢迎|请|敬请),?(?:关注|订阅){_NAME}(?:,.{{0,24}})?"
    rf"|(?:点击)?关注{_NAME},?(?:第一时间|及时|为您)?(?:获取|了解|掌握|查看|看|收看|带您?看).{{0,8}}(?:更多|最新|第一手|精彩|资讯|新闻|动态).{{0,10}}"
    r"|(?:点击)?关注(?:我们?|我|本号)?,?不迷路|微信号 ?: ?[\w.-]{4,24}|(?:微信)?公众号(?:id|名称|搜索)? ?: ?[^。,]{2,24}"
    r"|以下(?:文章|内容)来源于.{2,24}(?:,作者.{1,12})?|(?:立即|免费|点击|欢迎)?订阅(?:我们的|本站)?(?:电子报|新闻信|邮件列表|newsletter)|收录于(?:合集|话题|专辑)? ?.{0,30}"
)
_LOAD = later(
    rf"(?:点击|点我|点此|按此|立即|马上|免费|现在|请|欢迎|{_CODE}|{_CODE}[,即]?可?)?,?(?:下载|安装){_NAME}{_APP}(?:[,!].{{0,24}})?"
    rf"|[^。]{{0,30}}(?:点我|按此|点此|立即|马上)(?:下载|安装)(?:{_NAME})?{_APP}"
    rf"|{_CODE},?(?:加入|进入|进|查看|观看|收听|阅读|浏览|访问)(?:{_NAME}(?:群|交流|全文|更多|视频|网站|页面|专题|详情|版))?"
)
_LIKE = later(
    r"(?:如果|要是)?(?:您|你)?(?:觉得|感觉)(?:本文|文章|内容)?(?:不错|好看|有用|有帮助|有收获|有意思|写得好|可以|赞)的?(?:话)?,?(?:就|请|欢迎|记得|别忘了|不妨)?.{0,4}(?:点|转发|分享|收藏|推荐|关注).{0,14}"
    r"|(?:(?:点赞|在看|转发|分享|收藏|关注|评论|星标)[、,+和 ]*){2,5}(?:三连|支持|一下|吧|哦|走起|一键三连)*"
    r"|(?:喜欢|赞同|认可)(?:本文|这篇|此文)?的?(?:话|朋友)?,?(?:就|请|欢迎)(?:点赞|转发|分享|点个|收藏).{0,12}|点个[“\"]?(?:在看|赞|小红心)[”\"]?.{0,8}|(?:点|戳)(?:这里|此处),?(?:查看|阅读|了解).{0,8}"
)
_SHELF = later(  # notes that sites of novels set between the paragraphs
    r"[^。]{0,8}(?:天才)?(?:一秒|1秒)(?:钟)?(?:记住|就能记住).{0,8}(?:本站|本书|网址|地址|域名|小说|书|中文|阁|[a-z0-9][\w.]{4,}).{0,50}|(?:请)?记住(?:本站|本书|我们)(?:的)?(?:最新)?(?:域名|网址|地址|首发).{0,40}|(?:本站)?最新(?:网址|域名|地址) ?: ?\S{3,40}.{0,16}"
    r"|手机(?:用户|版|端|阅读)(?:请|可)?(?:浏览|访问|到|登录|阅读)?.{0,20}(?:阅读|浏览|体验).{0,12}|(?:如)?章节(?:内容)?(?:错误|有误|缺失|报错)[,!]?(?:请|点此|点击|可|举报|报送|欢迎|→).{0,20}|(?:本章|本书)未完,?.{0,6}(?:点击|请).{0,16}|.{0,24}?(?:最新章节|全文阅读|无弹窗|txt下载).{0,24}?(?:最新章节|全文阅读|无弹窗|txt下载).{0,40}"
)
_OF_SITE = (
    r"(?:网站|门户|官网|主页|论坛|平台|博客|小学|中学|学校|学院|大学|医院|公司|集团|商城|图书馆|报社|网|站)"
)
_WELCOME = later(
    rf"[^。:“]{{0,40}}欢迎(?:您|你|各位)?(?:的)?(?:访问|光临|来到|浏览|登录)[^。,:]{{2,20}}{_OF_SITE}[!。~]*|[^。:,]{{2,40}}{_OF_SITE}欢迎(?:您|你)(?:的?(?:访问|光临|到来))?[!。~]*"
)
_COOKIES = later(
    r"(?:本网?站|本页面|我们|本平台)(?:会|将)?(?:使用|采用|运用|透过|通过)(?:了)?.{0,6}(?:cookies?|浏览器缓存).{0,150}"
)
_END = later(r"(?:the )?end|全文(?:完|结束)|本文(?:完|结束)")
_DAY = r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}日?(?: ?\d\d:\d\d(?::\d\d)?)?"
_REVISED = later(
    rf"(?:本|此|该)(?:页面?|条目|词条|文章|文|网页)(?:的)?(?:最后|最近|上次)(?:一次)?(?:修订|编辑|修改|更新|复检|复核)(?:于|时间|日期)? ?:?.{{0,4}}{_DAY}.{{0,24}}|.{{2,8}}百科,(?:自由|人人|.{{0,6}})的?百科全书|来自.{{2,8}}百科(?:,.{{0,12}})?"
    r"|附件【.{1,60}】(?:已下[载載]\d*次?)?|附件下载 ?: ?\S{2,40}\.(?:docx?|xlsx?|pdf|zip|rar|wps)"
    rf"|(?:楼主|沙发|板凳|地板|\d{{1,5}} ?[#楼]) ?.{{0,20}} ?(?:发表|回复|发布)于 ?:? ?{_DAY}.{{0,30}}|来自.{{1,16}}客户端.{{0,12}}{_DAY}.{{0,12}}"
)
_HASHTAGS = later(r"(?:#(?=[^\s#]*[a-z㐀-鿿])[^\s#。,]{1,20}(?:#|(?=[\s#]|$))\s*){2,12}")
_PAGES_OF_PAPER = later(r"(?:第?[a-z]\d{1,3}|第\d\d)版 ?[:|·] ?[^。,:]{2,10}")
_NEWSROOM = later(
    r"(?:[^。:]{0,10}(?:新闻|报料|爆料|线索|读者|发行|订报|征订|广告|采编)(?:热线|电话|邮箱|专线|平台|部)(?:及.{0,8})? ?[:(] ?.{4,60}"
    r"|[^。]{0,30}(?:新闻)?线索.{0,16}(?:爆料|报料|来爆|征集|提供|请拨|联系).{0,40}(?:热线|稿酬|有奖|电话|平台|微信).{0,24})"
)
_HOTLINE = later(
    r"(?:全国|24小时|免费|统一)*(?:服务|客服|咨询|销售|订购|招商)(?:热线|专线) ?:? ?[\d() -]{7,20}"
)
_REFERENCE = later(
    r".{0,16}(?:温馨提[示醒]|友情提[示醒]|特别提[示醒]|提示|注意)?:?(?:以上|本页|本站|本网|本平台|网站|页面|本栏目?|文中|本文)(?:的|上|所有|全部|内)?(?:所有|发布的?|提供的?)?(?:内容|信息|资料|数据|观点|文章|说法)?,?(?:均|仅|只|皆)?(?:仅|只)?(?:供|作|作为|为)(?:您|读者|用户)?参考(?:之用)?(?:,.{0,40})?"
    r"|(?:本(?:栏目|专栏|版|频道|节目|期|刊|号)|每日.{1,4}|每周.{1,4})(?:内容|文章|文字)?由.{2,24}(?:供稿|提供|主办|协办|承办|制作|整理|冠名|推送|出品|赞助)(?:[,。].{0,24})?"
    r"|.{0,20}(?:原创|图文|版权).{0,10},(?:谢绝|禁止|严禁|请勿|不得).{0,16}"
)
_BRACKETED = later(r"(?<=[。!?”…])[(【\[]([^()【】\[\]]{4,40})[)】\]]$")


def appeal(folded: str, at: str) -> str:
    """Kind of the line (tool, footer, meta, channels) that stands ``at`` the top, head, tail or in the body.

    >>> appeal("欢迎关注某某发布微信公众号", "tail"), appeal("市民扫码下载客户端", "tail")
    ('tool', '')
    """
    bare = folded.strip(_FRAME)
    if not bare or len(folded) > 2 * LINE:
        return ""
    if at != "body" and _COOKIES.match(bare):
        return "tool"
    if len(folded) > LINE or TOLD.search(bare):
        return ""
    if _SHELF.fullmatch(bare) or _LIKE.fullmatch(bare):
        return "tool"
    return "" if at == "body" or _SAID.search(folded) else _at_edge(bare, at)


def _at_edge(bare: str, at: str) -> str:
    """What only the head and the foot of a page say."""
    asks = _FOLLOW.fullmatch(bare) or _LOAD.fullmatch(bare)
    if (asks and not WALL.search(bare)) or _WELCOME.fullmatch(bare):
        return "tool"
    if _REVISED.fullmatch(bare):
        return "meta"
    if at != "tail":
        return _at_top(bare) if at == "top" else ""
    if _END.fullmatch(bare):
        return "tool"
    if _PAGES_OF_PAPER.fullmatch(bare):
        return "channels"
    return "footer" if _NEWSROOM.fullmatch(bare) or _REFERENCE.fullmatch(bare) else ""


def _at_top(bare: str) -> str:
    """The telephone of a firm or a newsroom above the text."""
    return "tool" if _HOTLINE.fullmatch(bare) else "footer" if _NEWSROOM.fullmatch(bare) else ""


def is_hashtags(folded: str) -> bool:
    """Nothing but the tags of a post: #春耕 #水利."""
    return bool(_HASHTAGS.fullmatch(folded))


def appeal_behind(folded: str) -> int | None:
    """Where an appeal in brackets stands behind the last sentence of a line: 。(觉得有用就转发吧)"""
    found = _BRACKETED.search(folded.rstrip())
    return found.start() if found and appeal(found[1], "body") else None
