"""Shards measured on a real Dask cluster of two worker processes, seen through a real Prefect server."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

pytest.importorskip("prefect_dask")

from flows.engine.processes import in_process
from flows.steps import night
from tests.engines import left, moved, write_shards
from tests.prefect_server import running_server

pytestmark = pytest.mark.prefect

RUN = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
import flows.engine.plan, flows.steps
from flows.monitor import run_as_flow

flows.engine.plan.SHARD_BYTES = 3_000

if __name__ == "__main__":
    from distributed import LocalCluster
    config = Path(sys.argv[1])
    if sys.argv[2] == "address":
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            with config.open("a") as file:
                file.write(f'\\n[run]\\nengine = "dask"\\naddress = "{cluster.scheduler_address}"\\n')
            run_as_flow(config, "night")
    else:
        run_as_flow(config, "night", "dask", 2)
"""


@pytest.fixture(scope="module")
def window(tmp_path_factory):
    with running_server(tmp_path_factory.mktemp("prefect")) as seen:
        yield seen


def run(config, window, how):
    script = config.with_name("run.py")
    script.write_text(RUN)
    environment = {**os.environ, "PREFECT_API_URL": window.api}
    subprocess.run([sys.executable, script, config, how], check=True, env=environment, timeout=300)


@pytest.mark.parametrize(("how", "extra"), [("address", "这一篇杀一次。"), ("workers", "一篇短文到此为止。")])
def test_two_dask_workers_give_the_same_as_one_process(window, tmp_path, monkeypatch, how, extra):
    config = write_shards(tmp_path / "corpus", documents=16, extra=(extra,))
    run(config, window, how)
    monkeypatch.setattr("flows.engine.plan.SHARD_BYTES", 3_000)
    other = write_shards(tmp_path / "other", documents=16, extra=(extra,))
    (other.parent / "own" / "killed").touch()
    night(other, "night", clock=lambda: datetime.now(UTC), engine=in_process)
    assert (config.parent / "own" / "killed").exists() == (how == "address")
    assert without_times(left(config)) == without_times(moved(left(other), other, config))
    names = {task["name"] for task in window.ask("task_runs/filter", {})}
    assert {"measure lines~000000", "measure files~000000"} <= names


@pytest.mark.skipif(
    "CORPUS_HEALTH_KILLS" not in os.environ,
    reason="takes minutes: run with CORPUS_HEALTH_KILLS=20, as CONTRIBUTING says",
)
def test_a_shard_that_ends_its_dask_worker_every_time_is_not_assessed(window, tmp_path):
    config = write_shards(tmp_path / "corpus", documents=8, extra=("这一篇每次都杀。",))
    run(config, window, "workers")
    row, sources, *_ = left(config)
    assert (row.status, row.documents) == ("partial", 12)
    assert [source.not_assessed > 0 for source in sources] == [False, True]
    assert "its process ended, tried twice" in row.reasons[0]


def without_times(what):
    row, sources, (health, findings, rejects, cases, versions), lines = what
    return row, sources, (health, findings, rejects, len(cases), len(versions)), lines
