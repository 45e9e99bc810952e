"""What is to be remembered is added, changed, ranked and forgotten in place."""

from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from relationdesk.domain.vocabulary import InteractionKind, Polarity, PreferenceCategory, Reward, Source
from relationdesk.ui.places.people.knowledge.kept_already import KeptAlready
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


def test_what_is_told_by_hand_is_a_guess_until_one_says_how_one_knows(  # noqa: PLR0917
    qtbot, place, noor, add, page, settled
):
    other, whole = add("Sacha Vidal"), place()
    whole.open_person(noor)
    settled()
    whole.screen_of_person.tabs.setCurrentIndex(2)
    settled()
    shown = whole.screen_of_person.preferences
    how = shown.findChild(QComboBox, "preference.how")
    assert [how.itemText(row) for row in range(how.count())] == ["they said so", "I saw it", "I guess"]

    for value, word in (("scripts", None), ("long shoots", "they said so"), ("early calls", None)):
        if word:
            choose(shown, "preference.how", word)
        qtbot.keyClicks(shown.findChild(Field, "preference.value"), value)
        press(shown, "preference.add")
        settled()

    known = {line.value: line.source for line in page().preferences}
    assert known["scripts"] is Source.I_GUESS
    assert known["long shoots"] is known["early calls"] is Source.THEY_SAID
    whole.open_person(other)
    settled()
    assert how.currentText() == "I guess"
    choose(shown, "preference.kind", "said no to")
    assert not how.isVisible()


@pytest.mark.parametrize(
    ("kept", "kind", "category", "typed", "under"),
    [
        (FORMATS, "loves", "format", " Long  FORMATS", "Likes"),
        (Fact("size 39", label="shoes"), "worth knowing", None, "Size 39.", "Worth knowing"),
        (Refusal("a live show"), "said no to", None, "a live show", "Said no to"),
    ],
)
def test_what_is_kept_already_is_said_and_kept_twice_only_on_purpose(  # noqa: PLR0917
    qtbot, desk, noor, tab, page, settled, kept, kind, category, typed, under
):
    keep = {
        Preference: people.knowledge.remember_preference,
        Fact: people.knowledge.remember_fact,
        Refusal: people.knowledge.note_refusal,
    }
    keep[type(kept)](desk, noor, kept)
    shown = tab()
    value = shown.findChild(Field, "preference.value")
    choose(shown, "preference.kind", kind)
    if category:
        choose(shown, "preference.category", category)
    qtbot.keyClicks(value, typed)
    assert under in value.accessibleDescription()
    assert shown.findChild(KeptAlready).isVisible()

    qtbot.keyClick(value, Qt.Key.Key_Return)
    settled()
    assert _count(page()) == 1
    assert row(shown).is_open
    assert (value.text(), value.accessibleDescription()) == ("", "")

    qtbot.keyClicks(value, typed)
    press(shown, "preference.again")
    settled()
    assert _count(page()) == 2
    desk.undo()
    assert _count(page()) == 1


def _count(shown):
    return len(shown.preferences) + len(shown.facts) + len(shown.refusals)


def test_the_buttons_of_all_rows_stand_in_columns_and_name_their_row(desk, noor, tab):
    people.knowledge.remember_preference(desk, noor, FORMATS)
    for name in ("e-mail", "a letter"):
        channel = Preference(Polarity.LIKES, PreferenceCategory.CHANNEL, name)
        people.knowledge.remember_preference(desk, noor, channel)
    people.knowledge.remember_fact(desk, noor, Fact("39"))
    shown = tab()
    rows = [one for one in shown.findChildren(KnownRow) if one.isVisible()]
    buttons = [one for each in rows for one in each.findChildren(Button) if one.isVisible()]

    assert len({one.edit.mapTo(shown, QPoint()).x() for one in rows}) == 1
    texts = [text for one in rows for text in (one._words, one._detail)]
    assert len({text.mapTo(shown, QPoint()).x() for text in texts}) == 1
    assert len([one for one in buttons if one.objectName() == "known.up"]) == 2
    names = [one.accessibleName() for one in buttons]
    assert "Prefer this channel: a letter" in names
    assert len(set(names)) == len(names)


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
    next(one for one in shown.findChildren(KnownRow) if one.edit.accessibleName() == "Change: 39").open()

    people.knowledge.remove_fact(desk, fact)
    settled()

    assert not any(one.is_open for one in shown.findChildren(KnownRow) if one.isVisible())
