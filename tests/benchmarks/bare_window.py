"""A window of Qt with nothing in it, which says when it is painted: the floor of starting."""

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Says so at its first painting."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        sys.stderr.write("painted\n")
        sys.stderr.flush()


application = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
