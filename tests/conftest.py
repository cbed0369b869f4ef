"""What tests of several rooms share: where the repository lies, and which words there are."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from intaglio.lang.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("calm", deadline=None)  # no test is timed: machines are shared
settings.load_profile("calm")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as workers do; read by torch when it is first imported
# Under nohup a hangup is ignored, and a gen that is begun there goes on after one: a test that sends it waits for ever.
signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests are run as somebody who trusts no code yet, and whose own ledger is left alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The vocabulary of all kinds there are. Loaded when it is asked for: most tests do without."""
    from intaglio.runtime.plan.schema import vocabulary
    from intaglio.stdlib import registry
    from intaglio.stdlib.measures import MEASURES

    return vocabulary(registry.kinds(), MEASURES)
