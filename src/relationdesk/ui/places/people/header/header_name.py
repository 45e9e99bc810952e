"""The name in the head of a person's screen: on one line where it fits, else on two, then cut."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.language.light_markup import Run
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.painting import drawable
from relationdesk.ui.widgets.run_layout import lay_out, paint_layout, space_lines

_MOST_LINES = 2


class HeaderName(ElidedLabel):
    """`text()` and the accessible name stay the whole name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Look.DISPLAY, parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def is_cut(self) -> bool:
        """Whether two lines are too few."""
        return self._laid(self.width(), _MOST_LINES + 1).lineCount() > _MOST_LINES

    def heightForWidth(self, width: int) -> int:
        return self._laid(width, _MOST_LINES).lineCount() * self._line

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        laid = space_lines(self._laid(self.width(), _MOST_LINES), self._line)
        paint_layout(painter, laid, QPointF(0, 0), self.palette().color(self.foregroundRole()).name())
        painter.end()

    @property
    def _line(self) -> int:
        return self.sizeHint().height()

    def _laid(self, width: int, most_lines: int) -> QTextLayout:
        return lay_out((Run(drawable(self.text())),), self.font(), width, most_lines)
