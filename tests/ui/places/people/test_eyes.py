"""The eyes at the lines of a person, which say who may read each of them."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QMenu

from real_desk import full_person
from relationdesk.domain.accounts import account_told
from relationdesk.domain.card import AddressEntry, ContactEntry
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import (
    Audience,
    ContactKind,
    FormOfAddress,
    RecordText,
    RoleKind,
)
from relationdesk.ui.places.people.eyes import Eye
from relationdesk.ui.places.people.record.keeping import KeepingCard
from relationdesk.ui.widgets.audience_mark import AudienceMark
from relationdesk.ui.widgets.tab_order import stops_in
from relationdesk.work.follow_ups.commands import keep_promise
from relationdesk.work.history.queries import EntryKind
from relationdesk.work.organisations.roles import add_role
from relationdesk.work.organisations.told import Role
from relationdesk.work.people.editing.accounts import add_account
from relationdesk.work.people.editing.addresses import add_address
from relationdesk.work.people.editing.addressing import set_form_of_address
from relationdesk.work.people.editing.audiences import set_audience, set_field_audience
from relationdesk.work.people.editing.reaching import add_contact
from relationdesk.work.people.editing.texts import set_text
from relationdesk.work.people.keeping import Audiences, audiences_of
from relationdesk.work.people.shared import shared_rows_of


@pytest.fixture
def lea(desk, add):
    person = add("Léa Marchetti")
    set_text(desk, person, RecordText.CITY, "Lyon")
    set_text(desk, person, RecordText.GIVEN_NAME, "Léa")
    set_form_of_address(desk, person, FormOfAddress.TU)
    add_contact(desk, person, ContactEntry(ContactKind.EMAIL, "lea@press.example"))
    add_address(desk, person, AddressEntry(street="1 rue Haute"))
    add_account(desk, person, account_told("@lea", "Bluesky"))
    add_role(desk, person, Role(organisation="Lumen Press", kind=RoleKind.WORKS_FOR))
    return person


@pytest.fixture
def shown(place, lea, settled):
    """Open somebody's record, and give the place with the eyes by what they are for."""

    def opened():
        made = place()
        made.settled = settled
        made.open_person(lea)
        settled()
        made.screen_of_person.edit_record()
        settled()
        page = made.screen_of_person.record.page
        made.eyes = lambda kind: next(eye for eye in page.findChildren(Eye) if kind in _kinds(eye))
        made.page = page
        return made

    return opened


def _kinds(eye):
    return (eye.target,) if isinstance(eye.target, PersonField) else eye.target


def _first_field(eye):
    return next(stop for stop in stops_in(eye.line) if stop.isVisible())


@pytest.fixture
def shared(desk, lea):
    def found(kind):
        held = audiences_of(desk.reader, lea)
        return kind in held.fields or kind in {row for row, _id in held.rows}

    return found


def ids_of(desk, table):
    return desk.reader.ids(f"SELECT id FROM {table}")


@pytest.fixture
def everything(desk, place, settled):
    """Open somebody of whom everything is known, and give what finds the eyes of what is in view on a tab."""
    person = full_person(desk)
    made = place()
    made.open_person(person)
    settled()
    screen = made.screen_of_person

    def eyes_on(tab):
        screen.tabs.setCurrentIndex(tab)
        settled()
        if tab == 0:
            screen.history.entries.reveal(*ids_of(desk, "interaction"))
        return [eye for eye in screen.findChildren(Eye) if eye.isVisible()]

    return SimpleNamespace(person=person, screen=screen, tabs=range(screen.tabs.count()), eyes_on=eyes_on)


def test_whatever_may_be_shared_by_itself_has_an_eye_that_turns_it_in_one_step(desk, everything, settled):
    """What that is, the desk declares: see the tests of its catalogue."""
    turned = set()
    for tab in everything.tabs:
        for eye in everything.eyes_on(tab):
            kind = _kinds(eye)[0]
            if kind in turned:
                continue
            _first_field(eye).setFocus()
            assert eye.mark.isVisible(), kind
            eye.mark.click()
            settled()
            assert eye.mark.audience is Audience.SHARED, kind
            audiences = audiences_of(desk.reader, everything.person)
            assert audiences.fields | audiences.rows == {eye.target}
            desk.undo()
            settled()
            assert eye.mark.audience is Audience.ONLY_ME, kind
            assert audiences_of(desk.reader, everything.person) == Audiences(frozenset(), frozenset())
            turned.add(kind)

    assert turned == {*PersonField, *Shareable}


