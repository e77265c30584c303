"""What only shows between documents: facts are surveyed into one summary, and settled with it.

``survey`` merges the text-free facts of all documents into a bounded summary: only what stands in two
documents or more is kept, and only its first two owners. ``settle`` of a check joins the facts of some
documents with the summary and says which of them have its faults, and where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from checks.facts import Facts
from checks.hashing import Hashes, Numbers

REPEATED_MIN = 5  # documents of a group; below that a line is a coincidence or a series
CUT_MIN = 5  # documents cut at one length; see ``_cuts``
AT_ONCE = 6_000_000  # keys sorted at once: 100 MB and as much again while they are
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

    ``lines``: by ``key_in_group``, those of several documents of one group. ``starts``: per key of an
    unfinished tail the longest sentence elsewhere that begins the same way after the same sentence.
    ``cuts``: per group and length in code points how many unfinished documents end exactly there.
    """

    ids: Sequence[str]
    sizes: Numbers
    group_sizes: Mapping[str, int]
    lines: Shared
    sentences: Shared
    prints: Shared
    starts: Mapping[Place, Start]
    cuts: Mapping[tuple[str, int], int]


class Keys(NamedTuple):
    """The keys of a part of the corpus and the rows of the documents that have them, each pair once, by key."""

    key: Hashes
    document: Numbers


class PartKeys(NamedTuple):
    """All keys of a part that are looked for in others; about 16 bytes for six characters of its texts."""

    lines: Keys
    sentences: Keys
    prints: Keys


def keys_of(facts: Facts) -> PartKeys:
    """Sort the keys of a part, once for all surveys in which it takes part."""
    groups, row = np.unique(np.array(facts.groups, dtype=object), return_inverse=True)
    salts = np.array([_salt(group) for group in groups.tolist()], dtype=np.uint64)
    lines = facts.lines
    return PartKeys(
        _sorted(lines.key ^ salts[row][lines.document] if len(lines.key) else lines.key, lines.document),
        _sorted(facts.sentences.key, facts.sentences.document),
        _sorted(facts.prints.key, facts.prints.document),
    )


def key_in_group(keys: Hashes, group: str) -> Hashes:
    """Keys of lines as the survey counts them: the same line of another group is another key."""
    mixed: Hashes = keys ^ _salt(group)
    return mixed


@lru_cache(maxsize=100_000)
def _salt(group: str) -> np.uint64:
    return np.uint64(int.from_bytes(blake2b(group.encode("utf-8", "surrogatepass"), digest_size=8).digest()))


def _sorted(key: Hashes, document: Numbers) -> Keys:
    """Order pairs, which come by document, by their keys, and drop those that come again."""
    order = np.argsort(key, kind="stable")
    key, document = key[order], document[order]
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = (key[1:] != key[:-1]) | (document[1:] != document[:-1])
    return Keys(key[new], document[new])


def survey(parts: Iterable[Facts], keys: Sequence[PartKeys] | None = None) -> Summary:
    """Merge the facts of all documents; ``parts`` follow each other in the corpus (see ``placed``).

    ``parts`` are gone through twice and may be read anew each time: what is kept of them is small.
    ``keys``: those of the parts, sorted before, which may lie on disk; computed here if not given.
    """
    ids: list[str] = []
    sizes, firsts, sorted_here = [np.zeros(0, dtype=np.int64)], [], []
    group_sizes: Counter[str] = Counter()
    cuts: Counter[tuple[str, int]] = Counter()
    wanted: set[Place] = set()
    for part in parts:
        firsts.append(len(ids))
        ids += part.ids
        sizes.append(part.sizes)
        group_sizes.update(part.groups)
        cuts.update(_lengths_of_tails(part))
        wanted |= set(tail_places(part).values())
        if keys is None:
            sorted_here.append(keys_of(part))
    known = sorted_here if keys is None else keys
    return Summary(
        ids=ids,
        sizes=np.concatenate(sizes),
        group_sizes=group_sizes,
        lines=_shared([part.lines for part in known], firsts, REPEATED_MIN),
        sentences=_shared([part.sentences for part in known], firsts),
        prints=_shared([part.prints for part in known], firsts),
        starts=_starts(zip(parts, firsts, strict=True), wanted) if wanted else {},
        cuts=_cuts(cuts),
    )


def placed(parts: Iterable[Facts]) -> list[Facts]:
    """The same facts, each knowing how many documents of the corpus stand before it."""
    facts, first = [], 0
    for part in parts:
        facts.append(replace(part, first=first))
        first += len(part.ids)
    return facts


def _shared(parts: Sequence[Keys], firsts: Sequence[int], at_least: int = 2) -> Shared:
    """Keep the keys of ``at_least`` documents, looking at one range of keys after the other."""
    total = sum(len(part.key) for part in parts)
    ranges = total // AT_ONCE + 1
    edges = [(number << 64) // ranges for number in range(ranges)]
    found = [_shared_in(parts, firsts, at_least, low, high) for low, high in pairwise([*edges, 1 << 64])]
    return Shared(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _shared_in(parts: Sequence[Keys], firsts: Sequence[int], at_least: int, low: int, high: int) -> Shared:
    """The same, of the keys from ``low`` on and below ``high``."""
    keys, documents = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int64)]
    for part, first in zip(parts, firsts, strict=True):
        start = np.searchsorted(part.key, np.uint64(low))
        end = np.searchsorted(part.key, np.uint64(high - 1), side="right")
        keys.append(part.key[start:end])
        documents.append(part.document[start:end] + first)
    key, document = np.concatenate(keys), np.concatenate(documents)
    order = np.argsort(key, kind="stable")
    key, document = key[order], document[order]
    begun = np.flatnonzero(np.concatenate((np.ones(min(len(key), 1), dtype=np.bool_), key[1:] != key[:-1])))
    count = np.diff(np.concatenate((begun, np.array([len(key)]))))
    begun, count = begun[count >= at_least], count[count >= at_least]
    return Shared(key[begun], document[begun], document[begun + 1], count.astype(np.int64))


def _starts(parts: Iterable[tuple[Facts, int]], wanted: Set[Place]) -> dict[Place, Start]:
    """Sentences that begin as an unfinished tail does, after the same sentence; longest first."""
    heads = np.array(sorted({head for _, head in wanted}), dtype=np.uint64)
    found: dict[Place, Start] = {}
    for part, first in parts:
        for row in np.flatnonzero(np.isin(part.heads, heads)):
            place, size = _place(part, int(row)), int(part.sentences.size[row])
            if place in wanted and size > found.get(place, NO_START).size:
                found[place] = Start(int(part.sentences.document[row]) + first, size)
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


def _lengths_of_tails(facts: Facts) -> Iterator[tuple[str, int]]:
    """Group and length of each document with an unfinished tail."""
    for row in np.flatnonzero(facts.tails >= 0):
        yield facts.groups[row], int(facts.characters[row])


def _cuts(counts: Counter[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """Lengths at which many more unfinished documents of a group end than at the lengths around it.

    Eight times as many as the fullest of the ten lengths on either side: lengths of whole pages vary
    by hundreds, so that neighbours are filled alike; 4,268 broadcasts and statutes give no such length.
    """
    around = range(1, 11)
    return {
        (group, size): n
        for (group, size), n in counts.items()
        if n >= CUT_MIN
        and n >= 8 * max(max(counts[group, size - k], counts[group, size + k]) for k in around)
    }
