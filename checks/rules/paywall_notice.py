"""Notices that keep the text from those who do not pay, log in, install an app or turn the page.

What it finds
    The page's own words that the text, or the rest of it, is for members, buyers or subscribers, for
    those who log in, for readers of an app, for holders of an archive licence, or on the next page.
Why it matters
    What follows the notice, or stood in its place, is missing: the document is a fragment that looks
    whole, and its notice is repeated in every document of the site.
How it is told
    Three signs must meet. A closed list holds who may read on (登录后, 会员可, "subscribe to") and what is
    kept back (全文, 剩余, "continue reading"). The passage stands apart: in brackets between sentences, on
    a line of its own, beside an ellipsis, at the end. And it is made of little else than the words of
    such notices. Proved where the notice gives numbers that agree with the characters counted.
What it must not be confused with
    Reports and stories about paid reading, manuals that tell how to log in, membership of people and
    states, menus (登录 | 注册), invitations to comment, links to the original, copyright notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.evidence.notices import WHERE, Place, counted_after, notices_in, wording_of
from checks.evidence.walls import WORDS, literals, named, wall_of
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text


def _wall(name: str, severity: Severity, label: Words, says: Words) -> FaultClass:
    en = f"a notice {{where_en}} {says.en}{{agrees_en}}"
    return FaultClass(
        name, "paywall", severity, label, Words(en, f"{{where_zh}}的提示{says.zh}{{agrees_zh}}")
    )


CLASSES = (
    _wall(
        "paywall_notice",
        Severity.ERROR,
        Words("text for members or buyers only", "会员或付费可读"),
        Words("keeps text back for members or buyers", "写明内容仅供会员或付费者阅读"),
    ),
    _wall(
        "login_wall",
        Severity.ERROR,
        Words("text for logged-in readers only", "登录可读"),
        Words("keeps text back until the reader logs in or answers", "写明内容须登录或回复后阅读"),
    ),
    _wall(
        "app_wall",
        Severity.ERROR,
        Words("text in the app only", "应用内可读"),
        Words("keeps text back for an app or for followers", "写明内容须在应用内或关注后阅读"),
    ),
    _wall(
        "archive_wall",
        Severity.ERROR,
        Words("text for archive users only", "档案库可读"),
        Words("keeps text back for users of an archive", "写明内容仅供档案库或机构用户阅读"),
    ),
    _wall(
        "paging_wall",
        Severity.WARNING,
        Words("text goes on at the next page", "下一页续读"),
        Words("says that the text goes on at another page", "写明正文在下一页继续"),
    ),
)

_TOTAL = re.compile(r"(?:全文|全篇|正文|总)(?:字数)?(?:共计?|约|有|:| ){0,3}(\d{2,7}) ?个?字")
_LEFT = re.compile(r"(?:剩余|余下|还有|还剩|省略|隐藏)(?:了|约|的|内容| ){0,3}(\d{1,7}) ?(%|个?字)")
AGREES = 0.1  # CLASSES: sites count spaces, titles and widgets differently

_AGREEMENT = {
    False: {"agrees_en": "", "agrees_zh": ""},
    True: {
        "agrees_en": "; its numbers agree with the characters counted",
        "agrees_zh": "；所写字数与实际相符",
    },
}


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each notice once, by its narrowest place that stands apart."""
    yield from notices_in(text, candidates, lambda place: _notice(text, place), WORDS)


def _notice(text: Text, place: Place) -> Span | None:
    passage = named(text, wording_of(text, place))
    name = wall_of(passage) if place.kind != "prose" else None
    if not name:
        return None
    agrees = _agrees(text, place, passage)
    where, agreement = WHERE[place.kind], _AGREEMENT[agrees]
    details = {"where_en": where.en, "where_zh": where.zh, **agreement}
    return text.span(name, place.start, place.end, Proof.PROVED if agrees else Proof.STRONG, **details)


def _agrees(text: Text, place: Place, passage: str) -> bool:
    """The notice says how long the whole is and how much is left, and what is here is the difference."""
    total, left = _TOTAL.search(passage), _LEFT.search(passage)
    if not (total and left):
        return False
    whole, rest = int(total[1]), int(left[1])
    shown = whole * (100 - rest) / 100 if left[2] == "%" else whole - rest
    counts = text.visible_length, text.visible_length - counted_after(text, place)
    return shown > 0 and any(abs(count - shown) <= AGREES * shown for count in counts)


