"""Pictures and files that are pasted into a note: kept with the person, shown where they stand."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QTextBrowser

from relationdesk.domain.pictures import digests_in
from relationdesk.work.attachments.queries import attachments_of
from relationdesk.work.history.queries import timeline


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


def a_picture():
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def test_a_pasted_picture_comes_with_the_note_and_is_shown_in_its_place(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setImage(a_picture())

    text = pasted(qtbot, opened, settled)
    (digest,) = digests_in(text)
    assert text == f"![Pasted picture.jpg](attachment:{digest}) "
    qtbot.keyClick(opened.note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()

    (entry,) = timeline(desk.reader, lea)
    (line,) = attachments_of(desk.reader, lea)
    assert line.came_with == entry.id
    opened.timeline.show_row(1)
    settled()
    document = opened.timeline.findChild(QTextBrowser, "timeline.opened").document()
    assert document.size().height() > 100
    assert "\ufffc" in document.toRawText()


def test_a_dropped_file_is_named_in_the_note(qtbot, opened, desk, lea, settled, tmp_path):  # noqa: PLR0917
    (tmp_path / "contract.pdf").write_bytes(b"%PDF")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "contract.pdf"))])
    QGuiApplication.clipboard().setMimeData(carried)

    text = pasted(qtbot, opened, settled)

    assert text.startswith("[contract.pdf](attachment:")
    assert [line.name for line in attachments_of(desk.reader, lea)] == ["contract.pdf"]


def test_words_are_pasted_as_words(qtbot, opened, desk, lea, settled):
    QGuiApplication.clipboard().setText("only words")

    assert pasted(qtbot, opened, settled) == "only words"
    assert attachments_of(desk.reader, lea) == []
