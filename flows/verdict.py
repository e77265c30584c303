"""A run in one sentence, in the two languages of the reports. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checks.model import Words
from flows.records import CaseEvent, RunRow

STATUS = {
    "passed": Words("WELL", "良好"),
    "warned": Words("WELL, WITH WARNINGS", "良好，有警告"),
    "failed": Words("NEEDS ACTION", "需要处理"),
    "partial": Words("INCOMPLETE", "检查不完整"),
    "not_assessed": Words("NOT ASSESSED", "未能检查"),
}
_EVENTS = {
    "new": Words("{n} new", "新增 {n} 项"),
    "worse": Words("{n} worse", "加重 {n} 项"),
    "back": Words("{n} back", "复发 {n} 项"),
    "fixed": Words("{n} fixed", "修复 {n} 项"),
    "gone": Words("{n} gone", "消失 {n} 项"),
}
_KNOWN = Words("{n} known", "已知 {n} 项")
_BASELINE = Words("{n} problems at first sight", "首次检查发现 {n} 项问题")
_BASELINE_ONE = Words("{n} problem at first sight", "首次检查发现 {n} 项问题")
_NOTHING = Words("nothing changed", "没有变化")


def verdict(run: RunRow, events: Sequence[CaseEvent]) -> Words:
    """Say how the corpus is and what changed: ``NEEDS ACTION: 2 new, 1 worse, 5 known``."""
    return verdict_of(run.status, Counter(str(event.event) for event in events))


def verdict_of(status: str, count: Mapping[str, int]) -> Words:
    """Say the same of a run of which only the number of events of each kind is known."""
    known, change = STATUS[status], changes_of(count)
    return Words(f"{known.en}: {change.en}", f"{known.zh}：{change.zh}")


def changes(events: Sequence[CaseEvent]) -> Words:
    """Say what the run changed: ``2 new, 1 worse, 5 known, 3 fixed``, or that nothing changed."""
    return changes_of(Counter(str(event.event) for event in events))


def changes_of(count: Mapping[str, int]) -> Words:
    """Say the same by the number of events of each kind."""
    parts = [_first(count["baseline"])] if count.get("baseline") else []
    parts += [words.filled(n=count[name]) for name, words in _EVENTS.items() if count.get(name)]
    parts = parts or [_NOTHING]
    parts += [_KNOWN.filled(n=count["ongoing"])] if count.get("ongoing") else []
    return Words(", ".join(p.en for p in parts), "，".join(p.zh for p in parts))


def _first(number: int) -> Words:
    return (_BASELINE_ONE if number == 1 else _BASELINE).filled(n=number)


def run_lamp(run: RunRow) -> Words:
    """Say whether the run happened properly."""
    if run.status == "not_assessed":
        return Words("no source could be assessed", "没有来源可供检查")
    if run.status == "partial":
        return Words("the run is incomplete", "本次检查不完整")
    return Words("the run is complete", "本次检查完整")


def text_lamp(run: RunRow) -> Words:
    """Say whether the text is well, of what could be assessed."""
    assessed = run.clean + run.warned + run.failed
    if not assessed:
        return Words("no text was assessed", "没有检查任何文本")
    share = f"{run.clean / assessed:.1%}"
    return Words(
        f"{run.clean:,} of {assessed:,} documents are clean ({share}), "
        f"{run.warned:,} with warnings, {run.failed:,} failed",
        f"{assessed:,} 篇中 {run.clean:,} 篇无问题（{share}），{run.warned:,} 篇警告，{run.failed:,} 篇不合格",
    )
