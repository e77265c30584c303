"""Where the pages lie, and the way from one to another. Pure.

The pages in the language of the corpus lie in ``out/reports``, those in the other language in a folder
of it, in the same order. Links are relative, so that the folder can be copied, zipped or served anywhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LANGUAGES = ("en", "zh")
RUNS, LATEST, CATALOGUE = "index.html", "latest.html", "checks.html"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pages of one language. Pages are named by their place on the shelf."""

    root: Path
    language: str
    folder: PurePosixPath

    def path(self, page: str) -> Path:
        """Where a page lies."""
        return self.root / self.folder / page

    def to_other(self, page: str) -> str:
        """The way from a page to the same page in the other language."""
        own = self.folder.parts
        there = PurePosixPath(page) if own else PurePosixPath(_other(self.language)) / page
        return way(str(self.folder / page), str(there))

    def to_file(self, page: str, file: Path) -> str:
        """The way from a page to any file of the machine."""
        return Path(os.path.relpath(file, self.path(page).parent)).as_posix()


def shelves(reports: Path, language: str) -> Iterator[Shelf]:
    """The shelves of a corpus, that of its own language first."""
    yield Shelf(reports, language, PurePosixPath())
    yield Shelf(reports, _other(language), PurePosixPath(_other(language)))


def way(page: str, target: str) -> str:
    """The relative way from one page to another of the same shelf.

    >>> way("one.html", "sources/daily.html"), way("sources/daily.html", "one.html")
    ('sources/daily.html', '../one.html')
    """
    return os.path.relpath(target, PurePosixPath(page).parent).replace(os.sep, "/")


def run_page(run_id: str) -> str:
    """The page of a run."""
    return f"{run_id}.html"


def source_page(source: str) -> str:
    """The page of a source, as it was when it last moved."""
    return f"sources/{source}.html"


def check_page(check: str) -> str:
    """The page of a check."""
    return f"checks/{check}.html"


def runs_page(number: int) -> str:
    """An earlier page of the index of runs, the oldest is 1."""
    return f"runs-{number}.html"


def _other(language: str) -> str:
    return next(name for name in LANGUAGES if name != language)
