"""Comments that nobody wrote to say anything: bumps, empty praise with an invitation, invented customers.

What it finds
    Under or inside a text, lines such as forums and blogs collect: claims of the first place, replies for points, praise
    that fits every page and leads to a shop, formulas of robots in English, customers of a clinic nobody spoke of.
Why it matters
    They say nothing about the text, and they come in thousands of copies: a model learns them by heart.
How it is told
    By what a line consists of. Two bumps, or a bump and points, make up the line; praise stands with an invitation and an
    address, goods, or mutual visits; three formulas of customers, or two behind the name of a guest, end another text. A
    guest who hawks two kinds of accounts, readers or cheats gives a number or an address; so do stars round easy work.
What it must not be confused with
    Talk about forums, replies with an answer in them, real reviews and interviews, furniture, thanks at the end of a
    talk, English letters, readers who ask about their accounts, warnings of easy work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.comments import (
    GROUPS,
    comment_of,
    customer_of,
    is_bump,
    is_half_translated,
    last_of,
    robot_of,
)
from checks.evidence.hawkers import hawked_of, is_named
from checks.evidence.trades import ILLICIT, SHARED
from checks.evidence.usage import usages
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, visible

COMMENT_SPAM = FaultClass(
    "comment_spam",
    "spam",
    Severity.WARNING,
    Words("comment spam", "垃圾评论"),
    Words(
        "a comment that says nothing of the text (“{words}”): bump, praise to order, or an invitation elsewhere",
        "与正文无关的水帖或引流评论（“{words}”）",
    ),
)

BUMPS = 3  # lines in a row that are nothing but a bump
LAST, BODY = (
    3,
    100,
)  # written lines at the end in which customers speak, and visible letters of a text before them
MOST = 60  # candidates of a text that are followed
LONGEST = 600  # letters of a line that are read


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield comments; those on neighbouring lines as one."""
    numbers = _numbers(text, [c for c in candidates if c.phrase in _COMMENTS][:MOST])
    told = {number: words for number in numbers if (words := _told(text, number))}
    hawked = [n for n in _numbers(text, candidates[:MOST]) if n not in told]
    told |= {number: words for number in hawked if (words := _hawked(text, number))}
    numbers = sorted({*numbers, *told})
    bumps = [number for number in numbers if number in told or is_bump(_line(text, number))]
    for run in _runs(text, bumps):
        words = next((told[number] for number in run if number in told), "")
        if words or len(run) >= BUMPS:
            first, last = text.lines[run[0]].inner[0], text.lines[run[-1]].inner[1]
            yield text.span("comment_spam", first, last, Proof.STRONG, words=words or _line(text, run[0])[:6])


def _numbers(text: Text, candidates: Sequence[Candidate]) -> list[int]:
    """The lines of the candidates and their written neighbours."""
    found = sorted({text.line_number(c.start) for c in candidates if c.field == "text"})
    near = {n + step for n in found for step in (-2, -1, 0, 1, 2) if 0 <= n + step < len(text.lines)}
    return [n for n in sorted(near) if text.lines[n].stripped]


def _line(text: Text, number: int) -> str:
    line = text.lines[number]
    return text.folded(line.start, line.end) if len(line.text) <= LONGEST else ""


def _told(text: Text, number: int) -> str:
    """The empty words of the line, if it is such a comment."""
    folded = _line(text, number)
    if not folded:
        return ""
    if words := comment_of(folded):
        return words
    if not _is_last(text, number):
        return ""
    lonely = folded.strip()[:6] if is_bump(folded) and _is_last(text, number, 1) else ""
    robot = robot_of(folded)
    if robot and is_half_translated(text.folded(0, len(text.view))):
        robot = ""
    return last_of(folded) or customer_of(folded) or robot or lonely


def _hawked(text: Text, number: int) -> str:
    """What a guest sells on this line, or on the next if this one is only the name; in the first lines nobody comments."""
    folded, above, below = (_line(text, n) if 0 <= n < len(text.lines) else "" for n in _near(text, number))
    if len(visible(text.view[: text.lines[number].start])) < BODY:
        return ""
    own = is_named(folded)
    if words := hawked_of(folded, named=own or is_named(above)):
        return words
    return hawked_of(below, named=True) if own else ""


