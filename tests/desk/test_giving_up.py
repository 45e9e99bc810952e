"""Questions that nobody waits for any more."""

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.domain.errors import GivenUpError

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_question_is_given_up_in_the_middle_and_the_next_one_is_answered(desk: Desk):
    looks: list[int] = []

    def is_wanted() -> bool:
        looks.append(1)
        return len(looks) < 3

    with pytest.raises(GivenUpError), desk.reader.as_long_as(is_wanted):
        desk.reader.number(ENDLESS)

    assert len(looks) == 3
    assert (
        desk.reader.number(
            "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 100000) "
            "SELECT max(i) FROM n"
        )
        == 100_000
    )


def test_a_mistake_in_a_question_is_still_a_mistake(desk: Desk):
    with pytest.raises(desk.reader._connection.OperationalError), desk.reader.as_long_as(lambda: True):
        desk.reader.number("SELECT nothing FROM nowhere")
