"""How a person is reached, told and changed in place on their record."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox

from relationdesk.domain.card import AddressEntry, AddressPart, ContactEntry
from relationdesk.domain.drafts import of_record
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.ui.places.people.record.reach import ReachCard
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work.people import editing
from relationdesk.work.people.record import person_page

WORK = ContactEntry(ContactKind.EMAIL, "lea@trails.example", "work", preferred=True)
HOME = ContactEntry(ContactKind.EMAIL, "l@home.example")
THIRD = ContactEntry(ContactKind.EMAIL, "third@home.example")


@pytest.fixture
def lea(add):
    street = AddressEntry("home", "12 rue des Lilas", "Lyon", "", "69003", "France")
    return add("Léa Marchetti", contacts=(WORK, HOME, THIRD), addresses=(street,))


@pytest.fixture
def screen(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    shown = made.screen_of_person
    shown.edit_reach()
    settled()
    return shown


@pytest.fixture
def known(desk, lea):
    return lambda: person_page(desk.reader, lea, desk.today())


def values(page, kind=ContactKind.EMAIL):
    return [line.value for line in page.contacts if line.kind is kind]


def field(screen, name):
    return screen.record.page.findChild(QLineEdit, f"record.{name}")


def row_of(screen, value):
    lists = screen.record.page.card(ReachCard)._contacts.values()
    rows = [row for listed in lists for row in listed.rows.values()]
    return next(row for row in rows if row.value.value == value)


def write(qtbot, one, text):
    one.setFocus()
    one.selectAll()
    if text:
        qtbot.keyClicks(one, text)
    else:
        qtbot.keyClick(one, Qt.Key.Key_Delete)
    qtbot.keyClick(one, Qt.Key.Key_Return)


def choose(qtbot, button, words):
    """Take an entry of the menu that a button opens with the keyboard."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = button.findChildren(QMenu)[-1]
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled()
    menu.setActiveAction(action)
    with qtbot.waitActive(button):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        button.window().activateWindow()


def test_the_record_opens_where_it_tells_how_to_reach_somebody(screen):
    assert QApplication.focusWidget() is field(screen, "new.email")
    visible = field(screen, "new.email").visibleRegion().boundingRect()
    assert visible.height() == field(screen, "new.email").height()


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ContactKind.EMAIL, "new@trails.example"),
        (ContactKind.PHONE, "06 39 98 00 01"),
        (ContactKind.LINK, "https://lea.example"),
        (ContactKind.MESSENGER, "@lea.42"),
    ],
)
def test_a_way_to_reach_somebody_is_added_and_undone_in_one_step(  # noqa: PLR0917
    qtbot, desk, screen, known, settled, kind, typed
):
    before = values(known(), kind)
    one = field(screen, f"new.{kind}")
    with qtbot.waitSignal(screen.said):
        write(qtbot, one, typed)
    settled()

    assert values(known(), kind) == [*before, typed]
    assert not one.text()
    assert row_of(screen, typed).value.field.text() == typed
    desk.undo()
    settled()
    assert values(known(), kind) == before


def test_what_somebody_has_already_is_not_added_again(qtbot, screen, known, settled):
    write(qtbot, field(screen, "new.email"), "LEA@trails.example")
    settled()

    assert len(values(known())) == 3
    assert not field(screen, "new.email").text()


def test_a_doubtful_value_is_kept_and_says_why_until_it_is_put_right(qtbot, screen, known, settled):
    write(qtbot, field(screen, "new.phone"), "12")
    settled()
    row = row_of(screen, "12")
    assert "hardly is a whole phone number" in row.value.told
    assert row.value.field.accessibleDescription() == row.value.told

    write(qtbot, row.value.field, "+33 6 39 98 00 01")
    settled()
    assert values(known(), ContactKind.PHONE) == ["+33 6 39 98 00 01"]
    assert not row.value.told


