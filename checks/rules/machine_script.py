"""Text turned from one Chinese script into the other by a machine.

What it finds
    Traditional text made from simplified text: words with a character that no writer of that script
    would use (防范, 滯后, 頭發; 皇後, 麵對), and with them the lines that were converted. Simplified text
    with characters that its converter left behind (随著) or took for others (什幺).
Why it matters
    The words are misspelt in a way no reader of that script would write, the same text stands in the
    corpus twice without being told as a copy, and the tool that did it seldom did only that.
How it is told
    The 18,000 words of the dictionaries with characters that stand for several traditional ones are spelt by OpenCC in the
    usage of the mainland, Taiwan and Hong Kong; every other spelling their characters allow is wrong.
    Three of them of two kinds, at the rate of a machine, tell the document; fewer suffice beside
    mainland words, punctuation and letter forms. A converter that knows its phrases makes no slip, but leaves the words:
    so many of offices, campaigns, statistics and techniques as only the mainland uses together, without the words and
    quotes of Taiwan and Hong Kong. So do characters with their simplified form in brackets, and readings set in. Once it is told, every character is compared with the conversion by phrases.
What it must not be confused with
    Texts of Taiwan and Hong Kong, also about the mainland, and their slips of the pen, classical texts and verse (于, 后妃, 斗), names
    (范, 余, 于), articles about variant characters, Japanese.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from checks.evidence.conversion import Slip, replayed_slips, slips_in
from checks.evidence.copy_tools import OF_CHARACTERS, has_sown_readings, shows_its_sources, without_sources
from checks.evidence.mainland import (
    has_ascii_commas,
    has_corner_quotes,
    in_letters_of_opencc,
    is_mainland,
    is_narrated,
    wording_of,
)
from checks.evidence.overlong import are_a_machines, is_cantonese, overlong_in
from checks.evidence.scripts import Passage, is_japanese, passage_of_line, simplified, traditional
from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.phrases import phrase_groups
from checks.signs import AnyOf, Condition, Sign, count_of
from checks.text import Text, later


def _class(name: str, severity: Severity, label: Words, says: Words) -> FaultClass:
    return FaultClass(name, "script", severity, label, says)


CLASSES = (
    _class(
        "machine_traditional",
        Severity.WARNING,
        Words("converted to traditional by machine", "机器转换的繁体"),
        Words(
            "traditional text made by machine from simplified: {slips} wrongly converted characters (such as"
            " {first}), mainland signs: {signs_en}",
            "由简体机器转换的繁体：{slips} 个字转换错误（如{first}），大陆文本特征：{signs_zh}",
        ),
    ),
    _class(
        "s2t_char_error",
        Severity.WARNING,
        Words("wrongly converted character", "繁简转换错字"),
        Words(
            "{n} characters wrongly converted, such as {wrong} for {right}",
            "{n} 个字转换有误，如“{right}”作“{wrong}”",
        ),
    ),
    _class(
        "s2t_char_error_variant",
        Severity.INFO,
        Words("conversion that is also a variant", "繁简转换异体字"),
        Words(
            "{n} characters such as {wrong} for {right}, also in use as variants",
            "{n} 个字如“{right}”作“{wrong}”，亦属通行异体",
        ),
    ),
)

_GROUPS = phrase_groups("machine_script")
_GLYPHS = {pair[0]: pair[1] for pair in _GROUPS["mainland_glyphs"]}
_GLYPH = later(f"[{''.join(_GLYPHS)}]")
_LEFT_BEHIND = later(
    f"(?:{'|'.join(_GROUPS['after_zhe'])})著(?![名作书称译者述录])|干[隆坤](?!净)|[象特]徵|[饼晒烘]乾|乾[净燥杯旱]"
    "|[什怎]幺|[那这]幺(?![妹儿叔爹娘女子婶爷鸡蛾二三四五六])"
)
_MENTIONED = later("[「『“‘][^」』”’]{1,6}[」』”’]")  # a word that is spoken of: 「皇後」 is wrong
_OF_CONVERSION = later(
    "(?:[简簡]繁|繁[简簡])(?:[转轉]|互)|[简簡][体體]?[转轉](?:为|為|成|换|換)?繁|繁[体體]?[转轉](?:为|為|成|换|換)?[简簡]"
)
_SPOKEN_OF = 2  # times; once is a button of the page
_CLASSICAL = "于余后里云斗并采谷范系游丰几适台干愿"  # words of their own, or usual variants, in old texts
_MODERN = later("[的了是這在]")

# 7.5 million characters of news converted by phrases, the stand-in for genuine text, hold 0.05 certain slips in 1,000
# characters, five pages of news from Taiwan none; the three converted pages hold 3.6 to 8.
SLIPS, KINDS, RATE = 3, 2, 1.5 / 1_000
MANY, MANY_RATE = 5, 0.7 / 1_000  # of three kinds, in long texts
FEW, FEW_RATE = 2, 3 / 1_000  # beside one mainland sign
OVER_RATE = 2 / 1_000  # 皇後, 麵對: nobody types the longer form where the shorter one is right
FEW_WORDS, MANY_WORDS = 6, 10  # score of the wording, beside slips
FEW_SHARED = 4  # words that others say as well, beside readings that were set in
OLD_WORDS = 4  # different words beside the letter forms of OpenCC, where novels of old have them, too
LEAST = 10  # characters of one script alone below which a document is not looked at
CLEARLY = 10  # times more simplified characters than traditional ones
MODERN = 0.01  # 的了是這在 are 4-9 % of modern texts, under 1 % of classical ones without 是 and 在


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Leave at once what is purely simplified; else count the scripts line by line."""
    view = text.view
    if count_of(view, traditional().pattern) >= LEAST and not is_japanese(view):
        yield from _of_traditional(text)
    if sum(map(view.count, "著乾徵幺")) >= SLIPS or "干隆" in view:
        yield from _left_behind(text)


