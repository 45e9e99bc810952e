"""What is typed in a field is kept while it is typed, and shown again where it was typed."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from relationdesk.desk.desk import Desk
from relationdesk.domain.drafts import Draft, DraftField, DraftKey, about_person
from relationdesk.domain.errors import ExpectedError
from relationdesk.ui.widgets.drafts import Drafts, drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work.drafts.commands import keep_drafts
from relationdesk.work.drafts.queries import kept_drafts

NEW = DraftKey(DraftField.INTRODUCTION)


class FullError(ExpectedError):
    """There is no room."""


@pytest.fixture
def drafts(tasks, until_idle) -> Drafts:
    made = drafts_of(tasks)
    until_idle()
    return made


@pytest.fixture
def lea(office) -> DraftKey:
    return about_person(DraftField.NOTE, office.people["Léa Marchetti"])


@pytest.fixture
def noor(office) -> DraftKey:
    return about_person(DraftField.NOTE, office.people["Noor Benali"])


@pytest.fixture
def field(qtbot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    return made


def texts(desk):
    return {(kept.field, kept.subject): kept.text for kept in kept_drafts(desk.reader)}


def test_a_text_is_on_the_desk_half_a_second_after_the_last_key(qtbot, desk, drafts, field, lea):
    FieldDraft(drafts, field, lea)

    qtbot.keyClicks(field, "She asked")
    qtbot.waitUntil(lambda: texts(desk) == {(lea.field, lea.subject): "She asked"}, timeout=2000)


def test_what_changes_need_is_read_in_once_somebody_types(desk, drafts, until_idle, lea):
    desk.writer._sessions = None
    drafts.write(Draft(lea, ""))
    until_idle()
    assert desk.writer._sessions is None

    drafts.write(Draft(lea, "S"))
    until_idle()

    assert desk.writer._sessions is not None


def test_there_is_one_of_them_for_a_desk(tasks, drafts):
    assert drafts_of(tasks) is drafts


def test_a_field_shows_what_was_typed_under_the_key_that_it_belongs_to(qtbot, drafts, field, lea, noor):
    draft = FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")

    draft.belong_to(noor)
    assert field.toPlainText() == ""
    qtbot.keyClicks(field, "Portraits")
    draft.belong_to(lea)

    assert field.toPlainText() == "She asked"
    assert drafts.draft(noor).text == "Portraits"


def test_two_fields_of_one_key_show_the_same_once_one_of_them_is_made(qtbot, drafts, field, lea):
    FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")
    line = QLineEdit()
    qtbot.addWidget(line)

    FieldDraft(drafts, line, lea)

    assert line.text() == "She asked"


def test_what_is_filled_in_is_not_kept(qtbot, desk, drafts, field, until_idle):
    draft = FieldDraft(drafts, field, NEW)

    draft.fill("read elsewhere")
    drafts.save()
    until_idle()

    assert field.toPlainText() == "read elsewhere"
    assert texts(desk) == {}


def test_an_emptied_field_leaves_nothing(qtbot, desk, drafts, field, lea, until_idle):  # noqa: PLR0917 - fixtures
    FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")
    drafts.save()
    until_idle()
    assert texts(desk)

    field.clear()
    drafts.save()
    until_idle()

    assert texts(desk) == {}


def test_what_was_chosen_beside_a_text_goes_with_it(qtbot, drafts, field, lea, noor):
    draft = FieldDraft(drafts, field, lea)
    draft.put_aside("call")
    qtbot.keyClicks(field, "She asked")

    draft.belong_to(noor)
    assert draft.aside == ""
    draft.belong_to(lea)

    assert draft.aside == "call"


def test_a_command_that_takes_a_text_in_empties_the_field_and_the_desk(  # noqa: PLR0917 - fixtures
    qtbot, desk, drafts, field, lea, until_idle
):
    draft = FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")
    drafts.save()
    until_idle()
    done = []

    draft.hand_over(field, lambda _desk: 7, done.append)
    assert field.toPlainText() == ""
    until_idle()

    assert done == [7]
    assert texts(desk) == {}


def test_a_text_stays_on_the_desk_until_the_command_is_done(qtbot, desk, drafts, field, lea, until_idle):  # noqa: PLR0917 - fixtures
    draft = FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")
    seen = []

    draft.hand_over(field, lambda open_desk: seen.append(texts(open_desk)), lambda _none: None)
    until_idle()

    assert seen == [{(lea.field, lea.subject): "She asked"}]


def refuse(_desk):
    raise FullError


def test_a_refused_command_gives_the_text_back_before_what_was_typed_meanwhile(  # noqa: PLR0917 - fixtures
    qtbot, desk, tasks, drafts, field, lea, until_idle
):
    refused = []
    tasks.refused.connect(refused.append)
    draft = FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")

    draft.hand_over(field, refuse, lambda _none: None)
    qtbot.keyClicks(field, "and more")
    until_idle()

    assert field.toPlainText() == "She asked\nand more"
    assert [type(error) for error in refused] == [FullError]


def test_a_refused_text_is_given_back_to_whom_it_is_about(qtbot, drafts, field, lea, noor, until_idle):  # noqa: PLR0917 - fixtures
    draft = FieldDraft(drafts, field, lea)
    qtbot.keyClicks(field, "She asked")

    draft.hand_over(field, refuse, lambda _none: None)
    draft.belong_to(noor)
    until_idle()

    assert field.toPlainText() == ""
    draft.belong_to(lea)
    assert field.toPlainText() == "She asked"


def test_closing_the_desk_keeps_what_was_typed_last_and_forgets_it_here(desk, tasks, drafts, lea):
    drafts.write(Draft(lea, "She ask"))

    tasks.close()

    again = Desk(desk.files, desk._key, desk.clock)
    assert texts(again) == {(lea.field, lea.subject): "She ask"}
    again.close()
    assert drafts.draft(lea).text == ""
    drafts.write(Draft(lea, "too late"))
    assert drafts.draft(lea).text == ""


def test_what_is_typed_before_the_desk_was_read_comes_after_what_was_left_there(  # noqa: PLR0917 - fixtures
    qtbot, desk, tasks, field, lea, until_idle
):
    keep_drafts(desk, [Draft(lea, "She asked")])
    drafts = drafts_of(tasks)
    assert not drafts.is_read
    FieldDraft(drafts, field, lea)

    qtbot.keyClicks(field, "and more")
    drafts.save()
    until_idle()

    assert field.toPlainText() == "She asked\nand more"
    drafts.save()
    until_idle()
    assert texts(desk) == {(lea.field, lea.subject): "She asked\nand more"}


def test_saving_is_no_step_of_undo_and_is_heard_by_nobody(qtbot, desk, drafts, field, lea, until_idle):  # noqa: PLR0917 - fixtures
    heard = []
    desk.listen(heard.append)
    before = desk.undo_state()
    FieldDraft(drafts, field, lea)

    qtbot.keyClicks(field, "She asked")
    drafts.save()
    until_idle()

    assert texts(desk)
    assert desk.undo_state() == before
    assert heard == []
