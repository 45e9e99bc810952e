import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import LIGHT, Height
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.ui.widgets.text_link import TextLink


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("compact", [True, False])
def test_a_button_has_its_height_focused_or_not(qtbot, role, compact, spoken):
    button = Button("Write", role, Icon.PENCIL_LINE, QKeySequence("Ctrl+W"), compact=compact)
    qtbot.addWidget(button)
    button.show()
    height = button.sizeHint().height()
    button.setFocus()

    assert height == (Height.HIT if compact else Height.CONTROL)
    assert button.sizeHint().height() == height
    assert spoken(button) == "Write"


def test_only_the_primary_button_wears_the_accent(qtbot, colours_in):
    button = Button("Write", Role.SECONDARY)
    qtbot.addWidget(button)
    button.resize(90, 33)
    assert LIGHT.accent not in colours_in(button.grab().toImage())

    button.show_role(Role.PRIMARY)

    assert button.grab().toImage().pixelColor(8, 16).name().upper() == LIGHT.accent


def test_a_disabled_button_does_not_wear_it(qtbot, colours_in):
    button = Button("Write", Role.PRIMARY)
    qtbot.addWidget(button)
    button.resize(90, 33)
    button.setEnabled(False)

    assert LIGHT.accent not in colours_in(button.grab().toImage())


def test_a_button_of_event_mode_is_large(qtbot):
    button = Button("Met")
    qtbot.addWidget(button)
    button.setProperty("event", True)  # noqa: FBT003 - Qt has no names

    assert button.sizeHint().height() == Height.EVENT


def test_an_icon_alone_has_a_name(qtbot, spoken):
    button = Button("", Role.QUIET, Icon.ELLIPSIS, name="More")
    qtbot.addWidget(button)

    assert spoken(button) == "More"
    assert button.sizeHint().width() >= button.sizeHint().height()


@pytest.mark.parametrize(
    ("keys", "text"), [("Ctrl+K", "Ctrl K"), ("Ctrl+Shift+N", "Ctrl ⇧ N"), ("Ctrl+Return", "Ctrl ↵")]
)
def test_keys_are_written_as_on_the_keyboard(keys, text):
    assert key_text(QKeySequence(keys)) == text


@pytest.mark.parametrize(
    "made",
    [Button, TextLink, lambda text: TextButton(text, "", "Open")],
)
def test_an_ampersand_in_a_name_is_a_letter_and_no_shortcut(qtbot, made, spoken):
    button = made("Salt & Pepper")
    qtbot.addWidget(button)

    assert button.shortcut().isEmpty()
    assert spoken(button) == "Salt & Pepper"
    assert (button.words if isinstance(button, TextButton) else button.text()) == "Salt & Pepper"


def test_other_words_with_an_ampersand_make_no_shortcut_either(qtbot):
    button = Button("Keep")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()

    button.setText("R&D")

    assert button.shortcut().isEmpty()
    assert button.text() == "R&D"
    assert button.sizeHint().width() < narrow


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_does_what_space_does(qtbot, key):
    button = Button("Write")
    button.setAutoDefault(False)
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_enter_with_control_is_left_to_the_place(qtbot):
    button = Button("Write")
    qtbot.addWidget(button)

    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
