"""The steps from an empty database to the form of ``flows.history.schema``, oldest first.

A step that has been released is never edited: a change is one more file and one more line here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flows.history.versions import v1, v2

if TYPE_CHECKING:
    from alembic.operations import Operations

Step = Callable[["Operations"], None]

STEPS: tuple[Step, ...] = (v1.upgrade, v2.upgrade)
