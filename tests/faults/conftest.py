"""Real desks for the tests of this folder."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from desk_fixtures import add, desk, english, made, small_disk, tiny_disk  # noqa: E402
from logind_fixtures import logind, system_bus  # noqa: E402

__all__ = ["add", "desk", "english", "logind", "made", "small_disk", "system_bus", "tiny_disk"]