def _of_traditional(text: Text) -> Iterator[Span]:
    """Converted lines and their slips, if the document is told; who writes of conversion quotes its slips."""
    if len(_OF_CONVERSION.findall(text.view)) >= _SPOKEN_OF or is_cantonese(text.view):
        return
    shown = shows_its_sources(text.view)
    view = without_sources(text.view) if shown else text.view
    filled = [line for line in text.lines if line.text and not line.text.isspace()]
    lines = [passage_of_line(line, view[line.start : line.end]) for line in filled]
    own = [line for line in lines if line.script == "t" or (line.traditional and not line.simplified)]
    body = "\n".join(view[line.start : line.end] for line in own)
    modern = len(_MODERN.findall(body)) >= MODERN * len(body)
    certain = [
        x for x in slips_in(_MENTIONED.sub("", body)) if x.certain and (modern or x.wrong not in _CLASSICAL)
    ]
    signs = _mainland_signs(body) if modern else []
    by_words = _is_of_the_mainland(body) or (
        modern and has_sown_readings(text) and _was_reworked(body, certain)
    )
    if not ((shown and _is_nobody_elses(body)) or by_words or _told(certain, signs, len(body))):
        yield from _overlong(text, own, len(body))
        return
    first = certain[0] if certain else None
    details: dict[str, Any] = {
        "slips": len(certain),
        "first": f"{first.wrong} for {first.right}" if first else "-",
        "signs_en": ", ".join(sign.en for sign in signs) or "-",
        "signs_zh": "、".join(sign.zh for sign in signs) or "-",
    }
    for line in _converted_lines(lines):
        yield text.span("machine_traditional", line.start, line.end, Proof.STRONG, **details)
    yield from _slips(text, view, own)


