"""Advertising set into or behind a text: offers with a private number, whole letters that sell, comment spam.

What it finds
    A sentence that sells something and gives a private channel (QQ, WeChat, Telegram, a mobile number, in whatever
    disguise); a paragraph or a whole letter that is an offer; a comment of empty praise with an invitation.
Why it matters
    The page was used as a wall for bills, or is nothing but one. A model learns to sell invoices and to praise blogs.
How it is told
    A closed list of selling words beside a channel, with a call to act. An offer needs many kinds of evidence close
    together (who is addressed, who speaks, goods, price, persuasion, call, channel, leave-taking), more in a longer
    passage. A comment needs praise, an invitation, and an address or a channel in the same lines.
What it must not be confused with
    Reports and warnings about the trade, verdicts and statutes, helplines, press contacts, tenders, appointments,
    notices of events, groups of users and readers, lessons on letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.offers import GROUPS as OFFERS
from checks.evidence.offers import offers_in, whole_or
from checks.evidence.postings import AROUND, GROUPS, coupon_of, sale_in
from checks.evidence.trades import ILLICIT, SHARED
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text

CONTACT_SPAM = FaultClass(
    "contact_spam",
    "spam",
    Severity.ERROR,
    Words("private contact of a seller", "推销联系方式"),
    Words(
        "“{words}” is offered through a private channel ({channel})",
        "以私人联系方式（{channel}）推销“{words}”",
    ),
)
AD_PARAGRAPH = FaultClass(
    "ad_paragraph",
    "spam",
    Severity.WARNING,
    Words("advertisement", "广告段落"),
    Words(
        "a passage that sells: {kinds} kinds of evidence of an offer stand close together ({words})",
        "推销性段落：{kinds} 类推销特征集中出现（{words}）",
    ),
)
_OFFER_ANCHORS = frozenset(OFFERS["anchors"])
_LETTERS = frozenset(word for name in ("addressed", "unasked", "farewell") for word in OFFERS[name])
_NOTES = frozenset(GROUPS["anchors: notes"])
_ACCOUNT = re.compile(  # five signs of a number in any disguise, or of an account
    r"(?:[0-9０-９①-⓿❶-❿⑴-⒇〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺][-—－ .·*_~]{0,3}){5}|[A-Za-zＡ-Ｚａ-ｚ][\w０-９Ａ-Ｚａ-ｚ-]{4}",
    re.ASCII,
)

LINE = 300  # characters of a line that is read as a whole; of a longer one only the surroundings
NOTE = 60  # characters of the note an advertisement in an article consists of, on its own line
WINDOW = 4_000  # characters round a candidate in which an offer is looked for; letters have up to 3,000
ANCHORS = 2  # different ones in a window; letters that sell have five and more, or a formula of letters
MOST = 40  # candidates of a text that are followed: hostile texts consist of nothing else


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield offers, then sentences that sell outside of them, then notes."""
    here = [c for c in candidates if c.field == "text"]
    offers = list(_offers(text, [c for c in here if c.phrase in _OFFER_ANCHORS]))
    yield from offers
    covered = [(span.start, span.end) for span in offers]
    places = [place for place in _spread([c.start for c in here]) if _is_reached(text, place)]
    notes = _spread([c.start for c in here if c.phrase in _NOTES])
    for span in (*_contacts(text, places), *_notes(text, notes)):
        if not any(start <= span.start < end for start, end in covered):
            covered.append((span.start, span.end))
            yield span


def _is_reached(text: Text, place: int) -> bool:
    """Something that may be a number or an account stands near; looked for before anything is folded."""
    return bool(_ACCOUNT.search(text.view, max(place - AROUND, 0), place + 2 * AROUND))


