from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from relationdesk.domain.numbers import Numbers
from relationdesk.domain.vocabulary import Action
from relationdesk.ui.places.agenda.day_list import DayModel
from relationdesk.ui.places.agenda.place import AgendaPlace
from relationdesk.ui.places.agenda.printing import paper
from relationdesk.work import follow_ups, settings

TODAY = date(2026, 11, 24)


@pytest.fixture
def place(qtbot, tasks, clock, office, until_idle):
    made = AgendaPlace(tasks, clock)
    qtbot.addWidget(made)
    made.resize(1084, 748)
    made.said.connect(lambda _text: made.refresh(None))
    with qtbot.waitActive(made):
        made.show()
    until_idle()
    made.show_again()
    until_idle()
    return made


def box(place, day):
    view = place.week if place.tabs.currentIndex() == 0 else place.month
    return next(box for box in view.days.boxes if box.list.day == day)


def spoken(place, day):
    model = box(place, day).list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_the_week_shows_what_stands_on_each_day(place):
    assert spoken(place, TODAY) == [
        "Jeanne Oury, birthday",
        "Rémi Kowalski, Ask how the baby monitor test goes",
        "17:00 Aïcha Nouri, Call about the spring partnership",
    ]
    assert spoken(place, date(2026, 11, 27)) == [
        "Noor Benali, birthday",
        "Noor Benali, Ask for the portraits",
    ]


def test_shift_and_an_arrow_moves_a_follow_up_and_the_keys_go_with_it(qtbot, place, desk, office, until_idle):
    row = box(place, date(2026, 11, 27)).list
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClick(row, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    until_idle()

    assert said.args == ["Moved to Thursday 26 November"]
    (moved,) = office.open_follow_ups("Noor Benali")
    assert moved.due_on == date(2026, 11, 26)
    assert QApplication.focusWidget() is box(place, date(2026, 11, 26)).list


def test_a_birthday_stays_on_its_day(qtbot, place, desk):
    row = box(place, date(2026, 11, 27)).list
    row.setFocus()
    before = desk.undo_state()
    qtbot.keyClick(row, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    assert desk.undo_state() == before


def test_a_follow_up_is_dragged_to_another_day(qtbot, place, office, until_idle):
    source, target = box(place, date(2026, 11, 27)).list, box(place, date(2026, 11, 28)).list
    dragged = source.model().mimeData([source.model().index(1, 0)])
    with qtbot.waitSignal(place.said):
        target.model().dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, target.rootIndex())
    until_idle()

    (moved,) = office.open_follow_ups("Noor Benali")
    assert moved.due_on == date(2026, 11, 28)


def test_nothing_can_be_dragged_into_the_past(place):
    source = box(place, date(2026, 11, 27)).list.model()
    yesterday = box(place, date(2026, 11, 23)).list.model()
    dragged = source.mimeData([source.index(1, 0)])

    assert not yesterday.canDropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, source.index(-1, -1))


def test_what_comes_from_elsewhere_is_not_taken(qtbot):
    model = DayModel()
    model.show_items((), takes_drops=True)
    foreign = QMimeData()
    foreign.setText("a line of text")

    assert not model.canDropMimeData(foreign, Qt.DropAction.MoveAction, -1, -1, model.index(-1, -1))


def test_enter_opens_the_person(qtbot, place, office):
    row = box(place, TODAY).list
    row.setFocus()
    with qtbot.waitSignal(place.person_asked) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)

    assert asked.args == [office.people["Jeanne Oury"]]


def test_arrows_to_the_side_go_from_day_to_day(qtbot, place):
    box(place, TODAY).list.setFocus()
    qtbot.keyClick(box(place, TODAY).list, Qt.Key.Key_Right)

    assert QApplication.focusWidget() is box(place, date(2026, 11, 25)).list


def test_pages_turn_by_weeks_and_months_and_t_comes_back(qtbot, place, until_idle):
    qtbot.keyClick(place, Qt.Key.Key_PageDown)
    until_idle()
    assert place.first_day == date(2026, 11, 30)
    qtbot.keyClick(place, Qt.Key.Key_T)
    until_idle()
    assert place.first_day == date(2026, 11, 23)

    place.tabs.setCurrentIndex(1)
    for _month in range(14):
        qtbot.keyClick(place, Qt.Key.Key_PageUp)
    until_idle()
    assert place.day == date(2025, 9, 1)


def test_a_day_above_the_users_number_is_called_full(place, desk, office, until_idle):
    settings.commands.choose_numbers(desk, Numbers(full_day=1))
    follow_ups.commands.set_follow_up(
        desk, person_id=office.people["Sacha Vidal"], action=Action.CALL, reason="Ask", due_on=TODAY
    )
    place.refresh(None)
    until_idle()

    assert box(place, TODAY)._full.isVisible()
    assert not box(place, date(2026, 11, 27))._full.isVisible()


def test_where_there_is_no_room_the_days_stand_one_below_the_other(qtbot, place):
    place.resize(604, 500)
    QApplication.processEvents()
    boxes = place.week.days.boxes
    corners = [box.mapTo(place, QPoint()) for box in boxes]

    assert len({corner.x() for corner in corners}) == 1
    assert [corner.y() for corner in corners] == sorted(corner.y() for corner in corners)
    assert all(box.list.height() >= box.list.content_height() for box in boxes)


def test_the_paper_has_every_thing_and_takes_text_as_it_is(place, office, tmp_path, until_idle):
    name = "<b>Bold</b> & co <img src=file:///etc/hostname>"
    office.add(name)
    office.come_back(name, Action.CALL, "Ask", TODAY)
    place.refresh(None)
    until_idle()
    document = paper("Agenda", place._shown)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "agenda.pdf"))
    document.print_(printer)

    assert f"{name}, Ask" in document.toPlainText()
    assert "Call about the spring partnership" in document.toPlainText()
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")


def test_print_asks_for_a_printer(qtbot, place):
    qtbot.mouseClick(place.findChild(QWidget, "agenda.print"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)

    QApplication.activeModalWidget().reject()