def _told(certain: Sequence[Slip], signs: Sequence[Words], size: int) -> bool:
    kinds = {(slip.wrong, slip.right) for slip in certain}
    words = {slip.word for slip in certain}
    n = len(certain)
    return (
        len({slip.word for slip in certain if traditional().match(slip.wrong)}) >= max(FEW, OVER_RATE * size)
        or (n >= SLIPS and n >= RATE * size and (len(kinds) >= KINDS or len(words) >= SLIPS))
        or (n >= MANY and n >= MANY_RATE * size and len(kinds) >= SLIPS)
        or (n >= FEW and n >= FEW_RATE * size and len(kinds) >= KINDS and len(signs) >= 1)
        or (n >= 1 and len(signs) >= 2 and n >= RATE * size)
    )


def _is_of_the_mainland(body: str) -> bool:
    """No slip is needed: its words tell, or letter forms that only OpenCC writes."""
    wording = wording_of(body)
    if is_mainland(body, wording):
        return True
    alone = is_narrated(body) and not has_corner_quotes(body)
    return in_letters_of_opencc(body) and (alone or wording.own + wording.shared >= OLD_WORDS)


def _mainland_signs(body: str) -> list[Words]:
    """What shows, apart from slips, that a traditional text was written on the mainland."""
    signs = []
    if "“" in body and not has_corner_quotes(body):
        signs.append(Words("curly quotes", "弯引号"))
    if has_ascii_commas(body):
        signs.append(Words("ASCII commas", "半角逗号"))
    if len(_GLYPH.findall(body)) >= 2:
        signs.append(Words("letter forms of converters", "转换器字形"))
    if in_letters_of_opencc(body):
        signs.append(Words("the letter forms of OpenCC", "OpenCC 字形"))
    wording = wording_of(body)
    words = wording.score if wording.own and not wording.elsewhere else 0
    signs += [Words("mainland words", "大陆用词")] * (words >= FEW_WORDS)
    signs += [Words("many of them", "为数众多")] * (words >= MANY_WORDS)
    return signs


def _converted_lines(lines: Sequence[Passage]) -> Sequence[Passage]:
    """From the first traditional line to the last, without the lines in simplified script."""
    at = [i for i, line in enumerate(lines) if line.script == "t"]
    between = lines[min(at, default=0) : max(at, default=-1) + 1]
    return [line for line in between if line.han and line.script in ("t", "")]


def _slips(text: Text, view: str, own: Sequence[Passage]) -> Iterator[Span]:
    """Slips of the lines of a document that is told, line by line: glyphs, the replay, the list, the neighbours."""
    passages = [view[line.start : line.end] for line in own]
    together = "\n".join(passages)
    replayed, listed = (_by_line(find(together), passages) for find in (replayed_slips, slips_in))
    for line, passage, told in zip(own, passages, zip(replayed, listed, strict=True), strict=True):
        glyphs = (Slip(m.start(), m[0], _GLYPHS[m[0]], "", False) for m in _GLYPH.finditer(passage))
        slips = {slip.position: slip for slip in (*glyphs, *chain(*told), *overlong_in(passage))}
        yield from (_slip_span(text, line.start + at, slip) for at, slip in slips.items())


def _by_line(slips: Iterable[Slip], passages: Sequence[str]) -> list[list[Slip]]:
    """The slips of lines that were looked at together, at their places in each line."""
    starts = list(accumulate((len(passage) + 1 for passage in passages), initial=0))
    held: list[list[Slip]] = [[] for _ in passages]
    for slip in slips:
        number = bisect_right(starts, slip.position) - 1
        held[number].append(slip._replace(position=slip.position - starts[number]))
    return held


def _slip_span(text: Text, at: int, slip: Slip) -> Span:
    name, proof = ("s2t_char_error", Proof.STRONG) if slip.certain else ("s2t_char_error_variant", Proof.HINT)
    return text.span(name, at, at + 1, proof, original=slip.right, wrong=slip.wrong, right=slip.right)


def _was_reworked(body: str, certain: Sequence[Slip]) -> bool:
    """Beside readings that a tool set in: words of the mainland or of its news, none and no quotes of others."""
    wording = wording_of(body)
    words = wording.own > 0 or wording.shared >= FEW_SHARED or bool(certain)
    return words and _is_nobody_elses(body)


