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
    the start of a line (then the address may lead to any page), or after a gap, before a bare host. The site of a
    body that stands in no table is foreign where a word or an address of the betting trade stands beside it. Any
    other named site beside an address that has no syllable and no initials of its name is a hint.
What it must not be confused with
    Credits (来源：新华网 …): the address may be that of the page that reprints. Branches under an
    official domain, offices of other governments, short links and accounts on shared platforms,
    warnings of fake sites, mail addresses, lists of sites, references to a copy of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.claimed_sites import CLAIMS, claimed_in
from checks.evidence.named_sites import JOINED, strangers_in
from checks.evidence.official_sites import BESIDE, SIGNED, SITES, domains_of, is_foreign
from checks.evidence.usage import usages
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Line, Text, is_han, later

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

LABELS = phrase_groups("signatures")["labels"]
_CLAIMED = later("网站|官网|网址|版权所有|主办|官方|域名")
_DOTTED = later(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ-][.．。][A-Za-zａ-ｚＡ-Ｚ]{2}")
LEAST, LINE = 8, 140  # letters of a line that signs
_LINE = 3_000  # letters of a line in which sentences are looked for
_MOST = 40  # named sites of a text that are compared with their addresses
_REACH = 320  # separators, a host of six labels and a path of 200; addresses met on clones stay below 150
# The same start in both scripts and widths, to look cheaply before anything is folded.
_SOON = later(
    r"[ \t\u3000\xa0:：(（\[［<〈【《「\"“\-—]{0,6}(?:(?:官方)?(?:[网網][站址]|官[网網]|域名|地址|主[页頁]|url)[^\n]{0,7}?)?"
    r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ-]{1,63}[.．。:：]"
)
_HOME = later(r"/?(?:(?:index|default|main|home)\.[a-z]{3,5})?$")
_MASTHEAD = 1_000  # where a clone's masthead and date line stand; references to articles stand further down

_GAP = " \t|·>)]】》•*#-—"
_STATE = later(r"(?:中华人民共和国|中国|中共)$")  # the state's name before that of an office
# "Go to the ministry's site (address)" claims that address as well as a masthead does.
_INVITED = later(r"(?:登[录陆]|访问|浏览|点击|打开)$")
# What hands a text on rather than signs it, or ends the name of another site: two in a row, one address.
_CREDITED = later(
    r"(?:来源于?|稿源|转自|转载于?|摘自|出处|[源来引据]?自|原载|刊于|据|供稿|参考|见|链接|原文|支持|协办|合作"
    r"|网站?|官网|在线|报|社|台)$"
)
_OWN_LABEL = later(r"(?:网站|网站名称|站名|主页|官网|版权所有)[ \t]*:$")
_FAKE = "假冒|冒充|仿冒|冒用|山寨|钓鱼|虚假|伪造|诈骗|骗子|不法分子|克隆|警惕|谨防|非法|高仿|可疑"
_FAKE_SITES = later(rf"(?:{_FAKE})[^。\n]{{0,12}}网[站页址]")  # elsewhere such words tell of other crimes
_LISTED = later(r"参考资料|参考文献|相关链接|友情链接|延伸阅读|资料来源|注释")
_AROUND = 200  # a warning names its fake sites within a sentence or two, or in a list below its heading
_NEAR = 60  # about a sentence and a half; further off the same words tell of something else
_BEFORE = 40  # enough for a date, a breadcrumb's last step or a label


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield name and address where an official name signs with a foreign address; then lines that sign so."""
    done: set[int] = set()  # where the lines begin that were told
    for candidate in candidates:
        match = _address_beside(text, candidate) if candidate.phrase in SITES else None
        if match and _signs(text, candidate, match) and not _is_told_of(text, candidate.start, candidate.end):
            end = candidate.end + len(match[0].rstrip(".,;:!?)]'\"/-"))
            done.add(text.line_at(candidate.start).start)
            yield _span(text, *_whole(text, candidate.start, end), candidate.phrase, _host(match))
    for line in _lines_with(text, candidates):
        if line.start not in done and (span := _signature(text, line)):
            done.add(line.start)
            yield span
    yield from _claimed(text, [c for c in candidates if c.phrase in CLAIMS], done)
    yield from _named(text, [c for c in candidates if c.phrase in JOINED], done)


def _lines_with(text: Text, candidates: Iterable[Candidate]) -> Iterable[Line]:
    """The lines with a candidate, each once."""
    lines = (text.line_at(candidate.start) for candidate in candidates)
    return {line.start: line for line in lines}.values()


def _whole(text: Text, start: int, end: int) -> tuple[int, int]:
    """With the state's name before an office, and with the bracket that closes behind the address."""
    before = text.folded(max(start - _BEFORE, text.line_at(start).start), start)
    if state := _STATE.search(before):
        start -= len(state[0])
    passage = text.folded(start, end + 1)
    return start, end + (passage.endswith((")", "]")) and passage.count("(") + passage.count("[") > 0)


