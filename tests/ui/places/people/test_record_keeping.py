"""Why and until when somebody is kept, what they agreed to and whether to leave them alone, on the record."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relationdesk.domain.vocabulary import LawfulBasis
from relationdesk.ui.places.people.person_view import person_view
from relationdesk.ui.places.people.record.consent_form import consent_keys
from relationdesk.ui.places.people.record.keeping import KeepingCard
from relationdesk.ui.widgets.label import Label
from relationdesk.work.people.editing.keeping import (
    note_consent,
    remove_consent,
    set_do_not_contact,
    set_lawful_basis,
)
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.keeping import consents_of, keeping_of


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def screen(place, lea, settled):
    def shown():
        made = place()
        made.open_person(lea)
        settled()
        made.screen_of_person.edit_record()
        settled()
        return made.screen_of_person

    return shown


@pytest.fixture
def card(screen, settled):
    def shown():
        made = screen().record.page.card(KeepingCard)
        settled()
        return made

    return shown


def choose(choice, value):
    choice.setCurrentIndex(choice._values.index(value))
    choice.activated.emit(choice.currentIndex())


def typed(line, text):
    field = line.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def said(widget):
    return [label.text() for label in widget.findChildren(Label) if not label.isHidden()]


def test_a_basis_is_chosen_with_what_it_means_and_a_note(desk, lea, card, settled):
    shown = card()
    assert any("Say which one" in words for words in said(shown))

    choose(shown.basis, LawfulBasis.CONTRACT)
    settled()
    typed(shown._note, "the campaign of spring")
    settled()

    kept = keeping_of(desk.reader, lea)
    assert (kept.lawful_basis, kept.lawful_basis_note) == (LawfulBasis.CONTRACT, "the campaign of spring")
    assert any("carry out a contract" in words for words in said(shown))
    desk.undo()
    assert keeping_of(desk.reader, lea).lawful_basis_note == ""


def test_who_must_be_left_alone_is_one_click_and_has_a_reason(qtbot, desk, lea, card, settled):
    shown = card()
    assert shown._reason.isHidden()

    qtbot.mouseClick(shown.alone, Qt.MouseButton.LeftButton)
    settled()
    assert not shown._reason.isHidden()
    typed(shown._reason, "her agent, by phone")
    settled()

    kept = keeping_of(desk.reader, lea)
    assert (kept.do_not_contact, kept.do_not_contact_reason) == (True, "her agent, by phone")
    qtbot.mouseClick(shown.alone, Qt.MouseButton.LeftButton)
    settled()
    assert keeping_of(desk.reader, lea).do_not_contact is False
    assert shown._reason.isHidden()


def test_a_day_is_typed_in_words_and_what_is_none_is_refused(desk, lea, card, settled):
    shown = card()
    typed(shown.until, "31 December 2030")
    settled()
    assert keeping_of(desk.reader, lea).retain_until == date(2030, 12, 31)
    assert shown.until.text == "31 December 2030"

    typed(shown.until, "one day")
    settled()

    assert "not understood as a day" in shown.until.told
    assert keeping_of(desk.reader, lea).retain_until == date(2030, 12, 31)


def test_a_consent_is_added_changed_withdrawn_and_removed(qtbot, desk, lea, card, settled):
    shown = card()
    consents = shown.consents

    qtbot.mouseClick(consents.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(consents.form.what, "the newsletter")
    qtbot.keyClick(consents.form.what, Qt.Key.Key_Return)
    settled()
    (line,) = consents_of(desk.reader, lea)
    assert (line.what, line.given_on) == ("the newsletter", desk.today())

    qtbot.mouseClick(consents.shown[0].edit, Qt.MouseButton.LeftButton)
    consents.form.source.setText("a letter")
    consents.form.withdrawn.show_day(date(2020, 1, 1))
    qtbot.mouseClick(consents.form.keep, Qt.MouseButton.LeftButton)
    assert any("before it was given" in words for words in said(consents.form))
    consents.form.withdrawn.show_day(None)
    qtbot.mouseClick(consents.form.keep, Qt.MouseButton.LeftButton)
    settled()
    assert consents_of(desk.reader, lea)[0].source == "a letter"

    qtbot.mouseClick(consents.shown[0].withdraw, Qt.MouseButton.LeftButton)
    settled()
    assert consents_of(desk.reader, lea)[0].withdrawn_on == desk.today()
    assert consents.shown[0].withdraw.isHidden()

    consents.shown[0].edit.click()
    consents.form.removed.emit()
    settled()
    assert consents_of(desk.reader, lea) == ()
    assert consents.shown == []


def test_a_basis_of_consent_that_was_withdrawn_says_that_it_holds_no_more(desk, lea, card, settled):
    set_lawful_basis(desk, lea, LawfulBasis.CONSENT, "")
    consent = note_consent(desk, lea, Consent("the newsletter"))
    shown = card()
    assert not shown.lawful.told

    (row,) = shown.consents.shown
    assert (row.withdraw.text(), row.withdraw.accessibleName()) == ("Withdraw", "Withdraw: the newsletter")
    row.withdraw.click()
    settled()
    assert consents_of(desk.reader, lea)[0].withdrawn_on == desk.today()
    assert "holds no more" in shown.lawful.told
    assert shown.basis.accessibleDescription() == shown.lawful.told

    choose(shown.basis, LawfulBasis.CONTRACT)
    settled()
    assert not shown.lawful.told
    desk.undo()
    remove_consent(desk, consent)
    note_consent(desk, lea, Consent("her portrait"))
    settled()
    assert not shown.lawful.told


def test_a_day_that_is_over_is_kept_and_says_so(desk, lea, card, settled):
    shown = card()
    typed(shown.until, "1 January 2020")
    settled()

    assert keeping_of(desk.reader, lea).retain_until == date(2020, 1, 1)
    assert "That day is past" in shown.until.told
    typed(shown.until, "24 November 2026")
    settled()
    assert not shown.until.told


def test_an_unfinished_consent_is_gone_on_with_and_escape_throws_it_away(qtbot, lea, card, settled):
    shown = card()
    shown.consents.open_form(None)
    qtbot.keyClicks(shown.consents.form.what, "her pict")
    shown.leave()

    assert shown.write(consent_keys(lea, None)[0])
    assert shown.consents.form.what.text() == "her pict"
    qtbot.keyClick(shown.consents.form.what, Qt.Key.Key_Escape)
    shown.consents.open_form(None)
    assert shown.consents.form.what.text() == ""


def test_somebody_else_is_shown_with_what_is_theirs(desk, add, lea, place, settled):
    noor = add("Noor Benali")
    set_lawful_basis(desk, lea, LawfulBasis.CONSENT, "for Léa")
    note_consent(desk, lea, Consent("the newsletter"))
    set_do_not_contact(desk, lea, asked=True, reason="busy")
    made = place()
    made.open_person(lea)
    settled()
    made.screen_of_person.edit_record()
    settled()
    shown = made.screen_of_person.record.page.card(KeepingCard)
    settled()
    assert shown._note.text == "for Léa"

    shown.show_person(person_view(desk.reader, noor, desk.today()))
    assert (shown._note.text, shown.basis.value, shown.consents.shown) == ("", None, [])
    made.open_person(noor)
    settled()

    assert shown.view.id == noor
    assert (shown._note.text, shown.basis.value, shown.consents.shown) == ("", None, [])
    assert not shown.alone.isChecked()


def test_a_consent_shows_no_window_of_its_own(desk, lea, card, settled, windows_shown):
    with windows_shown() as seen:
        note_consent(desk, lea, Consent("newsletter"))
        settled()

    assert seen == []
