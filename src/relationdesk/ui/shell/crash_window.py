"""What a mistake of ours shows: an apology, and a report that can be read before it is passed on."""

import platform
import traceback
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from relationdesk import __version__
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look

_OWN: Final = Path(__file__).resolve().parents[2]
_SIZE: Final = (620, 420)


def report_of(error: BaseException) -> str:
    """The kind of the error and where in our files it happened; no message and no value of anything."""
    parts = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    lines = [f"RelationDesk {__version__}, {parts}"]
    seen: BaseException | None = error
    while seen is not None:
        lines += ["", type(seen).__name__, *_own_frames(seen)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def _own_frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__, limit=-100)
    return [_told(frame) for frame in frames]


def _told(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    if not path.is_relative_to(_OWN):
        return _told_elsewhere(frame)
    return f"  {path.relative_to(_OWN).as_posix()}:{frame.lineno} {frame.name}"


def _told_elsewhere(frame: traceback.FrameSummary) -> str:
    """A file of the system or a library by its name alone: its path could tell whose computer it is."""
    return f"  ({Path(frame.filename).name}:{frame.lineno})"


class CrashWindow(QDialog):
    """Shown beside the window, which goes on."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("crash")
        self.setWindowTitle(_("A mistake in the program"))
        self.resize(*_SIZE)
        self._report = QPlainTextEdit(report_of(error))
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(_("Something went wrong in the program"), Look.TITLE, wraps=True))
        column.addWidget(Label(_explanation(), Look.SECONDARY, wraps=True))
        column.addWidget(self._report, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        copy = Button(_("Copy the report"), icon=Icon.COPY)
        copy.setObjectName("crash.copy")
        copy.clicked.connect(self._on_copy)
        close = Button(_("Go on"), Role.PRIMARY)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(copy)
        line.addWidget(close)
        return line

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def _explanation() -> str:
    return _(
        "What you did last may not have been kept; everything before it is. "
        "This report holds no name and nothing you wrote. It goes nowhere unless you pass it on."
    )
