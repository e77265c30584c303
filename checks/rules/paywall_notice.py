"""Notices that keep the text from those who do not pay, log in, install an app or turn the page.

What it finds
    The page's own words that the text, or the rest of it, is for members, buyers or subscribers, for
    those who log in, for readers of an app, for holders of an archive licence, or on the next page.
Why it matters
    What follows the notice, or stood in its place, is missing: the document is a fragment that looks
    whole, and its notice is repeated in every document of the site.
How it is told
    Three signs must meet. The passage says who may read on, a word for a gate beside one that makes it a
    condition (登录后, 请付费, "subscribe to"), and what is kept back (全文, 剩余, "continue reading"); the names
    of plans, apps, coins and of what is kept back are first brought to plain words, sales talk is left
    out. What it keeps back is this text: other texts of the site, comments and rows of page numbers count
    only where the text breaks off before them. It stands apart: in brackets between sentences, on a line of its own, beside an ellipsis, at the
    end, as the value of a field (联系电话：登录后可见). And it is made of little else than the words of such
    notices. A button or a price is told only on a line beside a wall or a declared cut. Proved where the
    notice gives numbers that agree with the characters counted.
What it must not be confused with
    Reports and stories about paid reading, manuals that tell how to log in, membership of people and
    states, agreements, talk in forums, menus (登录 | 注册), prices of other things, invitations to comment, buttons that unfold, links to the original, copyright notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.board_cards import is_points
from checks.evidence.notices import (
    CANDIDATES,
    WHERE,
    Place,
    counted_after,
    is_quoted,
    notices_in,
    wording_of,
)
from checks.evidence.prompts import prompts_beside, turned
from checks.evidence.this_text import wall_here
from checks.evidence.walls import WORDS, literals, named
from checks.evidence.withheld_values import value_at
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, later


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

_TOTAL = later(r"(?:全文|全篇|正文|总)(?:字数)?(?:共计?|约|有|:| ){0,3}(\d{2,7}) ?个?字")
_LEFT = later(r"(?:剩余|余下|还有|还剩|省略|隐藏)(?:了|约|的|内容| ){0,3}(\d{1,7}) ?(%|个?字)")
AGREES = 0.1  # CLASSES: sites count spaces, titles and widgets differently

CARD = 8  # lines around a number in which the other lines of a card stand
_RANK = later(r"\W*阅读权限\W*\d{1,3}\W*")

_AGREEMENT = {
    False: {"agrees_en": "", "agrees_zh": ""},
    True: {
        "agrees_en": "; its numbers agree with the characters counted",
        "agrees_zh": "；所写字数与实际相符",
    },
}


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield each notice once, by its narrowest place that stands apart, and the prompts beside it."""
    told = list(_values(text, candidates))
    places: list[tuple[Place, str]] = [(place, name) for place, name in told]
    yield from (_span(text, place, name) for place, name in told)

    def notice(place: Place) -> Span | None:
        name = _wall_at(text, place)
        if not name or any(place.start < other.end and other.start < place.end for other, _ in told):
            return None
        places.append((place, name))
        return _span(text, place, name)

    yield from notices_in(text, candidates, notice, WORDS)
    for place, name in prompts_beside(text, candidates, places):
        yield _span(text, place, name)


def _values(text: Text, candidates: Sequence[Candidate]) -> Iterator[tuple[Place, str]]:
    """Fields whose value is a wall, each once."""
    found = {value for candidate in candidates[:CANDIDATES] if (value := value_at(text, candidate))}
    for start, end, name in sorted(found):
        yield Place(start, end, "value", False, False), name


def _wall_at(text: Text, place: Place) -> str | None:
    if place.kind == "prose" or is_quoted(text, place) or _is_in_card(text, place):
        return None
    return turned(text, place) or wall_here(text, place, named(text, wording_of(text, place)))


def _is_in_card(text: Text, place: Place) -> bool:
    """What somebody may read who wrote a post: a number on the card with the points of that person."""
    if not _RANK.fullmatch(text.folded(place.start, place.end)):
        return False
    number = text.line_number(place.start)
    around = text.lines[max(number - CARD, 0) : number + 1 + CARD]
    return sum(is_points(text.folded(*line.inner)) for line in around) > 1


