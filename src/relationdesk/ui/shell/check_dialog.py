"""The dialog that checks the desk on request: how everything stands, and what may be done about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.progress import Progress, Step
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card, IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work import settings
from relationdesk.work.checks.checking import findings_of, report_of, source_of, surroundings_of
from relationdesk.work.checks.sentences import Line, State, lines_of
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.desks.errors import DamagedDeskError
from relationdesk.work.errors import sentence

if TYPE_CHECKING:
    from relationdesk.work.checks.checking import Findings, Report, Source, Surroundings

_WIDTH: Final = 540
_MARKS: Final = {
    State.GOOD: (Icon.CHECK, Tint.OK),
    State.MENDED: (Icon.CHECK, Tint.OK),
    State.REMARK: (Icon.CIRCLE_ALERT, Tint.WARN),
    State.BAD: (Icon.TRIANGLE_ALERT, Tint.BAD),
}


class CheckDialog(QDialog):
    """Says `checked` when everything was looked at; who goes on from damage has `tasks.damaged` said."""

    checked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._progress = Progress()
        self._source: Source | None = None
        self.setWindowTitle(_("Check the desk"))
        self.setObjectName("check.dialog")
        self._told = Label(_("Every page of the desk is read…"), Look.SECONDARY, wraps=True)
        self._told.setObjectName("check.told")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Checking"))
        self._lines = Card(has_rows=True)
        self._lines.setObjectName("check.lines")
        self._lines.hide()
        self._go_on = Button(_("See what can be done"), Role.PRIMARY)
        self._go_on.setObjectName("check.go_on")
        self._go_on.clicked.connect(self._on_go_on)
        self._go_on.hide()
        self._close = Button(_("Cancel"))
        self._close.setObjectName("check.close")
        self._close.clicked.connect(self.reject)
        self._arrange()
        self.finished.connect(self._progress.cancel)

    def begin(self) -> None:
        """Look at everything, the file first."""
        self._tasks.change(self, source_of, self._read_pages, self._on_refused)

    def _read_pages(self, source: "Source") -> None:
        self._source = source
        if self._progress.is_cancelled:
            return
        asked = self._tasks.run(
            self,
            lambda progress: findings_of(source, progress.step),
            self._compare_indexes,
            self._on_refused,
            progressed=self._show_step,
        )
        self.finished.connect(asked.cancel)

    def _compare_indexes(self, findings: "Findings") -> None:
        if findings.is_damaged:
            self._look_around(findings)
            return
        self._told.setText(_("The search is compared with what is on the desk…"))
        self._tasks.change(
            self,
            lambda desk: desk.mend_indexes(self._progress.step),
            lambda mended: self._look_around(findings, mended),
            self._on_refused,
        )

    def _look_around(self, findings: "Findings", mended: tuple[str, ...] = ()) -> None:
        source = self._source
        if source is None:
            return
        self._told.setText(_("The backups are proved…"))

        def show(around: "Surroundings") -> None:
            self._show(report_of(source, findings, mended, around), source.clock)

        asked = self._tasks.run(
            self,
            lambda progress: surroundings_of(source, progress.step),
            show,
            self._on_refused,
            progressed=self._show_step,
        )
        self.finished.connect(asked.cancel)

    def _show_step(self, step: Step) -> None:
        self._bar.setRange(0, max(1, step.total))
        self._bar.setValue(step.done)

    def _show(self, report: "Report", clock: Clock) -> None:
        now = clock.now()
        lines = lines_of(report, now, clock.zone())
        names = [Label(line.name, Look.STRONG) for line in lines]
        for name, line in zip(names, lines, strict=True):
            self._lines.add_row(_row(line, name))
        widest = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setFixedWidth(widest)
        self._lines.show()
        if report.is_sound:
            self._tasks.change(self, lambda desk: settings.commands.remember_check(desk, now))
        if report.findings.is_damaged:
            self._go_on.show()
            self._go_on.setFocus()
        self._end(_summary(lines))
        self.checked.emit()

    def _on_refused(self, error: ExpectedError) -> None:
        self._end(sentence(error))

    def _end(self, told: str) -> None:
        self._bar.hide()
        self._told.setText(told)
        self._close.setText(_("Close"))
        announce(self._told, told)
        self.adjustSize()

    @Slot()
    def _on_go_on(self) -> None:
        source = self._source
        self.accept()
        if source is not None:
            self._tasks.damaged.emit(DamagedDeskError(source.files.desk))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        for part in (Label(_("Check the desk"), Look.TITLE), self._told, self._bar, self._lines):
            column.addWidget(part)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        ways.addStretch(1)
        for button in (self._go_on, self._close):
            button.setAutoDefault(False)
            ways.addWidget(button)
        column.addLayout(ways)
        self.setFixedWidth(_WIDTH)
        self._close.setFocus()


def _row(line: Line, name: Label) -> QWidget:
    row = QWidget()
    row.setAccessibleName(_("{name}: {text}").format(name=line.name, text=line.text))
    across = QHBoxLayout(row)
    across.setContentsMargins(Space.LARGE, Space.SMALL + 2, Space.LARGE, Space.SMALL + 2)
    across.setSpacing(Space.MEDIUM)
    top = Qt.AlignmentFlag.AlignTop
    across.addWidget(IconMark(*_MARKS[line.state]), 0, top)
    across.addWidget(name, 0, top)
    across.addWidget(Label(line.text, Look.BODY, wraps=True), 1)
    return row


def _summary(lines: Sequence[Line]) -> str:
    states = {line.state for line in lines}
    if State.BAD in states:
        return _("Something is wrong. The desk was left as it is.")
    if State.REMARK in states:
        return _("The desk is well, and there is something to do.")
    if State.MENDED in states:
        return _("Everything is as it should be again.")
    return _("Everything is as it should be.")
