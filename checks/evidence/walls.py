"""Walls: which passages keep the text from those who do not pay, log in, install an app or turn the page.

Everything here looks at one folded passage (simplified, half width, lower case) that stands apart;
where it stands is told by ``checks.evidence.notices``. Shared by the rules on walls and on unfinished tails.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from checks.evidence.gates import gate_pattern, spoken
from checks.evidence.notices import CODE, DIGITS, LETTER, SENTENCE_BREAK, longest_part, with_numbers
from checks.evidence.omissions import AMOUNT
from checks.evidence.plain_notice import is_priced, is_talk, plain
from checks.phrases import phrase_groups
from checks.text import Text, any_of, fold, later

_GROUPS = phrase_groups("paywall_notice")
_GATE_GROUPS = (  # the first that stands in a notice names it; a member who logs in meets a login wall
    ("archive", "archive_wall"),
    ("paid", "paywall_notice"),
    ("app", "app_wall"),
    ("login", "login_wall"),
    ("member", "paywall_notice"),
    ("paging", "paging_wall"),
)
_WORD_GROUPS = (
    ("archive_word", "archive_wall"),
    ("app_word", "app_wall"),
    ("login_word", "login_wall"),
    ("paid_word", "paywall_notice"),
)
_NO_GATE = ("会员", "解锁", "单篇", "折", "等级", "价格")  # what is asked of a member, what a gate opens
_GATE_OF = {  # the words that a small word beside them makes a gate of each group; a member may also log in
    "archive": _GROUPS["archive_word"],
    "paid": tuple(word for word in _GROUPS["paid_word"] if word not in _NO_GATE),
    "app": _GROUPS["app_word"],
    "login": _GROUPS["login_word"],
    "member": ("会员",),
}
_ASKED_GROUPS = (*_WORD_GROUPS, ("download_word", "archive_wall"), ("paging_word", "paging_wall"))
_GATES = tuple((name, gate_pattern(_GATE_OF.get(group, ()), _GROUPS[group])) for group, name in _GATE_GROUPS)
_GATE_WORDS = tuple((name, with_numbers(_GROUPS[group])) for group, name in _WORD_GROUPS)
_ASKED = tuple((name, with_numbers(_GROUPS[group])) for group, name in _ASKED_GROUPS)
_ANY_TEXT = any_of(_GROUPS["text"]).pattern
_HERE_HELD = (
    rf"(?:以下|此处|此|该|(?:这|该|此)(?:一)?部分)(?:篇|个|份|为|是)?的?(?:{_ANY_TEXT}|付费|隐藏|会员)"
)
_POINTED_AT = rf"{_HERE_HELD}|(?:本|这|当前)(?:篇|个|份)?的?(?:{_ANY_TEXT})"
_WITHHELD, _FIRM, _GOES_ON, _THIS_TEXT, _READING = (
    later(f"{with_numbers(_GROUPS[name]).pattern}{more}")
    for name, more in (
        ("withheld", f"|{_HERE_HELD}"),
        ("firm", f"|{_HERE_HELD}"),
        ("goes_on", ""),
        ("this_text", f"|{_POINTED_AT}"),
        ("reading", ""),
    )
)
WORDS, _PROSE = with_numbers(chain.from_iterable(_GROUPS.values())), frozenset(_GROUPS["prose"])
_THINGS = frozenset(_GROUPS["thing"])

# What makes a bare word for a gate a condition, and how much stands behind the gate.
_CONDITION = later(
    r"后|才|即可|可以|不在|只能|方可|方能|需|须|请|仅限|仅供|仅对|只对|仅开放|仅面向|只开放|仅|只有|专享|专属|可见|可读|尚未|还未|未|没有|不足|不够|不是|不能|无权|无法|用完|耗尽|耗完|上限|解锁|待|就能|便可|继续|为(?:收费|付费|加密)|\d ?元|设置了|受|差|unlock|required|requires|must|only|to "
)
_TEXT = later(  # the text of the page, by whatever name
    r"(?:本|此|该|这|当前)(?:段落?|篇|节|文|章|页|帖|贴|报道|报导|文章|资料|内容|部分|回答|答案|文档|文件|专栏|刊|书|课程?|作品|小说|章节|主题|资源|话|集|回|日志|博文|随笔|帖子|教程|文字|文献|单元)"
    r"|(?:历史|往期|过往|往年|早期|过期)(?:文章|资料|报道|内容|期刊)|文章|章节|正文|原文|摘要|内容|单篇|全篇|单章|旧文|日志|博文|this (?:article|story|post|chapter|page|content|text|document|report)"
)
_READ = later(
    r"阅读|查看|浏览|观看|收看|阅览|查阅|检视|看|读|显示|展示|展开|可见|解锁|开放|访问|专享|专属|独享|提供|密码|\d ?(?:元|金币|积分|书币|点)|read|view|see|access|unlock|locked"
)
_BEHIND = later(
    rf"(?:前|后|后面|后续|剩余|剩下|余下|还有|此处|以下|其余|尚有|未读|仅|有|共|看|读|示|览|含|藏|锁)(?:的|约|共|了|其中|内容| )?{AMOUNT}|{AMOUNT}(?:的?(?:内容|正文|文字))"
    r"|(?:后|才|才能|才可|即可|可以|可|以)(?:继续|免费)?(?:查看|阅读|浏览|看|读|显示|看到|读到|解锁|获取|展开)(?:更多|所有|全部)(?:的)?(?:内容|正文|文字|章节|部分)?(?=\W|$)|(?:仅|只)(?:能|可|会)?(?:显示|展示|提供|浏览|查看|阅读|看|为|是)(?:了|到)?(?:部分|摘要|开头|一部分)"
    r"|下载(?:本|此|该)[^,。]{0,16}(?:需要?|所需|消耗|扣除|须) ?(?:积分|付费)|超出[^,。]{0,4}(?:预览|试读|试阅|试看|免费)[^,。]{0,2}(?:范围|页数|部分|章节)"
    r"|下载(?:需要?|所需|消耗|扣除|价格?|售价|费用):?(?:积分|付费)|(?:需要?|须|消耗|扣除?|花费|支付|付) ?(?:积分|付费)(?:才能|后|即可|可)?(?:下载|查看|浏览|阅读)|后继续$|(?:试读|试阅|试看|试听|试学|预览|免费(?:阅读|部分|章节))(?:已|到此|至此)?结束|(?:继续|接着|接著|往下|再)(?:阅读|浏览|查看|观看|看|读)|被?隐藏的?(?:部分|内容|文字|信息)|(?:以上|本页|此处)(?:内容)?(?:仅|只)?(?:为|是)(?:免费)?(?:试读|摘要|节选|预览|部分)"
)

_BARRED = later(  # no gate is named, but that the reader may not pass
    r"(?:没有|无|无权|不具备|缺少|不够|不足)[^,。]{0,8}(?:权限|资格)|权限(?:不足|不够)|(?:无法|不能|无权|不可)(?:继续|正常)?(?:阅读|查看|浏览|访问|观看)(?:全文|完整|本文|此文|该文|全部|剩余|余下|后续|此内容|该内容|$)"
    r"|(?:全文|阅读|访问)受限|(?:免费|阅读|本月|今日|本周|篇)[^,。]{0,8}(?:上限|额度|次数|限额)"
)

_SEARCHED = later(  # no text is meant, but a kind of catalogue, a command; no condition, but who put the text there
    "^显示隐藏的?(?:文本|文字)$|^已(?:经)?(?:显示|加载)(?:全部|所有|完)(?:内容|评论|结果)?$|全文(?=数据库|资料库|检索|搜索|索引)|由?(?:本站|网站)?(?:会员|vip用户)(?:自行|自愿|个人)?(?:上传|发布|分享|投稿|转载|整理)"
)
_ELSEWHERE = later(  # the site of an office, where all may read: 请登录水利局网站查看
    r"登[录入陆](?!本)[^\W\d_]{2,16}(?:官网|网站|门户|网)(?=查|阅|浏|下载|看|$)"
)
_PAYING = later(r"(?:付费|收费|会员|订阅|订户|数字|购买)(?:的)?(?:读者|用户|客户|专栏的读者)")

# What stands on the shelves of a newspaper: texts of a certain age, in the words of those who sell them.
_SHELF = later(
    rf"(?:archived?|back) (?:articles?|stories|issues|content|copies)|(?:articles?|stories|items|content|issues|archives?|reports?)[^.]{{0,24}}(?:older than|more than|over|before|prior to) ?(?:\d|the last|the past|\w+ (?:days|weeks|months|years))"
    rf"|(?:{DIGITS}|[一二两三四五六七八九十半]{{1,3}}) ?个?(?:天|日|周|月|年)(?:以前|之前|前|以上|以外|之外|后)?的?(?:文章|新闻|报道|内容|报纸|期刊|资料|旧闻)"
    r"|(?:逾期|过期|往期|早期|历史|存档|归档|典藏|以往|旧)(?:的)?(?:文章|新闻|报道|内容|报纸|期刊|刊物|资料|报)|旧闻|存档通行证"
)

_SOLD = later(
    r"阅读|查看|浏览|查阅|检索|访问|阅览|开放|available|access|requir|purchas|subscri|restricted|reserved|open to|view|read"
)

# What is said of others: quoted and longer than the name of a button; the text of a work that is named.
_QUOTED = later(r"[“\"「『].{7,80}?[”\"」』]|《[^《》]{1,40}》的?(?:全文)?")

# A row of page numbers speaks of this text only if it names the text or counts its pages.
_PAGER = later(
    r"(?:共 ?\d{1,3} ?页|\d{1,3} ?/ ?共? ?\d{1,3} ?页?|第 ?\d{1,3} ?页|page \d{1,3} of \d{1,3}).{0,40}(?:下一页|下页|next)"
    r"|(?:[\[(]?1[\])]?[ |]{0,3}[\[(]?2[\])]?[ |]{0,3}(?:[\[(]?3[\])]?)?[ |\d\[\].…]{0,30}).{0,6}(?:下一页|下页|next)"
    r"|(?:余下|剩余)全文 ?\(? ?\d{1,3} ?/ ?\d{1,3}|[分共有] ?(?:为|成)?\d{1,3} ?页[^预试显示]{0,16}第 ?[2-9] ?页|第?[一1]页(?:完|结束|到此).{0,8}下一?页|next page\W{0,5}\d+ ?(?:of|/) ?\d+|^\W*(?:请?[接转见续]|请翻)下一?页\W*$"
)

# Notices put the name of their site, of its plan or of the work among the known words. Swept over 112 notices and
# 153 false friends of our own (4-99 letters, shares 0.2-1): below 8 or 0.4 walls that name their site are lost,
# from a share of 0.5 on prose comes in; more letters change nothing.
# All these were swept before names and sales talk were taken out of a passage, and not again since.
SPARE, SPARE_SHARE = 8, 0.4
# Beside a bare word that is made a condition: swept over 381 notices and 462 look-alikes of our own, 371 and 2 at
# these; below, notices are lost (364 at 2 and 0.15), above, prose comes in (4 at 10 and 0.5).
ASKED, ASKED_SHARE = 4, 0.25
LOOSE, LOOSE_SHARE = 2, 0.15  # beside a bare word nothing else may stand but a particle or two
_TITLE = later(r"《([^《》]{2,60})》")
_SHORT = frozenset(("全文", "未完", "可见", "试读"))
_RESTS = ("以下", "此处", "此", "该", "其余", "后续", "后面", "后面的", "剩下", "剩下的", "后半", "更多")
SHORT = 4  # a name or a greeting that stands before the notice as a sentence of its own


@lru_cache(maxsize=1024)  # the pages of a site repeat their notices word for word
def wall_of(passage: str) -> str | None:
    """The class of a notice; None for a passage that is none.

    >>> wall_of("登录后可阅读全文"), wall_of("登录后台可重建全文索引")
    ('login_wall', None)
    """
    passage = plain(_SEARCHED.sub("", _PAYING.sub("会员", passage)))
    if _ELSEWHERE.search(passage):
        return None
    said = _QUOTED.sub(" ", passage)
    ways = (
        (_spoken_of, SPARE, SPARE_SHARE),
        (_asked_for, ASKED, ASKED_SHARE),
        (_loosely_spoken_of, LOOSE, LOOSE_SHARE),
    )
    for way, spare, share in ways:
        name = way(said)
        if name and not _is_prose(passage, spare, share):
            return name
    return None


def _spoken_of(said: str) -> str | None:
    """The wall that a passage speaks of: who may read on, and what is kept back from the others."""
    name = next((name for name, gate in _GATES if gate.search(said)), None)
    if name and _SHELF.search(said) and _SOLD.search(said):
        return "archive_wall"
    if name in (None, "paging_wall"):
        return "paging_wall" if (name and _GOES_ON.search(said)) or _PAGER.search(said) else None
    addressed = name != "app_wall" and _THIS_TEXT.search(said) and _READING.search(said)
    return name if addressed or _WITHHELD.search(said) or _BEHIND.search(said) else None


def _asked_for(said: str) -> str | None:
    """The same by a bare word for a gate, with the text that is kept back, or as a condition of reading on."""
    kept_back = any(words.search(said) for words in (_FIRM, _WITHHELD, _BEHIND, _BARRED, _SHELF))
    if not kept_back and not (_CONDITION.search(said) and _TEXT.search(said) and _READ.search(said)):
        return None
    name = next((name for name, gate in _ASKED if gate.search(said)), None)
    if name and _SHELF.search(said) and _SOLD.search(said):
        return "archive_wall"
    return name or ("paywall_notice" if _BARRED.search(said) else None)


def _loosely_spoken_of(said: str) -> str | None:
    """The same by a bare word for a gate, where the text that is kept back is named for sure."""
    if not (_FIRM.search(said) or (_THIS_TEXT.search(said) and _READING.search(said))):
        return None
    return next((name for name, gate in _GATE_WORDS if gate.search(said)), None)


def prompt_of(passage: str) -> str | None:
    """The class of a button or of sales talk, which is a wall only beside one.

    >>> prompt_of("¥199/年 立即订阅"), prompt_of("开启app看更多"), prompt_of("登录 | 注册")
    ('paywall_notice', 'app_wall', None)
    """
    said = plain(passage)
    asked = next((name for name, gate in _GATES if gate.search(said)), None)
    if asked == "paging_wall" or not (asked or is_priced(passage)):
        return None
    sold = all(is_talk(part) for part in SENTENCE_BREAK.split(passage) if part.strip())
    return None if not sold and _is_prose(said, ASKED, ASKED_SHARE) else asked or "paywall_notice"


def _is_prose(passage: str, most: float, share: float) -> bool:
    """More stands here than the words of notices, or someone is speaking."""
    spare = _width(_strange(passage))
    if spare > most or CODE.search(passage) or not _PROSE.isdisjoint(WORDS.findall(passage)):
        return True
    parts = ((_width(part), _width(_strange(part))) for part in SENTENCE_BREAK.split(passage))
    return (
        spare > share * _width(passage)
        or any(2 * strange > size > SHORT for size, strange in parts)  # a sentence of the text before it
    )


def _strange(passage: str) -> str:
    """What no word of a notice explains, and what speaks of other things than a text."""
    return WORDS.sub(lambda match: match[0] if match[0] in _THINGS else " ", passage)


def _width(passage: str) -> float:
    """Letters, a Latin one as half of a Han character."""
    letters = "".join(LETTER.findall(passage))
    return len(letters) - sum(letter < "\u0250" for letter in letters) / 2


def named(text: Text, passage: str) -> str:
    """The passage with "this text" for the title of this text."""
    if "《" not in passage:
        return passage
    titles = {fold(title.strip()) for title in (text.title, *(line.text for line in text.lines[:2]))}
    return _TITLE.sub(lambda match: "本文" if match[1] in titles else match[0], passage)


def literals() -> Iterator[str]:
    """What the scanner looks for: the gates, and the longer words for what is kept back.

    A space may split a gate, and a bare word for one is too common: "打开 App 阅读全文".
    """
    groups = ("goes_on", "withheld", "firm", *(group for group, _ in _GATE_GROUPS))
    yield from filter(_is_rare, (longest_part(p) for group in groups for p in _GROUPS[group]))
    yield from _GROUPS["sign"]
    yield from (whole + text for whole in ("完整", "全部") for text in _GROUPS["text"])
    yield from (
        rest + text for rest in _RESTS for text in ("内容", "部分", "章节", "正文", "文字", "回答", "答案")
    )
    yield from (on + reading for on in ("继续", "接着") for reading in ("查看", "浏览", "观看", "收看"))
    yield from filter(_is_rare, spoken(chain.from_iterable(_GATE_OF.values())))


def _is_rare(phrase: str) -> bool:
    """Three Han characters, or two Latin words; counted on clean news and statutes."""
    return " " in phrase or (len(phrase) >= 3 and not phrase.isascii()) or phrase in _SHORT
