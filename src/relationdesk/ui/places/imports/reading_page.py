"""The second page: how many people have been read, while the files are read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look

_WIDTH = 320


class ReadingPage(QWidget):
    """Says `cancelled` when the user wants no more of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ElidedLabel("", Look.HEADING)
        self.counted = Label("", Look.SECONDARY)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Reading"))
        self.cancel = Button(_("Cancel"))
        self.cancel.setObjectName("import.stop")
        self.cancel.clicked.connect(self.cancelled)
        self._arrange()

    def begin(self, names: Sequence[str]) -> None:
        """Show which files are read."""
        one = _("Reading {file}…").format(file=names[0]) if names else ""
        several = plural("Reading {n} file…", "Reading {n} files…", len(names))
        self._what.setText(one if len(names) == 1 else several)
        self.counted.setText("")

    def show_count(self, count: int) -> None:
        """Show how many people have been read so far."""
        text = plural("{count} person read", "{count} people read", count, count=whole_number(count))
        self.counted.setText(text)
        self.counted.setAccessibleName(text)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        page.setSpacing(Space.MEDIUM)
        page.addStretch(1)
        for widget in (self._what, self._bar, self.counted, self.cancel):
            page.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what.setMaximumWidth(_WIDTH * 2)
        self._bar.setFixedWidth(_WIDTH)
        page.addStretch(1)
