"""Lists of links without any label that stand alone behind the last sentence of a text.

An extractor that keeps one block too many leaves the titles of other pages there: questions with
bullets, or the names of other documents. Nothing but titles may follow up to the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.evidence.headlines import MARK, QUESTION, headline
from checks.evidence.link_lists import ListPage
from checks.model import Proof, Span
from checks.text import later

# Set by hand on lists of our own: fewer may be the last points of an outline, more is a directory.
LEAST, MOST = 3, 20
ANNOUNCED = 20  # last characters of the sentence before, in which a list is announced
FIRST = 8  # characters of the first title that are quoted

_BULLET = later(r"[•·●■◆▪◇○▶►»*–-]")
_DOCUMENT = later(
    r"(?:制度|范本|范文|模板|样本|大全|方案|总结|计划|记录表?|报告|汇报|通知|演讲稿|发言稿|讲话稿|心得(?:体会)?|合同|协议书?|教案|试题|课件|简历|责任书|倡议书|申请书|保证书|承诺书|登记表|检查表|管理办法|细则|流程|预案|规程|须知|简报|作文|读后感|观后感|评语|祝福语)"
    r"(?:(?:\(.{1,8}\)|[一二三四五六七八九十\d]+篇?|范文|模板|大全|精选|最新版?)*|\.(?:docx?|pdf|pptx?|xlsx?))$"
)
_SIGNED = later(r"(?:(?:19|20)\d\d|[二〇○零一九]{4}) ?[年/.-].{1,12}[日\d]$")
_ENDED = ("。", "!", "”", "…", ")")
_ASKING = later(r"[?]$|思考|问题|讨论|练习|作业|题")
_COUNTED = later(
    r"[一二两三四五六七八九十几多\d][大类]?(?:项|个|件|点|条|种|份|方面)|列[出了举]|明年|下一步|要点|事情|文件"
)
_ATTACHED = later(r"附件|附录|目录|附表|清单|包括|如下|以下|下列|名单")


def list_at_end(page: ListPage, number: int) -> tuple[Span | None, int]:
    """The span of a run of titles from a line to the end of the text, and the last line that was read."""
    items, last = _titles(page, number)
    if not LEAST <= len(items) <= MOST or not _closes(page, number, last):
        return None, number
    bulleted = all(_BULLET.match(item) for item in items)
    titles = [MARK.sub("", item, count=1).strip("-· ") for item in items]
    asked = bulleted and 3 * sum(bool(QUESTION.search(title)) for title in titles) >= 2 * len(titles)
    filed = all(_DOCUMENT.search(title) for title in titles) or (bulleted and _mostly_filed(titles))
    if not (asked or filed):
        return None, number
    start, end = page.line(number).start, page.line(last).end
    words = page.text.view[start:end][:FIRST].split("\n")[0]
    cls = "site_related_links"
    return page.text.span(cls, start, end, Proof.STRONG, label=words, items=len(items)), last


def _mostly_filed(titles: Sequence[str]) -> bool:
    return 3 * sum(bool(_DOCUMENT.search(title)) for title in titles) >= 2 * len(titles)


def _titles(page: ListPage, number: int) -> tuple[list[str], int]:
    """The titles from a line on; none if another kind of line stands before the end of the text."""
    items, last = [], number
    for n in range(number, min(number + 2 * MOST, page.count)):
        folded = page.line(n).folded
        if folded and not headline(folded.strip("-· ")):
            return [], number
        if folded:
            items.append(folded)
            last = n
    return items, last


def _closes(page: ListPage, number: int, last: int) -> bool:
    """The text has ended before the list, with a sentence or a day, and no list was announced."""
    if any(page.line(n).folded for n in range(last + 1, min(last + LEAST, page.count))):
        return False
    before = next((n for n in range(number - 1, max(number - 4, -1), -1) if page.line(n).folded), -1)
    if before < 0:
        return False
    line = page.line(before).folded
    ended = line.endswith(_ENDED) or bool(_SIGNED.search(line))
    near = "".join(page.line(n).folded for n in range(max(number - 3, 0), number))
    announced = (
        _ASKING.search(line[-ANNOUNCED:]) or _COUNTED.search(line[-ANNOUNCED:]) or _ATTACHED.search(near)
    )
    return ended and not _BULLET.match(line) and not announced
