from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QDate, QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QToolButton, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import AVATARS, LIGHT, Height, Tone
from relationdesk.ui.widgets.avatar import Avatar, colours_of, initials_of
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card, Hairline
from relationdesk.ui.widgets.chip import Chip, ChipButton, ChipText, chip_size
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.empty_state import EmptyState
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.key_hint import key_text
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.painting import drawable, plain_tip
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine, PersonRowDelegate, spoken_line
from relationdesk.ui.widgets.rail_item import RailItem
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.ui.widgets.time_field import TimeField
from relationdesk.ui.widgets.undo_line import UndoLine

HOSTILE = "<b>Léa</b> & %s {0} \u202eoper\u0301 <img src='file:///etc/passwd'>"


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def colours_in(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def tip_of(widget: QWidget) -> str:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2)))
    return widget.toolTip()


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Léa Marchetti", "LM"),
        ("élodie", "É"),
        ("Jean-Pierre de la Tour", "JT"),
        ("“Kiki” (Anna) Ōe", "KŌ"),
        ("", "?"),
        ("👩‍👩‍👧", "?"),
        ("straße ßen", "SS"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name, initials):
    assert initials_of(name) == initials


@given(st.text(max_size=50))
def test_initials_are_one_or_two_signs_of_any_text(name):
    assert 1 <= len(initials_of(name)) <= 2


def test_a_persons_colour_never_changes():
    numbers = (1, 2, 3, 1000, 2**52 + 7)

    assert [AVATARS.index(colours_of(PersonId(number))) for number in numbers] == [3, 0, 4, 1, 4]


def test_people_met_one_after_the_other_get_all_colours():
    counts = [0] * len(AVATARS)
    for number in range(6_000):
        counts[AVATARS.index(colours_of(PersonId(number)))] += 1

    assert min(counts) > 800


def test_an_avatar_shows_the_initials_on_the_persons_colour(qtbot):
    avatar = Avatar()
    qtbot.addWidget(avatar)
    avatar.show_person(PersonId(3), "Léa Marchetti")

    assert colours_of(PersonId(3)).ground in colours_in(avatar.grab().toImage())
    assert spoken(avatar) == "Picture of Léa Marchetti"


def test_an_avatar_shows_the_middle_of_a_picture(qtbot):
    picture = QPixmap(60, 20)
    picture.fill(Qt.GlobalColor.red)
    painter = QPainter(picture)
    painter.fillRect(20, 0, 20, 20, Qt.GlobalColor.blue)
    painter.end()
    avatar = Avatar()
    qtbot.addWidget(avatar)

    avatar.show_person(PersonId(3), "Léa", picture)

    shown = avatar.grab().toImage()
    assert shown.pixelColor(15, 15).name() == "#0000ff"
    assert "#FF0000" not in colours_in(shown)


@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_has_the_ground_of_its_tone(qtbot, tone):
    chip = Chip(ChipText("4 days late", tone, Icon.CLOCK))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())

    assert LIGHT.toned(tone).ground in colours_in(chip.grab().toImage())
    assert spoken(chip) == "4 days late"


def test_a_chip_that_is_cut_shows_its_words_in_the_tool_tip(qtbot):
    chip = Chip(ChipText(HOSTILE))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert tip_of(chip) == ""

    chip.resize(40, 19)

    assert "&lt;b&gt;" in tip_of(chip)


def test_a_chip_with_an_icon_is_wider(qapp):
    assert chip_size(ChipText("warm", icon=Icon.HEART)).width() > chip_size(ChipText("warm")).width()


def test_a_chip_button_is_pressed_by_mouse_and_space(qtbot):
    chip = ChipButton(ChipText("+ filter"))
    qtbot.addWidget(chip)
    chip.show()
    chip.resize(chip.sizeHint())

    with qtbot.waitSignals([chip.clicked, chip.clicked]):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        qtbot.keyClick(chip, Qt.Key.Key_Space)

    assert chip.height() >= Height.HIT
    assert spoken(chip) == "+ filter"


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("compact", [True, False])
def test_a_button_has_its_height_focused_or_not(qtbot, role, compact):
    button = Button("Write", role, Icon.PENCIL_LINE, QKeySequence("Ctrl+W"), compact=compact)
    qtbot.addWidget(button)
    button.show()
    height = button.sizeHint().height()
    button.setFocus()

    assert height == (Height.HIT if compact else Height.CONTROL)
    assert button.sizeHint().height() == height
    assert spoken(button) == "Write"


