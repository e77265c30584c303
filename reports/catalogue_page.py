"""The catalogue of checks as one self-contained HTML page: from their docstrings, limits and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from checks.measured import accuracy_of
from checks.model import Check, Example
from reports import numbers
from reports.accuracy import accuracy_cell, accuracy_text
from reports.catalogue import limits_text
from reports.frame import drawn
from reports.grid import grid
from reports.marks import link, mark, safe, sentence, slug, two_lines
from reports.words import Language


def render_catalogue(checks: Sequence[Check], language: str = "en") -> str:
    """Return the whole page: a table of all classes, then check by check. All of it is ours to write.

    Docstrings are in English; labels, messages and headings in the page's language. Raises
    ValueError for a language that the catalogue of words lacks.
    """
    say = Language(language)
    classes = sum(len(check.classes) for check in checks)
    return drawn(
        "catalogue.html",
        say,
        (say("catalogue"), say("title")),
        checks=checks,
        heading=say("catalogue_sum", checks=numbers.count(len(checks)), classes=numbers.count(classes)),
        table=_table(checks, say),
        sections=sections,
        pieces=pieces,
        limits=limits_text,
        accuracy=lambda name: accuracy_text(accuracy_of(name), say),
    )


def sections(check: Check) -> Iterator[tuple[str, list[str]]]:
    """The docstring of a check as headings with their paragraphs; its first line has no heading.

    >>> from checks.registry import all_checks
    >>> [head for head, _ in sections(all_checks()[0])][1:3]
    ['What it finds', 'Why it matters']
    """
    summary, *others = check.doc.strip().splitlines()
    head, lines = "", [summary]
    for line in others:
        if line and not line[0].isspace():
            yield head, _paragraphs(lines)
            head, lines = line.strip(), []
        else:
            lines.append(line)
    yield head, _paragraphs(lines)


def pieces(example: Example) -> Iterator[tuple[str, bool]]:
    """The text of an example in pieces, each with whether it is marked as told.

    >>> list(pieces(Example("国⟦(guó)⟧家")))
    [('国', False), ('(guó)', True), ('家', False)]
    """
    text, at = example.text, 0
    for start, end in example.spans:
        yield from ((text[at:start], False), (text[start:end], True))
        at = end
    if at < len(text):
        yield text[at:], False


def _paragraphs(lines: Iterable[str]) -> list[str]:
    blocks = textwrap.dedent("\n".join(lines)).split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]


def _table(checks: Sequence[Check], say: Language) -> Markup:
    """Class, family, severity, measured accuracy; each class links to where it is told of."""
    heads = {
        "cls": say("col_class"),
        "family": say("col_family"),
        "severity": say("col_severity"),
        "measured": say("col_measured"),
    }
    rows = [
        [
            link(
                f"class-{slug(cls.name)}",
                two_lines(sentence(cls.label, say, 60), Markup("<code>{}</code>").format(safe(cls.name))),
            ),
            cls.family,
            mark(cls.severity.word, say),
            accuracy_cell(accuracy_of(cls.name), say),
        ]
        for check in checks
        for cls in check.classes
    ]
    return grid("classes", say("catalogue_caption"), heads, rows, ())