def _near(text: Text, number: int) -> tuple[int, int, int]:
    """A line, and the written ones above and below it; -1 where there is none."""
    above = next((n for n in range(number - 1, max(number - 3, -1), -1) if text.lines[n].stripped), -1)
    written = (n for n in range(number + 1, min(number + 3, len(text.lines))) if text.lines[n].stripped)
    return number, above, next(written, -1)


def _is_last(text: Text, number: int, last: int = LAST) -> bool:
    """One of the last lines, below a text that is more than they are."""
    below = [line for line in text.lines[number + 1 :] if line.stripped]
    return len(below) < last and len("".join(text.view[: text.lines[number].start].split())) >= BODY


def _runs(text: Text, numbers: Sequence[int]) -> Iterator[list[int]]:
    """Lines that follow each other, empty ones left aside."""
    run: list[int] = []
    for number in sorted(numbers):
        if run and any(line.stripped for line in text.lines[run[-1] + 1 : number]):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


_COMMENTS = (
    usages(
        word
        for name in (
            "bumps",
            "points",
            "own pages",
            "mutual",
            "invitation",
            "customers",
            "latin praise",
            "latin invitation",
        )
        for word in GROUPS[name]
        if len(word) > 1 and word not in GROUPS["common"]
    )
    | frozenset({"热心网友", "匿名网友", "好心网友", "网友:", "游客:", "路人:", "访客:", "匿名:", "楼主好人"})
    | usages(word for word in GROUPS["praise"] if len(word) > 3 and word not in GROUPS["common"])
)
"""Phrases of comments that say nothing."""
_GOODS = frozenset(
    {"低价出售", "长期出售", "大量出售", "批量出售", "本站出售", "出售各", "出售微", "出售淘", "出售q", "出售抖", "自动发货", "自助下单", "小时接单", "代挂", "代刷", "代充", "小号", "白号", "老号", "阅读量", "播放量", "直播人气", "微博粉丝", "僵尸粉", "卡密", "四件套"}
)  # fmt: skip
"""Phrases of guests that sell."""

_STORY = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。那年的雨水很足，秧苗长得比往年高，邻居们见面都说今年会有好收成，晚饭后大家坐在桥头乘凉，讲些从前的事情。"

