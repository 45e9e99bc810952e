from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.domain.clock import FixedClock
from relationdesk.work.sample.making import make_sample_desk

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="session")
def morning() -> FixedClock:
    """Nine o'clock of a Monday in Paris, the day that the sample is told on."""
    return FixedClock(datetime(2026, 11, 23, 9, 0, tzinfo=PARIS), PARIS)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, morning: FixedClock) -> Iterator[Desk]:
    """A sample desk that the tests of a module only read."""
    folder: Path = tmp_path_factory.mktemp("sample")
    desk = make_sample_desk(DeskFiles(folder / "sample.desk"), morning)
    yield desk
    desk.close()
