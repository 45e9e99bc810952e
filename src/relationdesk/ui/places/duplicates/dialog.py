"""The pairs of people who may be the same, the likeliest first, and what is done about each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _, plural
from relationdesk.ui.places.duplicates.merge_flow import MergeFlow
from relationdesk.ui.places.duplicates.wording import reasons_text
from relationdesk.ui.progress import Progress, Step
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import people
from relationdesk.work.backups.source import Source, source_of
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.people.duplicates import Duplicate

_WIDTH, _HEIGHT = 640, 560
_SMALLEST = (480, 360)
_PARTS = 1000


class DuplicatesDialog(QDialog):
    """Says `said` what was done, and `merged` with whose record it is now. Nobody is merged unasked."""

    said = Signal(str)
    merged = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates.dialog")
        self.setWindowTitle(_("Duplicates"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(_WIDTH, _HEIGHT)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._pairs: list[Duplicate] = []
        self._merging = MergeFlow(tasks, self)
        self._merging.said.connect(self.said)
        self._merging.merged.connect(self._on_merged)
        self._merging.gone.connect(self._on_gone)
        self._told = Label(_("Comparing everybody…"), Look.SECONDARY, wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Comparing everybody…"))
        self.pairs = QListWidget()
        self.pairs.setObjectName("duplicates.pairs")
        self.pairs.setAccessibleName(_("People who may be the same"))
        self.pairs.itemActivated.connect(self._on_compare)
        self.compare = Button(_("Compare and merge…"), Role.PRIMARY)
        self.compare.setObjectName("duplicates.compare")
        self.compare.clicked.connect(self._on_compare)
        self.not_same = Button(_("Not the same person"))
        self.not_same.setObjectName("duplicates.not_same")
        self.not_same.clicked.connect(self._on_not_same)
        self.close_button = Button(_("Close"))
        self.close_button.clicked.connect(self.reject)
        for button in (self.compare, self.not_same, self.close_button):
            button.setAutoDefault(False)  # Enter is the list's, which would press one of them as well
        self._arrange()
        self._show_ways()

    def look(self) -> None:
        """Compare everybody, beside whatever else is done."""
        self._tasks.change(self, source_of, self._compare)

    def reject(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        super().reject()

    def _compare(self, source: Source) -> None:
        def look(progress: Progress) -> "list[Duplicate]":
            return people.duplicates.duplicates(source, progress.step)

        self._asked = self._tasks.run(self, look, self._on_found, progressed=self._show_step)

    def _show_step(self, step: Step) -> None:
        self._bar.setRange(0, _PARTS)
        self._bar.setValue(_PARTS * step.done // max(1, step.total))

    def _on_found(self, found: "list[Duplicate]") -> None:
        self._asked = None
        self._bar.hide()
        self._pairs = found
        for pair in found:
            item = QListWidgetItem(_line(pair))
            item.setSizeHint(QSize(0, Height.CONTROL))
            self.pairs.addItem(item)
        self.pairs.setCurrentRow(0)
        self.pairs.setFocus()
        self._show_ways()

    def _show_ways(self) -> None:
        if self._bar.isHidden():
            few = plural(
                "{n} pair may be the same person.", "{n} pairs may be the same person.", len(self._pairs)
            )
            self._told.setText(few if self._pairs else _("Nobody seems to be on the desk twice."))
        for button in (self.compare, self.not_same):
            button.setEnabled(bool(self._pairs))

    @Slot()
    def _on_compare(self) -> None:
        row = self.pairs.currentRow()
        if not 0 <= row < len(self._pairs):
            return
        pair = self._pairs[row]
        self._merging.begin(pair.one, pair.another)

    @Slot(object, object)
    def _on_merged(self, kept: PersonId, other: PersonId) -> None:
        self.merged.emit(kept)
        for pair in [one for one in self._pairs if other in (one.one, one.another)]:
            self._take_off(pair)

    @Slot(object, object)
    def _on_gone(self, kept: PersonId, other: PersonId) -> None:
        for pair in [one for one in self._pairs if {one.one, one.another} == {kept, other}]:
            self._take_off(pair)

    @Slot()
    def _on_not_same(self) -> None:
        row = self.pairs.currentRow()
        if not 0 <= row < len(self._pairs):
            return
        pair = self._pairs[row]

        def on_marked(_none: None) -> None:
            told = _("{name} and {other} are two people").format(name=pair.name, other=pair.other_name)
            self.said.emit(told)
            self._take_off(pair)

        self._tasks.change(
            self, lambda desk: people.merging.mark_not_same(desk, pair.one, pair.another), on_marked
        )

    def _take_off(self, pair: "Duplicate") -> None:
        if pair in self._pairs:
            row = self._pairs.index(pair)
            self._pairs.pop(row)
            self.pairs.takeItem(row)
            self._show_ways()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(Label(_("Duplicates"), Look.TITLE))
        column.addWidget(self._told)
        column.addWidget(self._bar)
        column.addWidget(self.pairs, 1)
        ways = QHBoxLayout()
        ways.setSpacing(Space.SMALL)
        ways.addWidget(self.close_button)
        ways.addStretch(1)
        ways.addWidget(self.not_same)
        ways.addWidget(self.compare)
        column.addLayout(ways)


def _line(pair: "Duplicate") -> str:
    return _("{name} and {other}: {reasons}").format(
        name=pair.name, other=pair.other_name, reasons=reasons_text(pair.reasons)
    )
