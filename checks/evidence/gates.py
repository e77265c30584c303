"""Gates: what a reader must do or be to read on, put together from a word for it and a word that asks it.

A bare word (登录, 会员) stands in menus and in the news; with a small word that makes it a condition
right before or behind it (请登录, 登录后, 仅限会员, 会员专享) it is a gate. Looks at folded passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.evidence.notices import with_numbers
from checks.text import any_of, later

ASKS = (
    "请", "请先", "请由此", "请从此", "由此", "先", "需", "须", "需要", "必须", "要", "立即", "马上", "现在", "免费", "快速", "一键", "前往", "去", "到", "在", "用", "使用",
    "打开", "开启", "下载", "安装", "进入", "仅", "仅限", "仅供", "仅对", "限", "只限", "只供", "只对", "只有", "供", "对", "向", "未", "尚未", "没有", "还没有", "非",
    "成为", "加入", "升级", "升级为", "开通", "为", "输入", "输入正确", "输入访问", "凭", "提供", "关注", "识别", "长按", "搜索", "分享到", "转发到", "手机", "所在", "本", "见",
)  # fmt: skip
"""What stands right before a word for a gate and makes it a condition."""

GRANTS = (
    "后", "之后", "以后", "即可", "可", "就", "才", "方可", "以", "并", "继续", "查看", "查阅", "阅读", "看", "浏览", "观看", "解锁", "畅读", "免费", "专享", "专属", "独享", "独家", "尊享", "限定",
    "内", "中", "内容", "文章", "章节", "回答", "问答", "帖", "主题", "专栏", "全文", "本文", "本章", "此文", "部分", "开放", "不足", "权限", "观", "会员", "订户", "用户", "读者", "账号", "打开", "获取", "领取", "下载",
)  # fmt: skip
"""What stands right behind one."""


def gate_pattern(words: Iterable[str], phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one class of gates: its words made a condition, and phrases that are one.

    >>> gate = gate_pattern(["登录", "log in"], ["密码保护"])
    >>> [bool(gate.search(said)) for said in ("请先登录", "登录后看", "登录日志", "密码保护")]
    [True, True, False, True]
    """
    listed = with_numbers(phrases).pattern
    known = tuple(words)
    if not known:
        return later(listed)
    asks, grants, gates = (any_of(group).pattern for group in (ASKS, GRANTS, known))
    return later(rf"(?:{asks})(?:{gates})|(?:{gates})(?:{grants})|{listed}")


def spoken(words: Iterable[str]) -> Iterator[str]:
    """The gates that the scanner looks for, as they are mostly said: 请先登录, 登录后."""
    for word in words:
        yield from (ask + word for ask in ASKS)
        yield from (
            word + grant
            for grant in ("后", "可", "即可", "才", "以", "查看", "阅读", "看", "解锁", "内", "中")
        )
