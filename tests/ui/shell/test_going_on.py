"""What was being written when the program ended is offered, and never lost on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from relationdesk.desk.desk import Desk
from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person, named_subject, of_record
from relationdesk.domain.noting import Picks
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.language.words import Language, use_language
from relationdesk.ui.shell.palette import rows_at_first
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.follow_ups.commands import drop_follow_up

LEA = "Léa Marchetti"


@pytest.fixture
def left(office, desk):
    """Leave texts on the desk, as a program does that is killed; the one named last was typed last."""

    def leave(*drafts):
        for draft in drafts:
            keep_drafts(desk, [draft])
            desk.clock.moment = desk.clock.moment.replace(second=desk.clock.moment.second + 1)

    return leave


def test_nothing_is_offered_where_one_comes_back_after_a_lock(started, office, left):
    left(note(office, "She asked"))
    window = started(comes_back=True)

    assert told(window) == ""
    assert "Go on writing about Léa Marchetti" in palette(window)


@pytest.fixture
def started(qtbot, qapp, tasks, clock, remembered, until_idle):  # noqa: PLR0917 - fixtures
    """Start the window."""
    kept = []

    def start(*, comes_back=False):
        made = MainWindow(tasks, clock, qapp.property("theme"), remembered, is_sample=True)
        kept.append(made)
        qtbot.addWidget(made)
        if comes_back:
            made.come_back(made.whereabouts())
        made.show()
        qtbot.waitActive(made)
        qtbot.waitUntil(lambda: made.has_begun)
        until_idle()
        return made

    yield start
    use_language(Language.ENGLISH)


def note(office, text, aside="", name=LEA):
    return Draft(about_person(DraftField.NOTE, office.people[name]), text, aside)


def told(window):
    return window.frame.drafts.words


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def texts(desk):
    return [kept.text for kept in kept_drafts(desk.reader)]


def note_field(window):
    return window.people.findChild(QPlainTextEdit, "person.note")


def test_nothing_is_offered_where_nothing_was_left(started):
    assert told(started()) == ""


def test_what_was_left_is_offered_and_gone_on_with(qtbot, started, office, left, until_idle):
    left(note(office, "She asked for\nthe blue ones", Picks(kind=InteractionKind.CALL).written()))
    window = started()
    assert told(window) == "You were writing about Léa Marchetti: “She asked for the blue ones”"

    press(qtbot, window, "draft.go_on")
    until_idle()

    assert window.current is PlaceName.PEOPLE
    qtbot.waitUntil(note_field(window).hasFocus)
    assert note_field(window).toPlainText() == "She asked for\nthe blue ones"
    assert window.people.screen_of_person.history.note.telling.kind is InteractionKind.CALL
    assert told(window) == ""


def test_it_is_also_there_without_the_offer(started, office, left, until_idle):
    left(note(office, "She asked"))
    window = started()

    window.open_person(office.people[LEA])
    until_idle()

    assert note_field(window).toPlainText() == "She asked"


def test_going_there_and_writing_on_takes_the_offer_away(qtbot, started, office, left, until_idle):
    left(note(office, "She asked"))
    window = started()
    window.open_person(office.people[LEA])
    until_idle()
    assert told(window)

    qtbot.keyClicks(note_field(window), " me")

    assert told(window) == ""


def test_what_is_thrown_away_can_be_taken_back(qtbot, desk, started, office, left, tasks, until_idle):  # noqa: PLR0917 - fixtures
    left(note(office, "She asked"))
    window = started()

    press(qtbot, window, "draft.throw_away")
    drafts_of(tasks).save()
    until_idle()
    assert told(window) == "Thrown away: “She asked”"
    assert texts(desk) == []

    press(qtbot, window, "draft.take_back")
    drafts_of(tasks).save()
    until_idle()

    assert told(window) == "You were writing about Léa Marchetti: “She asked”"
    assert texts(desk) == ["She asked"]


def test_what_is_put_off_is_not_offered_again_but_stays(qtbot, desk, started, office, left, until_idle):  # noqa: PLR0917 - fixtures
    left(note(office, "She asked"))
    window = started()
    press(qtbot, window, "draft.not_now")
    until_idle()

    assert told(window) == ""
    assert [(kept.text, kept.rests) for kept in kept_drafts(desk.reader)] == [("She asked", True)]
    window.open_person(office.people[LEA])
    until_idle()
    assert note_field(window).toPlainText() == "She asked"


def test_a_text_at_rest_is_not_offered_by_itself(started, desk, office, left):
    from relationdesk.work.drafts.commands import let_rest  # noqa: PLC0415 - beside its only use

    left(note(office, "She asked"))
    let_rest(desk, [note(office, "").key])

    window = started()

    assert told(window) == ""
    assert "Go on writing about Léa Marchetti" in palette(window)


def palette(window):
    rows = rows_at_first([], window._commands.offered, window._clock.now().date())
    return [row.text for row in rows]


def test_the_palette_offers_one_after_the_other(qtbot, started, office, left, until_idle):
    left(note(office, "Older", name="Noor Benali"), note(office, "Newer"))
    window = started()
    assert "Go on writing about Léa Marchetti" in palette(window)

    window.beside.going_on.go_on()
    until_idle()

    assert "Go on writing about Noor Benali" in palette(window)
    window.beside.going_on.go_on()
    until_idle()
    assert note_field(window).toPlainText() == "Older"
    assert not [text for text in palette(window) if "riting" in text]


def test_somebody_new_is_gone_on_with_in_the_form(qtbot, started, left, until_idle):
    city = DraftKey(DraftField.NEW_PERSON, named_subject("city"))
    left(Draft(DraftKey(DraftField.INTRODUCTION), "Inès Roche, @ines.cooks"), Draft(city, "Lyon"))
    window = started()
    assert told(window) == "You were writing about somebody new: “Lyon”"

    press(qtbot, window, "draft.go_on")
    form = window.people.form
    qtbot.waitUntil(lambda: form.fields.name.text() == "Inès Roche")
    until_idle()

    assert form.introduction.words == "Inès Roche, @ines.cooks"
    assert form.fields.city.text() == "Lyon"
    assert told(window) == ""


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (DraftField.PREFERENCE, "preference.value"),
        (DraftField.PARTNERSHIP_CLIENT, "partnership.client"),
        (DraftField.PARTNERSHIP_TITLE, "partnership.title"),
        (DraftField.FOLLOW_UP, "followup.what"),
        (DraftField.PROMISE, "promise.what"),
    ],
)
def test_every_field_of_a_person_is_gone_on_with_in_its_place(  # noqa: PLR0917 - fixtures
    qtbot, started, office, left, until_idle, field, name
):
    left(Draft(about_person(field, office.people[LEA]), "The blue ones"))
    window = started()

    press(qtbot, window, "draft.go_on")
    until_idle()

    line = window.people.findChild(QLineEdit, name)
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "The blue ones"


@pytest.mark.parametrize("name", ["record.city", "record.birthday", "record.topics"])
def test_a_field_of_the_record_is_gone_on_with_in_its_place(  # noqa: PLR0917 - fixtures
    qtbot, started, office, left, until_idle, name
):
    left(Draft(of_record(office.people[LEA], name), "Ann"))
    window = started()

    press(qtbot, window, "draft.go_on")
    until_idle()

    line = window.people.findChild(QLineEdit, name)
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "Ann"


@pytest.mark.parametrize("field", [DraftField.DONE, DraftField.DROP])
def test_a_line_under_a_follow_up_is_gone_on_with(qtbot, started, office, left, until_idle, field):  # noqa: PLR0917 - fixtures
    (step,) = office.open_follow_ups(LEA)
    left(Draft(DraftKey(field, step.id, office.people[LEA]), "She has them"))
    window = started()

    press(qtbot, window, "draft.go_on")
    until_idle()

    line = window.people.findChild(QLineEdit, "followup.words")
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "She has them"
    assert window.people.screen_of_person.remember._steps[0].asked is field


def test_a_line_under_a_follow_up_that_is_closed_goes_on_as_a_note(  # noqa: PLR0917 - fixtures
    qtbot, desk, started, office, left, until_idle
):
    (step,) = office.open_follow_ups(LEA)
    left(Draft(DraftKey(DraftField.DONE, step.id, office.people[LEA]), "She has them"))
    drop_follow_up(desk, step.id, why="")
    window = started()

    press(qtbot, window, "draft.go_on")
    until_idle()

    qtbot.waitUntil(note_field(window).hasFocus)
    assert note_field(window).toPlainText() == "She has them"
    drafts_of(window._tasks).save()
    until_idle()
    assert [kept.field for kept in kept_drafts(desk.reader)] == [DraftField.NOTE]


def test_a_line_begun_on_today_waits_there_and_on_the_persons_screen(qtbot, started, office, until_idle):
    window = started()
    row = next(row for row in window.today._list.rows if row.row.name == LEA)
    row.ask_what_happened()
    qtbot.keyClicks(row.findChild(QLineEdit, "followup.done.line"), "She has them")

    window.open_person(office.people[LEA])
    until_idle()
    step = window.people.screen_of_person.remember._steps[0]
    step.ask_what_happened()

    assert step._words.text() == "She has them"


def test_another_language_keeps_what_is_being_typed(qtbot, started, office, until_idle):
    window = started()
    window.open_person(office.people[LEA])
    until_idle()
    qtbot.keyClicks(note_field(window), "She asked")
    window.people.new_person()
    qtbot.keyClicks(window.people.form.introduction.text, "Noor, @noor.shoots")

    window.speak(Language.FRENCH)
    until_idle()
    window.open_person(office.people[LEA])
    until_idle()

    assert note_field(window).toPlainText() == "She asked"
    assert window.people.form.introduction.words == "Noor, @noor.shoots"


def test_closing_the_window_keeps_what_is_being_typed(qtbot, desk, started, office, tasks, until_idle):  # noqa: PLR0917 - fixtures
    window = started()
    window.open_person(office.people[LEA])
    until_idle()
    qtbot.keyClicks(note_field(window), "She ask")

    window.close()
    tasks.close()

    again = Desk(desk.files, desk._key, desk.clock)
    assert texts(again) == ["She ask"]
    again.close()


def test_redoing_somebody_brings_back_what_was_typed_about_them(  # noqa: PLR0917 - fixtures
    qtbot, desk, started, office, tasks, until_idle
):
    window = started()
    office.add("Inès Roche")
    window.open_person(office.people["Inès Roche"])
    until_idle()
    qtbot.keyClicks(note_field(window), "She cooks")
    drafts_of(tasks).save()
    until_idle()

    window._undoing.undo()
    until_idle()
    assert texts(desk) == []
    window._undoing.redo()
    until_idle()
    drafts_of(tasks).save()
    until_idle()

    assert texts(desk) == ["She cooks"]
