"""Pictures and files that are pasted into a note: kept with the person, shown where they stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QTextBrowser

from relationdesk.desk.desk import Desk
from relationdesk.domain.labels import Label
from relationdesk.domain.noting import Happening
from relationdesk.domain.pictures import digests_in
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.attachments.commands import remove_file
from relationdesk.work.attachments.queries import attachments_of
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.history.commands import log_interaction, note_happening
from relationdesk.work.history.queries import timeline
from relationdesk.work.trash.commands import keep_house


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def opened(qtbot, place, lea, settled):
    made = place()
    with qtbot.waitActive(made.window()):
        made.window().activateWindow()
    made.open_person(lea)
    settled()
    return made.screen_of_person.history


def pasted(qtbot, history, settled):
    history.note.text.setFocus()
    qtbot.keyClick(history.note.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    return history.note.text.toPlainText()


def keep(qtbot, history, settled):
    qtbot.keyClick(history.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()


def a_picture():
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def test_a_pasted_picture_comes_with_the_note_and_is_shown_in_its_place(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setImage(a_picture())

    text = pasted(qtbot, opened, settled)
    (digest,) = digests_in(text)
    assert text == f"![Pasted picture.jpg](attachment:{digest}) "
    keep(qtbot, opened, settled)

    (entry,) = timeline(desk.reader, lea)
    (line,) = attachments_of(desk.reader, lea)
    assert line.came_with == entry.id
    opened.timeline.show_row(1)
    settled()
    document = opened.timeline.findChild(QTextBrowser, "timeline.opened").document()
    assert document.size().height() > 100
    assert "\ufffc" in document.toRawText()


def test_a_pasted_picture_and_its_note_are_one_step(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setImage(a_picture())
    text = pasted(qtbot, opened, settled)
    assert digests_in(text)
    assert attachments_of(desk.reader, lea) == []
    assert desk.undo_state().undo is Label.ADD_PERSON

    keep(qtbot, opened, settled)
    assert [line.name for line in attachments_of(desk.reader, lea)] == ["Pasted picture.jpg"]
    desk.undo()

    assert (attachments_of(desk.reader, lea), timeline(desk.reader, lea)) == ([], [])
    assert desk.undo_state().undo is Label.ADD_PERSON


def test_a_picture_of_a_note_that_is_not_kept_yet_is_there_at_the_next_start(  # noqa: PLR0917 - fixtures
    qtbot, opened, tasks, desk, lea, settled
):
    QGuiApplication.clipboard().setImage(a_picture())
    text = pasted(qtbot, opened, settled)
    drafts_of(tasks).save()
    settled()

    again = Desk(desk.files, desk.key, desk.clock)
    keep_house(again)
    (left,) = kept_drafts(again.reader)
    assert left.text == text
    note = Happening(InteractionKind.NOTE, again.today(), left.text, {lea: ""})
    note_happening(again, note)

    (line,) = attachments_of(again.reader, lea)
    assert line.size > 100
    again.close()


def test_a_picture_pasted_into_an_entry_that_is_edited_comes_with_it(qtbot, opened, desk, lea, settled):
    noted = log_interaction(desk, people=[lea], kind=InteractionKind.NOTE, text="Look:")
    settled()
    opened.entries.retelling.begin(noted)
    settled()
    text = opened.timeline._widget.text
    QGuiApplication.clipboard().setImage(a_picture())

    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    (line,) = attachments_of(desk.reader, lea)
    assert line.came_with == noted
    desk.undo()
    assert attachments_of(desk.reader, lea) == []
    assert timeline(desk.reader, lea)[0].text == "Look:"


@pytest.fixture
def file_note(qtbot, opened, settled, tmp_path):
    """A note that a file was dropped on, kept and opened; with the place where its name stands."""

    def noted(name):
        (tmp_path / name).write_bytes(b"%PDF")
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        QGuiApplication.clipboard().setMimeData(carried)
        assert pasted(qtbot, opened, settled).startswith(f"[{name}](attachment:")
        keep(qtbot, opened, settled)
        opened.timeline.show_row(1)
        settled()
        text = opened.timeline.findChild(QTextBrowser, "timeline.opened")
        cursor = text.document().find(name)
        cursor.setPosition(cursor.selectionStart() + 1)
        return text, text.cursorRect(cursor).center()

    return noted


def test_a_file_of_a_note_is_a_link_that_opens_it_as_the_files_do(qtbot, file_note, desk, lea, monkeypatch):
    text, place = file_note("contract.pdf")
    assert [line.name for line in attachments_of(desk.reader, lea)] == ["contract.pdf"]
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url) or True)

    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    qtbot.waitUntil(lambda: len(shown) == 1)
    copy = Path(shown[0].toLocalFile())
    assert (copy.suffix, copy.read_bytes()) == (".pdf", b"%PDF")


def test_a_file_of_a_note_that_may_hold_a_program_is_not_opened(qtbot, file_note, opened, monkeypatch):
    text, place = file_note("setup.exe")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))

    with qtbot.waitSignal(opened.said) as said:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert "may hold a program" in said.args[0]


def test_a_file_that_was_removed_meanwhile_is_said_to_be_gone(qtbot, file_note, opened, desk, lea):
    text, place = file_note("contract.pdf")
    remove_file(desk, attachments_of(desk.reader, lea)[0].id)

    with qtbot.waitSignal(opened.said) as said:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert said.args == ["This file is not kept any more."]


def test_what_is_dropped_on_a_note_that_is_thrown_away_is_not_kept(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setImage(a_picture())
    pasted(qtbot, opened, settled)
    opened.note.text.clear()
    settled()
    drafts_of(opened._tasks).save()
    settled()

    again = Desk(desk.files, desk.key, desk.clock)
    keep_house(again)

    assert again.reader.number("SELECT count(*) FROM blob") == 0
    again.close()


def test_words_are_pasted_as_words(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setText("only words")

    assert pasted(qtbot, opened, settled) == "only words"
    assert attachments_of(desk.reader, lea) == []
