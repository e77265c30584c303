"""Pages of hacked or cloned sites: titles of search terms, hidden links, foreign addresses, ads."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.faults.page import Fault, Page, half_width, is_marked, mark
from tests.faults.placing import worded
from tests.faults.wording import filled, wordings

_SUBJECTS = (
    "村民",
    "居民",
    "市政府",
    "本单位",
    "研究人员",
    "志愿者",
    "主管部门",
    "图书馆",
    "合作社",
    "记者",
    "学校",
)


def _terms(rng: random.Random, kind: str, count: int) -> list[str]:
    spam = wordings("spam")
    pool = spam["terms"] + spam["bets"] if kind == "both" else spam[kind]
    return rng.sample(pool, count)


def _title(kind: str, join: str) -> Fault:
    def make(rng: random.Random, page: Page) -> Page:
        tail = filled(rng.choice(wordings("spam")["seo_spam_title"]["tails"]), rng)
        text = join.join(_terms(rng, kind, rng.randint(3, 6))) + tail
        if rng.random() < 0.2:
            text = join.join((page.title, text))
        return _over_the_text(rng, page, text)

    return Fault("seo_spam_title", f"{kind} {join!r}", make)


def _over_the_text(rng: random.Random, page: Page, title: str) -> Page:
    """The title stays simplified whatever the script of the page; it often replaces the page's own."""
    rest = page.lines[1:] if rng.random() < 0.5 and not is_marked(page.lines[0]) else page.lines
    first = mark("seo_spam_title", title)
    blank = ("",) if rng.random() < 0.3 else ()
    return replace(page.with_lines((first, *blank, *rest), "title of search terms"), title=title)


def brand_title(rng: random.Random, page: Page) -> Page:
    """A betting brand with the words official, app, version in front of the page's own title."""
    brand = rng.choice(wordings("spam")["brands"])
    extras = rng.sample(
        ("(官方)APP下载", "全站登录入口", "手机版网页", "IOS/安卓通用版", "最新地址", "注册送彩金"), 3
    )
    return _over_the_text(rng, page, rng.choice("-_,|").join([brand, *(brand[:4] + x for x in extras)]))


def brands_for_subjects(rng: random.Random, page: Page) -> Page:
    """Leased directories: a betting brand stands in the place of the subject of every other sentence."""
    brand = rng.choice(wordings("spam")["brands"])
    lines = list(page.lines)
    done = 0
    for k, line in enumerate(lines):
        found = [word for word in _SUBJECTS if word in line]
        if found and not is_marked(line):
            lines[k] = line.replace(rng.choice(found), mark("brand_substitution", brand), 1)
            done += 1
    if not done:
        lines[-1] = mark("brand_substitution", brand) + lines[-1]
    return page.with_lines(lines, "brand for subjects")


def terms_through_the_text(rng: random.Random, page: Page) -> Page:
    """Search terms thrown between the sentences of a page."""
    lines = list(page.lines)
    for k in rng.sample(range(len(lines)), min(len(lines), rng.randint(3, 6))):
        if not is_marked(lines[k]) and "。" in lines[k]:
            head, dot, rest = lines[k].partition("。")
            term = rng.choice(wordings("spam")["bets"] + wordings("spam")["terms"])
            lines[k] = head + dot + mark("spam_phrase", half_width(term)) + rest
    return page.with_lines(lines, "terms through the text")


FAULTS = [
    *(_title(kind, join) for kind in ("terms", "bets", "both") for join in wordings("spam")["joins"]),
    Fault("seo_spam_title", "brand", brand_title),
    *worded("spam_forms"),
    Fault("brand_substitution", "subjects", brands_for_subjects),
    Fault("spam_phrase", "through the text", terms_through_the_text),
]
