"""One shard measured by location: the work that any process on any machine can be given."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from traceback import extract_tb

from checks.registry import all_checks
from checks.run import Examiner
from flows.engine.kept import kept_in
from flows.engine.measure import measure_pieces
from flows.engine.shard import Shard
from flows.engine.shards import RunFolder
from flows.settings import Settings, load_settings


class WorkFailed(RuntimeError):
    """Measuring broke in another process; says what was raised and where, without a word of a text."""


def place_of(error: Exception) -> str:
    """Say what was raised and where, without its words."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}, {Path(place.filename).name}:{place.lineno}"


def measure_shard(
    config: Path, run_id: str, shard: Shard, lost: str = "", progress: Callable[[int], None] = lambda _: None
) -> None:
    """Read a shard where its plan says it lies and write what measuring it gives into the run's folder.

    Safe to repeat. ``lost``: why its documents are only to be read; see ``measure_pieces``.
    """
    settings = load_settings(config)
    folder = folder_of(settings, run_id)
    measure_pieces(
        folder,
        next(source for source in settings.sources if source.id == shard.source),
        shard,
        examiner_of(settings.checks),
        max_document_bytes=settings.max_document_bytes,
        kept=kept_in(folder.kept(settings.corpus)),
        lost=lost,
        progress=progress,
    )


def measure_elsewhere(
    config: Path, run_id: str, shard: Shard, lost: str, progress: Callable[[int], None]
) -> None:
    """Measure a shard for another process, which hears of errors what holds no word of a text.

    Raises OSError, or WorkFailed for any other error.
    """
    try:
        measure_shard(config, run_id, shard, lost, progress)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again below, away from its words
        failed = WorkFailed(place_of(error))
    else:
        return
    raise failed


@cache
def examiner_of(checks: Path | None) -> Examiner:
    """The compiled checks; limits play no part in measuring."""
    return Examiner(all_checks(checks))


def folder_of(settings: Settings, run_id: str) -> RunFolder:
    """Where a run keeps its bulk."""
    return RunFolder(settings.out / "runs", run_id)