def _is_nobody_elses(body: str) -> bool:
    """No word and no quote of Taiwan and Hong Kong."""
    return not wording_of(body).elsewhere and not has_corner_quotes(body)


def _overlong(text: Text, own: Sequence[Passage], size: int) -> Iterator[Span]:
    """Characters that are too long where they stand, in a text that is not converted as a whole."""
    if OF_CHARACTERS.search(text.view):
        return
    found: dict[int, Slip] = {}
    for line in own:
        passage = text.view[line.start : line.end]
        listed = (x for x in slips_in(passage) if x.certain and traditional().match(x.wrong))
        slips = [*listed, *overlong_in(passage)]
        found |= {line.start + slip.position: slip for slip in slips}
    if not are_a_machines(list(found.values()), size):
        return
    for at, slip in sorted(found.items()):
        yield text.span(
            "s2t_char_error",
            at,
            at + 1,
            Proof.STRONG,
            original=slip.right,
            wrong=slip.wrong,
            right=slip.right,
        )


def _left_behind(text: Text) -> Iterator[Span]:
    """著 for 着, 幺 for 么 and their like in text that is simplified otherwise."""
    view = text.view
    if count_of(view, traditional().pattern) * CLEARLY > count_of(view, simplified().pattern):
        return
    found = list(_LEFT_BEHIND.finditer(view))
    if len(found) < SLIPS:
        return
    for match in found:
        at, wrong, right = _left_character(match)
        yield text.span("s2t_char_error", at, at + 1, Proof.STRONG, original=right, wrong=wrong, right=right)


def _left_character(match: re.Match[str]) -> tuple[int, str, str]:
    for wrong, right in (("著", "着"), ("徵", "征"), ("乾", "干"), ("幺", "么")):
        if wrong in match[0]:
            return match.start() + match[0].rindex(wrong), wrong, right
    return match.start(), "干", "乾"


CALLED_BY: Mapping[str, Condition] = {
    "traditional": Sign(traditional().pattern, least=LEAST),
    "left": AnyOf(Sign("[著乾徵幺]", least=SLIPS), Sign("干", "隆")),
}


