"""What stands in the rows of the tables: one function turns one line of the report into its cells.

Cells are plain values, which ``grid`` escapes, or ``Markup`` put together by ``marks``.
"""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from reports import numbers
from reports.accuracy import accuracy_cell
from reports.marks import link, mark, safe, sentence, severity_or_verdict, slug, text_in, two_lines
from reports.model import CaseLine, Cell, Change, CheckLine, LimitLine, RejectLine, SourceLine
from reports.svg import bullet, icon, sparkline
from reports.words import Language

_OVER = {"failed": "error", "warned": "warning"}
_HEAT = (0, 0.01, 0.05, 0.2, 0.5)  # one tint stronger above each; 1 % and 5 % are the usual tolerances


def _named(left: Markup, label: Markup, below: Markup | str) -> Markup:
    """A row head: a mark in its own column, then the name with a quieter line below it."""
    return Markup('<span class="named">{}<span>{}</span></span>').format(left, two_lines(label, below))


def _place(source: str, owner: str) -> Markup:
    return two_lines(text_in(source, "name", 60), text_in(owner, "owner", 60) if owner else "")


def _moment(moment: str) -> Markup:
    return Markup('<span class="moment">{}</span>').format(safe(numbers.time(moment), 40))


def change_row(change: Change, cases: Collection[str], say: Language) -> list[object]:
    """A case that moved; its id links to the list of cases if that list shows it."""
    badge = Markup('<span class="event e-{}">{}</span>').format(
        slug(change.event), safe(say.word(change.event), 40)
    )
    snippet = text_in(change.snippet, "snippet", 80) if change.snippet else ""
    case = Markup("<code>{}</code>").format(safe(change.case_id, 40))
    muted = Markup('<span class="muted">{}</span>').format(say("muted")) if change.muted else ""
    was = Markup(' <span class="was">({})</span>').format(numbers.count(change.before))
    now = Markup("{}{}").format(numbers.count(change.documents), "" if change.event == "baseline" else was)
    return [
        _named(badge, sentence(change.label, say, 60), snippet),
        mark(change.severity.word, say),
        _place(change.source, change.owner),
        now,
        numbers.share(change.share),
        _moment(change.since),
        two_lines(link(_case_anchor(change.case_id), case) if change.case_id in cases else case, muted),
    ]


def check_row(line: CheckLine, judged: Collection[str], say: Language) -> list[object]:
    """A class over all sources; its name links to its limits if they are shown."""
    label = sentence(line.label, say, 60)
    unknown = say("n_not_assessed", n=numbers.count(line.not_assessed)) if line.not_assessed else ""
    return [
        _named(
            severity_or_verdict(line.severity, line.verdict, say),
            link(f"limit-{slug(line.cls)}", label) if line.cls in judged else label,
            Markup("<code>{}</code>").format(safe(line.cls, 60)),
        ),
        two_lines(Markup(numbers.of(line.hit, line.assessed)), unknown),  # noqa: S704 - digits
        numbers.share(line.share),
        numbers.change(line.change),
        sparkline(line.history),
        two_lines(bullet(line.share, line.tolerated), say("tolerated", share=numbers.share(line.tolerated))),
    ]


def matrix_cell(cell: Cell | None, say: Language) -> Markup:
    """A share with its tint and number; hatched where not assessed, a dash where there is no such cell."""
    if cell is None:
        return Markup('<span class="cell none">{}</span>').format(numbers.NOTHING)
    moved = " moved" if cell.moved else ""
    if cell.share is None:
        return Markup('<span class="cell na{}"><span>{}</span></span>').format(moved, say("not_assessed"))
    over = icon(_OVER[cell.verdict]) if cell.verdict in _OVER else ""
    of = Markup("<small>{}</small>").format(numbers.of(cell.hit, cell.documents)) if cell.hit else ""
    return Markup('<span class="cell heat-{}{}">{}{}{}</span>').format(
        _heat(cell.share), moved, over, numbers.share(cell.share), of
    )


def _heat(share: float) -> int:
    return sum(share > step for step in _HEAT)


def _case_anchor(case_id: str) -> str:
    return f"case-{slug(case_id)}"


def case_row(case: CaseLine, say: Language) -> list[object]:
    """An open case with its state and the reason given for it."""
    note = text_in(say.of(case.note), "owner", 160) if say.of(case.note) else ""
    return [
        _named(mark(case.severity.word, say), sentence(case.label, say, 60), ""),
        _place(case.source, case.owner),
        numbers.count(case.documents),
        _moment(case.since),
        two_lines(safe(say.word(case.status), 40), note),
        Markup('<code id="{}">{}</code>').format(_case_anchor(case.id), safe(case.id, 40)),
    ]


def source_row(line: SourceLine, say: Language) -> list[object]:
    """What one source gave; one that could not be read says why."""
    name = _place(line.source, line.owner)
    if line.failure:
        why = Markup('<span class="failure">{}: {}</span>')
        name += why.format(mark("not_assessed", say), text_in(line.failure, "reason", 160))
    figures = (
        line.documents,
        line.clean,
        line.warned,
        line.failed,
        line.not_assessed,
        line.new,
        line.changed,
        line.unchanged,
        line.gone,
        line.rejects,
    )
    return [name, *(_quiet_zero(figure) for figure in figures), numbers.seconds(line.seconds)]


def _quiet_zero(number: int) -> Markup:
    return Markup('<span class="zero">0</span>') if number == 0 else Markup(numbers.count(number))  # noqa: S704 - digits


def reject_row(reject: RejectLine) -> list[object]:
    """Something that became no document."""
    return [
        text_in(reject.location, "path", 120, "both"),
        text_in(reject.reason, "reason", 200),
        text_in(reject.source, "name", 60),
    ]


def limit_row(line: LimitLine, say: Language) -> list[object]:
    """What a class is judged by; other rows link to it."""
    name = Markup('<span id="limit-{}">{}</span>').format(slug(line.cls), sentence(line.label, say, 60))
    return [
        two_lines(name, Markup("<code>{}</code>").format(safe(line.cls, 60))),
        mark(line.severity.word, say),
        safe(line.limits, 120),
        safe(line.tolerated, 40),
        accuracy_cell(line.accuracy, say),
        two_lines(Markup("<code>{}</code>").format(safe(line.version, 20)), safe(line.check, 40)),
        numbers.seconds(line.seconds),
    ]
