"""Run reports to draw in tests: a failing night, a healthy one, a first run, a source that is gone.

The texts are our own; ``hostile`` and ``enormous`` hold what an attacker would put into a page.
"""

from __future__ import annotations

from dataclasses import replace

from checks.model import Evidence, Severity, Words
from reports.model import (
    CaseLine,
    Cell,
    Change,
    CheckLine,
    Figure,
    LimitLine,
    RejectLine,
    RunReport,
    ShownDocument,
    ShownFinding,
    SourceLine,
)
from tests.sample_standing import enormous_standing, hostile_standing, standing

LABELS = {
    "seo_spam_title": ("spam_title", "spam", Severity.CRITICAL, Words("spam title", "垃圾标题")),
    "domain_mismatch": (
        "domain_mismatch",
        "spam",
        Severity.CRITICAL,
        Words("official name, foreign address", "官方名称配外站网址"),
    ),
    "truncation_declared": (
        "truncation_declared",
        "truncated",
        Severity.ERROR,
        Words("declared truncation", "自述截断"),
    ),
    "paywall_notice": ("paywall_notice", "paywall", Severity.ERROR, Words("paywall notice", "付费墙提示")),
    "pinyin_bracket": ("pinyin_bracket", "pinyin", Severity.ERROR, Words("pinyin in brackets", "括号拼音")),
    "site_link_list": (
        "link_list",
        "site_text",
        Severity.WARNING,
        Words("link list of the site", "站内链接列表"),
    ),
    "site_footer": ("site_furniture", "site_text", Severity.INFO, Words("footer of the site", "网站页脚")),
    "site_nav": ("site_furniture", "site_text", Severity.INFO, Words("navigation of the site", "网站导航")),
}
TOLERATED = {Severity.CRITICAL: 0.0, Severity.ERROR: 0.01, Severity.WARNING: 0.05, Severity.INFO: 1.0}

_GLOSSED = "会上强调，各地要把这项工作放在更加突出的位置，抓紧抓实抓好，务求取得实效。"


def _line(cls, verdict, hit, assessed, change=None, history=(), not_assessed=0):
    check, family, severity, label = LABELS[cls]
    return CheckLine(
        cls, check, family, label, severity, verdict, hit, assessed, not_assessed,
        hit / assessed if assessed else None, change, TOLERATED[severity], history,
    )  # fmt: skip


def _limit(cls, limits):
    check, _, severity, label = LABELS[cls]
    tolerated = f"{TOLERATED[severity]:.0%} of its documents"
    return LimitLine(cls, check, label, severity, limits, tolerated, "3f9c1a77be02", 0.0123)


def _finding(cls, message, n, share, *spans, proof="strong"):
    _, family, severity, label = LABELS[cls]
    return ShownFinding(cls, label, family, severity, proof, message, n, share, spans)


LIMITS = tuple(
    _limit(cls, limits)
    for cls, limits in (
        ("seo_spam_title", "any place"),
        ("domain_mismatch", "any place"),
        ("truncation_declared", "any place"),
        ("paywall_notice", "any place"),
        ("pinyin_bracket", "more than 4 places; or more than 1 place and 2 % of the text"),
        ("site_link_list", "10 % of the text is site text"),
        ("site_footer", "any place"),
    )
)


def _readings():
    places = [(7 + 40 * k, "guó", "国") for k in range(7)]
    return tuple(
        Evidence(
            start,
            start + len(reading) + 2,
            f"({reading})",
            f"{_GLOSSED[: 20 - k]}全{char}",
            _GLOSSED[k : k + 30],
        )
        for k, (start, reading, char) in enumerate(places)
    )