CHECK = Check(
    name="machine_script",
    doc=__doc__,
    classes=CLASSES,
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(
            "⟦這個村以后要規范用水，村里的水庫滯后了三年。⟧\n⟦他們對于修渠的事很復雜，但是終于聯系上了施工隊。⟧",
            "machine_traditional",
            note="characters left as they were",
        ),
        Example(
            "⟦皇後大道麵對山穀，隻有一座宮殿。⟧\n⟦乾部們說，這裡的製度還沒有齣現問題。⟧",
            "machine_traditional",
            note="characters converted that should stay",
        ),
        Example(
            "⟦理發店的頭發收拾干凈了，面包和餅乾也制造好了。⟧\n⟦鐘表停了十分鍾，誰也說不清關系。⟧",
            "machine_traditional",
            note="one image for each character",
        ),
        Example(
            "⟦“信息和視頻要抓好，”他說，“我們的服務器爲大家服務。”⟧\n⟦隊伍建設裏的出租車、短信、客戶端，羣衆爲此說了很多。⟧",
            "machine_traditional",
            note="no slip; mainland words, quotes and the forms of OpenCC",
        ),
        Example(
            "⟦“五一”期間，民警和輔警到出租房屋開展清查，督促街道辦整改隱患。⟧\n⟦縣級以上公安機關應當加強監督檢查，對參保職工的檔案逐一摸清底數。⟧",
            "machine_traditional",
            note="no slip and no letter form; so many words of the mainland",
        ),
        Example(
            "⟦第五條　縣級以上人民政府應當建立健全水庫管理制度，行政主管部門負責本行政區域內的監督檢查。⟧\n⟦第六條　違反本條例規定的，由公安機關責令限期改正，沒收違法所得。⟧",
            "machine_traditional",
            note="a statute",
        ),
        Example(
            "⟦新聞釋出會上說，要最佳化營商環境，依照法定程式確定扶貧物件，幹部都要貫徹落實。⟧",
            "machine_traditional",
            note="terms of computing out of place",
        ),
        Example(
            "⟦爲了看龍舟，民衆一早就站在橋上的風裏，孩子們的臉凍得通紅，賣糉子的老人說今年的米是新的。⟧",
            "machine_traditional",
            note="the letter forms of OpenCC alone",
        ),
        Example(
            "這個村以⟦后⟧要規⟦范⟧用水，村⟦里⟧的水庫滯⟦后⟧了三年。\n他們對⟦于⟧修渠的事說得很⟦復⟧雜，但是終⟦于⟧聯⟦系⟧上了施工隊。",
            "s2t_char_error",
        ),
        Example(
            "孩子随⟦著⟧风筝跑，老人看⟦著⟧他们笑，意味⟦著⟧春天到了，饼⟦乾⟧也晒好了。",
            "s2t_char_error",
            note="left behind in simplified text",
        ),
        Example(
            "他问为什⟦幺⟧要走，怎⟦幺⟧走，没有人回答。那⟦幺⟧远的路，说了也没什⟦幺⟧用。",
            "s2t_char_error",
            note="made from traditional text by a converter that knows 麼 as 幺",
        ),
        Example(
            "巷口的麵店關⟦瞭⟧門，老闆⟦隻⟧留下一張紙條。他說累⟦瞭⟧，要回鄉下住一陣子。",
            "s2t_char_error",
            note="too long where they stand",
        ),
        Example(
            "⟦村裡的水庫(库)今年蓄滿(满)，渠道從(从)山腳下開始，經過三個村莊(庄)。⟧",
            "machine_traditional",
            note="what it was made from stands in brackets",
        ),
        Example(
            "⟦民警在小區(qū)裡巡邏，對(duì)電動車進行檢查，講(jiǎng)解防火知識，發(fā)放資料，居民們(men)都說好(hǎo)。⟧",
            "machine_traditional",
            note="readings set in by the same tool",
        ),
        Example(
            "這個村以后要規范用水，標⟦志⟧立在村里，委⟦托⟧鄰村看管。\n水庫滯后了三年，修渠的事很復雜，說了又說。",
            "s2t_char_error_variant",
        ),
    ),
    silent_on=(
        Example(
            "聽日係時候要去入貨啦，同埋冇咩買。一出黎踢波就比人撞，今日唔係好想用力。佢話我係時候返屋企，一出黎就落雨，唔係咁啱掛。",
            note="Cantonese, as it is spoken",
        ),
        Example(
            "按一下捲軸，文字就向下捲動一頁；再按一下，向上捲動一頁。儲存自動回復資訊的間隔是十分鐘，用來回復文件。"
            "虛擬控制臺裡的內容被複製以後，收摺起來的條目還在控制臺上。一條自製的皮帶，一鍋煎製的魚，一個自製的木桶，一爐烤製的餅。",
            note="a manual from Taiwan",
        ),
        Example(
            "簡繁轉換的老問題，在於一個簡體字對著幾個繁體字：「干」可以是乾，也可以是幹，於是有人讀到幹隆、乾擾和皇後，笑個不停。"
            "繁簡轉換的程式只看字，不看詞，校對的人還得自己看一遍，把頭發改成頭髮，把麵對改成面對。",
            note="an article about conversion",
        ),
        Example("隻狗走咗，我隻貓唔食嘢，隻船開咗，佢話隻歌好聽，隻手好痛。", note="Cantonese"),
        Example(
            "兩隻貓在門口，船隻有大有小，這隻是黑的，犬隻不得入內。他隻身在外，一目瞭然，瞭望臺上的人明瞭一切，瞭解得很。",
            note="隻 and 瞭 in their places",
        ),
        Example(
            "這齣戲演了三次，一齣喜劇剛演完，範圍和餘額都說清了，王後面站著師範生，太後面看不見。",
            note="long forms in their places",
        ),
        Example(
            "同學把「了」寫成「瞭」，把「隻有」當「只有」，簡體轉繁體時累瞭也沒發現，隻好重寫，錯瞭再改。",
            note="about characters",
        ),
        Example(
            "村裡的水庫(水库)和車站(车站)都有路牌，請旅客留意，時刻表貼在門口，月台在後面。", note="two only"
        ),
        Example(
            "這個村以後要規範用水，村裡的水庫遲了三年。他們對於修渠的事說法複雜，但是終於聯繫上了施工隊。"
        ),
        Example(
            "「咁樣做係唔得嘅，」佢話，「你哋要聯絡返公司，部軟件同網絡都壞咗，要打印返份文件。」",
            note="Hong Kong",
        ),
        Example(
            "他在部落格寫道，這支影片的品質與資訊量都好，伺服器也穩定，軟體與網路業者應該學習。",
            note="Taiwan",
        ),
        Example(
            "不以規矩，不能成方圓。后稷教民稼穡，樹藝五穀，於是民有食。余嘗游於斯，見斗柄東指。",
            note="classical",
        ),
        Example("雲想衣裳花想容，春風拂檻露華濃。若非羣玉山頭見，會向瑤臺月下逢。", note="verse"),
        Example(
            "范先生、于小姐、余老師和岳伯伯都來了，游太太說沈家的孩子還沒到，請大家稍等。", note="surnames"
        ),
        Example("皇后和太后坐在後宮，公里與鄰里都以里計，北斗七星在天。這些字都沒有寫錯，請放心。"),
        Example(
            "他誤把「以後」寫成「以后」，老師說這樣不對，罰他抄寫十遍，從此再也沒有忘記過。", note="one slip"
        ),
        Example(
            "对手表示，方面包括三项，著名作家的著作，乾隆年间，象徵二字。随著一词，旧时写法。",
            note="simplified",
        ),
        Example(
            "这幺妹从小嘴甜，那幺儿最听话，老幺排行第七，幺爷爷笑他们：这幺叔当得像个孩子，又出这幺蛾子。",
            note="the youngest of a family",
        ),
        Example(
            "国会の対応について、学者が発表した。経済発展は続き、関係機関は協議している。駅で広報を読んだ。",
            note="Japanese",
        ),
        Example(
            "大陸國務院日前印發通知，要求各級人民政府「貫徹落實」扶貧政策。陸委會表示，中共基層幹部的考核機制與台灣不同，台商應留意公安機關的檢查。",
            note="Taiwan about the mainland",
        ),
        Example(
            "特區政府表示，會積極對接國家規劃，推動高質量發展，加強與內地部門的合作，本港業界亦應把握機遇，提升競爭力，落實各項措施。",
            note="Hong Kong about the mainland",
        ),
        Example(
            "第三條　本條例所稱主管機關：在直轄市為直轄市政府。第四條　違反規定者，處新臺幣一萬元以上罰鍰，並令其限期改善；屆期未改善者，按次處罰。",
            note="a statute of Taiwan",
        ),
        Example(
            "市府今年全面推動社區營造，健全照顧體系，強化公共運輸，落實節能減碳，提升治水成效，優化托育服務，持續打造宜居城市，保障民眾權益。",
            note="offices plan and improve everywhere",
        ),
        Example(
            "他說：“這個研究的數據還要再看看。”我們在網上找了很久，才發現那份報告的作者已經不在了，圖書館裡也沒有。",
            note="curly quotes alone",
        ),
        Example(
            "話說那好漢爲救衆人，提著朴刀闖進寨裏，喫了三碗酒，喝道：那廝休走！衆嘍囉聽得，都嚇得呆了。",
            note="an old novel",
        ),
        Example("對手表示，各方面包括資金與人力都已準備好，總面積公里數也公布了，布置與計劃照舊。"),
    ),
    known_misses=(
        Example(
            "⟦他們的計劃已經發布，請各位委托代辦。這份雜志標志着新的開始，大家都注冊了會員。⟧",
            "machine_traditional",
            note="all differences are in use in Taiwan or Hong Kong as well",
        ),
    ),
)
