from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from relationdesk.domain.drafts import of_terms
from relationdesk.domain.ids import PartnershipId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Action, InteractionKind, PartnershipDay, Tone
from relationdesk.ui.places.today.coming_card import ComingCard
from relationdesk.ui.places.today.list import MOST_ROWS
from relationdesk.ui.places.today.place import TodayPlace
from relationdesk.ui.places.today.row import TodayRow
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import follow_ups, history, partnerships
from relationdesk.work.desks import Changes
from relationdesk.work.today.agreed_days import loans_until
from relationdesk.work.today.queries import today_page
from relationdesk.work.today.sections import SectionName, sections_in

DAY = date(2026, 11, 24)


@pytest.fixture
def place(qtbot, tasks, clock, office, until_idle):
    made = TodayPlace(tasks, clock)
    qtbot.addWidget(made)
    made.resize(1084, 748)
    made.show()
    qtbot.waitActive(made)
    until_idle()
    made.show_again()
    return made


@pytest.fixture
def refresh_on_change(desk, place, qtbot):
    """What the window does: it tells the place of every change."""
    heard = []
    desk.listen(heard.append)

    def refresh():
        qtbot.waitUntil(lambda: bool(heard))
        place.refresh(heard.pop())

    return refresh


def rows_in(place):
    return {row.row.name: row for row in place.findChild(object, "today.list").rows}


def row_about(place, why):
    (row,) = (row for row in place.findChild(object, "today.list").rows if row.row.why == why)
    return row


def names_in(place):
    return [row.row.name for row in place.findChild(object, "today.list").rows]


def button_in(row, name):
    return row.findChild(Button, name)


def texts_in(widget):
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return labels + [link.text() for link in widget.findChildren(TextLink) if link.isVisible()]


def spoken_by(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_day_and_the_people_to_come_back_to_stand_at_the_head(place):
    assert "Tuesday 24 November" in texts_in(place)
    assert "Six people to come back to. Two have been waiting." in texts_in(place)


def test_the_longest_waiting_come_first_and_the_week_ahead_last(place):
    assert names_in(place) == [
        "Léa Marchetti",
        "Théo Bastide",
        "Rémi Kowalski",
        "Aïcha Nouri",
        "Jeanne Oury",
        "Sacha Vidal",
        "Noor Benali",
    ]


def test_a_row_says_why_now_and_what_was_last_said(place):
    told = texts_in(rows_in(place)["Léa Marchetti"])

    assert "You promised the shoes in size 39" in told
    assert any(text.startswith("Last: coffee at Salon du Running, 12 Nov — only if she") for text in told)


def test_a_screen_reader_hears_who_what_and_how_late(place):
    assert spoken_by(rows_in(place)["Léa Marchetti"]) == (
        "Léa Marchetti, trail running, follow-up 4 days late: You promised the shoes in size 39"
    )


def test_someone_growing_distant_is_told_by_the_wish_and_the_fact(place):
    assert "You like to talk every 6 weeks; it has been 9 weeks" in texts_in(rows_in(place)["Sacha Vidal"])


def test_done_asks_what_happened_and_enter_keeps_it(qtbot, place, office, until_idle, refresh_on_change):
    row = rows_in(place)["Léa Marchetti"]
    qtbot.mouseClick(button_in(row, "followup.done"), Qt.MouseButton.LeftButton)
    field = row.findChild(object, "followup.done.line")

    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClicks(field, "Sent the shoes by post")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    refresh_on_change()
    until_idle()

    assert said.args == ["Done with Léa Marchetti: Sent the shoes by post"]
    assert office.open_follow_ups("Léa Marchetti") == []
    assert "Léa Marchetti" not in names_in(place)


def test_after_done_the_next_row_is_selected_and_has_the_keys(qtbot, place, until_idle, refresh_on_change):
    qtbot.keyClick(rows_in(place)["Léa Marchetti"], Qt.Key.Key_D)
    field = rows_in(place)["Léa Marchetti"].findChild(object, "followup.done.line")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    refresh_on_change()
    until_idle()

    assert rows_in(place)["Théo Bastide"].hasFocus()


def test_escape_leaves_the_line_and_keeps_what_was_typed(qtbot, place):
    row = rows_in(place)["Léa Marchetti"]
    qtbot.keyClick(row, Qt.Key.Key_D)
    field = row.findChild(object, "followup.done.line")
    qtbot.keyClicks(field, "Half a thou")

    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not field.isVisible()
    assert row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_D)
    assert field.isVisible()
    assert field.text() == "Half a thou"


