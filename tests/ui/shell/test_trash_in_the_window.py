"""Moving to the trash and back, from wherever one is in the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from relationdesk.domain.card import Card, ContactEntry
from relationdesk.domain.drafts import Draft, DraftField, about_person
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.ui.shell.palette import rows_at_first, rows_found
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work import people, settings
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.queries import people_matching
from relationdesk.work.settings.commands import note_day_of_use

LEA, NOOR = "Léa Marchetti", "Noor Benali"


def is_listed(office, name):
    return office.people[name] in people_matching(office.desk.reader)


def said(window):
    return window.frame.line._message.text()


def looked_at(window):
    view = window.people.screen_of_person.view
    return view.name if view is not None else None


@pytest.fixture
def at_lea(qtbot, window, office, until_idle):
    window.open_person(office.people[LEA])
    until_idle()
    return window


def choose(words):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_delete_in_the_list_moves_somebody_to_the_trash_and_goes_on_with_the_next(
    qtbot, at_lea, office, until_idle
):
    table = at_lea.people.list.table
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Delete)
    until_idle()

    assert not is_listed(office, LEA)
    assert said(at_lea) == "Léa Marchetti is in the trash"
    qtbot.waitUntil(lambda: looked_at(at_lea) == NOOR)
    assert table.hasFocus()


def test_delete_in_the_filter_is_for_the_text(qtbot, at_lea, office, until_idle):
    field = at_lea.people.list.filter
    field.setFocus()

    qtbot.keyClick(field, Qt.Key.Key_Delete)
    until_idle()

    assert is_listed(office, LEA)


def test_the_menu_beside_a_name_moves_them_and_undo_brings_them_back(qtbot, at_lea, office, until_idle):
    qtbot.mouseClick(at_lea.findChild(QPushButton, "person.more"), Qt.MouseButton.LeftButton)
    choose("Move to the trash")
    until_idle()
    assert not is_listed(office, LEA)

    at_lea._undoing.undo()
    until_idle()

    assert is_listed(office, LEA)
    assert said(at_lea) == "Taken back: Moved to the trash, Léa Marchetti"


def palette(window, typed=""):
    if typed:
        rows = rows_found(typed, [], window._commands.offered, window._clock.now().date())
    else:
        rows = rows_at_first([], window._commands.offered, window._clock.now().date())
    return [row.text for row in rows]


def test_the_palette_moves_whoever_is_looked_at(window, office, until_idle):
    assert "Move to the trash" not in palette(window, "move")
    window.open_person(office.people[LEA])
    until_idle()
    assert "Move to the trash" in palette(window, "move")

    window.shown.ask_for_trash()
    until_idle()

    assert not is_listed(office, LEA)


def test_the_last_one_in_the_list_leaves_their_place_to_the_one_before(qtbot, window, office, until_idle):
    window.open_person(office.people["Théo Bastide"])
    until_idle()

    window.shown.ask_for_trash()
    until_idle()

    qtbot.waitUntil(lambda: looked_at(window) == "Sacha Vidal")


def test_a_partnership_goes_to_the_trash_by_the_menu_of_its_stage(qtbot, window, office, until_idle):
    sacha = office.people["Sacha Vidal"]
    window.open_person(sacha)
    until_idle()
    window.people.screen_of_person.tabs.setCurrentIndex(1)
    qtbot.mouseClick(window.people.findChild(QWidget, "partnership.stage"), Qt.MouseButton.LeftButton)
    choose("Move to the trash")
    until_idle()

    assert said(window) == "Harvest is in the trash"
    assert partnerships_of(office.desk.reader, sacha) == []


def test_the_rail_leads_to_the_trash_and_from_there_one_comes_back_whole(qtbot, at_lea, office, until_idle):
    at_lea.shown.ask_for_trash()
    until_idle()
    qtbot.mouseClick(at_lea.findChild(QWidget, "nav.trash"), Qt.MouseButton.LeftButton)
    until_idle()
    assert at_lea.current is PlaceName.TRASH

    at_lea.findChild(QPushButton, "trash.put_back").click()
    until_idle()

    assert is_listed(office, LEA)
    assert said(at_lea) == "Léa Marchetti is back"


def test_what_one_was_writing_about_somebody_in_the_trash_is_offered_and_puts_them_back(
    qtbot, window, office, tasks, until_idle
):
    person, desk = office.people[LEA], office.desk
    drafts_of(tasks).write(Draft(about_person(DraftField.NOTE, person), "She asked"))
    drafts_of(tasks).save()
    until_idle()
    people.commands.trash_person(desk, person)
    until_idle()
    drafts_of(tasks).left = kept_drafts(desk.reader)
    window.beside.going_on._on_read()
    bar = window.frame.drafts
    assert bar.words == "You were writing about Léa Marchetti, who is in the trash: “She asked”"
    assert bar.findChild(QPushButton, "draft.go_on").text() == "Put back and go on"

    window.beside.going_on.go_on()
    until_idle()

    assert is_listed(office, LEA)
    note = window.people.findChild(QPlainTextEdit, "person.note")
    qtbot.waitUntil(note.hasFocus)
    assert note.toPlainText() == "She asked"


@pytest.fixture
def form(window, office, desk, until_idle):
    lea = Card(display_name="Inès Roche", contacts=(ContactEntry(ContactKind.EMAIL, "ines@roche.example"),))
    office.people["Inès Roche"] = people.commands.create_person(desk, lea)
    people.commands.trash_person(desk, office.people["Inès Roche"])
    window.new_person()
    until_idle()
    return window.people.form


@pytest.mark.parametrize(
    "pasted", ["Ines, ines@roche.example", "INES ROCHE", "@a.martin\nines@roche.example"]
)
def test_somebody_new_who_is_in_the_trash_is_put_back_instead(qtbot, form, office, until_idle, pasted):
    form.introduction.text.insertPlainText(pasted)
    qtbot.waitUntil(lambda: bool(ways_back(form)))

    ways_back(form)[0].click()
    until_idle()

    assert is_listed(office, "Inès Roche")


def ways_back(form):
    return [part for part in form.findChildren(QWidget, "new.put_back") if part.isVisible()]


def test_a_typed_name_that_is_in_the_trash_is_told_before_saving(qtbot, form, until_idle):
    qtbot.keyClicks(form.findChild(QLineEdit, "new.name"), "Ines Roche")
    qtbot.waitUntil(lambda: bool(ways_back(form)))

    assert form.save_button.text() == "Add all the same"


def test_the_trash_is_emptied_of_what_was_there_for_its_time_and_nothing_else(
    qtbot, window, office, desk, until_idle
):
    first = desk.today()
    people.commands.trash_person(desk, office.people[LEA])
    desk.forget_steps()
    for ahead in range(35):
        note_day_of_use(desk, first + timedelta(days=ahead))
    desk.clock.moment += timedelta(days=20)
    people.commands.trash_person(desk, office.people[NOOR])
    desk.forget_steps()
    desk.clock.moment += timedelta(days=14)

    with qtbot.waitSignal(window.beside.house_keeping.done):
        window.beside.house_keeping.keep_house()
    until_idle()

    left = desk.reader.ids("SELECT id FROM person WHERE trashed_at IS NOT NULL")
    assert left == [office.people[NOOR]]
    assert desk.reader.number("SELECT count(*) FROM person") == len(office.people) - 1
    qtbot.waitUntil(lambda: said(window) == "Removed for good")


def test_whoever_waits_to_be_counted_again_is_counted_when_the_house_is_kept(qtbot, window, desk, until_idle):
    settings.commands.choose_numbers(desk, Numbers(answer_days=9))

    house = window.beside.house_keeping
    with qtbot.waitSignals([house.counted, house.done], order="strict"):
        house.keep_house()
    until_idle()

    assert not settings.commands.go_on_counting(desk)
    with qtbot.assertNotEmitted(house.counted), qtbot.waitSignal(house.done):
        house.keep_house()


def test_house_is_kept_in_a_moment_unless_the_desk_is_closed_before(window, tasks):
    window.keep_house()
    assert window.beside.house_keeping._timer.isActive()

    tasks.close()

    assert not window.beside.house_keeping._timer.isActive()
    window.beside.house_keeping.keep_house()


def test_one_person_goes_into_the_archive_and_out_of_it_by_the_menu_beside_their_name(
    qtbot, at_lea, office, until_idle
):
    more = at_lea.findChild(QPushButton, "person.more")
    more.click()
    choose("Move to the archive")
    until_idle()

    assert not is_listed(office, LEA)
    assert said(at_lea) == "Léa Marchetti is in the archive; the filter is:archived shows it"
    assert looked_at(at_lea) == LEA
    qtbot.waitUntil(lambda: at_lea.people.screen_of_person.view.page.record.is_archived)

    more.click()
    choose("Take out of the archive")
    until_idle()

    assert is_listed(office, LEA)
    assert said(at_lea) == "Léa Marchetti is in the list again"
