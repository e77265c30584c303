"""What stands in the rows of the tables: one function turns one line of the report into its cells.

Cells are plain values, which ``grid`` escapes, or ``Markup`` put together by ``marks``.
"""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from reports import numbers
from reports.accuracy import accuracy_cell
from reports.cards import Cards
from reports.marks import link, mark, safe, sentence, severity_or_verdict, slug, text_in, two_lines
from reports.model import Cell, Change, CheckLine, LimitLine, RejectLine, SourceLine
from reports.svg import bullet, icon, sparkline
from reports.words import Language

_OVER = {"failed": "error", "warned": "warning"}
_HEAT = (0, 0.01, 0.05, 0.2, 0.5)  # one tint stronger above each; 1 % and 5 % are the usual tolerances


def named(left: Markup, label: Markup, below: Markup | str) -> Markup:
    """A row head: a mark in its own column, then the name with a quieter line below it."""
    return Markup('<span class="named">{}<span>{}</span></span>').format(left, two_lines(label, below))


def place(source: str, owner: str) -> Markup:
    """A source with the one who answers for it."""
    return two_lines(text_in(source, "name", 60), text_in(owner, "owner", 60) if owner else "")


def moment(at: str) -> Markup:
    """A moment or a day, never broken over two lines."""
    return Markup('<span class="moment">{}</span>').format(safe(numbers.time(at), 40))


def change_row(change: Change, cases: Collection[str], cards: Cards, say: Language) -> list[object]:
    """A case that moved: it links to its evidence, its id to the list of cases, where they are shown."""
    badge = Markup('<span class="event e-{}">{}</span>').format(
        slug(change.event), safe(say.word(change.event), 40)
    )
    snippet = text_in(change.snippet, "snippet", 80) if change.snippet else Markup()
    label = cards.link(change.source, change.cls, sentence(change.label, say, 60))
    case = Markup("<code>{}</code>").format(safe(change.case_id, 40))
    muted = Markup('<span class="muted">{}</span>').format(say("muted")) if change.muted else ""
    was = Markup(' <span class="was">({})</span>').format(numbers.count(change.before))
    now = Markup("{}{}").format(numbers.count(change.documents), "" if change.event == "baseline" else was)
    return [
        named(
            badge,
            label,
            two_lines(snippet, sentence(change.advice, say, 160)) if change.advice.en else snippet,
        ),
        mark(change.severity.word, say),
        place(change.source, change.owner),
        now,
        numbers.share(change.share),
        moment(change.since),
        two_lines(link(case_anchor(change.case_id), case) if change.case_id in cases else case, muted),
    ]


def check_row(line: CheckLine, judged: Collection[str], say: Language) -> list[object]:
    """A class over all sources; its name links to its limits if they are shown."""
    label = sentence(line.label, say, 60)
    unknown = say("n_not_assessed", n=numbers.count(line.not_assessed)) if line.not_assessed else ""
    return [
        named(
            severity_or_verdict(line.severity, line.verdict, say),
            link(f"limit-{slug(line.cls)}", label) if line.cls in judged else label,
            Markup("<code>{}</code>").format(safe(line.cls, 60)),
        ),
        two_lines(Markup(numbers.of(line.hit, line.assessed)), unknown),  # noqa: S704 - digits
        two_lines(safe(numbers.share(line.share)), _interval(line)),
        two_lines(safe(numbers.change(line.change)), _against_median(line, say)),
        sparkline(line.history),
        two_lines(bullet(line.share, line.tolerated), say("tolerated", share=numbers.share(line.tolerated))),
        two_lines(*_precision(line, say)),
    ]


def _interval(line: CheckLine) -> str:
    return f"{numbers.share(line.interval[0])} – {numbers.share(line.interval[1])}" if line.interval else ""


def _against_median(line: CheckLine, say: Language) -> str:
    """The move since the usual of the last seven runs, where that says more than the last run."""
    if line.median is None:
        return ""
    return say("against_median", points=numbers.points(line.share, line.median))


def _precision(line: CheckLine, say: Language) -> tuple[Markup, str]:
    """The measured precision and of how many, and how many documents of it are waived."""
    waived = say("n_waived", number=line.waived) if line.waived else ""
    precision = line.accuracy.precision if line.accuracy else None
    if precision is None or precision.value is None:
        return safe(numbers.NOTHING), waived
    of = say("of_labelled", n=numbers.count(precision.of))
    return safe(numbers.share(precision.value)), f"{of} · {waived}" if waived else of


def matrix_cell(cell: Cell | None, cards: Cards, say: Language) -> Markup:
    """A share with its tint and number; hatched where not assessed, a dash where there is no such cell."""
    if cell is None:
        return Markup('<span class="cell none">{}</span>').format(numbers.NOTHING)
    moved = " moved" if cell.moved else ""
    if cell.share is None:
        return Markup('<span class="cell na{}"><span>{}</span></span>').format(moved, say("not_assessed"))
    over = icon(_OVER[cell.verdict]) if cell.verdict in _OVER else ""
    of = Markup("<small>{}</small>").format(numbers.of(cell.hit, cell.documents)) if cell.hit else ""
    share = safe(numbers.share(cell.share))
    share = cards.link(cell.source, cell.cls, share) if cell.hit else share
    return Markup('<span class="cell heat-{}{}">{}{}{}</span>').format(
        _heat(cell.share), moved, over, share, of
    )


def _heat(share: float) -> int:
    return sum(share > step for step in _HEAT)


def case_anchor(case_id: str) -> str:
    """The anchor of a case in the list of cases."""
    return f"case-{slug(case_id)}"


def source_row(line: SourceLine, say: Language) -> list[object]:
    """What one source gave; one that could not be read says why."""
    name = place(line.source, line.owner)
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
    name = Markup('<span id="limit-{}">{}</span>').format(slug(line.cls), sentence(line.label, say, 40))
    return [
        two_lines(name, Markup("<code>{}</code>").format(safe(line.cls, 40))),
        mark(line.severity.word, say),
        safe(line.limits, 80),
        safe(line.tolerated, 24),
        accuracy_cell(line.accuracy, say),
        two_lines(Markup("<code>{}</code>").format(safe(line.version, 20)), safe(line.check, 40)),
        numbers.seconds(line.seconds),
    ]
