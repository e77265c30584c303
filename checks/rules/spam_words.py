"""Search terms of pornography, gambling and the like in the body of a text, as a run or as a single phrase.

What it finds
    A line or part of a line that strings search terms together; one such phrase set into the prose of an article,
    most often a betting site's name with the way in to it; a common word replaced by such a name.
Why it matters
    Spun articles on hacked and hired pages carry such words in every paragraph, and a model completes them.
How it is told
    A run: three or more queries in a row, most of them made of terms of a closed list, three terms that ordinary texts
    do not hold. A phrase: a listed betting site with its way in; or a name that only ends like one, if it comes twice
    or stands alone on its line; or four search terms run together without a joint.
What it must not be confused with
    Reports, verdicts, campaigns and business news about the trades, channels and makers of sports goods, lists of
    films, medical and legal texts, keyword lines of honest products, lists of filtered words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checks.evidence.dense_lines import pitches_in
from checks.evidence.insertions import units_in
from checks.evidence.search_terms import (
    ALONE,
    BRANDS,
    FORMS,
    HEAD,
    KEYS,
    LISTED,
    NAMED,
    NOUNS,
    REPORTING,
    Segment,
    named_in,
    segments_of,
)
from checks.evidence.trades import SHARP, TRADED, Rest
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.text import Text, any_of, is_han

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

_GROUPS = phrase_groups("spam_words")
_TOLD_OF = any_of(_GROUPS["told of"])
_SCATTERED = re.compile(
    rf"[\u4e00-\u9fff]{{1,3}},[\u4e00-\u9fff]{{0,2}},?(?:{FORMS}),(?:官网|官方|app|下载)(?:,(?:app|下载|官网|注册|登录))*"
)
_SPLIT = frozenset(f"{form},{way}" for form in _GROUPS["forms"] for way in ("官网", "官方", "app"))
_TELLING = ALONE | BRANDS | NOUNS | _SPLIT
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
}
"""What the trades are called in messages."""
_BETTING = TRADES["betting"]
STARTS = TRADED | SHARP
"""Words from which a query is looked for."""
_MARGIN = " \t　_-—|,，、.。·•()（）[]【】‘’'\"“”:："

LEAST = 3  # queries in a row, and different terms that ordinary texts do not hold: as for titles
SHARE = 0.6  # of the queries of a run hold a term: as for titles
LINE = 3_000  # characters of a line that are read
AROUND = 60  # characters round a phrase in which a report shows itself: a sentence or two
MOST = 60  # candidates of a text that are followed


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield runs of terms, then phrases outside of them."""
    traded = [c for c in candidates if c.field == "text" and c.phrase in STARTS]
    rest = Rest(text, [c for c in traded if c.phrase in TRADED])
    blocks = _apart([*_blocks(text, candidates), *_pitches(text, traded, rest)])
    yield from blocks
    yield from _substituted(text, candidates)
    yield from _apart([*_phrases(text, candidates), *_units(text, traded[:MOST], rest)], blocks)


def _apart(spans: Iterable[Span], others: Sequence[Span] = ()) -> list[Span]:
    """The spans that overlap none before them and none of the others."""
    kept: list[Span] = []
    for span in spans:
        if not any(other.start < span.end and span.start < other.end for other in (*others, *kept)):
            kept.append(span)
    return kept


