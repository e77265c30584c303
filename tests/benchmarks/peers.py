"""What others filter Chinese text with, on the same texts, in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.checks import Row
from tests.benchmarks.texts import Lines, floor, seconds_of

HERE = Path(__file__).with_name("peers")
PEERS = {
    "DataTrove, FineWeb-2's Chinese chain": "datatrove_chain",
    "Data-Juicer, eight filters": "data_juicer_filters",
    "Dingo, default rules": "dingo_rules",
}


def environment(folder: Path) -> Path:
    """Install the peers once; returns the interpreter that has them."""
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing the peers into {folder} (some 800 MB)", file=sys.stderr)
        venv.create(folder, with_pip=True)
        requirements = HERE / "requirements.txt"
        subprocess.run([python, "-m", "pip", "install", "-q", "-r", requirements], check=True)
    return python


def rows(folder: Path, source: Lines) -> Iterator[Row]:
    """Measure each peer; one that cannot be installed or run is told as absent."""
    least = seconds_of(floor(source.lines), times=5)
    try:
        python = environment(folder)
    except subprocess.CalledProcessError as error:
        print(f"the peers are absent: {error}", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "texts.jsonl")
        path.write_bytes(b"".join(source.lines))
        for name, script in PEERS.items():
            done = subprocess.run(
                [python, HERE / f"{script}.py", path], cwd=HERE, capture_output=True, text=True, check=False
            )
            if done.returncode:
                print(f"{name} is absent: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
                continue
            seconds = json.loads(done.stdout.strip().splitlines()[-1])["seconds"]
            yield Row(name, seconds / least, source.megabytes / seconds)
