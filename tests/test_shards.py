"""Shards are described by location: cut at line ends, measured by whoever has the time, kept when whole."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from flows.history import History
from flows.ingest import Asked, Piece, Reject, Source, plan_source, read_pieces, read_source
from flows.settings import load_settings
from flows.steps import night
from tests.engines import left, line, moved, write_shards
from tests.generated_corpus import GLOSSED

AT = datetime(2026, 11, 2, 2, tzinfo=UTC)


def write(folder, name, lines, end="\n"):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(lines) + end, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A corpus in about twenty shards; returns the path of corpus.toml."""
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 3_000)
    return write_shards(tmp_path / "corpus")


def run(config, run_id="night"):
    return night(config, run_id, clock=lambda: AT)


def measured_shards(monkeypatch, stop_after=None):
    """Note the shards that are measured; the run is stopped from outside after so many."""
    from flows.engine import work

    noted = []
    measure = work.measure_shard

    def noting(config, run_id, shard, *arguments, **more):
        if stop_after == len(noted):
            raise KeyboardInterrupt
        noted.append(str(shard))
        measure(config, run_id, shard, *arguments, **more)

    monkeypatch.setattr("flows.engine.processes.measure_shard", noting)
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


def test_only_the_places_that_are_asked_for_are_read(tmp_path):
    write(tmp_path, "a.jsonl", LINES)
    source = Source(id="lines", kind="jsonl", location=str(tmp_path))
    every = list(read_source(source, max_document_bytes=4_000))
    asked = Asked(places={every[2].location, every[5].location})
    some = read_pieces(source, plan_source(source, 500), max_document_bytes=4_000, asked=asked)
    assert list(some) == [every[2], every[5]]


def test_a_piece_whose_file_was_written_anew_is_rejected(tmp_path):
    write(tmp_path, "a.jsonl", [line(number, "渡口") for number in range(40)])
    source = Source(id="lines", kind="jsonl", location=str(tmp_path))
    *_, last = plan_source(source, 400)
    write(tmp_path, "a.jsonl", [line(number, "渡口的桥") for number in range(40)])
    (reject,) = read_pieces(source, [last], max_document_bytes=4_000)
    assert "written anew while the run read it" in reject.reason
    assert reject.location == f"a.jsonl:{last.line + 1}"


def test_a_zipped_file_is_one_piece_and_measured_in_bounded_parts(corpus, monkeypatch):
    monkeypatch.setattr("flows.engine.measure.PART_DOCUMENTS", 7)
    run(corpus)
    plain = corpus.parent / "lines" / "a.jsonl"
    plain.with_name("a.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    (piece,) = plan_source(load_settings(corpus).sources[0], 100)
    assert isinstance(piece, Piece)
    assert run(corpus, "zipped").run.documents == 59
    assert left(corpus, "zipped")[-1] == left(corpus)[-1]


def test_an_id_of_another_shard_is_told_as_one_of_the_same_is(corpus):
    file = corpus.parent / "lines" / "a.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[35], lines[21], lines[2] = line(3, GLOSSED), line(20, GLOSSED), line(1, GLOSSED)
    file.write_text("\n".join(lines), encoding="utf-8")
    source = load_settings(corpus).sources[0]
    items = list(read_source(source, max_document_bytes=10_000))
    told = [item for item in items if isinstance(item, Reject)]
    assert [reject.location for reject in told] == [f"a.jsonl:{number}" for number in (3, 6, 22, 36)]
    outcome = run(corpus)
    with History.open(load_settings(corpus).history_url()) as past:
        assert past.rejects("night") == told
    assert (outcome.run.documents, outcome.run.rejects) == (56, 4)


@pytest.fixture
def stopped(corpus, monkeypatch):
    """The corpus after a run that was stopped from outside when it had measured eleven shards."""
    measured_shards(monkeypatch, stop_after=11)
    with pytest.raises(KeyboardInterrupt):
        run(corpus)
    return corpus


def test_a_run_that_is_taken_up_measures_the_missing_shards_only(stopped, monkeypatch, tmp_path):
    noted = measured_shards(monkeypatch)
    run(stopped)
    other = write_shards(tmp_path / "undisturbed")
    run(other)
    assert noted[0] == "lines~000011"
    assert left(stopped) == moved(left(other), other, stopped)


def test_shards_of_a_file_that_changed_are_measured_anew(stopped, monkeypatch):
    file = stopped.parent / "lines" / "a.jsonl"
    file.write_text(file.read_text("utf-8") + line(60, GLOSSED), encoding="utf-8")
    noted = measured_shards(monkeypatch)
    assert run(stopped).run.documents == 60
    assert noted[0] == "lines~000000"


def test_a_shard_that_is_not_whole_is_measured_again(stopped, monkeypatch):
    shards = stopped.parent / "out" / "runs" / "night.tmp" / "shards"
    (shards / "lines~000004" / "0000~told.parquet").write_bytes(b"")
    (shards / "lines~000006" / "0000~told.parquet").unlink()
    noted = measured_shards(monkeypatch)
    run(stopped)
    assert noted[:3] == ["lines~000004", "lines~000006", "lines~000011"]


@pytest.mark.parametrize("step", ["compare_ids", "settle", "judge", "remember"])
def test_a_run_killed_between_two_steps_is_taken_up_whole(corpus, monkeypatch, step):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"flows.steps.{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            run(corpus)
    noted = measured_shards(monkeypatch)
    outcome = run(corpus)
    assert (outcome.run.documents, outcome.run.rejects) == (59, 1)
    assert len(noted) == (1 if step == "compare_ids" else 0)  # the shard with an id of an earlier one
    kept = {path.name for path in (corpus.parent / "out" / "runs" / "night").iterdir()}
    tables = {"documents.parquet", "signals.parquet", "findings.parquet", "health.parquet"}
    assert kept == {*tables, "findings.jsonl", "health.jsonl"}


def test_what_a_killed_run_left_goes_when_a_later_one_is_whole(stopped, monkeypatch):
    runs = stopped.parent / "out" / "runs"
    (runs / "another.tmp").mkdir()
    (runs / "another.tmp" / "corpus").write_text("of others")
    measured_shards(monkeypatch)
    run(stopped, "later")
    assert {path.name for path in runs.iterdir()} == {"later", "another.tmp"}