def _spread(places: Sequence[int]) -> list[int]:
    """At most ``MOST`` of the places, over the whole text."""
    places = sorted(set(places))
    step = -(-len(places) // MOST) or 1
    return places[::step]


def _offers(text: Text, anchors: Sequence[Candidate]) -> Iterator[Span]:
    """Offers, each once; where the offer is most of the text, the text."""
    done = -1
    for place in _spread([anchor.start for anchor in anchors]):
        start, end = max(place - WINDOW // 2, done, 0), min(place + WINDOW // 2, len(text.view))
        near = {anchor.phrase for anchor in anchors if start <= anchor.start < end}
        if place < done or (len(near) < ANCHORS and not near & _LETTERS):
            continue
        done = end
        for offer in offers_in(text, start, end):
            first, last = whole_or(text, offer)
            words = "、".join(offer.words)
            yield text.span("ad_paragraph", first, last, Proof.STRONG, kinds=offer.kinds, words=words)
            done = max(done, last)


def _contacts(text: Text, places: Sequence[int]) -> Iterator[Span]:
    done = -1
    for place in places:
        if place < done:
            continue
        start, end = _surroundings(text, place)
        if sale := sale_in(text.folded(start, end)):
            done = end
            first, last = start + sale.start, start + sale.end
            yield text.span("contact_spam", first, last, Proof.STRONG, words=sale.words, channel=sale.channel)


def _surroundings(text: Text, place: int) -> tuple[int, int]:
    """The line of a place, and the next one if it is short; of a long line what is near."""
    number = text.line_number(place)
    line = text.lines[number]
    start, end = line.start, line.end
    if end - start <= LINE:
        following = next((n for n in text.lines[number + 1 : number + 3] if n.stripped), line)
        return start, following.end if len(following.text) <= NOTE else end
    return max(start, place - AROUND), min(end, place + 2 * AROUND)


def _notes(text: Text, places: Sequence[int]) -> Iterator[Span]:
    """Lines under an article that hold nothing but a coupon, a reduced price, a code to scan."""
    for start in dict.fromkeys(text.line_at(place).start for place in places):
        line = text.line_at(start)
        folded = text.folded(line.start, line.end) if len(line.stripped) <= NOTE else ""
        if coupon := coupon_of(folded):
            yield text.span("ad_paragraph", *line.inner, Proof.STRONG, kinds=2, words=coupon)


_STORY = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="contact_spam",
    doc=__doc__,
    classes=(CONTACT_SPAM, AD_PARAGRAPH),
    find=find,
    phrases=frozenset(
        {
            *_OFFER_ANCHORS,
            *(ILLICIT - SHARED),
            *GROUPS["anchors: channels"],
            *GROUPS["anchors: notes"],
        }
    ),
    fires_on=(
        Example(
            _STORY + "⟦代开各类发票，加微信 abc000000，点数低。⟧会后大家合影留念。",
            "contact_spam",
            note="set into an article",
        ),
        Example(
            _STORY + "\n⟦专业办证刻章，联系电话：13800000000，QQ：100000⟧\n插秧后注意灌水。",
            "contact_spam",
        ),
        Example(
            _STORY + "\n⟦兼职日结，加扣扣：①⓪⓪⓪⓪⓪⑧，名额有限！⟧",
            "contact_spam",
            note="circled digits",
        ),
        Example(
            _STORY + "\n⟦需要办理毕业证的朋友请联系 一三八零零零零零零零零⟧",
            "contact_spam",
            note="Chinese numerals",
        ),
        Example(
            _STORY + "\n⟦遊戲代練、低價出售，聯繫ＱＱ：１０００００⟧",
            "contact_spam",
            note="traditional script, full width",
        ),
        Example(
            _STORY + "\n⟦彩票计划群，精准计划，Telegram：@abc_000⟧",
            "contact_spam",
        ),
        Example(
            "⟦尊敬的财务经理：您好！\n我公司每月有多余的发票，可优惠对外代开，税点低，真票可查，先验后付。\n欢迎来电咨询。联系人：王先生 手机：13800000000\n顺祝商祺！⟧",
            "ad_paragraph",
            note="a letter that sells invoices",
        ),
        Example(
            "⟦《如何带好销售队伍》公开课\n时间：七月十六日 地点：某酒店\n费用：1800元/人（含教材、午餐）\n课程大纲：一、找客户；二、谈价格\n讲师：某老师，资深培训师\n报名请将回执传真至 010-00000000，联系人：李小姐⟧",
            "ad_paragraph",
            note="a course",
        ),
        Example(
            "⟦您好！冒昧打扰，敬请原谅。我们是专业的翻译公司，千字60元起，量大优惠，免费试译。\n如有需要请联系张小姐，电话：010-00000000，Email: abc@example.com\n如不需要此邮件，请直接删除。⟧",
            "ad_paragraph",
        ),
        Example(
            _STORY * 3
            + "\n\n⟦本公司长期供应各种模具，质优价廉，交货及时，欢迎来电洽谈。电话：0769-00000000 联系人：黄先生⟧\n\n"
            + _STORY * 3,
            "ad_paragraph",
            note="behind an article",
        ),
        Example(
            _STORY + "\n⟦扫码领券下单，立减50元⟧\n" + _STORY,
            "ad_paragraph",
            note="a coupon line",
        ),
    ),
    silent_on=(
        Example("警方提醒：凡是声称“代开发票、点数优惠，加微信13800000000”的都是骗子，请勿相信。"),
        Example("如有疑问请拨打12345政务服务热线，或联系街道办事处，电话010-00000000。"),
        Example("新闻媒体联系：某某大学宣传部 张老师，电话：010-00000000，邮箱：abc@example.com"),
        Example(
            "招聘启事：某某小学招聘语文教师两名，要求本科以上学历，待遇面议。联系人：王老师，电话0571-00000000，简历请发至abc@example.com"
        ),
        Example(
            "关于举办全国农业技术培训班的通知\n各有关单位：为提高基层农技人员水平，定于5月10日至12日在某市举办培训班。培训费600元/人，食宿自理。请将报名回执传真至010-00000000。联系人：李某。附件：报名回执"
        ),
        Example(
            "某某县公路改造工程招标公告：投标人应具备相应资质，招标文件每套500元，售后不退。联系人：赵工，电话：010-00000000，传真：010-00000000。"
        ),
        Example(
            "读书会活动通知：本周六下午两点，在市图书馆三楼举行，免费参加，名额三十人，报名请加微信群或致电010-00000000。"
        ),
        Example(
            "各位朋友，本项目的交流群QQ群：123456789，欢迎进群讨论使用中的问题，也可以在GitHub上提issue。"
        ),
        Example("关于作者：90后程序员，热爱开源，微信号 abc_12345，欢迎交流技术。公众号：某某笔记。"),
        Example(
            "我司与贵公司于2015年签订的合同已到期，经甲乙双方协商，决定续签。甲方联系人：王某，电话010-00000000。"
        ),
        Example(
            "商务信函范文：尊敬的先生：贵公司5月3日来函收悉，现将我公司最新报价附上，敬请查收。如有意订购，请来电洽谈。顺祝商祺！"
        ),
        Example(
            "被告人李某通过QQ联系买家，出售高仿手表，每块价格三百元，共获利两万元。法院判处其有期徒刑一年。"
        ),
        Example(
            "他在电线杆上看到一张小广告，写着“办证刻章”，下面是一串手机号码13800000000。他摇摇头走开了。"
        ),
        Example(
            "小区物业通知：因水管维修，明日停水，请业主提前储水。物业服务热线：010-00000000，联系人：刘师傅。"
        ),
        Example(
            "旅行笔记：我们在大理住了三晚，客栈老板姓杨，电话13800000000，房价每晚180元，干净便宜，推荐给大家。"
        ),
        Example("失物招领：昨日在操场捡到钱包一个，请失主联系王同学，QQ 123456789，电话13800000000。"),
        Example("本文首发于我的博客，转载请联系作者，微信：abc_12345。"),
        Example("租房：两室一厅，近地铁，月租3500元，拎包入住，中介勿扰，联系电话13800000000。"),
        Example(
            "用户协议第三条：如您需要退订服务，可登录网站或拨打客服热线400-000-0000，我们将在三个工作日内处理。"
        ),
        Example("微信号的命名规则：以字母开头，6到20位，例如 abc_12345，设置后一年只能修改一次。"),
        Example("楼主说得对，我也遇到过同样的问题，后来参考 http://example.com/docs 里的方法解决了。"),
        Example(
            "Great article. I wrote about the same bug in the driver last year and the patch has been merged upstream."
        ),
        Example(
            "消费券怎么领？市民打开微信扫码，登录后即可领取50元优惠券，每人限领一次。市商务局有关负责人说，这是今年第三批。"
        ),
        Example("客服电话常见问题：如何办理信用卡？请携带身份证到网点，或拨打95588咨询。"),
        Example(
            "全国生态旅游大会将在我省举行，组委会电话：0571-00000000，传真：0571-00000000，联系人：陈某，会务费每人1200元，含资料费和午餐。"
        ),
        Example(
            "公司简介：某某机械有限公司成立于1998年，是一家专业生产轴承的企业，产品远销海外，深受客户好评。公司秉承质量第一、信誉至上的宗旨。"
        ),
        Example(
            "求职信：尊敬的领导您好！感谢您在百忙之中阅读我的简历。我叫某某，毕业于某某大学，期待与您面谈。联系电话：13800000000"
        ),
        Example("民宿旺季价格上涨，记者致电多家客栈，店主表示五一期间房价已涨到每晚800元，仍有优惠。"),
        Example("读者热线：010-00000000，新闻爆料请加微信 abc12345，一经采用有奖。"),
        Example("心理援助热线：400-000-0000，24小时免费咨询，保护隐私。"),
    ),
    known_misses=(
        Example(
            "那里可以学做蛋糕\n⟦学蛋糕哪家好\n蛋糕培训学校学费\n零基础学蛋糕速成班⟧",
            "ad_paragraph",
            note="queries of an honest trade without a channel",
        ),
    ),
)
