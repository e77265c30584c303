"""Full-width punctuation turned to half width throughout a text.

What it finds
    A Chinese text with many half-width commas between Han and not one full-width comma, colon, semicolon,
    question mark or bracket.
Why it matters
    Some corpora fold all punctuation to ASCII. A model that learns from them writes so, and the same text
    from two sources no longer looks the same.
How it is told
    The marks between Han are counted: ten half-width ones or more, and no full-width one in the whole
    text. It is a trait of the text as a whole, so the whole text is shown, as information only.
What it must not be confused with
    Texts that mix both widths, short ones, tables and lists of numbers, program text with Chinese remarks,
    verse without punctuation. Authors who type ASCII look the same: of one document nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from checks.model import Candidate, Check, Example, FaultClass, Proof, Severity, Span, Words
from checks.signs import Condition, Sign
from checks.text import Text, later

PUNCT_WIDTH_FOLDED = FaultClass(
    "punct_width_folded",
    "layout",
    Severity.INFO,
    Words("punctuation folded to half width", "标点被折为半角"),
    Words(
        "{n_marks} half-width commas between Han and no full-width one in the whole text",
        "汉字之间有 {n_marks} 个半角逗号，全文没有一个全角逗号",
    ),
)

ENOUGH = 10  # half-width commas between Han: the five pages of the example corpus have 57-145, statutes cut short 0-9
MOST = 10_000  # marks counted
_WIDE = "，；：？！（）"
_FOLDED = later("[,;:?!](?<=[㐀-鿿”』」》）)].)(?=[㐀-鿿“『「《(])")
_PROGRAM = later(r"[{};]\s*\n|=>|\bdef |</")


def find(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:
    """Yield the whole text if its punctuation was folded; leaves at the first full-width mark."""
    view = text.view
    if "," not in view or any(mark in view for mark in _WIDE):
        return
    marks = sum(1 for _ in islice(_FOLDED.finditer(view), MOST))
    if marks >= ENOUGH and not _PROGRAM.search(view):
        yield Span("punct_width_folded", 0, len(text.raw), Proof.STRONG, details={"n_marks": marks})


_FOLDED_TEXT = (
    "水渠修好了,村里人都很高兴,老人带着孩子去看,孩子们问水从哪里来,老人说,从山里来。"
    "大家又商量,哪块田先放水,哪块田后放水,谁家看闸,谁家巡渠,一样一样说清楚。"
)

CALLED_BY: Mapping[str, Condition] = {
    "folded": Sign("[㐀-鿿”』」》）)]", "[,;:?!]", "[㐀-鿿“『「《(]", least=ENOUGH)
}


CHECK = Check(
    name="punct_width_folded",
    doc=__doc__,
    classes=(PUNCT_WIDTH_FOLDED,),
    find=find,
    signs=CALLED_BY,
    fires_on=(
        Example(f"⟦{_FOLDED_TEXT}⟧", "punct_width_folded"),
        Example(
            "⟦會議開了三天,代表來自各地,有的坐車,有的坐船,到了以後先登記,再領材料。主席說,今年的事情多,人手少,"
            "大家要互相幫忙,不要等,不要推,有困難就說出來,一起想辦法。⟧",
            "punct_width_folded",
        ),
    ),
    silent_on=(
        Example(_FOLDED_TEXT.replace(",", "，"), note="full width"),
        Example(_FOLDED_TEXT + "到了晚上，灯都亮了。", note="both widths"),
        Example(_FOLDED_TEXT[:40], note="too short to tell"),
        Example("苹果,3,5\n梨,4,6\n桃,5,7\n" * 10, note="a table"),
        Example("The river rose, and the fields, all of them, were under water, again. " * 5, note="English"),
        Example("床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n" * 3, note="verse without punctuation"),
        Example("int a;\n" + "say(名,姓,岁,号);\n" * 12, note="program text"),
    ),
)
