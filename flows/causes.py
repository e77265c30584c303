"""What many findings have in common: the same string, the same template, the same cut length. Pure.

A site that changes its footer gives one finding for each of its documents, and one cause for all of them.
Strings are compared without regard to widths, spaces and numbers. A template is a label with its value
("editor: …"), or a long string whose middle varies. A cut length is a number of characters at which many
documents end unfinished: what fetched them has a limit.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, Protocol

from checks.model import Severity
from flows.records import CauseRow, FindingRow

Kind = Literal["string", "template", "length"]
Key = tuple[str, str]

# In the other families what is told is the text itself, and the same reading in brackets is no one cause.
FAMILIES = frozenset({"spam", "site_text", "paywall", "truncated", "duplicate"})
CUT_AT_THE_END = frozenset({"truncation_declared", "truncated_tail", "truncated_item", "teaser_read_more"})
DOCUMENTS = 3  # two documents can share a line by chance, as two reports of one event do
KEPT = 50  # of a run
SHORTEST = 4  # characters: a shorter string ("more") says nothing of what put it there
QUOTES = 50  # different strings of one finding: a page of links has hundreds
BOUND = 100_000  # strings counted at once, about 100 MB; beyond it those met once are dropped
PLACES = 50  # hosts and sources counted by name for one cause
HEAD, TAIL = 10, 6  # of a template: enough to tell one wording from another
WIDEST = 400  # characters that the varying part of a rule may take

_LABEL = re.compile(r"^\W{0,3}(\w[^:\n。！？]{1,11}):\s*(?=\S)")
_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


class Whence(Protocol):
    """Says where a document came from; a mapping does, and so does what walks through a run."""

    def get(self, key: Key, default: Origin, /) -> Origin:
        """The origin of the document ``(source, id)``, or the default."""


class Origin(NamedTuple):
    """Where a document came from, and how long it is; ``host`` is "" where its address is not known."""

    host: str
    characters: int


@dataclass(slots=True)
class _Tally:
    kind: Kind
    cls: str
    quote: str
    length: int  # of the place that the quote stands for, which may be longer
    exact: bool
    severity: Severity = Severity.INFO
    documents: int = 0
    sources: Counter[str] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    inside: str = ""  # the key of the template that a string belongs to

    def met(self, finding: FindingRow, host: str) -> None:
        self.documents += 1
        self.severity = max(self.severity, finding.severity)
        for counter, name in ((self.sources, finding.source), (self.hosts, host)):
            if name and (name in counter or len(counter) < PLACES):
                counter[name] += 1


def causes_of(
    findings: Iterable[FindingRow],
    origins: Whence,
    *,
    corpus: str,
    at: str,
    known: Mapping[str, str],
) -> tuple[CauseRow, ...]:
    """Return the gravest causes, at most 50: by severity, then by documents.

    ``findings`` may be streamed; hints are passed over. ``origins`` are those of documents by ``(source, id)``.
    ``known`` says since when causes are known by their id; others are new as of ``at``, ISO 8601.
    """
    tallies: dict[str, _Tally] = {}
    pruned = False
    for finding in findings:
        if finding.proof == "hint" or finding.family not in FAMILIES:
            continue
        origin = origins.get((finding.source, finding.doc_id), Origin("", 0))
        for key, fresh in _signs(finding, origin):
            tallies.setdefault(key, replace(fresh, exact=not pruned)).met(finding, origin.host)
        if len(tallies) > BOUND:
            tallies, pruned = {key: t for key, t in tallies.items() if t.documents > 1}, True
    told = sorted(_told(tallies), key=lambda item: (-item[1].severity, -item[1].documents, item[0]))
    return tuple(_row(key, tally, corpus, at, known) for key, tally in told[:KEPT])


def _signs(finding: FindingRow, origin: Origin) -> Iterator[tuple[str, _Tally]]:
    """What a finding could have in common with others, each by its key and once."""
    if finding.cls in CUT_AT_THE_END and origin.characters:
        yield _length(finding.cls, origin.characters)
    seen: set[str] = set()
    for quote, length in _quotes(finding):
        for key, tally in _string_and_template(finding.cls, quote, length):
            if key not in seen:
                seen.add(key)
                yield key, tally


def _quotes(finding: FindingRow) -> Iterator[tuple[str, int]]:
    """The different strings of a finding, each with the length of the place it stands for."""
    found: dict[str, int] = {}
    for span in finding.spans:
        quote = str(span["quote"])
        if len(quote.strip()) >= SHORTEST and quote not in found:
            found[quote] = int(str(span["end"])) - int(str(span["start"]))
        if len(found) == QUOTES:
            break
    yield from found.items()


def _length(cls: str, characters: int) -> tuple[str, _Tally]:
    return f"length\0{cls}\0{characters}", _Tally("length", cls, f"{characters:,}", characters, exact=True)


def _string_and_template(cls: str, quote: str, length: int) -> Iterator[tuple[str, _Tally]]:
    folded = folded_quote(quote)
    if sum(char.isalpha() for char in folded) < SHORTEST:
        return
    template = _template(folded, length)
    inside = f"template\0{cls}\0{template}" if template else ""
    yield f"string\0{cls}\0{folded}", _Tally("string", cls, quote, length, exact=True, inside=inside)
    if template:
        yield inside, _Tally("template", cls, quote, length, exact=True)


def folded_quote(quote: str) -> str:
    """A quote as it is compared: in half width, with one sign for any number and for any space.

    >>> folded_quote("第１２页　共 7 页")
    '第0页 共 0 页'
    """
    return _SPACE.sub(" ", _NUMBER.sub("0", unicodedata.normalize("NFKC", quote))).strip()


def rule_of(quote: str, length: int = 0) -> str:
    r"""A regular expression for a string: any number, any space, and what a long quote left out.

    >>> rule_of("第12页 共7页")
    '第[0-9]+页\\s+共[0-9]+页'
    """
    left_out, middle = length - len(quote), len(quote) // 2
    if left_out <= 0 or quote[middle] != "…":  # the text may hold the same sign elsewhere
        return _escaped(quote)
    head, tail = quote[:middle], quote[middle + 1 :]
    return rf"{_escaped(head)}[\s\S]{{0,{left_out + 2}}}?{_escaped(tail)}"


def _escaped(text: str) -> str:
    pieces = re.split(r"([0-9]+|\s+)", text)
    return "".join(
        "[0-9]+"
        if piece[:1].isascii() and piece[:1].isdigit()
        else r"\s+"
        if piece.isspace()
        else re.escape(piece)
        for piece in pieces
        if piece
    )


def _template(folded: str, length: int) -> str:
    """The part of a string that others share; "" for one too short to vary."""
    if label := _LABEL.match(folded):
        return label[0]
    if len(folded) < 2 * (HEAD + TAIL) or length > WIDEST:
        return ""
    return f"{folded[:HEAD]}…{folded[-TAIL:]}"


def _rule_of_template(quote: str) -> str:
    """A regular expression for all strings of the template of this one."""
    if label := _LABEL.match(folded_quote(quote)):
        raw = re.match(rf"\W{{0,3}}{re.escape(label[1])}\s*[:：]\s*", unicodedata.normalize("NFKC", quote))
        head = raw[0] if raw else label[0]
        return rf"{_escaped(head.rstrip()).replace(':', '[:：]')}[^\n]{{0,40}}"
    return rf"{_escaped(quote[:HEAD])}[\s\S]{{0,{WIDEST}}}?{_escaped(quote[-TAIL:])}"


def _told(tallies: Mapping[str, _Tally]) -> Iterator[tuple[str, _Tally]]:
    """Those with enough documents: a template only where it covers twice as many as any one of its strings.

    A string goes where its template stands for it.
    """
    enough = {key: tally for key, tally in tallies.items() if tally.documents >= DOCUMENTS}
    largest: Counter[str] = Counter()
    for tally in enough.values():
        if tally.inside:
            largest[tally.inside] = max(largest[tally.inside], tally.documents)
    templates = {key for key, t in enough.items() if t.kind == "template" and t.documents >= 2 * largest[key]}
    for key, tally in enough.items():
        if (
            tally.kind == "length"
            or key in templates
            or (tally.kind == "string" and tally.inside not in templates)
        ):
            yield key, tally


def _rule(tally: _Tally) -> str:
    if tally.kind == "length":
        return ""
    return rule_of(tally.quote, tally.length) if tally.kind == "string" else _rule_of_template(tally.quote)


def _row(key: str, tally: _Tally, corpus: str, at: str, known: Mapping[str, str]) -> CauseRow:
    identity = hashlib.sha256(f"{corpus}\0{key}".encode("utf-8", "replace")).hexdigest()[:10]
    host, hosts = next(iter(tally.hosts.most_common(1)), ("", 0))[0], len(tally.hosts)
    return CauseRow(
        id=identity,
        kind=tally.kind,
        cls=tally.cls,
        severity=tally.severity,
        quote=tally.quote,
        rule=_rule(tally),
        documents=tally.documents,
        sources=tuple(sorted(tally.sources, key=lambda name: (-tally.sources[name], name))[:10]),
        n_sources=len(tally.sources),
        host=host,
        hosts=hosts,
        since=known.get(identity, at),
        at_least=not tally.exact,
    )
