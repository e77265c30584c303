"""What pages say of text that is left out: the kinds of sentences, put together from kinds of words.

Everything here looks at one folded passage (simplified, half width, lower case) that stands apart;
where it stands is told by ``checks.evidence.notices``, that little else stands in it by ``checks.evidence.cuts``. The
kinds: the rest is not shown; only so much is shown; a share of it; so much is left out here; the
free part ends; the page did not manage to show all.
"""

from __future__ import annotations

from checks.evidence.notices import DIGITS
from checks.text import later

_NUMBER = rf"(?:{DIGITS}|若干|[一二两三四五六七八九十百千万几数半]{{1,6}}) ?[余多来]?"
_UNIT = (
    r"(?:%|个?(?:字符|汉字|字)|页|章|个?(?:小节|自然段|段落)|节|段|行|句|回|卷|篇|幅|kb?"
    r"|(?:more )?(?:words?|characters?|chars?|pages?|paragraphs?|lines?|sections?))"
)
AMOUNT = rf"(?:{_NUMBER} ?{_UNIT})"
"""A number with a unit of text: 820字, 三段, 12 pages."""

_SHOW = (
    r"(?:显示|展示|呈现|公开|提供|预览|浏览|加载|载入|收录|录入|摘录|选录|录|刊登|刊出|刊发|刊载|转载|贴出|贴|发布|放出|发出|转发|转来|转|载"
    r"|保留|截取|摘取|含有|包含|包括|含|开放|上传|阅读|读取|读到|读|看到|看|试读|试阅|试看|抓取|采集|打印|输出|可见)"
)
_NOT = r"(?:尚未|暂未|未能|未予|未被|未|没有|没能|没|不再|不予|暂不|不|无法|不能|无权)"
_HIDE = (
    r"(?:省略|省去|略去|略过|从略|截断|截去|截掉|剪去|隐藏|隐去|删节|删去|删除|删减|删掉|抹去|节略|折叠|收起|缺失|丢失|遗失|脱漏|移除|锁定|加锁|加密"
    r"|(?<![战策忽侵谋简粗大方])略(?![有微高低显讲述谈懂知大])|(?<![短空紧稀或残])缺(?![少乏陷]))"
)
_WHAT = r"(?:内容|部分|正文|全文|文字|章节|段落|文章|篇幅|页面|页数|字数|原文|文档|资料|报道|片段)"
_LEFT = (
    r"(?:以下|此后|其后|之后|后续|余下|剩余|其余|后面|后文|下文|更多|剩下|余文|余|另有|还有|还剩|尚有|尚余|尚剩|仍有"
    r"|后半(?:部分?|篇|段)?|下半(?:部分?|篇|段)?|结尾|末尾)"
)
_HERE = (
    r"(?:此处|这里|此间|其间|中间|中段|中部|本段落?|该段落?|此段落?|这段|本节|该节|此节|这部分|此部分|该部分|原文此处|(?:此|该|本|这)(?:区域|处|位置)|当前位置"
    rf"|第 ?{_NUMBER}(?:(?:-|~|至|到|、) ?第? ?{_NUMBER})? ?[段页章节行])"
)
_IS = r"(?:已经|已|被|均|全部|都|暂|将|予以|尚|还|也|有|处于|仍){0,2}"
_SOME = r"(?:约|共|有|的|大约|合计|总计|为|:| ){0,3}"
_BIT = rf"(?:(?:第? ?{_NUMBER}[、,~-])?第? ?{AMOUNT}|第一|(?:一小|一|小)?部分(?=内容|正文|文字|章节|段落|页|文|[^\w]|$)|少量|开头|开篇|片段|摘要|节选|首页|首章|首段|前半|前言|三分之一|一半)"
_SAMPLE = r"(?:试读|试阅|试看|试学|预览|节选|样章|免费|(?:正文|全文)显示|摘要|选段|体验)"
_WHOLE = r"(?:原文|全文|全书|全篇|正文|文档|文章|资料|本文|内容|原著|原书|原稿)"
_STOP = r"(?=\W|$)"

