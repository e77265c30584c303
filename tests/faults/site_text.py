"""Furniture of the page left in the text: menus, toolbars, link lists, captions, source code.

It arises where a page is turned into text without its structure. A line that a whole host repeats
is told by counting, so ``repeated_lines`` makes several pages of one host.
"""

from __future__ import annotations

import random
from dataclasses import replace

from tests.faults.clean import article
from tests.faults.page import Fault, Page, converted, mark
from tests.faults.placing import at_the_end, at_the_top, worded
from tests.faults.wording import filled, wordings

_LINES = (
    "点击进入«place»论坛参加讨论",
    "本栏目由«actor»与«org»合办",
    "欢迎投稿，稿件一经采用即付稿酬",
    "温馨提示：夏季出行请注意防暑",
    "每日一句：读书使人安静",
    "值班信箱每晚九点前查收",
    "本页由自动程序整理",
    "«season»特别策划 «topic»系列之«n»",
    "订阅«topic»周刊",
    "看天下事，知身边情",
)


def everything_at_once(rng: random.Random, page: Page) -> Page:
    """A page whose text is mostly furniture: menu, place, toolbar, share, links, footer."""
    site = wordings("site")
    for cls in ("site_toolbar", "site_breadcrumb", "site_nav"):
        page = at_the_top(rng, page, cls, rng.choice(site[cls]["top"]))
    for cls in ("site_editor_line", "site_share_widget", "site_prev_next", "site_link_list", "site_footer"):
        page = at_the_end(rng, page, cls, rng.choice(site[cls]["end"]))
    return page.with_lines(page.lines, "everything at once")


def repeated_lines(rng: random.Random, count: int = 10) -> list[Page]:
    """Pages of one host: one to three lines stand in all of them, in the same place."""
    host = f"h{rng.randint(100, 999)}.example.com"
    script = rng.choice("sst")
    lines = [filled(line, rng) for line in rng.sample(_LINES, rng.randint(1, 3))]
    lines = [mark("repeated_line", converted(line) if script == "t" else line) for line in lines]
    at_top = rng.random() < 0.3
    pages = []
    for number in range(count):
        page = article(rng, script=script, longest=900)
        whole = (page.lines[0], *lines, *page.lines[1:]) if at_top else (*page.lines, *lines)
        page = page.with_lines(whole, "lines of a host")
        pages.append(replace(page, url=f"http://{host}/a/{number}.html"))
    return pages


FAULTS = [
    *worded("site"),
    *worded("markup"),
    Fault("site_nav", "everything", everything_at_once),
]
