"""Who a person is and where they live, changed in place on the record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from relationdesk.domain.card import Birthday
from relationdesk.domain.drafts import Draft, of_record
from relationdesk.domain.vocabulary import PersonKind
from relationdesk.language.words import Language, speaking
from relationdesk.ui.places.people.record.languages import is_language
from relationdesk.ui.places.people.record.tab import CARDS
from relationdesk.ui.places.people.record.where import WhereCard
from relationdesk.ui.places.people.record.who import WhoCard
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.audience_mark import AudienceMark
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.tab_order import stops_in
from relationdesk.ui.widgets.value_line import LabelledLine
from relationdesk.work.people.record import person_page


@pytest.fixture
def lea(add):
    return add(
        "Léa Marchetti",
        topics=("Trail running", "Rain gear"),
        tags=("autumn",),
        languages=("fr", "en"),
        birthday=Birthday(9, 6, 1991),
    )


@pytest.fixture
def opened(place, settled):
    def shown(person):
        made = place()
        made.open_person(person)
        settled()
        screen = made.screen_of_person
        screen.edit_record()
        settled()
        return screen

    return shown


@pytest.fixture
def screen(opened, lea):
    return opened(lea)


@pytest.fixture
def who(screen):
    return screen.record.page.findChild(WhoCard)


@pytest.fixture
def page(desk, lea):
    return lambda: person_page(desk.reader, lea, desk.today())


def field(card, name):
    return card.findChild(QLineEdit, f"record.{name}") or card.findChild(QPlainTextEdit, f"record.{name}")


def told(one):
    line = one.parentWidget()
    while not isinstance(line, LabelledLine):
        line = line.parentWidget()
    return line.told


def write(qtbot, one, text):
    one.setFocus()
    one.selectAll()
    qtbot.keyClicks(one, text)
    qtbot.keyClick(one, Qt.Key.Key_Return)


def names(line):
    return [chip.accessibleName() for chip in line.chips]


def test_the_record_tells_who_somebody_is(who):
    assert names(who.topics) == ["Trail running", "Rain gear"]
    assert names(who.tags) == ["autumn"]
    assert names(who.languages) == ["French", "English"]
    assert field(who, "birthday").text() == "6 September 1991"


def test_languages_are_told_in_the_language_of_the_window(opened, lea):
    with speaking(Language.FRENCH):
        assert names(opened(lea).record.page.findChild(WhoCard).languages) == ["français", "anglais"]


def test_a_kind_is_turned_by_its_chip_and_undone(qtbot, desk, who, page, settled):
    assert set(who.kinds) == set(PersonKind)
    kind = PersonKind.PODCASTER
    chip = who.kinds[kind]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    settled()
    assert page().kinds == (kind.value,)
    assert chip.isChecked()

    desk.undo()
    settled()
    assert not chip.isChecked()
    assert page().kinds == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("7 sept. 1990", (7, 9, 1990)), ("29/2", (29, 2, None)), ("", (None, None, None))],
)
def test_a_birthday_is_kept_as_it_is_told_and_undone(qtbot, desk, who, page, settled, typed, meant):  # noqa: PLR0917
    def known():
        record = page().record
        return record.birth_day, record.birth_month, record.birth_year

    one = field(who, "birthday")
    one.setFocus()
    one.selectAll()
    qtbot.keyClick(one, Qt.Key.Key_Backspace)
    qtbot.keyClicks(one, typed)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()
    assert known() == meant

    desk.undo()
    settled()
    assert known() == (6, 9, 1991)
    assert one.text() == "6 September 1991"


def test_what_is_no_birthday_is_told_and_stays_in_the_field(qtbot, who, page, lea, screen, settled):  # noqa: PLR0917
    one = field(who, "birthday")
    write(qtbot, one, "in spring")
    settled()

    assert page().record.birth_day == 6
    assert one.text() == "in spring"
    assert "not understood" in told(one)
    assert drafts_of(screen._tasks).draft(of_record(lea, "record.birthday")).text == "in spring"


def test_how_we_met_takes_several_lines(qtbot, desk, who, page, settled):
    one = field(who, "how_met")
    one.setFocus()
    qtbot.keyClicks(one, "At a fair")
    qtbot.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(one, "in Lyon")
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()

    assert page().record.how_met == "At a fair\nin Lyon"
    desk.undo()
    assert not page().record.how_met


@pytest.mark.parametrize("names_of", ["topics", "tags"])
def test_a_name_is_added_by_enter_and_undone(qtbot, desk, who, page, settled, names_of):  # noqa: PLR0917 - fixtures
    before = getattr(page(), names_of)
    write(qtbot, field(who, names_of), "kites")
    settled()

    assert getattr(page(), names_of) == (*before, "kites")
    assert names(getattr(who, names_of)) == [*before, "kites"]
    assert not field(who, names_of).text()
    assert field(who, names_of).hasFocus()
    desk.undo()
    settled()
    assert names(getattr(who, names_of)) == list(before)


def test_a_name_is_added_when_its_field_is_left(qtbot, who, page, settled):
    field(who, "tags").setFocus()
    qtbot.keyClicks(field(who, "tags"), "kites")
    field(who, "topics").setFocus()
    settled()

    assert page().tags == ("autumn", "kites")


def test_two_names_in_a_row_are_both_kept(qtbot, who, page, settled):
    write(qtbot, field(who, "topics"), "kites")
    write(qtbot, field(who, "topics"), "boats")
    settled()

    assert page().topics == ("Trail running", "Rain gear", "kites", "boats")


@pytest.mark.parametrize("names_of", ["topics", "tags", "languages"])
def test_a_name_is_removed_by_delete_and_comes_back_by_undo(qtbot, desk, who, page, settled, names_of):  # noqa: PLR0917
    before = getattr(page(), names_of)
    chip = getattr(who, names_of).chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    settled()

    assert getattr(page(), names_of) == before[1:]
    focus = QApplication.focusWidget()
    line = getattr(who, names_of)
    assert focus in (*line.chips, line.field)
    desk.undo()
    assert getattr(page(), names_of) == before


@pytest.mark.parametrize("names_of", ["topics", "languages"])
def test_the_order_is_changed_by_keys(qtbot, desk, who, page, settled, names_of):  # noqa: PLR0917 - fixtures
    before = getattr(page(), names_of)
    chip = getattr(who, names_of).chips[1]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    settled()

    assert getattr(page(), names_of) == before[::-1]
    desk.undo()
    assert getattr(page(), names_of) == before


def test_tab_goes_through_the_names_in_the_order_in_which_they_stand(qtbot, who):
    who.topics.chips[0].setFocus()
    seen = []
    for _step in range(5):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    (eye,) = who.topics.findChildren(AudienceMark)
    assert seen == [*who.topics.chips, who.topics.field, eye, who.tags.chips[0]]


def test_the_cards_come_one_after_the_other_and_tab_goes_through_all_of_them(qtbot, place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    screen = made.screen_of_person
    screen.edit_record()
    page = screen.record.page
    assert len(page.cards) == 1
    settled()
    assert len(page.cards) == len(CARDS)

    seen = []
    while (focus := QApplication.focusWidget()) is not page.findChild(QWidget, "record.time_zone"):
        assert len(seen) < 60
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    stops = [stop for stop in stops_in(page) if stop in seen or not isinstance(stop, AudienceMark)]
    assert seen == stops[: len(seen)]


def test_a_field_further_down_is_written_in_though_its_card_is_still_to_come(place, lea, settled):
    made = place()
    made.open_person(lea)
    settled()
    screen = made.screen_of_person
    screen.write(of_record(lea, "record.city"))

    assert QApplication.focusWidget().objectName() == "record.city"


def test_a_language_is_added_by_its_name_from_the_list(qtbot, who, page, settled):
    one = field(who, "languages")
    one.setFocus()
    qtbot.keyClicks(one, "portug")
    settled()
    assert "Portuguese" in one.findChild(CompletionList).choices
    qtbot.keyClick(one, Qt.Key.Key_Down)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()

    assert page().languages == ("fr", "en", "pt")
    assert names(who.languages)[-1] == "Portuguese"


def test_what_is_no_known_language_is_kept_with_a_mark(qtbot, who, page, settled):
    write(qtbot, field(who, "languages"), "Franglais")
    settled()

    assert page().languages == ("fr", "en", "Franglais")
    assert "Franglais is no language that is known" in who.languages.told
    assert [chip._chip.icon for chip in who.languages.chips] == [None, None, Icon.TRIANGLE_ALERT]
    qtbot.keyClick(who.languages.chips[-1], Qt.Key.Key_Delete)
    settled()
    assert (page().languages, who.languages.told) == (("fr", "en"), "")


@pytest.mark.parametrize("typed", ["Portuguese", "portugais", "pt", " PT "])
def test_a_language_is_meant_by_its_name_in_either_tongue_and_by_its_tag(qtbot, who, page, settled, typed):
    write(qtbot, field(who, "languages"), typed)
    settled()

    assert page().languages[-1] == "pt"
    assert not who.languages.told


@pytest.mark.parametrize(("kept", "is_one"), [("fr-CH", True), ("Allemand", True), ("Franglais", False)])
def test_what_came_in_as_a_word_is_a_language_when_it_names_one(kept, is_one):
    assert is_language(kept) is is_one


def test_topics_are_completed_from_those_on_the_desk(qtbot, add, who, page, settled):
    add("Noor Benali", topics=("Pottery",))
    one = field(who, "topics")
    one.setFocus()
    qtbot.keyClicks(one, "pot")
    settled()
    assert one.findChild(CompletionList).choices == ["Pottery"]
    qtbot.keyClick(one, Qt.Key.Key_Down)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()

    assert page().topics[-1] == "Pottery"


def test_a_word_of_ones_own_is_kept_though_another_is_offered(qtbot, add, who, page, settled):
    add("Noor Benali", topics=("Pottery",))
    one = field(who, "topics")
    one.setFocus()
    qtbot.keyClicks(one, "pot")
    settled()
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    settled()

    assert page().topics[-1] == "pot"


@pytest.fixture
def where(screen):
    return screen.record.page.findChild(WhereCard)


@pytest.mark.parametrize("name", ["city", "country"])
def test_a_place_is_completed_from_the_desk_kept_and_undone(qtbot, desk, add, where, page, settled, name):  # noqa: PLR0917
    add("Noor Benali", city="Annecy", country="France")
    one, choice = field(where, name), {"city": "Annecy", "country": "France"}[name]
    one.setFocus()
    qtbot.keyClicks(one, choice[:3].lower())
    settled()
    assert one.findChild(CompletionList).choices == [choice]
    qtbot.keyClick(one, Qt.Key.Key_Down)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    settled()

    assert getattr(page().record, name) == one.text() == choice
    desk.undo()
    settled()
    assert not one.text()


def test_a_country_that_is_known_by_its_code_is_shown_by_its_name(opened, add):
    noor = add("Noor Benali", country="DE")
    assert field(opened(noor).record.page.findChild(WhereCard), "country").text() == "Germany"


def test_a_time_zone_is_named_by_its_city_shown_as_people_write_it_and_undone(
    qtbot, desk, where, page, settled
):
    write(qtbot, field(where, "time_zone"), "new york")
    settled()

    assert page().record.time_zone == "America/New_York"
    assert field(where, "time_zone").text() == "America/New York"
    desk.undo()
    assert not page().record.time_zone


def test_what_is_no_time_zone_is_told_and_changes_nothing(qtbot, where, page, settled):
    write(qtbot, field(where, "time_zone"), "nowhere")
    settled()

    assert not page().record.time_zone
    assert "No time zone" in told(field(where, "time_zone"))


def test_what_is_typed_is_shown_again_when_somebody_is_come_back_to(qtbot, who, add, screen, lea, settled):  # noqa: PLR0917
    one = field(who, "birthday")
    write(qtbot, one, "in spring")
    screen.person_asked.emit(add("Noor Benali"))
    settled()
    assert not one.text()
    screen.person_asked.emit(lea)
    settled()

    assert one.text() == "in spring"


def test_every_field_of_the_record_has_a_name(screen):
    fields = [
        one for one in screen.record.page.findChildren(QWidget) if one.objectName().startswith("record.")
    ]
    assert len(fields) > 15
    assert all(one.accessibleName() for one in fields)


def test_the_field_that_adds_a_name_begins_where_its_chips_do_in_a_line_of_its_own(who):
    field, chip = who.topics.field, who.topics.chips[0]
    assert field.y() > chip.y()
    assert field.x() + Space.SMALL == chip.x()  # so far within a field its text begins


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("time_zone", "Mars/Olympus", "No time zone is called so"),
        ("birthday", "31/02/1999", "not understood as a birthday"),
    ],
)
def test_what_was_refused_says_so_again_when_its_person_is_opened_again(  # noqa: PLR0917
    qtbot, tasks, place, lea, add, settled, name, typed, why
):
    noor, people = add("Noor Benali"), place()
    people.open_person(lea)
    settled()
    people.screen_of_person.edit_record()
    settled()
    card = people.screen_of_person.record.page
    write(qtbot, field(card, name), typed)
    settled()

    people.open_person(noor)
    settled()
    assert (field(card, name).text(), told(field(card, name))) == ("", "")
    people.open_person(lea)
    settled()

    assert field(card, name).text() == typed
    assert why in told(field(card, name))
    assert why in field(card, name).accessibleDescription()
    drafts_of(tasks).throw_away(of_record(lea, f"record.{name}"))
    assert not told(field(card, name))


def test_a_text_left_half_typed_is_not_taken_for_a_kept_one(tasks, opened, lea, settled):
    drafts_of(tasks).put(Draft(of_record(lea, "record.city"), "Greno"))
    city = field(opened(lea).record.page, "city")

    assert city.text() == "Greno"
    assert told(city) == "Typed here, and not kept yet."
    city.setFocus()
    QApplication.focusWidget().clearFocus()
    settled()
    assert not told(city)
