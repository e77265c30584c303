"""Measured documents as the rows of a shard: the signals, and what was told with its spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import pyarrow as pa

from checks.model import Severity
from checks.run import Examiner, Measured
from flows.engine.shards import TOLD, table_of


def told_of(measured: Iterable[Measured], examiner: Examiner) -> pa.Table:
    """The table of what was told of these documents: a row per document and class."""
    return table_of([row for each in measured for row in _told_rows(each, examiner)], TOLD)


def _signal_row(measured: Measured) -> dict[str, Any]:
    row: dict[str, Any] = {"source": measured.document.source, "id": measured.document.id}
    for name, signal in measured.signals.items():
        row[f"{name}_n"], row[f"{name}_share"] = signal.n, signal.share
    row |= {f"{family}_family_share": share for family, share in measured.family_shares.items()}
    return row


def signals_of(measured: Iterable[Measured], examiner: Examiner) -> pa.Table:
    """The table of signals of these documents: two columns a class, one a family."""
    frame = pd.DataFrame([_signal_row(each) for each in measured])
    counts = {f"{name}_n": "Int64" for name in examiner.classes}
    shares = {name: "Float64" for name in frame.columns if name.endswith("_share")}
    return pa.Table.from_pandas(frame.astype(counts | shares), preserve_index=False)


def _told_rows(measured: Measured, examiner: Examiner) -> Iterator[dict[str, Any]]:
    """Findings without their severity, which only the limits decide."""
    for name in sorted(measured.spans):
        finding = examiner.finding_at(measured, name, Severity.INFO)
        row = finding.as_json()
        del row["severity"], row["message"]
        spans = [{"field": "text", **span} for span in row.pop("spans")]
        messages = {"message_en": finding.message.en, "message_zh": finding.message.zh}
        yield {"source": finding.source, **row, **messages, "spans": spans}
