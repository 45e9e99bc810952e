"""Mistakes of ours that nobody caught: each goes to the log, and the first of them opens the crash window."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog

from relationdesk.language.words import _
from relationdesk.ui.shell.frame import Frame
from relationdesk.work.desks.machine import Log, Machine

_SEVERITIES = {QtMsgType.QtWarningMsg: 30, QtMsgType.QtCriticalMsg: 40, QtMsgType.QtFatalMsg: 50}


class Crashes(QObject):
    """Where mistakes end, whichever thread they happen on; shows one window at a time."""

    _happened = Signal(object)

    def __init__(self, machine: Machine, log: Log, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._machine = machine
        self._log = log
        self._shown: QDialog | None = None
        self._happened.connect(self.show, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take what nobody catches in the block, and what Qt complains of, instead of having it printed."""
        former = sys.excepthook
        sys.excepthook = self._on_uncaught
        if not self._machine.prints_tracebacks():
            qInstallMessageHandler(self._on_qt_message)
        try:
            yield
        finally:
            qInstallMessageHandler(None)
            sys.excepthook = former

    def offer_former(self, frame: Frame) -> None:
        """Offer the report of the last crash, if the program crashed and nobody looked at it yet."""
        if places := self._machine.former_crash():
            told = _("RelationDesk crashed the last time. What was saved before is on your desk.")
            from relationdesk.ui.shell.quiet_bar import QuietBar  # noqa: PLC0415 - most starts show none

            bar = QuietBar(told, _("Look at the report"), "crash.offer", may_go=True)
            bar.acted.connect(lambda: self._show_former(places))
            frame.add_bar(bar)
            bar.offer()

    def _show_former(self, places: str) -> None:
        from relationdesk.ui.shell.crash_window import CrashWindow, report_of_crash  # noqa: PLC0415 - see below

        self._machine.forget_former_crash()
        report = report_of_crash(places, self._machine.versions())
        CrashWindow(report, QApplication.activeWindow(), has_ended=True).open()

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """Keep a mistake in the log, and show that it happened."""
        from relationdesk.ui.shell.crash_window import CrashWindow, report_of  # noqa: PLC0415 - hopefully never

        self._log.mistake(error)
        if self._machine.prints_tracebacks():
            sys.__excepthook__(type(error), error, error.__traceback__)
        if self._shown is None:
            self._shown = CrashWindow(report_of(error, self._machine.versions()), QApplication.activeWindow())
            self._shown.finished.connect(self._on_finished)
            self._shown.open()

    @Slot()
    def _on_finished(self) -> None:
        self._shown = None

    def _on_uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._happened.emit(error)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, _text: str | None) -> None:
        if severity := _SEVERITIES.get(kind):
            self._log.complaint_of_qt(severity)
