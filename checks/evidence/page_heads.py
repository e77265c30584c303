"""Heads and feet of boards, archives, lessons and players, each of which stands alone in the text.

Everything here looks at one folded line (simplified, half width, lower case). A row is split into
its cells, and nearly all of them must be of a kind that only such a page prints: a column of a
paper, the length of a recording, a control of a player.
"""

from __future__ import annotations

from checks.text import later

LINE = 200  # longest of these rows; heads of archives reach 120 characters
PLAYED, FIELDS, TOLD, BACK = 3, 3, 3, 2  # parts of a player, fields, cells of a lesson, cells that are known

_DAY = r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?(?: ?\d{1,2}:\d\d(?::\d\d)?)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BOARD = later(
    r"作者 ?:? ?[a-z]\w{1,15} ?\([^()]{0,30}\) (?:看板|站内|讨论区|版面) ?:? ?[\w-]{2,30}"
    rf"|时间 ?:? ?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* {_MONTH} +\d{{1,2}} \d\d:\d\d(?::\d\d)? (?:19|20)\d\d"
)
_OF_BOARD = later(
    r"(?:看板|站内|讨论区) ?:? ?[a-z][\w-]{1,30}|作者 ?:? ?[a-z]\w{1,15} ?\([^()]{0,30}\)"
    r"|标题 ?:? ?(?:(?:re|fw|转寄)[: ]*)?\[[^\[\]]{1,8}\] ?.{1,60}"
)
_BOARD_FOOT = later(
    r"※ ?(?:发信站|文章网址|文章代码|转录者|转录自|本文转录自|编辑|发文站|来源站|帖子网址) ?:? ?.{4,140}"
    r"|◆ ?from ?: ?[\w.:*-]{7,60}"
)
_CONTROL = later(
    r"(?:视频|音频|语音|播放器?|影片)?(?:加载中|载入中|缓冲中|正在加载|正在缓冲)|\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?"
    r"|(?:播放)?(?:倍速|速度)|[0-3]\.\d{1,2} ?x|(?:退出)?全屏|全萤幕|静音|音量|画质|清晰度|超清|高清|标清|流畅|画中画|小窗(?:播放)?|弹幕|字幕"
    r"|重播|重新播放|继续播放|暂停|播放|(?:播放|当前|剩余|总)(?:进度|时间|时长)|循环|自动"
)
_SURE_CONTROL = later(r"加载中|载入中|缓冲中|\d:\d\d ?/ ?\d|倍速|\d ?x(?![a-z])|全屏|画中画|小窗")
_LETTER = later(r"[^\W\d_]")
_FIELD = later(
    r"(?:报章|报纸|报刊|报名|刊名|媒体|版次|版面|版别|版名|叠次|页次|版号|日期|刊登日期|出版日期|字数|作者|记者|专栏|栏目|期数|卷期|标题) ?: ?"
)
_OF_PAPER = ("报章", "报纸", "报刊", "刊名", "版次", "版面", "版别", "版名", "叠次", "页次", "版号")
_DATED = later(
    rf"(?:文章|新闻|刊登|刊载|见报|报道|撰文|发稿|上载|登载|稿件|资讯)(?:日期|时间) ?: ?{_DAY}"
    rf"|(?:发布|发表|刊登|收录|写|张贴|投稿)[于在] ?[^。,:]{{1,16}} {_DAY} ?(?:[|·] ?)?(?:阅读(?:时间)?|预计阅读|读完)(?:约|需|大约|时间|:)* ?\d{{1,3}} ?分钟?"
    rf"|(?:[\[【].{{2,4}}[\]】] ?)?(?:本站|本网站?|网站|本论坛|站点)(?:内容|首页|资料)?(?:最后|最近|上次)(?:一次)?(?:更新|维护|修订|改版)(?:时间|日期|于)? ?:? ?{_DAY}.{{0,12}}"
)
_SPLIT = later(r"\s*[|·•丨]\s*|\s+")
_LENGTH = later(r"(?:时长:?)?\d{1,3}(?:分(?:钟)?(?:\d{1,2}秒)?|'\d\d\"?|:\d\d(?::\d\d)?)")
_LESSON = later(
    r"第[\d一二三四五六七八九十百]{1,4}[讲课节集]|(?:会员|付费|vip|订阅者|学员|专栏|付费会员)(?:专享|专属|课程|可听)|免费试[听看读]|试[听看]|音频|文稿|\d[\d.]*万?[人次](?:已?学习?|已?学过|收听|播放|订阅)"
    r"|(?:转述|主讲|主讲人|主播|讲述|讲者|讲师|朗读|播音|配音|音频|音效|后期|文稿|编辑|策划|撰稿|解读|审校|监制|出品) ?: ?[㐀-鿿a-z·]{1,12}"
)
_ABOUT_FILE = later(
    r"(?:文档|文件|资料|课件|资源)(?:介绍|简介|名称|描述|标题) ?:.{0,60}|(?:分享者|分享人|上传者|上传人|贡献者|上传用户|发布者|上传于|分享于|所属分类|文档分类|格式|大小|页数) ?:.{1,30}"
)
_COUNTED = later(
    r"(?:阅读|浏览|收藏|下载|评论|点赞|分享|热度|评分|页数|积分) ?:? ?\(?[\d,.]+万?[次页分人]?\)?"
)
_WAY_BACK = later(
    r"(?:(?:返回|回到|回)(?:本?(?:首页|主页|栏目|频道|专题|专题首页|专题目录|栏目首页|目录|列表|顶部|页首|顶端|上页|上一页|上一级|上一层|论坛|版面|文章列表|新闻列表|搜索结果|检索结果|往期目录|课程目录|专栏目录))页?[\s↑▲^>»|·\[\]【】]*){1,6}"
)
_LIBRARY = later(
    r"(?:检索|查询|资料库|数据库)(?:首页|历史|策略|结果|说明)|(?:进阶|高级|简易|简单|一般|快速|专业|全文|书目|日期|跨库)(?:检索|查询|搜寻)|我的(?:剪报夹?|收藏夹?|书房|检索|资料夹)|剪报夹?|使用(?:说明|手册|帮助)|操作说明|帮助|首页|登[入出录]|关于本库|报刊导航|版面浏览|检索词表|中文|english"
)
_SEARCHES = ("检索", "查询", "搜寻", "剪报")
_SERVICE = r"(?:微信(?:好友|群|朋友圈)?|朋友圈|qq(?:好友|空间)?|(?:新浪)?微博|豆瓣|钉钉|抖音|复制(?:链接|网址)|(?:生成|分享)?海报|二维码|line|facebook|twitter|whatsapp|telegram|email|更多)"
_HAND_ON = later(
    rf"[^。:]{{0,14}}(?:分享|转发|转告|推荐)(?:给|到|至)?[^。:]{{0,10}}: ?(?:{_SERVICE}[\s|·/]*){{2,10}}"
    r"|(?:请|记得|欢迎|赶快|快)?(?:转发|分享|转)(?:到|至|给)?(?:朋友圈|好友|微信群|家人|身边人)[,! ]*让更多的?(?:人|朋友|家长|网友|老乡|市民)(?:都)?(?:看到|知道|了解|受益)[!。~ -]*(?:end|完)?\W*"
)
_KEEP = later(
    r"(?:请|记得|建议|欢迎|可以|您可)?(?:把|将)(?:本站|本页|本网站?|本网页|此页|我们)(?:加入|加到|添加到?|放进|放入|存入|保存到|收进)(?:您的|你的|浏览器)?(?:收藏夹?|书签|我的最爱|桌面)(?:\([^()]{0,14}\))?(?:[,!][^。]{0,20})?[!。~]?"
    r"|(?:请|记得)?(?:按|使用|按下) ?ctrl ?\+ ?d ?(?:键|快捷键)?,?(?:即可|可以|可|就能)?(?:收藏|加入|把|将)[^。]{0,20}"
)
_HOT = later(
    r"(?:热门|热点|精选|推荐|最新|今日热点|今日热门|大家在看|往期|头条)(?:内容|文章|资讯|岗位|话题)? ?: ?[^|:。]{4,24}(?: ?\| ?[^|:。]{4,24}){2,8}"
)


