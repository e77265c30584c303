"""Lists of links to other pages, left standing below or beside the text.

What it finds
    A label such as 相关链接, 推荐阅读 or 阅读排行榜 on a line of its own with the headlines under it,
    and a run of five headlines or more behind what closes an article: a share label, the editor.
Why it matters
    The headlines belong to other articles. They make up a good part of short pages, repeat over all
    pages of a site, and make the end of an article look like a jump to another subject.
How it is told
    By the label, from a closed list, and by the shape of the lines under it: short, no full stop,
    bulleted throughout or not at all, up to the first line that is none of this. Lists behind the
    end of an article need no label, but no paragraph may follow them. The amount decides: up to a
    tenth of the characters of a text is told as info.
What it must not be confused with
    Prose under the same headings (a background box, reading advice), lists of books and references,
    link sections of documentation, outlines, agendas, results, poems, lists of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.evidence.end_lists import list_at_end
from checks.evidence.headlines import group_of
from checks.evidence.link_lists import QUESTIONS, ListPage
from checks.evidence.site_lines import lines_with
from checks.model import Candidate, Check, Example, FaultClass, Limit, Severity, Span, Words
from checks.text import Text

# CLASSES: by amount, with all other text of the site in the document; see site_furniture.
LIMITS = (Limit(Severity.INFO), Limit(Severity.WARNING, family_share=0.10))

RELATED = FaultClass(
    "site_related_links",
    "site_text",
    Severity.WARNING,
    Words("related links", "相关链接"),
    Words(
        "the text holds lists of related links: {n}, the first with {items} headlines under “{label}”",
        "正文中混有 {n} 处相关链接，首处“{label}”下有 {items} 条标题",
    ),
    LIMITS,
)
LINK_LIST = FaultClass(
    "site_link_list",
    "site_text",
    Severity.WARNING,
    Words("list of links", "链接列表"),
    Words(
        "the text holds lists of links to other pages: {n}, the first with {items} headlines after “{label}”",
        "正文中混有 {n} 处其他页面的链接列表，首处在“{label}”之后，有 {items} 条标题",
    ),
    LIMITS,
)


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield one span for each label with a list of headlines below it."""
    page, done = ListPage(text), -1
    for line in lines_with(text, candidates):
        number = text.line_number(line.start)
        if number <= done:
            continue
        if label := page.label(number):
            span, done = page.row(number, label)
            span, done = (span, done) if span else page.span(number, label)
        else:
            span, done = page.questions(number)
        if not span and not label:
            span, done = page.unlabelled(number)
        if not span and not label:
            span, done = list_at_end(page, number)
        if span:
            yield span


_BODY = "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
_ENGLISH = "The council met on Monday and agreed to repair the old bridge before the winter rains begin.\n"

