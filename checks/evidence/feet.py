"""What follows a text: whether a line belongs to the foot of the page and no more to its article.

A closed list of how such lines begin, and what the rules on site text know of rows, prompts, makers
and rights (``checks.evidence.site_rows``). Everything here looks at one line.
"""

from __future__ import annotations

import re

from checks.evidence.site_rows import SURE, read
from checks.phrases import phrase_groups
from checks.text import any_of, fold, later

AFTER = 120  # characters of a line that follows a text: a copyright notice
HEADING = 24  # characters of a line that begins with a word of feet and is no sentence: 相关阅读, 推荐
OFFER = 80  # characters of an offer to read on elsewhere; longer ones are sentences about such offers

_GROUPS = phrase_groups("truncated_tail")
_BEGINS = later(rf"\W{{0,3}}(?:{any_of(_GROUPS['aftermatter']).pattern})")
_LABEL = later(
    rf"\W{{0,3}}(?:{any_of(_GROUPS['aftermatter_label']).pattern})(?P<mark>\s*[:/|】\])>»丨\d]|\s|\Z)?"
)
_HEADING = later(rf"[\W_]*(?:{any_of(_GROUPS['links_heading']).pattern})[\W_]*")
_CREDIT = later(  # (网络编辑:某某), 【来源:某某网】, [供稿 某某]
    r"[\[(【〔<《]{1,2}[^\[\]()【】\n]{0,8}(?:编辑|责编|编审|编校|校对|审核|审校|来源|稿源|作者|记者|通讯员|摄影|摄|供稿|撰稿|发布|录入|上传|值班|监制|签发|编译|译者|翻译|整理|校审|录入员)[^\[\]()【】\n]{0,40}[\])】〕>》]{1,2}\W*\Z"
)
_MACHINE = later(  # what forum and blog programs print under every page
    r"gmt ?[+-] ?\d|powered by|processed in|\d quer(?:y|ies)\b|comsenz|页面执行时间|执行时间[:为]|页面生成时间|generated (?:in|by)|theme (?:by|:)|all rights reserved"
    r"|\A\W*(?:[上下前后]一[篇条则页主]|上篇|下篇)题?\W|\A\W*(?:previous|prev|next|older|newer)(?: \w+)?\W*(?:[:»>«<|]|\Z)"
)
_EMPTY = later(r"[\W\d_]*\Z|\W*(?:\d{2,4}[年./-]\d{1,2}[月./-]?(?:\d{1,2})?日?)[\d\s:：]*\Z")
GATES = _GROUPS["gate"]
"""Words one of which stands in every offer to read on."""
_GATE, _BEHIND = any_of(GATES), any_of(_GROUPS["behind_gate"])
_UNSURE = frozenset(("menu", "aside", "tool?", "meta?", "editor?", "pager?"))
_VALUE = later(r"[:\d|]")  # an address or a telephone has a label or a number
_SENTENCE = later(r"[。！？；]|[，,：].*[，,：]")


def follows_text(words: str) -> bool:
    """A line that stands behind a text: makers, source, date, rights, neighbours, sharing, offers.

    >>> follows_text("责任编辑：某某"), follows_text("相关负责人表示，渠修好以后，水就到了")
    (True, False)
    """
    if len(words) > AFTER:
        return False
    folded = fold(words)
    if any(pattern.match(folded) for pattern in (_EMPTY, _BEGINS, _CREDIT)):
        return True
    if "。" not in folded and _MACHINE.search(folded):
        return True
    label = _LABEL.match(folded)
    if label and (label["mark"] is not None or (len(folded) <= HEADING and not _SENTENCE.search(folded))):
        return True
    return is_offer(folded) or _is_of_site(words, folded)


def heads_links(words: str) -> bool:
    """The heading of a list of links to other texts: 相关阅读, 猜你喜欢.

    >>> heads_links("【相关阅读】"), heads_links("相关阅读材料由学校发放，每人一份")
    (True, False)
    """
    return len(words) <= HEADING and bool(_HEADING.fullmatch(fold(words)))


def is_offer(folded: str) -> bool:
    """A line that offers to read on: who may, and what. No proof of a wall; beside an open sentence a sign.

    >>> is_offer("长按二维码下载客户端,查看完整报道"), is_offer("他登录以后,查看了成绩,又看了全文,放下心来")
    (True, False)
    """
    if len(folded) > OFFER or folded.rstrip("!！").endswith("。") or not _GATE.search(folded):
        return False
    return bool(_BEHIND.search(folded)) and len(re.findall(r"[,，;；]", folded)) < 3


def _is_of_site(words: str, folded: str) -> bool:
    kind = read(words, at="tail").kind
    if kind in SURE or kind in ("rights", "services"):
        return True
    if kind == "aside" and not _VALUE.search(folded):
        return False
    return kind in _UNSURE and not _SENTENCE.search(folded)
