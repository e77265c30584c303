"""What only shows between documents: facts are surveyed into one summary, and settled with it.

``survey`` merges the text-free facts of all documents into a bounded summary: only what stands in two
documents or more is kept, and only its first two owners. ``settle`` of a check joins the facts of some
documents with the summary and says which of them have its faults, and where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from checks.facts import Facts
from checks.hashing import Hashes, Numbers

REPEATED_MIN = 5  # documents of a group; below that a line is a coincidence or a series
CUT_MIN = 5  # documents cut at one length; see ``_cuts``
NO_OWNER = -1

Place = tuple[int, int]
"""Where a sentence stands: the key of the sentence before it, and the key of its first characters."""


class Shared(NamedTuple):
    """Keys that stand in two documents or more, in order; their first two owners and how many there are."""

    key: Hashes
    first: Numbers
    second: Numbers
    documents: Numbers

    def rows(self, keys: Hashes) -> Numbers:
        """The row of each key, -1 where it is not shared."""
        if not len(self.key):
            return np.full(len(keys), -1, dtype=np.int64)
        row = np.minimum(np.searchsorted(self.key, keys), len(self.key) - 1)
        return np.where(self.key[row] == keys, row, -1)

    def owners(self, keys: Hashes, document: Numbers) -> Numbers:
        """Per key the first document that has it, other than this one; ``NO_OWNER`` if there is none."""
        row = self.rows(keys)
        if not len(self.key):
            return row
        other = np.where(self.first[row] == document, self.second[row], self.first[row])
        return np.where(row < 0, NO_OWNER, other)


class Start(NamedTuple):
    """How a sentence of the corpus goes on: its document and its folded size."""

    document: int
    size: int


NO_START = Start(NO_OWNER, 0)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the survey found. Documents are counted through the corpus, in the order surveyed.

    ``lines``: per group the keys of lines of several of its documents. ``starts``: per key of an
    unfinished tail the longest sentence elsewhere that begins the same way after the same sentence.
    ``cuts``: per group and length in code points how many unfinished documents end exactly there.
    """

    ids: Sequence[str]
    sizes: Numbers
    group_sizes: Mapping[str, int]
    lines: Mapping[str, Shared]
    sentences: Shared
    prints: Shared
    starts: Mapping[Place, Start]
    cuts: Mapping[tuple[str, int], int]


def survey(parts: Iterable[Facts]) -> Summary:
    """Merge the facts of all documents; ``parts`` follow each other in the corpus (see ``placed``)."""
    facts = placed(parts)
    groups = np.array([group for part in facts for group in part.groups], dtype=object)
    lines = _owned([part.lines.key for part in facts], [p.lines.document + p.first for p in facts])
    return Summary(
        ids=[id_ for part in facts for id_ in part.ids],
        sizes=np.concatenate([part.sizes for part in facts]) if facts else np.zeros(0, dtype=np.int64),
        group_sizes=Counter(groups.tolist()),
        lines={group: _shared(*_of_group(lines, groups == group), REPEATED_MIN) for group in set(groups)},
        sentences=_shared(
            *_owned([p.sentences.key for p in facts], [p.sentences.document + p.first for p in facts])
        ),
        prints=_shared(*_owned([p.prints.key for p in facts], [p.prints.document + p.first for p in facts])),
        starts=_starts(facts),
        cuts=_cuts(facts),
    )


def placed(parts: Iterable[Facts]) -> list[Facts]:
    """The same facts, each knowing how many documents of the corpus stand before it."""
    facts, first = [], 0
    for part in parts:
        facts.append(replace(part, first=first))
        first += len(part.ids)
    return facts


def _owned(keys: Sequence[Hashes], documents: Sequence[Numbers]) -> tuple[Hashes, Numbers]:
    """Each pair of key and document once, in order."""
    if not keys:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    key, document = np.concatenate(keys), np.concatenate(documents)
    order = np.lexsort((document, key))
    key, document = key[order], document[order]
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]) | (document[1:] != document[:-1])
    return key[new], document[new]


def _of_group(owned: tuple[Hashes, Numbers], members: np.typing.NDArray[np.bool_]) -> tuple[Hashes, Numbers]:
    key, document = owned
    chosen = members[document]
    return key[chosen], document[chosen]


def _shared(key: Hashes, document: Numbers, at_least: int = 2) -> Shared:
    """Keep the keys of ``at_least`` documents; pairs come once and in order."""
    start = np.flatnonzero(np.concatenate((np.ones(min(len(key), 1), dtype=np.bool_), key[1:] != key[:-1])))
    count = np.diff(np.concatenate((start, np.array([len(key)]))))
    start, count = start[count >= at_least], count[count >= at_least]
    return Shared(key[start], document[start], document[start + 1], count.astype(np.int64))


def _starts(facts: Sequence[Facts]) -> dict[Place, Start]:
    """Sentences that begin as an unfinished tail does, after the same sentence; longest first."""
    wanted = {place for part in facts for place in tail_places(part).values()}
    heads = np.array(sorted({head for _, head in wanted}), dtype=np.uint64)
    found: dict[Place, Start] = {}
    for part in facts:
        for row in np.flatnonzero(np.isin(part.heads, heads)):
            place, size = _place(part, int(row)), int(part.sentences.size[row])
            if place in wanted and size > found.get(place, NO_START).size:
                found[place] = Start(int(part.sentences.document[row]) + part.first, size)
    return found


def tail_places(facts: Facts) -> dict[int, Place]:
    """Per document with an unfinished tail: what stands before it and how it begins."""
    rows = ((document, int(row)) for document, row in enumerate(facts.tail_rows) if row >= 0)
    places = {document: _place(facts, row) for document, row in rows}
    return {document: place for document, place in places.items() if place[0] and place[1]}


def _place(facts: Facts, row: int) -> Place:
    document = facts.sentences.document
    follows = row > 0 and document[row - 1] == document[row]
    return int(facts.sentences.key[row - 1]) if follows else 0, int(facts.heads[row])


def _cuts(facts: Sequence[Facts]) -> dict[tuple[str, int], int]:
    """Lengths at which many more unfinished documents of a group end than at the lengths around it.

    Eight times as many as the fullest of the ten lengths on either side: lengths of whole pages vary
    by hundreds, so that neighbours are filled alike; 4,268 broadcasts and statutes give no such length.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for part in facts:
        rows = np.flatnonzero(part.tails >= 0)
        counts.update((part.groups[row], int(part.characters[row])) for row in rows)
    around = range(1, 11)
    return {
        (group, size): n
        for (group, size), n in counts.items()
        if n >= CUT_MIN
        and n >= 8 * max(max(counts[group, size - k], counts[group, size + k]) for k in around)
    }
