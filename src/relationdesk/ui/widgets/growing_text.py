"""A text field that begins as one line and grows with what is typed."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

_MOST_LINES = 9
_SLACK = 8


class GrowingText(QPlainTextEdit):
    """Says `kept` for Ctrl+Enter; Tab leaves it. It is plain: what is pasted loses its styling.

    `takes` is offered what is pasted or dropped before, and says whether it took it.
    """

    kept = Signal()

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, most_lines: int = _MOST_LINES
    ) -> None:
        """With more than `most_lines` it scrolls."""
        super().__init__(parent)
        self._most_lines = most_lines
        self.takes: Callable[[QMimeData], bool] = _nothing
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("bare", True)  # noqa: FBT003 - Qt's
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_SLACK / 2)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.takes(source):
            super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    @Slot()
    def _on_size_changed(self) -> None:
        lines = max(1, round(self.document().size().height()))
        line_height = QFontMetricsF(self.font()).lineSpacing()
        self.setFixedHeight(round(min(lines, self._most_lines) * line_height) + _SLACK + 2)
        is_long = lines > self._most_lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff)


def _nothing(_carried: QMimeData) -> bool:
    return False
