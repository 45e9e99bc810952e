from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QScrollArea, QWidget

from relationdesk.domain.errors import NotFoundError
from relationdesk.language.words import Language
from relationdesk.ui.shell.place import BELOW, PlaceName, title_of
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.widgets.label import Label
from relationdesk.work import follow_ups, people

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def part(window, name):
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def said(window):
    return part(window, "status.message").text()


def finish(window, office, until_idle, qtbot):
    """Do a follow-up of Léa's, as the button on Today does."""
    (open_one,) = office.open_follow_ups("Léa Marchetti")
    window._tasks.change(
        window, lambda desk: follow_ups.commands.finish_follow_up(desk, open_one.id, line="Sent the shoes")
    )
    until_idle()
    qtbot.waitUntil(lambda: said(window) != "")
    until_idle()


def test_the_window_opens_on_today_with_the_count_in_the_rail(window):
    assert window.current is PlaceName.TODAY
    assert part(window, "nav.today").accessibleName() == "Today, 6"


def test_the_rail_says_how_the_desk_is_protected(window):
    assert part(window, "protection").text() == "Encrypted · sample desk, thrown away on exit"


def test_only_places_that_work_stand_in_the_rail(window):
    names = [widget.objectName() for widget in window.findChildren(QWidget)]

    assert [name for name in names if name.startswith("nav.")] == [
        "nav.today",
        "nav.agenda",
        "nav.people",
        "nav.organisations",
        "nav.trash",
        "nav.settings",
    ]


def test_the_rail_and_ctrl_with_a_number_lead_to_the_places(qtbot, window):
    qtbot.mouseClick(part(window, "nav.people"), Qt.MouseButton.LeftButton)
    assert window.current is PlaceName.PEOPLE

    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.current is PlaceName.TODAY


def test_the_keys_count_the_places_as_they_stand_in_the_rail(qtbot, window):
    rail = [name for name in PlaceName if name not in BELOW]
    heights = [part(window, f"nav.{name}").mapTo(window, QPoint(0, 0)).y() for name in rail]
    assert heights == sorted(heights)
    for number, name in enumerate(rail, 1):
        window.go(PlaceName.SETTINGS)
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.current is name

    qtbot.keyClicks(window, "?")
    told = [label.text() for label in window.findChild(QDialog, "keys.sheet").findChildren(Label)]
    assert told[told.index("Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4") + 1] == ", ".join(map(title_of, rail))


def test_back_and_forward_walk_through_the_places(qtbot, window):
    window.go(PlaceName.PEOPLE)

    qtbot.mouseClick(part(window, "back"), Qt.MouseButton.LeftButton)
    assert window.current is PlaceName.TODAY
    assert not part(window, "back").isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.current is PlaceName.PEOPLE
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.current is PlaceName.TODAY


def test_the_back_button_of_the_mouse_goes_back(window):
    window.go(PlaceName.PEOPLE)
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(400, 300),
        QPointF(400, 300),
        Qt.MouseButton.BackButton,
        Qt.MouseButton.BackButton,
        Qt.KeyboardModifier.NoModifier,
    )

    QApplication.sendEvent(window.windowHandle(), press)

    assert window.current is PlaceName.TODAY


def test_a_person_opened_on_today_is_left_by_back(qtbot, window, office, until_idle):
    window.today.person_asked.emit(office.people["Léa Marchetti"])
    until_idle()

    assert window.current is PlaceName.PEOPLE
    assert window.people.person == office.people["Léa Marchetti"]
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.current is PlaceName.TODAY


def test_ctrl_k_finds_a_person_while_typing_and_enter_opens(qtbot, window, office, until_idle):
    field = part(window, "search.field")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert field.hasFocus()

    with qtbot.waitSignal(field.answered):
        qtbot.keyClicks(field, "remi")
    until_idle()
    results = part(window, "search.results")
    assert results.isVisible()
    assert results.model().data(results.currentIndex()) == "Rémi Kowalski"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()

    assert window.people.person == office.people["Rémi Kowalski"]
    assert not results.isVisible()


