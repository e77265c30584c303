"""The foot of a page, left standing in the text: copyright, registration number, link row, notices.

What it finds
    Lines that close a page of a site: who holds the rights, its registration number, the row of
    links to contact and privacy pages, and what it says about copying its texts.
Why it matters
    They repeat over every page of a site and belong to none of its articles; a model that reads
    them learns to end its texts with a registration number.
How it is told
    By the form of a copyright line, a registration number or two turns of a copyright notice, or by
    a row of link names from a closed list, after the last paragraph. Addresses and makers beside
    such a line belong to it. The amount decides: up to a tenth of the characters of a text is told
    as info.
What it must not be confused with
    Statutes and contracts on copyright, licences in code, the imprint of a book, credits of
    figures, the organisers named in a notice, rules that tell how a registration number is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.imprints import REGISTERED
from checks.evidence.line_forms import triggers_of
from checks.evidence.menus import TRIGGERS
from checks.evidence.site_lines import blocks_in, lines_with, span_of
from checks.evidence.site_rows import FORMS
from checks.model import Candidate, Check, Example, FaultClass, Limit, Severity, Span, Words
from checks.text import Line, Text, later

FOOTER = FaultClass(
    "site_footer",
    "site_text",
    Severity.WARNING,
    Words("site footer", "网站页脚"),
    Words(
        "the text holds pieces of the site's foot, which are no part of the article: {n} (first: {first})",
        "正文中混有 {n} 处网站页脚，属于网站而非文章（首处：{first}）",
    ),
    # By amount, with all other text of the site in the document: the foot of a whole article stays
    # under a tenth; see site_furniture.
    (Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.10)),
)

# Characters at the end of a long last line to which a footer may be glued, read off the labelled pages.
GLUED = 250
LONG = 100  # of such a line

_REPRINT = r"(?:欢迎|如需)?转载(?:本[文站网篇]\S{0,6}?|时)?(?:请|须|需|务必)(?:注明|标明|保留)"
_GLUED_RIGHTS = later(rf"copyright\s*©|all rights reserved|(?:(?<=[。!?”])|(?<=[。!?”] )){_REPRINT}")


def _last_line(view: str) -> Line | None:
    """The last line with words on it, if it is one of the last five."""
    end = len(view)
    for part in reversed(view.rsplit("\n", 5)[-5:]):
        start = end - len(part)
        if part.strip():
            return Line(start, end, part)
        end = start - 1
    return None


def _glued_foot(text: Text) -> Iterator[Span]:
    """A registration, copyright or call to name the source behind the last sentence of a long last line."""
    last = _last_line(text.view)
    if last is None or len(last.text) <= LONG:
        return
    end = last.inner[1]
    low = max(end - GLUED, last.start)
    folded = text.folded(low, end)
    mark = REGISTERED.search(folded) or _GLUED_RIGHTS.search(folded)
    if mark and "。" not in folded[mark.end() :]:
        begin = max(folded.rfind(stop, 0, mark.start()) for stop in "。!?”") + 1
        begin += len(folded[begin:]) - len(folded[begin:].lstrip())
        yield span_of(text, FOOTER.name, low + begin, end)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the blocks that are the foot of the page, each once, and a foot glued to the last line."""
    blocks = blocks_in(text, lines_with(text, candidates))
    feet = [block.span(text, FOOTER.name) for block in blocks if block.kind == "footer"]
    yield from feet
    yield from (glued for glued in _glued_foot(text) if not any(foot.end > glued.start for foot in feet))


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_MORE = "村民把去年的账目贴在祠堂门口，谁家出了多少工、分了多少钱，一笔一笔写得清清楚楚，大家看了都说公道。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="site_footer",
    doc=__doc__,
    classes=(FOOTER,),
    find=find,
    phrases=TRIGGERS | triggers_of(FORMS, "footer"),
    fires_on=(
        Example("⟦（以下内容由 AI 生成，仅供参考。）⟧\n" + _BODY, "site_footer", note="who wrote it"),
        Example(
            "等水来\n"
            + "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了。" * 8
            + " ⟦转载本网稿件请注明：“本文转自水渠网”⟧",
            "site_footer",
            note="glued to the last sentence",
        ),
        Example(
            "⟦本内容由注册用户青禾上传提供，如有错误请联系纠错⟧\n" + _BODY,
            "site_footer",
            note="who put it there",
        ),
        Example(_BODY + "⟦※ 本文授權轉載，請勿任意重製⟧", "site_footer"),
        Example(_BODY + "⟦文章出自：河西水泵厂，转载请注明出处⟧", "site_footer"),
        Example(_BODY + "⟦本文由作者上传，文中观点与本平台无关⟧", "site_footer"),
        Example(
            _BODY + "⟦版权所有 河西网⟧\n" + _MORE,
            "site_footer",
            note="readers' comments follow the foot of the page",
        ),
        Example("等水来\n⟦(c) 2016 河西资讯网 保留所有权利⟧\n" + _BODY, "site_footer", note="above the text"),
        Example("⟦新闻热线：0000-0000000 投稿邮箱⟧\n" + _BODY, "site_footer", note="above the text"),
        Example(_BODY + "⟦您是本站第 000 位访客⟧", "site_footer", note="a counter"),
        Example(_BODY + "⟦版权所有 河西镇人民政府\n某ICP备12345678号⟧", "site_footer"),
        Example(_BODY + "⟦Copyright © 2001-2020 Example News. All Rights Reserved⟧", "site_footer"),
        Example(
            _BODY + "⟦河西简介广告服务联系我们招聘信息网站地图┊© 2009 河西网⟧",
            "site_footer",
            note="glued links",
        ),
        Example(
            _BODY + "⟦关于我们 | 联系我们 | 法律声明\n主办：河西镇办公室\n网站标识码：1234567890⟧",
            "site_footer",
        ),
        Example(_BODY + "⟦本文经作者授权发布，未经许可，不得转载。⟧", "site_footer", note="a notice"),
        Example(_BODY + "⟦本文来自网络，如有侵权请联系删除⟧", "site_footer"),
        Example(_BODY + "⟦以上图片来自网络⟧", "site_footer"),
        Example(_BODY + "⟦侵权请联系删除⟧", "site_footer"),
        Example(
            _BODY + "⟦GMT+8, 2019-3-1 10:20, Processed in 0.06 second(s), 4 queries⟧",
            "site_footer",
            note="a forum",
        ),
        Example(
            _BODY + "⟦※ 發信站: 河西站(bbs.example.edu), 來自: 10.0.0.8\n◆ From: 10.0.0.8⟧",
            "site_footer",
            note="another board",
        ),
        Example(_BODY + "⟦※ 来源:·河西站 bbs.example.edu·[FROM: 10.0.0.8]⟧", "site_footer", note="a board"),
        Example(
            _BODY + "⟦免责声明：以上信息由企业自行提供，内容的真实性由发布企业负责，本网不承担任何责任。⟧",
            "site_footer",
            note="a trading site",
        ),
        Example(_BODY + "⟦© 河西网⟧", "site_footer", note="no year"),
        Example(_BODY + "⟦转载自河西发布公众号⟧", "site_footer"),
        Example(_BODY + "⟦报料热线：000-0000000⟧", "site_footer", note="a newsroom"),
        Example(
            _BODY + "⟦温馨提示：本页内容仅供参考，不能代替医生面诊⟧", "site_footer", note="a health site"
        ),
        Example(_BODY + "⟦本栏目由河西普法志愿团供稿⟧", "site_footer"),
        Example(_BODY + "⟦转载请注明出处：河西网⟧", "site_footer"),
        Example(_BODY + "⟦免责声明：本文仅代表作者个人观点，与本站无关。⟧", "site_footer"),
        Example(_BODY + "⟦Copyright © 2019 Example News. All rights reserved.⟧\n" + _MORE, "site_footer"),
        Example(_ENGLISH + "⟦Privacy Policy | Terms of Use | Sitemap | Careers⟧", "site_footer"),
    ),
    silent_on=(
        Example("这张图由AI生成，水渠画得歪歪扭扭。\n" + _BODY, note="a picture told of"),
        Example(
            "等水来\n"
            + "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了。" * 8
            + "编辑部同意转载，请注明出处的信也寄出了。",
            note="told of",
        ),
        Example("本内容由会员大会表决通过，自公布之日起施行。\n" + _BODY, note="rules of a society"),
        Example(_BODY + "本文与上一篇无关", note="no platform"),
        Example(_BODY + "转载他人作品应当注明出处", note="a rule"),
        Example("© 某某\n" + _BODY, note="who took a picture"),
        Example(
            "材料 数量 单价\n水泥 20 25\n以上价格为去年采购价，仅供参考，实际以市场为准。", note="a table"
        ),
        Example(
            _BODY
            + "“本站内容来自网络，如有侵权请联系删除”这样的话，只能说明网站没有尽到审核义务。收到通知之后是否及时删除，才是关键。",
            note="a notice is quoted",
        ),
        Example(
            _BODY + "至于“本文转自网络，如有侵权请联系删除”，在法律上并不能免除责任，事后删除也要赔偿。",
            note="an essay that quotes such a notice",
        ),
        Example(_BODY + "注：表中数据仅供参考", note="a note below a table"),
        Example(_BODY + "本资料由村民提供，镇里负责保管。", note="who keeps a paper"),
        Example(_BODY + "The parcel was processed in 3 days.", note="another processing"),
        Example(_BODY + "※ 来源不明的种子不要用", note="a note"),
        Example(_BODY + "发信站那时还在老街上", note="a headline"),
        Example(_BODY + "本办法由县水利局负责解释", note="a statute"),
        Example(_BODY + "新闻热线里的那些事", note="a headline"),
        Example(_BODY + "一条新闻线索引出的故事", note="a headline"),
        Example(_BODY + "本期节目由某某主持", note="a programme"),
        Example(_BODY + "禁止抄袭", note="a heading"),
        Example(_BODY + "技术支持部门负责人说", note="a headline"),
        Example(_BODY + "举报电话应当向社会公布", note="a headline"),
        Example("第五条 作品的版权所有人可以许可他人使用作品，未经许可不得复制、发行。", note="a statute"),
        Example(_BODY + "甲方：河西公司\n软件的版权所有权归甲方\n乙方不得转载", note="a contract"),
        Example(
            "# 小工具\n一个小工具。\n## License\nMIT License\nCopyright (c) 2020 Example", note="a licence"
        ),
        Example(
            "# Copyright 2014 Example Inc. All Rights Reserved.\nimport os\nprint(os.getcwd())", note="code"
        ),
        Example(_BODY + "图片：© 2019 河西摄影社 版权所有", note="the credit of a picture"),
        Example(
            _BODY + "版权所有 翻印必究\nISBN 000-0-000-00000-0\n定价：20元", note="the imprint of a book"
        ),
        Example(
            "春耕比赛通知\n" + _BODY + "主办单位：农业站\n承办单位：河西村\n电话：000-0000", note="a notice"
        ),
        Example(
            "网站须在首页底部标明备案号，形式如“某ICP备12345678号”，并链接到查询页面。",
            note="a rule on sites",
        ),
        Example("写上“版权所有，侵权必究”并没有特别的效力。\n" + _BODY, note="prose on notices"),
        Example("温馨提示：出门请带伞。\n" + _BODY, note="a notice of another kind"),
        Example(_BODY + "注：文中人物均为化名。", note="a note of the author"),
        Example(_BODY + "（摘自《河西文学》）"),
        Example(_BODY + "咨询电话：000-0000\n地址：河西路1号", note="a contact"),
    ),
)
