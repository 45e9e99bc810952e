"""What a mistake of ours shows: an apology, and a report that can be read before it is passed on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.traces import at_length, kind_of, place_of
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce

_SIZE: Final = (620, 520)
_FILE: Final = "relationdesk-report.txt"


def report_of(error: BaseException, versions: Iterable[str]) -> str:
    """What happened, on what, and where in the program: no message and no value of anything."""
    told = _("A mistake in the program: {kind}, in {place}.").format(
        kind=kind_of(error), place=place_of(error)
    )
    return _report(told, versions, at_length(error))


def report_of_crash(places: str, versions: Iterable[str]) -> str:
    """The same for a program that ended on the spot; `places` is where it stood."""
    return _report(_("The program crashed the last time. This is where it stood."), versions, places)


def _report(told: str, versions: Iterable[str], places: str) -> str:
    return "\n".join((told, "", *versions, f"Qt {qVersion()}", "", places.strip(), ""))


class CrashWindow(QDialog):
    """Shows a report beside the window, which goes on."""

    def __init__(self, report: str, parent: QWidget | None = None, *, has_ended: bool = False) -> None:
        """`has_ended` tells that it is about the last time, when the program crashed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("crash")
        self.setWindowTitle(_("A mistake in the program"))
        self.resize(*_SIZE)
        self._report = _report_field(report)
        self._told = Label("", Look.SECONDARY, wraps=True)
        self._told.setObjectName("crash.told")
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addLayout(_head(has_ended=has_ended))
        column.addWidget(Label(_explanation(has_ended=has_ended), Look.BODY, wraps=True))
        column.addWidget(Label(_what_it_holds(), Look.SECONDARY, wraps=True))
        column.addWidget(self._report, 1)
        column.addWidget(self._told)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        save = Button(_("Save the report…"), icon=Icon.DOWNLOAD)
        save.setObjectName("crash.save")
        save.clicked.connect(self._on_save)
        copy = Button(_("Copy"), icon=Icon.COPY)
        copy.setObjectName("crash.copy")
        copy.clicked.connect(self._on_copy)
        close = Button(_("Go on"), Role.PRIMARY)
        close.setObjectName("crash.close")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(save)
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        return line

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._tell(_("The report was copied"))

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, _("Save the report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(_FILE)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        from relationdesk.work.errors import sentence  # noqa: PLC0415 - it knows every part of the program
        from relationdesk.work.files import write_text  # noqa: PLC0415 - rare

        path = Path(name)
        try:
            write_text(path, self._report.toPlainText())
        except ExpectedError as error:
            self._tell(sentence(error), Tone.BAD)
        else:
            self._tell(_("The report was written to {file}").format(file=path.name))

    def _tell(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._told.setText(text)
        self._told.show_tone(tone)
        self._told.show()
        announce(self._told, text)


def _head(*, has_ended: bool) -> QHBoxLayout:
    title = _("The program crashed the last time") if has_ended else _("Something went wrong in the program")
    line = QHBoxLayout()
    line.setSpacing(Space.MEDIUM)
    line.addWidget(IconMark(Icon.TRIANGLE_ALERT, Tint.WARN, IconSize.LARGE))
    line.addWidget(Label(title, Look.TITLE, wraps=True), 1)
    return line


def _report_field(report: str) -> QPlainTextEdit:
    field = QPlainTextEdit(report)
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setAccessibleName(_("Report"))
    field.setObjectName("crash.report")
    return field


def _explanation(*, has_ended: bool) -> str:
    if has_ended:
        return _("Everything that was saved before is on your desk. If it happens again, pass the report on.")
    return _(
        "What you did last may not have been kept; everything before it is. You can go on. If it happens "
        "again, close the program, open it anew, and pass the report on."
    )


def _what_it_holds() -> str:
    return _(
        "This is the whole report. It holds no name and nothing you wrote, and it goes nowhere unless you "
        "pass it on."
    )
