import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
from phrases_told import asked_in, said_of


@pytest.fixture
def said():
    """What a line offers on a day, in one string; nothing is the empty string."""
    return said_of


@pytest.fixture
def asked():
    """The follow-ups and promises that a line offers on a day, in one string."""
    return asked_in
