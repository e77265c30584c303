"""corpus.toml as typed, frozen settings; what is wrong in it is told with file, line and key."""

from __future__ import annotations

from flows.ingest.kind import Source
from flows.settings.errors import SettingsError
from flows.settings.load import (
    SMALLEST,
    Engine,
    Route,
    Schedule,
    Settings,
    find_config,
    load_settings,
)

__all__ = [
    "SMALLEST",
    "Engine",
    "Route",
    "Schedule",
    "Settings",
    "SettingsError",
    "Source",
    "find_config",
    "load_settings",
]
