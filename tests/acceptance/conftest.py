"""The whole program on a screen that nobody sees."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from driving import Stage


@pytest.fixture
def stage(tmp_path: Path) -> "Iterator[Stage]":
    """A screen of its own, and an empty home."""
    if sys.platform != "linux":
        pytest.skip("the whole program is driven through Xvfb, which is on Linux only")
    from driving import Stage  # noqa: PLC0415 - its packages are on Linux only

    stage = Stage(tmp_path)
    yield stage
    stage.close()
