"""Lines that say where a text comes from, and captions whose pictures are gone.

What it finds
    The line under the title or below the text with source, time, author, clicks, column and tags
    (来源：某报 发布时间：… 浏览：…), a row of such labels in front of a text that lost its line breaks,
    and captions of pictures that are no longer there (图为…).
Why it matters
    They are printed around the text and not part of it; dates and names in them are taken for
    statements of the article, and they repeat over all pages of a site.
How it is told
    By labels from a closed list, each with a value of its kind: a time, a number, a short name. One
    label that stands nowhere else is enough, of the others two must meet near the title or the end.
    It is told as info. Captions are a hint: wire stories have them as well.
What it must not be confused with
    Notices with time and place, statistics that name their source below a table, keywords below an
    abstract, forms and resumes, the author under the title of a poem, sentences about clicks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checks.evidence import board_cards
from checks.evidence.bylines import GROUPS, row_inside
from checks.evidence.line_forms import triggers_of
from checks.evidence.lone_lines import source_behind
from checks.evidence.menus import TRIGGERS
from checks.evidence.site_lines import blocks_in, is_last, lines_with, span_of
from checks.evidence.site_rows import FORMS, ROW
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Line, Text, fold, later

META = FaultClass(
    "page_meta_line",
    "site_text",
    Severity.INFO,
    Words("line about the page", "页面信息行"),
    Words(
        "the text holds lines with source, time or clicks of the page: {n} (first: {first})",
        "正文中混有 {n} 处来源、时间、点击等页面信息（首处：{first}）",
    ),
)
CAPTION = FaultClass(
    "photo_caption",
    "site_text",
    Severity.INFO,
    Words("caption without its picture", "图片说明"),
    Words(
        "captions of pictures that are not in the text: {n} (first: {first})",
        "正文中有 {n} 处图片说明而没有图片（首处：{first}）",
    ),
)
INSIDE = 400  # characters at the head of a long line in which a row of labels is looked for
BEHIND = 60  # characters at the end of a line in which a source is looked for: label, name and brackets
LABELS = 3  # fewer in a line of prose prove nothing
CAPTIONED = 200  # longest caption met: two sentences of a wire story
_STAMP = "戳"  # 更新时间戳 is a number of a database
_PICTURES = tuple(GROUPS["pictures"])
_CAPTION = later(
    # its last sentence names the picture, whatever stands before it; a photographer may follow
    r"(?:^|[。,!?”])(?:[左右上下题]?图(?:片|中)?为|照片为)[^。]*。?(?:[^。]{2,20}摄。?)?$|[(（].{0,16}(?:供图|资料图片?|[^插]图|摄)[)）]。?$"
)


def _rows_inside(text: Text, lines: Iterable[Line]) -> Iterator[Span]:
    """Rows of labels in front of the text in a long line."""
    for line in lines:
        start, end = line.inner
        head = text.view[start : min(start + INSIDE, end)] if end - start > ROW else ""
        if head.count(":") + head.count("：") >= LABELS and (found := row_inside(fold(head))):
            yield span_of(text, META.name, start + found[0], start + found[1])


def _sources_behind(text: Text, lines: Iterable[Line]) -> Iterator[Span]:
    """The paper or site named behind the last sentence of the text."""
    for line in lines:
        start, end = line.inner
        low = max(start, end - BEHIND)
        place = source_behind(text.folded(low, end))
        if place and low + place > start and is_last(text, line):
            yield span_of(text, META.name, low + place, end)


def _cards(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Who wrote a post of a board: counts and their names, one a line."""
    if any(candidate.phrase in board_cards.TRIGGERS for candidate in candidates):
        for start, end in board_cards.cards_in(text.view):
            yield span_of(text, META.name, start, end)


