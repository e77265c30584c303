"""The settings and the history that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.exits import UsageError

if TYPE_CHECKING:
    from flows.history import History
    from flows.settings import Settings


@contextmanager
def opened(config: Path | None) -> Iterator[tuple[Settings, History]]:
    """Open the history of a corpus.toml, else of the one at hand. Raises UsageError before the first run."""
    from flows.history import History
    from flows.settings import find_config, load_settings

    settings = load_settings(find_config(config, Path.cwd()))
    file = settings.history_url().removeprefix("sqlite:///").partition("?")[0]
    if settings.history_url().startswith("sqlite") and not Path(file).exists():
        raise UsageError(f"no run yet: {file} does not exist; corpus-health run makes it")
    with History.open(settings.history_url()) as history:
        yield settings, history
