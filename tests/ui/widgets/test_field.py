from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field


def test_a_field_announces_typing_and_clearing_but_not_what_the_program_writes(qtbot, spoken):
    field = Field("Search", "Search people…", Icon.SEARCH, QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    field.show()
    told = []
    field.edited.connect(told.append)

    field.setText("given")
    qtbot.keyClicks(field, "!")
    (clear,) = field.findChildren(QToolButton)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)

    assert told == ["given!", ""]
    assert spoken(field) == "Search"
    assert spoken(clear) == "Clear"


def test_a_fields_key_hint_gives_way_to_what_is_typed(qtbot):
    field = Field("Search", keys=QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    empty = field.textMargins().right()

    field.setText("lea")

    assert empty > 0
    assert field.textMargins().right() == 0
    assert field.actions()[0].isVisible()
