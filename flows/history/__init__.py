"""The memory of corpus-health: runs, documents, findings, cases and messages in one SQL database.

SQLite by default, PostgreSQL by URL, the same code. ``History`` is the way in.
"""

from flows.history.documents import DocumentVersion
from flows.history.errors import (
    HistoryBusy,
    HistoryDamaged,
    HistoryError,
    HistoryNewer,
    HistoryUnwritable,
    NotInHistory,
    RunBusy,
    RunRefused,
)
from flows.history.index import RunSummary
from flows.history.ledger import Changes
from flows.history.past import Hits, PastRun, Standing
from flows.history.record import KEPT_FINDINGS, KEPT_SPANS, RunRecord
from flows.history.store import History

__all__ = [
    "KEPT_FINDINGS",
    "KEPT_SPANS",
    "Changes",
    "DocumentVersion",
    "History",
    "HistoryBusy",
    "HistoryDamaged",
    "HistoryError",
    "HistoryNewer",
    "HistoryUnwritable",
    "Hits",
    "NotInHistory",
    "PastRun",
    "RunBusy",
    "RunRecord",
    "RunRefused",
    "RunSummary",
    "Standing",
]
