"""Titles that ask for company at a price, in two wordings of one query: 水城300一晚同城约茶,水城同城约茶300元一次.

Farms print such a pair above a story in which a friend explains what it means. Everything looks at a folded line.
"""

from __future__ import annotations

from checks.text import any_of, later

ASKED_FOR = frozenset(
    (
        "约茶",
        "品茶",
        "喝茶",
        "约妹",
        "外围",
        "学生妹",
        "兼职妹",
        "空姐",
        "嫩模",
        "快约",
        "速约",
        "学生约",
        "约附近",
        "附近人",
        "附近学生",
        "附近微信",
        "同城约",
        "小巷子",
    )
)
"""Words without one of which no line is such a title."""

_COMPANY = any_of(ASKED_FOR)
_PRICE = later(
    r"\d{2,4} ?(?:元|块钱?)?(?:一晚|一次|两次|一夜|包夜|[一两二三叁]小时|不限)|\d{2,4}元?约|[一二两三叁五]?百元|一夜|一晚|约\d{3}"
)
_JOINT = later("[,，_|]")
_QUERY = (5, 26)  # letters of one wording; the sixteen met had 8 to 18
_ALIKE = 0.45  # of the letters of both stand in each; seven of the eight pairs met had 0.5 to 0.9


def company_at_a_price(line: str) -> tuple[str, ...]:
    """The two wordings; empty for any other line.

    >>> company_at_a_price("水城300一晚同城约茶,水城同城约茶300元一次")
    ('水城300一晚同城约茶', '水城同城约茶300元一次')
    >>> company_at_a_price("茶馆喝茶30元一次,老人相约来")
    ()
    """
    parts = tuple(part.strip() for part in _JOINT.split(line) if part.strip())
    if len(parts) != 2 or not all(_QUERY[0] <= len(part) <= _QUERY[1] for part in parts):
        return ()
    if not all(_COMPANY.search(part) or _PRICE.search(part) for part in parts):
        return ()
    one, other = set(parts[0]), set(parts[1])
    alike = len(one & other) >= _ALIKE * len(one | other)
    return parts if alike and _COMPANY.search(line) and len(_PRICE.findall(line)) > 1 else ()