def test_tab_comes_from_the_line_to_its_eye(qtbot, everything):
    reached = set()
    for tab in everything.tabs:
        for eye in everything.eyes_on(tab):
            if _kinds(eye)[0] in reached:
                continue
            (stop := _first_field(eye)).setFocus()
            while eye.line.isAncestorOf(stop) and stop is not eye.mark:
                qtbot.keyClick(stop, Qt.Key.Key_Tab)
                stop = QApplication.focusWidget()
            assert stop is eye.mark, _kinds(eye)[0]
            reached.add(_kinds(eye)[0])
    assert reached == {*PersonField, *Shareable}


def test_an_eye_keeps_its_room_beside_a_value_while_it_is_hidden(everything):
    (eye,) = [
        eye
        for tab in everything.tabs
        for eye in everything.eyes_on(tab)
        if _kinds(eye)[0] is Shareable.POSTAL_ADDRESS
    ]
    field = _first_field(eye)
    assert not eye.mark.isVisible()
    before = field.width()
    field.setFocus()
    QApplication.processEvents()
    assert eye.mark.isVisible()
    assert field.width() == before


def test_an_eye_is_turned_by_enter_and_by_space_and_keeps_the_keyboard(qtbot, desk, lea, shown, shared):
    made = shown()
    field = made.page.findChild(object, f"record.{RecordText.CITY}")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    mark = made.eyes(PersonField.CITY).mark
    assert QApplication.focusWidget() is mark
    assert mark.accessibleName() == "Who may read City: only me"

    qtbot.keyClick(mark, Qt.Key.Key_Return)
    made.settled()
    assert shared(PersonField.CITY)
    assert mark.accessibleName() == "Who may read City: may be shared"
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    made.settled()
    assert not shared(PersonField.CITY)
    assert QApplication.focusWidget() is mark


def test_the_eye_is_seen_where_the_keyboard_is_and_where_something_is_shared(qtbot, desk, lea, shown):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    made = shown()
    assert not made.eyes(PersonField.CITY).mark.isHidden()
    names = made.eyes(PersonField.NAMES).mark
    assert names.isHidden()

    field = made.page.findChild(object, f"record.{RecordText.GIVEN_NAME}")
    field.setFocus()
    assert not names.isHidden()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is names
    assert names.accessibleName() == "Who may read Names: only me"


def test_an_empty_line_has_nothing_to_share(shown):
    made = shown()
    made.page.findChild(object, f"record.{RecordText.COUNTRY}").setFocus()
    assert made.eyes(PersonField.COUNTRY).mark.isHidden()


def test_until_it_is_known_who_may_read_a_line_no_eye_says_so(desk, lea, add, shown, settled):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    other = add("Tom Okafor")
    made = shown()
    made.open_person(other)
    settled()
    view = made.screen_of_person.view
    made.open_person(lea)
    settled()
    assert not made.eyes(PersonField.CITY).mark.isHidden()

    made.screen_of_person.show_person(view)
    assert made.eyes(PersonField.CITY).mark.isHidden()


def test_who_may_read_it_is_not_that_of_the_person_before(desk, lea, add, shown, settled):
    set_field_audience(desk, lea, PersonField.CITY, Audience.SHARED)
    other = add("Tom Okafor")
    made = shown()
    made.open_person(other)
    settled()
    assert made.eyes(PersonField.CITY).mark.isHidden()
    assert made.eyes(PersonField.CITY).mark.audience is Audience.ONLY_ME


def test_how_much_may_be_shared_is_told_and_leads_to_each_line(desk, everything, settled):
    """On whatever tab, or beside them, that line stands."""
    screen = everything.screen
    for eye in [eye for tab in everything.tabs for eye in everything.eyes_on(tab)]:
        if _kinds(eye)[0] in (PersonField.PICTURE, PersonField.QUIET_TIMES, *Shareable):
            eye.mark.chosen.emit(Audience.SHARED)
    settled()
    shared = screen.record.page.card(KeepingCard).shared
    number = len(shared_rows_of(desk.reader, everything.person)) + 2
    assert shared.words.text() == f"{number} things may be shared. All else is for you alone."
    shared.opener.click()
    words = [link.text() for link in shared.links]
    assert len(words) == number
    assert {"Picture", "Reach: lea@marchetti.example", "Promise: a book", "Partnership: A story"} < set(words)

    for text in words:
        screen.tabs.setCurrentIndex(everything.tabs[-1])
        settled()
        next(link for link in shared.links if link.text() == text).click()
        settled()
        focus = QApplication.focusWidget()
        if text == "History: Hello":
            assert focus is screen.history.timeline
            continue
        assert isinstance(focus, AudienceMark), text
        assert focus.audience is Audience.SHARED
        assert focus.visibleRegion().boundingRect() == focus.rect(), text


