import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from relationdesk.domain.ids import PersonId
from relationdesk.ui.theme.tokens import AVATARS
from relationdesk.ui.widgets.avatar import Avatar, colours_of, initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Léa Marchetti", "LM"),
        ("élodie", "É"),
        ("Jean-Pierre de la Tour", "JT"),
        ("“Kiki” (Anna) Ōe", "KŌ"),
        ("", "?"),
        ("👩‍👩‍👧", "?"),
        ("straße ßen", "SS"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name, initials):
    assert initials_of(name) == initials


@given(st.text(max_size=50))
def test_initials_are_one_or_two_signs_of_any_text(name):
    assert 1 <= len(initials_of(name)) <= 2


def test_a_persons_colour_never_changes():
    numbers = (1, 2, 3, 1000, 2**52 + 7)

    assert [AVATARS.index(colours_of(PersonId(number))) for number in numbers] == [3, 0, 4, 1, 4]


def test_people_met_one_after_the_other_get_all_colours():
    counts = [0] * len(AVATARS)
    for number in range(6_000):
        counts[AVATARS.index(colours_of(PersonId(number)))] += 1

    assert min(counts) > 800


def test_an_avatar_shows_the_initials_on_the_persons_colour(qtbot, spoken, colours_in):
    avatar = Avatar()
    qtbot.addWidget(avatar)
    avatar.show_person(PersonId(3), "Léa Marchetti")

    assert colours_of(PersonId(3)).ground in colours_in(avatar.grab().toImage())
    assert spoken(avatar) == "Picture of Léa Marchetti"


def test_an_avatar_shows_the_middle_of_a_picture(qtbot, colours_in):
    picture = QPixmap(60, 20)
    picture.fill(Qt.GlobalColor.red)
    painter = QPainter(picture)
    painter.fillRect(20, 0, 20, 20, Qt.GlobalColor.blue)
    painter.end()
    avatar = Avatar()
    qtbot.addWidget(avatar)

    avatar.show_person(PersonId(3), "Léa", picture)

    shown = avatar.grab().toImage()
    assert shown.pixelColor(15, 15).name() == "#0000ff"
    assert "#FF0000" not in colours_in(shown)
