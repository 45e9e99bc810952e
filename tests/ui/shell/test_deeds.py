"""What places let be done from the palette: each of it does something, and all of it is tried."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu

from relationdesk.domain.card import Card
from relationdesk.domain.sharing import PersonField
from relationdesk.domain.vocabulary import Audience, InteractionKind, RelationKind
from relationdesk.language.words import Language, speaking
from relationdesk.ui.places.organisations import deeds as organisation_deeds
from relationdesk.ui.places.people import deeds as people_deeds
from relationdesk.ui.places.people.listing import deeds as listing_deeds
from relationdesk.ui.shell.place import PlaceName
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.organisations.commands import add_organisation
from relationdesk.work.people.commands import create_person
from relationdesk.work.people.editing.audiences import set_field_audience
from relationdesk.work.people.merging import merge
from relationdesk.work.people.pictures import set_picture
from relationdesk.work.people.relations import add_relation

DAY = date(2026, 11, 24)
Check = Callable[[object], object]


def person(window):
    return window.people.screen_of_person


def focus():
    return QApplication.focusWidget()


def on_tab(number: int) -> Check:
    return lambda window: person(window).tabs.currentIndex() == number and focus() is person(window).tabs


def at(name: str) -> Check:
    return lambda _window: focus() is not None and focus().objectName() == name


def menu_with(words: str) -> Check:
    def check(_window: object) -> bool:
        menu = QApplication.activePopupWidget()
        return isinstance(menu, QMenu) and words in {action.text() for action in menu.actions()}

    return check


def dialog(of: type[QDialog], words: str) -> Check:
    def check(_window: object) -> bool:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, of) and one.isVisible()]
        return any(words in one.windowTitle() for one in shown)

    return check


def in_touch(window: object) -> bool:
    return person(window).remember.in_touch.isAncestorOf(focus())


ABOUT_A_PERSON: dict[str, Check] = {
    "Show the history": on_tab(0),
    "Show the partnerships": on_tab(1),
    "Show the preferences": on_tab(2),
    "Show the relations": on_tab(3),
    "Show the files": on_tab(4),
    "Show the record": on_tab(5),
    "Show what to remember": lambda window: person(window).remember.isAncestorOf(focus()),
    "Write a note": lambda window: focus() is person(window).history.note.text,
    "Filter the history by kind": menu_with("Calls"),
    "Add files": dialog(QFileDialog, "Add files"),
    "Write a dossier": dialog(QFileDialog, "Write a dossier"),
    "Add a partnership": at("partnership.client"),
    "Add a relation": at("relation.person"),
    "Walk the circle": lambda window: focus() is person(window).relations.circle.nodes[0],
    "How often to be in touch": in_touch,
    "Quiet days and hours": at("quiet.day.0"),
    "Add an organisation to the record": at("role.organisation"),
    "Add an account": at("record.new.account"),
    "Add a field to every record": at("own_field.name"),
    "Do not contact": at("record.do_not_contact"),
    "Why their data is kept": at("record.lawful_basis"),
    "Add a consent": at("consent.what"),
    "Until when the record is kept": at("record.retain_until"),
    "What others may read": at("record.shared"),
    "Change the picture": dialog(QFileDialog, "Choose a picture"),
    "Crop the picture": dialog(QDialog, "Picture"),
    "Remove the picture": lambda window: person(window).view.page.record.picture_hash is None,
    "Move to the archive": lambda window: person(window).view.page.record.is_archived,
    "Take out of the archive": lambda window: not person(window).view.page.record.is_archived,
    "Take apart": dialog(QDialog, "Take"),
    "Erase this person": dialog(QDialog, "Erase"),
}
ABOUT_A_LIST: dict[str, Check] = {
    "Filter people": at("people.filter"),
    "Order the list": menu_with("Last contact"),
    "Choose the columns": menu_with("Last contact"),
    "Filter the organisations": at("organisations.filter"),
}
ABOUT_A_FILTER: dict[str, Check] = {"Save this filter as a view": at("people.view.name")}
ABOUT_SEVERAL: dict[str, Check] = {
    "Give those chosen a tag": at("people.several.tag"),
    "Take a tag from those chosen": at("people.several.tag"),
    "Export those chosen": dialog(QFileDialog, ""),
    "Merge the two who are chosen": dialog(QDialog, "Merge"),
    "Archive those chosen": lambda window: window.people.list.model.rowCount() == 5,
    "Move those chosen to the trash": lambda window: window.people.list.model.rowCount() == 3,
}
ABOUT_AN_ORGANISATION: dict[str, Check] = {"Edit the organisation": at("organisation.name")}


def do(window, title: str) -> None:
    (command,) = [one for one in window.commands.offered if one.title == title]
    command.action.trigger()


def offered(window) -> set[str]:
    return {one.title for one in window.commands.offered}


def a_picture() -> bytes:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    held = QBuffer()
    image.save(held, "PNG")
    return bytes(held.data().data())


def close_all() -> None:
    """Close what was opened over the window."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()


