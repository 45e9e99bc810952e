from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.empty_state import EmptyState


def test_an_empty_place_offers_one_action(qtbot):
    place = EmptyState(Icon.USERS, "No people yet", "Start with one person.", "Add a person")
    qtbot.addWidget(place)
    place.show()
    (button,) = place.findChildren(Button)

    with qtbot.waitSignal(place.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_place_without_action_has_no_button(qtbot):
    place = EmptyState(Icon.USERS, "Nobody", "Nobody is late.")
    qtbot.addWidget(place)

    assert place.findChildren(Button) == []


def test_a_long_sentence_is_shown_whole(qtbot):
    place = EmptyState(Icon.USERS, "Nobody", "Somebody who waits for you shows here on the right day. " * 3)
    qtbot.addWidget(place)
    place.resize(800, 600)
    place.show()

    *_, sentence = place.findChildren(QLabel)
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()) > 30)
