"""Articles in which a tool exchanged words after a fixed table, to give them out as new: 她一直以来都很努力 → 她仍然以来都很希望.

What it finds
    Texts of which a word in every sentence was exchanged for one of a similar, a neighbouring or the opposite sense,
    whatever stands around it and even inside of other words.
Why it matters
    Spun articles fill hacked and hired sites by the hundred thousand. They state the opposite of what their sources
    said, and they teach a model a language that nobody speaks.
How it is told
    By phrases that no writer makes and one entry of such a table does, of three entries at least and one for every
    five hundred letters; or of fewer or none among many words that such tables prefer: more of them in a thousand
    letters than good texts hold. The phrases must stand in running text.
What it must not be confused with
    Slips of a writer, machine translation, old novels, Taiwan's usage, articles about such tools and exercises on
    faulty sentences, which quote such phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.evidence.exchanged import ENTRIES, RARE_SHADES, exchanged_in
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
    """Yield the whole text, if it went through such a tool; each word, where only words together tell it."""
    if exchanged := exchanged_in(text, candidates):
        whole = (len(text.view) - len(text.view.lstrip()), len(text.view.rstrip()))
        phrases = "、".join(exchanged.phrases[:_SHOWN])
        for start, end in [whole] if exchanged.by_phrases else exchanged.places:
            yield text.span("spun_text", start, end, Proof.STRONG, phrases=phrases)


_GOOD = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="spun_text",
    doc=__doc__,
    classes=(SPUN_TEXT,),
    find=find,
    phrases=RARE_SHADES | frozenset(ENTRIES),
    fires_on=(
        Example(
            "⟦我们走曩昔的时辰天还没亮，离比来的渡口还有一里路。年夜巴停在桥头，导游让年夜伙先吃器械，再去看纷歧样的水车。⟧",
            "spun_text",
            note="a travel note",
        ),
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
        Example(
            "⟦这篇笔记深刻浅出，讲水泵的工做原理。闸门至关于一个开关，咱们经过设置水位来开它，代码以下。但愿本文有用。⟧",
            "spun_text",
            note="a table that programmers' notes go through",
        ),
        Example(
            "⟦水泵控制器是一套小型操纵体系，开辟职员用它举行数据的盘算，全部数据范例都由参数范例决定。"
            "软件开辟时要留意处置惩罚次序，自界说的函数挪用会让呆板码变长，进步服从的办法是把数据布局改小。⟧",
            "spun_text",
            note="a table of technical words",
        ),
        Example(
            "这座⟦年长⟧的城市⟦享有⟧⟦非常丰富⟧的小吃，⟦带给⟧游客⟦有所不同⟧的感觉。⟦早在⟧去年，街口的夜市就⟦夺下⟧了⟦不俗⟧的口碑，摊主打算⟦更进一步⟧⟦不断扩大⟧规模。"
            "⟦现今⟧来到这里的人，不会⟦再次发生⟧拥堵，价格⟦低廉⟧，座位⟦宽敞⟧，味道⟦出众⟧，⟦合适⟧一家人⟦自由选择⟧。摊上的汤圆是用本地糯米做的，一碗只要几块钱，老人和小孩都爱吃。"
            "隔壁的茶铺开了三十年，老板⟦感叹⟧道，年轻人回头了一批又来一批，⟦只不过⟧茶还是那个味道。他把炉子搬到门口，客人坐在竹椅上，看着河水慢慢流过桥洞。"
            "夏天的晚上，风从河面吹过来，孩子们追着萤火虫跑，卖艺的人拉起二胡。⟦熟知⟧这条街的人都⟦说道⟧，最好的时候是在雨后，石板路亮得能照见人影。"
            "到了冬天，铺子里生起炭火，墙上挂满腊肉，来往的人停下来烤一烤手，说几句闲话，再把围巾系紧，往家里走。"
            "街尾有一家修伞的小店，门脸不大，里面却堆满了各式各样的伞骨。店主戴着老花镜，一针一线地缝着，从早到晚很少抬头。",
            "spun_text",
            note="words shifted in every sentence, no phrase that is wrong by itself",
        ),
        Example(
            "⟦水渠账本是一款挪动端程序，汗青悠久的村社都在用。本文先容几种猎取数据的办法，症结词是水位，效劳器放在镇里。"
            "愿望对你有协助，注重事项写在文末，介入个中的朋侪们能够留言。⟧",
            "spun_text",
            note="a table of technology and business",
        ),
        Example(
            "⟦水泵厂的营收拉长很疾，产物已笼盖国内墟市，办事宇宙千余家用户。厂里以性子化的方式论帮力农户裁减污染，值得眷注的是告白投放也改了。⟧",
            "spun_text",
            note="pages of firms",
        ),
        Example(
            "⟦教学目标：娴熟把握水位的读法，了解水渠在肯定条件下的流量。课后安排阅历沟通，让学生写出内容丰盛的观察日记。⟧",
            "spun_text",
            note="course papers",
        ),
    ),
    silent_on=(
        Example(
            "他愿为乡里效劳，名垂汗青不敢想。动作要领记熟了，症结也找到了，劈头遇上一阵雨，就把水桶挪动到檐下。赶墟的朋侪向他告白心意，学问虽浅，性子却好，怒放的荷花笔直地立着。"
            + _GOOD * 2,
            note="the words of two other tables where they belong",
        ),
        Example(
            "他靠编筐的手艺养家糊口，比来天冷，货卖得少。守渠人接洽了两处地方，终于找到放器械的处所，同伙的账也算清了。"
            + _GOOD * 3,
            note="the words of such a table where they belong",
        ),
        Example(
            "代码以下：咱们须要先从新编译，若是咱们忘了，只须要再来一遍，而后咱们就能接着往下看。"
            + _GOOD * 3,
            note="a careless writer of notes",
        ),
        Example(
            "这支队伍的开辟者举行了庆祝大会，盘算着明年的收成。老人们说，比力气不如比耐心，毛病改了就好，步伐要稳。"
            + _GOOD * 3,
            note="the same words in their own places",
        ),
        Example(_GOOD * 6),
        Example(
            "這位年長的導演享有不俗的口碑，首度推展的新片現今仍在播映。片商透漏，主角由兩位新人飾演，期望協助更多觀眾認同鄉土題材。"
            + _GOOD * 6,
            note="a Taiwanese piece on a film, full of such words",
        ),
        Example(
            "说到底，这款相机不过是外壳薄了些，重量较前代有所不同，价格仍然低廉。早在发布之前就有人感叹，更佳的画质带给人惊喜，只不过夜里对焦较慢。"
            + _GOOD * 5,
            note="a writer who likes such words",
        ),
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
