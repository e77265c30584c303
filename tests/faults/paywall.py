"""Walls: the text is there for members, payers, users of an app; the page shows only its beginning."""

from tests.faults.placing import worded

FAULTS = worded("paywall")
