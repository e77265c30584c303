"""Menus, paths, share rows, tool rows, pagers and editor lines of the site, left standing in the text.

What it finds
    Lines that belong to the site and not to the article: a menu of channels, the path to the page
    (首页 > 新闻 > 正文), a share row, a bookmark link, the tools of the page (字号 打印 关闭, 发表评论, 扫码关注,
    "Skip to content"), the way to the next article (上一篇), the line of editors.
Why it matters
    Such lines come from extraction without a look at the page's structure. They repeat over every
    page of a site, break the text, and teach a model to write menus.
How it is told
    By names and words from closed lists that fill a short line or a run of short lines: whoever
    speaks of these things needs other words as well. Neighbouring lines decide where one line could
    be either. The amount decides: up to a tenth of the characters of a text is told as info.
What it must not be confused with
    Headers of tables, lists that a colon introduces, school subjects or dataset labels, instructions
    and reports on programs, credits of films and books, prose that mentions a home page or an editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checks.evidence.appeals import appeal_behind
from checks.evidence.bylines import editor_behind
from checks.evidence.line_forms import triggers_of
from checks.evidence.lone_lines import page_marks, row_behind
from checks.evidence.menu_blocks import stands
from checks.evidence.menus import TRIGGERS, menu_in_front
from checks.evidence.page_tools import TOLD, pager_behind
from checks.evidence.site_lines import blocks_in, is_last, lines_with, span_of
from checks.evidence.site_rows import FORMS, ROW
from checks.evidence.trade_lines import TRIGGERS as TRADE
from checks.model import Candidate, Check, Example, FaultClass, Limit, Severity, Span, Words
from checks.text import Line, Text

# CLASSES: by amount. Clean news and statutes show none at all, so any limit would do for them; a
# path around a whole article stays under a tenth, a page that is half menu does not.
LIMITS = (Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.10))
KINDS = {  # kind of a block -> its class, label, what it is
    "menu": ("site_nav", Words("site menu", "网站导航"), Words("menus of the site", "网站导航")),
    "crumb": (
        "site_breadcrumb",
        Words("path to the page", "面包屑导航"),
        Words("paths to the page", "页面路径"),
    ),
    "share": ("site_share_widget", Words("share row", "分享栏"), Words("share rows of the page", "分享栏")),
    "bookmark": (
        "site_bookmark_widget",
        Words("bookmark link", "收藏链接"),
        Words("bookmark links", "收藏链接"),
    ),
    "pager": (
        "site_prev_next",
        Words("way to the next page", "上一篇下一篇"),
        Words("links to the neighbouring pages", "上一篇、下一篇链接"),
    ),
    "tool": (
        "site_toolbar",
        Words("tools of the page", "页面工具栏"),
        Words("tools and prompts of the page", "页面工具与提示"),
    ),
    "editor": (
        "site_editor_line",
        Words("editor line", "编辑署名行"),
        Words("lines that name the editors", "编辑署名行"),
    ),
}
CLASSES = tuple(
    FaultClass(
        name,
        "site_text",
        Severity.WARNING,
        label,
        Words(
            f"the text holds {what.en}, which are no part of the article: {{n}} (first: {{first}})",
            f"正文中混有 {{n}} 处{what.zh}，属于网站而非文章（首处：{{first}}）",
        ),
        LIMITS,
    )
    for name, label, what in KINDS.values()
)

PAGE_NUMBERS = ("页共", "页 共", "页/共")  # with one of these the numbers of printed pages are counted
CALLS = frozenset(
    [
        "点击进入",
        "点击查看",
        "点击阅读",
        "点击了解",
        "点击这里",
        "点击此处",
        "点击下载",
        "点击订阅",
        "点击关注",
        "戳这里",
        "了解更多",
        "查看更多",
        "阅读更多",
        "更多精彩",
        "更多内容",
        "更多详情",
        "扫码关注",
        "扫码下载",
        "扫码查看",
        "识别二维码",
        "长按识别",
        "加入书签",
        "精彩内容",
    ]
)  # what a line that leads away from the text says
# Refrains and headings of manuals say none of these words; a template repeats its call in every gap between texts.
CALLED, CALL_LEAST, CALL_MOST = 3, 6, 40
BEHIND = 200  # characters at the end of a line in which an editor or a pager is looked for


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the blocks of furniture around the candidates, each once."""
    lines = lines_with(text, candidates)
    for block in blocks_in(text, lines):
        kind = "menu" if block.kind == "channels" else block.kind
        if kind in KINDS and stands(text, block):
            yield block.span(text, KINDS[kind][0])
    for line in lines:
        yield from _behind_the_text(text, line)
        if line.start == 0:
            yield from _in_front_of_it(text, line)
    if any(candidate.phrase in PAGE_NUMBERS for candidate in candidates):
        for start, end in page_marks(text.view):
            yield span_of(text, "site_toolbar", start, end)
    yield from _calls(text, candidates)


