"""Notices of a cut that are told by their whole form: counts of a preview, excerpts that say where the whole is.

The other notices are told by kinds of words in any order (``checks.evidence.omissions``), so little else may
stand beside them. These may name the thing that is cut, or stand in a line with an offer. Everything
here looks at one folded passage.
"""

from __future__ import annotations

from checks.evidence.notices import DIGITS
from checks.evidence.omissions import AMOUNT
from checks.text import later

_SEEN = r"(?:预览|试读|试看|试阅|试学|在线阅读|免费阅读|免费查看|已读|已看|已阅读|已显示|已展示|已加载)"
_UNIT = r" ?(?:页|章节?|节|段|回|话|篇|p|集)"
_N = rf" ?{DIGITS} ?"
_OF = rf"(?:第{_N}页? ?[/,，、]? ?共{_N}页|{_N}/{_N}页|page{_N}(?:of|/){_N})"
_COUNT = later(  # 共6页,预览2页; 预览版,第3页/共38页; 总页数:38 可预览页数:3; 内容仅供预览,可能不全
    rf"[^\s,。;:!?]{{0,12}}(?:共|总)(?:计|页数|章数)?:?{_N}(?:页|章节?|节|p)?[\s,;/、]{{0,3}}(?:其中)?(?:当前|目前|现|本次)?(?:可|仅|只|已|能|供|最多|支持|免费|在线){{0,3}}{_SEEN}(?:页数|章数|前|了|到|为|第|:| ){{0,4}}{_N}(?:页|章节?|节|p)?(?=\W|$)"
    rf"|[^\s,。;!?]{{0,14}}(?:预览|试读|试看|试阅)(?:版|本|模式|页面|中|内容|部分|状态)?[\s,:;(]{{0,3}}(?:当前|现在|正在|您在)?(?:是|为|在|显示)?{_OF}\)?"
    rf"|{_OF} ?[\s,(\[]{{1,2}}(?:为|是)?(?:免费)?(?:预览|试读|试看|试阅|preview)[^\s,。;]{{0,4}}[)\]]?"
    rf"|preview(?:ing)?[:,]? ?(?:page )?{_N}(?:of|/){_N}(?:pages)?"
    r"|[^\s,。;:!?]{0,8}(?:内容|文档|正文|资料)(?:仅|只)供(?:在线)?预览,[^\s,。;!?]{0,8}(?:不全|不完整|有缺失|缺失)"
)

_WORK = r"(?:报告|讲话|发言|致辞|讲稿|演讲|决议|决定|通知|意见|办法|条例|规定|方案|公报|宣言|公告|声明|论文|小说|来信|信件|日记|文章|社论|评论|访谈|对话|讲座|序言|书评|诗)"
_EXCERPT = r"(?:节录|节选|摘录|摘登|摘编|摘要|选登|选段|缩略版|删节版|简版|简介|excerpt|abridged)"
_WHOLE = r"(?:全文|完整版|完整内容|完整报道|完整文章|足本|全本|全部内容|原版全文|full (?:text|article|story|version))"
_WHERE = (
    r"(?:请|可|将|已|另|均)?(?:参?见|看|刊|载|登|发表|收录|查阅|阅|移步|至|在|于|点|扫|is |available|in |at )"
)
_THIS = r"(?:本文|此文|以上|以下|上文|这里|此处|本页|此页|该页|本网页|网页|网上|网络版|电子版|线上|本站|本处|上述|本帖)(?:内容|文字|版|所载|所刊|刊登的?|发布的?)?"
_OPEN = r"(?:未完|全文未完|本文未完|待续未完)"
_FROM = r"(?:摘自|选自|节选自|节录自|摘录自|摘编自|录自|引自|转录自)"
_BEHIND = r"(?:后文|下文|余文|以下|其后|此后|后面|其余|余下|后半|后半部分)"
_CUT_SHORT = later(
    rf"(?:{_OPEN}[,;。 ]{{1,2}})?(?:{_THIS})?(?:仅|只)?(?:为|系|是)?(?:一段)?{_EXCERPT}(?:版|内容|部分)?[,;:。 ]{{1,2}}{_WHOLE}{_WHERE}[^。]{{0,24}}"
    rf"|{_FROM}[^。]{{0,30}}[,;。 ]{{1,2}}(?:略?有(?:删节|删改|改动|删减|删略)[,;。 ]{{1,2}})?{_BEHIND}(?:内容|部分|文字|章节)?(?:从|均|已|皆)?(?:略去?|省略|未录|未收|不录)"
    rf"|(?:以下)?{_WORK}?(?:的)?(?:全文|正文|内文|原文){_WORK}?(?:从|省|已|暂|均)?略(?:去)?"
    rf"|(?:以下|后面|下面)[^,。:\d]{{1,9}}(?:从|均|已|皆|全)略"
    rf"|(?:以下|此处|后面|下面|其后)(?:被|已)?(?:删去|略去|省去|删掉|截去|删节)了?(?:约|近|共)?{AMOUNT}"
    r"|(?:以下|以?后|后文|下文|下|末|尾|卷末|文末)[均皆俱]?(?:残缺|残佚|缺失|阙失|缺|阙|佚|亡佚|脱)"
    r"|(?:原文|原稿|手稿|来稿|此文|底本|抄本)(?:至|到|于)此(?:处)?(?:中断|断|止|而止|为止|戛然而止|残缺)"
    r"|(?:因|由于|受|限于)(?:字数|长度|版面|篇幅)[^。]{0,8},?[^。,]{0,4}(?:未能|不能|无法|没能|没法)(?:全部|完整|一次)(?:性|都)?(?:贴|发|登|刊|载|显示|录|放|转)[^。]{0,4}"
    r"|(?:字数|长度)(?:超了?|太多|不够|有限制?|限制|到了|超限)[^。,]{0,4},?(?:剩下|后面|余下|其余|下面|接下来|接下文)的?[^。]{0,12}"
    r"|(?:上接|下接|下转|紧接|转接)(?:第)? ?[a-d]?\d{1,2} ?[版页](?:[\"“《].{1,30})?"
    r"|(?:正文|全文|文章内容)(?:已|被|已被)(?:隐藏|屏蔽|折叠|收起|加密|删除)"
    r"|此处(?:已)?(?:省略|略去)(?:了)?(?:后续|其余|余下|剩余|以下)?(?:全部)?(?:章节|段落|正文|内容)"
    rf"|(?:后面|下面|余下|剩余|剩下|未读)(?:还有|尚有|还剩|的|约|共|有| ){{0,3}}{DIGITS}{_UNIT}(?:内容|未读|待读|未看|精彩内容)?"
)


def count_of_preview(folded: str) -> tuple[int, int] | None:
    """Where a passage counts what a preview shows, with the pages or chapters of the whole, or says that it lacks some.

    >>> count_of_preview("本资料共6页,预览2页,下载后查看"), count_of_preview("本册共6页,每页两栏")
    ((0, 11), None)
    """
    match = _COUNT.search(folded)
    return match.span() if match else None


def is_cut_short(passage: str) -> bool:
    """Say whether a passage says nothing but that a text is cut short: 节录,全文刊于…; 报告全文略.

    >>> is_cut_short("(节录,全文刊于本刊)"), is_cut_short("(节选自某书)")
    (True, False)
    """
    return bool(_CUT_SHORT.fullmatch(passage.strip(" ()[]【】〔〕<>—-…*.。")))
