import multiprocessing
import threading

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from relationdesk.domain.card import Card, ContactEntry, OwnEntry
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import ContactKind, OwnKind
from relationdesk.ui.places.imports.line_model import PERSON
from relationdesk.work import people
from relationdesk.work.imports.preview import Standing
from relationdesk.work.imports.reading import Column
from relationdesk.work.people.editing.own_fields import add_own_field
from relationdesk.work.people.queries import people_matching

LEA = Card(display_name="Léa Marchetti", contacts=(ContactEntry(ContactKind.EMAIL, "lea@trails.example"),))


def rows_of(dialog):
    model = dialog.preview.lines
    return [model.line_at(row) for row in range(model.rowCount())]


def row_named(dialog, name):
    return next(row for row, line in enumerate(rows_of(dialog)) if line.name == name)


def press(qtbot, widget, key):
    widget.setFocus()
    qtbot.keyClick(widget, key)


def accept(qtbot, dialog):
    """Bring in who is ticked, and what the dialog said of it."""
    with qtbot.waitSignal(dialog.imported, timeout=20_000) as imported:
        qtbot.mouseClick(dialog.preview.accept, Qt.MouseButton.LeftButton)
    return imported.args[0]


def until_still(qtbot, tasks):
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)


def test_a_file_comes_in_through_the_window(qtbot, previewed, fixtures, place):
    dialog = previewed(fixtures / "consultant.csv")
    dialog.preview.tag.setText("salon")
    assert dialog.preview.accept.text() == "Bring in 3 people"

    with qtbot.waitSignal(dialog.said) as said:
        done = accept(qtbot, dialog)

    assert [(one.added, one.unreadable) for one in done] == [(3, 1)]
    assert said.args == ["3 people came in"]
    assert not dialog.isVisible()
    assert {"Maya Lindqvist", "Ilan Roche"} <= set(place.names())
    assert place.number("SELECT count(*) FROM person_tag") == 3


