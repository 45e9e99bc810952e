"""What was agreed, changed in place on the tab of partnerships."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from relationdesk.domain.drafts import Draft, of_terms
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import PartnershipDay, RewardKind, Stage
from relationdesk.ui.places.people.partnerships.partnership_row import PartnershipRow
from relationdesk.ui.places.people.person_screen import PersonScreen
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.chip import ChipButton
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.label import Label as Words
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.partnerships.commands import add_partnership, trash_partnership
from relationdesk.work.partnerships.queries import partnerships_of


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def film(desk, lea):
    return add_partnership(desk, person_id=lea, client="Olivade", title="Autumn film")


@pytest.fixture
def tab(qtbot, place, lea, film, settled):
    made = place()
    made.open_person(lea)
    settled()
    screen = made.screen_of_person
    screen.tabs.setCurrentIndex(1)
    return screen.partnerships


@pytest.fixture
def line(desk, lea):
    def one():
        (there,) = partnerships_of(desk.reader, lea)
        return there

    return one


def opened(qtbot, tab):
    (row,) = (row for row in tab.findChildren(PartnershipRow) if row.isVisible())
    qtbot.mouseClick(row.findChild(Button, "partnership.edit"), Qt.MouseButton.LeftButton)
    return row


def write(qtbot, row, name, text):
    field = row.findChild(QLineEdit, f"terms.{name}") or row.findChild(QPlainTextEdit, f"terms.{name}")
    field.setFocus()
    field.selectAll()
    insert = field.insert if isinstance(field, QLineEdit) else field.insertPlainText
    insert(text)  # QTest has no keys for signs such as €
    qtbot.keyClick(field, Qt.Key.Key_Return)


def words_in(row):
    return [label.text() for label in row.findChildren(Words) if label.isVisible() and label.text()]


def test_the_terms_open_with_the_cursor_in_what_it_is_for(qtbot, tab):
    row = opened(qtbot, tab)

    assert QApplication.focusWidget() is row.findChild(QLineEdit, "terms.title")
    assert not row.findChild(QPlainTextEdit, "terms.closed_reason").isVisible()


def test_each_value_is_kept_as_a_change_of_its_own(qtbot, desk, tab, line, settled):
    row = opened(qtbot, tab)

    for name, text in (("title", "Winter film"), ("client", "Salto"), ("outcome", "Both happy")):
        with qtbot.waitSignal(tab.said):
            write(qtbot, row, name, text)
        settled()
    assert (line().title, line().client, line().outcome) == ("Winter film", "Salto", "Both happy")

    assert desk.undo().label is Label.EDIT_PARTNERSHIP
    settled()
    assert (line().title, line().client, line().outcome) == ("Winter film", "Salto", "")
    assert row.findChild(QPlainTextEdit, "terms.outcome").toPlainText() == ""


def test_a_client_is_offered_while_typed_and_a_new_one_is_said_to_be_new(qtbot, desk, tab, line, settled):
    row = opened(qtbot, tab)
    field = row.findChild(QLineEdit, "terms.client")
    for text, told in (
        ("Salto", "“Salto” is new: it is put on the desk with this."),
        ("OLIVADE", "“Olivade” is meant, which is on the desk."),
    ):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        settled()
        assert told in words_in(row)
    with qtbot.waitSignal(tab.said):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()

    assert (line().client, field.text()) == ("Olivade", "Olivade")
    assert "“Olivade” is meant, which is on the desk." not in words_in(row)
    assert desk.reader.number("SELECT count(*) FROM organisation") == 1


def test_a_new_partnership_says_whether_its_client_is_new(qtbot, tab, settled):
    client = tab.findChild(QLineEdit, "partnership.client")
    qtbot.keyClicks(client, "Salto")
    settled()
    assert "“Salto” is new: it is put on the desk with this." in words_in(tab)

    qtbot.keyClicks(tab.findChild(QLineEdit, "partnership.title"), "Shoes")
    with qtbot.waitSignal(tab.said):
        qtbot.keyClick(tab.findChild(QLineEdit, "partnership.title"), Qt.Key.Key_Return)
    settled()
    assert "“Salto” is new: it is put on the desk with this." not in words_in(tab)


def test_money_is_typed_in_the_way_of_the_language(qtbot, tab, line, settled):
    row = opened(qtbot, tab)
    money = row.findChild(QLineEdit, "terms.money")

    with qtbot.waitSignal(tab.said):
        write(qtbot, row, "money", "1 250,50 €")
    settled()
    assert (line().amount, line().currency) == (Decimal("1250.50"), "EUR")
    assert money.text() == "€1,250.50"

    with qtbot.waitSignal(tab.said):
        write(qtbot, row, "money", "CHF 1'300")
    settled()
    assert (line().amount, line().currency) == (Decimal(1300), "CHF")


def test_what_is_no_amount_stays_in_its_field_and_says_so(qtbot, tab, line):
    row = opened(qtbot, tab)

    write(qtbot, row, "money", "a lot")

    told = next(each for each in row.findChildren(ValueLine) if each.field.objectName() == "terms.money")
    assert told.told == "That is no amount. Write it like 1,250.50 EUR or 1 250,50 €."
    assert told.text == "a lot"
    assert line().amount is None


def test_a_day_and_the_kind_of_reward_are_chosen(qtbot, tab, line, settled):
    row = opened(qtbot, tab)
    with qtbot.waitSignal(tab.said) as said:
        row.findChild(DateField, "terms.return_on").setDate(QDate(2026, 12, 24))
    settled()
    reward = row.findChild(ChoiceField, "terms.reward")
    with qtbot.waitSignal(tab.said):
        reward.activated.emit(1 + list(RewardKind).index(RewardKind.LOAN))
    settled()

    assert said.args == ["Kept: Comes back on"]
    assert (line().return_on, line().reward) == (date(2026, 12, 24), RewardKind.LOAN)
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    (told, *_others) = [text for text in words_in(row) if "comes back" in text]
    assert "comes back on 24 Dec" in told


def test_what_is_typed_and_not_kept_is_there_again(qtbot, tab, lea, film, tasks):
    row = opened(qtbot, tab)
    qtbot.keyClicks(row.findChild(QPlainTextEdit, "terms.lesson"), "No storyboard")
    key = of_terms(lea, film, "lesson")
    assert drafts_of(tasks).draft(key).text == "No storyboard"

    tab.write(key)

    assert QApplication.focusWidget() is row.findChild(QPlainTextEdit, "terms.lesson")


def test_moved_to_declined_it_asks_why(qtbot, tab, line, settled):
    (row,) = (row for row in tab.findChildren(PartnershipRow) if row.isVisible())
    qtbot.mouseClick(row.findChild(ChipButton, "partnership.stage"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(tab.said):
        next(action for action in menu.actions() if action.text() == "Declined").trigger()
    menu.close()
    settled()

    why = row.findChild(QPlainTextEdit, "terms.closed_reason")
    assert QApplication.focusWidget() is why
    qtbot.keyClicks(why, "No time")
    with qtbot.waitSignal(tab.said):
        qtbot.keyClick(why, Qt.Key.Key_Return)
    settled()

    assert (line().stage, line().closed_reason) == (Stage.DECLINED, "No time")
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert "Why not: No time" in words_in(row)


def test_a_row_that_is_open_stays_so_while_another_comes_in(qtbot, desk, lea, tab, settled):
    row = opened(qtbot, tab)
    title = row.findChild(QLineEdit, "terms.title")
    qtbot.keyClick(title, Qt.Key.Key_End)
    qtbot.keyClicks(title, " and more")

    add_partnership(desk, person_id=lea, client="Salto", title="Shoes")
    settled()

    assert len([each for each in tab.findChildren(PartnershipRow) if each.isVisible()]) == 2
    assert title.isVisible()
    assert title.text() == "Autumn film and more"


def test_a_day_that_comes_up_leads_to_its_field(qtbot, tab, lea, film):
    assert tab.write(of_terms(lea, film, PartnershipDay.PUBLISHED_ON))

    published = tab.findChild(DateField, "terms.published_on")
    assert QApplication.focusWidget() is published
    qtbot.waitUntil(lambda: published.visibleRegion().boundingRect() == published.rect())


def test_the_wheel_over_a_day_changes_nothing(tab, lea, film, line, settled):
    tab.write(of_terms(lea, film, PartnershipDay.ENDS_ON))
    field = tab.findChild(DateField, "terms.ends_on")
    field.setDate(QDate(2026, 12, 24))
    settled()

    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPointF(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(field, turned)
    settled()

    assert field.day == line().ends_on == date(2026, 12, 24)


def test_what_was_typed_about_a_partnership_that_is_gone_goes_on_as_a_note(desk, tab, film, tasks, settled):
    lea = tab.window().findChild(PersonScreen).view.id
    key = of_terms(lea, film, "lesson")
    drafts_of(tasks).put(Draft(key, "No storyboard"))
    trash_partnership(desk, film)
    settled()
    screen = tab.window().findChild(PersonScreen)

    screen.write(key)

    assert screen.history.note.text.toPlainText() == "No storyboard"
