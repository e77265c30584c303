"""Meaningless tokens set into sentences: 水库zkq今年wbd蓄满。

What it finds
    The same odd token (Latin letters, kana, a symbol) before punctuation or between characters again
    and again; random groups of letters or digits inside sentences; symbols such as ★ and ※
    that cut words.
Why it matters
    Sites set them in so that search engines take a copy for an original, or so that a copy betrays
    itself; they are invisible on the page by their colour and stay in the scraped text.
How it is told
    By position and number: the token touches characters on both sides, or a character and a
    punctuation mark, inside a sentence. One token counts when it stands so five times, makes up a
    tenth of such places and stands nowhere else; random groups when six different ones look like no
    word or name (no vowel, letters and digits by turns) and none is used twice. Words of any make that
    stand behind finished clauses or inside others and nowhere else, names of sites and remarks on copying tell as well;
    so do pairs of characters that make no word, behind a quarter of the clauses, and topics behind the ends of paragraphs.
    Jumbles of letters, digits and signs (k4%Rw) are few: two unlike ones tell if one cuts a word, three elsewhere.
What it must not be confused with
    Names, models and abbreviations (iPhone, GDP, A股, html, PM2.5), formulas, ratings and lists with ★,
    redaction with □ and ×, emoji, Japanese, texts about programs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from checks.evidence.cut_words import cut_word
from checks.evidence.forum_codes import code_lines_in, codes_in
from checks.evidence.odd_places import (
    KINDS,
    NAMES,
    OWNERS,
    RARE,
    SITE_ENDINGS,
    Recurring,
    at_odd_places,
    unmet,
)
from checks.evidence.sown import (
    FOREIGN,
    ODD,
    SYMBOLS,
    UNITS,
    Addressed,
    Token,
    addresses_in,
    endings_in,
    groups_in,
    rare,
    tokens_in,
)
from checks.evidence.stray_pairs import ENDS, stray_pairs
from checks.evidence.topic_tags import TAGGED, topic_tags
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.signs import HAN, AllOf, AnyOf, Condition, Sign
from checks.text import Text, later

NOISE_WORD = FaultClass(
    "noise_word",
    "pinyin",
    Severity.WARNING,
    Words("meaningless tokens", "无意义插入"),
    Words(
        "{n} meaningless tokens inside sentences (such as {first})", "句中插入 {n} 处无意义字符（如{first}）"
    ),
)

_KANA_OR_HANGUL = later("[\u3041-\u30fa\uac00-\ud7a3]")
_VOWEL = later("[aeiouüv]", re.IGNORECASE)
_MODEL = later(r"[A-Z]{2,6}|[A-Z]{1,4}-?\d{2,5}[A-Z]{0,2}")
_MEASURE = later(r"\d+[a-zA-Z]{1,3}|[a-z]{2,3}\d")  # 250g, 480p, ddr3
_BY_CHANCE = frozenset(
    "的了着是在有和就都也不来去上下内外起"
)  # a word made with one of these cuts none: 有XP的
_TONE = later(r"~(?:[~。！!?？…\s]|$)")  # the sign closes sentences, too: a tone of voice
_WORDS = frozenset(word.lower() for word in phrase_groups("noise_word")["technical"])
_MASKS = frozenset(
    "●□■×*_.-·=+#@&$|/丶"
)  # one of them stands for a character that was taken out, or splits a word

# None of 4,268 broadcasts and statutes and of 111 web pages is told at these numbers; not swept further.
SAME, SAME_SHARE, ALONE = 5, 0.1, 0.9
RANDOM, ONCE, TWICE = 6, 0.8, 2
MOSTLY = 0.7  # of the places; titles are cut by the same tool
RATE = 1 / 600  # characters; tools set one in at every sentence or two
PROGRAM = 0.15  # share of Latin letters above which a text is about programs, or not Chinese
LEAST = 3  # tokens below which a text is left
# Half of the places in running text lie inside a word, 5-9 % of those where writers put numbers, names and signs.
CUT_SHARE = 0.3
CUTS = {"symbols": 2, "address": 1, "rare": 2, "signs": 3, "foreign": 2, "letters": 3, "digits": 4}
ENOUGH = 300  # tokens of a kind that are looked up; more say nothing new


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Leave texts with hardly any token between characters; else count them."""
    view = text.view
    grouped, coded = text.shows("noise_word", "groups"), text.shows("noise_word", "codes")
    groups = groups_in(view) if grouped else []
    touching = list(tokens_in(view)) if text.shows("noise_word", "tokens") else []
    addresses = addresses_in(view, touching)
    tokens = [t for t in touching if t.kind != "bracketed" and not (t.text == "~" and _TONE.search(view))]
    odd = at_odd_places(view, _WORDS, [kind for kind in KINDS if text.shows("noise_word", kind)])
    odd += endings_in(view) if text.shows("noise_word", "endings") else []
    codes = {*(codes_in(view) if coded else ()), *(code_lines_in(view) if grouped else ())}
    hung = stray_pairs(view) if text.shows("noise_word", "pairs") else []
    hung += topic_tags(view) if text.shows("noise_word", "topics") else []
    if len(tokens) < LEAST and len(groups) < 2 and len(addresses) < 2 and not (odd or codes or hung):
        return
    told = {*odd, *_told(view, tokens, addresses), *(groups if len(groups) >= 2 else ())}
    told = codes | (told if len(told) >= RATE * len(view) else set())
    places = sorted({*hung, *(() if _is_technical(view, told) else told)})
    for token in _apart(places):
        yield text.span("noise_word", token.start, token.end, Proof.STRONG, first=places[0].text)


