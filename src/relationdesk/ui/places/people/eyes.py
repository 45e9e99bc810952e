"""The eyes at the lines of a person, each of which says who may read the line, and is turned by a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import Audience
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Height
from relationdesk.ui.widgets.audience_mark import AudienceMark, audience_told
from relationdesk.ui.widgets.value_line import LabelledLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing
from relationdesk.work.people.keeping import Audiences, audiences_of

Target = PersonField | tuple[Shareable, int]
"""What is read: a field of the person, or a row of the desk."""


class Eye(QWidget):
    """The room of an eye at the end of a line, which it keeps while the eye is hidden.

    Says `came` when it is in view, or belongs to something else. What may be shared shows it always; what is
    for the user alone, only while the line is pointed at or has the keyboard, and holds something.
    """

    came = Signal()

    def __init__(
        self,
        line: QWidget,
        target: Target | None,
        what: str,
        holds: Callable[[], bool] | None = None,
        *,
        is_steady: bool = False,
    ) -> None:
        """`what` names the line for a screen reader; `holds` tells whether there is something in it.

        A steady one is shown whether the line is pointed at or not.
        """
        super().__init__()
        self.target = target
        self.mark = AudienceMark(what)
        self.mark.setObjectName("audience")
        self.line = line
        self._holds = holds or (lambda: not (isinstance(line, LabelledLine) and line.is_empty))
        self._audiences: Audiences | None = None
        self._is_pointed_at = False
        self._is_steady = is_steady
        self.mark.setFixedSize(Height.HIT, Height.HIT)
        self.setFixedSize(self.mark.size())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.mark)
        self.mark.hide()
        line.installEventFilter(self)

    def show_audiences(self, audiences: Audiences | None) -> None:
        """Show who may read the line; None until that is known."""
        self._audiences = audiences
        if audiences is not None and self.target is not None:
            self.mark.show_audience(audiences.of(self.target))
        self.look()

    def watch(self, target: Target | None) -> None:
        """Belong to what stands in the line from now on; to nothing while it is empty."""
        if target != self.target:
            self.target = target
            self.show_audiences(self._audiences)
            self.came.emit()

    def take_keyboard(self) -> None:
        """Put the keyboard here, and have the line in view."""
        self.mark.setFocus()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit()

    @Slot()
    def look(self) -> None:
        """Show the eye where it is wanted now."""
        focus = QApplication.focusWidget()
        is_here = (
            self._is_steady or self._is_pointed_at or (focus is not None and self.line.isAncestorOf(focus))
        )
        is_known = self._audiences is not None and self.target is not None
        is_shared = self.mark.audience is Audience.SHARED
        self.mark.setVisible(is_known and (is_shared or (is_here and self._holds())))

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Look whether the line is pointed at; it keeps its events."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._is_pointed_at = event.type() == QEvent.Type.Enter
            self.look()
        return False


class Eyes(QObject):
    """Makes the eyes of whatever shows a person, and keeps what they are turned to; says `said` for that.

    Says `known` with who may read what, or None where that is being read.
    """

    said = Signal(str)
    known = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk]) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._person: PersonId | None = None
        self._audiences: Audiences | None = None
        self._asked: Asked | None = None
        self._all: set[Eye] = set()
        self._wanted: Target | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def is_any_shared(self) -> bool:
        """Whether it is known that something may be shared."""
        return self._audiences is not None and bool(self._audiences.fields or self._audiences.rows)

    def show_person(self, person: PersonId) -> None:
        """Show who may read what is kept of somebody, as soon as that is read."""
        if person != self._person:
            self._person, self._wanted = person, None
            self._show(None)
        self._asked = self._tasks.ask(
            self, lambda reader: audiences_of(reader, person), self._show, instead_of=self._asked
        )

    def made(
        self,
        line: QWidget,
        target: Target | None,
        what: str,
        holds: Callable[[], bool] | None = None,
        *,
        is_steady: bool = False,
    ) -> Eye:
        """An eye for a line, which puts it at its end; it counts until it goes with the line."""
        eye = Eye(line, target, what, holds, is_steady=is_steady)
        eye.show_audiences(self._audiences)
        eye.mark.chosen.connect(lambda audience: self._on_chosen(eye, audience))
        eye.came.connect(self._on_came)
        eye.destroyed.connect(lambda: self._all.discard(eye))
        self._all.add(eye)
        return eye

    def lead_to(self, target: Target) -> None:
        """Put the keyboard on the eye of a line, as soon as it is in view."""
        self._wanted = target
        self._on_came()

    @Slot()
    def _on_came(self) -> None:
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._lead)  # once its place is known

    @Slot()
    def _lead(self) -> None:
        there = next((eye for eye in self._all if eye.target == self._wanted and eye.isVisible()), None)
        if there is not None:
            self._wanted = None
            there.take_keyboard()

    def audience_of(self, target: Target) -> Audience | None:
        """Who may read something; None until that is known."""
        return None if self._audiences is None else self._audiences.of(target)

    def _show(self, audiences: Audiences | None) -> None:
        self._audiences = audiences
        self.known.emit(audiences)
        for eye in self._all:
            eye.show_audiences(audiences)

    def _on_chosen(self, eye: Eye, audience: Audience) -> None:
        if eye.target is not None:
            self.turn(eye.target, audience, eye.mark.what)

    def turn(self, target: Target, audience: Audience, what: str) -> None:
        """Have something, which `what` names, be read by an audience from now on."""
        person = self._person
        if person is None:
            return

        def turn(desk: Desk) -> None:
            if isinstance(target, PersonField):
                editing.audiences.set_field_audience(desk, person, target, audience)
            else:
                editing.audiences.set_audience(desk, *target, audience)

        said = audience_told(what, audience)
        self._tasks.change(self, turn, lambda _none: self.said.emit(said), self._refuse)

    def _refuse(self, error: ExpectedError) -> None:
        """What could not be turned shows again what is kept."""
        self._show(self._audiences)
        self._tasks.refused.emit(error)

    @Slot()
    def _on_focus(self) -> None:
        for eye in self._all:
            eye.look()


def eyes_of(tasks: Tasks[Reader, Desk]) -> Eyes:
    """The eyes of the person who is shown by what asks `tasks`."""
    return tasks.findChild(Eyes) or Eyes(tasks)
