"""Advertising set into or behind a text: offers with a private number, and whole letters that sell.

What it finds
    A sentence that sells something and gives a private channel (QQ, WeChat, Telegram, a mobile number, in whatever
    disguise); a paragraph or a whole letter that is an offer; a line with a coupon.
Why it matters
    The page was used as a wall for bills, or is nothing but one. A model learns to sell invoices.
How it is told
    Selling words, promises, a call, the kind and the disguise of the channel, brackets round it and a text that has
    nothing to do with it are weighed together. An offer needs many kinds of evidence close together (who is addressed,
    who speaks, goods, price, favours, guarantees, haste, call, channel, leave-taking), more in a longer passage; what
    notices, schools, private people and reports say counts against it. The weights are fitted to letters of many trades
    and their look-alikes (``tests/letters``). A letter is weighed whole, an article only in the lines that sell; a short
    text that is nothing but an offer tells by its weight though its number was left out. A line of its own needs no
    number where gain, haste and a button, or claims of a cure and an open chat, stand together on it; nor where
    the author of an account names what is his own, its price and what to do. A maker of sites that lists its services
    in an article on something else tells as well.
What it must not be confused with
    Reports and warnings about the trade, verdicts and statutes, helplines, press contacts, tenders, appointments,
    notices of events, firms that present themselves, second-hand goods and flats of private persons, groups of users
    and readers, lessons on letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from checks.evidence.authors_goods import goods_of
from checks.evidence.link_letters import AILMENTS, sends_to_cures
from checks.evidence.offers import offers_in, whole_or
from checks.evidence.ordinary import is_ordinary
from checks.evidence.postings import (
    AROUND,
    GROUPS,
    coupon_of,
    is_warning,
    reading_site_of,
    sale_in,
)
from checks.evidence.pressed import pressed_of
from checks.evidence.readers_sold import favour_of, lesson_of
from checks.evidence.selling import GROUPS as OFFERS
from checks.evidence.site_makers import ASKED_FOR, PRAISE, linked_queries, praise_of_a_maker
from checks.evidence.trades import ILLICIT, SHARED
from checks.evidence.urged import urged_of
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Line, Text, later, visible

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
_PRESSED = frozenset(GROUPS["anchors: pressed"])
_URGED = frozenset(GROUPS["anchors: urged"])
_REACHING = frozenset({*_OFFER_ANCHORS, *(ILLICIT - SHARED), *GROUPS["anchors: channels"], *_NOTES, *_URGED})
"""Phrases near which a private channel is looked for."""
_STOP = later("[。！？!?…]")
_ACCOUNT = later(  # five signs of a number in any disguise, or of an account
    r"(?:[0-9０-９①-⓿❶-❿⑴-⒇〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺][-—－ .·*_~]{0,3}){5}|[A-Za-zＡ-Ｚａ-ｚ][\w０-９Ａ-Ｚａ-ｚ-]{4}",
    re.ASCII,
)

LINE = 300  # characters of a line that is read as a whole; of a longer one only the surroundings
NEAR = 600  # characters on either side of a line in which whoever asks may be named: two paragraphs
NOTE = 80  # characters of the note an advertisement in an article consists of, on its own line
WINDOW = 4_000  # characters round a candidate in which an offer is looked for; letters have up to 3,000
ANCHORS = 2  # different ones in a window; letters that sell have five and more, or a formula of letters
SHORT = (
    1_500  # letters of a text, or round the anchor, in which one is enough: postings have room for no more
)
BODY = 100  # visible letters of a text beside a line that urges to buy; shorter ones are the advertisement
MOST = 40  # candidates of a text that are followed: hostile texts consist of nothing else


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield offers, then sentences that sell outside of them, then notes."""
    here = [c for c in candidates if c.field == "text" and not is_ordinary(text.view, c)]
    if not here:
        return
    if any(c.phrase in AILMENTS for c in here) and (cures := sends_to_cures(text)):
        size = len(text.view)
        start, end = size - len(text.view.lstrip()), len(text.view.rstrip())
        words = "、".join(cures[1])
        yield text.span("ad_paragraph", start, end, Proof.STRONG, kinds=cures[0], words=words)
        return
    offers = list(_offers(text, [c for c in here if c.phrase in _OFFER_ANCHORS]))
    yield from offers
    covered = [(span.start, span.end) for span in offers]
    places = [c.start for c in here if c.phrase in _REACHING]
    places = [place for place in _spread(places) if _is_reached(text, place)]
    notes = _spread([c.start for c in here if c.phrase in _NOTES])
    pressed = _spread([c.start for c in here if c.phrase in _PRESSED])
    urged = _spread([c.start for c in here if c.phrase in _URGED])
    for span in (
        *_contacts(text, places),
        *_notes(text, notes),
        *_urging(text, urged),
        *_counters(text, pressed),
        *_makers(text, [c.start for c in here if c.phrase in ASKED_FOR]),
    ):
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
        if place < done or not (len(near) >= ANCHORS or near & _LETTERS or end - start <= SHORT):
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
        if sale := sale_in(text.folded(start, end), partial(_around, text, start, end)):
            done = end
            first, last = start + sale.start, start + sale.end
            yield text.span("contact_spam", first, last, Proof.STRONG, words=sale.words, channel=sale.channel)


