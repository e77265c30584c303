"""Search terms of pornography, gambling and the like in the body of a text, as a run or as a single phrase.

What it finds
    A line or part of a line that strings search terms together; one such phrase set into the prose of an article,
    most often a betting site's name with the way in to it; a common word replaced by such a name.
Why it matters
    Spun articles on hacked and hired pages carry such words in every paragraph, and a model completes them.
How it is told
    A run: three or more queries in a row, most of them made of terms of closed lists, three terms that ordinary texts
    do not hold; or a line or sentence that consists of such words. A phrase: by its words, by how it stands, and by the
    rest of the text. It has no predicate and stands between full stops, in brackets, alone, or right where the next
    sentence begins; and nothing else in the text speaks of its trade. One in mid-clause tells if it severs a word, and
    then the others beside it. A listed betting site with its way in counts in
    mid-sentence, too, a name that only ends like one if it comes twice or stands alone on its line. Lines of novel sites,
    repair hotlines and bets tell by parts of several kinds: call, promise, address; number, districts, service.
    Lottery tips tell by whose sheet they are, or by each other; a query of whatever kind above a text that speaks of
    something else, if it was set into that text again.
    A query that several sentences use as a noun. Pieces of a query, each doubled, strewn over the sentences of an article.
    A keyword of the title that hangs on the ends of clauses all through the text and stands nowhere else in it.
    A clause that names a trade and stands before different sentences, in a text that has nothing else of it; a
    paragraph in which one thing comes again and again between wants and places.
What it must not be confused with
    Reports, verdicts, campaigns and business news about the trades, channels and makers of sports goods, lists of
    films, medical and legal texts, keyword lines of honest products, lists of filtered words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from checks.evidence.clause_ends import JOINED, hung_on
from checks.evidence.dense_lines import LEAST, LINE, pitches_in, runs_in
from checks.evidence.doubled_pieces import PLACES, Doubled, pieces_in
from checks.evidence.estrangement import READ, is_strange_to
from checks.evidence.insertions import units_in
from checks.evidence.lottery_tips import SEEN, tips_in, titled
from checks.evidence.named_phrases import MARGIN, SPLIT, TOLD_OF, phrases_in
from checks.evidence.novel_lines import PROMISES, novel_lines_in
from checks.evidence.ordinary import is_ordinary
from checks.evidence.page_tags import LABELS, paid_tags_in
from checks.evidence.planted import QUERY, WANTS, planted_in
from checks.evidence.praised import MACHINES, praised_in
from checks.evidence.query_nouns import ASKED_FOR as QUERIES_FOR
from checks.evidence.query_nouns import queries_in
from checks.evidence.query_titles import ASKED, runs_of_queries
from checks.evidence.repeated_clauses import SET_IN, clauses_in
from checks.evidence.sales_lines import BETS, HOTLINES, bets_in, hotline_in, services_in
from checks.evidence.search_terms import BRANDS, HEAD, KEYS, NAMED, NOUNS, REPORTING, segments_of
from checks.evidence.set_off import APART, set_off_in
from checks.evidence.severed import severing_in
from checks.evidence.signed_houses import SIGNED, signed_by
from checks.evidence.sought import CLINICS, SOUGHT, asked_for
from checks.evidence.substitutes import MADE, SURE, substitutes_in
from checks.evidence.trades import SHARP, TRADED, Rest
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.text import Text, is_han

SPAM_BLOCK = FaultClass(
    "spam_block",
    "spam",
    Severity.ERROR,
    Words("block of search terms", "垃圾搜索词堆砌"),
    Words(
        "{queries} search queries of hacked sites in a row ({terms})",
        "连续 {queries} 个被黑网站的搜索词（{terms}）",
    ),
)
SPAM_PHRASE = FaultClass(
    "spam_phrase",
    "spam",
    Severity.ERROR,
    Words("search term set into the text", "正文夹带垃圾词"),
    Words(
        "“{phrase}”, a search term of {trade}, is set into the text", "正文中夹带{trade_zh}搜索词“{phrase}”"
    ),
)
BRAND_SUBSTITUTION = FaultClass(
    "brand_substitution",
    "spam",
    Severity.ERROR,
    Words("word replaced by a site's name", "以站名替换原词"),
    Words("“{phrase}” stands where another word belongs", "“{phrase}”占了原词的位置"),
)

TRADES = {
    "betting": ("betting", "赌博网站"),
    "videos": ("pornography and paid company", "色情"),
    "papers": ("forged papers and invoices", "假证假票"),
    "money": ("loans without a licence", "非法借贷"),
    "goods": ("copies and drugs", "假货违禁药"),
    "nets": ("break-ins, game servers and the like", "黑客外挂"),
    "essays": ("theses and answers to order", "代写代考"),
    "work": ("dubious work", "可疑兼职"),
    "any": ("an illicit trade", "灰色行业"),
    "novels": ("a site of novels", "小说站"),
    "searchers": ("a page made for searchers", "引流页"),
}
"""What the trades are called in messages."""
_BETTING = TRADES["betting"]
STARTS = TRADED | SHARP
"""Words from which a query is looked for."""
_SUBSTITUTES = MADE | BRANDS | NOUNS
"""Names that may stand for other words."""

MOST = 60  # candidates of a text that are followed
BEFORE = 8  # letters that may stand in front of a label in its line: 本文, a bracket, the end of a sentence


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield runs of terms, then phrases outside of them, then the keyword of the page."""
    yield from _found(text, candidates)
    for trade, place in _throughout(text, candidates):
        yield _phrase(text, *place, *TRADES[trade])


