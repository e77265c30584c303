"""What is read back of a run: the gravest findings, and where documents came from, against all of them read whole."""

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.causes import Origin
from flows.engine.results import NOWHERE, Origins, finding_rows, gravest_rows
from flows.engine.tables import DOCUMENTS, FINDINGS, table_of

SPANS = [{"start": at, "end": at + 1, "quote": "字", "field": "text"} for at in range(6)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rng = random.Random(3)
    found = [
        {
            "source": rng.choice("ab"),
            "doc_id": f"d{number % 977}",
            "check": "c",
            "class": rng.choice(["one", "two"]),
            "family": "spam",
            "severity": rng.choice(["info", "warning", "error"]),
            "proof": rng.choice(["strong", "hint"]),
            "message_en": "",
            "message_zh": "",
            "n": rng.randrange(4),
            "share": 0.1,
            "spans": SPANS,
        }
        for number in range(5_000)
    ]
    pq.write_table(table_of(found, FINDINGS), tmp_path / "findings.parquet")
    documents = [
        {
            "source": source,
            "id": f"d{number}",
            "url": f"https://{source}{number}.example/x",
            "characters": number,
        }
        for source in "ab"
        for number in range(3_000)
    ]
    verdicts = ["failed" if number % 2 else "passed" for number in range(6_000)]
    table = table_of(documents, DOCUMENTS).append_column("verdict", pa.array(verdicts, pa.string()))
    pq.write_table(table, tmp_path / "documents.parquet")
    return tmp_path


def test_the_gravest_rows_are_those_that_sorting_all_of_them_gives(folder):
    everything = list(finding_rows(folder))
    expected = []
    for group in sorted({(row.source, row.cls) for row in everything}):
        rows = [row for row in everything if (row.source, row.cls) == group]
        ranks = [(row.proof == "hint", -int(row.severity), -row.n, row.doc_id) for row in rows]
        expected += sorted(ranks)[:30]
    told = [
        (row.proof == "hint", -int(row.severity), -row.n, row.doc_id) for row in gravest_rows(folder, 30, 4)
    ]
    assert sorted(told) == sorted(expected)


def test_the_gravest_rows_come_with_their_first_spans_in_the_order_of_the_run(folder):
    rows = list(gravest_rows(folder, 10_000, 4))
    assert [(r.source, r.doc_id, r.cls) for r in rows] == [
        (r.source, r.doc_id, r.cls) for r in finding_rows(folder)
    ]
    assert {len(row.spans) for row in rows} == {4}


def test_origins_are_found_in_any_order_and_again(folder):
    origins = Origins(folder)
    assert origins.get(("a", "d1")) == Origin("a1.example", 1)
    assert origins.get(("b", "d2999")) == Origin("b2999.example", 2999)
    assert origins.get(("a", "d1")) == Origin("a1.example", 1)
    assert origins.get(("a", "d2")) == NOWHERE  # nothing counts against it
    assert origins.get(("c", "d1"), Origin("none", 7)) == Origin("none", 7)
    assert origins.get(("b", "d1")) == Origin("b1.example", 1)
