"""Shards are described by location: cut at line ends, measured by whoever has the time, kept when whole."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flows.history import History
from flows.ingest import Ingested, Piece, Reject, Source, plan_source, read_pieces, read_source
from flows.settings import load_settings
from flows.steps import night
from tests.generated_corpus import GLOSSED, article

AT = datetime(2026, 11, 2, 2, tzinfo=UTC)
SETTINGS = '[corpus]\nname = "lines"\n\n[[sources]]\nid = "lines"\nkind = "jsonl"\nlocation = "lines"\n'


def line(number, text):
    return json.dumps({"id": f"d{number}", "text": text}, ensure_ascii=False)


def write(folder, name, lines, end="\n"):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(lines) + end, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A corpus of one source in about twenty shards; returns the path of corpus.toml."""
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 2_000)
    chance = random.Random(7)
    texts = [GLOSSED + str(number) if number % 9 == 0 else article(chance) for number in range(60)]
    write(tmp_path / "lines", "a.jsonl", [line(number, text) for number, text in enumerate(texts)])
    (tmp_path / "corpus.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path / "corpus.toml"


def run(config, run_id="night"):
    return night(config, run_id, clock=lambda: AT)


def left(config, run_id="night"):
    """All that a run leaves but for the seconds it took."""
    with History.open(load_settings(config).history_url()) as past:
        row = replace(past.run(run_id), check_seconds={})
        sources = [replace(source, seconds=0.0) for source in past.sources(run_id)]
        kept = past.health(run_id), past.findings(run_id), past.rejects(run_id), past.cases("lines")
        documents = past.document_versions("lines", {("lines", f"d{number}") for number in range(60)})
    return (
        row,
        sources,
        *kept,
        documents,
        (config.parent / "out" / "runs" / run_id / "findings.jsonl").read_bytes(),
    )


def measured_shards(monkeypatch, stop_after=None):
    """Note the shards that are measured; the run is stopped from outside after so many."""
    from flows.engine import work

    noted = []
    measure = work.measure_shard

    def noting(config, run_id, shard, *arguments, **more):
        if stop_after == len(noted):
            raise KeyboardInterrupt
        noted.append(shard.number)
        measure(config, run_id, shard, *arguments, **more)

    monkeypatch.setattr("flows.steps.measure_shard", noting)
    return noted


LINES = [
    *(line(number, "渡口" * number) for number in range(40)),
    "",
    "  ",
    "not json",
    line(3, "again"),
    line(90, "长" * 2_000),
    line(91, ""),
]


@pytest.mark.parametrize("end", ["", "\n", "\r\n\n"])
@pytest.mark.parametrize("size", [1, 60, 61, 500, 2_000, 10_000_000])
def test_pieces_hold_every_line_once_and_know_its_number(tmp_path, size, end):
    write(tmp_path, "a.jsonl", LINES, end)
    write(tmp_path, "b.jsonl", [line(1, "met"), line(200, "new")], end)
    source = Source(id="lines", kind="jsonl", location=str(tmp_path))
    pieces = list(plan_source(source, size))
    met = set()
    cut = [
        item for piece in pieces for item in read_pieces(source, [piece], max_document_bytes=4_000, met=met)
    ]
    assert cut == list(read_source(source, max_document_bytes=4_000))
    assert len([item for item in cut if isinstance(item, Reject)]) == 4
    assert max(piece.weight for piece in pieces) <= size + 6_100
    assert len(pieces) > min(4_000 // size, 30)


def test_a_piece_whose_file_was_written_anew_is_rejected(tmp_path):
    write(tmp_path, "a.jsonl", [line(number, "渡口") for number in range(40)])
    source = Source(id="lines", kind="jsonl", location=str(tmp_path))
    *_, last = plan_source(source, 400)
    write(tmp_path, "a.jsonl", [line(number, "渡口的桥") for number in range(40)])
    (reject,) = read_pieces(source, [last], max_document_bytes=4_000)
    assert "written anew while the run read it" in reject.reason
    assert reject.location == f"a.jsonl:{last.line + 1}"


def test_a_zipped_file_is_one_piece_and_measured_in_bounded_parts(tmp_path, monkeypatch, corpus):
    monkeypatch.setattr("flows.engine.measure.PART_DOCUMENTS", 7)
    plain = run(corpus), left(corpus)
    lines = (tmp_path / "lines" / "a.jsonl").read_bytes()
    (tmp_path / "lines" / "a.jsonl").unlink()
    (tmp_path / "lines" / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    source = load_settings(corpus).sources[0]
    (piece,) = plan_source(source, 100)
    assert isinstance(piece, Piece)
    zipped = run(corpus, "zipped")
    assert zipped.run.documents == plain[0].run.documents == 60
    assert left(corpus, "zipped")[-1] == left(corpus)[-1]


def test_an_id_of_another_shard_is_told_as_one_of_the_same_is(tmp_path, corpus):
    file = tmp_path / "lines" / "a.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[50], lines[31], lines[2] = line(3, GLOSSED), line(30, GLOSSED), line(1, GLOSSED)
    file.write_text("\n".join(lines), encoding="utf-8")
    source = load_settings(corpus).sources[0]
    told = [item for item in read_source(source, max_document_bytes=10_000) if isinstance(item, Reject)]
    assert [reject.location for reject in told] == ["a.jsonl:3", "a.jsonl:32", "a.jsonl:51"]
    outcome = run(corpus)
    with History.open(load_settings(corpus).history_url()) as past:
        assert past.rejects("night") == told
    assert (outcome.run.documents, outcome.run.rejects) == (57, 3)
    ids = [
        item.document.id
        for item in read_source(source, max_document_bytes=10_000)
        if isinstance(item, Ingested)
    ]
    assert len(ids) == len(set(ids)) == 57


def test_a_run_that_is_taken_up_measures_the_missing_shards_only(corpus, monkeypatch):
    run(corpus)
    undisturbed = run(corpus, "second") and left(corpus, "second")
    measured_shards(monkeypatch, stop_after=11)
    with pytest.raises(KeyboardInterrupt):
        run(corpus, "second")
    noted = measured_shards(monkeypatch)
    run(corpus, "second")
    assert noted[0] == 11
    assert len(noted) > 5
    assert left(corpus, "second") == undisturbed


def test_a_shard_whose_file_changed_is_measured_anew(corpus, monkeypatch):
    measured_shards(monkeypatch, stop_after=11)
    with pytest.raises(KeyboardInterrupt):
        run(corpus)
    file = corpus.parent / "lines" / "a.jsonl"
    file.write_text(file.read_text("utf-8") + line(60, GLOSSED), encoding="utf-8")
    noted = measured_shards(monkeypatch)
    outcome = run(corpus)
    assert noted[0] == 0
    assert outcome.run.documents == 61


def test_a_shard_that_is_not_whole_is_measured_again(corpus, monkeypatch):
    measured_shards(monkeypatch, stop_after=11)
    with pytest.raises(KeyboardInterrupt):
        run(corpus)
    for name, content in (("4", b""), ("6", None)):
        (table,) = (corpus.parent / "out" / "runs").glob(
            f"night.tmp/shards/lines~00000{name}/0000~told.parquet"
        )
        table.write_bytes(content) if content is not None else table.unlink()
    noted = measured_shards(monkeypatch)
    run(corpus)
    assert noted[:3] == [4, 6, 11]


def test_a_run_killed_before_history_knew_it_is_taken_up_whole(corpus, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.steps.remember", killed)
    with pytest.raises(KeyboardInterrupt):
        run(corpus)
    monkeypatch.undo()
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 2_000)
    noted = measured_shards(monkeypatch)
    assert run(corpus).run.documents == 60
    assert noted == []
    assert {path.suffix for path in (corpus.parent / "out" / "runs" / "night").iterdir()} == {
        ".parquet",
        ".jsonl",
    }


def test_what_a_killed_run_left_goes_when_a_later_one_is_whole(corpus, monkeypatch):
    measured_shards(monkeypatch, stop_after=3)
    with pytest.raises(KeyboardInterrupt):
        run(corpus, "killed")
    runs = corpus.parent / "out" / "runs"
    (runs / "another.tmp").mkdir()
    (runs / "another.tmp" / "corpus").write_text("of others")
    measured_shards(monkeypatch)
    run(corpus)
    assert {path.name for path in runs.iterdir()} == {"night", "another.tmp"}