def test_what_is_being_typed_survives_a_refresh_that_moves_rows(qtbot, place, office, until_idle):
    row = rows_in(place)["Rémi Kowalski"]
    qtbot.mouseClick(button_in(row, "followup.done"), Qt.MouseButton.LeftButton)
    field = row.findChild(object, "followup.done.line")
    qtbot.keyClicks(field, "He says")
    follow_ups.commands.drop_follow_up(
        office.desk, office.open_follow_ups("Théo Bastide")[0].id, why="aired already"
    )

    place.refresh(None)
    until_idle()

    assert "Théo Bastide" not in names_in(place)
    assert field.text() == "He says"
    assert field.hasFocus()


def days_offered(place):
    (menu,) = place.findChildren(QMenu, "followup.days")
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


def test_snooze_offers_the_days_that_people_say(qtbot, place):
    qtbot.keyClick(rows_in(place)["Léa Marchetti"], Qt.Key.Key_S)

    assert list(days_offered(place)) == [
        "Tonight",
        "Tomorrow",
        "After the weekend",
        "In two weeks",
        "Another day…",
        "Drop it, with a word why…",
    ]


def test_snooze_offers_the_day_after_the_event_they_are_met_at(qtbot, place, office, until_idle):
    office.come_back("Léa Marchetti", Action.MEET, "Salon du Running", date(2026, 12, 3))
    qtbot.keyClick(rows_in(place)["Léa Marchetti"], Qt.Key.Key_S)
    until_idle()
    assert list(days_offered(place))[3:6] == ["In two weeks", "After “Salon du Running”", "Another day…"]

    with qtbot.waitSignal(place.said):
        days_offered(place)["After “Salon du Running”"].trigger()

    assert [line.due_on for line in office.open_follow_ups("Léa Marchetti")] == [
        date(2026, 12, 3),
        date(2026, 12, 4),
    ]


def test_snoozing_until_tonight_keeps_the_day_and_gives_it_an_hour(qtbot, place, office, until_idle):
    row = rows_in(place)["Léa Marchetti"]
    qtbot.mouseClick(button_in(row, "followup.snooze"), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(place.said) as said:
        days_offered(place)["Tonight"].trigger()

    (follow_up,) = office.open_follow_ups("Léa Marchetti")
    assert (follow_up.due_on, follow_up.due_at) == (date(2026, 11, 24), time(19))
    assert said.args == ["Léa Marchetti comes back on Tuesday 24 November, 19:00"]


def test_another_day_is_asked_for_in_place(qtbot, place, office):
    row = rows_in(place)["Théo Bastide"]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_S)
    days_offered(place)["Another day…"].trigger()
    field = row.findChild(object, "followup.day")
    qtbot.keyClicks(field, "28")

    with qtbot.waitSignal(place.said):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert office.open_follow_ups("Théo Bastide")[0].due_on == date(2026, 11, 28)


def test_dropping_keeps_the_word_why(qtbot, place, office):
    row = rows_in(place)["Théo Bastide"]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_X)
    field = row.findChild(object, "followup.drop.line")
    qtbot.keyClicks(field, "he changed his mind")

    with qtbot.waitSignal(place.said):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert office.open_follow_ups("Théo Bastide") == []


def test_planning_sets_a_follow_up_with_someone_growing_distant(qtbot, place, office):
    row = rows_in(place)["Sacha Vidal"]
    qtbot.mouseClick(button_in(row, "followup.plan"), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(place.said):
        days_offered(place)["Tomorrow"].trigger()

    (follow_up,) = office.open_follow_ups("Sacha Vidal")
    assert follow_up.due_on == date(2026, 11, 25)
    assert follow_up.reason == "What you talked about on 21 Sept: tasting at the mill"


@pytest.mark.parametrize(("down", "up"), [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_J, Qt.Key.Key_K)])
def test_the_keys_go_from_row_to_row(qtbot, place, down, up):
    qtbot.keyClick(rows_in(place)["Léa Marchetti"], down)
    assert rows_in(place)["Théo Bastide"].hasFocus()
    qtbot.keyClick(rows_in(place)["Théo Bastide"], up)
    assert rows_in(place)["Léa Marchetti"].hasFocus()


