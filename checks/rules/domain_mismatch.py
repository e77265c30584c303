"""The name of an official site beside an address that is not its own.

What it finds
    An official name (中央政府门户网站, 新华网, 公安部网站 …) directly followed by an address outside
    the domains that site is known to use.
Why it matters
    A clone copies a government page whole and rewrites its links; its text may be altered, sold or
    stuffed with spam, yet it signs with the state's name.
How it is told
    Names and domains stand in a closed table. Between name and address only brackets, a colon or a
    label such as 网址 may stand, on one line. The name must stand for itself, as in a masthead: at
    the start of a line (then the address may lead to any page), or after a gap, before a bare host.
What it must not be confused with
    Credits (来源：新华网 …): the address may be that of the page that reprints. Branches under an
    official domain, offices of other governments, short links and accounts on shared platforms,
    warnings of fake sites, mail addresses, lists of sites, references to a copy of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text, is_han

DOMAIN_MISMATCH = FaultClass(
    "domain_mismatch",
    "spam",
    Severity.CRITICAL,
    Words("official name with a foreign address", "官方站名配外来网址"),
    Words(
        "signs as {name} but gives the address {host}, which is none of that site's domains",
        "署名为{name}，所附网址 {host} 却不属于该网站的任何域名",
    ),
)

_SITE_WORDS = ("网站", "官网", "官方网站", "门户网站")
_GROUPS = phrase_groups("domain_mismatch")


def _table() -> dict[str, tuple[str, ...]]:
    """Name of a site -> its domains, the offices with each of the words that make a site of them."""
    table: dict[str, tuple[str, ...]] = {}
    for group, names in _GROUPS.items():
        first, *rest = group.split()
        words, domains = (_SITE_WORDS, rest) if first == "offices" else (("",), [first, *rest])
        if first != "shared":
            table |= {name + word: tuple(domains) for name in names for word in words}
    return table


_SITES = _table()
# A domain of any official site is never foreign: two sites may be named in a row, then two addresses.
_NEVER_FOREIGN = frozenset(_GROUPS["shared"]).union(
    *(group.split() for group in _GROUPS if not group.startswith("offices"))
)
# Other governments, schools and armies: gov.tw, go.jp, edu, mil.kr; an embassy or a sister office.
_FOREIGN_OFFICE = re.compile(r"(?:^|\.)(?:gov|gob|gouv|gub|go|edu|ac|mil|int)(?:\.[a-z]{2})?$")

# Endings in use for sites in Chinese; a closed list keeps "index.html" and "v1.0" from being hosts.
_ENDINGS = (
    "com|net|org|cn|cc|tv|info|biz|me|co|io|top|xyz|vip|club|site|online|shop|store|wang|ren|xin|fun|icu|win|bid|ltd"
    "|work|live|link|mobi|name|pro|asia|gov|edu|hk|tw|mo|jp|kr|sg|my|us|uk|ca|au|nz|de|fr|ru|in|eu|la|ws|tk|ml|ga|cf"
    "|gq|pw|so|im|to|vn|th|ph|id"
)
_LABEL = r"[a-z0-9][a-z0-9-]{0,61}"  # RFC 1035: a label has at most 63 characters
_HOST = rf"(?:(?:{_LABEL}\.){{1,6}}|(?:{_LABEL}。){{2,6}})(?:{_ENDINGS})(?![a-z@-]|[.。]?[a-z0-9.-]{{0,61}}@)"
_OPENERS = r"[ \t:(\[<【《「\"“\-—]"
_BESIDE = re.compile(
    rf"{_OPENERS}{{0,6}}(?:(?:官方)?(?:网站|网址|官网|域名|地址|主页|url){_OPENERS}{{0,4}}[为是]?{_OPENERS}{{0,2}})?"
    rf"(?:https?:/{{1,2}})?(?P<host>{_HOST})(?P<port>:\d{{1,5}})?(?P<path>/[!-;=?-~]{{0,200}})?"
)
_REACH = 320  # separators, a host of six labels and a path of 200; addresses met on clones stay below 150
# The same start in both scripts and widths, to look cheaply before anything is folded.
_SOON = re.compile(
    r"[ \t\u3000\xa0:：(（\[［<〈【《「\"“\-—]{0,6}(?:(?:官方)?(?:[网網][站址]|官[网網]|域名|地址|主[页頁]|url)[^\n]{0,7}?)?"
    r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ-]{1,63}[.．。:：]"
)
_HOME = re.compile(r"/?(?:(?:index|default|main|home)\.[a-z]{3,5})?$")
_MASTHEAD = 1_000  # where a clone's masthead and date line stand; references to articles stand further down

_GAP = " \t|·>)]】》•*#-—"
_STATE = re.compile(r"(?:中华人民共和国|中国|中共)$")  # the state's name before that of an office
# "Go to the ministry's site (address)" claims that address as well as a masthead does.
_INVITED = re.compile(r"(?:登[录陆]|访问|浏览|点击|打开)$")
# What hands a text on rather than signs it, or ends the name of another site: two in a row, one address.
_CREDITED = re.compile(
    r"(?:来源于?|稿源|转自|转载于?|摘自|出处|[源来引据]?自|原载|刊于|据|供稿|参考|见|链接|原文|支持|协办|合作"
    r"|网站?|官网|在线|报|社|台)$"
)
_OWN_LABEL = re.compile(r"(?:网站|网站名称|站名|主页|官网|版权所有)[ \t]*:$")
_FAKE = "假冒|冒充|仿冒|冒用|山寨|钓鱼|虚假|伪造|诈骗|骗子|不法分子|克隆|警惕|谨防|非法|高仿|可疑"
_FAKE_SITES = re.compile(
    rf"(?:{_FAKE})[^。\n]{{0,12}}网[站页址]"
)  # elsewhere such words tell of other crimes
_LISTED = re.compile(r"参考资料|参考文献|相关链接|友情链接|延伸阅读|资料来源|注释")
_AROUND = 200  # a warning names its fake sites within a sentence or two, or in a list below its heading
_NEAR = 60  # about a sentence and a half; further off the same words tell of something else
_BEFORE = 40  # enough for a date, a breadcrumb's last step or a label


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield name and address where an official name signs with a foreign address."""
    for candidate in candidates:
        match = _address_beside(text, candidate)
        if match and _signs(text, candidate, match["path"] or "") and not _is_told_of(text, candidate):
            end = candidate.end + len(match[0].rstrip(".,;:!?)]'\"/-"))
            host = _host(match)
            yield text.span(
                "domain_mismatch", candidate.start, end, Proof.STRONG, name=candidate.phrase, host=host
            )