@pytest.fixture
def lea(window, office, until_idle):
    """Léa, with a long history, a relation, a picture that others may see, and a record of two."""
    desk, known = office.desk, office.people["Léa Marchetti"]
    merge(desk, known, create_person(desk, Card("Léa M.")), {})
    set_picture(desk, known, a_picture(), "image/png")
    set_field_audience(desk, known, PersonField.PICTURE, Audience.SHARED)
    add_relation(desk, known, office.people["Noor Benali"], RelationKind.KNOWS, outgoing=True)
    for days in range(9):
        log_interaction(
            desk,
            people=[known],
            kind=InteractionKind.CALL,
            text="Talked",
            happened_on=DAY - timedelta(days=days),
        )
    window.open_person(known)
    until_idle()
    return known


def test_every_deed_is_tried_below():
    declared = {
        deed.title.removesuffix("…")
        for deed in (
            *people_deeds.person_deeds(),
            *listing_deeds.list_deeds(),
            *listing_deeds.filter_deeds(),
            *listing_deeds.chosen_deeds(),
            *organisation_deeds.page_deeds(),
            *organisation_deeds.list_deeds(),
        )
    }

    assert declared == {
        *(*ABOUT_A_PERSON, *ABOUT_A_LIST, *ABOUT_A_FILTER),
        *(*ABOUT_SEVERAL, *ABOUT_AN_ORGANISATION),
    }


def test_deeds_are_said_in_french_too():
    with speaking(Language.FRENCH):
        french = {deed.title for deed in people_deeds.person_deeds()}

    assert len(french) == len(ABOUT_A_PERSON)
    assert not french & {deed.title for deed in people_deeds.person_deeds()}


def tried(qtbot, window, until_idle, deeds: dict[str, Check]) -> None:
    """Do each of them, see that it was done, and close what it opened."""
    for title, check in deeds.items():
        do(window, title)
        until_idle()
        qtbot.waitUntil(partial(check, window), timeout=3_000)
        close_all()
        window.activateWindow()
        qtbot.waitActive(window)
        until_idle()


def test_what_is_done_about_a_person_begins_where_it_is_done(qtbot, window, lea, until_idle):
    window.resize(1280, 800)

    tried(qtbot, window, until_idle, ABOUT_A_PERSON)


def test_in_a_narrow_window_what_to_remember_is_a_tab(qtbot, window, lea, until_idle):
    window.resize(800, 600)
    until_idle()

    tried(
        qtbot, window, until_idle, {"Show what to remember": on_tab(6), "How often to be in touch": in_touch}
    )


def test_nothing_is_offered_about_a_person_who_is_not_shown(window, office, until_idle):
    window.go(PlaceName.TODAY)
    assert not offered(window) & {*ABOUT_A_PERSON, *ABOUT_SEVERAL, *ABOUT_AN_ORGANISATION}

    window.open_person(office.people["Théo Bastide"])
    until_idle()

    cannot = {
        "Walk the circle",
        "Crop the picture",
        "Remove the picture",
        "Take apart",
        "Take out of the archive",
        "Filter the history by kind",
        "What others may read",
    }
    assert offered(window) & {*ABOUT_A_PERSON} == {*ABOUT_A_PERSON} - cannot


def test_what_is_done_with_a_list_leads_to_it(qtbot, window, office, until_idle):
    window.resize(1280, 800)
    for title, check in ABOUT_A_LIST.items():
        window.go(PlaceName.TODAY)
        tried(qtbot, window, until_idle, {title: check})


def test_a_filter_is_saved_once_there_is_one(qtbot, window, office, until_idle):
    window.go(PlaceName.PEOPLE)
    until_idle()
    assert not offered(window) & {*ABOUT_A_FILTER}

    window.people.show_view("running")
    until_idle()

    tried(qtbot, window, until_idle, ABOUT_A_FILTER)


def test_what_is_done_with_several_is_done_with_those_chosen(qtbot, window, office, until_idle):
    window.go(PlaceName.PEOPLE)
    until_idle()
    table = window.people.list.table
    for title, check in ABOUT_SEVERAL.items():
        table.setFocus()
        table.choose(0)
        assert not offered(window) & {*ABOUT_SEVERAL}
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        until_idle()
        tried(qtbot, window, until_idle, {title: check})


def test_an_organisation_is_edited(qtbot, window, office, until_idle):
    window.open_organisation(add_organisation(office.desk, name="Salto"))
    until_idle()

    tried(qtbot, window, until_idle, ABOUT_AN_ORGANISATION)


def test_the_palette_finds_them_by_other_words(qtbot, window, lea, until_idle):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    until_idle()
    field = window.frame.bar.findChild(object, "search.field")
    qtbot.keyClicks(field, "> gdpr retention")
    until_idle()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_idle()

    qtbot.waitUntil(lambda: at("record.retain_until")(window))