def _around(text: Text, start: int, end: int) -> str:
    """What stands before and behind, as far as an offer may reach."""
    return text.folded(start - WINDOW, start) + " " + text.folded(end, end + WINDOW)


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
    """Lines in or under a text that hold nothing but a coupon, a reduced price, a code to scan, the way to another site."""
    for start in dict.fromkeys(text.line_at(place).start for place in places):
        line = text.line_at(start)
        folded = text.folded(line.start, line.end) if len(line.stripped) <= NOTE else ""
        near = text.folded(line.start - AROUND, line.end + AROUND)
        if (
            coupon := coupon_of(folded, near)
            or lesson_of(folded)
            or favour_of(folded)
            or (goods_of(folded) if _is_beside(text, *line.inner) else "")
            or reading_site_of(folded)
        ):
            yield text.span("ad_paragraph", *line.inner, Proof.STRONG, kinds=2, words=coupon)


def _counters(text: Text, places: Sequence[int]) -> Iterator[Span]:
    """Lines of their own in another text, and sentences of it, that send the reader to a shop."""
    done = -1
    for place in places:
        if place < done:
            continue
        line = text.line_at(place)
        start, end = line.inner
        if amid := end - start > NOTE or "。" in text.folded(start, end).rstrip("。"):
            start, end = _sentence_at(text, place, line)
        if end - start > NOTE or not _is_beside(text, start, end):
            continue
        near = text.folded(line.start - NEAR, line.end + NEAR)
        if favour := pressed_of(text.folded(start, end), near, amid=amid):
            yield text.span("ad_paragraph", start, end, Proof.STRONG, kinds=2, words=favour)
            done = end


def _makers(text: Text, places: Sequence[int]) -> Iterator[Span]:
    """Paragraphs in another text in which a maker of sites praises itself, and its addresses behind a query in a sentence."""
    for start in list(dict.fromkeys(text.line_at(place).start for place in places))[:MOST]:
        line = text.line_at(start)
        paragraph = text.folded(line.start, line.end)
        for link in linked_queries(paragraph):
            yield text.span(
                "ad_paragraph",
                line.start + link.start(),
                line.start + link.end(),
                Proof.STRONG,
                kinds=2,
                words=link[0],
            )
        if len(line.text) > PRAISE:
            continue
        if named := praise_of_a_maker(paragraph, _around(text, line.start, line.end)):
            yield text.span("ad_paragraph", *line.inner, Proof.STRONG, kinds=2, words="、".join(named))


