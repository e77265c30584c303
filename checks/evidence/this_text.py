"""This text: whether a wall keeps back the text it stands in, or other things of its site.

登录后查看更多精彩内容, 展开全部评论 and a row of page numbers stand below whole texts, too: they open other
texts, what readers said, the next page of a list. They are walls of this text only where it breaks off before
them. A button that unfolds a text asks nothing of the reader, and a preview whose file all may load down
is a cut and no wall.
"""

from __future__ import annotations

from checks.evidence.barriers import barrier_of, goes_on_in_app
from checks.evidence.breaks import MARK, stops_short
from checks.evidence.notices import Place, passage_of
from checks.evidence.omissions import says_cut
from checks.evidence.walls import wall_of
from checks.text import TERMINALS, Text, later

_PRAISE = (
    r"(?:精彩|优质|热门|相关|同类|类似|好看|有趣|新鲜|最新|独家|海量|精选|精品|优秀|实用|热点|原创|专业|深度|一手|权威|劲爆|好玩|本地|同城|推荐|其他|其它|别的"
    r"|高清|高质量|感兴趣|有料|有用|干货|的)"
)
_KINDS = r"(?:内容|文章|资讯|新闻|报道|信息|资料|资源|好文|美文|视频|图片|作品|故事|话题|帖子|主题|博文|文档|教程|干货|动态|推荐)"
_SAID = r"(?:评论|回复|回覆|留言|跟帖|回帖|点评|弹幕|讨论|楼层|书评|影评|评价|互动)"
_OTHERS = later(  # other texts of the site; what others said of this one
    rf"(?:更多|海量|其他|其它|全站){_PRAISE}+{_KINDS}?|(?:海量|全站|{_PRAISE}{{2,}}){_KINDS}"
    rf"|更多(?!内容|文章|文字|正文){_KINDS}|(?<!后续)(?<!剩余)(?<!余下)(?:精彩|优质|热门|最新|相关|精选|推荐){_KINDS}"
    rf"|(?<=[看开览读示取载])(?:\d+条|全部|所有|更多|最新|最热|热门|精彩|其他|原文|本文|这条|此|该)*的?{_SAID}(?:内容|区|列表|详情)?(?![后即才可解])"
    r"|more (?:great |related |top |exclusive )?(?:stories|news|articles|comments|replies)|(?:all|the|view|read|see) (?:comments|replies)"
)
_MORE = later(rf"更多(?:{_PRAISE}*(?:内容|文章|文字|正文))?(?=\W|$)|{_OTHERS.pattern}")
_ASIDE = later(r"下载(?:后|并|到|原文|文档|全文|完整版)?|download\w*")
_PREVIEW = later(r"预览(?!已?结束)|部分内容|内容略|篇幅|未完|未显示|未展示|未读")
_UNFOLDS = later(  # [点击阅读全文>>], 展开全部 ∨: told, where the text is cut, as links to the rest
    r"\W*(?:(?:请)?(?:点击|点此|点我|点这里|轻触|点按|点开))?\W*(?:展开|阅读|查看|浏览|看|显示|加载|读|收起|展开阅读|展开查看)(?:全文|全部(?:内容|正文)?|正文|更多(?:内容|正文)?|完整(?:内容|正文))(?:内容)?[\W∨v]*"
    r"|\W*(?:read|view|see|show|expand) (?:the )?full (?:article|story|text)\W*"
)
_BAR = later(  # the link to a text, and beside it the bar for visitors: 阅读全文 登录 注册
    r"\W*(?:阅读|查看|展开|浏览)?(?:全文|原文|正文)(?:[\s|/·,、\[\]【】()]+(?:立即|免费|请|用户|会员|快速|一键)?(?:登录|登入|登陆|注册|注销|忘记密码|搜索|收藏|分享|评论|login|register|sign in|sign up))+\W*"
)
_NUMBERS = later(r"[\s\d\[\]()<>«»‹›|.…·•,、→←/-]+")
_PAGER = later(
    r"(?:首页|上一?页|前一页|下一?页|后一页|末页|尾页|最后一页|prev(?:ious)?|next|first|last|跳转|转到|go|页|共|到|第"
    r"|发新话题|发新帖|发表新帖|发帖|发表帖子|发表回复|快速回复|回[复覆]|回帖|返回列表|返回版块|返回顶部|只看楼主|倒序浏览|页数|页码|分页|本主题|主题:|:)+"
)
_SHOWN = later(
    r"(?:预览|显示|展示|试读|试阅|试看|加载)(?:至|到|了)?(?:前|第) ?\d(?!.{0,40}(?:下一?页|翻|next))"
)
_BACK = later(r"首页|上一?页|前一页|prev|(?:发|回|返回|快速|只看|倒序)\w*")  # of a list, or of a thread

