"""DataTrove: the filters of FineWeb-2's Chinese chain."""

from __future__ import annotations

from collections.abc import Sequence

from datatrove.data import Document
from datatrove.pipeline.filters import FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter
from timing import main

FILTERS = [
    kind(language="cmn_Hani") for kind in (GopherRepetitionFilter, FineWebQualityFilter, GopherQualityFilter)
]


def work(texts: Sequence[str]) -> None:
    """Ask every filter about every text."""
    for number, text in enumerate(texts):
        document = Document(text=text, id=str(number))
        for each in FILTERS:
            each.filter(document)


main(work)
