"""Bodies whose sites are named with an address that leads to a trade: 某市图书馆官方网站 www.… with a casino's name behind it.

Such a body is in no table. That its site is claimed, that the address is no office's or school's, and that a word or an
address of the trades stands in the same sentence: together these tell. So does a host of letters and a long number; of banks and
bodies of the whole country also a cheap ending, or a host that asks the visitor for something. Everything looks at one folded sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.alternation import alternation
from checks.evidence.official_sites import HOST, is_foreign
from checks.evidence.queries import words_in
from checks.evidence.search_terms import FORMS, KEYS
from checks.evidence.trades import NAMES, SHARED, TELLING
from checks.evidence.usage import usages
from checks.phrases import phrase_groups
from checks.text import later

_GROUPS = phrase_groups("signatures")
_ENDS = alternation(usages(_GROUPS["bodies"]))
_CLAIM = alternation(usages(_GROUPS["site of a body"]))
_JOINT = r"[ \t:_|,()\[\]【】《》<>·-]{0,4}"
_NAMED = later(
    rf"(?P<name>[\u4e00-\u9fff]{{2,24}}?(?:{_ENDS})(?:[\u4e00-\u9fff]{{0,6}}(?:处|科|部|系统|中心|挂号|馆))?){_JOINT}(?:{_CLAIM})"
    rf"|(?:{_CLAIM}){_JOINT}(?P<other>[\u4e00-\u9fff]{{2,24}}?(?:{_ENDS}))(?={_JOINT}(?:https?:|[a-z0-9]))"
)
_ADDRESS = later(rf"(?:https?:/{{1,2}})?(?P<host>{HOST})(?:/[!-;=?-~]{{0,100}})?")
_BETTING = later(
    rf"(?:^|[.-])(?:{'|'.join(_GROUPS['hosts of betting'])})|\.(?:bet|casino|poker|bingo|games?)$"
)
# Letters and a number of five digits and more, as such hosts are registered by the hundred; hotlines give their
# numbers to honest ones.
_RANDOM = later(
    r"(?:^|\.)(?!www\.)[a-z]{1,8}-?(?:[a-z]{1,4}-?)?(?!123\d\d\b|9[56]\d{3}\b|(?:19|20)\d\d)\d{5,8}[a-z]?(?=\.[a-z]{2,6}$)"
)
# Endings that cost next to nothing; bodies of the state and banks do not use them.
_CHEAP = later(
    r"\.(?:xyz|vip|top|bet|shop|icu|win|buzz|cyou|cfd|sbs|click|pw|tk|ml|ga|cf|gq|bid|loan|lol|mom|bond|monster|quest|rest|fit|fun|live|link|work|cc|ws|la|club|online|site|store)$"
)
# Two words and more in one label, one of which asks the visitor to do something: icbc-login, 12306-refund.
_LURE = (
    "log-?in|sign-?in|apply|verif(?:y|ied)|auth|secure|account|card|pay|refund|bonus|gift|credit|loan|quick|kefu|jifen|tuikuan"
    "|shenqing|butie|lingqu|renzheng|dengl[ou]u?|wap|mobile|update|unlock|query|chaxun|service|app"
)
_LURED = later(rf"(?:^|\.)(?:[a-z0-9]+-)+(?:{_LURE})(?=[.-])|(?:^|\.)(?:{_LURE})-[a-z0-9]")
# Bodies of the whole country and banks, each of which has one address that everybody knows.
_NATIONAL = later(
    r"国家[\u4e00-\u9fff]{1,10}(?:局|署|委|委员会|办公室|中心)|中国[\u4e00-\u9fff]{2,6}银行|(?:工商|建设|农业|交通|邮储|邮政储蓄|招商|民生|光大|中信|浦发|兴业|平安|华夏|广发|浙商|渤海|恒丰|开发|商业|人民)银行|农村信用社|农商行|农商银行|银联"
    r"|中国(?:移动|联通|电信|邮政|铁路|人寿|平安|人保|石化|石油|烟草)|国家电网|南方电网|社会?保障?|社保|医保|公积金|人社|人力资源|个人所得税|税务|海关总署|学信|学位网|教育考试院|考试中心|公务员局|证监会|银监会|银保监会|外汇管理|知识产权局|商标局"
    r"|最高人民|国务院|公安部|教育部|财政部|外交部|商务部|司法部|交通运输部|交管|出入境|铁路客户服务|123(?:06|23|33)|12123|征信|执行信息公开|裁判文书|红十字|普通话"
)
_PUBLIC = later(
    "(?:政府|局|委员会|厅|部|署|法院|检察院|大学|图书馆|博物馆|博物院|档案馆|纪念馆|美术馆|邮政|铁路|海关|税务|考试院|党校|共青团|妇联|银行|移动|联通|电信|电网|学信网|考试网)"
)
_NAMED_SITE = later(
    rf"(?P<name>(?:[\u4e00-\u9fff]{{2,12}}(?:网|邮政|铁路|移动|联通|电信|电网|税务|海关|人寿|航空|快递|速运|石化|石油|烟草|故宫|博物院|银行|国家[\u4e00-\u9fff]{{2,8}}局|教育部|公安部|财政部|社保|医保|公积金|农商行|信用社|银联|证监会|服务平台|交管12123|征信|总署|总局)|(?:铁路|中国铁路)?(?:123(?:06|33|23)|12123)|人社|社保|医保|征信|公积金)(?:查询|办理|认证|学历认证|服务|报名|登录|申领|补贴|缴费){{0,2}}){_JOINT}(?:{_CLAIM})"
)
_SPORT = later("体育|彩票|福彩|体彩|电竞|棋牌|娱乐|游戏")  # bodies that deal in them
_STEM = alternation({*SHARED, "大发"})
_WAY = "在线|官网|官方|注册|登录|登陆|下载|入口|投注|开户|app|平台|网址"
_SOLD = later(
    rf"(?:{_STEM})城?[a-z0-9]{{0,4}}(?:{FORMS}|现金网|视讯|赌场|{_WAY})|[\u4e00-\u9fff](?:{FORMS}|现金网|视讯|赌场)(?:{_WAY})|(?:彩票|棋牌)(?:{_STEM})"
)
_TRADES = (TELLING | KEYS | NAMES) - SHARED
_LONGEST = 160  # letters of such a sentence
_NEAR = 40  # letters between the claim and its address

CLAIMS = usages(_GROUPS["site of a body"])
"""Without one of these no site is claimed."""


class Claimed(NamedTuple):
    """A sentence that names a body's site: its place in the passage, the body, the host."""

    start: int
    end: int
    name: str
    host: str