def _claimed(text: Text, candidates: Sequence[Candidate], done: set[int]) -> Iterator[Span]:
    """Sentences that name a body's site with an address of the trades."""
    for line in _lines_with(text, candidates):
        passage = text.folded(line.start, min(line.end, line.start + _LINE))
        for site in claimed_in(passage) if line.start not in done and "." in passage else ():
            start = line.start + site.start + len(passage[site.start :]) - len(passage[site.start :].lstrip())
            end = line.start + site.start + len(passage[site.start : site.end].rstrip())
            if not _is_told_of(text, start, end):
                done.add(line.start)
                yield _span(text, start, end, site.name, site.host)


def _named(text: Text, candidates: Sequence[Candidate], done: set[int]) -> Iterator[Span]:
    """Any other named site right before an address that has nothing of the name: a hint, each line once."""
    for line in _lines_with(text, candidates[:_MOST]):
        for site in strangers_in(text.folded(line.start, min(line.end, line.start + _LINE))):
            start, end = line.start + site.start, line.start + site.end
            if line.start not in done and not _is_told_of(text, start, end):
                yield _span(text, start, end, site.name, site.host, Proof.HINT)


def _span(text: Text, start: int, end: int, name: str, host: str, proof: Proof = Proof.STRONG) -> Span:
    return text.span("domain_mismatch", start, end, proof, name=name, host=host)


def _signature(text: Text, line: Line) -> Span | None:
    """A short line of nothing but claim, name and address, near the head or the foot of the page."""
    start, end = line.inner
    if not LEAST < end - start <= LINE or not _DOTTED.search(line.text):
        return None
    match = SIGNED.match(text.folded(start, end))
    if not match or not _is_claimed(match) or not is_foreign(_host(match), domains_of(match["name"])):
        return None
    if start > _MASTHEAD and not _HOME.match(match["path"].lstrip(":0123456789")):
        return None
    if _CREDITED.search(match["lead"].rstrip(_GAP)) or _is_told_of(text, start, end):
        return None
    return _span(text, start, start + match.end(), match["name"], _host(match))


def _is_claimed(match: re.Match[str]) -> bool:
    """A name of a site, or an office with a word that claims the page or the site."""
    name = match["name"]
    return (
        name in SITES
        or name.endswith("网")
        or bool(_CLAIMED.search(match["lead"] + match["name"] + match["labels"]))
    )


def _address_beside(text: Text, candidate: Candidate) -> re.Match[str] | None:
    """The address right after the name, if there is one and it is foreign to the site."""
    if not _SOON.match(text.view, candidate.end):
        return None
    match = BESIDE.match(text.folded(candidate.end, candidate.end + _REACH))
    return match if match and is_foreign(_host(match), SITES[candidate.phrase]) else None


def _host(match: re.Match[str]) -> str:
    return match["host"].replace("。", ".")


def _signs(text: Text, candidate: Candidate, match: re.Match[str]) -> bool:
    """The name stands for itself: a masthead, or a name after a gap and before a bare host."""
    path = match["path"] or ""
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
        return bool(_OWN_LABEL.search(lead)) or _fills_brackets(text, candidate, match, lead)
    return not _CREDITED.search(lead)


def _fills_brackets(text: Text, candidate: Candidate, match: re.Match[str], lead: str) -> bool:
    """Name and address in brackets, and nothing else on the line."""
    rest = text.view[candidate.end + match.end() : text.line_at(candidate.end).end]
    return len(lead) == 1 and not rest.strip(" )]】》）］\t")


