"""What is to be remembered is added, changed, ranked and forgotten in place."""

from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from relationdesk.domain.vocabulary import InteractionKind, Polarity, PreferenceCategory, Reward, Source
from relationdesk.ui.places.people.knowledge.known_row import KnownRow
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.work import history, people
from relationdesk.work.people.record import person_page
from relationdesk.work.people.told import Fact, Preference, Refusal

FORMATS = Preference(Polarity.LIKES, PreferenceCategory.FORMAT, "long formats")


@pytest.fixture
def noor(add):
    return add("Noor Benali")


@pytest.fixture
def tab(place, noor, settled):
    def opened():
        shown = place()
        shown.open_person(noor)
        settled()
        shown.screen_of_person.tabs.setCurrentIndex(2)
        settled()
        return shown.screen_of_person.preferences

    return opened


@pytest.fixture
def page(desk, noor):
    return lambda: person_page(desk.reader, noor, date(2026, 11, 24))


def row(tab):
    return next(one for one in tab.findChildren(KnownRow) if one.isVisible())


def press(widget, name):
    next(one for one in widget.findChildren(Button, name) if one.isVisible()).click()


def choose(widget, name, word):
    """Choose a word in the field of this name, as a click in its list does."""
    field = next(
        one
        for one in widget.findChildren(QComboBox)
        if name in (one.objectName(), one.accessibleName()) and not one.isHidden()
    )
    place = field.findText(word, Qt.MatchFlag.MatchEndsWith)
    assert place >= 0, f"{word} is not offered"
    field.setCurrentIndex(place)
    field.activated.emit(place)


def headings(tab):
    return [
        label.text()
        for heading in tab.findChildren(SectionHeading)
        if heading.isVisible()
        for label in heading.findChildren(Label)[:1]
    ]


def test_a_feeling_is_changed_by_a_choice_and_undone(desk, noor, tab, page, settled):
    people.knowledge.remember_preference(desk, noor, FORMATS)
    shown = tab()
    row(shown).open()

    choose(row(shown), "How they feel", "refuses")
    choose(row(shown), "How you know", "I guess")
    settled()

    (line,) = page().preferences
    assert (line.polarity, line.value, line.source) == (Polarity.REFUSES, "long formats", Source.I_GUESS)
    press(row(shown), "known.done")
    settled()
    assert "Refuses" in headings(shown)
    desk.undo()
    desk.undo()
    settled()
    assert page().preferences[0].polarity is Polarity.LIKES
    assert "Likes" in headings(shown)


def test_a_text_is_kept_when_one_pauses(  # noqa: PLR0917 - fixtures
    qtbot, desk, noor, tab, page, settled
):
    people.knowledge.remember_preference(desk, noor, FORMATS)
    shown = tab()
    row(shown).open()
    field = row(shown).findChild(Field, "known.value")
    assert field.hasFocus()

    field.selectAll()
    qtbot.keyClicks(field, "very long formats")

    qtbot.waitUntil(lambda: page().preferences[0].value == "very long formats")
    settled()
    assert field.isVisible(), "the row stays open while one types"
    assert field.text() == "very long formats"


def test_a_text_is_kept_when_somebody_else_is_opened_at_once(  # noqa: PLR0917 - fixtures
    qtbot, desk, noor, add, place, page, settled
):
    people.knowledge.remember_preference(desk, noor, FORMATS)
    other = add("Sacha Vidal")
    whole = place()
    whole.open_person(noor)
    settled()
    whole.screen_of_person.tabs.setCurrentIndex(2)
    settled()
    shown = whole.screen_of_person.preferences
    row(shown).open()
    field = row(shown).findChild(Field, "known.value")
    qtbot.keyClicks(field, "very ")

    whole.open_person(other)
    settled()

    assert page().preferences[0].value == "very long formats"


def test_a_text_that_is_emptied_leaves_what_was_kept(  # noqa: PLR0917 - fixtures
    qtbot, desk, noor, tab, page, settled
):
    people.knowledge.remember_preference(desk, noor, FORMATS)
    shown = tab()
    row(shown).open()

    row(shown).findChild(Field, "known.value").clear()
    qtbot.keyClick(row(shown), Qt.Key.Key_Escape)
    settled()

    assert page().preferences[0].value == "long formats"
    assert not row(shown).is_open