def _documents():
    spam = ShownDocument(
        "001_68747901599756d3", "gov-mirror", "http://www.example.net/zwgk/2010-06/25/content_16.htm",
        "免费在线观看_高清无码_精品视频", "2026-11-20T18:00:04+00:00", "failed", 5_012,
        "新闻发布 应急管理 服务信息",
        (
            _finding(
                "seo_spam_title",
                Words("The title is a chain of 3 porn keywords that the text never uses", "标题由 3 个色情关键词串成，正文从未出现"),
                1, 0.0,
                Evidence(0, 15, "免费在线观看_高清无码_精品视频", "", "", None, "title"),
            ),
            _finding(
                "pinyin_bracket",
                Words("92 readings in brackets, each a dictionary reading of the character before it (first: 國(guó))", "92 处括号拼音，均为前一字的字典读音（首处：國(guó)）"),
                92, 0.061, *_readings(), proof="proved",
            ),
        ),
    )  # fmt: skip
    cut = ShownDocument(
        "003_ca346d6261063dff", "essay-site", "http://www.example.com/paper/84512.html",
        "对基层治理创新的几点思考", "2026-11-20T18:00:05+00:00", "failed", 2_271,
        "不作为、乱作为等问题明显减少。 通过坚持特邀监督员制度，主动接受社会各界 ……(未完，全文共4560字，当前仅显示2303字，请阅读下面提示信息。\n收藏《对基层治理创新的几点思考》)",
        (
            _finding(
                "truncation_declared",
                Words("The text says it shows 2303 of 4560 characters; 2,219 were counted", "文中自述仅显示 4560 字中的 2303 字，实际计得 2,219 字"),
                1, 0.016,
                Evidence(2_218, 2_254, "……(未完，全文共4560字，当前仅显示2303字，请阅读下面提示信息。", "不作为、乱作为等问题明显减少。 通过坚持特邀监督员制度，主动接受社会各界 ", "\n收藏《对基层治理创新的几点思考》)"),
                proof="proved",
            ),
            _finding(
                "paywall_notice",
                Words("The page asks for a membership before it shows the rest", "页面要求开通会员后才显示其余内容"),
                1, 0.016,
                Evidence(2_245, 2_254, "请阅读下面提示信息", "(未完，全文共4560字，当前仅显示2303字，", "。\n收藏《对基层治理创新的几点思考》)"),
            ),
        ),
        4_560, "各级要把群众满意作为检验工作的根本标准，一件事情接着一件事情办，一年接着一年干，积小胜为大胜。",
    )  # fmt: skip
    plain_pinyin = ShownDocument(
        "000_2f0cf73b4146577b", "news-archive", "", "", "2026-11-20T18:00:03+00:00", "failed", 4_806,
        "妥善化解矛盾纠纷。>>>详细阅读",
        (
            _finding(
                "pinyin_bracket",
                Words("604 readings in brackets, each a dictionary reading of the character before it (first: 国(guó))", "604 处括号拼音，均为前一字的字典读音（首处：国(guó)）"),
                604, 0.402, *_readings(), proof="proved",
            ),
        ),
    )  # fmt: skip
    lists = ShownDocument(
        "002_50515ac5e261a18b", "portal-news", "http://news.example.org/c/2012-09-08/234225.shtml",
        "", "2026-11-20T18:00:04+00:00", "warned", 3_930,
        "Copyright © 1996-2012 All Rights Reserved 版权所有",
        (
            _finding(
                "site_link_list",
                Words("3 blocks of links to other pages make up 24.1 % of the text", "3 处指向其他页面的链接列表，占全文 24.1 %"),
                3, 0.241,
                Evidence(2_890, 3_402, "1. 1雨后山路塌方村民连夜抢修\n2. 2老街茶馆迎来第一批客人\n3. 3实拍清晨渔船归港……\n    10. 10孩子们在图书馆度过周末", "热点新闻排行\n", "\n    关于我们 联系我们"),
                Evidence(3_402, 3_610, "相关阅读：秋粮入库过半\n相关阅读：夜市恢复营业", "\n", "\n    新闻中心意见反馈"),
            ),
            _finding(
                "site_footer",
                Words("The footer of the site follows the text", "正文之后带有网站页脚"),
                1, 0.045,
                Evidence(3_610, 3_790, "关于我们广告服务联系我们招聘信息网站律师通行证注册产品答疑┊Copyright © 1996-2012", "\n    ", " All Rights Reserved\n\n    版权所有"),
            ),
        ),
    )  # fmt: skip
    return spam, cut, plain_pinyin, lists


SOURCES = ("news-archive", "gov-mirror", "portal-news", "essay-site", "agency-wire")
_SHARES = {
    "seo_spam_title": {"gov-mirror"},
    "truncation_declared": {"essay-site"},
    "paywall_notice": {"essay-site"},
    "pinyin_bracket": {"news-archive", "gov-mirror", "essay-site"},
    "site_link_list": {"portal-news"},
    "site_footer": {"portal-news", "agency-wire"},
}


