"""Hold the findings of the checks against the labels of a generated set.

By document: a family is *told* where a proved or strong finding of it exists, at any severity (a
footer is only info). It is a *false alarm* where a finding counts, and the row has no label of the
family. Labels that can only be hints are neither wanted nor held against a check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checks.model import Document, Finding, Proof
from checks.run import Examiner, examine
from tests.faults.page import FAMILY_OF, HINT_ONLY, HINTS, Row

FAULT_FAMILIES = (
    "truncated",
    "paywall",
    "spam",
    "site_text",
    "pinyin",
    "script",
    "garbled",
    "redacted",
    "duplicate",
)
_WALLS = ("paywall_notice", "login_wall", "app_wall", "archive_wall", "paging_wall")
ENTAILED = (
    dict.fromkeys((*_WALLS, "cut_bytes"), "truncated")
    | dict.fromkeys(("truncation_declared", "content_gap", "teaser_read_more"), "paywall")
    | dict.fromkeys(("hidden_links", "comment_spam", "contact_spam"), "site_text")
)
"""What is true of a page with such a fault, too, so that saying it is no false alarm: a wall cuts the text."""
Told = Mapping[str, Sequence[Finding]]


@dataclass
class Tally:
    """Documents of one class or family: right, missed, falsely alarmed; characters of its labels."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    by_name: int = 0
    wanted_chars: int = 0
    told_chars: int = 0

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + len(self.missed) + len(self.false))


def told_of(rows: Sequence[Row], examiner: Examiner) -> Told:
    """The findings on rows seen together, by id."""
    documents = [
        Document(id=row["id"], text=row["text"], source="generated", title=row["title"], url=row["url"])
        for row in rows
    ]
    told: dict[str, list[Finding]] = defaultdict(list)
    for finding in examine(documents, examiner):
        told[finding.doc_id].append(finding)
    return told


def wanted(row: Row) -> set[str]:
    """The classes that a check must tell on this row."""
    return set() if HINT_ONLY in row["note"] else {label["class"] for label in row["labels"]} - HINTS


def by_class(rows: Iterable[Row], told: Told) -> dict[str, Tally]:
    """Per class: on how many documents its family, and its own name, was told."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in rows:
        sure = [finding for finding in told.get(row["id"], ()) if finding.proof >= Proof.STRONG]
        for cls in sorted(wanted(row)):
            tally = tallies[cls]
            of_family = [finding for finding in sure if finding.family == FAMILY_OF[cls]]
            tally.by_name += any(finding.cls == cls for finding in of_family)
            places, labelled = _places(of_family), _labelled(row, cls)
            tally.wanted_chars += len(labelled)
            tally.told_chars += len(labelled & places)
            if of_family and (labelled & places or not labelled):
                tally.right += 1
            else:
                tally.missed.append(row["id"])
    return tallies


def by_family(rows: Iterable[Row], told: Told) -> dict[str, Tally]:
    """Per family, by document; the figures of which F1 is made."""
    tallies = {family: Tally() for family in FAULT_FAMILIES}
    for row in rows:
        of_row = {family for label in row["labels"] for family in true_of(label["class"])}
        must = {FAMILY_OF[cls] for cls in wanted(row)}
        sure = {f.family for f in told.get(row["id"], ()) if f.proof >= Proof.STRONG}
        alarmed = {f.family for f in told.get(row["id"], ()) if f.counts}
        for family, tally in tallies.items():
            tally.right += family in must & sure
            if family in must - sure:
                tally.missed.append(row["id"])
            if family in alarmed - of_row:
                tally.false.append(row["id"])
    return tallies


def true_of(cls: str) -> set[str]:
    """The families that are right to speak of a page with this fault."""
    return {FAMILY_OF[cls], ENTAILED.get(cls, FAMILY_OF[cls])}


def macro_f1(tallies: Mapping[str, Tally]) -> float:
    """Mean of the F1 of the families, each as heavy as the others."""
    return sum(tally.f1 for tally in tallies.values()) / len(tallies)


def alarms(rows: Iterable[Row], told: Told) -> Iterator[tuple[Row, Finding]]:
    """Findings that count on rows that are clean."""
    for row in rows:
        if row["clean"]:
            yield from ((row, finding) for finding in told.get(row["id"], ()) if finding.counts)


def _places(findings: Iterable[Finding]) -> set[int]:
    spans = (span for finding in findings for span in finding.spans if span.field == "text")
    return {place for span in spans for place in range(span.start, span.end)}


def _labelled(row: Row, cls: str) -> set[int]:
    return {
        place
        for label in row["labels"]
        if label["class"] == cls
        for place in range(label["start"], label["end"])
    }
