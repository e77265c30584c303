"""What stands over the runs, for the sample reports: causes, trends, waivers, scores, links."""

from __future__ import annotations

from dataclasses import replace

from checks.model import Severity, Words
from reports.model import Cause, Links, Score, Trend, TrendMark, WaiverLine

CAUSES = (
    Cause(
        "k-41aa", "string", "site_footer", Words("footer of the site", "网站页脚"), Severity.ERROR,
        "关于我们 广告服务 联系我们 版权所有", 1_204, ("portal-news",), 3, "news.example.org", "2026-11-17",
        "关于我们\\s+广告服务\\s+联系我们\\s+版权所有", new=True,
    ),
    Cause(
        "k-7d02", "template", "site_nav", Words("navigation of the site", "网站导航"), Severity.WARNING,
        "您的位置：首页 > 乡镇 > 第12页", 87, ("portal-news", "city-news"), 1, "www.example.org", "2026-10-02",
        "您的位置：首页 > 乡镇 > 第[0-9]+页",
    ),
    Cause(
        "k-0c55", "length", "truncated_tail", Words("last sentence not finished", "末句不完整"), Severity.ERROR,
        "2,000", 31, ("essay-site",), 0, "", "2026-11-20", "",
    ),
)  # fmt: skip
TRENDS = (
    Trend(
        "pinyin_bracket", Words("pinyin in brackets", "括号拼音"), Severity.ERROR,
        (*[0.02] * 40, None, *[0.02] * 30, 0.2, 0.4, 0.6),
        (TrendMark(20, Words("check pinyin_bracket changed", "检查 pinyin_bracket 有变")), TrendMark(71, Words("settings changed", "设置有变"))),
    ),
    Trend("site_footer", Words("footer of the site", "网站页脚"), Severity.INFO, (0.3, 0.3, 0.29, 0.4)),
    Trend("site_nav", Words("navigation of the site", "网站导航"), Severity.INFO, (0.3,)),
)  # fmt: skip
MOMENTS = tuple(f"2026-{9 + day // 30:02}-{day % 30 + 1:02}T18:00:00+00:00" for day in range(74))
WAIVERS = (
    WaiverLine(
        "c-9a40",
        "essay-site",
        Words("declared truncation", "自述截断"),
        "papers desk",
        "2026-12-31",
        "only the free part was ever ours",
        1,
        over=False,
    ),
    WaiverLine(
        "c-2210",
        "city-news",
        Words("navigation of the site", "网站导航"),
        "news desk",
        "2026-10-31",
        "a new extractor is on its way",
        12,
        over=True,
    ),
)
SCORES = (
    Score(
        "essay-site", "papers desk", 0.0, 0.0, 3, 1, 9, 4.0, (0.5, 0.5, 0.25, 0.0), "sources/essay-site.html"
    ),
    Score("agency-wire", "news desk", 0.999, 0.995, 0, 7, None, 1.5, (0.99, 0.99, 0.995, 0.999)),
    Score("city-news", "", None, None, 0, 0, None, None),
)
LINKS = Links(
    runs="index.html",
    checks="checks.html",
    language="2026-11-20T18-00-00Z.zh.html",
    exports=("../runs/2026-11-20T18-00-00Z/health.parquet",),
    before="2026-11-19T18-00-00Z.html",
)


def standing():
    """The fields of a report that these fill."""
    return {
        "causes": CAUSES,
        "causes_total": len(CAUSES),
        "trends": TRENDS,
        "trend_runs": MOMENTS,
        "waivers": WAIVERS,
        "scores": SCORES,
        "links": LINKS,
    }


def hostile_standing(text):
    """The same with ``text`` in every place that data can reach."""
    both = Words(text, text)
    return {
        "causes": tuple(
            replace(x, id=text, kind=text, cls=text, label=both, quote=text, sources=(text,), host=text, since=text, rule=text)
            for x in CAUSES[:1]
        ),
        "trends": (replace(TRENDS[0], cls=text, label=both, marks=(TrendMark(20, both),)),),
        "trend_runs": (text,) * 74,
        "waivers": tuple(replace(x, case_id=text, source=text, label=both, owner=text, until=text, reason=text) for x in WAIVERS[:1]),
        "scores": tuple(replace(x, source=text, owner=text, page=text) for x in SCORES[:1]),
        "links": Links(text, text, text, (text,), text),
    }  # fmt: skip


def enormous_standing(text):
    """More of each than fits."""
    worst = hostile_standing(text)
    marks = tuple(TrendMark(number, Words(text, text)) for number in range(90))
    return worst | {
        "causes": worst["causes"] * 300,
        "causes_total": 54_321,
        "trends": tuple(replace(worst["trends"][0], history=(0.123, 0.987) * 60, marks=marks) for _ in range(200)),
        "trend_runs": (text,) * 120,
        "waivers": worst["waivers"] * 300,
        "scores": worst["scores"] * 700,
    }  # fmt: skip