def test_where_nothing_may_be_shared_the_record_says_so(everything, settled):
    everything.eyes_on(everything.tabs[-1])
    shared = everything.screen.record.page.card(KeepingCard).shared
    assert shared.words.text() == "Everything is for you alone."
    assert not shared.opener.isVisible()


def test_the_menu_of_an_entry_says_who_may_read_it_and_the_row_shows_it(desk, everything, settled):
    screen = everything.screen
    entries = screen.history.entries
    (call,) = ids_of(desk, "interaction")
    rows = entries.timeline.rows
    row = rows.row_of(call)

    def audiences():
        screen.history.timeline.menu_asked.emit(rows.entry_at(row), QPoint())
        menu = screen.findChildren(QMenu, "timeline.correction")[-1]
        (choice,) = [action.menu() for action in menu.actions() if action.text() == "Who may read this"]
        return {action.text(): action for action in choice.actions()}

    assert audiences()["Only me"].isChecked()
    audiences()["May be shared"].trigger()
    settled()
    assert audiences_of(desk.reader, everything.person).rows == {(Shareable.INTERACTION, call)}
    assert rows.is_shared(row)
    spoken = rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", may be shared")
    assert audiences()["May be shared"].isChecked()

    desk.undo()
    settled()
    assert not rows.is_shared(row)


def test_an_opened_entry_is_shared_by_its_eye_and_stays_open(qtbot, desk, everything, settled):
    timeline = everything.screen.history.timeline
    (call,) = ids_of(desk, "interaction")
    timeline.show_row(timeline.rows.row_of(call))
    assert any(eye.mark.isVisible() for eye in timeline.findChildren(Eye))
    qtbot.keyClick(timeline, Qt.Key.Key_Tab)
    while not isinstance(mark := QApplication.focusWidget(), AudienceMark):
        qtbot.keyClick(mark, Qt.Key.Key_Tab)
    assert mark.accessibleName() == "Who may read You called: only me"

    qtbot.keyClick(mark, Qt.Key.Key_Return)
    settled()
    assert audiences_of(desk.reader, everything.person).rows == {(Shareable.INTERACTION, call)}
    assert QApplication.focusWidget() is mark


def test_a_shared_row_of_the_history_is_painted_with_an_eye(desk, everything, settled):
    timeline = everything.screen.history.timeline
    place = timeline.visualRect(timeline.rows.index(timeline.rows.row_of(*ids_of(desk, "interaction")), 0))

    def painted():
        QApplication.processEvents()
        return timeline.viewport().grab(place).toImage()

    before = painted()
    set_audience(desk, Shareable.INTERACTION, *ids_of(desk, "interaction"), Audience.SHARED)
    settled()
    assert painted() != before


def test_a_promise_that_was_kept_is_led_to_in_the_history(desk, everything, settled):
    (promise,) = ids_of(desk, "promise")
    set_audience(desk, Shareable.PROMISE, promise, Audience.SHARED)
    keep_promise(desk, promise)
    settled()
    everything.screen.leading.to_line((Shareable.PROMISE, promise))
    settled()
    timeline = everything.screen.history.timeline
    assert timeline.currentIndex().row() == timeline.rows.row_of(promise, EntryKind.PROMISE)


def test_an_eye_is_seen_while_its_line_is_pointed_at(shown):
    made = shown()
    eye = made.eyes(PersonField.CITY)
    assert not eye.mark.isVisible()
    QApplication.sendEvent(eye.line, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert eye.mark.isVisible()
    QApplication.sendEvent(eye.line, QEvent(QEvent.Type.Leave))
    assert not eye.mark.isVisible()


def test_what_cannot_be_turned_shows_again_what_is_kept(shown, tasks, qtbot):
    eye = shown().eyes(Shareable.CONTACT_POINT)
    eye.watch((Shareable.CONTACT_POINT, 1))  # which is not there
    with qtbot.waitSignal(tasks.refused):
        eye.mark.click()
        assert eye.mark.audience is Audience.SHARED
    assert eye.mark.audience is Audience.ONLY_ME
