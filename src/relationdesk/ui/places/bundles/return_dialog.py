"""A bundle comes back: it is read, looked at, and taken over, whole or in what changed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _, in_context, plural
from relationdesk.ui.backing_first import back_up_first
from relationdesk.ui.places.bundles.compared_page import ComparedPage
from relationdesk.ui.places.bundles.quiet_pages import AskingPage, WaitingPage
from relationdesk.ui.progress import Progress
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.work.bundles import bringing
from relationdesk.work.bundles.bringing import Home, TakenOver, Visit
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence

_WIDTH, _HEIGHT = 1040, 700
_SMALLEST = (640, 480)


class ReturnDialog(QDialog):
    """Says `said` in words what was done, or `whole_wanted` with the visit, which is the hearer's then.

    `another_asked` is for choosing another file.
    """

    said = Signal(str)
    whole_wanted = Signal(object)
    another_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bundle.dialog")
        self.setWindowTitle(_("Bring a bundle back"))
        self.setMinimumSize(*_SMALLEST)
        self._tasks = tasks
        self._visit: Visit | None = None
        self._asked: Asked | None = None
        self._is_taking = self._is_writing = False
        self._is_left = False
        self._trouble = ""
        self.waiting = WaitingPage()
        self.waiting.cancelled.connect(self.reject)
        self.refusal = AskingPage(
            Icon.TRIANGLE_ALERT, _("Choose another file…"), _("Close"), "bundle.refused"
        )
        self.refusal.agreed.connect(self._on_another)
        self.refusal.declined.connect(self.reject)
        self.compared = ComparedPage()
        self.compared.taken.connect(self._on_taken)
        self.compared.whole_asked.connect(self._on_whole_asked)
        self.compared.left.connect(self.reject)
        self.whole = AskingPage(
            Icon.ARCHIVE,
            _("Use the desk of the bundle"),
            in_context("to the page before", "Back"),
            "bundle.replace",
        )
        self.whole.agreed.connect(self._on_whole_agreed)
        self.whole.declined.connect(lambda: self._pages.setCurrentWidget(self.compared))
        self._arrange()

    def read(self, path: Path) -> None:
        """Compare the desk in a bundle with this one."""
        self.waiting.begin(_("Comparing the bundle with this desk…"))
        self._pages.setCurrentWidget(self.waiting)
        self._tasks.change(self, bringing.home_of, partial(self._look_into, path))

    def _look_into(self, path: Path, home: Home) -> None:
        if self._is_left:
            return

        def look(progress: Progress) -> Visit:
            visit = bringing.look_into(home, path, progress.step)
            if progress.is_cancelled:
                visit.close()
            return visit

        self._asked = self._tasks.run(
            self, look, self._on_found, self._on_refused, progressed=self.waiting.show_step
        )

    def _on_found(self, visit: Visit) -> None:
        self._visit = visit
        self.compared.show_visit(visit)
        self._pages.setCurrentWidget(self.compared)
        self.compared.table.setFocus()

    def _on_refused(self, error: ExpectedError) -> None:
        self.refusal.ask(_("This bundle cannot be used here"), sentence(error))
        self._pages.setCurrentWidget(self.refusal)

    @Slot()
    def _on_another(self) -> None:
        self.reject()
        self.another_asked.emit()

    @Slot()
    def _on_taken(self) -> None:
        if self._visit is None or self._is_taking:
            return
        self._is_taking = True
        self.compared.show_busy(is_busy=True)
        self.compared.show_backing()
        back_up_first(self._tasks, self, self._on_backed_up)

    def _on_backed_up(self, trouble: str) -> None:
        if self._visit is None or self._is_left:
            return
        self._is_writing = True
        self._trouble = trouble
        visit, choices = self._visit, dict(self.compared.conflicts.choices)
        self._tasks.change(
            self,
            lambda desk: bringing.take_over(desk, visit, choices),
            self._on_taken_over,
            self._on_not_taken_over,
        )

    def _on_taken_over(self, taken: TakenOver) -> None:
        self._is_writing = False
        self.said.emit(_told(taken, self._trouble))
        self.accept()

    def _on_not_taken_over(self, error: ExpectedError) -> None:
        self._is_taking = self._is_writing = False
        self.compared.show_busy(is_busy=False)
        self.compared.show_wrong(sentence(error))

    @Slot()
    def _on_whole_asked(self) -> None:
        if self._visit is None:
            return
        lost = sum(bool(one.here) for one in self._visit.story.people)
        told = plural(
            "What changed on this computer since, about {n} person, is not in it. This desk is kept aside as "
            "a file of its own, and a backup of it is made before.",
            "What changed on this computer since, about {n} people, is not in it. This desk is kept aside as "
            "a file of its own, and a backup of it is made before.",
            lost,
        )
        self.whole.ask(_("Everything becomes as it is in the bundle"), told)
        self._pages.setCurrentWidget(self.whole)

    @Slot()
    def _on_whole_agreed(self) -> None:
        visit, self._visit = self._visit, None
        self.accept()
        if visit is not None:
            self.whole_wanted.emit(visit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Close, and leave the desk as it is; while changes are written, stay."""
        if not self._is_writing:
            super().reject()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._let_go()

    def _let_go(self) -> None:
        """Leave nothing behind, whether the dialog was closed or its window was, which locking does."""
        self._is_left = True
        if self._asked is not None:
            self._asked.cancel()
        if self._visit is not None and not self._is_writing:
            self._visit.close()
            self._visit = None

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        for page in (self.waiting, self.refusal, self.compared, self.whole):
            self._pages.addWidget(page)
        column.addWidget(self._pages)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))


def _told(taken: TakenOver, trouble: str) -> str:
    came = _("The changes of the bundle were taken over")
    if taken.notes:
        came = plural(
            "The changes of the bundle were taken over; {n} person has a note of what was written there",
            "The changes of the bundle were taken over; {n} people have a note of what was written there",
            taken.notes,
        )
    return _("{came}. {trouble}").format(came=came, trouble=trouble) if trouble else came