def test_tab_follows_the_reading_order(qtbot, place):
    row = rows_in(place)["Léa Marchetti"]
    expected = [
        button_in(row, "followup.done"),
        button_in(row, "followup.snooze"),
        rows_in(place)["Théo Bastide"],
    ]

    met, now = [], row
    for _step in expected:
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = place.window().focusWidget()
        met.append(now)

    assert met == expected


def test_enter_and_a_click_on_the_name_open_the_person(qtbot, place, office):
    row = rows_in(place)["Léa Marchetti"]
    lea = office.people["Léa Marchetti"]

    with qtbot.waitSignal(place.person_asked) as by_key:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(place.person_asked) as by_mouse:
        qtbot.mouseClick(row.findChild(TextLink), Qt.MouseButton.LeftButton)

    assert by_key.args == by_mouse.args == [lea]


def test_a_promise_is_kept_in_place(qtbot, place, office, until_idle, refresh_on_change):
    keep = next(button for button in place.findChildren(Button, "promise.keep"))

    with qtbot.waitSignal(place.said) as said:
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    refresh_on_change()
    until_idle()

    assert said.args == ["Promise kept, Léa Marchetti: Trail shoes, size 39"]
    assert follow_ups.queries.open_promises(office.desk.reader, office.people["Léa Marchetti"]) == []
    assert "You owe Léa Marchetti" not in texts_in(place)


def test_birthdays_and_ends_of_contracts_come_up(place):
    told = texts_in(place)

    assert {"Noor Benali", "turns 30"} <= set(told)
    assert {"Sacha Vidal", "contract with Olivade ends"} <= set(told)


def test_nothing_is_cut_off_at_the_right_of_a_small_window(qtbot, place):
    place.resize(604, 500)
    qtbot.waitUntil(lambda: all(row.width() < 604 for row in rows_in(place).values()))

    for row in place.findChildren(TodayRow):
        for button in row.findChildren(Button):
            if button.isVisible():
                assert button.mapTo(place, button.rect().topRight()).x() < place.width()


def test_a_changed_day_is_noticed_when_the_place_comes_into_view(place, clock, until_idle):
    clock.moment = clock.moment.replace(day=25)

    place.show_again()
    until_idle()

    assert "Wednesday 25 November" in texts_in(place)


def test_the_selected_row_is_found_again(qtbot, place, tasks, clock, until_idle):
    rows_in(place)["Aïcha Nouri"].setFocus()
    state = place.state()
    again = TodayPlace(tasks, clock)
    qtbot.addWidget(again)

    again.restore(state)
    until_idle()

    assert again.state()[0] == state[0]


def test_only_what_is_shown_makes_the_page_be_read_again(place, tasks):
    place.refresh(Changes(Label.EDIT_MY_DETAILS, frozenset({"my_details"}), frozenset()))

    assert not tasks.is_busy


def test_somebody_growing_distant_shows_when_the_last_contact_was(place):
    told = texts_in(rows_in(place)["Sacha Vidal"])

    assert "A reason to write: what you talked about on 21 Sept: tasting at the mill" in told


def lend(office, name: str, title: str, **days: date) -> PartnershipId:
    return partnerships.commands.add_partnership(
        office.desk, person_id=office.people[name], client="Nocturne", title=title, **days
    )


def test_what_is_late_in_coming_back_stands_among_the_overdue_until_it_came_back(
    qtbot, place, office, until_idle, refresh_on_change
):
    lend(office, "Noor Benali", "Camera X2", return_on=date(2026, 11, 21))
    refresh_on_change()
    until_idle()
    row = row_about(place, "Lent: Nocturne × Camera X2")
    assert row.row.chip.text == "3 days late"
    assert spoken_by(row) == "Noor Benali, photography, Lent: Nocturne × Camera X2, 3 days late"
    assert names_in(place)[:3] == ["Léa Marchetti", "Noor Benali", "Théo Bastide"]

    row.setFocus()
    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClick(row, Qt.Key.Key_D)
    refresh_on_change()
    until_idle()

    assert said.args == ["Came back from Noor Benali: Lent: Nocturne × Camera X2"]
    assert "Lent: Nocturne × Camera X2" not in texts_in(place)
    assert office.desk.undo() is not None
    assert [row.title for row in loans_until(office.desk.reader, DAY)] == ["Camera X2"]


