"""The message catalogue, second part: what the pages about accuracy and about the checks say."""

from __future__ import annotations

from collections.abc import Mapping

from checks.model import Words

MEASURED: Mapping[str, Words] = {
    # measured accuracy, wherever it stands
    "col_measured": Words("measured accuracy", "实测准确度"),
    "not_measured": Words("not measured yet", "尚未测量"),
    "a_precision": Words(
        "precision {share} of {n} ({low} to {high})", "精确率 {share}，n = {n}（{low} 至 {high}）"
    ),
    "a_recall": Words(
        "recall {share} of {n} ({low} to {high})", "召回率 {share}，n = {n}（{low} 至 {high}）"
    ),
    "a_no_precision": Words("nothing told", "未曾报告"),
    "a_no_recall": Words("nothing labelled", "无标注"),
    # the page of the catalogue
    "catalogue": Words("What is checked", "检查目录"),
    "catalogue_link": Words(
        "every check with its examples and measured accuracy", "各项检查、示例及实测准确度"
    ),
    "catalogue_sum": Words(
        "{checks} checks, {classes} classes of faults", "{checks} 项检查，{classes} 类问题"
    ),
    "catalogue_caption": Words("Every class of faults, by check", "各类问题（按检查排列）"),
    "catalogue_note": Words(
        "Accuracy is measured by document on labelled texts of the wild, with 95 % intervals (Wilson). "
        "Examples are our own words; marked is what is told.",
        "准确度按文档在真实标注文本上测得，附 95 % 区间（Wilson）。示例均为自拟文字；高亮处为所报告的内容。",
    ),
    "col_class": Words("class", "类别"),
    "col_family": Words("family", "大类"),
    "fires_on": Words("Told", "会报告"),
    "silent_on": Words("Not told", "不会报告"),
    "known_misses": Words("Known misses: to be told, and not yet", "已知漏报：应报告而尚未报告"),
    "examples": Words("{n} example|{n} examples", "{n} 个示例"),
    "says": Words("says", "说明"),
    # the page of an evaluation
    "evaluation": Words("Measured accuracy", "准确度测量"),
    "evaluation_sum": Words(
        "{n} document against its labels: macro F1 {f1}|{n} documents against their labels: macro F1 {f1}",
        "{n} 篇标注文档：宏平均 F1 {f1}",
    ),
    "half_even": Words("even half of the documents", "文档的偶数半"),
    "half_odd": Words("odd half of the documents", "文档的奇数半"),
    "half_all": Words("all documents", "全部文档"),
    "families": Words("Families", "大类"),
    "families_caption": Words("Families that are labelled or told", "已标注或已报告的大类"),
    "classes": Words("Classes", "类别"),
    "classes_caption": Words("Classes that are labelled or told", "已标注或已报告的类别"),
    "no_scores": Words("Nothing is labelled and nothing was told.", "既无标注，也无报告。"),
    "clean": Words("False alarms on clean documents", "正常文档上的误报"),
    "clean_caption": Words(
        "Clean documents with a finding that counts, by genre", "有计入问题的正常文档（按体裁）"
    ),
    "no_clean": Words("No document is labelled as clean.", "没有标注为正常的文档。"),
    "all_genres": Words("all genres", "全部体裁"),
    "col_labelled": Words("labelled", "已标注"),
    "col_told": Words("told", "已报告"),
    "col_precision": Words("precision", "精确率"),
    "col_recall": Words("recall", "召回率"),
    "col_f1": Words("F1", "F1 值"),
    "col_characters": Words("by character: P, R, F1", "按字：P、R、F1"),
    "col_hints": Words("hints right", "线索命中"),
    "col_genre": Words("genre", "体裁"),
    "col_alert": Words("alert-grade", "警告及以上"),
    "col_error": Words("error-grade", "错误及以上"),
    "misses": Words("Misses", "漏报"),
    "false_alarms": Words("False alarms", "误报"),
    "no_misses": Words("No label was missed.", "没有漏报。"),
    "no_false_alarms": Words("There was no false alarm.", "没有误报。"),
    "m_files": Words("labelled files", "标注文件"),
    "m_generated": Words("generated documents among them", "其中生成的文档"),
    "m_rejected": Words("bad rows, not scored", "有误而未计入的行"),
    "m_counted": Words("how it is counted", "计数方法"),
    "m_counted_text": Words(
        "Told means a proved or strong finding at any severity; hints are counted apart. Characters are "
        "scored where every fault is labelled; a label on 90 % or more of a text counts by document only. "
        "Macro F1 is the mean over the fault families that are labelled.",
        "“已报告”指任意级别的确证或有力问题；线索另计。仅在标注完整的文档上按字计分；覆盖全文 90 % 以上的标注只按文档计。"
        "宏平均 F1 为已标注问题大类的均值。",
    ),
    "m_intervals": Words("intervals", "区间"),
    "m_intervals_text": Words(
        "95 %: Wilson for shares of documents, Wilson indirect for their F1 (arXiv 2309.14621), percentile "
        "bootstrap over documents for characters and macro F1.",
        "95 %：文档占比用 Wilson，其 F1 用 Wilson 间接法（arXiv 2309.14621），按字与宏平均 F1 用按文档的百分位自助法。",
    ),
}
