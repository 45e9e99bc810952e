from PySide6.QtCore import Qt

from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.undo_line import UndoLine


def test_the_undo_line_says_what_happened_and_takes_it_back(qtbot, spoken, hostile):
    line = UndoLine()
    qtbot.addWidget(line)
    assert line.isHidden()

    line.show_message(hostile)

    message = line.findChild(Label, "status.message")
    assert message.text() == hostile
    assert spoken(message) == hostile
    assert not line.isHidden()
    (undo,) = line.findChildren(Button)
    with qtbot.waitSignal(line.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)


def test_the_undo_line_offers_no_undo_where_there_is_none_and_goes_when_cleared(qtbot):
    line = UndoLine()
    qtbot.addWidget(line)
    line.show_message("Backup written", can_undo=False)
    (undo,) = line.findChildren(Button)
    assert undo.isHidden()

    line.clear()

    assert line.isHidden()
    assert line.findChild(Label, "status.message").text() == ""