def test_asking_for_what_was_lent_is_planned_in_place_and_it_stays_late(
    qtbot, place, office, until_idle, refresh_on_change
):
    lend(office, "Jeanne Oury", "Red scarf", return_on=date(2026, 11, 1))
    refresh_on_change()
    until_idle()
    row = row_about(place, "Lent: Nocturne × Red scarf")

    with qtbot.waitSignal(place.said) as said:
        row.put_off.emit(row.row, date(2026, 11, 26), None)
    refresh_on_change()
    until_idle()

    assert said.args == ["Follow-up with Jeanne Oury planned for Thursday 26 November"]
    assert "Ask for it back: Red scarf" in texts_in(place)
    assert "Lent: Nocturne × Red scarf" in texts_in(place)


def test_spreading_what_waits_leaves_what_was_lent_where_it_is(
    qtbot, place, office, until_idle, refresh_on_change
):
    for number in range(9):
        lend(office, "Jeanne Oury", f"Scarf {number}", return_on=date(2026, 11, 1 + number))
    refresh_on_change()
    until_idle()

    with qtbot.waitSignal(place.said) as said:
        qtbot.mouseClick(place.findChild(Button, "today.waiting.spread"), Qt.MouseButton.LeftButton)
    refresh_on_change()
    until_idle()

    assert said.args[0].startswith("2 follow-ups spread until ")
    assert len(loans_until(office.desk.reader, DAY)) == 9


def test_the_day_an_embargo_is_over_is_ticked_off_as_part_of_the_partnership(
    qtbot, place, office, until_idle, refresh_on_change
):
    partnership = lend(office, "Noor Benali", "Camera X3", embargo_until=DAY)
    refresh_on_change()
    until_idle()
    row = row_about(place, "May be published from today on: Nocturne × Camera X3")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_D)

    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClicks(row.findChild(object, "followup.done.line"), "Told her")
        qtbot.keyClick(row.findChild(object, "followup.done.line"), Qt.Key.Key_Return)
    refresh_on_change()
    until_idle()

    assert said.args == ["Done with Noor Benali: Told her"]
    assert "May be published from today on: Nocturne × Camera X3" not in texts_in(place)
    kept = "SELECT count(*) FROM interaction WHERE partnership_id = :id AND text = 'Told her'"
    assert office.desk.reader.number(kept, id=partnership) == 1


def test_an_embargo_that_was_over_while_nobody_looked_waits_among_the_overdue(
    qtbot, place, office, until_idle, refresh_on_change
):
    late = lend(office, "Noor Benali", "Camera X3", embargo_until=DAY - timedelta(days=14))
    lend(office, "Noor Benali", "Camera X4", embargo_until=DAY - timedelta(days=15))
    told = lend(office, "Noor Benali", "Camera X5", embargo_until=DAY - timedelta(days=3))
    partnerships.commands.note_embargo_over(office.desk, told, title="Embargo over", text="")
    refresh_on_change()
    until_idle()
    page = today_page(office.desk.reader, DAY)
    assert [row.id for row in page.agreed.embargoes] == [late]
    assert [section.name for section in sections_in(page) if page.agreed.embargoes[0] in section.rows] == [
        SectionName.OVERDUE
    ]
    row = row_about(place, "May be published since 10 Nov: Nocturne × Camera X3")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_D)
    qtbot.keyClick(row.findChild(object, "followup.done.line"), Qt.Key.Key_Return)
    refresh_on_change()
    until_idle()

    assert today_page(office.desk.reader, DAY).agreed.embargoes == ()


def test_coming_into_view_while_the_page_is_read_asks_for_nothing_more(qtbot, tasks, clock, until_idle):
    made = TodayPlace(tasks, clock)
    qtbot.addWidget(made)
    asked = tasks.waiting

    made.show_again()

    assert tasks.waiting == asked
    until_idle()