def _span(text: Text, place: Place, name: str) -> Span:
    agrees = _agrees(text, place, named(text, wording_of(text, place)))
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
            "水渠的图纸贴在墙上，大家都来看。\n⟦图片隐藏，注册或登陆后显示⟧\n老周说水来了。",
            "login_wall",
            note="one picture of the post",
        ),
        Example("第一课讲的是水的循环，第二课讲云和雨。\n⟦后续精彩内容，上某某阅读APP免费读⟧", "app_wall"),
        Example("第一课讲的是水的循环，第二课讲云和雨。\n⟦下载文档需要6金币⟧", "paywall_notice"),
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
        Example("两条路都通向渡口。\n⟦您没有访问该全文的权限⟧", "paywall_notice", note="no gate is named"),
        Example("两条路都通向渡口。\n⟦此報道僅供數字訂戶閱讀⟧", "paywall_notice"),
        Example("第三步最要紧。\n⟦＜此处114字为会员可见，开通后显示＞⟧\n做完晾一夜。", "paywall_notice"),
        Example("第三步最要紧。\n⟦驗證手機號後繼續閱讀⟧", "login_wall"),
        Example(
            "渡口\n两条路都通向那里。\n⟦《渡口》全文为压缩包，下载后解压阅读⟧",
            "archive_wall",
            note="the title of this text",
        ),
        Example(
            "两条路都通向渡口，老人在渡口边种⟦请登录后查看剩余内容⟧", "login_wall", note="glued to a sentence"
        ),
        Example(
            "两条路都通向渡口，那年春天老人在渡口边种了一排⟦登录后阅读全文⟧",
            "login_wall",
            note="an order without a please",
        ),
        Example(
            "两条路都通向渡口，那年春天老人在渡口边种了一排⟦下载APP阅读完整内容⟧",
            "app_wall",
            note="the words of a button",
        ),
        Example("⟦这篇文章受密码保护，请输入密码后查看⟧", "login_wall"),
        Example("他推开门，屋里没有人。\n⟦分享到朋友圈，解锁全文⟧", "app_wall"),
        Example("两条路都通向渡口。\n⟦阅读全文需要9.9元⟧", "paywall_notice", note="a price is a gate"),
        Example(
            "两条路都通向渡口。\n⟦★訂閱後即可閱讀完整內容，首月只要 NT$9，隨時可取消⟧",
            "paywall_notice",
            note="sales talk behind it",
        ),
        Example(
            "两条路都通向渡口。\n⟦开通“渡船会员”，查看全部路线⟧", "paywall_notice", note="the plan's name"
        ),
        Example(
            "先把豆子泡一夜。\n⟦第三步至第六步请在「灶上」App 观看⟧", "app_wall", note="steps in the app only"
        ),
        Example("第9章 归舟\n⟦第10章起請移步夜航客戶端⟧", "app_wall"),
        Example(
            "工期：三十天\n联系电话：⟦登录后可见⟧\n地点：渡口", "login_wall", note="the value of a field"
        ),
        Example(
            "1. 渡口有几条路？\n参考答案：⟦点击查看解析（VIP）⟧\n2. 船几点开？",
            "paywall_notice",
            note="the answer of a paper",
        ),
        Example("两条路都通向渡口。\n⟦下载本文档需要8文豆⟧", "paywall_notice", note="coins of a site"),
        Example(
            "两条路都通向渡口，一条\n还剩6页未读\n⟦立即下载 3下载券⟧",
            "paywall_notice",
            note="a button below a cut",
        ),
        Example(
            "⟦订阅后阅读全文⟧\n⟦¥88/年 立即订阅⟧\n两条路都通向渡口。",
            "paywall_notice",
            note="the price below a wall",
        ),
        Example(
            "The ferry was sold.\n⟦Stories older than 20 days are open to subscribers only.⟧", "archive_wall"
        ),
        Example("两条路都通向渡口。\n⟦半年以前的報紙僅對訂戶開放⟧", "archive_wall"),
        Example(
            "两条路都通向渡口。\n⟦下一页：船上的人（2/4）⟧", "paging_wall", note="the next page has a title"
        ),
        Example("两条路都通向渡口。\n⟦此稿已转入历史库，机构订户可阅读正文⟧", "archive_wall"),
        Example("两条路都通向渡口。\n⟦請以借書證號登入後瀏覽全文⟧", "login_wall", note="a library's card"),
        Example("两条路都通向渡口。⟦未订阅用户仅显示前3段 立即订阅（12元）⟧", "paywall_notice"),
        Example(
            "两条路都通向渡口。\n⟦余下内容请到山水镇融媒体中心客户端查看⟧", "app_wall", note="a long name"
        ),
        Example("先把豆子泡一夜。\n⟦更多步骤请到灶上APP查看⟧", "app_wall", note="more of this text"),
        Example("渡口在哪里？\n⟦该段为会员内容，支付2元可看老师解答全文⟧", "paywall_notice"),
        Example("他推开门，屋里没有人。\n⟦转下页⟧", "paging_wall"),
        Example("他推开门，屋里没有人。\n⟦请选择页码阅读后续内容：1 2 3⟧", "paging_wall"),
        Example(
            "去年冬天，镇里的人把船一条一条拉上岸，晾在\n⟦登录后查看更多精彩内容⟧",
            "login_wall",
            note="more, where the text breaks off",
        ),
        Example(
            "去年冬天，镇里的人把船一条一条拉上岸，晾在\n⟦上一页 1 2 3 下一页⟧",
            "paging_wall",
            note="page numbers, where it breaks off",
        ),
        Example(
            "去年冬天，镇里的人把船一条一条拉上岸，晾在\n⟦马上安装渡口APP，看故事不间断⟧",
            "app_wall",
            note="reading on, where it breaks off",
        ),
        Example("两条路都通向渡口。\n⟦手机浏览器中无法显示全部内容，请下载客户端查看⟧", "app_wall"),
        Example("兩條路都通向渡口。\n⟦此處為渡口學社會員專區，瀏覽前請先登入⟧", "login_wall"),
        Example(
            "两条路都通向渡口。\n⟦您目前无权浏览以下内容，可能是尚未订阅，或所在小组没有权限⟧",
            "paywall_notice",
        ),
        Example(
            "两条路都通向渡口。\n⟦打开渡口客户端，阅读本文完整内容和88条评论⟧",
            "app_wall",
            note="what readers said, beside the text",
        ),
        Example(
            "⟦下载“渡口学堂”客户端，查看完整讲义及配套习题⟧\n两条路都通向渡口。",
            "app_wall",
            note="and what goes with it",
        ),
    ),
    silent_on=(
        Example(
            "县志已经放到网上，村里的老人也都学会了登录后阅读全文",
            note="an order that a sentence leads up to",
        ),
        Example("开会前把材料发到各村去，到会的村干部登录系统查看全文", note="it says who does so"),
        Example("老师把课文传到群里，全班同学用平板下载APP阅读完整内容", note="it says with what"),
        Example("新版手册写得细，第一步打开网页，第二步登录后阅读全文", note="a step of a manual"),
        Example(
            "水渠怎么养护\n活力379\n在线时间123 小时\n阅读权限200\n管理员\n积分\n100959\n渠底每年春天清一次淤，闸门要上油，柳树下的裂缝用石灰补。",
            note="the card of whoever wrote",
        ),
        Example(
            "桥修好了，大家都来走一走。\n已显示全部内容\n好书推荐\n广告剩余:15秒 会员可关闭广告",
            note="all is shown",
        ),
        Example(
            "转到文档的结束位置 最后一页\n移到最后一页。\n使用密码来保护选中的单元格。密码至少要有6个字符。\n以下是資料庫中可用組合鍵的清單。\n"
            "只有当文档已链接到数据库时，才会显示这一页。\n显示隐藏文本\n把设为隐藏的段落重新显示出来。",
            note="a manual of a program",
        ),
        Example(
            "说明\n       ALL_GATES    选项要小心   -   它在   新渠   中没有权限要求.\n       不小心的放水很容易淹掉下面的田.",
            note="a paragraph that a program indented and broke",
        ),
        Example("这个软件的头像默认隐藏，注册或登录后显示，老周用了半年才习惯。", note="told of a program"),
        Example("两条路都通向渡口。\n马上安装渡口APP，看故事不间断", note="below a text that is whole"),
        Example("两条路都通向渡口。\n立即下载渡口APP，给你最新消息", note="an advertisement"),
        Example("会员专区 登录 注册 帮助\n这是会员专区，本周上新二十种茶具。", note="a part of a shop"),
        Example(
            "有网友反映，您目前无法查看以下内容，可能因为尚未登录的提示频繁出现。", note="told of a site"
        ),
        Example("常见问题：为什么微信内无法显示全部内容？请点击右上角，在浏览器中打开。", note="a help page"),
        Example(
            "本区为会员停车专区，请先登记。\n这里是读者阅览区，进入须凭证登记。", note="places of a house"
        ),
        Example("查看全部评论\n打开客户端，查看88条评论", note="what readers said, and no text"),
        Example("[發新話題] [回覆] 頁數: 1 2 3 下一頁\n各位早晨。", note="the bar of a thread"),
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
        Example("图书馆为会员付费阅读区增添了16个座位。会员凭证可以阅读全文数据库，非会员须先登记。"),
        Example("详情请下载附件查看\n请下载并填写申请表", note="an office's form"),
        Example("登录后查看更多评论\n登录查看订单详情"),
        Example("免费试读一周\n下载客户端即可在线办理业务"),
        Example("VIP会员专享八折优惠\n开通会员享受更多特权", note="an offer"),
        Example("您需要登录后才可以回帖 登录 | 立即注册", note="a forum's reply box"),
        Example("首页 上一页 1 2 3 尾页\n第3页", note="page numbers that lead nowhere"),
        Example("The remaining 70% of the shares are held by the members.", note="shares"),
        Example('{"hint": "登录后阅读全文"}\nprint("登录后阅读全文")', note="program text"),
        Example("会员专享价：99元\n首月优惠，宽带每月只需39元，随时可取消", note="prices of other things"),
        Example("立即打开\n打开APP，查看更多精彩内容", note="an advertisement with no wall beside it"),
        Example("会员登录后，点击左侧菜单，即可查看全部报表。", note="how a program is used"),
        Example(
            "1. 打开App，进入“我的”页面。\n2. 选择套餐并支付，即可解锁全部功能。", note="a manual in steps"
        ),
        Example(
            "投标人登录系统后，可免费下载招标文件。\n招标文件售价：每套500元",
            note="the conditions of a tender",
        ),
        Example("查询方式：登录官网查询\n可见范围：登录后可见\n支付方式：会员卡", note="fields with a value"),
        Example("答案：登录系统后在成绩页面查询", note="where a value is found"),
        Example("协议约定，用户支付后即可阅读付费章节，费用不予退还。", note="a user agreement"),
        Example("乙方应在付款后三日内交付完整文档。", note="a contract"),
        Example("楼主，回复后也看不到隐藏内容啊，是不是权限不够？", note="talk in a forum"),
        Example("有没有人买了全文，分享一下\n我充了会员，还是看不到剩余章节。"),
        Example("每下载一份资料扣除2积分，积分不足时可充值。", note="the rules of a site"),
        Example("凡购买本书的读者，可扫描封底二维码，观看全部视频。", note="a book's own offer"),
        Example("“他推开门，竟看见……点击查看全文”，这样的标题如今随处可见。", note="a quoted notice"),
        Example("完整名单见附件。\n完整版将于周五上线，会员可抢先观看。", note="another text, another time"),
        Example("上一页：渡口\n下一页：茶园\n下一页上有一张地图。", note="links that count no pages"),
        Example("两条路都通向渡口。\n登录后查看更多精彩内容", note="other texts of the site"),
        Example("两条路都通向渡口。\n請登入後查看全部回覆\n展开全部评论", note="what readers said"),
        Example("两条路都通向渡口。\n阅读全文 登录 注册", note="a bar for visitors"),
        Example("两条路都通向渡口。\n点击展开全文", note="a button that asks nothing; a link to the rest"),
        Example(
            "两条路都通向渡口。\n当前文档最多预览5页，超出部分请下载原文",
            note="a cut, with a file for all to load",
        ),
        Example("该文档共40页，当前预览至第2页，其余部分不予显示。", note="a cut without a gate"),
        Example("两条路都通向渡口。\n首页 上一页 1 2 3 下一页 尾页", note="the pages of a list"),
        Example(
            "两条路都通向渡口。\n1 2 3 下一页\n渡口的老人每天清早把船撑到对岸，傍晚再撑回来，几十年没有误过一天。",
            note="the text goes on behind them",
        ),
        Example("前方为停车收费区，请减速慢行。\n已超过免费开放期，请购票入馆。"),
        Example("请使用读者证登录本馆系统，预约自习座位。"),
        Example("本文档由会员上传，下载后可编辑", note="who put it there"),
        Example("标准全文请登录水利局网站查阅", note="the site of an office"),
        Example("登录后，在正文部分输入文字即可。\n点击页码可快速跳转", note="a manual"),
        Example("非会员请到前台登记，普通用户每天可领取3个积分。"),
        Example("老师请同学们翻到下一页，继续读课文。"),
        Example("Log in to see all comments\nSign up to get more great stories"),
        Example("Members can access the gym from 6 am.\nArticles older than 30 days are kept on microfilm."),
    ),
    known_misses=(Example("⟦登录查看更多内容⟧", "login_wall", note="more may be other texts"),),
)
