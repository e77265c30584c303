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
    must be four terms in all, and a text in which neither of the two comes back.
What it must not be confused with
    Headlines and campaigns against the trade, ``headline_channel_site`` titles, navigation of film
    sites, lotteries of the state, medical and legal terms, keyword lines of honest products.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from checks.evidence.insertions import told_by
from checks.evidence.search_terms import (
    FORMS,
    HEAD,
    KEYS,
    NAMED,
    REPORTING,
    WAYS,
    Segment,
    named_in,
    segments_of,
)
from checks.evidence.trades import TELLING, TRADED, words_in
from checks.evidence.usage import usages
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, fold, visible

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

_WINDOW = 5_000  # tags before and the title itself; the longest met had 28 segments in 400 characters
_SHARE = 0.6  # of the segments hold a term: DETECTION, tried there on 9 titles from the wild
_TERMS = 4  # fewer are a coincidence of a headline; a title that names a betting site needs one less
_CERTAIN = 3  # different telling terms that no honest line of the bench or of the real pages brings together
_FILLED = (
    0.8  # of the letters of a title that is one query belong to terms; headlines of our own stay below 0.6
)
_PITCH, _LONGEST = 8, 300  # weight of the words of a line, see insertions; letters of it that are read
_NAME = 2  # letters of a name that all queries begin with
_WAY = re.compile(f"{WAYS}|{FORMS}")
_LETTER = re.compile(r"[^\W_]")
_BODY = 5_000  # where a text that is about these things says so; its tail may be spam again
_LEAST_BODY = 100  # characters below which nothing can be said about what the text is about

_TAG = re.compile(r"<[^<>\n]{0,200}>")
_LABEL = re.compile(r"\W*(?:关键词|关键字|主题词|标签|热词|热搜|热门搜索|keywords?|tags?)\W")


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the strings of search terms in the title and in the head of the text."""
    if any(candidate.field == "title" for candidate in candidates[:1]):
        yield from (
            text.title_span("seo_spam_title", start, end, Proof.STRONG, segments=segments, terms=terms)
            for start, end, segments, terms in _strings(text.title[:_WINDOW], text, 0)
        )
    head = text.view[:_WINDOW]
    for start, end in _lines(head, (c.start for c in candidates if c.field == "text")):
        for first, last, segments, terms in _strings(head[start:end], text, end):
            yield text.span(
                "seo_spam_title",
                start + first,
                start + last,
                Proof.STRONG,
                segments=segments,
                terms=terms,
            )


def _lines(head: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lines that hold one of these places and start within the first ``HEAD`` characters."""
    end = -1
    for place in takewhile(lambda place: place < len(head), places):
        if place > end:
            start, newline = head.rfind("\n", 0, place) + 1, head.find("\n", place)
            end = len(head) if newline < 0 else newline
            if len(visible(_TAG.sub("", head[:start]))) > HEAD:
                return
            yield start, end


def _strings(line: str, text: Text, body: int) -> Iterator[tuple[int, int, int, str]]:
    """Place, number of segments and first terms, if the line is one; the text's ``body`` starts after it."""
    line = fold(_TAG.sub(lambda tag: " " * len(tag[0]), line))
    if REPORTING.search(line) or _LABEL.match(line):
        return
    yield from _named(line, text, body)
    segments = segments_of(line)
    if found := _pitched(line, segments, text, body) or _branded(line, segments, text, body):
        yield found
        return
    hits = [segment for segment in segments if segment.terms]
    told = tuple(dict.fromkeys(term for segment in hits for term in segment.told))
    if not told or not _is_string_of_terms(segments, hits, len(told)):
        return
    if len(told) >= _CERTAIN or any(s.site for s in hits) or _is_estranged(told, text, body):
        yield hits[0].start, hits[-1].end, len(hits), "、".join(told[:3])


