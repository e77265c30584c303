"""Search terms of pornography, gambling and the like in the place of a title.

What it finds
    The first lines of a text, or its title, are a string of search terms joined by ``_ , - |`` or
    the like: videos, betting sites, private game servers, loans, forged papers, companions.
Why it matters
    The page stands on a hacked or cloned site. What follows was stolen, converted or spun, and the
    first line teaches a model exactly what the corpus was cleaned of.
How it is told
    Two or more segments, three fifths of them with a term of a closed list, and two segments with
    terms that ordinary titles do not hold (a betting site's name with 官网 or app after it is enough).
    Three different such terms suffice, and the true title may follow on the line; with two there
    must be four terms in all, and a text in which neither of the two comes back. Weaker words tell above a
    text that shares nothing with the line: an illness with the question which clinic is best, goods of the
    trades with what is asked about them, a name with two ways in to its site, any name with nothing but ways in.
    Three queries and more for the same goods, joined by bars, tell above any article; so do questions about one
    service, with a firm behind them only above a strange text, and what is offered of a cracked game. Lottery tips
    tell by whose sheet they are or by each other, for the text below such a title is about the tip as a rule.
    Two queries for the making of sites, run together as the title and parted by a comma in the row below it, tell a farm.
What it must not be confused with
    Headlines and campaigns against the trade, ``headline_channel_site`` titles, navigation of film
    sites, lotteries of the state, medical and legal terms, keyword lines of honest products.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from checks.evidence import company_titles, ways_in
from checks.evidence.goods_queries import GOODS
from checks.evidence.lottery_tips import SEEN
from checks.evidence.match_queries import BETS
from checks.evidence.query_titles import ASKED, CRACKED, JOINED
from checks.evidence.search_terms import HEAD, KEYS, NAMED, WAYS
from checks.evidence.site_makers import ASKED_FOR, row_under_its_title
from checks.evidence.sought import SOUGHT
from checks.evidence.title_strings import TAG, strings_in
from checks.evidence.trades import TRADED
from checks.evidence.usage import usages
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, visible

SEO_SPAM_TITLE = FaultClass(
    "seo_spam_title",
    "spam",
    Severity.CRITICAL,
    Words("search terms as title", "标题为垃圾搜索词"),
    Words(
        "a string of {segments} search terms of a hacked site stands where the title belongs ({terms})",
        "标题处是被黑网站的搜索词串，共 {segments} 段（{terms}）",
    ),
)

_TOP = (
    600  # characters in which a farm's title and the row under it stand; the rows met ended before the 130th
)
_WINDOW = 5_000  # tags before and the title itself; the longest met had 28 segments in 400 characters


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the strings of search terms in the title and in the head of the text."""
    candidates, makers = _apart(candidates)
    yield from _joined(text, makers)
    if any(candidate.field == "title" for candidate in candidates[:1]):
        yield from (
            text.title_span("seo_spam_title", start, end, Proof.STRONG, segments=segments, terms=terms)
            for start, end, segments, terms in strings_in(text.title[:_WINDOW], text, 0)
        )
    if not any(candidate.start < _WINDOW for candidate in candidates if candidate.field == "text"):
        return
    head = text.view[:_WINDOW]
    for start, end in _lines(head, (c.start for c in candidates if c.field == "text")):
        for first, last, segments, terms in strings_in(head[start:end], text, end):
            yield text.span(
                "seo_spam_title",
                start + first,
                start + last,
                Proof.STRONG,
                segments=segments,
                terms=terms,
            )


def _apart(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[int]]:
    """The candidates that may begin a string of terms, and the places in the text that ask for the making of a site."""
    makers = [c.start for c in candidates if c.phrase in ASKED_FOR and c.field == "text"]
    return [c for c in candidates if c.phrase not in ASKED_FOR], makers


def _joined(text: Text, places: Sequence[int]) -> Iterator[Span]:
    """A row of queries for the making of sites, and the title before it that runs its first two together."""
    if not places or places[0] >= _TOP or not (row := row_under_its_title(text.folded(0, _TOP))):
        return
    for place in (row.title, row.row):
        yield text.span(
            "seo_spam_title",
            *place,
            Proof.STRONG,
            segments=len(row.queries),
            terms="、".join(row.queries),
        )


