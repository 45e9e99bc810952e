"""Errors told without a value."""

import pytest

from relationdesk.domain.recovery_code import secret_of
from relationdesk.domain.traces import at_length, in_a_line, place_of, traces_of

NAME = "Léa Marchetti"


def raised(raising) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - whatever it is
        raising()
    return caught.value


def from_ours():
    """A mistake on the way through our own code, told anew with a name in its words."""
    try:
        secret_of(None)
    except AttributeError as error:
        raise ValueError(NAME) from error


def silenced():
    try:
        secret_of(None)
    except AttributeError:
        raise ValueError(NAME) from None


def grouped():
    try:
        from_ours()
    except ValueError as error:
        raise ExceptionGroup(NAME, [error, KeyError(NAME)]) from None


def test_kinds_and_places_of_a_whole_chain_are_told_and_nothing_else():
    line = in_a_line(raised(from_ours))

    assert line.startswith("ValueError in (elsewhere), from AttributeError in domain.recovery_code:")
    assert line.endswith(" _letters_in")
    assert "Marchetti" not in line + at_length(raised(from_ours))


def test_the_nearest_place_of_ours_is_looked_for_in_the_whole_chain():
    assert place_of(raised(from_ours)).startswith("domain.recovery_code:")
    assert place_of(KeyError(NAME)) == "(elsewhere)"


def test_what_an_error_hides_on_purpose_stays_hidden():
    assert [trace.kind for trace in traces_of(raised(silenced))] == ["ValueError"]


def test_members_of_a_group_are_told():
    told = at_length(raised(grouped))

    assert [line for line in told.splitlines() if not line.startswith(" ") and line] == [
        "ExceptionGroup", "ValueError", "AttributeError", "KeyError",
    ]  # fmt: skip
    assert "Marchetti" not in told


def test_errors_that_come_from_one_another_are_told_once():
    first, second = ValueError(NAME), KeyError(NAME)
    first.__cause__, second.__cause__ = second, first

    assert [trace.kind for trace in traces_of(first)] == ["ValueError", "KeyError"]


def test_a_bottomless_error_is_told_in_few_lines():
    def deeper():
        deeper()

    chain = ValueError()
    for _ in range(50):
        last = chain
        chain = ValueError()
        chain.__cause__ = last

    assert len(at_length(raised(deeper)).splitlines()) < 10
    assert len(traces_of(chain)) < 20


def test_a_kind_tells_its_module_unless_it_is_pythons_own():
    class Léa(Exception):  # noqa: N818, PLC2401 - a name that no code of ours would have
        pass

    assert traces_of(UnicodeDecodeError("utf-8", b"x", 0, 1, NAME))[0].kind == "UnicodeDecodeError"
    assert traces_of(Léa())[0].kind.endswith("test_traces.La")
