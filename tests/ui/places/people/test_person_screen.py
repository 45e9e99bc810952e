from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from relationdesk.desk.tables import RelationRow
from relationdesk.domain.card import ContactEntry, FactEntry, HandleEntry, PreferenceEntry
from relationdesk.domain.labels import Label as ChangeLabel
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    ContactKind,
    FormOfAddress,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    RelationKind,
    Stage,
)
from relationdesk.language.dates import gap_words
from relationdesk.ui.places.people.dossier_flow import file_name
from relationdesk.ui.places.people.header.header_name import HeaderName
from relationdesk.ui.places.people.header.header_words import about_line
from relationdesk.ui.places.people.remembering.remember_words import remembered
from relationdesk.ui.places.people.remembering.repeat_field import repeat_words
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.chip import Chip, ChipButton
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import follow_ups, partnerships, people
from relationdesk.work.follow_ups.queries import open_follow_ups, open_promises
from relationdesk.work.history.queries import timeline
from relationdesk.work.partnerships.queries import partnerships_of
from relationdesk.work.people.record import person_page
from relationdesk.work.people.told import Preference, Refusal


@pytest.fixture
def lea(add):
    return add(
        "Léa Marchetti",
        city="Annecy",
        form_of_address=FormOfAddress.TU,
        topics=("trail running",),
        handles=(HandleEntry("Instagram", "lea.trails", audience=38_000, audience_on=date(2026, 10, 3)),),
        contacts=(ContactEntry(ContactKind.EMAIL, "lea@trails.example", preferred=True),),
        preferences=(
            PreferenceEntry(Polarity.LOVES, PreferenceCategory.FORMAT, "long formats"),
            PreferenceEntry(Polarity.REFUSES, PreferenceCategory.TOPIC, "nicotine"),
        ),
        facts=(FactEntry("shoe size", "39"),),
    )


@pytest.fixture
def screen(qtbot, place, lea, settled):
    def opened(**size):
        shown = place(**size)
        shown.open_person(lea)
        settled()
        return shown.screen_of_person

    return opened


def texts(widget):
    return [label.text() for label in widget.findChildren(Label) if label.text()]


def chips(screen):
    return [chip.accessibleName() for chip in screen.header.findChildren(Chip) if chip.isVisible()]


def button(widget, name):
    return next(b for b in widget.findChildren(Button, name) if b.isVisible())


def test_the_head_tells_who_it_is_and_how_things_stand(desk, lea, screen, tasks):
    people.commands.set_cadence(desk, lea, ideal_days=28, longest_days=56)
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.SEND, reason="Send the shoes", due_on=date(2026, 11, 20)
    )
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="the shoes")

    shown = screen()

    assert {
        "Léa Marchetti",
        "@lea.trails",
        "Trail running · Instagram · Annecy · tu",
    } <= {text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(shown.header)}
    assert chips(shown) == ["growing distant · every 4 weeks", "follow-up 4 days late", "1 promise open"]


@pytest.mark.parametrize(
    ("days", "words"), [(1, "every day"), (7, "every week"), (28, "every 4 weeks"), (30, "every 30 days")]
)
def test_a_gap_is_told_as_people_tell_it(days, words):
    assert gap_words(days) == words


def test_the_right_column_holds_what_to_remember(screen):
    said = texts(screen().remember)

    assert "long formats" in said
    assert "refuses: nicotine" in said
    assert "shoe size: 39" in said


