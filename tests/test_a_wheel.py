"""The wheel: whole, and at home in a folder that holds nothing of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.folders import ROOT

PARTS = (".git", ".venv", "out", "tests", ".mypy_cache", ".ruff_cache", ".hypothesis", ".pytest_cache")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The packages of the wheel, unpacked where an installer would put them."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "project", ignore=shutil.ignore_patterns(*PARTS))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=folder / "project", check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    shutil.rmtree(folder / "project")
    return folder / "site"


def corpus_health(site, cwd, *arguments):
    code = "import flows.cli; assert flows.cli.__file__.startswith(__import__('sys').argv.pop(1)); flows.cli.main()"
    return subprocess.run(
        [sys.executable, "-c", code, site, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def files(folder):
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts}


def test_without_a_config_the_wheel_shows_the_smallest_and_ends_with_2(installed, tmp_path):
    done = corpus_health(installed, tmp_path, "run")
    assert done.returncode == 2
    assert "[[sources]]" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_runs_a_corpus_and_writes_beside_its_settings_only(installed, tmp_path):
    before = files(installed)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("渡口的石桥今天修好了。", encoding="utf-8")
    settings = '[[sources]]\nid = "pages"\nkind = "folder"\nlocation = "pages"\n'
    (tmp_path / "corpus.toml").write_text(settings, encoding="utf-8")
    done = corpus_health(installed, tmp_path, "run")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "reports" / "latest.html").is_file()
    assert files(installed) == before