def _calls(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """A line that calls to click, scan or read on, and stands between the paragraphs again and again."""
    places: dict[str, list[int]] = {}
    for line in lines_with(text, [c for c in candidates if c.phrase in CALLS]):
        start, end = line.inner
        if CALL_LEAST <= end - start <= CALL_MOST:
            places.setdefault(text.folded(start, end), []).append(text.line_number(start))
    for call, numbers in places.items():
        apart = [n for last, n in pairwise([-2, *numbers]) if n - last > 1]
        if len(apart) >= CALLED and not call.endswith(("。", "?", ":")) and not TOLD.search(call):
            yield from (span_of(text, "site_toolbar", *text.lines[n].inner) for n in numbers)


def _in_front_of_it(text: Text, line: Line) -> Iterator[Span]:
    """The menu in front of a text that has lost its line breaks."""
    start, end = line.inner
    head = text.folded(start, min(end, start + ROW)) if end - start > BEHIND // 2 else ""
    if size := menu_in_front(head):
        yield span_of(text, "site_nav", start, start + size)


def _behind_the_text(text: Text, line: Line) -> Iterator[Span]:
    """An editor or the way to the next page behind the last sentence of a line."""
    start, end = line.inner
    low = max(start, end - BEHIND)
    folded = text.folded(low, end)
    if (place := pager_behind(folded)) and low + place > start:
        yield span_of(text, "site_prev_next", low + place, end)
    elif (found := editor_behind(folded)) and low + found[0] > start and is_last(text, line):
        yield span_of(text, "site_editor_line", low + found[0], low + found[1])
    elif (row := row_behind(folded)) and low + row > start and is_last(text, line):
        yield span_of(text, "site_toolbar", low + row, end)
    elif (asked := appeal_behind(folded)) and low + asked > start:
        yield span_of(text, "site_toolbar", low + asked, end)


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_MORE = "村民把去年的账目贴在祠堂门口，谁家出了多少工、分了多少钱，一笔一笔写得清清楚楚，大家看了都说公道。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="site_furniture",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    phrases=TRIGGERS | CALLS | TRADE | triggers_of(FORMS, "tool", "pager", "share", "crumb", "editor"),
    fires_on=(
        Example(
            "⟦抱歉，您访问的页面不存在或已删除。\n3秒后自动跳转到首页\n返回首页⟧",
            "site_toolbar",
            note="a page that is gone",
        ),
        Example(
            "⟦安全验证\n您的访问过于频繁，请完成下方验证后继续访问。\n点击按钮进行验证⟧",
            "site_toolbar",
            note="a server that asks for a human",
        ),
        Example(
            "⟦Just a moment...\nEnable JavaScript and cookies to continue⟧", "site_toolbar", note="the same"
        ),
        Example(_BODY + "⟦养护办法编辑本段⟧\n" + _BODY, "site_toolbar", note="an encyclopedia"),
        Example("⟦推广 热搜：水泵 闸门 水管 清淤机⟧\n" + _BODY, "site_toolbar", note="what others look for"),
        Example(
            "⟦青禾中文 通过搜索各大小说站为您自动抓取各类小说供您阅读！⟧\n" + _BODY,
            "site_toolbar",
            note="a site that copies",
        ),
        Example(
            _BODY + "⟦编辑特别推荐：写水渠的作文 写春天的作文 写守渠人的作文，欢迎阅读！⟧", "site_editor_line"
        ),
        Example(_BODY + "⟦更多水利考试资讯可关注水利考试频道或点击右下角在线咨询！⟧", "site_editor_line"),
        Example(
            _BODY + "⟦支付方式：支付宝 微信支付\n验证码：换一换\n加入VIP，免费下载⟧",
            "site_toolbar",
            note="a library of documents",
        ),
        Example(
            "⟦1、PDF文件下载后，可能会被浏览器默认打开，请在菜单里另存为。\n2、本站不支持迅雷下载，请换一种方式。\n3、试题试卷类文档，标题没有写明答案的都没有答案。⟧\n"
            + _BODY,
            "site_toolbar",
            note="what to mind about the file",
        ),
        Example(
            "⟦1、下载文档前请先预览文档是否完整，本平台不补写缺页。\n2、仅部分预览的文档如有缺页可申请退款。⟧\n"
            + _BODY,
            "site_toolbar",
            note="numbered, too",
        ),
        Example(
            "⟦很多朋友对于水渠怎么清淤不太懂，今天就由小编来为大家分享，希望可以帮助到大家，下面一起来看看吧！⟧\n"
            + _BODY,
            "site_editor_line",
        ),
        Example(
            "⟦今天给各位分享水渠的知识，其中也会对怎么清淤进行解释，如果能解决您的问题，别忘了关注本站，现在开始吧！⟧\n"
            + _BODY,
            "site_editor_line",
            note="what farms set before a text",
        ),
        Example(
            "⟦序论：写作是慢慢打磨的过程，我们为您推荐五篇水渠的总结范文，愿它们能帮到您。⟧\n" + _BODY,
            "site_editor_line",
        ),
        Example("⟦本文还有配套的精品资源，点击获取⟧\n" + _BODY, "site_toolbar"),
        Example(
            "⟦这篇文章主要给大家介绍了水渠的修法，小编觉得挺实用的，现在分享给大家，一起看看吧⟧\n" + _BODY,
            "site_editor_line",
            note="what a site that copies sets before a text",
        ),
        Example(
            _BODY + "⟦以上就是本文的全部内容，希望对大家修渠有所帮助，也请大家多多支持田边书房。⟧",
            "site_editor_line",
            note="and behind it",
        ),
        Example("⟦欢迎访问 田边书房！⟧\n等水来\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦[啟動LINE推播] 每日重大新聞通知⟧\n" + _BODY, "site_share_widget", note="push me"),
        Example(
            _BODY + "⟦加微信，获取更多资料\n复制微信号⟧\n" + _BODY,
            "site_toolbar",
            note="what a shop's program set between paragraphs",
        ),
        Example(
            "等水来\n⟦田边新闻LINE@每天推播好文章，按了就看⟧\n⟦加入LINE好友⟧\n" + _BODY,
            "site_share_widget",
            note="follow us",
        ),
        Example(
            "⟦田边书房 :: 首页 :: 新随笔 :: 联系 :: 聚合 ::\n35 随笔 :: 2 文章 :: 6 评论 :: 0 Trackbacks⟧\n"
            + _BODY,
            "site_toolbar",
            note="the head of a blog",
        ),
        Example(
            "⟦打印 上一主题 下一主题⟧\n水渠的闸门由三块木板拼成，开闸以前先看水位，水位过线时只抽中间一块，另外两块留着挡沙。",
            "site_toolbar",
            note="a board's row above a post",
        ),
        Example(_BODY + "⟦[推荐朋友][打印本稿][字体：大 小]⟧", "site_toolbar", note="bracketed"),
        Example(_BODY + "⟦扫码进群，领取农事日历⟧", "site_toolbar"),
        Example(
            "⟦《水渠养护手册.docx》由会员分享，可在线阅读，更多相关《水渠养护手册》请在某某文库上搜索。⟧\n"
            + _BODY,
            "site_toolbar",
            note="a site for documents speaks of the file",
        ),
        Example(
            _BODY + "⟦延伸阅读 三处水渠下月通水⟧\n" + _MORE, "site_toolbar", note="a blank for the colon"
        ),
        Example(
            _BODY + "⟦以上就是修渠的介绍，如果您还有其他疑问，可以点击在线专家咨询。⟧", "site_editor_line"
        ),
        Example("⟦水泵 >> 离心水泵⟧\n" + _BODY, "site_breadcrumb", note="from the kind to the one"),
        Example(
            "⟦农业百科 首页 农具 农药 种子⟧\n" + _BODY, "site_nav", note="the home page in a row of names"
        ),
        Example("⟦专家团队 特色门诊 来院路线⟧\n" + _BODY, "site_nav", note="three names, all known"),
        Example(_BODY + "⟦鲜花 0 鸡蛋 0 送花 收藏⟧", "site_toolbar"),
        Example("⟦国内国际军事财经娱乐体育⟧\n" + _BODY, "site_nav", note="glued subjects, no part of a site"),
        Example("等水来\n⟦产品详情⟧\n" + _BODY, "site_toolbar", note="a tab of a shop above the text"),
        Example("⟦图文详情 规格参数 售后服务⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦商品說明　規格　送貨及付款方式　顧客評價⟧", "site_toolbar"),
        Example("⟦加入購物車\n立即結帳⟧\n" + _BODY, "site_toolbar", note="buttons, one a line"),
        Example(_BODY + "⟦價格：面議 查看聯繫方式⟧", "site_toolbar"),
        Example(_BODY + "⟦免费法律咨询，点击提问⟧", "site_toolbar", note="a call to ask"),
        Example(_BODY + "⟦联系我时，请说明是在本站看到的⟧", "site_toolbar"),
        Example(_BODY + "⟦普通下载 高速下载⟧", "site_toolbar"),
        Example(_BODY + "⟦［廣告］請繼續往下閱讀⟧\n" + _MORE, "site_toolbar"),
        Example("⟦猜你喜欢⟧\n" + _BODY, "site_toolbar", note="the label of a list that was cut off"),
        Example(_BODY + "⟦看过此商品的人也看了⟧", "site_toolbar"),
        Example(_BODY + "⟦这篇文章对您有帮助吗？ 有帮助 没帮助⟧", "site_toolbar"),
        Example(_BODY + "⟦顶一下(3) 踩一下(0)⟧", "site_toolbar"),
        Example("等水来\n⟦打开APP⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦更多农业资讯请关注农业频道⟧\n" + _MORE, "site_toolbar"),
        Example(_BODY + "⟦回复 支持 反对 举报⟧", "site_toolbar", note="three verbs and one of pages only"),
        Example("⟦您的位置 > 新闻⟧\n" + _BODY, "site_breadcrumb"),
        Example(_BODY + "⟦下一个⟧", "site_prev_next", note="alone below the text"),
        Example("⟦首页|新闻|图片|专题|评论⟧\n" + _BODY, "site_nav"),
        Example(
            3 * (_BODY + "⟦更多精彩內容，點擊查看專題⟧\n" + _MORE),
            "site_toolbar",
            note="one call again and again",
        ),
        Example(_BODY + "⟦音频缓冲中 0:00/12:40 1.5X 倍速 静音⟧\n" + _MORE, "site_toolbar", note="a player"),
        Example("⟦檢索首頁　簡易檢索　檢索歷史　剪報夾⟧\n" + _BODY, "site_nav", note="an archive of papers"),
        Example(_BODY + "⟦回到频道 返回列表页 回到页首 ▲⟧", "site_toolbar"),
        Example(
            _BODY + "⟦最新岗位：粮站招三人｜渡口招船工｜小学招教师⟧", "site_toolbar", note="a row of links"
        ),
        Example(_BODY + "⟦有帮助(12) 没帮助(1) 回复 举报⟧", "site_toolbar", note="a review"),
        Example(_BODY + "⟦好文请转发给好友：微信群　QQ好友　复制网址⟧", "site_share_widget"),
        Example(_BODY + "⟦分享给家人，让更多的朋友知道⟧", "site_share_widget"),
        Example(_BODY + "⟦请将本页添加到书签，以免走失⟧\n" + _MORE, "site_bookmark_widget"),
        Example("⟦首頁 · 要聞 · 論壇 · 影音 · 圖片⟧\n" + _BODY, "site_nav", note="traditional, dots"),
        Example(
            "⟦• 首页\n• 新闻中心\n• 产品展示\n• 大事记\n• 联系我们⟧\n" + _BODY,
            "site_nav",
            note="a menu set vertically, one name unknown",
        ),
        Example(
            _BODY + "⟦最新|图片|视频|出行|活动⟧\n" + _MORE,
            "site_nav",
            note="no home page, between two articles",
        ),
        Example(_BODY + "⟦栏目推荐\n在线访谈 政务要闻 通知公告 部门动态⟧", "site_nav", note="columns only"),
        Example("⟦首 页   政 务 公 开   网 上 办 事   互 动 交 流⟧\n" + _BODY, "site_nav", note="spaced out"),
        Example(
            "⟦[首页](/) | [新闻](/n) | [论坛](/bbs) | [登录](/in)⟧\n" + _BODY, "site_nav", note="Markdown"
        ),
        Example("⟦Home | About Us | News | Contact⟧\n" + _ENGLISH, "site_nav"),
        Example("⟦返回列表页⟧\n" + _BODY, "site_nav", note="a lone link back above the text"),
        Example("⟦当前位置：首页 > 农业 > 水利⟧\n" + _BODY, "site_breadcrumb"),
        Example("⟦本頁位置首頁新聞中心本地新聞⟧\n" + _BODY, "site_breadcrumb", note="arrows lost"),
        Example("⟦县报网 > 乡镇 > 正文⟧\n" + _BODY, "site_breadcrumb", note="down to the text"),
        Example("⟦Home » News » Local⟧\n" + _ENGLISH, "site_breadcrumb"),
        Example(_BODY + "⟦分享到：微信 新浪微博 QQ空间⟧", "site_share_widget"),
        Example(_BODY + "⟦微博\n微信\n106\nQQ空间⟧", "site_share_widget", note="three services, no label"),
        Example("⟦微信扫一扫，分享到朋友圈⟧\n" + _BODY, "site_share_widget"),
        Example(_ENGLISH + "⟦Share this:\nFacebook\nTwitter⟧", "site_share_widget"),
        Example("水渠怎么修\n" + _BODY + "⟦收藏《水渠怎么修》)⟧", "site_bookmark_widget"),
        Example(_BODY + "⟦【加入收藏】⟧", "site_bookmark_widget"),
        Example(_BODY + "⟦上一篇：三处水渠下月通水\n下一篇：没有了⟧", "site_prev_next"),
        Example(_BODY + "⟦上一篇\n三處水渠下月通水\n下一篇\n春耕農機下田忙⟧", "site_prev_next"),
        Example(_BODY + "⟦首页 上一页 1 2 3 下一页 尾页⟧", "site_prev_next"),
        Example(_BODY.strip() + "⟦上一篇：三处水渠下月通水⟧", "site_prev_next", note="glued to the text"),
        Example(_ENGLISH + "⟦Previous post: School roof survives the storm⟧", "site_prev_next"),
        Example(
            "⟦馆藏检索 | 新书通报 | 借阅须知 | 读者荐购⟧\n" + _BODY, "site_nav", note="names no list holds"
        ),
        Example("⟦首頁　即時　港聞　兩岸　馬經⟧\n" + _BODY, "site_nav", note="Hong Kong"),
        Example("⟦公司新闻⟧\n三处水渠下月通水\n" + _BODY, "site_nav", note="the channel above the title"),
        Example(
            "⟦首页 新闻 体育 财经 论坛⟧ 三处水渠下月通水 " + 3 * _BODY.strip(),
            "site_nav",
            note="no line breaks",
        ),
        Example(_BODY + "⟦第A01版：要闻\n第A02版：综合\n第A03版：三农⟧", "site_nav", note="pages of a paper"),
        Example("⟦河西网 > 乡镇 > 水利⟧\n" + _BODY, "site_breadcrumb", note="from the name of a site"),
        Example("⟦首頁 / 地方 / 水利⟧\n" + _BODY, "site_breadcrumb", note="slashes"),
        Example(
            _BODY + "⟦申请职位　收藏职位　举报该职位⟧", "site_toolbar", note="buttons: a verb and its object"
        ),
        Example("⟦【字型：大 中 小】【列印本頁】【關閉視窗】⟧\n" + _BODY, "site_toolbar", note="Taiwan"),
        Example("⟦设为首页　加入我的最爱　回首页⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦欢迎关注河西发布微信公众号⟧", "site_toolbar", note="an account no list holds"),
        Example(_BODY + "⟦点击下载河西新闻客户端⟧", "site_toolbar"),
        Example(_BODY + "⟦按此下載《河西日誌》手機應用程式，緊貼社區新聞⟧", "site_toolbar"),
        Example(_BODY.strip() + "⟦（觉得不错就转发到朋友圈吧）⟧", "site_toolbar", note="behind the text"),
        Example(
            _BODY + "⟦天才一秒记住本站地址，手机用户请浏览阅读⟧\n" + _MORE, "site_toolbar", note="a novel"
        ),
        Example("⟦河西县人民政府门户网站欢迎您！⟧\n" + _BODY, "site_toolbar"),
        Example("⟦本网站使用 Cookie 以改善您的体验。继续浏览即表示您同意。⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦—— END ——⟧", "site_toolbar"),
        Example(
            2 * _BODY.strip() + "\n⟦我要评论\n水乡人\n渠水真清\n老周\n盼了三年\n查看更多评论⟧",
            "site_toolbar",
            note="short lines between two rows of the page",
        ),
        Example(_BODY + "⟦产品详情 产品参数 售后服务⟧", "site_toolbar", note="the tabs of a shop"),
        Example(_BODY + "⟦相关产品：水泵 水管 水表⟧", "site_toolbar"),
        Example("等水来\n⟦字号：大 中 小 打印 关闭⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦网友评论仅供其表达个人看法，并不表明本站立场⟧", "site_toolbar"),
        Example("⟦点击上方蓝字关注我们⟧\n" + _BODY, "site_toolbar"),
        Example(_BODY + "⟦打印\n关闭\n返回顶部⟧\n", "site_toolbar", note="one a line"),
        Example(_BODY + "⟦您的浏览器版本过低，请升级浏览器⟧\n" + _MORE, "site_toolbar"),
        Example(_ENGLISH + "⟦Leave a Reply\nYour email address will not be published.⟧", "site_toolbar"),
        Example(_BODY + "⟦责任编辑：某某⟧\n" + _MORE, "site_editor_line"),
        Example(_BODY + "⟦編輯：某某\n校對：某某\n審核：某某⟧", "site_editor_line"),
        Example(_BODY.strip() + "⟦（责编：某某）⟧", "site_editor_line", note="behind the last sentence"),
        Example(_BODY + "⟦编辑 | 某某⟧", "site_editor_line"),
        Example(_BODY + "⟦终审：某某⟧", "site_editor_line", note="alone below the text"),
        Example(_BODY.strip() + "⟦（一审：某某 二审：某某 三审：某某）⟧", "site_editor_line"),
        Example(_BODY + "⟦撰文：某某　摄影：某某⟧", "site_editor_line"),
        Example(_BODY.strip() + "⟦编辑：某某　校对：某某⟧", "site_editor_line", note="no brackets"),
        Example(
            _BODY + "⟦以上就是小编为大家整理的修渠资料，更多内容请关注本站农业频道！⟧",
            "site_editor_line",
            note="the editor takes leave",
        ),
        Example(
            _BODY.strip() + "⟦第1页共3页⟧" + _MORE.strip() + "⟦第2页共3页⟧" + _BODY,
            "site_toolbar",
            note="numbers of printed pages, which count up",
        ),
        Example("⟦字體：大 中 小　背景：白 灰 綠　雙擊滾屏⟧\n" + _BODY, "site_toolbar", note="colours"),
        Example(
            _BODY + "⟦[ 回复本文 ] [ 原文 ] [ 返回讨论区 ] [ 上篇 ] [ 下篇 ]⟧", "site_toolbar", note="a board"
        ),
        Example(
            _BODY + "⟦---- 部门网站 ---- ---- 市州政府网站 ----⟧\n" + _MORE, "site_toolbar", note="choices"
        ),
        Example(_BODY + "⟦A B C D E F G H J K L M N O P Q R S T W X Y Z⟧", "site_toolbar", note="an index"),
        Example(_BODY.strip() + "⟦返回搜狐，查看更多⟧", "site_toolbar", note="glued to the text"),
    ),
    silent_on=(
        Example("他访问的村子已经不存在了，只剩几棵柳树。\n" + _BODY, note="a story"),
        Example("水泵启动太频繁，请检查水位开关是否卡住。\n" + _BODY, note="a manual of a pump"),
        Example("闸门在3秒后自动关闭，水位就不再上涨。\n" + _BODY, note="what a gate does"),
        Example("安全验证由监理负责，每周一次，结果贴在村口。\n" + _BODY, note="a sentence"),
        Example("词典里每一节都能编辑，本段由三人写成。\n" + _BODY, note="a sentence"),
        Example("这条新闻成了热搜：三处水渠通水，村里人都转发。\n" + _BODY, note="a story"),
        Example("程序会自动抓取各站的水位，供值班的人查看。\n" + _BODY, note="what a program does"),
        Example(_BODY + "编辑推荐：这本书写水渠，也写守渠的人。", note="a review"),
        Example(_BODY + "更多的人关注起水来，频道里天天说它。", note="a sentence"),
        Example(_BODY + "读者正在读的书，多半是水利的书。", note="a sentence"),
        Example(
            "怎样下载\n1、文件下载后会被浏览器拦截，请在弹窗里选择保留。\n2、下载前请确认磁盘还有空间。\n3、下载时用户名和密码要填全。\n"
            + _BODY,
            note="a manual",
        ),
        Example("支付方式：由双方另行约定\n" + _BODY, note="a contract"),
        Example("这批资料下载后的整理工作由档案室负责。\n" + _BODY, note="a sentence"),
        Example("旧闸门要换一换，新闸门下月装。\n" + _BODY, note="a sentence"),
        Example("很多朋友对于水渠不太懂，我也是去年才学会的。\n" + _BODY, note="an author begins otherwise"),
        Example("今天给大家分享三个修渠的办法，都是老人教的。\n" + _BODY, note="an author begins"),
        Example("序论：水利与农业的关系\n" + _BODY, note="the heading of a book"),
        Example("他点击下方的按钮查看答案，错了三题。\n" + _BODY, note="a story"),
        Example(
            "这篇文章主要介绍了水渠的历史，作者是一位守渠的老人。\n" + _BODY, note="what an article is about"
        ),
        Example(_BODY + "以上就是本文的全部内容，希望对你有帮助。", note="an author takes leave"),
        Example("欢迎访问水乡的朋友们先去看渠\n" + _BODY, note="a headline"),
        Example("欢迎来到水城！\n" + _BODY, note="a travel note"),
        Example("启动LINE推播以后，他一天收到三十条通知。\n" + _BODY, note="a sentence about it"),
        Example(
            "1. 复制微信号\n2. 打开微信\n3. 点右上角的加号\n4. 粘贴后搜索\n" + _BODY, note="steps of a manual"
        ),
        Example("加微信聊了三天，他们决定见面。\n" + _BODY, note="a story"),
        Example("加入LINE群組以後，他每天早上都問好。\n" + _BODY, note="a sentence"),
        Example("新随笔三篇\n水渠\n闸门\n春耕\n" + _BODY, note="a table of contents"),
        Example(
            _BODY
            + "上一页\n移到文档的上一页。\n下一页\n移到文档的下一页。\n关闭\n关闭这一页，不保存。\n"
            + _MORE,
            note="commands, and what they do",
        ),
        Example(
            "打印预览\n在工具栏里点打印机的图标，或者按快捷键；打开的对话框里可以选纸。\n分辨率\n从列表里选每英寸的点数。\n"
            + _BODY,
            note="a manual",
        ),
        Example(
            "打印上一主题的时候，请先把下一主题的标题抄下来，交给值班的同学。",
            note="a board's words in a sentence",
        ),
        Example("论坛改版以后，跳转到指定楼层要多点一下，老用户都说不习惯。", note="said about a board"),
        Example(
            _BODY
            + "《水渠养护手册》由会员分享给各村，在村民大会上读了两遍，大家还想看更多相关的书。\n"
            + _MORE,
            note="who handed a book on",
        ),
        Example("收藏\n点赞\n转发\n关注\n关闭", note="a list of words has no foot"),
        Example("北山 > 南山\n" + _BODY, note="which is higher"),
        Example(_BODY + "扫码入场", note="no account is named"),
        Example("浏览 10 分钟\n" + _BODY, note="a plan of a lesson"),
        Example("打开APP，进入首页\n" + _BODY, note="a step"),
        Example("位置：市民中心\n" + _BODY, note="where a meeting is"),
        Example(_BODY + "以上就是我的介绍，大家还有什么问题吗？", note="a speaker"),
        Example("回到故乡的中心\n" + _BODY, note="a title"),
        Example("产品介绍\n" + _BODY, note="a title"),
        Example("售后服务　规格\n" + _BODY, note="no tab that stands nowhere else"),
        Example("法律咨询\n" + _BODY, note="a heading"),
        Example("律师提供免费法律咨询，村民点击就能提问\n" + _BODY, note="a headline"),
        Example("价格面议的货，多半不好卖。\n" + _BODY, note="prose"),
        Example("相关新闻\n" + _BODY, note="a box with such a heading"),
        Example("收藏\n" + _BODY, note="a title"),
        Example(_BODY + "支持 12 票 反对 3 票", note="a vote"),
        Example("你的当前位置：桥头\n" + _BODY, note="a place"),
        Example(_BODY + "更多农业资讯请关注孩子的读书角", note="no place on the net"),
        Example("广告\n" + _BODY, note="a title"),
        Example("付款方式\n货到付款。\n" + _BODY, note="a heading"),
        Example(
            "产品参数\n流量每小时三吨，扬程十米。\n售后服务\n三个月内免费更换。\n" + _BODY, note="headings"
        ),
        Example("登录 查询 下载 打印\n" + _BODY, note="verbs without objects: steps"),
        Example("3.2 忘记密码\n" + _BODY, note="a numbered heading of a manual"),
        Example("“您好，河西饭店。”\n" + _BODY, note="spoken"),
        Example(_BODY + "以上就是我的全部发言，谢谢大家！", note="a speaker takes leave"),
        Example(_BODY + "以上就是今天为大家介绍的内容，希望大家喜欢。", note="a presenter"),
        Example(_BODY + "小编为大家整理了三处水渠的资料。", note="no leave is taken"),
        Example("书上写着第1页共12页。\n" + _BODY, note="one page is spoken of"),
        Example("合同第1页共3页，账本第1页共5页。\n" + _BODY, note="pages of two books"),
        Example(
            "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z\n" + _BODY, note="the letters are taught"
        ),
        Example("[甲] [乙] [丙]\n" + _BODY, note="cells without buttons"),
        Example(3 * (_BODY + "水渠弯弯向南流\n" + _MORE), note="a refrain"),
        Example(_BODY + "点击查看水渠图\n" + _MORE + "点击查看田亩图\n" + _MORE, note="steps of a manual"),
        Example(_BODY + "点击查看明细。\n" + _MORE + "点击查看明细。\n" + _MORE, note="a step told twice"),
        Example("播放 暂停 快进 快退\n" + _BODY, note="four words of a lesson"),
        Example("1.5 倍速听书的人\n" + _BODY, note="a headline"),
        Example("上半场 12:40/45:00 比分 1:0\n" + _BODY, note="a match"),
        Example(_BODY + "返回首页的读者越来越多", note="a headline"),
        Example(_BODY + "回到故乡", note="a heading"),
        Example(_BODY + "把本页的字抄三遍", note="homework"),
        Example(_BODY + "让更多的人知道水渠", note="a heading"),
        Example(_BODY + "推荐：某某、某某、某某", note="names"),
        Example("关键词检索 全文检索 字段检索三种方法的比较\n" + _BODY, note="a title"),
        Example(_BODY.strip() + "编辑：你是谁？", note="an editor speaks"),
        Example(_BODY + "返回搜狐工作的人越来越多", note="a headline"),
        Example("登录 → 查询 → 下载\n" + _BODY, note="steps with arrows"),
        Example(_BODY + "赞成 12 票 反对 3 票", note="a vote"),
        Example(_BODY + "支持　反对　弃权", note="the columns of a ballot"),
        Example("教学　科研　管理　服务\n" + _BODY, note="four tasks"),
        Example("春耕　夏耘　秋收　冬藏\n" + _BODY, note="verse"),
        Example("语文　数学　音乐　美术\n" + _BODY, note="school subjects in a row"),
        Example("新闻 | 河西镇水渠通水\n" + _BODY, note="a headline behind its channel"),
        Example("首页 / 尾页的写法\n" + _BODY, note="a title with a slash"),
        Example("文件 > 打印 > 预览\n" + _BODY, note="a path in a program"),
        Example("织密安全网——河西县防汛纪实\n" + _BODY, note="a title that ends in 网"),
        Example("市民扫码下载客户端\n" + _BODY, note="who does it is named: a headline"),
        Example("关注留守儿童，了解他们的更多心愿\n" + _BODY, note="a slogan"),
        Example("欢迎来到火星\n" + _BODY, note="a title"),
        Example(_BODY + "欢迎各位领导莅临指导", note="a welcome to people"),
        Example("一秒记住这个单词\n" + _BODY, note="a title"),
        Example("章节错误百出\n" + _BODY, note="a review"),
        Example(_BODY + "第3版：修订说明", note="an edition"),
        Example(_BODY + "剧终"),
        Example(_BODY + "END OF PART ONE"),
        Example(_BODY + "初审　复审　终审", note="steps of a trial"),
        Example(_BODY + "（某某，河西大学教授）", note="the author in brackets behind the text"),
        Example("渠上\n水清\n月明\n人静\n" + _BODY + "风轻\n夜长\n灯远", note="verse around prose"),
        Example("姓名|籍贯|年龄|职业\n张某|山东|三十|木匠\n" + _BODY, note="the header of a table"),
        Example(
            "| 首页 | 新闻 | 图片 | 视频 |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |", note="a Markdown table"
        ),
        Example("首页|新闻|图片|视频\n12|30|45|60\n" + _BODY, note="a table of visits"),
        Example(
            "网站改版后分为几个栏目：\n首页\n新闻中心\n图片\n论坛\n联系我们\n" + _BODY, note="a list told of"
        ),
        Example("新版网站设有“首页”“政务公开”“网上办事”“互动交流”四个栏目，方便群众查询。", note="prose"),
        Example("体育\n财经\n房产\n教育\n科技\n时尚\n时政\n游戏\n" + _BODY, note="labels of a data set"),
        Example("语文\n数学\n体育\n音乐\n历史\n科学\n" + _BODY, note="school subjects"),
        Example("首页 home page\n登录 log in\n注册 register\n搜索 search\n更多 more", note="a glossary"),
        Example("登录=login\n注册=register\n首页=home\n搜索=search", note="strings of a program"),
        Example("小桥 流水 人家\n古道 西风 瘦马", note="verse set with spaces"),
        Example("出席：张三 李四 王五 赵六\n列席：孙七 周八\n" + _BODY, note="minutes"),
        Example("下面哪个不是社交软件?\nA. 微博\nB. 微信\nC. 论坛\nD. QQ空间", note="a quiz"),
        Example("常用的平台有:\n微博\nQQ空间\n微信\n抖音\n" + _BODY, note="platforms told of"),
        Example("设置 > 通用 > 关于本机\n" + _BODY, note="a path in a manual, no home page"),
        Example("备料→和面→发酵→上笼\n首页→登录→下单→付款\n" + _BODY, note="steps"),
        Example("请报告你的当前位置：东街和河沿的路口。\n" + _BODY, note="a place in the world"),
        Example(_BODY + "他把种田的经验分享到各村，大家都来学。", note="sharing in prose"),
        Example("把好消息分享到每一个角落\n" + _BODY, note="a headline"),
        Example("市民用手机扫一扫门口的二维码，就能查看当天的菜价，不少老人也学会了。", note="news on codes"),
        Example("1. 打开微信扫一扫，对准门口的二维码\n2. 填写姓名", note="a step in instructions"),
        Example("上一篇文章里，我们谈了水渠的来历，下一篇我们再谈谈通水以后的事。\n" + _BODY),
        Example("下一篇写什么好呢\n" + _BODY, note="a title"),
        Example("他问：“上一条渠是谁修的？”\n上一条渠，是他爷爷修的。\n" + _BODY),
        Example("The next article of the treaty deals with rivers.\n" + _ENGLISH),
        Example("他当了二十年责任编辑，经手的稿子有上千篇，没有出过一次差错。\n" + _BODY),
        Example("报社编辑：他的稿子总是最后一个到\n" + _BODY, note="a headline"),
        Example("招聘启事\n岗位：网络编辑\n职责：负责审核、校对稿件\n" + _BODY, note="a post"),
        Example("片名：等水来\n导演：某某\n监制：某某\n摄影：某某\n" + _BODY, note="a film"),
        Example("（中央社記者某某台北3日電）" + _BODY.strip() + "（編輯：某某）1140703", note="a wire story"),
        Example("这款软件支持放大、缩小、打印、收藏、分享等功能。\n" + _BODY, note="prose"),
        Example("服装尺码：大 中 小 均有\n" + _BODY),
        Example("1. 打开微信，点击右上角\n2. 选择扫一扫\n3. 点击关注公众号", note="instructions"),
        Example("专家表示，浏览器的cookie可能泄露隐私，用户应当定期清理。\n" + _BODY),
        Example("网友评论说，这条渠修得值。\n" + _BODY),
        Example("Please leave a reply with the clerk before noon, the notice said.\n" + _ENGLISH),
        Example(_BODY + "他收藏《本草》的各种刻本已有三十年，家里堆满了书。", note="collecting"),
    ),
    known_misses=(
        Example(_BODY + "⟦Read more⟧\n", "site_toolbar", note="may close the lead of an article"),
        Example("⟦大事记 | 老照片 | 口述史 | 藏品⟧\n" + _BODY, "site_nav", note="names that we do not know"),
    ),
)
