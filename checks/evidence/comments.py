"""Comments that nobody wrote to say anything, told by what they consist of.

Everything here looks at one folded line (simplified, half width, lower case).
"""

from __future__ import annotations

import re
from itertools import islice

from checks.evidence.channels import channels_in
from checks.evidence.queries import told_in
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import any_of, later

GROUPS = phrase_groups("comments")


def _pattern(*names: str) -> re.Pattern[str]:
    return any_of(usages(word for name in names for word in GROUPS[name]))


_BUMP, _POINTS, _PRAISE, _INVITED, _OWN, _MUTUAL = map(
    _pattern, ("bumps", "points", "praise", "invitation", "own pages", "mutual")
)
_CUSTOMER, _REPORTED = _pattern("customers"), _pattern("reported")
_VOICE = later(
    rf"^\W{{0,3}}(?:\[?(?:{_pattern('voices').pattern})[^\n:,。]{{0,16}}[:：]?|\d{{1,4}}(?:楼|f|#))"
)
_LATIN_PRAISE, _LATIN_INVITED, _LATIN_GOODS = map(
    _pattern, ("latin praise", "latin invitation", "latin goods")
)
_EMPTY = _pattern("bumps", "points", "praise", "invitation", "mutual", "own pages", "chat")
_LIFTS = _pattern("bumps", "points", "praise")
_CURED = tuple(
    map(
        re.compile,
        (
            r"(?:吃|用|喝|做|练|去|贴|涂|看)了?[一二两三四五六七八九十半几\d]+个?多?(?:月|周|星期|疗程|次|瓶|盒)",
            r"瘦了?[一二两三四五六七八九十几\d]+[斤公]",
            r"(?:老公|老婆|我妈|我爸|朋友|同事|闺蜜|女儿|儿子|亲戚)[^,。]{0,8}(?:治好|做的|买的|用的|在那|在这|介绍)",
            r"(?:强烈|真心|良心|诚心)推荐|推荐给?(?:大家|姐妹|你们|朋友)",
            r"(?:医生|客服|教练|师傅|大夫)[^,。]{0,4}(?:特别|非常|很|超)(?:好|棒|负责|耐心|专业|赞)",
            r"效果[^,。]{0,3}(?:好|不错|明显|棒|赞|惊人)|真的有效|有效果",
        ),
    )
)
_WON = later(
    r"(?:吃|用|喝|贴|做)了?[^,。]{1,14}(?:药|膏|茶|贴|方子)?(?:吃|用|治|看)?好的?了?[,。!]|赚了[^,。]{0,4}[千万百]|中了[^,。]{0,4}[千万百]|提现[^,。]{0,4}到账|(?:快|赶紧)去(?:注册|试试|玩|看)"
)
"""What a guest under news has won or been cured by, beside a number or an address."""
_CHAT = later(
    r"(?<![a-z])(?:i|i'm|i've|my|you|your|thanks|thank you|hi|hello|hey|post|blog|blogs|blogging|site|website|article|info|tip)(?![a-z])"
)
_FLOOR = later(r"(?:^|[^\w])(?:[一二三四五六七八九十]|\d{1,4})(?:楼|l|f)(?![\w])|^(?:沙发|板凳|地板|前排)")
ADDRESS = later(
    r"https?://[!-~]{4,200}|www\.[!-~]{4,100}|\[url|<a\s|(?<![a-z@.])[a-z0-9-]{2,40}\.(?:com|net|cn|org|info|cc|top|xyz|vip|ru|biz|shop|store|club|site|online|me|io)(?![a-z])"
)
_PROMOTED = later("顺便|推荐下|宣传|打个广告|搜索|求支持|新店|优惠")
_LINKED = later(r"\[url=[^\]]{0,200}\].{0,60}?\[/url\]|<a\s[^<>]{0,300}>[^<]{0,60}</a>")
_MARKS = later(r"[\s!?,.。、…~:;，！？；：()（）\[\]【】\"'“”^_*+=-]+|https?://[!-~]+|www\.[!-~]+")
_HAN = later(r"[\u4e00-\u9fff]")

# Swept on comments of our own and on clean forum talk, see the examples.
LAST_FILLED = 0.45  # of a last line with two of them
FILLED, MOSTLY = 0.75, 0.6  # of its letters are such phrases: of a bump, of praise with an invitation
SHORT, LINE = 60, 400  # letters of a bump and of any comment; a longer one says something


def _filled(folded: str) -> float:
    """The share of letters, marks and addresses left aside, that empty phrases make up."""
    plain = _MARKS.sub(" ", folded)
    letters = len("".join(plain.split()))
    said = sum(len("".join(match[0].split())) for match in _EMPTY.finditer(plain))
    return said / letters if letters else 0.0


def is_bump(folded: str) -> bool:
    """A line that is nothing but a bump: 沙发!

    >>> is_bump("沙发!!"), is_bump("沙发是灰色的")
    (True, False)
    """
    if not 0 < len(folded.strip()) <= SHORT:
        return False
    return bool(_BUMP.search(folded) or _FLOOR.search(folded)) and _filled(folded) >= FILLED


