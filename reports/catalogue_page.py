"""The catalogue of checks as one self-contained HTML page: from their docstrings, limits and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from checks.measured import accuracy_of
from checks.model import Check, Example, FaultClass
from reports import numbers
from reports.accuracy import accuracy_cell, accuracy_text
from reports.catalogue import limits_text
from reports.frame import beside, drawn
from reports.grid import grid
from reports.marks import link, mark, safe, sentence, slug, two_lines
from reports.page import other_language
from reports.words import Language


def render_catalogue(checks: Sequence[Check], language: str = "en") -> str:
    """Return one page with everything: a table of all classes, then check by check. All of it is ours to write.

    Docstrings are in English; labels, messages and headings in the page's language. Raises
    ValueError for a language that the catalogue of words lacks.
    """
    return _drawn(checks, checks, "", "", Language(language))


def render_check_index(
    checks: Sequence[Check], language: str = "en", other: str = "", known: str = ""
) -> str:
    """Return the table of all classes alone, each linked to the page of its check in the folder ``checks``."""
    return _drawn(checks, (), "checks/", other, Language(language), known=known)


def render_check(check: Check, language: str = "en", other: str = "") -> str:
    """Return the page of one check; ``other`` is the same page in the other language."""
    return _drawn((check,), (check,), "", other, Language(language), index="../checks.html")


def _drawn(
    checks: Sequence[Check],
    told: Sequence[Check],
    folder: str,
    other: str,
    say: Language,
    *,
    index: str = "",
    known: str = "",
) -> str:
    """A page with the table of the classes of ``checks`` and all about those in ``told``."""
    classes = sum(len(check.classes) for check in checks)
    name = checks[0].name if index else say("catalogue")
    return drawn(
        "catalogue.html",
        say,
        (name, say("title")),
        known,
        checks=told,
        name=name,
        index=index,
        other_language=other_language(other, say),
        heading=say("catalogue_sum", checks=numbers.count(len(checks)), classes=numbers.count(classes)),
        table=_table(checks, folder, say),
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


def _table(checks: Sequence[Check], folder: str, say: Language) -> Markup:
    """Class, family, severity, measured accuracy; each class links to where it is told of.

    That is on this page, or in a ``folder`` on the page of its check.
    """
    heads = {
        "cls": say("col_class"),
        "family": say("col_family"),
        "severity": say("col_severity"),
        "measured": say("col_measured"),
    }
    rows = [
        [
            _way(check, cls, folder, say),
            cls.family,
            mark(cls.severity.word, say),
            accuracy_cell(accuracy_of(cls.name), say),
        ]
        for check in checks
        for cls in check.classes
    ]
    return grid("classes", say("catalogue_caption"), heads, rows, ())


def _way(check: Check, cls: FaultClass, folder: str, say: Language) -> Markup:
    name = two_lines(sentence(cls.label, say, 60), Markup("<code>{}</code>").format(safe(cls.name)))
    anchor = f"class-{slug(cls.name)}"
    return beside(f"{folder}{check.name}.html#{anchor}", name) if folder else link(anchor, name)
