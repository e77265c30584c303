"""Words of the page that tell of causes, trends, waivers and scores, and what its script says."""

from __future__ import annotations

from collections.abc import Mapping

from checks.model import Words

PAGE: Mapping[str, Words] = {
    "this_language": Words("English", "中文"),
    # what the script adds
    "js_filter": Words("Filter everything below", "筛选以下全部内容"),
    "js_shown": Words("{k} of {n} rows", "{n} 行中的 {k} 行"),
    "js_copy": Words("copy", "复制"),
    "js_copied": Words("copied", "已复制"),
    "js_sort": Words("sort by this column", "按此列排序"),
    # links out
    "beside_note": Words(
        "↗ leads to a page or file beside this one. This page is whole without it.",
        "↗ 指向本页旁边的页面或文件；没有它们，本页依然完整。",
    ),
    "all_runs": Words("all runs", "全部运行"),
    "run_before": Words("the run before", "上一次运行"),
    "full_lists": Words("full lists", "完整列表"),
    # causes
    "causes": Words("Causes", "成因"),
    "causes_caption": Words(
        "What many findings have in common, the gravest first; a rule matches the string for whoever cleans the text",
        "多处问题的共同成因，最严重者在前；规则可匹配该字符串，供清理文本者使用",
    ),
    "no_causes": Words(
        "No three documents have the same string, template or cut length in common.",
        "没有三篇以上文档共有相同的字符串、模板或截断长度。",
    ),
    "kind_string": Words("same string", "相同字符串"),
    "kind_template": Words("same template", "相同模板"),
    "kind_length": Words("same cut length", "相同截断长度"),
    "col_cause": Words("cause", "成因"),
    "col_kind": Words("in common", "共同点"),
    "col_where": Words("source, host", "来源、主机"),
    "n_sources": Words("{n} source|{n} sources", "{n} 个来源"),
    "and_n_hosts": Words("and {n} more host|and {n} more hosts", "等，另有 {n} 个主机"),
    # checks
    "col_precision": Words("measured precision", "实测精确率"),
    "of_labelled": Words("of {n} told", "共判 {n} 例"),
    "n_waived": Words("{n} waived", "{n} 篇豁免"),
    "against_median": Words("{points} points from the median of 7", "较七次中位数 {points} 个百分点"),
    "other_sources": Words("all other sources", "其余来源"),
    # trends
    "trends": Words("Trends", "趋势"),
    "trends_note": Words(
        "Share of the assessed documents over up to 90 runs, each on its own scale from zero. Dashed: a check or the "
        "settings changed with that run.",
        "最近至多 90 次运行中已评估文档的占比，各图自零起、刻度各异。虚线：该次运行的检查或设置有变。",
    ),
    "no_trends": Words("One run makes no trend yet.", "仅一次运行，尚无趋势。"),
    "trend_now": Words("{now} now, {most} at most in {n} runs", "现为 {now}，{n} 次运行中最高 {most}"),
    "trend_marks_left": Words("and {n} earlier change|and {n} earlier changes", "及更早的 {n} 次变动"),
    # cases
    "cases_note": Words(
        "To say that a case is known and worked on, or to accept it as it is:",
        "如要说明某问题已知并在处理，或按现状接受：",
    ),
    # waivers
    "waivers": Words("Waivers", "豁免"),
    "waivers_caption": Words("What was accepted, until when and why", "已接受的问题、期限与理由"),
    "no_waivers": Words("Nothing is waived.", "没有豁免。"),
    "waiver_over": Words("over", "已到期"),
    "col_until": Words("until", "至"),
    # scorecard
    "scores": Words("Sources and who answers for them", "来源及其负责人"),
    "scores_caption": Words("Each source over the runs, the worst first", "各来源历次表现，最差者在前"),
    "no_scores": Words("No source is known.", "没有来源。"),
    "col_clean_share": Words("clean documents", "无问题文档"),
    "col_oldest": Words("oldest open", "最久未结"),
    "col_to_fix": Words("days to fix (median)", "修复天数（中位数）"),
    "col_open": Words("open cases", "未结问题"),
    "n_days": Words("{n} d", "{n} 天"),
    # the page of a source, the index of runs
    "source_checks_caption": Words(
        "What hit this source, and how it has been", "命中该来源的检查及其历次情况"
    ),
    "no_source_checks": Words("No check has hit this source.", "没有检查命中该来源。"),
    "this_run": Words("the whole run", "本次运行全貌"),
    "as_of": Words("as of run", "截至运行"),
    "source_evidence_note": Words("The worst documents of this source.", "该来源中问题最严重的文档。"),
    "runs": Words("Runs", "运行记录"),
    "runs_caption": Words("Every run, the newest first", "全部运行，最新者在前"),
    "no_runs": Words("There is no run yet.", "尚无运行。"),
    "earlier_runs": Words("earlier runs", "更早的运行"),
    "later_runs": Words("later runs", "更晚的运行"),
    "col_run": Words("run", "运行"),
    "col_verdict": Words("verdict", "结论"),
    # two runs compared
    "diff_added": Words("sources added", "新增来源"),
    "diff_removed": Words("sources removed", "移除来源"),
    "diff_checks": Words("checks changed", "有变的检查"),
    "diff_settings": Words("the settings changed", "设置有变"),
    "diff_nothing": Words("nothing changed", "没有变化"),
    "m_sampling": Words("which documents", "文档选取"),
    "m_sampling_text": Words(
        "First the worst document of every problem of every source, what changed before what is known, then those with the most and gravest "
        "findings; the same run always shows the same ones.",
        "先取每个来源每个问题中最严重的一篇，有变化者优先，再按问题的严重程度与数量补足；同一次运行所示恒同。",
    ),
}
