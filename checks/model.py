"""The values that pass between the stages: frozen, small, free of behaviour that judges.

Offsets are code points of the raw text, half-open ``[start, end)``; ``share`` is a fraction 0-1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from checks.corpus import Summary
    from checks.facts import Facts
    from checks.signs import Condition
    from checks.text import Text

FAMILIES = (
    "truncated",
    "paywall",
    "spam",
    "site_text",
    "pinyin",
    "script",
    "garbled",
    "redacted",
    "duplicate",
    "layout",
    "shape",
)

Field = Literal["text", "title"]


class Severity(IntEnum):
    """What a fault means for one document; ordered, so that routing can say "at least"."""

    INFO = 1
    WARNING = 2
    ERROR = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """The name used in files, reports and settings: ``error``."""
        return self.name.lower()


class Proof(IntEnum):
    """How sure a hit is. Only ``STRONG`` and ``PROVED`` raise findings that count."""

    HINT = 1
    STRONG = 2
    PROVED = 3

    @property
    def word(self) -> str:
        """The name used in files, reports and settings: ``proved``."""
        return self.name.lower()


class Words(NamedTuple):
    """One sentence or label in the two languages of the reports."""

    en: str
    zh: str

    def filled(self, **details: object) -> Words:
        """Both sentences with ``{name}`` replaced; an unknown name raises KeyError."""
        return Words(self.en.format(**details), self.zh.format(**details))


@dataclass(frozen=True, slots=True)
class Document:
    """One text and where it came from. ``text`` is the raw text, never normalised.

    ``script``: what its source declares, "hans" or "hant", empty if nothing; ``language``: what it is
    expected to be in, "zh" unless its source declares another.
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    url: str = ""
    fetched_at: str = ""
    content_hash: str = ""
    script: str = ""
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Limit:
    """A document's signals exceed it when *every* number given here is exceeded.

    ``n``: spans of the class; ``share``: characters of the class over characters of the document;
    ``family_share``: the same for all classes of its family together.
    """

    severity: Severity
    n: int = 0
    share: float | None = None
    family_share: float | None = None

    def exceeded(self, n: int, share: float, family_share: float) -> bool:
        """Say whether these signals of one document are above the limit."""
        return (
            n > self.n
            and (self.share is None or share > self.share)
            and (self.family_share is None or family_share > self.family_share)
        )


@dataclass(frozen=True, slots=True)
class FaultClass:
    """One kind of fault. ``limits`` default to "any span, at ``severity``".

    ``message`` may use ``{n}`` and every detail that the spans of the class carry; in it ``{n}`` is
    the number of spans.
    """

    name: str
    family: str
    severity: Severity
    label: Words
    message: Words
    limits: tuple[Limit, ...] = ()

    def __post_init__(self) -> None:
        if self.family not in FAMILIES:
            raise ValueError(f"class {self.name}: {self.family!r} is none of {', '.join(FAMILIES)}")
        if not self.limits:
            object.__setattr__(self, "limits", (Limit(self.severity),))


@dataclass(frozen=True, slots=True)
class Span:
    """One place where a class was told. ``details`` fill the message of the class."""

    cls: str
    start: int
    end: int
    proof: Proof
    field: Field = "text"
    original: str | None = None
    details: Mapping[str, object] = made_by(default_factory=dict)


class Candidate(NamedTuple):
    """A place in ``text.view`` (or in the title) where a phrase of the check stands.

    ``phrase`` is the phrase as the check wrote it, whichever script or width was met.
    """

    phrase: str
    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with what a reader needs to see it, cut to lengths that are safe to store."""

    start: int
    end: int
    quote: str
    before: str
    after: str
    original: str | None = None
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """Document x class above a limit. ``n`` is exact, ``spans`` holds the first 1,000."""

    doc_id: str
    source: str
    check: str
    cls: str
    family: str
    severity: Severity
    proof: Proof
    message: Words
    n: int
    share: float
    spans: tuple[Evidence, ...]

    @property
    def counts(self) -> bool:
        """Alert-grade: proved or strong, and at warning or above."""
        return self.proof >= Proof.STRONG and self.severity >= Severity.WARNING

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """Return the object that ``check --format jsonl`` prints, one per finding."""
        return {
            "doc_id": self.doc_id,
            "check": self.check,
            "class": self.cls,
            "family": self.family,
            "severity": self.severity.word,
            "proof": self.proof.word,
            "message": getattr(self.message, language),
            "n": self.n,
            "share": round(self.share, 6),
            "spans": [
                {
                    "start": span.start,
                    "end": span.end,
                    "quote": span.quote,
                    "before": span.before,
                    "after": span.after,
                    "original": span.original,
                    **({"field": span.field} if span.field != "text" else {}),
                }
                for span in self.spans
            ],
        }


_MARKED = re.compile(r"⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A text of our own words. ``⟦ ⟧`` mark the spans that ``cls`` must find in it.

    In ``silent_on`` nothing is marked and no class of the check may fire. ``beside``: the texts of the
    other documents that are seen together with it.

    >>> example = Example("国⟦(guó)⟧家", "pinyin_bracket")
    >>> example.text, example.spans
    ('国(guó)家', ((1, 6),))
    """

    marked: str
    cls: str = ""
    title: str = ""
    url: str = ""
    note: str = ""
    beside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text without the marks."""
        return _MARKED.sub(r"\1", self.marked)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Marked places as ``[start, end)`` of ``text``."""
        return tuple(
            (match.start() - 2 * k, match.end() - 2 * k - 2)
            for k, match in enumerate(_MARKED.finditer(self.marked))
        )


Find = Callable[["Text", Sequence[Candidate]], Iterable[Span]]


class Settled(NamedTuple):
    """A span that needed other documents: the row of its document in the facts, and the span."""

    document: int
    span: Span


Settle = Callable[["Facts", "Summary"], Iterable[Settled]]


def nothing(text: Text, candidates: Sequence[Candidate]) -> Iterable[Span]:  # noqa: ARG001
    """Find nothing in a text alone; for checks that only settle."""
    return ()


@dataclass(frozen=True, slots=True)
class Check:
    """One file under ``checks/rules``: the classes that share one way of being told.

    ``phrases`` are the literals without which the check cannot fire, in simplified script and half
    width; the scanner adds the other forms and calls ``find`` only where one of them stands. With
    no phrases ``find`` is called for every text. ``signs``: what calls it, too, where no literal is
    necessary (``checks.signs``), by names that ``Text.shows`` answers to. ``reads_title``: candidates in the
    title count.
    ``settle`` tells from the facts of some documents and the survey of all what needs other documents.
    """

    name: str
    doc: str
    classes: tuple[FaultClass, ...]
    find: Find = nothing
    settle: Settle | None = None
    phrases: frozenset[str] = frozenset()
    signs: Mapping[str, Condition] = made_by(default_factory=dict, hash=False)
    reads_title: bool = False
    fires_on: tuple[Example, ...] = ()
    silent_on: tuple[Example, ...] = ()
    known_misses: tuple[Example, ...] = ()
