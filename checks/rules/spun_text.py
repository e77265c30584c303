"""Articles in which a tool exchanged words after a fixed table, to give them out as new: 她一直以来都很努力 → 她仍然以来都很希望.

What it finds
    Texts of which a word in every sentence was exchanged for one of a similar, a neighbouring or the opposite sense,
    whatever stands around it and even inside of other words.
Why it matters
    Spun articles fill hacked and hired sites by the hundred thousand. They state the opposite of what their sources
    said, and they teach a model a language that nobody speaks.
How it is told
    By phrases that no writer makes and one entry of such a table does, of three entries at least and one for every
    five hundred letters; or of fewer among many words that such tables prefer. They must stand in running text.
What it must not be confused with
    Slips of a writer, machine translation, old novels, Taiwan's usage, articles about such tools and exercises on
    faulty sentences, which quote such phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.evidence.exchanged import ENTRIES, exchanged_in
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text

SPUN_TEXT = FaultClass(
    "spun_text",
    "spam",
    Severity.ERROR,
    Words("spun text", "伪原创文本"),
    Words(
        "words were exchanged throughout by a tool that gives articles out as new ({phrases})",
        "全文经伪原创工具按词表替换词语（{phrases}）",
    ),
)

_SHOWN = 4  # phrases that a message names


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the whole text, if it went through such a tool."""
    if exchanged := exchanged_in(text, candidates):
        start = len(text.view) - len(text.view.lstrip())
        phrases = "、".join(exchanged.phrases[:_SHOWN])
        yield text.span("spun_text", start, len(text.view.rstrip()), Proof.STRONG, phrases=phrases)


_GOOD = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="spun_text",
    doc=__doc__,
    classes=(SPUN_TEXT,),
    find=find,
    phrases=frozenset(ENTRIES),
    fires_on=(
        Example(
            "⟦这款水壶仍然以来都很受欢迎，现在再一迎来了新的款式。它享有着时尚的外观，沦为全国最受注目的水壶之一。坚信大家都告诉，用于寿命宽的水壶并很少，所以能够自由选择它的人于是以逐步激增。⟧",
            "spun_text",
            note="goods",
        ),
        Example(
            "⟦她从小就讨厌唱歌，仍然以来都很希望，最后再一沦为一名歌手。能无法走得更远，关键在于能无法坚决下去。很多网友都说道，她认同会顺利，因为她的演出给人留下的印象深刻印象。⟧",
            "spun_text",
            note="a singer",
        ),
        Example(
            "⟦公司今年同比快速增长两成，顺利已完成年度任务。负责人称，要之后坚决创意驱动，大大推陈出新，把安全性生产摆在首位，构建营收和利润的双快速增长，为客户获取更佳的服务。⟧",
            "spun_text",
            note="a firm",
        ),
        Example(
            "⟦感冒之後身體健康發展會受影響，許多人都告訴，化療感冒沒有特效藥，必需留意休息。只不過很多藥物的用於說明裡都有留意事項，用於藥物前要看一下子，才需要獲得最佳的效果。這樣才需要超過目的，仍然以來都是如此。⟧",
            "spun_text",
            note="traditional script",
        ),
    ),
    silent_on=(
        Example(_GOOD * 6),
        Example(
            _GOOD * 3 + "他仍然以来信为准，于是以在校学生的名义回了信。",
            note="two such strings in a good text",
        ),
        Example(
            "伪原创工具按词表替换：把“正在”换成“于是以在”，把“成为一名”换成“沦为一名”，把“一直以来”换成“仍然以来”，把“都说”换成“都说道”，读起来不知所云。",
            note="an article about such tools",
        ),
        Example(
            "修改病句：1. 他沦为一名医生。2. 我仍然以来都喜欢看书。3. 同学们都说道他认同会来。4. 爷爷于是以在看报。",
            note="an exercise",
        ),
        Example(
            "替换词表：\n于是以在\n沦为一名\n仍然以来\n认同会\n用于寿命\n印象深刻印象\n安全性生产\n",
            note="a list of words",
        ),
        Example(
            "编辑群里流传着一张对照单：左边写“正在”，右边写“于是以在”；左边写“肯定会”，右边写“认同会”；左边写“成为一名”，右边写“沦为一名”；左边写“一直以来”，右边写“仍然以来”。",
            note="quoted",
        ),
        Example(
            "遂令左右取酒来，于是以在下之礼见之。那人听了，都说道：“好汉且住！”回头进屋，取出包袱，说道是家中旧物。",
            note="an old novel",
        ),
        Example(
            "這家新創公司今年首度亮相，享有不錯的口碑，推展業務的同時也期望能協助更多年輕人，業者說，仍在搜尋合適的地點，未來將更進一步拓展市場。",
            note="Taiwan's usage",
        ),
        Example(
            "这个函数用于获取用户的数据，应用于各个模块。需要注意的是，参数必需在调用之前初始化，否则会拒绝接受请求，这样更容易定位问题，用于过滤的条件也非常简单。",
            note="a careless technical text",
        ),
        Example(
            "这台机器可能无法启动，请检查电源。本产品用于手机支架，寿命五年，使用说明见附页。",
            note="words that only look like it",
        ),
        Example(
            "他从小喜欢唱歌，一直很努力，终于成为一名歌手。能不能走得更远，关键在于能不能坚持下去。很多网友都说，他肯定会成功，他的演出给人留下深刻的印象。",
            note="the same before",
        ),
    ),
)