def _address_beside(text: Text, candidate: Candidate) -> re.Match[str] | None:
    """The address right after the name, if there is one and it is foreign to the site."""
    if not _SOON.match(text.view, candidate.end):
        return None
    match = _BESIDE.match(text.folded(candidate.end, candidate.end + _REACH))
    return match if match and _is_foreign(_host(match), candidate.phrase) else None


def _host(match: re.Match[str]) -> str:
    return match["host"].replace("。", ".")


def _is_foreign(host: str, name: str) -> bool:
    """Neither a domain of the named site, nor official for another, nor another government's."""
    suffixes = {host[i:] for i in range(len(host)) if i == 0 or host[i - 1] == "."}
    return not (
        suffixes & _NEVER_FOREIGN or suffixes.intersection(_SITES[name]) or _FOREIGN_OFFICE.search(host)
    )


def _signs(text: Text, candidate: Candidate, path: str) -> bool:
    """The name stands for itself: a masthead, or a name after a gap and before a bare host."""
    if not _HOME.match(path) and candidate.start > _MASTHEAD:
        return False
    before = text.folded(candidate.start - _BEFORE, candidate.start).rpartition("\n")[2]
    before = _STATE.sub("", before)
    lead = before.rstrip(_GAP)
    if not lead or not _HOME.match(path):
        return not lead
    if is_han(before[-1]):
        return bool(_INVITED.search(lead))
    if lead[-1] in ":([【《":
        return bool(_OWN_LABEL.search(lead))
    return not _CREDITED.search(lead)


def _is_told_of(text: Text, candidate: Candidate) -> bool:
    """The passage warns of fake sites, or lists sources and links."""
    before = text.folded(candidate.start - _AROUND, candidate.start)
    after = text.folded(candidate.end, candidate.end + _AROUND)
    line = before.rpartition("\n")[2][-_NEAR:] + after.partition("\n")[0][:_NEAR]
    return bool(
        _LISTED.search(before)
        or re.search(_FAKE, line)
        or _FAKE_SITES.search(before)
        or _FAKE_SITES.search(after)
    )


