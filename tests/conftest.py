"""What tests of several rooms share: where the repository lies, and which words there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.schema import vocabulary
from intaglio.stdlib import registry
from intaglio.stdlib.measures import MEASURES

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The vocabulary of all kinds there are."""
    return vocabulary(registry.kinds(), MEASURES)
