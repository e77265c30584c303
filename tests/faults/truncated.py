"""Texts that stop too early, jump, or promise what they do not hold."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from tests.faults.clean import article, numeral, sentences
from tests.faults.page import HINT_ONLY, Fault, Page, in_script, mark
from tests.faults.placing import at_the_end, broken_off, cut, said, worded
from tests.faults.wording import filled, wordings

_BARE_DOTS = ("...", "……", "…", "。。。", " ...")
_FEED_DOTS = ("[...]", " [&hellip;]", "……>>", "...[", "（...")
_FOOTERS = (
    "版权所有 未经许可不得转载",
    "分享到： 微博 微信 空间",
    "上一篇：«place»«topic»小记",
    "责任编辑：本站编辑",
    "返回顶部 | 关闭窗口",
)


def tail_before_a_footer(rng: random.Random, page: Page) -> Page:
    """Failed extraction: the text stops in mid-sentence and the page's own footer follows."""
    short = replace(tail_alone(rng, page), note="cut in mid-sentence")
    return at_the_end(rng, short, "site_footer", rng.choice(_FOOTERS[:1] + _FOOTERS[4:]))


def tail_alone(rng: random.Random, page: Page) -> Page:
    """A field of fixed length: nothing but the unfinished sentence tells."""
    short, _ = cut(rng, page)
    lines = list(short.lines)
    while lines and len(lines[-1]) < 30:
        lines.pop()
    lines = lines or [page.lines[1]]
    lines[-1] = broken_off(rng, lines[-1])
    return page.with_lines(lines, f"cut in mid-sentence, {HINT_ONLY}")


def tail_with_dots(rng: random.Random, page: Page) -> Page:
    """A feed: cut after so many characters, with dots in place of the rest. Bare dots may be meant."""
    short = replace(tail_alone(rng, page), note="")
    *lines, last = short.lines
    dots = rng.choice(_BARE_DOTS + _FEED_DOTS)
    return short.with_lines([*lines, last + dots], f"dots{f', {HINT_ONLY}' if dots in _BARE_DOTS else ''}")


def _points(rng: random.Random, page: Page, count: int) -> list[str]:
    texts = sentences(rng, "news", 40 * count + 200)[:count]
    return [in_script(text, page) for text in texts]


def jump_in_numbers(rng: random.Random, page: Page) -> Page:
    """Points one, two … five: what stood between was lost; the line after the gap starts in mid-sentence."""
    count = rng.randint(6, 9)
    pattern = rng.choice(("{}、", "（{}）", "第{}，", "{}是"))
    points = [pattern.format(numeral(k)) + text for k, text in enumerate(_points(rng, page, count), 1)]
    start = rng.randint(1, count - 4)
    end = start + rng.randint(2, 3)
    rest = points[end - 1][len(points[end - 1]) // 2 :]
    lines = [*page.lines[:2], *points[:start], mark("content_gap", rest), *points[end:]]
    return page.with_lines(lines, "numbers jump")


def jump_without_numbers(rng: random.Random, page: Page) -> Page:
    """Pages of an article joined with one missing: a line breaks off, the next starts in mid-sentence."""
    lines = [line for line in page.lines if len(line) > 40]
    if len(lines) < 3:
        return jump_in_numbers(rng, page)
    at = rng.randint(0, len(lines) - 2)
    first = re.sub(r"[，。！？”」]*$", "", lines[at][: len(lines[at]) * 2 // 3])
    second = lines[at + 1][len(lines[at + 1]) // 3 :].lstrip("，。；：、”」")
    joined = [*lines[:at], first + mark("content_gap", "……"), second, *lines[at + 2 :]]
    return page.with_lines(joined, f"a page is missing, {HINT_ONLY}")


def _outline(rng: random.Random, page: Page, count: int) -> list[str]:
    heads = (
        "{完善|健全}«topic»{制度|机制}",
        "{加强|改进}«thing»管理",
        "{发挥|依靠}«person»作用",
        "{落实|保障}«topic»经费",
    )
    return [in_script(filled(rng.choice(heads), rng), page) for _ in range(count)]


def outline_without_body(rng: random.Random, page: Page) -> Page:
    """A preview page lists the headings; only the first of them have a text."""
    heads = _outline(rng, page, rng.randint(4, 7))
    listed = [f"{numeral(k)}、{head}" for k, head in enumerate(heads, 1)]
    written = rng.randint(1, 2)
    body = [x for k in range(written) for x in (listed[k], "".join(_points(rng, page, 3)))]
    label = in_script(rng.choice(("目录", "本文提纲：", "内容目录", "【目录】", "文章导航")), page)
    toc = [*listed[:written], mark("toc_without_body", "\n".join(listed[written:]))]
    return page.with_lines([page.lines[0], label, *toc, *body], "headings without a text")


def outline_preamble(rng: random.Random, page: Page) -> Page:
    """The site shows the outline, the text follows whole."""
    heads = _outline(rng, page, rng.randint(3, 6))
    style = rng.choice(("{}、", "{}. ", "（{}）"))
    listed = [style.format(numeral(k)) + head for k, head in enumerate(heads, 1)]
    body = [x for head in listed for x in (head, "".join(_points(rng, page, 3)))]
    label = in_script(
        rng.choice(("目录/提纲：", "目录", "本文目录一览：", "文章目录 [隐藏]", "内容提要：……")), page
    )
    toc = mark("toc_preamble", "\n".join([label, *listed, *(["……"] if rng.random() < 0.4 else [])]))
    return page.with_lines([page.lines[0], toc, *body], "an outline before the text")


def _teasers(link: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        items = [line for _ in range(rng.randint(2, 5)) for line in _teaser(rng, page, link)]
        keep = page.lines[: rng.choice((0, len(page.lines)))]
        return page.with_lines([*keep, mark("multi_article", "\n".join(items))], "hub page")

    return Fault("teaser_read_more", link, make)


def _teaser(rng: random.Random, page: Page, link: str) -> list[str]:
    """Title, lead, link: the rest of the article is elsewhere."""
    other = article(rng, rng.choice(("news", "essay", "encyclopedia")), script=page.script, longest=500)
    lead = max(other.lines[1:], key=len)[: rng.randint(60, 160)].rstrip("，。；：、“「")
    read_more = mark("teaser_read_more", said(link, rng, page, {}))
    item = mark("truncated_item", f"{other.title}\n{lead}{rng.choice(('…', '...', ''))}")
    return [item + read_more] if rng.random() < 0.5 else [item, read_more]


FAULTS = [
    *worded("truncated"),
    Fault("truncated_tail", "before a footer", tail_before_a_footer),
    Fault("truncated_tail", "alone", tail_alone),
    Fault("truncated_tail", "dots", tail_with_dots),
    Fault("content_gap", "jump in numbers", jump_in_numbers),
    Fault("content_gap", "page missing", jump_without_numbers),
    Fault("toc_without_body", "preview", outline_without_body),
    Fault("toc_preamble", "outline", outline_preamble),
    *(_teasers(link) for link in wordings("truncated")["teaser_read_more"]["link"]),
]