def comment_of(folded: str) -> str:
    """The empty words of a line that is a comment to invite elsewhere or to gain points; else nothing."""
    if len(folded) > LINE or _REPORTED.search(folded):
        return ""
    if not _HAN.search(folded):
        return _latin(folded)
    return _bumped(folded) or _invited(folded)


def _bumped(folded: str) -> str:
    """Two bumps, or one for points, that make up the line."""
    bumps = list(dict.fromkeys(match[0] for match in _BUMP.finditer(folded)))
    praise, linked = _PRAISE.search(folded), _LINKED.search(folded)
    enough = len(bumps) > 1 or (bumps and (_POINTS.search(folded) or linked or praise)) or (praise and linked)
    plain = _LINKED.sub("", folded)
    if not enough or len(_MARKS.sub("", plain)) > SHORT or _filled(plain) < FILLED:
        return ""
    return bumps[0] if bumps else praise[0] if praise else ""


def _invited(folded: str) -> str:
    """Praise or a bump, and an invitation: with an address, a channel or goods, or to mutual visits."""
    praise, invited = _PRAISE.search(folded) or _BUMP.search(folded), _INVITED.search(folded)
    leads = bool(ADDRESS.search(folded) or channels_in(folded))
    mutual = list(dict.fromkeys(match[0] for match in _MUTUAL.finditer(folded)))
    if len(mutual) > 1 or (mutual and (leads or _filled(folded) >= MOSTLY)):
        return mutual[0]
    own = _OWN.search(folded)
    if praise and invited and own and (leads or _PROMOTED.search(folded) or _filled(folded) >= MOSTLY):
        return praise[0]
    if praise and leads and (told_in(folded) or _LINKED.search(folded) or invited):
        return praise[0]
    return praise[0] if praise and len(folded) <= SHORT and told_in(folded) else ""


def _latin(folded: str) -> str:
    """Formulas of robots: with an address, with goods, or three of them."""
    praise = list(dict.fromkeys(match[0] for match in _LATIN_PRAISE.finditer(folded)))
    leads = ADDRESS.search(folded)
    sells = _LATIN_INVITED.search(folded) or _LATIN_GOODS.search(folded) or told_in(folded)
    return praise[0] if praise and leads and sells else ""


def last_of(folded: str) -> str:
    """The bump, or the praise beside an address, of a last line that says little else."""
    said = list(dict.fromkeys(match[0] for match in _LIFTS.finditer(folded)))
    if not said or "?" in folded or _REPORTED.search(folded):
        return ""
    if not ADDRESS.search(folded) and (len(said) < 2 or not _BUMP.search(folded)):
        return ""
    return said[0] if len(folded) <= SHORT and _filled(folded) >= LAST_FILLED else ""


def customer_of(folded: str) -> str:
    """What an invented customer says, by two or three of its formulas."""
    said = list(dict.fromkeys(match[0] for match in _CUSTOMER.finditer(folded)))
    said += [match[0] for pattern in _CURED for match in [pattern.search(folded)] if match]
    if len(folded) > 2 * SHORT or _REPORTED.search(folded):
        return ""
    voice = bool(_VOICE.search(folded))
    led = voice and bool(channels_in(folded) or ADDRESS.search(folded))
    said += [match[0] for match in [_WON.search(folded)] if led and match]
    return said[0] if said and len(said) >= 3 - voice - led else ""


def robot_of(folded: str) -> str:
    """What a robot says in Latin letters under a text in another language: two formulas, or chat that leads elsewhere.

    >>> robot_of("hi, i love your blog, see www.example.com"), robot_of("tag:example.com,1999:blog-8.post-1")
    ('i love your', '')
    """
    if _HAN.search(folded) or len(folded) > LINE or folded.startswith("tag:"):  # the id of an entry in a feed
        return ""
    praise = list(dict.fromkeys(match[0] for match in _LATIN_PRAISE.finditer(folded)))
    chat = {match[0] for match in _CHAT.finditer(folded)}
    leads = ADDRESS.search(folded) or _LATIN_INVITED.search(folded) or _LATIN_GOODS.search(folded)
    if len(praise) > 1 or (leads and len(chat) + len(praise) > 1 and chat):
        return praise[0] if praise else sorted(chat)[0]
    return ""


_LATIN_PARAGRAPHS = later(r"^[^\u3400-\u9fff\n]{40,}$", re.MULTILINE)
TRANSLATED = 4
"""Paragraphs in Latin letters that no robot wrote from which on a Chinese text is half translated: the manuals of programs
that were tried have five and more. Robots that gather below a text are told one by one, and do not count."""


def is_half_translated(folded: str) -> bool:
    """Say whether paragraphs of another language stand in the text, among which one more says nothing odd.

    >>> english = "the channel was cleaned in spring and the water came back.\\n"
    >>> is_half_translated("水渠通了。\\n" + 4 * english), is_half_translated("水渠通了。\\n" + english)
    (True, False)
    """
    found = (match[0] for match in _LATIN_PARAGRAPHS.finditer(folded))
    return sum(1 for _ in islice((p for p in found if not robot_of(p)), TRANSLATED)) >= TRANSLATED
