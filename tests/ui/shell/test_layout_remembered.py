from PySide6.QtWidgets import QMainWindow, QSplitter

from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow


def test_the_list_is_as_wide_at_the_next_start(qtbot, qapp, tasks, clock, office, tmp_path, until_idle):  # noqa: PLR0917 - fixtures
    def started():
        window = MainWindow(tasks, clock, qapp.property("theme"), Remembered(tmp_path))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.go(PlaceName.PEOPLE)
        until_idle()
        return window, window.people.findChild(QSplitter)

    window, splitter = started()
    splitter.setSizes([360, 724])
    wide = splitter.sizes()
    window.close()

    _window, again = started()

    assert wide[0] == 360
    assert again.sizes() == wide


def test_a_window_of_a_first_start_is_no_larger_than_its_screen(qtbot, tmp_path):
    window = QMainWindow()
    qtbot.addWidget(window)

    Remembered(tmp_path).restore_place(window)

    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()
