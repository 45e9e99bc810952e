"""The tab of the files of somebody: added, renamed, shown to others, saved, removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from relationdesk.domain.sharing import Shareable
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.places.people.attached.words import kind_text, size_text
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.attachments.commands import attach_files
from relationdesk.work.attachments.queries import attachments_of, file_content
from relationdesk.work.attachments.reading import LARGEST_FILE, NewFile
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.keeping import audiences_of

CONTRACT = NewFile("contract.pdf", "application/pdf", b"%PDF-1.7")


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def opened(qtbot, place, lea, settled):
    def open_lea(width=1085):
        made = place(width)
        with qtbot.waitActive(made.window()):
            made.window().activateWindow()
        made.open_person(lea)
        settled()
        screen = made.screen_of_person
        screen.tabs.setCurrentIndex(4)
        settled()
        return screen

    return open_lea


@pytest.fixture
def names(desk, lea):
    return lambda: [line.name for line in attachments_of(desk.reader, lea)]


@pytest.fixture
def contract(desk, lea):
    attach_files(desk, lea, [CONTRACT])


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("RELATIONDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def button(row, name):
    return next(one for one in row.findChildren(Button) if one.accessibleName() == name)


def test_files_are_pasted_and_shown(qtbot, opened, names, settled, tmp_path):
    path = tmp_path / "contract.pdf"
    path.write_bytes(b"%PDF-1.7")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    tab = opened().files.page
    QGuiApplication.clipboard().setMimeData(carried)

    tab.add_button.setFocus()
    qtbot.keyClick(tab.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled()

    assert names() == ["contract.pdf"]
    assert [row.name.text() for row in tab.rows] == ["contract.pdf"]


def test_a_pasted_picture_is_kept_small(opened, desk, lea, settled):
    tab = opened().files.page
    image = QImage(2000, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)

    tab.paste()
    settled()

    (line,) = attachments_of(desk.reader, lea)
    kept = QImage.fromData(file_content(desk.reader, line.id).content)
    assert (line.media_type, kept.width()) == ("image/jpeg", 1024)


def test_what_is_too_large_is_told_and_nothing_is_kept(opened, names, settled, tmp_path, tasks):
    (tmp_path / "a.txt").write_bytes(b"abc")
    with (tmp_path / "b.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    refused = []
    tasks.refused.connect(refused.append)
    screen = opened()

    screen.files.page.flow.add(screen.view.id, [tmp_path / "a.txt", tmp_path / "b.txt"])
    settled()

    assert names() == []
    assert [type(error).__name__ for error in refused] == ["TooLargeFileError"]


@pytest.mark.usefixtures("contract")
def test_a_name_is_changed_in_place_and_escape_puts_it_back(qtbot, opened, names, settled):
    (row,) = opened().files.page.rows
    row.name.setFocus()
    row.name.setText("other.pdf")
    qtbot.keyClick(row.name, Qt.Key.Key_Escape)
    assert row.name.text() == "contract.pdf"

    row.name.setText("signed.pdf")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    settled()

    assert names() == ["signed.pdf"]


@pytest.mark.usefixtures("contract")
def test_a_file_is_shown_to_others_and_removed(opened, desk, lea, settled):
    tab = opened().files.page

    button(tab.rows[0], "Who may read contract.pdf: only me").click()
    settled()
    (line,) = attachments_of(desk.reader, lea)
    assert audiences_of(desk.reader, lea).rows == {(Shareable.ATTACHMENT, line.id)}
    button(tab.rows[0], "Remove contract.pdf").click()
    settled()

    assert attachments_of(desk.reader, lea) == []
    assert tab.rows == []


def test_a_file_is_written_where_the_user_asks(opened, desk, lea, settled, tmp_path):
    attach_files(desk, lea, [CONTRACT])
    tab = opened().files.page
    said = []
    tab.said.connect(said.append)

    tab.flow.write(attachments_of(desk.reader, lea)[0], tmp_path / "mine.pdf")
    settled()

    assert (tmp_path / "mine.pdf").read_bytes() == b"%PDF-1.7"
    assert said == ["File saved: mine.pdf"]


class Shower(QObject):
    """Takes what the system is asked to show."""

    def __init__(self):
        super().__init__()
        self.asked = []

    @Slot(QUrl)
    def take(self, address):
        """Take one."""
        self.asked.append(Path(address.toLocalFile()))


@pytest.mark.usefixtures("contract")
def test_a_copy_is_given_to_the_system_to_show(opened, settled, home):
    shower = Shower()
    QDesktopServices.setUrlHandler("file", shower, "take")
    tab = opened().files.page

    button(tab.rows[0], "Open contract.pdf").click()
    settled()
    QDesktopServices.unsetUrlHandler("file")

    (shown,) = shower.asked
    assert shown.read_bytes() == b"%PDF-1.7"
    assert home / "opened" in shown.parents


def test_a_program_is_never_opened(opened, desk, lea, settled, home):
    attach_files(desk, lea, [NewFile("virus.exe", "application/octet-stream", b"MZ")])
    tab = opened().files.page
    said = []
    tab.said.connect(said.append)

    button(tab.rows[0], "Open virus.exe").click()
    settled()

    assert said == ["“virus.exe” may hold a program and is not opened from here; save it first."]
    assert not home.exists()


def test_a_file_leads_to_what_it_came_with(opened, desk, lea, settled):
    happened = log_interaction(desk, people=[lea], kind=InteractionKind.MEETING, text="Coffee")
    attach_files(desk, lea, [CONTRACT], came_with=happened)
    screen = opened()

    (link,) = screen.files.page.rows[0].findChildren(TextLink)
    link.click()
    settled()

    assert link.text() == "came with: meeting"
    assert screen.tabs.currentIndex() == 0


def test_sizes_and_kinds_are_told_in_words():
    sizes = (12, 48_000, 2_400_000, 52_000_000)
    assert [size_text(size) for size in sizes] == ["12 bytes", "48 KB", "2.4 MB", "52 MB"]
    assert kind_text("a.docx", "application/x") == "DOCX"
    assert kind_text("a", "image/png") == "picture (PNG)"
    assert kind_text("a", "x/y") == "file"