def test_search_finds_what_was_written_and_is_read_aloud(qtbot, window, until_idle):
    field = part(window, "search.field")
    field.setFocus()
    qtbot.keyClicks(field, "treadmill")
    until_idle()

    results = part(window, "search.results")
    spoken = results.model().data(results.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Léa Marchetti, ")
    assert "treadmill" in spoken


def test_a_search_without_a_find_says_so(qtbot, window, until_idle):
    field = part(window, "search.field")
    field.setFocus()
    qtbot.keyClicks(field, "zzz")
    until_idle()

    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Nothing found for “zzz”" in shown


def test_escape_closes_what_was_found_and_keeps_the_text_then_leaves(qtbot, window, until_idle):
    field = part(window, "search.field")
    field.setFocus()
    qtbot.keyClicks(field, "remi")
    until_idle()

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not part(window, "search.results").isVisible()
    assert field.text() == "remi"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_a_change_is_said_in_the_line_below_and_undo_names_it(qtbot, window, office, until_idle):
    finish(window, office, until_idle, qtbot)

    assert said(window) == "Follow-up done, Léa Marchetti"
    assert part(window, "undo").toolTip() == "Undo: Follow-up done, Léa Marchetti"
    assert part(window, "nav.today").accessibleName() == "Today, 5"


def test_undo_and_redo_by_keys(qtbot, window, office, until_idle):
    finish(window, office, until_idle, qtbot)

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    until_idle()
    assert said(window) == "Taken back: Follow-up done, Léa Marchetti"
    assert len(office.open_follow_ups("Léa Marchetti")) == 1
    assert part(window, "nav.today").accessibleName() == "Today, 6"

    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    until_idle()
    assert said(window) == "Done again: Follow-up done, Léa Marchetti"
    assert office.open_follow_ups("Léa Marchetti") == []


def test_the_place_says_it_better_than_the_label(qtbot, window, until_idle):
    row = window.today.findChild(object, "today.list").rows[0]

    row.finished.emit(row.row, "Sent the shoes")
    until_idle()
    qtbot.waitUntil(lambda: said(window) != "")

    assert said(window) == "Done with Léa Marchetti: Sent the shoes"


def test_a_field_with_typing_to_take_back_keeps_ctrl_z(qtbot, window, office, until_idle):
    finish(window, office, until_idle, qtbot)
    field = part(window, "search.field")
    field.setFocus()
    qtbot.keyClicks(field, "rem")

    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    until_idle()

    assert field.text() == ""
    assert office.open_follow_ups("Léa Marchetti") == []


def test_a_field_without_typing_leaves_ctrl_z_to_the_desk(qtbot, window, office, until_idle):
    finish(window, office, until_idle, qtbot)
    field = part(window, "search.field")
    field.setFocus()

    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    until_idle()

    assert len(office.open_follow_ups("Léa Marchetti")) == 1


def test_f5_reads_what_another_hand_wrote(qtbot, window, office, until_idle):
    people.commands.set_cadence(office.desk, office.people["Aïcha Nouri"], ideal_days=None, longest_days=None)
    office.come_back("Sacha Vidal", "write", "Say hello", date(2026, 11, 24))
    until_idle()

    qtbot.keyClick(window, Qt.Key.Key_F5)
    until_idle()

    reasons = [row.row.why for row in window.today.findChild(object, "today.list").rows]
    assert "Say hello" in reasons


def test_a_refusal_is_one_plain_sentence_without_undo(window, tasks):
    tasks.refused.emit(NotFoundError("follow_up", 1))

    assert said(window) == "This is no longer on the desk; it was deleted meanwhile."


def test_a_question_mark_shows_the_keys_and_escape_closes_them(qtbot, window):
    qtbot.keyClicks(window, "?")
    sheet = window.findChild(QDialog, "keys.sheet")
    assert sheet.isVisible()

    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_keys_fit_into_a_small_window_and_the_last_is_scrolled_to(qtbot, window):
    window.resize(800, 600)

    qtbot.keyClicks(window, "?")
    sheet = window.findChild(QDialog, "keys.sheet")
    keys = sheet.findChild(QScrollArea)
    qtbot.keyClick(keys, Qt.Key.Key_PageDown)
    qtbot.keyClick(keys, Qt.Key.Key_PageDown)

    assert sheet.height() <= window.height()
    lowest = max(keys.widget().findChildren(Label), key=QWidget.y)
    assert not lowest.visibleRegion().isEmpty()


def test_ctrl_n_begins_somebody_new(qtbot, window, until_idle):
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    until_idle()

    assert window.current is PlaceName.PEOPLE
    assert window.people.form.isVisible()


def test_the_look_changes_at_once_and_is_remembered(window, qapp, remembered):
    window.choose_look(ThemeChoice.DARK)

    assert qapp.property("theme").tokens.is_dark
    assert remembered.look is ThemeChoice.DARK


def test_everything_else_is_behind_three_dots(window):
    words_in = [action.text() for action in part(window, "more").menu().actions() if action.text()]

    assert words_in == [
        "Import…",
        "Duplicates…",
        "Export people…",
        "Write the desk as an archive…",
        "Read an archive…",
        "My details…",
        "Language",
        "Look",
        "Check the desk…",
        "Keys",
        "Quit",
    ]


def test_the_menu_changes_the_look(window, qapp):
    (look,) = [action.menu() for action in part(window, "more").menu().actions() if action.text() == "Look"]

    next(action for action in look.actions() if action.text() == "Dark").trigger()

    assert qapp.property("theme").tokens.is_dark


def test_the_language_changes_in_place_and_the_place_is_kept(window, office, until_idle, remembered):
    window.open_person(office.people["Léa Marchetti"])
    until_idle()

    window.speak(Language.FRENCH)
    until_idle()

    assert part(window, "nav.people").text() == "Personnes"
    assert window.current is PlaceName.PEOPLE
    assert window.people.person == office.people["Léa Marchetti"]
    assert remembered.language is Language.FRENCH


def test_the_window_comes_back_where_it_was(qtbot, window, tasks, clock, tmp_path):
    window.resize(700, 560)
    window.close()

    again = MainWindow(tasks, clock, QApplication.instance().property("theme"), Remembered(tmp_path))
    qtbot.addWidget(again)

    assert (again.width(), again.height()) == (700, 560)


@pytest.mark.parametrize("size", [(640, 480), (800, 600), (1280, 800)])
def test_the_window_fits_every_size_down_to_the_smallest(window, size, qtbot):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)

    for widget in window.frame.bar.findChildren(QWidget):
        if widget.isVisible():
            assert widget.mapTo(window, widget.rect().topRight()).x() < size[0]