def test_nothing_is_written_before_the_user_agrees(qtbot, previewed, fixtures, place):
    dialog = previewed(fixtures / "iphone.vcf")

    press(qtbot, dialog.preview.table, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert place.names() == []


def test_who_was_unticked_with_space_stays_out(qtbot, previewed, fixtures, place):
    dialog = previewed(fixtures / "consultant.csv")
    table = dialog.preview.table

    table.selectRow(row_named(dialog, "Ilan Roche"))
    press(qtbot, table, Qt.Key.Key_Space)
    assert dialog.preview.accept.text() == "Bring in 2 people"
    accept(qtbot, dialog)

    assert "Ilan Roche" not in place.names()
    assert "Maya Lindqvist" in place.names()


def test_a_click_on_the_box_unticks_and_ticks_again(qtbot, previewed, fixtures):
    dialog = previewed(fixtures / "consultant.csv")
    table = dialog.preview.table
    rect = table.visualRect(dialog.preview.lines.index(0, PERSON))
    box = rect.topLeft() + (rect.bottomLeft() - rect.topLeft()) / 2
    box.setX(rect.left() + 32)

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert rows_of(dialog)[0].is_ticked is False
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert rows_of(dialog)[0].is_ticked is True


def test_somebody_known_is_unticked_and_says_why(previewed, a_file, place):
    place.add(LEA)
    dialog = previewed(
        a_file("people.csv", "Name,E-mail\nLea M,LEA@trails.example\nYann Corbel,y@sail.example\n")
    )

    known, new = rows_of(dialog)

    assert (known.is_ticked, known.chip.text, known.reason) == (
        False,
        "known already",
        "Léa Marchetti, same e-mail",
    )
    assert (new.is_ticked, new.chip.text, new.reason) == (True, "new", "")


def test_somebody_in_the_trash_is_unticked_and_told_to_be_there(qtbot, previewed, a_file, place):
    place.add(LEA)
    desk = place.opened()
    (person,) = people_matching(desk.reader)
    people.commands.trash_person(desk, PersonId(person))
    desk.close()
    text = (
        "Name,E-mail\nLea M,LEA@trails.example\nLéa Marchetti,l@other.example\nYann Corbel,y@sail.example\n"
    )

    dialog = previewed(a_file("people.csv", text))

    trashed, namesake, new = rows_of(dialog)
    assert (trashed.is_ticked, trashed.chip.text, trashed.reason) == (
        False,
        "in the trash",
        "Léa Marchetti in the trash, same e-mail",
    )
    assert (namesake.is_ticked, namesake.reason) == (True, "Léa Marchetti in the trash, same name")
    assert new.is_ticked
    assert dialog.preview.bar.chip(Standing.TRASHED).accessibleName() == "1 in the trash"


def test_somebody_known_who_is_ticked_comes_in_as_a_second_person(qtbot, previewed, a_file, place):
    place.add(LEA)
    dialog = previewed(a_file("people.csv", "Name,E-mail\nLéa Marchetti,lea@trails.example\n"))
    assert not dialog.preview.accept.isEnabled()

    qtbot.mouseClick(dialog.preview.tick_all, Qt.MouseButton.LeftButton)
    (line,) = rows_of(dialog)
    assert line.chip.text == "a second person"
    accept(qtbot, dialog)

    assert place.names() == ["Léa Marchetti", "Léa Marchetti"]


def test_each_chip_shows_its_lines_alone(qtbot, previewed, fixtures):
    dialog = previewed(fixtures / "consultant.csv")
    chips = dialog.preview.bar
    assert chips.chip(None).accessibleName() == "1 line not readable"
    assert chips.chip(Standing.KNOWN).isHidden()

    qtbot.mouseClick(chips.chip(None), Qt.MouseButton.LeftButton)

    (line,) = rows_of(dialog)
    assert (line.name, line.is_ticked, line.reason, line.where) == (
        "seulement une remarque",
        None,
        "nothing that could be a name",
        "line 6",
    )


def test_a_column_that_becomes_something_else_is_read_again_and_remembered(
    qtbot, previewed, a_file, place, tasks
):
    text = "Name,Anything\nYann Corbel,sailing\nZoé Arnaud,books\n"
    dialog = previewed(a_file("first.csv", text))
    qtbot.waitUntil(lambda: len(dialog.preview.columns.rows) == 2)
    row = dialog.preview.columns.rows[1]
    assert (row.choice.accessibleName(), row.choice.value) == ("What “Anything” becomes", Column.FACT)

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        press(qtbot, row.choice, Qt.Key.Key_T)
        row.choice.setCurrentIndex(row.choice.findText("Topics"))
        row.choice.activated.emit(row.choice.currentIndex())
    assert [line.known for line in rows_of(dialog)] == ["sailing", "books"]
    accept(qtbot, dialog)

    again = previewed(a_file("second.csv", "Name,Anything\nHugo Dray,podcasts\n"))
    assert [line.known for line in rows_of(again)] == ["podcasts"]
    assert place.number("SELECT count(*) FROM person_topic") == 2


@pytest.fixture
def size(place):
    """A field for shoe sizes on the desk."""
    desk = place.opened()
    add_own_field(desk, name="Shoe size", kind=OwnKind.NUMBER)
    desk.close()


def columns_of(qtbot, dialog, count):
    qtbot.waitUntil(lambda: len(dialog.preview.columns.rows) == count)
    return dialog.preview.columns.rows


def test_a_column_called_like_a_field_of_the_users_becomes_it(qtbot, size, previewed, a_file, place):
    dialog = previewed(a_file("people.csv", "Name;SHOE SIZE\nYann Corbel;39,5\nZoé Arnaud;large\n"))
    row = columns_of(qtbot, dialog, 2)[1]

    assert row.choice.currentText() == "Your field: Shoe size"
    assert row.detail.isHidden()
    assert dialog.preview.fields.isHidden()
    assert [line.reason for line in rows_of(dialog)] == [
        "",
        "no number to be found in “Shoe size: large”; kept as a fact",
    ]
    accept(qtbot, dialog)

    assert place.number("SELECT count(*) FROM own_value WHERE value = '39.5'") == 1
    assert place.number("SELECT count(*) FROM fact WHERE label = 'Shoe size' AND value = 'large'") == 1
    assert place.number("SELECT count(*) FROM setting WHERE name LIKE 'import.columns.%'") == 0


def test_a_column_becomes_a_new_field_of_the_users_and_is_remembered_as_that(
    qtbot, size, previewed, a_file, place
):
    dialog = previewed(a_file("first.csv", "Name,Since\nYann Corbel,03/04/2026\n"))
    row = columns_of(qtbot, dialog, 2)[1]
    offered = [row.choice.itemText(n) for n in range(row.choice.count())]
    assert offered.index("Your field: Shoe size") + 1 == offered.index("New field")

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        row.choice.setCurrentIndex(offered.index("New field"))
        row.choice.activated.emit(row.choice.currentIndex())
    assert (row.detail.accessibleName(), row.detail.value) == ("Kind of field of “Since”", "day_first")
    assert dialog.preview.fields.text() == "New field on every record: Since"
    assert rows_of(dialog)[0].chip.text == "doubtful"
    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        row.detail.chosen.emit("month_first")
    assert rows_of(dialog)[0].chip.text == "new"
    accept(qtbot, dialog)

    assert place.number("SELECT count(*) FROM own_value WHERE value = '2026-03-04'") == 1
    assert place.number("SELECT count(*) FROM own_field WHERE name = 'Since' AND kind = 'day'") == 1
    again = previewed(a_file("second.csv", "Name,Since\nHugo Dray,05/06/2026\n"))
    assert columns_of(qtbot, again, 2)[1].choice.currentText() == "Your field: Since"
    assert again.preview.fields.isHidden()
    assert again.intake.previews[0].lines[0].incoming.card.own == (OwnEntry("Since", "2026-05-06"),)


def test_a_new_field_may_be_for_something_else_or_nothing_at_all(qtbot, previewed, a_file, place):
    dialog = previewed(a_file("first.csv", "Name,Vegan\nYann Corbel,oui\n"))
    row = columns_of(qtbot, dialog, 2)[1]

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        row.choice.chosen.emit(Column.OWN.value)
    assert row.detail.value == OwnKind.YES_NO
    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        row.detail.chosen.emit(OwnKind.TEXT.value)
    assert row.detail.value == OwnKind.TEXT
    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        row.choice.chosen.emit(Column.FACT.value)

    assert (row.choice.value, row.detail.isHidden()) == (Column.FACT, True)
    assert dialog.preview.fields.isHidden()


def test_a_ticked_line_stays_as_it_was_when_a_column_changes(qtbot, previewed, a_file):
    dialog = previewed(a_file("people.csv", "Name,Anything\nYann Corbel,sailing\nZoé Arnaud,books\n"))
    dialog.preview.lines.tick([0], is_ticked=False)
    qtbot.waitUntil(lambda: len(dialog.preview.columns.rows) == 2)

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        dialog.preview.columns.rows[1].choice.chosen.emit(Column.TOPICS.value)

    assert [line.is_ticked for line in rows_of(dialog)] == [False, True]


def test_an_ambiguous_date_asks_for_its_order_and_is_settled_by_it(qtbot, previewed, a_file):
    dialog = previewed(a_file("people.csv", "Name,Last contact\nYann Corbel,03/04/2026\n"))
    assert rows_of(dialog)[0].chip.text == "doubtful"
    qtbot.waitUntil(lambda: len(dialog.preview.columns.rows) == 2)
    detail = dialog.preview.columns.rows[1].detail
    assert not detail.isHidden()

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        detail.chosen.emit("day_first")

    assert rows_of(dialog)[0].chip.text == "new"


def test_reading_can_be_cancelled_and_nothing_stays(qtbot, dialog, a_file, tasks, place):
    lines = "".join(f"Person {n},p{n}@many.example,+33 6 39 98 {n % 100:02} 11\n" for n in range(60_000))
    many = a_file("many.csv", f"Name,E-mail,Phone\n{lines}")
    with qtbot.waitSignal(dialog.intake.counted, timeout=20_000):
        dialog.read([many])

    press(qtbot, dialog.reading.cancel, Qt.Key.Key_Escape)
    until_still(qtbot, tasks)

    assert dialog.isVisible()
    assert dialog.start.isVisible()
    assert dialog.intake.files == ()
    assert multiprocessing.active_children() == []
    assert place.names() == []


def test_a_hopeless_file_says_why_in_its_place(qtbot, dialog, tmp_path):
    picture = tmp_path / "holiday.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))

    with qtbot.waitSignal(dialog.intake.refused, timeout=20_000):
        dialog.read([picture, tmp_path / "gone.vcf"])

    assert dialog.start.isVisible()
    assert dialog.start.notice.label.text().splitlines() == [
        "“holiday.csv” is neither a contact card (.vcf) nor a table (.csv). Nothing was changed.",
        "There is no file “gone.vcf”. Nothing was changed.",
    ]


def test_a_hopeless_file_does_not_stop_the_good_one(qtbot, previewed, fixtures, tmp_path, place):
    dialog = previewed(fixtures / "iphone.vcf", tmp_path / "gone.vcf")

    qtbot.waitUntil(dialog.preview.notice.isVisible)
    assert "gone.vcf" in dialog.preview.notice.label.text()
    accept(qtbot, dialog)
    assert place.names() == ["Léa Marchetti"]


def test_somebody_in_two_files_comes_in_once(qtbot, previewed, a_file, place):
    first = a_file("one.csv", "Name,E-mail\nYann Corbel,yann@sail.example\n")
    second = a_file("two.csv", "Name,E-mail\nY. Corbel,yann@sail.example\nZoé Arnaud,zoe@books.example\n")
    dialog = previewed(first, second)

    assert rows_of(dialog)[1].reason == "Yann Corbel earlier in this import, same e-mail"
    done = accept(qtbot, dialog)

    assert [one.added for one in done] == [1, 1]
    assert sorted(place.names()) == ["Yann Corbel", "Zoé Arnaud"]


def test_hostile_text_is_shown_as_it_stands(qtbot, previewed, a_file, place):
    name = "<b>Bobby</b> {0} %s '; DROP TABLE person; --"
    text = f'Name,E-mail,Note\n"{name}",<img src=x>@{{n}}, =HYPERLINK(1)\n"{"x" * 9_000}",a@b.example,\n'
    dialog = previewed(a_file("<i>{0}.csv", text))

    line = rows_of(dialog)[0]
    assert line.name == name
    assert "“<img src=x>@{n}”" in line.reason
    assert len(rows_of(dialog)[1].name) < 100
    tip = dialog.preview.lines.index(0, PERSON).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Bobby" in tip
    accept(qtbot, dialog)

    assert name in place.names()
    assert place.number("SELECT count(*) FROM person") == 2


def test_a_quote_that_is_never_closed_is_a_doubt_about_its_person(previewed, a_file):
    dialog = previewed(a_file("people.csv", 'Name,Note\n"Yann Corbel\nZoé Arnaud,books\n'))

    broken, whole = rows_of(dialog)

    assert (broken.chip.text, broken.is_ticked) == ("doubtful", True)
    assert "quotation mark" in broken.reason
    assert whole.chip.text == "new"


def test_the_doubtful_lines_are_saved_as_a_file(qtbot, previewed, fixtures, tmp_path):
    dialog = previewed(fixtures / "consultant.csv")
    qtbot.mouseClick(dialog.preview.report, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)

    with qtbot.waitSignal(dialog.said, timeout=20_000):
        chooser.fileSelected.emit(str(tmp_path / "doubts.csv"))
    chooser.close()

    saved = (tmp_path / "doubts.csv").read_text(encoding="utf-8-sig")
    assert "consultant.csv,6,nameless,seulement une remarque" in saved


def test_a_report_that_cannot_be_written_says_so(qtbot, previewed, fixtures, tmp_path):
    dialog = previewed(fixtures / "consultant.csv")

    with qtbot.waitSignal(dialog.accepting.failed, timeout=20_000):
        dialog.accepting.report(dialog.intake, tmp_path / "no such folder" / "doubts.csv")

    assert "doubts.csv" in dialog.preview.notice.label.text()
    assert dialog.preview.accept.isEnabled()


def test_files_dropped_on_the_window_are_read(qtbot, dialog, fixtures):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(fixtures / "iphone.vcf")), QUrl("https://far.example/x.vcf")])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        dialog.dropEvent(drop)

    assert [file.name for file in dialog.intake.files] == ["iphone.vcf"]


