"""The two databases that the history is tried on."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from sqlalchemy.schema import CreateSchema

from flows.history import History
from tests.history.rows import rows_of


def _unavailable(reason):
    if os.environ.get("CORPUS_HEALTH_REQUIRE_POSTGRES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of our own behind a socket; yields the folder of the socket."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(programs[-1]) if programs else shutil.which("initdb")
    if not found:
        _unavailable(
            "no PostgreSQL server here; install the package 'postgresql' (apt-get install postgresql)"
        )
    try:
        import psycopg  # noqa: F401
    except ImportError:
        _unavailable("no PostgreSQL driver here: pip install 'corpus-health[postgres]'")
    folder, programs = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp")), Path(found).parent
    user = _another_user(folder)
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-s"]
    _done([programs / "initdb", "-D", folder / "data", "-U", "postgres", "--auth=trust", "-E", "UTF8"], user)
    _done([*control, "-o", options, "-l", folder / "log", "start"], user)
    yield folder
    _done([*control, "-m", "immediate", "stop"], user)
    shutil.rmtree(folder)


def _another_user(folder):
    """PostgreSQL refuses to be run by root; None where we are not."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "nobody")
    return "nobody"


def _done(command, user):
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", user=user)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/out/history.db"
    server = request.getfixturevalue("postgres")
    name = f"test_{os.urandom(6).hex()}"
    with rows_of(f"postgresql://postgres@/postgres?host={server}") as connection:
        connection.execute(CreateSchema(name))
    return f"postgresql://postgres@/postgres?host={server}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A SQLite file in the current form: to copy it is faster than to bring each to that form."""
    file = tmp_path_factory.mktemp("empty") / "history.db"
    History.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def history(url, empty_file):
    if url.startswith("sqlite"):
        file = Path(url.removeprefix("sqlite:///"))
        file.parent.mkdir()
        shutil.copy(empty_file, file)
    with History.open(url) as opened:
        yield opened


@pytest.fixture
def sqlite_file(tmp_path):
    return tmp_path / "history.db"