_REST_GONE = (  # 其余内容(约800字)未刊出, 以下略, 529字未加载, 未显示字数:1290
    rf"{_LEFT}的?{_WHAT}?(?:因[^,。]{{1,8}}?)?[,(]?{_SOME}(?:{AMOUNT}\)?的?{_WHAT}?)?,?{_IS}(?:{_HIDE}|{_NOT}(?:能|可|予|被|完整|全部)?{_SHOW})"
    rf"|{AMOUNT}的?{_WHAT}?{_IS}(?:{_NOT}{_SHOW}|{_HIDE})"
    rf"|(?:{_NOT}{_SHOW}|隐藏|省略|截断|折叠|剩余|余下|还剩|剩下|尚余)的?{_WHAT}?{_SOME}{DIGITS} ?(?:%|个?字|页|章|段|字符|$)"
    rf"|{_LEFT}的?{_WHAT}?{_SOME}{DIGITS} ?%的?{_WHAT}?(?:请|需|须|待|未|尚|可|$)"
    rf"|[\[(+] ?\+? ?{DIGITS} ?(?:more )?(?:个?字符?|characters|chars|words)(?= ?[\])]|$)"
    rf"|展开(?:剩余|余下|其余|后面)?{_SOME}\(?(?:剩余|余下|还有)?{_SOME}{DIGITS} ?(?:%|个?字|页|段|行)"
)
_SO_MUCH_SHOWN = (  # 仅显示前三页, 只含前800字, 此处仅录一部分, 现显示第1至3页, 原文的28%, 已读25%
    rf"(?:仅|只|最多|至多|才|限)(?:能|可|可以|会|限|供|支持)?(?:在线|免费|公开)?(?:{_SHOW}|为|是|有)(?:了|到|出|其中|全文|原文|文章|文档|正文|内容|其|的|约|至|在线){{0,4}}前?{_BIT}"
    rf"|(?:仅|只)(?:能|可|可以)?部分{_SHOW}|(?:仅|只)(?:为|是|系){_WHOLE}?的?(?:一部分|部分|前|摘要|开头|片段|节选)"
    rf"|(?:当前|目前|现|本页|此处)(?:只|仅)?{_SHOW}(?:了|的是|为|到|的)?第? ?{DIGITS}(?:-|至|到|~)第? ?{DIGITS} ?[页章节段字]"
    rf"|{_WHOLE}(?:内容|部分|字数)?(?:的|中的)?(?:前|约|大约)?(?:{DIGITS} ?%|百分之[一二三四五六七八九十]{{1,3}}|三分之[一二]|[一二两三]成)"
    rf"|(?:阅读进度|浏览进度|已读|已看|看到|读到|看了|读了|已显示|已展示|已预览|已加载|当前)(?:了|到|至|为|约|完成|:| ){{0,3}}{DIGITS} ?%"
    rf"|以上(?:内容|部分)?(?:仅|只)?(?:为|是|约占|占)?{_WHOLE}的?(?:前|约)?{_BIT}"
)
_SAMPLE_ENDS = (  # 试读到此结束, 以上为选段, 本页为试读版
    r"以上(?:内容|部分|章节|文字)?(?:仅|只)?(?:为|是|系|属)(?:免费)?(?:试读|试阅|试看|节选|节录|摘录|预览|部分|样章|选段|开头|摘要)"
    rf"|{_SAMPLE}(?:内容|显示|部分|章节|阅读|版|在此|在这里|于此){{0,2}},?(?:已|均已|都)?(?:全部)?(?:到此|至此|到这里|到这)?(?:结束|完毕|为止|已完|到此|至此|打住|完{_STOP})"
    rf"|(?:本|此|该|当前|这)(?:页|文档|资料|文件|文|书|处|章)?(?:内容)?(?:仅|只)?(?:为|是|系|属)(?:部分|免费)?(?:试读|试阅|试看|预览|样章|体验|不完整|非完整)(?:版|本|内容|页|章节|部分|文|{_STOP})"
)
_SAMPLE_ENDS += (  # 预览到第5页结束, 已读完免费部分, 前三章试读, 预览(前5页,共31页)
    rf"|{_SAMPLE}(?:内容|部分|章节)?(?:已|已经)?(?:到|至)(?:了)?(?:第? ?{_NUMBER}[页章节]|最后|末|尽头|底)|(?:读完|看完|阅读完|浏览完)(?:了)?(?:全部)?(?:免费|试读|试看|预览)|{_SAMPLE}(?:内容|部分|章节)(?:已|已经)?(?:全部)?(?:读完|看完|阅读完)"
    rf"|前 ?{_NUMBER}[页章节段]的?{_SAMPLE}|{_SAMPLE}\W{{0,2}}前 ?{_NUMBER}[页章节段字]"
)
_PAGE_FAILED = (  # 正文加载不全, 超出长度限制的部分已被截去
    rf"(?:显示|加载|载入|抓取|采集|下载|转码|内容|正文|全文|文章|转载)(?:得|的)?不(?:全|完整|完全){_STOP}"
    r"|(?:正文|全文|内容|文章|页面)(?:尚未|未能|未|没有)(?:完整|完全|全部)?(?:加载|显示|载入|抓取|采集|收录)"
    r"|(?:超出|超过|达到|限于|受|因)[^,。]{0,4}(?:长度|字数|篇幅|版面|页数)[^。]{0,8}(?:截|略|省|只能|仅)"
    r"|(?:长度|字数|篇幅|内容|正文|文章|全文)(?:过|太|超)(?:长|限|多|大)[^。]{0,8}(?:截|略|省|只能|仅|隐|折)"
)
_SO_FAR = (  # 已浏览30%, 只摘录到这里, 到此被截断, 预览第1-5页, 此处显示820/3900字
    rf"(?:已|共|当前|目前)?(?:浏览|阅读|读|看|显示|加载|展示|预览)(?:进度)?(?:了|到|至|约|:| ){{0,3}}(?:{DIGITS} ?%|百分之[一二三四五六七八九十]{{1,3}})(?!的(?!内容|正文|全文))"
    rf"|(?:仅|只)(?:能|可)?{_SHOW}(?:了|到|至){{1,2}}(?:这里|此处?|第? ?{_NUMBER}[章节页段回集])"
    r"|(?:到此|到这里|至此)(?:处)?(?:中断|被|断)|以上(?:是|为|均为)[^,。]{0,10}(?:试读|试阅|试看|预览|节选|选段|样章)"
    rf"|(?:预览|试读|试看|试阅|显示|展示|正在阅读|正在浏览|此处为|本页为|阅读)(?:的?是|内容)?:?第? ?{DIGITS}[页章节]?(?:-|~|至|到|—)第? ?{DIGITS} ?[页章节]"
    rf"|(?:此处|本页|这里)(?:仅|只)?(?:为|是)第? ?{DIGITS} ?[页章节]|(?:显示|展示|加载|预览|试读|已读|阅读) ?{DIGITS} ?(?:字|页|段)? ?/ ?(?:共|全文)?{DIGITS} ?[字页段]"
    rf"|pages? {DIGITS} ?(?:-|–|to) ?{DIGITS} of {DIGITS}|first {DIGITS} ?%|{DIGITS} ?% of the (?:text|article|story|book|document)|(?:shortened|partial|incomplete|abridged|limited) (?:preview|version|text|excerpt)"
    rf"|{DIGITS} (?:words|characters|pages|paragraphs) (?:left|remaining|remain|to go)"
)
_CUT = later("|".join((_REST_GONE, _SO_MUCH_SHOWN, _SAMPLE_ENDS, _PAGE_FAILED, _SO_FAR)))
_CUT_WORD = later(
    r"截断|截取|被截|已截|截去|截掉|中断|从缺|看不到|省略|略去|省去|后略|下略|缺失|不完整|不全|未完整|未全部|删[去掉](?=[^\d]*$)"
    r"|(?:未|没有|没)(?:能|有)?(?:完整|全部|完全)?(?:显示|展示|加载|载入|收录|上传|抓取|呈现|刊出|刊载|转载|转|贴|发)|left out|missing|cut off|ends abruptly|incomplete|abridged"
)
_PARTLY = later(
    r"部分|开头|节选|节录|摘录|选段|上半|前半|片段|[一二三四五六七八九]成|分之[一二三]|前[一二两三四五六七八九十\d]{1,3}[页章节段回卷]|第[一1](?:页|章|部分)|试读|试看|预览|样章|上篇|摘要"
)
_WHOLE_TEXT = later(r"全文|原文|正文|文章|文档|全书|原书|原著|本文|此文|该文|本书|完整|共")
_NO_MORE = later(r"只|仅|此为|此页为|此处|这里|这是|以上|以下|约占|占|到此|结束|读完|看完|摘自|节选了|节选自")
_NAMED = later(r"系节选|题目|标题|书名|自《")  # what an editor says of an excerpt
IDIOM = later(r"(?:省略|略去)了?(?:[一二两三五八几数]{1,2}[千万]+|1万|10,?000) ?个?字")
"""The figure of speech that a thousand or ten thousand words are left out."""
_NEXT = later(
    r"(?:后|下|余)(?:文|篇|续|半)[^,。]{0,4}(?:待|见(?=原|全|正|下|[^\w]|$)|请|在)|(?:上篇|上半部分?|前半部分?)(?:到此|至此|完|结束)|以下(?:阙|缺|佚|残)|(?:文末|文尾|结尾|末尾)[^,。]{0,4}(?:未能|没有|缺|丢)"
)
_LIMIT = later(
    r"未|没|仅|只|阙|还差|缺|不(?:到|足|再|予|能|可见)|无法|剩|尚有|还有|到此|到这里|中断|失败|太长|过长|分之|[一二三四五六七八九]成|\d ?%"
    r"|incomplete|only|not |missing|omitted|the rest|remain|ends"
)
_SEEN = later(
    r"显示|展示|展开|加载|载入|录|抓取|采集|转|刊|载|贴|发|放|公开|提供|预览|试读|试看|试阅|阅读|读|看|浏览|存|保留|更新|上传|进度|截取"
    r"|shown|includ|display|reproduc|preview|read|available|excerpt|report"
)
_OF_RIGHTS = later(
    r"许可|允许|侵权|版权|注明|出处|来源|联系|请勿|观点|参考|代表|网络|发表|无需|不用|免责|不得|收藏|关注|公众号|全部发言"
)
_WHOLE_HERE = later(
    r"(?:本|全|正|此)文(?:内容)?(?:到此|至此)?(?:全部)?(?:结束|完)|全部内容|(?<![试预])[看读]完(?:全文|本文)$|以上(?:就)?是(?:我的)?全部"
)
_TEXT_WORD = later(
    rf"{_NUMBER} ?(?:个?字|[页章节段])|本文|此文|文档|全书|本书|此稿|原稿|章节|[前后首末]几?[段节页章篇]|第[一二三四五六七八九\d]+[章节段页]|篇|余文|摘要"
    r"|正文|全文|原文|后文|下文|后面|后续|剩余|余下|其余|文章|内容|部分|前半|后半|快照|文本|段落|太长|过长"
    r"|story|book|section|chapter|excerpt|report|article|text|document|remainder|the rest"
)
_BRIEF = 40  # characters of the longest notice told by kinds of words alone; of 277 of our own none has more

