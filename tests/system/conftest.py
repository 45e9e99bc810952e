"""What the tests of this folder share with others."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from logind_fixtures import logind, system_bus  # noqa: E402

__all__ = ["logind", "system_bus"]
