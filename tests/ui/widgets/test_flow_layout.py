from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from relationdesk.ui.widgets.flow_layout import FlowLayout


def test_a_flow_goes_to_the_next_line_where_the_room_ends(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, across=10, down=5)
    chips = [QWidget() for _number in range(3)]
    for chip in chips:
        chip.setFixedSize(100, 30)
        flow.addWidget(chip)

    flow.setGeometry(QRect(0, 0, 215, 200))

    assert [chip.pos() for chip in chips] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 35)]
    assert flow.heightForWidth(215) == 65
    assert flow.heightForWidth(320) == 30
    assert flow.heightForWidth(50) == 100


def test_a_flow_runs_from_the_right_in_a_right_to_left_window(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(room)
    chip = QWidget()
    chip.setFixedSize(100, 30)
    flow.addWidget(chip)

    flow.setGeometry(QRect(0, 0, 300, 30))

    assert chip.x() == 200


def test_a_flow_can_be_filled_again(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room)
    flow.addWidget(QPushButton("old"))
    flow.clear()
    flow.addWidget(QPushButton("new"))

    assert flow.count() == 1
    assert flow.itemAt(1) is None
    assert flow.takeAt(5) is None


def test_a_field_at_the_beginning_of_a_line_begins_so_that_its_text_stands_below_the_chips(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, across=10, down=5)
    flow.setContentsMargins(8, 0, 0, 0)
    chip, field = QWidget(), QWidget()
    for one in (chip, field):
        one.setFixedSize(100, 30)
        flow.addWidget(one)
    flow.outdent(field, 8)

    flow.setGeometry(QRect(0, 0, 300, 200))
    assert (chip.x(), field.x()) == (8, 118)
    flow.setGeometry(QRect(0, 0, 150, 200))
    assert (chip.x(), field.x()) == (8, 0)