def test_an_emptied_value_is_removed_and_the_cursor_goes_where_one_is_added(
    qtbot, desk, screen, known, settled
):
    write(qtbot, row_of(screen, "l@home.example").value.field, "")
    settled()

    assert values(known()) == ["lea@trails.example", "third@home.example"]
    assert QApplication.focusWidget() is field(screen, "new.email")
    desk.undo()
    settled()
    assert row_of(screen, "l@home.example").isVisible()


def test_one_is_preferred_from_the_keyboard(qtbot, screen, known, settled):
    choose(qtbot, row_of(screen, "l@home.example").menu, "Preferred")
    settled()

    assert [line.value for line in known().contacts if line.preferred] == ["l@home.example"]
    row = row_of(screen, "l@home.example")
    assert row.value.field.accessibleName() == "E-mail, preferred"
    assert row.mark.isVisible()
    assert not row_of(screen, "lea@trails.example").mark.isVisible()
    assert QApplication.focusWidget() is row.menu


def test_the_order_is_changed_from_the_keyboard_and_tab_follows_it(qtbot, screen, known, settled):
    choose(qtbot, row_of(screen, "third@home.example").menu, "Earlier")
    settled()

    wanted = ["lea@trails.example", "third@home.example", "l@home.example"]
    assert values(known()) == wanted
    seen, one = [], row_of(screen, wanted[0]).value.field
    one.setFocus()
    while one is not field(screen, "new.email"):
        if one.objectName().startswith("record.contact") and isinstance(one, QLineEdit):
            seen.append(one.text())
        qtbot.keyClick(one, Qt.Key.Key_Tab)
        one = QApplication.focusWidget()
    assert [value for value in seen if "@" in value] == wanted


def test_tab_comes_from_the_card_above_and_goes_on_to_the_one_below(qtbot, screen, settled):
    write(qtbot, field(screen, "new.email"), "new@trails.example")
    settled()

    above = screen.record.page.findChild(Button, "role.add")
    above.setFocus()
    qtbot.keyClick(above, Qt.Key.Key_Tab)
    first = row_of(screen, "lea@trails.example")
    assert QApplication.focusWidget() is first.label.field
    qtbot.keyClick(first.label.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first.value.field
    last = field(screen, "new.address")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field(screen, "new.platform")


def test_what_cannot_be_done_is_not_offered(screen):
    def can(value):
        return {one.words: one.can for one in row_of(screen, value)._choices() if one is not None}

    assert (can("lea@trails.example")["Earlier"], can("lea@trails.example")["Later"]) == (False, False)
    assert (can("l@home.example")["Earlier"], can("l@home.example")["Later"]) == (False, True)
    assert (can("third@home.example")["Earlier"], can("third@home.example")["Later"]) == (True, False)


def test_a_long_address_has_the_room_of_its_row_and_the_label_stands_at_the_left(qtbot, screen, settled):
    screen.window().resize(1280, 800)
    write(qtbot, field(screen, "new.email"), "lea.marchetti.trails@olivade.example")
    settled()
    row, adding = row_of(screen, "lea.marchetti.trails@olivade.example"), field(screen, "new.email")

    assert row.value.field.fontMetrics().horizontalAdvance(row.value.text) < row.value.field.width() - 16
    assert row.label.field.placeholderText() == "E-mail"
    assert row.value.field.mapTo(screen, QPoint()).x() == adding.mapTo(screen, QPoint()).x()


def test_a_label_is_offered_and_typed(qtbot, screen, known, settled):
    row = row_of(screen, "l@home.example")
    choose(qtbot, row.menu, "home")
    settled()
    assert known().contacts[1].label == "home"
    assert row.label.field.text() == "home"

    write(qtbot, row.label.field, "her sister's")
    settled()
    assert known().contacts[1].label == "her sister's"


def test_what_is_typed_is_not_taken_away_when_another_row_comes(qtbot, screen, settled, lea):
    one = row_of(screen, "l@home.example").value.field
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_End)
    qtbot.keyClicks(one, ".eu")
    choose(qtbot, row_of(screen, "third@home.example").menu, "work")
    settled()
    one.setFocus()

    assert row_of(screen, "l@home.example.eu").value.field is one
    qtbot.keyClick(one, Qt.Key.Key_End)
    qtbot.keyClicks(one, "x")
    screen.show_person(screen.view)
    assert one.text().endswith("x")
    key = of_record(lea, one.objectName())
    assert drafts_of(screen._tasks).draft(key).text.endswith("x")