def claimed_in(passage: str) -> Iterator[Claimed]:
    """The sentences and brackets of a folded line in which a body's site is named with an address of the trades.

    >>> [x.host for x in claimed_in("水城图书馆官方网站 www.example.com 新葡京娱乐城")]
    ['www.example.com']
    """
    for start, end in _sentences(passage):
        sentence = passage[start:end]
        named = _NAMED.search(sentence) or _NAMED_SITE.search(sentence)
        address = _ADDRESS.search(sentence, named.end(), named.end() + _NEAR * 3) if named else None
        if not named or not address or address.start() - named.end() > _NEAR:
            continue
        name = named["name"] or named.groupdict().get("other", "")
        if _SPORT.search(name) or not is_foreign(_host(address), ()):
            continue
        beside = sentence[named.end() : address.start()], sentence[address.end() :]
        if _is_alien(name, _host(address)) or (
            named.re.pattern == _NAMED.pattern and _is_of_the_trades(*beside)
        ):
            yield Claimed(start, end, name, _host(address))


def _host(address: re.Match[str]) -> str:
    return address["host"].replace("。", ".")


def _is_alien(name: str, host: str) -> bool:
    """The host is called like a betting site, or a public body's like one of hundreds."""
    cheap = _NATIONAL.search(name) and (_CHEAP.search(host) or _LURED.search(host))
    return bool(_BETTING.search(host) or cheap or (_PUBLIC.search(name) and _RANDOM.search(host)))


def _is_of_the_trades(*parts: str) -> bool:
    """One of the passages holds a name or a word of a betting site or of another trade."""
    words = {word.text for part in parts for word in words_in(part)}
    return bool(words & _TRADES) or any(_SOLD.search(part) for part in parts)


def _sentences(passage: str) -> Iterator[tuple[int, int]]:
    """Brackets that hold a whole remark, and what stands between full stops; short ones only."""
    edges = [
        0,
        *(match.end() for match in re.finditer(r"[。!;?](?![a-z0-9-]{1,60}\.)", passage)),
        len(passage),
    ]
    for start, end in itertools.pairwise(edges):
        bracket = re.search(r"\([^()]{16,160}\)", passage[start:end])
        if bracket and _ADDRESS.search(bracket[0]) and _NAMED.search(bracket[0]):
            yield start + bracket.start(), start + bracket.end()
        elif 0 < end - start <= _LONGEST:
            yield start, end
