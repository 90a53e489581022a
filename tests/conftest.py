"""What the tests of all rooms share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

pytest_plugins = "pytester"


@pytest.fixture(scope="session", autouse=True)
def programs_of_this_environment() -> Iterator[None]:
    """pytest may be called by its path: what is installed beside it is found all the same."""
    with pytest.MonkeyPatch.context() as patch:
        beside = os.path.dirname(sys.executable)
        patch.setenv("PATH", f"{beside}{os.pathsep}{os.environ['PATH']}")
        yield
