"""The given and the family name, where a name surely tells them."""

import pytest

from relationdesk.domain.introductions.naming import parts_of_name


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Éric Dupré", "Éric", "Dupré"),
        ("Anne-Sophie Le Guen", "Anne-Sophie", "Le Guen"),
        ("Vincent van der Berg", "Vincent", "van der Berg"),
        ("Jean de La Fontaine", "Jean", "de La Fontaine"),
        ("Omar Ben Ali", "Omar", "Ben Ali"),
        ("Sinéad O’Brien", "Sinéad", "O’Brien"),
        ("Camille Martin", "Camille", "Martin"),
    ],
)
def test_two_words_and_what_stands_between_them_are_told_apart(name, given, family):
    assert parts_of_name(name) == (given, family)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Léa",
        "@lea trails",
        "Jean Pierre Martin",
        "Dupré Éric",
        "Mme Dupré",
        "Dr. Martin",
        "É. Dupré",
        "Éric D.",
        "Studio Lumen",
        "dormir mieux",
        "山田 太郎",
        "Éric  Dupré",
        "Éric de",
        "lea@trails.example",
        "Team 42",
    ],
)
def test_nothing_is_told_apart_that_is_not_sure(name):
    assert parts_of_name(name) == ("", "")