def test_only_the_primary_button_wears_the_accent(qtbot):
    button = Button("Write", Role.SECONDARY)
    qtbot.addWidget(button)
    button.resize(90, 33)
    assert LIGHT.accent not in colours_in(button.grab().toImage())

    button.show_role(Role.PRIMARY)

    assert button.grab().toImage().pixelColor(8, 16).name().upper() == LIGHT.accent


def test_a_disabled_button_does_not_wear_it(qtbot):
    button = Button("Write", Role.PRIMARY)
    qtbot.addWidget(button)
    button.resize(90, 33)
    button.setEnabled(False)

    assert LIGHT.accent not in colours_in(button.grab().toImage())


def test_a_button_of_event_mode_is_large(qtbot):
    button = Button("Met")
    qtbot.addWidget(button)
    button.setProperty("event", True)  # noqa: FBT003 - Qt has no names

    assert button.sizeHint().height() == Height.EVENT


def test_an_icon_alone_has_a_name(qtbot):
    button = Button("", Role.QUIET, Icon.ELLIPSIS, name="More")
    qtbot.addWidget(button)

    assert spoken(button) == "More"
    assert button.sizeHint().width() >= button.sizeHint().height()


@pytest.mark.parametrize(
    ("keys", "text"), [("Ctrl+K", "Ctrl K"), ("Ctrl+Shift+N", "Ctrl ⇧ N"), ("Ctrl+Return", "Ctrl ↵")]
)
def test_keys_are_written_as_on_the_keyboard(keys, text):
    assert key_text(QKeySequence(keys)) == text


def test_labels_show_marks_as_they_are(qtbot):
    for label in (Label(HOSTILE), ElidedLabel(HOSTILE)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == HOSTILE


def test_an_elided_label_is_cut_where_its_room_ends_and_tells_the_rest(qtbot):
    label = ElidedLabel("Coffee at the fair, twenty minutes")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not label.is_cut()
    assert tip_of(label) == ""

    label.resize(60, 20)

    assert label.is_cut()
    assert "twenty minutes" in tip_of(label)
    assert spoken(label) == "Coffee at the fair, twenty minutes"
    label.grab()


def test_a_tool_tip_shows_marks_as_they_are():
    assert "<img" not in plain_tip(HOSTILE)


@given(st.text(max_size=2_000))
def test_what_is_drawn_is_one_short_line(text):
    assert "\n" not in drawable(text)
    assert len(drawable(text)) <= 300


def test_a_card_puts_a_hairline_between_its_rows(qtbot):
    card = Card(has_rows=True)
    qtbot.addWidget(card)
    for name in ("Léa", "Théo", "Noor"):
        card.add_row(Label(name))

    assert len(card.findChildren(Hairline)) == 2


def test_a_card_is_called_by_its_heading(qtbot):
    card = Card("This week", Icon.CALENDAR)
    qtbot.addWidget(card)

    assert spoken(card) == "This week"


def test_a_flow_goes_to_the_next_line_where_the_room_ends(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room, across=10, down=5)
    chips = [QWidget() for _number in range(3)]
    for chip in chips:
        chip.setFixedSize(100, 30)
        flow.addWidget(chip)

    flow.setGeometry(QRect(0, 0, 215, 200))

    assert [chip.pos() for chip in chips] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 35)]
    assert flow.heightForWidth(215) == 65
    assert flow.heightForWidth(320) == 30
    assert flow.heightForWidth(50) == 100