def _throughout(text: Text, candidates: Sequence[Candidate]) -> Iterator[tuple[str, tuple[int, int]]]:
    """What is told by standing all through the text, with its trade."""
    if any(c.phrase in QUERIES_FOR for c in candidates):
        yield from (("searchers", place) for place in queries_in(text))
    if text.shows("spam_words", "joined"):
        yield from (("searchers", place) for place in hung_on(text))
    if text.shows("spam_words", "doubled"):
        yield from (("searchers", place) for place in pieces_in(text))
    if text.shows("spam_words", "signed"):
        yield from (("betting", place) for place in signed_by(text))


def _found(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    everything, candidates = candidates, [c for c in candidates if not is_ordinary(text.view, c)]
    if not candidates:
        yield from _substituted(text, everything)
        return
    traded = [c for c in candidates if c.field == "text" and c.phrase in STARTS]
    titled = any(c.field == "text" and c.start <= HEAD for c in candidates)
    if titled and (page := praised_in(text)):
        yield _block(text, page.start, page.end, page.times, (page.name,))
        return
    rest = Rest(text, [c for c in traded if c.phrase in TRADED])
    blocks = _apart(
        [
            *_sold(text, candidates),
            *_repeated(text, candidates),
            *_blocks(text, candidates),
            *_pitches(text, traded, rest),
            *_asked(text, candidates),
        ]
    )
    yield from blocks
    named = [*_replaced(text, candidates, rest)]
    yield from named or _substituted(text, everything)
    told = [
        *_clauses(text, candidates, rest),
        *_phrases(text, candidates, rest),
        *_units(text, traded[:MOST], rest),
        *_planted(text, candidates),
    ]
    yield from _apart(sorted(told, key=lambda span: span.start - span.end), [*blocks, *named])


def _planted(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """A query above a text of something else, and where it was set into it again."""
    if any(c.field == "text" and (c.phrase in WANTS or c.start <= QUERY) for c in candidates):
        for start, end in planted_in(text):
            yield _phrase(text, start, end, *TRADES["searchers"])


def _clauses(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """A clause of the trades that stands before one sentence after another."""
    for start, end in clauses_in(text, candidates, rest):
        yield _phrase(text, start, end, *TRADES["any"])


def _apart(spans: Iterable[Span], others: Sequence[Span] = ()) -> list[Span]:
    """The spans that overlap none before them and none of the others."""
    kept: list[Span] = []
    for span in spans:
        if not any(other.start < span.end and span.start < other.end for other in (*others, *kept)):
            kept.append(span)
    return kept


def _units(text: Text, traded: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Terms that stand free in the text; a string of them in its first line is its title."""
    if not traded:
        return
    first = text.line(0)
    in_title = any(c.start <= first.end for c in traded)
    titled = in_title and len(segments_of(text.folded(first.start, min(first.end, LINE)))) > 1
    traded = [c for c in traded if not titled or c.start > first.end]
    severing = severing_in(text, traded, rest)
    places = [(unit.start, unit.end) for unit in severing]
    for unit in (*severing, *units_in(text, traded, rest, places)):
        yield _phrase(text, unit.start, unit.end, *TRADES[(*unit.themes, "any")[0]])


def _pitches(text: Text, traded: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Lines and sentences of the trades; the title of the page is another class."""
    for number in _lines_with(text, traded, LEAST)[:MOST]:
        for pitch in pitches_in(text, number, rest):
            if number or not _is_in_head(text, pitch.start):
                yield _block(text, pitch.start, pitch.end, len(pitch.words), pitch.words)


def _blocks(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    for number in _lines_with(text, [c for c in candidates if c.phrase in KEYS], LEAST)[:MOST]:
        line = text.line(number)
        folded = text.folded(line.start, min(line.end, line.start + LINE))
        if folded and not REPORTING.search(folded) and not TOLD_OF.search(folded):
            for run in runs_in(folded):
                # In the head a line of nothing else stands in the place of the title, which is another class.
                if 2 * (run.end - run.start) < len(folded) or not _is_in_head(text, line.start):
                    yield _block(text, line.start + run.start, line.start + run.end, run.queries, run.words)


def _asked(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Lines of several queries for things of the trades, in a text with which they share nothing."""
    sought = [c for c in candidates if c.field == "text" and c.phrase in SOUGHT]
    for number in _lines_with(text, sought, LEAST)[:MOST]:
        start, end = text.line(number).inner
        folded = text.folded(start, min(end, start + LINE))
        queries = segments_of(folded)
        if len(queries) <= LEAST or _is_in_head(text, start) or TOLD_OF.search(folded):
            continue
        others = text.folded(start - READ, start) + text.folded(end, end + READ)
        if (terms := asked_for(folded)) and is_strange_to(folded, others):
            yield _block(text, start, end, len(queries), terms)


def _block(text: Text, start: int, end: int, queries: int, words: Sequence[str]) -> Span:
    terms = "、".join(words[:3])
    return text.span("spam_block", start, end, Proof.STRONG, queries=queries, terms=terms)


def _is_in_head(text: Text, place: int) -> bool:
    """Say whether so few visible characters stand before this place that a title may stand there."""
    return len("".join(text.view[: min(place, 4 * HEAD)].split())) <= HEAD and place <= 4 * HEAD


def _phrases(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Names of betting sites with the way in, or among the tags; what novel sites say of themselves."""
    for place in phrases_in(text, candidates, rest):
        yield _phrase(text, *place, *_BETTING)
    for place in set_off_in(text, [c for c in candidates if c.phrase in NAMED or c.phrase in APART]):
        yield _phrase(text, *place, *_BETTING)
    yield from _tags(text, candidates)
    yield from _tips(text, candidates)
    for number in _numbers(text, candidates, PROMISES):
        start, end = text.line(number).inner
        for line in novel_lines_in(text.folded(start, min(end, start + LINE))):
            yield _phrase(text, start + line.start, start + line.end, *TRADES["novels"])


def _tips(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Tips on lotteries; as the title of the page they are another class."""
    for number in _numbers(text, candidates, SEEN):
        start, end = text.line(number).inner
        line = text.folded(start, min(end, start + LINE))
        if not (titled(line) and _is_in_head(text, start)):
            for tip in tips_in(line):
                yield _phrase(text, start + tip.start, start + tip.end, *_BETTING)


def _tags(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Names among the tags or behind the source of a page; a label may end a paragraph of any length."""
    labels = [c for c in candidates if c.field == "text" and c.phrase in LABELS]
    for number, label in {text.line_number(c.start): c for c in reversed(labels[:MOST])}.items():
        start, end = text.line(number).inner
        start = max(start, label.start - BEFORE)
        for tag in paid_tags_in(text.folded(start, min(end, start + LINE))):
            yield _phrase(text, start + tag[0], start + tag[1], *_BETTING)


def _lines_with(text: Text, candidates: Sequence[Candidate], least: int) -> list[int]:
    """The lines that hold so many of these candidates."""
    if len(candidates) < least:
        return []
    counts = Counter(text.line_number(c.start) for c in candidates)
    return [number for number, count in counts.items() if count >= least]


def _numbers(text: Text, candidates: Sequence[Candidate], phrases: Collection[str]) -> list[int]:
    """The lines of the first candidates with these phrases, each once."""
    found = (text.line_number(c.start) for c in candidates if c.field == "text" and c.phrase in phrases)
    return list(dict.fromkeys(islice(found, MOST)))


def _sold(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Lines of betting sites, of repair shops and of services, that say it all by their parts."""
    for number in _numbers(text, candidates, HOTLINES | BETS):
        start, end = text.line(number).inner
        line = text.folded(start, min(end, start + LINE))
        if sale := bets_in(line) or hotline_in(line) or services_in(line):
            yield _block(text, start, end, sale.parts, sale.terms)


def _repeated(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Paragraphs in which queries for one thing are run together."""
    for number in _numbers(text, candidates, ASKED):
        start, end = text.line(number).inner
        if run := runs_of_queries(text.folded(start, min(end, start + LINE))):
            first, last, terms = run
            yield _block(text, start + first, start + last, len(terms), terms)


def _phrase(text: Text, start: int, end: int, trade: str, trade_zh: str) -> Span:
    phrase = text.folded(start, end)
    start += len(phrase) - len(phrase.lstrip(MARGIN))
    phrase = phrase.strip(MARGIN)
    end = start + len(phrase)
    bracketed = text.folded(start - 1, start) + text.folded(end, end + 1) in ("()", "[]", "【】")
    return text.span(
        "spam_phrase",
        *(start - bracketed, end + bracketed),
        Proof.STRONG,
        phrase=phrase,
        trade=trade,
        trade_zh=trade_zh,
    )


def _replaced(text: Text, candidates: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Names of betting sites that stand for other words throughout the text."""
    named = Counter(c.phrase for c in candidates if c.field == "text" and c.phrase in _SUBSTITUTES)
    if max(named.values(), default=0) >= SURE:
        for name in substitutes_in(text, rest):
            yield text.span("brand_substitution", name.start, name.end, Proof.STRONG, phrase=name.name)


def _substituted(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """A betting site's name in mid-sentence without a way in: a hint, for it may be talked of."""
    for candidate in candidates[:MOST]:
        if candidate.field == "text" and candidate.phrase in BRANDS:
            around = (
                text.view[max(candidate.start - 1, 0) : candidate.start]
                + text.view[candidate.end : candidate.end + 1]
            )
            if len(around) == 2 and all(is_han(letter) for letter in around):
                yield text.span(
                    "brand_substitution", candidate.start, candidate.end, Proof.HINT, phrase=candidate.phrase
                )


_STORY = "清明以后，河边的柳树抽出了新芽，孩子们沿着田埂跑来跑去。老人坐在门口编竹筐，一编就是一个下午。傍晚炊烟升起，村子里飘着米饭的香味。"

CHECK = Check(
    name="spam_words",
    doc=__doc__,
    classes=(SPAM_BLOCK, SPAM_PHRASE, BRAND_SUBSTITUTION),
    find=find,
    signs={"joined": JOINED, "signed": SIGNED, "doubled": Doubled(PLACES)},
    phrases=KEYS
    | NAMED
    | APART
    | SPLIT
    | STARTS
    | MACHINES
    | QUERIES_FOR
    | MADE
    | CLINICS
    | PROMISES
    | HOTLINES
    | BETS
    | LABELS
    | WANTS
    | SEEN
    | SET_IN
    | ASKED,
    fires_on=(
        Example(
            "渠水漫过石坎，秧苗在风里摇⟦无抵押贷款当天放款⟧晃，远处有人吆喝着赶鸭子。天黑以前，田里的活要全部做完。",
            "spam_phrase",
            note="a query that severs a word",
        ),
        Example(
            "守渠⟦高仿手表一比一⟧人换了三代，渠还是那条渠。夜里闸⟦高仿手表一比一⟧门响，守渠人就提灯出来看。\n"
            "开春修渠的人多，石⟦高仿手表一比一⟧灰运来几车，⟦高仿手表一比一⟧半天就用完了。",
            "spam_phrase",
            note="one that severs words again and again; beside it the same behind a comma",
        ),
        Example(
            "水渠边的柳⟦改装遥控骰子⟧树发了芽，放鸭的人来得⟦改装遥控骰子⟧很早。下午起了风，渠里的水皱⟦改装遥控骰子⟧巴巴的。",
            "spam_phrase",
            note="what no list has of it is what the text says every time",
        ),
        Example(
            "井沿磨得发⟦办理各类毕业证⟧亮，村里人都来挑水。天一黑，狗就叫个不停。\n⟦祛斑特效产品⟧\n后来通了自来水，井边长了草。",
            "spam_phrase",
            note="two trades, one in mid-word",
        ),
        Example(
            "水库今年总算蓄满了，渠道一直通到村口。\n⟦微信红包外挂⟧\n村里老人都走出家门来看，孩子们早就跑得老远。",
            "spam_phrase",
            note="a cheat for games with red envelopes",
        ),
        Example(
            "水库今年总算蓄满了，渠道一直通到村口。\n⟦夜场招聘男公关⟧\n村里老人都走出家门来看，孩子们早就跑得老远。",
            "spam_phrase",
            note="a house looks for staff",
        ),
        Example(
            "老周说：“愁什么？去弄个⟦竹影文学txt免费下载⟧不就结了。”我回家一试，真的行。⟦竹影文学txt免费下载⟧来的文件在旧手机上也能打开。",
            "spam_phrase",
            note="a query as a noun",
        ),
        Example(
            "每一步都带着迟疑，⟦3sf找服网新开传奇网⟧里的列表成了唯一的方向。打开⟦3sf找服网新开传奇网⟧翻看别的服务器，还是一样拥挤。",
            "spam_phrase",
            note="two names of sites run together",
        ),
        Example(
            "⟦水城体育\n水城体育是面向新时代玩家的一站式全能平台，把观赛、竞猜和互动娱乐合在一处。水城体育的品牌使命是让人人都有沉浸式的体验。\n水城体育不断打磨技术，水城体育也用心经营社群。⟧",
            "spam_block",
            note="a machine praises a site; a name alone is the title",
        ),
        Example(
            "去年冬天我陪一位外地来的⟦渠较好渠较好⟧朋友看了几条渠，⟦水城水城⟧他说闸门漏水，⟦城修城修⟧拖到开春才来。站在⟦水城水城⟧岸边，⟦渠较好渠较好⟧墙上贴着告示，⟦城修城修⟧守渠人递过一杯茶。那一刻我⟦水城水城⟧才明白，看渠⟦渠较好渠较好⟧不只是看水。",
            "spam_phrase",
            note="pieces of a query, doubled",
        ),
        Example(_STORY * 4 + "\n⟦峦影体育⟧", "spam_phrase", note="a name alone at the end"),
        Example(
            "⟦账本模板表格哪个好用推荐⟧\n"
            + _STORY * 4
            + "雨后⟦账本模板表格哪个好用⟧蛙声一片，晚归的人在田埂上歇脚。孩子们提着灯笼跑过石桥，桥下的水缓缓地流向远处的村庄，灯火一盏一盏地亮了起来。",
            "spam_phrase",
            note="a query planted in mid-sentence",
        ),
        Example(
            "⟦竞博首页⟧关于开展春耕培训的通知\n" + _STORY * 2,
            "spam_phrase",
            note="a house in place of the office",
        ),
        Example(
            _STORY + "村里请来⟦半岛·综合体育官网⟧技术员讲课。" + _STORY,
            "spam_phrase",
            note="a common name with the ending and the way in",
        ),
        Example(
            "田间的早晨-⟦必一体育⟧\n" + _STORY * 2,
            "spam_phrase",
            note="a listed house as the site of the page",
        ),
        Example(_STORY + "。⟦imtoken钱包官网下载⟧。" + _STORY, "spam_phrase", note="a wallet for coins"),
        Example("⟦在线配资门户⟧\n" + _STORY * 2, "spam_phrase", note="a lender to gamblers on shares"),
        Example(
            "春耕时节的田间管理:山城符\n"
            "合作社备足了种子和化肥⟦山城符⟧，农户忙着翻地⟦山城符⟧。技术员逐块查看苗情⟦山城符⟧，指导大家浇水⟦山城符⟧。"
            "水渠上月已经疏通⟦山城符⟧，旱情比去年轻。\n夏粮丰收在望⟦山城符⟧，收割机也检修好了。",
            "spam_phrase",
            note="a keyword hung on the ends of clauses",
        ),
        Example(
            "欢迎来到⟦岳云体育·(中国)官方网站⟧！\n" + _STORY * 2 + "\n河边的柳树-⟦岳云体育·(中国)官方网站⟧",
            "spam_phrase",
            note="a house greets above an article",
        ),
        Example(
            "关于印发活动方案的通知\n"
            + _STORY * 2
            + "\n本办推出“⟦三肖九码期期必中⟧”活动，号码每周公布一次。活动由各站点承办。",
            "spam_phrase",
            note="tips on a lottery in a notice",
        ),
        Example(
            "⟦水城装修公司排名前十口碑最好的是哪家⟧\n"
            + _STORY * 4
            + "⟦水城装修公司排名前十⟧\n雨后初晴，蛙声一片，晚归的人在田埂上歇脚。孩子们提着灯笼跑过石桥，桥下的水缓缓地流向远处的村庄。",
            "spam_phrase",
            note="a query planted in a text about something else",
        ),
        Example(
            _STORY
            + "\n⟦修伞哪里好修伞多少钱修伞注意事项修伞流程，东城修伞、西城修伞、南城修伞，网上修伞靠谱吗。⟧\n"
            + _STORY,
            "spam_block",
            note="queries for one thing run together",
        ),
        Example(
            "⟦彩神云台官方邀请码，⟧今年雨水调匀。" + _STORY * 3 + "⟦彩神云台官方邀请码，⟧村里修好了水渠。",
            "spam_phrase",
            note="one clause before different sentences",
        ),
        Example(
            _STORY * 3 + "⟦买高仿手表，认准岳云行。⟧村里修好了水渠。⟦买高仿手表，认准岳云行。⟧夜里起了风。",
            "spam_phrase",
            note="the same as a sentence of its own",
        ),
        Example(
            _STORY * 3 + "⟦華體會hth，⟧村裡修好了水渠。⟦華體會hth，⟧夜裡起了風。",
            "spam_phrase",
            note="a listed name, no way in, traditional",
        ),
        Example(
            _STORY + "\n本文关键词：河边，⟦岳云体育官网⟧，⟦岳云体育⟧，村子",
            "spam_phrase",
            note="among the keywords that a spun page gives itself",
        ),
        Example(_STORY + "\n本文来源：⟦岳云体育-www.example.com⟧", "spam_phrase", note="as the source"),
        Example(
            _STORY * 2 + "‘⟦岳云体育手机版⟧’雨后的田埂有些滑。" + _STORY,
            "spam_phrase",
            note="an unlisted name in quotation marks between two sentences",
        ),
        Example("河边的竹筐|⟦岳云棋牌官网⟧\n" + _STORY * 3, "spam_phrase", note="behind the headline"),
        Example("⟦岳云国际app下载⟧：" + _STORY * 3, "spam_phrase", note="before the first sentence"),
        Example(
            _STORY * 3 + "\n下一篇：⟦岳云娱乐在线登录⟧：编竹筐的老人",
            "spam_phrase",
            note="as the next article",
        ),
        Example(
            _STORY + "门开了⟦（看最快更新请到竹影小说网 www.example.com）⟧，雨还在下。" + _STORY,
            "spam_phrase",
            note="a novel site speaks in the middle of a chapter",
        ),
        Example(
            _STORY + "\n⟦喜歡竹影記請大家收藏：(www.example.com)竹影記竹影書屋更新速度全網最快。⟧",
            "spam_phrase",
            note="at the end of a chapter, traditional",
        ),
        Example(
            _STORY + "\n⟦手机用户请浏览m.example.com阅读，更优质的阅读体验。⟧",
            "spam_phrase",
            note="the same for telephones",
        ),
        Example(
            _STORY
            + "\n⟦某某热水器维修电话：400-000-0000，（东区）（西区）（北区）全市各区24小时统一服务热线：400-000-0000，某某热水器维修网点，某某热水器维修中心⟧",
            "spam_block",
            note="a hotline repeated between districts and names of the service",
        ),
        Example(
            _STORY + "\n⟦" + "，".join(f"水城{place}搬家公司" for place in "东南西北中上下前后") + "⟧",
            "spam_block",
            note="one service, district by district",
        ),
        Example(
            _STORY + "\n⟦★★岳云汇★★ 首存100送88 大额无忧 秒到账 官网 www.example.com 邀请码 6000⟧",
            "spam_block",
            note="a betting site's line between signs",
        ),
        Example(
            "⟦彩神云台⟧产品中心：本系列台面硬度高，耐刮耐磨。⟦彩神云台⟧提醒您，切割时应当戴口罩。花色请参阅⟦彩神云台⟧样册。",
            "brand_substitution",
            note="a stem with a tail of its own, in place of a firm's name",
        ),
        Example(
            _STORY * 6 + "\n⟦久久精品国产, 亚洲无码在线, 人妻熟女视频, 成人影院免费⟧",
            "spam_block",
            note="commas",
        ),
        Example(
            _STORY * 6 + "\n⟦亞洲無碼在線 | 國產自拍偷拍 | 日韓av網⟧",
            "spam_block",
            note="bars, traditional script",
        ),
        Example(
            _STORY * 6 + "\n⟦网投平台、真人百家乐、老虎机注册、买球app、体育投注⟧",
            "spam_block",
            note="list commas",
        ),
        Example(
            _STORY * 6 + "\n⟦viagra online, buy cialis, levitra generic, online pharmacy⟧",
            "spam_block",
            note="Latin letters",
        ),
        Example(
            _STORY + "会议要求各地⟦亚博体育官网⟧做好防汛工作。" + _STORY,
            "spam_phrase",
            note="in mid-sentence",
        ),
        Example(
            _STORY + "⟦国产精品久久久一区二区三区⟧老师在旁边看着。",
            "spam_phrase",
            note="terms run together",
        ),
        Example(
            "本文关键词：⟦岳云体育官网⟧,新闻\n" + _STORY * 6 + "\n⟦岳云体育官网⟧",
            "spam_phrase",
            note="an unknown name, twice",
        ),
        Example("水利部门⟦亚博体育⟧说，今年雨水偏多。", "brand_substitution"),
        Example(
            "市水利⟦大发快三⟧部门公布方案，由⟦大发快三⟧部门负责检查。" + _STORY,
            "brand_substitution",
            note="a house and its game in place of a word of the administration",
        ),
        Example(
            "市、县（市、区）⟦一号站平台⟧应当修好水渠。村民报告⟦一号站平台⟧以后，当日查看。" + _STORY,
            "brand_substitution",
            note="a platform in place of an office, behind a bracket",
        ),
        Example(
            "全县⟦米乐m6⟧面积达三万亩。今年雨水调匀，⟦米乐m6⟧长势良好，合作社及时追肥。⟦米乐m6⟧专家到田头指导。",
            "brand_substitution",
            note="in place of a noun throughout, small letters and a number",
        ),
        Example(
            _STORY + "全縣⟦金沙網站⟧面積達三萬畝，⟦金沙網站⟧長勢良好。技術員說，⟦金沙網站⟧應當及時追肥。",
            "brand_substitution",
            note="a name that others share, with the way in, traditional",
        ),
        Example(
            _STORY * 2 + "⟦永利464登录⟧" + _STORY,
            "spam_phrase",
            note="a house with its number",
        ),
        Example(_STORY * 2 + "⟦（leyu网页版登录）⟧" + _STORY, "spam_phrase", note="a name in Latin letters"),
        Example(
            _STORY * 6 + "\n⟦水城男科医院,包皮手术多少钱,早泄怎么治,割包皮医院哪家好⟧",
            "spam_block",
            note="illnesses and the question which clinic is best",
        ),
        Example(
            _STORY * 6 + "\n⟦亚洲无码、日韩毛片、真人百家乐、人妻视频、六合彩资料、今夜短片、代开发票⟧",
            "spam_block",
            note="a list that is half made of such queries is taken whole",
        ),
        Example(
            "⟦岳云体育app官网入口：球迷的乐园\n岳云体育赛事齐全，岳云体育的赔率高，返水比例也高。\n"
            "打开岳云体育，首存即送彩金，岳云体育出款快，流水翻倍就能提现。⟧",
            "spam_block",
            note="a page that praises one site from top to bottom",
        ),
    ),
    silent_on=(
        Example(
            "表哥办了无抵押贷款当天放款的手续，第二天就去进货。他在村口摆摊卖秧苗，风一吹，棚布摇晃个不停。",
            note="the sentence speaks of it, between whole words",
        ),
        Example(
            "连里来了新兵，这是全旅机械化步兵的第一步。机械化步兵连从此有了名气，新兵训练完都想留下。",
            note="a word goes on with the first letter of the query as well",
        ),
        Example(
            "他在澳门赌场里当过厨师，也在网上开户买过基金。老家的人问起，他说那里的灯从来不关，人从来不少。",
            note="a place of work",
        ),
        Example(
            "派出所贴出告示，村里发现印有办理各类毕业证字样的纸条，捡到的交到值班室。井沿磨得发亮，孩子们都去看。",
            note="a notice names it",
        ),
        Example(
            "学历提升直接拿证，这样的好事谁信。村里人笑一笑，接着磨镰刀。麦子黄了，路上都是赶集的人。",
            note="the sentence goes on to speak of it",
        ),
        Example(
            "派出所在茶馆里收缴了透视扑克三副、遥控骰子十二颗，还有一张作弊麻将桌。\n一则“高薪诚聘公关”的小广告贴满了电线杆，环卫工人铲了一上午。",
            note="what was taken away, and an advertisement that is reported",
        ),
        Example(
            "骗子在群里说手里有彩票内部资料，先交八百元会费，老人信了，钱再也没有要回来。\n有人在网上卖微信红包外挂，号称想抢多少抢多少，其实是木马。",
            note="warnings",
        ),
        Example(
            "网络上的赌博如何处理\n正在戒赌的老周坐得挺直，他想让家人知道，这些年对不起他们。他从小爱看球，后来迷上赌球，输掉了房子。",
            note="the headline of an article on those who gambled",
        ),
        Example(
            "刷赞软件小能手近来很受议论。它能否避开风险？用户的反馈又说明什么？\n刷赞软件小能手的本事，其实是对平台规则的试探。安全问题则是刷赞软件更隐蔽的一面。",
            note="an essay on a program",
        ),
        Example(
            "调查出轨成城里私家侦探主营业务\n未婚夫借口加班，姑娘觉得不对劲。她聘请了一名私家侦探，几个月后有了答案。从业十六年的老周说，这样的事比从前多了一成。",
            note="the headline of a report on a trade",
        ),
        Example(
            "传奇私服：一段往事\n凌晨三点，我在传奇私服见到了消失十年的老会长。屏幕蓝光刺得眼睛发酸，从前一起守城的兄弟早散了。",
            note="a memoir of a game",
        ),
        Example(
            "这个网站提供小说txt下载和在线阅读，读者可以把小说txt下载到手机里。也有人说小说txt下载得太多，反而不读了。",
            note="what a site does",
        ),
        Example(
            "他常去传奇发布网，也去一家找服网看看。后来发布网关了，找服网也关了。",
            note="two sites, each by its name",
        ),
        Example(
            "水城体育\n水城体育是县里的一家体育馆，老人打太极，孩子学游泳。水城体育早上六点开门，水城体育的教练都有证书。节日里水城体育办过猜灯谜，一站式办卡很方便。",
            note="a sports hall",
        ),
        Example(
            "水城体育\n警方查处了水城体育，这个平台以竞猜为名收人钱财，自称一站式全能平台，体验极致。水城体育的三名主管被判刑，水城体育的网站已经关闭。",
            note="a report on such a site",
        ),
        Example(
            "他一步一步走上渠岸，一点一点挖开淤泥，回来再商量商量。第二天又一步一步走，一点一点挖，大家商量商量，研究研究，再研究研究。傍晚一步一步回家，一点一点算账。",
            note="words that are doubled",
        ),
        Example(
            "水车转转呀水车转转呀，咿呀咿呀唱起来，叮咚叮咚流下去。\n水车转转呀水车转转呀，咿呀咿呀唱起来，叮咚叮咚流下去。\n"
            * 2,
            note="a song",
        ),
        Example(
            _STORY * 3 + "\n校运会上，他拿了长跑的冠军。\n峦影体育", note="the same under a text on sport"
        ),
        Example(_STORY * 4 + "\n发展群众体育\n休闲娱乐", note="words"),
        Example(
            "河边的柳树怎么抽了新芽\n"
            + _STORY * 4
            + "老人说，河边的柳树怎么抽了新芽，孩子们的田埂就怎么热闹。傍晚炊烟升起，村子里飘着米饭的香味。",
            note="a headline whose words come back all through its text",
        ),
        Example(
            "今年的新歌推荐什么时候上市\n小船儿轻轻摇\n"
            + _STORY * 3
            + "\n今年的新歌推荐什么时候上市\n小船儿轻轻摇\n"
            + _STORY,
            note="a line that comes back by itself, as in a song",
        ),
        Example(
            "万博官网\n万博会展公司成立二十年，万博的展厅在河边。" + _STORY * 2,
            note="a firm that bears the name",
        ),
        Example("泛亚平台建设取得进展\n" + _STORY * 2, note="the name begins a sentence"),
        Example("米兰体育场明年翻修\n" + _STORY * 2, note="a stadium"),
        Example(
            "网上配资平台往往没有牌照，杠杆放大亏损，一旦爆仓，本金全无。" + _STORY, note="about the trade"
        ),
        Example(
            "Telegram中文版下载\nTelegram是一款开源的聊天软件，下面说说怎样安装。" + _STORY,
            note="a page on the program",
        ),
        Example(
            _STORY + "开店的人会采取各种引流技巧。" + _STORY + "写论文的人也学过一些降重技巧。",
            note="what its sentence leads to",
        ),
        Example(
            "春耕时节的人物:王家坝\n"
            "天刚亮，老人就回到王家坝，把种子送到王家坝。这些年，他跑遍王家坝，修好了村里的王家坝，人们都说不能没有王家坝。"
            "王家坝的水渠上月已经疏通，王家坝今年不怕旱。",
            note="a place that the text is about",
        ),
        Example(
            _STORY + "民警说，群里每天发“三肖九码期期必中”的消息，多半是诈骗，听信的人输光了积蓄。",
            note="police on tips",
        ),
        Example(
            "今年水城装修公司的价格是怎么定的\n"
            + "装修公司报价分三块：人工、辅料和管理费。水城的人工一天三百元，比邻县高出一成。" * 4
            + "\n今年水城装修公司的价格\n"
            + "从表里看，水城的装修价格两年没有大变，公司之间差得也不多。业主可以先量房再谈价，签合同时写清楚项目。",
            note="a headline that comes back in its article",
        ),
        Example(
            "怎么写好一封家书\n" + _STORY * 4 + "\n怎么写好一封家书\n" + _STORY,
            note="a heading that comes back on a line of its own, above the rest",
        ),
        Example(
            _STORY
            + "当晚放映的是旧片《私人侦探》。"
            + _STORY
            + "赛事由一家制作公司转播———星海体育影业公司。",
            note="a film, a firm that makes films",
        ),
        Example("岳云国际官网：公司新一代轴承下线\n" + _STORY * 3, note="a firm that speaks"),
        Example(
            "看台上坐满了人，主队守门员扑出两个点球。" * 8 + "\n（来源：岳云体育官网）",
            note="a source",
        ),
        Example(
            _STORY * 3 + "“岳云娱乐平台”是他给小程序起的名字，后来没有做下去。", note="named by its writer"
        ),
        Example("相关链接：中国体育彩票官网 | 国家体育总局官网\n" + _STORY * 3, note="links to bodies"),
        Example("市民打开“岳云体育app”便可预约场馆。" + _STORY * 3, note="a way that is used"),
        Example("岳云体育官网：岳云体育今年新建两处球场。\n" + _STORY * 3, note="a maker's own page"),
        Example(
            "修伞多少钱？修伞师傅说，修伞不贵，修伞骨五元，修伞面十元，修伞柄三元。修伞哪里好，要看手艺。",
            note="an article on a craft that repeats its word",
        ),
        Example("学车多少钱？学车流程如下：学车报名、学车体检、学车考试，学车前请带身份证。", note="a guide"),
        Example(
            "江苏快三游戏停售，江苏快三玩法下架。福彩中心说，江苏快三网点改售双色球。",
            note="a lottery of the state",
        ),
        Example(
            "城市一号站台，二号站台改造。一号站台加装顶棚，二号站台加装座椅。", note="platforms of a station"
        ),
        Example(
            "请认准官方渠道。" + _STORY * 3 + "请认准官方渠道。票款当日退回。请认准官方渠道。雨停了。",
            note="advice that names nobody",
        ),
        Example("皇冠体育馆竣工。皇冠体育馆可坐五千人，皇冠体育馆周末开放。", note="a hall"),
        Example("环亚航空开航。今年环亚航空增加班次，环亚航空提供餐食，环亚航空招收学员。", note="a firm"),
        Example(
            "威尼斯人，以经商闻名。" + _STORY * 3 + "威尼斯人，善于航海。威尼斯人，也造玻璃。",
            note="a people",
        ),
        Example("据介绍，水渠已经修好。" + _STORY * 3 + "据介绍，明年再修两条。据介绍，费用由镇里出。"),
        Example(
            "填写邀请码，双方得积分。"
            + _STORY * 3
            + "填写邀请码，在首页即可。邀请码由老用户发给，积分可以换礼品。",
            note="a help page: the words come back",
        ),
        Example(
            "认准云台牌，云台牌酱油好味道。" + _STORY * 3 + "认准云台牌，云台牌酱油厨房好帮手。",
            note="a jingle whose name comes back",
        ),
        Example(
            "警方介绍，亚博体育，是赌博网站。" + _STORY * 3 + "亚博体育，去年上线。亚博体育，今年关闭。",
            note="a report",
        ),
        Example(
            "新浪体育，开赛前直播。" + _STORY * 3 + "新浪体育，中场休息时采访。新浪体育，赛后回放。",
            note="a channel",
        ),
        Example(_STORY + "\n关键词：校园体育，群众体育，体育教学；来源：某某体育"),
        Example(_STORY + "\n标签：网络游戏 休闲娱乐 棋牌 电子竞技"),
        Example("作家起诉某小说网侵权，称该站写着“看最快更新请到 www.example.com”。", note="a report"),
        Example("他合上手机，说最新章节要等到明天，请大家收藏好各自的旧书。", note="talk about novels"),
        Example("本馆最新章节目录见 www.example.org，手机用户请扫描入口处的牌子。", note="a library"),
        Example(
            "供热公司服务热线：(东区)400-000-0001、(西区)400-000-0002、(北区)400-000-0003，24小时报修电话。",
            note="works of a town, a number for each district",
        ),
        Example("空调维修电话：400-000-0000，24小时服务热线。", note="a shop's number, once"),
        Example(
            "水城东区小学，水城西区小学，水城南区小学，水城北区小学，水城上街小学，水城下街小学，水城前街小学，水城后街小学",
            note="schools of a town",
        ),
        Example("★充值满100送20，活动到账时间以短信为准，客服热线见官网。", note="a phone company"),
        Example("邀请码和推荐码有什么区别？注册时填写即可，下载客户端后可在官网查看。", note="a help page"),
        Example("银行转账秒到账，手续费全免，请登录官网或手机银行app办理。", note="a bank"),
        Example(
            "南亚博览会开幕。东亚博览会同期举行。南亚博览会设三个展区，东亚博览会设两个，南亚博览会持续五天。",
            note="the letters of a stem across two words",
        ),
        Example("警方捣毁一个网络赌博平台，该平台打着“亚博体育官网”的旗号吸引赌客，涉案三千万元。"),
        Example("新浪体育官网今天发布了赛程表。腾讯体育app下载量上升。新浪体育官网还介绍了球员。"),
        Example("被告人开设赌场，提供百家乐、老虎机、龙虎斗等赌博方式，法院判处其有期徒刑三年。"),
        Example("影片表：日韩三级片、国产电影、欧美大片、伦理片。"),
        Example("症状：阴道炎、白带异常、性交疼痛、高潮障碍，应及时就诊。"),
        Example("曼联队的胸前广告是某体育公司，球迷在足球比分网站查看赛果。"),
        Example("澳门旅游：威尼斯人酒店、金沙酒店、永利酒店、新葡京酒店，娱乐场内禁止未成年人入内。"),
        Example("词库示例：无码、成人视频、人妻、乱伦等敏感词会被过滤。"),
        Example("本学期开设体育、音乐、美术、劳技等课程，学生可登录官网选课，也可下载app查看成绩。"),
        Example("中国体育彩票官网公布了大乐透开奖结果。中国体育彩票官网提醒理性购彩。"),
        Example("净网行动中，执法人员清理了成人视频、福利视频、裸聊直播等有害信息三万条。"),
        Example("我市银行推出个人贷款、信用贷款、抵押贷款等产品，客户可在官网申请。"),
        Example("小说里写道，那个少妇是他表哥的人妻，少妇低着头不说话。"),
        Example("Viagra (sildenafil) was approved in 1998; Cialis and Levitra followed in 2003."),
        Example("他迷上了百家乐，输光了积蓄，后来在戒赌所待了半年。"),
        Example("国家体育总局官网发布公告。国家体育总局官网同时公布名单。"),
        Example("完美世界电竞平台app下载地址公布，完美世界电竞平台举行比赛。"),
        Example("他说，赌球网站害人不浅，代开发票的也一样。", note="a part of a sentence that goes on"),
        Example(
            "亚博体育这类网站用算法控制输赢。亚博体育背后的赌博集团设在境外，亚博体育的充值进了私人账户。",
            note="an account of the site: the text speaks of gambling",
        ),
        Example(
            "米乐m6曾经冠名一支球队，米乐m6在球迷中引起争议，米乐m6随后退出联赛。", note="a sponsor of sport"
        ),
        Example("高德app显示前方拥堵，高德app提供了绕行路线，高德app还播报天气。", note="a map, no house"),
        Example("金沙遗址出土金器，金沙遗址公园开放，金沙遗址的发掘持续多年。", note="ruins"),
        Example(
            "皇冠轿车、银河号货轮、太阳城小区、美高梅酒店先后出现在他的照片里。", note="names of other things"
        ),
        Example(
            "天天棋牌app下载\n天天棋牌收录象棋、围棋、军棋，天天棋牌没有广告，天天棋牌可以离线对弈。",
            note="a program for chess on its own page",
        ),
        Example(
            "新浪体育app官网下载\n新浪体育直播赛事，新浪体育有竞猜，玩家可赢取红包，新浪体育注册即可评论。",
            note="a channel's program on its own page",
        ),
        Example(
            "岳云体育app官网入口关闭\n警方查明，岳云体育以返水、彩金吸引赌客，岳云体育的提现被冻结，岳云体育已查封。",
            note="a report on such a site",
        ),
        Example(
            _STORY * 6 + "\n男科、妇科、产科、儿科、皮肤科、口腔科、检查、治疗、专家门诊、预约挂号",
            note="the departments of a hospital",
        ),
        Example(
            "影片推荐：日韩电影、欧美大片、国产电影、伦理片\n导演的镜头很克制，演员的表演自然。",
            note="a list of films above a review",
        ),
    ),
    known_misses=(
        Example(
            _STORY + "⟦高薪兼职轻松上岗⟧会议接着讨论了水渠。",
            "spam_phrase",
            note="ordinary words only",
        ),
    ),
)