def test_a_reward_is_told_by_its_kind_and_amount(  # noqa: PLR0917 - fixtures
    qtbot, desk, noor, tab, page, settled
):
    shown = tab()
    choose(shown, "preference.kind", "likes")
    choose(shown, "preference.category", "reward")
    choose(shown, "preference.reward", "paid")
    press(shown, "preference.add")
    settled()
    row(shown).open()
    amount = row(shown).findChild(Field, "known.amount")

    qtbot.keyClicks(amount, "1 250,50")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    settled()

    (line,) = page().preferences
    assert (line.reward, line.amount, line.currency) == (Reward.PAID, Decimal("1250.50"), "EUR")


def test_something_is_known_from_what_happened(desk, noor, tab, page, settled):
    call = history.commands.log_interaction(
        desk, people=[noor], kind=InteractionKind.CALL, text="No more films, she said"
    )
    people.knowledge.remember_preference(desk, noor, FORMATS)
    shown = tab()
    row(shown).open()

    choose(row(shown), "From what happened", ", 24 Nov")
    settled()

    assert page().preferences[0].source_interaction_id == call


def test_a_refusal_is_added_and_opened_for_what_else_there_is_to_tell(qtbot, tab, page, settled):
    shown = tab()
    choose(shown, "preference.kind", "said no to")
    qtbot.keyClicks(shown.findChild(Field, "preference.value"), "a live show")
    press(shown, "preference.add")
    settled()

    why = row(shown).findChild(Field, "known.why")
    qtbot.keyClicks(why, "on tour")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    settled()

    (refusal,) = page().refusals
    assert (refusal.what, refusal.why, refusal.said_on) == ("a live show", "on tour", date(2026, 11, 24))
    assert "Said no to" in headings(shown)


def test_a_fact_is_added_changed_and_forgotten(qtbot, desk, tab, page, settled):
    shown = tab()
    choose(shown, "preference.kind", "worth knowing")
    qtbot.keyClicks(shown.findChild(Field, "preference.value"), "39")
    press(shown, "preference.add")
    settled()
    row(shown).open()
    label = row(shown).findChild(Field, "known.label")
    qtbot.keyClicks(label, "shoe size")
    qtbot.keyClick(label, Qt.Key.Key_Return)
    settled()
    assert [(fact.label, fact.value) for fact in page().facts] == [("shoe size", "39")]

    press(row(shown), "known.remove")
    settled()

    assert page().facts == ()
    assert shown.findChildren(KnownRow) == [] or not any(
        one.isVisible() for one in shown.findChildren(KnownRow)
    )
    desk.undo()
    settled()
    assert row(shown).isVisible()


def test_a_channel_goes_up(desk, noor, tab, page, settled):
    for name in ("e-mail", "a letter"):
        people.knowledge.remember_preference(
            desk, noor, Preference(Polarity.LIKES, PreferenceCategory.CHANNEL, name)
        )
    shown = tab()

    last = [one for one in shown.findChildren(KnownRow) if one.isVisible()][-1]
    press(last, "known.up")
    settled()

    assert [line.value for line in page().preferences] == ["a letter", "e-mail"]


def test_quiet_days_and_hours_are_kept_as_they_are_ticked(desk, tab, page, settled):
    shown = tab()

    shown.findChild(QCheckBox, "quiet.day.6").click()
    shown.findChild(QCheckBox, "quiet.hours").click()
    settled()

    record = page().record
    assert (record.quiet_days, record.quiet_from, record.quiet_until) == ("6", time(20), time(8))
    desk.undo()
    settled()
    assert not shown.findChild(QCheckBox, "quiet.hours").isChecked()
    assert shown.findChild(QCheckBox, "quiet.day.6").isChecked()


def test_what_is_removed_elsewhere_closes_its_fields(desk, noor, tab, settled):
    fact = people.knowledge.remember_fact(desk, noor, Fact("39"))
    people.knowledge.note_refusal(desk, noor, Refusal("a live show"))
    shown = tab()
    next(one for one in shown.findChildren(KnownRow) if one.edit.accessibleDescription() == "39").open()

    people.knowledge.remove_fact(desk, fact)
    settled()

    assert not any(one.is_open for one in shown.findChildren(KnownRow) if one.isVisible())
