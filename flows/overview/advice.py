"""What to do about a problem, in one sentence a family: for whoever answers for the source."""

from __future__ import annotations

from collections.abc import Mapping

from checks.model import FaultClass, Words

_NOTHING = Words("", "")
_FETCH_WHOLE = Words(
    "Fetch these pages again where the whole text is open, or take them out of the corpus.",
    "请从可见全文之处重新抓取，或将这些页面移出语料。",
)
_EXTRACT = Words(
    "Mend the extraction of this site; the causes on this page suggest rules.",
    "请修正该站点的正文抽取规则；本页“成因”一节附有建议规则。",
)
_BY_FAMILY: Mapping[str, Words] = {
    "truncated": _FETCH_WHOLE,
    "paywall": _FETCH_WHOLE,
    "spam": Words(
        "Stop reading this source until its operator has cleaned it, and fetch these pages elsewhere.",
        "在站点运营者清理之前请停止采集该来源，并从别处获取这些页面。",
    ),
    "site_text": _EXTRACT,
    "pinyin": Words(
        "Take the page from the site that first published it: this copy was annotated to evade comparison.",
        "请改用首发站点的页面：此副本为规避比对而加注拼音。",
    ),
    "script": Words(
        "Take the original in the script it was written in; a conversion cannot be taken back for certain.",
        "请改用原文所用字体的版本；机器转换无法可靠还原。",
    ),
    "garbled": Words(
        "Read the pages again with the encoding that the finding names; what is lost as ? must be fetched again.",
        "请按问题中指出的编码重新读取；已变成问号的字符须重新抓取。",
    ),
    "redacted": Words("Look for a copy without masks, or mark these documents.", "请寻找未遮盖的版本，或标注这些文档。"),
    "duplicate": Words("Keep the best copy that the finding names, drop the others.", "请保留问题中指出的最佳副本，去除其余。"),
    "layout": _EXTRACT,
    "shape": Words(
        "Look at what the page holds: an empty or foreign text often means that an error page was fetched.",
        "请查看页面内容：空白或异语文本往往意味着抓到了错误页。",
    ),
}  # fmt: skip
_BY_CLASS: Mapping[str, Words] = {
    "source_not_assessed": Words(
        "See that the source can be read; until then nothing is known of it.", "请确认来源可读；在此之前对其一无所知。"
    ),
    "documents_rejected": Words(
        "The list of rejects names file, place and reason of each.", "“拒收”一节列出每项的文件、位置与原因。"
    ),
    "check_crashed": Words(
        "Report the check with the reason given; its documents are not assessed.", "请附原因报告该检查的错误；相关文档未评估。"
    ),
    "corpus_shrank": Words(
        "See whether the source moved, or lost pages, before old copies are dropped.",
        "在丢弃旧副本之前，请查明来源是迁移还是丢失了页面。",
    ),
    "nothing_new": Words("See whether the fetcher still runs.", "请确认采集程序仍在运行。"),
}  # fmt: skip


def advice_on(cls: str, classes: Mapping[str, FaultClass]) -> Words:
    """What to do about a class; nothing where it is not known."""
    if cls in _BY_CLASS:
        return _BY_CLASS[cls]
    return _BY_FAMILY.get(classes[cls].family, _NOTHING) if cls in classes else _NOTHING
