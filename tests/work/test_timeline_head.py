"""The head of a timeline, and the whole that it is the head of."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relationdesk.desk.files import DeskFiles
from relationdesk.domain.clock import FixedClock
from relationdesk.work.history.queries import HEAD, timeline, timeline_head
from relationdesk.work.sample.making import make_sample_desk

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    morning = FixedClock(datetime(2026, 11, 23, 9, 0, tzinfo=PARIS), PARIS)
    desk = make_sample_desk(DeskFiles(tmp_path_factory.mktemp("head") / "sample.desk"), morning)
    yield desk.reader
    desk.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), most=st.integers(0, 2 * HEAD))
def test_the_head_is_the_first_of_the_whole(reader, data, most):
    person = data.draw(st.sampled_from(reader.ids("SELECT id FROM person ORDER BY id")))

    assert timeline_head(reader, person, most) == timeline(reader, person)[:most]


def test_the_sample_has_a_history_with_every_kind_of_entry_on_shared_days(reader):
    whole = [timeline(reader, person) for person in reader.ids("SELECT id FROM person")]

    assert len({entry.kind for entries in whole for entry in entries}) > 2
    assert any(len({entry.day for entry in entries}) < len(entries) for entries in whole)