def test_everything_that_takes_the_focus_has_a_name(window):
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not spoken:
                nameless.append((type(widget).__name__, widget.objectName()))

    assert nameless == []


def test_people_are_exported_where_one_says(qtbot, window, tmp_path, until_idle):
    window._flows.export_people()
    dialog = window.findChild(QFileDialog)
    target = tmp_path / "friends.vcf"

    dialog.fileSelected.emit(str(target))
    dialog.close()
    until_idle()

    assert target.read_text(encoding="utf-8").count("BEGIN:VCARD") == 7
    assert said(window) == "7 people written to friends.vcf"


def test_the_kind_that_is_chosen_gives_the_file_its_ending_and_its_form(qtbot, window, tmp_path, until_idle):
    window._flows.export_people()
    dialog = window.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "people.vcf"

    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == "people.csv"
    dialog.fileSelected.emit(str(tmp_path / "friends.csv"))
    dialog.close()
    until_idle()

    assert (tmp_path / "friends.csv").read_text(encoding="utf-8-sig").startswith("Name,")
    assert said(window) == "7 people written to friends.csv"


def test_ctrl_i_opens_the_way_in_for_people_and_its_words_reach_the_line(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    dialog = window.findChild(QDialog, "import.dialog")
    assert dialog.isVisible()

    dialog.said.emit("12 people brought in")

    assert said(window) == "12 people brought in"
    dialog.reject()


def test_a_desk_goes_out_whole_as_an_archive(qtbot, window, tmp_path, until_idle):
    window._flows.write_archive()
    dialog = window.findChild(QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "desk.json"))
    dialog.close()
    until_idle()

    assert "Léa Marchetti" in (tmp_path / "desk.json").read_text(encoding="utf-8")
    assert said(window) == "The whole desk was written to desk.json"


def test_an_archive_that_is_not_there_is_refused_in_words(qtbot, window, tmp_path, until_idle):
    window._flows.read_archive()
    dialog = window.findChild(QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "none.json"))
    dialog.close()
    until_idle()

    assert said(window) == "There is no file “none.json” that can be read."