def test_an_address_is_copied_by_a_click(qtbot, screen):
    shown = screen()
    address = next(b for b in shown.remember.findChildren(TextButton) if b.words == "lea@trails.example")

    with qtbot.waitSignal(shown.said) as said:
        qtbot.mouseClick(address, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "lea@trails.example"
    assert said.args == ["Copied lea@trails.example"]


def test_a_handle_shows_its_followers_and_when_they_were_read(screen):
    handles = {b.words: b.accessibleName() for b in screen().remember.findChildren(TextButton)}

    assert handles["@lea.trails"] == "@lea.trails 38K · Oct 2026"


def test_done_asks_for_a_line_in_place_and_keeps_it(qtbot, desk, lea, screen, settled):
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    shown = screen()

    qtbot.mouseClick(button(shown.remember, "followup.done"), Qt.MouseButton.LeftButton)
    words = QApplication.focusWidget()
    qtbot.keyClicks(words, "She loved the idea")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    settled()

    assert open_follow_ups(desk.reader, lea) == []
    assert [entry.text for entry in timeline(desk.reader, lea)] == ["She loved the idea"]
    assert not shown.remember.findChildren(Button, "followup.done") or "Call her" not in texts(shown.remember)


def test_a_line_half_typed_stays_when_something_else_changes(qtbot, desk, lea, screen, settled):
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    shown = screen()
    qtbot.mouseClick(button(shown.remember, "followup.done"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "She lov")

    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="x")
    settled()

    fields = [f.text() for f in shown.remember.findChildren(Field) if f.isVisible()]
    assert fields == ["She lov"]


def test_a_follow_up_is_put_off_by_the_menu(qtbot, desk, lea, screen, settled):
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    shown = screen()

    qtbot.mouseClick(button(shown.remember, "followup.snooze"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text().startswith("Tomorrow")).trigger()
    menu.close()
    settled()

    assert [line.due_on for line in open_follow_ups(desk.reader, lea)] == [date(2026, 11, 25)]


def test_a_follow_up_is_put_off_until_after_the_event_they_are_met_at(qtbot, desk, lea, screen, settled):
    for action, reason, day in (
        (Action.WRITE, "Ask her", date(2026, 11, 24)),
        (Action.MEET, "Salon du Running", date(2026, 12, 3)),
    ):
        follow_ups.commands.set_follow_up(desk, person_id=lea, action=action, reason=reason, due_on=day)
    shown = screen()

    qtbot.mouseClick(button(shown.remember, "followup.snooze"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    settled()
    after = next(action for action in menu.actions() if action.text().startswith("After “Salon"))
    after.trigger()
    menu.close()
    settled()

    assert [(line.reason, line.due_on) for line in open_follow_ups(desk.reader, lea)] == [
        ("Salon du Running", date(2026, 12, 3)),
        ("Ask her", date(2026, 12, 4)),
    ]


def test_a_follow_up_is_added_in_place_for_tomorrow(qtbot, desk, lea, screen, settled):
    shown = screen()

    qtbot.mouseClick(button(shown.remember, "followup.add"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask for her figures")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settled()

    (line,) = open_follow_ups(desk.reader, lea)
    assert (line.reason, line.due_on) == ("Ask for her figures", date(2026, 11, 25))
    assert "Ask for her figures" in texts(shown.remember)


def test_a_promise_is_kept_by_its_button(qtbot, desk, lea, screen, settled):
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what="the shoes")
    shown = screen()

    qtbot.mouseClick(button(shown.remember, "promise.kept"), Qt.MouseButton.LeftButton)
    settled()

    assert open_promises(desk.reader, lea) == []
    assert "1 promise open" not in chips(shown)


def test_a_partnership_is_added_and_moved_in_place(qtbot, desk, lea, screen, settled):
    shown = screen()
    shown.tabs.setCurrentIndex(1)
    client = shown.findChild(Field, "partnership.client")
    qtbot.keyClicks(client, "Olivade")
    qtbot.keyClick(client, Qt.Key.Key_Return)
    title = QApplication.focusWidget()
    qtbot.keyClicks(title, "Spring film")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    settled()
    assert shown.tabs.tabText(1) == "Partnerships 1"
    assert not client.isUndoAvailable(), "the next Ctrl+Z is the desk's"
    assert not title.isUndoAvailable()

    stage = next(c for c in shown.findChildren(ChipButton, "partnership.stage") if c.isVisible())
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Agreed").trigger()
    menu.close()
    settled()

    (line,) = partnerships_of(desk.reader, lea)
    assert (line.client, line.title, line.stage) == ("Olivade", "Spring film", Stage.AGREED)


def test_a_running_partnership_shows_in_the_head_until_it_ends(desk, tasks, lea, screen):
    partnerships.commands.add_partnership(
        desk,
        person_id=lea,
        client="Salto",
        title="Trail shoes",
        stage=Stage.AGREED,
        ends_on=date(2027, 1, 31),
    )

    assert chips(screen()) == ["Salto until 31 Jan 2027"]


def test_a_preference_is_added_in_place(qtbot, desk, lea, screen, settled):
    shown = screen()
    shown.tabs.setCurrentIndex(2)
    value = shown.findChild(Field, "preference.value")

    qtbot.keyClicks(value, "rain")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    settled()

    page = person_page(desk.reader, lea, date(2026, 11, 24))
    assert "rain" in [line.value for line in page.preferences]
    assert "rain" in texts(shown.preferences)
    assert not value.isUndoAvailable(), "the next Ctrl+Z is the desk's"
    assert shown.tabs.tabText(2) == "Preferences 4"


def test_a_dossier_is_written_where_it_was_asked_for(qtbot, tmp_path, screen, settled):
    shown = screen()

    with qtbot.waitSignal(shown.said, timeout=20_000) as said:
        shown.dossier.write(shown.view, tmp_path / "Léa.pdf")

    assert said.args == ["Dossier written: Léa.pdf"]
    assert (tmp_path / "Léa.pdf").read_bytes().startswith(b"%PDF")


def test_the_dossier_button_asks_for_a_file_name(qtbot, screen):
    shown = screen()

    qtbot.mouseClick(shown.header.dossier_button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()

    assert [file.split("/")[-1] for file in dialog.selectedFiles()] == ["Léa Marchetti.pdf"]
    dialog.close()


def test_a_name_becomes_a_file_name_that_every_system_accepts():
    assert file_name('A/B: "C"?') == "A B C.pdf"
    assert file_name("...") == "dossier.pdf"


def test_a_person_who_left_the_desk_meanwhile_is_shown_no_more(place, lea, settled):
    shown = place()

    shown.open_person(lea + 1)
    settled()

    assert shown.person is None
    assert not shown.screen_of_person.isVisible()


def test_in_a_narrow_window_what_to_remember_is_a_tab(screen):
    shown = screen(width=800, height=560)

    assert shown.tabs.tabText(shown.tabs.count() - 1) == "Remember"
    assert not shown.remember.isVisible()
    shown.tabs.setCurrentIndex(shown.tabs.count() - 1)
    assert shown.remember.isVisible()


def test_in_a_very_narrow_window_the_list_and_the_person_alternate(qtbot, screen):
    shown = screen(width=600, height=520)
    listed = shown.window().list
    assert not listed.isVisible()

    qtbot.mouseClick(shown.header._back, Qt.MouseButton.LeftButton)

    assert listed.isVisible()
    assert not shown.isVisible()


def test_text_of_the_user_is_never_read_as_markup(place, add, settled):
    odd = add("<b>Odd</b> & <img src=x>", city="<i>Town</i>")
    shown = place()
    shown.open_person(odd)
    settled()

    assert "<b>Odd</b> & <img src=x>" in texts(shown.screen_of_person.header)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in shown.screen_of_person.findChildren(Label)
    )


def test_a_follow_up_is_put_off_to_any_other_day(qtbot, desk, lea, screen, settled):
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    shown = screen()
    qtbot.mouseClick(button(shown.remember, "followup.snooze"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text().startswith("Another day")).trigger()
    menu.close()

    day = next(field for field in shown.remember.findChildren(DateField) if field.isVisible())
    day.stepBy(2)
    assert len(open_follow_ups(desk.reader, lea)) == 1
    qtbot.keyClick(day, Qt.Key.Key_Return)
    settled()

    assert [line.due_on for line in open_follow_ups(desk.reader, lea)] == [date(2026, 11, 27)]


def test_a_follow_up_is_dropped_with_a_word_on_why(qtbot, desk, lea, screen, settled):
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    shown = screen()
    qtbot.mouseClick(button(shown.remember, "followup.snooze"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text().startswith("Drop")).trigger()
    menu.close()

    qtbot.keyClicks(QApplication.focusWidget(), "She moved abroad")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settled()

    (entry,) = timeline(desk.reader, lea)
    assert (entry.state, entry.text) == ("dropped", "She moved abroad")


def test_somebody_they_know_is_opened_by_a_click(qtbot, desk, lea, add, screen):
    noor = add("Noor Benali")
    with desk.change(ChangeLabel.EDIT_PERSON) as session:
        session.add(
            RelationRow(
                id=desk.fresh_id(),
                person_id=lea,
                other_id=noor,
                kind=RelationKind.FRIEND_OF,
                note="",
                audience=Audience.ONLY_ME,
            )
        )
    shown = screen()
    shown.tabs.setCurrentIndex(3)
    link = shown.relations.findChild(TextButton)
    qtbot.waitUntil(link.isVisible)

    assert link.words == "Noor Benali"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shown.view.name == "Noor Benali")


def test_platforms_stay_together_on_the_line_about_a_person(add, desk):
    handles = (HandleEntry("Instagram", "noor"), HandleEntry("Blog", "noor.example"))
    noor = add("Noor Benali", handles=handles, city="Annecy")
    page = person_page(desk.reader, noor, date(2026, 11, 24))

    assert about_line(page) == "Instagram,\N{NO-BREAK SPACE}Blog\N{NO-BREAK SPACE}· Annecy"


@pytest.mark.parametrize(
    ("category", "value", "shown"),
    [
        (PreferenceCategory.TIME, "never Sundays", "never Sundays"),
        (PreferenceCategory.CHANNEL, "calls", "avoids: calls"),
        (PreferenceCategory.TIME, "Jamais le dimanche", "Jamais le dimanche"),
        (PreferenceCategory.CHANNEL, "notes at night", "avoids: notes at night"),
    ],
)
def test_what_refuses_by_itself_is_told_as_it_was_said(add, desk, category, value, shown):
    noor = add("Noor Benali")
    people.knowledge.remember_preference(desk, noor, Preference(Polarity.AVOIDS, category, value))

    page = person_page(desk.reader, noor, date(2026, 11, 24))

    assert [line.text for line in remembered(page, date(2026, 11, 24))] == [shown]


def test_a_follow_up_is_saved_as_a_calendar_file(qtbot, desk, lea, screen, tmp_path, settled):  # noqa: PLR0917 - fixtures
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason="Call her", due_on=date(2026, 11, 24)
    )
    remember = screen().remember
    file = tmp_path / "shoes.ics"
    qtbot.mouseClick(button(remember, "followup.calendar"), Qt.MouseButton.LeftButton)
    dialog = remember.findChild(QFileDialog)

    with qtbot.waitSignal(remember.said) as said:
        dialog.fileSelected.emit(str(file))
    dialog.reject()
    settled()

    assert said.args == ["Calendar file written: shoes.ics"]
    assert b"BEGIN:VEVENT" in file.read_bytes()


def test_a_follow_up_is_added_with_an_hour_and_a_repeat(qtbot, desk, lea, screen, settled):
    shown = screen()
    qtbot.mouseClick(button(shown.remember, "followup.add"), Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Ask how she is")
    add = shown.remember._add.form
    add._has_hour.click()
    add._hour.setTime(QTime(17, 30))
    add._repeat._every.setCurrentIndex(2)
    add._repeat._from.setCurrentIndex(1)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()

    (line,) = open_follow_ups(desk.reader, lea)
    assert (line.due_at, line.repeat_rule) == (time(17, 30), "FREQ=WEEKLY;INTERVAL=2")
    assert "every 2 weeks" in [chip.accessibleName() for chip in shown.remember.findChildren(Chip)]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", ""),
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "every 3 months"),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "repeats"),
        ("now and then", "repeats"),
    ],
)
def test_a_repeat_is_told_in_words(rule, words):
    assert repeat_words(rule) == words


def test_what_they_said_no_to_is_remembered_until_its_day(add, desk):
    noor, day = add("Noor Benali"), date(2026, 11, 24)
    for what, until in (("the spring trail", None), ("reels", day), ("lunches", day - timedelta(days=1))):
        people.knowledge.note_refusal(desk, noor, Refusal(what, until=until))

    page = person_page(desk.reader, noor, day)

    assert sorted(line.text for line in remembered(page, day)) == [
        "said no to: reels, until 24 Nov",
        "said no to: the spring trail",
    ]


@pytest.mark.parametrize("width", [1085, 600])
def test_a_long_name_takes_two_lines_and_is_read_whole_with_the_account_below(place, add, settled, width):
    name = "Jean-Pierre de la Tour d’Auvergne"
    person = add(name, handles=(HandleEntry("Instagram", "jean.pierre.outdoors"),))
    shown = place(width)
    shown.open_person(person)
    settled()

    header = shown.screen_of_person.header
    called, account = header.findChild(HeaderName), header.findChildren(ElidedLabel)[1]
    assert called.text() == name
    assert not called.is_cut()
    assert called.height() >= called.heightForWidth(called.width())
    assert account.text() == "@jean.pierre.outdoors"
    assert not account.is_cut()


def test_an_endless_name_is_cut_after_two_lines(place, add, settled):
    person = add("Endless " * 60)
    shown = place()
    shown.open_person(person)
    settled()

    called = shown.screen_of_person.header.findChild(HeaderName)
    assert called.is_cut()
    assert called.heightForWidth(called.width()) == 2 * called.sizeHint().height()