def page_head(folded: str, at: str) -> str:
    """Kind of the line (meta, meta?, tool, footer, share, bookmark) ``at`` a place; empty for text.

    >>> page_head("视频加载中… 00:00 / 02:31 倍速 1.0x 全屏", "body"), page_head("视频加载中", "body")
    ('tool', '')
    """
    if len(folded) > LINE:
        return ""
    if _is_player(folded):
        return "tool"
    if _KEEP.fullmatch(folded):
        return "bookmark"
    if at in ("body", "head"):
        return ""
    return _head(folded) or (_foot(folded) if at == "tail" else "")


def _head(folded: str) -> str:
    if _BOARD.fullmatch(folded) or _DATED.fullmatch(folded):
        return "meta"
    if _is_filed(folded) or _is_lesson(folded) or _is_of_file(folded):
        return "meta"
    if _OF_BOARD.fullmatch(folded):
        return "meta?"
    return "tool" if _is_library(folded) else ""


def _foot(folded: str) -> str:
    if _BOARD_FOOT.fullmatch(folded):
        return "footer"
    if _HAND_ON.fullmatch(folded):
        return "share"
    return "tool" if _WAY_BACK.fullmatch(folded) or _HOT.fullmatch(folded) else ""


def _is_player(folded: str) -> bool:
    """Nothing but the controls of a player, two of which stand nowhere else."""
    if len(_SURE_CONTROL.findall(folded)) < BACK or len(_CONTROL.findall(folded)) < PLAYED:
        return False
    return not _LETTER.search(_CONTROL.sub(" ", folded))


