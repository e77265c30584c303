"""The checks, documented in plain text for the terminal: from their docstrings, limits and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from checks.measured import accuracy_of
from checks.model import Check, Example, FaultClass, Limit
from reports.accuracy import accuracy_text
from reports.escape import plain
from reports.words import Language

WIDTH, INDENT = 96, 4


def catalogue_text(checks: Sequence[Check], name: str | None = None) -> str:
    """Return the list of checks, or all about the check (or class) called ``name``.

    Raises LookupError that names the nearest names when there is no such check or class.
    """
    if name is None:
        return "\n".join([*(_summary(check) for check in checks), _amount(checks)]) + "\n"
    found = [check for check in checks if name == check.name or name in _class_names([check])]
    if not found:
        raise LookupError(_unknown(name, checks))
    return _page(found[0]) + "\n"


def limits_text(limits: Iterable[Limit]) -> str:
    """Say in words when a document has the finding: one limit after the other, the gravest last.

    >>> from checks.model import Severity
    >>> limits_text((Limit(Severity.INFO), Limit(Severity.ERROR, n=1, share=0.02)))
    'info: any place; error: more than 1 place and more than 2 % of the text'
    """
    return "; ".join(f"{limit.severity.word}: {_limit(limit)}" for limit in limits)


def _limit(limit: Limit) -> str:
    parts = []
    if limit.n:
        parts.append(f"more than {limit.n} place{'s' if limit.n > 1 else ''}")
    if limit.share is not None:
        parts.append(f"more than {limit.share * 100:g} % of the text")
    if limit.family_share is not None:
        parts.append(f"its family more than {limit.family_share * 100:g} % of the text")
    return " and ".join(parts) or "any place"


def _summary(check: Check) -> str:
    classes = "\n".join(
        f"{' ' * INDENT}{cls.name:<26} {cls.severity.word:<9} {plain(cls.label.en)} · {plain(cls.label.zh)}"
        for cls in check.classes
    )
    return f"{check.name}\n{_wrapped(_first_line(check))}\n{classes}\n"


def _amount(checks: Sequence[Check]) -> str:
    number = len(_class_names(checks))
    return (
        f"{len(checks)} check{'' if len(checks) == 1 else 's'}, "
        f"{number} class{'' if number == 1 else 'es'} of faults. More of one: corpus-health checks NAME"
    )


def _page(check: Check) -> str:
    parts = [
        check.name,
        plain(check.doc.strip(), keep="\n"),
        "Classes",
        *(_class(cls) for cls in check.classes),
        _examples("Fires on (the places between ⟦ ⟧)", check.fires_on),
        _examples("Silent on", check.silent_on),
        _examples("Known misses (should fire, and do not yet)", check.known_misses),
    ]
    return "\n\n".join(part for part in parts if part)


def _class(cls: FaultClass) -> str:
    lines = (
        f"{cls.name} ({plain(cls.label.en)} · {plain(cls.label.zh)})",
        f"family: {cls.family}",
        f"limits: {limits_text(cls.limits)}",
        f"measured: {accuracy_text(accuracy_of(cls.name), Language('en'))}",
        f"says:   {plain(cls.message.en)}",
        f"        {plain(cls.message.zh)}",
    )
    return textwrap.indent("\n".join(lines), " " * INDENT)


def _examples(head: str, examples: Iterable[Example]) -> str:
    lines = "\n".join(_example(example) for example in examples)
    return f"{head}\n{lines}" if lines else ""


def _example(example: Example) -> str:
    about = [
        f"class {example.cls}" if example.cls else "",
        f"title {plain(example.title)}" if example.title else "",
        f"address {plain(example.url)}" if example.url else "",
        plain(example.note),
    ]
    note = f"{' ' * (INDENT + 2)}({'; '.join(part for part in about if part)})" if any(about) else ""
    text = textwrap.indent(f"- {plain(example.marked)}", " " * INDENT)
    return f"{text}\n{note}" if note else text


def _first_line(check: Check) -> str:
    return plain(check.doc.strip().partition("\n")[0])


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=" " * INDENT, subsequent_indent=" " * INDENT)


def _class_names(checks: Iterable[Check]) -> list[str]:
    return [cls.name for check in checks for cls in check.classes]


def _unknown(name: str, checks: Sequence[Check]) -> str:
    names = sorted({*(check.name for check in checks), *_class_names(checks)})
    near = get_close_matches(name, names, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(names)}"
    return f"no check or class is called {plain(name)!r}; {hint}"
