"""The palette on Ctrl+K: people, texts, and everything that the window can do."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.ui.shell.opened import Opened
from relationdesk.ui.shell.palette import Heading, matched_runs, rows_found
from relationdesk.ui.shell.palette_list import ROW
from relationdesk.ui.shell.place import PlaceName
from relationdesk.work.search.queries import Found

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(qtbot, window, until_idle):
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    until_idle()
    return window.findChild(QWidget, "search.field")


def palette(window):
    return window.findChild(QWidget, "search.results")


def shown(window):
    """The headings, each with what stands below it."""
    model = palette(window).model()
    groups = {}
    for number in range(model.rowCount()):
        row = model.data(model.index(number), ROW)
        if isinstance(row, Heading):
            below = groups.setdefault(row.text, [])
        else:
            below.append(row.text)
    return groups


def chosen(window):
    return palette(window).currentIndex().data(ROW)


def strong(runs):
    return [run.text for run in runs if run.is_strong]


def test_before_anything_is_typed_the_most_useful_commands_are_shown(window, field):
    assert palette(window).isVisible()
    assert shown(window) == {
        "Commands": [
            *("New person", "Go to Today", "Go to People", "Go to Settings"),
            *("Import", "My details", "Keys"),
        ]
    }


def test_the_people_opened_last_come_first(qtbot, window, office, until_idle, field):
    for name in ("Léa Marchetti", "Rémi Kowalski"):
        window.open_person(office.people[name])
        until_idle()

    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    until_idle()

    assert shown(window)["Opened last"] == ["Rémi Kowalski", "Léa Marchetti"]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()
    assert window.people.person == office.people["Léa Marchetti"]


def test_whom_one_opened_is_known_after_the_next_start(window, office, until_idle):
    window.open_person(office.people["Théo Bastide"])
    until_idle()

    window.close()
    until_idle()

    assert Opened().latest(office.desk.reader) == [office.people["Théo Bastide"]]


def test_people_texts_and_commands_stand_in_groups(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "p")
    until_idle()

    groups = shown(window)
    assert list(groups) == ["People", "Texts", "Commands"]
    assert groups["People"] == ["Noor Benali", "Rémi Kowalski", "Théo Bastide"]
    assert "New person" in groups["Commands"]


def test_the_words_that_matched_are_bold(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "remi")
    until_idle()
    assert strong(chosen(window).name) == ["Rémi"]

    field.clear()
    qtbot.keyClicks(field, "treadm")
    until_idle()
    assert strong(chosen(window).detail) == ["treadmill"]


@pytest.mark.parametrize(
    ("text", "typed", "bold"),
    [
        ("Œuvre à Évian", ["oe", "evi"], ["Œ", "Évi"]),
        ("Rémi Kowalski", ["k"], ["K"]),
        ("Straße", ["stras"], ["Straß"]),
        ("Noor Benali", ["enali"], []),
        ("", ["a"], []),
    ],
)
def test_the_beginning_of_a_word_is_marked_whatever_its_accents(text, typed, bold):
    runs = matched_runs(text, [fold(word) for word in typed])

    assert strong(runs) == bold
    assert "".join(run.text for run in runs) == text


def test_a_sign_lists_commands_alone_and_all_of_them(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, ">")
    until_idle()

    groups = shown(window)
    assert list(groups) == ["Commands"]
    assert {
        "New person",
        "Go to Today",
        "Go to People",
        "Search",
        "Read the page again",
        "Import",
        "Export people",
        "Write the desk as an archive",
        "Read an archive",
        "Language: Français",
        "Look: Dark",
        "Keys",
        "Quit",
    } <= set(groups["Commands"])


def test_every_action_of_the_window_is_in_the_palette(window):
    offered = {command.action for command in window._commands._all}

    assert set(window.actions()) <= offered


def test_a_command_is_found_by_other_words_for_it_and_read_with_its_keys(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "> shortcuts")
    until_idle()

    assert chosen(window).text == "Keys"
    assert palette(window).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Keys, ?"


def test_enter_does_what_the_command_says_and_empties_the_field(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "> people")
    until_idle()

    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert window.current is PlaceName.PEOPLE
    assert field.text() == ""
    assert not palette(window).isVisible()


def commands(window):
    return shown(window).get("Commands", [])


def test_what_cannot_be_done_now_is_not_offered(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "> back")
    until_idle()
    assert "Back" not in commands(window)

    window.go(PlaceName.PEOPLE)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    until_idle()
    assert "Back" in commands(window)


def test_undo_is_offered_by_what_it_takes_back(qtbot, window, office, until_idle):
    row = window.today.findChild(object, "today.list").rows[0]
    row.finished.emit(row.row, "Sent the shoes")
    until_idle()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "undo").isEnabled())
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    field = window.findChild(QWidget, "search.field")

    qtbot.keyClicks(field, ">undo")
    until_idle()
    assert chosen(window).text == "Undo: Follow-up done, Léa Marchetti"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()

    assert len(office.open_follow_ups("Léa Marchetti")) == 1


def test_arrows_pass_over_headings_and_stop_at_the_ends(qtbot, window, field, until_idle):
    qtbot.keyClicks(field, "p")
    until_idle()
    first = chosen(window)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert chosen(window) is first

    seen = [first.text]
    for _step in range(40):
        qtbot.keyClick(field, Qt.Key.Key_Down)
        seen.append(chosen(window).text)

    assert "People" not in seen
    assert "Texts" not in seen
    assert seen[-1] == seen[-2]


@pytest.mark.parametrize("size", [(640, 480), (800, 600)])
def test_the_palette_stays_inside_a_small_window(qtbot, window, until_idle, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    until_idle()
    qtbot.keyClicks(window.findChild(QWidget, "search.field"), ">")
    until_idle()

    frame = palette(window).parentWidget()
    assert window.rect().contains(frame.geometry())


def test_a_file_dropped_on_the_window_is_looked_at_before_it_comes_in(qtbot, window, tmp_path, until_idle):
    cards = tmp_path / "two.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lindqvist\nEND:VCARD\n", encoding="utf-8")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(cards))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy, place = Qt.DropAction.CopyAction, QPoint(400, 300)
    enter = QDragEnterEvent(place, copy, carried, buttons, keys)
    drop = QDropEvent(QPointF(place), copy, carried, buttons, keys)

    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, drop)

    dialog = window.findChild(QDialog, "import.dialog")
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: bool(dialog.intake.previews))
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "strong"),
    [("marchety", ["Marchetti"]), ("lae marchetty", ["Marchetti"]), ("lea", ["Léa"]), ("annecy", [])],
)
def test_a_name_that_was_found_for_a_misspelt_one_is_marked_too(typed, strong):
    found = Found("person", PersonId(1), "Léa Marchetti", "Trail running", None)

    (_heading, row) = rows_found(typed, [found], [], date(2026, 11, 24))

    assert [run.text for run in row.name if run.is_strong] == strong