PROSE, LOOK = 20, 3
"""Characters of the shortest line that can break off, and lines looked at above: set by hand, not swept."""
GOES_ON = 40  # characters of a sentence behind page numbers that shows that the text goes on


def wall_here(text: Text, place: Place, passage: str) -> str | None:
    """The class of a wall that keeps back this text; None for one of other things, or for no wall."""
    if place.kind == "line" and (barrier := barrier_of(passage)):
        return barrier
    if place.kind == "line" and goes_on_in_app(passage) and breaks_off(text, place):
        return "app_wall"
    name = wall_of(passage)
    if name == "paging_wall" and _turns_no_page(text, place, passage):
        return None
    bar = bool(_BAR.fullmatch(text.folded(place.start, place.end)))
    own = None if bar else _own(text, place, passage, name)
    if own or not (bar or _MORE.search(passage)):
        return own
    return wall_of(_MORE.sub("全文", passage)) if breaks_off(text, place) else None


def _own(text: Text, place: Place, passage: str, name: str | None) -> str | None:
    """The wall without what it says of other things and, of a preview, of its file."""
    if not name:
        return None
    bare = _OTHERS.sub("", passage)
    clause = text.folded(max(text.line_at(place.start).start, place.start - PROSE), place.end)
    if name == "archive_wall" and _PREVIEW.search(clause):
        bare = _ASIDE.sub("", bare)
    return name if bare == passage or wall_of(bare) else None


def _turns_no_page(text: Text, place: Place, passage: str) -> bool:
    """A button that unfolds, a count of the pages shown, or page numbers that nothing ties to this text."""
    if _UNFOLDS.fullmatch(passage) or _SHOWN.search(passage):
        return True
    row = _NUMBERS.sub("", passage)
    if not _PAGER.fullmatch(row):
        return False
    listed = _BACK.match(row) or _goes_on(text, place)
    return bool(listed) and not breaks_off(text, place)


def _goes_on(text: Text, place: Place) -> bool:
    """A sentence of some length follows on the next line."""
    after = text.view[place.end : place.end + 5 * GOES_ON].lstrip().split("\n", 1)[0]
    return "。" in after[GOES_ON // 2 :] or len(after) > 4 * GOES_ON


def breaks_off(text: Text, place: Place) -> bool:
    """The text before a place breaks off: in a sentence, at an ellipsis, or by its own word."""
    number = text.line_number(place.start)
    ahead = text.view[text.lines[number].start : place.start].strip()
    if place.by_ellipsis or (ahead and ahead[-1] not in TERMINALS and len(ahead) >= PROSE):
        return True
    for above in reversed(text.lines[max(number - LOOK, 0) : number]):
        words = above.text.strip()
        if len(words) >= PROSE and ("，" in words or "," in words or "。" in words):
            return bool(MARK.search(words[-40:])) or _open(words)
        if words and says_cut(passage_of(text, Place(*above.inner, "line", False, False))):
            return True
    return False


def _open(words: str) -> bool:
    """A line of prose ends in the middle of a sentence."""
    return stops_short(words) or words[-1].isalpha()