def failing() -> RunReport:
    """Five pages, one a source: three failed, one warned, one passed."""
    trend = (0.2, 0.2, 0.2, 0.4, 0.4, None, 0.4, 0.6, 0.6)
    return RunReport(
        run_id="2026-11-20T18-00-00Z",
        corpus="example pages",
        status="failed",
        verdict=Words(
            "Needs action: 2 new problems, 1 worse, 2 known, 1 fixed since the run before.",
            "需要处理：较上次运行新增 2 个问题，1 个恶化，2 个已知，1 个已修复。",
        ),
        run_lamp=Words("Complete: 5 of 5 sources read, 5 documents.", "完整：读取 5 个来源中的 5 个，共 5 篇文档。"),
        run_well=True,
        text_lamp=Words("3 documents failed, 1 warned, 1 passed.", "3 篇未通过，1 篇警告，1 篇通过。"),
        text_status="failed",
        started_at="2026-11-20T18:00:00+00:00",
        finished_at="2026-11-20T18:00:07+00:00",
        figures=(
            Figure(Words("documents", "文档"), "5", "+1 −0", (4, 4, 4, 4, 4, None, 4, 4, 5)),
            Figure(Words("clean documents", "正常文档"), "20.0 %", "−5.0 points", (0.75, 0.75, 0.75, 0.5, 0.5, None, 0.5, 0.25, 0.2), worse=True),
            Figure(Words("open cases", "未结问题"), "5", "+1", (2, 2, 3, 3, 3, None, 4, 4, 5), worse=True),
            Figure(Words("oldest open case", "最久未结问题"), "9 nights", "+1", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
            Figure(Words("run", "运行"), "complete", "", ()),
        ),
        changes=(
            Change("new", "gov-mirror", "seo_spam_title", LABELS["seo_spam_title"][3], "site desk", Severity.CRITICAL, 1, 0, 1.0, "2026-11-20T18:00:00+00:00", "c-7f21", "免费在线观看_高清无码_精品视频", False),
            Change("worse", "news-archive", "pinyin_bracket", LABELS["pinyin_bracket"][3], "news desk", Severity.ERROR, 4, 1, 0.8, "2026-11-12T18:00:00+00:00", "c-01be", "全国(guó)上下", False),
            Change("new", "essay-site", "truncation_declared", LABELS["truncation_declared"][3], "papers desk", Severity.ERROR, 1, 0, 1.0, "2026-11-20T18:00:00+00:00", "c-9a40", "……(未完，全文共4560字，当前仅显示2303字", True),
            Change("fixed", "agency-wire", "site_nav", LABELS["site_nav"][3], "news desk", Severity.WARNING, 0, 3, 0.0, "2026-11-17T18:00:00+00:00", "c-33d0", "", False),
        ),
        checks=(
            _line("seo_spam_title", "failed", 1, 5, 1, (0, 0, 0, 0, 0, None, 0, 0, 0.2)),
            _line("pinyin_bracket", "failed", 3, 5, 1, trend),
            _line("truncation_declared", "failed", 1, 5, 0, (0.2,) * 9),
            _line("paywall_notice", "failed", 1, 5, 0, (0.2,) * 9),
            _line("site_link_list", "warned", 1, 5, 0, (0.2,) * 9),
            _line("domain_mismatch", "not_assessed", 0, 0, None, (), 5),
            _line("site_footer", "passed", 2, 5, 0, (0.4,) * 9),
            _line("site_nav", "passed", 0, 5, -3, (0.6,) * 8 + (0.0,)),
        ),
        matrix=tuple(
            Cell(source, cls, 1.0 if source in hit else 0.0, int(source in hit), 1, _verdict(cls, source in hit), source == "gov-mirror" and cls == "seo_spam_title")
            for source in SOURCES
            for cls, hit in _SHARES.items()
        ),
        documents=_documents(),
        documents_with_findings=4,
        sources=tuple(
            SourceLine(source, owner, 1, int(verdict == "passed"), int(verdict == "warned"), int(verdict == "failed"), 0, int(source == "gov-mirror"), 0, int(source != "gov-mirror"), 0, int(source == "essay-site"), "", 0.8)
            for source, owner, verdict in zip(SOURCES, ("news desk", "site desk", "news desk", "papers desk", "news desk"), ("failed", "failed", "warned", "failed", "passed"), strict=True)
        ),
        rejects=(RejectLine("essay-site", "documents/legacy/index_84513.txt", "not utf-8: byte 0xb6 at 17; the bytes look like gb18030"),),
        rejects_total=1,
        cases=(
            CaseLine("c-7f21", "gov-mirror", LABELS["seo_spam_title"][3], "site desk", Severity.CRITICAL, "open", "2026-11-20T18:00:00+00:00", 1, ""),
            CaseLine("c-01be", "news-archive", LABELS["pinyin_bracket"][3], "news desk", Severity.ERROR, "open", "2026-11-12T18:00:00+00:00", 4, ""),
            CaseLine("c-9a40", "essay-site", LABELS["truncation_declared"][3], "papers desk", Severity.ERROR, "waived", "2026-11-20T18:00:00+00:00", 1, "until 2026-12-31: only the free part was ever ours"),
        ),
        undelivered=("chat room: 1 message, 3 attempts, last answer 503 Service Unavailable",),
        limits=LIMITS,
        settings_hash="b1946ac92492d2347c6235b4d2611184",
        version="0.1.0",
        findings_file="../runs/2026-11-20T18-00-00Z/findings.jsonl",
        **standing(),
    )  # fmt: skip


def _verdict(cls, hit):
    severity = LABELS[cls][2]
    if not hit or severity == Severity.INFO:
        return "passed"
    return "warned" if severity == Severity.WARNING else "failed"


def healthy() -> RunReport:
    """Three sources, 12,480 documents, nothing above what is tolerated."""
    names = (("city-news", 8_000), ("agency-wire", 4_100), ("essay-site", 380))
    return replace(
        failing(),
        status="passed",
        verdict=Words("All is well: 12,480 documents checked, nothing changed.", "一切正常：检查了 12,480 篇文档，没有变化。"),
        text_lamp=Words("12,461 of 12,480 documents are clean (99.8 %).", "12,480 篇文档中 12,461 篇正常（99.8 %）。"),
        run_lamp=Words("Complete: 3 of 3 sources read.", "完整：3 个来源全部读取。"),
        text_status="passed",
        figures=(
            Figure(Words("documents", "文档"), "12,480", "+36 −3", (12_300, 12_350, 12_401, 12_447, 12_480)),
            Figure(Words("clean documents", "正常文档"), "99.8 %", "±0", (0.997, 0.998, 0.998, 0.998, 0.998)),
            Figure(Words("open cases", "未结问题"), "0", "−1", (2, 2, 1, 1, 0), worse=False),
            Figure(Words("oldest open case", "最久未结问题"), "–", "", ()),
            Figure(Words("run", "运行"), "complete", "", ()),
        ),
        changes=(),
        checks=tuple(_line(cls, "passed", hit, 12_480, 0, (0.001, 0.0012, 0.001)) for cls, hit in zip(LABELS, (0, 0, 7, 3, 0, 9, 4_200, 3_100), strict=True)),
        matrix=tuple(Cell(name, "site_footer", 0.3, n * 3 // 10, n, "passed", False) for name, n in names),
        documents=(),
        causes=(),
        causes_total=0,
        waivers=(),
        documents_with_findings=0,
        sources=tuple(SourceLine(name, "news desk", n, n, 0, 0, 0, 12, 3, n - 15, 1, 0, "", 12.5) for name, n in names),
        rejects=(),
        rejects_total=0,
        cases=(),
        undelivered=(),
    )  # fmt: skip


def first_run() -> RunReport:
    """The same five pages seen for the first time: a baseline, no history, no changes."""
    night = failing()
    return replace(
        night,
        verdict=Words(
            "First run, baseline: 5 cases in 4 of 5 documents.",
            "首次运行，基线：5 篇文档中的 4 篇共 5 个问题。",
        ),
        figures=tuple(replace(figure, change="", history=(), worse=None) for figure in night.figures),
        changes=tuple(replace(change, event="baseline", before=0) for change in night.changes[:3]),
        checks=tuple(replace(line, change=None, history=()) for line in night.checks),
        matrix=tuple(replace(cell, moved=False) for cell in night.matrix),
        undelivered=(),
        trends=(),
        waivers=(),
        scores=tuple(replace(score, before=None, history=()) for score in night.scores),
        links=replace(night.links, before=""),
    )


def source_gone() -> RunReport:
    """One of the sources could not be read: partial, never green."""
    night = failing()
    lost = replace(
        night.sources[2],
        documents=0,
        warned=0,
        unchanged=0,
        failure="folder documents/portal is gone",
        seconds=0.0,
    )
    return replace(
        night,
        status="partial",
        verdict=Words("Not the whole picture: 1 of 5 sources could not be read.", "结果不完整：5 个来源中有 1 个无法读取。"),
        run_lamp=Words("Partial: source portal-news was not assessed.", "不完整：来源 portal-news 未评估。"),
        run_well=False,
        sources=(*night.sources[:2], lost, *night.sources[3:]),
        matrix=tuple(
            replace(cell, share=None, hit=0, documents=0, verdict="not_assessed")
            if cell.source == "portal-news"
            else cell
            for cell in night.matrix
        ),
    )  # fmt: skip


ATTACKS = (
    "<script>window.__pwned=1</script>",
    "\"><img src=x onerror='window.__pwned=2'>",
    "' onmouseover=alert(1) autofocus onfocus=alert(2) x='",
    "</style><style>body{display:none}</style><script>window.__pwned=3</script>",
    "{{ 7*7 }}{% raw %}{{ config }}{# gone #}",
    "</title></textarea></mark><svg onload=window.__pwned=4><iframe src=javascript:alert(3)>",
    "[click](javascript:alert(4)) ![x](http://example.com/x.png) **bold** <b>&lt;b&gt;</b> &amp;lt;",
    "user\u202etxt.exe\u202c a\u2066b\u2069 zero\u200bwidth\ufeff nul\x00bell\x07esc\x1b[31m c1\x9b lone\ud800 end",
    "http://evil.example.com/steal?c=1 www.example.com //example.com/x",
    "<meta http-equiv=refresh content='0;url=http://example.com/'><base href=//example.com/><link rel=stylesheet href=//example.com/a.css>",
    "]]><!-- --!> <!DOCTYPE x> <?php ?> \u2028\u2029 \u0085 \r\n\t line",
    "A\u0301\u0302\u0303\u0304\u0305 שלום مرحبا \U000e0041\ufe0f\u3164",
)  # fmt: skip


def hostile(text: str) -> RunReport:
    """The failing night with ``text`` in every place that data can reach."""
    night, both = failing(), Words(text, text)
    evidence = Evidence(3, 9, text, text, text, text)
    finding = replace(
        night.documents[1].findings[0], label=both, message=both, proof=text, spans=(evidence,) * 5
    )
    document = replace(
        night.documents[1], id=text, source=text, url=text, title=text, fetched_at=text, tail=text, tail_before=text,
        findings=(finding, replace(finding, spans=(replace(evidence, field="title"),))),
    )  # fmt: skip
    return replace(
        night,
        run_id=text, corpus=text, verdict=both, run_lamp=both, text_lamp=both, started_at=text, finished_at=text,
        figures=tuple(replace(figure, label=both, value=text, change=text) for figure in night.figures),
        changes=tuple(replace(x, event=text, source=text, cls=text, label=both, owner=text, since=text, case_id=text, snippet=text, advice=both) for x in night.changes[:1]),
        checks=tuple(replace(x, cls=text, check=text, label=both) for x in night.checks[:1]),
        matrix=tuple(replace(x, source=text, cls=text) for x in night.matrix if x.hit)[:1],
        documents=(document,),
        sources=tuple(replace(x, source=text, owner=text, failure=text) for x in night.sources[:1]),
        rejects=(RejectLine(text, text, text),),
        cases=tuple(replace(x, id=text, source=text, label=both, owner=text, status=text, since=text, note=text, cls=text, advice=both) for x in night.cases[:1]),
        undelivered=(text,),
        limits=tuple(replace(x, cls=text, check=text, label=both, limits=text, tolerated=text, version=text) for x in night.limits[:1]),
        settings_hash=text, version=text, findings_file=text, **hostile_standing(text),
    )  # fmt: skip


def enormous(text: str = "\u202e\U000e0041" * 500) -> RunReport:
    """More of everything than fits, every text the heaviest that there is."""
    worst = hostile(text)
    document = worst.documents[0]
    finding = replace(document.findings[0], spans=document.findings[0].spans * 200, n=604)
    classes = [f"class_{number}" for number in range(400)]
    return replace(
        worst,
        changes=worst.changes * 500,
        checks=tuple(replace(worst.checks[0], cls=cls, history=(0.123, 0.987) * 60) for cls in classes),
        matrix=tuple(
            replace(worst.matrix[0], source=f"{number}{text}", cls=cls)
            for number in range(200)
            for cls in classes[:60]
        ),
        documents=(replace(document, findings=(finding,) * 60),) * 3_000,
        documents_with_findings=4_321,
        sources=worst.sources * 700,
        rejects=worst.rejects * 2_000,
        rejects_total=54_321,
        cases=tuple(replace(worst.cases[0], id=f"{number}{text}") for number in range(900)),
        undelivered=worst.undelivered * 90,
        limits=tuple(replace(worst.limits[0], cls=cls) for cls in classes),
        **enormous_standing(text),
    )
