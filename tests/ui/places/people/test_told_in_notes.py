"""What a note tells of a person is offered below it, and kept with the note as its source once accepted."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Source
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.field import Field
from relationdesk.work.people.record import person_page


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def tab(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    return made.screen_of_person.history


def offered(qtbot, tab, text):
    with qtbot.waitSignal(tab.note.paused):
        qtbot.keyClicks(tab.note.text, text)
    return tab.offers.readings


def keep(qtbot, tab, settled):
    qtbot.keyClick(tab.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    return tab.offers.origin


def page(desk, person):
    return person_page(desk.reader, person, desk.today())


def test_what_a_note_tells_is_offered_and_not_taken(qtbot, desk, lea, tab, settled):
    readings = offered(qtbot, tab, "She loves long formats. Shoe size 39. Insta: @lea.moves. Born 3 May 1991")

    assert readings == [
        "To remember: loves long formats (format)",
        "To remember: Shoe size 39",
        "Account: @lea.moves on Instagram",
        "Birthday: 3 May 1991",
    ]
    keep(qtbot, tab, settled)
    known = page(desk, lea)
    assert (known.preferences, known.facts, known.handles) == ((), (), ())
    assert known.record.birth_day is None


def test_an_accepted_preference_has_the_note_as_its_source(qtbot, desk, lea, tab, settled):
    offered(qtbot, tab, "Elle n'aime pas les scripts")
    note = keep(qtbot, tab, settled)
    qtbot.mouseClick(tab.offers.findChild(Button, "offer.accept"), Qt.MouseButton.LeftButton)
    settled()

    (known,) = page(desk, lea).preferences
    assert (known.polarity, known.category) == (Polarity.AVOIDS, PreferenceCategory.FORMAT)
    assert (known.value, known.source, known.source_interaction_id) == ("scripts", Source.THEY_SAID, note)
    assert tab.offers.readings == []

    desk.undo()
    assert page(desk, lea).preferences == ()
    assert len(desk.reader.ids("SELECT id FROM interaction")) == 1


def test_a_fact_is_accepted_by_key_with_the_note_as_its_source(qtbot, desk, lea, tab, settled):
    offered(qtbot, tab, "Allergic to nuts")
    note = keep(qtbot, tab, settled)
    accept = tab.offers.findChild(Button, "offer.accept")
    accept.setFocus()
    qtbot.keyClick(accept, Qt.Key.Key_Space)
    settled()

    (fact,) = page(desk, lea).facts
    assert (fact.value, fact.source_interaction_id) == ("Allergic to nuts", note)


def test_an_accepted_account_comes_after_the_others_and_never_twice(qtbot, desk, lea, tab, settled):
    for _time in range(2):
        offered(qtbot, tab, "now on TikTok as @lea.moves")
        keep(qtbot, tab, settled)
        qtbot.mouseClick(tab.offers.findChild(Button, "offer.accept"), Qt.MouseButton.LeftButton)
        settled()

    assert [(line.platform, line.name) for line in page(desk, lea).handles] == [("TikTok", "lea.moves")]


def test_an_accepted_birthday_stands_in_the_record_and_is_taken_back_in_one_step(
    qtbot, desk, lea, tab, settled
):
    offered(qtbot, tab, "born 3 May 1991")
    keep(qtbot, tab, settled)
    qtbot.mouseClick(tab.offers.findChild(Button, "offer.accept"), Qt.MouseButton.LeftButton)
    settled()

    record = page(desk, lea).record
    assert (record.birth_day, record.birth_month, record.birth_year) == (3, 5, 1991)
    desk.undo()
    assert page(desk, lea).record.birth_day is None


def test_a_preference_can_be_corrected_before_it_is_accepted(qtbot, desk, lea, tab, settled):
    offered(qtbot, tab, "loves long formats")
    row = tab.offers.findChild(OfferRow)
    pencil = next(b for b in row.findChildren(Button) if b.isCheckable())
    qtbot.mouseClick(pencil, Qt.MouseButton.LeftButton)
    what = row.findChild(Field)

    what.clear()
    assert not row.accept_button.isEnabled()
    qtbot.keyClicks(what, "films")
    assert row.reading == "To remember: loves films (format)"
    qtbot.mouseClick(row.accept_button, Qt.MouseButton.LeftButton)
    settled()

    assert [line.value for line in page(desk, lea).preferences] == ["films"]


def test_what_a_note_tells_of_somebody_else_is_not_offered_on_this_page(qtbot, tab):
    assert offered(qtbot, tab, "Met Sarah, she loves tea. ") == []
    assert offered(qtbot, tab, "Marchetti prefers coffee") == ["To remember: likes coffee (topic)"]


def test_an_offer_shows_no_window_of_its_own(qtbot, tab, windows_shown):
    with windows_shown() as seen:
        assert offered(qtbot, tab, "She loves long formats. Born 3 May 1991")

    assert seen == []