def test_enter_accepts_only_from_the_button(qtbot, previewed, fixtures, place):
    dialog = previewed(fixtures / "iphone.vcf")

    press(qtbot, dialog.preview.tag, Qt.Key.Key_Return)
    press(qtbot, dialog.preview.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        press(qtbot, dialog.preview.accept, Qt.Key.Key_Return)

    assert place.names() == ["Léa Marchetti"]


def test_an_import_is_one_step_of_undo_and_the_remembered_columns_are_none(
    qtbot, previewed, a_file, tasks, place
):
    dialog = previewed(a_file("people.csv", "Name,Anything\nYann Corbel,sailing\n"))
    qtbot.waitUntil(lambda: len(dialog.preview.columns.rows) == 2)
    with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
        dialog.preview.columns.rows[1].choice.chosen.emit(Column.TOPICS.value)
    accept(qtbot, dialog)

    tasks.change(dialog, lambda desk: desk.undo())
    until_still(qtbot, tasks)

    assert place.names() == []
    assert place.number("SELECT count(*) FROM setting") == 1


def test_every_button_and_field_has_a_name(previewed, fixtures):
    dialog = previewed(fixtures / "consultant.csv")

    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) >= 4
    assert all(button.text() or button.accessibleName() for button in buttons)
    assert dialog.preview.table.accessibleName()
    assert dialog.preview.tag.accessibleName()


@pytest.mark.parametrize("size", [(800, 600), (640, 480)])
def test_the_window_fits_a_small_screen_with_its_columns_behind_a_tab(previewed, fixtures, size, qtbot):
    dialog = previewed(fixtures / "consultant.csv")

    dialog.resize(*size)
    qtbot.waitUntil(dialog.preview.tabs.isVisible)

    assert (dialog.width(), dialog.height()) == size
    assert dialog.preview.accept.geometry().right() <= size[0]
    assert not dialog.preview.columns.isVisible()
    dialog.preview.tabs.setCurrentIndex(1)
    assert dialog.preview.columns.isVisible()
    assert not dialog.preview.table.isVisible()


def test_the_window_stays_while_people_are_written(qtbot, previewed, fixtures, tasks):
    dialog = previewed(fixtures / "iphone.vcf")
    gate = threading.Event()
    tasks.change(dialog, lambda _desk: gate.wait(5))

    with qtbot.waitSignal(dialog.imported, timeout=20_000):
        qtbot.mouseClick(dialog.preview.accept, Qt.MouseButton.LeftButton)
        dialog.reject()
        assert dialog.isVisible()
        gate.set()

    assert not dialog.isVisible()
