"""The command as its users run it: in this process where that shows the same, as a real one where not."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app

COMMAND = Path(sys.executable).with_name("corpus-health")


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def corpus_health(*arguments, cwd=".", given=None, environment=None):
    """Run the command in this process: the same code without the second that starting costs."""
    with chdir(cwd):
        result = CliRunner().invoke(app, [*map(str, arguments)], input=given, env=_environment(environment))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def process(*arguments, cwd=None, given=None, environment=None):
    """Run the installed command as a process of its own."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("PREFECT_")}
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=given,
        capture_output=True,
        env=own | (environment or {}),
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def _environment(extra):
    """Prefect's own variables are taken away, so that no server is asked."""
    return dict.fromkeys(name for name in os.environ if name.startswith("PREFECT_")) | (extra or {})
