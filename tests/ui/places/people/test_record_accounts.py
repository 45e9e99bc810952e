"""A person's accounts and how many follow them, told and changed in place on their record."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip

from relationdesk.domain.card import HandleEntry
from relationdesk.domain.drafts import Draft, of_record
from relationdesk.domain.readings import Reading
from relationdesk.domain.vocabulary import Source
from relationdesk.ui.places.people.record.accounts import AccountsCard
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.people.editing.accounts import add_reading
from relationdesk.work.people.reached import reached
from relationdesk.work.people.record import person_page

INSTAGRAM = HandleEntry("Instagram", "lea.trails", "https://www.instagram.com/lea.trails")
TIKTOK = HandleEntry("TikTok", "lea.runs")


@pytest.fixture
def lea(add):
    return add("Léa Marchetti", handles=(INSTAGRAM, TIKTOK))


@pytest.fixture
def ids(desk, lea):
    return [line.id for line in person_page(desk.reader, lea, desk.today()).handles]


@pytest.fixture
def screen(place, lea, ids, desk, settled):
    add_reading(desk, ids[0], Reading(31_000, date(2026, 3, 4)), Source.I_SAW)
    add_reading(desk, ids[0], Reading(38_000, date(2026, 10, 12)), Source.I_SAW)
    add_reading(desk, ids[1], Reading(900, date(2026, 3, 4)), Source.THEY_SAID)
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


@pytest.fixture
def numbers(desk, lea, ids):
    return lambda: [
        (line.followers, line.taken_on, line.source)
        for line in reached(desk.reader, lea).readings.get(ids[0], ())
    ]


def field(screen, name):
    return screen.record.page.findChild(QLineEdit, f"record.{name}")


def row(screen, one):
    return screen.record.page.card(AccountsCard).accounts.rows[one]


def write(qtbot, one, text):
    one.setFocus()
    one.selectAll()
    if text:
        qtbot.keyClicks(one, text)
    else:
        qtbot.keyClick(one, Qt.Key.Key_Delete)
    qtbot.keyClick(one, Qt.Key.Key_Return)


def choose(qtbot, button, words):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = button.findChildren(QMenu)[-1]
    menu.setActiveAction(next(one for one in menu.actions() if one.text() == words))
    with qtbot.waitActive(button):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        button.window().activateWindow()


def accounts(page):
    return [(line.platform, line.name, line.link) for line in page.handles]


def test_a_pasted_link_is_an_account_and_undone_in_one_step(qtbot, desk, screen, known, settled):
    write(qtbot, field(screen, "new.account"), "https://youtube.com/@lea")
    settled()

    assert accounts(known())[2] == ("YouTube", "lea", "https://youtube.com/@lea")
    assert not field(screen, "new.account").text()
    desk.undo()
    settled()
    assert len(known().handles) == 2


def test_a_name_waits_for_its_platform(qtbot, screen, known, settled):
    name, platform = field(screen, "new.account"), field(screen, "new.platform")
    write(qtbot, name, "@lea.m")
    settled()
    assert len(known().handles) == 2
    assert name.accessibleDescription().startswith("On which platform?")

    write(qtbot, platform, "insta")
    settled()
    assert accounts(known())[2] == ("Instagram", "lea.m", "")
    assert (name.text(), platform.text()) == ("", "")


def test_a_platform_is_completed(qtbot, screen, known, settled):
    platform = field(screen, "new.platform")
    platform.setFocus()
    qtbot.keyClicks(platform, "blu")
    settled()
    qtbot.keyClick(platform, Qt.Key.Key_Down)
    qtbot.keyClick(platform, Qt.Key.Key_Return)
    write(qtbot, field(screen, "new.account"), "lea.sky")
    settled()

    assert accounts(known())[2][:2] == ("Bluesky", "lea.sky")


def test_an_account_is_renamed_moved_to_another_platform_and_removed(  # noqa: PLR0917
    qtbot, desk, screen, known, ids, settled
):
    write(qtbot, field(screen, f"account.{ids[0]}"), "@lea.climbs")
    settled()
    assert accounts(known())[0] == ("Instagram", "lea.climbs", "")
    write(qtbot, field(screen, f"account.{ids[0]}.platform"), "yt")
    settled()
    assert accounts(known())[0] == ("YouTube", "lea.climbs", "")
    write(qtbot, field(screen, f"account.{ids[0]}.link"), "https://youtube.com/@lea.climbs")
    settled()
    assert accounts(known())[0][2] == "https://youtube.com/@lea.climbs"

    write(qtbot, field(screen, f"account.{ids[0]}"), "")
    settled()
    assert [line.id for line in known().handles] == [ids[1]]
    assert QApplication.focusWidget() is field(screen, "new.account")
    desk.undo()
    settled()
    assert field(screen, f"account.{ids[0]}").text() == "@lea.climbs"


def test_a_link_that_is_none_is_kept_and_says_so(qtbot, screen, known, ids, settled):
    write(qtbot, field(screen, f"account.{ids[1]}.link"), "javascript:alert(1)")
    settled()

    assert accounts(known())[1][2] == "javascript:alert(1)"
    assert "never opened" in row(screen, ids[1]).link.told


def test_an_account_does_without_nothing(qtbot, screen, known, ids, settled):
    write(qtbot, field(screen, f"account.{ids[0]}.platform"), "")
    write(qtbot, field(screen, f"account.{ids[1]}"), "@")
    settled()

    assert [one[:2] for one in accounts(known())] == [("Instagram", "lea.trails"), ("TikTok", "lea.runs")]


def test_the_first_account_is_chosen_from_the_keyboard(qtbot, screen, known, ids, settled):
    choose(qtbot, row(screen, ids[1]).menu, "Put first")
    settled()

    assert [line.id for line in known().handles] == [ids[1], ids[0]]
    assert row(screen, ids[1]).y() < row(screen, ids[0]).y()
    assert screen.view.page.handles[0].id == ids[1]


def test_readings_are_told_in_words_and_drawn_but_one_alone_is_not(screen, ids):
    several, one = row(screen, ids[0]).audience, row(screen, ids[1]).audience

    assert several.words.text() == "38,000 in October 2026, up from 31,000 in March"
    assert several.curve.isVisible()
    assert several.curve.accessibleName() == several.words.text()
    assert several.curve.accessibleDescription() == "31,000 on 4 March 2026; 38,000 on 12 October 2026"
    assert one.words.text() == "900 in March 2026"
    assert not one.curve.isVisible()


def test_the_curve_tells_the_exact_number_and_day_on_hover(qtbot, screen, ids):
    curve = row(screen, ids[0]).audience.curve
    first, last = curve.places()
    assert first.y() > last.y()

    for place, words in ((first, "31,000 on 4 March 2026"), (last, "38,000 on 12 October 2026")):
        at = QPoint(round(place.x()), round(place.y()))
        QApplication.sendEvent(curve, QHelpEvent(QEvent.Type.ToolTip, at, curve.mapToGlobal(at)))
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_an_old_reading_is_marked_and_asked_about(screen, ids):
    fresh, old = row(screen, ids[0]).audience, row(screen, ids[1]).audience

    assert old.age.isVisible()
    assert old.age.text().startswith("More than 6 months old")
    assert not fresh.age.isVisible()


def test_a_reading_is_added_by_keyboard_with_its_day_and_source(qtbot, desk, screen, numbers, ids, settled):  # noqa: PLR0917
    audience = row(screen, ids[0]).audience
    audience.opener.setFocus()
    qtbot.keyClick(audience.opener, Qt.Key.Key_Space)
    adding = audience.adding
    assert QApplication.focusWidget() is adding.number.field
    assert adding.day.day == desk.today()
    adding.source.setFocus()
    qtbot.keyClick(adding.source, Qt.Key.Key_Up)
    write(qtbot, adding.number.field, "41,5k")
    settled()

    assert numbers()[-1] == (41_500, desk.today(), Source.THEY_SAID)
    assert not adding.number.field.text()
    assert audience.words.text().startswith("41,500 in November 2026, up from 38,000")
    desk.undo()
    settled()
    assert len(numbers()) == len(audience.rows) == 2


def test_a_number_that_was_being_typed_is_gone_on_with(qtbot, screen, lea, ids, settled):
    key = of_record(lea, f"record.account.{ids[0]}.followers")
    drafts_of(screen._tasks).put(Draft(key, "41"))
    screen.write(key)
    settled()

    adding = row(screen, ids[0]).audience.adding
    assert QApplication.focusWidget() is adding.number.field
    assert adding.number.field.text() == "41"


def test_a_number_that_is_none_is_refused_with_a_sentence(qtbot, screen, numbers, ids, settled):
    audience = row(screen, ids[0]).audience
    audience.opener.click()
    write(qtbot, audience.adding.number.field, "lots")
    settled()

    assert len(numbers()) == 2
    assert "38k" in audience.adding.number.told
    assert audience.adding.number.field.text() == "lots"


def test_a_reading_is_corrected_and_removed(qtbot, desk, screen, numbers, ids, settled):  # noqa: PLR0917
    audience = row(screen, ids[0]).audience
    audience.opener.click()
    newest = audience.rows[0]
    assert newest.number.field.text() == "38,000"

    write(qtbot, newest.number.field, "36 000")
    settled()
    newest.day.day_chosen.emit(date(2026, 9, 1))
    settled()
    newest.source.setFocus()
    qtbot.keyClick(newest.source, Qt.Key.Key_Down)
    settled()
    assert numbers()[-1] == (36_000, date(2026, 9, 1), Source.I_GUESS)
    write(qtbot, newest.number.field, "no number")
    settled()
    assert numbers()[-1][0] == 36_000

    audience.rows[0].remove.click()
    settled()
    assert [one[0] for one in numbers()] == [31_000]
    assert not audience.curve.isVisible()
    desk.undo()
    settled()
    assert audience.curve.isVisible()


def test_who_has_the_same_account_is_told(qtbot, add, screen, ids, settled):
    add("Noor Benali", handles=(HandleEntry("tiktok", "Lea.Runs"),))
    screen.show_person(screen.view)
    settled()

    assert row(screen, ids[1]).also.link.text() == "Also with Noor Benali"
    assert not row(screen, ids[0]).also.isVisible()
