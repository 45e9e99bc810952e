"""The recovery code, read from a copy."""

import pytest

from relationdesk.domain.recovery_code import code_of, groups_of, is_end_of

CODE = code_of(bytes(range(16)))


def test_a_code_is_read_in_seven_groups_of_four():
    assert "-".join(groups_of(CODE)) == CODE
    assert [len(group) for group in groups_of(CODE.lower())] == [4] * 7


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        (CODE, True),
        (CODE[-9:], True),
        (CODE[-9:].lower().replace("-", " "), True),
        (CODE[-14:], True),
        (CODE[-4:], False),
        (CODE[:9], False),
        (CODE[-9:-1], False),
        ("", False),
        (f"{CODE}{CODE}", False),
    ],
)
def test_the_end_of_a_code_shows_that_a_copy_is_right(typed: str, is_right: bool):  # noqa: FBT001
    assert is_end_of(CODE, typed) is is_right