def test_an_address_is_begun_by_its_street_and_goes_on_at_the_postcode(qtbot, desk, screen, known, settled):
    write(qtbot, field(screen, "new.address"), "3 quai Perrache")
    settled()
    new = known().addresses[-1]
    assert (new.street, new.city) == ("3 quai Perrache", "")
    assert QApplication.focusWidget() is field(screen, f"address.{new.id}.postcode")

    qtbot.keyClicks(QApplication.focusWidget(), "69002")
    write(qtbot, field(screen, f"address.{new.id}.city"), "Lyon")
    settled()
    assert (known().addresses[-1].postcode, known().addresses[-1].city) == ("69002", "Lyon")
    desk.undo()
    settled()
    assert field(screen, f"address.{new.id}.city").text() == ""


def test_an_address_is_preferred_labelled_and_removed(qtbot, screen, known, settled):
    (line,) = known().addresses
    row = screen.record.page.card(ReachCard)._addresses.rows[line.id]
    choose(qtbot, row.menu, "Preferred")
    settled()
    choose(qtbot, row.menu, "work")
    settled()
    assert (known().addresses[0].preferred, known().addresses[0].label) == (True, "work")
    assert row.parts[AddressPart.STREET].field.accessibleName() == "Address, preferred"

    choose(qtbot, row.menu, "Remove")
    settled()
    assert known().addresses == ()


def test_who_has_the_same_address_is_told_and_a_click_leads_there(qtbot, add, screen, settled):
    add("Noor Benali", contacts=(ContactEntry(ContactKind.EMAIL, "team@trails.example"),))
    write(qtbot, field(screen, "new.email"), "Team@trails.example")
    settled()

    also = row_of(screen, "Team@trails.example").also
    assert also.link.text() == "Also with Noor Benali"
    assert not row_of(screen, "lea@trails.example").also.isVisible()
    also.link.click()
    settled()
    assert screen.view.name == "Noor Benali"


def test_the_right_column_follows_and_leads_to_the_record(qtbot, screen, settled):
    write(qtbot, field(screen, "new.email"), "new@trails.example")
    screen.tabs.setCurrentIndex(0)
    settled()
    said = [one.accessibleName() for one in screen.remember.findChildren(TextButton)]
    assert any("new@trails.example" in name for name in said)

    screen.remember.findChild(Button, "remember.edit_reach").click()
    settled()
    assert QApplication.focusWidget() is field(screen, "new.email")


def test_a_link_is_opened_from_its_menu_and_a_doubtful_one_is_not(qtbot, screen, desk, lea, settled):
    editing.reaching.add_contact(desk, lea, ContactEntry(ContactKind.LINK, "lea.example/blog"))
    editing.reaching.add_contact(desk, lea, ContactEntry(ContactKind.LINK, "javascript:alert(1)"))
    settled()

    choose(qtbot, row_of(screen, "lea.example/blog").menu, "Open in the browser…")

    (asked,) = screen.window().findChildren(QMessageBox, "note.link")
    assert asked.informativeText() == "https://lea.example/blog"
    asked.reject()
    words = [one.words for one in row_of(screen, "javascript:alert(1)")._choices() if one]
    assert "Open in the browser…" not in words


def test_the_country_of_an_address_is_told_by_its_name(qtbot, desk, screen, known, settled):
    geneva = AddressEntry("", "8 quai Sud", "Genève", "", "", "CH")
    address = editing.addresses.add_address(desk, screen.view.id, geneva)
    settled()
    country = field(screen, f"address.{address}.country")
    assert country.text() == "Switzerland"

    country.setFocus()
    field(screen, f"address.{address}.city").setFocus()
    settled()
    assert known().addresses[-1].country == "CH"

    write(qtbot, country, "France")
    settled()
    assert (known().addresses[-1].country, country.text()) == ("France", "France")