def _named(line: str, text: Text, body: int) -> Iterator[tuple[int, int, int, str]]:
    """A line that is nothing but an unlisted name with the ways in, over a text that never names it."""
    found = named_in(line)
    rest = len(visible(line)) - sum(len(visible(match[0])) for match in found)
    if (
        found
        and rest <= (1 - _FILLED) * len(line)
        and _is_estranged([match[1] for match in found], text, body)
    ):
        yield found[0].start(), found[-1].end(), len(found), "、".join(match[0] for match in found[:3])


def _pitched(
    line: str, segments: Sequence[Segment], text: Text, body: int
) -> tuple[int, int, int, str] | None:
    """A line of several queries that consists of words of the trades, over a text that is about something else."""
    found = [word.text for word in words_in(line[:_LONGEST])]
    told = tuple(dict.fromkeys(word for word in found if word in TELLING))
    letters = len(_LETTER.findall(line[:_LONGEST]))
    if len(segments) < 2 or told_by(found).weight < _PITCH or not told:
        return None
    filled = sum(len(_LETTER.findall(word)) for word in found) >= _FILLED * letters
    if not filled or not _is_estranged(told, text, body):
        return None
    return segments[0].start, segments[-1].end, len(segments), "、".join(told[:3])


def _branded(
    line: str, segments: Sequence[Segment], text: Text, body: int
) -> tuple[int, int, int, str] | None:
    """One name again and again, with the ways in, over a text that never names it."""
    queries = [line[segment.start : segment.end] for segment in segments]
    name = _shared_start(sorted(queries)[:1] + queries[:_CERTAIN]) if len(queries) >= _CERTAIN else ""
    ways = sum(bool(_WAY.search(query)) for query in queries)
    if (
        len(name) < _NAME
        or ways < len(queries) - 1
        or _WAY.match(name)
        or not _is_estranged([name], text, body)
    ):
        return None
    return segments[0].start, segments[-1].end, len(segments), "、".join(queries[:3])


def _shared_start(queries: Sequence[str]) -> str:
    """The characters with which all of these begin."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*queries, strict=False))
    return "".join(column[0] for column in columns)


def _is_string_of_terms(segments: Sequence[Segment], hits: Sequence[Segment], told: int) -> bool:
    """Most segments hold search terms, and two of them, or a betting site's, tell what is offered."""
    site = any(segment.site for segment in hits)
    if len(segments) == 1:
        return _is_one_query(segments[0])
    string = segments[segments.index(hits[0]) : segments.index(hits[-1]) + 1]
    of = len(string if told >= _CERTAIN else segments)  # the true title may follow
    if len(hits) < _SHARE * of:
        return False
    if told < _CERTAIN and sum(segment.terms for segment in hits) < _TERMS - site:
        return False
    return sum(bool(segment.told) for segment in hits) > 1 or (site and len(hits) == len(segments))


def _is_one_query(segment: Segment) -> bool:
    """A betting site's name with its way in and nothing else, or four terms run together."""
    if segment.filled < _FILLED:
        return False
    return segment.site or (len(segment.told) > 1 and segment.terms >= _TERMS)


def _is_estranged(told: Sequence[str], text: Text, body: int) -> bool:
    """There is a text, and it is about something else: none of the terms comes back in it."""
    about = text.folded(body, body + _BODY)
    return len(visible(about)) >= _LEAST_BODY and not any(term in about for term in told)


CHECK = Check(
    name="spam_title",
    doc=__doc__,
    classes=(SEO_SPAM_TITLE,),
    find=find,
    phrases=KEYS | NAMED | TRADED | usages(way for way in WAYS.split("|") if len(way) > 2),
    reads_title=True,
    fires_on=(
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
        Example("各位家长：下周一开学。", "seo_spam_title", title="成人视频在线_国产毛片无码_某某小学"),
        Example(
            "⟦久久精品 亚洲无码 人妻中文字幕 在线观看⟧\n合同编号：",
            "seo_spam_title",
            note="parted by spaces only",
        ),
    ),
    silent_on=(
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