_COUNTED_GAP = later(
    rf"(?:{_HIDE}|屏蔽|略|跳过(?=[^页]*字))(?:了|掉|去)?:?(?:中间|此处|以上|以下|其中|后面|中)?的?{_WHAT}?[,(]?{_SOME}(?P<a>{AMOUNT})"  # 略去560字, 中略三段, 内容已删减,约260字
    rf"|(?<![第至到~-])(?<!\d)(?P<b>{AMOUNT})\)?的?{_WHAT}?,?{_IS}(?:{_HIDE}|{_NOT}(?:能|可|予|被)?{_SHOW}(?:到)?)"  # 以下640字已隐藏, 2页未显示
    rf"|(?<![第至到~-])(?P<c>{AMOUNT})的?{_WHAT}?{_IS}(?:仅|只|限|供|对)[^,。]{{1,8}}(?:可见|可读|可看|开放)"  # 此处116字仅作者可见
    rf"|(?P<d>{_NUMBER} ?(?:more )?(?:words?|characters?|chars?|pages?|paragraphs?|lines?|sections?)) "
    r"(?:are |were |have been |is |was )?(?:omitted|hidden|removed|skipped|not shown|missing|deleted|redacted|cut|left out)"
    rf"|(?:omitted|hidden|skipped|removed):? (?P<e>{_NUMBER} ?(?:words?|characters?|chars?|pages?|paragraphs?|lines?|sections?))"
)
_GAP_AND_AMOUNT = later(  # 〈中间略〉共650字, 该处内容未抓取到,约300字, 段落缺失:第5段至第7段
    rf"(?:{_HIDE}|{_NOT}(?:能|可|予|被)?{_SHOW}到?)[^\w]{{0,3}}(?:约|共|计|合计|大约|第){{0,2}}(?P<f>{AMOUNT})"
    rf"|(?P<g>(?:some|one|two|three|four|five|six|several|\d+) (?:words?|characters?|pages?|paragraphs?|lines?|sections?)) (?:are |were |have been )?(?:omitted|hidden|removed|skipped|not shown|missing)"
    rf"|\((?:about |around )?(?P<h>{DIGITS} (?:words|characters|pages))\) (?:is|are) (?:not shown|omitted|hidden|missing)"
)
_PLAIN_GAP = later(  # 此处内容已隐藏, 第3至5段已删除, 中间两页未显示
    rf"(?:中间|此处|这里|其间)缺[页段]|缺(?:失)?第? ?{_NUMBER} ?[页章节段]|{_HERE}的?{_WHAT}?{_IS}(?:隐藏|隐去|省略|略去|折叠|删除|删去|删节|截断|缺失|丢失|遗失|锁定|加密|{_NOT}(?:能|可|予|被)?{_SHOW})(?<!段删除)"
)
_GONE = later(rf"{_HIDE}|阙|节去|未录|跳过(?=[^页]*[字段])|omitted|hidden|missing|skipped|not included")
_COUNT = later(rf"(?<![第至到~-])(?<!\d){AMOUNT}")
_ABSENT = later(r"略|省|隐|折叠|删节|跳过|阙|未|没|缺失|hidden|omitted|not included")
_PLACE = later(
    rf"中间|第 ?{_NUMBER} ?部分|^\W*此处|^\W*这里|^\W*第 ?{_NUMBER}[章节段页]|section \d|paragraph \d"
)
_MANUAL = later(  # what a command does to whoever uses it: 删除光标前的一个字符, 选择文档中要隐藏的文字
    r"光标|游标|选[择取中定]|按[下住]|用于|特定用户|要(?:隐藏|删除)的|清单中|%\d|(?<![\d一二两三四五六七八九十百千万几])[一1] ?个?字符?(?!\d)"
)
HERE = later(rf"{_HERE}|段落|区域|以下|隐藏|hide\]|分割线|{AMOUNT}(?!后)|中间|余下|剩余")
"""The place that a wall in the middle of a text speaks of: what it hides stood just here."""


