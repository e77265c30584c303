"""What Prefect finds in the environment when it is imported; it looks there once. Import this first.

No telemetry, no advertisements, and time for a server to start. What the user has set stays as it is.
"""

from __future__ import annotations

import os

CALM = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # the default 20 s is not enough for a busy CI
}

for _name, _value in CALM.items():
    os.environ.setdefault(_name, _value)
