"""Tables of what stands over the runs: causes, open cases, waivers, and the scorecard of sources."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reports import numbers
from reports.cards import Cards
from reports.frame import beside
from reports.grid import grid, left_out
from reports.marks import mark, safe, sentence, slug, text_in, two_lines
from reports.model import CaseLine, Cause, Score, WaiverLine
from reports.rows import case_anchor, moment, named, place
from reports.svg import sparkline
from reports.words import Language

CAUSES, CASES, WAIVERS, SCORES = 15, 25, 12, 40  # the worst page of the tests stays below 2 MB with them


def causes_table(causes: Sequence[Cause], total: int, say: Language) -> Markup:
    """What many findings have in common: the string with a rule for it, documents, hosts, since when."""
    heads = {
        "cause": say("col_cause"),
        "kind": say("col_kind"),
        "documents": say("col_documents"),
        "where": say("col_where"),
        "since": say("col_since"),
    }
    drawn = [_cause(cause, say) for cause in causes[:CAUSES]]
    table = grid("causes", say("causes_caption"), heads, drawn, ("documents",))
    return table + left_out(len(drawn), max(total, len(causes)), say)


def cases_table(cases: Sequence[CaseLine], cards: Cards, say: Language) -> Markup:
    """The open cases: problem and what to do, source and owner, documents, since when, status."""
    heads = {
        "problem": say("col_problem"),
        "source": say("col_source"),
        "documents": say("col_documents"),
        "since": say("col_since"),
        "status": say("col_status"),
        "case": say("col_case"),
    }
    drawn = [_case(case, cards, say) for case in cases[:CASES]]
    table = grid("cases", say("cases_caption"), heads, drawn, ("documents",))
    return table + left_out(len(drawn), len(cases), say)


def waivers_table(waivers: Sequence[WaiverLine], say: Language) -> Markup:
    """What was accepted, until when and why; first what is over."""
    heads = {
        "problem": say("col_problem"),
        "source": say("col_source"),
        "documents": say("col_documents"),
        "until": say("col_until"),
        "reason": say("col_reason"),
        "case": say("col_case"),
    }
    lines = sorted(waivers, key=lambda line: (not line.over, line.until, line.case_id))
    drawn = [_waiver(line, say) for line in lines[:WAIVERS]]
    table = grid("waivers", say("waivers_caption"), heads, drawn, ("documents",))
    return table + left_out(len(drawn), len(lines), say)


def scores_table(scores: Sequence[Score], say: Language) -> Markup:
    """The scorecard: each source with its owner, health and its trend, cases, and time to fix."""
    heads = {
        "source": say("col_source"),
        "clean": say("col_clean_share"),
        "change": say("col_change"),
        "trend": say("col_trend"),
        "open": say("col_open"),
        "oldest": say("col_oldest"),
        "fixed": say("fixed"),
        "to_fix": say("col_to_fix"),
    }
    drawn = [_score(score, say) for score in scores[:SCORES]]
    table = grid("scores", say("scores_caption"), heads, drawn, [*heads][1:])
    return table + left_out(len(drawn), len(scores), say)


def _cause(cause: Cause, say: Language) -> list[object]:
    rule = Markup('<code class="copy">{}</code>').format(safe(cause.rule, 200)) if cause.rule else ""
    quote = text_in(cause.quote, "snippet", 160, "both")
    new = Markup('<span class="event e-new">{}</span> ').format(say("new")) if cause.new else ""
    where = _where(cause, say)
    return [
        named(mark(cause.severity.word, say), sentence(cause.label, say, 60), quote + rule),
        say.word(f"kind_{slug(cause.kind)}"),
        ("≥ " if cause.at_least else "") + numbers.count(cause.documents),
        where,
        Markup("{}{}").format(new, moment(cause.since)),
    ]


def _where(cause: Cause, say: Language) -> Markup:
    """The source, or how many; the host with most of the documents, and how many others."""
    source = (
        text_in(cause.sources[0], "name", 60)
        if len(cause.sources) == 1
        else safe(say("n_sources", number=max(cause.n_sources, len(cause.sources))))
    )
    if not cause.host:
        return source
    others = Markup(" ") + say("and_n_hosts", number=cause.hosts - 1) if cause.hosts > 1 else ""
    return two_lines(source, Markup("{}{}").format(text_in(cause.host, "path", 60), others))


def _case(case: CaseLine, cards: Cards, say: Language) -> list[object]:
    """An open case with its state, the reason given for it, and what to do."""
    note = text_in(say.of(case.note), "owner", 120) if say.of(case.note) else ""
    label = cards.link(case.source, case.cls, sentence(case.label, say, 60))
    return [
        named(mark(case.severity.word, say), label, sentence(case.advice, say, 160)),
        place(case.source, case.owner),
        numbers.count(case.documents),
        moment(case.since),
        two_lines(safe(say.word(case.status), 40), note),
        Markup('<code class="copy" id="{}">{}</code>').format(case_anchor(case.id), safe(case.id, 40)),
    ]


def _waiver(line: WaiverLine, say: Language) -> list[object]:
    over = Markup('<span class="event e-back">{}</span> ').format(say("waiver_over")) if line.over else ""
    return [
        sentence(line.label, say, 60),
        place(line.source, line.owner),
        numbers.count(line.documents),
        Markup("{}{}").format(over, moment(line.until)),
        text_in(line.reason, "reason", 200),
        Markup("<code>{}</code>").format(safe(line.case_id, 40)),
    ]


def _score(score: Score, say: Language) -> list[object]:
    name = text_in(score.source, "name", 60)
    return [
        two_lines(
            beside(score.page, name) if score.page else name,
            text_in(score.owner, "owner", 60) if score.owner else "",
        ),
        numbers.share(score.clean),
        numbers.points(score.clean, score.before),
        sparkline(score.history),
        numbers.count(score.open_cases),
        _days(score.oldest_days, say),
        numbers.count(score.fixed_cases),
        _days(score.days_to_fix, say),
    ]


def _days(days: float | None, say: Language) -> str:
    return numbers.NOTHING if days is None else say("n_days", n=f"{days:,.0f}")