def _is_told_of(text: Text, start: int, end: int) -> bool:
    """The passage warns of fake sites, or lists sources and links."""
    before, after = text.folded(start - _AROUND, start), text.folded(end, end + _AROUND)
    line = before.rpartition("\n")[2][-_NEAR:] + text.folded(start, end) + after.partition("\n")[0][:_NEAR]
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
    phrases=frozenset(SITES) | usages(LABELS) | CLAIMS | JOINED,
    fires_on=(
        Example(
            "雨停了。\n⟦中国农业银行官网网址 http://www.abank-login.example.xyz 登录领取积分⟧\n水渠修好了。",
            "domain_mismatch",
            note="a bank under an ending that costs nothing",
        ),
        Example(
            "雨停了。\n⟦本文由12306官网（www.example-12306.vip）独家发布⟧\n水渠修好了。",
            "domain_mismatch",
            note="a service of the whole country, named by its number",
        ),
        Example(
            "雨停了。\n⟦國家公務員局官方網站 http://apply-gwy.example.com 報名⟧\n水渠修好了。",
            "domain_mismatch",
            note="a host that asks for something, traditional",
        ),
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
        Example(
            "今年粮食丰收。\n⟦主办单位：某某县人民政府 官方网址：http://www.example.com/⟧",
            "domain_mismatch",
            note="an office that every place has, at the foot",
        ),
        Example("⟦某某市中級人民法院網 www.example.com⟧\n開庭公告", "domain_mismatch", note="a masthead"),
        Example("雨停了。\n⟦Copyright © 2012 央视网 版权所有 网址：www.example.net⟧", "domain_mismatch"),
        Example(
            "雨停了。\n⟦【中国政府网 http://www.example.net】⟧", "domain_mismatch", note="brackets alone"
        ),
        Example(
            "⟦某某县图书馆官方网站 - 永利娱乐城注册 www.example.com⟧\n本馆周一闭馆。",
            "domain_mismatch",
            note="a body that stands in no table, with a betting site's address",
        ),
        Example(
            "水泵應當定期檢修。⟦（說明書可在某某機械研究院門戶網站下載 www.example.com 葡京娛樂）⟧軸承每季上油。",
            "domain_mismatch",
            note="the same as a remark in brackets, traditional",
        ),
        Example(
            "⟦【某某大学教务处】官网入口：http://www.casino.example.com⟧\n选课通知",
            "domain_mismatch",
            note="the address itself tells",
        ),
        Example(
            "雨停了。\n⟦学信网官方网址 www.example.bet⟧", "domain_mismatch", note="the ending tells; no colon"
        ),
        Example(
            "⟦某某市博物馆官方网站：http://www.exvip77120.com⟧\n周一闭馆。",
            "domain_mismatch",
            note="letters and a long number, as such hosts are registered by the hundred",
        ),
        Example("小店收录于 ⟦旧城美食网(www.example.com⟧)。", "domain_mismatch", note="any site: a hint"),
        Example(
            "⟦某某县应急管理局门户网站 www.example-yj.com⟧\n雨停了。",
            "domain_mismatch",
            note="an office founded when all of them had addresses of the state",
        ),
    ),
    silent_on=(
        Example("请登录某某银行官网 www.example-bank.com 查询网点。", note="a bank's host of two words"),
        Example("某某县图书馆官网 www.example.cc 开放预约。", note="a small body under a cheap ending"),
        Example("警方提醒：自称12306官网的 www.example-12306.vip 是钓鱼网站，请勿登录。", note="a warning"),
        Example("某某县图书馆官方网站：www.example12320.com", note="a hotline's number"),
        Example("某某轴承有限公司官方网站：www.example88888.com", note="firms like such numbers"),
        Example("水城美食网 www.shuicheng.com 收录小店。", note="syllables of the name"),
        Example("水城美食网（www.scms.cn）收录小店。", note="first letters of the name"),
        Example("公司网站 www.example.com 已经改版。", note="no name of a site"),
        Example("记者登录某某大学官网www.example.com看到，招生简章已经公布。", note="a body's own address"),
        Example(
            "报名请登录某某省体育彩票管理中心官网 www.example.com 体育彩票网点查询。",
            note="a body that deals in lotteries",
        ),
        Example(
            "市体育局官网 www.example.com 公布比赛办法，欢迎健身、娱乐爱好者参加。", note="a body of sport"
        ),
        Example(
            "提醒：假冒某某县医院官网的网址 www.example.com 实为太阳城娱乐，请勿点击。", note="a warning"
        ),
        Example(
            "某某遗址博物馆官网 http://www.example.com 金沙遗址门票预约", note="a name that others share"
        ),
        Example("某某县医院官方网站 www.example.com 预约挂号 专家门诊", note="a hospital"),
        Example("主办单位：某某县人民政府 网址：www.example.gov.cn", note="under the domain of the state"),
        Example(
            "主办：教育部 承办：某某大学 网址：www.example.com", note="the address of who holds the event"
        ),
        Example("办理地点：市人民政府一楼，网址：www.example.com，电话另行通知。", note="a sentence"),
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
    ),
)