CHECK = Check(
    name="comment_spam",
    doc=__doc__,
    classes=(COMMENT_SPAM,),
    find=find,
    phrases=_COMMENTS | (ILLICIT - SHARED) | _GOODS,
    fires_on=(
        Example(_STORY + "\n⟦博主写得很好，欢迎回访我的博客 www.example.com⟧", "comment_spam"),
        Example(
            "⟦Great post! Thanks for sharing. Visit my site http://example.com/loans⟧\n下一条留言",
            "comment_spam",
        ),
        Example(_STORY + "\n⟦前排！\n围观~\n路过帮顶⟧", "comment_spam", note="three lines"),
        Example(_STORY + "\n⟦路過，幫頂，簽到拿積分⟧", "comment_spam", note="for points, traditional script"),
        Example(
            _STORY + "\n⟦写的真好，赞一个！有空来我的空间踩踩，互访哦⟧", "comment_spam", note="no address"
        ),
        Example(
            _STORY + "\n⟦游客：我朋友也在那家做的，服务态度很好，效果明显，大家可以去试试⟧",
            "comment_spam",
            note="an invented customer",
        ),
        Example(
            _STORY + "\n⟦热心网友：我爱人的胃病就是喝了那家的茶好的，电话13800000000⟧",
            "comment_spam",
            note="a cure with a number",
        ),
        Example(
            _STORY + "\n⟦Awesome blog! I stumbled upon it yesterday and bookmarked it.⟧",
            "comment_spam",
            note="a robot under a Chinese text",
        ),
        Example(
            _STORY + "\n⟦回帖是美德，支持楼主 [url=http://www.example.com]搬家公司[/url]⟧",
            "comment_spam",
            note="signature with a link",
        ),
        Example(
            _STORY
            + "\n⟦游客 2010-03-04 05:06 说：\n低价出售微信白号、抖音粉丝、播放量，诚信第一，加 10000000⟧",
            "comment_spam",
            note="a guest with a date hawks accounts",
        ),
        Example(
            _STORY + "\n⟦user0001：好帖！提供直播人气、点赞、阅读量，自助下单 http://example.com/a⟧",
            "comment_spam",
            note="a shop for readers that nobody is",
        ),
        Example(
            _STORY
            + "\n⟦◆◆◆ 在家工作 時間自由 月入過萬 無需經驗 電郵 abc@example.com ◆◆◆⟧\n3楼 山里人 发表于 2011-01-02",
            "comment_spam",
            note="easy work behind stars",
        ),
    ),
    silent_on=(
        Example(
            "渠边的水闸可以在面板里设置，先选中要改的一项，再按下面写的去做。改完以后不用重启，过一会儿就生效；要是没有生效，就把面板关上再打开，通常这样就好了。\n"
            + "The gate opens when the level in the upper channel rises above the mark.\n" * 4
            + "If you like one of the marks, click it to use it for your own gate, and click the name to change it.",
            note="half translated",
        ),
        Example("楼主说得对，我也遇到过同样的问题，后来参考 http://example.com/docs 里的方法解决了。"),
        Example(
            "Great article. I wrote about the same bug in the driver last year and the patch has been merged upstream."
        ),
        Example("客厅里摆着沙发、板凳，地板擦得很亮。孩子坐在前排，奶奶靠着沙发打盹。"),
        Example("网络用语“沙发”指第一个回帖的人，“板凳”是第二个，“打酱油”表示只是路过。"),
        Example(
            _STORY + "\n感谢分享，学习了。楼主能不能再讲讲第二部分？参考链接 http://example.com/a 打不开了。"
        ),
        Example("某网友评论：顶一下楼主，写得很好！"),
        Example("收到粉丝来信：博主你好，看了你的博客很受启发，谢谢分享。"),
        Example(_STORY + "\n谢谢大家，今天的讲座就到这里。"),
        Example(_STORY + "\n网友小林：我妈的病是在市医院治好的，住了两个月，谢谢那里的医生。"),
        Example(_STORY + "\n网友：我也赚了几百块，不过是在厂里加班赚的。"),
        Example("我买了这款锅三个月，煎鱼不粘，效果不错。缺点是偏重，洗起来费劲，价格也不便宜。"),
        Example(_STORY + "\n有网友说：“我也在这家医院看过，服务很好，值得推荐。”记者随后联系了院方。"),
        Example("他打酱油回来，路过村口的小店，买了一包糖，店主说下次还会再来吧。"),
        Example("欢迎访问我的博客 www.example.com，这里记录我学习编程的过程。"),
        Example(_STORY + "\n顶楼主要做好防水，女儿墙也要加固。"),
        Example("会员签到得积分，连续签到七天再送五分，积分可以换借书券，详见阅览室公告。"),
        Example(
            "Thanks for sharing your notes with the group. The next meeting is on Friday at the library."
        ),
        Example(
            _STORY
            + "\n网友小林 2012-03-04 05:06 说：\n我的小号被盗了，粉丝也掉光，怎么办？客服邮箱是 abc@example.com"
        ),
        Example(_STORY + "\n访客：文章的阅读量和点赞数在哪里看？后台 http://example.com/a 打不开。"),
        Example(_STORY + "\n匿名 2012-03-04 说：\n微博出售粉丝的商家被警方查处，详见 http://example.com/a"),
        Example(_STORY + "\n★★★ 兼职需谨慎，所谓在家工作月入过万多是骗局，可向 abc@example.com 举报 ★★★"),
        Example(_STORY + "\n--- 图书馆招勤工助学岗，时间自由，兼职，简历发至 abc@example.com ---"),
        Example(_STORY + "\n编者 2012-03-04 留言：\n旧书出售，价格面议，联系 10000000"),
        Example("出售小号萨克斯一支，阅读量大的琴谱两本，联系 10000000，九成新。"),
    ),
    known_misses=(
        Example(
            _STORY + "\n⟦非常赞同作者的观点，现在的社会确实如此，值得我们每个人深思。⟧",
            "comment_spam",
            note="praise alone, which a reader may have meant",
        ),
    ),
)
