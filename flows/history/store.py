"""The history of all runs: one object, one database, every question the steps and commands have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from flows.history import case_states, causes, documents, index, lock, outbox, past, runs, schema
from flows.history.database import open_database
from flows.history.documents import DocumentVersion
from flows.history.errors import RunBusy
from flows.history.ledger import Changes, compared
from flows.history.migrations import migrate
from flows.history.record import RunRecord, rewind_run, write_run
from flows.records import (
    Case,
    CaseEvent,
    CaseStatus,
    CauseRow,
    Delivery,
    DocumentRow,
    FindingRow,
    HealthRow,
    Reject,
    RunRow,
    SourceRow,
)

P = ParamSpec("P")
R = TypeVar("R")
Key = tuple[str, str]


class History:
    """The database behind a URL. Safe to use from several threads; every method is one transaction.

    ``corpus`` may be left out except where two corpora in one database have a run of the same id. What
    the database complains about is raised as HistoryError, an unknown id as NotInHistory.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)

    @classmethod
    def open(cls, url: str) -> Self:
        """Open ``sqlite:///…`` or ``postgresql://…``, made or brought to the current form if need be."""
        engine = open_database(url)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, question: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        with self._engine.connect() as connection:
            return question(connection, *args, **kwargs)

    def _do(self, action: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        with self._writer.begin() as connection:
            return action(connection, *args, **kwargs)

    def lock(
        self, corpus: str, run_id: str, beat_seconds: float = lock.BEAT_SECONDS
    ) -> AbstractContextManager[None]:
        """Hold a corpus for one run. Raises RunBusy, saying who holds it, since when, and the remedy."""
        return lock.held(self._writer, corpus, run_id, beat_seconds)

    def check_run_id(self, corpus: str, run_id: str) -> None:
        """Raise RunRefused for the id of a run that is not the newest; new ids are welcome."""
        self._ask(runs.check_run_id, corpus, run_id)

    def compare(
        self, corpus: str, run_id: str, rows: Callable[[], Iterable[DocumentRow]], assessed: Collection[str]
    ) -> dict[str, Changes]:
        """Count per assessed source what ``record`` will find new, changed, unchanged and gone.

        Leaves no trace: the transaction is taken back.
        """
        with self._writer.connect() as connection:
            rewind_run(connection, corpus, run_id)
            return compared(connection, corpus, rows(), assessed=assessed)

    def record(self, record: RunRecord) -> tuple[SourceRow, ...]:
        """Write a whole run in one transaction; returns its sources with the ledger's counts.

        The newest run is replaced when it has the same id, as if it had not been. Takes the lock for its
        own duration unless this process holds it for this run. Raises RunBusy, RunRefused.
        """
        corpus, run_id = record.run.corpus, record.run.id
        with self._locked(corpus, run_id), self._writer.begin() as connection:
            if not lock.is_ours(connection, corpus, run_id):
                raise RunBusy(f"the lock of corpus {corpus!r} was lost to another run; run again")
            return write_run(connection, record)

    @contextmanager
    def _locked(self, corpus: str, run_id: str) -> Iterator[None]:
        if self._ask(lock.is_ours, corpus, run_id):
            yield
            return
        with self.lock(corpus, run_id):
            yield

    def runs(self, corpus: str, limit: int = 30) -> list[RunRow]:
        """The newest runs, newest first."""
        return self._ask(runs.recent, corpus, limit)

    def latest(self, corpus: str) -> RunRow | None:
        """The newest run."""
        return next(iter(self.runs(corpus, 1)), None)

    def run(self, run_id: str, corpus: str | None = None) -> RunRow | None:
        """One run, None where there is none of this id."""
        return self._ask(runs.run, run_id, corpus)

    def number_of_runs(self, corpus: str, upto_run_id: str = "") -> int:
        """How many runs there are, or how many up to and with this one."""
        return self._ask(index.number_of_runs, corpus, upto_run_id)

    def summaries(self, corpus: str, first: int, number: int) -> list[index.RunSummary]:
        """``number`` runs from the ``first`` on, counted from 0 for the oldest; newest first."""
        return self._ask(index.summaries, corpus, first, number)

    def previous_run(self, corpus: str, run_id: str) -> RunRow | None:
        """The run before this one, which need not be there yet."""
        return next(iter(self._ask(runs.before, corpus, run_id, 1)), None)

    def past(self, corpus: str, upto_run_id: str, runs_before: int = 89) -> list[past.PastRun]:
        """The runs before this one, which need not be there yet, in sums; oldest first."""
        return self._ask(past.past_runs, corpus, upto_run_id, runs_before)

    def sources_before(self, corpus: str, run_id: str) -> dict[str, SourceRow]:
        """What each source gave when last assessed before this run; without those that never were."""
        return self._ask(runs.sources_before, corpus, run_id)

    def sources(self, run_id: str, corpus: str | None = None) -> list[SourceRow]:
        """The sources of a run, by name."""
        return self._ask(runs.rows_of, SourceRow, schema.run_sources, self._key(run_id, corpus))

    def health(self, run_id: str, corpus: str | None = None) -> list[HealthRow]:
        """The health of a run, by source and class."""
        return self._ask(runs.rows_of, HealthRow, schema.health, self._key(run_id, corpus))

    def findings(self, run_id: str, corpus: str | None = None) -> list[FindingRow]:
        """The findings kept of a run, by source and class, worst first."""
        return self._ask(runs.findings_of, self._key(run_id, corpus))

    def rejects(self, run_id: str, corpus: str | None = None) -> list[Reject]:
        """The first rejects of a run, in the order given."""
        return self._ask(runs.rows_of, Reject, schema.rejects, self._key(run_id, corpus))

    def documents(self, run_id: str, corpus: str | None = None) -> dict[Key, DocumentRow]:
        """The documents of ``findings`` as they were in that run, by source and id."""
        return self._ask(documents.documents, self._key(run_id, corpus))

    def versions_before(self, run_id: str, corpus: str | None = None) -> dict[Key, tuple[int, str]]:
        """Length and tail of the version before, for those of ``documents`` that had one."""
        return self._ask(documents.versions_before, self._key(run_id, corpus))

    def document_versions(self, corpus: str, keys: Collection[Key]) -> dict[Key, DocumentVersion]:
        """What the ledger now says of documents, by source and id; without those it does not know."""
        return self._ask(documents.document_versions, corpus, keys)

    def events(self, run_id: str, corpus: str | None = None) -> list[CaseEvent]:
        """What a run did to the cases, by source and class."""
        return self._ask(case_states.events_of, self._key(run_id, corpus))

    def cases(self, corpus: str, status: CaseStatus | None = None) -> list[Case]:
        """All cases now, with what was agreed on them, by source and class."""
        found = self._ask(case_states.now, corpus)
        return [case for case in found if status in (None, case.status)]

    def cases_before(self, corpus: str, run_id: str) -> list[Case]:
        """All cases as this run finds them: without its own doing, should it be repeated."""
        return self._ask(case_states.before, corpus, run_id)

    def cases_as_of(self, run_id: str, corpus: str | None = None) -> list[Case]:
        """All cases as this run left them, with what was agreed on them by then."""
        return self._ask(case_states.left_by, self._key(run_id, corpus))

    def acknowledge(self, case_id: str, until: date, reason: str) -> Case:
        """Note that an open case is known and in hand until the end of a day; see ``flows.cases``."""
        return self._do(case_states.mark, case_id, "acknowledged", until, reason)

    def waive(self, case_id: str, until: date, reason: str) -> Case:
        """Note that a case is accepted until the end of a day; see ``flows.cases``."""
        return self._do(case_states.mark, case_id, "waived", until, reason)

    def add_deliveries(self, messages: Sequence[Delivery], corpus: str | None = None) -> list[Delivery]:
        """Put messages into the outbox and return those that were new, as written; see ``outbox``."""
        return self._do(outbox.add, corpus, messages, _now())

    def pending_deliveries(self, corpus: str | None = None) -> list[Delivery]:
        """Messages that are still to be sent, oldest first."""
        return self._ask(outbox.chosen, corpus, None, ("pending",))

    def causes(self, run_id: str, corpus: str | None = None) -> list[CauseRow]:
        """What many findings of a run have in common, the gravest first."""
        return self._ask(causes.causes_of, self._key(run_id, corpus))

    def causes_known(self, corpus: str, run_id: str) -> dict[str, str]:
        """Since when each cause is known that a run before this one told, by its id: ISO 8601."""
        return self._ask(causes.known, corpus, run_id)

    def undelivered(self, run_id: str | None = None, corpus: str | None = None) -> list[Delivery]:
        """Messages that have not arrived, given up or not, oldest first."""
        return self._ask(outbox.chosen, corpus, run_id, ("pending", "dead"))

    def mark_sent(self, message_id: str, at: str) -> None:
        """Note that a message has arrived."""
        self._do(outbox.mark_sent, message_id, at)

    def mark_failed(self, message_id: str, error: str, at: str, *, dead: bool) -> None:
        """Note an attempt that failed; ``dead``: there will be no other."""
        self._do(outbox.mark_failed, message_id, error, at, dead=dead)

    def last_sent_at(self, route: str) -> dict[str, str]:
        """When each case was last told of on a route, or put into its outbox: ISO 8601 by case id."""
        return self._ask(outbox.last_sent_at, route)

    def _key(self, run_id: str, corpus: str | None) -> int:
        return self._ask(runs.run_key, run_id, corpus)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