def test_returns_and_ends_of_embargoes_come_up(qtbot, place, office, until_idle, refresh_on_change):
    camera = lend(office, "Noor Benali", "Camera X2", return_on=date(2026, 11, 28))
    lend(office, "Noor Benali", "Camera X3", embargo_until=date(2026, 11, 29))
    lend(office, "Noor Benali", "Camera X4", return_on=date(2026, 12, 2))
    refresh_on_change()
    until_idle()

    lines = {"comes back: Camera X2", "embargo over: Camera X3"}
    qtbot.waitUntil(lambda: lines <= set(texts_in(place)))  # they are laid out a turn later
    assert "comes back: Camera X4" not in texts_in(place)
    links = place.findChild(ComingCard).findChildren(TextLink)
    link = next(one for one in links if one.accessibleDescription().endswith("comes back: Camera X2"))
    with qtbot.waitSignal(place.terms_asked) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == [of_terms(office.people["Noor Benali"], camera, PartnershipDay.RETURN_ON)]


def test_a_birthday_is_ticked_off_with_what_was_said(qtbot, place, office, until_idle, refresh_on_change):
    row = rows_in(place)["Jeanne Oury"]
    assert "· fashion · TikTok" in texts_in(row)
    assert "Nothing noted with them yet" in texts_in(row)
    qtbot.mouseClick(button_in(row, "followup.done"), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClicks(row.findChild(object, "followup.done.line"), "She sings tonight")
        qtbot.keyClick(row.findChild(object, "followup.done.line"), Qt.Key.Key_Return)
    refresh_on_change()
    until_idle()

    assert said.args == ["Done with Jeanne Oury: She sings tonight"]
    assert "Jeanne Oury" not in names_in(place)


def test_planning_for_a_birthday_points_out_who_is_to_be_left_in_peace(
    qtbot, place, office, until_idle, refresh_on_change
):
    for ago in (3, 2, 1):
        history.commands.log_interaction(
            office.desk,
            people=[office.people["Jeanne Oury"]],
            kind=InteractionKind.CALL,
            text="Figures?",
            tone=Tone.ASKED,
            happened_on=DAY - timedelta(days=ago),
        )
        refresh_on_change()
    until_idle()

    qtbot.mouseClick(button_in(rows_in(place)["Jeanne Oury"], "followup.plan"), Qt.MouseButton.LeftButton)
    until_idle()

    menu = QApplication.activePopupWidget()
    told = [action.text() for action in menu.actions() if not (action.isEnabled() or action.isSeparator())]
    menu.close()
    assert told == ["You asked 3 times in a row without giving: leave them in peace until 23 Dec."]


def test_a_chip_tells_a_screen_reader_the_day_without_marks(place):
    chip = rows_in(place)["Léa Marchetti"].findChild(Chip)

    spoken = QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Description)
    assert spoken == "Friday 20 November"


def test_who_comes_later_in_the_week_is_read_when_all_are_asked_for(
    qtbot, office, place, refresh_on_change, until_idle
):
    for number in range(MOST_ROWS):
        office.add(f"Later {number}")
        office.come_back(f"Later {number}", Action.WRITE, "Ask", date(2026, 11, 26))
    refresh_on_change()
    until_idle()
    short = names_in(place)
    more = place.findChild(Button, "today.more")
    left = int(more.text().split()[1])

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: f"Later {MOST_ROWS - 1}" in rows_in(place))

    assert len(short) == MOST_ROWS
    assert len(names_in(place)) == MOST_ROWS + left
    assert (
        place.findChild(Button, "today.more") is None or not place.findChild(Button, "today.more").isVisible()
    )


def test_the_first_row_can_have_the_keys_as_soon_as_the_page_is_there(qtbot, tasks, clock, office):
    """A window that becomes active at that moment gives them to what is visible."""
    made = TodayPlace(tasks, clock)
    qtbot.addWidget(made)
    made.show()
    seen = []
    made.shown.connect(lambda: seen.append((made.focusWidget(), made.focusWidget().isVisible())))

    qtbot.waitUntil(lambda: bool(seen))

    ((row, is_visible),) = seen
    assert isinstance(row, TodayRow)
    assert is_visible