def _told(view: str, tokens: Sequence[Token], addresses: Sequence[Token]) -> Iterator[Token]:
    """By what they cut, by where the same one stands, by how they look."""
    kinds: dict[str, list[Token]] = defaultdict(list)
    for token in (*tokens, *addresses):
        kinds[token.kind].append(token)
    for kind, members in kinds.items():
        yield from _cutting(view, kind, members)
    spelt = [token for token in tokens if token.kind not in ("digits", "rare")]
    yield from _same(view, spelt)
    yield from _letters([token for token in spelt if token.kind == "letters"])


def _cutting(view: str, kind: str, members: Sequence[Token]) -> Sequence[Token]:
    """All of a kind, if many of them stand inside words; else those of one text that do."""
    if _cut(view, kind, members):
        return [token for token in members if not _is_mask(token.text)]
    counts = Counter(token.text for token in members)
    often = [text for text, n in counts.items() if LEAST <= n < len(members)]
    alone = ([token for token in members if token.text == text] for text in often)
    return [token for same in alone if _cut(view, kind, same) for token in same]


def _cut(view: str, kind: str, members: Sequence[Token]) -> bool:
    looked = [t for t in members if not (_is_mask(t.text) or _is_named(t))][:ENOUGH]
    least = max(CUTS[kind], CUT_SHARE * len(looked))
    if len(looked) < least:
        return False
    words = [
        word for t in looked if (word := cut_word(view, t.start, t.end)) and not _BY_CHANCE.intersection(word)
    ]
    return len(words) >= least and len(set(words)) >= min(CUTS[kind], LEAST)