def _sentence_at(text: Text, place: int, line: Line) -> tuple[int, int]:
    """The sentence of a line in which the place lies, with its full stop."""
    before = [stop.end() for stop in _STOP.finditer(text.view, line.start, place)]
    after = _STOP.search(text.view, place, line.end)
    start, end = before[-1] if before else line.start, after.end() if after else line.end
    inside = text.view[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def _urging(text: Text, places: Sequence[int]) -> Iterator[Span]:
    """Lines of their own in another text that urge to buy by the button of the page, or through one of its people."""
    for start in dict.fromkeys(text.line_at(place).start for place in places):
        line = text.line_at(start)
        if len(line.stripped) > NOTE or not (urged := urged_of(text.folded(line.start, line.end))):
            continue
        if not _is_beside(text, *line.inner):
            continue
        words, _, channel = urged.words.partition("|")
        if urged.private:
            yield text.span("contact_spam", *line.inner, Proof.STRONG, words=words, channel=channel)
        else:
            yield text.span("ad_paragraph", *line.inner, Proof.STRONG, kinds=urged.kinds, words=words)


def _is_beside(text: Text, start: int, end: int) -> bool:
    """The passage stands in a text about something, which does not introduce it as an example."""
    size = len(visible(text.view)) - len(visible(text.view[start:end]))
    return size >= BODY and not _is_warned_of(text, start)


def _is_warned_of(text: Text, start: int) -> bool:
    """What stands before a line warns of it, or introduces it as an example."""
    before = text.folded(max(start - AROUND, 0), start).strip()
    return before.endswith(":") or is_warning(before)


_STORY = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="contact_spam",
    doc=__doc__,
    classes=(CONTACT_SPAM, AD_PARAGRAPH),
    find=find,
    phrases=frozenset(
        {
            *_REACHING,
            *AILMENTS,
            *_PRESSED,
            *ASKED_FOR,
        }
    ),
    fires_on=(
        Example(
            _STORY + "\n⟦点击下方链接领取百元红包 http://www.example.com/abc⟧\n" + _STORY,
            "ad_paragraph",
            note="a link to money",
        ),
        Example(
            "⟦为什么背了十年单词还是开不了口？因为你用错了方法！背词软件每天二十分钟，已有三万多名学员受益。原价198元，现特价68元，货到付款，无效退款，赶快免费试用。⟧",
            "ad_paragraph",
            note="an offer whose number was left out",
        ),
        Example(
            "⟦网络版仓库软件大优惠了。\n演示请看http://www.example.com/demo\n软件是网页模式，能给小店的进货和供应管理解决一系列问题。\n联系购买吧QQ：10001000\nE-mail:demo@example.com⟧",
            "ad_paragraph",
            note="a note of five lines",
        ),
        Example(
            _STORY
            + _STORY
            + _STORY
            + _STORY
            + "\n⟦某某互联为客户提供专业的网站建设、网站制作、做网站、域名、空间一条龙服务，服务项目涵盖网页设计、小程序开发和网站推广。⟧\n"
            + _STORY,
            "ad_paragraph",
            note="a maker of sites, in an article on something else",
        ),
        Example(
            "网站改版以后，编辑们先把旧文章搬过来，再核对每一张图片。图片多的页面打开得慢，站里就把它们分成几页。"
            * 6
            + "\n⟦某某互联团队紧跟时代步伐，汇集了一批策划师、设计师和实施人员，按客户要求做网站、水城网站建设、企业建网站、网站维护、网站改版，为客户企业形象的提升提供全面服务。⟧\n"
            + "搬完以后，旧地址要转到新地址，否则读者从搜索引擎来就打不开。" * 4,
            "ad_paragraph",
            note="a maker of sites, in an article on sites",
        ),
        Example(
            _STORY * 4
            + "\n⟦网站设计不用模板;网站制作交付源代码;后台符合网站优化排名;网站建设收费合理;免费备案一条龙服务.我们是一家运营多年的网站建设公司。⟧\n"
            + _STORY,
            "ad_paragraph",
            note="a list with semicolons",
        ),
        Example(
            "编竹筐的手艺要慢慢学，随着竹子⟦水城网站制作(www.example.com)⟧变少，老人也编得少了。" + _STORY,
            "ad_paragraph",
            note="a query with an address, set into a sentence",
        ),
        Example(
            _STORY * 2 + "编竹筐的手艺要慢慢学。⟦识别图中二维码，立即购买教程。⟧" + _STORY,
            "ad_paragraph",
            note="a sentence of a paragraph",
        ),
        Example(
            _STORY + "\n" + _STORY + "\n⟦某某医馆祖传膏药专治牛皮癣，咨询热线400-000-0000⟧",
            "ad_paragraph",
            note="a clinic with its number",
        ),
        Example(
            _STORY + "\n" + _STORY + "\n⟦恭喜您成为本周幸运用户，点击链接领取平板电脑一台⟧",
            "ad_paragraph",
            note="a prize to be fetched",
        ),
        Example(
            _STORY + "\n" + _STORY + "\n⟦點這裡下單，新人專享立減20元⟧",
            "ad_paragraph",
            note="what to press and what is had for it, traditional script",
        ),
        Example(_STORY + "\n⟦仲夏特惠，全场三折起，手慢无⟧\n" + _STORY, "ad_paragraph"),
        Example(
            _STORY + "\n⟦识别图中二维码，马上报名⟧\n" + _STORY,
            "ad_paragraph",
            note="what is held out, where nobody public asks",
        ),
        Example(
            "⟦还在为脱发发愁吗？\n请看：http://www.example.com/shengfa/product/2005/0712_01.html\n四周见效，无效退款！\nhttp://www.example.com/shengfa/order/2005/0712_02.html⟧",
            "ad_paragraph",
            note="a letter that sends to a site of cures",
        ),
        Example(_STORY + "\n" + _STORY + "\n⟦最后打个小广告，我的专栏今天开始招生⟧", "ad_paragraph"),
        Example(_STORY + "\n" + _STORY + "\n⟦加入我的付费社群，一年只要365元⟧", "ad_paragraph"),
        Example(
            _STORY + "\n" + _STORY + "\n⟦有需要的朋友，戳這裡下單，滿兩盒打八折⟧",
            "ad_paragraph",
            note="goods of the author, traditional script",
        ),
        Example(
            _STORY + "\n" + _STORY + "\n⟦股票开户找我，佣金低至万一⟧",
            "ad_paragraph",
            note="an account opened through the author",
        ),
        Example(
            _STORY + "\n⟦关注公众号回复“年货”，免费送坚果一包，仅限前五十名⟧\n" + _STORY,
            "ad_paragraph",
            note="a gift for a word sent back",
        ),
        Example(
            _STORY + "\n⟦帮大家谈下了读者价，两瓶只要58元，点击小程序直接拍⟧\n" + _STORY,
            "ad_paragraph",
            note="a price asked for the readers",
        ),
        Example(
            _STORY + "\n⟦本周開團：現摘橙子10斤39元，滿二十單發車，今晚截止⟧\n" + _STORY,
            "ad_paragraph",
            note="goods bought together, traditional script",
        ),
        Example(
            _STORY + "\n⟦长按识别下方二维码，报名写作训练营，早鸟价199元⟧\n" + _STORY,
            "ad_paragraph",
            note="a lesson sold to the readers of an account",
        ),
        Example(_STORY + "\n⟦星球年费365元，扫码加入，三天内不满意全额退款⟧\n" + _STORY, "ad_paragraph"),
        Example(
            _STORY + "⟦代开各类发票，微信 abc000000。⟧会后大家合影留念。",
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
            "⟦各单位工会负责人：\n　　年终将至，您是否正在为联欢会选地方？我山庄现推出会议套餐：\n　　A 218元/人（半天会议室+午餐）\n　　B 360元/人（含住宿、温泉）\n　　满三十人免一人，大巴免费接送。热诚欢迎莅临考察！\n　　营销部 何经理 0500-0000000⟧",
            "ad_paragraph",
            note="a place for meetings, told by how it speaks",
        ),
        Example(
            "⟦親愛的朋友：\n請原諒我這樣冒昧。本行一位客戶去世後留下九百萬美元，無人認領。我希望以您的名義轉出這筆款項，事成之後百分之三十歸您，手續完全合法，絕對保密。\n請盡快回覆您的姓名、電話和銀行賬戶。\n電郵：abc@example.com⟧",
            "ad_paragraph",
            note="an inheritance, traditional script",
        ),
        Example(
            "⟦地板打蜡找谁好？本地人都选这一家\n木地板用久了发白，很多家庭不知道怎么办？据了解，某某保养公司采用进口蜡，一次施工，质保两年，不满意全额退款。\n目前每平方米只要9元，前二十名预约再减五十元。\n全国服务热线：400-0000-000⟧",
            "ad_paragraph",
            note="told like an article, with a hotline at its end",
        ),
        Example(
            _STORY + "\n⟦最新彩铃免费下！发送 66 到 0000777，每条1元，星座速配，美女帅哥等你聊！⟧\n" + _STORY,
            "contact_spam",
            note="a paid service by short message",
        ),
        Example(
            _STORY + "\n⟦添加班主任老师微信，免费领取全套真题笔记⟧\n" + _STORY,
            "ad_paragraph",
            note="lessons given for a contact",
        ),
        Example(
            _STORY + "\n⟦看最新章节请百度搜索“某某小说”，无弹窗，更新最快⟧\n" + _STORY,
            "ad_paragraph",
            note="between two paragraphs of a novel",
        ),
        Example(
            _STORY
            + "记者从市气象局了解到，明日有雨。\n⟦專業抓漏、屋頂防水，保固五年，不漏水才收費，免費到府估價，歡迎加賴 abc0000 洽詢⟧\n"
            + _STORY,
            "contact_spam",
            note="a Taiwanese account, beside a piece of news",
        ),
        Example(
            _STORY
            + "\n⟦想拿会计证看过来！周末班火热招生中，小班授课，考不过免费重学。扫描二维码免费试听，课程顾问：138 0000 0000（微信同号）⟧\n"
            + _STORY,
            "ad_paragraph",
            note="a note of a school between two paragraphs",
        ),
        Example(
            _STORY + "\n⟦訂房結帳時輸入折扣碼 ABC000，再享九折優惠，數量有限⟧\n" + _STORY,
            "ad_paragraph",
            note="a discount code",
        ),
        Example(
            _STORY + "\n⟦扫码领券下单，立减50元⟧\n" + _STORY,
            "ad_paragraph",
            note="a coupon line",
        ),
        Example(
            _STORY * 2
            + "\n⟦祛斑选某某皮肤专科门诊，冷光疗法，一个疗程见效不反弹，名医在线免费答疑，立即咨询！⟧\n"
            + _STORY,
            "ad_paragraph",
            note="claims of a cure and an open chat, no number",
        ),
        Example(
            _STORY * 2 + "\n⟦这款炒锅今晚拼团价129元，前两百名加送木铲，戳左下角链接马上抢！⟧\n" + _STORY,
            "ad_paragraph",
            note="a gain, haste and a button",
        ),
        Example(
            _STORY * 2
            + "\n⟦某某湾二期加推，江景洋房，建面90-120㎡，首付二十万起，恭迎品鉴！售楼热线：000-00000000⟧\n"
            + _STORY,
            "ad_paragraph",
            note="houses",
        ),
        Example(
            _STORY * 2 + "\n⟦想進內購群的朋友，添加客服微信 abc_00000，備註：城市+姓氏⟧\n" + _STORY,
            "contact_spam",
            note="buyers gathered by a servant of the page, traditional script",
        ),
        Example(
            _STORY * 2 + "\n⟦本文作者微信电话同号 13800000000，承接代写讲话、总结、心得体会⟧",
            "contact_spam",
            note="a line of the author that sells",
        ),
        Example(
            "第九条 旅游景区应当公布救援电话，设置安全警示标志。\n" * 6
            + "⟦我厂常年供应二手货架、周转箱，价格优惠，送货上门，欢迎来电咨询选购。联系人：王先生 13800000000，微信同号。⟧\n"
            + "第十条 景区主管部门应当加强监督检查。\n" * 4,
            "ad_paragraph",
            note="within a statute that has words of notices itself",
        ),
    ),
    silent_on=(
        Example(
            _STORY + "\n短信里说点击链接领取红包的，多半是骗局 http://www.example.com/abc\n" + _STORY,
            note="a warning",
        ),
        Example(
            _STORY + "\n菜谱的原文在这里：http://www.example.com/recipe\n" + _STORY,
            note="a link that gives nothing away",
        ),
        Example(
            "生日请全家去吃自助餐，每位128元，老人半价，孩子一米二以下免费。菜品齐全，服务周到，送了长寿面，停车两小时不收费，下次还来。",
            note="a dinner told of: prices and favours, and nothing is sold",
        ),
        Example(
            "双十一前夕，不少商家先涨价后打折，原价虚高。提醒大家购物前货比三家，看清满减规则，保存好付款记录，遇到货不对板可以七天无理由退货。",
            note="advice to buyers",
        ),
        Example(
            "首页\n公开课\n新闻\n国内\n国际\n免费试用\n财经\n股票\n体育\n特价优惠\n娱乐\n明星\n科技\n新人礼包\n汽车\n房产\n家居\n正品保证\n教育\n健康\n旅游\n免费咨询\n读书\n历史\n游戏\n全国包邮\n军事\n文化\n时尚\n客服热线:\n400-000-0000\n微信公众号\n"
            + "今年春天雨水偏少，镇里提前修好了三处水渠，农户们说这下心里有底了，秧苗也能按时下田，大家都很高兴。\n"
            * 3,
            note="the menu of a site, with what it offers among its channels",
        ),
        Example(
            "做网站可以先看手册(www.example.com)再动手，村里的网站建设(www.example.com)。" + _STORY,
            note="an address that belongs to its sentence",
        ),
        Example(
            "某某互联成立十年，做过上百个网站。公司门口挂着一块旧牌子，会议室里贴着客户的网站截图。\n某某互联为客户提供专业的网站建设、网站制作、做网站、域名、空间一条龙服务，服务项目涵盖网页设计和网站推广。\n"
            + "员工们说，网站改版最费时间，域名和备案也要一一核对。" * 8,
            note="the page of a maker of sites itself",
        ),
        Example(
            _STORY + "\n春耕技术讲座明天上午开始，地点在村委会二楼。\n扫描二维码，马上报名\n" + _STORY,
            note="a talk",
        ),
        Example(
            _STORY + "\n恭喜三班在歌唱比赛中获奖，请班长到办公室领取奖状\n" + _STORY,
            note="a prize that was won",
        ),
        Example(
            _STORY + "\n市卫健委提醒，凡称专治牛皮癣的广告都不可信，举报电话000-00000000\n" + _STORY,
            note="a warning",
        ),
        Example(_STORY + "\n牛皮癣的治疗要看病因，请到正规医院的皮肤科\n" + _STORY, note="advice"),
        Example(
            _STORY + "\n今晚油价直降，赶紧加油\n" + _STORY + "\n春节抢红包，买一送一的秘密\n" + _STORY,
            note="headlines",
        ),
        Example(_STORY + "\n早鸟票开售，展会门票八折，先到先得\n" + _STORY, note="tickets"),
        Example(_STORY + "\n扫码领取消费券，先到先得\n" + _STORY, note="vouchers of a town"),
        Example(_STORY + "\n社区图书馆征集志愿者。\n扫描二维码，立即报名\n" + _STORY, note="a library asks"),
        Example(_STORY + "\n例2 打八折后只要40元，原价多少？\n" + _STORY, note="a sum to work out"),
        Example(_STORY + "\n扫码点餐，现场下单\n" + _STORY, note="how it is done"),
        Example(
            "脱发怎么办？医生说先查原因，少熬夜，多吃蔬菜。压力大的人要学会休息，三个月不见好再去医院。\n参考：http://www.example.org/medicine/2005/hair_loss_guide.html",
            note="advice with its source",
        ),
        Example(
            "我妈查出糖尿病，有人用过这个方子吗？\nhttp://www.example.com/bbs/read.php?tid=200507120001",
            note="a question to others",
        ),
        Example(
            "做工不错，手感很好，就是到货慢了两天。\n性价比高，送的包也能用。\n买的时候正好打折，客服态度好，很满意。\n散热还行，玩游戏声音有点大。\n三年上门服务 + Vista Business 系统，同价位里没有第二家。\n"
            "全新，在网上买的，票据齐全，想转手，电话13800000000。\n很喜欢，包装严实，值得购买。\n给父母买的，他们说还行。\n",
            note="buyers' reviews, one of whom sells again",
        ),
        Example(_STORY + "\n" + _STORY + "\n小镇的书店开了二十年，我的书就是在那里买的，一本十块钱。"),
        Example(_STORY + "\n" + _STORY + "\n旅客可以扫码购买车票，全程票价30元。", note="a railway"),
        Example(
            _STORY + "\n" + _STORY + "\n她在朋友圈里卖课，最后打个广告，星球今天涨价。",
            note="told of somebody",
        ),
        Example(_STORY + "\n" + _STORY + "\n点击“立即购买”，选择优惠券，再确认付款。", note="instructions"),
        Example(_STORY + "\n" + _STORY + "\n这颗星球今天离我们最近，打开望远镜就能看见。", note="astronomy"),
        Example(_STORY + "\n" + _STORY + "\n证监会今天公布规则，股票开户的佣金不得低于成本。", note="a rule"),
        Example(
            _STORY + "\n后台回复“地图”，可以看到我们整理的老店地图。\n" + _STORY, note="an answer of the page"
        ),
        Example(_STORY + "\n后台回复“报名”，市图书馆免费送书，名额五十个。\n" + _STORY, note="a library"),
        Example(
            _STORY + "\n她从群里接龙买了十斤苹果，三十五元，第二天就发车送到楼下。\n" + _STORY,
            note="told of buying together",
        ),
        Example(_STORY + "\n小区团购接龙：橙子10斤39元，今晚截止，报楼号。\n" + _STORY, note="neighbours"),
        Example(_STORY + "\n扫描二维码关注公众号，每周分享一篇读书笔记。\n" + _STORY, note="an account"),
        Example(_STORY + "\n市图书馆读书会免费参加，请市民扫码报名，限30人。\n" + _STORY, note="an event"),
        Example(_STORY + "\n直播将在明晚八点开始，感兴趣的同学可以扫码观看。\n" + _STORY),
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
        Example(
            "如需查询话费余额，请编辑短信“YE”发送到10086，免费。捐款可发送短信到10699，每条1元，款项全部用于助学。"
        ),
        Example("这部小说我是在网上看的，最新章节昨天才更新，作者说下个月完结，想看的可以去书店买全本。"),
        Example(
            "“原价一千，今天只要三百，扫码下单再送礼品”，直播间里的话术大多如此，消费者协会提醒不要冲动。"
        ),
        Example(
            "转让山地车一辆，九成新，原价1680元，现650元，用不着了。\n有意者请联系我，QQ 100000，电话13800000000，非诚勿扰。"
        ),
        Example(
            "第六届环湖健步走开始报名。时间：10月20日上午八点，报名费30元，含保险和纪念帽，学生免费，名额一千人，额满截止。登录市体育局网站报名，咨询电话：000-00000000。"
        ),
        Example(
            "尊敬的客户：为了向您提供更好的服务，我行将于8月12日升级系统，届时暂停服务，不便之处敬请谅解。如有疑问，请拨打客服热线95000。"
        ),
        Example(
            "家电以旧换新补贴怎么领？一级能效产品按售价的20%立减，最高2000元，名额用完为止，到参与活动的门店购买即可，咨询电话12345。"
        ),
        Example(
            "参观须知：周二至周日开放，周一闭馆，凭身份证免费领票，团体请提前三天预约。人工讲解100元/场。咨询电话：0000-0000000，地址：文化路8号。"
        ),
        Example(
            "客栈在村口，一晚120元，含早饭。老板姓杨，我们住了三天，他还免费送我们去看日出，电话13800000000，后来有人问我值不值，我说值得一去。"
        ),
        Example(
            "有读者问我书单，我整理好了，关注我的公众号就能免费下载，想交流的朋友也可以加读者群，群号100000000。第一本定价78元，网上打折后不到50元，很超值。"
        ),
        Example("您有新闻线索？请拨打本报热线 000-00000000，或加微信 abc00000，一经采用，奖励50元至500元。"),
        Example("搬家出清，書桌一張、書櫃兩個，八成新，自取1500元，有意者請加LINE：abc000，非誠勿擾。"),
        Example("心理援助热线：400-000-0000，24小时免费咨询，保护隐私。"),
        Example(
            _STORY * 2
            + "\n市人民医院呼吸科周六举行哮喘义诊，专家现场免费咨询，前五十名送雾化器，可点击公众号预约。\n"
            + _STORY
        ),
        Example(
            _STORY * 2
            + "\n哮喘目前还无法根治，规范治疗可以少复发，有疑问可在线咨询医院的呼吸专科。\n"
            + _STORY
        ),
        Example(
            _STORY * 2 + "\n“一个疗程见效、永不反弹、名医在线免费咨询”，这样的门诊广告不可信。\n" + _STORY
        ),
        Example(_STORY * 2 + "\n点击下方小程序报名，前三十名送新书一册，名额有限，今天截止。\n" + _STORY),
        Example(
            _STORY * 2
            + "\n市民今天起可点击小程序领取消费券，先到先得，满一百减二十，下单时自动抵扣。\n"
            + _STORY
        ),
        Example(
            _STORY * 2 + "\n商场今日恢复营业，超市在负一层，点击下方小程序可查看楼层和停车位。\n" + _STORY
        ),
        Example(
            _STORY * 2
            + "\n直播间里主播反复喊限时秒杀、手慢无，她没忍住，拍下两单，包邮到手才发现用不上。\n"
            + _STORY
        ),
        Example(
            _STORY * 2
            + "\n上周全市洋房成交一百二十套，总价200万元以下的占三成，首付比例有所下降。\n"
            + _STORY
        ),
        Example(
            _STORY * 2 + "\n出租江景三房，120平米，精装，地铁口，月租六千，房东电话13800000000。\n" + _STORY
        ),
        Example(_STORY * 2 + "\n想进读者交流群，请加小编微信 abc_00000，备注：城市+书名\n" + _STORY),
        Example(_STORY * 2 + "\n转载授权和商务合作请添加小编微信 abc_00000，备注公众号名称。\n" + _STORY),
        Example(_STORY * 2 + "\n本文作者微信电话同号 13800000000，欢迎同行来信讨论方言材料。"),
        Example(
            "关于开展旧集装箱清理的通知\n各单位：请于月底前统计闲置货柜，公布救援电话。\n联系人：王先生 13800000000，微信同号，欢迎来电咨询。"
        ),
    ),
    known_misses=(
        Example(
            "那里可以学做蛋糕\n⟦学蛋糕哪家好\n蛋糕培训学校学费\n零基础学蛋糕速成班⟧",
            "ad_paragraph",
            note="queries of an honest trade without a channel",
        ),
    ),
)
