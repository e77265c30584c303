"""Measuring on a Dask cluster: every shard is a task of Prefect's Dask runner.

The workers read the sources and write the run's folder themselves, so that both must lie under the same
path on all machines, and this program must be installed there. What was measured is told from the
run's folder alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture

from flows.engine.processes import Measuring, Orders
from flows.engine.shard import Shard
from flows.engine.shards import RunFolder
from flows.engine.work import WorkFailed, folder_of, measure_elsewhere
from flows.settings import Settings, SettingsError
from flows.terminal import Progress

TRIES = 2  # as on one machine


def on_dask(settings: Settings, run_id: str) -> Measuring:
    """Return what measures on the cluster of the settings, or on one of as many processes of our own.

    Raises SettingsError without the packages.
    """
    try:
        import dask
        from prefect_dask import DaskTaskRunner
    except ModuleNotFoundError:
        raise SettingsError(
            f"{settings.path}: run.engine: dask needs more packages: pip install 'corpus-health[dask]'"
        ) from None
    ours = {"n_workers": settings.engine.workers, "threads_per_worker": 1, "dashboard_address": None}
    place = {"address": settings.engine.address} if settings.engine.address else {"cluster_kwargs": ours}
    folder = folder_of(settings, run_id)

    def measuring(config: Path, run_id: str, orders: Orders, progress: Progress) -> Mapping[Shard, str]:
        left: dict[Shard, str] = {}

        @flow(name="measure shards", task_runner=DaskTaskRunner(**place), persist_result=False)
        def shards() -> None:
            left.update(_measured(folder, config, run_id, orders, progress))

        with dask.config.set({"distributed.scheduler.allowed-failures": TRIES - 1}):  # of a cluster of ours
            shards()
        return left

    return measuring


def _measured(
    folder: RunFolder, config: Path, run_id: str, orders: Orders, progress: Progress
) -> dict[Shard, str]:
    """Measure shards; those that were in the hands of workers that ended are tried again one by one.

    Dask blames a worker's end on all that it had in hand. Raises what ended the work on a shard.
    """

    def submitted(shard: Shard) -> PrefectFuture[None]:
        return _measure.submit(str(config), run_id, str(shard), shard.source, shard.number, orders[shard])

    futures = {shard: submitted(shard) for shard in orders}
    accused = [shard for shard, future in futures.items() if not _done(folder, shard, orders[shard], future)]
    lost = [shard for shard in accused if not _done(folder, shard, orders[shard], submitted(shard))]
    for shard in orders:
        progress(shard.source, (folder.result(shard) or {"documents": 0})["documents"])
    return dict.fromkeys(lost, "ended")


@task(name="measure", task_run_name="measure {name}", cache_policy=NO_CACHE, persist_result=False)
def _measure(config: str, run_id: str, name: str, source: str, number: int, lost: str) -> None:  # noqa: ARG001
    """Measure one shard; ``name`` is for who watches."""
    measure_elsewhere(Path(config), run_id, Shard(source, number), lost, lambda _: None)


def _done(folder: RunFolder, shard: Shard, lost: str, future: PrefectFuture[Any]) -> bool:
    """Wait for a shard and say whether it was measured; False where its worker ended."""
    try:
        future.result()
    except (OSError, WorkFailed):
        raise
    except Exception as error:  # noqa: BLE001 - Dask's own, of a kind that cannot be imported everywhere
        if type(error).__name__ != "KilledWorker":
            raise WorkFailed(f"{type(error).__name__} of Dask") from None
    result = folder.result(shard)
    return result is not None and result["digest"] == folder.plan(shard).digest and result["lost"] == lost