def test_a_flow_runs_from_the_right_in_a_right_to_left_window(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(room)
    chip = QWidget()
    chip.setFixedSize(100, 30)
    flow.addWidget(chip)

    flow.setGeometry(QRect(0, 0, 300, 30))

    assert chip.x() == 200


def test_a_flow_can_be_filled_again(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room)
    flow.addWidget(QPushButton("old"))
    flow.clear()
    flow.addWidget(QPushButton("new"))

    assert flow.count() == 1
    assert flow.itemAt(1) is None
    assert flow.takeAt(5) is None


def test_a_field_announces_typing_and_clearing_but_not_what_the_program_writes(qtbot):
    field = Field("Search", "Search people…", Icon.SEARCH, QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    field.show()
    told = []
    field.edited.connect(told.append)

    field.setText("given")
    qtbot.keyClicks(field, "!")
    (clear,) = field.findChildren(QToolButton)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)

    assert told == ["given!", ""]
    assert spoken(field) == "Search"
    assert spoken(clear) == "Clear"


def test_a_fields_key_hint_gives_way_to_what_is_typed(qtbot):
    field = Field("Search", keys=QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    empty = field.textMargins().right()

    field.setText("lea")

    assert empty > 0
    assert field.textMargins().right() == 0
    assert field.actions()[0].isVisible()


def test_a_section_says_its_title_and_count(qtbot):
    section = SectionHeading("Overdue", 2, Tone.BAD)
    qtbot.addWidget(section)
    assert spoken(section) == "Overdue, 2"

    section.show_section("People", 12_480)
    assert spoken(section) == "People, 12,480"

    section.show_section("Promises")
    assert spoken(section) == "Promises"


def test_an_empty_place_offers_one_action(qtbot):
    place = EmptyState(Icon.USERS, "No people yet", "Start with one person.", "Add a person")
    qtbot.addWidget(place)
    place.show()
    (button,) = place.findChildren(Button)

    with qtbot.waitSignal(place.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_place_without_action_has_no_button(qtbot):
    place = EmptyState(Icon.USERS, "Nobody", "Nobody is late.")
    qtbot.addWidget(place)

    assert place.findChildren(Button) == []


def test_the_undo_line_says_what_happened_and_takes_it_back(qtbot):
    line = UndoLine()
    qtbot.addWidget(line)
    assert line.isHidden()

    line.show_message(HOSTILE)

    message = line.findChild(Label, "status.message")
    assert message.text() == HOSTILE
    assert spoken(message) == HOSTILE
    assert not line.isHidden()
    (undo,) = line.findChildren(Button)
    with qtbot.waitSignal(line.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)


def test_the_undo_line_offers_no_undo_where_there_is_none_and_goes_when_cleared(qtbot):
    line = UndoLine()
    qtbot.addWidget(line)
    line.show_message("Backup written", can_undo=False)
    (undo,) = line.findChildren(Button)
    assert undo.isHidden()

    line.clear()

    assert line.isHidden()
    assert line.findChild(Label, "status.message").text() == ""


def test_a_choice_is_announced_only_when_the_user_chose(qtbot):
    choice = ChoiceField("Cadence", [(4, "every 4 weeks"), (6, "every 6 weeks")])
    qtbot.addWidget(choice)
    choice.show()
    told = []
    choice.chosen.connect(told.append)

    choice.show_value(6)
    assert (choice.value, told) == (6, [])
    qtbot.keyClick(choice, Qt.Key.Key_Up)

    assert (choice.value, told) == (4, [4])
    choice.show_value(9)
    assert choice.value is None


def test_a_choice_keeps_its_value_when_other_words_come(qtbot):
    choice = ChoiceField("Language", [("en", "English"), ("fr", "French")])
    qtbot.addWidget(choice)
    choice.show_value("fr")

    choice.show_choices([("de", "allemand"), ("fr", "français")])

    assert choice.value == "fr"
    assert choice.currentText() == "français"


TODAY = date(2026, 11, 24)


@pytest.fixture
def day_field(qtbot):
    field = DateField("Due", TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_day_that_the_program_shows_is_not_announced(qtbot, day_field):
    with qtbot.assertNotEmitted(day_field.day_chosen):
        day_field.show_day(date(2026, 11, 27))

    assert day_field.day == date(2026, 11, 27)
    assert day_field.text() == "27 Nov 2026"


def test_no_day_is_a_value_and_the_arrow_starts_from_today(qtbot, day_field):
    assert day_field.day is None
    assert day_field.text() == "no day"

    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        qtbot.keyClick(day_field, Qt.Key.Key_Up)

    assert chosen.args == [TODAY]


def test_a_day_can_be_typed_where_there_was_none(qtbot, day_field):
    told = []
    day_field.day_chosen.connect(told.append)

    qtbot.keyClicks(day_field, "28")
    qtbot.keyClick(day_field, Qt.Key.Key_Return)

    assert told == [date(2026, 11, 28)]


def test_a_day_can_be_taken_away(qtbot, day_field):
    day_field.show_day(TODAY)
    clear = next(action for action in day_field.lineEdit().actions() if action.text() == "No day")

    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        clear.trigger()

    assert chosen.args == [None]
    assert not clear.isVisible()


def test_the_calendar_of_a_field_without_day_opens_on_today(qtbot, day_field):
    calendar = day_field.calendarWidget()
    calendar.setCurrentPage(1900, 1)

    qtbot.mouseClick(day_field, Qt.MouseButton.LeftButton, pos=QPoint(day_field.width() - 10, 16))

    assert calendar.isVisible()
    assert (calendar.yearShown(), calendar.monthShown()) == (2026, 11)
    calendar.window().close()


def test_a_day_picked_in_the_calendar_is_announced(qtbot, day_field):
    with qtbot.waitSignal(day_field.day_chosen) as chosen:
        day_field.setDate(QDate(2026, 12, 1))

    assert chosen.args == [date(2026, 12, 1)]


def test_a_time_is_announced_when_it_was_typed_and_not_when_it_was_shown(qtbot):
    field = TimeField("At")
    qtbot.addWidget(field)
    field.show()
    told = []
    field.time_chosen.connect(told.append)

    field.show_time(time(17, 0))
    assert (field.shown, told) == (time(17, 0), [])
    for typed in ("09", "09"):
        field.setSelectedSection(TimeField.Section.HourSection)
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert told == [time(9, 0)]


def test_minutes_are_stepped_by_quarters(qtbot):
    field = TimeField("At", time(17, 0))
    qtbot.addWidget(field)
    field.show()
    field.setCurrentSection(TimeField.Section.MinuteSection)

    qtbot.keyClick(field, Qt.Key.Key_Up)

    assert field.shown == time(17, 15)


def test_a_rail_item_says_what_waits(qtbot):
    item = RailItem("Today", Icon.SUN)
    qtbot.addWidget(item)
    assert spoken(item) == "Today"

    item.show_count(6)

    assert spoken(item) == "Today, 6"
    assert LIGHT.line in colours_in(item.grab().toImage())


def test_the_rail_item_of_the_shown_place_is_lit(qtbot):
    item = RailItem("People", Icon.USERS)
    qtbot.addWidget(item)
    item.resize(175, 33)
    assert LIGHT.selection not in colours_in(item.grab().toImage())

    item.setChecked(True)

    assert LIGHT.selection in colours_in(item.grab().toImage())


def test_the_active_tab_has_room_for_its_strong_letters(qtbot):
    tabs = TabBar("Parts of the page")
    qtbot.addWidget(tabs)
    for text in ("History", "Partnerships 3"):
        tabs.addTab(text)
    widths = [tabs.tabRect(row).width() for row in (0, 1)]

    tabs.setCurrentIndex(1)

    assert [tabs.tabRect(row).width() for row in (0, 1)] == widths
    assert tabs.accessibleName() == "Parts of the page"


class People(QAbstractTableModel):
    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index, role):
        return self.lines[index.row()] if role == PERSON_LINE else None


@pytest.fixture
def list_of(qtbot):
    def made(*lines):
        view = QTableView()
        qtbot.addWidget(view)
        model = People(list(lines))
        QAbstractItemModelTester(model, view)
        model.setParent(view)
        view.setModel(model)
        view.setItemDelegate(PersonRowDelegate(view))
        view.verticalHeader().setDefaultSectionSize(Height.PERSON_ROW)
        view.setShowGrid(False)
        view.horizontalHeader().setStretchLastSection(True)
        view.resize(300, 250)
        return view

    return made


def row_of(view, row):
    index = view.model().index(row, 0)
    return view.viewport().grab(view.visualRect(index)).toImage()


def test_a_row_shows_the_person_and_a_hairline(list_of):
    view = list_of(PersonLine(PersonId(3), "Léa Marchetti", "Trail running", "12 Nov"))

    picture = row_of(view, 0)

    assert picture.height() == Height.PERSON_ROW
    assert {colours_of(PersonId(3)).ground, LIGHT.line} <= colours_in(picture)


def test_a_selected_row_has_the_ground_of_selections(list_of):
    view = list_of(PersonLine(PersonId(1), "Léa"), PersonLine(PersonId(2), "Noor"))

    view.selectRow(1)

    assert LIGHT.selection not in colours_in(row_of(view, 0))
    assert LIGHT.selection in colours_in(row_of(view, 1))


def test_a_row_that_is_not_read_yet_is_blank(list_of):
    view = list_of(None)

    assert colours_in(row_of(view, 0)) == {LIGHT.bg, LIGHT.line}


def test_a_monstrous_name_is_drawn_without_harm(list_of):
    view = list_of(
        PersonLine(PersonId(1), "a" + "\u0301" * 10_000, HOSTILE * 200, "12 Nov"),
        PersonLine(PersonId(2), "x" * 10_000, "\n\n", "y" * 500),
    )

    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PersonLine(PersonId(1), "Léa", "trail", "4 days late"), "Léa, trail, 4 days late"),
        (PersonLine(PersonId(1), "Léa", "trail"), "Léa, trail"),
        (PersonLine(PersonId(1), "Léa", when="12 Nov"), "Léa, 12 Nov"),
        (PersonLine(PersonId(1), "Léa"), "Léa"),
    ],
)
def test_a_row_is_read_as_one_line(line, said):
    assert spoken_line(line) == said
