"""All checks together, and each alone, against reading, parsing and hashing the same texts."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from checks.corpus import survey
from checks.model import Document
from checks.registry import all_checks
from checks.run import Examiner
from tests.benchmarks.texts import floor, seconds_of, texts


class Row(NamedTuple):
    """One line of the table: what was done, its cost as a multiple of the floor, its speed, what it found."""

    name: str
    times_floor: float
    megabytes_per_second: float
    findings: int | None = None


def rows(every: int) -> Iterator[Row]:
    """Measure; raises AssertionError if a check was off."""
    source = texts(every)
    least = seconds_of(floor(source.lines), times=5)
    yield Row(
        f"floor: read, parse, hash ({source.name}, {source.megabytes:.1f} MB)", 1, source.megabytes / least
    )
    documents = [
        Document(id=str(number), text=row["text"], source="bench", title=row.get("title") or "")
        for number, row in enumerate(map(json.loads, source.lines))
    ]
    examiner = Examiner()
    assert {check.name for check in examiner.checks} == {check.name for check in all_checks()}, (
        "a check was off"
    )
    measured = examiner.measure_many(documents)  # dictionaries are loaded here, once for any number of texts
    gc.freeze()
    assert not any(each.crashed for each in measured), "a check crashed"
    facts = examiner.facts(measured)
    summary = survey([facts])
    found: Counter[str] = Counter()
    for each in measured:
        found.update(examiner.check_of[finding.cls] for finding in examiner.findings(each))

    def row(name: str, seconds: float, findings: int | None = None) -> Row:
        return Row(name, seconds / least, source.megabytes / seconds, findings)

    parts = {
        "reading, parsing, hashing": least,
        "looking for phrases": seconds_of(lambda: [examiner.scanner.scan(each.text) for each in documents]),
        "looking for signs": seconds_of(lambda: examiner.calls.of(documents)),
        "facts": seconds_of(lambda: examiner.facts(measured)),
        "survey": seconds_of(lambda: survey([facts])),
        "settle": seconds_of(lambda: examiner.settle(facts, summary)),
    }
    measuring = seconds_of(lambda: examiner.measure_many(documents))
    parts["proving cases"] = measuring - parts["looking for phrases"] - parts["looking for signs"]
    yield row("all checks, facts, survey and settle included", sum(parts.values()), found.total())
    for name, seconds in parts.items():
        yield row(f"of it {name}", seconds)
    for check in examiner.checks:
        alone = Examiner([check])
        alone.measure_many(documents)
        yield row(
            check.name,
            seconds_of(lambda alone=alone: alone.measure_many(documents), times=2),
            found[check.name],
        )
