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
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.notices import (
    CODE,
    LETTER,
    SENTENCE_BREAK,
    WHERE,
    Place,
    counted_after,
    notices_in,
    passage_of,
)
from checks.phrases import phrase_groups
from checks.text import Text, any_of


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

_GROUPS = phrase_groups("paywall_notice")
_GATE_GROUPS = (  # the first that stands in a notice names it; a member who logs in meets a login wall
    ("archive", "archive_wall"),
    ("paid", "paywall_notice"),
    ("app", "app_wall"),
    ("login", "login_wall"),
    ("member", "paywall_notice"),
    ("paging", "paging_wall"),
)
_GATES = tuple((name, any_of(_GROUPS[group])) for group, name in _GATE_GROUPS)
_WITHHELD, _GOES_ON, _THIS_TEXT, _READING = (
    any_of(_GROUPS[name]) for name in ("withheld", "goes_on", "this_text", "reading")
)
_WORDS, _PROSE = any_of(chain.from_iterable(_GROUPS.values())), frozenset(_GROUPS["prose"])

# What is said of others: quoted and longer than the name of a button; the text of a work that is named.
_QUOTED = re.compile(r"[“\"「『].{7,80}?[”\"」』]|《[^《》]{1,40}》的?(?:全文)?")

# Notices put the name of their site, of its plan or of the work among the known words. Swept over 112 notices and
# 153 false friends of our own (4-99 letters, shares 0.2-1): below 8 or 0.4 walls that name their site are lost,
# from a share of 0.5 on prose comes in; more letters change nothing.
SPARE, SPARE_SHARE = 8, 0.4
SHORT = 4  # a name or a greeting that stands before the notice as a sentence of its own

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
    yield from notices_in(text, candidates, lambda place: _notice(text, place))


def _notice(text: Text, place: Place) -> Span | None:
    passage = passage_of(text, place)
    name = _told_by(passage) if place.kind != "prose" else None
    if not name:
        return None
    agrees = _agrees(text, place, passage)
    where, agreement = WHERE[place.kind], _AGREEMENT[agrees]
    details = {"where_en": where.en, "where_zh": where.zh, **agreement}
    return text.span(name, place.start, place.end, Proof.PROVED if agrees else Proof.STRONG, **details)


@lru_cache(maxsize=1024)  # the pages of a site repeat their notices word for word
def _told_by(passage: str) -> str | None:
    """The class of a notice; None for a passage that is none."""
    name = _spoken_of(_QUOTED.sub(" ", passage))
    return name if name and not _is_prose(passage) else None


def _spoken_of(said: str) -> str | None:
    """The wall that a passage speaks of: who may read on, and what is kept back from the others."""
    name = next((name for name, gate in _GATES if gate.search(said)), None)
    if name in (None, "paging_wall"):
        return name if _GOES_ON.search(said) else None
    addressed = name != "app_wall" and _THIS_TEXT.search(said) and _READING.search(said)
    return name if addressed or _WITHHELD.search(said) else None


def _is_prose(passage: str) -> bool:
    """More stands here than the words of notices, or someone is speaking."""
    if CODE.search(passage) or not _PROSE.isdisjoint(_WORDS.findall(passage)):
        return True
    spare = _width(_WORDS.sub(" ", passage))
    parts = ((_width(part), _width(_WORDS.sub(" ", part))) for part in SENTENCE_BREAK.split(passage))
    return (
        spare > SPARE
        or spare > SPARE_SHARE * _width(passage)
        or any(2 * strange > size > SHORT for size, strange in parts)  # a sentence of the text before it
    )


def _width(passage: str) -> float:
    """Letters, a Latin one as half of a Han character."""
    letters = "".join(LETTER.findall(passage))
    return len(letters) - sum(letter < "\u0250" for letter in letters) / 2


def _agrees(text: Text, place: Place, passage: str) -> bool:
    """The notice says how long the whole is and how much is left, and what is here is the difference."""
    total, left = _TOTAL.search(passage), _LEFT.search(passage)
    if not (total and left):
        return False
    whole, rest = int(total[1]), int(left[1])
    shown = whole * (100 - rest) / 100 if left[2] == "%" else whole - rest
    counts = text.visible_length, text.visible_length - counted_after(text, place)
    return shown > 0 and any(abs(count - shown) <= AGREES * shown for count in counts)


def _literals() -> Iterator[str]:
    """The gates, and the longer words for what is kept back, for a space may split a gate: "打开 App 阅读全文"."""
    kept_back = (*_GROUPS["goes_on"], *(phrase for phrase in _GROUPS["withheld"] if len(phrase) >= 4))
    yield from chain(kept_back, *(_GROUPS[group] for group, _ in _GATE_GROUPS))


CHECK = Check(
    name="paywall_notice",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    phrases=frozenset(_literals()),
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
        Example('{"hint": "登录后阅读全文"}\nprint("登录后阅读全文")', note="program text"),
    ),
    known_misses=(
        Example("⟦阅读全文需要9.9元⟧", "paywall_notice", note="the price alone, no word for paying"),
        Example("⟦Please log in to continue.⟧", "login_wall", note="may as well stand before a shop"),
        Example("⟦登录查看更多内容⟧", "login_wall", note="more may be other texts"),
    ),
)