CHECK = Check(
    name="domain_mismatch",
    doc=__doc__,
    classes=(DOMAIN_MISMATCH,),
    find=find,
    phrases=frozenset(_SITES),
    fires_on=(
        Example(
            "首页>>工作动态\n⟦中央政府门户网站 www.example.com⟧   2012年03月05日   来源:某某部网站\n\n会议指出,要抓好春耕。",
            "domain_mismatch",
            note="date line of a cloned government page",
        ),
        Example(
            "⟦中國政府網（http://www.example.org）⟧\n\n當前位置：要聞\n今年糧食豐收。",
            "domain_mismatch",
            note="traditional script, full-width brackets",
        ),
        Example(
            "⟦新华网　ｗｗｗ．ｅｘａｍｐｌｅ．ｃｎ⟧\n今天上午,大桥合龙。",
            "domain_mismatch",
            note="full-width address",
        ),
        Example(
            "⟦中新网 https://news.example.com:8080/gn/2011/0302.shtml⟧\n春运客流回落。",
            "domain_mismatch",
            note="https, port and path in a masthead",
        ),
        Example(
            "⟦人民网网址：www。example。net⟧\n版权所有",
            "domain_mismatch",
            note="label, ideographic stops for dots",
        ),
        Example(
            "民警抓获一名诈骗嫌疑人。\n⟦中央政府门户网站 www.example.com⟧\n虚假广告明显减少。",
            "domain_mismatch",
            note="crimes told in other lines are no warning of this site",
        ),
        Example(
            "办事指南请登录⟦公安部官方网站(www.example.com.cn)⟧查询。",
            "domain_mismatch",
            note="an invitation to go there",
        ),
        Example(
            "2012年03月05日 ⟦央视国际 www.cctv.com.example.net⟧",
            "domain_mismatch",
            note="official domain as a mere subdomain",
        ),
    ),
    silent_on=(
        Example("中央政府门户网站 www.gov.cn   2012年03月05日\n会议召开。", note="its own address"),
        Example("新华网重庆频道 www.cq.xinhuanet.com\n新华网 http://cq.news.cn/1.htm", note="branches"),
        Example("來源：新華網 www.example.com", note="a credit; the address is that of the page"),
        Example("来源：新华网 转自 www.example.com", note="a word stands between"),
        Example("本文转自新华网(http://www.example.com/a/1.html)", note="the address of a reprint"),
        Example(
            "骗子假冒的网站有:\n中国政府网 www.example.com\n公安部网站 www.example.net", note="a warning"
        ),
        Example(
            "提醒:短信里的网址不要点。\n诈骗短信一例：“中国政府网 www.example.com 领取补贴”。",
            note="a warning on the same line",
        ),
        Example("网民发现山寨人民网(www.example.com)，已经关停。", note="a word before the name changes it"),
        Example("外交部網站 https://www.mofa.gov.tw", note="an office of the same name"),
        Example("日本外交部网站 www.example.com", note="another state's office"),
        Example("人民网 http://t.cn/example", note="short link"),
        Example("央视网 weibo.com/example", note="account on a shared platform"),
        Example("新华网 editor@example.com", note="mail address"),
        Example(
            "据新华网、人民网、example.com报道，雨势减弱。", note="sources in a row, parted by a list comma"
        ),
        Example("友情链接\n新华网 某某在线 www.example.com", note="another site stands between"),
        Example("新华网 人民网 www.people.com.cn www.xinhuanet.com", note="two sites, then their addresses"),
        Example("教育部网站 www.chsi.com.cn 可查学历。", note="a service that an office runs elsewhere"),
        Example("新华网\nwww.example.com", note="on another line"),
        Example("打开中国政府网 index.html 即可。", note="a file name, no host"),
        Example(
            "会" * 1_200 + "\n新华网 http://www.example.com/2011/0302.shtml",
            note="reference far down, to an article",
        ),
        Example("法制网 v1.0 上线，光明网 5.2 改版。", note="version numbers"),
        Example("旅游中国新闻网 www.example.com", note="the tail of a longer name"),
    ),
    known_misses=(
        Example(
            "来源：⟦中国新闻网 www.example.com⟧",
            "domain_mismatch",
            note="a clone's credit looks like a reprint's",
        ),
        Example("⟦某某市人民政府网 www.example.com⟧", "domain_mismatch", note="a name outside the table"),
    ),
)