CHECK = Check(
    name="paywall_notice",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    phrases=frozenset(literals()),
    fires_on=(
        Example(
            "渠修到半山，石头越来越硬。……⟦（此处省略1200字，高级会员可阅读完整内容）⟧……第二年春天，水到了村口。",
            "paywall_notice",
            note="in place of the part that was taken out",
        ),
        Example(
            "老人把种子分成三份，说了一句话。\n⟦剩余62%的內容，訂閱後繼續閱讀⟧\n相關文章：春耕手記",
            "paywall_notice",
        ),
        Example(
            "⟦本篇為付費內容，購買後可閱讀全文。⟧\n清晨的市場最熱鬧。", "paywall_notice", note="at the top"
        ),
        Example(
            "The river rose overnight...\n⟦The rest of this article is for paying subscribers.⟧",
            "paywall_notice",
        ),
        Example(
            "The mill closed in spring.\n\n⟦Subscribe to continue reading⟧\n\nMore stories", "paywall_notice"
        ),
        Example("茶园在云里，路在茶园里。\n⟦您需要登录后才可以查看剩余内容⟧", "login_wall"),
        Example(
            "第三步最要紧。\n⟦隐藏内容，回复后可见⟧\n做完晾一夜。", "login_wall", note="a reply is asked for"
        ),
        Example("They met at noon. ⟦Sign in to read the full story⟧", "login_wall", note="hung on to a line"),
        Example("灯亮了三盏，人还没……⟦打开 App 继续阅读⟧", "app_wall", note="beside an ellipsis"),
        Example("他推开门，屋里没有人。\n⟦扫码关注公众号，阅读全文⟧", "app_wall"),
        Example("⟦历史文章仅限订户阅读，请登录资料库会员⟧\n上世纪的码头。", "archive_wall"),
        Example(
            "We measured salt in wells.\n⟦This is a preview of subscription content, access via your institution.⟧",
            "archive_wall",
        ),
        Example("船离了岸，雨大起来。\n⟦（本章未完，请点击下一页继续阅读）⟧", "paging_wall"),
        Example("⟦Continue reading on the next page⟧", "paging_wall"),
        Example("茶园在云里，路在茶园里。\n⟦点击展开全文⟧", "paging_wall", note="folded on a phone"),
        Example(
            "茶园在云里，路在茶园里。\n⟦本文共3页，当前第1页 下一页⟧", "paging_wall", note="page numbers"
        ),
        Example(
            "两条路都通向渡口。\n⟦下載需要20積分，支付後查看完整內容⟧",
            "paywall_notice",
            note="a price in points",
        ),
        Example(
            "⟦该内容仅对 VIP 用户开放⟧\n清晨的市场最热闹。", "paywall_notice", note="a space splits the gate"
        ),
        Example("两条路都通向渡口……⟦订阅 解锁全文⟧", "paywall_notice", note="two bare words of a button"),
        Example("第三步最要紧。\n⟦游客，如果您要查看本帖隐藏内容请回复⟧", "login_wall"),
        Example("⟦这篇文章受密码保护，请输入密码后查看⟧", "login_wall"),
        Example("他推开门，屋里没有人。\n⟦分享到朋友圈，解锁全文⟧", "app_wall"),
    ),
    silent_on=(
        Example(
            "这家报社为会员付费阅读做了两年试验，愿意为好文章掏钱的人多了起来。", note="a story about it"
        ),
        Example("网站去年改版，订阅后才能阅读全文，一年里少了三成读者。", note="a report on a paywall"),
        Example("他点开页面，上面写着“登录后阅读全文内容”，便关掉了。", note="quoted, not meant"),
        Example("為什麼要登入才能看全文？\n消費者的疑問不止一個。", note="a headline about walls"),
        Example("登录后台，打开“文章管理”，即可重建全文索引。", note="a manual"),
        Example("1. 登录后可查看完整内容；未登录时只显示标题。", note="an item of a manual"),
        Example("中国加入世贸组织后成为正式会员，享有完整的表决权。", note="membership of a state"),
        Example("协会召开会员大会，章程全文已寄给各会员。"),
        Example("入党积极分子须阅读全文，党员登录后可提交体会。", note="party members"),
        Example("读者凭借书卡登录后可免费阅读全文。", note="a library's offer, told of others"),
        Example("會員登入 | 免費註冊 | 忘記密碼", note="a menu"),
        Example("登录后发表评论\n登录查看更多评论", note="an invitation to comment"),
        Example("點擊閱讀原文", note="a link to the original in a forwarded post"),
        Example("本人表示已詳細閱讀並完全了解全文。"),
        Example("无需登录，全文免费阅读", note="the opposite of a wall"),
        Example("本文首发于公众号，转载本文请联系编辑部，付费转载另议。", note="a copyright note"),
        Example("扫码关注我们，阅读更多精彩文章", note="an advertisement for other texts"),
        Example("这款游戏的VIP用户可优先解锁新地图。"),
        Example("付费内容市场去年增长两成，订阅用户首次过亿。"),
        Example("上一页 下一页\n请看下一页的表格。"),
        Example("Readers must subscribe to read the full article, the editor said."),
        Example("Log in to comment on this article.\nAlready a subscriber? Log in"),
        Example("Subscribe to our newsletter and keep reading.", note="a newsletter, not the text"),
        Example("只要登录官网，就能查看政策全文。", note="an office's service"),
        Example("打开客户端，点击首页，即可查看办事指南全文。", note="instructions"),
        Example("《意见》全文请登录住建部门网站查看。", note="another text"),
        Example("账户余额不足，请及时充值。\n请在充值后继续游戏。"),
        Example("VIP会员专享八折优惠\n开通会员享受更多特权", note="an offer"),
        Example("您需要登录后才可以回帖 登录 | 立即注册", note="a forum's reply box"),
        Example("首页 上一页 1 2 3 尾页\n第3页", note="page numbers that lead nowhere"),
        Example("The remaining 70% of the shares are held by the members.", note="shares"),
        Example('{"hint": "登录后阅读全文"}\nprint("登录后阅读全文")', note="program text"),
    ),
    known_misses=(
        Example("⟦阅读全文需要9.9元⟧", "paywall_notice", note="the price alone, no word for paying"),
        Example("⟦登录查看更多内容⟧", "login_wall", note="more may be other texts"),
    ),
)
