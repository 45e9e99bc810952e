import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.organisation_names import alike, bare_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norda", "Norda SA"),
        ("Norda", "NORDA S.A."),
        ("L’Équipe", "equipe"),
        ("Ben & Fils", "Ben et Fils"),
        ("Trail Hebdo", "TrailHebdo"),
        ("Maison Calme", "Maison Clame"),
        ("Courrier du Lac", "Le Courier du Lac"),
        ("SA", "S.A."),
    ],
)
def test_names_that_look_the_same_are_alike(one, other):
    assert alike(one, {7: other}) == [7]
    assert alike(other, {7: one}) == [7]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olivade", "Olivade Sport"),
        ("Norda", "Nordo"),
        ("Maison Calme", "Maison Palme"),
        ("Festival 2025", "Festival 2026"),
        ("SA", "SAS"),
        ("", "…"),
    ],
)
def test_names_that_may_well_be_two_are_not(one, other):
    assert alike(one, {7: other}) == []


@given(st.text(max_size=40))
def test_a_name_is_alike_to_itself_where_it_has_a_letter(name):
    assert alike(name, {1: name}) == ([1] if bare_name(name) else [])
