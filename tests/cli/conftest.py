"""Real desks for the tests of this folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk_fixtures import add, desk, english, made, small_disk, tiny_disk

__all__ = ["add", "desk", "english", "made", "small_disk", "tiny_disk"]
