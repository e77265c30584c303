"""What one route is told of one run: a title and a body of plain text. Pure, no clock.

One line an event, the worst first, at most twenty; then what is only counted, the report and what
to do. The report's address stands near the top, so that a channel that cuts the end leaves it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.model import Words
from flows.alerts import wording
from flows.alerts.routing import Selection, moment
from flows.alerts.wording import Language, cut, percent, safe, said
from flows.records import Case, CaseEvent, RunRow
from flows.terminal import shown
from flows.verdict import STATUS, changes, run_lamp, text_lamp

LIMIT = 3_500
"""Bytes of a body. WeCom's markdown takes 4,096 bytes and Telegram 4,096 characters; the rest is for
the title, which Apprise puts above the body where a channel has none. Apprise itself cuts by
characters, if at all: a Chinese one is three bytes."""

TOP, TROUBLES, REASON = 20, 5, 200
"""Lines of events and of trouble, code points of one reason: what still fits one screen of a chat."""

WITHOUT_NUMBERS = frozenset({"source_not_assessed", "nothing_new"})
"""Classes about a whole source: "1 docs" would be false."""

_ORDER = {"new": 0, "worse": 0, "back": 0, "ongoing": 1, "gone": 2, "fixed": 2}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What all messages of a run share. ``labels``: words by class; ``cases``: by case id."""

    run: RunRow
    report_link: str
    at: str
    trouble: Sequence[str] = ()
    language: Language = "en"
    labels: Mapping[str, Words] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    limit: int = LIMIT


def title(selection: Selection, head: Letterhead) -> str:
    """Say the verdict and what changed: ``example: NEEDS ACTION - 2 new, 1 worse, 3 fixed``."""
    status = getattr(STATUS[head.run.status], head.language)
    change = getattr(changes(selection.told + selection.known), head.language)
    return f"{cut(shown(head.run.corpus), 80)}: {status} - {change}"


def body(selection: Selection, head: Letterhead) -> str:
    """Write the message, with as many lines of events as fit into ``head.limit`` bytes."""
    events = sorted(selection.moved + selection.repeated, key=_worst_first)
    lines = [line(event, head) for event in events]
    top, foot = _top(head), _foot(selection, head)
    for n in range(min(TOP, len(lines)), 0, -1):
        more = [said(wording.MORE, head.language, n=len(lines) - n)] if n < len(lines) else []
        text = "\n".join([*top, *lines[:n], *more, *foot])
        if len(text.encode("utf-8", "replace")) <= head.limit:
            return text
    return cut("\n".join([*top, *lines[:1], *foot]), head.limit)


def line(event: CaseEvent, head: Letterhead) -> str:
    """One event: severity, what happened, where, what, how many, whose, which case, one quote."""
    language = head.language
    first = f"{said(wording.SEVERITY[event.severity], language)} {said(wording.EVENT[event.event], language)}"
    label = head.labels.get(event.cls)
    parts = [
        first,
        shown(event.source),
        str(getattr(label, language)) if label else event.cls.replace("_", " "),
        _numbers(event, language),
        _lasted(event, head),
        said(wording.OWNER, language, name=shown(event.owner)) if event.owner else "",
        said(wording.CASE, language, id=event.case_id),
        said(wording.QUOTED, language, text=safe(event.snippet)) if event.snippet else "",
    ]
    return " · ".join(part for part in parts if part)


def _worst_first(event: CaseEvent) -> tuple[int, int, int, str, str, str]:
    """What needs someone comes before what is known, and that before good news."""
    order = _ORDER[event.event]
    return order, -event.severity, -event.documents, event.source, event.cls, event.case_id


def _numbers(event: CaseEvent, language: Language) -> str:
    if event.cls in WITHOUT_NUMBERS:
        return ""
    share = percent(event.share)
    return said(wording.DOCUMENTS, language, n=event.documents, before=event.before, share=share)


def _lasted(event: CaseEvent, head: Letterhead) -> str:
    case = head.cases.get(event.case_id)
    if case is None or event.event not in ("fixed", "gone"):
        return ""
    time = wording.duration(moment(event.at or head.at) - moment(case.opened_at), head.language)
    return said(wording.LASTED, head.language, time=time, peak=case.peak)


def _top(head: Letterhead) -> list[str]:
    link, run = head.report_link, head.run
    lamps = [text_lamp(run), *([run_lamp(run)] if run.status in ("partial", "not_assessed") else [])]
    return [
        *(str(getattr(lamp, head.language)) for lamp in lamps),
        *([said(wording.REPORT, head.language, link=shown(link))] if link else []),
        *(
            said(wording.TROUBLE, head.language, reason=safe(reason, REASON))
            for reason in head.trouble[:TROUBLES]
        ),
    ]


def _foot(selection: Selection, head: Letterhead) -> list[str]:
    language = head.language
    counts = [
        said(words, language, n=len(events))
        for words, events in ((wording.KNOWN, selection.known), (wording.MUTED, selection.muted))
        if events
    ]
    return [
        *([_baseline(selection.baseline, language)] if selection.baseline else []),
        *([", ".join(counts)] if counts else []),
        said(wording.TO_DO, language),
    ]


def _baseline(events: Sequence[CaseEvent], language: Language) -> str:
    """All of a first run in one line, the sources with most cases first."""
    count = Counter(shown(event.source) for event in events)
    sources = [f"{source} {n:,}" for source, n in count.most_common(TROUBLES)]
    listed = ", ".join([*sources, *(["…"] if len(count) > TROUBLES else [])])
    return said(wording.BASELINE, language, n=len(events), sources=listed)