def _is_filed(folded: str) -> bool:
    """Where and when a paper printed it: 报章:… 日期:… 版次:… 字数:…"""
    marks = list(_FIELD.finditer(folded))
    if len(marks) < FIELDS or marks[0].start() > 1 or "。" in folded:
        return False
    ends = [mark.start() for mark in marks[1:]] + [len(folded)]
    short = all(0 < end - mark.end() <= 26 for mark, end in zip(marks, ends, strict=True))
    return short and sum(mark[0].startswith(_OF_PAPER) for mark in marks) >= BACK


def _is_lesson(folded: str) -> bool:
    """The length of a recording beside its number, its readers, its audience."""
    cells = [cell for cell in _SPLIT.split(folded) if cell]
    if len(cells) < TOLD:
        return False
    timed = sum(bool(_LENGTH.fullmatch(cell)) for cell in cells)
    known = sum(bool(_LESSON.fullmatch(cell)) for cell in cells)
    return timed == 1 and known >= BACK and timed + known == len(cells) >= TOLD


def _is_of_file(folded: str) -> bool:
    """What a site for documents counts of a file, beside who put it there."""
    cells = [cell.strip() for cell in folded.split("|")]
    if len(cells) < TOLD:
        return False
    counted = sum(bool(_COUNTED.fullmatch(cell)) for cell in cells)
    about = sum(bool(_ABOUT_FILE.fullmatch(cell)) for cell in cells)
    return counted > 0 < about and counted + about == len(cells) >= TOLD


def _is_library(folded: str) -> bool:
    """The menu of an archive of newspapers: 检索首页 进阶检索 我的剪报夹."""
    if sum(map(folded.count, _SEARCHES)) < BACK:
        return False
    cells = [cell for cell in _SPLIT.split(folded) if cell]
    return len(cells) >= TOLD and all(_LIBRARY.fullmatch(cell) for cell in cells)