CHECK = Check(
    name="link_list",
    doc=__doc__,
    classes=(RELATED, LINK_LIST),
    find=find,
    phrases=frozenset(group_of()) | QUESTIONS,
    fires_on=(
        Example(
            _BODY + "⟦猜你感兴趣的职位\n仓储主管\n物流专员\n叉车司机⟧", "site_related_links", note="jobs"
        ),
        Example(_BODY + "⟦您可能还会关注：\n水渠怎么修才牢固\n三处水渠下月通水⟧", "site_related_links"),
        Example(_BODY + "⟦大家都在看的文章：\n三处水渠通水\n农机下田忙\n插秧比赛⟧", "site_related_links"),
        Example(_BODY + "⟦相关热词搜索：水渠 农机 插秧⟧", "site_related_links", note="a row"),
        Example(
            _BODY + "⟦社会三处水渠下月通水\n教育田边小学开学\n体育插秧比赛举行\n财经菜价回落两成⟧",
            "site_link_list",
            note="names of channels glued to headlines",
        ),
        Example(
            3 * _BODY.strip() + "\n⟦- 银耳怎么泡\n- 菜籽能不能用\n- 水渠怎么修⟧",
            "site_related_links",
            note="no label at all: questions with bullets behind the text",
        ),
        Example(
            _BODY + "⟦·安全责任书范本\n·冬季施工方案\n·消防演练总结⟧",
            "site_related_links",
            note="other documents",
        ),
        Example(_BODY + "⟦推荐产品：青石 | 蘑菇石 | 文化石 | 路沿石⟧", "site_related_links", note="a shop"),
        Example(
            "⟦書迷正在閱讀：星河 將軍家 末世日記 快穿 重生之路⟧\n" + _BODY,
            "site_related_links",
            note="novels",
        ),
        Example(
            _BODY + "⟦相关问题\n孩子能吃硬的东西吗\n口臭怎么引起的\n说梦话怎么办⟧",
            "site_related_links",
            note="advice",
        ),
        Example(_BODY + "⟦相关链接\n· 三处水渠下月通水\n· 春耕农机下田忙⟧\n栏目推荐", "site_related_links"),
        Example(
            _BODY + "⟦【延伸閱讀】\n三處水渠下月通水 2019-03-01\n春耕農機下田忙 2019-03-02⟧",
            "site_related_links",
        ),
        Example(
            _BODY + "⟦猜你喜欢\n三处水渠下月通水\n阅读120\n春耕农机下田忙\n阅读88\n插秧比赛周末举行⟧\n",
            "site_related_links",
            note="counts between the headlines",
        ),
        Example(
            _BODY + "⟦相关阅读：三处水渠下月通水⟧", "site_related_links", note="the headline behind the label"
        ),
        Example(
            _BODY + "⟦【延伸阅读】三处水渠下月通水 一图看懂⟧\n" + _BODY,
            "site_related_links",
            note="one link between two paragraphs",
        ),
        Example(_BODY + "⟦喜欢此内容的人还喜欢⟧", "site_related_links", note="nothing below it"),
        Example(_BODY + "⟦友站連結：\n小小天文台\n雲的圖鑑\n氣象博物館⟧", "site_link_list"),
        Example(_BODY + "⟦相关文章⟧\n", "site_related_links", note="an empty label at the end of the page"),
        Example(
            _ENGLISH + "⟦You may also like\nBridge repairs to begin in May\nSchool roof survives the storm⟧",
            "site_related_links",
        ),
        Example(
            _BODY
            + "## ⟦往期推荐\n\n[三处水渠下月通水](https://example.com/1)\n\n[春耕农机下田忙](https://example.com/2)⟧",
            "site_related_links",
            note="Markdown copy of a public account: bare links under a heading",
        ),
        Example(
            _BODY + "⟦阅读排行榜\n1 三处水渠下月通水\n2 春耕农机下田忙\n3 老桥今年要大修⟧", "site_link_list"
        ),
        Example("⟦最新文章\n三处水渠下月通水\n春耕农机下田忙\n老桥今年要大修⟧\n\n" + _BODY, "site_link_list"),
        Example(
            _BODY + "分享到：\n⟦1. 1三处水渠下月通水\n2. 2春耕农机下田忙\n3. 3插秧比赛周末举行\n"
            "4. 4老桥今年要大修\n5. 5集市挪到河对岸去了⟧\n版权所有 河西网",
            "site_link_list",
            note="no label of its own; each rank is printed twice",
        ),
        Example(
            _BODY.strip() + "(责任编辑：某某)\n⟦三处水渠下月通水\n春耕农机下田忙\n插秧比赛周末举行\n"
            "老桥今年要大修\n集市挪到河对岸去了⟧",
            "site_link_list",
            note="behind the editor's line",
        ),
        Example(
            "水渠怎么修\n⟦列表\n三处水渠下月通水\n春耕农机下田忙\n插秧比赛周末举行\n老桥今年要大修\n"
            "集市挪到河对岸去了\n水渠修好要花多少钱?⟧",
            "site_link_list",
            note="a generated page that is nothing but a list",
        ),
        Example(
            _BODY
            + "下面是常见的问题：\n⟦水渠漏水怎么办？\n水渠多久清一次？\n水渠边上能种树吗？\n水渠由谁来管？⟧",
            "site_link_list",
            note="links of a help page",
        ),
    ),
    silent_on=(
        Example(
            _BODY
            + "本文回答这几个问题：\n- 水渠漏水怎么办？\n- 水渠多久清一次？\n- 水渠边上能种树吗？\n下面逐个来说。",
            note="what the text is about to answer",
        ),
        Example(
            _BODY
            + "等等！你先把桶放下，还想不想修渠？\n嘿，水来了！要不要去看看？\n你找到闸门的钥匙了吗，嗯？还是又丢了？\n你怎么才来！大家都等着呢，快去？",
            note="a play",
        ),
        Example(_BODY + "岗位\n仓储主管\n物流专员\n叉车司机", note="a list of posts"),
        Example(_BODY + "附件：\n水渠管理制度\n机房管理制度\n巡检记录表", note="what is attached"),
        Example(_BODY + "会议通过了三项文件。\n- 水渠管理制度\n- 机房管理制度\n- 巡检记录表", note="told of"),
        Example("目录\n水渠管理制度\n机房管理制度\n巡检记录表", note="contents"),
        Example(_BODY + "他还列出了明年的打算。\n- 水渠怎么修\n- 钱从哪里来\n- 如何来管", note="an outline"),
        Example(_BODY + "- 春眠不觉晓\n- 处处闻啼鸟\n- 夜来风雨声", note="verse"),
        Example(_BODY + "【问题】\n1．水为什么浑？\n2．渠为什么塌？\n3．漏水是怎么造成的？", note="tasks"),
        Example(_BODY + "相关问题\n水渠为什么会塌掉一段？\n由谁来管？", note="a textbook"),
        Example(_BODY + "其他问题\n水渠漏水严重\n经费来源不明\n管护责任不清", note="an outline of faults"),
        Example(_BODY + "热门产品：手机、电脑、相机", note="goods in prose"),
        Example(_BODY + "体育馆改开放时间\n财经学院开学\n教育局开会通知\n科技馆周末关闭", note="no channels"),
        Example("【相关链接】水渠始建于清代，几经翻修，仍在使用。\n" + _BODY, note="a box in one line"),
        Example(_BODY + "【延伸】课后练习第三题\n" + _BODY, note="an exercise"),
        Example(
            "推荐阅读：《农田水利十讲》《水渠史》\n三处水渠下月通水\n" + _BODY, note="books behind the label"
        ),
        Example(_BODY + "喜欢的人还喜欢什么\n" + _BODY, note="a heading"),
        Example(_BODY + "相关知识\n渠水靠落差流动，两岸要一样高。\n" + _BODY, note="a box"),
        Example(_BODY + "相关问题\n1. 水渠为什么要修\n2. 渠边为什么种树", note="exercises"),
        Example(_BODY + "参加单位\n教育局 财政局 公安局 民政局", note="a row of offices"),
        Example(
            _BODY + "相关链接\n水渠是把河水引到田里的沟。本镇的水渠始建于清代，几经翻修，仍在使用。",
            note="a box",
        ),
        Example(
            "推荐阅读\n这本书写得很实在，讲的是村里修渠的旧事，值得一看。\n" + _BODY, note="advice in prose"
        ),
        Example(
            _BODY + "延伸阅读\n《农田水利十讲》 某某著\n《水渠与村庄》 某某著\n《河流的故事》", note="books"
        ),
        Example(
            _BODY + "推荐阅读\n[1] 某某. 农田水利[M]. 某某出版社, 2001.\n[2] 某某. 水渠史[J]. 2003(2).",
            note="references",
        ),
        Example(
            "# 工具\n\n## 相关链接\n\n- [文档](https://example.com/doc)\n- [讨论](https://example.com/t)",
            note="docs",
        ),
        Example(_BODY + "相关链接：https://example.com/doc", note="a source named by the author"),
        Example("相关新闻说，水渠已经通水。记者到现场看到，水头正沿着新渠向南走。\n" + _BODY, note="prose"),
        Example("记者查阅了相关报道\n" + _BODY, note="the words inside a line"),
        Example(
            "会议议程\n一、听取汇报\n二、讨论方案\n三、表决经费\n四、安排春耕\n五、其他事项", note="an agenda"
        ),
        Example(
            "相关新闻\n一、水渠的现状\n二、存在的问题\n三、对策和建议\n" + _BODY,
            note="an outline under such a heading",
        ),
        Example(
            "推荐文章\n1. 水渠的现状与问题\n2. 修渠的三个办法\n3. 管护的经费\n" + _BODY,
            note="a numbered outline",
        ),
        Example(
            "比赛结果\n1. 东街队 3比1 西街队\n2. 河沿队 2比2 桥头队\n3. 北山队 0比1 南坡队", note="results"
        ),
        Example("大学排行榜\n1. 河西大学\n2. 河西工业大学\n3. 河西农业大学\n" + _BODY, note="a real ranking"),
        Example("材料\n面粉 500克\n鸡蛋 3个\n白糖 50克\n酵母 5克\n牛奶 200毫升", note="a recipe"),
        Example(
            _BODY + "责任编辑：某某\n校对：某某\n审核：某某\n终审：某某\n", note="names behind the editor"
        ),
        Example(
            _BODY + "责任编辑：某某\n三处水渠下月通水\n春耕农机下田忙\n" + _BODY,
            note="the next article begins",
        ),
        Example(
            _BODY + "思考题：\n水渠为什么会塌掉一段？\n如何才能找到漏水的地方？\n怎样分摊修渠的钱才公道？",
            note="questions to the reader",
        ),
        Example(
            "如何找到漏水的地方？\n" + _BODY + "怎样分摊修渠的钱？\n" + _BODY + "如何管护？\n" + _BODY,
            note="headings",
        ),
        Example("列表\n有序列表\n无序列表\n" + _BODY, note="a chapter on lists"),
        Example(_BODY + "把经验分享到各村\n大家都来学\n", note="sharing in prose"),
    ),
    known_misses=(
        Example(
            _BODY
            + "⟦三处水渠下月通水\n春耕农机下田忙\n插秧比赛周末举行\n老桥今年要大修\n集市挪到河对岸去了⟧",
            "site_link_list",
            note="no label and nothing that closes the article: it could be an outline",
        ),
    ),
)
