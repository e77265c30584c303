"""A run's folder: written shard by shard beside its place, renamed when it is whole.

A shard is the unit of work and of retry, named by its source and a number; where its documents lie is
in its plan. What measuring it gave is a folder of its own, renamed when it is whole, with a part for
every batch of documents that was held at once: ``documents`` (all but the text), ``signals``
(text-free numbers) and ``told`` (document x class with its spans); and five of facts, from which is
told what only shows between documents. A shard that is whole is not written again: what settling
changes lies beside it.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from flows.engine.shard import MARKS, RESULT, Part, Planned, Shard, ShardFolder, array_of, file_of, linked
from flows.engine.tables import Table
from flows.ingest import Ids, Piece, Reject

STAMP, JUDGED = "stamp.json", "judged.json"
VERSIONS = "versions of checks.json"  # a name that no source has
_OF_THE_RUN = ("documents.parquet", "signals.parquet", "findings.parquet", "findings.jsonl")


class RunFolder:
    """Where one run keeps its bulk: ``runs/<run>/`` once whole, ``runs/<run>.tmp/`` until then."""

    def __init__(self, runs: Path, run_id: str) -> None:
        self.final = runs / run_id
        self.work = runs / f"{run_id}.tmp"
        self.shards = self.work / "shards"

    @classmethod
    def at(cls, place: Path) -> RunFolder:
        """The shards of a run, kept elsewhere."""
        folder = cls(place.parent, place.name)
        folder.work, folder.shards = place, place / "shards"
        return folder

    def begin(self, corpus: str = "", *, remembered: bool = True) -> None:
        """Make the folder, or take up what a killed attempt at the same run left.

        ``remembered``: the run is in history, so that its folder is whole and stays until another is.
        """
        self.work.parent.mkdir(parents=True, exist_ok=True)
        if not remembered and not self.work.exists() and (self.final / "shards").is_dir():
            self.final.rename(self.work)
        for name in ("plan", "shards"):
            (self.work / name).mkdir(parents=True, exist_ok=True)
        for unfinished in self.work.glob("shards/*.tmp"):
            shutil.rmtree(unfinished, ignore_errors=True)
        self.unsettle()
        (self.work / "corpus").write_text(corpus, encoding="utf-8")

    def holds_shards(self) -> bool:
        """Say whether any shard is whole."""
        return any(self.work.glob(f"shards/*/{RESULT}"))

    def abandon(self) -> None:
        """Remove what was written so far: the run will not be finished."""
        shutil.rmtree(self.work, ignore_errors=True)

    def finish(self) -> None:
        """Put the folder in place, replacing an earlier run of the same id; its shards stay in it."""
        for path in self.work.glob("*.*"):
            _synced(path)
        shutil.rmtree(self.final, ignore_errors=True)
        self.work.rename(self.final)

    def tidy(self, corpus: str) -> None:
        """Keep the shards of a run that is in history for the next, and drop what killed runs of the corpus left."""
        with suppress(OSError):  # what cannot be kept costs the next run time, and this one nothing
            self._keep(self.kept(corpus))
        for name in ("settled", "shards"):
            shutil.rmtree(self.final / name, ignore_errors=True)
        shutil.rmtree(self.final / "plan", ignore_errors=True)
        for name in ("corpus", JUDGED):
            (self.final / name).unlink(missing_ok=True)
        for left in self.final.parent.glob("*.tmp"):
            with suppress(OSError):
                if (left / "corpus").read_text(encoding="utf-8") == corpus:
                    shutil.rmtree(left)

    def _keep(self, kept: Path) -> None:
        """Put what was measured and settled in the place of what was kept before."""
        beside = kept.with_name(f"{kept.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        for name in ("settled", "shards"):
            if (self.final / name).is_dir():
                (self.final / name).rename(beside / name)
        if (self.final / JUDGED).exists():
            for name in _OF_THE_RUN:
                linked(self.final / name, beside / name)
            judged = json.loads((self.final / JUDGED).read_text(encoding="utf-8"))
            judged |= {"run": self.final.name, "files": _stats(beside)}
            self._write_json(beside / JUDGED, judged)
        shutil.rmtree(kept, ignore_errors=True)
        beside.rename(kept)

    def kept(self, corpus: str) -> Path:
        """Where the shards of the last whole run of a corpus are kept."""
        return self.final.parent.parent / "kept" / blake2b(corpus.encode(), digest_size=8).hexdigest()

    # ---- plans

    def write_plan(self, shard: Shard, planned: Planned) -> None:
        """Write where the documents of a shard lie."""
        pieces = [list(item) if isinstance(item, Piece) else _told(item) for item in planned.pieces]
        content = {
            "digest": planned.digest,
            "pieces": pieces,
            "basis": planned.basis,
            "ground": planned.ground,
        }
        self._write_json(self._plan(shard), content)
        self._met(shard).unlink(missing_ok=True)

    def plan(self, shard: Shard) -> Planned:
        """Read where the documents of a shard lie."""
        read = json.loads(self._plan(shard).read_text(encoding="utf-8"))
        pieces = (
            Piece(*item) if isinstance(item, list) else Reject(shard.source, **item)
            for item in read["pieces"]
        )
        return Planned(read["digest"], tuple(pieces), read["basis"], read["ground"])

    def write_versions(self, versions: Mapping[str, str]) -> None:
        """Note the version of each check that measures."""
        self._write_json(self.work / "plan" / VERSIONS, versions)

    def versions(self) -> dict[str, str]:
        """The version of each check that measures."""
        read: dict[str, str] = json.loads((self.work / "plan" / VERSIONS).read_text(encoding="utf-8"))
        return read

    def write_source(self, source: str, weights: Sequence[int], failure: str) -> None:
        """Note into what shards a source was cut, about how many bytes each, or why it could not be."""
        self._write_json(self.work / "plan" / f"{source}.json", {"weights": weights, "failure": failure})

    def source(self, source: str) -> tuple[list[Shard], str]:
        """The shards of a source, and why it could not be read, "" if it could."""
        read = self._source(source)
        return [Shard(source, number) for number in range(len(read["weights"]))], read["failure"]

    def weights(self, source: str) -> list[int]:
        """About how many bytes reading each shard of a source gives."""
        return list(self._source(source)["weights"])

    def write_met(self, shard: Shard, marks: Ids) -> None:
        """Note ids that stand in earlier shards of the source, as marks."""
        np.save(self._met(shard), np.array(sorted(marks), dtype=np.uint64))

    def met(self, shard: Shard) -> Ids:
        """The ids that stand in earlier shards, as marks; empty until they were compared."""
        path = self._met(shard)
        return set(np.load(path).tolist()) if path.exists() else set()

    # ---- shards

    @contextmanager
    def writing(self, shard: Shard) -> Iterator[ShardFolder]:
        """Write a shard beside its place and put it there when it is whole."""
        place, beside = self._place(shard), self.shards / f"{shard}.{os.getpid()}.tmp"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        try:
            yield ShardFolder(beside)
            shutil.rmtree(place, ignore_errors=True)
            beside.rename(place)
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def result(self, shard: Shard) -> dict[str, Any] | None:
        """What measuring a shard gave besides its tables; None unless the shard is whole."""
        place = self._place(shard)
        with suppress(OSError, ValueError):
            read: dict[str, Any] = json.loads((place / RESULT).read_text(encoding="utf-8"))
            if all((place / name).stat().st_size == size for name, size in read.pop("sizes").items()):
                return read
        return None

    def marks(self, shard: Shard) -> np.typing.NDArray[np.uint64]:
        """The ids of the documents of a shard, hashed; none where no two can be the same."""
        path = self._place(shard) / MARKS
        return np.load(path) if path.exists() else np.zeros(0, dtype=np.uint64)

    def forget(self, shard: Shard) -> None:
        """Remove what measuring a shard gave."""
        shutil.rmtree(self._place(shard), ignore_errors=True)

    def forget_others(self, shards: Iterable[Shard]) -> None:
        """Remove all shards but these."""
        names = {str(shard) for shard in shards}
        for path in (self.shards).iterdir():
            if path.name not in names:
                shutil.rmtree(path, ignore_errors=True)

    def parts(self, sources: Iterable[str]) -> Iterator[Part]:
        """Every part of every whole shard, in the order of the sources given."""
        for source in sources:
            for shard in self.source(source)[0]:
                yield from self.parts_of(shard)

    def parts_of(self, shard: Shard) -> Iterator[Part]:
        """The parts of a shard; none of one that is not whole."""
        yield from (Part(shard, number) for number in range((self.result(shard) or {"parts": 0})["parts"]))

    def kept_shards(self, source: str) -> Iterator[Shard]:
        """The shards of a source whose folders are there, in their order."""
        for path in sorted(self.shards.glob(f"{glob.escape(source)}~*")):
            number = path.name.rpartition("~")[2]
            if number.isdecimal():  # what a killed process was writing has a longer name
                yield Shard(source, int(number))

    def place(self, shard: Shard) -> Path:
        """The folder of a shard that is whole."""
        return self._place(shard)

    def read(self, part: Part, table: Table, columns: Sequence[str] | None = None) -> pa.Table:
        """Read one table of one part, as it was settled where it was."""
        return pq.read_table(self._path(part, table), columns=columns)

    def read_as_measured(self, part: Part, table: Table) -> pa.Table:
        """Read one table of one part without what settling changed."""
        return pq.read_table(self._place(part.shard) / file_of(part.number, table))

    def array(self, part: Part, name: str) -> Path:
        """Where an array of one part lies."""
        return self._place(part.shard) / array_of(part.number, name)

    def rows(self, part: Part, table: Table) -> int:
        """How many rows a table has."""
        return int(pq.read_metadata(self._path(part, table)).num_rows)

    def settle(self, part: Part, table: Table, content: pa.Table) -> None:
        """Write what one table of a part is with what shows between documents."""
        path = self._settled(part, table)
        path.parent.mkdir(exist_ok=True)
        pq.write_table(content, path, compression="zstd")

    def stamp(self, stamp: str, crashes: Mapping[str, Mapping[str, str]]) -> None:
        """Note what was settled, and what could not be."""
        (self.work / "settled").mkdir(exist_ok=True)
        self._write_json(self.work / "settled" / STAMP, {"stamp": stamp, "crashes": crashes})

    def settle_like(self, kept: Path, stamp: str) -> dict[str, dict[str, str]] | None:
        """Take over what was settled in a kept folder if it was the same; returns what could not be."""
        settled = kept / "settled"
        with suppress(OSError, ValueError):
            read = json.loads((settled / STAMP).read_text(encoding="utf-8"))
            if read["stamp"] == stamp:
                shutil.copytree(settled, self.work / "settled", copy_function=linked)
                crashes: dict[str, dict[str, str]] = read["crashes"]
                return crashes
        return None

    def settled_stamp(self) -> str:
        """What stands for all that was settled, "" where nothing can."""
        with suppress(OSError, ValueError):
            read = json.loads((self.work / "settled" / STAMP).read_text(encoding="utf-8"))
            return str(read["stamp"])
        return ""

    def write_judged(self, judged: Mapping[str, Any]) -> None:
        """Note what judging counted, for a run that would judge the same."""
        self._write_json(self.work / JUDGED, judged)

    def judged_like(self, kept: Path, stamp: str) -> dict[str, Any] | None:
        """Take over the tables of a kept run that judged the same; returns what it noted."""
        with suppress(OSError, ValueError):
            read: dict[str, Any] = json.loads((kept / JUDGED).read_text(encoding="utf-8"))
            if read["stamp"] == stamp and read.pop("files") == _stats(kept):  # nobody wrote into one of them
                for name in _OF_THE_RUN:
                    shutil.copyfile(kept / name, self.work / name)
                return read
        return None

    def same_as(self) -> str:
        """The run that judged the same documents the same, whose tables were taken over; "" if none was."""
        with suppress(OSError, ValueError):
            return str(json.loads((self.final / JUDGED).read_text(encoding="utf-8")).get("same_as", ""))
        return ""

    def unsettle(self) -> None:
        """Forget what settling changed."""
        shutil.rmtree(self.work / "settled", ignore_errors=True)

    def _source(self, source: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.work / "plan" / f"{source}.json").read_text(encoding="utf-8"))
        return read

    def _plan(self, shard: Shard) -> Path:
        return self.work / "plan" / f"{shard}.json"

    def _met(self, shard: Shard) -> Path:
        return self.work / "plan" / f"{shard}.npy"

    def _place(self, shard: Shard) -> Path:
        return self.shards / str(shard)

    def _path(self, part: Part, table: Table) -> Path:
        settled = self._settled(part, table)
        return settled if settled.exists() else self._place(part.shard) / file_of(part.number, table)

    def _settled(self, part: Part, table: Table) -> Path:
        return self.work / "settled" / f"{part.shard}~{file_of(part.number, table)}"

    def _write_json(self, path: Path, content: object) -> None:
        path.write_text(json.dumps(content), encoding="utf-8")


def _stats(place: Path) -> dict[str, list[int]]:
    """Size and time of change of the tables of a run."""
    stats = {name: (place / name).stat() for name in _OF_THE_RUN}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}


def _told(reject: Reject) -> dict[str, str]:
    return {"location": reject.location, "reason": reject.reason}


def _synced(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
