"""Tell what is wrong with scraped text, and show where. Works without Prefect and great-tables.

>>> from checks import check_text
>>> for finding in check_text("会议强(qiáng)调(diào)，要进(jìn)一步(bù)推(tuī)动工作。"):
...     print(finding.cls, finding.severity.word, finding.n, [s.quote for s in finding.spans][:2])
pinyin_bracket error 5 ['(qiáng)', '(diào)']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import Document, Finding
from checks.run import Examiner, examine, verdict_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Document", "Examiner", "Finding", "check_frame", "check_text", "examine", "verdict_of"]


def check_text(text: str, *, doc_id: str = "text", title: str = "", url: str = "") -> list[Finding]:
    """Return the findings of one text, by class; offsets are code points of ``text``."""
    return list(examine([Document(id=doc_id, text=text, title=title, url=url)]))


def check_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Check a frame with the columns ``id`` and ``text`` (optional ``title``, ``url``, ``source``).

    Returns one row per document x class with the keys of ``Finding.as_json``; the documents are
    seen together. Raises ValueError when a column is missing.
    """
    import pandas as pd

    missing = {"id", "text"} - set(frame.columns)
    if missing:
        raise ValueError(f"check_frame needs the columns id and text; missing: {', '.join(sorted(missing))}")
    wanted = [name for name in ("id", "text", "title", "url", "source") if name in frame.columns]
    rows = frame[wanted].astype("str").to_dict("records")
    findings = examine(Document(**{str(key): value for key, value in row.items()}) for row in rows)
    columns = [*_COLUMNS]
    return pd.DataFrame([finding.as_json() for finding in findings], columns=columns)


_COLUMNS = ("doc_id", "check", "class", "family", "severity", "proof", "message", "n", "share", "spans")
