"""The outbox: what is to be sent, written before it is sent, until it is known to have arrived.

A key (case:event:run:route) enters once and for ever, so nothing is sent twice because a run was
repeated; a message without a key that is new is not added. A message is sent at least once.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from flows.history.columns import built, values
from flows.history.errors import HistoryError, NotInHistory
from flows.history.schema import deliveries, delivery_keys, runs
from flows.records import Delivery

ERROR = 500  # code points kept of what a channel answered
CHUNK = 500  # keys per question: far below the number of variables either database allows


def add(connection: Connection, corpus: str | None, messages: Sequence[Delivery], at: str) -> list[Delivery]:
    """Write those messages that are new, with their new keys, and return them as written.

    A message whose id is taken but which has new keys (a repeated run that found more) is written
    under an id of its own: a duplicate is better than a loss. Without ``corpus`` it is that of the
    messages' run, which must then be in the history.
    """
    corpus = corpus or _corpus_of(connection, messages)
    added = []
    for message in messages:
        keys = _new_keys(connection, message.keys)
        known = _known(connection, message.id)
        if (message.keys and not keys) or (known and not keys):
            continue
        new_id = f"{message.id}+{_short(keys)}" if known else message.id
        written = replace(message, id=new_id, keys=keys, created_at=message.created_at or at)
        _write(connection, corpus, written)
        added.append(written)
    return added


def chosen(
    connection: Connection, corpus: str | None, run_id: str | None, states: Sequence[str]
) -> list[Delivery]:
    """Messages in one of these states, of one corpus and run if given, oldest first."""
    where: list[ColumnElement[bool]] = [deliveries.c.state.in_(states)]
    where += [deliveries.c.corpus == corpus] if corpus else []
    where += [deliveries.c.run_id == run_id] if run_id else []
    order = deliveries.c.created_at, deliveries.c.id
    rows = connection.execute(select(deliveries).where(*where).order_by(*order)).all()
    of_message = delivery_keys.c.delivery_id.in_(select(deliveries.c.id).where(*where))
    keys: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(delivery_keys).where(of_message).order_by(delivery_keys.c.position)):
        keys[row.delivery_id].append(row.key)
    return [built(Delivery, {**row._mapping, "keys": tuple(keys[row.id])}) for row in rows]


def mark_sent(connection: Connection, message_id: str, at: str) -> None:
    """Note that a message has arrived. Raises NotInHistory."""
    _mark(connection, message_id, state="sent", tried_at=at, sent_at=at, error="")


def mark_failed(connection: Connection, message_id: str, error: str, at: str, *, dead: bool) -> None:
    """Note an attempt that failed; ``dead`` when there will be no other. Raises NotInHistory."""
    state = "dead" if dead else "pending"
    _mark(connection, message_id, state=state, tried_at=at, error=error[:ERROR])


def last_sent_at(connection: Connection, route: str) -> dict[str, str]:
    """When each case was last told of on a route, or written for it and still to be sent: ISO 8601.

    A message that waits counts, so that a channel that is down does not collect reminders of itself.
    """
    told_at = func.coalesce(func.nullif(deliveries.c.sent_at, ""), deliveries.c.created_at)
    rows = connection.execute(
        select(delivery_keys.c.case_id, func.max(told_at).label("at"))
        .join(deliveries, deliveries.c.id == delivery_keys.c.delivery_id)
        .where(delivery_keys.c.route == route, deliveries.c.state != "dead")
        .group_by(delivery_keys.c.case_id)
    )
    return {row.case_id: row.at for row in rows}


def _corpus_of(connection: Connection, messages: Sequence[Delivery]) -> str:
    ids = {message.run_id for message in messages}
    found = list(connection.scalars(select(runs.c.corpus).where(runs.c.id.in_(ids)).distinct()))
    if len(found) != 1:
        raise HistoryError(
            f"runs {', '.join(sorted(ids))} belong to {len(found)} corpora: say which is meant"
        )
    return str(found[0])


def _new_keys(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    known: set[str] = set()
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        known.update(connection.scalars(select(delivery_keys.c.key).where(delivery_keys.c.key.in_(chunk))))
    return tuple(key for key in dict.fromkeys(keys) if key not in known)


def _known(connection: Connection, message_id: str) -> bool:
    return connection.scalar(select(deliveries.c.id).where(deliveries.c.id == message_id)) is not None


def _short(keys: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(keys).encode("utf-8", "replace")).hexdigest()[:8]


def _write(connection: Connection, corpus: str, message: Delivery) -> None:
    row = values(message, corpus=corpus, tried_at="")
    del row["keys"]
    connection.execute(insert(deliveries).values(row))
    keys = [
        {
            "key": key,
            "delivery_id": message.id,
            "position": k,
            "case_id": key.split(":")[0],
            "route": message.route,
        }
        for k, key in enumerate(message.keys)
    ]
    if keys:
        connection.execute(insert(delivery_keys), keys)


def _mark(connection: Connection, message_id: str, **columns: str) -> None:
    change = update(deliveries).where(deliveries.c.id == message_id)
    if not connection.execute(change.values(attempts=deliveries.c.attempts + 1, **columns)).rowcount:
        raise NotInHistory("delivery", message_id, connection.scalars(select(deliveries.c.id)))