def says_cut(said: str) -> bool:
    """Say whether a passage, made of the words of notices, says that the text is not all here.

    >>> says_cut("全文共3200字,仅显示前800字"), says_cut("全文共3200字,约需8分钟读完")
    (True, False)
    """
    if _WHOLE_HERE.search(said) or IDIOM.search(said):
        return False
    if _CUT.search(said) or _NEXT.search(said):
        return True
    if len(said) > _BRIEF * (1 + said.isascii()) or _OF_RIGHTS.search(said):
        return False
    text = bool(_TEXT_WORD.search(said))
    return (text and (bool(_CUT_WORD.search(said)) or _limits(said))) or _says_part(said)


def _limits(said: str) -> bool:
    """That the text can be seen, and a limit to that: kinds of words, in any order."""
    return bool(_LIMIT.search(said) and _SEEN.search(said))


def _says_part(said: str) -> bool:
    """A part of a whole, and no more: 这里只有文章的上半部分, 文章共5页,此为第一页."""
    if len(said) > _BRIEF or _NAMED.search(said):
        return False
    return all(words.search(said) for words in (_PARTLY, _WHOLE_TEXT, _NO_MORE))


_BARE_REST = later(rf"\W*(?:{_LEFT}|未显示|未读|未加载)的?{_WHAT}?{_SOME}{AMOUNT}的?{_WHAT}?\W*")


def says_rest(said: str) -> bool:
    """Say whether a passage is nothing but the amount of a rest: it means a cut only where one shows.

    >>> says_rest("(还有1560字)"), says_rest("还有1560字未显示")
    (True, False)
    """
    return bool(_BARE_REST.fullmatch(said))


def left_out_here(said: str) -> str | None:
    """How much the passage says is left out where it stands; "" if it does not say how much.

    >>> left_out_here("此处略去560字"), left_out_here("本段已被折叠"), left_out_here("略有不同")
    ('560字', '', None)
    """
    if _MANUAL.search(said):
        return None
    if match := _COUNTED_GAP.search(said) or _GAP_AND_AMOUNT.search(said):
        return str(next(filter(None, match.groups()))).strip()
    if len(said) > _BRIEF * (1 + said.isascii()) or not (_GONE.search(said) or _limits(said)):
        return "" if _PLAIN_GAP.search(said) else None
    if amount := _COUNT.search(said):
        return amount[0].strip()
    return "" if _PLAIN_GAP.search(said) or (_PLACE.search(said) and _ABSENT.search(said)) else None
