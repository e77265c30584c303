"""The message catalogue: every heading, verdict word, column head and sentence of the report.

English and Chinese stand side by side, so that neither can be forgotten. ``{n}`` takes a count that
is already written out; ``one|many`` chooses the English form by ``number``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checks.model import Words
from reports.measured_words import MEASURED
from reports.page_words import PAGE

CATALOGUE: Mapping[str, Words] = {
    "title": Words("corpus health", "语料健康"),
    # verdicts, of runs, lamps, checks and documents
    "passed": Words("passed", "通过"),
    "warned": Words("warned", "警告"),
    "failed": Words("failed", "未通过"),
    "not_assessed": Words("not assessed", "未评估"),
    "partial": Words("partial", "不完整"),
    "ok": Words("ok", "正常"),
    # severities
    "critical": Words("critical", "致命"),
    "error": Words("error", "错误"),
    "warning": Words("warning", "警告"),
    "info": Words("info", "提示"),
    # grades of proof
    "proved": Words("proved", "确证"),
    "strong": Words("strong", "有力"),
    "hint": Words("hint", "线索"),
    # what a run did to a case, and what a case is
    "baseline": Words("baseline", "基线"),
    "new": Words("new", "新增"),
    "ongoing": Words("ongoing", "持续"),
    "worse": Words("worse", "恶化"),
    "better": Words("better", "好转"),
    "back": Words("back", "复发"),
    "fixed": Words("fixed", "已修复"),
    "gone": Words("gone", "已消失"),
    "open": Words("open", "未结"),
    "acknowledged": Words("acknowledged", "已确认"),
    "waived": Words("waived", "已豁免"),
    "muted": Words("muted", "已静默"),
    # the strip
    "run_id": Words("run id", "运行编号"),
    "lamp_run": Words("Did the run happen properly?", "运行是否正常？"),
    "lamp_text": Words("Is the text well?", "文本是否健康？"),
    "figures": Words("In five numbers", "五个数字"),
    "undelivered": Words(
        "{n} alert could not be delivered|{n} alerts could not be delivered", "{n} 条告警未能送达"
    ),
    "undelivered_note": Words(
        "Nobody was told of this by the usual way. Mend the channel; the next run tries again.",
        "相关人员未通过常规渠道得知。请修复渠道，下次运行会重试。",
    ),
    "contents": Words("Contents", "目录"),
    "to_top": Words("to the top", "回到顶部"),
    # sections
    "changes": Words("What changed", "变化"),
    "changes_caption": Words(
        "Problems that this run moved, the gravest first", "本次运行中发生变化的问题，最严重者在前"
    ),
    "no_changes": Words("Nothing changed since the run before.", "与上次运行相比没有变化。"),
    "checks": Words("Checks", "检查"),
    "checks_caption": Words("Checks that need a look, over all sources", "需要关注的检查（全部来源）"),
    "checks_passed_caption": Words("Checks that passed, over all sources", "通过的检查（全部来源）"),
    "checks_unknown_caption": Words(
        "Checks that could not judge every source and found nothing elsewhere",
        "未能评估所有来源、且在其他来源未发现问题的检查",
    ),
    "checks_unknown": Words(
        "{n} check could not judge every source|{n} checks could not judge every source",
        "{n} 项检查未能评估所有来源",
    ),
    "checks_note": Words(
        "Bar: share of the assessed documents, on a square-root scale. Tick: the share that is tolerated.",
        "条形：已评估文档中的占比（平方根刻度）。竖线：容许的占比。",
    ),
    "checks_passed": Words("{n} check passed|{n} checks passed", "{n} 项检查通过"),
    "checks_all_passed": Words("No check needs a look.", "没有需要关注的检查。"),
    "no_checks": Words("No check ran.", "没有运行任何检查。"),
    "matrix": Words("Sources × checks", "来源 × 检查"),
    "matrix_caption": Words(
        "Share of the assessed documents of each source with such a finding, and documents hit / assessed",
        "各来源已评估文档中有此类问题的占比，以及 命中 / 已评估 文档数",
    ),
    "matrix_note": Words(
        "The stronger the tint, the larger the share. Outlined: moved since the run before. Hatched: not assessed. "
        "Triangle or diamond: more than the source tolerates.",
        "底色越浓，占比越大。带框：与上次运行相比有变化。斜线：未评估。三角或菱形：超出该来源的容许值。",
    ),
    "matrix_columns": Words(
        "{n} more check is left out, those without a hit first.|{n} more checks are left out, those without a hit first.",
        "另有 {n} 项检查未列出，先省略没有命中的。",
    ),
    "no_matrix": Words("No check hit any source.", "没有检查命中任何来源。"),
    "evidence": Words("Evidence", "证据"),
    "evidence_note": Words(
        "Quotes are raw text: characters without shape are drawn as boxes, and nothing in them is a link. "
        "Places count the characters of the raw text from 0.",
        "引文为原始文本：不可见字符以方框显示，其中不含任何链接。位置按原始文本的字符数从 0 计起。",
    ),
    "no_evidence": Words("No document has a finding.", "没有文档存在问题。"),
    "cases": Words("Open cases", "未结问题"),
    "cases_caption": Words("Problems that are open, source by check", "未结问题（来源 × 检查）"),
    "no_cases": Words("No case is open.", "没有未结问题。"),
    "sources": Words("Ingest", "采集"),
    "sources_caption": Words("What each source gave", "各来源的采集情况"),
    "no_sources": Words("No source was read.", "没有读取任何来源。"),
    "rejects": Words("Rejects", "拒收"),
    "rejects_caption": Words("What could not become a document, and why", "未能成为文档的内容及原因"),
    "no_rejects": Words("Nothing was rejected.", "没有拒收的内容。"),
    "method": Words("Method", "方法"),
    "limits_caption": Words("What each check is judged by", "各项检查的判定依据"),
    "limits_fold": Words("{n} limit in force|{n} limits in force", "{n} 条生效的限值"),
    "no_limits": Words("No limits were in force.", "没有生效的限值。"),
    # how much of a list is on the page
    "shown_part": Words(
        "Showing {k} of {n} documents; the full list is in", "显示 {n} 篇中的 {k} 篇；完整列表见"
    ),
    "shown_some": Words("Showing {k} of {n}.", "显示 {n} 项中的 {k} 项。"),
    "shown_all": Words("Every finding is also in", "全部问题另见"),
    # column heads
    "col_problem": Words("problem", "问题"),
    "col_source": Words("source, owner", "来源、负责人"),
    "col_source_only": Words("source", "来源"),
    "col_documents": Words("documents", "文档"),
    "col_now_was": Words("documents now (was)", "现有文档（此前）"),
    "col_share": Words("share", "占比"),
    "col_since": Words("since", "始于"),
    "col_case": Words("case", "问题编号"),
    "col_severity": Words("severity", "级别"),
    "col_check": Words("check", "检查"),
    "col_hit": Words("documents hit", "命中文档"),
    "col_change": Words("change", "变化"),
    "col_trend": Words("trend", "趋势"),
    "col_against": Words("against tolerated", "对照容许值"),
    "col_status": Words("status", "状态"),
    "col_clean": Words("clean", "正常"),
    "col_changed": Words("changed", "已变"),
    "col_unchanged": Words("unchanged", "未变"),
    "col_rejects": Words("rejects", "拒收"),
    "col_time": Words("time", "用时"),
    "col_location": Words("location", "位置"),
    "col_reason": Words("reason", "原因"),
    "col_limits": Words("a document has a finding if", "文档判定条件"),
    "col_tolerated": Words("tolerated of a source", "来源容许占比"),
    "col_version": Words("version", "版本"),
    # evidence cards
    "was": Words("was {n}", "此前 {n}"),
    "source": Words("source", "来源"),
    "address": Words("address", "网址"),
    "page_title": Words("title", "标题"),
    "fetched": Words("fetched", "抓取时间"),
    "length": Words("length", "长度"),
    "characters": Words("{n} character|{n} characters", "{n} 字"),
    "characters_was": Words("the version before: {n}", "上一版本：{n} 字"),
    "places": Words("{n} place|{n} places", "{n} 处"),
    "of_text": Words("{share} of the text", "占全文 {share}"),
    "in_title": Words("title", "标题"),
    "place": Words("characters {start} to {end}", "第 {start} 至 {end} 字"),
    "original": Words("originally", "原文"),
    "more_places": Words("{n} more place|{n} more places", "另外 {n} 处"),
    "places_left": Words(
        "{n} more place is in the full list.|{n} more places are in the full list.", "另有 {n} 处见完整列表。"
    ),
    "findings_left": Words(
        "{n} more finding is in the full list.|{n} more findings are in the full list.",
        "另有 {n} 项问题见完整列表。",
    ),
    "tail": Words("How the text ends", "文本结尾"),
    "tail_before": Words("How the version before ended", "上一版本的结尾"),
    "end_of_text": Words("end of the text", "文本到此为止"),
    # the figures of a source or check that are not there
    "n_not_assessed": Words("{n} not assessed", "{n} 未评估"),
    "tolerated": Words("tolerated {share}", "容许 {share}"),
    # method
    "m_started": Words("started", "开始"),
    "m_finished": Words("finished", "结束"),
    "m_version": Words("version", "版本"),
    "m_settings": Words("settings", "设置"),
    "m_findings": Words("all findings", "全部问题"),
    "m_proof": Words("grades of proof", "证据等级"),
    "m_proof_text": Words(
        "proved: by arithmetic, replay, a dictionary or containment; strong: a closed list and its position; "
        "hint: averages. Hints never fail a document and never alert.",
        "确证：算术、重放、词典或包含关系；有力：封闭词表加位置；线索：统计均值。线索不会判文档未通过，也不会告警。",
    ),
    "m_verdicts": Words("verdicts", "判定"),
    "m_verdicts_text": Words(
        "A document failed if it has a proved or strong finding at error or above, warned at warning. "
        "A source failed if the share of its documents with such a finding exceeds what it tolerates. "
        "What could not be read or checked is not assessed and never counts as passed.",
        "文档若有确证或有力的错误及以上级别问题，则判为未通过；警告级别则判为警告。"
        "来源若有此类问题的文档占比超过容许值，则判为未通过。无法读取或检查的内容一律记为未评估，绝不计为通过。",
    ),
    "m_shown": Words("what is shown", "显示范围"),
    "m_shown_text": Words(
        "Documents are shown worst first, quotes with 60 characters before and after, long quotes without "
        "their middle; this page never exceeds 2 MB.",
        "文档按严重程度排列；引文前后各附 60 字，过长的引文略去中段；本页面不超过 2 MB。",
    ),
    **MEASURED,
    **PAGE,
}

LOCALES = {"en": "en", "zh": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the catalogue: call it with a key, or let it choose from ``Words``.

    >>> Language("en")("checks_passed", number=1), Language("zh")("checks_passed", number=18)
    ('1 check passed', '18 项检查通过')
    """

    code: str

    def __post_init__(self) -> None:
        if self.code not in LOCALES:
            raise ValueError(f"language {self.code!r} is none of {', '.join(LOCALES)}")

    @property
    def locale(self) -> str:
        """The value for ``lang`` of a page in this language."""
        return LOCALES[self.code]

    def of(self, words: Words | str) -> str:
        """Choose this language of a sentence that came with the report; a bare text is in both."""
        chosen: str = words if isinstance(words, str) else getattr(words, self.code)
        return chosen

    def __call__(self, key: str, *, number: int | None = None, **details: str) -> str:
        """Return the words of ``key``; an unknown key raises KeyError."""
        one, _, many = self.of(CATALOGUE[key]).partition("|")
        chosen = many if many and number != 1 else one
        return chosen.format(**(details if number is None else {"n": f"{number:,}", **details}))

    def word(self, name: str) -> str:
        """Return the word for a value of the data, such as a status; one without a word stays as it is."""
        return self(name) if name in CATALOGUE else name