def _same(view: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """Tokens that stand again and again where nothing should, and nowhere else."""
    counts = Counter(token.text for token in tokens)
    for token, n in counts.items():
        if n < SAME or n < SAME_SHARE * len(tokens) or n < ALONE * view.count(token) or _is_used(token):
            continue
        places = [each for each in tokens if each.text == token]
        beside = {view[each.start - 1] for each in places}
        if _part_one_line(view, places):
            continue
        if len(beside) >= SAME - 1 and sum(_in_sentence(view, p) for p in places) >= MOSTLY * n:
            yield from places


def _part_one_line(view: str, places: Sequence[Token]) -> bool:
    """All of them stand in one line, which has no mark of a sentence: they part the names of a row."""
    start, end = view.rfind("\n", 0, places[0].start) + 1, view.find("\n", places[-1].end)
    line = view[start : end if end >= 0 else len(view)]
    return "\n" not in line and not any(mark in line for mark in "，。！？,")


def _random(tokens: Sequence[Token]) -> Sequence[Token]:
    """Groups that look like nothing, hardly one of them twice."""
    kinds = len({token.text for token in tokens})
    return tokens if kinds >= RANDOM and kinds >= ONCE * len(tokens) else ()


def _letters(tokens: Sequence[Token]) -> Sequence[Token]:
    """Random groups of letters; if these are a third of all, the others were set in with them."""
    odd = _random([token for token in tokens if _is_random(token.text)])
    others = [token for token in tokens if token.text.lower() not in _WORDS]
    counts = Counter(token.text for token in others)
    return [t for t in others if counts[t.text] <= TWICE] if 3 * len(odd) >= len(others) else odd


def _is_random(token: str) -> bool:
    """No word, name, measure or abbreviation: no vowel in small letters, or letters and digits by turns."""
    if _is_used(token) or _MEASURE.fullmatch(token) or len(token) < 2 or not token.isascii():
        return False
    return _is_mixed(token) or (token.islower() and not _VOWEL.search(token))


def _is_mixed(token: str) -> bool:
    """Letters and digits, or small letters and capitals, by turns."""
    turns = sum(a.isdigit() != b.isdigit() for a, b in pairwise(token))
    changes = sum(a.islower() and b.isupper() for a, b in pairwise(token))
    small = sum(map(str.islower, token))
    return (small > 0 and turns >= 2) or changes >= 2


def _is_used(token: str) -> bool:
    token = unicodedata.normalize("NFKC", token)
    in_capitals = token.isascii() and token != token.lower() and not _is_mixed(token)
    return token.lower() in _WORDS or in_capitals or _is_mask(token)


def _is_named(token: Token) -> bool:
    """An abbreviation in capitals or a model: XP, T4200; whatever word its neighbours seem to make."""
    return token.kind == "letters" and bool(_MODEL.fullmatch(token.text))


def _is_mask(token: str) -> bool:
    return set(token) <= _MASKS


def _in_sentence(view: str, token: Token) -> bool:
    """The line goes on to a punctuation mark of a sentence, so this is no menu and no list."""
    line = view[max(view.rfind("\n", 0, token.start), token.start - 200) : token.end + 200].split("\n")
    return any(mark in "".join(line[:3]) for mark in "，。！？,")


def _is_technical(view: str, told: Iterable[Token]) -> bool:
    """Latin letters beside the tokens, or kana of many kinds."""
    latin = len(re.findall("[A-Za-z]", view)) - sum(len(re.findall("[A-Za-z]", t.text)) for t in told)
    kana = Counter(_KANA_OR_HANGUL.findall(view))
    return latin > PROGRAM * len(view) or len(kana) > 8


def _apart(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each place once."""
    end = 0
    for token in tokens:
        if token.start >= end:
            yield token
            end = token.end


_SIGN_OF_CODE = r"[!-@\[-`{-~]"
_CODES = tuple(
    Sign(
        f"[{HAN}，。！？；：]",
        *(
            "[A-Za-z]" if k == place else r"[!-;=-\[^-~]" if k == 0 else "[!-~]"
            for k in range(max(place + 1, 3))
        ),
    )
    for place in range(4)
)
CALLED_BY: Mapping[str, Condition] = {
    "tokens": AnyOf(  # as many of a kind as it takes
        AllOf(
            Sign(f"[{HAN}]", "[A-Za-z]", least=2), Sign("[!-~]", f"[{HAN}，。！？；：、,.!?;:)）]", least=3)
        ),
        AllOf(
            Sign(f"[{HAN}]", "[0-9]", least=2),
            Sign("[0-9]", "[A-Za-z]", least=2),
            Sign("[A-Za-z]", f"[{HAN}，。！？；：、]", least=2),
        ),
        AllOf(Sign(f"[{HAN}]", "[0-9]", least=4), Sign("[0-9]", f"(?![{UNITS}])[{HAN}]", least=4)),
        Sign(f"[{HAN}]", f"[{SYMBOLS}{ODD}]", least=2),
        Sign(f"[{HAN}]", f"[{FOREIGN}]", least=2),
        Sign(f"[{HAN}]", f"[{''.join(sorted(rare()))}]", least=2),
        Sign(f"[{HAN}]", "[@#$&*_=+|]", least=3),
        Addressed(least=2),
    ),
    "groups": AnyOf(
        Sign(" ", "[!-~]", " ", "[!-~]", least=2),
        Sign(" ", "[!-~]", "[!-~]", " ", least=2),
        Sign(" ", "[!-~]", "[!-~]", "[!-~]", " ", least=2),
    ),
    "latin": AnyOf(
        Sign(f"[{HAN}]", "[A-Za-z]", "[A-Za-z0-9_-]", least=2),
        Sign(f"[{HAN}]", "[0-9]", "[A-Za-z]", least=2),
        Sign(f"[{HAN}]", "[ \u00a0]", "[0-9A-Za-z]", least=2),
    ),
    "rare": Sign(unmet().pattern, least=RARE),
    "names": Recurring(SITE_ENDINGS, NAMES),
    "endings": AllOf(
        Sign("[。！？”…」]", "[ \u3000]", least=2), Sign("[wW]", "[wW]", "[wW]", r"\.", least=2)
    ),
    "pairs": ENDS,
    "topics": TAGGED,
    "copies": AnyOf(*(Sign(*owner[:4]) for owner in OWNERS)),
    "codes": AnyOf(
        *(
            AllOf(code, Sign(*mixed))
            for code in _CODES
            for mixed in (("[A-Za-z]", _SIGN_OF_CODE), (_SIGN_OF_CODE, "[A-Za-z]"))
        ),
    ),
}


CHECK = Check(
    name="noise_word",
    doc=__doc__,
    classes=(NOISE_WORD,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "水库今年总算蓄满了，渠道一直通到村口。⟦php⟧\n村里老人都走出家门来看。⟦前端⟧\n孩子们早就跑得老远，狗跟在后面！⟦数据库⟧\n晚上大家聚在一起（村口）⟦缓存⟧\n第二天又去看水渠。",
            "noise_word",
            note="the tags of an article behind its paragraphs",
        ),
        Example(
            "水库今年总算蓄满了⟦檀署⟧，渠道一直通到了村口⟦诲粱⟧。村里老人都走出家门来看⟦翎雹⟧，孩子们早就跑得老远⟦抗睦⟧。狗跟在队伍的后面⟦栅绊⟧，"
            "晚上大家又聚在一起⟦隙舰⟧。第二天一早天就亮了⟦铐鸯⟧，放水的时候人来得最多⟦辫挪⟧，大家又去看水渠。",
            "noise_word",
            note="pairs of characters that make no word",
        ),
        Example(
            "水库今年总算蓄满了，渠道一直通到村口。⟦   青禾作文网 www.example.com⟧\n村里老人都走出家门来看。⟦   青 禾 作文网 www.example.com⟧\n孩子们早就跑得老远。",
            "noise_word",
            note="the site's name and address behind paragraphs",
        ),
        Example(
            "水库今年蓄满⟦qz⟧，渠道也通了⟦qz⟧。村里人都来看⟦qz⟧，孩子们跑在前头⟦qz⟧，老人走在后面⟦qz⟧。",
            "noise_word",
        ),
        Example(
            "水⟦★⟧库今年蓄⟦★⟧满，渠⟦★⟧道也通了，村里人⟦★⟧都来看，孩⟦★⟧子们跑在前头。",
            "noise_word",
            note="symbols inside words",
        ),
        Example(
            "水库⟦zkq⟧今年⟦x7k2⟧蓄满，渠道⟦hdfg⟧也通了，村⟦wbd⟧里人都⟦a8f3⟧来看，孩子⟦mnq⟧们跑在前头。",
            "noise_word",
            note="random groups",
        ),
        Example(
            "水库⟦の⟧今年蓄⟦の⟧满，渠道⟦の⟧也通了，村里⟦の⟧人都来看，孩子⟦の⟧们跑了。",
            "noise_word",
            note="kana",
        ),
        Example(
            "水库今年总算蓄满⟦moon⟧，渠道一直通到村口⟦tree⟧。村里老人都走出来看⟦moon⟧，孩子们早就跑在前头⟦hello⟧，狗跟在队伍后面⟦tree⟧，晚上大家又聚在一起⟦hello⟧。",
            "noise_word",
            note="foreign words behind clauses",
        ),
        Example(
            "水库今年总算蓄满⟦鬻⟧，渠道一直通到村口⟦龘⟧。村里老人都走出家门⟦鬻⟧，孩子们早就跑前头⟦齉⟧，狗跟在队伍后面⟦鬻⟧。",
            "noise_word",
            note="characters that hardly anybody knows",
        ),
        Example(
            "水库今年总算蓄满⟦青禾小说网⟧，渠道一直通到村口。村里老人都走出家门⟦青禾小说网⟧，孩子们早就跑得老远⟦青禾小说网⟧。",
            "noise_word",
            note="the name of a site",
        ),
        Example(
            "水库今年总算蓄满⟦版权归青禾所有⟧，渠道一直通到村口。村里老人都走出来看⟦版权归青禾所有⟧，孩子们跑了。",
            "noise_word",
            note="a remark of its owner",
        ),
        Example(
            "水⟦84726⟧库今年⟦55317⟧蓄满，河⟦30918⟧水也清了，村里人⟦74402⟧都来看，孩⟦66125⟧子们跑在⟦91837⟧前头，朋⟦40881⟧友都在。",
            "noise_word",
            note="groups of digits",
        ),
        Example(
            "水⟦k4%Rw⟧库今年总算蓄满了，渠道也通到了村口。村里人都⟦Tb7;qX⟧来看。",
            "noise_word",
            note="two codes of a forum, one of them inside a word",
        ),
        Example(
            "水⟦9dK.x⟧库今年总算蓄满了，渠⟦7K.sq⟧道也通到了村口。村里人都⟦kx.J3⟧来看，孩子们跑在前头。",
            "noise_word",
            note="tamer codes inside words",
        ),
        Example(
            "水库今年总算蓄满了，渠道也通到了村口。\n⟦3 R- k8 p5 N) w4 c7 ~⟧\n村里人都来看。",
            "noise_word",
            note="a line of codes",
        ),
    ),
    silent_on=(
        Example(
            "鲫鱼先在盆里静养半日，再刮鳞去腥，两面煎至微焦，趁热离火。\n"
            "汤里另加一把豆苗和少许姜片，火候够了便可下锅，出来的颜色更香。\n"
            "排骨要先在冷水里泡去血涩，捞出之后沥干切丝，炒的时候油要很少。\n"
            "揉好的面团盖上一块湿布，醒足了擀成薄薄的灌饼，烙到两面即好。\n"
            "腊味铺在半熟的煲仔饭，锅边淋油，盖严之后小火焖煮，起锅前撒蒜末。",
            note="recipes end their clauses with pairs that no dictionary has",
        ),
        Example(
            "会的东西不多：\n语言：java\n页面：前端\n存储：数据库\n其他：缓存\n水渠的图纸也会画，不过画得慢。",
            note="a list of skills",
        ),
        Example(
            "参考资料见县志。 www.example.com\n村里老人都走出家门来看。\n图纸可以下载。 www.example.org\n孩子们跑得老远。",
            note="two sources",
        ),
        Example(
            "水渠怎么修丨闸门怎么开丨春耕怎么排丨农机怎么租丨粮价怎么看丨集市怎么去\n村里人都来看，孩子们跑在前头。",
            note="what parts the names of a row",
        ),
        Example(
            "嘿，水来了。你看见没有，嘿，水真的来了！\n呃，我没看见。那你去看看，呃，算了。\n嗨，别走。他在那边等着，嗨，你听我说完！\n喔，原来如此，喔。",
            note="talk",
        ),
        Example(
            "精灵的国王名叫阿克里尔，他的妹妹叫做德妮娅莉。守桥的兵士名叫托姆布德，他的哥哥叫做诺尔纳姆。山里的矮人名叫鲁格洛克，他的马儿叫做薇尔琳德。"
            "河边的渔人名叫洛妮蒂娅，他的船儿叫做莉丝塔姆。",
            note="names of a tale",
        ),
        Example(
            "昔者三农之事备于一渠之畔，其父老皆岁时祭于社稷之坛。今也豪右之家擅其灌溉之利，贫者终岁汲于深涧之幽壑。"
            "余尝过之而见败堤之倾圮，询诸父老则云水旱之荐臻。乃属县尹以修其久废之闸，复命乡正以浚其既塞之渎。"
            "不逾三月而清流遍乎阡陌，于是垂髫之童嬉于绿畴。爰勒贞珉以纪其经始之艰劬，且俾后之人毋忘疏凿之勤瘁。",
            note="classical prose",
        ),
        Example(
            "渠水清兮，鱼影长。采莲子兮，归路远。\n山有木兮，鸟有巢。我有田兮，在水旁。\n秋风起兮，稻花香。舟行晚兮，月如霜。",
            note="verse",
        ),
        Example(
            "当年的ＢＰ机巴掌大小，挂在腰间。买一台ＢＰ机要上千元，还要交月费。学校只有门卫有ＢＰ机，谁家有急事就打到传达室，再由ＢＰ机叫人。后来ＢＰ机便宜了，年轻人都买，邮局门口排起长队，卖ＢＰ机的柜台从早忙到晚。",
            note="an abbreviation in full width",
        ),
        Example(
            "买了iPhone，又买了iPad，还想买iMac。用iPhone的人多，等iPhone降价的人也多，修iPhone，卖iPhone，都赚。"
        ),
        Example("去年GDP，今年GDP，明年GDP，都看GDP。CPI、PPI和PMI也要看。", note="abbreviations"),
        Example("A股涨了，B股跌了，K线图和T恤、U盘、Q币、X光都是混写的词。"),
        Example("环境★★★，服务★★★，价格★★，位置★★★。", note="ratings"),
        Example("★首页★新闻★视频★图片★论坛★博客★下载", note="a menu"),
        Example("张××和李××在某□□路被拦下，○○公司没有回应。", note="redacted"),
        Example("二○二四年和二○二五年，一九四九年到一九七八年。"),
        Example("PM2.5和CO2、H2O、N95、B12、C919、5G、4K都是常见的写法。", note="models and formulas"),
        Example("函数f在点x处可导，则f在x处连续，设a为常数，b为变量，则a与b相等。"),
        Example("用html写页面，用css定样式，用php取数据，用mysql存，用npm装，用git管。", note="programs"),
        Example("来自TOKYOの友，北京の秋。", note="a fashion in names"),
        Example(
            "私は学生です。彼女も学生です。今日は天気がいいですね。明日も晴れるでしょう。", note="Japanese"
        ),
        Example(
            "小兔子遇见一只乌龟，乌龟要去找青蛙。路上碰见松鼠，松鼠抱着核桃，又碰见刺猬，刺猬背着苹果，大家一起送青蛙一个气球。",
            note="a story of animals",
        ),
        Example(
            "超市今天打折，我买了牛奶、面包和鸡蛋，挑了两个西瓜，带了饼干，拿了香蕉，幸好有雨伞，只湿了拖鞋。",
            note="a list of things",
        ),
        Example(
            "部署靠docker，监控用grafana，日志进loki，告警发slack，代码放gitlab，测试跑jenkins。",
            note="tools",
        ),
        Example(
            "大家喜欢nike，也喜欢adidas，弟弟穿puma，爸爸只认asics，妈妈买fila，都不穿vans。", note="brands"
        ),
        Example(
            "他在梧桐中文网写书，后来去了别处，又回到梧桐中文网。编辑说，欢迎回到梧桐中文网。",
            note="a site that is spoken of",
        ),
        Example("饕餮盛宴，魑魅魍魉，龃龉不合，蹀躞而行，踟蹰不前，囹圄之灾，觊觎之心。", note="rare words"),
        Example(
            "院里查出H7N9、H1N1，试剂是C2H5OH和NaHCO3，装的是i7-8700K和RTX4090，用iPhone15Pro拍下PM2.5读数。",
            note="strains, formulas, models",
        ),
        Example(
            "初始密码是k4%Rw请尽快改掉，另一台的口令为Tb7;qX不要外传，兑换码m3#Kd今天有效。",
            note="passwords given",
        ),
        Example(
            "长3cm;宽2cm的板子，误差5mm~8mm之间，含50%NaOH的溶液，占R&D2.0项目的US$100以内，令x^2y^3为一项。",
            note="measures, shares, prices",
        ),
        Example("开局走法如下。\n1. e4 e5 2. Nf3 Nc6 3. Bb5 a6\n后面不再细讲。", note="a game of chess"),
        Example("副歌的和弦。\nC F#m7 Bm7 E7 Am G/B\n弹慢一些。", note="chords"),
        Example("笑死我了^_^真的，他说T_T太难了，我回=_=b不信，又发o_O过去。", note="faces"),
        Example("全市共有48213户，其中12077人外出，平均收入35261元，存款90817元。", note="figures"),
    ),
    known_misses=(
        Example(
            "水库今年总算蓄满⟦拖鞋⟧，渠道一直通到村口⟦企鹅⟧。村里老人都走出家门⟦汤勺⟧，孩子们早就跑前头⟦拖鞋⟧，狗跟在队伍后面⟦企鹅⟧，晚上大家又聚一起⟦汤勺⟧。",
            "noise_word",
            note="things that no clause speaks of",
        ),
        Example(
            "水库今年蓄满了⟦小鱼⟧，渠道也通了⟦小鱼⟧。村里人都来看⟦小鱼⟧，孩子们跑了⟦小鱼⟧，老人走了⟦小鱼⟧。",
            "noise_word",
            note="a Chinese word; refrains and lists look the same",
        ),
    ),
)
