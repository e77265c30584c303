"""Evidence: a card for each document with the very characters that were told, and the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from reports.frame import environment
from reports.model import ShownDocument
from reports.words import Language

# Bounds of the evidence. A document with ten kinds of finding takes about 40 kB, the tables about 300 kB.
DOCUMENTS, FINDINGS, SPANS, OPEN_SPANS, OPEN_CARDS, EVIDENCE_BYTES = 50, 10, 5, 3, 5, 900_000
MOST = {"findings": FINDINGS, "spans": SPANS, "open": OPEN_SPANS}


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a page, and by ``(source, class)`` the anchor of the first that shows one."""

    drawn_ones: tuple[Markup, ...] = ()
    anchors: Mapping[tuple[str, str], str] = field(default_factory=dict)
    size: int = 0  # bytes

    @classmethod
    def drawn(cls, documents: Iterable[ShownDocument], say: Language, room: int = EVIDENCE_BYTES) -> Cards:
        """Draw documents in the order given, as many as fit into ``room`` bytes."""
        template = environment().get_template("card.html")
        cards: list[Markup] = []
        anchors: dict[tuple[str, str], str] = {}
        left = room
        for number, document in enumerate(list(documents)[:DOCUMENTS], 1):
            html = template.render(
                document=document, say=say, number=number, opened=number <= OPEN_CARDS, most=MOST
            )
            left -= len(html.encode())
            if left < 0:
                break
            cards.append(Markup(html))  # noqa: S704 - rendered with autoescape
            for place, finding in enumerate(document.findings[:FINDINGS], 1):
                anchors.setdefault((document.source, finding.cls), f"d{number}-{place}")
        return cls(tuple(cards), anchors, sum(len(card.encode()) for card in cards))

    def link(self, source: str, cls: str, text: Markup) -> Markup:
        """Lead from a name to the first card that shows it, if there is one."""
        anchor = self.anchors.get((source, cls))
        return Markup('<a href="#{}">{}</a>').format(anchor, text) if anchor else text
