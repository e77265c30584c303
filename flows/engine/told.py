"""Measured documents as the rows of a part: the signals, and what was told with its spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from checks.model import Severity
from checks.run import Examiner, Measured, Signal
from flows.engine.tables import TOLD, table_of


def told_of(measured: Iterable[Measured], examiner: Examiner) -> pa.Table:
    """The table of what was told of these documents: a row per document and class."""
    return table_of([row for each in measured for row in _told_rows(each, examiner)], TOLD)


def signals_of(measured: Sequence[Measured], examiner: Examiner) -> pa.Table:
    """The table of signals of these documents: two columns a class, one a family.

    Most documents show nothing of most classes, so that only what was told is looked at.
    """
    sheet = _Sheet(len(measured), examiner)
    for row, each in enumerate(measured):
        for name in each.spans:
            sheet.set(row, name, each.signals[name])
        for check in each.crashed:
            sheet.leave_open(row, check)
        if each.spans or each.crashed:
            sheet.set_families(row, each.family_shares)
    documents = [each.document for each in measured]
    return sheet.table([document.source for document in documents], [document.id for document in documents])


def no_signals_of(documents: pa.Table, examiner: Examiner) -> pa.Table:
    """The table of signals of documents that no check has seen."""
    sheet = _Sheet(len(documents), examiner)
    for check in examiner.checks:
        sheet.leave_open(slice(None), check.name)
    return sheet.table(documents["source"], documents["id"])


class _Sheet:
    """Signals of documents, nothing told until it is set."""

    def __init__(self, size: int, examiner: Examiner) -> None:
        self._classes, self._check_of = examiner.classes, examiner.check_of
        families = sorted({cls.family for cls in self._classes.values()})
        self._n = {name: np.zeros(size, dtype=np.int64) for name in self._classes}
        self._shares = {name: np.zeros(size) for name in self._classes}
        self._families = {name: np.zeros(size) for name in families}
        self._open: dict[str, np.typing.NDArray[np.bool_]] = {}
        self._size = size

    def set(self, row: int, name: str, signal: Signal) -> None:
        if signal.n is not None and signal.share is not None:
            self._n[name][row], self._shares[name][row] = signal.n, signal.share

    def leave_open(self, row: int | slice, check: str) -> None:
        for name, owner in self._check_of.items():
            if owner == check:
                self._open.setdefault(name, np.zeros(self._size, dtype=np.bool_))[row] = True

    def set_families(self, row: int, shares: Mapping[str, float]) -> None:
        for name, share in shares.items():
            self._families[name][row] = share

    def table(self, sources: Any, ids: Any) -> pa.Table:  # noqa: ANN401 - a list or a column
        columns: dict[str, Any] = {"source": sources, "id": ids}
        for name in self._classes:
            unknown = self._open.get(name)
            columns[f"{name}_n"] = pa.array(self._n[name], mask=unknown)
            columns[f"{name}_share"] = pa.array(self._shares[name], mask=unknown)
        columns |= {f"{name}_family_share": pa.array(share) for name, share in self._families.items()}
        text = [pa.field("source", pa.string()), pa.field("id", pa.string())]
        numbers = [pa.field(name, column.type) for name, column in list(columns.items())[2:]]
        return pa.table(columns, schema=pa.schema([*text, *numbers]))


def _told_rows(measured: Measured, examiner: Examiner) -> Iterator[dict[str, Any]]:
    """Findings without their severity, which only the limits decide."""
    for name in sorted(measured.spans):
        finding = examiner.finding_at(measured, name, Severity.INFO)
        row = finding.as_json()
        del row["severity"], row["message"]
        spans = [{"field": "text", **span} for span in row.pop("spans")]
        messages = {"message_en": finding.message.en, "message_zh": finding.message.zh}
        yield {"source": finding.source, **row, **messages, "spans": spans}
