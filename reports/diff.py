"""What changed between two runs, as text for a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.model import Severity, Words
from reports import numbers
from reports.escape import cut, plain
from reports.export import markdown
from reports.words import Language

LINES = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """One class of one source that differs. ``how``: new, worse, better, fixed or not_assessed."""

    how: str
    source: str
    cls: str
    label: Words
    severity: Severity
    before: int
    after: int
    share_before: float | None
    share_after: float | None


@dataclass(frozen=True, slots=True)
class Number:
    """One number of both runs."""

    label: str  # a key of the catalogue of words
    before: int | float | None
    after: int | float | None
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two runs compared, the older first; ``moved`` has the worst first."""

    before: str
    after: str
    numbers: Sequence[Number]
    moved: Sequence[Moved]
    sources_added: Sequence[str]
    sources_removed: Sequence[str]
    checks_changed: Sequence[str]
    settings_changed: bool


def diff_text(difference: Difference, language: str = "en") -> str:
    """Return plain lines for a terminal."""
    say = Language(language)
    lines = [
        f"{difference.before} → {difference.after}",
        *_numbers(difference, say),
        *_others(difference, say),
    ]
    lines += [
        f"  {say.word(moved.how):12} {_place(moved, say)}  {_move(moved)}"
        for moved in difference.moved[:LINES]
    ]
    return "\n".join(plain(cut(line, 300)) for line in [*lines, *_rest(difference, say)]) + "\n"


def diff_markdown(difference: Difference, language: str = "en") -> str:
    """Return Markdown for a chat or a pull request."""
    say = Language(language)
    parts = [f"## {markdown(difference.before, 80)} → {markdown(difference.after, 80)}"]
    parts.append(
        "\n".join(
            f"- {line}" for line in [*_numbers(difference, say), *map(markdown, _others(difference, say))]
        )
    )
    if difference.moved:
        heads = [
            say(key)
            for key in ("col_status", "col_problem", "col_source_only", "col_severity", "col_documents")
        ]
        rows = [heads, ["---"] * 4 + ["---:"]]
        rows += [_row(moved, say) for moved in difference.moved[:LINES]]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join([*parts, *_rest(difference, say)]) + "\n"


def _row(moved: Moved, say: Language) -> list[str]:
    cells = (say.word(moved.how), say.of(moved.label), moved.source, say(moved.severity.word), _move(moved))
    return [markdown(cell, 80) for cell in cells]


def _numbers(difference: Difference, say: Language) -> list[str]:
    return [f"{say(n.label)}: {_written(n.before, n)} → {_written(n.after, n)}" for n in difference.numbers]


def _written(value: float | None, number: Number) -> str:
    if number.is_share or value is None:
        return numbers.share(value)
    return numbers.count(int(value))


def _others(difference: Difference, say: Language) -> list[str]:
    told = [
        ("diff_added", difference.sources_added),
        ("diff_removed", difference.sources_removed),
        ("diff_checks", difference.checks_changed),
    ]
    lines = [f"{say(key)}: {', '.join(names)}" for key, names in told if names]
    if difference.settings_changed:
        lines.append(say("diff_settings"))
    return lines if lines or difference.moved else [say("diff_nothing")]


def _place(moved: Moved, say: Language) -> str:
    return f"{say(moved.severity.word):8} {moved.source} · {say.of(moved.label)} ({moved.cls})"


def _move(moved: Moved) -> str:
    shares = f"{numbers.share(moved.share_before)} → {numbers.share(moved.share_after)}"
    return f"{numbers.count(moved.before)} → {numbers.count(moved.after)} · {shares}"


def _rest(difference: Difference, say: Language) -> list[str]:
    number = len(difference.moved)
    return [say("shown_some", k=str(LINES), n=numbers.count(number))] if number > LINES else []