def _units(text: Text, traded: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Terms that stand free in the text; a string of them in its first line is its title."""
    first = text.lines[0]
    titled = len(segments_of(text.folded(first.start, min(first.end, LINE)))) > 1
    for unit in units_in(text, [c for c in traded if not titled or c.start > first.end], rest):
        yield _phrase(text, unit.start, unit.end, *TRADES[(*unit.themes, "any")[0]])


def _pitches(text: Text, traded: Sequence[Candidate], rest: Rest) -> Iterator[Span]:
    """Lines and sentences of the trades; the title of the page is another class."""
    counts = Counter(text.line_number(c.start) for c in traded)
    for number in [number for number, count in counts.items() if count >= LEAST][:MOST]:
        for pitch in pitches_in(text, number, rest):
            if number or not _is_in_head(text, pitch.start):
                queries, terms = len(pitch.words), "、".join(pitch.words)
                yield text.span(
                    "spam_block", pitch.start, pitch.end, Proof.STRONG, queries=queries, terms=terms
                )


def _blocks(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    counts = Counter(text.line_number(c.start) for c in candidates if c.phrase in KEYS)
    for number, count in list(counts.items())[:MOST]:
        line = text.lines[number]
        folded = text.folded(line.start, min(line.end, line.start + LINE)) if count >= LEAST else ""
        if folded and not REPORTING.search(folded) and not _TOLD_OF.search(folded):
            runs = _runs(text, line.start, folded)
            # In the head a line of nothing else stands in the place of the title, which is another class.
            yield from (
                run
                for run in runs
                if 2 * (run.end - run.start) < len(folded) or not _is_in_head(text, line.start)
            )


def _is_in_head(text: Text, place: int) -> bool:
    """Say whether so few visible characters stand before this place that a title may stand there."""
    return len("".join(text.view[: min(place, 4 * HEAD)].split())) <= HEAD and place <= 4 * HEAD


def _runs(text: Text, start: int, line: str) -> Iterator[Span]:
    """The run of queries in a line: from the first to the last with a telling term."""
    offset = 0
    for sentence in re.split(r"(?<=[。!?;])", line):
        hits = segments_of(sentence.rstrip("。!?;"))
        telling = [i for i, segment in enumerate(hits) if segment.told]
        if len(telling) > 1 and _is_run(run := hits[telling[0] : telling[-1] + 1]):
            first, last = _edges(hits, telling[0], telling[-1])
            told = tuple(dict.fromkeys(term for segment in run for term in segment.told))
            yield text.span(
                "spam_block",
                start + offset + hits[first].start,
                start + offset + hits[last].end,
                Proof.STRONG,
                queries=last - first + 1,
                terms="、".join(told[:3]),
            )
        offset += len(sentence)


def _is_run(run: Sequence[Segment]) -> bool:
    hits = [segment for segment in run if segment.terms]
    told = {term for segment in run for term in segment.told}
    mostly = sum(segment.filled > 0.4 for segment in hits) >= SHARE * len(
        run
    )  # prose holds a term in twenty letters
    return len(hits) >= LEAST and len(told) >= LEAST and len(hits) >= SHARE * len(run) and mostly


def _edges(hits: Sequence[Segment], first: int, last: int) -> tuple[int, int]:
    """Take in the neighbours that are search queries too, though they tell nothing by themselves."""
    while first and hits[first - 1].terms and hits[first - 1].filled > SHARE:
        first -= 1
    while last + 1 < len(hits) and hits[last + 1].terms and hits[last + 1].filled > SHARE:
        last += 1
    return first, last


def _phrases(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    for start, end in _windows(text, candidates, _TELLING):
        folded = text.folded(start, end)
        if _TOLD_OF.search(folded):
            continue
        for match in (*LISTED.finditer(folded), *_SCATTERED.finditer(folded)):
            yield _phrase(text, start + match.start(), start + match.end(), *_BETTING)
    yield from _named(text, candidates)


def _windows(
    text: Text, candidates: Sequence[Candidate], phrases: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The surroundings of candidates with these phrases, each place once."""
    done, followed = -1, 0
    for candidate in candidates:
        if candidate.field != "text" or candidate.phrase not in phrases or candidate.end <= done:
            continue
        line = text.line_at(candidate.start)
        start = max(candidate.start - AROUND, line.start, done)
        done, followed = min(candidate.end + AROUND, line.end), followed + 1
        yield start, done
        if followed >= MOST:
            return


def _phrase(text: Text, start: int, end: int, trade: str, trade_zh: str) -> Span:
    phrase = text.folded(start, end)
    start += len(phrase) - len(phrase.lstrip(_MARGIN))
    phrase = phrase.strip(_MARGIN)
    return text.span(
        "spam_phrase", start, start + len(phrase), Proof.STRONG, phrase=phrase, trade=trade, trade_zh=trade_zh
    )


def _named(text: Text, candidates: Sequence[Candidate]) -> Iterator[Span]:
    """Names that only end like a betting site's, with the way in: twice, or alone on their line."""
    found: dict[str, list[tuple[int, int, bool]]] = {}
    for start, end in _windows(text, candidates, NAMED):
        folded = text.folded(start, end)
        if _TOLD_OF.search(folded):
            continue
        for match in named_in(folded):
            place = start + match.start(), start + match.end()
            found.setdefault(match[1] + match[2], []).append((*place, _is_alone(text, *place)))
    for name, places in found.items():
        at_home = text.view.count(name) > len(places) + 1  # a maker's own page names it without the way in
        if not at_home and (len(places) > 1 or places[0][2]):
            yield from (_phrase(text, *place[:2], *_BETTING) for place in places)


def _is_alone(text: Text, start: int, end: int) -> bool:
    """Nothing else stands on the line."""
    line = text.line_at(start)
    rest = text.view[line.start : start] + text.view[end : line.end]
    return not rest.strip(_MARGIN)


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
    phrases=KEYS | NAMED | _SPLIT | STARTS,
    fires_on=(
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
    ),
    silent_on=(
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
    ),
    known_misses=(
        Example(
            _STORY + "⟦高薪兼职轻松上岗⟧会议接着讨论了水渠。",
            "spam_phrase",
            note="ordinary words only",
        ),
    ),
)
