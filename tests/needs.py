"""What some tests need and not every machine has."""

from __future__ import annotations

import os

import pytest


def needed(what: str, found: object) -> None:
    """Skip the test where something is not installed; in continuous integration, fail it."""
    if not found:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{what} is not here, so this was not tried")