def _captions(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Lines that are nothing but the caption of a picture."""
    pictured = [candidate for candidate in candidates if candidate.phrase in _PICTURES]
    for line in lines_with(text, pictured):
        start, end = line.inner
        folded = text.folded(start, min(end, start + CAPTIONED + 1))
        if len(folded) <= CAPTIONED and (folded.startswith(_PICTURES) or _CAPTION.search(folded)):
            first = text.view[start : start + 30]
            yield text.span(CAPTION.name, start, end, Proof.HINT, first=first)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the rows of labels, each once, and captions as hints."""
    candidates = [c for c in candidates if not text.view.startswith(_STAMP, c.end)]
    lines = lines_with(text, candidates)
    for block in blocks_in(text, lines):
        if block.kind == "meta":
            yield block.span(text, META.name)
    yield from _rows_inside(text, lines)
    yield from _sources_behind(text, lines)
    yield from _cards(text, candidates)
    yield from _captions(text, candidates)


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="meta_line",
    doc=__doc__,
    classes=(META, CAPTION),
    find=find,
    phrases=TRIGGERS | frozenset((*_PICTURES, *board_cards.TRIGGERS)) | triggers_of(FORMS, "meta"),
    fires_on=(
        Example(
            "⟦• 约2.92千字\n• 约 6页\n• 2026-01-07 发布于河西\n⟧".replace("\n⟧", "⟧\n") + _BODY,
            "page_meta_line",
            note="a library",
        ),
        Example(
            "⟦• 主题分类：\n• 有效性：有效\n• 发文日期：2019-03-01⟧\n" + _BODY,
            "page_meta_line",
            note="the record of a paper",
        ),
        Example(
            _BODY + "⟦来源：字数：453 投稿日期：2009-10-24 21:50:00 点击：⟧",
            "page_meta_line",
            note="a school's page",
        ),
        Example(
            "⟦- 文档编号：11023159\n- 上传时间：2023-02-24\n- 格式：DOCX\n- 页数：45\n- 大小：178.86KB⟧\n"
            + _BODY,
            "page_meta_line",
            note="a file, a field a line",
        ),
        Example(
            "等水来\n⟦最后更新时间：\n热度：12⟧\n" + _BODY, "page_meta_line", note="a time not filled in"
        ),
        Example("等水来\n⟦河西资讯 2015-11-09 12:48:05 转载来源：网络整理⟧\n" + _BODY, "page_meta_line"),
        Example(
            "等水来\n⟦文摘   农事   2025-01-05 06:00   河西⟧\n" + _BODY,
            "page_meta_line",
            note="cells of an account",
        ),
        Example(
            "闸门怎么修\n⟦willow  | 发表于 2005-8-4 21:37:32 | 显示全部楼层 |阅读模式 来自 河西⟧\n" + _BODY,
            "page_meta_line",
            note="the head of a post",
        ),
        Example(
            "⟦类型：原创\n来源：河西报\n报纸编辑：某某⟧\n" + _BODY, "page_meta_line", note="a paper's page"
        ),
        Example(
            "⟦發刊日期：2005-06-06\n發刊期數：第12期  發刊頻率：每週一次  發行量：45⟧\n" + _BODY,
            "page_meta_line",
            note="a newsletter",
        ),
        Example(
            "⟦级别: 学徒\n精华主题: 0\n发帖数量: 12 个\n在线时间: 30(小时)\n注册时间: 2012-02-11\n最后登录: 2015-05-13⟧\n"
            + _BODY,
            "page_meta_line",
            note="who wrote a post",
        ),
        Example(
            "等水来\n⟦时间：2024-09-17 17:44:39 浏览量：⟧\n" + _BODY,
            "page_meta_line",
            note="a count not filled in",
        ),
        Example(
            "⟦3\n\n主题\n\n0\n\n回帖\n\n10\n\n积分\n\n新手上路\n\n积分\n10⟧\n" + _BODY,
            "page_meta_line",
            note="who wrote a post, a count a line",
        ),
        Example(
            "⟦11\n\n威望\n\n3259\n\n金钱\n\n版主\n\n上将\n\n积分\n3882\n\n版主\n\n主题\n506\n回帖\n436\n注册时间\n2010-2-9⟧\n"
            + _BODY,
            "page_meta_line",
            note="the card goes on",
        ),
        Example(
            "⟦- 积分\n- 100959\n- 主题\n- 5305\n- 注册时间\n- 2003-4-10⟧\n" + _BODY,
            "page_meta_line",
            note="names first",
        ),
        Example("⟦发表于 2024-10-5 23:02:11 | 显示全部楼层 |阅读模式⟧\n" + _BODY, "page_meta_line"),
        Example(
            "等水来\n⟦7 评论 12621 浏览 77 收藏 24 分钟⟧\n" + _BODY, "page_meta_line", note="counts first"
        ),
        Example("等水来\n⟦2年前浏览312⟧\n" + _BODY, "page_meta_line"),
        Example("⟦水渠养护手册.docx_第1页⟧\n" + _BODY * 3, "page_meta_line", note="a page of a preview"),
        Example("⟦阅读本文大概需要 3 分钟⟧\n" + _BODY, "page_meta_line"),
        Example(_BODY + "⟦文章点评 共有 0 条点评⟧", "page_meta_line"),
        Example(
            "⟦难度：普通 时间：1小时 收藏：320⟧\n" + _BODY, "page_meta_line", note="two fields and a count"
        ),
        Example(
            "⟦软件大小：3.2MB\n授权方式：免费\n软件语言：简体中文⟧\n" + _BODY,
            "page_meta_line",
            note="a program",
        ),
        Example("⟦版本：v3.2 大小：3.2MB 更新：2020-02-11⟧\n" + _BODY, "page_meta_line"),
        Example(
            _BODY + "⟦點閱數：1,024 資料更新：112-05-03 回上一頁⟧",
            "page_meta_line",
            note="fields and a button",
        ),
        Example(_BODY + "⟦月销量 320 累计评价 1508 库存 99 件⟧", "page_meta_line"),
        Example("等水来\n⟦更新日期 2013-05-01⟧\n" + _BODY, "page_meta_line", note="no colon"),
        Example("等水来\n⟦某某 发表于 2019-3-2⟧\n" + _BODY, "page_meta_line", note="no clock"),
        Example("⟦原标题：三处水渠下月通水⟧\n" + _BODY, "page_meta_line"),
        Example(_BODY + "⟦标签 春耕 水渠⟧", "page_meta_line", note="no colon"),
        Example(_BODY + "⟦此文关键词：春耕,修渠⟧", "page_meta_line"),
        Example(
            "等水来\n⟦来源：河西日报 发布时间：2019-03-01 10:20 浏览次数：123⟧\n" + _BODY, "page_meta_line"
        ),
        Example(
            "等水來\n⟦2019年03月01日 10:20　來源：河西網⟧\n" + _BODY, "page_meta_line", note="time first"
        ),
        Example(
            "等水来\n⟦作者：某某\n来源：河西网\n点击：88⟧\n" + _BODY, "page_meta_line", note="one a line"
        ),
        Example("等水来\n⟦2019-03-01 10:20:33 河西网⟧\n" + _BODY, "page_meta_line", note="no label at all"),
        Example(
            "等水来\n⟦发布日期:2019-05-07 20:51阅读:288来源:河西局⟧\n" + _BODY, "page_meta_line", note="glued"
        ),
        Example(_BODY + "⟦本文关键词：春耕,修渠,水利⟧\n", "page_meta_line"),
        Example(_BODY + "⟦标签： 春耕 | 水渠⟧", "page_meta_line"),
        Example(_BODY + "⟦阅读(123) 评论(5) 点赞(3)⟧", "page_meta_line", note="counters"),
        Example("Waiting\n⟦Posted on March 3, 2019 by admin | 12 comments⟧\n" + _ENGLISH, "page_meta_line"),
        Example(
            "等水来 ⟦来源:河西网 作者:某某 时间:2019-03-01 点击:88次⟧ " + 5 * _BODY.strip(),
            "page_meta_line",
            note="in front of a text without line breaks",
        ),
        Example(
            "⟦文档格式：DOC　上传时间：2019-03-01　页数：38页　所需积分：20⟧\n" + _BODY,
            "page_meta_line",
            note="document-sharing",
        ),
        Example(
            "⟦索引号：000000000/2019-00012　主题分类：农业　成文日期：2019-03-01⟧\n" + _BODY, "page_meta_line"
        ),
        Example(_BODY + "⟦赞同 57　评论 4　收藏 2⟧", "page_meta_line", note="counts in cells"),
        Example(
            _BODY + "⟦本頁面最後修訂於2018年7月2日 (星期一) 03:14。⟧",
            "page_meta_line",
            note="an encyclopedia",
        ),
        Example(_BODY + "⟦#春耕 #水利 #河西⟧", "page_meta_line", note="hashtags"),
        Example("等水来\n⟦作者：admin⟧\n" + _BODY, "page_meta_line", note="nobody"),
        Example(
            2 * _BODY.strip()
            + "\n⟦沙发 水乡人 发表于 2019-03-01 10:20:33⟧\n这水真清，去年还是一条干沟呢\n⟦板凳 老周 发表于 2019-03-01 10:25:33⟧\n盼了三年，总算盼来了水",
            "page_meta_line",
            note="what stands below the line of a forum is a text",
        ),
        Example(_BODY.strip() + "⟦来源：河西日报⟧", "page_meta_line", note="glued to the text"),
        Example("⟦发表于 2019-03-01 10:20 查看:12 回复:3 楼主⟧\n" + _BODY, "page_meta_line", note="a forum"),
        Example("⟦文章ID：123 录入：webmaster⟧\n" + _BODY, "page_meta_line", note="an old news system"),
        Example(
            "⟦发信人: willow (柳), 信区: Garden\n标  题: 春天\n发信站: 河西站 (Fri Mar  1 10:20:00 2019)⟧\n"
            + _BODY,
            "page_meta_line",
            note="a board of a campus",
        ),
        Example(
            "⟦作者　willow (柳)　看板　Garden\n標題　[心得] 春天\n時間　Fri Mar  1 10:20:00 2019⟧\n" + _BODY,
            "page_meta_line",
            note="a board without colons",
        ),
        Example(
            "⟦報紙：河西報　日期：1998-03-01　版面：A2　字數：310⟧\n" + _BODY,
            "page_meta_line",
            note="an archive",
        ),
        Example("⟦見報日期：2019年3月1日⟧\n" + _BODY, "page_meta_line"),
        Example("⟦发表在 田边书房 2019/03/01 预计阅读 6 分钟⟧\n" + _BODY, "page_meta_line"),
        Example(
            "⟦付费专享 | 第8课 | 12:40 | 主讲：某某⟧\n" + _BODY, "page_meta_line", note="a lesson to hear"
        ),
        Example("⟦【通知】本站最近更新时间：2009-03-01⟧\n" + _BODY, "page_meta_line", note="an old site"),
        Example(
            "⟦资料简介：修渠总结 | 下载 12 | 浏览 310 | 上传人：green_field⟧\n" + _BODY, "page_meta_line"
        ),
        Example(_BODY + "⟦推荐访问：水渠 春耕 作文⟧", "page_meta_line", note="tags of an essay site"),
        Example("等水来\n⟦河西日报 2019-03-01⟧\n" + _BODY, "page_meta_line", note="a paper and a day"),
        Example("⟦图为农户在渠边清淤。⟧\n" + _BODY, "photo_caption", note="a hint"),
        Example(
            "⟦3月1日，農戶在渠邊清淤。圖片為清淤現場，渠水已經放乾。⟧\n" + _BODY,
            "photo_caption",
            note="two sentences, a hint",
        ),
    ),
    silent_on=(
        Example("怎样算分\n积分\n答对一题得十分。\n主题\n每题只写水。\n" + _BODY, note="headings of a rule"),
        Example("河西村\n粉丝\n三斤\n红薯\n五斤\n" + _BODY, note="a list to buy, noodles on it"),
        Example("3\n积分\n渠水的流量要对时间积分。\n" + _BODY, note="a chapter of a course"),
        Example("全书约三万字\n约 6页\n这份通知发布于河西，抄送各村。\n" + _BODY, note="told of"),
        Example(
            "山区水利的修复\n关键词：水渠；修复；山区\n摘要：本文讨论水渠。\n一、引言\n" + _BODY,
            note="a paper, keywords first",
        ),
        Example("文书归档须写明主题分类、发文日期。\n" + _BODY, note="a rule"),
        Example("三支队伍\n3\n主题\n参赛作品要写水。\n" + _BODY, note="a number and a heading"),
        Example("积分表\n甲队\n10\n积分\n乙队\n7\n积分\n" + _BODY, note="teams and their points"),
        Example("这篇文章收到7条评论、12621次浏览和77次收藏。\n" + _BODY, note="told of"),
        Example("推荐指数：三颗星\n" + _BODY, note="a review"),
        Example("页数：45\n格式：横排\n" + _BODY, note="a book's fields"),
        Example("最后更新时间表贴在墙上。\n" + _BODY, note="a sentence that begins alike"),
        Example(
            "甲渠   清淤   2025-01-05\n乙渠   清淤   2025-01-06\n丙渠   清淤   2025-01-07\n" + _BODY,
            note="a table",
        ),
        Example("资料来源于县志，2015年整理。\n" + _BODY, note="a source told of"),
        Example("类型：水渠\n长度：三里\n" + _BODY, note="a kind of thing"),
        Example("会议发表于去年，显示全部楼层的平面图贴在墙上。\n" + _BODY, note="a sentence"),
        Example("这份报纸发刊日期不定，发行量很小。\n" + _BODY, note="told of"),
        Example("级别：三级\n等级：甲等\n注册日期：2012-02-11\n" + _BODY, note="a firm's record"),
        Example("两年前浏览过一次，今天再读，还是喜欢。\n" + _BODY, note="a sentence"),
        Example("河西队 胜：3 负：1 积分：9\n河东队 胜：1 负：3 积分：3\n" + _BODY, note="a table of teams"),
        Example("难度：普通 时间：1小时\n" + _BODY, note="no count"),
        Example("授权方式：书面授权\n" + _BODY, note="a contract"),
        Example("访问次数：三次\n" + _BODY, note="visits told of"),
        Example("三条评论\n" + _BODY, note="a title"),
        Example("产品名称：水泵\n型号：甲型\n" + _BODY, note="a specification"),
        Example("版本：第三版 更新：每年一次\n" + _BODY, note="no size of a file"),
        Example(_BODY + "标签贴在瓶身正面", note="a sentence"),
        Example("栏目：读者来信，每月一期，来稿请写明地址\n" + _BODY, note="a value that is a sentence"),
        Example("某某写于三月二日\n" + _BODY, note="an author signs"),
        Example("库存 99 件\n" + _BODY, note="one count of goods"),
        Example("书名：等水来　作者：某某　页数：200　定价：20元\n" + _BODY, note="a book in one row"),
        Example("发信人已经找到了。\n" + _BODY, note="a sender"),
        Example("作者 某某 (河西) 的新书\n" + _BODY, note="a headline"),
        Example("标题 [一]\n" + _BODY, note="a heading"),
        Example("时间 三月一日上午十时\n" + _BODY, note="a notice"),
        Example("报刊：三种\n图书：五百册\n" + _BODY, note="an inventory"),
        Example("第8课 水渠 作者：某某\n" + _BODY, note="a lesson in a book"),
        Example("第三讲 45分钟 主讲：某某 地点：村小学\n" + _BODY, note="a timetable"),
        Example("本站最近更新了水渠的照片\n" + _BODY, note="a sentence"),
        Example("他发表在河西报上的文章，写的是水渠。\n" + _BODY, note="a sentence"),
        Example(_BODY + "标题：水渠\n内容：三处", note="fields of a form"),
        Example("张某 2019-03-01\n" + _BODY, note="a letter"),
        Example(_BODY.strip() + "来源：不明", note="no paper"),
        Example("他画了一幅图。为了画好它，他去了三次。\n" + _BODY, note="two words"),
        Example("本文档为水渠说明书。\n" + _BODY, note="what a paper is"),
        Example("难度：简单　时间：30分钟\n主料：茄子\n" + _BODY, note="a recipe in cells"),
        Example("型号：甲一　功率：2千瓦　重量：30公斤\n" + _BODY, note="a product"),
        Example(
            "本文以三座水渠为对象，探讨山区水利的修复，并提出建议。\n关键词：水渠；修复；山区",
            note="an abstract without its label",
        ),
        Example(_BODY + "#1 #2 #3", note="numbers"),
        Example(_BODY + "文号：县政发〔2019〕1号", note="the number of a paper"),
        Example("春耕会\n时间：2019年3月1日 地点：镇政府\n" + _BODY, note="a notice"),
        Example("会议纪要\n时间：3月1日上午\n主持人：某某\n记录人：某某\n" + _BODY, note="minutes"),
        Example(_BODY + "数据来源：国家统计局\n", note="the source of figures"),
        Example("表1 水渠长度\n资料来源：县水利局\n" + _BODY),
        Example("摘要：本文讨论水渠。\n关键词：水渠；修复；山区\n一、引言\n" + _BODY, note="a paper"),
        Example("静夜\n作者：某某\n月亮落在水里\n像一张旧信纸", note="the author of a poem"),
        Example("水利站经费来源：\n（一）上级拨款；\n（二）村民自筹。", note="a statute"),
        Example("姓名：某某\n性别：男\n时间：2015-2018\n" + _BODY, note="a resume"),
        Example("红烧肉\n材料：五花肉\n时间：60分钟\n" + _BODY, note="a recipe"),
        Example("3月1日 19:30 河西队 对 河东队\n3月2日 20:00 半决赛", note="a schedule"),
        Example("比赛结果\n河西队 3:10 河东队\n山南队 2:15 山北队", note="results"),
        Example("文章浏览量突破10万，点赞数超过5000，评论有300多条。\n" + _BODY, note="prose about clicks"),
        Example("词语：来源\n解释：事物所从来的地方。\n" + _BODY, note="a dictionary"),
        Example("He posted on Monday that the bridge was safe.\n" + _ENGLISH),
        Example("2019-03-01\n今天下雨，没有去渠上。\n2019-03-02\n晴。", note="a diary"),
        Example("书名：等水来\n作者：某某\n出版社：河西出版社\n" + _BODY, note="a book"),
    ),
    known_misses=(
        Example("等水来\n⟦分类：新闻⟧\n" + _BODY, "page_meta_line", note="may be a field of anything"),
        Example("等水来\n⟦2020年5月6日⟧\n" + _BODY, "page_meta_line", note="a date alone may be a diary's"),
    ),
)