def _lines(head: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lines that hold one of these places and start within the first ``HEAD`` characters."""
    end = -1
    for place in takewhile(lambda place: place < len(head), places):
        if place > end:
            start, newline = head.rfind("\n", 0, place) + 1, head.find("\n", place)
            end = len(head) if newline < 0 else newline
            if len(visible(TAG.sub("", head[:start]))) > HEAD:
                return
            yield start, end


_FIELDS = (
    "今年以来，各合作社及时追肥，田间管理有序，夏粮丰收在望。镇里派出技术员，逐块查看苗情，指导农户浇水。"
)

CHECK = Check(
    name="spam_title",
    doc=__doc__,
    classes=(SEO_SPAM_TITLE,),
    find=find,
    phrases=KEYS
    | company_titles.ASKED_FOR
    | ASKED_FOR
    | NAMED
    | TRADED
    | SOUGHT
    | GOODS
    | SEEN
    | ASKED
    | CRACKED
    | JOINED
    | BETS
    | usages({*ways_in.WAYS, *(way for way in WAYS.split("|") if len(way) > 2)}),
    reads_title=True,
    fires_on=(
        Example(
            "⟦竞彩怎么玩/足总杯在线直播/欧洲杯2021赛程/青禾俱乐部⟧\n" + _FIELDS * 2,
            "seo_spam_title",
            note="matches, above a page about fields",
        ),
        Example(
            "⟦水城同城快约一夜，水城同城速约一晚⟧\n" + _FIELDS * 2,
            "seo_spam_title",
            note="no number",
        ),
        Example(
            "⟦水城300一晚同城约茶，水城同城约茶300元一次⟧\n" + _FIELDS * 2,
            "seo_spam_title",
            note="company for a price, twice",
        ),
        Example(
            "⟦pg电子 三处水渠下月通水 村民提前清淤 水城电竞平台⟧\n" + _FIELDS,
            "seo_spam_title",
            note="a headline between two betting sites",
        ),
        Example(
            "当前位置: 首页 > 正文\n\n⟦水城建站流程图店铺seo怎么学⟧\n\n⟦水城建站流程图，店铺seo怎么学，做网站的公司电话⟧，网页模板下载归并排序先把数组分成两半。\n"
            + _FIELDS * 2,
            "seo_spam_title",
            note="two queries as title, parted in the row below",
        ),
        Example(
            "⟦水城四肖八码资料大全，今晚期期必中_全面释义落实⟧\n发布单位：某某办公室\n一、背景\n"
            + "为满足各方需要，现对有关事项作如下说明，请遵照执行。资料的来源、号码的算法和公布的时间均以本文为准。"
            * 4,
            "seo_spam_title",
            note="tips on a lottery, above a notice about the tips",
        ),
        Example(
            "⟦水城搬家公司_水城搬家哪家好_水城搬家价格-某某物流⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="queries for a service and a firm, above something else",
        ),
        Example(
            "⟦修雨伞多少钱一把_雨伞修理品牌排行榜前十名_修雨伞哪里好⟧\n"
            + "雨伞用完要晾干。伞骨松了可以自己拧紧，伞面破了用补丁粘好。" * 6,
            "seo_spam_title",
            note="three queries for one thing, on a page about it",
        ),
        Example(
            "⟦竹影小镇无限金币破解版下载-竹影小镇最新版v3.1下载-竹影小镇内购免费版⟧\n"
            + "竹影小镇是一款经营游戏，玩家在竹影小镇里种地养鸡，收获以后可以盖房。" * 4,
            "seo_spam_title",
            note="a cracked game",
        ),
        Example(
            "⟦竹影國際(集團)有限公司官網-竹影娛樂註冊登錄首頁歡迎您⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="a firm that is a betting house, traditional",
        ),
        Example(
            "⟦国产精品午夜福利_日韩无码高清在线_人妻熟女视频免费观看⟧\n\n當前位置：首頁>>新聞\n本縣春耕進展順利。",
            "seo_spam_title",
            note="simplified search terms over a traditional text",
        ),
        Example(
            "⟦亞洲無碼在線,少婦視頻,成人影院免費⟧ ?\n\n水泵應當定期檢修。",
            "seo_spam_title",
            note="traditional, commas, a lost character behind",
        ),
        Example(
            '• <tr id="q7w2e"></tr>\n  • <sup id="q7w2e"><b></b></sup>\n  • ⟦激情视频网-一区二区三区毛片-久久综合⟧ ?\n\n演播厅改造方案\n摘要：略。',
            "seo_spam_title",
            note="empty tags of random names before it",
        ),
        Example(
            "⟦色综合 I 天天干视频 I 大香蕉网站⟧\n欢迎光临本公司网站！",
            "seo_spam_title",
            note="a letter as bar",
        ),
        Example(
            "⟦百家乐官网｜老虎机平台｜网上赌场注册⟧\n本校举行秋季运动会。",
            "seo_spam_title",
            note="betting, full-width bars",
        ),
        Example(
            "⟦乐鱼体育官网(中国)-app下载⟧\n公司主营轴承。",
            "seo_spam_title",
            note="one betting site is enough",
        ),
        Example(
            "⟦新开传奇网站、传奇私服、1.76复古传奇⟧\n第三章 设备的安装",
            "seo_spam_title",
            note="game servers, list commas",
        ),
        Example("⟦办假证_刻章办证_代开发票⟧\n关于召开年会的通知", "seo_spam_title", note="forged papers"),
        Example(
            "⟦贷款平台-黑户贷款app-信用卡套现-借款推荐⟧\n"
            + "今年以来，各合作社及时追肥，田间管理有序，夏粮丰收在望。" * 5,
            "seo_spam_title",
            note="two terms, and the text is about something else",
        ),
        Example(
            "⟦久久精品在线_亚洲av网_制服丝袜⟧_关于春季植树的通知_某某区林业站\n各村：",
            "seo_spam_title",
            note="the true title follows on the line",
        ),
        Example(
            "⟦山城白癜风医院哪家好_山城治疗白癜风多少钱⟧\n" + _FIELDS * 4,
            "seo_spam_title",
            note="an illness, a clinic, and the question which is best, over something else",
        ),
        Example(
            "⟦山城代开餐饮费票-住宿费票电子版-开票公司电话⟧\n" + _FIELDS * 4,
            "seo_spam_title",
            note="words of queries, none of which tells by itself",
        ),
        Example(
            "⟦岳云·運動(YY SPORTS)官方網站登錄入口⟧\n" + _FIELDS * 4,
            "seo_spam_title",
            note="an unlisted name with two ways in, traditional",
        ),
        Example(
            "⟦岳云汇-安卓/IOS/手机版APP下载⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="any name, and nothing but ways in to its program",
        ),
        Example(
            "⟦岳雲運動·[集團]有限公司-官網首頁⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="a firm that is none, traditional",
        ),
        Example(
            "⟦岳云app(VIP)下载安装-ios/安卓通用版-V3.2.1⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="machines and edition",
        ),
        Example(
            "⟦www.example.com-岳云体育-市场动态⟧\n" + _FIELDS * 5,
            "seo_spam_title",
            note="a host, a name that ends like a betting site's, and ordinary words",
        ),
        Example(
            "⟦竹席厂家_竹席价格_竹席批发_竹席多少钱一张⟧\n"
            + "竹席用完要擦干，放在阴凉处。存放前先晒半天，再卷好收起。" * 6,
            "seo_spam_title",
            note="queries for the same goods above an article",
        ),
        Example("各位家长：下周一开学。", "seo_spam_title", title="成人视频在线_国产毛片无码_某某小学"),
        Example(
            "⟦久久精品 亚洲无码 人妻中文字幕 在线观看⟧\n合同编号：",
            "seo_spam_title",
            note="parted by spaces only",
        ),
    ),
    silent_on=(
        Example(
            "足总杯在线直播/欧洲杯赛程/竞彩专栏\n今晚的足球比赛在镇体育场举行，两支球队都来自河西，球迷可以免费入场。"
            + _FIELDS * 2,
            note="the channels of a page about matches",
        ),
        Example(
            "足球赛程/篮球比赛结果/停电通知\n" + _FIELDS * 2,
            note="a board of notices, two of them about matches",
        ),
        Example(
            "足球赛程/春耕安排/水渠值班/停电通知\n" + _FIELDS * 2,
            note="a board of notices, one of them about a match",
        ),
        Example("同城约茶300元一次？警方揭开骗局\n" + _FIELDS * 2, note="a report"),
        Example("上门推拿一次百元，上门按摩一次百元\n" + _FIELDS * 2, note="a trade"),
        Example("快餐店一晚卖出三百份，一晚卖光快餐\n" + _FIELDS * 2, note="a headline in two halves"),
        Example("茶馆喝茶30元一次，老人相约茶馆\n" + _FIELDS * 2, note="a tea house"),
        Example(
            "电子商务 三处市场下月开张 商户提前备货 水城电竞平台\n" + _FIELDS, note="no betting site listed"
        ),
        Example("pg电子 测试仪器 使用说明\n" + _FIELDS, note="one listed name, before a headline of its own"),
        Example(
            "网站建设网页设计\n网站建设、网页设计与域名，课程分三章。\n" + _FIELDS * 5,
            note="a lesson whose first sentence takes its title up",
        ),
        Example(
            "网站推广，关键词怎么选\n网站推广，关键词怎么选，做网站的人常问，答案要看行业。\n" + _FIELDS * 5,
            note="a question taken up as it stands",
        ),
        Example(
            "所谓“四肖八码期期必中”全是骗局\n" + _FIELDS * 5,
            note="a warning of tips",
        ),
        Example(
            "马会公布今晚开奖结果\n" + _FIELDS * 5,
            note="a draw of a licensed house",
        ),
        Example(
            "管家婆软件资料大全\n" + _FIELDS * 5,
            note="a program that bears the name of a tipster's sheet",
        ),
        Example(
            "水城搬家公司_水城搬家哪家好_水城搬家价格-某某搬家\n"
            + "某某搬家是水城的搬家公司，水城搬家价格公道，哪家好问街坊。" * 8,
            note="a firm's own page",
        ),
        Example(
            "搬家公司哪家好_生活频道_某某网\n" + _FIELDS * 5, note="an article's question, column and site"
        ),
        Example(
            "竹影小镇-模拟经营-手游下载\n" + "竹影小镇是一款经营游戏。" * 12,
            note="a game and where it stands",
        ),
        Example(
            "盗版软件有哪些危害：破解版、修改版与木马\n" + _FIELDS * 5, note="an article on cracked programs"
        ),
        Example("某某国际(集团)有限公司官网-产品中心-联系我们\n" + _FIELDS * 5, note="a firm"),
        Example("竹席_草席_某某竹器有限公司\n" + _FIELDS * 5, note="a firm and its goods"),
        Example(
            "石笼网厂家_石笼网价格_石笼网批发-某某丝网制造有限公司\n" + _FIELDS * 5,
            note="three queries and the firm that sells: its own page",
        ),
        Example("汽车报价_汽车图片_汽车价格_汽车品牌\n" + _FIELDS * 5, note="the menu of a portal"),
        Example("某某机械(中国)有限公司-官网首页\n" + _FIELDS * 5, note="a firm's page"),
        Example("首页_新闻中心_公司新闻_某某环保科技有限公司\n" + _FIELDS * 5, note="where a page stands"),
        Example("离心泵,管道泵,排污泵,潜水泵,泵阀\n" + _FIELDS * 5, note="tags"),
        Example("网站首页 | 登录 | 注册 | 手机版 | 客户端下载\n" + _FIELDS * 5, note="a menu"),
        Example("施工方案免费下载\n" + _FIELDS * 5, note="a heading above files"),
        Example("某某输入法-安卓/iOS/手机版下载\n" + _FIELDS * 5, note="a program"),
        Example("某某协会-官网-登录-手机版\n" + _FIELDS * 5, note="a body"),
        Example(
            "岳云笔记-安卓/iOS/手机版app下载\n"
            + "岳云笔记可以记文字和图片，岳云笔记支持安卓和iOS同步，手机版免费下载。" * 8,
            note="a page about that program",
        ),
        Example("www.example.com-某某县文化体育-动态\n" + _FIELDS * 5, note="the column of a county's site"),
        Example(
            "某某医院 首页 专家门诊 预约挂号 男科 妇科 不孕不育 皮肤科 白癜风\n" + _FIELDS * 4,
            note="the menu of a hospital: nobody asks which is best",
        ),
        Example(
            "白癜风怎么治，哪家医院好\n"
            + "白癜风怎么治？公立医院皮肤科都能诊断，患者不必打听哪家医院好。" * 8,
            note="an article that asks the question itself",
        ),
        Example(
            "某某影视网 电影 电视剧 国产 日韩 欧美 高清 在线观看\n" + _FIELDS * 4,
            note="the menu of a film site",
        ),
        Example("个人贷款 信用卡 借款 网上银行登录 下载中心\n" + _FIELDS * 4, note="the menu of a bank"),
        Example("论文 毕业设计 雅思 四六级 查询 下载\n" + _FIELDS * 4, note="the menu of a school"),
        Example("某某省植物园官方网站登录入口\n" + _FIELDS * 4, note="the banner of a body"),
        Example("学习平台登录入口_客户端下载_手机版\n" + _FIELDS * 4, note="ways in without a name"),
        Example(
            "双色球开奖结果_大乐透走势图_彩票网点查询\n" + _FIELDS * 4,
            note="lotteries of the state, over something else",
        ),
        Example("搬家公司哪家好_搬家公司价格_搬家公司电话\n" + _FIELDS * 4, note="an honest trade"),
        Example(
            "男子沉迷百家乐官网输光积蓄_网络赌博平台_社会频道_某某新闻网\n记者昨日获悉……", note="news titles"
        ),
        Example("警方捣毁网上赌场、投注平台、送彩金群\n昨日凌晨，行动开始。", note="a report on the trade"),
        Example("扫黄打非：查处黄色视频,整治成人网站,净化福利视频\n活动方案如下。", note="a campaign"),
        Example("拒绝网络赌博，远离投注平台，警惕彩票平台\n致家长的一封信", note="a campaign at school"),
        Example(
            "日韩电影_欧美大片_国产电影_三级片_伦理片_高清在线观看\n本站收录影片。", note="a list of films"
        ),
        Example("国产剧 | 日韩剧 | 福利视频 | 综艺 | 动漫\n热播榜", note="navigation of a film site"),
        Example("阴道炎,白带异常,性交疼痛,高潮障碍,妇科检查\n医生答疑", note="medical terms"),
        Example("强奸罪、卖淫罪、传播淫秽物品罪的司法解释\n第一条", note="legal terms"),
        Example("球阀,蝶阀,闸阀,止回阀,国产精品阀门\n公司简介", note="keyword line of an honest product"),
        Example("欧美精品女装_日韩精品女装_国产精品女装\n新款上市", note="choice goods of a shop"),
        Example("成人高考_成人大专_成人本科_学历提升\n报名时间", note="education for adults"),
        Example("英超赛程_足球比分_竞彩推荐_体育频道\n本轮战报", note="sports results"),
        Example("双色球开奖_大乐透开奖_福彩3D_彩票走势图\n第2012030期", note="lotteries of the state"),
        Example("威尼斯人酒店_金沙酒店_永利酒店_澳门旅游攻略\n住宿推荐", note="hotels"),
        Example("银河证券官网_银河期货下载_银河基金\n行情", note="a name that many share"),
        Example("个人贷款_无抵押贷款_信用贷款_某某银行\n产品介绍", note="loans of a bank"),
        Example("办证大厅,身份证办理,护照办理,驾驶证换证\n办事指南", note="service of an office"),
        Example("明星私服_私服穿搭_街拍_时尚频道\n今日搭配", note="private clothes, no game server"),
        Example("关键词：AV女优；无码；成人电影；性别研究\n摘要", note="keywords of a paper"),
        Example("人妻与少妇——明清小说中的女性形象\n作者按", note="a headline with two of the terms"),
        Example(
            "春耕。" * 150 + "\n国产精品午夜福利_日韩无码高清_人妻视频\n",
            note="far below the head: another fault",
        ),
        Example(
            "巨乳_人妻 游戏角色属性\n"
            + "设定集：标签为巨乳与人妻的角色共有三名，立绘由社团绘制，台词尚未录音。" * 4,
            note="two terms, and the text is about them",
        ),
        Example(
            "论文查重_毕业论文_论文发表_期刊投稿", title="论文查重_论文发表", note="services for authors"
        ),
    ),
    known_misses=(
        Example(
            "⟦某某体育官方⟧\n简要描述：产品经久耐用。",
            "seo_spam_title",
            note="one name alone, unknown to the list",
        ),
        Example("⟦日韩在线_欧美免费视频_国产高清⟧\n水泵检修", "seo_spam_title", note="ordinary words only"),
    ),
)
